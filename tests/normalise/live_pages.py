"""Invented live blogs in the shapes that content systems make them: one run of updates, a template for each shape."""

from typing import NamedTuple


class Told(NamedTuple):
    stamp: str
    epoch: int
    clock: str
    title: str
    body: str


UPDATES = (
    Told("2031-05-04T15:32:10Z", 1935675130, "15:32", "Dam holds as rain eases over Varnholt",
         "Engineers said the old dam at Varnholt had held through the night, and that the water fell by a metre."),
    Told("2031-05-04T14:58:00Z", 1935673080, "14:58", "Schools in the valley stay shut",
         "All eleven schools in the valley will stay shut on Monday, the district council announced in a notice."),
    Told("2031-05-04T13:05:41Z", 1935666341, "13:05", "First villagers return to Lower Esk",
         "About forty people were let back into Lower Esk to feed their cattle, police spokesman Ole Marrin said."),
    Told("2031-05-04T11:20:00Z", 1935660000, "11:20", "Mayor asks for boats and sandbags",
         "Mayor Tilda Brask asked the army for six more boats and twenty thousand sandbags before the evening tide."),
)  # fmt: skip

SHAPES = {
    "guardian-like blocks with ids": (
        '<article id="block-6a{epoch}f" class="dcr-1x"><a href="?page=with:block-6a{epoch}f#block-6a{epoch}f">'
        '<time datetime="{stamp}">{clock} BST</time></a><h2>{title}</h2><div><p>{body}</p></div></article>'
    ),
    "stream posts in a list": (
        '<li class="stream__post-container"><article class="post"><header><h3><span class="post__title">{title}</span>'
        '</h3><span class="time" data-timestamp="{epoch}000">{clock}</span></header><div class="post-body">'
        "<p>{body}</p></div></article></li>"
    ),
    "epochs in data attributes, hashed classes": (
        '<div class="sc-1ab iDk" id="post-{epoch}" data-sort-time="{epoch}000" data-update-time="{epoch}999"><h3 '
        'class="sc-1ab kO">{title}</h3><div class="sc-2"><p>{body}</p></div></div>'
        '<div class="ad" data-sort-time="{epoch}">Advertisement</div>'
    ),
    "a plugin's entries with seconds": (
        '<div class="liveblog-entry" data-timestamp="{epoch}"><header class="meta"><span class="clock">{clock}</span>'
        '</header><h2 class="liveblog-entry-title">{title}</h2>'
        '<div class="liveblog-entry-content"><p>{body}</p></div></div>'
    ),
    "microdata": (
        '<div itemprop="liveBlogUpdate" itemscope><meta itemprop="datePublished" content="{stamp}"><time '
        'itemprop="datePublished" datetime="{stamp}">{clock}</time><h4 itemprop="headline">{title}</h4>'
        '<div itemprop="articleBody"><p>{body}</p></div></div>'
    ),
    "an embed with bold headlines": (
        '<section class="arena-item"><abbr class="timeago" title="{stamp}">an hour ago</abbr><div class="content">'
        "<p><strong>{title}</strong></p><p>{body}</p></div></section>"
    ),
    "permalinks around headlines, shares below": (
        '<div class="live-story-post" data-post-date="{stamp}"><h2><a href="#post-{epoch}">{title}</a></h2>'
        '<p>{body}</p><ul class="share"><li>Share</li><li>Facebook</li></ul></div>'
    ),
    "cousins in pages of one": (
        '<div class="chunk"><div class="update"><div class="stamp"><time datetime="{stamp}">{clock}</time></div>'
        '<div class="text"><h3>{title}</h3><p>{body}</p></div></div></div>'
    ),
    "a flat run under dated headings": '<h3><time datetime="{stamp}">{clock}</time> {title}</h3><p>{body}</p>',
}

CLOCKED = {
    "a stream that says posted at": (
        '<li class="stream__post-container anim"><article class="stream-post"><header><h3><span>{title}</span></h3>'
        '</header><time class="post__time"><span>Posted at </span><span class="auto">{clock} 4 May</span></time>'
        '<p>{body}</p><ul><li><a href="https://share.example/">Share on Sharer</a></li></ul></article></li>'
    ),
    "a time in a sentence of its own": (
        '<article class="sc-bw post" id="h_{epoch}"><header><div><span>{clock} ET, May 4, 2031</span></div>'
        "<h2>{title}</h2></header><div><p>{body}</p></div></article>"
    ),
    "bare clocks in a ticker": (
        '<section class="post post__live" data-post-id="a{epoch}"><div><span class="date">{clock}</span></div>'
        '<h2 class="post__title">{title}</h2><p class="post__text">{body}</p></section>'
    ),
    "a local datetime, a word for the hour": (
        '<article class="tick"><span><time datetime="2031-05-04 {clock}:00">{clock} Uhr</time></span>'
        '<h3><span>{title}</span></h3><section><div class="RichText"><p>{body}</p></div></section></article>'
    ),
    "divs throughout": (
        '<div class="lb_item" id="u{epoch}"><div class="ts">{clock} (XYT) 04 May</div>'
        '<div class="lb_title">{title}</div><div class="lb_text">{body}</div></div>'
    ),
    "clocks in an aside": (
        '<li id="liveblog-entry-{epoch}" class="liveblog-entry"><aside><span class="at">{clock}</span></aside><div>'
        '<h2 class="liveblog-entry-title">{title}</h2><div class="text"><p>{body}</p></div></div></li>'
    ),
    "the clock within a bold headline": (
        '<div class="upd"><p><strong>{clock} - {title}</strong></p><p>{body}</p></div>'
    ),
}


def blocks(shape: str) -> str:
    return "\n".join(shape.format(**told._asdict()) for told in UPDATES)


STANDFIRST = "The river Esk has left its banks after three days of rain, and hundreds have left home."


def page(content: str, head: str = "", standfirst: str = STANDFIRST) -> str:
    """A page with the standing parts of a news site around `content`."""
    return f"""<html lang="en"><head><title>Flood in Varnholt: live</title>
<meta property="og:title" content="Flood in Varnholt: live"><link rel="canonical" href="https://news.example/live/flood">
{head}</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav><main>
<h1>Flood in Varnholt: live</h1>
<p class="standfirst">{standfirst}</p>
{content}</main><footer><p>All rights reserved by the publisher of this invented paper, 2031.</p></footer>
</body></html>"""
