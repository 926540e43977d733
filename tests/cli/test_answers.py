from dataclasses import replace
from datetime import datetime, time, timedelta, timezone

from app.cli import answers
from app.kit.ids import new_id
from app.model.article import Article, ArticleKind, Dateline, Origin, Precision, Published
from app.model.claim import Claim, Stance
from app.model.entity import Entity
from app.model.findings import Findings
from app.model.mention import EntityKind, Mention, MentionKind
from app.model.quote import Cue, CueClass, Party, Quote, QuoteKind
from app.model.span import Span
from app.resolve import Identities

ARTICLE = Article(kind=ArticleKind.ARTICLE, title="", body="Orla Vint said the bridge is safe.")
VINT = Mention(
    span=Span(0, 9),
    surface="Orla Vint",
    kind=MentionKind.NAME,
    entity_kind=EntityKind.PERSON,
    name="Orla Vint",
    confidence=0.9,
    made_by="test",
)
QUOTE = Quote(
    kind=QuoteKind.INDIRECT,
    content=(Span(15, 33),),
    text="the bridge is safe",
    speaker=Party(spans=(Span(0, 9),), text="Orla Vint", form=MentionKind.NAME, mention=VINT),
    cue=Cue(spans=(Span(10, 14),), text="said", lemma="say", kind=CueClass.STATEMENT),
    confidence=0.91234,
    reason="subject of the cue verb",
    made_by="test",
)
CLAIM = Claim(quote=0, text="The bridge is safe", stance=Stance.ASSERTS, confidence=0.9, made_by="test")


KNOWN = Entity(id=new_id(), kind=EntityKind.PERSON, name="Orla Vint")
SURE = Identities(of={"orla vint": KNOWN.id}, entities=(KNOWN,), judgements=())
UNSURE = Identities(of={}, entities=(), judgements=())


def findings(*quotes: Quote) -> list[Findings]:
    return [Findings(article=ARTICLE, mentions=(VINT,), quotes=quotes or (QUOTE,), claims=(CLAIM,))]


def test_a_quote_is_printed_as_the_scorers_read_it() -> None:
    [(_, found)] = answers.items(findings(), SURE)

    assert found["quotes"] == [
        {
            "type": "indirect",
            "content": [[15, 33]],
            "speaker": [[0, 9]],
            "cue": [[10, 14]],
            "entity": "Orla Vint",
            "addressee": None,
            "hedged": False,
            "negated": False,
            "said_on": None,
            "said_when": None,
            "said_where": None,
            "within": None,
            "confidence": 0.912,
            "reason": "subject of the cue verb",
        }
    ]
    assert found["mentions"] == [{"start": 0, "end": 9, "kind": "person", "entity": "Orla Vint", "roles": []}]
    assert found["claims"][0]["claimant"] == "Orla Vint"


def test_a_quote_says_when_and_where_and_which_quote_it_stands_within() -> None:
    # "Ema Sorn said on Monday in a letter that Orla Vint said the bridge is safe."
    outer = replace(QUOTE, content=(Span(41, 74),), said_when=Span(14, 23), said_where=Span(24, 35))
    inner = replace(QUOTE, content=(Span(56, 74),), within=0)

    [(_, found)] = answers.items(findings(outer, inner), SURE)

    assert [(each["said_when"], each["said_where"], each["within"]) for each in found["quotes"]] == [
        ([14, 23], [24, 35], None),
        (None, None, 0),
    ]


def test_a_speaker_who_is_not_sure_has_no_entity() -> None:
    [(_, found)] = answers.items(findings(), UNSURE)

    assert found["quotes"][0]["entity"] is None
    assert found["claims"][0]["claimant"] == "Orla Vint", "the claim still says whose words they are, as printed"


def test_a_time_is_printed_with_its_zone_without_one_or_not_at_all() -> None:
    local = datetime(2026, 3, 4, 15, 13)  # noqa: DTZ001 - a local time without a zone is the point
    zone = timezone(timedelta(hours=3))

    def published(**value: object) -> str | None:
        return answers.published(Published(raw="", origin="text", **value))

    assert published(precision=Precision.MINUTE, instant=local.replace(tzinfo=zone)) == "2026-03-04T15:13:00+03:00"
    assert published(precision=Precision.MINUTE, local=local) == "2026-03-04T15:13:00"
    assert published(precision=Precision.DAY, local=local) == "2026-03-04"
    assert published(precision=Precision.CLOCK, clock=time(5, 15)) is None
    assert answers.published(None) is None


def test_a_brief_keeps_its_clock_time_and_no_date() -> None:
    when = Published(raw="5:15 AM", origin="text", precision=Precision.CLOCK, clock=time(5, 15))

    item = answers.page_item(Article(kind=ArticleKind.BRIEF, title="Short", body="Text.", published=when), {})

    assert (item["published"], item["clock_time"], item["published_precision"]) == (None, "05:15", "clock")
    assert item["text"] == "Short\n\nText."


def test_an_item_says_what_its_publisher_states_and_where_that_stood() -> None:
    article = Article(
        kind=ArticleKind.ARTICLE,
        title="Locks open",
        body="VELMAR (AFP) - The locks are open.",
        authors=("Ana Pop", "AFP"),
        agencies=("Agence France-Presse",),
        dateline=Dateline(text="VELMAR (AFP) -", places=("VELMAR",), agency="Agence France-Presse"),
        section="River",
        tags=("locks",),
        origins=(Origin("title", "h1", 0.8),),
    )
    item = answers.page_item(article, {})
    assert (item["authors"], item["agencies"]) == (["Ana Pop", "AFP"], ["Agence France-Presse"])
    assert item["dateline"] == {
        "text": "VELMAR (AFP) -",
        "places": ("VELMAR",),
        "day": None,
        "agency": "Agence France-Presse",
    }
    assert (item["section"], item["tags"], item["paywalled"], item["modified"]) == ("River", ["locks"], None, None)
    assert item["origins"] == {"title": ["h1", 0.8]}
