"""How the text reports: with distance ("allegedly"), denied ("did not say"), dated ("said on Dec. 21")."""

import re

from app.attribute.cues import Sign
from app.attribute.lexicon import HEDGES
from app.attribute.tree import Tree
from app.kit.tables import rows

_REFUSALS = ("refuse", "decline", "fail", "stop", "deny")
_MONTHS = {form: number for number, *forms in rows("app.attribute", "months.tsv") for form in forms}
_NAME = "|".join(sorted(_MONTHS, key=len, reverse=True))
_MONTH_DAY = re.compile(
    rf"\b(?P<month>{_NAME})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:, (?P<year>\d{{4}})\b)?", re.I
)
_DAY_MONTH = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>{_NAME})\b\.?(?:,? (?P<year>\d{{4}})\b)?", re.I
)


def hedged(tree: Tree, sign: Sign) -> bool:
    """Does the text keep its distance from the saying: "allegedly asked", "is said to"?"""
    passive = tree.child(sign.head, "auxpass") is not None and tree.child(sign.head, "agent") is None
    adverbs = any(tree.tokens[child].text.lower() in HEDGES for child in tree.children(sign.head, "advmod"))
    hearsay = passive and "address" not in sign.verb.frames and tree.child(sign.head, "xcomp") is not None
    return adverbs or hearsay


def negated(tree: Tree, sign: Sign) -> bool:
    """Does the text say that this was not said: "did not say", "never promised", "declined to say"?"""
    if tree.child(sign.head, "neg") is not None:
        return True
    token = tree.tokens[sign.head]
    if token.dep in ("xcomp", "conj") and tree.tokens[token.head].lemma in _REFUSALS:
        return token.dep == "xcomp"
    return any(tree.tokens[child].text.lower() in ("no", "nobody") for child in tree.children(sign.head, "nsubj"))


def said_on(text: str) -> str | None:
    """The day named in the cue's own words, ISO 8601 with an unknown year left out; None where none, or no such day."""
    match = _MONTH_DAY.search(text) or _DAY_MONTH.search(text)
    if match is None:
        return None
    month, day, year = _MONTHS[match["month"].lower()], int(match["day"]), match["year"]
    if not 1 <= day <= 31:
        return None
    return f"{year or '-'}-{int(month):02d}-{day:02d}"
