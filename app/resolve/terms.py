"""The words of an article that tell its story apart from others, weighted."""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from functools import cache
from importlib.resources import files

from app.model.findings import Findings
from app.model.mention import MentionKind
from app.resolve.printed import key
from app.resolve.words import words

# How much a word tells by where it stands and what it is: what other reports of the event repeat is in their titles and
# first sentences, and is names. A word counts once for each use, and so much more (times NAMED where it is in a name).
IN_TITLE = 4
IN_LEAD = 2
NAMED = 3
LEAD = 30  # telling words of the body that make its lead
READ = 150  # telling words of the body that are read: what follows is background
REACH = 2  # a word is paired with so many that follow it
MOST = 500  # terms kept of one article, the weightiest first


@cache
def stopwords() -> Set[str]:
    """Words that tell no story apart."""
    text = files("app.resolve").joinpath("data", "stopwords.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.split("\n") if not line.startswith("#") for word in line.split())


def terms(findings: Findings) -> Mapping[str, int]:
    """The terms with their weights: words, pairs of neighbouring words in their order, and full names.

    Pairs ("magnitude 6") tell two events of one kind apart, whose words are much the same.
    """
    title, body = _telling(findings.article.title), _telling(findings.article.own_body)[:READ]
    names = [mention for mention in findings.mentions if mention.kind is MentionKind.NAME]
    counts = _words(title, body, {word for name in names for word in _telling(name.surface)})
    counts.update(_pairs(title, IN_TITLE) + _pairs(body[:LEAD], 1 + IN_LEAD) + _pairs(body[LEAD - 1 :], 1))
    for name in names:
        if " " in (full := key(name.name)):
            counts[full] += NAMED
    kept = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST]
    return dict(kept)


def _telling(text: str) -> list[str]:
    """The stems of the words that tell, in order; a digit tells, a letter does not."""
    return [
        stem(word)
        for word in words(text)
        if word not in stopwords() and (len(word) > 1 or word.isdigit() or not word.isascii())
    ]


def _words(title: Sequence[str], body: Sequence[str], named: Set[str]) -> Counter[str]:
    uses, headline, lead = Counter(body), set(title), set(body[:LEAD])
    return Counter(
        {
            word: (uses[word] + IN_TITLE * (word in headline) + IN_LEAD * (word in lead))
            * (NAMED if word in named else 1)
            for word in uses.keys() | headline
            if len(word) > 1 or not word.isascii()
        }
    )


def _pairs(text: Sequence[str], weight: int) -> Counter[str]:
    counts: Counter[str] = Counter()
    for at, word in enumerate(text):
        for other in text[at + 1 : at + 1 + REACH]:
            counts[f"{word} {other}"] += weight
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
