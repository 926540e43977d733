"""Who is on the scene as a text goes on: how present each figure is, and who spoke last.

After Lappin and Leass (1994), "An algorithm for pronominal anaphora resolution": a mention makes its figure present by
its place in the sentence, and presence fades with every sentence. Speaking counts most, since news goes from speaker to
speaker.
"""

from collections.abc import Iterator
from typing import NamedTuple

from app.attribute.figures import Figure
from app.attribute.lexicon import verbs
from app.attribute.tree import SUBJECTS, Tree

_FADE, _PARTED = 0.6, 0.4
FLOOR, INTRODUCED, TOPIC = 0.6, 1.0, 0.1
_WINDOW = 6
_MENTIONED, _OBJECT, _OWNER, _SUBJECT, _MAIN = 1.0, 1.2, 1.05, 1.4, 1.8
SPEAKING = 1.0
_DEPENDENT = ("ccomp", "relcl", "acl", "advcl", "pcomp", "xcomp", "csubj")


class Presence(NamedTuple):
    """How present a figure was made, in which sentence (their number), and whether it spoke there."""

    weight: float
    sentence: int
    line: int
    spoke: bool


class Scene:
    """The figures of the last few sentences. Every step takes bounded time."""

    def __init__(self) -> None:
        self.sentence = 0
        self.line = 0
        self._present: dict[Figure, Presence] = {}
        self.speaker: Figure | None = None
        self._met: set[Figure] = set()

    def advance(self, line: int) -> None:
        """Go on to the next sentence, which stands in the paragraph of that number."""
        self.sentence += 1
        self.line = line
        gone = [f for f, seen in self._present.items() if self.sentence - seen.sentence > _WINDOW]
        for figure in gone:
            del self._present[figure]

    def enter(self, figure: Figure, weight: float, *, speaks: bool) -> None:
        """Make a figure as present as its latest mention does, if it is not more so already."""
        weight += SPEAKING if speaks else 0.0
        if figure not in self._met and weight >= _MAIN and figure.mention:
            weight += INTRODUCED
        self._met.add(figure)
        known = self._present.get(figure)
        if known is None or self.faded(known) <= weight:
            self._present[figure] = Presence(weight, self.sentence, self.line, speaks)
        if speaks:
            self.speaker = figure

    def faded(self, presence: Presence) -> float:
        """What is left of a presence now: less with every sentence, and again outside its paragraph."""
        parted = 1.0 if presence.line == self.line else _PARTED
        return presence.weight * parted * _FADE ** (self.sentence - presence.sentence)

    def weight(self, figure: Figure, presence: Presence, *, speaks: bool) -> float:
        """How present a figure is; for the one who `speaks`, whoever spoke last counts more."""
        parted = 1.0 if presence.line == self.line else _PARTED
        floor = FLOOR * parted if speaks and figure is self.speaker else 0.0
        topic = TOPIC * parted * min(figure.count, 5)
        return self.faded(presence) + floor + topic

    def present(self) -> Iterator[tuple[Figure, Presence]]:
        return iter(self._present.items())


def prominence(tree: Tree, index: int) -> float:
    """How present a mention makes its figure, by the place of the mention's head in the sentence."""
    token = tree.tokens[index]
    if token.dep in SUBJECTS:
        return _MAIN if is_main(tree, index) else _SUBJECT
    if token.dep in ("dobj", "obj", "dative", "agent"):
        return _OBJECT
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
