"""One pass over an article that keeps who is on the scene and says whom each name, pronoun and description means."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from app.attribute.antecedents import is_where
from app.attribute.around import Saying, Setting, around
from app.attribute.called import head_of
from app.attribute.delayed import Delayed
from app.attribute.descriptions import Describing
from app.attribute.exchanges import Exchange, addresser, answers, asks, doer
from app.attribute.figures import Cast, Figure
from app.attribute.named import named
from app.attribute.nouns import Sort, sorts
from app.attribute.phrases import Phrase, labels_turn, phrase_of
from app.attribute.pronouns import REFLEXIVE, SEXES, personal, relative
from app.attribute.referent import Referent
from app.attribute.scene import Scene, prominence, utters
from app.attribute.tree import SUBJECTS, Tree
from app.model.mention import MentionKind
from app.model.naming import fold

_TITLES = ("compound", "appos", "nmod", "amod")
_LEAD = 2
_ANSWERED_WITHIN = 2
"""Sentences."""
_NOBODY = ("VERB", "AUX", "ADP", "PUNCT", "ADJ", "ADV", "SCONJ", "CCONJ", "PART", "NUM", "INTJ", "SYM")
"""Parts of speech that bring nobody on the scene."""


class Discourse:
    """The pass. Time grows with the tokens and the contents; of the scene only the last sentences are looked at."""

    def __init__(self, tree: Tree, cast: Cast, setting: Setting) -> None:
        self._tree, self._cast, self._quoted = tree, cast, setting.quoted
        self._outer = around(tree, setting.sayings)
        self._scene, self._describing = Scene(), Describing(tree, cast)
        self._sources: dict[int, list[Saying]] = defaultdict(list)
        for saying in setting.sayings:
            self._sources[saying.source.head].append(saying)
        self._referents: dict[int, Referent] = {}
        self._exchange: Exchange | None = None
        self._question: tuple[Figure, int] | None = None
        self._in_turns: set[Figure] = set()
        self._delayed = Delayed()
        starts = [line.start for line in setting.lines]
        for sentence in self._sentences():
            self._scene.advance(bisect_right(starts, tree.tokens[sentence[0]].start))
            for index in sentence:
                self._meet(index)

    def referent(self, token: int) -> Referent | None:
        """Whom the phrase with that head means, if the pass met it."""
        found = self._referents.get(token)
        return self._delayed.named(found) if found else None

    def outer(self, source: Phrase) -> Sequence[Phrase]:
        """The sources within whose words a source stands, the innermost first."""
        return self._outer.get(source.head, ())

    def _sentences(self) -> Iterator[list[int]]:
        """The sentences in order, as the tokens that stand outside quotations or are sources."""
        numbers = [token.sentence for token in self._tree.tokens]
        met = [index for index, quoted in enumerate(self._quoted) if not quoted or index in self._sources]
        for _, group in groupby(met, key=numbers.__getitem__):
            yield list(group)

    def _meet(self, index: int) -> None:
        """Note whom a token means, and bring that figure on the scene if it is no part of a quotation."""
        found = self._source(index) if index in self._sources else self._other(index)
        if found is None:
            return
        self._referents[index] = found
        if found.figure and not self._quoted[index]:
            place = self._place(index)
            if index in self._sources and not self._is_inside(index):
                self._delayed.meet(found, self._scene)
            speaks = utters(self._tree, place) if index not in self._sources else not self._is_inside(index)
            self._scene.enter(found.figure, prominence(self._tree, place, found.figure), speaks=speaks)
            self._follow(place, found.figure, speaks=speaks)

    def _follow(self, index: int, figure: Figure, *, speaks: bool) -> None:
        """Keep who speaks to whom; whoever is asked has the floor."""
        if speaks and asks(self._tree, index):
            self._question = figure, self._scene.sentence
        if speaks and self._exchange and figure not in (self._exchange.by, self._exchange.to):
            self._exchange = None
        subject = addresser(self._tree, index)
        speaker = self._meant(subject) if subject is not None else None
        is_person = figure.sort is Sort.PERSON and not figure.may_be_body
        if subject is None or speaker is None or speaker is figure or not is_person:
            return
        self._exchange = Exchange(speaker, figure, self._scene.sentence)
        if asks(self._tree, subject):
            self._scene.speaker = figure

    def _meant(self, index: int) -> Figure | None:
        """The figure that a token is known to mean by now."""
        known = self._referents.get(index)
        return self._cast.figure(index) or (known.figure if known else None)

    def _source(self, index: int) -> Referent | None:
        """Whom a source means: by its names, as a pronoun, as a description."""
        phrase, token = self._sources[index][0].source, self._tree.tokens[index]
        told = named(self._tree, self._cast, phrase)
        if told:
            if told.form is MentionKind.NOMINAL:
                self._describing.remember(phrase, Sort.PAPER, told.mention)
            if told.figure and labels_turn(self._tree, phrase):
                self._in_turns.add(told.figure)
            return Referent(told.form, told.figure, told.mention, told.confidence, told.reason)
        if token.pos == "PROPN" and set(sorts(token.lemma)) == {Sort.PAPER}:
            return None  # a name that nobody took for one: "Geological Survey"
        barred = self._named_in(index) | self._askers(index)
        if token.pos == "PRON":
            quoted = bool(self._quoted[index])
            barred |= self._answered(index) | self._doers(index) | self._turned(phrase)
            found = personal(token.text.lower(), self._scene, self._cast, barred, quoted=quoted)
            return found if found.figure else relative(index, self._tree, self._cast, self._referents)
        barred |= self._outer_speakers(phrase)
        meet, takes_up = self._describing.meet, not self._quoted[index]
        return self._owner(index) or meet(phrase, self._scene, barred, is_lead=self._is_lead(), takes_up=takes_up)

    def _owner(self, index: int) -> Referent | None:
        """Whose paper it is: "the company's report", "her letter"."""
        owner = self._tree.child(index, "poss") if Sort.PAPER in sorts(self._tree.tokens[index].lemma) else None
        known = self._referents.get(owner) if owner is not None else None
        return known._replace(form=MentionKind.NOMINAL) if known and known.figure else None

    def _other(self, index: int) -> Referent | None:
        """Whom a token that is no source means, if it can bring somebody on the scene."""
        token, mention = self._tree.tokens[index], self._cast.mention(index)
        if mention is None and token.pos in _NOBODY:
            return None
        if token.text.lower() in SEXES:
            return personal(token.text.lower(), self._scene, self._cast, self._doers(index))
        if mention:
            is_first = self._tree.at(mention.span.start) == index
            enters = is_first and not is_where(self._tree, mention)
            return Referent(MentionKind.NAME, self._cast.of(mention), mention) if enters else None
        missed = self._cast.bearing([fold(token.text)]) if token.pos == "PROPN" and token.dep in SUBJECTS else None
        if missed and missed.sort is Sort.PERSON:
            return Referent(MentionKind.NAME, missed, missed.mention)
        if token.pos in ("NOUN", "PROPN") and sorts(token.lemma):
            describes = self._describes_name(index) or self._describes_subject(index)
            phrase = None if describes else phrase_of(self._tree, index)
            takes_up = token.dep in SUBJECTS
            meet = self._describing.meet
            return meet(phrase, self._scene, is_lead=self._is_lead(), takes_up=takes_up) if phrase else None
        is_stranger = token.pos == "PROPN" and token.dep in SUBJECTS and not self._describes_name(index)
        return Referent(MentionKind.NAME, Figure(Sort.PERSON)) if is_stranger else None

    def _describes_name(self, index: int) -> bool:
        """Is the noun a title or role in one phrase with a name, which stands for it?"""
        token = self._tree.tokens[index]
        named_after = any(self._cast.mention(child) for child in self._tree.children(index, "appos"))
        return named_after or (token.dep in _TITLES and self._cast.mention(token.head) is not None)

    def _describes_subject(self, index: int) -> bool:
        """Does the noun only describe the subject after it: "The *daughter* of a postman, she left school at 14"?"""
        token = self._tree.tokens[index]
        subjects = self._tree.children(token.head, *SUBJECTS) if token.dep in SUBJECTS else ()
        return any(after > index and self._tree.tokens[after - 1].text == "," for after in subjects)

    def _place(self, index: int) -> int:
        """The token whose place in the sentence counts: a name's head, or what that stands in apposition to."""
        mention = self._cast.mention(index)
        place = head_of(self._tree, self._tree.covering(mention.span)) if mention else index
        while self._tree.tokens[place].dep == "appos" and self._tree.tokens[place].head < place:
            place = self._tree.tokens[place].head
        return place

    def _is_lead(self) -> bool:
        return self._scene.line <= _LEAD

    def _askers(self, subject: int) -> set[Figure]:
        """By whom the subject was asked or told before it speaks: "Asked by *Berg*, he said"."""
        tree, verb = self._tree, self._tree.tokens[subject].head
        fronted = (tree.range(clause) for clause in tree.children(verb, "advcl") if clause < subject)
        agents = (by for clause in fronted for by in range(*clause) if tree.tokens[by].dep == "agent")
        asked = (self._meant(noun) for by in agents for noun in tree.children(by, "pobj"))
        return {figure for figure in asked if figure}

    def _doers(self, pronoun: int) -> set[Figure]:
        """Who does something to "him" or "her", who is somebody else."""
        subject = None if self._tree.tokens[pronoun].text.lower() in REFLEXIVE else doer(self._tree, pronoun)
        figure = self._meant(subject) if subject is not None else None
        return {figure} if figure else set()

    def _outer_speakers(self, source: Phrase) -> set[Figure]:
        speakers = (self._referents.get(outer.head) for outer in self.outer(source))
        return {speaker.figure for speaker in speakers if speaker and speaker.figure}

    def _is_inside(self, source: int) -> bool:
        """Does a source stand in the words of another, who keeps the floor: "Berg said *a friend* had told him …"?"""
        return any(outer.head in self._referents for outer in self._outer.get(source, ()))

    def _turned(self, source: Phrase) -> set[Figure]:
        """Who speak in turns, if a source stands in the words of such a turn, where they are "I" and "you"."""
        if self._in_turns.isdisjoint(self._outer_speakers(source)):
            return set()
        return {figure for figure, _ in self._scene.present() if figure in self._in_turns}

    def _answered(self, subject: int) -> set[Figure]:
        """Whom the subject answers, who is somebody else: "*Berg* asked Dahl whether …. She replied"."""
        if not answers(self._tree, subject):
            return set()
        spoken_to = (self._exchange.by, self._exchange.sentence) if self._exchange else None
        spoken = (said for said in (spoken_to, self._question) if said)
        return {by for by, sentence in spoken if self._scene.sentence - sentence <= _ANSWERED_WITHIN}

    def _named_in(self, source: int) -> set[Figure]:
        """The figures that a source's contents name or describe: speakers seldom name themselves."""
        spans = (span for saying in self._sources[source] for span in saying.content)
        inside = [index for span in spans for index in range(*self._tree.covering(span))]
        described = (self._referents.get(index) for index in inside)
        names = {self._cast.of(mention) for index in inside if (mention := self._cast.mention(index))}
        return names | {r.figure for r in described if r and r.figure and r.form is MentionKind.NOMINAL}
