"""Names that the parser passed over: known surnames, institutions, and single names that speak."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

from app.extract.bodies import in_full
from app.extract.demonyms import country_of
from app.extract.found import Found, is_capitalised, is_honorific, is_role, words_of
from app.extract.stretches import is_titled, run
from app.kit.given_names import sex_of
from app.kit.tables import words
from app.model.mention import EntityKind
from app.model.syntax import Token

_SPEECH = frozenset(("say", "tell", "add", "announce", "warn", "claim", "declare", "insist", "note", "reply", "answer"))
_CLEAR = '"“„«‘'
_KICKERS = words("app.extract", "kickers.txt")
_GUESSED = 0.6
_BODIES = frozenset(
    ("charity", "watchdog", "nonprofit", "thinktank", "startup", "company", "firm", "retailer", "union", "group")
)


def missed(tokens: Sequence[Token], known: Sequence[Found], taken: Collection[int]) -> Iterator[Found]:
    """Further names outside the `taken` tokens, from the names that the parser knew."""
    surnames = {
        words_of(tokens, name)[-1] for name in known if name.kind is EntityKind.PERSON and name.end - name.first > 1
    }
    behind = 0
    for index, token in enumerate(tokens):
        if index < behind or index in taken or not is_capitalised(token):
            continue
        body = _institution(tokens, index) or _in_full(tokens, index, taken) or _described(tokens, index)
        if body:
            behind = body.end
            yield body
        elif _addressed(tokens, index) or _titled(tokens, index, taken):
            yield Found(index, run(tokens, index + 1, taken), EntityKind.PERSON, _GUESSED)
        elif _recurs(tokens, index, surnames) or any(sign(tokens, index) for sign in (_speaks, _heads_line)):
            yield Found(index, index + 1, EntityKind.PERSON, _GUESSED)


def _institution(tokens: Sequence[Token], first: int) -> Found | None:
    for name in _organisations().get(tokens[first].text, ()):
        end = first + len(name)
        if tuple(t.text for t in tokens[first:end]) == name:
            return Found(first, end, EntityKind.ORGANISATION, _GUESSED)
    return None


def _in_full(tokens: Sequence[Token], first: int, taken: Collection[int]) -> Found | None:
    end = in_full(tokens, first, taken)
    return Found(first, end, EntityKind.ORGANISATION, _GUESSED) if end is not None else None


def _described(tokens: Sequence[Token], index: int) -> Found | None:
    """The one proper noun that a noun for a body stands right before: "homelessness charity *Harbour*"."""
    before, after = tokens[index - 1 : index], tokens[index + 1 : index + 2]
    alone = not any(is_capitalised(token) and token.pos == "PROPN" for token in after)
    is_tied = tokens[index].dep == "appos" and tokens[index].head == index - 1
    named = any(t.text in _BODIES and (t.head == index or is_tied) for t in before)
    if tokens[index].pos == "PROPN" and alone and named:
        return Found(index, index + 1, EntityKind.ORGANISATION, _GUESSED)
    return None


@cache
def _organisations() -> Mapping[str, list[tuple[str, ...]]]:
    """The institutions' names by their first word, the longest first."""
    result: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for name in sorted((tuple(name.split()) for name in words("app.extract", "organisations.txt")), key=len):
        result[name[0]].insert(0, name)
    return result


def _recurs(tokens: Sequence[Token], index: int, surnames: Collection[str]) -> bool:
    """Is this a known surname, and no part of a longer run of capitalised words ("Berg Tower", "New Berg Museum")?"""
    token = tokens[index]
    if token.text.casefold() not in surnames or not (
        token.pos == "PROPN" or (token.dep == "nsubj" and _bare(tokens, index))
    ):
        return False
    around = [tokens[i] for i in (index - 1, index + 1) if 0 <= i < len(tokens)]
    return not any(t.pos == "PROPN" and is_capitalised(t) and not is_role(t) for t in around)


def _addressed(tokens: Sequence[Token], index: int) -> bool:
    titled = index > 0 and is_honorific(tokens[index - 1]) and not is_honorific(tokens[index])
    return titled and tokens[index].pos == "PROPN"


def _titled(tokens: Sequence[Token], index: int, taken: Collection[int]) -> bool:
    """Does a full name begin here, right behind a role: "Constable *Ryan* Holm"?"""
    end = run(tokens, index + 1, taken)
    name = " ".join(token.text for token in tokens[index:end])
    return tokens[index].pos == "PROPN" and is_titled(tokens, index) and sex_of(name) is not None


def _speaks(tokens: Sequence[Token], index: int) -> bool:
    """Is this a lone proper noun that is the subject of a verb of speech?"""
    token = tokens[index]
    verb = tokens[token.head]
    return (
        token.tag == "NNP"
        and token.dep == "nsubj"
        and verb.lemma in _SPEECH
        and token.text.isalpha()
        and not token.text.isupper()
        and not is_role(token)
        and country_of(token.text) is None
        and _bare(tokens, index)
    )


def _bare(tokens: Sequence[Token], index: int) -> bool:
    """Has the noun no article, modifier or first part before it?"""
    before = tokens[index - 1] if index else None
    return before is None or before.head != index


def _heads_line(tokens: Sequence[Token], index: int) -> bool:
    """Does a paragraph begin with this word, a colon and a quotation mark (`Kovalenko: "…"`), or a clause so?"""
    token = tokens[index]
    opens = index == 0 or tokens[index - 1].sentence != token.sentence or tokens[index - 1].text == ";"
    return (
        opens
        and index + 2 < len(tokens)
        and tokens[index + 1].text == ":"
        and tokens[index + 2].text[:1] in _CLEAR
        and token.text.isalpha()
        and token.pos in ("PROPN", "NOUN")
        and token.text.lower() not in _KICKERS
        and not is_role(token)
        and country_of(token.text) is None
    )
