"""Which known entity, if any, a cluster of a document is. Pure comparison: what is not in `pool` is not known."""

from collections.abc import Collection, Sequence, Set
from dataclasses import dataclass

from app.model.entity import Entity
from app.model.mention import EntityKind
from app.model.naming import fold
from app.resolve.clusters import LEGAL_FORM, Cluster
from app.resolve.forms import Form
from app.resolve.persons import Likeness, PersonName, family_alone, likeness, person_name
from app.resolve.printed import is_acronym, key
from app.resolve.romanise import spellings
from app.resolve.tables import Known, name_words, organisation_key

SAME_NAME = 1.0
SAME_ALIAS = 0.9
OTHER_KIND = 0.8
FAMILY_IN_STORE = 0.7
ADOPTED = 0.75


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """The entity a cluster is, how surely, and why; or none, with those that fitted when there were several.

    `vague`: the name alone does not tell which of them is meant, so it shall not make another entity either.
    """

    entity: Entity | None = None
    score: float = SAME_NAME
    reason: str = ""
    undecided: tuple[Entity, ...] = ()
    vague: bool = False


def wanted(cluster: Cluster) -> frozenset[str]:
    """The folded names under which a match of this cluster can be stored."""
    names = {cluster.known.name} if cluster.known else {form.name for form in cluster.forms}
    folded = {each for name in names for each in (fold(name), key(name))}
    if cluster.kind is EntityKind.PERSON:
        folded |= {each for name in cluster.names for each in spellings(name.family_printed)}
    elif cluster.kind is EntityKind.ORGANISATION and not cluster.known:
        bare = {organisation_key(form.name) for form in cluster.forms}
        folded |= bare | {f"{each} {legal}" for each in bare for legal in name_words("legal")}
    return frozenset(folded - {""})


def match(cluster: Cluster, pool: Sequence[Entity]) -> Match:
    """Find the cluster's entity among `pool`."""
    if cluster.known:
        return _row(cluster.known, pool)
    unlinked = [each for each in pool if not (cluster.ambiguous and (each.wikidata or each.geonames))]
    if cluster.kind is EntityKind.PERSON:
        persons = [each for each in unlinked if each.kind is EntityKind.PERSON]
        full = cluster.names[0].full
        return _full(cluster, persons) if full else _family(cluster.names[0], persons)
    return _named(cluster, [each for each in unlinked if each.kind is not EntityKind.PERSON])


def _row(row: Known, pool: Sequence[Entity]) -> Match:
    for each in pool:
        linked = (row.wikidata and each.wikidata == row.wikidata) or (row.geonames and each.geonames == row.geonames)
        named = each.name == row.name and each.kind is row.kind
        if linked or (named and each.wikidata == row.wikidata and each.geonames == row.geonames):
            return Match(entity=each)
    return Match()


def _named(cluster: Cluster, pool: Sequence[Entity]) -> Match:
    """By a folded name of the same kind; as a company, without its legal form; by its acronym, where no more was known;
    by a name of two words or more of another kind. What a document spells out is not found by its acronym alone."""
    spelled = [form for form in cluster.forms if not is_acronym(form.name)]
    keys = {form.key for form in spelled or cluster.forms}
    same = [each for each in pool if _aliases(each) & keys]
    kin = [each for each in pool if each.kind is cluster.kind]
    if printed := [each for each in same if each in kin]:
        return _kin(cluster, printed, keys)
    if cluster.kind is EntityKind.ORGANISATION and (
        found := _without_legal_form(spelled, kin) or _spelled_out(cluster, spelled, kin)
    ):
        return found
    words = cluster.forms[0].key.split()
    return (
        _choose(same, OTHER_KIND, f"the same name, taken for {_article(cluster.kind)} here") if words[1:] else Match()
    )


def _without_legal_form(spelled: Sequence[Form], kin: Sequence[Entity]) -> Match | None:
    bare = {organisation_key(form.name) for form in spelled}
    found = [each for each in kin if {*map(organisation_key, _names(each))} & bare]
    return _choose(found, LEGAL_FORM, "the same name but for the legal form") if found else None


