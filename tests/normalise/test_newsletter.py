"""Newsletters, and what only looks like them. The pages are ours; Orvania, Velmora and Port Ellis are invented."""

import pytest

from app.model.article import ArticleKind
from app.normalise.page import split_page

ARTICLE, BRIEF = ArticleKind.ARTICLE, ArticleKind.BRIEF
STORIES = {
    "Locks on the Danube open again": (
        "The locks below Galati were opened again on Tuesday, the river commission of Orvania announced late.",
        "Barges with maize had waited for eleven days, and captain Mihai Oros called it the wait of his life.",
    ),
    "Velmora elects a puppeteer": (
        "Voters in Velmora made the puppeteer Ina Lott their mayor on Tuesday, with a lead of four hundred votes.",
    ),
    "A comet that nobody had ordered": (
        "Astronomers at the Tarn observatory found a comet with two tails, it announced in a message on Tuesday.",
        "It can be seen with field glasses, said Oda Brim, who found it when she looked for her cat on the roof.",
    ),
    "Ferry crews go back to work": (
        "Crews of the company Nordlink voted to end their strike on Tuesday and will sail from Port Ellis at noon.",
    ),
}
HELLO = "Good morning. Here is what happened while you slept, and what the day will bring to the coast and the hills."


def page(title: str, body: str, head: str = "", url: str = "https://courier.example/2026/3/3/a-page") -> str:
    stated = f'<meta property="og:title" content="{title}"><link rel="canonical" href="{url}">'
    dated = '<meta property="article:published_time" content="2026-03-03T06:00:00+01:00">'
    return (
        f"<html lang='en'><head><title>{title}</title>{stated}{dated}{head}</head>"
        "<body><header><h2>Port Ellis</h2></header>"
        f"<main><h1>{title}</h1>{body}</main><footer><h3>About us</h3><p>Imprint</p></footer></body></html>"
    )


def told(paragraphs: tuple[str, ...]) -> str:
    return "".join(f"<p>{one}</p>" for one in paragraphs)


def sections(heading: str = "<h2>{}</h2>", under: str = "", stories: dict[str, tuple[str, ...]] = STORIES) -> str:
    return "".join(
        f"{heading.format(title)}{told(body)}{under.format(at)}" for at, (title, body) in enumerate(stories.items())
    )


def kinds(content: str) -> list[ArticleKind]:
    return [item.kind for item in split_page(content)]


@pytest.mark.parametrize(
    "heading",
    [
        "<h2>{}</h2>",
        "<p><strong>{}</strong></p>",
        "<h3><a href='/s/{0}'>{0}</a></h3>",
        "<a href='/s/{0}'><h4>{0}</h4></a>",
    ],
)
def test_a_briefing_gives_its_lead_and_its_items(heading: str):
    lead, *items = split_page(
        page("Morning briefing: locks, a puppeteer and a comet", told((HELLO,)) + sections(heading))
    )
    assert (lead.kind, lead.title) == (ARTICLE, "Morning briefing: locks, a puppeteer and a comet")
    assert lead.body == HELLO
    assert [(item.kind, item.title, item.body) for item in items] == [
        (BRIEF, title, "\n\n".join(body)) for title, body in STORIES.items()
    ]
    assert {item.published for item in items} == {lead.published}
    assert {(item.outlet, item.url) for item in items} == {(lead.outlet, lead.url)}


@pytest.mark.parametrize(
    ("title", "head", "url"),
    [
        ("Guten Morgen, Port Ellis: Morgenbriefing vom Dienstag", "", ""),
        ("Tuesday", '<meta property="article:section" content="Newsletters">', ""),
        ("Tuesday", "", "https://courier.example/newsletters/2026-03-03-tuesday"),
        ("L’essentiel de l’actualité de ce mardi", "", ""),
        ("Дайджест вторника", "", ""),
        ("火曜日のニュースレター", "", ""),
    ],
)
def test_what_says_that_it_is_one(title: str, head: str, url: str):
    where = url or "https://courier.example/2026/3/3/a-page"
    assert [item.title for item in split_page(page(title, sections(), head, where))] == [title, *STORIES]
    assert kinds(page("Tuesday", sections())) == [ARTICLE], "nobody calls it so"


def test_a_subtitle_is_no_item():
    body = f"<h2>Your guide to the day on the coast</h2>{told((HELLO,))}{sections('<h3>{}</h3>')}"
    lead, *items = split_page(page("Morning briefing", body))
    assert (lead.body, [item.title for item in items]) == (HELLO, list(STORIES))


def test_one_without_metadata_whose_items_are_cards_is_still_one():
    cards = sections("<h2><a href='/s/{0}'>{0}</a></h2>", "<p><a href='/s/{}'>Read more</a></p>").replace(
        "<h2>", "</div><div><h2>"
    )
    lead, *items = split_page(f"<html><body><h1>Morning briefing</h1>{told((HELLO,))}<div>{cards}</div></body></html>")
    assert (lead.kind, lead.body, [item.title for item in items]) == (ARTICLE, HELLO, list(STORIES))


