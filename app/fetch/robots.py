"""robots.txt, as RFC 9309 reads it: groups by product, the longest rule that fits wins, `*` and `$` in paths.

The standard library's parser takes the first rule that fits and knows no `*`, which allows what a publisher forbids.
`Crawl-delay` is not in the RFC; it is heeded because publishers write it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote

MOST_BYTES = 512_000
"""So much of a robots.txt is read (RFC 9309, 2.5: at least 500 KiB)."""

MOST_DELAY = 3_600.0
"""A longer Crawl-delay, in seconds, is taken for this one."""

_LINE = re.compile(r"\s*([A-Za-z-]+)\s*:\s*([^#]*)")
_PRODUCT = re.compile(r"[A-Za-z_-]+|\*")
_KEPT = "/%*$?&=:@!~'()+,;[]"


class Rule(NamedTuple):
    allow: bool
    pattern: str


@dataclass(frozen=True, slots=True)
class Robots:
    """What one host asks of us: rules, and the seconds between requests where it names them."""

    rules: tuple[Rule, ...] = ()
    delay: float | None = None

    def allows(self, path: str) -> bool:
        """Whether a path with its query, percent-encoded, may be fetched. Between equally long rules, allowing wins."""
        fitting = [(len(rule.pattern), rule.allow) for rule in self.rules if _fits(rule.pattern, path)]
        return max(fitting, default=(0, True))[1]


def robots(text: str, product: str) -> Robots:
    """What a robots.txt asks of `product`: the groups that name it, else those for everybody."""
    groups = list(_groups(text.removeprefix("\ufeff").splitlines()))
    mine = [lines for agents, lines in groups if product.casefold() in agents]
    everybodys = [lines for agents, lines in groups if "*" in agents]
    lines = [line for group in mine or everybodys for line in group]
    return Robots(tuple(_rules(lines)), next(_delays(lines), None))


type _Lines = list[tuple[str, str]]


def _groups(lines: Iterable[str]) -> Iterator[tuple[frozenset[str], _Lines]]:
    agents: set[str] = set()
    rules: _Lines = []
    for name, value in _pairs(lines):
        if name != "user-agent":
            rules.append((name, value))
            continue
        if rules:
            yield frozenset(agents), rules
            agents, rules = set(), []
        found = _PRODUCT.match(value)
        agents.add(found[0].casefold() if found else "")
    yield frozenset(agents), rules


def _pairs(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The lines that matter; others (Sitemap) belong to no group."""
    for line in lines:
        found = _LINE.match(line)
        if found and found[1].lower() in {"user-agent", "allow", "disallow", "crawl-delay"}:
            yield found[1].lower(), found[2].strip()


def _rules(lines: _Lines) -> Iterator[Rule]:
    for name, value in lines:
        if name in {"allow", "disallow"} and value:
            yield Rule(name == "allow", quote(value, safe=_KEPT))


def _delays(lines: _Lines) -> Iterator[float]:
    for name, value in lines:
        if name == "crawl-delay" and re.fullmatch(r"\d{1,9}(\.\d{1,9})?", value):
            yield min(float(value), MOST_DELAY)


def _fits(pattern: str, path: str) -> bool:
    """Whether `path` begins as `pattern` says; looked for piece by piece, so that no pattern takes long."""
    anchored = pattern.endswith("$")
    first, *pieces = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    place = len(first)
    last = pieces.pop() if pieces and anchored else None
    for piece in pieces:
        place = path.find(piece, place)
        if place < 0:
            return False
        place += len(piece)
    if last is not None:
        return path.endswith(last) and len(path) - len(last) >= place
    return not anchored or place == len(path)
