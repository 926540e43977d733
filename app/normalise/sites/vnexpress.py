"""VnExpress, Hanoi: its metadata sign every article by the house; who wrote it stands at the end of the text."""

from app.normalise.sites.site import Site

_TEXT = "//article[contains(concat(' ', @class, ' '), ' fck_detail ')]"

VNEXPRESS = Site(
    hosts=("vnexpress.net",),
    selectors={
        "author": f"{_TEXT}/p[contains(@style, 'text-align:right')][last()]/strong"
        " | //p[contains(concat(' ', @class, ' '), ' author_mail ')]/strong"
    },
    prefixes=("Theo ",),
)
