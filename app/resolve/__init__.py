"""Across articles: the same person, the same words, the same claim, the same story."""

from collections.abc import Callable, Sequence
from uuid import UUID

from app.model.quote import Quote
from app.model.resolution import Item, Resolution, Resolved
from app.resolve.candidates import Candidates, NoCandidates
from app.resolve.entities import Identities, identify
from app.resolve.identified import identified
from app.resolve.sketches import place
from app.resolve.statements import claim_key, utterance_key

__all__ = ["Candidates", "Identities", "NoCandidates", "identify", "resolve"]


def resolve(items: Sequence[Item], candidates: Candidates, new_id: Callable[[], UUID]) -> Resolution:
    """Decide who and what the findings of one document are.

    `items` are all its articles in their order; `candidates` remembers earlier documents; `new_id` makes ids in the
    order of time. Nothing is dropped: a copy is an article with a `copy`. Reads no clock and keeps nothing.
    """
    who = identify(items, candidates, new_id)
    speakers = [[_speaker(quote, who) for quote in item.findings.quotes] for item in items]
    utterances = identified(
        [
            [utterance_key(quote, by, item) for quote, by in zip(item.findings.quotes, each, strict=True)]
            for item, each in zip(items, speakers, strict=True)
        ],
        candidates.utterances,
        new_id,
    )
    claims = identified(
        [
            [claim_key(claim, each[claim.quote], item) for claim in item.findings.claims]
            for item, each in zip(items, speakers, strict=True)
        ],
        candidates.claims,
        new_id,
    )
    places = place(items, candidates, new_id)
    resolved = tuple(
        Resolved(
            item=item,
            mentions=tuple(who.meant(mention) for mention in item.findings.mentions),
            utterances=utterances[index],
            claims=claims[index],
            sketch=placed.sketch,
            story_reasons=placed.story_reasons,
            copy=placed.copy,
            version=placed.version,
        )
        for index, (item, placed) in enumerate(zip(items, places.items, strict=True))
    )
    return Resolution(
        items=resolved,
        entities=who.entities,
        judgements=who.judgements,
        regrouped=places.regrouped,
        merged=places.merged,
    )


def _speaker(quote: Quote, who: Identities) -> UUID | None:
    return who.meant(quote.speaker.mention) if quote.speaker and quote.speaker.mention else None
