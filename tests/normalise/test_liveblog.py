import json
from datetime import UTC, datetime, time, timedelta, timezone

import pytest

from app.model.article import ArticleKind
from app.normalise.draft import Draft
from app.normalise.page import split_page
from tests.normalise.live_pages import CLOCKED, SHAPES, UPDATES, Told, blocks, page

BARE = CLOCKED["bare clocks in a ticker"]
ZONED = BARE.replace("{clock}", "2h ago</span><span>({clock} GMT)")
SIGNED = (
    '<div class="post"><time datetime="{stamp}">{clock}</time><h3>{title}</h3><p>{body}</p>'
    "<div><span>Ida Velling</span></div></div>"
)
LONG = (
    '<meta property="article:published_time" content="2031-05-01T09:00:00+02:00">'
    '<meta property="article:modified_time" content="2031-05-04T15:40:00+02:00">'
)
STORY = "".join(
    f"<p>The council of Varnholt met for the {ordinal} time this week, and members spoke at length about the dam, "
    "the cost of its repair and who should bear it in the years to come.</p>"
    for ordinal in ("first", "second", "third", "fourth", "fifth")
)


def updates(content: str) -> list[Draft]:
    return [item for item in split_page(content) if item.kind is ArticleKind.LIVE_UPDATE]


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_a_live_blog_is_split_into_its_updates(shape: str) -> None:
    found = updates(page(blocks(shape)))
    assert [update.title for update in found] == [told.title for told in UPDATES]
    assert [update.body for update in found] == [told.body for told in UPDATES]
    assert [update.published and update.published.instant for update in found] == [
        datetime.fromisoformat(told.stamp) if told.stamp in shape.format(**told._asdict()) else
        datetime.fromtimestamp(told.epoch, UTC)
        for told in UPDATES
    ]  # fmt: skip


@pytest.mark.parametrize("shape", [*SHAPES.values(), *CLOCKED.values()], ids=[*SHAPES, *CLOCKED])
def test_the_article_is_the_page_whole(shape: str) -> None:
    whole, *_ = split_page(page(blocks(shape)))
    assert whole.kind is ArticleKind.ARTICLE
    assert whole.title == "Flood in Varnholt: live"
    assert all(told.body in whole.body for told in UPDATES)


@pytest.mark.parametrize("shape", ["guardian-like blocks with ids", "microdata", "cousins in pages of one"])
def test_the_article_holds_the_heading_of_its_first_update_too(shape: str) -> None:
    whole, *_ = split_page(page(blocks(SHAPES[shape]), standfirst=""))
    assert whole.body.split("\n\n") == [line for told in UPDATES for line in (told.title, told.body)]


def test_clock_times_take_the_day_and_zone_of_a_page_that_began_and_changed_on_one_day() -> None:
    head = (
        '<meta property="article:published_time" content="2031-05-04T11:00:00+02:00">'
        '<meta property="article:modified_time" content="2031-05-04T15:40:00+02:00">'
    )
    first = updates(page(blocks(BARE), head))[0].published
    assert first is not None
    assert first.instant == datetime(2031, 5, 4, 15, 32, tzinfo=timezone(timedelta(hours=2)))


def test_a_zone_beside_the_clock_is_its_zone() -> None:
    head = '<meta property="article:published_time" content="2031-05-04T09:00:00+02:00">'
    found = updates(page(blocks(ZONED), head))
    assert found[0].body == UPDATES[0].body
    assert found[0].published is not None
    assert found[0].published.instant == datetime(2031, 5, 4, 15, 32, tzinfo=UTC)


def test_updates_past_midnight_are_the_next_days() -> None:
    head = LONG.replace("05-01", "05-03")
    content = "".join(
        BARE.format(**told._replace(clock=clock)._asdict())
        for told, clock in zip(UPDATES, ("00:40", "00:05", "23:50", "21:10"), strict=True)
    )
    days = [update.published.instant.day for update in updates(page(content, head)) if update.published.instant]
    assert days == [4, 4, 3, 3]


@pytest.mark.parametrize("shape", CLOCKED.values(), ids=CLOCKED)
def test_a_live_blog_that_shows_clock_times(shape: str) -> None:
    head = '<meta property="article:published_time" content="2031-05-04T09:00:00Z">'
    found = updates(page(blocks(shape), head))
    assert [(update.title, update.body) for update in found] == [(told.title, told.body) for told in UPDATES]
    assert [f"{update.published.local:%H:%M}" for update in found] == [told.clock for told in UPDATES]


def test_a_page_in_utc_does_not_say_in_which_zone_its_clocks_run() -> None:
    head = '<meta property="article:published_time" content="2031-05-04T09:00:00Z">'
    first = updates(page(blocks(BARE), head))[0].published
    assert first is not None
    assert first.local == datetime.fromisoformat("2031-05-04T15:32")


@pytest.mark.parametrize("head", ["", LONG], ids=["no date", "days long"])
def test_a_clock_without_a_certain_day_stays_a_clock(head: str) -> None:
    first = updates(page(blocks(BARE), head))[0].published
    assert first is not None
    assert first.clock == time(15, 32)


def test_a_name_under_an_update_signs_it() -> None:
    found = updates(page(blocks(SIGNED)))
    assert {update.authors for update in found} == {("Ida Velling",)}
    assert [update.body for update in found] == [told.body for told in UPDATES]


