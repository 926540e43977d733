"""Who sent an item, and where it was written: byline, dateline and the credit at its end taken together."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from app.model.article import Dateline
from app.normalise.agencies import agencies_in, credited_in
from app.normalise.datelines import dateline_of
from app.normalise.places import places_of

_MOST = 100
_LONGEST = 1_000


@dataclass(frozen=True, slots=True)
class Credits:
    """`agencies` of all three, `places` of the bylines alone."""

    agencies: tuple[str, ...]
    dateline: Dateline | None
    places: tuple[str, ...]

    @classmethod
    def of(cls, lines: Sequence[str], body: str) -> Self:
        """From the lines that sign an item (so much of them as people read), and its body."""
        lines = [line[:_LONGEST] for line in lines[:_MOST]]
        paragraphs = body.split("\n\n")
        dateline = dateline_of(paragraphs)
        sent = (dateline.agency,) if dateline and dateline.agency else ()
        agencies = (*agencies_in(lines), *sent, *credited_in(paragraphs))
        places = (place for line in lines for place in places_of(line))
        return cls(tuple(dict.fromkeys(agencies)), dateline, tuple(dict.fromkeys(places)))
