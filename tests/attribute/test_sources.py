import pytest

from app.attribute.decoding import Tagged
from app.attribute.sources import one_phrase
from app.attribute.tree import Tree
from app.extract import extract
from app.model.article import Article, ArticleKind
from app.model.span import Span
from tests.language import pipeline


def left(text: str, cue: str, *source: str) -> list[str]:
    """What is left of a tagged source, as words."""
    tree = Tree(extract(Article(kind=ArticleKind.ARTICLE, title="", body=text), pipeline()).tokens)
    spans = [Span(text.index(part), text.index(part) + len(part)) for part in (cue, *source)]
    tagged = Tagged(spans[0].start, False, (Span(0, 1),), tuple(spans[1:]), (spans[0],), 0.9)
    return [span.of(text) for span in one_phrase(tagged, tree).source]


def test_a_source_holds_nobody_elses_verb() -> None:
    text = "A guest heard two men discuss how to burn the boat."
    assert left(text, "discuss", "guest heard two men") == ["two men"]
    assert left("Our coaches worked hard, told us to run.", "told", "Our coaches worked hard") == ["Our coaches"]


def test_a_relative_clause_stays_outside_unless_its_verb_is_the_cue() -> None:
    text = "The union, which met on Monday, said the offer was poor."
    assert left(text, "said", "The union, which") == ["The union,"]
    text = "He wrote to the union, which called for a strike."
    assert left(text, "called", "the union, which") == ["the union, which"]


def test_the_stretch_with_the_cues_own_subject_comes_first() -> None:
    text = "Mara Holt, no friend of the governor, said she would go."
    assert left(text, "said", "governor", "Mara Holt") == ["Mara Holt", "governor"]


@pytest.mark.parametrize("source", ["Ann Dahl, who led the dig", "The head of the board that runs the port"])
def test_clauses_that_tell_more_of_a_noun_stay(source: str) -> None:
    assert left(f"{source}, said it would rain.", "said", source) == [source]
