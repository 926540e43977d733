import gzip
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import flow, intake
from app.intake import Submission
from app.kit.clock import now
from app.model.article import Article, ArticleKind
from app.model.document import Document, DocumentState, Skipped
from app.store import articles, changes, claims, documents, mentions, quotes, stories
from app.store.paging import DatedSort
from app.store.session import Database
from tests.language import brittle, models
from tests.normalise.test_boilerplate import APPEAL, REPORTS, dump

PAGE = """Skip to content

Harbour bridge to stay free

by Ana Brandt March 3, 2026 9:15 AM 2 min read

The mayor of Port Ellis, Marta Quill, said on March 2 that the harbour bridge will stay free of charge.

"We will not ask a single krone of anybody," Quill said. She added that repairs begin in May.

News Feed

5:15 AM

Ferries return to Port Ellis.

The ferry company Nordlink said that all boats run again.
"""
MODELS = models()
RECEIVED = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)


def submit(database: Database, content: bytes | str, media_type: str = "text/plain") -> UUID:
    raw = content.encode() if isinstance(content, str) else content
    with database.session() as session:
        record, _ = intake.accept(
            session, Submission(content=raw, media_type=media_type), max_bytes=50_000_000, now=now()
        )
    return record.id


def test_another_text_from_the_same_address_is_a_later_version_and_the_same_one_a_copy(database: Database) -> None:
    address = "https://courier.example/bridge"
    found = []
    corrected_page = PAGE.replace("in May", "in June")
    for page in (PAGE, corrected_page, corrected_page.replace("Skip to content", "To the content")):
        with database.session() as session:
            given = Submission(content=page.encode(), media_type="text/plain", url=address)
            record, created = intake.accept(session, given, max_bytes=50_000_000, now=now())
        assert created
        flow.process(record.id, database, MODELS)
        with database.session() as session:
            where = articles.ArticleFilter(document_id=record.id, kind=ArticleKind.ARTICLE)
            found += articles.page(session, where, after=None, limit=10).items
    first, corrected, again = (each.id for each in found)
    with database.session() as session:
        told = [articles.get(session, each.id) for each in found]
        current = quotes.page(session, quotes.QuoteFilter(superseded=False, speaker="Quill"), after=None, limit=10)
        every = quotes.page(session, quotes.QuoteFilter(speaker="Quill"), after=None, limit=10)
        uncopied = quotes.QuoteFilter(superseded=False, is_copy=False, speaker="Quill")
        once = quotes.page(session, uncopied, after=None, limit=10)
    assert [each.version_of for each in told] == [None, first, None]
    assert [each.copy_of for each in told] == [None, None, corrected]
    assert [each.superseded for each in told] == [True, False, False]
    assert {quote.article.id for quote in current.items} == {corrected, again}
    assert {quote.article.id for quote in every.items} == {first, corrected, again}
    assert {quote.article.id for quote in once.items} == {corrected}
    assert (len(once.items), len(current.items), len(every.items)) == (3, 6, 9)


