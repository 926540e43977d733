"""What "who" and "which" take up: the noun that their clause modifies, and its name."""

from app.attribute.figures import Cast
from app.attribute.tree import Tree
from app.model.mention import EntityKind, Mention

RELATIVE = ("who", "which", "that", "whose")
_CLAUSES = ("relcl", "acl")
_BETWEEN = (",", "–", "—", "and", "or")
_UP = ("appos", "pobj", "prep")
_FURTHEST = 3
_LOCATIVE = ("in", "at", "near", "from", "into", "outside")


def taken_up(tree: Tree, cast: Cast, index: int) -> tuple[int, Mention | None]:
    """The noun that a relative pronoun takes up, and the name it bears: the name right before it, the noun's own or one
    in apposition to it; for "who" also that of a noun further up ("Munro, head of *the service*, who …")."""
    before = index - 1
    while before > max(0, index - _FURTHEST) and tree.tokens[before].text in _BETWEEN:
        before -= 1
    noun = _modified(tree, index)
    noun = before if noun is None else noun
    places = (before, noun, *tree.children(noun, "appos"))
    mentions = (cast.mention(place) for place in places if place < index)
    mention = next((found for found in mentions if found and (_is_person(found) or not is_where(tree, found))), None)
    at = noun
    while mention is None and tree.tokens[index].text.lower() == "who" and tree.tokens[at].dep in _UP:
        if tree.tokens[at].head >= at:
            break
        at = tree.tokens[at].head
        mention = cast.mention(at)
    return noun, mention


def is_where(tree: Tree, mention: Mention) -> bool:
    """Does the name stand where it may tell where something is ("in *Sweden*")? What comes "from *Ann Holm*" comes from
    a person."""
    first = tree.covering(mention.span).first
    before = tree.tokens[first - 1].text.lower() if first else ""
    return before in _LOCATIVE and not (before == "from" and _is_person(mention))


def _is_person(mention: Mention) -> bool:
    return mention.entity_kind is EntityKind.PERSON


def _modified(tree: Tree, index: int) -> int | None:
    """The noun before the pronoun that its clause modifies, by the parse."""
    verb = index
    while tree.tokens[verb].dep not in _CLAUSES and tree.tokens[verb].head != verb:
        verb = tree.tokens[verb].head
    noun = tree.tokens[verb].head
    return noun if tree.tokens[verb].dep in _CLAUSES and noun < index else None
