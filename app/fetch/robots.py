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
_PLAIN = "-._~:@!'(),;[]"
"""What means the same encoded or not, beside letters and digits."""

_PARTING = "/?&=+"
"""What parts a path or query where it is not encoded."""

_OCTET = re.compile("%([0-9A-Fa-f]{2})?")


class Rule(NamedTuple):
    allow: bool
    pattern: str


@dataclass(frozen=True, slots=True)
class Robots:
    """What one host asks of us: rules, and the seconds between requests where it names them."""

    rules: tuple[Rule, ...] = ()
    delay: float | None = None

    def allows(self, path: str) -> bool:
        """Whether a path with its query may be fetched, however it is encoded. Between equally long rules, allowing
        wins."""
        way, mark, query = _spelt(path).partition("?")
        asked = _without_dots(way) + mark + query
        fitting = [(len(rule.pattern), rule.allow) for rule in self.rules if _fits(rule.pattern, asked)]
        return max(fitting, default=(0, True))[1]


def robots(content: bytes, product: str) -> Robots:
    """What a robots.txt asks of `product`: the groups that name it, else those for everybody. A line that would go on
    beyond `MOST_BYTES` is not read: half an address allows or forbids more than the whole."""
    if len(content) >= MOST_BYTES:
        content = content[: max(content.rfind(end, 0, MOST_BYTES) for end in (b"\n", b"\r")) + 1]
    text = content.decode("utf-8", "replace")
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
            anchor = "$" if value.endswith("$") else ""
            yield Rule(name == "allow", _spelt(value.removesuffix("$"), wild="*") + anchor)


def _delays(lines: _Lines) -> Iterator[float]:
    for name, value in lines:
        if name == "crawl-delay" and re.fullmatch(r"\d{1,9}(\.\d{1,9})?", value):
            yield min(float(value), MOST_DELAY)


def _spelt(path: str, wild: str = "") -> str:
    """A path with its query in the one spelling that is compared (RFC 9309, 2.2.2): what needs no encoding has none,
    all else has it, but for what is `wild`."""
    way, mark, query = quote(path, safe=f"%{_PLAIN}{_PARTING}{wild}").partition("?")
    return _decoded(way, _PLAIN) + mark + _decoded(query, _PLAIN + "/?")


def _decoded(text: str, plain: str) -> str:
    """Without the encoding of letters, digits and what is `plain`; what is no encoding becomes that of its sign."""

    def one(octet: re.Match[str]) -> str:
        sign = chr(int(octet[1] or "25", 16))
        return sign if sign.isascii() and (sign.isalnum() or sign in plain) else f"%{ord(sign):02X}"

    return _OCTET.sub(one, text)


def _without_dots(way: str) -> str:
    """A path without its steps to the same place and up (RFC 3986, 5.2.4), which servers take however encoded."""
    kept: list[str] = []
    steps = way.split("/")
    for step in steps:
        if step not in {".", ".."}:
            kept.append(step)
        elif step == ".." and len(kept) > 1:
            kept.pop()
    return "/".join(kept) + ("/" if steps[-1] in {".", ".."} else "")


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
