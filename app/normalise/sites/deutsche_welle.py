"""Deutsche Welle, as its pages were until May 2023 and archives hold them.

The metadata name the house; the author stands in a list of facts beside the text.
"""

from app.normalise.sites.site import Site

_LABEL = "starts-with(normalize-space(strong), 'Aut')"

DEUTSCHE_WELLE = Site(
    hosts=("dw.com",),
    selectors={"author": f"(//ul[@class='smallList']/li[{_LABEL}])[1]/text()[normalize-space()]"},
)
