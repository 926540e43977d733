"""The parse repaired where parsers err on reported speech: which verb a second verb is coordinated with."""

from collections.abc import Sequence
from typing import NamedTuple

from app.attribute.lexicon import verbs
from app.model.syntax import Token

_NEAR = 5
_CLOSING = ('"', "”", "''", "’", "'", "»", "“")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


class _Dependents(NamedTuple):
    """By the index of a verb: its subject and its first auxiliary; and which verbs have a clause as object."""

    subjects: dict[int, Token]
    auxiliaries: dict[int, Token]
    clauses: set[int]


def grafted(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens, with four kinds of verbs of saying put right.

    "…,” added Ola Berg": the verb has Ola Berg as its subject instead of being her attribute. The others are hung from
    the verb of saying instead of from what is said.

    "He says it is safe and denied …": a coordinated verb without subject goes with the verb of saying when its tense
    agrees with that verb's and not with the clause's. "She said the roof was safe and added that …": so does a verb of
    saying with a clause of its own after a clause about a thing. "She said it was safe, adding …": so does a participle
    of saying after a comma.
    """
    tokens = _inverted(tokens)
    dependents = _Dependents(
        subjects={token.head: token for token in tokens if token.dep in _SUBJECTS},
        auxiliaries={token.head: token for token in reversed(tokens) if token.dep in ("aux", "auxpass")},
        clauses={token.head for token in tokens if token.dep == "ccomp"},
    )
    return tuple(
        token._replace(head=tokens[token.head].head) if _misplaced(tokens, index, dependents) else token
        for index, token in enumerate(tokens)
    )


def _inverted(tokens: Sequence[Token]) -> Sequence[Token]:
    result = list(tokens)
    for index, token in enumerate(tokens):
        if token.dep == "amod" and token.head > index and index > 1 and _closes_words(tokens, index):
            noun = tokens[token.head]
            head = index if noun.head == token.head else noun.head
            result[index] = token._replace(tag="VBD", dep="ROOT" if head == index else "parataxis", head=head)
            result[token.head] = noun._replace(dep="nsubj", head=index)
            for before in range(max(0, index - _NEAR), index):
                if result[before].head == token.head:
                    result[before] = result[before]._replace(head=index)
    return result


def _closes_words(tokens: Sequence[Token], index: int) -> bool:
    """Does a verb of saying in the past follow a closing mark and a comma (or the like) inside it?"""
    past = tokens[index].tag in ("VBN", "VBD") and tokens[index].lemma in verbs()
    return past and tokens[index - 1].text in _CLOSING and tokens[index - 2].text in (",", "!", "?", "…", "...")


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
