"""Bylines: the line that says who wrote an item, often with the time of publication in it."""

import re
from dataclasses import dataclass

from app.model.article import Published
from app.normalise.agencies import is_agency
from app.normalise.authors import author_names, mostly_named, said_by, signs
from app.normalise.moments import find_time
from app.normalise.tables import wording
from app.normalise.words import length

_START = r"(?:\b|(?<=[a-z])(?-i:(?=[A-Z])))"
_LABEL = re.compile(rf"{_START}(?:{wording('label', 'changed')})\b[.:]?", re.I)
_CHANGED = re.compile(rf"(?:{wording('changed')})[.:]?", re.I)
_WHEN = re.compile(rf"{_START}(?:{wording('label', 'changed', 'when')})\b[.:]?", re.I)
_UNTIL = re.compile(rf"\b(?:{wording('until')})\b", re.I)
# "12 comments" between separators, in any language
_COUNTED = re.compile(r"(?<=[|•·–—-])\s*\d{1,4}\s+[^\W\d_]{2,20}\s*(?=$|[|•·–—-])")
_ON = re.compile(rf"\s(?:{wording('day')})\s*$", re.I)
_HANDLE = re.compile(r"(?<=\s)@\w{2,30}")
_BY_ALONE = re.compile(rf"(?:{wording('by')})\s*[:：]?", re.I)
_DATED = re.compile(r"\([^()]*\d[^()]*\)")
_EDGES = " \t,;|•·–—-:/"
_DOT = "·"
_LONGEST = 160
_SHORT = 60
_FEW_WORDS = 8
_FEW_LABELS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """What a header line says: `text` is the line without "by", times and labels (None for a time alone). `explicit`:
    it says "by". `changed`: the time is that of a change, and the line gives no other."""

    text: str | None
    authors: tuple[str, ...] = ()
    published: Published | None = None
    explicit: bool = False
    changed: bool = False


def read_byline(line: str, day_first: bool = False, language: str | None = None) -> Byline | None:
    """`line` as a byline, a time of publication, or both; None where it is neither. `day_first`: see `find_time`;
    `language`: see `said_by`."""
    if len(line) > _LONGEST:
        return None
    times, rest = _times(line, day_first)
    if times and _UNTIL.search(rest):
        return None
    published = next((one for one, changed in times if not changed), times[0][0] if times else None)
    changed = bool(times) and all(changed for _, changed in times)
    rest = _WHEN.sub(" ", _DATED.sub(" ", rest)) if times else _LABEL.sub(" ", rest)
    rest = _HANDLE.sub(" ", _COUNTED.sub(" ", rest)).strip(_EDGES)
    said = said_by(rest, language)
    if (not times and said is None) or (said is not None and said.startswith(_DOT)):
        return None  # "By 7 March 2026, Kyiv Was Silent" names the day by which something was done
    named = (rest if said is None else said).strip(_EDGES)
    names = author_names(named, placed=said is not None)
    is_signed = said is not None and bool(names) and signs(named)
    is_name_and_time = bool(times and names) and length(named) <= _FEW_WORDS and mostly_named(named)
    if is_signed or (is_name_and_time and all(" " in name or is_agency(name) for name in names)):
        return Byline(text=named, authors=names, published=published, explicit=said is not None, changed=changed)
    if times and length(re.sub(r"[\W\d_]+", " ", rest)) <= _FEW_LABELS:
        return Byline(text=None, published=published, changed=changed)
    return None


def _times(line: str, day_first: bool) -> tuple[list[tuple[Published, bool]], str]:
    """The times in a line, whether each is that of a change, and the line with a dot in place of each."""
    times: list[tuple[Published, bool]] = []
    while (found := find_time(line, day_first=day_first)) is not None:
        times.append((found.published, announces_change(line[: found.start].rpartition(_DOT)[2])))
        line = f"{_ON.sub('', line[: found.start])} {_DOT} {line[found.end :]}"
    return times, line


def says_when(line: str) -> bool:
    """Whether `line` begins with what pages put before a time and holds a number ("Updated 15.59")."""
    label = _WHEN.match(line)
    return label is not None and len(line) < _SHORT and any(character.isdigit() for character in line[label.end() :])


def announces_change(label: str) -> bool:
    """Whether what stands before a time says that something was changed then ("Last updated")."""
    labels = _WHEN.findall(label)
    return bool(labels) and _CHANGED.fullmatch(labels[-1]) is not None


def is_by(line: str) -> bool:
    """Whether `line` says "by" and nothing else: names follow."""
    return _BY_ALONE.fullmatch(line.strip()) is not None
