"""Where the article of a dump stands among what else the page says. The pages are ours."""

from app.normalise.lines import lines_of
from app.normalise.region import article_region, news_lines

BODY = """The harbour of Perin will stay closed until the ice has gone, the council of the town decided on Tuesday.

Captains had asked the council to keep one lock of the harbour open through the winter, as in former years.

The ice is thicker than at any time since the harbour was built, said Petra Holm, who measures it every morning."""
SERVICES = "\n\n".join(
    f"Service {n} of the house\n\nService {n} tells readers all that they want to know about health, money and gardens."
    for n in range(20)
)
MENU = "\n\n".join(f"Part {n} of the paper" for n in range(8))


def region_of(page: str) -> str:
    lines = lines_of(page)
    found = article_region(lines)
    return "\n\n".join(line.text for line in lines[slice(*found)]) if found else ""


def test_the_services_at_the_foot_of_a_page_are_not_its_article():
    assert region_of(f"Menu\n\nPerin stays closed\n\n3 May 2024\n\n{BODY}\n\n{MENU}\n\n{SERVICES}") == BODY


def test_markers_between_paragraphs_do_not_end_the_article():
    marked = BODY.replace("\n\n", "\n\nThe text goes on\n\n")
    offers = "\n\n".join(["Subscribe to read the latest news of your town and across the land of Perin."] * 3)
    page = f"Menu\n\nPerin stays closed\n\nThe text goes on\n\n{marked}\n\nThe text goes on\n\nOffers\n\n{offers}"
    found = region_of(page)
    assert found.startswith("The harbour of Perin")
    assert "Petra Holm" in found


def test_paragraphs_each_under_a_subheading_are_one_article():
    page = "\n\n".join(f"What {n} means\n\nThe {n} paragraph says what there is to say of it." for n in ("one", "two"))
    assert region_of(f"By Ana Pop\n\n{BODY}\n\n{page}").endswith("The two paragraph says what there is to say of it.")


def test_a_paragraph_that_somebody_signs_is_no_blurb():
    page = f"A title of it\n\nBy Ana Pop\n\n{BODY.splitlines()[0]}\n\nOffers\n\nBuy now and read more of it, every day."
    assert region_of(page).startswith("The harbour of Perin")


def test_of_lists_those_that_a_colon_announces_are_the_articles() -> None:
    listed = "They name:\n- the first lock\n- the old gate"
    page = f"{BODY}\n\n{BODY.splitlines()[0][:-1]}, {listed}\n\n{BODY}\n\n- Our shop\n- Our app"
    told = [line.text for line in news_lines(lines_of(page)) if line.bullet]
    assert told == ["- the first lock", "- the old gate"]
