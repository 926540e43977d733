"""Which names of one document are one entity's, before anything else is remembered.

Names of different kinds never meet. What fits two is joined to neither; the order of the items plays no part.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.model.mention import EntityKind
from app.resolve.acronyms import stands_for
from app.resolve.forms import Form
from app.resolve.persons import Likeness, PersonName, family_alone, likeness, person_name
from app.resolve.tables import Known, organisation_key

FAMILY_IN_DOCUMENT = 0.9
GIVEN_IN_ITEM = 0.75
LEGAL_FORM = 0.93
ACRONYM_IN_DOCUMENT = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """A name that was joined to a cluster by something weaker than being the same folded name."""

    form: Form
    score: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """One entity of the document: its forms (the fullest first), and the joins among them."""

    forms: tuple[Form, ...]
    known: Known | None = None
    joins: tuple[Join, ...] = ()

    @property
    def kind(self) -> EntityKind:
        return self.forms[0].kind

    @property
    def ambiguous(self) -> bool:
        return any(form.ambiguous for form in self.forms)

    @property
    def names(self) -> tuple[PersonName, ...]:
        return tuple(person_name(form.name) for form in self.forms)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clustering:
    """The clusters of a document, and the forms that fit several of them, each with those it fits (as they stood then:
    they are told by their first form)."""

    clusters: tuple[Cluster, ...]
    undecided: tuple[tuple[Form, tuple[Cluster, ...]], ...] = ()


def cluster(forms: Iterable[Form]) -> Clustering:
    """Gather the names of a document: by the table's row, by person, by acronym, else each for itself."""
    rest = sorted(forms, key=lambda form: form.key)
    local = {short.key: long for short, long in _expansions(rest)}
    rest = [replace(form, known=None, kind=EntityKind.ORGANISATION) if form.key in local else form for form in rest]
    known = _by_row([form for form in rest if form.known])
    persons = _persons([form for form in rest if not form.known and form.kind is EntityKind.PERSON])
    others = [form for form in rest if not form.known and form.kind is not EntityKind.PERSON]
    return Clustering(clusters=(*known, *persons.clusters, *_others(others, local)), undecided=persons.undecided)


def _by_row(forms: Sequence[Form]) -> list[Cluster]:
    groups: dict[Known, list[Form]] = {}
    for form in forms:
        if form.known:
            groups.setdefault(form.known, []).append(form)
    return [Cluster(forms=tuple(group), known=row) for row, group in groups.items()]


def _expansions(forms: Sequence[Form]) -> list[tuple[Form, Form]]:
    """Acronyms with the one longer name of the document whose initials they are. What the document itself spells out
    goes before the table of organisations, not before the gazetteer."""
    longs = [form for form in forms if form.kind is EntityKind.ORGANISATION and not form.known]
    found = []
    for short in forms:
        placed = short.known and short.known.kind is not EntityKind.ORGANISATION
        fitting = (
            [] if placed or short.kind is EntityKind.PERSON else [f for f in longs if stands_for(short.name, f.name)]
        )
        if len(fitting) == 1:
            found.append((short, fitting[0]))
    return found


def _others(forms: Sequence[Form], expansions: Mapping[str, Form]) -> list[Cluster]:
    """Forms of one kind whose names differ in a legal form alone are one; then acronyms go to what they stand for."""
    clusters: dict[tuple[EntityKind, str], Cluster] = {}
    for form in sorted(forms, key=lambda form: (form.key in expansions, form.key)):
        long = expansions.get(form.key, form)
        at = (long.kind, organisation_key(long.name) if long.kind is EntityKind.ORGANISATION else long.key)
        if at not in clusters:
            clusters[at] = Cluster(forms=(form,))
        elif form is long:
            clusters[at] = _joined(clusters[at], form, LEGAL_FORM, "the same name but for the legal form")
        else:
            clusters[at] = _joined(clusters[at], form, ACRONYM_IN_DOCUMENT, f"the initials of “{long.name}”")
    return list(clusters.values())


def _joined(cluster: Cluster, form: Form, score: float, reason: str) -> Cluster:
    join = Join(form=form, score=score, reason=reason)
    return replace(cluster, forms=(*cluster.forms, form), joins=(*cluster.joins, join))


def _persons(forms: Sequence[Form]) -> Clustering:
    """Full names first, the fullest before the others; then family names alone. A full name that fits two is an entity
    of its own; a family name that fits two is none."""
    ranked = sorted(forms, key=lambda form: (tuple(-n for n in person_name(form.name).weight), form.key))
    clusters: list[Cluster] = []
    undecided: list[tuple[Form, tuple[Cluster, ...]]] = []
    singles = [form for form in ranked if not person_name(form.name).full]
    for form in [form for form in ranked if form not in singles] + singles:
        name = person_name(form.name)
        fitting = [(each, fit) for each in clusters if (fit := _fit(name, each))]
        fitting = fitting or [(each, fit) for each in clusters if (fit := _familiar(form, name, each))]
        if len(fitting) == 1:
            joined, fit = fitting[0]
            join = Join(form=form, score=fit.score, reason=fit.reason)
            clusters[clusters.index(joined)] = replace(joined, forms=(*joined.forms, form), joins=(*joined.joins, join))
            continue
        if fitting:
            undecided.append((form, tuple(each for each, _ in fitting)))
        if not fitting or name.full:
            clusters.append(Cluster(forms=(form,)))
    return Clustering(clusters=tuple(clusters), undecided=tuple(undecided))


def _fit(name: PersonName, other: Cluster) -> Likeness | None:
    """How `name` agrees with every full name of the cluster; the weakest agreement counts."""
    names = [each for each in other.names if each.full] or list(other.names[:1])
    if not name.full:
        fits = any(family_alone(name, each) or (not each.full and each.family == name.family) for each in names)
        full = names[0].printed
        return (
            Likeness(FAMILY_IN_DOCUMENT, f"the family name of “{full}”, the only one in the document") if fits else None
        )
    fitting = [likeness(name, each) for each in names]
    agreed = [fit for fit in fitting if fit]
    return min(agreed, key=lambda fit: fit.score) if agreed and len(agreed) == len(fitting) else None


def _familiar(form: Form, name: PersonName, other: Cluster) -> Likeness | None:
    """Whether one word is the given name of somebody whom the same item names in full."""
    full = next((each for each in other.names if each.full and each.given[0] == name.family), None)
    together = any(form.items & each.items for each in other.forms)
    if name.full or full is None or not together:
        return None
    return Likeness(GIVEN_IN_ITEM, f"the given name of “{full.printed}”, the only one in the same item")
