"""From a cue that was found to the quote that is kept."""

from collections.abc import Sequence

from app.attribute.assembly import content, kind
from app.attribute.facets import hedged, negated, said_on
from app.attribute.headlines import Headline
from app.attribute.marked import Clause
from app.attribute.quotations import between
from app.attribute.reading import Reading
from app.attribute.sources import addressee
from app.attribute.spans import cut
from app.attribute.tree import Range, Tree
from app.model.mention import MentionKind
from app.model.quote import Cue, CueClass, Party, Quote, QuoteKind, content_text
from app.model.span import Span

MADE_BY = "attribute 1.0"

_NEAR = 20
_CONFIDENCE = {QuoteKind.DIRECT: 0.95, QuoteKind.MIXED: 0.9, QuoteKind.INDIRECT: 0.8, QuoteKind.HEADLINE: 0.7}
_GROUND = {
    QuoteKind.DIRECT: "quotation marks next to the cue",
    QuoteKind.MIXED: "a clause with quotation marks that the cue governs",
    QuoteKind.INDIRECT: "a clause that the cue governs",
}


def from_headline(text: str, headline: Headline) -> Quote:
    """The quote of a headline. Its speaker is the name before the colon."""
    name = headline.speaker
    party = Party(
        spans=(name.span,),
        text=name.surface,
        form=MentionKind.NAME,
        mention=name,
        role=name.roles[0].text if name.roles else None,
        confidence=name.confidence,
        reason="named before the colon",
    )
    return Quote(
        kind=QuoteKind.HEADLINE,
        content=(headline.content,),
        text=headline.content.of(text),
        speaker=party,
        cue=Cue(spans=(headline.colon,), text=headline.colon.of(text), lemma=":", kind=CueClass.STATEMENT),
        confidence=round(_CONFIDENCE[QuoteKind.HEADLINE] * name.confidence, 2),
        reason="a headline's name, colon and words",
        made_by=MADE_BY,
    )


def from_clause(text: str, reading: Reading, index: int) -> Quote | None:
    """The quote of one cue; None where nothing is said with it ("he said so", "she spoke")."""
    tree, clause = reading.tree, reading.clauses[index]
    own = [reading.marked[number] for number in reading.bonds.get(index, ())]
    spans = content(tree, text, clause, own, reading.marked)
    if not spans:
        return None
    speaker = reading.references.party(clause.source) if clause.source else None
    to = addressee(tree, clause.sign)
    made = kind(tree, spans, [q.span for s in spans for q in between(reading.marked, s)])
    return Quote(
        kind=made,
        content=spans,
        text=content_text(text, spans),
        speaker=speaker,
        cue=_cue(tree, text, clause),
        addressee=reading.references.party(to) if to and not _inside(tree.span(to.stretch), spans) else None,
        hedged=hedged(tree, clause.sign),
        negated=negated(tree, clause.sign),
        said_on=said_on(_own_words(tree, text, clause, spans)),
        confidence=round(_CONFIDENCE[made] * (speaker.confidence if speaker else 1.0), 2),
        reason=_reason(made, clause, speaker),
        made_by=MADE_BY,
    )


def _cue(tree: Tree, text: str, clause: Clause) -> Cue:
    tokens = clause.sign.tokens
    span = Span(tree.tokens[tokens[0]].start, tree.tokens[tokens[-1]].end)
    return Cue(spans=(span,), text=span.of(text), lemma=clause.sign.lemma, kind=clause.sign.verb.kind)


def _inside(span: Span, content: Sequence[Span]) -> bool:
    return any(part.overlaps(span) for part in content)


def _own_words(tree: Tree, text: str, clause: Clause, content: Sequence[Span]) -> str:
    """What the cue governs near it besides the content."""
    head, (first, end) = clause.sign.head, tree.range(clause.sign.head)
    own = tree.span(Range(max(first, head - _NEAR), min(end, head + _NEAR)))
    return " | ".join(span.of(text) for span in cut([own], content))


def _reason(made: QuoteKind, clause: Clause, speaker: Party | None) -> str:
    if speaker is None:
        return f"{_GROUND[made]}; the text names no source"
    place = "after “according to”" if clause.sign.is_according else f"subject of “{clause.sign.lemma}”"
    return f"{_GROUND[made]}; {place}; {speaker.reason}"
