"""English verbs in the third person of the present."""

_HISSING = ("s", "sh", "ch", "x", "z", "o")
_VOWELS = "aeiou"


def predicate(lemma: str, *, plural: bool, negated: bool) -> str:
    """The verb after one or several speakers, said or not: "denies", "deny", "does not say", "do not say"."""
    if negated:
        return f"{'do' if plural else 'does'} not {lemma}"
    return lemma if plural else present(lemma)


def present(lemma: str) -> str:
    """The verb as it stands after "she": "deny" → "denies", "press" → "presses"."""
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(_HISSING) else "s")
