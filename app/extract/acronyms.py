"""Initials that an article spells out: "the Harbour Safety Board (HSB)"."""

from collections.abc import Mapping, Sequence

from app.extract.found import Found
from app.model.mention import EntityKind
from app.model.syntax import Token

_SMALL = ("of", "the", "and", "for", "in", "on", "&")


def acronyms(tokens: Sequence[Token], found: Sequence[Found], text: str) -> Mapping[str, str]:
    """The initials of organisations with the full name that the article prints before them in brackets."""
    result: dict[str, str] = {}
    for name in found:
        after = tokens[name.end : name.end + 3]
        if name.kind is not EntityKind.ORGANISATION or [t.text for t in (*after[:1], *after[2:])] != ["(", ")"]:
            continue
        words = tokens[name.first : name.end]
        if len(words) > 1 and _stands_for(after[1].text, words):
            result.setdefault(after[1].text, " ".join(text[words[0].start : words[-1].end].split()))
    return result


def _stands_for(initials: str, words: Sequence[Token]) -> bool:
    letters = "".join(w.text[0] for w in words if w.text.lower() not in _SMALL and w.text[0].isalnum()).casefold()
    return len(initials) > 1 and initials.isupper() and initials.replace(".", "").casefold() == letters
