from app.attribute.agencies import spoken
from app.attribute.layout import Layout
from app.attribute.quotations import quotations
from app.attribute.tree import Tree
from app.extract import extract
from app.model.article import Article, ArticleKind
from app.model.span import Span
from tests.attribute.tagging import tagged
from tests.language import pipeline


def sources(text: str, content: str, source: str) -> list[str]:
    """Who speaks, in order, where the tagger found only the agency."""
    lines = [Span(0, len(text))]
    layout = Layout(text, lines, quotations(text, lines))
    tree = Tree(extract(Article(kind=ArticleKind.ARTICLE, title="", body=text), pipeline()).tokens)
    found = spoken([tagged(text, content=[content], source=source, cue="according to")], tree, layout)
    return [one.source[0].of(text) for one in found]


def test_whom_an_agency_names_with_a_quotation_speaks_too() -> None:
    said = "“The strike goes on,” Farid Rezai said in a statement"
    assert sources(f"{said}, according to Pars.", said, "Pars") == ["Farid Rezai", "Pars"]


def test_an_agencys_own_words_are_its_own() -> None:
    assert sources("“The strike goes on”, according to Pars.", "“The strike goes on”", "Pars") == ["Pars"]
    said = "Rezai said the strike goes on"
    assert sources(f"{said}, according to Pars.", said, "Pars") == ["Pars"]
