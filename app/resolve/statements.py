"""Keys under which the same words by the same speaker, and the same claim by the same claimant, are one."""

from uuid import UUID

from app.model.claim import Claim
from app.model.mention import MentionKind
from app.model.quote import Party, Quote
from app.model.resolution import Item
from app.resolve.words import digest, words

# The fewest words that are the same words when no name says that the speaker is the same person.
TELLING = 6


def utterance_key(quote: Quote, speaker: UUID | None, item: Item) -> str:
    """The speaker's key and a digest of the quoted words."""
    return f"{_speaker_key(quote, speaker, quote.text, item)}:{digest(words(quote.text))}"


def claim_key(claim: Claim, speaker: UUID | None, item: Item) -> str:
    """The claimant's key, the stance, whether the proposition is negated, and a digest of its words."""
    claimant = _speaker_key(item.findings.quotes[claim.quote], speaker, claim.text, item)
    return f"{claimant}:{claim.stance}:{'not' if claim.negated else ''}:{digest(words(claim.text))}"


def _speaker_key(quote: Quote, speaker: UUID | None, said: str, item: Item) -> str:
    """The speaker's entity, else how the text calls them. A pronoun, a missing speaker or very few words are told apart
    by article: "he: yes" is not the same statement in two places."""
    if speaker:
        return str(speaker)
    named = _folded(quote.speaker)
    return named if named and len(words(said)) >= TELLING else f"{item.id}/{named}"


def _folded(party: Party | None) -> str:
    return " ".join(words(party.text)) if party and party.form is not MentionKind.PRONOUN else ""
