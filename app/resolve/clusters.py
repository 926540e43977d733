"""What is gathered of one document: its entities, each with the names it is printed under and what joined them."""

from dataclasses import dataclass, replace

from app.model.mention import EntityKind
from app.resolve.forms import Form
from app.resolve.persons import PersonName, person_name
from app.resolve.tables import Known


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


def join_form(cluster: Cluster, form: Form, score: float, reason: str) -> Cluster:
    """The cluster with one more name, joined by `reason`."""
    join = Join(form=form, score=score, reason=reason)
    return replace(cluster, forms=(*cluster.forms, form), joins=(*cluster.joins, join))
