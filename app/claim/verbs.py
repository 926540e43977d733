"""English verbs in the third person of the present."""

_HISSING = ("s", "sh", "ch", "x", "z", "o")
_VOWELS = "aeiou"


def present(lemma: str) -> str:
    """The verb as it stands after "she": "deny" → "denies", "press" → "presses"."""
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(_HISSING) else "s")
