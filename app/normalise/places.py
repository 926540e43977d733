"""Where an item was written, as its byline says: "By X and Y in Kyiv"."""

import re

from app.normalise.tables import wording

_PLACE = r"(?P<place>[^\W\d_][\w.'’-]*(?:\s[^\W\d_][\w.'’-]*){0,3}?)"
_END = rf"(?=\s*(?:$|[,;:/|&·•()–—]|\s(?:{wording('join')})\s))"
_IN = re.compile(rf"\w[,]?\s(?:{wording('where')})\s{_PLACE}{_END}")


def places_of(byline: str) -> tuple[str, ...]:
    """The places that a byline names behind a name and a word for "in"; all their words are capitalised."""
    found = (match["place"] for match in _IN.finditer(byline))
    return tuple(dict.fromkeys(place for place in found if all(word[0].isupper() for word in place.split())))
