"""Who is on the scene as a text goes on: how present each figure is, and who spoke last.

After Lappin and Leass (1994), "An algorithm for pronominal anaphora resolution": a mention makes its figure present by
its place in the sentence, and presence fades with every sentence. Speaking counts most, since news goes from speaker to
speaker.
"""

from collections.abc import Iterator
from typing import NamedTuple

from app.attribute.figures import Figure
from app.attribute.lexicon import verbs
from app.attribute.nouns import Sort
from app.attribute.tree import SUBJECTS, Tree

_FADE, _PARTED = 0.6, 0.4
_SPEAKING, _FLOOR, _INTRODUCED, _TOPIC, _OFTEN = 1.0, 0.6, 1.0, 0.1, 5
_WINDOW = 6
_BESIDE, _MENTIONED, _OBJECT, _OWNER, _SUBJECT, _MAIN = 0.5, 1.0, 1.2, 1.05, 1.4, 1.8
_DEPENDENT = ("ccomp", "relcl", "acl", "advcl", "pcomp", "xcomp", "csubj")


class Presence(NamedTuple):
    """How present a figure was made, in which sentence (their number), and whether it spoke there."""

    weight: float
    sentence: int
    line: int
    spoke: bool


class Scene:
    """The figures of the last few sentences; `met` are all so far, `sexes` those that "he" and "she" told.
    Every step takes time linear in the few present."""

    def __init__(self) -> None:
        self.sentence = 0
        self.line = 0
        self._present: dict[Figure, Presence] = {}
        self.speaker: Figure | None = None
        self.met: set[Figure] = set()
        self.sexes: dict[Figure, str] = {}

    def advance(self, line: int) -> None:
        """Go on to the next sentence, which stands in the paragraph of that number."""
        self.sentence += 1
        self.line = line
        gone = [f for f, seen in self._present.items() if self.sentence - seen.sentence > _WINDOW]
        for figure in gone:
            del self._present[figure]

    def enter(self, figure: Figure, weight: float, *, speaks: bool) -> None:
        """Make a figure as present as its latest mention does, if it is not more so already."""
        weight += _SPEAKING if speaks else 0.0
        if figure not in self.met and (figure.mention or not figure.called):
            weight += _INTRODUCED
        self.met.add(figure)
        known = self._present.get(figure)
        if known is None or self.faded(known) <= weight:
            self._present[figure] = Presence(weight, self.sentence, self.line, speaks)
        if speaks:
            self.speaker = figure

    def faded(self, presence: Presence) -> float:
        """What is left of a presence now: less with every sentence, and again outside its paragraph."""
        parted = 1.0 if presence.line == self.line else _PARTED
        return presence.weight * parted * _FADE ** (self.sentence - presence.sentence)

    def weight(self, figure: Figure, presence: Presence) -> float:
        """How present a figure is; whoever spoke last, and whom the text names often, counts more."""
        parted = 1.0 if presence.line == self.line else _PARTED
        floor = _FLOOR * parted if figure is self.speaker else 0.0
        topic = _TOPIC * parted * min(figure.count, _OFTEN)
        return self.faded(presence) + floor + topic

    def present(self) -> Iterator[tuple[Figure, Presence]]:
        return iter(self._present.items())


def prominence(tree: Tree, index: int, figure: Figure) -> float:
    """How present a mention makes its figure, by the place of the mention's head in the sentence. A body whose name
    only stands beside a noun ("a *Senate* leader") is hardly spoken of."""
    token = tree.tokens[index]
    if token.dep in SUBJECTS:
        return _MAIN if is_main(tree, index) else _SUBJECT
    if token.dep in ("dobj", "obj", "dative", "agent"):
        return _OBJECT
    if token.dep in ("compound", "nmod", "amod") and figure.sort is not Sort.PERSON:
        return _BESIDE
    return _OWNER if token.dep == "poss" else _MENTIONED


def is_main(tree: Tree, index: int) -> bool:
    """Is the subject that of a clause that is nobody's words and modifies nothing?"""
    verb = tree.tokens[tree.tokens[index].head]
    fronted = verb.dep == "ccomp" and verb.head > tree.tokens[index].head
    return verb.dep not in _DEPENDENT or fronted


def utters(tree: Tree, index: int) -> bool:
    """Is the token the subject of a verb of saying?"""
    token = tree.tokens[index]
    return token.dep == "nsubj" and tree.tokens[token.head].lemma.lower() in verbs()
