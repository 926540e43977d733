"""From a phrase to a party: whom the text means by it, where that is sure enough."""

from collections.abc import Mapping

from app.attribute.descriptions import Descriptions
from app.attribute.lexicon import ANONYMOUS
from app.attribute.people import People
from app.attribute.phrases import Phrase
from app.attribute.pronouns import Antecedent
from app.attribute.tree import Tree
from app.model.mention import EntityKind, Mention, MentionKind
from app.model.quote import Party

_APPOSED, _DESCRIBED = 0.9, 0.65
_ADDRESSES = ("mr", "mrs", "ms", "miss")
_DEFINITE = ("the", "this", "that", "his", "her", "its", "their", "my", "our")


class References:
    """Everything in an article that a phrase can refer to."""

    def __init__(
        self,
        tree: Tree,
        text: str,
        people: People,
        descriptions: Descriptions,
        antecedents: Mapping[int, Antecedent],
    ) -> None:
        self._tree, self._text, self._people = tree, text, people
        self._descriptions, self._antecedents = descriptions, antecedents

    def party(self, phrase: Phrase) -> Party:
        """The phrase with the name mention it stands for; without one where several are meant or nobody is sure."""
        span = self._tree.span(phrase.stretch)
        form, found = self._referent(phrase)
        mention = found.mention if found and not _is_of_unnamed(found.mention) else None
        return Party(
            spans=(span,),
            text=span.of(self._text),
            form=form,
            mention=mention,
            role=mention.roles[0].text if mention and mention.roles and span.overlaps(mention.span) else None,
            anonymous=mention is None and form is MentionKind.NOMINAL and self._is_anonymous(phrase),
            confidence=found.confidence if found and mention else 1.0,
            reason=found.reason if found and mention else "the text does not say surely who this is",
        )

    def _referent(self, phrase: Phrase) -> tuple[MentionKind, Antecedent | None]:
        head = self._tree.tokens[phrase.head]
        if head.pos == "PRON":
            return MentionKind.PRONOUN, self._antecedents.get(phrase.head)
        mention = self._people.at(phrase.head)
        if mention is not None:
            single = None if self._is_joined(phrase) else self._named(mention)
            return MentionKind.NAME, single
        apposed = self._apposed(phrase)
        if apposed is not None:
            return MentionKind.NAME, Antecedent(apposed, _APPOSED, "named in the same phrase as the role")
        described = None if self._is_joined(phrase) else self._descriptions.bearer(self._tree, phrase)
        reason = "the only one in the article whom the description fits"
        return MentionKind.NOMINAL, Antecedent(described, _DESCRIBED, reason) if described else None

    def _named(self, mention: Mention) -> Antecedent:
        whole = mention.name == " ".join(mention.surface.split())
        reason = "named in full" if whole else "the short name of one person in the article"
        return Antecedent(mention, mention.confidence, reason)

    def _apposed(self, phrase: Phrase) -> Mention | None:
        """The person whose role the head noun is, or who is named after it ("the spokesman …, Ola Berg")."""
        mention = self._people.titled(phrase.head)
        if mention is None:
            named = (self._people.at(child) for child in self._tree.children(phrase.head, "appos"))
            mention = next((m for m in named if m and m.entity_kind is EntityKind.PERSON), None)
        return mention if mention and self._tree.span(phrase.stretch).covers(mention.span) else None

    def _is_joined(self, phrase: Phrase) -> bool:
        """Are there several ("Berg and Dahl"), whichever of them the parse makes the head?"""
        if any(child < phrase.stretch.end for child in self._tree.children(phrase.head, "conj")):
            return True
        inside = range(*phrase.stretch)
        named = {mention.name for index in inside if (mention := self._people.at(index))}
        head = self._people.at(phrase.head)
        linked = any(self._tree.tokens[i].dep == "cc" and i < phrase.head for i in inside)
        return head is not None and linked and len(named) > 1 and self._is_led_by_another(head, phrase)

    def _is_led_by_another(self, head: Mention, phrase: Phrase) -> bool:
        """Does the phrase begin with a name other than its head's?"""
        first = self._people.at(phrase.stretch.first)
        return first is not None and first.name != head.name

    def _is_anonymous(self, phrase: Phrase) -> bool:
        first = self._tree.tokens[phrase.stretch.first].text.lower()
        return self._tree.tokens[phrase.head].lemma.lower() in ANONYMOUS and first not in _DEFINITE


def _is_of_unnamed(mention: Mention) -> bool:
    """ "Mrs Crane" where the article's only Crane is a man: kept vague, lest the surname be taken for his."""
    title, _, rest = mention.name.partition(" ")
    return rest == " ".join(mention.surface.split()) and title.rstrip(".").lower() in _ADDRESSES
