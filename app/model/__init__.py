"""The words of the product as frozen values. Nothing here reads a file, a clock, a network or a database."""