def test_updates_in_a_script_without_spaces() -> None:
    shape = '<div class="post"><time datetime="{stamp}"></time><h3>{title}</h3><p>{body}</p></div>'
    texts = [
        ("大坝经受住考验", "工程师表示瓦恩霍尔特的旧大坝整夜经受住了考验，水位下降了一米。"),
        ("学校继续停课", "区议会在一份简短的通知中宣布，十一所学校星期一将继续停课。"),
        ("首批村民返回", "警方发言人说，大约四十人获准返回下埃斯克喂养他们的牲畜。"),
    ]
    content = "".join(
        shape.format(stamp=told.stamp, title=title, body=body)
        for told, (title, body) in zip(UPDATES, texts, strict=False)
    )
    assert [(update.title, update.body) for update in updates(page(content))] == texts


COMMENT = '<li class="entry"><b>reader{epoch}</b><time datetime="{stamp}">{clock}</time><p>{body}</p></li>'
CARD = (
    '<div class="card"><time datetime="{stamp}">{clock}</time><h3><a href="/world/{epoch}">{title}</a></h3>'
    "<p>{body}</p></div>"
)
READ = '<li><time datetime="{stamp}">{clock}</time> <a href="/n/{epoch}">{title}</a></li>'
EVENT = '<div class="event"><span class="at">{clock}</span><p>{body}</p></div>'
WHOLE = '<article class="full"><h1>{title}</h1><time datetime="{stamp}">{clock}</time><p>{body}</p></article>'
NOTE = '<div class="x"><time datetime="2031-05-04T10:00Z"></time><p>This corrects an earlier text of ours.</p></div>'
NEGATIVES = {
    "comments under an article": f'{STORY}<section class="comments">{blocks(COMMENT)}</section>',
    "a long discussion under a short text": f'<p>The dam held.</p><ol id="comments">{blocks(COMMENT)}</ol>',
    "cards of related stories": STORY + blocks(CARD),
    "nothing but cards": blocks(CARD),
    "most read": f"{STORY}<ol>{blocks(READ)}</ol>",
    "a timeline within an article": STORY + STORY + blocks(EVENT),
    "a chronicle in one flat text": blocks("<h4>{clock}</h4><p>{body}</p>"),
    "whole articles, one after another": blocks(WHOLE),
    "two of a kind": STORY + NOTE * 2,
    "links that carry times": STORY.replace(
        "Varnholt", '<a href="/x" data-article-publish-date="1935660000">Varnholt</a>'
    ),
}


@pytest.mark.parametrize("content", NEGATIVES.values(), ids=NEGATIVES)
def test_what_looks_like_a_live_blog_and_is_none(content: str) -> None:
    assert updates(page(content)) == []


@pytest.mark.parametrize("line", [
    '<p><a href="/n/1">Bridge at Esk closed after storm damage</a></p>',
    '<p>Lesen Sie hier: <a href="/n/1">Bridge at Esk closed after storm damage</a></p>',
    '<p><strong>Also read:</strong> <a href="/n/1">Bridge at Esk closed after storm damage</a></p>',
    '<h4>Also read</h4><ul><li><a href="/n/1">Bridge at Esk closed after storm damage</a></li></ul>',
])  # fmt: skip
def test_a_pointer_to_another_story_is_no_part_of_the_article(line: str) -> None:
    (article,) = split_page(page(STORY + line + STORY.replace("council", "mayor")))
    assert "Bridge" not in article.body
    assert "The mayor of Varnholt" in article.body


def test_a_link_in_a_sentence_is_part_of_it() -> None:
    line = '<p>What the court said of it is told in <a href="/n/1">a report on the bridge at Esk</a>.</p>'
    (article,) = split_page(page(STORY + line + STORY.replace("council", "mayor")))
    assert "told in a report on the bridge at Esk." in article.body


def stated(*told: Told) -> str:
    posts = [{"@type": "BlogPosting", "headline": one.title, "articleBody": one.body} for one in told]
    node = {"@type": "LiveBlogPosting", "headline": "Flood in Varnholt: live", "liveBlogUpdate": posts}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def test_of_the_stated_updates_those_that_the_page_shows_are_its_items() -> None:
    shown = "".join(f"<p>{told.body}</p>" for told in UPDATES[:2])
    assert [update.title for update in updates(page(shown, stated(*UPDATES)))] == [told.title for told in UPDATES[:2]]


def test_where_a_script_draws_the_updates_all_stated_ones_are_items() -> None:
    assert len(updates(page("", stated(*UPDATES)))) == len(UPDATES)


def test_cards_and_nothing_else_are_the_entries_of_a_topic_page() -> None:
    entries = split_page(page(blocks(CARD), standfirst="All on Varnholt"))
    assert [entry.kind for entry in entries] == [ArticleKind.TOPIC_ENTRY] * len(UPDATES)
    assert [(entry.title, entry.body) for entry in entries] == [(told.title, told.body) for told in UPDATES]


def test_an_article_among_cards_stays_one_article() -> None:
    (article,) = split_page(page(STORY + blocks(CARD)))
    assert article.kind is ArticleKind.ARTICLE


def test_an_article_among_dated_widgets_is_no_update():
    dated = "<h3>{title}</h3><p>{body}</p><time datetime='{stamp}'>{clock}</time>"
    first, *others = (dated.format(**update._asdict()) for update in UPDATES)
    story = f"<h1>Dam holds over Varnholt</h1>{first}{'<p>The water fell by a metre, the engineers said.</p>' * 9}"
    boxes = "".join(f'<div class="widget">{box}</div>' for box in (story, *others))
    assert [item.kind for item in split_page(f"<html><body>{boxes}</body></html>")] == [ArticleKind.ARTICLE]
