"""The names that one document prints, each once, with what the tables and the tagger make of it."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.model.mention import EntityKind, Mention, MentionKind
from app.model.resolution import Item
from app.resolve.persons import person_name
from app.resolve.printed import key
from app.resolve.tables import Known, country, lookup

NAMING = (MentionKind.NAME, MentionKind.ADJECTIVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One name of a document: everything that folds to `key`.

    `name` is its most usual print, `aliases` all prints of it and of the shorter forms that stood for it, `items` the
    indices of the items that use it. `known` is the table's row where the name means one, `ambiguous` is set where the
    tables know several.
    """

    key: str
    name: str
    kind: EntityKind
    aliases: frozenset[str]
    items: frozenset[int]
    known: Known | None = None
    ambiguous: bool = False


def forms(items: Sequence[Item]) -> Mapping[str, Form]:
    """The names of the document by key. Pronouns and descriptions add none: they stand for names printed elsewhere."""
    uses: dict[str, list[tuple[int, Mention]]] = defaultdict(list)
    for index, item in enumerate(items):
        for mention in item.findings.mentions:
            if mention.kind in NAMING and (folded := key(mention.name)):
                uses[folded].append((index, mention))
    families = _families(uses)
    return {folded: _form(folded, those, families) for folded, those in sorted(uses.items())}


def _families(uses: Mapping[str, Sequence[tuple[int, Mention]]]) -> frozenset[str]:
    """The last words of the full names of persons: such a word alone is not taken for a place or an organisation."""
    persons = [those[0][1].name for those in uses.values() if _majority(those) is EntityKind.PERSON]
    full = (name for name in map(person_name, persons) if name.full)
    return frozenset(word for name in full for word in key(name.family_printed).split()[-1:])


def _form(folded: str, uses: Sequence[tuple[int, Mention]], families: frozenset[str]) -> Form:
    prints = Counter(mention.name.strip() for _, mention in uses)
    name = min(prints, key=lambda print_: (-prints[print_], print_.isupper(), print_))
    kind = _majority(uses)
    known, ambiguous = _known(name, kind, uses, kind is EntityKind.PERSON and folded in families)
    surfaces = {mention.surface.strip() for _, mention in uses if mention.kind is MentionKind.NAME}
    return Form(
        key=folded,
        name=name,
        kind=known.kind if known else kind,
        aliases=frozenset(prints) | surfaces,
        items=frozenset(index for index, _ in uses),
        known=known,
        ambiguous=ambiguous,
    )


def _majority(uses: Sequence[tuple[int, Mention]]) -> EntityKind:
    votes = Counter(mention.entity_kind for _, mention in uses)
    return min(votes, key=lambda kind: (-votes[kind], list(EntityKind).index(kind)))


def _known(
    name: str, kind: EntityKind, uses: Sequence[tuple[int, Mention]], is_family: bool
) -> tuple[Known | None, bool]:
    """The row that `name` means, and whether there were several to choose from. A word that is the family name of
    somebody in the document is left to that person."""
    adjective = any(mention.kind is MentionKind.ADJECTIVE for _, mention in uses)
    if adjective and (found := country(name)):
        return found, False
    rows = lookup(name)
    if len(rows) != 1:
        return None, len(rows) > 1
    fits = not is_family and (rows[0].firm or rows[0].kind is kind)
    return (rows[0] if fits else None), False
