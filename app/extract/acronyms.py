"""Initials that an article spells out: "the Harbour Safety Board (HSB)", "Harbour Safety Board … HSB"."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from app.extract.found import Found
from app.model.mention import EntityKind
from app.model.syntax import Token

_SMALL = ("of", "the", "and", "for", "in", "on", "&")
_FEWEST = 3


def acronyms(tokens: Sequence[Token], found: Sequence[Found], text: str) -> Mapping[str, str]:
    """The initials of organisations with the full name that the article prints before them.

    Initials of two letters only where they stand in brackets behind the name; longer ones also elsewhere, where they
    are those of exactly one organisation of the article.
    """
    bracketed: dict[str, str] = {}
    bodies = [name for name in found if name.kind is EntityKind.ORGANISATION]
    printed: dict[str, set[str]] = defaultdict(set)
    for name in bodies:
        words = tokens[name.first : name.end]
        if len(words) == 1:
            continue
        full, letters = " ".join(text[words[0].start : words[-1].end].split()), _initials(words)
        printed[letters].add(full)
        after = tokens[name.end : name.end + 3]
        if [t.text for t in (*after[:1], *after[2:])] == ["(", ")"] and _stands_for(after[1].text, letters):
            bracketed.setdefault(after[1].text, full)
    lone = {tokens[name.first].text for name in bodies if name.end - name.first == 1}
    spelt = {short: names for short in lone if len(short) >= _FEWEST and (names := printed.get(short.casefold()))}
    only = {short: min(names) for short, names in spelt.items() if len(names) == 1 and short.isupper()}
    return only | bracketed


def _initials(words: Sequence[Token]) -> str:
    return "".join(w.text[0] for w in words if w.text.lower() not in _SMALL and w.text[0].isalnum()).casefold()


def _stands_for(short: str, letters: str) -> bool:
    return len(short) > 1 and short.isupper() and short.replace(".", "").casefold() == letters
