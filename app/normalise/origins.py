"""How sure a value is by where it came from."""

from collections.abc import Mapping

from app.model.article import Article, Origin, Published
from app.normalise.agencies import agencies_in

_SURE = {
    "submitted": 1.0,
    "site": 0.98,
    "stated": 0.95,
    "json-ld": 0.95,
    "meta": 0.9,
    "link": 0.9,
    "html": 0.85,
    "microdata": 0.85,
    "time": 0.8,
    "h1": 0.8,
    "title": 0.7,
    "text": 0.6,
    "url": 0.4,
}
_FIELDS = (
    "title", "byline", "authors", "agencies", "dateline", "written_in", "published", "modified", "language", "url",
    "outlet", "outlet_url", "section", "tags", "paywalled",
)  # fmt: skip


def confidence_of(origin: str) -> float:
    """0-1, by the kind of place alone ("meta" of "meta:og:title").

    The figures are set by us and say no more than the order of the cascade.
    """
    return _SURE[origin.partition(":")[0]]


def origins_of(article: Article, known: Mapping[str, str]) -> tuple[Origin, ...]:
    """Where each field that has a value came from: as `known` says, else it was read from the text."""
    fields = (field for field in _FIELDS if getattr(article, field) not in (None, "", ()))
    places = ((field, _origin(article, field, known)) for field in fields)
    return tuple(Origin(field, origin, confidence_of(origin)) for field, origin in places)


def _origin(article: Article, field: str, known: Mapping[str, str]) -> str:
    value = getattr(article, field)
    if isinstance(value, Published):
        return value.origin
    return known.get("byline" if _is_of_byline(article, field) else field, "text")


def _is_of_byline(article: Article, field: str) -> bool:
    """Whether the byline is what names the places and agencies."""
    return field == "written_in" or (field == "agencies" and bool(agencies_in([article.byline or ""])))
