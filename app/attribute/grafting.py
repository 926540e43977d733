"""The parse repaired where parsers err on reported speech: which verb a second verb is coordinated with."""

from collections.abc import Sequence

from app.attribute.lexicon import verbs
from app.model.syntax import Token

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


def grafted(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens, with two kinds of verbs hung from the verb of saying instead of from what is said.

    "He says it is safe and denied …": a coordinated verb without subject goes with the verb of saying when its tense
    agrees with that verb's and not with the clause's. "She said it was safe, adding …": a participle of saying after a
    comma goes with the verb of saying.
    """
    subjects = {token.head for token in tokens if token.dep in _SUBJECTS}
    auxiliaries = {token.head: token for token in reversed(tokens) if token.dep in ("aux", "auxpass")}
    return tuple(
        token._replace(head=tokens[token.head].head) if _misplaced(tokens, index, subjects, auxiliaries) else token
        for index, token in enumerate(tokens)
    )


def _misplaced(tokens: Sequence[Token], index: int, subjects: set[int], auxiliaries: dict[int, Token]) -> bool:
    token = tokens[index]
    clause = tokens[token.head]
    outer = tokens[clause.head]
    if clause.dep != "ccomp" or clause.head > token.head or index < token.head or outer.lemma not in verbs():
        return False
    if token.dep == "advcl" and token.tag == "VBG":
        return token.lemma in verbs() and tokens[index - 1].text == "," and index not in subjects
    if token.dep != "conj" or token.pos not in ("VERB", "AUX") or index in subjects:
        return False
    past = _is_past(token, auxiliaries.get(index))
    return past == _is_past(outer, auxiliaries.get(clause.head)) != _is_past(clause, auxiliaries.get(token.head))


def _is_past(verb: Token, auxiliary: Token | None) -> bool | None:
    """Past, present, or None for neither (infinitives, modals). The present perfect reports like a past."""
    finite = auxiliary or verb
    if finite.tag == "VBD" or (auxiliary and auxiliary.lemma == "have" and finite.tag in ("VBZ", "VBP")):
        return True
    return False if finite.tag in ("VBZ", "VBP") else None
