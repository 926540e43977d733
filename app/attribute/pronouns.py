"""Whom "he" and "she" mean: the one person in focus, or nobody."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from app.attribute.people import People
from app.attribute.spans import Inside
from app.attribute.tree import SUBJECTS, Tree
from app.model.mention import EntityKind, Mention

SEXES = {"he": "m", "she": "f"}
_WINDOW = 3
_SAME, _PREVIOUS, _STEP, _CONTESTED, _LONE = 0.8, 0.8, 0.1, 0.6, 0.5


class Antecedent(NamedTuple):
    """The name mention a pronoun stands for, how sure that is (0–1), and why."""

    mention: Mention
    confidence: float
    reason: str


class _Focus(NamedTuple):
    """The persons of a sentence so far: subjects and others by name, each under the latest mention."""

    subjects: dict[str, Mention]
    others: dict[str, Mention]


def antecedents(tree: Tree, people: People, quoted: Inside) -> Mapping[int, Antecedent]:
    """For each "he" and "she" that is a subject outside quotations, its antecedent where exactly one is plausible.

    One pass over the text with a window of three sentences. The subject of the nearest sentence is taken, unless
    another person of a fitting sex stands beside it who was not in focus less; then none is.
    """
    result: dict[int, Antecedent] = {}
    recent: list[_Focus] = []
    for sentence in _sentences(tree, quoted):
        focus = _Focus({}, {})
        for index in sentence:
            word = tree.tokens[index].text.lower()
            found = _resolve(SEXES[word], focus, recent, people) if word in SEXES and _is_subject(tree, index) else None
            if found:
                result[index] = found
            mention = found.mention if found else people.at(index)
            if mention and mention.entity_kind is EntityKind.PERSON:
                _note(focus, mention, is_subject=_is_subject(tree, index))
        if focus.subjects or focus.others or len(sentence) > _WINDOW:
            recent = [focus, *recent[: _WINDOW - 1]]
    return result


def _sentences(tree: Tree, quoted: Inside) -> Iterator[Sequence[int]]:
    """The sentences in order, as the indices of their tokens outside quotations."""
    current: list[int] = []
    number = -1
    for index, token in enumerate(tree.tokens):
        if token.sentence != number and current:
            yield current
            current = []
        number = token.sentence
        if not quoted(token.start):
            current.append(index)
    if current:
        yield current


def _is_subject(tree: Tree, index: int) -> bool:
    return tree.tokens[index].dep in SUBJECTS


def _note(focus: _Focus, mention: Mention, *, is_subject: bool) -> None:
    if is_subject:
        focus.others.pop(mention.name, None)
        focus.subjects[mention.name] = mention
    elif mention.name not in focus.subjects:
        focus.others[mention.name] = mention


def _resolve(sex: str, focus: _Focus, recent: Sequence[_Focus], people: People) -> Antecedent | None:
    for distance, seen in enumerate((focus, *recent)):
        fitting = _Focus(*({n: m for n, m in group.items() if people.sex(n) in (sex, None)} for group in seen))
        if fitting.subjects or fitting.others:
            return _decide(fitting, distance, partial(_is_steady, recent[distance:]))
    return None


def _is_steady(earlier: Sequence[_Focus], name: str) -> bool:
    """Was this person the subject of an earlier sentence of the window too?"""
    return any(name in focus.subjects for focus in earlier)


def _decide(fitting: _Focus, distance: int, is_steady: Callable[[str], bool]) -> Antecedent | None:
    where = ("this sentence", "the sentence before")[distance] if distance < 2 else "the sentences before"
    subjects, others = list(fitting.subjects.values()), list(fitting.others.values())
    if len(subjects) == 1 and not others:
        confidence = _SAME if distance == 0 else _PREVIOUS - _STEP * (distance - 1)
        return Antecedent(subjects[0], confidence, f"the only fitting person in {where}, its subject")
    if len(subjects) == 1 and is_steady(subjects[0].name):
        return Antecedent(subjects[0], _CONTESTED, f"the subject of {where}, whom the text keeps to")
    if not subjects and len(others) == 1 and distance == 1:
        return Antecedent(others[0], _LONE, f"the only fitting person in {where}")
    return None
