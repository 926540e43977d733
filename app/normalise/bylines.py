"""Bylines: the line that says who wrote an item, often with the time of publication in it."""

import re
from dataclasses import dataclass

from app.model.article import Published
from app.normalise.moments import find_time
from app.normalise.tables import wording
from app.normalise.words import length

_BY = re.compile(rf"^(?:{wording('by')})\b[:.]?\s+", re.I)
_LABEL = re.compile(rf"(?:\b|(?<=[a-z])(?-i:(?=[A-Z])))(?:{wording('label')})\b[.:]?", re.I)
_JOIN = re.compile(rf"\s*(?:[,;/|&]|\b(?:{wording('join')})\b)\s*")
_JOIN_WORD = re.compile(rf"(?:&|{wording('join')})")
_ROLE = re.compile(rf"\b(?:{wording('role')})$", re.I)
_NAME = re.compile(rf"[^\W\d_a-z][\w.'’-]*|(?:{wording('particle')})\b")
_ASIDE = re.compile(r"\s\([^()]{1,40}\)")
_EDGES = " \t,;|•·–—-:/"
_LONGEST = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """What a header line says: `text` is the line without "by", times and labels (None for a time alone)."""

    text: str | None
    authors: tuple[str, ...] = ()
    published: Published | None = None


def read_byline(line: str) -> Byline | None:
    """`line` as a byline, a time of publication, or both; None where it is neither."""
    if len(line) > _LONGEST:
        return None
    found = find_time(line)
    rest = line if found is None else f"{line[: found.start]} · {line[found.end :]}"
    if found:
        while (again := find_time(rest)) is not None:
            rest = f"{rest[: again.start]} · {rest[again.end :]}"
    rest = _LABEL.sub(" ", rest).strip(_EDGES)
    named = _BY.sub("", rest).strip(_EDGES)
    if found is None and named == rest:
        return None
    names = author_names(named)
    is_signed = named != rest and bool(names) and length(named) <= 14 and _looks_named(named)
    if is_signed or (found and names and length(named) <= 8 and _looks_named(named)):
        return Byline(text=named, authors=names, published=found.published if found else None)
    if found and length(re.sub(r"[\W\d_]+", " ", rest)) <= 3:
        return Byline(text=None, published=found.published)
    return None


def author_names(text: str) -> tuple[str, ...]:
    """The names in a byline: persons, desks and agencies; roles ("Senior reporter") and places of writing left out."""
    text = _ASIDE.sub("", " ".join(_BY.sub("", text.strip()).split()))
    pieces = (re.sub(r"\s+in\s+\S.*$", "", piece).strip(_EDGES + ".") for piece in _JOIN.split(text))
    names = (piece for piece in pieces if 0 < length(piece) <= 6 and not (_ROLE.search(piece) and length(piece) < 3))
    return tuple(dict.fromkeys(names))


def without_by(line: str) -> str:
    """A byline without its "by"."""
    return _BY.sub("", line.strip())


def is_name(line: str) -> bool:
    """Whether `line` could be a person's name and nothing else: two to four capitalised words."""
    words = line.split()
    return 2 <= len(words) <= 4 and not re.search(r"[\d.!?:,\"“”]$", line) and all(word[0].isupper() for word in words)


def names_role(line: str) -> bool:
    """Whether `line` ends in what a journalist is ("World affairs editor")."""
    return bool(_ROLE.search(line.strip()))


def _looks_named(text: str) -> bool:
    """Whether most words of `text` are those of names."""
    words = text.split()
    named = sum(bool(_NAME.match(word) or _JOIN_WORD.fullmatch(word)) for word in words)
    return bool(words) and named >= 0.7 * len(words)
