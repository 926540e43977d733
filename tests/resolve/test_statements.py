"""The same words by the same speaker are one utterance, the same proposition one claim."""

from app.model.claim import Stance
from app.resolve import NoCandidates, resolve
from tests.resolve.making import claim, ids, item, named, quote
from tests.resolve.memory import Memory

CLARA, HUGO = named("Clara Tarrant"), named("Hugo Mills")
WORDS = "We shall open the new harbour before the first snow."


def test_the_same_words_in_another_article_are_the_same_utterance() -> None:
    memory, new_id = Memory(), ids()
    first = memory.keep(resolve([item(1, CLARA, quotes=(quote(WORDS, CLARA),))], memory, new_id))
    again = quote("“we shall open the NEW harbour, before the first snow”", CLARA)
    second = memory.keep(resolve([item(2, CLARA, quotes=(again,))], memory, new_id))
    assert first.items[0].utterances == second.items[0].utterances


def test_another_speaker_or_other_words_are_another_utterance() -> None:
    quotes = (quote(WORDS, CLARA), quote(WORDS, HUGO), quote("We shall not.", CLARA))
    (found,) = resolve([item(1, CLARA, HUGO, quotes=quotes)], NoCandidates(), ids()).items
    assert len({each.id for each in found.utterances}) == 3


def test_nameless_speakers_share_an_utterance_only_where_the_words_tell() -> None:
    def utterances(text: str, called: str, pronoun: bool) -> int:
        items = [item(i, quotes=(quote(text, called=called, pronoun=pronoun),)) for i in (1, 2)]
        found = resolve(items, NoCandidates(), ids())
        return len({each.utterances[0].id for each in found.items})

    assert utterances(WORDS, "a harbour official", pronoun=False) == 1
    assert utterances("Yes, of course.", "a harbour official", pronoun=False) == 2
    assert utterances(WORDS, "she", pronoun=True) == 2


def test_claims_differ_by_claimant_stance_negation_and_words() -> None:
    claims = (
        claim("The harbour opens in May"),
        claim("the harbour opens in May."),
        claim("The harbour opens in May", stance=Stance.DENIES),
        claim("The harbour opens in May", negated=True),
        claim("The harbour opens in May", of=1),
    )
    quotes = (quote(WORDS, CLARA), quote(WORDS, HUGO))
    (found,) = resolve([item(1, CLARA, HUGO, quotes=quotes, claims=claims)], NoCandidates(), ids()).items
    assert found.claims[0] == found.claims[1]
    assert len({each.id for each in found.claims}) == 4
