"""Lines that an outlet prints with its articles. The Port Ellis Courier and its news are invented."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from app.model.document import Part, PartForm, Stated
from app.model.printed import PageLines, RememberedPage
from app.normalise import normalise
from app.normalise.boilerplate import UNKNOWN, Outlet
from tests.normalise.test_normalise import document, text_part

APPEAL = (
    "The newsroom in the old customs house lives on what readers give, and three kroner a month keep every desk of the "
    "Port Ellis Courier staffed through the winter."
)
BACKGROUND = "The ferry strike began in March after Nordlink cut the wages of its deckhands by a tenth."
REPORTS = {
    "Council buys twelve electric buses": [
        "The council of Port Ellis bought twelve electric buses on Monday, its transport committee announced.",
        "They will replace diesel vehicles on the hill lines, where the old engines often break down in frost.",
        "Deputy mayor Ada Quill called the price of nine million kroner fair and the delivery dates ambitious.",
    ],
    "Seal pups counted on the northern skerries": [
        "Rangers counted four hundred seal pups on the northern skerries, the highest number in ten years.",
        "Biologist Tor Havn ascribed the growth to a mild autumn and to nets that fishermen now check daily.",
    ],
    "Library opens its map room again": [
        "The city library opened its map room again on Tuesday after a leaking roof had closed it for two years.",
        "Among the sheets on show is a chart of the harbour that a pilot drew by hand in the year 1744.",
    ],
    "Choir from Velmora wins the spring contest": [
        "A choir from Velmora won the spring contest with a lullaby that nobody in the jury had heard before.",
        "Its conductor, Ina Lott, had found the notes in the papers of a village school teacher.",
    ],
}


@dataclass(frozen=True)
class Remembered:
    """Pages that somebody remembers, whoever asks."""

    pages: Sequence[RememberedPage]

    def of_outlet(self, outlets: Collection[str]) -> Sequence[RememberedPage]:
        assert outlets
        return self.pages


def dump(title: str, *extra: str, paragraphs: Sequence[str] | None = None) -> str:
    told = REPORTS[title] if paragraphs is None else paragraphs
    return "\n\n".join(("Skip to content", title, "by Ina Vell March 3, 2026 9:15 AM", *told, *extra, "Share"))


def lines_of(content: str, outlet: str | None = "Courier") -> PageLines:
    (article,) = normalise(document(outlet), [text_part(content)])
    assert article.page_lines is not None
    return article.page_lines


def remembered(*contents: str, articles: int | None = None) -> Remembered:
    """Those pages, each of an article of its own or all of so few."""
    return Remembered(
        [
            RememberedPage(UUID(int=at % (articles or len(contents))), frozenset(lines_of(content).lines))
            for at, content in enumerate(contents)
        ]
    )


def body(content: str, pages: Remembered) -> str:
    (article,) = normalise(document("Courier"), [text_part(content)], pages)
    return article.body


def others(*extra: str) -> list[str]:
    return [dump(title, *extra) for title in list(REPORTS)[1:]]


def test_an_outlets_own_line_is_left_out_once_three_other_articles_had_it():
    page = dump("Council buys twelve electric buses", APPEAL)
    assert body(page, remembered(*others(APPEAL)[:2])).endswith(APPEAL)
    known = body(page, remembered(*others(APPEAL)))
    assert known == "\n\n".join(REPORTS["Council buys twelve electric buses"])


def test_what_is_remembered_of_a_page_does_not_depend_on_what_is_known():
    page = dump("Council buys twelve electric buses", APPEAL)
    (knowing,) = normalise(document("Courier"), [text_part(page)], remembered(*others(APPEAL)))
    assert knowing.page_lines == lines_of(page)
    assert knowing.page_lines is not None
    assert knowing.page_lines.outlets == ("example.org", "courier")


def test_versions_and_copies_of_one_article_count_once():
    page = dump("Council buys twelve electric buses", APPEAL)
    versions = [f"{page}\n\nThe deal was {what} on Wednesday." for what in ("signed", "sealed", "closed", "kept")]
    assert body(page, remembered(*versions, articles=2)).endswith(APPEAL)


def test_what_versions_of_one_article_have_in_common_stays_even_where_nobody_knows_that_they_are():
    told = [
        f"Tor Havn told rangers on islet {at} where the {what} sleep." for at, what in enumerate(("seals", "terns"))
    ]
    page = dump("Havn speaks", paragraphs=told)
    assert body(page, remembered(*[f"{page}\n\nVersion {at} of it." for at in range(9)])) == body(page, Remembered([]))


def test_background_that_is_told_again_with_each_report_stays():
    told = [f"The crews of Nordlink {what} on Friday, union leader Jon Saar said." for what in ("met", "sang", "left")]
    reports = [dump(f"Crews did it {at}", BACKGROUND, paragraphs=[line]) for at, line in enumerate(told)]
    again = dump("Talks fail", BACKGROUND, paragraphs=["Nordlink walked out of the talks on Sunday, said Jon Saar."])
    assert body(again, remembered(*reports)).endswith(BACKGROUND)


def test_a_line_of_few_pages_among_many_is_not_the_outlets():
    many = [dump(title, f"It was told to listener number {at} alone.") for title in REPORTS for at in range(5)]
    page = dump("Council buys twelve electric buses", APPEAL)
    assert body(page, remembered(*others(APPEAL), *many)).endswith(APPEAL)


def test_a_heading_goes_with_the_line_under_it():
    page = dump("Council buys twelve electric buses", "A word from us", APPEAL)
    assert "A word from us" not in body(page, remembered(*others("A word from us", APPEAL)))
    assert body(page, remembered(*others("A word from us"))).endswith(APPEAL)


def test_a_page_that_would_say_nothing_without_them_keeps_its_lines():
    page = dump("Council buys twelve electric buses", APPEAL, paragraphs=[])
    assert APPEAL in body(page, remembered(*others(APPEAL)))


def test_lines_of_other_items_are_neither_remembered_nor_left_out():
    brief = "The ferry company said that all boats run again and that tickets stay valid until May."
    feed = f"News Feed\n\n5:15 AM\n\nFerries return to Port Ellis.\n\n{brief}"
    pages = [f"{content}\n\n{feed}" for content in others()]
    known = Remembered([RememberedPage(UUID(int=at), frozenset(lines(page))) for at, page in enumerate(pages)])
    found = normalise(
        document("Courier"), [text_part(f"{dump('Council buys twelve electric buses')}\n\n{feed}")], known
    )
    assert [item.body for item in found][1:] == [brief]
    told = dump("Boats run", paragraphs=[brief, "Nobody had expected them before the end of the week, it said."])
    assert body(told, known).startswith(brief)


def lines(content: str) -> tuple[int, ...]:
    article, *_ = normalise(document("Courier"), [text_part(content)])
    assert article.page_lines is not None
    return article.page_lines.lines


def test_paragraphs_of_pages_and_of_feeds_are_sifted_too():
    known = remembered(*others(APPEAL))
    told = REPORTS["Council buys twelve electric buses"]
    marked = "".join(f"<p>{paragraph}</p>" for paragraph in (*told, APPEAL))
    html = Part(form=PartForm.HTML, content=f"<html><body><h1>Buses</h1><main>{marked}</main></body></html>")
    entry = Part(form=PartForm.HTML, content=marked, stated=Stated(title="Buses"))
    for part in (html, entry):
        (article,) = normalise(document("Courier"), [part], known)
        assert article.body == "\n\n".join(told)


def test_of_a_page_that_does_not_say_whose_it_is_nothing_is_remembered():
    assert UNKNOWN.sift([APPEAL]) == ((0,), None)


def test_an_outlet_goes_by_its_host_and_its_names():
    outlet = UNKNOWN.also("https://www.courier.example/1", "The Courier").also("https://courier.example/2", "Courier")
    assert outlet.names == ("courier.example", "courier")


def test_of_a_very_long_page_the_first_and_last_lines_are_remembered():
    page = [f"This is sentence number {at} of them." for at in range(1000)]
    first = Outlet(names=("courier",)).sift(page[:100]).page
    last = Outlet(names=("courier",)).sift(page[-100:]).page
    whole = Outlet(names=("courier",)).sift(page).page
    assert first is not None
    assert last is not None
    assert whole == PageLines(("courier",), first.lines + last.lines)
