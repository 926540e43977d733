from app.attribute.decoding import Tagged
from app.attribute.layout import Layout
from app.attribute.quotations import quotations
from app.attribute.turns import turns
from app.model.article import Article, ArticleKind
from app.model.paragraphs import paragraphs
from tests.attribute.tagging import tagged


def kept(text: str, *found: Tagged) -> list[tuple[str, str]]:
    """The source and the content of what is kept."""
    lines = paragraphs(Article(kind=ArticleKind.ARTICLE, title="", body=text))
    result = turns(found, Layout(text, lines, quotations(text, lines)))
    return [(" ".join(s.of(text) for s in one.source), " … ".join(s.of(text) for s in one.content)) for one in result]


def test_a_turn_takes_the_source_of_the_quote_before_it() -> None:
    text = "Marsh said it leaked.\n\n“It has leaked for years.”"
    first = tagged(text, content=["it leaked"], source="Marsh", cue="said")
    turn = tagged(text, content=["“It has leaked for years.”"])
    assert kept(text, first, turn) == [("Marsh", "it leaked"), ("Marsh", "“It has leaked for years.”")]


def test_a_turn_that_follows_nobody_is_left_out() -> None:
    text = "It rained.\n\n“It has leaked for years.”"
    assert kept(text, tagged(text, content=["“It has leaked for years.”"])) == []


def test_a_doubtful_turn_is_kept_only_where_its_quotation_fills_a_paragraph() -> None:
    whole, part = "“It has leaked for years.”", "The “old one” was sold."
    for paragraph, words, expected in ((whole, whole, 2), (part, "“old one”", 1)):
        text = f"Marsh said it leaked.\n\n{paragraph}"
        first = tagged(text, content=["it leaked"], source="Marsh", cue="said")
        doubtful = tagged(text, content=[words])._replace(confidence=0.2)
        assert len(kept(text, first, doubtful)) == expected


def test_a_closed_quotation_of_the_next_paragraph_is_a_turn_of_its_own() -> None:
    text = "“It leaks,” Marsh said.\n\n“Nobody came.”"
    found = tagged(text, content=["“It leaks,”", "“Nobody came.”"], source="Marsh", cue="said")
    assert kept(text, found) == [("Marsh", "“It leaks,”"), ("Marsh", "“Nobody came.”")]


def test_a_colon_leads_over_to_the_next_paragraph() -> None:
    text = "Marsh said, of the dam, this:\n\n“Nobody came.”"
    found = tagged(text, content=["of the dam", "“Nobody came.”"], source="Marsh", cue="said")
    assert kept(text, found) == [("Marsh", "of the dam … “Nobody came.”")]


def test_a_quotation_with_a_cue_of_its_own_is_no_turn() -> None:
    text = "Marsh said it leaked.\n\n“Nobody came,” Holm said."
    first = tagged(text, content=["it leaked"], source="Marsh", cue="said")
    second = tagged(text, content=["“Nobody came,”"], source="Holm", cue="said")
    again = second._replace(cue=(), turn=True, head=second.content[0].start)
    other = second._replace(head=text.rindex("said"))
    assert [source for source, _ in kept(text, first, again, other)] == ["Marsh", "Holm"]


def test_words_of_the_next_paragraph_without_marks_are_nobodys() -> None:
    text = "“It leaks,” Marsh said.\n\nBut it rained."
    found = tagged(text, content=["“It leaks,”"], source="Marsh", cue="said")
    run = found._replace(content=(*found.content, tagged(text, content=["But"]).content[0]))
    assert kept(text, run) == [("Marsh", "“It leaks,”")]


def test_a_cue_in_a_quotation_takes_nothing_outside_it() -> None:
    text = "Holt said: “The doctors said nothing could be done.\n\n“I held her hand.”"
    outer = tagged(text, content=["“The doctors said nothing could be done."], source="Holt", cue="said:")
    inner = tagged(
        text, content=["nothing could be done.", "“I held her hand.”"], source="The doctors", cue="said nothing"
    )
    assert kept(text, outer, inner) == [
        ("Holt", "“The doctors said nothing could be done."),
        ("The doctors", "nothing could be done."),
    ]


def test_a_cue_after_the_last_paragraph_takes_those_before_it() -> None:
    text = "The mill is old.\n\n“It was shut.\n\n“It was cold.\n\n“We opened it,” Marsh said."
    found = tagged(text, content=["“We opened it,”"], source="Marsh", cue="said")
    turn = tagged(text, content=["“It was shut."])
    assert kept(text, found, turn) == [("Marsh", "“It was shut. … “It was cold. … “We opened it,”")]


def test_paragraphs_before_a_cue_that_are_another_quote_stay_there() -> None:
    text = "Holt said: “It was shut.\n\n“We opened it,” Marsh added."
    before = tagged(text, content=["“It was shut."], source="Holt", cue="said")
    found = tagged(text, content=["“We opened it,”"], source="Marsh", cue="added")
    assert kept(text, before, found) == [("Holt", "“It was shut."), ("Marsh", "“We opened it,”")]


def test_a_cue_behind_a_forgotten_mark_is_no_speech_in_speech() -> None:
    text = "“It was shut, Holt said.\n\n“Nobody came,” Marsh added."
    first = tagged(text, content=["“It was shut,"], source="Holt", cue="said")
    second = tagged(text, content=["“Nobody came,”"], source="Marsh", cue="added")
    assert kept(text, first, second) == [
        ("Holt", "“It was shut,"),
        ("Marsh", "“Nobody came,”"),
    ]
