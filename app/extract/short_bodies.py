"""From "Tarrant" to "Tarrant Water": a firm that an article first names in full, and then without its trade."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from app.extract.found import Found, surface_of, words_of
from app.kit.tables import words
from app.model.mention import EntityKind
from app.model.syntax import Token

_TRADES = words("app.extract", "industries.txt")


def short_bodies(tokens: Sequence[Token], found: Sequence[Found], text: str) -> Mapping[str, str]:
    """The first words of firms' names with the one full name that the article prints before them.

    Nothing for a word that stands alone before it, or begins the name of another body: that may be the whole group.
    """
    fuller: dict[str, set[str]] = defaultdict(set)
    printed: set[str] = set()
    result: dict[str, str] = {}
    for name in found:
        if name.kind is not EntityKind.ORGANISATION:
            continue
        own = words_of(tokens, name)
        surface = surface_of(tokens, name, text)
        if len(own) == 1 and own[0] not in fuller:
            printed.add(own[0])
        elif len(own) == 1:
            result[surface] = own[0]
        elif own and own[0] not in printed:
            fuller[own[0]].add(surface)
    one = {word: next(iter(names)) for word, names in fuller.items() if len(names) == 1}
    return {short: full for short, word in result.items() if (full := one.get(word)) and _is_trade(full)}


def _is_trade(name: str) -> bool:
    return all(word.rstrip(".").casefold() in _TRADES for word in name.split()[1:])
