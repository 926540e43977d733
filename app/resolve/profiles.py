"""What an entity is called after a document: its name, and every alias it was printed under."""

from collections.abc import Callable, Set
from dataclasses import replace
from uuid import UUID

from app.model.entity import Entity
from app.model.mention import EntityKind
from app.resolve.clusters import Cluster
from app.resolve.persons import person_name
from app.resolve.printed import is_acronym, key


def profile(cluster: Cluster, known: Entity | None, new_id: Callable[[], UUID]) -> Entity:
    """The entity that `cluster` is: `known` with what the document adds, or a new one."""
    name = _name(cluster, known)
    printed = frozenset(alias for form in cluster.forms for alias in form.aliases)
    if known:
        return replace(known, name=name, aliases=_aliases(name, printed | known.aliases))
    row = cluster.known
    return Entity(
        id=new_id(),
        kind=cluster.kind,
        name=name,
        aliases=_aliases(name, printed),
        wikidata=row.wikidata if row else None,
        geonames=row.geonames if row else None,
    )


def _name(cluster: Cluster, known: Entity | None) -> str:
    """The table's name, else the fullest: a known entity keeps its own unless the document's says more."""
    if cluster.known:
        return cluster.known.name
    own = cluster.forms[0].name
    if cluster.kind is EntityKind.PERSON:
        own = person_name(own).printed
    return own if known is None or _fuller(own, known) else known.name


def _fuller(name: str, known: Entity) -> bool:
    if known.kind is EntityKind.PERSON:
        return person_name(name).weight[:2] > person_name(known.name).weight[:2]
    return is_acronym(known.name) and not is_acronym(name)


def _aliases(name: str, printed: Set[str]) -> frozenset[str]:
    """The aliases without those that differ only in case, marks or a possessive; not those that say nothing."""
    best = {key(name): name}
    for alias in sorted(printed, key=lambda each: (each.isupper() and not is_acronym(each), len(each), each)):
        if folded := key(alias):
            best.setdefault(folded, alias)
    return frozenset(best.values())
