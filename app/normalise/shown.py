"""Which of the stated items a page shows."""

from collections.abc import Sequence, Set

from app.normalise.draft import Draft

_STRETCH = 20
_HALF = 0.5


def shown_of(updates: Sequence[Draft], text: str) -> tuple[Draft, ...]:
    """The updates that a page's visible text holds, by half of their stretches of twenty letters or digits.

    A long live blog states all its updates on each of its pages and shows some: the others are items of other pages.
    Where the page shows none of them, a script would have drawn them: all are its items.
    """
    shown, own = _letters(text), [_letters(update.body or update.title) for update in updates]
    asked = {stretch for letters in own for stretch in _stretches(letters)}
    found = asked.intersection(shown[at : at + _STRETCH] for at in range(len(shown) - _STRETCH + 1))
    told = tuple(update for update, letters in zip(updates, own, strict=True) if _is_shown(letters, shown, found))
    return told or tuple(updates)


def _stretches(own: str) -> list[str]:
    return [own[at : at + _STRETCH] for at in range(0, len(own) - _STRETCH + 1, _STRETCH // 2)]


def _is_shown(own: str, shown: str, found: Set[str]) -> bool:
    stretches = _stretches(own)
    return sum(map(found.__contains__, stretches)) >= _HALF * len(stretches) if stretches else own in shown


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
