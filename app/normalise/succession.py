"""Texts that hold several articles, one after another, each with its headline and the byline of its author."""

from collections.abc import Sequence
from itertools import pairwise

from app.normalise.lines import Line, LineKind

_HEADLINE_AT_LEAST = 3
_TOLD = 2


def articles_apart(lines: Sequence[Line]) -> tuple[tuple[Line, ...], ...]:
    """`lines` parted before each headline that somebody signs right under it ("By …"), where the first line is one and
    two paragraphs stand under each, or one under all. Else whole: a page has a menu above its article, and signed
    teasers of one paragraph below.
    """
    heads = [at for at in range(len(lines) - 1) if _heads(lines, at)]
    parts = [tuple(lines[start:end]) for start, end in pairwise([*heads, len(lines)])]
    told = [sum(line.kind is LineKind.PROSE for line in part) for part in parts]
    enough = heads[:1] == [0] and min(told) >= max(1, min(_TOLD, told[0]))
    return tuple(parts) if enough else (tuple(lines),)


def _heads(lines: Sequence[Line], at: int) -> bool:
    line, signed = lines[at], lines[at + 1].byline
    return line.gap and line.may_head and line.words >= _HEADLINE_AT_LEAST and bool(signed and signed.explicit)
