"""What kind of clause a quote's content is."""

from collections.abc import Sequence

from app.model.syntax import Token

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_ASKING = ("whether", "if", "how", "why", "when", "where", "what", "who", "which")
_PERSONAL = frozenset(
    ("i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves", "you", "your", "yours", "yourself")
)
_UNBOUND = ("he", "she", "they", "his", "her", "their", "yes", "no")


def roots(tokens: Sequence[Token], inside: Sequence[int]) -> list[int]:
    """The tokens of the content that depend on none of its other tokens."""
    own = set(inside)
    return [index for index in inside if tokens[index].head == index or tokens[index].head not in own]


def is_statement(tokens: Sequence[Token], inside: Sequence[int]) -> bool:
    """Does the content state something: a clause with subject and finite verb that does not begin as a question?"""
    if _first_word(tokens, inside) in _ASKING:
        return False
    own, verbs = set(inside), set(roots(tokens, inside))
    finite = {tokens[i].head for i in inside if tokens[i].dep in ("aux", "auxpass") and tokens[i].tag in _FINITE}
    finite |= {i for i in verbs if tokens[i].tag in _FINITE}
    return any(tokens[i].dep in _SUBJECTS and tokens[i].head in verbs & finite & own for i in inside)


def is_personal(tokens: Sequence[Token], inside: Sequence[int]) -> bool:
    """Does the content speak of "I", "we" or "you"?"""
    return any(tokens[index].text.lower() in _PERSONAL for index in inside)


def is_unbound(tokens: Sequence[Token], inside: Sequence[int]) -> bool:
    """Does the content begin with a word whose meaning stands elsewhere: a pronoun, the answer to a question?"""
    return _first_word(tokens, inside) in _UNBOUND


def _first_word(tokens: Sequence[Token], inside: Sequence[int]) -> str:
    words = (tokens[i].text.lower() for i in inside)
    return next((word for word in words if word[:1].isalnum() and word != "that"), "")