def test_a_page_that_broke_off_on_its_way_is_told_and_replaces_nothing(database: Database) -> None:
    days = "".join(f"<p>On day {day} Mayor Marta Quill said that work takes {day + 3} weeks.</p>" for day in range(60))
    page = f"<html><body><article><h1>Harbour bridge to stay free</h1>{days}</article></body></html>"
    whole = gzip.compress(page.encode())
    told = []
    for content in (whole, whole[: len(whole) // 2]):
        with database.session() as session:
            given = Submission(content=content, media_type="application/gzip", url="https://courier.example/bridge")
            record, _ = intake.accept(session, given, max_bytes=50_000_000, now=now())
        flow.process(record.id, database, MODELS)
        with database.session() as session:
            told.append(documents.get(session, record.id))
    with database.session() as session:
        every = articles.page(session, articles.ArticleFilter(), after=None, limit=10, sort=DatedSort.OLDEST).items
    assert [len(record.skipped) for record in told] == [0, 1]
    assert [(each.truncated, each.superseded) for each in every] == [(False, False), (True, True)]
    assert every[1].version_of == every[0].id


def ids_of_everything(database: Database, document_id: UUID) -> dict[str, set[UUID]]:
    with database.session() as session:

        def ids(repository: Any, where: Any) -> set[UUID]:
            return {record.id for record in repository.page(session, where, after=None, limit=100).items}

        found = ids(articles, articles.ArticleFilter(document_id=document_id))
        every = {"articles": found, "quotes": set(), "mentions": set(), "claims": set()}
        for article in found:
            every["quotes"] |= ids(quotes, quotes.QuoteFilter(article_id=article))
            every["mentions"] |= ids(mentions, mentions.MentionFilter(article_id=article))
            every["claims"] |= ids(claims, claims.ClaimFilter(article_id=article))
    return every


def last_change(database: Database) -> int:
    with database.session() as session:
        page = changes.page(session, changes.ChangeFilter(), after=None, limit=1000)
    return max((change.sequence for change in page.items), default=0)


def test_a_page_becomes_articles_and_quotes_by_a_person(database: Database) -> None:
    document_id = submit(database, PAGE)

    flow.process(document_id, database, MODELS)

    with database.session() as session:
        assert documents.get(session, document_id).state is DocumentState.DONE
        found = articles.page(session, articles.ArticleFilter(document_id=document_id), after=None, limit=10).items
        said = quotes.page(session, quotes.QuoteFilter(speaker="Marta Quill"), after=None, limit=10).items
    assert {(article.kind, article.title) for article in found} == {
        (ArticleKind.ARTICLE, "Harbour bridge to stay free"),
        (ArticleKind.BRIEF, "Ferries return to Port Ellis."),
    }
    assert len(said) == 3
    assert {quote.speaker.text for quote in said if quote.speaker} == {
        "The mayor of Port Ellis, Marta Quill",
        "Quill",
        "She",
    }


def test_every_span_in_the_store_is_its_surface(database: Database) -> None:
    document_id = submit(database, PAGE)
    flow.process(document_id, database, MODELS)

    with database.session() as session:
        texts = {
            article.id: article.text
            for article in articles.page(session, articles.ArticleFilter(), after=None, limit=10).items
        }
        named = mentions.page(session, mentions.MentionFilter(), after=None, limit=100).items
        said = quotes.page(session, quotes.QuoteFilter(), after=None, limit=100).items
    assert named
    assert said
    assert all(mention.span.of(texts[mention.article_id]) == mention.surface for mention in named)
    assert all(" ".join(s.of(texts[quote.article.id]) for s in quote.content) == quote.text for quote in said)


def test_processing_again_changes_nothing(database: Database) -> None:
    document_id = submit(database, PAGE)
    flow.process(document_id, database, MODELS)
    before, fed = ids_of_everything(database, document_id), last_change(database)

    with database.session() as session:
        intake.again(session, document_id)
    flow.process(document_id, database, MODELS)

    assert ids_of_everything(database, document_id) == before
    with database.session() as session:
        later = changes.page(session, changes.ChangeFilter(after=fed), after=None, limit=100).items
    assert {change.resource for change in later} <= {"document"}, "only the document itself went through its states"


QUAKES = (
    "Quake of magnitude 6.1 shakes Lindow\n\nA strong earthquake of magnitude 6.1 struck Lindow on the coast.",
    "Sellen hit by magnitude 4.3 quake\n\nAn earthquake with a magnitude of 4.3 was felt in the hills of Sellen.",
    "Lindow counts damage after quake\n\nThe earthquake of magnitude 6.1 that shook Lindow broke the coast road.",
)


def grouping(database: Database) -> dict[UUID, tuple[UUID, tuple[str, ...]]]:
    with database.session() as session:
        found = articles.page(session, articles.ArticleFilter(), after=None, limit=100).items
        for each in found:
            assert stories.get(session, each.story_id).article_count > 0
        return {each.document_id: (each.story_id, articles.get(session, each.id).story_reasons) for each in found}


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 2, 0), (2, 1, 0)])
def test_stories_do_not_depend_on_the_order_of_arrival_and_looking_again_keeps_them(
    database: Database, order: tuple[int, ...]
) -> None:
    documents_of = {}
    for number in order:
        documents_of[number] = submit(database, QUAKES[number])
        flow.process(documents_of[number], database, MODELS)
    found = grouping(database)
    assert len(found) == len(QUAKES)
    lindow, sellen, again = (found[documents_of[number]][0] for number in range(3))
    assert lindow == again != sellen

    seen = []
    for _ in range(2):
        with database.session() as session:
            intake.again(session, documents_of[0])
        flow.process(documents_of[0], database, MODELS)
        seen.append(grouping(database))
    assert seen[0] == seen[1]
    assert {each: story for each, (story, _) in seen[1].items()} == {each: story for each, (story, _) in found.items()}


