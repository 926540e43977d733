"""Which known organisation, place or event a name that no table knows is."""

from collections.abc import Sequence, Set

from app.model.entity import Entity
from app.model.mention import EntityKind
from app.resolve.clustering import LEGAL_FORM
from app.resolve.clusters import Cluster
from app.resolve.forms import Form
from app.resolve.matches import Match, choose
from app.resolve.pool import Pool
from app.resolve.printed import is_acronym, key
from app.resolve.tables import organisation_key

SAME_ALIAS = 0.9
OTHER_KIND = 0.8
ACRONYM_IN_STORE = 0.75


def match_name(cluster: Cluster, pool: Pool) -> Match:
    """By a folded name of the same kind; as a company, without its legal form; by its acronym, where no more was known;
    by a name of two words or more of another kind. What a document spells out is not found by its acronym alone."""
    spelled = [form for form in cluster.forms if not is_acronym(form.name)]
    keys = {form.key for form in spelled or cluster.forms}
    same = [each for each in pool.named(keys) if each.kind is not EntityKind.PERSON]
    if printed := [each for each in same if each.kind is cluster.kind]:
        return _kin(cluster, printed, keys)
    if cluster.kind is EntityKind.ORGANISATION and (
        found := _without_legal_form(spelled, pool) or _spelled_out(cluster, spelled, pool)
    ):
        return found
    words = cluster.forms[0].key.split()
    return choose(same, OTHER_KIND, f"the same name, taken for {_article(cluster.kind)} here") if words[1:] else Match()


def _without_legal_form(spelled: Sequence[Form], pool: Pool) -> Match | None:
    found = pool.companies({organisation_key(form.name) for form in spelled})
    return choose(found, LEGAL_FORM, "the same name but for the legal form") if found else None


def _spelled_out(cluster: Cluster, spelled: Sequence[Form], pool: Pool) -> Match | None:
    """The one entity printed under the cluster's acronym, if nothing else was known of it."""
    acronyms = {form.key for form in cluster.forms if is_acronym(form.name)} if spelled else set()
    found = [each for each in pool.named(acronyms) if each.kind is cluster.kind]
    if len(found) != 1 or not is_acronym(found[0].name):
        return None
    return Match(entity=found[0], score=ACRONYM_IN_STORE, reason="known by nothing but its acronym so far")


def _kin(cluster: Cluster, found: Sequence[Entity], keys: Set[str]) -> Match:
    """Of those that were printed so before the one whose own name it is, else the only one."""
    own = [each for each in found if key(each.name) in keys]
    if len(own) == 1:
        return Match(entity=own[0])
    kind = "acronym" if is_acronym(cluster.forms[0].name) else "name"
    return choose(found, SAME_ALIAS, f"“{cluster.forms[0].name}” was printed as its {kind} before", vague=True)


def _article(kind: EntityKind) -> str:
    return f"{'an' if kind.value[0] in 'aeiou' else 'a'} {kind.value}"
