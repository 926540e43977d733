"""The visible text of a page or fragment, a line per block, as a reader would copy it."""

from lxml import etree, html
from lxml.html import HtmlElement

from app.model.errors import TooLarge

_HIDDEN = frozenset((
    "script", "style", "noscript", "template", "svg", "head", "iframe", "select", "button", "form", "object", "canvas",
))  # fmt: skip
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "br", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main",
    "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
))  # fmt: skip
_PARSER_BYTES = 64 * 1024 * 1024
_CLASS = etree.ElementDefaultClassLookup(element=HtmlElement)
"""One class for all elements. The parser that `lxml.html` would make asks for the class of each, every time that one is
looked at; what it gives forms and inputs besides is not used here."""


def parsed(content: str) -> HtmlElement | None:
    """The element tree of an HTML text; None where the parser finds no element in it.

    Raises TooLarge where elements are nested deeper than the parser goes: what follows would be missing.
    """
    if not content.strip() or len(content) > _PARSER_BYTES:
        return None
    try:
        parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
        parser.set_element_class_lookup(_CLASS)
        tree = html.document_fromstring(content.encode("utf-8", errors="replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None
    if any(each.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for each in parser.error_log):
        raise TooLarge("The page's elements are nested more than 2,048 deep: send the part of it that holds the news.")
    return tree


def visible_text(tree: HtmlElement) -> str:
    """The text of `tree` outside scripts, styles and forms; blocks on lines of their own, set apart by blank lines."""
    pieces: list[str] = []
    hidden = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            hidden += tag in _HIDDEN
            if not hidden:
                pieces += ["\n\n" if tag in BLOCKS else "", _inline(element.text)]
        else:
            if not hidden and tag in BLOCKS:
                pieces.append("\n" if tag == "br" else "\n\n")
            hidden -= tag in _HIDDEN
            if not hidden:
                pieces.append(_inline(element.tail))
    return "".join(pieces)


def _inline(text: str | None) -> str:
    """Source newlines mean nothing in HTML."""
    return text.replace("\n", " ") if text else ""
