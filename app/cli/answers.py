"""What the commands print about a document, as plain JSON values. The formats bind: the scorers read them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any
from uuid import UUID

from app.model.article import Article, Precision, Published
from app.model.claim import Claim
from app.model.findings import Findings
from app.model.mention import Mention
from app.model.quote import Party, Quote
from app.model.span import Span
from app.resolve import Identities

type Json = dict[str, Any]


def items(found: Iterable[Findings], who: Identities) -> list[tuple[Article, Json]]:
    """Each item of a document with its quotes, mentions and claims; all offsets index `article.text`."""
    names = {entity.id: entity.name for entity in who.entities}
    return [(each.article, _found(each, who, names)) for each in found]


def page_item(article: Article, found: Json) -> Json:
    """An item as `extract --as page` prints it. `authors` are as the page states them, agencies among them; `agencies`
    names those apart as well."""
    return {
        "kind": article.kind.value,
        "title": article.title,
        "authors": list(article.authors),
        "published": published(article.published),
        "published_precision": article.published.precision.value if article.published else None,
        "clock_time": clock(article.published),
        "truncated": article.truncated,
        "language": article.language,
        "byline": article.byline,
        "modified": published(article.modified),
        "agencies": list(article.agencies),
        "dateline": asdict(article.dateline) if article.dateline else None,
        "written_in": list(article.written_in),
        "section": article.section,
        "tags": list(article.tags),
        "paywalled": article.paywalled,
        "outlet": article.outlet,
        "outlet_url": article.outlet_url,
        "url": article.url,
        "origins": {each.field: [each.origin, each.confidence] for each in article.origins},
        "body": article.body,
        "text": article.text,
        **found,
    }


def published(when: Published | None) -> str | None:
    """RFC 3339 with the zone where it is known, the local time without one where not; a clock alone is no date."""
    if when is None:
        return None
    if when.instant is not None:
        return when.instant.isoformat()
    if when.local is None:
        return None
    return when.local.date().isoformat() if when.precision is Precision.DAY else when.local.isoformat()


def clock(when: Published | None) -> str | None:
    """The time of day of an item that gives no date."""
    return when.clock.isoformat("minutes") if when and when.clock else None


def _found(findings: Findings, who: Identities, of_entities: Mapping[UUID, str]) -> Json:
    meant = ((mention, who.meant(mention)) for mention in findings.mentions)
    names = {mention: of_entities[entity] for mention, entity in meant if entity is not None}
    return {
        "quotes": [_quote(quote, names) for quote in findings.quotes],
        "mentions": [_mention(mention, names) for mention in findings.mentions],
        "claims": [_claim(claim, findings.quotes, names) for claim in findings.claims],
        **({"failures": [f"{f.stage}: {f.reason}" for f in findings.failures]} if findings.failures else {}),
    }


def _quote(quote: Quote, names: Mapping[Mention, str]) -> Json:
    return {
        "type": quote.kind.value,
        "content": _spans(quote.content),
        "speaker": _spans(quote.speaker.spans if quote.speaker else ()),
        "cue": _spans(quote.cue.spans if quote.cue else ()),
        "entity": _entity(quote.speaker, names),
        "addressee": (_entity(quote.addressee, names) or quote.addressee.text) if quote.addressee else None,
        "hedged": quote.hedged,
        "negated": quote.negated,
        "said_on": quote.said_on,
        "said_when": _span(quote.said_when),
        "said_where": _span(quote.said_where),
        "within": quote.within,
        "confidence": round(quote.confidence, 3),
        "reason": quote.reason,
    }


def _mention(mention: Mention, names: Mapping[Mention, str]) -> Json:
    return {
        "start": mention.span.start,
        "end": mention.span.end,
        "kind": mention.entity_kind.value,
        "entity": names.get(mention),
        "roles": [role.text for role in mention.roles],
    }


def _claim(claim: Claim, quotes: Sequence[Quote], names: Mapping[Mention, str]) -> Json:
    speaker = quotes[claim.quote].speaker
    return {
        "text": claim.text,
        "stance": claim.stance.value,
        "claimant": _entity(speaker, names) or (speaker.text if speaker else None),
        "about": sorted({names[mention] for mention in claim.about if mention in names}),
        "hedged": claim.hedged,
        "negated": claim.negated,
        "quote": claim.quote,
    }


def _entity(party: Party | None, names: Mapping[Mention, str]) -> str | None:
    return names.get(party.mention) if party and party.mention else None


def _spans(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]
