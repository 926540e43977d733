"""Which known person a person of a document is."""

from collections.abc import Collection, Sequence

from app.model.entity import Entity
from app.resolve.clusters import Cluster
from app.resolve.matches import SAME_NAME, Match, alias_keys, choose, names
from app.resolve.persons import Likeness, PersonName, family_alone, likeness, person_name, same_family_alone
from app.resolve.printed import key

ADOPTED = 0.75
FAMILY_IN_STORE = 0.7


def match_person(cluster: Cluster, pool: Sequence[Entity]) -> Match:
    """Find the person among `pool`, which holds persons alone."""
    name = cluster.names[0]
    return _full(cluster, pool) if name.full else _family(name, pool)


def _full(cluster: Cluster, pool: Sequence[Entity]) -> Match:
    """A full name: the entity that bears it, else the one it is compatible with, else the one of whom no more than the
    family name was known. A name of initials alone is borne by all whom it fits."""
    keys = {form.key for form, name in zip(cluster.forms, cluster.names, strict=True) if name.full}
    scored = [(each, fit) for each in pool if (fit := _fit(cluster.names, each))]
    spelled = cluster.names[0].weight[0] > 0
    same = [each for each, _ in scored if alias_keys(each) & keys]
    if same and spelled:
        return choose(same, SAME_NAME, "", vague=True)
    if scored:
        fit = min((fit for _, fit in scored), key=lambda fit: fit.score)
        reason = fit.reason if fit.score < SAME_NAME else ""
        return choose([each for each, _ in scored], fit.score, reason, vague=not spelled)
    family = [each for each in pool if any(family_alone(person_name(each.name), n) for n in cluster.names)]
    namesakes = [
        each for each in pool if _full_names(each) and person_name(each.name).family == cluster.names[0].family
    ]
    if namesakes:
        return Match()
    return choose(family, ADOPTED, f"the only person so far printed as “{cluster.names[0].family_printed}” alone")


def _family(name: PersonName, pool: Sequence[Entity]) -> Match:
    """A family name alone: the only known person who bears it."""
    bearers = [each for each in pool if _bears(name, each)]
    if len(bearers) == 1 and key(bearers[0].name) == key(name.printed):
        return Match(entity=bearers[0])
    return choose(
        bearers, FAMILY_IN_STORE, "the only person of this family name known when the article came in", vague=True
    )


def _bears(name: PersonName, entity: Entity) -> bool:
    own = person_name(entity.name)
    return family_alone(name, own) or same_family_alone(name, own)


def _fit(given: Collection[PersonName], entity: Entity) -> Likeness | None:
    """The weakest agreement of the cluster's full names with the entity's; None as soon as two contradict."""
    pairs = [likeness(name, other) for name in given if name.full for other in _full_names(entity)]
    agreed = [fit for fit in pairs if fit]
    return min(agreed, key=lambda fit: fit.score) if agreed and len(agreed) == len(pairs) else None


def _full_names(entity: Entity) -> list[PersonName]:
    return [name for name in map(person_name, sorted(names(entity))) if name.full]
