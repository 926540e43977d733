"""What a claimant does with a proposition, by the class of the cue."""

from app.model.claim import Stance
from app.model.quote import CueClass, Quote

_STANCES = {
    CueClass.STATEMENT: Stance.ASSERTS,
    CueClass.QUESTION: Stance.ASKS,
    CueClass.PROMISE: Stance.PROMISES,
    CueClass.THREAT: Stance.THREATENS,
    CueClass.DENIAL: Stance.DENIES,
    CueClass.ORDER: Stance.ORDERS,
    CueClass.ACCUSATION: Stance.ACCUSES,
    CueClass.PREDICTION: Stance.PREDICTS,
    CueClass.EXPRESSIVE: Stance.EXPRESSES,
}


def stance(quote: Quote) -> Stance:
    """The stance of a quote: "asked (or told) her to leave" orders, "asked whether she left" asks. No cue: asserts."""
    if quote.cue is None:
        return Stance.ASSERTS
    if (quote.cue.kind is CueClass.QUESTION or quote.cue.lemma == "tell") and quote.text.startswith("to "):
        return Stance.ORDERS
    return _STANCES[quote.cue.kind]
