"""An article read for attribution: its parse, its quotations, what the tagger finds, and whom its phrases can mean."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from app.attribute.agencies import spoken
from app.attribute.around import Saying, Setting
from app.attribute.decoding import Tagged
from app.attribute.layout import Layout
from app.attribute.passives import turned
from app.attribute.phrases import phrase_in
from app.attribute.quotations import Quotation, quotations
from app.attribute.references import References
from app.attribute.signed import signed
from app.attribute.sources import one_phrase
from app.attribute.tree import Tree
from app.attribute.turns import turns
from app.model.article import Article
from app.model.findings import Analysis
from app.model.paragraphs import paragraphs
from app.model.span import Span


class Attributions(Protocol):
    """What finds cues with their contents and sources (`app.attribute.tagger.Tagger`)."""

    version: str

    def tag(self, text: str, lines: Sequence[Span], marked: Sequence[Quotation]) -> tuple[Tagged, ...]: ...


class Reading(NamedTuple):
    """`tagged` is what the tagger found, each kept to its turn; `version` names the tagger."""

    layout: Layout
    tree: Tree
    tagged: tuple[Tagged, ...]
    references: References
    version: str


def read(article: Article, analysis: Analysis, tagger: Attributions) -> Reading:
    """Find the attributions of an article, and prepare for asking who is meant."""
    text, lines = article.text, paragraphs(article)
    marked = quotations(text, lines)
    tree = Tree(analysis.tokens)
    layout = Layout(text, lines, marked)
    found = spoken([one_phrase(turned(one, tree), tree) for one in tagger.tag(text, lines, marked)], tree, layout)
    tagged = turns(signed(found, layout), layout)
    setting = Setting(_sayings(tree, tagged), tree.inside(quotation.span for quotation in marked), lines)
    references = References(tree, text, analysis.mentions, setting)
    return Reading(layout, tree, tagged, references, tagger.version)


def _sayings(tree: Tree, tagged: Sequence[Tagged]) -> list[Saying]:
    """The tagged sources with what they utter."""
    found = ((phrase_in(tree, attribution.source), attribution.content) for attribution in tagged)
    return [Saying(source, spoken) for source, spoken in found if source is not None]
