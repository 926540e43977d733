"""Word lists and tables that lie next to the code: UTF-8 text, `#` opens a comment line, tabs part the columns."""

from functools import cache
from importlib import resources


@cache
def rows(package: str, name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of table `name` in `package`, each as its columns; comments and blank lines left out."""
    text = resources.files(package).joinpath(name).read_text("utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#"))


@cache
def words(package: str, name: str) -> frozenset[str]:
    """The first column of a table, as a set."""
    return frozenset(row[0] for row in rows(package, name))
