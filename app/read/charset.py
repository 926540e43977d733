"""Bytes to text that every later stage can hold: marks, what the bytes themselves say, declarations, then a guess."""

import codecs
import re

from charset_normalizer import CharsetMatch, from_bytes

from app.kit.storable import storable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
_NEWLINES = ("\r\n", "\r", "\x85", "\u2028", "\u2029", "\x0b", "\x0c")
_WINDOWS = frozenset({"iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii"})  # what the web means by them
_WIDE = ("utf-16", "utf16", "utf-32", "utf32")
_CONTROLS = bytes((*range(1, 9), *range(14, 32), 127))
_ESCAPES = re.compile(rb"\x1b\$[@B]")  # how ISO-2022-JP turns to Japanese (RFC 1468)
# The encodings of the web (WHATWG Encoding Standard) that bytes can tell apart, the more usual first.
_LIKELY = (
    "cp1252", "cp1251", "cp1250", "gb18030", "big5", "euc_jp", "cp932", "cp949", "cp1253", "cp1254", "cp1255", "cp1256",
    "iso8859_2", "iso8859_5", "iso8859_6", "koi8_r", "koi8_u", "utf_16_le", "utf_16_be", "utf_32_le", "utf_32_be",
)  # fmt: skip
_SAMPLE = 65_536
_HEAD = 4096


def decode(content: bytes, declared: str | None = None) -> str:
    """`content` as text: no NULs, no lone surrogates (U+FFFD stands for them), newlines as \\n, no byte-order mark.

    Tried in this order, each strictly: byte-order mark, UTF-8 where the bytes beyond ASCII are valid UTF-8 (no other
    charset looks so by chance, and servers declare wrongly), ISO-2022-JP by its escapes, `declared`, the charset that
    the markup names, UTF-16 without a mark, UTF-8, a guess from a sample of the bytes; then windows-1252, its gaps
    replaced. Never raises. The guess cannot tell ISO-8859-2 from windows-1250, and never picks a Baltic encoding.
    """
    for mark, charset in _MARKS:
        if content.startswith(mark):
            return clean(content[len(mark) :].decode(charset, errors="replace"))
    first = None if content.isascii() else "utf-8"
    escaped = "iso-2022-jp" if first is None and _ESCAPES.search(content) else None
    for name in (first, escaped, declared, _in_markup(content), _sixteen_bit(content), "utf-8"):
        text = _strictly(content, name)
        if text is not None:
            return clean(text)
    return clean(_guessed(content))


def clean(text: str) -> str:
    """`text` without NULs and lone surrogates, newlines as \\n."""
    text = storable(text).removeprefix("\ufeff")
    for newline in _NEWLINES:
        if newline[0] in text:  # a pair is sought far more slowly than a character
            text = text.replace(newline, "\n")
    return text


def is_text(text: str) -> bool:
    """Whether a decoded text is one: at most a fiftieth of it control characters, at most a fifth replacements."""
    written = text.encode("utf-8", "surrogatepass")
    controls = len(written) - len(written.translate(None, _CONTROLS))
    return controls <= max(4, len(text) // 50) and text.count("\ufffd") <= max(8, len(text) // 5)


def _strictly(content: bytes, name: str | None) -> str | None:
    if not name:
        return None
    label = name.strip().lower()
    if label.startswith(_WIDE) and 0 not in content:
        return None
    try:
        codec = codecs.lookup("windows-1252" if label in _WINDOWS else label)
        text = codec.decode(content, "strict")[0] if codec._is_text_encoding else None
    except (LookupError, UnicodeError, ValueError):
        return None
    return text if isinstance(text, str) and text.count("\x00") * 10 <= len(text) else None


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
