"""Times that metadata or a container states: our own shapes first, dateparser for what is left."""

import re

import dateparser

from app.model.article import Precision, Published
from app.normalise.moments import find_time

_LIKE_A_DATE = re.compile(r"^(?=.*\b(?:19|20)\d\d\b)(?=.*\b[0-3]?\d\b)(?=.*[^\W\d_]{3})[\w\s.,:/'’()+-]{8,60}$")
_SETTINGS = {"REQUIRE_PARTS": ["day", "month", "year"], "RETURN_AS_TIMEZONE_AWARE": False}


def stated_time(string: str, origin: str) -> Published | None:
    """The time that a whole string states; None where it is no date or could be read two ways.

    dateparser is asked only for strings that look like a written-out date, for it reads dates into almost anything.
    """
    string = " ".join(string[:200].split())
    found = find_time(string, origin)
    if found:
        return found.published
    return _written_out(string, origin) if _LIKE_A_DATE.match(string) else None


def _written_out(string: str, origin: str) -> Published | None:
    try:
        moment = dateparser.parse(string, settings=_SETTINGS)
    except Exception:  # dateparser lets the errors of its locale data through
        return None
    if moment is None:
        return None
    has_clock = re.search(r"\d[:.h]\d\d", string) is not None
    precision = Precision.MINUTE if has_clock else Precision.DAY
    if moment.tzinfo is not None:
        return Published(raw=string, origin=origin, precision=precision, instant=moment)
    local = moment if has_clock else moment.replace(hour=0, minute=0, second=0, microsecond=0)
    return Published(raw=string, origin=origin, precision=precision, local=local)
