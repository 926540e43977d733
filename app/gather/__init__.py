"""From the web into the store: pages that were asked for by their URL, and feeds that are looked at again and again."""
