"""From names, nationalities and roles to the mentions of an article."""

from collections.abc import Callable, Iterable, Sequence

from app.extract.acronyms import acronyms, spelt_out
from app.extract.agreement import agreed
from app.extract.demonyms import Demonym, demonyms
from app.extract.found import Found
from app.extract.full_names import full_names
from app.extract.institutions import fuller_institutions, with_institutions
from app.extract.missed import missed
from app.extract.names import names
from app.extract.pipeline import Parse
from app.extract.roles import roles
from app.extract.short_bodies import short_bodies
from app.model.mention import EntityKind, Mention, MentionKind, Role
from app.model.span import Span
from app.model.syntax import Token

MADE_BY = "extract 1.0"


def mentions(parse: Parse, text: str) -> tuple[Mention, ...]:
    """All mentions of a text in order; none overlaps another."""
    tokens = parse.tokens
    known = agreed(tokens, spelt_out(tokens, list(names(tokens, parse.named))))
    guessed = agreed(tokens, sorted([*known, *missed(tokens, known, _covered(known))]))
    found = with_institutions(tokens, guessed)
    fullest, printed = _fullest(tokens, found, text), roles(tokens, found, text)
    named = [_named(tokens, text, name, fullest, printed.get(name, ())) for name in found]
    adjectives = [_adjective(tokens, text, demonym) for demonym in demonyms(tokens, _covered(found))]
    return tuple(sorted([*named, *adjectives], key=lambda mention: mention.span))


def _fullest(tokens: Sequence[Token], found: Sequence[Found], text: str) -> Callable[[Found, str], str]:
    """A function from a name and its own words to the fullest form of it."""
    people = full_names(tokens, found, text)
    bodies = {
        **fuller_institutions(tokens, found, text),
        **short_bodies(tokens, found, text),
        **acronyms(tokens, found, text),
    }

    def fullest(name: Found, own: str) -> str:
        if name.kind is EntityKind.PERSON:
            return people.get(name, own)
        return bodies.get(own, own) if name.kind is EntityKind.ORGANISATION else own

    return fullest


def _covered(found: Iterable[Found]) -> frozenset[int]:
    return frozenset(index for name in found for index in range(name.first, name.end))


def _named(
    tokens: Sequence[Token], text: str, found: Found, fullest: Callable[[Found, str], str], printed: tuple[Role, ...]
) -> Mention:
    span = _span(tokens, found.first, found.end)
    return Mention(
        span=span,
        surface=span.of(text),
        kind=MentionKind.NAME,
        entity_kind=found.kind,
        name=fullest(found, " ".join(span.of(text).split())),
        confidence=found.confidence,
        made_by=MADE_BY,
        roles=printed,
    )


def _adjective(tokens: Sequence[Token], text: str, demonym: Demonym) -> Mention:
    span = _span(tokens, demonym.first, demonym.end)
    return Mention(
        span=span,
        surface=span.of(text),
        kind=MentionKind.ADJECTIVE,
        entity_kind=EntityKind.PLACE,
        name=demonym.country,
        confidence=0.9,
        made_by=MADE_BY,
    )


def _span(tokens: Sequence[Token], first: int, end: int) -> Span:
    return Span(tokens[first].start, tokens[end - 1].end)
