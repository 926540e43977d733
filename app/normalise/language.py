"""The language of a text, where it can be told."""

import re

import py3langid

_LETTERS = 40
_UNSPACED_LETTERS = 12
_SAMPLE = 1000
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LETTER = re.compile(r"[^\W\d_]")
_TAG = re.compile(r"^\s*([A-Za-z]{2})(?:[-_][A-Za-z0-9]+)*\s*$")
_CODE = re.compile(r"[a-z]{2}")
_MARGIN = 5.0


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language of `text`'s first 1,000 characters; None for few letters or a close call."""
    sample = text[:_SAMPLE]
    letters = len(_LETTER.findall(sample))
    if letters < (_UNSPACED_LETTERS if _UNSPACED.search(sample) else _LETTERS):
        return None
    (best, score), (_, second) = py3langid.rank(sample)[:2]
    return str(best) if score - second >= _MARGIN and _CODE.fullmatch(str(best)) else None


def language_of_tag(tag: str | None) -> str | None:
    """The ISO 639-1 code in a language tag ("en-GB" → "en"); None where there is none."""
    match = _TAG.match(tag or "")
    return match.group(1).lower() if match else None
