"""Whom a phrase names in its own words: "Ola Berg", "the mayor, Ola Berg", "a paper from the Holm Institute"."""

import re
from typing import NamedTuple

from app.attribute.called import head_of
from app.attribute.figures import ADDRESSES, Cast, Figure
from app.attribute.lexicon import RELATIVES
from app.attribute.nouns import Sort, sorts
from app.attribute.phrases import Phrase, labels_turn
from app.attribute.tree import Range, Tree
from app.kit.given_names import sex_of_title
from app.model.mention import EntityKind, Mention, MentionKind
from app.model.naming import fold
from app.model.span import Span

_ORIGINS = ("by", "from", "of")
_OPENINGS = (",", "(", "–", "—", ":", "\u2060")
_OWNING = ("of", "for", "with")
_TIES = ("appos", "compound", "nmod")
_INITIALS = re.compile("[A-Z]{2,3}")
_LABELS = frozenset(("party", "newspaper", "magazine", "portal", "website", "broadcaster", "charity", "airline"))
_LABELS_OF_LETTERS = frozenset(("union", "federation"))
"""What stands behind others' names too: "the Boeing union" is not Boeing, but "the DRU union" is the DRU."""
_NUMBERS = frozenset(("data", "datum", "statistic", "survey", "poll", "forecast"))


class Named(NamedTuple):
    """The figure that a phrase names, under which mention, how sure, and why. `several`: it names more than one."""

    figure: Figure | None
    mention: Mention | None
    form: MentionKind
    confidence: float
    reason: str
    several: bool = False


def named(tree: Tree, cast: Cast, phrase: Phrase) -> Named | None:
    """What the phrase itself names; None where it names nobody and only describes."""
    if _is_joined(tree, cast, phrase):
        return Named(None, None, MentionKind.NAME, 1.0, "several are named", several=True)
    return (
        _initialled(tree, cast, phrase)
        or _outright(tree, cast, phrase)
        or _apposed(tree, cast, phrase)
        or _labelled(tree, cast, phrase)
        or _origin(tree, cast, phrase)
    )


def _initialled(tree: Tree, cast: Cast, phrase: Phrase) -> Named | None:
    """Who has the initials before an interview's turns ("*AH*: I never asked them to.")."""
    letters = tree.tokens[phrase.head].text
    stands_alone = phrase.stretch.end - phrase.stretch.first == 1 and labels_turn(tree, phrase)
    if not stands_alone or not _INITIALS.fullmatch(letters):
        return None
    mention, figure = cast.mention(phrase.head), cast.initialled(letters)
    if figure is None or (mention and mention.name != letters):
        return None
    return Named(figure, figure.mention, MentionKind.NAME, 0.85, "the initials of one whom the article names")


def _outright(tree: Tree, cast: Cast, phrase: Phrase) -> Named | None:
    """The name that is the phrase; words of one name of the article, where the mention holds more than the phrase."""
    mention = cast.mention(phrase.head)
    if mention and mention.span.start >= tree.tokens[phrase.stretch.first].start:
        if _is_of_another(mention):
            return Named(None, None, MentionKind.NAME, 1.0, "a namesake whom the article does not name in full")
        whole = mention.name == " ".join(mention.surface.split())
        reason = "named in full" if whole else "the short name of one who is named in full in the article"
        return Named(cast.of(mention), mention, MentionKind.NAME, mention.confidence, reason)
    tokens = tree.tokens[phrase.stretch.first : phrase.stretch.end]
    while len(tokens) > 1 and (tokens[0].pos in ("DET", "PUNCT") or Sort.PERSON in sorts(tokens[0].lemma)):
        tokens = tokens[1:]
    names = [fold(t.text) for t in tokens if t.pos != "PUNCT"]
    figure = cast.bearing(names) if all(t.text[:1].isupper() or t.pos == "PUNCT" for t in tokens) else None
    if figure and figure.mention:
        return Named(figure, figure.mention, MentionKind.NAME, 0.8, "a part of one name of the article")
    return None


