"""Whom "he" and "she" mean: the one person in focus, or nobody."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from app.attribute.descriptions import Descriptions
from app.attribute.lexicon import ANONYMOUS, RELATIVES, verbs
from app.attribute.people import People
from app.attribute.phrases import Phrase
from app.attribute.spans import Inside
from app.attribute.tree import SUBJECTS, Tree
from app.model.mention import EntityKind, Mention
from app.model.span import Span

SEXES = {"he": "m", "she": "f"}
_EITHER = frozenset(SEXES.values())
_WINDOW = 3
_SURE, _STEP, _CONTESTED = 0.8, 0.1, 0.6


class Antecedent(NamedTuple):
    """The name mention a pronoun stands for, how sure that is (0–1), and why."""

    mention: Mention
    confidence: float
    reason: str


class _Focus:
    """The persons of a sentence so far, by name, each under the latest mention: main subjects, and others.

    `speakers` are the subjects of verbs of saying. `strange`: the sexes of human subjects that stand here and of whom
    it is not known who they are, so nobody else may be taken for them. `line` is the sentence's paragraph.
    """

    def __init__(self, line: int) -> None:
        self.line = line
        self.subjects: dict[str, Mention] = {}
        self.others: dict[str, Mention] = {}
        self.speakers: set[str] = set()
        self.strange: set[str] = set()

    def add(self, mention: Mention, *, is_subject: bool, speaks: bool = False) -> None:
        if is_subject:
            self.speakers |= {mention.name} if speaks else set()
            self.others.pop(mention.name, None)
            self.subjects[mention.name] = mention
        elif mention.name not in self.subjects:
            self.others[mention.name] = mention


def antecedents(
    tree: Tree, people: People, descriptions: Descriptions, quoted: Inside, lines: Sequence[Span]
) -> Mapping[int, Antecedent]:
    """For each "he" and "she" that is a subject outside quotations, its antecedent where exactly one is plausible.

    One pass over the text with a window of three sentences. The main subject of the nearest sentence that names
    somebody is taken, unless another fitting person stands beside it, or a subject that could not be resolved.
    """
    result: dict[int, Antecedent] = {}
    recent: list[_Focus] = []
    starts = [line.start for line in lines]
    for sentence in _sentences(tree, quoted):
        focus = _Focus(bisect_right(starts, tree.tokens[sentence[0]].start))
        for index in sentence:
            word = tree.tokens[index].text.lower()
            if word in SEXES and tree.tokens[index].dep in SUBJECTS:
                found = _resolve(SEXES[word], [focus, *recent], people)
                if found:
                    result[index] = found
                _enter(focus, found.mention if found else None, tree, index)
            else:
                _enter_noun(focus, index, tree, people, descriptions)
        if focus.subjects or focus.others or focus.strange or len(sentence) > _WINDOW:
            recent = [focus, *recent[: _WINDOW - 1]]
    return result


def _enter_noun(focus: _Focus, index: int, tree: Tree, people: People, descriptions: Descriptions) -> None:
    token, mention = tree.tokens[index], people.at(index)
    if mention and mention.entity_kind is EntityKind.PERSON:
        is_subject = token.dep in SUBJECTS and _is_main(tree, index)
        focus.add(mention, is_subject=is_subject, speaks=is_subject and _speaks(tree, index))
    elif token.dep in SUBJECTS and _is_main(tree, index) and _may_be_unknown(tree, index, mention):
        focus.strange |= _EITHER
    elif token.dep in SUBJECTS and token.pos == "NOUN" and mention is None and _is_main(tree, index):
        described = people.titled(index) or descriptions.bearer(tree, Phrase(index, tree.range(index)))
        if described and described.entity_kind is EntityKind.PERSON:
            focus.add(described, is_subject=True, speaks=_speaks(tree, index))
        elif token.lemma.lower() in ANONYMOUS | RELATIVES:
            focus.strange |= _EITHER


def _may_be_unknown(tree: Tree, index: int, mention: Mention | None) -> bool:
    """Is the subject a proper noun that may well be a person whom the name finder missed or took for a thing?"""
    token = tree.tokens[index]
    if mention is None:
        return token.pos == "PROPN"
    return len(mention.surface.split()) == 1 and not mention.surface.isupper() and _speaks(tree, index)


def _enter(focus: _Focus, mention: Mention | None, tree: Tree, index: int) -> None:
    if mention:
        focus.add(mention, is_subject=_is_main(tree, index), speaks=_speaks(tree, index))
    else:
        focus.strange.add(SEXES[tree.tokens[index].text.lower()])


def _speaks(tree: Tree, index: int) -> bool:
    return tree.tokens[tree.tokens[index].head].lemma in verbs()


def _is_main(tree: Tree, index: int) -> bool:
    """Is this the subject of a clause that is nobody's words and modifies nothing?"""
    verb = tree.tokens[tree.tokens[index].head]
    fronted = verb.dep == "ccomp" and verb.head > tree.tokens[index].head
    return verb.dep not in ("ccomp", "relcl", "acl", "pcomp", "xcomp", "csubj") or fronted


def _sentences(tree: Tree, quoted: Inside) -> Iterator[Sequence[int]]:
    """The sentences in order, as the indices of their tokens outside quotations."""
    numbered = (index for index, token in enumerate(tree.tokens) if not quoted(token.start))
    for _, group in groupby(numbered, key=lambda index: tree.tokens[index].sentence):
        yield list(group)


def _resolve(sex: str, window: Sequence[_Focus], people: People) -> Antecedent | None:
    for distance, focus in enumerate(window):
        subjects = [m for name, m in focus.subjects.items() if people.sex(name) in (sex, None)]
        others = [m for name, m in focus.others.items() if people.sex(name) in (sex, None)]
        strange = sex in focus.strange
        if subjects or others or strange:
            only = people.only(sex)
            if only and not strange and only.name in (*focus.subjects, *focus.others):
                return Antecedent(only, _SURE, "the only person of that sex in the article")
            earlier = window[distance + 1 :]
            found = None if strange else _decide(subjects, others, distance, earlier)
            introduced = distance < 2 and focus.line == window[0].line
            contested = found and not introduced and _is_contested(found.mention.name, sex, focus, earlier, people)
            return None if contested else found
    return None


def _is_contested(name: str, sex: str, focus: _Focus, earlier: Sequence[_Focus], people: People) -> bool:
    """Did another fitting person hold the floor, while this one was only spoken of?"""
    if name in focus.speakers or any(name in seen.speakers for seen in earlier):
        return False
    return any(people.sex(other) in (sex, None) for seen in earlier for other in seen.speakers)


def _decide(
    subjects: Sequence[Mention], others: Sequence[Mention], distance: int, earlier: Sequence[_Focus]
) -> Antecedent | None:
    where = ("this sentence", "the sentence before")[distance] if distance < 2 else "the sentences before"
    if len(subjects) != 1:
        return None
    if not others:
        return Antecedent(subjects[0], _SURE - _STEP * max(0, distance - 1), f"the only person in {where}, its subject")
    if any(subjects[0].name in focus.subjects for focus in earlier):
        return Antecedent(subjects[0], _CONTESTED, f"the subject of {where}, whom the text keeps to")
    return None
