"""Small hand-made findings and resolutions, to store without running a stage. All content is invented."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

from app.kit.clock import now
from app.kit.ids import new_id
from app.model.article import Article, ArticleKind
from app.model.claim import Claim, Stance
from app.model.entity import Entity, Judgement
from app.model.findings import Findings
from app.model.mention import EntityKind, Mention, MentionKind, Role
from app.model.naming import fold
from app.model.quote import Cue, CueClass, Party, Quote, QuoteKind
from app.model.resolution import Identified, Item, Resolution, Resolved, Sketch
from app.model.span import Span
from app.store import derived, documents
from app.store.session import Database, Session, serialise

AT = datetime(2024, 5, 6, 7, 8, tzinfo=UTC)

ARTICLE = Article(
    kind=ArticleKind.ARTICLE,
    title="Mayor Ada Quill opens the bridge",
    body='"The bridge is safe," said Ada Quill. She told Borko Zhen that Velmora will pay.',
    outlet="Velmora Courier",
    language="en",
)

NESTED = Article(
    kind=ArticleKind.ARTICLE,
    title="The dam holds 🌊",
    body="Orla Vint said in a statement on Monday that Borko Zhen had told her the dam would hold.",
    outlet="Velmora Courier",
    language="en",
)


def span(article: Article, words: str, occurrence: int = 0) -> Span:
    """Where `words` stand in an article, counting occurrences from 0."""
    start = -1
    for _ in range(occurrence + 1):
        start = article.text.index(words, start + 1)
    return Span(start, start + len(words))


def mention(
    article: Article,
    words: str,
    occurrence: int = 0,
    *,
    kind: EntityKind = EntityKind.PERSON,
    name: str | None = None,
    roles: Sequence[str] = (),
) -> Mention:
    """A name mention at these words."""
    return Mention(
        span=span(article, words, occurrence),
        surface=words,
        kind=MentionKind.NAME,
        entity_kind=kind,
        name=name or words,
        confidence=0.9,
        made_by="extract 1.0",
        roles=tuple(Role(text=role, span=span(article, role)) for role in roles),
    )


def party(
    article: Article, words: str, stands_for: Mention | None, form: MentionKind = MentionKind.NAME, occurrence: int = 0
) -> Party:
    return Party(
        spans=(span(article, words, occurrence),),
        text=words,
        form=form,
        mention=stands_for,
        confidence=0.8,
        reason="subject of the cue",
    )


def quote(
    article: Article, words: str, speaker: Party | None, cue: str | None = "said", kind: QuoteKind = QuoteKind.DIRECT
) -> Quote:
    return Quote(
        kind=kind,
        content=(span(article, words),),
        text=words,
        speaker=speaker,
        cue=Cue(spans=(span(article, cue),), text=cue, lemma="say", kind=CueClass.STATEMENT) if cue else None,
        confidence=0.7,
        reason="quotation marks",
        made_by="attribute 1.0",
    )


def claim(place: int, text: str, *about: Mention) -> Claim:
    return Claim(quote=place, text=text, stance=Stance.ASSERTS, about=about, confidence=0.6, made_by="claim 1.0")


def findings(article: Article = ARTICLE) -> Findings:
    """The mayor says two things; one of them is said by "She", to Borko Zhen, about Velmora."""
    mayor = mention(article, "Ada Quill", roles=("Mayor",))
    again = mention(article, "Ada Quill", 1)
    official = mention(article, "Borko Zhen")
    city = mention(article, "Velmora", kind=EntityKind.PLACE)
    direct = quote(article, "The bridge is safe", party(article, "Ada Quill", again, occurrence=1))
    indirect = quote(
        article,
        "Velmora will pay",
        party(article, "She", again, MentionKind.PRONOUN),
        "told",
        QuoteKind.INDIRECT,
    )
    addressed = replace(indirect, addressee=party(article, "Borko Zhen", official))
    return Findings(
        article=article,
        mentions=(mayor, again, official, city),
        quotes=(direct, addressed),
        claims=(claim(0, "The bridge is safe."), claim(1, "Velmora will pay.", city)),
    )


def nested(article: Article = NESTED) -> Findings:
    """Vint says when and where she said it that Zhen has said something: his saying stands within hers."""
    vint, zhen = mention(article, "Orla Vint"), mention(article, "Borko Zhen")
    outer = quote(
        article,
        "Borko Zhen had told her the dam would hold",
        party(article, "Orla Vint", vint),
        kind=QuoteKind.INDIRECT,
    )
    dated = replace(outer, said_when=span(article, "on Monday"), said_where=span(article, "in a statement"))
    inner = quote(article, "the dam would hold", party(article, "Borko Zhen", zhen), "told", QuoteKind.INDIRECT)
    return Findings(article=article, mentions=(vint, zhen), quotes=(dated, replace(inner, within=0)))


class World:
    """What resolution would know: one entity for each name, one utterance and one claim for each key."""

    def __init__(self) -> None:
        self.entities: dict[str, Entity] = {}
        self.ids: dict[str, UUID] = {}

    def id_of(self, key: str) -> UUID:
        return self.ids.setdefault(key, new_id())

    def resolution(
        self,
        found: Mapping[UUID, Findings],
        *,
        stories: Mapping[UUID, UUID] | None = None,
        judgements: Sequence[Judgement] = (),
    ) -> Resolution:
        """Every name is who it is called; every article is its own story unless `stories` says otherwise."""
        resolved = tuple(
            self._resolved(Item(id=id_, at=AT, findings=each), (stories or {}).get(id_) or self.id_of(f"story {id_}"))
            for id_, each in found.items()
        )
        named = {mention.name for each in found.values() for mention in each.mentions}
        return Resolution(
            items=resolved,
            entities=tuple(self.entities[name] for name in sorted(named)),
            judgements=tuple(judgements),
        )

    def _resolved(self, item: Item, story: UUID) -> Resolved:
        each = item.findings
        words = fold(each.article.text).split()
        return Resolved(
            item=item,
            mentions=tuple(self._entity(mention).id for mention in each.mentions),
            utterances=tuple(self._identified(f"u {fold(quote.text)}") for quote in each.quotes),
            claims=tuple(self._identified(f"c {fold(claim.text)}") for claim in each.claims),
            sketch=Sketch(
                article=item.id,
                story=story,
                at=item.at,
                digest=" ".join(words),
                bands=(len(words), -1),
                terms=Counter(words[:1_000]),
                text=each.article.text,
            ),
        )

    def _entity(self, mention: Mention) -> Entity:
        known = self.entities.get(mention.name)
        if known is None:
            known = Entity(
                id=new_id(),
                kind=mention.entity_kind,
                name=mention.name,
                aliases=frozenset({mention.name, mention.name.split()[-1]}),
            )
            self.entities[mention.name] = known
        return known

    def _identified(self, key: str) -> Identified:
        return Identified(id=self.id_of(key), key=key)


def submit(session: Session, content: bytes = b"raw", url: str | None = None, outlet: str | None = None) -> UUID:
    record, _ = documents.accept(
        session,
        content=content,
        media_type="text/plain",
        charset=None,
        url=url,
        outlet=outlet,
        fetched_at=None,
        now=now(),
    )
    return record.id


def keep(database: Database, document_id: UUID, resolution: Resolution) -> None:
    """Store a resolution in a transaction of its own, as the flow does."""
    with database.session() as session:
        serialise(session)
        derived.save(session, document_id, resolution)


def stored(database: Database, world: World, *found: Findings) -> tuple[UUID, list[UUID]]:
    """A new document with these articles in it; its id and theirs."""
    with database.session() as session:
        document_id = submit(session, str(new_id()).encode())
    ids = [new_id() for _ in found]
    keep(database, document_id, world.resolution(dict(zip(ids, found, strict=True))))
    return document_id, ids
