"""Which names of one document are one entity's, before anything else is remembered.

Names of different kinds never meet. What fits two is joined to neither; the order of the items plays no part.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from app.model.mention import EntityKind
from app.resolve.acronyms import initials, letters
from app.resolve.clustering_persons import cluster_persons
from app.resolve.clusters import Cluster, Clustering, join_form
from app.resolve.forms import Form
from app.resolve.tables import Known, organisation_key

ACRONYM = 0.9
LEGAL_FORM = 0.93


def cluster(forms: Iterable[Form]) -> Clustering:
    """Gather the names of a document: by the table's row, by person, by acronym, else each for itself."""
    rest = sorted(forms, key=lambda form: form.key)
    local = {short.key: long for short, long in _expansions(rest)}
    rest = [replace(form, known=None, kind=EntityKind.ORGANISATION) if form.key in local else form for form in rest]
    known = _by_row([form for form in rest if form.known])
    persons = cluster_persons([form for form in rest if not form.known and form.kind is EntityKind.PERSON])
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
    longs: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        if form.kind is EntityKind.ORGANISATION and not form.known:
            for each in initials(form.name):
                longs[each].append(form)
    found = []
    for short in forms:
        placed = short.known and short.known.kind is not EntityKind.ORGANISATION
        fitting = longs.get(letters(short.name) or "", ())
        if len(fitting) == 1 and not placed and short.kind is not EntityKind.PERSON:
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
            clusters[at] = join_form(clusters[at], form, LEGAL_FORM, "the same name but for the legal form")
        else:
            clusters[at] = join_form(clusters[at], form, ACRONYM, f"the initials of “{long.name}”")
    return list(clusters.values())
