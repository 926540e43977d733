"""Whether two printed names can be one person's, and how sure that is. Looks at nothing but the two names."""

from dataclasses import dataclass
from functools import lru_cache
from math import prod

from app.kit.given_names import sex_of, sex_of_title
from app.resolve.printed import is_acronym, key
from app.resolve.romanise import begins_with_article, family_key
from app.resolve.tables import family_first, given_names, name_words

SPELLING = 0.95
MIDDLE_NAME = 0.95
NICKNAME = 0.9
INITIAL = 0.85
_JUNIOR = ("jr", "sr")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name taken apart. `family` is a key (`romanise.family_key`), `given` are folded given names.

    A name of one word is a family name alone. `suffix` ("jr") tells two persons of one name apart, and so does `sex`
    ("f", "m"), where the title or the given name shows it.
    """

    printed: str
    given: tuple[str, ...]
    family: str
    family_printed: str
    suffix: str = ""
    sex: str | None = None

    @property
    def full(self) -> bool:
        return bool(self.given)

    @property
    def weight(self) -> tuple[int, int, int]:
        """By how much the name says: given names in full, all given names, letters."""
        return (sum(len(each) > 1 for each in self.given), len(self.given), len(self.printed))


@dataclass(frozen=True, slots=True)
class Likeness:
    score: float
    reason: str


@lru_cache(maxsize=1 << 14)
def person_name(printed: str) -> PersonName:
    """Take a printed name apart: honorifics off, family name last but for a suffix, with its particles ("van der
    Berg")."""
    words, titles = printed.split(), []
    while len(words) > 1 and key(words[0]) in name_words("honorific"):
        titles.append(words.pop(0))
    printed = " ".join(words)
    words, suffix = _without_suffix(words)
    start = len(words) - 1
    while start > 1 and key(words[start - 1]) in name_words("particle"):
        start -= 1
    if len(words) > 1 and start == 1 and key(words[0]) in name_words("particle"):
        start = 0
    family = " ".join(words[start:])
    given = tuple(each for word in words[:start] for each in _given_names(word))
    sex = next((sex for title in titles if (sex := sex_of_title(title))), sex_of(" ".join(words)))
    return PersonName(printed, given, family_key(family) or key(family), family, suffix, sex)


def _without_suffix(words: list[str]) -> tuple[list[str], str]:
    """The words of a name before its suffix, and that. A numeral behind one word is a king's and no suffix."""
    suffix = key(words[-1])
    is_suffix = suffix in name_words("suffix") and len(words) > (1 if suffix in _JUNIOR else 2)
    return (words[:-1], suffix) if is_suffix else (words, "")


def _given_names(word: str) -> list[str]:
    """The given names in one printed word; initials run together ("J.D.") are several."""
    folded = key(word)
    return list(folded) if is_acronym(word) and len(folded) <= 3 else folded.split()


def likeness(one: PersonName, other: PersonName) -> Likeness | None:
    """How well two full names agree, and why; None where they contradict each other or one is no full name.

    Given names are compared one by one from the first: each must be the other's equal, a spelling or short form of it,
    or its initial. What the longer name has besides is a middle name. Different given names are never one person, and
    "Mr J. Crane" is not Julia Crane.
    """
    if not (one.full and other.full) or one.family != other.family or one.suffix != other.suffix:
        return None
    if _contradict(one, other):
        return None
    pairs = [_given(a, b) for a, b in zip(one.given, other.given, strict=False)]
    parts = [part for part in pairs if part is not None]
    if len(parts) < len(pairs):
        return None
    if one.family_printed.casefold() != other.family_printed.casefold():
        parts.append(
            Likeness(SPELLING, f"“{one.family_printed}” and “{other.family_printed}” romanise one family name")
        )
    if len(one.given) != len(other.given):
        parts.append(Likeness(MIDDLE_NAME, "one name has a middle name or initial that the other leaves out"))
    reasons = [part.reason for part in parts if part.reason]
    return Likeness(round(prod(part.score for part in parts), 3), "; ".join(reasons) or "the same full name")


def _given(one: str, other: str) -> Likeness | None:
    if one == other:
        return Likeness(1.0, "")
    if 1 in (len(one), len(other)):
        initial, name = sorted((one, other), key=len)
        reason = f"“{initial.title()}.” can stand for “{name.title()}”"
        return Likeness(INITIAL, reason) if name.startswith(initial) else None
    kind = given_names().get(one, {}).get(other)
    if kind == "spelling":
        return Likeness(SPELLING, f"“{one.title()}” and “{other.title()}” are spellings of one given name")
    return Likeness(NICKNAME, f"“{one.title()}” and “{other.title()}” are forms of one given name") if kind else None


def family_alone(single: PersonName, full: PersonName) -> bool:
    """Whether `single`, a name of one word, can be the family name of `full` (first in Chinese or Korean order).

    "Mrs Crane" is not Simon Crane, and "Crane Jr." is not Simon Crane Sr. Nor is "Al Crane", who may be Albert, unless
    there is an article in the full name.
    """
    if single.full or not full.full or _contradict(single, full) or single.suffix not in ("", full.suffix):
        return False
    if single.family_printed.startswith("Al ") and not begins_with_article(full.family_printed):
        return False
    first = full.given[0]
    return single.family == full.family or (first == key(single.printed) and first in family_first())


def same_family_alone(one: PersonName, other: PersonName) -> bool:
    """Whether both are one family name and no more, without titles or suffixes that tell them apart."""
    alone = not (one.full or other.full or _contradict(one, other))
    return alone and one.family == other.family and one.suffix == other.suffix


def _contradict(one: PersonName, other: PersonName) -> bool:
    return None not in (one.sex, other.sex) and one.sex != other.sex