def _spelled_out(cluster: Cluster, spelled: Sequence[Form], kin: Sequence[Entity]) -> Match | None:
    """The one entity printed under the cluster's acronym, if nothing else was known of it."""
    acronyms = {form.key for form in cluster.forms if form not in spelled} if spelled else set()
    found = [each for each in kin if _aliases(each) & acronyms]
    if len(found) != 1 or not is_acronym(found[0].name):
        return None
    return Match(entity=found[0], score=ADOPTED, reason="known by nothing but its acronym so far")


def _kin(cluster: Cluster, found: Sequence[Entity], keys: Set[str]) -> Match:
    """Of those that were printed so before the one whose own name it is, else the only one."""
    own = [each for each in found if key(each.name) in keys]
    if len(own) == 1:
        return Match(entity=own[0])
    kind = "acronym" if is_acronym(cluster.forms[0].name) else "name"
    return _choose(found, SAME_ALIAS, f"“{cluster.forms[0].name}” was printed as its {kind} before", vague=True)


def _full(cluster: Cluster, pool: Sequence[Entity]) -> Match:
    """A full name: the entity that bears it, else the one it is compatible with, else the one of whom no more than the
    family name was known."""
    keys = {form.key for form, name in zip(cluster.forms, cluster.names, strict=True) if name.full}
    same = [each for each in pool if _aliases(each) & keys]
    if same:
        return _choose(same, SAME_NAME, "", vague=True)
    scored = [(each, fit) for each in pool if (fit := _fit(cluster.names, each))]
    if scored:
        fit = min((fit for _, fit in scored), key=lambda fit: fit.score)
        return _choose([each for each, _ in scored], fit.score, fit.reason)
    family = [each for each in pool if any(family_alone(person_name(each.name), n) for n in cluster.names)]
    namesakes = [
        each for each in pool if _full_names(each) and person_name(each.name).family == cluster.names[0].family
    ]
    if namesakes:
        return Match()
    return _choose(family, ADOPTED, f"the only person so far printed as “{cluster.names[0].family_printed}” alone")


def _family(name: PersonName, pool: Sequence[Entity]) -> Match:
    """A family name alone: the only known person who bears it."""
    bearers = [each for each in pool if _bears(name, each)]
    if len(bearers) == 1 and key(bearers[0].name) == key(name.printed):
        return Match(entity=bearers[0])
    return _choose(
        bearers, FAMILY_IN_STORE, "the only person of this family name known when the article came in", vague=True
    )


def _bears(name: PersonName, entity: Entity) -> bool:
    own = person_name(entity.name)
    return family_alone(name, own) or (not own.full and own.family == name.family)


def _fit(names: Collection[PersonName], entity: Entity) -> Likeness | None:
    """The weakest agreement of the cluster's full names with the entity's; None as soon as two contradict."""
    pairs = [likeness(name, other) for name in names if name.full for other in _full_names(entity)]
    agreed = [fit for fit in pairs if fit]
    return min(agreed, key=lambda fit: fit.score) if agreed and len(agreed) == len(pairs) else None


def _full_names(entity: Entity) -> list[PersonName]:
    names = [person_name(alias) for alias in sorted(_names(entity))]
    return [name for name in names if name.full]


def _names(entity: Entity) -> frozenset[str]:
    return entity.aliases | {entity.name}


def _aliases(entity: Entity) -> frozenset[str]:
    return frozenset(key(alias) for alias in _names(entity))


def _choose(found: Sequence[Entity], score: float, reason: str, *, vague: bool = False) -> Match:
    if len(found) == 1:
        return Match(entity=found[0], score=score, reason=reason)
    return Match(undecided=tuple(found), vague=vague and len(found) > 1)


def _article(kind: EntityKind) -> str:
    return f"{'an' if kind.value[0] in 'aeiou' else 'a'} {kind.value}"
