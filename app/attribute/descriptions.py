"""Whom "the minister" or "the bank" means: one who is called so, else the one on the scene whom it can mean."""

from collections import defaultdict
from collections.abc import Iterable

from app.attribute.called import stated_age, words
from app.attribute.figures import Cast, Figure
from app.attribute.lexicon import ANONYMOUS
from app.attribute.nouns import OFFICES, Sort, alike, sex_in, sorts
from app.attribute.phrases import Phrase
from app.attribute.referent import Referent
from app.attribute.scene import Scene
from app.attribute.tree import Tree
from app.attribute.weighing import Choice, Fit, choose, fits_person, is_place
from app.model.mention import Mention, MentionKind
from app.model.naming import fold

_DEFINITE = ("the", "this", "that")
_POSSESSIVE = ("his", "her", "its", "their", "my", "our", "your", "whose")
_OTHER_OFFICE = frozenset(
    ("former", "ex", "late", "then", "vice", "deputy", "acting", "assistant", "elect", "previous")
)
_OTHER = frozenset(("other", "another", "second", "third", "new", "next", "same", "former", "previous"))
_SURE, _NEARLY = 0.8, 0.65
_LEAST = 0.5


class Describing:
    """The descriptions of an article as they come: named figures are known by theirs throughout, others once met."""

    def __init__(self, tree: Tree, cast: Cast) -> None:
        self._tree, self._cast = tree, cast
        self._unnamed: dict[str, list[Figure]] = defaultdict(list)

    def remember(self, phrase: Phrase, sort: Sort, mention: Mention | None = None) -> Figure:
        """A new figure, known by the phrase alone; `mention` of the one it stands for (a paper's author), if any."""
        token = self._tree.tokens[phrase.head]
        noun, plural = fold(token.text), token.tag in ("NNS", "NNPS")
        found = words(self._tree, phrase.stretch, self._cast.adjectives)
        traits = frozenset(sorts(token.lemma).get(Sort.BODY, ())) if sort is Sort.BODY else frozenset()
        figure = Figure(sort, mention, {noun: found}, traits, sex_in(token.lemma), plural=plural)
        self._unnamed[noun].append(figure)
        return figure

    def meet(
        self, phrase: Phrase, scene: Scene, is_lead: bool, *, speaks: bool, barred: Iterable[Figure] = ()
    ) -> Referent:
        """Whom the phrase means; a new unnamed figure where nobody is sure. Nouns for things speak only as sources."""
        token = self._tree.tokens[phrase.head]
        kinds = sorts(token.lemma)
        if not kinds and not speaks:
            return Referent(MentionKind.NOMINAL)
        out = set(barred)
        focus = self._in_focus(phrase, scene, out) if speaks else None
        known = self._known(phrase, scene, is_lead, out)
        choice = (focus or known) if Sort.BODY in kinds else (known or focus)
        if choice is not None:
            figure = choice.figure
            return Referent(MentionKind.NOMINAL, figure, figure.mention, choice.confidence, choice.reason)
        sort = next(iter(kinds), Sort.PERSON)
        return Referent(MentionKind.NOMINAL, self.remember(phrase, sort))

    def _known(self, phrase: Phrase, scene: Scene, is_lead: bool, barred: set[Figure]) -> Choice | None:
        """The one who is called what the phrase says, anywhere in the article, or before if unnamed."""
        first = self._tree.tokens[phrase.stretch.first].text.lower()
        is_bare = phrase.stretch.first == phrase.head or self._tree.tokens[phrase.stretch.first].pos != "DET"
        if not (first in _DEFINITE or first in _POSSESSIVE or (is_lead and (is_bare or first in ("a", "an")))):
            return None
        token = self._tree.tokens[phrase.head]
        said = words(self._tree, phrase.stretch, self._cast.adjectives)
        plural = token.tag in ("NNS", "NNPS")
        nouns = alike(fold(token.lemma))
        figures = [
            *dict.fromkeys(f for noun in nouns for f in self._cast.by_noun.get(noun, ())),
            *(f for f in self._unnamed.get(fold(token.text), ()) if first in _DEFINITE),
        ]
        fitting = [f for f in figures if f.plural == plural and f not in barred and _fits(said, nouns, f)]
        if len(fitting) == 1:
            return Choice(fitting[0], _SURE, f"the only one whom the article calls “{token.text}”")
        among = set(fitting)
        chosen = choose(scene, lambda figure: 1.0 if figure in among else 0.0) if among else None
        return chosen and chosen._replace(confidence=_NEARLY, reason=f"called “{token.text}”, {chosen.reason}")

    def _in_focus(self, phrase: Phrase, scene: Scene, barred: set[Figure]) -> Choice | None:
        """The most prominent on the scene of whom "the singer" or "the company" may be a new description."""
        tokens = self._tree.tokens[phrase.stretch.first : phrase.stretch.end]
        lemma = self._tree.tokens[phrase.head].lemma.lower()
        kinds = sorts(lemma)
        inside = {word.text.lower() for word in tokens}
        if tokens[0].text.lower() != "the" or phrase.head != phrase.stretch.end - 1 or _OTHER & inside:
            return None
        if self._tree.tokens[phrase.head].tag in ("NNS", "NNPS"):
            return None
        if Sort.BODY in kinds:
            is_bare = len(tokens) == 1 + 1
            return choose(scene, _fits_body(lemma, kinds[Sort.BODY]), barred) if is_bare else None
        if (Sort.PERSON in kinds and lemma not in OFFICES | ANONYMOUS) or stated_age([t.text.lower() for t in tokens]):
            return choose(
                scene, _fits_anew(sex_in(lemma), stated_age([t.text.lower() for t in tokens])), barred, least=_LEAST
            )
        return None


def _fits(said: frozenset[str], nouns: frozenset[str], figure: Figure) -> bool:
    """Is all that is said among what the figure is called by that noun, and nothing there that makes it another?"""
    for noun in nouns & figure.called.keys():
        known = figure.called[noun]
        if said - nouns <= known and not (known & _OTHER_OFFICE) - said:
            return True
    return False


def _fits_body(noun: str, traits: frozenset[str]) -> Fit:
    def fit(figure: Figure) -> float:
        if figure.sort is not Sort.BODY or figure.plural or (figure.traits and not figure.traits & traits):
            return 0.0
        if is_place(figure):
            return 0.0
        if noun in figure.called:
            return 1.5
        return 1.2 if figure.traits else (0.0 if traits <= {"office"} else 1.0)

    return fit


def _fits_anew(sex: str | None, age: str | None) -> Fit:
    person = fits_person(sex)

    def fit(figure: Figure) -> float:
        if age and figure.age and age != figure.age:
            return 0.0
        fitness = 1.0 if sex is None and person(figure) else person(figure)
        return fitness * (1.5 if age and figure.age else 1.0 if age or not figure.called else 0.7)

    return fit
