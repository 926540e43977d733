"""What an outlet made of its own article is a version of it; what another printed is a copy."""

from dataclasses import replace
from functools import partial
from uuid import UUID

from app.model.article import ArticleKind
from app.model.resolution import Item, Resolved
from app.model.span import Span
from app.resolve import resolve
from tests.resolve.making import ids, item
from tests.resolve.memory import Memory
from tests.resolve.test_copies import OTHER, REPORT

CORRECTED = REPORT.replace("nobody on board had been hurt", "two passengers had been hurt")
ADDRESS = "https://courier.example/ferry"


def printed(
    number: int, body: str, *, title: str = "Ferry runs aground", url: str | None = None, outlet: str | None = None
) -> Item:
    made = item(number, title=title, body=body)
    article = replace(made.findings.article, url=url, outlet=outlet)
    return replace(made, findings=replace(made.findings, article=article))


def of_kind(kind: ArticleKind, number: int, body: str, *, title: str = "") -> Item:
    """What stands among others on a page."""
    made = printed(number, body, title=title, url=ADDRESS)
    return replace(made, findings=replace(made.findings, article=replace(made.findings.article, kind=kind)))


def arrived(*items: Item) -> list[Resolved]:
    """Each in a document of its own, one after the other."""
    memory, new_id = Memory(), ids()
    return [memory.keep(resolve([each], memory, new_id)).items[0] for each in items]


def test_the_same_address_with_another_text_is_a_later_version_and_no_copy() -> None:
    first, second = arrived(printed(1, REPORT, url=ADDRESS), printed(2, CORRECTED, url=ADDRESS))
    assert first.version is None
    assert second.version is not None
    assert second.version.of == first.item.id
    assert second.version.reasons[0] == "the same address"
    assert second.copy is None


def test_every_version_is_told_by_the_first_and_so_is_what_was_changed_back() -> None:
    bodies = (REPORT, CORRECTED, CORRECTED + " The ferry was afloat again on Wednesday.", REPORT)
    first, *later = arrived(*(printed(at, body, url=ADDRESS) for at, body in enumerate(bodies)))
    assert [each.version and each.version.of for each in later] == [first.item.id] * 3
    assert later[2].version is not None
    assert later[2].version.reasons == ("the same address", "the very same words")


def test_what_comes_again_as_it_was_is_a_copy_and_no_version() -> None:
    first, again, corrected, corrected_again = arrived(
        *(printed(at, body, url=ADDRESS) for at, body in enumerate((REPORT, REPORT, CORRECTED, CORRECTED)))
    )
    assert (again.version, corrected_again.version) == (None, None)
    assert again.copy is not None
    assert (again.copy.of, again.copy.reasons) == (first.item.id, ("the same address", "the very same words"))
    assert corrected.version is not None
    assert corrected.version.of == first.item.id
    assert corrected_again.copy is not None
    assert corrected_again.copy.of == corrected.item.id


def test_a_few_words_that_come_again_at_their_address_are_a_copy_too() -> None:
    first, again = arrived(*(printed(at, "It is afloat.", url=ADDRESS) for at in (1, 2)))
    assert again.version is None
    assert again.copy is not None
    assert again.copy.of == first.item.id


def test_a_version_of_what_was_repeated_is_told_by_the_first() -> None:
    bodies = (REPORT, REPORT, CORRECTED)
    first, _, corrected = arrived(*(printed(at, body, url=ADDRESS) for at, body in enumerate(bodies)))
    assert corrected.version is not None
    assert corrected.version.of == first.item.id


def test_a_live_page_with_another_update_is_a_later_version_though_nothing_else_changed() -> None:
    def live(number: int, update: str) -> Item:
        made = printed(number, f"{REPORT}\n\n{update}", url=ADDRESS)
        start = made.findings.article.text.index(update)
        article = replace(made.findings.article, elsewhere=(Span(start, start + len(update)),))
        return replace(made, findings=replace(made.findings, article=article))

    _, later, again = arrived(
        live(1, "A tug left."), live(2, "A tug came from Sellen."), live(3, "A tug came from Sellen.")
    )
    assert later.version is not None
    assert again.version is None
    assert again.copy is not None
    assert again.copy.of == later.item.id


def office(number: int, *, where: str, url: str) -> Item:
    """One of a series in a feed."""
    body = (
        f"The harbour office in {where} closes at the end of the month, the port authority said on Tuesday. Staff have "
        f"been offered work in Aldmouth. “We have looked for another way and found none,” said Mara Ellison of the "
        f"authority, who promised that pilots would be sent to {where} by boat."
    )
    return printed(number, body, title=f"Harbour office {number} closes", url=url, outlet="The Courier")


def test_one_of_a_series_is_no_version_and_no_copy_of_another_at_its_own_address() -> None:
    memory, new_id = Memory(), ids()
    places = {1: "Sellen", 2: "Orme", 3: "Tarnby", 4: "Lindow"}
    made = {at: office(at, where=where, url=f"{ADDRESS}/{at}") for at, where in places.items()}
    memory.keep(resolve([made[1], made[2]], memory, new_id))
    for polled in ([made[2], made[3]], [made[4]]):
        later = [replace(each, id=UUID(int=each.id.int + 1_000)) for each in polled]
        found = memory.keep(resolve(later, memory, new_id)).items
        assert [each.version for each in found] == [None] * len(polled)
        assert {each.copy.of for each in found if each.copy} <= {made[2].id}


