"""Entities with their aliases, outlets and judgements of a resolution, brought into the store."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert

from app.kit.ids import new_id
from app.model.entity import Entity, Judgement
from app.store import judgements
from app.store.deriving.reconcile import Difference, difference, touch, write
from app.store.deriving.rows import Row
from app.store.names import key_of
from app.store.searching import among
from app.store.session import Session
from app.store.tables.entities import entity, entity_alias
from app.store.tables.outlets import outlet


def save_entities(session: Session, entities: Sequence[Entity], moment: datetime) -> None:
    """Insert new entities, update known ones, add aliases. No alias and no outside id is ever taken away here."""
    wanted_ids = [each.id for each in entities]
    rows = session.execute(select(entity).where(among(entity.c.id, wanted_ids))).mappings()
    stored = {row["id"]: row for row in rows}
    wanted = []
    for each in entities:
        known = stored.get(each.id, {"wikidata": None, "geonames": None})
        wanted.append(
            {
                "id": each.id,
                "kind": each.kind,
                "name": each.name,
                "folded": key_of(each.name),
                "wikidata": each.wikidata or known["wikidata"],
                "geonames": each.geonames or known["geonames"],
            }
        )
    found = difference(session, entity, among(entity.c.id, wanted_ids), ("id",), wanted)
    write(session, found, moment)
    _add_aliases(session, entities, found, moment)


def _add_aliases(session: Session, entities: Sequence[Entity], found: Difference, moment: datetime) -> None:
    rows: list[Row] = [
        {"entity_id": each.id, "folded": folded, "name": name}
        for each in entities
        for folded, name in _by_key(each).items()
    ]
    if not rows:
        return
    known = select(entity_alias.c.entity_id, entity_alias.c.folded)
    stored = {
        (entity_id, folded)
        for entity_id, folded in session.execute(
            known.where(among(entity_alias.c.entity_id, [each.id for each in entities]))
        )
    }
    new = [row for row in rows if (row["entity_id"], row["folded"]) not in stored]
    if new:
        session.connection().execute(insert(entity_alias), new)
    touch(session, entity, {row["entity_id"] for row in new} - found.written, moment)


def _by_key(each: Entity) -> dict[str, str]:
    """An entity's names by their folded form, the first printed of each; its own name goes first."""
    names: dict[str, str] = {}
    for name in (each.name, *sorted(each.aliases)):
        if folded := key_of(name):
            names.setdefault(folded, name)
    return names


def save_outlets(session: Session, outlets: Iterable[tuple[str, str | None]], moment: datetime) -> Mapping[str, UUID]:
    """The ids of outlets, given as names with home pages, by their folded names.

    Those that are new are made; one whose home page was unknown gets it, one that has one keeps it.
    """
    named = [(folded, name, home) for name, home in outlets if (folded := key_of(name))]
    by_key = {folded: name for folded, name, _ in named}
    for folded, name in by_key.items():
        made = insert(outlet).values(id=new_id(), name=name, folded=folded, created_at=moment, updated_at=moment)
        session.execute(made.on_conflict_do_nothing(index_elements=["folded"]))
    rows = session.execute(select(outlet).where(among(outlet.c.folded, by_key))).all()
    homes = {folded: home for folded, _, home in reversed(named) if home}
    for row in rows:
        if row.home_url is None and row.folded in homes:
            known = update(outlet).where(outlet.c.id == row.id)
            session.execute(known.values(home_url=homes[row.folded], updated_at=moment))
    return {row.folded: row.id for row in rows}


def save_judgements(session: Session, made: Sequence[Judgement]) -> None:
    """Append what was decided, except where the same was decided last time of the same two things."""
    pairs: dict[tuple[UUID, UUID, str], list[Judgement]] = defaultdict(list)
    for judgement in made:
        pairs[judgement.left, judgement.right, judgement.made_by].append(judgement)
    for (left, right, made_by), decided in pairs.items():
        if judgements.latest(session, left, right, made_by, len(decided)) != decided:
            for judgement in decided:
                judgements.add(session, judgement)
