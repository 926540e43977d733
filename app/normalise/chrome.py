"""Which lines of a page are chrome by their words: navigation, sharing, forms, cookie notices, rights."""

import re
from functools import cache

from app.normalise.tables import rows
from app.normalise.words import is_closed

_BRACKET = re.compile(r"[(\[]([^()\[\]]{1,220})[)\]]\.?$")
_PICTURE = re.compile(r"\b(?:photo|image|picture|foto|bild|video|getty|epa|shutterstock)\b(\s*[:/|©])?", re.I)
_AGENCY = re.compile(r"\b(?:reuters|afp|dpa)\b", re.I)
_WORD = re.compile(r"[^\W\d_]+")
_WHOLE = r"(?![^\W\d_])"
_SPEECH = '["“„«»][^"“”„«»]{25,}[,.!?…]["”“«»]'
"""A sentence in quotes; buttons and trade marks in quotes are no sentences."""
_COUNT = re.compile(
    r"(?:\d+\s*(?:min(?:ute)?s?(?:\s+read)?|comments?|shares?|views?|likes?)|\d{1,4}[/|]\d{1,4}|\W*\d{1,6}\W*|\W+)",
    re.I,
)
_AGO = re.compile(r"(?:\d+\s*|an?\s+)(?:m(?:in(?:ute)?)?|h(?:(?:ou)?r)?|day|week|month|year)s?\s+ago", re.I)
_ADDRESS = re.compile(r"\S+@\S+\.\w+|(?:https?://|www\.)\S+")
_EDGES = " \t*•·|>»→-–—"
_LONGEST = 700
_LONGEST_CREDIT = 224


def is_chrome(line: str) -> bool:
    """Whether `line` belongs to the page and not to the news, by its words alone. Long paragraphs never do."""
    folded = _folded(line)
    if not folded or len(folded) > _LONGEST:
        return not folded
    shapes = (_COUNT, _AGO, _ADDRESS)
    return (
        _bare(folded) in _phrases("line", "end", "comments")
        or any(shape.fullmatch(folded) for shape in shapes)
        or bool(_beginning("points").match(folded))
        or (_speaks_to_readers(folded) and not _reports(folded))
    )


def _speaks_to_readers(folded: str) -> bool:
    return bool(_beginning("start", "credit").match(folded) or _insides().search(folded))


def _reports(folded: str) -> bool:
    """Whether the line is a sentence of news: somebody says or does in it what is told in the past."""
    return is_closed(folded) and bool(_reporting().search(folded))


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
    """Whether `line` ends in a picture's credit in brackets, as captions do. An agency alone after a sentence signs a
    text, and a bracket that says more than whose the picture is belongs to one."""
    bracket = _BRACKET.search(line[-_LONGEST_CREDIT:])
    picture = _PICTURE.search(bracket[1]) if bracket else None
    if bracket is None or (picture and picture[1]):
        return picture is not None
    if not _is_source(bracket[1]):
        return False
    signs = _AGENCY.search(bracket[1]) is None or is_closed(line[: -len(bracket[0])].rstrip())
    return picture is not None or not signs


def _is_source(text: str) -> bool:
    """Whether `text` is names and the small words that stand between them in a credit."""
    return all(not word[0].islower() or word in _phrases("source") for word in _WORD.findall(text))


def credits_picture(line: str) -> bool:
    """Whether `line` begins as a picture's credit does: the line above it is the caption."""
    return bool(_beginning("credit").match(_folded(line)))


def _folded(line: str) -> str:
    return line.casefold().replace("’", "'").strip(_EDGES)


def _bare(folded: str) -> str:
    return folded.rstrip(".:!… ")


@cache
def _phrases(*places: str) -> frozenset[str]:
    return frozenset(_bare(_folded(phrase)) for place, phrase in rows("chrome.tsv") if place in places)


@cache
def _beginning(*places: str) -> re.Pattern[str]:
    """Any phrase of these places; one that ends in a letter ends a word."""
    phrases = (f"{re.escape(one)}{_WHOLE if one[-1].isalpha() else ''}" for place in places for one in _sorted(place))
    return re.compile("|".join(phrases))


@cache
def _insides() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _sorted("inside"))))


@cache
def _reporting() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, _sorted('reports')))})\b|{_SPEECH}")


def _sorted(place: str) -> list[str]:
    return sorted(_folded(phrase) for where, phrase in rows("chrome.tsv") if where == place)
