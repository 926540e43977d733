"""One speaker or several: what the verb of a claim agrees with."""

from app.claim.words import Words
from app.model.quote import Party

_SEVERAL = frozenset(("both", "many", "most", "several", "some", "others", "few", "people", "police"))
_NUMBERED = "CD"


def is_plural(party: Party, words: Words) -> bool:
    """Are several meant by the phrase ("residents", "two of them", "the mayor and the engineer")?

    A name is one ("the United Nations says"), so is a phrase without a noun.
    """
    if party.mention is not None:
        return False
    inside = words.within(party.spans)
    own = set(inside)
    for index in inside:
        token = words.tokens[index]
        if token.head == index or token.head not in own:
            several = token.tag in ("NNS", "NNPS") or token.text.lower() in _SEVERAL
            joined = any(words.tokens[i].dep == "conj" and words.tokens[i].head == index for i in inside)
            return several or joined or (token.tag == _NUMBERED and token.text.lower() not in ("one", "1"))
    return False
