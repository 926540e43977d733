"""Bylines: the line that says who wrote an item, often with the time of publication in it."""

import re
from dataclasses import dataclass

from app.model.article import Published
from app.normalise.agencies import is_agency
from app.normalise.moments import find_time
from app.normalise.tables import wording
from app.normalise.words import length

_BY = re.compile(rf"^(?:{wording('by')})\b(?:[:：.]\s*|\s+)", re.I)
_LABEL = re.compile(rf"(?:\b|(?<=[a-z])(?-i:(?=[A-Z])))(?:{wording('label')})\b[.:]?", re.I)
_JOIN = re.compile(rf"\s*(?:[,;/|&]|\b(?:{wording('join')})\b)\s*")
_JOIN_WORD = re.compile(rf"(?:&|{wording('join')})")
_ROLE = re.compile(rf"\b(?:{wording('role')})$|^(?:{wording('role')})\s(?:{wording('where')})\s\S+(?:\s\S+)?$", re.I)
_NAME = re.compile(rf"[^\W\d_a-z][\w.'’-]*|(?:{wording('particle')})\b")
_ROLED = re.compile(
    rf"(?P<name>[^,;|]+?)(?:\s*[,–—|-]\s+|\s+|(?-i:(?<=[^\W\d_A-Z])(?=[A-Z])))(?:(?:{wording('rank')})\s+)*"
    rf"(?:{wording('role')})\b.*",
    re.I,
)
_UNTIL = re.compile(rf"\b(?:{wording('until')})\b", re.I)
# "12 comments" between separators, in any language
_COUNTED = re.compile(r"(?<=[|•·–—-])\s*\d{1,4}\s+[^\W\d_]{2,20}\s*(?=$|[|•·–—-])")
_SITE = re.compile(r"(?:www\.)?[\w-]+\.(?:com|org|net|co|[a-z]{2})", re.I)
_BY_ALONE = re.compile(rf"(?:{wording('by')})\s*[:：]?", re.I)
_DATED = re.compile(r"\([^()]*\d[^()]*\)")
_ASIDE = re.compile(r"\s\([^()]{1,40}\)")
_EDGES = " \t,;|•·–—-:/"
_LONGEST = 160
_SHORT = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """What a header line says: `text` is the line without "by", times and labels (None for a time alone). `explicit`:
    it says "by"."""

    text: str | None
    authors: tuple[str, ...] = ()
    published: Published | None = None
    explicit: bool = False


def read_byline(line: str, day_first: bool = False) -> Byline | None:
    """`line` as a byline, a time of publication, or both; None where it is neither. `day_first`: see `find_time`."""
    if len(line) > _LONGEST:
        return None
    found = find_time(line, day_first=day_first)
    rest = line if found is None else f"{line[: found.start]} · {line[found.end :]}"
    if found:
        while (again := find_time(rest, day_first=day_first)) is not None:
            rest = f"{rest[: again.start]} · {rest[again.end :]}"
    if found and _UNTIL.search(rest):
        return None
    rest = _COUNTED.sub(" ", _LABEL.sub(" ", _DATED.sub(" ", rest) if found else rest)).strip(_EDGES)
    named = _BY.sub("", rest).strip(_EDGES)
    if found is None and named == rest:
        return None
    names = author_names(named)
    is_signed = named != rest and bool(names) and length(named) <= 14 and _looks_named(named)
    is_name_and_time = found and names and length(named) <= 8 and _looks_named(named)
    if is_signed or (is_name_and_time and all(" " in name or is_agency(name) for name in names)):
        published = found.published if found else None
        return Byline(text=named, authors=names, published=published, explicit=named != rest)
    if found and length(re.sub(r"[\W\d_]+", " ", rest)) <= 3:
        return Byline(text=None, published=found.published)
    return None


def author_names(text: str) -> tuple[str, ...]:
    """The names in a byline: persons, desks and agencies; roles ("Senior reporter") and places of writing left out."""
    text = _ASIDE.sub("", " ".join(_BY.sub("", text.strip()).split()))
    pieces = (re.sub(r"\s+in\s+\S.*$", "", piece).strip(_EDGES + ".") for piece in _JOIN.split(text))
    bare = (named_with_role(piece) or piece for piece in pieces if not _SITE.fullmatch(piece))
    names = (piece for piece in bare if 0 < length(piece) <= 6 and not (_ROLE.search(piece) and length(piece) < 3))
    return tuple(dict.fromkeys(names))


def without_by(line: str) -> str:
    """A byline without its "by"."""
    return _BY.sub("", line.strip())


def is_name(line: str) -> bool:
    """Whether `line` could be a person's name and nothing else: two to four capitalised words."""
    words = line.split()
    return 2 <= len(words) <= 4 and not re.search(r"[\d.!?:,\"“”]$", line) and all(word[0].isupper() for word in words)


def says_when(line: str) -> bool:
    """Whether `line` begins with what pages put before a time and holds a number ("Updated 15.59")."""
    label = _LABEL.match(line)
    return label is not None and len(line) < _SHORT and any(character.isdigit() for character in line[label.end() :])


def is_by(line: str) -> bool:
    """Whether `line` says "by" and nothing else: names follow."""
    return _BY_ALONE.fullmatch(line.strip()) is not None


def named_with_role(line: str) -> str | None:
    """The person's name in "Jane Roe, senior reporter" or "Jane RoeNews Reporter"; None where the line is not so."""
    match = _ROLED.fullmatch(line.strip())
    name = match["name"].strip(_EDGES) if match else ""
    return name if is_name(name) else None


def names_role(line: str) -> bool:
    """Whether `line` ends in what a journalist is ("World affairs editor"), with the place too ("Corresponsal en
    Atenas")."""
    return bool(_ROLE.search(line.strip()))


def _looks_named(text: str) -> bool:
    """Whether most words of `text` are those of names."""
    words = text.split()
    named = sum(bool(_NAME.match(word) or _JOIN_WORD.fullmatch(word)) for word in words)
    return bool(words) and named >= 0.7 * len(words)
