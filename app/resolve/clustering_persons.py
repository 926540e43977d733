"""Which names of one document are one person's."""

from collections import defaultdict
from collections.abc import Sequence

from app.resolve.clusters import Cluster, Clustering, join_form
from app.resolve.forms import Form
from app.resolve.persons import Likeness, PersonName, family_alone, likeness, person_name, same_family_alone
from app.resolve.printed import key

FAMILY_IN_DOCUMENT = 0.9
GIVEN_IN_ITEM = 0.75


def cluster_persons(forms: Sequence[Form]) -> Clustering:
    """Full names first, the fullest before the others; then family names alone. A full name that fits two is an entity
    of its own; a family name that fits two is none."""
    gathered = _Gathered()
    for form in sorted(forms, key=_fullest_first):
        name = person_name(form.name)
        near = gathered.near(name)
        fitting = [(at, fit) for at, each in near if (fit := _fit(name, each))]
        fitting = fitting or [(at, fit) for at, each in near if (fit := _familiar(form, name, each))]
        if len(fitting) == 1:
            gathered.join(fitting[0][0], form, fitting[0][1])
            continue
        if fitting:
            gathered.undecided.append((form, tuple(gathered.clusters[at] for at, _ in fitting)))
        if not fitting or name.full:
            gathered.begin(form)
    return Clustering(clusters=tuple(gathered.clusters), undecided=tuple(gathered.undecided))


def _fullest_first(form: Form) -> tuple[bool, tuple[int, ...], str]:
    name = person_name(form.name)
    return not name.full, tuple(-n for n in name.weight), form.key


class _Gathered:
    """Clusters of persons as they grow, found by family name or first given name: nothing else makes two names meet."""

    def __init__(self) -> None:
        self.clusters: list[Cluster] = []
        self.undecided: list[tuple[Form, tuple[Cluster, ...]]] = []
        self._index: dict[str, list[int]] = defaultdict(list)

    def near(self, name: PersonName) -> list[tuple[int, Cluster]]:
        places = {at for each in (name.family, key(name.printed)) for at in self._index.get(each, ())}
        return [(at, self.clusters[at]) for at in sorted(places)]

    def begin(self, form: Form) -> None:
        name = person_name(form.name)
        for each in {name.family, *name.given[:1]}:
            self._index[each].append(len(self.clusters))
        self.clusters.append(Cluster(forms=(form,)))

    def join(self, at: int, form: Form, fit: Likeness) -> None:
        for each in person_name(form.name).given[:1]:
            self._index[each].append(at)
        self.clusters[at] = join_form(self.clusters[at], form, fit.score, fit.reason)


def _fit(name: PersonName, other: Cluster) -> Likeness | None:
    """How `name` agrees with every full name of the cluster; the weakest agreement counts."""
    names = [each for each in other.names if each.full] or list(other.names[:1])
    if not name.full:
        fits = any(family_alone(name, each) or same_family_alone(name, each) for each in names)
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
