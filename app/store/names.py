"""Finding entities and outlets by what they are called."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, and_, false, func, literal, or_, select

from app.model.naming import fold, readings
from app.store.session import Session
from app.store.tables.entities import KEY_LENGTH, entity, entity_alias
from app.store.tables.outlets import outlet

MOST_NAMESAKES = 1_000
"""How many entities one name may stand for in a filter."""


def key_of(name: str) -> str:
    """A name as the store compares it: folded, and no longer than an index entry may be."""
    return fold(name)[:KEY_LENGTH]


def _keys(name: str) -> list[str]:
    return list(dict.fromkeys(reading[:KEY_LENGTH] for reading in readings(name)))


def escaped(text: str) -> str:
    """`text` for a LIKE pattern, its own wildcards taken literally."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def survivor(session: Session, entity_id: UUID) -> UUID:
    """The entity itself, or what it was merged into."""
    merged_into = session.execute(select(entity.c.merged_into).where(entity.c.id == entity_id)).scalar_one_or_none()
    return merged_into or entity_id


def named(session: Session, name: str) -> Sequence[UUID]:
    """The entities that have this name for an alias, or an alias that ends in it ("Peskov").

    Where there is none: those that have it the other way round ("Peskov, Dmitry"), or without the form of address
    ("Mr Peskov"), or whose given names begin with its initials ("D. Peskov").
    """
    alias, keys = entity_alias.c.folded, _keys(name)
    for key in keys:
        if found := _bearing(session, or_(alias == key, alias.like(f"% {escaped(key)}"))):
            return found
    for key in keys:
        *given, family = key.split()
        if any(len(word) == 1 for word in given) and len(family) > 1:
            begun = "".join(f"{word}{'[^ ]*' if len(word) == 1 else ''} ([^ ]+ )*" for word in given)
            spelt = alias.like(f"% {escaped(family)}") & alias.regexp_match(f"^{begun}{family}$")
            if found := _bearing(session, spelt):
                return found
    return []


def _bearing(session: Session, condition: ColumnElement[bool]) -> Sequence[UUID]:
    query = select(entity_alias.c.entity_id).distinct().where(condition)
    return session.execute(query.limit(MOST_NAMESAKES)).scalars().all()


def prints(folded: ColumnElement[str], name: str) -> ColumnElement[bool]:
    """Whether a folded phrase has this name among its words, in one of its readings."""
    return or_(false(), *(_prints(folded, key) for key in _keys(name)))


def _prints(folded: ColumnElement[str], key: str) -> ColumnElement[bool]:
    """The first condition is for the trigram index."""
    pattern = f"% {escaped(key)} %"
    return and_(folded.like(f"%{escaped(key)}%"), (literal(" ") + folded + literal(" ")).like(pattern))


def borne_by(
    session: Session,
    entity_id: ColumnElement[UUID | None],
    printed: ColumnElement[str],
    *,
    wanted: UUID | None,
    name: str | None,
) -> Iterator[ColumnElement[bool]]:
    """Whether somebody is the wanted entity (or its survivor), and has this name.

    Where no entity is known, the folded phrase as `printed` has to hold the name.
    """
    if wanted is not None:
        yield entity_id == survivor(session, wanted)
    if name is not None:
        yield or_(entity_id.in_(named(session, name)), and_(entity_id.is_(None), prints(printed, name)))


def starts_word(folded: ColumnElement[str], name: str) -> ColumnElement[bool]:
    """Whether a folded name, or one of its words, begins with this one."""
    key = escaped(key_of(name))
    return or_(folded.like(f"{key}%"), folded.like(f"% {key}%")) if key else false()


def nearly(folded: ColumnElement[str], name: str) -> ColumnElement[bool]:
    """Whether a folded name is spelt nearly like this one: half of their trigrams are the same."""
    key = key_of(name)
    return and_(folded.bool_op("%")(key), func.similarity(folded, key) >= 0.5) if key else false()


def is_outlet(outlet_id: ColumnElement[UUID | None], wanted: UUID | str) -> ColumnElement[bool]:
    """Whether an outlet is the one with this id or name."""
    if isinstance(wanted, UUID):
        return outlet_id == wanted
    return outlet_id == select(outlet.c.id).where(outlet.c.folded == key_of(wanted)).scalar_subquery()
