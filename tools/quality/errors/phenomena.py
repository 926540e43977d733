"""What a gold quote shows, told by mechanical rules over its text and the word lists of `app.attribute`.

The docstring of a rule is how the report words it.
"""

import re
from collections.abc import Callable

from app.attribute.lexicon import is_speech, nouns, verbs
from app.model.span import Span
from tools.quality.errors.seen import Seen

type Rule = Callable[[Seen], bool]

_DETERMINED = re.compile(
    r"(?:\b(?:an?|the|th[ei]se?|that|those|his|her|its|their|our|my|your|no|any)|['’]s|s['’])\s+$", re.I
)
_PERSONAL = frozenset({"i", "he", "she", "it", "they", "we", "you", "him", "her", "them", "me", "us"})
_RELATIVE = frozenset({"who", "whom", "which", "that"})
_LONG, _SHORT = 40, 3


def direct(seen: Seen) -> bool:
    """the gold says so"""
    return seen.quote.kind == "direct"


def mixed(seen: Seen) -> bool:
    """the gold says so"""
    return seen.quote.kind == "mixed"


def indirect(seen: Seen) -> bool:
    """the gold says so"""
    return seen.quote.kind == "indirect"


def cueless_turn(seen: Seen) -> bool:
    """no cue; quotation marks in the content or around it"""
    return not seen.quote.cue and seen.marked


def headline_or_colon(seen: Seen) -> bool:
    """the cue is a mark without a word; or the quote stands in a first line that ends without a full stop"""
    first, rest, _ = seen.text.partition("\n")
    headed = bool(rest) and first.rstrip(" \"”’'»")[-1:] not in {".", "!", "?", ""}
    return bool(seen.quote.cue and not seen.cue) or (headed and seen.quote.content[-1].end <= len(first))


def according_to(seen: Seen) -> bool:
    """the cue holds “according”"""
    return "according" in seen.cue


def noun_cue(seen: Seen) -> bool:
    """the cue holds a noun of our list that is no form of a verb too, or that an article or possessive precedes"""
    if not any(_is_noun(word) for word in seen.cue):
        return False
    unmistakable = all(_is_noun(word) and not _may_be_verb(word) for word in seen.cue)
    return unmistakable or bool(_DETERMINED.search(seen.text[: seen.quote.cue[0].start]))


def unknown_cue(seen: Seen) -> bool:
    """the cue has words, and no verb or noun of our lists is among them"""
    return bool(seen.cue) and not any(is_speech(word) for word in seen.cue)


def nested(seen: Seen) -> bool:
    """the content lies within the content of another gold quote"""
    return seen.within_gold()


def pronoun_source(seen: Seen) -> bool:
    """the source is one personal pronoun"""
    return len(seen.source) == 1 and seen.source[0] in _PERSONAL


def relative_source(seen: Seen) -> bool:
    """the source is who, whom, which or that"""
    return len(seen.source) == 1 and seen.source[0] in _RELATIVE


def no_source(seen: Seen) -> bool:
    """there is none"""
    return not seen.quote.speaker


def distant_source(seen: Seen) -> bool:
    """a line break stands between the source and the nearest part of the content"""
    gaps = [_between(seen.text, source, part) for source in seen.quote.speaker for part in seen.quote.content]
    return bool(gaps) and all("\n" in gap for gap in gaps)


def several_spans(seen: Seen) -> bool:
    """the content has more than one span"""
    return len(seen.quote.content) > 1


def several_paragraphs(seen: Seen) -> bool:
    """a line break stands in the content or between its spans"""
    return "\n" in seen.text[seen.quote.content[0].start : seen.quote.content[-1].end]


def long_content(seen: Seen) -> bool:
    """more than forty words"""
    return len(seen.content) > _LONG


def short_content(seen: Seen) -> bool:
    """three words or fewer"""
    return len(seen.content) <= _SHORT


SHOWN: tuple[tuple[str, Rule], ...] = (
    ("direct", direct),
    ("mixed", mixed),
    ("indirect", indirect),
    ("cueless turn", cueless_turn),
    ("headline or colon", headline_or_colon),
    ("according to", according_to),
    ("noun cue", noun_cue),
    ("cue unknown to our lists", unknown_cue),
    ("nested", nested),
    ("pronoun source", pronoun_source),
    ("relative source", relative_source),
    ("no source", no_source),
    ("source in another paragraph", distant_source),
    ("several spans", several_spans),
    ("several paragraphs", several_paragraphs),
    ("long content", long_content),
    ("short content", short_content),
)
"""What a gold quote may show; several at once."""


def _is_noun(word: str) -> bool:
    return any(form in nouns() for form in _singulars(word))


def _may_be_verb(word: str) -> bool:
    return word.endswith("ing") or any(form in verbs() for form in _singulars(word))


def _singulars(word: str) -> tuple[str, ...]:
    return (word, word.removesuffix("s"), word.removesuffix("ies") + "y")


def _between(text: str, one: Span, other: Span) -> str:
    first, second = sorted((one, other))
    return text[first.end : second.start]
