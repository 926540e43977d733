"""Claims: the propositions that quotes put forward."""
