"""What readers pass over, counted and put into words."""

from collections import Counter

from app.model.document import Skipped

_MOST = 50


def noted(counts: Counter[str]) -> tuple[Skipped, ...]:
    """The reasons with their counts, the most frequent first; beyond fifty reasons the rest in one."""
    ranked = counts.most_common()
    rest = sum(count for _, count in ranked[_MOST:])
    named = tuple(Skipped(reason, count) for reason, count in ranked[:_MOST])
    return (*named, Skipped("other reasons", rest)) if rest else named


def listed(counts: Counter[str], most: int = 5) -> str:
    """The same for a sentence, in brackets after a blank; nothing where nothing was passed over."""
    named = ", ".join(f"{one.count} × {one.reason}" for one in noted(counts)[:most])
    return f" (passed over: {named})" if named else ""
