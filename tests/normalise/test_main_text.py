"""The article's text among all the text of a page. The pages are ours."""

from hypothesis import given, settings
from hypothesis import strategies as st

from app.normalise.main_text import Evidence, main_text
from app.normalise.visible import parsed

ONE = "The locks on the lower Danube were opened again on Thursday, the commission said."
TWO = "Barges had waited for nine days above the dam, some of them with grain on board."
THREE = "Nobody at the commission could say on Friday when the second lock would follow."
MENU = "<ul>" + "".join(f'<li><a href="/{n}">Topic number {n}</a></li>' for n in range(9)) + "</ul>"
TEASER = '<div><a href="/x">Seven rivers that you should have seen before the end of this year.</a></div>'


def text_of(body: str, *descriptions: str, told: str = "") -> tuple[str, ...]:
    tree = parsed(f"<html><body>{body}</body></html>")
    assert tree is not None
    return main_text(tree, Evidence(descriptions, told))


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def test_the_element_with_the_prose_is_found_among_the_page():
    story = f"<div><h1>Locks open</h1>{paragraphs(ONE, TWO)}</div>"
    assert text_of(f"{MENU}<main>{story}{TEASER * 5}</main><footer>{MENU}</footer>") == (ONE, TWO)


def test_subheadings_and_lists_stay_in_their_order():
    listed = "<h2>What is open</h2><ul><li>the first lock</li><li>the old gate</li></ul>"
    assert text_of(f"<article>{paragraphs(ONE)}{listed}{paragraphs(TWO)}</article>") == (
        ONE, "What is open", "the first lock", "the old gate", TWO,
    )  # fmt: skip


def test_headings_with_nothing_under_them_are_left_out():
    assert text_of(f"<article><h2>Danube</h2>{paragraphs(ONE, TWO)}<h2>More</h2></article>") == (ONE, TWO)


def test_captions_forms_and_newsletters_are_left_out():
    amid = (
        f"<figure><figcaption>{THREE}</figcaption></figure><form>{THREE}</form>"
        f'<div class="newsletter-box">{paragraphs(THREE)}</div><p>Share</p>'
    )
    assert text_of(f"<article>{paragraphs(ONE, TWO)}{amid}{paragraphs(ONE, TWO, ONE)}</article>").count(THREE) == 0


def test_text_without_paragraphs_is_read_by_its_breaks():
    assert text_of(f"{MENU}<div>{ONE}<br><br>{TWO}<br><br>{THREE}</div>") == (ONE, TWO, THREE)


def test_short_sentences_lead_to_the_text():
    assert text_of(f"<article><p>The wait is over.</p>{paragraphs(ONE, TWO)}</article>")[0] == "The wait is over."


def test_what_readers_say_is_no_text():
    said = f"<h3>3 comments</h3>{paragraphs(THREE)}"
    assert text_of(f"<article>{paragraphs(ONE, TWO)}{said}</article>") == (ONE, TWO)


def test_a_summary_that_the_description_repeats_comes_first():
    summary = "Nine days of waiting end for forty barges"
    page = f'<header><div class="kicker">Danube</div><div>{summary}</div></header><div>{paragraphs(ONE, TWO)}</div>'
    assert text_of(page, "Danube news", summary) == (summary, ONE, TWO)
    assert text_of(page) == (ONE, TWO)


def test_prose_that_json_ld_does_not_know_is_left_out_where_it_knows_most():
    page = f"<article>{paragraphs(ONE, TWO, THREE, ONE, TWO)}</article>"
    told = f"{ONE} {TWO} " * 2
    assert text_of(page, told=told) == (ONE, TWO, ONE, TWO)
    assert text_of(page, told="Another article altogether. " * 20) == (ONE, TWO, THREE, ONE, TWO)


def test_japanese_is_prose_without_spaces():
    sentence = "氷は例年より早く川に現れたと委員会は木曜日に発表した。"
    assert text_of(f"{MENU}<div>{paragraphs(sentence, sentence)}</div>") == (sentence, sentence)


def test_a_page_without_prose_has_no_text():
    assert text_of(MENU) == ()
    assert text_of("") == ()


TAGS = st.sampled_from(["p", "div", "aside", "h2", "li", "figure", "article", "a", "br", "span", "table"])


@settings(max_examples=80)
@given(st.lists(st.tuples(TAGS, st.sampled_from([ONE, TWO, "Share", "", "Two words"]), st.booleans()), max_size=12))
def test_whatever_the_markup_no_text_is_made_up(elements: list[tuple[str, str, bool]]):
    markup = "".join(f"<{tag} class=story>{text}{'' if open_ else f'</{tag}>'}" for tag, text, open_ in elements)
    found = text_of(markup, ONE, told=TWO)
    assert set("".join(found)) <= set("".join(text for _, text, _ in elements) + " ")


def test_what_is_hidden_is_left_out_unless_the_article_is():
    hidden = f'<div style="display:none">{paragraphs(THREE)}</div><p hidden>{THREE}</p>'
    assert (
        text_of(f"<article>{paragraphs(ONE, TWO, ONE)}{hidden}{paragraphs(TWO, ONE, TWO)}</article>").count(THREE) == 0
    )
    assert text_of(f"<article hidden>{paragraphs(ONE, TWO)}</article>") == (ONE, TWO)


def test_the_paragraphs_of_a_pre_are_paragraphs():
    assert text_of(f"<pre>Locks open\nBy Ana Pop\n\n{ONE}\n\n{TWO}</pre>") == (ONE, TWO)


def test_a_quotation_in_a_figure_is_text_and_a_pull_quote_is_none():
    figure = f"<figure><blockquote><p>{THREE}</p></blockquote><figcaption>Ana Pop, captain</figcaption></figure>"
    assert text_of(f"<article>{paragraphs(ONE)}{figure}{paragraphs(TWO)}</article>") == (ONE, THREE, TWO)
    assert text_of(f"<article>{paragraphs(ONE)}{figure}{paragraphs(TWO, THREE)}</article>") == (ONE, TWO, THREE)


def test_a_post_embedded_in_a_figure_is_no_text():
    figure = f'<figure class="wp-embed"><blockquote><p>{THREE}</p></blockquote></figure>'
    assert text_of(f"<article>{paragraphs(ONE)}{figure}{paragraphs(TWO, ONE)}</article>") == (ONE, TWO, ONE)
