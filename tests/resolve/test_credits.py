"""The agency that a reprint names, and whose article it is then said to copy."""

from dataclasses import replace

from app.model.resolution import Item
from app.resolve import resolve
from tests.resolve.making import ids
from tests.resolve.memory import Memory
from tests.resolve.test_copies import REPORT
from tests.resolve.test_versions import printed


def crediting(item: Item, agency: str) -> Item:
    article = replace(item.findings.article, agencies=(agency,))
    return replace(item, findings=replace(item.findings, article=article))


def test_a_reprint_is_credited_to_the_agency_s_own_article_however_late_that_came_in() -> None:
    memory, new_id = Memory(), ids()
    local = printed(1, f"{REPORT} The town was told.", outlet="Evening Post")
    own = printed(2, f"LINDOW, March 3 (Reuters) - {REPORT}", outlet="Reuters")
    reprint = crediting(printed(3, f"{REPORT} The town was told. (Reuters)", outlet="The Courier"), "Reuters")
    _, _, found = [memory.keep(resolve([each], memory, new_id)).items[0] for each in (local, own, reprint)]
    assert found.copy is not None
    assert (found.copy.of, found.copy.credited_to) == (own.id, "Reuters")
    assert found.copy.reasons[-1] == "it credits Reuters, whose article that is"


def test_without_the_agency_s_own_article_the_copy_is_of_the_first() -> None:
    memory, new_id = Memory(), ids()
    first = printed(1, REPORT, outlet="Evening Post")
    reprint = crediting(printed(2, f"{REPORT} (Reuters)", outlet="The Courier"), "Reuters")
    _, found = [memory.keep(resolve([each], memory, new_id)).items[0] for each in (first, reprint)]
    assert found.copy is not None
    assert (found.copy.of, found.copy.credited_to) == (first.id, "Reuters")
