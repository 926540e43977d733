"""Which names of one document are one person's."""

from collections import defaultdict
from collections.abc import Collection, Sequence, Set

from app.resolve.clusters import Cluster, Clustering, join_form
from app.resolve.forms import Form
from app.resolve.namesakes import MOST_NAMESAKES, filed, filed_alone, sought, sought_alone
from app.resolve.persons import Likeness, PersonName, family_alone, likeness, person_name, same_family_alone

FAMILY_IN_DOCUMENT = 0.9
GIVEN_IN_ITEM = 0.75


def cluster_persons(forms: Sequence[Form]) -> Clustering:
    """Full names first, the fullest before the others; then family names alone. A full name that fits two is an entity
    of its own; a family name that fits two is none."""
    gathered = _Gathered()
    for form in sorted(forms, key=_fullest_first):
        name = person_name(form.name)
        places = gathered.near(name)
        near, crowd = places[:MOST_NAMESAKES], len(places) > MOST_NAMESAKES
        fitting = [(at, fit) for at in near if (fit := _fit(name, gathered.names[at]))]
        fitting = fitting or [
            (at, fit) for at in near if (fit := _familiar(form, name, gathered.names[at], gathered.items[at]))
        ]
        if len(fitting) == 1 and not crowd:
            gathered.join(fitting[0][0], form, fitting[0][1])
            continue
        if fitting:
            gathered.undecided.append((form, tuple(gathered.clusters[at] for at, _ in fitting)))
        if name.full or not (fitting or crowd):
            gathered.begin(form)
    return Clustering(clusters=tuple(gathered.clusters), undecided=tuple(gathered.undecided))


def _fullest_first(form: Form) -> tuple[bool, tuple[int, ...], str]:
    name = person_name(form.name)
    return not name.full, tuple(-n for n in name.weight), form.key


class _Gathered:
    """Clusters of persons as they grow, found by what can make two names meet; their distinct names, in order, and the
    items that print them."""

    def __init__(self) -> None:
        self.clusters: list[Cluster] = []
        self.undecided: list[tuple[Form, tuple[Cluster, ...]]] = []
        self.names: list[dict[PersonName, None]] = []
        self.items: list[set[int]] = []
        self._index: dict[str, list[int]] = defaultdict(list)

    def near(self, name: PersonName) -> list[int]:
        keys = sought(name) if name.full else sought_alone(name)
        return sorted({at for each in keys for at in self._index.get(each, ())})

    def begin(self, form: Form) -> None:
        name = person_name(form.name)
        for each in {*filed_alone(name), *(filed(name) if name.full else ())}:
            self._index[each].append(len(self.clusters))
        self.clusters.append(Cluster(forms=(form,)))
        self.names.append({name: None})
        self.items.append(set(form.items))

    def join(self, at: int, form: Form, fit: Likeness) -> None:
        name = person_name(form.name)
        for each in name.given[:1]:
            self._index[each].append(at)
        self.clusters[at] = join_form(self.clusters[at], form, fit.score, fit.reason)
        self.names[at][name] = None
        self.items[at] |= form.items


def _fit(name: PersonName, others: Collection[PersonName]) -> Likeness | None:
    """How `name` agrees with every full name of a cluster; the weakest agreement counts."""
    names = [each for each in others if each.full] or list(others)[:1]
    if not name.full:
        fits = any(family_alone(name, each) or same_family_alone(name, each) for each in names)
        full = names[0].printed
        return (
            Likeness(FAMILY_IN_DOCUMENT, f"the family name of “{full}”, the only one in the document") if fits else None
        )
    fitting = [likeness(name, each) for each in names]
    agreed = [fit for fit in fitting if fit]
    return min(agreed, key=lambda fit: fit.score) if agreed and len(agreed) == len(fitting) else None


def _familiar(form: Form, name: PersonName, others: Collection[PersonName], items: Set[int]) -> Likeness | None:
    """Whether one word is the given name of somebody whom the same item names in full."""
    full = next((each for each in others if each.full and each.given[0] == name.family), None)
    if name.full or full is None or form.items.isdisjoint(items):
        return None
    return Likeness(GIVEN_IN_ITEM, f"the given name of “{full.printed}”, the only one in the same item")
