"""What stands in one article, as rows: its mentions, its quotes, and what those are about. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from app.model.mention import Mention
from app.model.quote import Quote
from app.model.resolution import Resolved
from app.model.span import Span, within
from app.store.deriving.reconcile import Sibling, natural_key
from app.store.deriving.rows import Row, denoted, mention_rows, quote_row

QUOTE_KEY = ("article_id", "content", "speaker_spans", "cue_spans")


@dataclass(frozen=True, slots=True)
class Contents:
    """`quotes` and `about` run parallel to the quotes of the findings, `claims_about` to the claims. `place` are the
    columns that tie a row to the article and the length of its text."""

    resolved: Resolved
    place: Row
    mentions: list[Row]
    quotes: list[Row]
    about: list[frozenset[UUID]]
    claims_about: list[frozenset[UUID]]

    @property
    def article_id(self) -> UUID:
        return self.resolved.item.id


def contents(resolved: Resolved, utterance_ids: Mapping[str, UUID]) -> Contents:
    """The rows of one article; `utterance_ids` by key."""
    findings, who = resolved.item.findings, denoted(resolved)
    text = findings.article.text  # made anew whenever it is asked for
    place = {"article_id": resolved.item.id, "article_length": len(text)}
    mentions = [{**place, **row} for row in mention_rows(resolved)]
    pairs = zip(findings.quotes, resolved.utterances, strict=True)
    quotes = [{**place, **quote_row(quote, text, who, utterance_ids[said.key])} for quote, said in pairs]
    claims_about = [_denoted_by(claim.about, who) for claim in findings.claims]
    nested = _nested(quotes, findings.quotes)
    return Contents(resolved, place, mentions, nested, _about(resolved, quotes, mentions, claims_about), claims_about)


def _nested(rows: Sequence[Row], quotes: Sequence[Quote]) -> list[Row]:
    siblings = [Sibling(natural_key(row, QUOTE_KEY)) for row in rows]
    return [
        {**row, "within_id": None if quote.within is None else siblings[quote.within]}
        for row, quote in zip(rows, quotes, strict=True)
    ]


def _denoted_by(mentions: tuple[Mention, ...], who: Mapping[Span, UUID]) -> frozenset[UUID]:
    return frozenset(who[mention.span] for mention in mentions if mention.span in who)


def _about(
    resolved: Resolved, quotes: list[Row], mentions: list[Row], claims_about: list[frozenset[UUID]]
) -> list[frozenset[UUID]]:
    """Whom or what each quote is about: those named in its words, and those its claims are about."""
    named = {row["span"]: row["entity_id"] for row in mentions if row["entity_id"] is not None}
    ordered = sorted(named)
    about = [{named[each] for span in row["content"] for each in within(ordered, span)} for row in quotes]
    for claim, also in zip(resolved.item.findings.claims, claims_about, strict=True):
        about[claim.quote] |= also
    return [frozenset(each) for each in about]
