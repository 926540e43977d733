"""What newsrooms do to a text that they take over, each as a function of a story and a seed."""

import random
import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import NamedTuple


class Story(NamedTuple):
    """A headline and the paragraphs under it."""

    title: str
    paragraphs: tuple[str, ...]


type Edit = Callable[[Story, random.Random], Story]

_SYNONYMS = {
    "said": "stated",
    "told": "informed",
    "people": "persons",
    "after": "following",
    "before": "ahead of",
    "about": "roughly",
    "began": "started",
    "also": "further",
    "because": "since",
    "would": "was going to",
    "more than": "over",
    "nobody": "no one",
    "police": "officers",
    "near": "close to",
    "could": "was able to",
    "big": "large",
    "asked": "questioned",
    "town": "community",
    "money": "funds",
    "wants": "intends",
}
_SPELLINGS = (
    ("ks", "x"),
    ("sch", "sh"),
    ("ov", "off"),
    ("kh", "h"),
    ("ei", "ai"),
    ("ck", "k"),
    ("ph", "f"),
    ("ou", "u"),
    ("th", "t"),
    ("ie", "y"),
    ("y", "i"),
    ("ll", "l"),
    ("c", "k"),
    ("v", "w"),
    ("o", "oh"),
)
_CHROME = (
    "Share this article",
    "Sign up for our morning newsletter",
    "Read more: What we know so far",
    "Advertisement",
    "Follow us on social media",
    "3 min read",
    "Photo: Archive",
    "Most popular",
    "Copyright. All rights reserved.",
)
_LEADS = (
    "It is the news that everybody in the region has been talking about since the early hours of the day.",
    "Questions were mounting last night over an affair that few had seen coming.",
    "Here is what is known so far, and what those involved have had to say about it.",
)
_HEADLINES = ("What we know about it", "Questions mount over an affair that few saw coming", "The day in brief")
_LOCAL = (
    "Here in the county of Brackendale, where several families have relatives in the area, the council said that it "
    "had been in touch with all of them and that a collection would be held on the market square on Saturday.",
    "Readers of this newspaper may remember that a delegation from our own town visited only last spring, when the "
    "twinning of the two communities was celebrated with a concert of both brass bands.",
)


def light(story: Story, chance: random.Random) -> Story:
    """A subeditor's pass: some words replaced, the last sentence cut."""
    some = dict(chance.sample(sorted(_SYNONYMS.items()), 6))
    *kept, last = story.paragraphs
    return Story(story.title, tuple(_worded(each, some) for each in (*kept, _shorter(last))))


def heavy(story: Story, chance: random.Random) -> Story:
    """A desk's rewrite: all the words it can replace, a paragraph cut and sentences of others, sentences in another
    order, the headline new."""
    kept = [_worded(each, _SYNONYMS) for each in story.paragraphs]
    kept.pop(chance.randrange(1, len(kept)))
    kept = [_shorter(each) if at % 2 else _turned(each) for at, each in enumerate(kept)]
    return Story(chance.choice(_HEADLINES), (*kept, "The story is developing."))


def truncated(story: Story, chance: random.Random) -> Story:
    """The first third, as a page before a paywall shows it."""
    text = "\n".join(story.paragraphs).split(" ")
    return Story(story.title, tuple((" ".join(text[: len(text) // 3]) + " …").split("\n")))


def reordered(story: Story, chance: random.Random) -> Story:
    """The same paragraphs in another order."""
    return Story(story.title, tuple(chance.sample(story.paragraphs, len(story.paragraphs))))


def reheadlined(story: Story, chance: random.Random) -> Story:
    """Another headline and another first sentence."""
    first, *rest = story.paragraphs
    sentences = re.split(r"(?<=[.!?]) ", first, maxsplit=1)
    lead = " ".join([chance.choice(_LEADS), *sentences[1:]])
    return Story(chance.choice(_HEADLINES), (lead, *rest))


def respelt(story: Story, chance: random.Random) -> Story:
    """The names in another transliteration, all through the text."""
    return Story(_respelt(story.title), tuple(_respelt(each) for each in story.paragraphs))


def localised(story: Story, chance: random.Random) -> Story:
    """A paragraph for the local readers, and the agency named."""
    at = chance.randrange(1, len(story.paragraphs) + 1)
    added = (*story.paragraphs[:at], chance.choice(_LOCAL), *story.paragraphs[at:])
    return Story(story.title, (*added, "(Meridian News Agency)"))


def typeset(story: Story, chance: random.Random) -> Story:
    """Other quotation marks, dashes, spaces and accents; the headline in capitals."""
    marks = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'", "–": "-", "—": "-", "…": "..."})
    return Story(story.title.upper(), tuple(_plain(each.translate(marks)) for each in story.paragraphs))


def with_chrome(story: Story, chance: random.Random) -> Story:
    """The page's own lines left in."""
    lines = list(story.paragraphs)
    for line in chance.sample(_CHROME, 6):
        lines.insert(chance.randrange(len(lines) + 1), line)
    return Story(story.title, tuple(lines))


def _both(*edits: Edit) -> Edit:
    def edited(story: Story, chance: random.Random) -> Story:
        for edit in edits:
            story = edit(story, chance)
        return story

    return edited


EDITS: Mapping[str, Edit] = {
    "light edit": light,
    "heavy edit": heavy,
    "truncated": truncated,
    "reordered": reordered,
    "re-headlined": reheadlined,
    "names respelt": respelt,
    "local paragraph": localised,
    "typography": typeset,
    "chrome left in": with_chrome,
    "heavy, reordered": _both(heavy, reordered),
    "light, respelt": _both(light, respelt),
    "headline, cut": _both(reheadlined, truncated),
    "cut, chrome": _both(truncated, with_chrome),
}


def _worded(text: str, synonyms: Mapping[str, str]) -> str:
    return re.sub(rf"\b({'|'.join(synonyms)})\b", lambda word: synonyms[word[0]], text)


def _shorter(paragraph: str) -> str:
    sentences = re.split(r"(?<=[.!?]) ", paragraph)
    return " ".join(sentences[:-1]) or paragraph


def _turned(paragraph: str) -> str:
    return " ".join(reversed(re.split(r"(?<=[.!?]) ", paragraph)))


def _respelt(text: str) -> str:
    """Names changed by the first two spellings that fit: capitalised words within a sentence, wherever they stand."""
    names = set(re.findall(r"(?<=[\w,] )[A-Z][a-z]{3,}", text))
    return re.sub(r"\b[A-Z][a-z]{3,}\b", lambda word: _spelling(word[0]) if word[0] in names else word[0], text)


def _spelling(name: str) -> str:
    changed = 0
    for old, new in _SPELLINGS:
        if old in name[1:] and changed < 2:
            name, changed = name[0] + name[1:].replace(old, new, 1), changed + 1
    return name


def _plain(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
