"""The scope of the outside sets: what was said or written, not what was thought, wished or planned.

The rule and its list of verb forms (said.txt) are those of the outside scorer (score_quotes.py, scope "said"), so that
counts agree: gold is in scope if its type is direct or mixed, or a word of its cue is one of these forms; a prediction
that no gold touches is out of scope if it has a cue, none of whose words is one of them, and no quotation mark.
"""

import re
from pathlib import Path

from tools.quality.scoring import Saying, trimmed

_LINES = Path(__file__).with_name("said.txt").read_text(encoding="utf-8").splitlines()
_SAID = frozenset(word for line in _LINES if not line.startswith("#") for word in line.split())
_WORD = re.compile(r"\w+")
_MARKS = frozenset('"“”„«»')


def gold_counts(text: str, saying: Saying) -> bool:
    """Is this gold quote in scope?"""
    return saying.kind in ("direct", "mixed") or _is_said(text, saying)


def prediction_counts(text: str, saying: Saying) -> bool:
    """Is this prediction in scope, where no gold touches it?"""
    marked = any(_MARKS.intersection(text[max(0, s.start - 1) : s.end + 1]) for s in trimmed(text, saying.content))
    return marked or not trimmed(text, saying.cue) or _is_said(text, saying)


def _is_said(text: str, saying: Saying) -> bool:
    return any(not _SAID.isdisjoint(_WORD.findall(span.of(text).lower())) for span in trimmed(text, saying.cue))
