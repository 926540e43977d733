"""Which quotations are the content of which cue: those it governs or stands next to, with what carries them on."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.attribute.cues import Sign
from app.attribute.quotations import Quotation
from app.attribute.sources import Phrase
from app.attribute.tree import Range, Tree
from app.model.span import Span

_STOPS = (".", "!", "?", ";")
_VERBS = ("VERB", "AUX")
_FINITE = ("VBD", "VBZ", "VBP")
_NEAR = 6
_FAR = 40


class Clause(NamedTuple):
    """A cue with its source and the content that grammar gives it."""

    sign: Sign
    source: Phrase | None
    governed: tuple[Range, ...]

    @property
    def core(self) -> Range:
        """From the first to the last token of the cue and, where it stands close by, the source."""
        first, end = self.sign.tokens[0], self.sign.tokens[-1] + 1
        if self.source and abs(self.source.head - self.sign.head) <= _FAR:
            first, end = min(first, self.source.stretch.first), max(end, self.source.stretch.end)
        return Range(first, end)


class _Bond(NamedTuple):
    """A quotation's claim on a clause; the smaller, the stronger."""

    rank: int
    distance: int
    clause: int


class Bonds:
    """The quotations of an article with the clauses they may belong to."""

    def __init__(
        self, tree: Tree, clauses: Sequence[Clause], marked: Sequence[Quotation], paragraphs: Sequence[Span]
    ) -> None:
        self._tree, self._clauses, self._marked = tree, clauses, marked
        self._cores = [clause.core for clause in clauses]
        self._heads = [clause.sign.head for clause in clauses]
        self._paragraphs = [paragraph.start for paragraph in paragraphs]
        starts = [token.start for token in tree.tokens]
        self._around = [Range(bisect_left(starts, q.span.start), bisect_left(starts, q.span.end)) for q in marked]

    def all(self) -> Mapping[int, list[int]]:
        """For each clause (by its index) the quotations (by theirs) that are its content, in order.

        A quotation that grammar puts into a cue's content belongs there; else it goes to one cue: the one right after
        it ("…,” said X) or the one that leads up to it (X said: “…). What follows `“…,” said X.` in its paragraph, and
        a paragraph that goes on with a quotation left open, goes on with it.
        """
        result: dict[int, list[int]] = {}
        last: int | None = None
        for number in range(len(self._marked)):
            owners = self._owners(number)
            carried = not owners or self._ends_with_stop(self._around[number])
            if carried and last is not None and last not in owners and self._goes_on(last, number):
                owners = [last]
            for owner in owners:
                result.setdefault(owner, []).append(number)
            last = owners[-1] if owners else None
        return result

    def _owners(self, number: int) -> list[int]:
        around = self._around[number]
        near = range(
            bisect_left(self._heads, around.first - 2 * _FAR), bisect_right(self._heads, around.end + 2 * _FAR)
        )
        bonds = [bond for index in near if (bond := self._bond(index, around)) is not None]
        inside = [bond.clause for bond in bonds if bond.rank == 0]
        return inside or [bond.clause for bond in sorted(bonds)[:1]]

    def _bond(self, index: int, around: Range) -> _Bond | None:
        clause = self._clauses[index]
        shared = sum(_shared(stretch, around) for stretch in clause.governed)
        core = self._cores[index]
        before, after = self._follows(index, around, shared), self._leads_up(index, around)
        if shared and (before or after or shared >= 0.4 * (around.end - around.first)):
            return _Bond(0, 0, index)
        if before:
            return _Bond(1, core.first - around.end, index)
        return _Bond(2, around.first - core.end, index) if after else None

    def _follows(self, index: int, around: Range, shared: int) -> bool:
        """Does the cue stand right after the quotation ("…,” said X)?"""
        tokens, clause, core = self._tree.tokens, self._clauses[index], self._cores[index]
        between = tokens[around.end : core.first]
        if clause.sign.is_according or core.first < around.end or len(between) > _NEAR:
            return False
        if self._ends_with_stop(around) and (
            (clause.governed and not shared) or tokens[clause.sign.head].tag not in _FINITE
        ):
            return False
        return self._one_paragraph(around.first, core.first) and not any(
            t.text in _STOPS or t.pos in _VERBS for t in between
        )

    def _leads_up(self, index: int, around: Range) -> bool:
        """Does the cue lead up to the quotation (X said: “…)?"""
        tokens, clause, core = self._tree.tokens, self._clauses[index], self._cores[index]
        between = tokens[core.end : around.first]
        if clause.sign.is_according or around.first < core.end or len(between) > _FAR:
            return False
        if between and between[-1].text == ":":
            return not any(t.text in _STOPS for t in between)
        plain = not any(t.text in _STOPS or t.pos in _VERBS for t in between) and len(between) <= 2 * _NEAR
        return (
            plain
            and self._one_paragraph(core.first, around.first)
            and (not between or between[-1].text in (",", "that"))
        )

    def _ends_with_stop(self, around: Range) -> bool:
        """Is the quotation a whole sentence, after which another one begins? Before a cue a comma would stand."""
        return any(t.text == "." for t in self._tree.tokens[max(around.first, around.end - 3) : around.end])

    def _goes_on(self, clause: int, number: int) -> bool:
        before, around = self._around[number - 1], self._around[number]
        if self._marked[number - 1].open:
            return self._paragraph(around.first) == self._paragraph(before.first) + 1
        core = self._cores[clause]
        between = self._tree.tokens[core.end : around.first]
        return (
            before.end <= core.first
            and bool(between)
            and len(between) <= 2 * _NEAR
            and self._one_paragraph(before.first, around.first)
            and not any(t.pos in _VERBS for t in between)
            and all(t.text not in _STOPS for t in between[:-1])
        )

    def _one_paragraph(self, left: int, right: int) -> bool:
        return self._paragraph(left) == self._paragraph(right)

    def _paragraph(self, token: int) -> int:
        tokens = self._tree.tokens
        return bisect_right(self._paragraphs, tokens[token].start) if token < len(tokens) else len(self._paragraphs) + 1


def _shared(left: Range, right: Range) -> int:
    return max(0, min(left.end, right.end) - max(left.first, right.first))
