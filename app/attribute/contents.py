"""What was said, as far as grammar tells: the clause, infinitive or object that a cue governs or is set into."""

from app.attribute.cues import Sign
from app.attribute.hosts import around, host, own_part
from app.attribute.tree import SUBJECTS, Range, Tree

_PREPOSITIONS = ("of", "about", "for", "against", "on", "at")
_OBJECTS = ("dobj", "obj", "oprd", "attr")
_COMMENTS = ("mark", "signal", "underscore", "highlight", "underline", "prompt", "spark", "fuel", "contradict", "echo")


def governed(tree: Tree, sign: Sign, *, has_source: bool) -> tuple[Range, ...]:
    """The stretches of content of a cue in order, not yet trimmed; empty where grammar shows none.

    Without a source only a clause is content: "it was said that …" reports, "she was asked to leave" does not.
    """
    if sign.is_according:
        return host(tree, sign.head)
    for frame in _FRAMES if has_source and not _is_bare_participle(tree, sign.head) else (_clause,):
        found = frame(tree, sign)
        if found is not None:
            return (found,)
    if tree.child(sign.head, "auxpass") is not None:
        return _raised(tree, sign)
    return around(tree, sign.head) if "that" in sign.verb.frames else ()


def _is_bare_participle(tree: Tree, head: int) -> bool:
    """ "Asked about the costs, she …": the question is somebody else's, and only a clause would tell it."""
    return tree.tokens[head].tag == "VBN" and tree.child(head, "aux", "auxpass") is None


def _clause(tree: Tree, sign: Sign) -> Range | None:
    """ "said (that) …", "…, said", "asked how …"."""
    if "that" not in sign.verb.frames:
        return None
    clauses = [c for c in tree.children(sign.head, "ccomp") if not _is_speech_host(tree, c, sign.head)]
    if not clauses:
        return _told(tree, sign)
    after = [c for c in clauses if c > sign.head]
    chosen = after[-1] if after else clauses[-1]
    stretch = tree.range(chosen)
    if chosen < sign.head:
        return stretch
    return own_part(tree, sign.head, _uncommented(tree, chosen, _extended(tree, sign.head, stretch)))


def _told(tree: Tree, sign: Sign) -> Range | None:
    """ "told a friend that nobody would notice", where the parse takes the clause for the friend's."""
    heard = tree.child(sign.head, "dobj", "dative") if "address" in sign.verb.frames else None
    if heard is None or heard < sign.head:
        return None
    for clause in tree.children(heard, "relcl"):
        stretch = tree.range(clause)
        conjunction = stretch.first == heard + 1 and tree.tokens[stretch.first].text.lower() == "that"
        if conjunction and tree.child(clause, *SUBJECTS) != stretch.first:
            return stretch
    return None


def _uncommented(tree: Tree, clause: int, stretch: Range) -> Range:
    """The clause without the participle that closes it and speaks of the saying itself ("…, marking a change")."""
    for child in tree.children(clause, "advcl"):
        token = tree.tokens[child]
        start = tree.range(child).first
        if token.tag == "VBG" and token.lemma in _COMMENTS and start > clause and tree.tokens[start - 1].text == ",":
            return Range(stretch.first, start - 1)
    return stretch


def _is_speech_host(tree: Tree, clause: int, head: int) -> bool:
    """A clause complement of one bare word ("so") is no content."""
    stretch = tree.range(clause)
    return stretch.end - stretch.first < 2 and clause > head


def _extended(tree: Tree, head: int, stretch: Range) -> Range:
    """The clause with what follows it without a comma and hangs on the cue only by the parser's choice."""
    for child in tree.children(head, "advcl", "prep", "npadvmod", "dobj"):
        following = tree.range(child)
        if following.first == stretch.end and tree.tokens[following.first].text not in (",", "as"):
            stretch = Range(stretch.first, following.end)
    return stretch


def _infinitive(tree: Tree, sign: Sign) -> Range | None:
    if "to" not in sign.verb.frames:
        return None
    for child in tree.children(sign.head, "xcomp", "advcl"):
        if child > sign.head and any(tree.tokens[a].tag == "TO" for a in tree.children(child, "aux")):
            return tree.range(child)
    return None


def _object_and_more(tree: Tree, sign: Sign) -> Range | None:
    """ "accused X of Y", "called X Y": from the object to the end of what is said of it."""
    if "of-object" not in sign.verb.frames:
        return None
    parts = [c for c in tree.children(sign.head, *_OBJECTS, "ccomp", "xcomp", "prep", "dative") if c > sign.head]
    if not parts or tree.tokens[parts[0]].dep == "prep":
        return None
    return Range(tree.range(parts[0]).first, max(tree.range(part).end for part in parts))


def _prepositional(tree: Tree, sign: Sign) -> Range | None:
    """ "spoke of …", "warned against …", without the preposition."""
    for child in tree.children(sign.head, "prep"):
        word = tree.tokens[child].text.lower()
        if child > sign.head and word in _PREPOSITIONS and word in sign.verb.frames:
            for inner in tree.children(child, "pobj", "pcomp"):
                return tree.range(inner)
    return None


def _object(tree: Tree, sign: Sign) -> Range | None:
    if "np" not in sign.verb.frames:
        return None
    for child in tree.children(sign.head, "dobj", "obj", "xcomp"):
        if child > sign.head and tree.tokens[child].pos not in ("PRON",):
            return tree.range(child)
    return None


def _raised(tree: Tree, sign: Sign) -> tuple[Range, ...]:
    """ "She is said to own the mill": the subject and the infinitive."""
    subject, infinitive = tree.child(sign.head, "nsubjpass"), tree.child(sign.head, "xcomp")
    reports = "that" in sign.verb.frames and not sign.verb.frames & {"to", "address"}
    if subject is None or infinitive is None or not reports:
        return ()
    return tree.range(subject), tree.range(infinitive)


_FRAMES = (_object_and_more, _clause, _infinitive, _prepositional, _object)
