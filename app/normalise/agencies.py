"""News agencies, told from people in bylines, datelines and credits by the names in agencies.tsv."""

import re
from collections.abc import Callable, Iterable, Sequence

from app.normalise.tables import rows, wording
from app.normalise.words import length

_SHORT = 6
_FORMS = {form: names[0] for names in rows("agencies.tsv") for form in names}
_FOLDED = {form.casefold(): name for form, name in _FORMS.items() if len(form) > _SHORT}
_LONG = re.compile(
    rf"(?<!\w)(?:{'|'.join(re.escape(form) for form in sorted(_FOLDED, key=len, reverse=True))})(?!\w)", re.I
)
_BETWEEN = re.compile(
    rf"[\s(]*(?:[,;:/|&()\[\]·•]|(?:^|\s)[–—-]+(?:\s|$)|\b(?:{wording('join')}|{wording('by')}|{wording('via')})\b)[\s)]*",
    re.I,
)
_CREDIT = re.compile(rf"^(?:{wording('credit')})\b[:\s]*(?P<named>.+)$", re.I)
_BRACKETED = re.compile(r"\((?P<named>[^()]{2,40})\)\W*$")
_EDGES = " .,;:–—-/*©"
_LONGEST = 60


def agencies_in(lines: Iterable[str]) -> tuple[str, ...]:
    """The agencies that credit lines name, each once, by one name whatever the language."""
    return tuple(dict.fromkeys(name for line in lines for piece in _pieces(line) for name in _named(piece)))


def is_agency(name: str) -> bool:
    """Whether `name` is an agency's and nothing more."""
    return _whole(name.strip()) is not None


def with_sender(piece: str, is_name: Callable[[str], bool]) -> tuple[str, ...]:
    """The names in a piece of a byline: a person's and that of the agency written out behind it, else the piece."""
    found = next((match for match in _LONG.finditer(piece) if match.end() == len(piece)), None)
    person = piece[: found.start()].rstrip() if found else ""
    return (person, found.group()) if found and is_name(person) else (piece,)


def credited_in(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """The agencies that the last paragraph credits: "(dpa/afp)" at its end, "Source: Reuters", or nothing but names."""
    last = paragraphs[-1].strip() if paragraphs else ""
    bracketed = _BRACKETED.search(last[-_LONGEST:])
    if bracketed:
        return _only_agencies(bracketed["named"])
    credit = _CREDIT.match(last) if len(last) <= _LONGEST else None
    if credit:
        return agencies_in([credit["named"]])
    return _only_agencies(last) if len(last) <= _LONGEST else ()


def _only_agencies(text: str) -> tuple[str, ...]:
    """The agencies in `text` where it names nothing else; short names in any case, as "dpa/afp" is printed."""
    pieces = [piece for piece in re.split(r"[,;/&+·-]|\s", text) if piece.strip(_EDGES)]
    names = [_whole(piece.strip(_EDGES)) or _whole(piece.strip(_EDGES).upper()) for piece in pieces]
    if names and all(names):
        return tuple(dict.fromkeys(name for name in names if name))
    whole = _whole(text.strip(_EDGES))
    return (whole,) if whole else ()


def _pieces(line: str) -> list[str]:
    return [piece for piece in (piece.strip(_EDGES) for piece in _BETWEEN.split(line)) if piece]


def _named(piece: str) -> tuple[str, ...]:
    """The agency that a piece of a byline is, or names among a few words ("Reuters Staff")."""
    whole = _whole(piece)
    if whole:
        return (whole,)
    return tuple(_FOLDED[found.group().casefold()] for found in _LONG.finditer(piece)) if length(piece) <= 6 else ()


def _whole(piece: str) -> str | None:
    bare = piece.removeprefix("The ").removeprefix("the ")
    return _FORMS.get(bare) or _FOLDED.get(bare.casefold())
