"""Whom "the minister" or "the bank" means: one who is called so, else the one on the scene whom it can mean."""

from collections import defaultdict, deque
from collections.abc import Collection, Mapping
from typing import NamedTuple

from app.attribute.called import stated_age, words
from app.attribute.figures import Cast, Figure
from app.attribute.fits import fits_body_called, fits_person_called
from app.attribute.lexicon import ANONYMOUS
from app.attribute.nouns import OFFICES, Sort, alike, sex_in, sorts
from app.attribute.phrases import Phrase
from app.attribute.referent import Referent
from app.attribute.scene import Scene
from app.attribute.tree import Tree
from app.attribute.weighing import Choice, Demand, choose
from app.model.mention import Mention, MentionKind
from app.model.naming import fold

_DEFINITE, _INDEFINITE = ("the", "this", "that"), ("a", "an")
_POSSESSIVE = ("his", "her", "its", "their", "my", "our", "your", "whose")
_NOBODY = ("any", "no", "every", "each", "either", "neither")
_OTHER_OFFICE = frozenset(
    ("former", "ex", "late", "then", "vice", "deputy", "acting", "assistant", "elect", "previous")
)
_OTHER = frozenset(["other", "another", "second", "third", "new", "next", "same", "former", "previous"])
_SURE, _NEARLY = 0.8, 0.65
_IN_FOCUS = Demand(least=0.5)
_NUMBERS = ("some", "many", "several", "one", "two", "three", "another")
_MANY = 8


class Description(NamedTuple):
    """A phrase that describes: its first word, its noun with what that can name, all that it says, in lower case."""

    first: str
    noun: str
    kinds: Mapping[Sort, frozenset[str]]
    said: frozenset[str]
    plural: bool
    age: str | None
    is_bare: bool
    ends: bool


class Describing:
    """The descriptions of an article as they come: named figures are known by theirs throughout, others once met."""

    def __init__(self, tree: Tree, cast: Cast) -> None:
        self._tree, self._cast = tree, cast
        self._unnamed: dict[str, deque[Figure]] = defaultdict(lambda: deque(maxlen=_MANY))

    def remember(self, phrase: Phrase, sort: Sort, mention: Mention | None = None) -> Figure:
        """A new figure, known by the phrase alone; `mention` of the one it stands for (a paper's author), if any."""
        told = self._description(phrase)
        traits = told.kinds.get(Sort.BODY, frozenset()) if sort is Sort.BODY else frozenset()
        figure = Figure(sort, mention, {told.noun: told.said}, traits, sex_in(told.noun), plural=told.plural)
        self._unnamed[told.noun].append(figure)
        return figure

    def meet(
        self, phrase: Phrase, scene: Scene, barred: Collection[Figure] = (), *, is_lead: bool, takes_up: bool = True
    ) -> Referent | None:
        """Whom the phrase means; a new unnamed figure where nobody is sure. None for phrases that mean nobody at all.

        In the lead also "a coroner" may be one who is named later. Only where it `takes_up` somebody, as subjects and
        sources do, "the driver" may be a new description of a person on the scene.
        """
        told = self._description(phrase)
        if told.first in _NOBODY:
            return None
        focus = self._in_focus(told, scene, barred) if takes_up or Sort.BODY in told.kinds else None
        known = self._known(told, scene, barred, is_lead=is_lead)
        met_by_name = known and known.figure.mention and known.figure in scene.met
        choice = (focus or known) if Sort.BODY in told.kinds and not met_by_name else (known or focus)
        if choice is None:
            return Referent(MentionKind.NOMINAL, self.remember(phrase, next(iter(told.kinds), Sort.PERSON)))
        return Referent(MentionKind.NOMINAL, choice.figure, choice.figure.mention, choice.confidence, choice.reason)

    def _description(self, phrase: Phrase) -> Description:
        tokens = self._tree.tokens[phrase.stretch.first : phrase.stretch.end]
        head = self._tree.tokens[phrase.head]
        return Description(
            first=tokens[0].text.lower(),
            noun=fold(head.lemma),
            kinds=sorts(head.lemma),
            said=words(self._tree, phrase.stretch, self._cast.adjectives),
            plural=head.tag in ("NNS", "NNPS"),
            age=stated_age([token.text.lower() for token in tokens]),
            is_bare=len(tokens) - (tokens[0].pos == "DET") == 1,
            ends=phrase.head == phrase.stretch.end - 1 or self._tree.tokens[phrase.head + 1].text == "-",
        )

    def _known(self, told: Description, scene: Scene, barred: Collection[Figure], *, is_lead: bool) -> Choice | None:
        """The one who is called what the phrase says, anywhere in the article, or before if unnamed."""
        is_indefinite = told.first not in (*_DEFINITE, *_POSSESSIVE)
        if is_indefinite and not (is_lead and (told.first in _INDEFINITE or told.first not in _NUMBERS)):
            return None
        nouns = alike(told.noun)
        named = dict.fromkeys(figure for noun in nouns for figure in self._cast.by_noun.get(noun, ())[:_MANY])
        unnamed = self._unnamed.get(told.noun, ()) if told.first in _DEFINITE else ()
        fitting = {
            f
            for f in (*named, *unnamed)
            if f.plural == told.plural and f not in barred and _is_of_sort(told, f) and _fits(told, nouns, f)
        }
        if len(fitting) == 1:
            return Choice(next(iter(fitting)), _SURE, f"the only one whom the article calls “{told.noun}”")
        chosen = choose(scene, lambda figure: 1.0 if figure in fitting else 0.0) if fitting else None
        return chosen and chosen._replace(confidence=_NEARLY, reason=f"called “{told.noun}”, {chosen.reason}")

    def _in_focus(self, told: Description, scene: Scene, barred: Collection[Figure]) -> Choice | None:
        """The most prominent on the scene of whom "the singer" or "the company" may be a new description."""
        if told.first != "the" or told.plural or not told.ends or _OTHER & told.said:
            return None
        if Sort.BODY in told.kinds:
            return choose(scene, fits_body_called(told.noun), barred) if told.is_bare else None
        if told.age or (Sort.PERSON in told.kinds and told.noun not in OFFICES | ANONYMOUS):
            return choose(scene, fits_person_called(told.noun, told.age), barred, demand=_IN_FOCUS)
        return None


def _is_of_sort(told: Description, figure: Figure) -> bool:
    """May the noun be for such a figure? A person is not "the agency" whom he speaks for."""
    is_body = Sort.BODY in told.kinds and Sort.PERSON not in told.kinds
    return not is_body or figure.sort is not Sort.PERSON or figure.may_be_body


def _fits(told: Description, nouns: frozenset[str], figure: Figure) -> bool:
    """Is all that is said among what the figure is called by that noun, and nothing there that makes it another?"""
    known = [figure.called[noun] for noun in nouns & figure.called.keys()]
    return any(told.said - nouns <= words and not (words & _OTHER_OFFICE) - told.said for words in known)
