"""Ids for keys: the one a key is known under, else a new one, the same for every use of it in the document."""

from collections.abc import Callable, Collection, Mapping, Sequence
from uuid import UUID

from app.model.resolution import Identified


def identified(
    keys: Sequence[Sequence[str]], known: Callable[[Collection[str]], Mapping[str, UUID]], new_id: Callable[[], UUID]
) -> tuple[tuple[Identified, ...], ...]:
    """The keys of each item with their ids, in the order given. `known` is asked once."""
    distinct = dict.fromkeys(key for each in keys for key in each)
    stored = known(tuple(distinct)) if distinct else {}
    ids = {key: stored.get(key) or new_id() for key in distinct}
    return tuple(tuple(Identified(id=ids[key], key=key) for key in each) for each in keys)
