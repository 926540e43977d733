"""The words of an article that tell its story apart from others, counted."""

from collections import Counter
from collections.abc import Mapping, Set
from functools import cache
from importlib.resources import files

from app.model.findings import Findings
from app.model.mention import MentionKind
from app.resolve.printed import key
from app.resolve.words import words

TITLE_WEIGHT = 3
NAME_WEIGHT = 2
MOST = 250  # terms kept of one article, the most frequent first


@cache
def stopwords() -> Set[str]:
    """Words that tell no story apart."""
    text = files("app.resolve").joinpath("data", "stopwords.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.split("\n") if not line.startswith("#") for word in line.split())


def terms(findings: Findings) -> Mapping[str, int]:
    """The counted terms: words of the body, those of the title three times, and each full name as a term of its own."""
    article = findings.article
    counts = _telling(article.body)
    for term, count in _telling(article.title).items():
        counts[term] += count * TITLE_WEIGHT
    for mention in findings.mentions:
        name = key(mention.name)
        if mention.kind is MentionKind.NAME and " " in name:
            counts[name] += NAME_WEIGHT
    kept = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST]
    return dict(kept)


def _telling(text: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    for word, count in Counter(words(text)).items():
        if len(word) > 1 and word not in stopwords():
            counts[stem(word)] += count
    return counts


def stem(word: str) -> str:
    """`word` without the endings of the plural and the possessive, so that "quakes" and "quake" are one term.

    Harman's weak stemmer (1991), but that -is stays too.
    """
    if len(word) > 4 and word.endswith("ies") and not word.endswith(("eies", "aies")):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("es") and not word.endswith(("aes", "ees", "oes")):
        return word[:-1]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("us", "ss", "is")):
        return word[:-1]
    return word
