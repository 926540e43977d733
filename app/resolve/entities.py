"""Who and what the mentions of one document are: known entities, or new ones."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from app.model.entity import Entity, Judgement
from app.model.mention import Mention
from app.model.resolution import Item
from app.resolve.candidates import Candidates
from app.resolve.clustering import cluster
from app.resolve.clusters import Cluster
from app.resolve.forms import forms
from app.resolve.judging import of_match, of_undecided
from app.resolve.matches import SAME_NAME, Match
from app.resolve.matching import match, wanted
from app.resolve.pool import Pool
from app.resolve.printed import key
from app.resolve.profiles import profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Identities:
    """`of` gives the entity of each folded name of the document; names that fit several are missing."""

    of: Mapping[str, UUID]
    entities: tuple[Entity, ...]
    judgements: tuple[Judgement, ...]

    def meant(self, mention: Mention) -> UUID | None:
        """The entity that a mention of the document means, where that is sure."""
        return self.of.get(key(mention.name))


def identify(items: Sequence[Item], candidates: Candidates, new_id: Callable[[], UUID]) -> Identities:
    """Decide which entity each name of the document means.

    A person of whom earlier documents printed no more than the family name is taken for the one full name of this
    document that fits, if nobody else of that name is known: the entity keeps its id and takes the fuller name. No name
    that was given to an entity before is ever given to another here.
    """
    clustering = cluster(forms(items).values())
    names = frozenset(name for each in clustering.clusters for name in wanted(each))
    pool = Pool(candidates.entities(names) if names else ())
    decided = [
        (each, found, None if found.vague else profile(each, found.entity, new_id))
        for each, found in _matched(clustering.clusters, pool)
    ]
    of = {form.key: entity.id for each, _, entity in decided if entity for form in each.forms}
    judgements = [judgement for each, found, entity in decided for judgement in of_match(each, found, entity, items)]
    judgements += of_undecided(clustering, of, items)
    entities = _distinct([entity for _, _, entity in decided if entity])
    return Identities(of=of, entities=entities, judgements=tuple(judgements))


def _matched(clusters: Sequence[Cluster], pool: Pool) -> list[tuple[Cluster, Match]]:
    """Each cluster with its match. Clusters are different entities, so what one of them surely is no other may be taken
    for, and what several might be none is."""
    found = [(each, match(each, pool)) for each in clusters]
    claims = Counter(m.entity.id for _, m in found if m.entity)
    sure = {m.entity.id for _, m in found if m.entity and m.score == SAME_NAME}
    return [(each, m if _stands(m, claims, sure) else _given_up(m)) for each, m in found]


def _stands(found: Match, claims: Mapping[UUID, int], sure: set[UUID]) -> bool:
    if found.entity is None or found.score == SAME_NAME:
        return True
    return found.entity.id not in sure and claims[found.entity.id] == 1


def _given_up(found: Match) -> Match:
    undecided = (found.entity,) if found.entity else ()
    return Match(undecided=undecided, reason="another name of the same document fits it as well or better")


def _distinct(entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """One value per id, with the aliases of all clusters that turned out to be it."""
    merged: dict[UUID, Entity] = {}
    for entity in entities:
        earlier = merged.get(entity.id)
        merged[entity.id] = replace(earlier, aliases=earlier.aliases | entity.aliases) if earlier else entity
    return tuple(merged.values())