def test_bold_lines_between_line_breaks_head_too():
    body = "".join(f"<b>{title}</b><br>{'<br>'.join(text)}<br><br>" for title, text in STORIES.items())
    _, *items = split_page(page("Morning briefing", f"<div>{body}</div>"))
    assert [item.title for item in items] == list(STORIES)


def test_rubrics_only_group_and_repeated_crossheads_stay_in_their_items():
    stories = list(STORIES.items())
    why = "<h4>Why it matters</h4><p>It has not happened in this part of the world for a very long time.</p>"
    body = "".join(
        f"<h2>{rubric}</h2>" + "".join(f"<h3>{title}</h3>{told(text)}{why}" for title, text in part)
        for rubric, part in (("At home", stories[:2]), ("Elsewhere", stories[2:]))
    )
    _, *items = split_page(page("Morning briefing", body))
    assert [item.title for item in items] == list(STORIES)
    assert all("Why it matters\n\nIt has not happened" in item.body for item in items)


def test_items_on_one_matter_are_apart_where_each_leads_to_its_own_story():
    war = {
        f"Harbour {what}": (f"The harbour of Port Ellis was {what} on Tuesday, Marta Quill said in Velmora at noon.",)
        for what in ("closed", "swept", "opened", "blessed")
    }
    assert kinds(page("Morning briefing", sections(stories=war))) == [ARTICLE]
    more = "<p><a href='/story/{}'>Read the full story</a></p>"
    lead, *items = split_page(page("Morning briefing", sections(under=more, stories=war)))
    assert [item.title for item in items] == list(war)
    assert not any("full story" in item.body for item in (lead, *items))


def test_boxes_that_lead_elsewhere_are_neither_items_nor_text():
    box = (
        "<p>Also read: <a href='/story/7'>Why the puppets of Velmora never sleep at night</a></p>"
        "<div class='related'><h2>More on this story</h2>"
        "<ul><li><a href='/8'>Ten puppets that made history</a></li></ul></div>"
    )
    lead, *items = split_page(page("Morning briefing", told((HELLO,)) + sections(under=box) + box))
    assert [item.title for item in items] == list(STORIES)
    assert "puppets" not in "".join(item.body for item in (lead, *items))


STRIKE = {
    "How it began": (
        "Nordlink cut the wages of its deckhands in March, and Jon Saar called the crews of Port Ellis out.",
    ),
    "What the company says": (
        "Nordlink says that it has lost nine million kroner, and that Jon Saar had known of it.",
    ),
    "What comes next": (
        "Jon Saar and Nordlink meet again in Velmora on Friday, with the mayor Ina Lott in the chair.",
    ),
}


@pytest.mark.parametrize(
    "title",
    ["Ferry strike: what you need to know", "The ferry strike at a glance", "Strike: the company's morning briefing"],
)
def test_a_report_with_subheadings_stays_whole(title: str):
    (item,) = split_page(page(title, told((HELLO,)) + sections(stories=STRIKE)))
    assert "How it began\n\nNordlink cut" in item.body


def test_an_essay_that_was_sent_as_a_newsletter_stays_whole():
    essay = {
        heading: (f"A heat pump {what}, and so it is with everything that we have been promised for our cellars.",)
        for heading, what in (("Noise", "hums all night"), ("Money", "costs a car"), ("Hope", "never smells of oil"))
    }
    url = "https://courier.example/newsletters/the-trouble-with-heat-pumps"
    assert kinds(page("The trouble with heat pumps", sections(stories=essay), url=url)) == [ARTICLE]


def test_a_list_of_things_to_buy_stays_whole():
    assert kinds(page("The 11 best sleeping bags, tested", sections("<h2><a href='/shop/{0}'>{0}</a></h2>"))) == [
        ARTICLE
    ]


def test_a_page_of_two_items_stays_whole():
    two = dict(list(STORIES.items())[:2])
    assert kinds(page("Morning briefing", sections(stories=two))) == [ARTICLE]


def test_an_issue_sent_as_mail_in_tables_without_a_main_heading_keeps_its_first_item():
    rows = "".join(f"<tr><td><h2>{title}</h2>{told(body)}</td></tr>" for title, body in STORIES.items())
    mail = f"<html><head><title>Morning briefing</title></head><body><table>{rows}</table></body></html>"
    lead, *items = split_page(mail)
    assert (lead.kind, lead.body) == (ARTICLE, "")
    assert [(item.kind, item.title) for item in items] == [(BRIEF, title) for title in STORIES]


def test_what_an_issue_sent_as_mail_says_under_its_name_is_no_item():
    rows = "".join(f"<tr><td><b>{title}</b></td></tr><tr><td>{told(body)}</td></tr>" for title, body in STORIES.items())
    named = f"<tr><td><b>Morning briefing</b></td></tr><tr><td>{told((HELLO,))}</td></tr>"
    mail = f"<html><head><title>Morning briefing</title></head><body><table>{named}{rows}</table></body></html>"
    lead, *items = split_page(mail)
    assert (lead.kind, lead.body) == (ARTICLE, HELLO)
    assert [item.title for item in items] == list(STORIES)
