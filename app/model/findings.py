"""What the stages found in one article, together: the value that the flow hands from stage to stage to the store."""

from dataclasses import dataclass

from app.model.article import Article
from app.model.claim import Claim
from app.model.mention import Mention
from app.model.quote import Quote
from app.model.syntax import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """What `extract` makes of an article: the parse that attribution needs, and the mentions."""

    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A stage that did not finish on an article, and why, in a sentence."""

    stage: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """An article with all that was found in it. `mentions` are in text order and do not repeat a span.

    `failures` names the stages that did not finish; what earlier stages found is kept.
    """

    article: Article
    mentions: tuple[Mention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    claims: tuple[Claim, ...] = ()
    failures: tuple[Failure, ...] = ()
