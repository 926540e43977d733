"""An article read for attribution: its parse, its quotations, what the tagger finds, and whom its phrases can mean."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from app.attribute.decoding import Tagged
from app.attribute.descriptions import Descriptions
from app.attribute.people import People
from app.attribute.pronouns import antecedents
from app.attribute.quotations import Quotation, quotations
from app.attribute.references import References
from app.attribute.spans import Inside
from app.attribute.tree import Tree
from app.model.article import Article
from app.model.findings import Analysis
from app.model.paragraphs import paragraphs
from app.model.span import Span


class Attributions(Protocol):
    """What finds cues with their contents and sources (`app.attribute.tagger.Tagger`)."""

    version: str

    def tag(self, text: str, lines: Sequence[Span], marked: Sequence[Quotation]) -> tuple[Tagged, ...]: ...


class Reading(NamedTuple):
    """`lines` are the paragraphs, title first; `version` names the tagger."""

    text: str
    lines: tuple[Span, ...]
    tree: Tree
    marked: tuple[Quotation, ...]
    tagged: tuple[Tagged, ...]
    references: References
    version: str


def read(article: Article, analysis: Analysis, tagger: Attributions) -> Reading:
    """Find the attributions of an article, and prepare for asking who is meant."""
    text, lines = article.text, paragraphs(article)
    marked = quotations(text, lines)
    tree = Tree(analysis.tokens)
    quoted = Inside([quotation.span for quotation in marked])
    people = People(analysis.tokens, analysis.mentions)
    descriptions = Descriptions(tree, analysis.mentions)
    focus = antecedents(tree, people, descriptions, quoted, lines)
    references = References(tree, text, people, descriptions, focus)
    return Reading(text, lines, tree, marked, tagger.tag(text, lines, marked), references, tagger.version)
