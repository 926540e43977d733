import pytest

from app.attribute.decoding import Tagged
from app.attribute.passives import turned
from app.attribute.tree import Tree
from app.extract import extract
from app.model.article import Article, ArticleKind
from app.model.span import Span
from tests.language import pipeline


def parties(text: str, cue: str, content: list[str], source: list[str]) -> tuple[list[str], list[str]]:
    """The contents and sources that are left of what was tagged, as words."""
    tree = Tree(extract(Article(kind=ArticleKind.ARTICLE, title="", body=text), pipeline()).tokens)

    def spans(parts: list[str]) -> tuple[Span, ...]:
        return tuple(Span(text.index(part), text.index(part) + len(part)) for part in parts)

    tagged = Tagged(text.index(cue), False, spans(content), spans(source), spans([cue]), 0.9)
    found = turned(tagged, tree)
    return [span.of(text) for span in found.content], [span.of(text) for span in found.source]


def test_who_was_told_is_not_who_told() -> None:
    text = "Tom Hale was told that the money was gone."
    assert parties(text, "told", ["that the money was gone"], ["Tom Hale"]) == (["that the money was gone"], [])


def test_who_was_told_is_no_content_and_who_told_him_is_the_source() -> None:
    text = "Mara Holt was told by Helen Marsh that the job was gone."
    said = ["that the job was gone"]
    assert parties(text, "told", ["Mara Holt", *said], []) == (said, ["Helen Marsh"])


def test_a_passive_that_addresses_nobody_stays() -> None:
    text = "Helen Marsh was quoted as saying that the job was gone."
    said = ["that the job was gone"]
    assert parties(text, "saying", said, ["Helen Marsh"]) == (said, ["Helen Marsh"])


def test_who_was_asked_before_he_spoke_is_not_who_asked() -> None:
    text = "Asked about the money, Tom Hale said he was tired."
    assert parties(text, "Asked", ["the money"], ["Tom Hale"]) == (["the money"], [])


def test_who_was_called_and_asked_is_not_who_asked() -> None:
    text = "Tom Hale was called and asked if he was tired."
    assert parties(text, "asked", ["if he was tired"], ["Tom Hale"]) == (["if he was tired"], [])


def test_a_participle_before_what_was_done_has_its_source_behind_it() -> None:
    text = "Helen Marsh left. Asked about the money, Tom Hale said he was tired."
    said = ["the money"]
    assert parties(text, "Asked", said, ["Helen Marsh"]) == (said, [])


def test_what_was_said_may_stand_before_who_was_told() -> None:
    text = "The tunnel will close in May, residents were told."
    said = ["The tunnel will close in May"]
    assert parties(text, "told", said, ["residents"]) == (said, [])


@pytest.mark.parametrize("verb", ["urged", "told", "warned", "ordered"])
def test_headlines_leave_out_the_auxiliary_of_a_passive(verb: str) -> None:
    text = f"Residents {verb} to boil water"
    assert parties(text, verb, ["to boil water"], ["Residents"]) == (["to boil water"], [])


def test_headlines_say_what_a_court_was_told() -> None:
    text = "Driver had seen the cracks, court told"
    said = ["Driver had seen the cracks"]
    assert parties(text, "told", said, ["court"]) == (said, [])


@pytest.mark.parametrize("text", ["The guests asked to leave.", "The guests told Tom Hale to leave."])
def test_who_asks_or_names_whom_he_addresses_is_the_source(text: str) -> None:
    assert parties(text, text.split()[2], ["to leave"], ["The guests"]) == (["to leave"], ["The guests"])
