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
    in apposition to it; for "who" also that of a noun further up ("Munro, head of *the service*, who …").

    "Who" takes up no place, and a body only where no person stands further up ("Carr of *the Holm Institute*, who …").
    """
    is_who = tree.tokens[index].text.lower() == "who"
    before = index - 1
    while before > max(0, index - _FURTHEST) and tree.tokens[before].text in _BETWEEN:
        before -= 1
    noun = _modified(tree, index)
    noun = before if noun is None else noun
    places = (before, noun, *tree.children(noun, "appos"))
    mentions = (cast.mention(place) for place in places if place < index)
    fitting = (found for found in mentions if found and (_is_person(found) or not is_where(tree, found)))
    mention = next((found for found in fitting if not (is_who and _is_place(found))), None)
    if is_who and (mention is None or not _is_person(mention)):
        mention = _further_up(tree, cast, noun) or mention
    return noun, mention


def _further_up(tree: Tree, cast: Cast, noun: int) -> Mention | None:
    """The first person's name on the way up from a noun that belongs to it."""
    at = noun
    while tree.tokens[at].dep in _UP and tree.tokens[at].head < at:
        at = tree.tokens[at].head
        mention = cast.mention(at)
        if mention and _is_person(mention):
            return mention
    return None


def is_where(tree: Tree, mention: Mention) -> bool:
    """Does the name stand where it may tell where something is ("in *Sweden*")? What comes "from *Ann Holm*" comes from
    a person."""
    first = tree.covering(mention.span).first
    before = tree.tokens[first - 1].text.lower() if first else ""
    return before in _LOCATIVE and not (before == "from" and _is_person(mention))


def _is_person(mention: Mention) -> bool:
    return mention.entity_kind is EntityKind.PERSON


def _is_place(mention: Mention) -> bool:
    return mention.entity_kind is EntityKind.PLACE


def _modified(tree: Tree, index: int) -> int | None:
    """The noun before the pronoun that its clause modifies, by the parse."""
    verb = index
    while tree.tokens[verb].dep not in _CLAUSES and tree.tokens[verb].head != verb:
        verb = tree.tokens[verb].head
    noun = tree.tokens[verb].head
    return noun if tree.tokens[verb].dep in _CLAUSES and noun < index else None
