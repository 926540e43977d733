"""The visible text of a page or fragment, a line per block, as a reader would copy it."""

from collections.abc import Sequence
from itertools import accumulate

from lxml import etree, html
from lxml.html import HtmlElement

from app.model.errors import TooLarge
from app.normalise.wrapping import unwrapped

_HIDDEN = frozenset((
    "script", "style", "noscript", "template", "svg", "head", "iframe", "select", "button", "textarea", "object",
    "canvas",
))  # fmt: skip
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "br", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main",
    "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
))  # fmt: skip
_WHOLE = frozenset(("form", "pre"))
_MOST = 0.35
_OF_HEADS = frozenset(("title", "meta", "link", "base", "basefont", "script", "style", "noscript", "template"))
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
    return _with_body(tree)


def _with_body(tree: HtmlElement) -> HtmlElement:
    """`tree` with what no head may hold at the beginning of its body, as HTML 5 has it: the parser knows the elements
    of HTML 4, and takes all others for more of the head where the tags of head and body are left out."""
    head = tree.find("head")
    misplaced = None if head is None else next((one for one in head if one.tag not in _OF_HEADS), None)
    if head is None or misplaced is None:
        return tree
    body = tree.find("body")
    if body is None:
        body = etree.SubElement(tree, "body")
    moved = [misplaced, *misplaced.itersiblings()]
    moved[-1].tail, body.text = (moved[-1].tail or "") + (body.text or ""), None
    body[:0] = moved
    return tree


def visible_text(tree: HtmlElement) -> str:
    """The text of `tree` outside scripts, styles and forms; blocks on lines of their own, set apart by blank lines.

    A form that holds more than a third of the text is none: some sites put the page in one. Lines of `pre` stay lines.
    """
    pieces: list[str] = []
    opened: list[int] = []
    forms: list[tuple[int, int]] = []
    hidden = kept = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in _WHOLE:
                opened.append(len(pieces))
            hidden += tag in _HIDDEN
            kept += tag == "pre"
            if not hidden:
                pieces += ["\n\n" if tag in BLOCKS else "", _inline(element.text, kept)]
        else:
            if not hidden and tag in BLOCKS:
                pieces.append("\n" if tag == "br" else "\n\n")
            hidden -= tag in _HIDDEN
            kept -= tag == "pre"
            if tag in _WHOLE:
                _close(tag, opened.pop(), pieces, forms)
            if not hidden:
                pieces.append(_inline(element.tail, kept))
    return _without(forms, pieces)


def _close(tag: str, start: int, pieces: list[str], forms: list[tuple[int, int]]) -> None:
    """What follows from the end of an element that is judged whole, whose `pieces` begin at `start`."""
    if tag == "form":
        forms.append((start, len(pieces)))
    else:
        lines = unwrapped("".join(pieces[start:]))
        pieces[start:] = [lines, *[""] * (len(pieces) - start - 1)] if len(pieces) > start else []


def _without(forms: Sequence[tuple[int, int]], pieces: list[str]) -> str:
    """The pieces joined, but for those of the forms that are small."""
    sizes = [0, *accumulate(map(len, pieces))]
    for start, end in forms:
        if sizes[end] - sizes[start] <= _MOST * sizes[-1]:
            pieces[start:end] = [""] * (end - start)
    return "".join(pieces)


def _inline(text: str | None, kept: int) -> str:
    """Source newlines mean nothing in HTML, unless they are `kept`."""
    if not text:
        return ""
    return text if kept else text.replace("\n", " ")
