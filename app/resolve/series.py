"""One outlet's articles that tell different things in much the same words, as addresses and titles show."""

from app.model.naming import fold
from app.model.resolution import Sketch
from app.resolve.words import words

# So many of all the words of both titles are in both.
TITLES = 0.5


def apart(one: Sketch, other: Sketch) -> bool:
    """Whether both have an address and not the same one."""
    return None not in (one.url, other.url) and one.url != other.url


def same_outlet(one: Sketch, other: Sketch) -> bool:
    """Whether both name their outlet, and the same one."""
    return bool(one.outlet and other.outlet) and fold(one.outlet or "") == fold(other.outlet or "")


def titled_alike(one: str, other: str) -> bool:
    """Whether two titles share most of their words."""
    mine, theirs = set(words(one)), set(words(other))
    return bool(mine and theirs) and len(mine & theirs) >= TITLES * len(mine | theirs)


def of_one_series(one: Sketch, other: Sketch) -> bool:
    """Whether they are two of a series: of one outlet, at two addresses, under much the same title with other figures
    ("Harbour office 2 closes")."""
    mine, theirs = ({word for word in words(each.title) if any(map(str.isdigit, word))} for each in (one, other))
    return mine != theirs and apart(one, other) and same_outlet(one, other) and titled_alike(one.title, other.title)
