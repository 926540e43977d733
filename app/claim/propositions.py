"""The proposition of a quote, readable on its own.

Three ways, by what the content is:

* a statement (a clause with a subject): the clause itself, without "that" and outer quotation marks, the speaker's name
  for the first "he" or "she" that means the speaker, and for "I" where the verb keeps its form ("I will", "I met");
* direct words that make no sense without their speaker (first and second persons, orders, answers): `Name: “words”`;
* anything else (infinitives, objects, questions, clauses about "he" or "we"): `Name`, the cue in the present tense, the
  content ("Ola Berg asks how …", "Ola Berg accuses the board of fraud").
"""

from collections.abc import Sequence
from typing import NamedTuple

from app.claim.clauses import is_personal, is_statement, is_unbound
from app.claim.number import is_plural
from app.claim.persons import named
from app.claim.verbs import predicate
from app.claim.words import Words
from app.model.mention import MentionKind
from app.model.quote import Cue, Party, Quote, QuoteKind
from app.model.span import Span

_MARKS = "\"“”„‟«»‘’'‚`"
_DOUBLED = ("''", "``", ",,")
_TRAILING = ",;:—– "
_FEWEST_WORDS = 3
_WIDEST_GAP = 60
_UNBOUND, _REWRITTEN, _FRAMED, _PLAIN = 0.6, 0.9, 0.95, 1.0


class Proposition(NamedTuple):
    """A proposition's text, and how sure it is (0–1) that the text says what the quote says."""

    text: str
    confidence: float


def proposition(quote: Quote, words: Words) -> Proposition | None:
    """What the quote puts forward; None where that is nothing that can be read on its own."""
    inside = words.within(quote.content)
    if is_statement(words.tokens, inside):
        renamed = named(words, inside, quote)
        taken = {span.start for span in renamed}
        if not is_personal(words.tokens, [i for i in inside if words.tokens[i].start not in taken]):
            unbound = not renamed and is_unbound(words.tokens, inside)
            if not (unbound and _claimant(quote) and _can_frame(quote)):
                text = _finished(_clause(quote.content, words.text, renamed))
                return Proposition(text, _UNBOUND if unbound else _REWRITTEN if renamed else _PLAIN)
    elif sum(words.tokens[index].text[:1].isalnum() for index in inside) < _FEWEST_WORDS:
        return None
    speaker = _claimant(quote)
    return _framed(speaker, quote, words) if speaker else None


def _claimant(quote: Quote) -> str | None:
    """The speaker's name, else the phrase as printed; None for pronouns and where there is nobody."""
    party = quote.speaker
    if party is None or (party.mention is None and party.form is MentionKind.PRONOUN):
        return None
    return _capital(_name(party))


def _name(party: Party) -> str:
    return party.mention.name if party.mention else " ".join(party.text.split())


def _clause(content: Sequence[Span], text: str, renamed: dict[Span, str]) -> str:
    """The content's parts in one line, replaced words replaced, outer quotation marks and "that" left off."""
    parts = [_unquoted(_replaced(text, span, renamed)) for span in content]
    joined = ""
    for part in parts:
        if joined and part[:1].isupper() and joined[-1] in _TRAILING:
            joined = joined.rstrip(_TRAILING) + "."
        joined = f"{joined} {part}".strip()
    return joined.removeprefix("that ") if content[0].of(text).startswith("that ") else joined


def _replaced(text: str, span: Span, renamed: dict[Span, str]) -> str:
    pieces, at = [], span.start
    for place, name in sorted(renamed.items()):
        if span.covers(place):
            pieces += [text[at : place.start], name]
            at = place.end
    return " ".join("".join([*pieces, text[at : span.end]]).split())


def _unquoted(part: str) -> str:
    """The words without quotation marks that open and close the whole of them."""
    if part[:1] in _MARKS and (part[-1:] in _MARKS or not any(c in _MARKS for c in part[1:])):
        return _without_mark(_without_mark(part)[::-1])[::-1].strip()
    return part


def _without_mark(part: str) -> str:
    """The words without the one mark, single or doubled, that they begin with."""
    if part[:1] not in _MARKS:
        return part
    return part[2:] if part[:2] in _DOUBLED else part[1:]


def _finished(text: str) -> str:
    return _capital(text.rstrip(_TRAILING))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _framed(speaker: str, quote: Quote, words: Words) -> Proposition:
    """Speaker, cue and content as one sentence; the words alone where they are printed as the speaker's own."""
    cue, text = quote.cue, words.text
    if cue is None or not cue.lemma.isalpha() or quote.kind in (QuoteKind.DIRECT, QuoteKind.HEADLINE):
        return Proposition(f"{speaker}: “{_finished(_clause(quote.content, text, {}))}”", _FRAMED)
    said = " ".join(_replaced(text, span, {}) for span in quote.content).rstrip(_TRAILING)
    verb = predicate(
        cue.lemma, plural=quote.speaker is not None and is_plural(quote.speaker, words), negated=quote.negated
    )
    return Proposition(" ".join(part for part in (speaker, verb, _gap(cue, quote, text), said) if part), _FRAMED)


def _can_frame(quote: Quote) -> bool:
    """Can speaker and cue stand before the content without turning the sentence round?"""
    return quote.cue is not None and (quote.kind is QuoteKind.HEADLINE or quote.cue.spans[-1] < quote.content[0])


def _gap(cue: Cue, quote: Quote, text: str) -> str:
    """What stands between cue and content: an addressee, a preposition. After "was told by …" it is the addressee."""
    if quote.speaker and cue.spans[-1] < quote.speaker.spans[0] < quote.content[0]:
        return _name(quote.addressee) if quote.addressee else ""
    between = text[cue.spans[-1].end : quote.content[0].start] if cue.spans[-1].end < quote.content[0].start else ""
    plain = len(between) <= _WIDEST_GAP and "\n" not in between
    return " ".join(between.split()).strip(_TRAILING) if plain else ""
