"""Bytes to text that every later stage can hold: marks, what the bytes themselves say, declarations, then a guess."""

import codecs
import re
from collections.abc import Sequence
from itertools import chain

from charset_normalizer import CharsetMatch, from_bytes

from app.kit.storable import storable
from app.read.labels import Charset, charset_of

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
_NEWLINES = ("\r\n", "\r", "\x85", "\u2028", "\u2029", "\x0b", "\x0c")
_WIDE = ("utf-16", "utf16", "utf-32", "utf32")
_CONTROLS = bytes((*range(1, 9), *range(14, 32), 127))
_REPLACED = "\ufffd".encode()
_ESCAPES = re.compile(rb"\x1b\$[@B]")  # how ISO-2022-JP turns to Japanese (RFC 1468)
# The encodings of the web (WHATWG Encoding Standard) that bytes can tell apart, the more usual first.
_LIKELY = (
    "cp1252", "cp1251", "cp1250", "gb18030", "big5hkscs", "euc_jp", "cp932", "cp949", "cp1253", "cp1254", "cp1255",
    "cp1256", "iso8859_2", "iso8859_5", "iso8859_6", "koi8_r", "koi8_u", "utf_16_le", "utf_16_be", "utf_32_le",
    "utf_32_be",
)  # fmt: skip
_SAMPLE = 65_536
_HEAD = 4096


def decode(content: bytes, declared: str | None = None) -> str:
    """`content` as text without NULs and lone surrogates (U+FFFD stands for them), without a byte-order mark.

    Tried in this order: byte-order mark; UTF-8, where at most a third of what lies beyond ASCII is not, or half where
    `declared` or the markup says UTF-8 (no other charset looks so by chance, and servers declare wrongly); then
    strictly ISO-2022-JP by its escapes, `declared`, the charset that the markup names, UTF-16 without a mark; the two
    that are named once more where nearly all fits; a guess from a sample of the bytes; windows-1252. What fits not is
    replaced. Never raises. The guess cannot tell ISO-8859-2 from windows-1250, and never picks a Baltic encoding.
    """
    for mark, charset in _MARKS:
        if content.startswith(mark):
            return _bare(content[len(mark) :].decode(charset, errors="replace"))
    named = [found for label in (declared, _in_markup(content)) if (found := _named(label, content))]
    return _bare(_utf_8(content, named) or _as_named(content, named) or _guessed(content))


def clean(text: str) -> str:
    """`text` without NULs and lone surrogates, newlines as \\n."""
    text = _bare(text)
    for newline in _NEWLINES:
        if newline[0] in text:  # a pair is sought far more slowly than a character
            text = text.replace(newline, "\n")
    return text


def is_text(text: str) -> bool:
    """Whether a decoded text is one: at most a fiftieth of it control characters, at most a fifth replacements."""
    written = text.encode("utf-8", "surrogatepass")
    controls = len(written) - len(written.translate(None, _CONTROLS))
    return controls <= max(4, len(text) // 50) and text.count("\ufffd") <= max(8, len(text) // 5)


def _bare(text: str) -> str:
    return storable(text).removeprefix("\ufeff")


def _named(label: str | None, content: bytes) -> Charset | None:
    if not label or (label.strip().lower().startswith(_WIDE) and 0 not in content):
        return None
    return charset_of(label)


def _utf_8(content: bytes, named: Sequence[Charset]) -> str | None:
    if content.isascii():
        return None
    strict = _decoded(content, "utf-8")
    if strict is not None:
        return strict
    paired = _decoded(content, "utf-8", "surrogatepass")
    if paired is not None:  # CESU-8 (Unicode Technical Report 26), or surrogates alone
        return paired.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    is_said = any(charset.meant == "utf-8" for charset in named)
    return _nearly(content, "utf-8", 1 if is_said else 2)


def _as_named(content: bytes, named: Sequence[Charset]) -> str | None:
    """What the web means by a label often holds nearly every pair of bytes, so that a wrong one would never be found
    out: the charset that it names by the letter has to fit too."""
    escaped = "iso2022_jp" if content.isascii() and _ESCAPES.search(content) else None
    fitting = [meant for letter, meant in named if letter == meant or _decoded(content, letter) is not None]
    strict = (_decoded(content, codec) for codec in (escaped, *fitting, _sixteen_bit(content), "utf-8") if codec)
    nearly = (_nearly(content, meant, 99) for letter, meant in named if _nearly(content, letter, 14) is not None)
    return next((text for text in chain(strict, nearly) if text is not None), None)


def _decoded(content: bytes, codec: str, errors: str = "strict") -> str | None:
    try:
        text = codecs.decode(content, codec, errors)
    except (UnicodeError, ValueError):
        return None
    return text if text.count("\x00") * 10 <= len(text) else None


def _nearly(content: bytes, codec: str, fitting: int) -> str | None:
    """The text with what fits not replaced, where `fitting` characters beyond ASCII come on each replacement."""
    text = _decoded(content, codec, "replace")
    if text is None:
        return None
    replaced = text.count("\ufffd") - content.count(_REPLACED)
    beyond = len(text) - len(text.encode("ascii", "ignore"))
    return text if beyond - replaced >= fitting * replaced else None


def _in_markup(content: bytes) -> str | None:
    found = _META.search(content[:_SAMPLE])
    return found.group(1).decode("ascii") if found else None


def _sixteen_bit(content: bytes) -> str | None:
    """UTF-16 without a mark: in text of the alphabets, every other byte then names a block up to U+08FF, some the
    first, for blanks and digits."""
    head = content[:_HEAD]
    half = len(head) // 2
    if half < 2 or len(content) % 2:
        return None
    blocks = _blocks(head[1::2]), _blocks(head[0::2])
    if 0 not in head or max(blocks) < 0.9 * half:
        return None
    return "utf-16-le" if blocks[0] >= blocks[1] else "utf-16-be"


def _blocks(high: bytes) -> int:
    return sum(high.count(block) for block in range(9))


def _guessed(content: bytes) -> str:
    try:
        matches = from_bytes(content[:_SAMPLE], cp_isolation=list(_LIKELY))
        best = min(matches, key=_unlikeliness, default=None)
        return content.decode(best.encoding if best else "windows-1252", errors="replace")
    except (LookupError, UnicodeError, ValueError):
        return content.decode("windows-1252", errors="replace")


def _unlikeliness(match: CharsetMatch) -> tuple[float, int]:
    """How much disorder against likeness to a language; those that come to much the same by how usual they are."""
    usual = _LIKELY.index(match.encoding) if match.encoding in _LIKELY else len(_LIKELY)
    return round(match.chaos - match.coherence, 1), usual
