"""Text made clean without touching its words: invisible characters, runs of white space, lengths of any script."""

import re

_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffc\x00-\x08\x0e-\x1b\x7f\ud800-\udfff]"
)
_OBJECT = "\ufffc"
"""The one of them that counts as printable."""
_SPACE = re.compile(r"[^\S\n]+")
_NOT_WORDS = re.compile(r"\W+")
_WORD = re.compile(r"\w+")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_PAIRED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0eff]{2,}")
# vowel signs of Indic scripts are no word characters to `re`
_STEM = re.compile("[^\\W\\d_](?:[^\\W\\d_]|[\u0900-\u0dff\u064b-\u0652]){3,}")
_STEM_LENGTH = 5
_CLOSED = re.compile("[.!?…。！？؟।:;][\"'”’»“)\\]」』]*$")


def tidy(line: str) -> str:
    """`line` without invisible characters, each run of white space made one space, trimmed."""
    words = " ".join(line.split())
    plain = words.isprintable() and _OBJECT not in words
    return words if plain else " ".join(_INVISIBLE.sub("", line).split())


def letters(text: str) -> str:
    """`text` without case, blanks and marks: what two prints of the same words have in common."""
    return _NOT_WORDS.sub("", text).casefold()


def length(text: str) -> int:
    """How many words `text` has; in scripts without spaces two characters count as a word."""
    unspaced = 0 if text.isascii() else len(_UNSPACED.findall(text))
    return len(text.split()) + unspaced // 2


def stems(text: str) -> frozenset[str]:
    """What tells the words of `text` apart: the first five letters of each word of four or more, so that most inflected
    forms meet; in the scripts of East Asia each pair of characters."""
    pairs = {run[at : at + 2] for run in _PAIRED.findall(text) for at in range(len(run) - 1)}
    bare = _PAIRED.sub(" ", text.casefold()) if pairs else text.casefold()
    return frozenset(pairs | {word[:_STEM_LENGTH] for word in _STEM.findall(bare)})


def is_closed(text: str) -> bool:
    """Whether `text` ends as a sentence does."""
    return bool(_CLOSED.search(text[-8:]))


def breaks_off(text: str) -> bool:
    """Whether `text` ends in an ellipsis, as a teaser does that goes on elsewhere."""
    return text.rstrip('»"”’ ]').endswith(("…", "...", "[…", "[..."))
