"""Initials that an article spells out: "the Harbour Safety Board (HSB)", "Harbour Safety Board … HSB"."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from app.extract.found import Found, surface_of
from app.model.mention import EntityKind
from app.model.syntax import Token

_SMALL = ("of", "the", "and", "for", "in", "on", "&")
_FEWEST = 3
_SPELT = 0.9


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
        full, letters = surface_of(tokens, name, text), _initials(words)
        printed[letters].add(full)
        after = tokens[name.end : name.end + 3]
        if [t.text for t in (*after[:1], *after[2:])] == ["(", ")"] and _stands_for(after[1].text, letters):
            bracketed.setdefault(after[1].text, full)
    lone = {tokens[name.first].text for name in bodies if name.end - name.first == 1}
    spelt = {short: names for short in lone if len(short) >= _FEWEST and (names := printed.get(short.casefold()))}
    only = {short: min(names) for short, names in spelt.items() if len(names) == 1 and short.isupper()}
    return only | bracketed


def spelt_out(tokens: Sequence[Token], found: Sequence[Found]) -> list[Found]:
    """The names, those cut short made whole that initials in brackets spell out ("the Dockers and Riggers *Union*
    (DRU)"), where the initials are known to be a body's."""
    bodies = {tokens[n.first].text for n in found if n.kind is EntityKind.ORGANISATION and n.end - n.first == 1}
    whole = [
        Found(first, index - 1, EntityKind.ORGANISATION, _SPELT)
        for index in range(2, len(tokens) - 1)
        if tokens[index - 1].text == "(" and tokens[index + 1].text == ")" and tokens[index].text in bodies
        if (first := _beginning(tokens, index)) is not None
    ]
    inside = {index for name in whole for index in range(name.first, name.end)}
    kept = [name for name in found if not inside.intersection(range(name.first, name.end))]
    return sorted([*kept, *whole])


def _beginning(tokens: Sequence[Token], bracketed: int) -> int | None:
    """Where the capitalised words begin right before a bracket whose initials stand in it."""
    letters, index = tokens[bracketed].text.casefold(), bracketed - 2
    if not (letters.isalpha() and tokens[bracketed].text.isupper() and len(letters) >= _FEWEST):
        return None
    while index >= 0 and tokens[index].sentence == tokens[bracketed].sentence:
        token = tokens[index]
        is_small = token.text.lower() in _SMALL
        if not is_small and not (token.text[:1].isupper() and token.text[0].casefold() == letters[-1]):
            return None
        letters = letters if is_small else letters[:-1]
        if not letters:
            return index
        index -= 1
    return None


def _initials(words: Sequence[Token]) -> str:
    return "".join(w.text[0] for w in words if w.text.lower() not in _SMALL and w.text[0].isalnum()).casefold()


def _stands_for(short: str, letters: str) -> bool:
    return len(short) > 1 and short.isupper() and short.replace(".", "").casefold() == letters