def _apposed(tree: Tree, cast: Cast, phrase: Phrase) -> Named | None:
    """The name in apposition to the phrase's noun, of the sort that the noun names."""
    expected = sorts(tree.tokens[phrase.head].lemma)
    for index in range(*phrase.stretch):
        mention = cast.mention(index)
        if mention is None or tree.at(mention.span.start) != index or _is_of_another(mention):
            continue
        figure, place = cast.of(mention), tree.covering(mention.span)
        if tree.tokens[phrase.head].tag == "NNS" and (figure.sort is Sort.PERSON or _is_listed(tree, place)):
            continue
        link = _link(tree, phrase, index) or _tie(tree, phrase, place) or _titled(tree, phrase, mention)
        fits = (not expected or figure.sort in expected) and not _is_label(tree, place)
        if link and fits and not _is_anothers(tree, cast, phrase, place, figure):
            return Named(figure, mention, MentionKind.NAME, 0.9, "named in the same phrase as the role")
    return None


def _labelled(tree: Tree, cast: Cast, phrase: Phrase) -> Named | None:
    """The body's name right before a noun that says what body it is: "the *DRU* union", "*Lake News* portal"."""
    first, head = phrase.stretch.first, phrase.head
    mention = cast.mention(head - 1) if head > first else None
    if mention is None or mention.entity_kind is not EntityKind.ORGANISATION:
        return None
    labels = _LABELS | _LABELS_OF_LETTERS if mention.surface.isupper() else _LABELS
    if tree.tokens[head].lemma not in labels:
        return None
    place, figure = tree.covering(mention.span), cast.of(mention)
    before = tree.tokens[first : place.first]
    plain = place.end == head == phrase.stretch.end - 1 and tree.tokens[head - 1].head == head
    if not plain or any(t.pos not in ("DET", "ADJ", "PUNCT") and t.tag != "HYPH" for t in before):
        return None
    traits = sorts(tree.tokens[head].lemma).get(Sort.BODY, frozenset())
    if figure.traits and traits and not figure.traits & traits:
        return None
    return Named(figure, mention, MentionKind.NAME, 0.8, "the name before what it is")


def _is_label(tree: Tree, place: Range) -> bool:
    """Does the name only label what a bracket holds ("Merrow Steel (*NYSE*: MRW)")?"""
    before, after = tree.tokens[max(0, place.first - 1) : place.first], tree.tokens[place.end : place.end + 1]
    return [token.text for token in (*before, *after)] == ["(", ":"]


def _is_listed(tree: Tree, place: Range) -> bool:
    """Is the name one of several ("countries including *Australia*, Malaysia and Nigeria")?"""
    head = head_of(tree, place)
    return tree.tokens[head].dep == "conj" or tree.child(head, "conj") is not None


def _link(tree: Tree, phrase: Phrase, first: int) -> str | None:
    """The noun or mark that the name which begins here stands right after, titles left out, if that joins it."""
    before = first - 1
    while before > phrase.stretch.first and before != phrase.head and _is_title(tree, before):
        before -= 1
    if before < phrase.stretch.first:
        return None
    token = tree.tokens[before]
    if token.text in _OPENINGS:
        return token.text if first > phrase.head else None
    return token.text if before == phrase.head else None


