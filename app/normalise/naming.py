"""What a dump's page calls its article: the line of the title as other lines of the page and its address have it."""

import re
from collections import Counter
from collections.abc import Sequence
from urllib.parse import unquote

from app.normalise.lines import Line, LineKind
from app.normalise.words import stems

_BESIDE = 3
_TOP = 3
_WHOLE = 4
_ALIKE = 0.6
_NAMED = 0.8
_ADDRESS = re.compile(r"https?://\S+")
_QUERY = re.compile("[?#]")
_JOINTS = re.compile("[-_+]")
_COLON = re.compile(r"\s?[:：]\s*")
_BETWEEN = " \t–—-|·"


def name_of(lines: Sequence[Line], at: int, url: str | None = None) -> str:
    """The title that line `at` holds. Not always the line's text: a kicker or the site's name may stand in it, and
    where the page's address or more of the page's lines know the article by another headline, it is that."""
    others = [line for line in lines if line.kind is LineKind.SHORT and line.words >= _WHOLE]
    beside = lines[max(0, at - _BESIDE) : at + _BESIDE + 1]
    text = _bare(lines[at].text, beside)
    return _in_address(others, text, _slug(lines, url)) or _in_lists(others, text) or text


def _bare(text: str, beside: Sequence[Line]) -> str:
    """`text` as a line beside it has it, without a kicker before it or the site's name after it."""
    other = next((line.unmarked for line in beside if _is_most(line, text)), None)
    return other or next((bare for line in beside if line.may_head and (bare := _unlabelled(text, line.text))), text)


def _is_most(other: Line, text: str) -> bool:
    """Whether `other` is `text` without a few words at one end; what ends in a colon is the title's own."""
    part = other.unmarked
    if other.words < _WHOLE or not len(part) < len(text) <= 2 * len(part):
        return False
    is_end = text.endswith(part) and not text.removesuffix(part).rstrip().endswith(":")
    return is_end or text.startswith(part)


def _unlabelled(one: str, other: str) -> str | None:
    """What follows the kicker, where of two headings one has a colon after it and the other something else: then the
    kicker is an element of its own. None where they are not so."""
    for text, again in ((one, other), (other, one)):
        kicker, bare = _parted(text)
        between = again[len(kicker) : len(again) - len(bare)]
        is_same = again.startswith(kicker) and again.endswith(bare) and len(again) >= len(kicker) + len(bare)
        if bare and is_same and not between.strip(_BETWEEN):
            return bare
    return None


def _parted(text: str) -> tuple[str, str]:
    colon = _COLON.search(text)
    return (text[: colon.start()], text[colon.end() :]) if colon else (text, "")


def _slug(lines: Sequence[Line], url: str | None) -> frozenset[str]:
    """The words of the address, which is given or stands at the top of a dump."""
    found = next((match[0] for line in lines[:_TOP] if (match := _ADDRESS.match(line.text))), None)
    path = _QUERY.split(url or found or "", maxsplit=1)[0].rstrip("/")
    return stems(_JOINTS.sub(" ", unquote(path.rpartition("/")[2])))


def _in_address(others: Sequence[Line], text: str, slug: frozenset[str]) -> str | None:
    """The line whose words are those of the address, where the title's are not."""
    if len(slug) < _WHOLE or _alike(stems(text), slug) >= _NAMED:
        return None
    return next((line.unmarked for line in others if _alike(stems(line.unmarked), slug) >= _NAMED), None)


def _in_lists(others: Sequence[Line], text: str) -> str | None:
    """Nearly the same headline, where lists of the page show it twice or more and the title's own words once."""
    counts = Counter(line.unmarked for line in others)
    own = stems(text)
    near = [other for other, count in counts.items() if count > max(1, counts[text]) and other != text]
    return next((other for other in near if _alike(stems(other), own) >= _ALIKE), None)


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, len(one | other))
