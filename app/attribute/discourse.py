"""One pass over an article that keeps who is on the scene and says whom each pronoun and description means."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from app.attribute.around import Saying
from app.attribute.called import head_of
from app.attribute.descriptions import Describing
from app.attribute.figures import Cast, Figure
from app.attribute.named import Named, named
from app.attribute.nouns import Sort
from app.attribute.phrases import Phrase, phrase_of
from app.attribute.referent import Referent
from app.attribute.scene import Scene, prominence, utters
from app.attribute.spans import Inside
from app.attribute.tree import SUBJECTS, Tree
from app.attribute.weighing import choose, fits_body, fits_group, fits_person
from app.model.mention import MentionKind
from app.model.span import Span

_SEXES = {"he": "m", "his": "m", "him": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_THINGS, _GROUPS = ("it", "its"), ("they", "their")
_RELATIVE = ("who", "which", "that", "whose")
_FIRST = ("i", "me", "my", "myself")
_QUOTED_MARGIN = 2.0


class Discourse:
    """The pass. Time grows with the tokens and the contents; of the scene only the last sentences are looked at."""

    def __init__(
        self,
        tree: Tree,
        cast: Cast,
        sayings: Sequence[Saying],
        outer: Mapping[int, Sequence[Phrase]],
        quoted: Inside,
        lines: Sequence[Span],
    ) -> None:
        self._tree, self._cast, self._quoted = tree, cast, quoted
        self._outer = outer
        self._starts = [line.start for line in lines]
        self._scene = Scene()
        self._describing = Describing(tree, cast)
        self._sources: dict[int, list[Saying]] = defaultdict(list)
        for saying in sayings:
            self._sources[saying.source.head].append(saying)
        self._referents: dict[int, Referent] = {}
        for sentence in self._sentences():
            self._scene.advance(bisect_right(self._starts, tree.tokens[sentence[0]].start))
            for index in sentence:
                self._meet(index)

    def referent(self, token: int) -> Referent | None:
        """Whom the phrase with that head means, if the pass met it."""
        return self._referents.get(token)

    def _sentences(self) -> Iterator[list[int]]:
        """The sentences in order, as the tokens that stand outside quotations or are sources."""
        tokens = self._tree.tokens
        met = (i for i, token in enumerate(tokens) if i in self._sources or not self._quoted(token.start))
        for _, group in groupby(met, key=lambda index: tokens[index].sentence):
            yield list(group)

    def _meet(self, index: int) -> None:
        token = self._tree.tokens[index]
        sayings = self._sources.get(index, [])
        word = token.text.lower()
        if sayings:
            found = self._source(sayings[0].source, word, self._named_in(sayings))
        elif word in _SEXES:
            found = self._pronoun(index, word, set())
        elif self._cast.mention(index):
            found = self._name(index)
        elif token.pos == "NOUN" and not self._describes_name(index):
            phrase = phrase_of(self._tree, index)
            found = self._describing.meet(phrase, self._scene, self._is_lead(), speaks=False) if phrase else None
        else:
            found = self._stranger(index)
        if found is None:
            return
        self._referents[index] = found
        if found.figure and not self._quoted(token.start):
            place = self._place(index)
            speaks = bool(sayings) or utters(self._tree, place)
            self._scene.enter(found.figure, prominence(self._tree, place), speaks=speaks)

    def _place(self, index: int) -> int:
        """The token whose place in the sentence a word shares: its name's head, and what that stands in apposition to."""
        mention = self._cast.mention(index)
        place = head_of(self._tree, self._tree.covering(mention.span)) if mention else index
        while self._tree.tokens[place].dep == "appos" and self._tree.tokens[place].head < place:
            place = self._tree.tokens[place].head
        return place

    def _source(self, phrase: Phrase, word: str, barred: set[Figure]) -> Referent:
        """Whom a source means: by its names, as a pronoun, as a description."""
        by_name = named(self._tree, self._cast, phrase)
        if by_name:
            return self._by_name(by_name, phrase)
        pronoun = self._pronoun(phrase.head, word, barred) or self._relative(phrase.head, word)
        if pronoun or self._tree.tokens[phrase.head].pos == "PRON":
            return pronoun or Referent(MentionKind.PRONOUN)
        speakers = (self._referents.get(outer.head) for outer in self._outer.get(phrase.head, ()))
        barred |= {found.figure for found in speakers if found and found.figure}
        return self._describing.meet(phrase, self._scene, self._is_lead(), speaks=True, barred=barred)

    def _by_name(self, found: Named, phrase: Phrase) -> Referent:
        if found.form is MentionKind.NOMINAL and found.figure:
            self._describing.remember(phrase, Sort.PAPER, found.mention)
        return Referent(
            found.form, found.figure, found.mention if found.figure else None, found.confidence, found.reason
        )

    def _pronoun(self, index: int, word: str, barred: set[Figure]) -> Referent | None:
        sex = _SEXES.get(word)
        if sex:
            fit, only = fits_person(sex), self._cast.only(sex)
        elif word in _THINGS:
            fit, only = fits_body, None
        elif word in _GROUPS:
            fit, only = fits_group, None
        else:
            return None
        margin = {"margin": _QUOTED_MARGIN} if self._quoted(self._tree.tokens[index].start) else {}
        choice = choose(self._scene, fit, barred, only, **margin)
        if choice is None:
            return Referent(MentionKind.PRONOUN)
        figure = choice.figure
        return Referent(MentionKind.PRONOUN, figure, figure.mention, choice.confidence, f"“{word}”: {choice.reason}")

    def _relative(self, index: int, word: str) -> Referent | None:
        """The noun that "who" or "which" takes up: the one its clause modifies, else the name before it."""
        if word not in _RELATIVE:
            return None
        tokens = self._tree.tokens
        verb = index
        while tokens[verb].dep not in ("relcl", "ROOT", "acl") and tokens[verb].head != verb:
            verb = tokens[verb].head
        before = index - 1
        while before > 0 and before >= index - 3 and tokens[before].text in (",", "–", "—", "and", "or"):
            before -= 1
        noun = tokens[verb].head if tokens[verb].dep in ("relcl", "acl") and tokens[verb].head < index else before
        places = [before, noun, *self._tree.children(noun, "appos"), tokens[noun].head]
        mention = next((found for place in places[:3] if (found := self._cast.mention(place))), None)
        if mention is None and tokens[noun].dep == "appos":
            mention = self._cast.mention(tokens[noun].head)
        known = self._referents.get(noun)
        if mention:
            known = Referent(MentionKind.NAME, self._cast.of(mention), mention, 0.9, "")
        if known is None or known.figure is None:
            return Referent(MentionKind.PRONOUN)
        reason = f"“{word}”: the one named just before"
        return Referent(MentionKind.PRONOUN, known.figure, known.mention, min(0.9, known.confidence), reason)

    def _name(self, index: int) -> Referent | None:
        """A name, at its first token."""
        mention = self._cast.mention(index)
        if mention is None or self._tree.at(mention.span.start) != index:
            return None
        return Referent(MentionKind.NAME, self._cast.of(mention), mention, mention.confidence, "")

    def _stranger(self, index: int) -> Referent | None:
        """A subject that may well be a person whom the name finder missed."""
        token = self._tree.tokens[index]
        if token.pos == "PROPN" and token.dep in SUBJECTS:
            return Referent(MentionKind.NAME, Figure(Sort.PERSON))
        return None

    def _describes_name(self, index: int) -> bool:
        """Is the noun a title or role in one phrase with a name, which stands for it?"""
        token = self._tree.tokens[index]
        if self._cast.mention(token.head) and token.dep in ("compound", "appos", "nmod", "amod"):
            return True
        named = (self._cast.mention(child) for child in self._tree.children(index, "appos"))
        return any(named)

    def _is_lead(self) -> bool:
        return self._scene.line <= 2

    def _named_in(self, sayings: Iterable[Saying]) -> set[Figure]:
        """The figures that the sayings' contents name: speakers seldom name themselves."""
        result = set()
        for saying in sayings:
            for span in saying.content:
                inside = range(*self._tree.covering(span))
                result |= {figure for index in inside if (figure := self._cast.figure(index))}
                met = (self._referents.get(index) for index in inside)
                result |= {r.figure for r in met if r and r.figure and r.form is MentionKind.NOMINAL}
        return result
