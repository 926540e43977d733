"""The pages that are measured on: invented, and dressed as news sites dress theirs; or the reader's own."""

import json
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from app.read.expand import Room, gunzip
from benchmarks.texts import articles

_EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
_MENU, _TEASERS, _SCRIPTS = 150, 40, 20
_SCRIPT = f"<script>{'slots.push({id:1,sizes:[[300,250],[728,90]]});' * 80}</script>"
_DRESSED = 60


def pages(folder: Path | None) -> Sequence[bytes]:
    """The HTML files of a folder (.html, .html.gz); without one our examples and sixty of our annotated articles,
    dressed.

    Raises OSError where there is no such folder, ValueError where it holds no page.
    """
    found = tuple(_in(folder) if folder else (*_in(_EXAMPLES), *map(_dressed, articles(None)[:_DRESSED])))
    if not found:
        raise ValueError(f"there is no .html or .html.gz file in {folder}")
    return found


def _in(folder: Path) -> Iterator[bytes]:
    for file in sorted(folder.iterdir()):
        if file.name.endswith((".html", ".html.gz")):
            content = file.read_bytes()
            yield gunzip(content, Room())[0] if file.suffix == ".gz" else content


def _dressed(text: str) -> bytes:
    """An article amid the menus, teasers and scripts of a page of some 110 KB; its first line is the headline."""
    headline, _, body = text.partition("\n")
    stated = {
        "@type": "NewsArticle",
        "headline": headline,
        "author": {"@type": "Person", "name": "Ana Pop"},
        "datePublished": "2026-11-19T08:00:00+02:00",
    }
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in body.split("\n") if line.strip())
    return (
        f"<html lang=en><head><title>{escape(headline)} | The River Post</title>"
        f'<script type="application/ld+json">{json.dumps(stated)}</script></head><body>'
        f'<header><ul class="menu">{_links(_MENU)}</ul></header>{_SCRIPT * _SCRIPTS}'
        f'<main><article><h1>{escape(headline)}</h1><div class="story">{paragraphs}</div></article>'
        f'<aside class="related">{_teasers()}</aside></main><footer><ul>{_links(_MENU)}</ul></footer></body></html>'
    ).encode()


def _links(many: int) -> str:
    return "".join(f'<li class="menu__item"><a href="/topics/{n}"><span>Topic {n}</span></a></li>' for n in range(many))


def _teasers() -> str:
    return "".join(
        f'<div class="teaser"><a href="/{n}"><img src="/{n}.jpg" alt=""><h3>The river and the {n}. question</h3></a>'
        f"<p>What the commission said on the {n}. day, in one sentence.</p></div>"
        for n in range(_TEASERS)
    )
