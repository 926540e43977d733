"""Whom "the minister" or "the bank" means: the one of the article that fits, or nobody."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence

from app.attribute.phrases import Phrase
from app.attribute.tree import Tree
from app.model.mention import EntityKind, Mention, MentionKind
from app.model.naming import fold
from app.model.span import Span

_OTHER_OFFICE = frozenset(("former", "ex", "late", "then", "vice", "deputy", "acting", "assistant", "elect"))
_DEFINITE = ("the", "this", "that")


class Descriptions:
    """The roles of an article's persons and the words of its organisations' names, each with who bears them."""

    def __init__(self, tree: Tree, mentions: Sequence[Mention]) -> None:
        self._adjectives = {fold(m.surface): fold(m.name) for m in mentions if m.kind is MentionKind.ADJECTIVE}
        self._roles: dict[str, dict[str, tuple[frozenset[str], Mention]]] = defaultdict(dict)
        self._organisations: dict[str, dict[str, Mention]] = defaultdict(dict)
        self._named = [m for m in mentions if m.kind is MentionKind.NAME and m.entity_kind is EntityKind.ORGANISATION]
        for mention in mentions:
            for role in mention.roles:
                self._add_role(mention, _head_word(tree, role.span), fold(role.text).split())
            if mention.kind is MentionKind.NAME and mention.entity_kind is EntityKind.ORGANISATION:
                for word in fold(mention.name).split():
                    self._organisations[word].setdefault(fold(mention.name), mention)

    def _add_role(self, mention: Mention, head: str, words: Sequence[str]) -> None:
        known, first = self._roles[head].get(mention.name, (frozenset(), mention))
        normal = frozenset(self._adjectives.get(word, word) for word in words)
        self._roles[head][mention.name] = (known | normal, first)

    def bearer(self, tree: Tree, phrase: Phrase) -> Mention | None:
        """The only person, else the only organisation, that a definite description fits; None for any other phrase.

        Its head must be the role's, and its other words among the role's ("the Russian minister": "Defense Minister of
        Russia"); "the institute" may stand for the organisation named last, if that word is in its name.
        """
        tokens = tree.tokens[phrase.stretch.first : phrase.stretch.end]
        if not tokens or tokens[0].text.lower() not in _DEFINITE or phrase.head != phrase.stretch.end - 1:
            return None
        words = [self._adjectives.get(fold(t.text), fold(t.text)) for t in tokens[1:] if fold(t.text)]
        if not words:
            return None
        people = [m for known, m in self._roles.get(words[-1], {}).values() if _fits(set(words), known)]
        if people:
            return people[0] if len(people) == 1 else None
        found = _only(self._organisations.get(words[-1], {})) if len(words) == 1 else None
        return found if found and self._is_latest(found, tokens[0].start) else None

    def _is_latest(self, organisation: Mention, before: int) -> bool:
        """Is this the organisation named last before an offset?"""
        at = bisect_left(self._named, before, key=lambda mention: mention.span.start)
        return at > 0 and self._named[at - 1].name == organisation.name


def _fits(words: set[str], role: frozenset[str]) -> bool:
    """Is every word of a description in the role, and nothing in the role that makes it another office?"""
    return words <= role and not (role & _OTHER_OFFICE) - words


def _head_word(tree: Tree, span: Span) -> str:
    """The word of a phrase on which the others of it depend."""
    words = [t for t in tree.within(span) if not span.start <= tree.tokens[t.head].start < span.end]
    nouns = [t for t in words or tree.within(span) if t.pos in ("NOUN", "PROPN")]
    return fold(nouns[-1].text) if nouns else ""


def _only(found: Mapping[str, Mention]) -> Mention | None:
    return next(iter(found.values())) if len(found) == 1 else None
