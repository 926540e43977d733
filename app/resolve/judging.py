"""The decisions about names as judgements: wherever a name was joined by less than being printed the same.

`left` is the article that prints the name, `right` the entity. "Same" says that the name means the entity. "Different",
with a score of one half, says that the name fitted several and was given to none of them; of very many, a few are told.
"""

from collections.abc import Mapping, Sequence
from uuid import UUID

from app.model.entity import Entity, Judgement, Verdict
from app.model.resolution import Item
from app.resolve.clusters import Cluster, Clustering, Join
from app.resolve.forms import Form
from app.resolve.matches import Match
from app.resolve.printed import key
from app.resolve.tables import Known

MADE_BY = "resolve 1.0"
BY_TABLE = 0.98
UNDECIDED = 0.5
TOLD = 20
"""So many are told of those that a name fitted: each is a judgement that names all the others."""


def of_match(cluster: Cluster, found: Match, entity: Entity | None, items: Sequence[Item]) -> list[Judgement]:
    """Why each name of `cluster` was taken for `entity`, and why it was not taken for others that fitted."""
    return [*(_same(cluster, found, entity, items) if entity else ()), *_different(cluster, found, items)]


def _same(cluster: Cluster, found: Match, entity: Entity, items: Sequence[Item]) -> list[Judgement]:
    joins = {join.form.key: join for join in cluster.joins}
    return [
        _judgement(item, entity.id, Verdict.SAME, score, [f"“{form.name}”: {reasons[0]}", *reasons[1:]])
        for form in cluster.forms
        for score, reasons in [_grounds(form, joins.get(form.key), cluster.known, found, entity)]
        if reasons
        for item in _printing(form, items)
    ]


def _different(cluster: Cluster, found: Match, items: Sequence[Item]) -> list[Judgement]:
    first = cluster.forms[0]
    names = _told([other.name for other in found.undecided])
    why = found.reason or f"it fits {names}, and with several to choose from it is given to none of them"
    return [
        _judgement(item, other.id, Verdict.DIFFERENT, UNDECIDED, [f"“{first.name}”: {why}"])
        for other in found.undecided[:TOLD]
        for item in _printing(first, items)
    ]


def of_undecided(clustering: Clustering, of: Mapping[str, UUID], items: Sequence[Item]) -> list[Judgement]:
    """Why names that fit several entities of the document itself were given to none of them."""
    return [
        _judgement(item, of[each.forms[0].key], Verdict.DIFFERENT, UNDECIDED, [said])
        for form, fitting in clustering.undecided
        for said in [_several(form, fitting)]
        for each in fitting[:TOLD]
        if each.forms[0].key in of
        for item in _printing(form, items)
    ]


def _several(form: Form, fitting: Sequence[Cluster]) -> str:
    names = _told([each.forms[0].name for each in fitting])
    return f"“{form.name}”: it fits {names} of this document, and is given to none of them"


def _told(names: Sequence[str]) -> str:
    quoted = [f"“{name}”" for name in names[:TOLD]]
    return " and ".join([*quoted, f"{len(names) - TOLD} more"] if len(names) > TOLD else quoted)


def _grounds(
    form: Form, join: Join | None, known: Known | None, found: Match, entity: Entity
) -> tuple[float, list[str]]:
    """On what `form` was joined to `entity`; no reasons where it is the entity's own name."""
    if known:
        listed = f"{known.source} lists it as a name of “{known.name}”"
        return BY_TABLE, [] if form.key == key(entity.name) else [listed]
    reasons = [join.reason] if join else []
    reasons += [found.reason] if found.entity and found.reason else []
    return join.score * found.score if join else found.score, reasons


def _printing(form: Form, items: Sequence[Item]) -> list[Item]:
    return [items[index] for index in sorted(form.items)]


def _judgement(item: Item, entity: UUID, verdict: Verdict, score: float, reasons: Sequence[str]) -> Judgement:
    return Judgement(
        left=item.id, right=entity, verdict=verdict, score=round(score, 3), reasons=tuple(reasons), made_by=MADE_BY
    )
