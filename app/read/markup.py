"""Words out of the mark-up that containers put into fields for plain text."""

import html
import re

_BREAK = re.compile(r"<br\b[^<>]*>", re.I)
_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|cite|code|em|font|i|mark|p|q|s|small|span|strong|sub|sup|time|u|wbr)\b[^<>]*>", re.I
)
"""What stands within a line of text (HTML Living Standard, phrasing content), and paragraphs around one."""


def without_markup(line: str) -> str:
    """A title or a name without tags, and with the characters that its references stand for; "a < b" stays."""
    bare = _INLINE.sub("", _BREAK.sub(" ", line)) if "<" in line else line
    return html.unescape(bare) if "&" in bare else bare
