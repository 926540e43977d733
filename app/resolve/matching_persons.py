"""Which known person a person of a document is."""

from collections.abc import Collection

from app.resolve.clusters import Cluster
from app.resolve.matches import SAME_NAME, Match, alias_keys, choose
from app.resolve.namesakes import MOST_NAMESAKES, filed_alone, sought_alone
from app.resolve.persons import Likeness, PersonName, family_alone, likeness, same_family_alone
from app.resolve.pool import Person, Pool
from app.resolve.printed import key

ADOPTED = 0.75
FAMILY_IN_STORE = 0.7


def match_person(cluster: Cluster, pool: Pool) -> Match:
    """Find the person among those of `pool`."""
    name = cluster.names[0]
    return _full(cluster, pool) if name.full else _family(name, pool)


def _full(cluster: Cluster, pool: Pool) -> Match:
    """A full name: the entity that bears it, else the one it is compatible with, else the one of whom no more than the
    family name was known. A name of initials alone is borne by all whom it fits."""
    name, names = cluster.names[0], tuple(dict.fromkeys(each for each in cluster.names if each.full))
    keys = {form.key for form, each in zip(cluster.forms, cluster.names, strict=True) if each.full}
    spelled = name.weight[0] > 0
    near = pool.like(name)
    crowd = len(near) > MOST_NAMESAKES
    scored = [(each, fit) for each in (pool.called(keys) if crowd else near) if (fit := _fit(names, each))]
    same = [each.entity for each, _ in scored if alias_keys(each.entity) & keys]
    if same and spelled:
        return choose(same, SAME_NAME, "", vague=True)
    if crowd:
        return Match(vague=not spelled)
    if scored:
        fit = min((fit for _, fit in scored), key=lambda fit: fit.score)
        reason = fit.reason if fit.score < SAME_NAME else ""
        return choose([each.entity for each, _ in scored], fit.score, reason, vague=not spelled)
    if any(each.full and each.own.family == name.family for each in pool.bearing([name.family])):
        return Match()
    alone = pool.bearing({each for one in names for each in filed_alone(one)})
    family = [each.entity for each in alone if any(family_alone(each.own, one) for one in names)]
    return choose(family, ADOPTED, f"the only person so far printed as “{name.family_printed}” alone")


def _family(name: PersonName, pool: Pool) -> Match:
    """A family name alone: the only known person who bears it."""
    bearers = [each.entity for each in pool.bearing(sought_alone(name)) if _bears(name, each.own)]
    if len(bearers) == 1 and key(bearers[0].name) == key(name.printed):
        return Match(entity=bearers[0])
    return choose(
        bearers, FAMILY_IN_STORE, "the only person of this family name known when the article came in", vague=True
    )


def _bears(name: PersonName, own: PersonName) -> bool:
    return family_alone(name, own) or same_family_alone(name, own)


def _fit(given: Collection[PersonName], known: Person) -> Likeness | None:
    """The weakest agreement of full names with the known person's; None as soon as two contradict."""
    pairs = [likeness(name, other) for name in given for other in known.full]
    agreed = [fit for fit in pairs if fit]
    return min(agreed, key=lambda fit: fit.score) if agreed and len(agreed) == len(pairs) else None
