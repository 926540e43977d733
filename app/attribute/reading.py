"""An article read for attribution: its parse, its quotations, its cues, and whom its phrases can mean."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.attribute.contents import governed
from app.attribute.cues import signs
from app.attribute.descriptions import Descriptions
from app.attribute.grafting import grafted
from app.attribute.marked import Bonds, Clause
from app.attribute.people import People
from app.attribute.pronouns import antecedents
from app.attribute.quotations import Quotation
from app.attribute.references import References
from app.attribute.sources import source
from app.attribute.spans import Inside
from app.attribute.tree import Tree
from app.model.findings import Analysis
from app.model.span import Span


class Reading(NamedTuple):
    """`bonds` gives for a clause, by its index, the indices of its quotations."""

    tree: Tree
    marked: tuple[Quotation, ...]
    clauses: tuple[Clause, ...]
    bonds: Mapping[int, Sequence[int]]
    references: References


def read(text: str, analysis: Analysis, lines: Sequence[Span], marked: tuple[Quotation, ...]) -> Reading:
    """Find the cues of an article with their grammar, and prepare for asking who is meant."""
    tree = Tree(grafted(analysis.tokens))
    quoted = Inside([quotation.span for quotation in marked])
    sourced = ((sign, source(tree, sign, quoted)) for sign in signs(tree, quoted))
    clauses = tuple(Clause(sign, by, governed(tree, sign, has_source=by is not None)) for sign, by in sourced)
    people = People(analysis.tokens, analysis.mentions)
    descriptions = Descriptions(tree, analysis.mentions)
    focus = antecedents(tree, people, descriptions, quoted, lines)
    references = References(tree, text, people, descriptions, focus)
    return Reading(tree, marked, clauses, Bonds(tree, clauses, marked, lines).all(), references)
