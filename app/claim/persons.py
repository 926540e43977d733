"""Pronouns that mean the speaker, and the name that stands for them in a claim."""

from collections.abc import Sequence

from app.claim.clauses import roots
from app.claim.words import Words
from app.kit.given_names import sex_of
from app.model.mention import EntityKind, Mention
from app.model.quote import Quote, QuoteKind
from app.model.span import Span
from app.model.syntax import Token

_SEXES = {"he": "m", "she": "f", "his": "m", "her": "f"}
_OWN = {"i": "", "me": "", "my": "’s"}
_OTHERS = frozenset(("we", "us", "our", "ours", "ourselves", "you", "your", "yours", "yourself", "myself", "mine"))


def named(words: Words, inside: Sequence[int], quote: Quote) -> dict[Span, str]:
    """The pronouns of a statement to be replaced, with what replaces them; none unless it surely means the speaker.

    In words printed as direct speech "I", "me" and "my" are replaced if every verb keeps its form ("I will", "I met";
    not "I am") and nothing else speaks of "we" or "you". In reported speech the first "he" or "she" is replaced if it
    is the subject or stands in it, and no other name and no addressee comes between; later ones refer to the name.
    """
    speaker = quote.speaker.mention if quote.speaker else None
    if speaker is None or speaker.entity_kind is not EntityKind.PERSON:
        return {}
    if quote.kind in (QuoteKind.DIRECT, QuoteKind.HEADLINE):
        return _first_person(words.tokens, inside, speaker)
    return _third_person(words.tokens, inside, quote, speaker)


def _first_person(tokens: Sequence[Token], inside: Sequence[int], speaker: Mention) -> dict[Span, str]:
    own = [index for index in inside if tokens[index].text.lower() in _OWN]
    if any(tokens[index].text.lower() in _OTHERS for index in inside):
        return {}
    if not all(_keeps_form(tokens, inside, index) for index in own if tokens[index].text.lower() == "i"):
        return {}
    names = [speaker.name, *[speaker.name.split()[-1]] * len(own)]
    return {
        Span(tokens[index].start, tokens[index].end): name + _OWN[tokens[index].text.lower()]
        for index, name in zip(own, names, strict=False)
    }


def _keeps_form(tokens: Sequence[Token], inside: Sequence[int], subject: int) -> bool:
    """Is the verb of "I" the same with a name: a past tense or a modal?"""
    verb = tokens[subject].head
    auxiliaries = [i for i in inside if tokens[i].head == verb and tokens[i].dep in ("aux", "auxpass")]
    finite = tokens[auxiliaries[0]] if auxiliaries else tokens[verb]
    return finite.tag in ("MD", "VBD") and finite.text[:1] not in "'’"


def _third_person(tokens: Sequence[Token], inside: Sequence[int], quote: Quote, speaker: Mention) -> dict[Span, str]:
    for index in inside:
        token = tokens[index]
        word = token.text.lower()
        if token.pos == "PROPN" and token.dep != "compound":
            return {}
        if word in _SEXES:
            if _means_speaker(tokens, inside, index, quote, speaker):
                return {Span(token.start, token.end): speaker.name + ("’s" if token.tag == "PRP$" else "")}
            return {}
    return {}


def _means_speaker(tokens: Sequence[Token], inside: Sequence[int], index: int, quote: Quote, speaker: Mention) -> bool:
    sex = _SEXES[tokens[index].text.lower()]
    printed = _SEXES.get(quote.speaker.text.lower()) if quote.speaker else None
    if (printed or sex_of(speaker.name)) not in (sex, None) or quote.addressee is not None:
        return False
    tops, noun = roots(tokens, inside), index
    if tokens[index].tag == "PRP$":
        noun = tokens[index].head
    return tokens[noun].dep in ("nsubj", "nsubjpass") and tokens[noun].head in tops
