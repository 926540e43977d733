"""The names in what signs an item: persons, desks and agencies, without roles, accounts and places of writing."""

import re
from collections.abc import Iterator

from app.normalise.agencies import is_agency, with_sender
from app.normalise.tables import rows, wording
from app.normalise.words import is_closed, length

_BY = re.compile(rf"^(?P<by>{wording('by')})\b(?:[:：.]\s*|\s+)", re.I)
_SPOKEN = {word: frozenset(where[0].split()) for kind, word, *where in rows("wording.tsv") if kind == "by" and where}
"""The languages of those "by" that other languages have as another word."""

_OURS = re.compile(rf"^(?:{wording('our')})\s+(?:{wording('role')})\s+", re.I)
_JOIN = re.compile(rf"\s*([,;/|&]|(?<=\s)[–—-](?=\s)|\b(?:{wording('join')})\b)\s*")
_ROLE = re.compile(rf"\b(?:{wording('role')})$|^(?:{wording('role')})\s(?:{wording('where')})\s\S+(?:\s\S+)?$", re.I)
_ROLED = re.compile(
    rf"(?P<name>[^,;|]+?)(?:\s*[,–—|-]\s+|\s+|(?-i:(?<=[^\W\d_A-Z])(?=[A-Z])))(?:(?:{wording('rank')})\s+)*"
    rf"(?:{wording('role')})\b.*",
    re.I,
)
_HOLDS = re.compile(rf"(?:(?:{wording('rank')})\s+)*(?:{wording('role')})\b", re.I)
_IN = re.compile(rf"(?:^|\s+)(?:{wording('where')})\s+\S.*$")
_SITE = re.compile(r"(?:www\.)?[\w-]{1,60}\.(?:com|org|net|co|[a-z]{2})", re.I)
_ASIDE = re.compile(r"\s\([^()]{1,40}\)|(?<=\s)@\w{2,30}")
_NAME = re.compile(rf"[^\W\d_a-z][\w.'’-]*|(?:{wording('particle')})\b")
_SMALL = re.compile(rf"(?:{wording('particle')}|{wording('rank')}|{wording('role')}|{wording('where')})", re.I)
_EDGES = " \t,;|•·–—-:/"
_APART = frozenset("/|–—-")
_MOST_WORDS = 14
_FEW_WORDS = 5
_TWO = 2
_LONGEST = 2_000


def author_names(text: str, placed: bool = False) -> tuple[str, ...]:
    """The names in a byline of at most 2,000 characters. A single word behind a name and a bar or a dash is where it
    was written, and no name; nor are words in small letters, behind a comma too where "by" is said (`placed`)."""
    text = " ".join(text[:_LONGEST].split())
    said = None if _is_name_itself(text) else said_by(text)
    bare = _OURS.sub("", _ASIDE.sub("", text if said is None else said))
    return tuple(dict.fromkeys(_names(bare, placed or said is not None)))


def uninverted(name: str) -> str:
    """A name as readers see it, where it is stated as libraries order it ("Roe, Jane")."""
    family, comma, given = name.partition(", ")
    parts = (family, given)
    single = all(
        length(part) == 1 and part[0].isupper() and not (is_agency(part) or names_role(part)) for part in parts
    )
    return f"{given} {family}" if comma and single else name


def without_by(line: str) -> str:
    """A line that signs without its "by"."""
    line = line.strip()
    said = None if _is_name_itself(line) else said_by(line)
    return line if said is None else said


def said_by(line: str, language: str | None = None) -> str | None:
    """What follows the "by" that `line` begins with; None where it begins otherwise. A word that is "by" in other
    languages than `language` is so before two words alone: not in the English "Af Klint Exhibition Opens".
    """
    match = _BY.match(line)
    if match is None:
        return None
    said = line[match.end() :]
    if language and language not in _SPOKEN.get(match["by"].casefold(), {language}):
        return said if any(length(name) <= _TWO for name in author_names(said)[:1]) else None
    return said


