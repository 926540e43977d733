"""A long text in which many passages are looked up, in time that does not grow with it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from app.normalise.words import letters

_STRETCH = 8
_SHORTEST = 2 * _STRETCH - 1
"""So long a passage holds a whole stretch wherever it begins."""
_EDGE = 60


@dataclass(frozen=True, slots=True)
class Told:
    """The letters of texts, cut into stretches of eight: `size` letters in all."""

    stretches: frozenset[str]
    size: int

    @classmethod
    def of(cls, texts: Iterable[str]) -> Self:
        """Cut the letters of `texts`; a passage is found in any of them, but not across two."""
        told = "\n".join(map(letters, texts))
        return cls(frozenset(told[at : at + _STRETCH] for at in range(0, len(told), _STRETCH)), len(told))

    def holds(self, passage: str) -> bool:
        """Whether a passage is part of the texts: by its beginning or its end, for links and initials come out
        differently amid a passage. One of fewer than fifteen letters says too little to be missed."""
        said = letters(passage)
        return len(said) < _SHORTEST or self._holds(said[:_EDGE]) or (len(said) > _EDGE and self._holds(said[-_EDGE:]))

    def _holds(self, said: str) -> bool:
        """Whether all the stretches that `said` holds are told, wherever the first of them begins."""
        return any(
            all(said[at : at + _STRETCH] in self.stretches for at in range(start, len(said) - _STRETCH + 1, _STRETCH))
            for start in range(_STRETCH)
        )
