"""Names as stretches of tokens, on their way to becoming mentions."""

from collections.abc import Sequence
from typing import NamedTuple

from app.kit.tables import words
from app.model.mention import EntityKind
from app.model.syntax import Token

ROLES = words("app.extract", "roles.txt")
HONORIFICS = words("app.kit", "honorifics.txt")
POSSESSIVES = ("'s", "’s", "'", "’", "s'")

_KINDS = {
    "PERSON": EntityKind.PERSON,
    "ORG": EntityKind.ORGANISATION,
    "GPE": EntityKind.PLACE,
    "LOC": EntityKind.PLACE,
    "FAC": EntityKind.PLACE,
    "EVENT": EntityKind.EVENT,
}


class Found(NamedTuple):
    """A name: `tokens[first:end]`, what it names, and how sure that is (0–1)."""

    first: int
    end: int
    kind: EntityKind
    confidence: float


def kind_of(label: str) -> EntityKind | None:
    """The entity kind behind the parser's label; None for labels that are no entity of ours (dates, laws, works)."""
    return _KINDS.get(label)


def is_role(token: Token) -> bool:
    """Does the token say what a person is ("Minister", "Gen.")?"""
    word = token.text.lower().rstrip(".")
    return word in ROLES and token.pos in ("NOUN", "PROPN", "ADJ")


def is_honorific(token: Token) -> bool:
    return token.text.lower().rstrip(".") in HONORIFICS


def is_capitalised(token: Token) -> bool:
    return token.text[:1].isupper()


def surface_of(tokens: Sequence[Token], found: Found, text: str) -> str:
    """A name as it is printed, on one line."""
    return " ".join(text[tokens[found.first].start : tokens[found.end - 1].end].split())


def words_of(tokens: Sequence[Token], found: Found) -> tuple[str, ...]:
    """The words of a name as comparable keys: case kept away, marks left out."""
    texts = [token.text for token in tokens[found.first : found.end]]
    return tuple(text.casefold() for text in texts if text.isalnum() or any(c.isalnum() for c in text))
