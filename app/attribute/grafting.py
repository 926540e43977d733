"""The parse repaired where parsers err on reported speech: which verb a second verb is coordinated with."""

from collections.abc import Sequence
from typing import NamedTuple

from app.attribute.lexicon import verbs
from app.model.syntax import Token

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


class _Dependents(NamedTuple):
    """By the index of a verb: its subject and its first auxiliary; and which verbs have a clause as object."""

    subjects: dict[int, Token]
    auxiliaries: dict[int, Token]
    clauses: set[int]


def grafted(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens, with three kinds of verbs hung from the verb of saying instead of from what is said.

    "He says it is safe and denied …": a coordinated verb without subject goes with the verb of saying when its tense
    agrees with that verb's and not with the clause's. "She said the roof was safe and added that …": so does a verb of
    saying with a clause of its own after a clause about a thing. "She said it was safe, adding …": so does a participle
    of saying after a comma.
    """
    dependents = _Dependents(
        subjects={token.head: token for token in tokens if token.dep in _SUBJECTS},
        auxiliaries={token.head: token for token in reversed(tokens) if token.dep in ("aux", "auxpass")},
        clauses={token.head for token in tokens if token.dep == "ccomp"},
    )
    return tuple(
        token._replace(head=tokens[token.head].head) if _misplaced(tokens, index, dependents) else token
        for index, token in enumerate(tokens)
    )


def _misplaced(tokens: Sequence[Token], index: int, dependents: _Dependents) -> bool:
    token = tokens[index]
    clause = tokens[token.head]
    outer = tokens[clause.head]
    if clause.dep != "ccomp" or clause.head > token.head or index < token.head or outer.lemma not in verbs():
        return False
    if token.dep == "advcl" and token.tag == "VBG":
        return token.lemma in verbs() and tokens[index - 1].text == "," and index not in dependents.subjects
    if token.dep != "conj" or token.pos not in ("VERB", "AUX") or index in dependents.subjects:
        return False
    past, own, inner = (_is_past(tokens[i], dependents.auxiliaries.get(i)) for i in (clause.head, index, token.head))
    if own != past:
        return False
    subject = dependents.subjects.get(token.head)
    about_thing = subject is not None and (subject.pos == "NOUN" or subject.text.lower() in ("it", "there"))
    return inner != past or (token.lemma in verbs() and index in dependents.clauses and about_thing)


def _is_past(verb: Token, auxiliary: Token | None) -> bool | None:
    """Past, present, or None for neither (infinitives, modals). The present perfect reports like a past."""
    finite = auxiliary or verb
    if finite.tag == "VBD" or (auxiliary and auxiliary.lemma == "have" and finite.tag in ("VBZ", "VBP")):
        return True
    return False if finite.tag in ("VBZ", "VBP") else None
