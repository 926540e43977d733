"""A quote in, the proposition behind it out."""

from collections.abc import Sequence

from app.claim.propositions import proposition
from app.claim.stances import stance
from app.claim.words import Words
from app.model.article import Article
from app.model.claim import Claim
from app.model.findings import Analysis
from app.model.mention import Mention, MentionKind
from app.model.quote import Quote

MADE_BY = "claim 1.0"


def claim(article: Article, analysis: Analysis, quotes: Sequence[Quote]) -> tuple[Claim, ...]:
    """The claims that the quotes of an article put forward, in the order of the quotes.

    A quote gives one claim or, where nothing is proposed (a scare quote of two words) or the words mean nothing without
    a speaker whom the text does not name, none. Hedge and negation are the quote's: "did not say that X" is the claim X
    with `negated` set, not its contrary.
    """
    words = Words(article.text, analysis.tokens)
    made = (_claim(index, quote, words, analysis.mentions) for index, quote in enumerate(quotes))
    return tuple(claim for claim in made if claim is not None)


def _claim(index: int, quote: Quote, words: Words, mentions: Sequence[Mention]) -> Claim | None:
    found = proposition(quote, words)
    if found is None:
        return None
    return Claim(
        quote=index,
        text=found.text,
        stance=stance(quote),
        about=_about(quote, words, mentions),
        hedged=quote.hedged,
        negated=quote.negated,
        confidence=round(quote.confidence * found.confidence, 2),
        made_by=MADE_BY,
    )


def _about(quote: Quote, words: Words, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The first mention of everything that is named in the content."""
    seen: dict[str, Mention] = {}
    for mention in words.mentions(mentions, quote.content):
        if mention.kind in (MentionKind.NAME, MentionKind.ADJECTIVE):
            seen.setdefault(mention.name, mention)
    return tuple(seen.values())