def test_the_same_bytes_are_the_same_document_and_are_processed_once(database: Database) -> None:
    first = submit(database, PAGE)
    flow.process(first, database, MODELS)
    before = last_change(database)

    assert submit(database, PAGE) == first
    flow.process(first, database, MODELS)

    assert last_change(database) == before


def test_a_stage_that_breaks_on_one_article_does_not_lose_its_siblings(database: Database) -> None:
    document_id = submit(database, PAGE)

    flow.process(document_id, database, brittle("krone"))

    with database.session() as session:
        found = articles.page(session, articles.ArticleFilter(document_id=document_id), after=None, limit=10).items
        said = quotes.page(session, quotes.QuoteFilter(), after=None, limit=10).items
    broken, whole = sorted(found, key=lambda article: not article.failures)
    assert [failure.stage for failure in broken.failures] == ["extract"]
    assert "the parser broke" in broken.failures[0].reason
    assert not whole.failures
    assert {quote.article.id for quote in said} == {whole.id}


def test_an_error_is_told_whatever_characters_are_in_it(database: Database) -> None:
    document_id = submit(database, PAGE)

    flow.process(document_id, database, brittle("krone", "bad \x00 and \ud800\n[parameters: ...]"))

    with database.session() as session:
        record = documents.get(session, document_id)
        found = articles.page(session, articles.ArticleFilter(document_id=document_id), after=None, limit=10).items
    assert record.state is DocumentState.DONE, record.failure
    [reason] = [failure.reason for article in found for failure in article.failures]
    assert "(RuntimeError: bad \ufffd and \ufffd)" in reason


def test_what_broke_is_found_when_the_document_is_processed_again(database: Database) -> None:
    document_id = submit(database, PAGE)
    flow.process(document_id, database, brittle("krone"))

    with database.session() as session:
        intake.again(session, document_id)
    flow.process(document_id, database, MODELS)

    with database.session() as session:
        found = articles.page(session, articles.ArticleFilter(document_id=document_id), after=None, limit=10).items
        said = quotes.page(session, quotes.QuoteFilter(speaker="Quill"), after=None, limit=10).items
    assert not any(article.failures for article in found)
    assert len(said) == 3


def test_a_document_that_nobody_can_read_fails_with_a_reason_and_can_be_retried(database: Database) -> None:
    document_id = submit(database, b"{broken", "application/json")

    flow.process(document_id, database, MODELS)

    with database.session() as session:
        record = documents.get(session, document_id)
        assert record.state is DocumentState.FAILED
        assert record.failure is not None
        assert record.failure.stage == "read"
        assert record.failure.reason.endswith(".")
        assert intake.again(session, document_id).state is DocumentState.QUEUED


@pytest.mark.parametrize("media_type", ["text/plain", "text/html", "application/json", "application/octet-stream"])
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.one_of(st.binary(min_size=1, max_size=400), st.text(min_size=1, max_size=200).map(str.encode)))
def test_any_bytes_at_all_end_done_or_failed(database: Database, media_type: str, content: bytes) -> None:
    try:
        document_id = submit(database, content, media_type)
    except flow.QuotewireError:
        return

    flow.process(document_id, database, MODELS)

    with database.session() as session:
        assert documents.get(session, document_id).state in {DocumentState.DONE, DocumentState.FAILED}


def test_an_article_without_a_known_time_stands_where_it_was_received() -> None:
    article = Article(kind=ArticleKind.ARTICLE, title="", body="Text.")

    assert flow.instant_of(article, RECEIVED) == RECEIVED


