"""Which names can agree at all, so that few of many are compared: nothing but its keys makes a name meet another."""

from collections.abc import Iterator

from app.resolve.persons import PersonName
from app.resolve.printed import key
from app.resolve.tables import given_names

MOST_NAMESAKES = 100
"""Where more than so many may be meant by one name, it tells nobody: no more are compared."""


def filed(name: PersonName) -> Iterator[str]:
    """The keys under which a full name is found by `sought`."""
    first = name.given[0]
    yield f"{first}/{name.family}"
    yield f"{first[0]}*/{name.family}"


def sought(name: PersonName) -> Iterator[str]:
    """The keys of the full names that `likeness` may find like this one: of the same family name, and with an equal
    first given name, one of its forms, or an initial of it."""
    first = name.given[0]
    spelled = len(first) > 1
    firsts = {first, first[0], *given_names().get(first, ())} if spelled else {f"{first}*"}
    return (f"{each}/{name.family}" for each in firsts)


def filed_alone(name: PersonName) -> set[str]:
    """The keys under which a name is found by a single word of it, its family name or the first one."""
    return {name.family, *(name.given[:1] or [key(name.printed)])}


def sought_alone(name: PersonName) -> set[str]:
    """The keys of the names that a name of one word may be a part of."""
    return {name.family, key(name.printed)}
