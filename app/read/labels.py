"""What the names of charsets mean that pages and servers give."""

import codecs
from typing import NamedTuple

from app.kit.tables import rows

_MEANT = {label: codec for codec, labels in rows("app.read", "labels.tsv") for label in labels.split()}
# What Python calls a text encoding and is no charset; two of them take time that grows with the square.
_NO_CHARSETS = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined"})


class Charset(NamedTuple):
    """A charset as codecs of Python: by the letter of its label, and as the web takes it, which is the same or more."""

    letter: str
    meant: str


def charset_of(label: str) -> Charset | None:
    """The charset that a label names, in any case; None where it names none that is known."""
    label = label.strip().lower()
    letter = _codec(label) or _codec(_MEANT.get(label, ""))
    if letter is None:
        return None
    return Charset(letter, _codec(_MEANT.get(label) or _MEANT.get(letter, "")) or letter)


def _codec(name: str) -> str | None:
    try:
        codec = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    return codec.name if codec._is_text_encoding and codec.name not in _NO_CHARSETS else None
