"""The agency that a reprint names, and whose article it is then said to copy."""

import pytest

from app.model.article import Article, ArticleKind
from app.resolve import resolve
from app.resolve.credits import credited
from tests.resolve.making import ids
from tests.resolve.memory import Memory
from tests.resolve.test_copies import REPORT
from tests.resolve.test_versions import printed


@pytest.mark.parametrize(
    ("byline", "body", "agency"),
    [
        ("By Ana Brandt, Associated Press", "The ferry ran aground.", "Associated Press"),
        (None, "LINDOW, March 3 (Reuters) - The ferry ran aground.", "Reuters"),
        (None, "The ferry ran aground. (dpa)", "Deutsche Presse-Agentur"),
        ("By Ana Brandt", "The ferry ran aground, Reuters reported, citing its captain.", None),
        ("By Paul Apten", "The ferry ran aground (see map).", None),
    ],
)
def test_a_byline_a_dateline_or_a_mark_at_the_end_credits(byline: str | None, body: str, agency: str | None) -> None:
    assert credited(Article(kind=ArticleKind.ARTICLE, title="", body=body, byline=byline)) == agency


def test_a_reprint_is_credited_to_the_agency_s_own_article_however_late_that_came_in() -> None:
    memory, new_id = Memory(), ids()
    local = printed(1, f"{REPORT} The town was told.", outlet="Evening Post")
    own = printed(2, f"LINDOW, March 3 (Reuters) - {REPORT}", outlet="Reuters")
    reprint = printed(3, f"{REPORT} The town was told. (Reuters)", outlet="The Courier")
    _, _, found = [memory.keep(resolve([each], memory, new_id)).items[0] for each in (local, own, reprint)]
    assert found.copy is not None
    assert (found.copy.of, found.copy.credited_to) == (own.id, "Reuters")
    assert found.copy.reasons[-1] == "it credits Reuters, whose article that is"


def test_without_the_agency_s_own_article_the_copy_is_of_the_first() -> None:
    memory, new_id = Memory(), ids()
    first = printed(1, REPORT, outlet="Evening Post")
    reprint = printed(2, f"{REPORT} (Reuters)", outlet="The Courier")
    _, found = [memory.keep(resolve([each], memory, new_id)).items[0] for each in (first, reprint)]
    assert found.copy is not None
    assert (found.copy.of, found.copy.credited_to) == (first.id, "Reuters")
