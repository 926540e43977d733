"""Which known entity, if any, a cluster of a document is. Pure comparison: what is not in `pool` is not known."""

from app.model.mention import EntityKind
from app.model.naming import fold
from app.resolve.clusters import Cluster
from app.resolve.matches import Match
from app.resolve.matching_names import match_name
from app.resolve.matching_persons import match_person
from app.resolve.pool import Pool
from app.resolve.printed import key
from app.resolve.romanise import spellings
from app.resolve.tables import Known, name_words, organisation_key


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


def match(cluster: Cluster, pool: Pool) -> Match:
    """Find the cluster's entity among `pool`."""
    if cluster.known:
        return _row(cluster.known, pool)
    those = pool.unlinked if cluster.ambiguous else pool
    return match_person(cluster, those) if cluster.kind is EntityKind.PERSON else match_name(cluster, those)


def _row(row: Known, pool: Pool) -> Match:
    for each in pool.listed(row):
        linked = (row.wikidata and each.wikidata == row.wikidata) or (row.geonames and each.geonames == row.geonames)
        named = each.name == row.name and each.kind is row.kind
        if linked or (named and each.wikidata == row.wikidata and each.geonames == row.geonames):
            return Match(entity=each)
    return Match()