def test_articles_that_one_document_holds_side_by_side_are_no_versions_of_each_other() -> None:
    memory, new_id = Memory(), ids()
    first, second = (
        printed(at, body, url=f"{ADDRESS}/{at}", outlet="Courier") for at, body in ((1, REPORT), (2, CORRECTED))
    )
    memory.keep(resolve([first], memory, new_id))
    beside = replace(first, id=UUID(int=1_000_003))
    moved, again = resolve([second, beside], memory, new_id).items
    assert moved.version is None
    assert again.copy is not None
    memory.keep(resolve([second, beside], memory, new_id))
    edited = printed(4, REPORT + " It is afloat again.", url=f"{ADDRESS}/2", outlet="Courier")
    (later,) = resolve([edited], memory, new_id).items
    assert later.version is not None
    assert later.version.of == second.id


def test_one_outlet_under_two_addresses_is_told_by_text_and_title() -> None:
    first, second, third = arrived(
        printed(1, REPORT, outlet="The Courier", url="https://courier.example/1"),
        printed(2, CORRECTED, outlet="Courier", url="https://courier.example/1-corrected"),
        printed(3, CORRECTED, outlet="Evening Post", url="https://post.example/1"),
    )
    assert second.version is not None
    assert second.version.of == first.item.id
    assert third.version is None
    assert third.copy is not None


def test_a_page_that_shows_something_else_today_is_no_version() -> None:
    first, second = arrived(printed(1, REPORT, url=ADDRESS), printed(2, OTHER, title="Early pears", url=ADDRESS))
    assert (first.version, second.version, second.copy) == (None, None, None)


def test_the_same_title_at_the_same_address_is_a_version_however_much_was_rewritten() -> None:
    _, second = arrived(printed(1, REPORT, url=ADDRESS), printed(2, OTHER, url=ADDRESS))
    assert second.version is not None


def test_what_one_page_holds_twice_is_a_copy() -> None:
    _, second = resolve([printed(1, REPORT, url=ADDRESS), printed(2, REPORT, url=ADDRESS)], Memory(), ids()).items
    assert second.version is None
    assert second.copy is not None


def test_briefs_of_one_page_are_told_by_their_words_alone() -> None:
    _, other, same, corrected = arrived(
        *(of_kind(ArticleKind.BRIEF, at, body) for at, body in enumerate((REPORT, OTHER, REPORT, CORRECTED)))
    )
    assert other.version is None
    assert same.version is None
    assert same.copy is not None
    assert corrected.version is not None
    assert corrected.version.reasons[0] == "the same page"


def test_an_update_of_a_live_page_is_no_version_of_another_that_tells_the_same_event() -> None:
    follow = REPORT.partition(" and that")[0] + ". A tug came from Sellen, and the harbour master has closed the pier."
    update = partial(of_kind, ArticleKind.LIVE_UPDATE)
    memory, new_id = Memory(), ids()
    (first,) = memory.keep(resolve([update(1, REPORT, title="Alpha")], memory, new_id)).items
    again, other = resolve([update(2, REPORT, title="Alpha"), update(3, follow, title="Delta")], memory, new_id).items
    assert again.copy is not None
    assert again.copy.of == first.item.id
    assert (again.version, other.version) == (None, None)


def test_what_one_page_holds_besides_the_unchanged_is_no_later_version_of_it() -> None:
    update = partial(of_kind, ArticleKind.LIVE_UPDATE, title="The ferry")
    memory, new_id = Memory(), ids()
    memory.keep(resolve([update(1, REPORT)], memory, new_id))
    near, same = resolve([update(2, CORRECTED), update(3, REPORT)], memory, new_id).items
    assert (near.version, same.version) == (None, None)
    assert near.copy is not None
    assert same.copy is not None


def test_of_what_one_page_holds_the_most_alike_alone_is_the_later_version() -> None:
    update = partial(of_kind, ArticleKind.LIVE_UPDATE, title="The ferry")
    memory, new_id = Memory(), ids()
    memory.keep(resolve([update(1, REPORT)], memory, new_id))
    less, most = resolve([update(2, CORRECTED + " It is afloat."), update(3, CORRECTED)], memory, new_id).items
    assert less.version is None
    assert less.copy is not None
    assert most.version is not None


def test_an_address_that_several_articles_of_a_document_have_tells_nothing() -> None:
    def forecast(number: int, day: str, body: str) -> Item:
        return printed(number, body, title=f"Weather forecast for {day}", url=ADDRESS)

    memory, new_id = Memory(), ids()
    days = [
        [forecast(1, "Monday", "Rain from the west."), forecast(2, "Tuesday", "Sun until noon.")],
        [forecast(3, "Wednesday", "Snow in the hills."), forecast(4, "Thursday", "A dry and cold morning.")],
        [forecast(5, "Friday", "Fog along the river Orme.")],
    ]
    for each in days:
        found = memory.keep(resolve(each, memory, new_id)).items
        assert {one.version for one in found} == {None}


def test_processing_the_first_again_makes_it_no_version_of_the_second() -> None:
    memory, new_id = Memory(), ids()
    first, second = printed(1, REPORT, url=ADDRESS), printed(2, CORRECTED, url=ADDRESS)
    for each in (first, second):
        memory.keep(resolve([each], memory, new_id))
    assert resolve([first], memory, new_id).items[0].version is None