def _is_title(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return token.text in (".", ")", "(", "-") or token.pos in ("PROPN", "NOUN", "ADJ") or token.dep == "amod"


def _tie(tree: Tree, phrase: Phrase, place: Range) -> str | None:
    """The label by which the phrase's noun and a name after it depend on each other, if that makes them one."""
    head = head_of(tree, place)
    for one, other in ((head, phrase.head), (phrase.head, head)):
        if phrase.head < head and tree.tokens[one].head == other and tree.tokens[one].dep in _TIES:
            return tree.tokens[one].dep
    return None


def _titled(tree: Tree, phrase: Phrase, mention: Mention) -> str | None:
    """The role printed with a name, if the phrase's noun is in it."""
    token = tree.tokens[phrase.head]
    head = Span(token.start, token.end)
    return next((role.text for role in mention.roles if role.span.covers(head)), None)


def _is_anothers(tree: Tree, cast: Cast, phrase: Phrase, place: Range, figure: Figure) -> bool:
    """May the name be that of a noun inside the phrase: "a spokeswoman for *the buyer*, Flexhaus"?

    After "of" it is the phrase's own where the name bears its role: "the spokesman of the Norwegian leader, Lars Holm".
    """
    first, mention = place.first, cast.mention(place.first)
    titled = mention is not None and _titled(tree, phrase, mention) is not None
    owning = ("for", "with") if titled else _OWNING
    comma = next((i for i in range(first - 1, phrase.head, -1) if tree.tokens[i].text == ","), None)
    if comma is None or not any(tree.tokens[i].text in owning for i in range(phrase.head, comma)):
        return False
    inner = tree.tokens[comma - 1]
    if cast.mention(comma - 1):
        return tree.tokens[phrase.head].lemma.lower() in RELATIVES
    return inner.tag == "NN" and figure.sort in sorts(inner.lemma)


def _origin(tree: Tree, cast: Cast, phrase: Phrase) -> Named | None:
    """Who wrote or issued the paper that the phrase is about: "a survey by …", "the institute's report"."""
    if Sort.PAPER not in sorts(tree.tokens[phrase.head].lemma):
        return None
    for index in range(*phrase.stretch):
        mention = cast.mention(index)
        if mention is None or tree.at(mention.span.start) != index or _is_joined_on(tree, mention):
            continue
        before = _preposition(tree, phrase, index)
        possesses = tree.tokens[index].head == phrase.head and (
            tree.tokens[index].dep == "poss" or _is_source(tree, phrase, mention)
        )
        if possesses or before in _ORIGINS:
            return Named(cast.of(mention), mention, MentionKind.NOMINAL, 0.75, "whose paper it is")
    return None


def _is_source(tree: Tree, phrase: Phrase, mention: Mention) -> bool:
    """Is it a body's name right before its numbers ("*LSEG* data")? A "Boeing report" may be about Boeing."""
    is_right_before = tree.covering(mention.span).end == phrase.head
    is_body = mention.entity_kind is EntityKind.ORGANISATION
    return is_right_before and is_body and tree.tokens[phrase.head].lemma.lower() in _NUMBERS


def _preposition(tree: Tree, phrase: Phrase, first: int) -> str:
    """The word before the name's own phrase ("from *the growers' federation* Olivanor": from)."""
    index = first - 1
    while index > phrase.stretch.first and (
        tree.tokens[index].pos in ("DET", "ADJ", "NOUN", "PROPN", "PART") or tree.tokens[index].dep in ("amod", "punct")
    ):
        index -= 1
    return tree.tokens[index].text.lower()


def _is_joined_on(tree: Tree, mention: Mention) -> bool:
    """Does the name only begin a word with a hyphen ("the *Abidjan*-based firm")?"""
    after = tree.covering(mention.span).end
    return after < len(tree.tokens) and tree.tokens[after].text == "-" and tree.tokens[after].start == mention.span.end


def _is_joined(tree: Tree, cast: Cast, phrase: Phrase) -> bool:
    """Are there several ("Berg and Dahl"), whichever of them the parse makes the head?"""
    mention = cast.mention(phrase.head)
    own = range(*tree.covering(mention.span)) if mention else range(phrase.head, phrase.head + 1)
    conjuncts = [c for c in tree.children(phrase.head, "conj") if c < phrase.stretch.end and c not in own]
    if any(not _is_second_role(tree, cast, phrase, child) for child in conjuncts):
        return True
    inside = range(*phrase.stretch)
    names = {found.name for index in inside if (found := cast.mention(index))}
    linked = any(tree.tokens[i].dep == "cc" and i < phrase.head and cast.mention(i) is None for i in inside)
    first = cast.mention(phrase.stretch.first)
    return mention is not None and linked and len(names) > 1 and first is not None and first.name != mention.name


def _is_second_role(tree: Tree, cast: Cast, phrase: Phrase, other: int) -> bool:
    """Are both one person's roles, as in "the founder and largest shareholder, …"? With capitals, a person's name must
    come after: "Deputy Commissioner and Chief Inspector, Mr *Berg*"."""
    tag = tree.tokens[phrase.head].tag
    if tag not in ("NN", "NNP") or tag != tree.tokens[other].tag or tree.child(other, "det", "poss") is not None:
        return False
    if tag == "NN":
        return True
    named = {figure for i in range(*phrase.stretch) if (figure := cast.figure(i))}
    is_after = cast.figure(phrase.head) is cast.figure(other) is None
    return is_after and len(named) == 1 and next(iter(named)).sort is Sort.PERSON


def _is_of_another(mention: Mention) -> bool:
    """ "Mrs Crane" where the article's only Crane is a man: kept vague, lest the surname be taken for his."""
    title, _, rest = mention.name.partition(" ")
    sexed = title.rstrip(".").lower() in ADDRESSES and sex_of_title(title) is not None
    return sexed and rest == " ".join(mention.surface.split())
