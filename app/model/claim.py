"""Claims: the propositions that quotes put forward."""

from dataclasses import dataclass
from enum import StrEnum

from app.model.mention import Mention


class Stance(StrEnum):
    """What the claimant does with the proposition."""

    ASSERTS = "asserts"
    DENIES = "denies"
    PROMISES = "promises"
    THREATENS = "threatens"
    ASKS = "asks"
    ORDERS = "orders"
    ACCUSES = "accuses"
    PREDICTS = "predicts"
    EXPRESSES = "expresses"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a quote puts forward, readable on its own: pronouns are replaced by names where their referent is sure.

    `quote` is the index of the quote it came from among the article's quotes. `about` are mentions of the same article
    that stand in the content.
    """

    quote: int
    text: str
    stance: Stance
    about: tuple[Mention, ...] = ()
    hedged: bool = False
    negated: bool = False
    confidence: float
    made_by: str
