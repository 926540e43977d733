"""ARC files, which web archives were kept in before WARC: their records, each made a WARC record."""

import re
from collections.abc import Iterator
from itertools import zip_longest

# "URL IP-address Archive-date Content-type Archive-length", with five more fields before the length in version 2
# (Internet Archive, ARC file format reference).
_LINE = re.compile(
    rb"^([a-z]+:\S{1,8000}) ([\d.:a-fA-F]{3,45}) \d{8,14} \S{1,200} (?:\S{1,200} ){0,5}(\d{1,12})\r?\n", re.M
)
_WARC = (
    b"WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\n"
    b"Content-Type: application/http\r\nContent-Length: %d\r\n\r\n%s"
)


def records(content: bytes) -> Iterator[bytes]:
    """The records of a plain ARC file. One that is damaged ends where the next one's line begins."""
    lines = list(_LINE.finditer(content))
    for line, following in zip_longest(lines, lines[1:]):
        end, length = following.start() if following else len(content), int(line[3])
        payload = content[line.end() : min(end, line.end() + length)]
        kind = b"response" if line[1].startswith(b"http") else b"metadata"
        yield _WARC % (kind, line[1], length, payload)
