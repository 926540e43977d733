"""From what was tagged to the quotes that are kept."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.attribute.assembly import content, kind
from app.attribute.completion import completed
from app.attribute.cues import cue_of
from app.attribute.decoding import Tagged
from app.attribute.facets import Facets, facets
from app.attribute.headlines import Headline
from app.attribute.lexicon import class_of, verb_of
from app.attribute.phrases import phrase_in, stretches
from app.attribute.reading import Reading
from app.attribute.saying import Saying
from app.attribute.scope import is_saying
from app.model.mention import MentionKind
from app.model.quote import Cue, CueClass, Party, Quote, QuoteKind, content_text
from app.model.span import Span, joined, surface

RULES = "attribute 2.0"

_HEADLINE = 0.7
_GROUND = {
    QuoteKind.DIRECT: "a quotation",
    QuoteKind.MIXED: "words with quotation marks in them",
    QuoteKind.INDIRECT: "reported words",
}


def from_headline(text: str, headline: Headline) -> Quote:
    """The quote of a headline. Its speaker is the name beside the colon, dash or verb."""
    name, mark = headline.speaker, headline.cue.of(text)
    verb = verb_of(mark)
    party = Party(
        spans=(name.span,),
        text=name.surface,
        form=MentionKind.NAME,
        mention=name,
        role=name.roles[0].text if name.roles else None,
        confidence=name.confidence,
        reason=f"named before “{verb}”" if verb else "named before the colon",
    )
    return Quote(
        kind=QuoteKind.HEADLINE,
        content=(headline.content,),
        text=headline.content.of(text),
        speaker=party,
        cue=Cue(
            spans=(headline.cue,),
            text=mark,
            lemma=verb or ":",
            kind=class_of(verb) if verb else CueClass.STATEMENT,
        ),
        confidence=round(_HEADLINE * name.confidence, 2),
        reason=f"a headline's words, name and {'verb' if verb else 'colon'}",
        made_by=f"{RULES}, headline rule",
    )


def from_tagged(reading: Reading) -> Iterator[Quote]:
    """The quotes of what was tagged; what has no words in its content, or is no saying, is left out."""
    for tagged in reading.tagged:
        spans = content(reading.layout, tagged.content, tagged.cue)
        if spans:
            quote = _quote(reading, tagged, completed(reading.tree, spans, (*tagged.source, *tagged.cue)))
            if is_saying(quote, reading.layout):
                yield quote


def _quote(reading: Reading, tagged: Tagged, spans: tuple[Span, ...]) -> Quote:
    speaker = _speaker(reading, tagged)
    made = kind(reading.layout, spans)
    saying = None if tagged.turn else Saying.of(reading.tree, reading.layout.text, tagged, spans)
    said = facets(saying) if saying else Facets()
    cue = None if tagged.turn else cue_of(reading.layout.text, tagged, saying, said)
    to = reading.references.party(said.addressee) if said.addressee else None
    return Quote(
        kind=made,
        content=spans,
        text=content_text(reading.layout.text, spans),
        speaker=speaker,
        cue=cue,
        addressee=to,
        hedged=said.hedged,
        negated=said.negated,
        said_on=said.said_on,
        said_when=said.when,
        said_where=said.where,
        confidence=round(tagged.confidence * (speaker.confidence if speaker else 1.0), 2),
        reason=_reason(made, cue, speaker),
        made_by=f"{RULES}, tagger {reading.version}",
    )


def _speaker(reading: Reading, tagged: Tagged) -> Party | None:
    """The source as printed, every stretch of it, and whom its phrase means."""
    phrase = phrase_in(reading.tree, tagged.source)
    if phrase is None:
        return None
    party = reading.references.party(phrase)
    spans = _whole(stretches(reading.tree, tagged.source), party)
    return replace(party, spans=spans, text=surface(reading.layout.text, spans))


def _whole(spans: Sequence[Span], party: Party) -> tuple[Span, ...]:
    """The spans, none of which cuts the name they stand for or its printed role in two."""
    if party.mention is None:
        return tuple(spans)
    named = [party.mention.span, *(role.span for role in party.mention.roles)]
    return joined([*spans, *(own for own in named if any(own.overlaps(span) for span in spans))])


def _reason(made: QuoteKind, cue: Cue | None, speaker: Party | None) -> str:
    ground = f"{_GROUND[made]} with “{cue.text}”" if cue else f"{_GROUND[made]} that goes on with a speaker's turn"
    return f"{ground}; {speaker.reason if speaker else 'the text names no source'}"
