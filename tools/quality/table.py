"""Markdown tables whose columns line up in a terminal too."""

from collections.abc import Iterable, Sequence


def table(head: Sequence[str], body: Iterable[Sequence[str]]) -> list[str]:
    """The lines of a table, every cell padded to its column's width."""
    rows = [list(head), *(list(row) for row in body)]
    widths = [max(3, *(len(row[at]) for row in rows)) for at in range(len(head))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in rows
    ]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return [lines[0], rule, *lines[1:]]
