import pytest

from app.attribute import attribute
from app.extract import extract
from app.model.article import Article, ArticleKind
from tests.attribute.tagging import Told, tagged
from tests.language import pipeline


def kept(text: str, content: str, source: str, cue: str) -> int:
    """How many quotes are made of a text of which the tagger says this."""
    article = Article(kind=ArticleKind.ARTICLE, title="", body=text)
    told = Told(tagged(text, content=[content], source=source, cue=cue))
    return len(attribute(article, extract(article, pipeline()), told))


@pytest.mark.parametrize(
    ("text", "content", "source", "cue"),
    [
        ("Marsh wished it would rain.", "it would rain", "Marsh", "wished"),
        ("Marsh plans to sell the mill.", "to sell the mill", "Marsh", "plans"),
        ("The referee called off the match.", "the match", "The referee", "called off"),
        ("The empty shelves speak volumes about it.", "volumes about it", "The empty shelves", "speak"),
        ("All went according to plan.", "All went", "plan", "according to"),
        ("Analysis: the long war over water", "the long war over water", "Analysis", ":"),
        ("Marsh said so.", "so", "Marsh", "said"),
        ("Nobody in Kiev asked.", "Nobody in", "Kiev", "asked"),
        ("Helen Marsh told Reuters on Monday.", "Helen", "Marsh", "told"),
        ("Marsh declined to answer questions.", "questions", "Marsh", "declined to answer"),
        ("The police gave no details of the crash.", "details of the crash", "The police", "gave no"),
        ("(Reporting by Nora Blyth and Ian Fell)", "Ian Fell", "Nora Blyth", "Reporting"),
        ("Marsh did not respond to a request for comment.", "a request for comment", "Marsh", "did not respond to"),
    ],
)
def test_thoughts_set_phrases_labels_and_empty_words_are_no_quotes(
    text: str, content: str, source: str, cue: str
) -> None:
    assert kept(text, content, source, cue) == 0


@pytest.mark.parametrize(
    ("text", "content", "source", "cue"),
    [
        ("Marsh said it would rain.", "it would rain", "Marsh", "said"),
        ("Marsh was “sick of it”, her smile suggested.", "“sick of it”", "Marsh", "suggested"),
        ("Mayor: the bridge is safe", "the bridge is safe", "Mayor", ":"),
        ("Marsh called for an inquiry.", "an inquiry", "Marsh", "called for"),
    ],
)
def test_what_is_said_is_kept(text: str, content: str, source: str, cue: str) -> None:
    assert kept(text, content, source, cue) == 1
