"""Who is described first and named in the next sentence: "The head of the union has warned …. Ola Berg said …"."""

from app.attribute.figures import Figure
from app.attribute.lexicon import ANONYMOUS
from app.attribute.nouns import Sort, sorts
from app.attribute.referent import Referent
from app.attribute.scene import Scene
from app.model.mention import MentionKind

_LEAD, _WITHIN = 2, 2
"""Paragraphs, and sentences."""
_SURE = 0.7


class Delayed:
    """The one person whom a report begins with, if it only describes her and then has her speak under a bare name.

    A name with a description of its own is that of somebody else. Where two are described, nobody is sure.
    """

    def __init__(self) -> None:
        self._described: dict[Figure, int] = {}
        self._named: Referent | None = None
        self._closed = False

    def meet(self, source: Referent, scene: Scene) -> None:
        """Note whom the next source of the text means, before it comes on the scene."""
        figure = source.figure
        if self._closed or figure is None:
            return
        if figure.mention is None and source.form is MentionKind.NOMINAL and scene.line <= _LEAD:
            self._closed = not _is_somebody(figure)
            self._described[figure] = scene.sentence
        elif source.form is MentionKind.NAME:
            self._closed = True
            if source.mention == figure.mention and self._may_be(figure, scene):
                self._named = source

    def named(self, source: Referent) -> Referent:
        """The same source, by the name that the figure is given later."""
        if self._named is None or source.figure not in self._described:
            return source
        return self._named._replace(form=source.form, confidence=_SURE, reason="who is named in the next sentence")

    def _may_be(self, figure: Figure, scene: Scene) -> bool:
        is_full = figure.mention is not None and " " in figure.mention.surface
        if not self._described or not is_full or figure.sort is not Sort.PERSON:
            return False
        sexes = {sex for known in (figure, *self._described) if (sex := known.sex)}
        is_next = scene.sentence - max(self._described.values()) <= _WITHIN
        is_one = len({next(iter(met.called)) for met in self._described}) == 1
        is_bare = not any(Sort.PERSON in sorts(noun) for noun in figure.called)
        return is_next and is_one and is_bare and len(sexes) < 2


def _is_somebody(figure: Figure) -> bool:
    """Is it one person, and not one of the many whom reports leave without a name?"""
    noun = next(iter(figure.called), "")
    return figure.sort is Sort.PERSON and not figure.plural and noun not in ANONYMOUS and bool(sorts(noun))
