"""Pages damaged as the web damages them: bytes lost or doubled, tags left open or torn."""

import re
from collections.abc import Callable
from random import Random

_TAG = re.compile(rb"<[^<>]{1,500}>")
_TORN = (
    b"<!--",
    b"<![CDATA[",
    b"</html>",
    b"<table><tr>",
    b"<script>",
    b"&#x110000;",
    b"&nbsp",
    b"\x00",
    b"\xff\xfe",
    b'"',
    b"<",
)


def mutated(content: bytes, random: Random) -> bytes:
    """`content` damaged in one to four places, the same for the same state of `random`."""
    for _ in range(random.randint(1, 4)):
        content = random.choice(_WAYS)(content, random)
    return content


def _cut(content: bytes, random: Random) -> bytes:
    return content[: random.randint(1, len(content))] if content else b"x"


def _bytes_changed(content: bytes, random: Random) -> bytes:
    at = random.randint(0, len(content))
    return content[:at] + random.randbytes(random.randint(1, 20)) + content[at + random.randint(0, 20) :]


def _stretch_doubled(content: bytes, random: Random) -> bytes:
    start = random.randint(0, len(content))
    return content[: start + random.randint(0, 2000)] + content[start:]


def _torn(content: bytes, random: Random) -> bytes:
    at = random.randint(0, len(content))
    return content[:at] + random.choice(_TORN) * random.choice((1, 1, 1, 300)) + content[at:]


def _tag_lost(content: bytes, random: Random) -> bytes:
    return _on_a_tag(content, random, lambda _: b"")


def _tag_repeated(content: bytes, random: Random) -> bytes:
    times = random.choice((2, 3, 2000))
    return _on_a_tag(content, random, lambda tag: tag * times)


def _tag_torn(content: bytes, random: Random) -> bytes:
    return _on_a_tag(content, random, lambda tag: tag[: random.randint(1, len(tag))])


def _on_a_tag(content: bytes, random: Random, change: Callable[[bytes], bytes]) -> bytes:
    tags = list(_TAG.finditer(content))
    if not tags:
        return content
    tag = random.choice(tags)
    return content[: tag.start()] + change(tag[0]) + content[tag.end() :]


_WAYS = (_cut, _bytes_changed, _stretch_doubled, _torn, _tag_lost, _tag_repeated, _tag_torn)
