"""Quotes: who is said to have said what, in which words, and how we know."""

from dataclasses import dataclass
from enum import StrEnum

from app.model.mention import Mention, MentionKind
from app.model.span import Span, surface


class QuoteKind(StrEnum):
    """DIRECT: the whole content is in quotation marks; MIXED: a part; INDIRECT: nothing; HEADLINE: "Name: words"."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    HEADLINE = "headline"


class CueClass(StrEnum):
    """What the cue says was done with the words."""

    STATEMENT = "statement"
    QUESTION = "question"
    PROMISE = "promise"
    THREAT = "threat"
    DENIAL = "denial"
    ORDER = "order"
    ACCUSATION = "accusation"
    PREDICTION = "prediction"
    EXPRESSIVE = "expressive"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """The words that attribute: "said", "according to", a headline's colon. `lemma` is the cue's dictionary form."""

    spans: tuple[Span, ...]
    text: str
    lemma: str
    kind: CueClass


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A speaker or addressee: the whole phrase as printed, and the name it stands for where that is sure enough.

    `mention` is a name mention of the same article: the one inside the phrase, or the antecedent of a pronoun or
    description; None leaves the party vague, which is better than wrong. `form` says how the phrase refers. `anonymous`
    marks sources that the text itself leaves unnamed ("a senior official", "sources").
    """

    spans: tuple[Span, ...]
    text: str
    form: MentionKind
    mention: Mention | None = None
    role: str | None = None
    anonymous: bool = False
    confidence: float = 1.0
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """An attribution. `content` is never empty; its spans are in order and neither touch nor overlap.

    A missing speaker is an agentless report ("it was announced"); a missing cue a quotation attributed by its place.
    `hedged`: the text keeps its distance ("allegedly"); `negated`: it says that this was *not* said. `said_on` is the
    day of speaking as printed, in ISO 8601 with what is unknown left out ("--12-21", "2023-04-18"); `said_when` and
    `said_where` are the printed words for the time and for the place, occasion or medium ("on Monday", "in a
    statement"). `within` is, for a saying inside what somebody else said, the number of that outer quote among the
    article's quotes.
    """

    kind: QuoteKind
    content: tuple[Span, ...]
    text: str
    speaker: Party | None
    cue: Cue | None
    addressee: Party | None = None
    hedged: bool = False
    negated: bool = False
    said_on: str | None = None
    said_when: Span | None = None
    said_where: Span | None = None
    within: int | None = None
    confidence: float
    reason: str
    made_by: str

    def __post_init__(self) -> None:
        if not self.content:
            raise ValueError("a quote needs content")


def content_text(text: str, content: tuple[Span, ...]) -> str:
    """The quoted words as one string."""
    return surface(text, content)
