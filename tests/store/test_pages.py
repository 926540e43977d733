from dataclasses import replace
from uuid import UUID

import pytest
from sqlalchemy import delete, func, select, update

from app.kit.ids import new_id
from app.model.findings import Findings
from app.model.printed import PageLines, RememberedPage
from app.store.deriving import page_lines as saving
from app.store.pages import StoredPages
from app.store.session import Database
from app.store.tables.articles import article
from app.store.tables.documents import document
from app.store.tables.page_lines import page_lines
from tests.store.samples import ARTICLE, World, keep, stored, submit

NOBODY = UUID(int=0)


def printing(*lines: int, outlets: tuple[str, ...] = ("courier.example", "courier")) -> Findings:
    return Findings(article=replace(ARTICLE, page_lines=PageLines(outlets, lines)))


def count(database: Database) -> int:
    with database.session() as session:
        return session.execute(select(func.count()).select_from(page_lines)).scalar_one()


def test_pages_of_other_documents_are_remembered_by_any_name_of_their_outlet(database: Database) -> None:
    world = World()
    first, [one] = stored(database, world, printing(1, -2))
    stored(database, world, printing(3, outlets=("herald",)))
    stored(database, world, Findings(article=ARTICLE))
    page = RememberedPage(one, frozenset((1, -2)))
    assert StoredPages(database, NOBODY).of_outlet(["courier"]) == [page]
    assert StoredPages(database, NOBODY).of_outlet(["other", "courier.example"]) == [page]
    assert StoredPages(database, first).of_outlet(["courier"]) == []
    assert StoredPages(database, NOBODY).of_outlet(["cour"]) == []


def test_what_differs_is_written_and_what_vanished_is_forgotten(database: Database) -> None:
    world = World()
    with database.session() as session:
        document_id = submit(session)
    id_ = new_id()
    for found, expected in ((printing(1), [{1}]), (printing(2), [{2}]), (Findings(article=ARTICLE), [])):
        for _ in range(2):
            keep(database, document_id, world.resolution({id_: found}))
        known = StoredPages(database, NOBODY).of_outlet(["courier"])
        assert [set(page.lines) for page in known] == expected


def test_an_outlets_older_pages_are_forgotten(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saving, "KEPT", 2)
    world = World()
    oldest, [its] = stored(database, world, printing(1))
    stored(database, world, printing(5, outlets=("herald",)))
    for line in (2, 3):
        stored(database, world, printing(line))
    keep(database, oldest, world.resolution({its: printing(1, 1)}))
    known = StoredPages(database, NOBODY).of_outlet(["courier"])
    assert [set(page.lines) for page in known] == [{3}, {2}], "the latest first"
    assert count(database) == 3


def test_lines_go_with_their_document(database: Database) -> None:
    stored(database, World(), printing(1))
    with database.session() as session:
        session.execute(delete(document))
    assert count(database) == 0


def test_versions_copies_and_pages_at_one_address_are_one_article(database: Database) -> None:
    world = World()
    ids = [stored(database, world, printing(at))[1][0] for at in range(6)]
    values: list[dict[str, object]] = [
        {"version_of": ids[0], "version_score": 1.0},
        {"copy_of": ids[1], "copy_score": 1.0},
        {"url": "https://courier.example/1"},
        {"url": "https://courier.example/1"},
    ]
    with database.session() as session:
        for id_, changed in zip(ids[1:], values, strict=False):
            session.execute(update(article).where(article.c.id == id_).values(**changed))
    known = {min(page.lines): page.article for page in StoredPages(database, NOBODY).of_outlet(["courier"])}
    assert [known[line] for line in range(6)] == [ids[0], ids[0], ids[0], ids[4], ids[4], ids[5]]
