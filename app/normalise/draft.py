"""A news item as a splitter found it, before language and container have had their say."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.model.article import ArticleKind, Published
from app.model.printed import PageLines
from app.normalise.bylines import Byline
from app.normalise.lines import Line, paragraphs
from app.normalise.particulars import Particulars
from app.normalise.words import breaks_off


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What an article will be made of. The fields are those of `Article`, the rarer of them in `particulars`."""

    kind: ArticleKind
    title: str = ""
    body: str = ""
    byline: str | None = None
    authors: tuple[str, ...] = ()
    published: Published | None = None
    language: str | None = None
    truncated: bool = False
    url: str | None = None
    outlet: str | None = None
    particulars: Particulars = field(default_factory=Particulars)
    page_lines: PageLines | None = None


def draft(
    kind: ArticleKind,
    title: str,
    body: Sequence[Line],
    byline: Byline | None = None,
    published: Published | None = None,
) -> Draft:
    """A draft from lines; truncated where the last of them breaks off."""
    return Draft(
        kind=kind,
        title=title,
        body=paragraphs(body),
        byline=byline.text if byline else None,
        authors=byline.authors if byline else (),
        published=published or (byline.published if byline else None),
        truncated=bool(body) and breaks_off(body[-1].text),
    )
