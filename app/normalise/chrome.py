"""Which lines of a page are chrome by their words: navigation, sharing, forms, cookie notices, rights."""

import re
from functools import cache

from app.normalise.tables import rows

_CREDIT = re.compile(
    r"[(\[][^()\[\]]{0,80}\b(?:photo|image|picture|foto|bild|video|getty|reuters|afp|epa|shutterstock|dpa)\b"
    r"[^()\[\]]{0,120}[)\]]\.?$",
    re.I,
)
_COUNT = re.compile(
    r"(?:\d+\s*(?:min(?:ute)?s?(?:\s+read)?|comments?|shares?|views?|likes?)|\d{1,4}[/|]\d{1,4}|\W*\d{1,6}\W*|\W+)",
    re.I,
)
_AGO = re.compile(r"(?:\d+\s*|an?\s+)(?:m(?:in(?:ute)?)?|h(?:(?:ou)?r)?|day|week|month|year)s?\s+ago", re.I)
_ADDRESS = re.compile(r"\S+@\S+\.\w+|(?:https?://|www\.)\S+")
_EDGES = " \t*•·|>»→-–—"
_LONGEST = 700


def is_chrome(line: str) -> bool:
    """Whether `line` belongs to the page and not to the news, by its words alone. Long paragraphs never do."""
    folded = _folded(line)
    if not folded or len(folded) > _LONGEST:
        return not folded
    shapes = (_COUNT, _AGO, _ADDRESS)
    return (
        _bare(folded) in _phrases("line", "end", "comments")
        or any(shape.fullmatch(folded) for shape in shapes)
        or bool(_starts().match(folded))
        or bool(_credits().match(folded))
        or bool(_insides().search(folded))
    )


def heads_related(line: str) -> bool:
    """Whether `line` heads other stories: related, most read, latest."""
    return len(line) < 60 and _bare(_folded(line)) in _phrases("end")


def heads_comments(line: str) -> bool:
    """Whether `line` heads what readers wrote, with or without their number ("3 comments")."""
    return len(line) < 60 and _bare(_folded(line)).lstrip("0123456789 ()") in _phrases("comments")


def is_ago(line: str) -> bool:
    """Whether `line` is a time counted back from the moment of the dump ("2 hours ago")."""
    return bool(_AGO.fullmatch(_folded(line)))


def is_credit(line: str) -> bool:
    """Whether `line` ends in a picture's credit in brackets, as captions do."""
    return bool(_CREDIT.search(line[-220:]))


def credits_picture(line: str) -> bool:
    """Whether `line` begins as a picture's credit does: the line above it is the caption."""
    return bool(_credits().match(_folded(line)))


def _folded(line: str) -> str:
    return line.casefold().replace("’", "'").strip(_EDGES)


def _bare(folded: str) -> str:
    return folded.rstrip(".:!… ")


@cache
def _phrases(*places: str) -> frozenset[str]:
    return frozenset(_bare(_folded(phrase)) for place, phrase in rows("chrome.tsv") if place in places)


@cache
def _starts() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(map(re.escape, _sorted('start')))})(?![^\\W_])")


@cache
def _credits() -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(map(re.escape, _sorted('credit')))})(?![^\\W_])")


@cache
def _insides() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _sorted("inside"))))


def _sorted(place: str) -> list[str]:
    return sorted(_folded(phrase) for where, phrase in rows("chrome.tsv") if where == place)
