"""Texts whose lines were broken at a fixed width, as mail and wire services do: their paragraphs made whole again."""

import re
from collections.abc import Sequence
from itertools import pairwise

from app.normalise.words import is_closed

_QUOTED = re.compile(r"(?:^[ \t]*>.*(?:\n|\Z)){3,}", re.M)
_MARK = re.compile(r"^[ \t]*(?:> ?)+", re.M)
_NARROW, _WIDE = 45, 100
_BREAKS = 3
_SHARE = 0.3


def unwrapped(text: str) -> str:
    """`text` with broken lines joined; unchanged where its line ends mean something.

    Lines are held to be broken where many of them, of newspaper to terminal width, stop amid a sentence that the next
    line takes up in lower case.
    """
    lines = text.split("\n")
    adjacent = [(above.rstrip(), below.strip()) for above, below in pairwise(lines) if above.strip() and below.strip()]
    broken = sum(_is_broken(above, below) for above, below in adjacent)
    if broken < _BREAKS or broken < _SHARE * len(adjacent):
        return text
    return _joined(lines)


def unquoted(text: str) -> str:
    """`text` without the marks ("> ") of quoted mail; a single line with one keeps it."""
    return _QUOTED.sub(lambda run: _MARK.sub("", run[0]), text) if ">" in text else text


def _is_broken(above: str, below: str) -> bool:
    return _NARROW <= len(above) <= _WIDE and not is_closed(above) and below[0].islower()


def _joined(lines: Sequence[str]) -> str:
    """Every full line runs on into the next one of its block; a line well short of the width ends its paragraph."""
    pairs = pairwise([*lines, ""])
    return "".join(
        above.rstrip() + (" " if below.strip() and len(above.rstrip()) >= _NARROW else "\n") for above, below in pairs
    )
