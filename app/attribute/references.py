"""From a phrase to a party: whom the text means by it, where that is sure enough."""

from collections.abc import Sequence

from app.attribute.around import Setting
from app.attribute.discourse import Discourse
from app.attribute.figures import Cast
from app.attribute.lexicon import ANONYMOUS
from app.attribute.named import named
from app.attribute.phrases import Phrase
from app.attribute.referent import Referent
from app.attribute.tree import Tree
from app.model.mention import Mention, MentionKind
from app.model.quote import Party

_DEFINITE = ("the", "this", "that", "his", "her", "its", "their", "my", "our")
_FIRST = ("i", "me", "my", "myself")
_UNSURE = "the text does not say surely who this is"


class References:
    """Everything in an article that a phrase can refer to."""

    def __init__(self, tree: Tree, text: str, mentions: Sequence[Mention], setting: Setting) -> None:
        self._tree, self._text, self._quoted = tree, text, setting.quoted
        self._cast = Cast(tree, mentions)
        self._discourse = Discourse(tree, self._cast, setting)

    def party(self, phrase: Phrase) -> Party:
        """The phrase with the name mention it stands for; without one where several are meant or nobody is sure."""
        span = self._tree.span(phrase.stretch)
        found = self._referent(phrase)
        mention = found.mention
        return Party(
            spans=(span,),
            text=span.of(self._text),
            form=found.form,
            mention=mention,
            role=mention.roles[0].text if mention and mention.roles and span.overlaps(mention.span) else None,
            anonymous=mention is None and found.form is MentionKind.NOMINAL and self._is_anonymous(phrase),
            confidence=found.confidence if mention else 1.0,
            reason=found.reason if mention else _UNSURE,
        )

    def _referent(self, phrase: Phrase) -> Referent:
        token = self._tree.tokens[phrase.head]
        if token.text.lower() in _FIRST:
            return self._speaker_around(phrase)
        told = named(self._tree, self._cast, phrase)
        if told:
            return Referent(told.form, told.figure, told.mention, told.confidence, told.reason)
        nobody = Referent(MentionKind.PRONOUN if token.pos == "PRON" else MentionKind.NOMINAL)
        found = self._discourse.referent(phrase.head) or nobody
        is_quoted_pronoun = token.pos == "PRON" and self._quoted[phrase.head]
        return nobody if is_quoted_pronoun and self._is_speaker_around(phrase, found) else found

    def _speaker_around(self, phrase: Phrase) -> Referent:
        """Whoever utters the words that "I" stands in."""
        outer = self._discourse.outer(phrase)
        if not outer:
            return Referent(MentionKind.PRONOUN)
        return self._referent(outer[0])._replace(form=MentionKind.PRONOUN, reason="the speaker of the words around")

    def _is_speaker_around(self, phrase: Phrase, found: Referent) -> bool:
        """Would a quotation's "he" be its own speaker, who says "I"?"""
        outer = self._discourse.outer(phrase)
        return bool(outer) and found.figure is not None and self._referent(outer[0]).figure is found.figure

    def _is_anonymous(self, phrase: Phrase) -> bool:
        first = self._tree.tokens[phrase.stretch.first].text.lower()
        return self._tree.tokens[phrase.head].lemma.lower() in ANONYMOUS and first not in _DEFINITE
