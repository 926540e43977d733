"""Which of the stated items a page shows."""

from collections.abc import Sequence

from app.normalise.draft import Draft

_STRETCH = 20
_HALF = 0.5


def shown_of(updates: Sequence[Draft], text: str) -> tuple[Draft, ...]:
    """The updates that a page's visible text holds, by half of their stretches of twenty letters or digits.

    A long live blog states all its updates on each of its pages and shows some: the others are items of other pages.
    Where the page shows none of them, a script would have drawn them: all are its items.
    """
    letters = _letters(text)
    stretches = {letters[at : at + _STRETCH] for at in range(max(1, len(letters) - _STRETCH + 1))}
    shown = tuple(update for update in updates if _is_shown(_letters(update.body or update.title), letters, stretches))
    return shown or tuple(updates)


def _is_shown(own: str, letters: str, stretches: set[str]) -> bool:
    if len(own) < _STRETCH:
        return own in letters
    starts = range(0, len(own) - _STRETCH + 1, _STRETCH // 2)
    return sum(own[at : at + _STRETCH] in stretches for at in starts) >= _HALF * len(starts)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
