"""Addresses of items: freed of what only follows readers about, and the day that many of them hold."""

import re
from urllib.parse import SplitResult, urlsplit, urlunsplit

from app.model.article import Published
from app.normalise.stated_time import stated_time
from app.normalise.tables import rows

_EXACT = frozenset(name for kind, name in rows("tracking.tsv") if kind == "name")
_STARTS = tuple(name for kind, name in rows("tracking.tsv") if kind == "start")
_NUMBERS = r"(?P<month>0[1-9]|1[0-2])(?P=mark)(?P<day>0[1-9]|[12]\d|3[01])"
_DAYS = (
    re.compile(rf"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<mark>[/_.-]){_NUMBERS}(?!\d)"),
    re.compile(rf"(?<![\w.])(?P<year>20\d\d)(?P<mark>){_NUMBERS}(?!\w)"),
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)/(?P<month>[a-z]{3})/(?P<day>0?[1-9]|[12]\d|3[01])(?!\d)", re.I),
)


def without_tracking(url: str) -> str:
    """`url` without the parameters of tracking.tsv, in its query and in a fragment of that kind; else as it was."""
    parts = _split(url)
    if parts is None:
        return url
    fragment = "" if _tracks(parts.fragment) or parts.fragment.startswith(":~:") else parts.fragment
    query = "&".join(pair for pair in parts.query.split("&") if not _tracks(pair))
    same = (query, fragment) == (parts.query, parts.fragment)
    return url if same else urlunsplit(parts._replace(query=query, fragment=fragment))


def is_home(url: str) -> bool:
    """Whether `url` is a site's front page, which no item has for its own."""
    parts = _split(url)
    return parts is None or not (parts.path.strip("/") or parts.query)


def is_web(url: str) -> bool:
    """Whether `url` is a web address with a host."""
    return _split(url) is not None


def home_of(url: str | None) -> str | None:
    """The home page of the site that `url` is on: its scheme and host."""
    parts = _split(url) if url else None
    return f"{parts.scheme}://{parts.netloc}/" if parts else None


def host_of(url: str | None) -> str:
    """The host of `url`, lower case, without "www."; empty where there is none."""
    parts = _split(url) if url else None
    return (parts.hostname or "").removeprefix("www.") if parts else ""


def day_in(url: str | None) -> Published | None:
    """The day that the path of `url` holds ("/2026/03/07/", "-20260307", "/2026/mar/07/")."""
    parts = _split(url) if url else None
    matches = (found for shape in _DAYS if parts and (found := shape.search(parts.path)))
    return next((day for match in matches if (day := _day(match))), None)


def _day(match: re.Match[str]) -> Published | None:
    year, month, day = match["year"], match["month"], match["day"]
    return stated_time(f"{year}-{month}-{day}" if month.isdigit() else f"{day} {month} {year}", "url")


def _split(url: str) -> SplitResult | None:
    """The parts of a web address; None for anything else, such as one with a broken host."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return parts if parts.scheme in ("http", "https") and parts.netloc else None


def _tracks(pair: str) -> bool:
    name = pair.partition("=")[0].lower()
    return name in _EXACT or name.startswith(_STARTS)
