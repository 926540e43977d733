"""A page's body in sections: which of its paragraphs stand under which heading, and what leads away from each."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from app.normalise.blocks import Block, blocks_of
from app.normalise.chrome import heads_related, is_chrome
from app.normalise.words import is_closed, length

_LEVELS = ("h2", "h3", "h4", "h5", "h6", "bold")
_PLAIN = frozenset(("p", "div", "section", "article", "main", "td"))
_LONGEST = 30
_NEARLY = 0.9
_HALF = 0.5


@dataclass(slots=True)
class Section:
    """`links`: where its heading, and lines under it that are mostly a link, lead."""

    heading: str
    body: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join((self.heading, *self.body))


@dataclass(frozen=True, slots=True)
class _Piece:
    """A block of the page: the level of heading that it is, or whether it is of the body."""

    block: Block
    level: str | None
    told: bool


def sections_under(tree: HtmlElement, paragraphs: Sequence[str], title: str) -> tuple[tuple[str, ...], list[Section]]:
    """The `paragraphs` before the first section, and the sections, at that level of heading under which there are most.

    Headings above that level name groups of sections, or the page a second time; those below it stay in the body of
    theirs, as do those that the page repeats ("Why it matters"). Every paragraph is kept but the headings; where one
    cannot be found on the page again there are no sections. What repeats the page's `title` heads none.
    """
    pieces = _pieces(blocks_of(tree)[0], paragraphs, title.casefold())
    heads = _heading_levels(pieces)
    if not heads or sum(piece.told for piece in pieces) < len(paragraphs):
        return tuple(paragraphs), []
    counts = Counter(heads)
    level = max(counts, key=lambda one: (counts[one], _LEVELS.index(one)))
    own = pieces if pieces[0].told or pieces[0].level == level else pieces[1:]
    return _divided(own, _LEVELS[: _LEVELS.index(level) + 1])


def _pieces(blocks: Sequence[Block], paragraphs: Sequence[str], title: str) -> list[_Piece]:
    """The page's blocks from the first of the body on, each heading with its level; before them the heading that the
    first may stand under, unless it is the title or a sentence, as a subtitle is. It stands under the main heading,
    where the page has one."""
    repeated = Counter(block.text for block in blocks if _level(block))
    pieces: list[_Piece] = []
    above: list[_Piece] = []
    begun = all(block.tag != "h1" for block in blocks)
    at = 0
    for block in blocks:
        told = at < len(paragraphs) and block.text == paragraphs[at]
        at += told
        piece = _Piece(block, _level(block) if repeated[block.text] == 1 else None, told)
        if at:
            pieces.append(piece)
        elif block.tag == "h1":
            begun, above = True, []
        elif begun and piece.level and not is_closed(block.text) and block.text.casefold() != title:
            above = [piece]
    return above + pieces


def _level(block: Block) -> str | None:
    if length(block.text) > _LONGEST or is_chrome(block.text) or heads_related(block.text):
        return None
    if block.tag in _LEVELS:
        return block.tag
    return "bold" if block.tag in _PLAIN and block.strong >= _NEARLY * len(block.text) else None


def _heading_levels(pieces: Iterable[_Piece]) -> list[str]:
    """The levels of the headings that a paragraph of the body follows."""
    levels: list[str] = []
    waiting: str | None = None
    for piece in pieces:
        if piece.level:
            waiting = piece.level
        elif piece.told and waiting:
            levels.append(waiting)
            waiting = None
    return levels


def _divided(pieces: Iterable[_Piece], levels: Sequence[str]) -> tuple[tuple[str, ...], list[Section]]:
    lead: list[str] = []
    sections: list[Section] = []
    waiting: Section | None = None
    for piece in pieces:
        if piece.level in levels:
            waiting = Section(piece.block.text, links=list(piece.block.hrefs))
        elif piece.told:
            if waiting:
                sections.append(waiting)
                waiting = None
            (sections[-1].body if sections else lead).append(piece.block.text)
        elif sections and not waiting and piece.block.linked > _HALF * len(piece.block.text):
            sections[-1].links += piece.block.hrefs
    return tuple(lead), sections
