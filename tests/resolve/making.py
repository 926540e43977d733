"""Short ways to write down items for the tests of resolution."""

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from uuid import UUID

from app.model.article import Article, ArticleKind
from app.model.claim import Claim, Stance
from app.model.findings import Findings
from app.model.mention import EntityKind, Mention, MentionKind
from app.model.quote import Party, Quote, QuoteKind
from app.model.resolution import Item
from app.model.span import Span

PERSON, PLACE, ORGANISATION = EntityKind.PERSON, EntityKind.PLACE, EntityKind.ORGANISATION
NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)


def ids(start: int = 1) -> Callable[[], UUID]:
    """Ids that sort by when they were made."""
    numbers = count(start)
    return lambda: UUID(int=next(numbers))


def named(
    name: str,
    kind: EntityKind = PERSON,
    form: MentionKind = MentionKind.NAME,
    surface: str | None = None,
) -> Mention:
    """A mention; its place in the text plays no part in resolution."""
    printed = surface or name
    span = Span(0, max(1, len(printed)))
    return Mention(span=span, surface=printed, kind=form, entity_kind=kind, name=name, confidence=1.0, made_by="a test")


def item(
    number: int,
    *mentions: Mention,
    title: str = "",
    body: str = "",
    at: datetime = NOON,
    quotes: tuple[Quote, ...] = (),
    claims: tuple[Claim, ...] = (),
) -> Item:
    article = Article(kind=ArticleKind.ARTICLE, title=title, body=body or f"Item {number}.")
    findings = Findings(article=article, mentions=mentions, quotes=quotes, claims=claims)
    return Item(id=UUID(int=1_000_000 + number), at=at, findings=findings)


def quote(text: str, speaker: Mention | None = None, called: str = "", pronoun: bool = False) -> Quote:
    form = MentionKind.PRONOUN if pronoun else speaker.kind if speaker else MentionKind.NOMINAL
    party = Party(spans=(Span(0, 1),), text=called or (speaker.surface if speaker else ""), form=form, mention=speaker)
    return Quote(
        kind=QuoteKind.DIRECT,
        content=(Span(0, len(text)),),
        text=text,
        speaker=party if speaker or called else None,
        cue=None,
        confidence=1.0,
        reason="",
        made_by="a test",
    )


def claim(text: str, of: int = 0, stance: Stance = Stance.ASSERTS, negated: bool = False) -> Claim:
    return Claim(quote=of, text=text, stance=stance, negated=negated, confidence=1.0, made_by="a test")
