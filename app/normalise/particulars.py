"""What a page states about its article beside title, authors and time: change, section, tags, payment, home page."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import unescape

from app.model.article import Published
from app.normalise.addresses import is_web
from app.normalise.cascade import Offer, Sources, first, stated_times
from app.normalise.jsonld import Node, text_of, texts_of
from app.normalise.stated_time import stated_time
from app.normalise.words import tidy

_MODIFIED = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified", "dcterms.modified",
    "dc.date.modified", "lastmod", "last-modified", "revised", "article.updated", "cxenseparse:modifiedtime",
)  # fmt: skip
_SECTION = (
    "article:section", "og:article:section", "parsely-section", "articlesection", "sailthru.section", "section",
    "cxenseparse:section", "article.section",
)  # fmt: skip
_TAGS = (
    "article:tag", "og:article:tag", "news_keywords", "parsely-tags", "sailthru.tags", "keywords", "dc.subject",
    "dcterms.subject", "cxenseparse:keywords",
)  # fmt: skip
_CREDITS = ("author", "article:author", "byl", "dc.creator", "dc.source", "parsely-author", "sailthru.author")
_TIERS = (
    "article:content_tier",
    "og:article:content_tier",
    "article:opinion:content_tier",
    "content_tier",
    "contenttier",
)
# "free", "metered" and "locked" are those of Open Graph's content_tier, the others what pages write in its place.
_TIER = {"free": False, "metered": True, "locked": True, "premium": True, "paid": True, "subscription": True}
_FREE = re.compile(r"(?:^|/)(?P<free>true|yes|1)$|(?:^|/)(?:false|no|0)$", re.I)
_UPDATE = {"title": "headline", "byline": "author", "authors": "author", "url": "url"}
_SHARED = ("section", "paywalled", "outlet", "outlet_url", "language")
_MOST_TAGS = 100
_LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """Fields of `Article` by their names there. `origins`: the place of each field that a page states, these or others.

    `credits` are all lines that say who wrote or sent the item, as the page has them.
    """

    modified: Published | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    paywalled: bool | None = None
    outlet_url: str | None = None
    credits: tuple[str, ...] = ()
    origins: Mapping[str, str] = field(default_factory=dict)


def particulars_of(sources: Sources, origins: Mapping[str, str]) -> Particulars:
    """The cascade over all sources of a page, field by field; `origins` are those of the fields already found."""
    section = first(sources.offers(("articleSection",), _SECTION), _short)
    tags = first(sources.offers(("keywords",), _TAGS), _tags)
    paywalled = first(_access(sources), _is_paywalled)
    home = first(sources.offers(("publisher",)), _home)
    found = {"section": section, "tags": tags, "paywalled": paywalled, "outlet_url": home}
    return Particulars(
        modified=next(stated_times(sources.offers(("dateModified",), _MODIFIED)), None),
        section=section.value if section else None,
        tags=tags.value if tags else (),
        paywalled=paywalled.value if paywalled else None,
        outlet_url=home.value if home else None,
        credits=_credits(sources),
        origins={**origins, **{name: offer.origin for name, offer in found.items() if offer}},
    )


def of_update(node: Node, page: Particulars) -> Particulars:
    """Those of a live blog's update: its own change and signers, and what holds for the whole page."""
    changed = text_of(node.get("dateModified"))
    own = {field: f"json-ld:{name}" for field, name in _UPDATE.items() if node.get(name)}
    shared = {name: page.origins[name] for name in _SHARED if name in page.origins}
    return Particulars(
        modified=stated_time(changed, "json-ld:dateModified") if changed else None,
        section=page.section,
        paywalled=page.paywalled,
        outlet_url=page.outlet_url,
        credits=texts_of(node.get("author")),
        origins={**shared, **own},
    )


def of_neighbour(page: Particulars) -> Particulars:
    """Those of another item on the page, such as a teaser: nothing but whose page it is."""
    names = ("outlet", "outlet_url")
    origins = {name: page.origins[name] for name in names if name in page.origins}
    return Particulars(outlet_url=page.outlet_url, origins=origins)


def tags_of(values: Iterable[str]) -> tuple[str, ...]:
    """Tags from strings that may hold several, set apart by commas; at most 100, none over 200 characters."""
    tags = (tidy(unescape(tag)).lstrip("#") for value in values for tag in re.split(r"[,;，、]", value))
    kept: dict[str, str] = {}
    for tag in tags:
        if 0 < len(tag) <= _LONGEST:
            kept.setdefault(tag.casefold(), tag)
    return tuple(kept.values())[:_MOST_TAGS]


def _credits(sources: Sources) -> tuple[str, ...]:
    offers = sources.offers(("author", "creator", "sourceOrganization", "provider"), _CREDITS)
    return tuple(dict.fromkeys(text for offer in offers for text in texts_of(offer.value)))


def _short(value: object) -> str | None:
    text = text_of(value)
    return text if text and len(text) <= _LONGEST else None


def _tags(value: object) -> tuple[str, ...] | None:
    return tags_of(texts_of(value)) or None


def _access(sources: Sources) -> Iterable[Offer[object]]:
    """What is said of reading for free: of the item, by meta tags, of its parts."""
    yield from sources.offers(("isAccessibleForFree",), _TIERS)
    yield from sources.offers(("hasPart",))


def _is_paywalled(value: object) -> bool | None:
    """Whether a value of `isAccessibleForFree`, a content tier or a locked part says that reading is not free."""
    one = value[0] if isinstance(value, list) and value else value
    if isinstance(one, dict):
        return _is_paywalled(one.get("isAccessibleForFree"))
    if isinstance(one, bool):
        return not one
    text = one.strip().lower() if isinstance(one, str) else ""
    free = _FREE.search(text)
    return free["free"] is None if free else _TIER.get(text)


def _home(value: object) -> str | None:
    """The home page that a publisher's object names."""
    one = value[0] if isinstance(value, list) and value else value
    url = text_of(one.get("url")) if isinstance(one, dict) else None
    return url if url and is_web(url) else None