def _is_name_itself(text: str) -> bool:
    """Whether what is "by" in one language is part of a name of two words ("Di Wang")."""
    first, _, last = text.partition(" ")
    return first.casefold() in _SPOKEN and first.istitle() and length(last) == 1 and not is_agency(last)


def signs(text: str) -> bool:
    """Whether `text`, which stood behind "by", consists of names and what goes with them.

    The first must be one in all its words, and stand alone if it is a single word: "Von der Leyen trifft Merz" and
    "By Friday, Kyiv Was Silent" say no author.
    """
    text = _OURS.sub("", _ASIDE.sub("", text))
    first, *others = _JOIN.split(text)
    name = _IN.sub("", first).strip(_EDGES)
    words = [word for word in first.split() if word.strip(_EDGES)]
    if (
        not name
        or (name[0].islower() and not is_agency(name))
        or not all(map(_is_named, words))
        or length(text) > _MOST_WORDS
    ):
        return False
    if ":" in text or (is_closed(text) and length(text) > _FEW_WORDS):
        return False
    is_whole = not others and name == first.strip(_EDGES)
    return (is_whole or length(name) > 1 or is_agency(name)) and mostly_named(text)


def is_name(line: str) -> bool:
    """Whether `line` could be a person's name and nothing else: two to four capitalised words."""
    words = line.split()
    return 2 <= len(words) <= 4 and not re.search(r"[\d.!?:,\"“”]$", line) and all(word[0].isupper() for word in words)


def named_with_role(line: str) -> str | None:
    """The person's name in "Jane Roe, senior reporter" or "Jane RoeNews Reporter"; None where the line is not so."""
    match = _ROLED.fullmatch(line.strip())
    name = match["name"].strip(_EDGES) if match else ""
    return name if is_name(name) else None


def names_role(line: str) -> bool:
    """Whether `line` ends in what a journalist is ("World affairs editor"), with the place too ("Corresponsal en
    Atenas")."""
    return bool(_ROLE.search(line.strip()))


def _names(text: str, placed: bool) -> Iterator[str]:
    pieces = _JOIN.split(text)
    signed = False
    for before, piece in zip(("", *pieces[1::2]), pieces[::2], strict=True):
        bare = _IN.sub("", piece).strip(_EDGES + ".")
        if signed and _is_beside(bare, before in _APART, placed and before == ","):
            continue
        for name in with_sender(named_with_role(bare) or bare, is_name):
            if _could_sign(name):
                signed = signed or length(name) > 1
                yield name


def _is_beside(piece: str, apart: bool, placed: bool) -> bool:
    """Whether a piece that follows a name says more of its bearer: what or, set `apart`, where the person is. Behind a
    comma a lone word may be a name too."""
    is_role = bool(_ROLE.search(piece) or _HOLDS.match(piece)) and named_with_role(piece) is None
    is_small = (apart or placed) and piece[:1].islower() and length(piece) > 1 and not _NAME.match(piece)
    is_place = apart and length(piece) == 1 and piece.istitle()
    return is_role or ((is_small or is_place) and not is_agency(piece))


def _could_sign(piece: str) -> bool:
    if _SITE.fullmatch(piece) or not 0 < length(piece) <= 6:
        return False
    return not (_ROLE.search(piece) and length(piece) < 3)


def mostly_named(text: str) -> bool:
    """Whether most words of `text` are those of names."""
    words = text.split()
    named = sum(bool(_NAME.match(word) or _JOIN.fullmatch(word) or is_agency(word.strip(_EDGES))) for word in words)
    return bool(words) and named >= 0.7 * len(words)


def _is_named(word: str) -> bool:
    """Whether `word` is one of a name, or stands beside names in small letters: "van", "senior", "in"."""
    bare = word.strip(_EDGES + ".()")
    return not bare or not bare[0].islower() or is_agency(bare) or bool(_SMALL.fullmatch(bare))
