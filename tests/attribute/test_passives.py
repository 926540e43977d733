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
