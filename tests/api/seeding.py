"""News that we made up, put into the store by hand, without any stage: two documents, three articles, four quotes."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from uuid import UUID

from app.intake import Submission, accept
from app.kit.clock import now
from app.kit.ids import new_id
from app.model.article import Article, ArticleKind, Dateline, Origin, Precision, Published
from app.model.claim import Claim, Stance
from app.model.entity import Entity
from app.model.findings import Findings
from app.model.mention import EntityKind, Mention, MentionKind, Role
from app.model.quote import Cue, CueClass, Party, Quote, QuoteKind
from app.model.resolution import Identified, Item, Resolution, Resolved, Sketch, Version
from app.model.span import Span
from app.store import derived, documents
from app.store.session import Database, serialise

MADE_BY = "seeding 1.0"
PUBLISHED = datetime(2026, 3, 14, 9, 26, tzinfo=UTC)
HARBOUR = Article(
    kind=ArticleKind.ARTICLE,
    title="Harbour stays open ⚓🚢",
    body='Ports minister Mara Ellison was plain on Monday. "We will not close the harbour of Aldmouth," Ellison said. '
    "A senior official said the quay would be rebuilt.",
    byline="By Ina Brandt",
    authors=("Ina Brandt",),
    published=Published(raw="14 March 2026, 9:26 UTC", origin="text", precision=Precision.MINUTE, instant=PUBLISHED),
    language="en",
    url="https://courier.example/harbour",
    modified=Published(raw="2026-03-15", origin="meta:lastmod", precision=Precision.DAY, local=datetime(2026, 3, 15)),  # noqa: DTZ001
    agencies=("Reuters",),
    dateline=Dateline(text="ALDMOUTH (Reuters) -", places=("ALDMOUTH",), agency="Reuters"),
    written_in=("Aldmouth",),
    section="Business",
    tags=("Shipping", "harbours"),
    paywalled=False,
    outlet_url="https://courier.example/",
    origins=(Origin("title", "json-ld:headline", 0.95), Origin("url", "link:canonical", 0.9)),
    outlet="The Northern Courier",
)
BRIEF = Article(
    kind=ArticleKind.BRIEF,
    title="",
    body='Aldmouth fishers "welcome every open day", Mara Ellison said.',
    published=Published(raw="09:40", origin="text", precision=Precision.CLOCK, clock=time(9, 40)),
    language="en",
    outlet="The Northern Courier",
)
TOLL = Article(
    kind=ArticleKind.ARTICLE,
    title="Toll talks begin",
    body="Mara Ellison denied on Friday that a toll was planned for Aldmouth.",
    published=Published(
        raw="March 20, 2026",
        origin="text",
        precision=Precision.DAY,
        local=datetime(2026, 3, 20),  # noqa: DTZ001
    ),
    language="en",
    outlet="Evening Post",
)


@dataclass(frozen=True, slots=True)
class Seeds:
    """The ids of what was put in."""

    documents: tuple[UUID, UUID]
    harbour: UUID
    brief: UUID
    toll: UUID
    ellison: UUID
    aldmouth: UUID
    story: UUID


def seed(database: Database) -> Seeds:
    """Put it all in, in two transactions, one a document."""
    seeds = Seeds((submit(database, "one"), submit(database, "two")), *(new_id() for _ in range(6)))
    entities = (
        Entity(
            id=seeds.ellison,
            kind=EntityKind.PERSON,
            name="Mara Ellison",
            aliases=frozenset({"Mara Ellison", "Ellison"}),
        ),
        Entity(id=seeds.aldmouth, kind=EntityKind.PLACE, name="Aldmouth", aliases=frozenset({"Aldmouth"})),
    )
    first = (_resolved(seeds, seeds.harbour, _harbour()), _resolved(seeds, seeds.brief, _brief()))
    _save(database, seeds.documents[0], Resolution(items=first, entities=entities))
    second = (_resolved(seeds, seeds.toll, _toll()),)
    _save(database, seeds.documents[1], Resolution(items=second, entities=entities))
    return seeds


CORRECTED = replace(
    HARBOUR,
    title="Harbour stays open for now ⚓🚢",
    body=HARBOUR.body.replace("the quay would be rebuilt", "the quay was safe") + "\n\nThe port has been corrected.",
)


def correct(database: Database, seeds: Seeds) -> UUID:
    """A later version of the article about the harbour; its id."""
    corrected, text = new_id(), CORRECTED.text
    full = _named(text, "Mara Ellison", "Mara Ellison", EntityKind.PERSON, "Ports minister")
    official = _party(text, "A senior official", None, anonymous=True)
    said = ("said", "say", CueClass.STATEMENT)
    quotes = (
        _quote(
            text, "We will not close the harbour of Aldmouth,", QuoteKind.DIRECT, _party(text, "Ellison", full), said
        ),
        _quote(text, "the quay was safe", QuoteKind.INDIRECT, official, said),
    )
    resolved = _resolved(seeds, corrected, Findings(article=CORRECTED, mentions=(full,), quotes=quotes))
    version = Version(of=seeds.harbour, score=0.8, reasons=("the same address",))
    person = Entity(id=seeds.ellison, kind=EntityKind.PERSON, name="Mara Ellison", aliases=frozenset({"Ellison"}))
    resolution = Resolution(items=(replace(resolved, version=version),), entities=(person,))
    _save(database, submit(database, "three"), resolution)
    return corrected


def submit(database: Database, content: str) -> UUID:
    """A document of plain text, waiting in the queue."""
    with database.session() as session:
        given = Submission(content=content.encode(), media_type="text/plain")
        return accept(session, given, max_bytes=1_000_000, now=now())[0].id


def _save(database: Database, document_id: UUID, resolution: Resolution) -> None:
    with database.session() as session:
        serialise(session)
        documents.start(session, document_id)
        derived.save(session, document_id, resolution)
        documents.finish(session, document_id)


def _resolved(seeds: Seeds, article_id: UUID, findings: Findings) -> Resolved:
    at = findings.article.published
    instant = (at.instant if at is not None else None) or PUBLISHED
    known = {"Mara Ellison": seeds.ellison, "Aldmouth": seeds.aldmouth}
    text = findings.article.text
    return Resolved(
        item=Item(id=article_id, at=instant, findings=findings),
        mentions=tuple(known.get(mention.name) for mention in findings.mentions),
        utterances=tuple(Identified(id=new_id(), key=quote.text.casefold()) for quote in findings.quotes),
        claims=tuple(Identified(id=new_id(), key=claim.text.casefold()) for claim in findings.claims),
        sketch=Sketch(
            article=article_id,
            story=seeds.story,
            at=instant,
            digest=text.casefold(),
            bands=(),
            terms={"harbour": 1},
            text=text,
        ),
    )


def span_of(text: str, phrase: str) -> Span:
    start = text.index(phrase)
    return Span(start, start + len(phrase))


def _named(text: str, phrase: str, name: str, kind: EntityKind, role: str | None = None) -> Mention:
    return Mention(
        span=span_of(text, phrase),
        surface=phrase,
        kind=MentionKind.NAME,
        entity_kind=kind,
        name=name,
        confidence=0.9,
        made_by=MADE_BY,
        roles=() if role is None else (Role(text=role, span=span_of(text, role)),),
    )


def _party(text: str, phrase: str, mention: Mention | None, *, anonymous: bool = False) -> Party:
    form = MentionKind.NOMINAL if mention is None else MentionKind.NAME
    reason = "named in full" if mention else "left unnamed by the text"
    spans = (span_of(text, phrase),)
    return Party(spans=spans, text=phrase, form=form, mention=mention, anonymous=anonymous, reason=reason)


def _quote(text: str, words: str, kind: QuoteKind, speaker: Party, cue: tuple[str, str, CueClass]) -> Quote:
    surface, lemma, sort = cue
    after = text.index(words) + len(words) if kind is QuoteKind.DIRECT else 0
    start = text.index(surface, after)
    return Quote(
        kind=kind,
        content=(span_of(text, words),),
        text=words,
        speaker=speaker,
        cue=Cue(spans=(Span(start, start + len(surface)),), text=surface, lemma=lemma, kind=sort),
        confidence=0.9,
        reason="subject of the cue verb",
        made_by=MADE_BY,
    )


def _claim(quote: int, text: str, stance: Stance, about: tuple[Mention, ...]) -> Claim:
    return Claim(quote=quote, text=text, stance=stance, about=about, confidence=0.8, made_by=MADE_BY)


def _harbour() -> Findings:
    text = HARBOUR.text
    full = _named(text, "Mara Ellison", "Mara Ellison", EntityKind.PERSON, "Ports minister")
    place = _named(text, "Aldmouth", "Aldmouth", EntityKind.PLACE)
    start = text.index("Ellison said")
    short = Mention(
        span=Span(start, start + 7),
        surface="Ellison",
        kind=MentionKind.NAME,
        entity_kind=EntityKind.PERSON,
        name="Mara Ellison",
        confidence=0.9,
        made_by=MADE_BY,
    )
    speaker = Party(spans=(short.span,), text="Ellison", form=MentionKind.NAME, mention=short, reason="surname")
    said = ("said", "say", CueClass.STATEMENT)
    words = "We will not close the harbour of Aldmouth,"
    official = _party(text, "A senior official", None, anonymous=True)
    quotes = (
        _quote(text, words, QuoteKind.DIRECT, speaker, said),
        _quote(text, "the quay would be rebuilt", QuoteKind.INDIRECT, official, ("said", "say", CueClass.STATEMENT)),
    )
    claims = (_claim(0, "The harbour of Aldmouth will not be closed", Stance.PROMISES, (place,)),)
    return Findings(article=HARBOUR, mentions=(full, place, short), quotes=quotes, claims=claims)


def _brief() -> Findings:
    text = BRIEF.text
    place = _named(text, "Aldmouth", "Aldmouth", EntityKind.PLACE)
    full = _named(text, "Mara Ellison", "Mara Ellison", EntityKind.PERSON)
    quote = _quote(
        text,
        'Aldmouth fishers "welcome every open day"',
        QuoteKind.MIXED,
        _party(text, "Mara Ellison", full),
        ("said", "say", CueClass.STATEMENT),
    )
    return Findings(article=BRIEF, mentions=(place, full), quotes=(quote,))


def _toll() -> Findings:
    text = TOLL.text
    full = _named(text, "Mara Ellison", "Mara Ellison", EntityKind.PERSON)
    place = _named(text, "Aldmouth", "Aldmouth", EntityKind.PLACE)
    quote = _quote(
        text,
        "a toll was planned for Aldmouth",
        QuoteKind.INDIRECT,
        _party(text, "Mara Ellison", full),
        ("denied", "deny", CueClass.DENIAL),
    )
    claim = _claim(0, "A toll is planned for Aldmouth", Stance.DENIES, (place,))
    return Findings(article=TOLL, mentions=(full, place), quotes=(quote,), claims=(claim,))