def test_what_is_said_in_an_update_of_a_live_page_is_not_found_in_its_article_too() -> None:
    content = (Path(__file__).parents[1] / "examples/live-page.html").read_bytes()
    document = Document(id=UUID(int=1), content=content, media_type="text/html", received_at=RECEIVED)
    whole, *updates = flow.examine(document, MODELS).findings
    said = [quote.text for update in updates for quote in update.quotes]
    assert any("commas away" in text for text in said)
    assert "commas away" in whole.article.text
    assert {quote.text for quote in whole.quotes}.isdisjoint(said)


def test_the_updates_of_a_live_page_are_no_copies_of_its_article(database: Database) -> None:
    content = (Path(__file__).parents[1] / "examples/live-page.html").read_bytes()
    document_id = submit(database, content.decode(), "text/html")
    flow.process(document_id, database, MODELS)
    with database.session() as session:
        found = articles.page(session, articles.ArticleFilter(document_id=document_id), after=None, limit=10).items
    assert len(found) == 4
    assert [article.copy_of for article in found] == [None] * 4


def test_examining_a_document_needs_no_store() -> None:
    document = Document(id=UUID(int=1), content=PAGE.encode(), media_type="text/plain", received_at=RECEIVED)

    article, brief = flow.examine(document, MODELS).findings

    assert len(article.quotes) == 3
    assert len(brief.quotes) == 1


def test_a_line_that_an_outlet_prints_with_any_article_is_left_out_once_it_is_known(database: Database) -> None:
    contents = [dump(title, APPEAL) for title in REPORTS]
    with database.session() as session:
        ids = [
            intake.accept(
                session,
                Submission(content=content.encode(), media_type="text/plain", url=f"https://courier.example/{at}"),
                max_bytes=50_000_000,
                now=now(),
            )[0].id
            for at, content in enumerate(contents)
        ]

    def bodies() -> list[str]:
        for document_id in ids:
            flow.process(document_id, database, MODELS)
        with database.session() as session:
            where = [articles.ArticleFilter(document_id=document_id) for document_id in ids]
            pages = [articles.page(session, one, after=None, limit=10).items for one in where]
            found = [articles.get(session, only.id).body for [only] in pages]
            for document_id in ids:
                intake.again(session, document_id)
        return found

    plain = ["\n\n".join(paragraphs) for paragraphs in REPORTS.values()]
    assert bodies() == [*(f"{text}\n\n{APPEAL}" for text in plain[:3]), plain[3]]
    assert bodies() == plain, "the first are done again, and their page is remembered as it was"
    fed = last_change(database)
    assert bodies() == plain
    with database.session() as session:
        later = changes.page(session, changes.ChangeFilter(after=fed), after=None, limit=100).items
    assert {change.resource for change in later} <= {"document"}


def test_what_versions_of_an_article_have_in_common_is_never_left_out(database: Database) -> None:
    title, *_ = REPORTS
    told = REPORTS[title]
    for at in range(5):
        page = dump(title, paragraphs=[*told, f"The {at + 2} last buses come in May, she said."])
        with database.session() as session:
            given = Submission(content=page.encode(), media_type="text/plain", url=f"https://courier.example/b?v={at}")
            record, _ = intake.accept(session, given, max_bytes=50_000_000, now=now())
        flow.process(record.id, database, MODELS)
        with database.session() as session:
            [only] = articles.page(session, articles.ArticleFilter(document_id=record.id), after=None, limit=10).items
            assert articles.get(session, only.id).body.startswith("\n\n".join(told))


def test_what_a_reader_passes_over_is_kept_with_the_document(database: Database) -> None:
    lines = '{"title": "Harbour bridge", "text": "It stays free."}\nno record\n'
    document_id = submit(database, lines, "application/x-ndjson")

    flow.process(document_id, database, MODELS)

    with database.session() as session:
        record = documents.get(session, document_id)
        assert (record.state, record.article_count) == (DocumentState.DONE, 1)
        assert record.skipped == (Skipped("line without a news record in JSON (line 2)", 1),)
        assert intake.again(session, document_id).skipped == (), "it is counted anew"
