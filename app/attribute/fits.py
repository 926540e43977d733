"""How well a figure fits a word: "he", "it", "they", "the singer", "the company". 0 where it cannot be meant."""

from app.attribute.figures import Figure
from app.attribute.nouns import Sort, alike, sex_in, sorts
from app.attribute.weighing import Fit
from app.model.mention import EntityKind

_UNSEXED, _PLACE, _ONE_BODY, _TAKEN_FOR_PERSON, _TAKEN_FOR_BODY = 0.8, 0.25, 0.5, 0.8, 0.5
_CALLED_SO, _SAME_SORT, _CALLED_OTHERWISE = 3.0, 1.2, 0.5
_SAME_AGE, _OTHERWISE_DESCRIBED = 1.5, 0.7
GENERIC = frozenset(["company", "firm", "group", "organisation", "organization", "business", "body", "giant"])


def fits_person(sex: str | None) -> Fit:
    """How well a figure fits "he" or "she"; 0 where it cannot be meant."""

    def fit(figure: Figure) -> float:
        if figure.plural or (figure.sex and sex and figure.sex != sex):
            return 0.0
        if figure.sort is not Sort.PERSON:
            return _TAKEN_FOR_BODY if sex and figure.may_be_person else 0.0
        return 1.0 if figure.sex == sex else _UNSEXED

    return fit


def fits_body(figure: Figure) -> float:
    """How well a figure fits "it": a body or paper, a place less well."""
    if figure.plural or (figure.sort is Sort.PERSON and not figure.may_be_body):
        return 0.0
    return _PLACE if is_place(figure) else 1.0 if figure.sort is not Sort.PERSON else _TAKEN_FOR_PERSON


def fits_group(figure: Figure) -> float:
    """How well a figure fits "they": several, or a body."""
    if figure.plural:
        return 1.0
    return _ONE_BODY if figure.sort is Sort.BODY and not is_place(figure) else 0.0


def is_place(figure: Figure) -> bool:
    return figure.mention is not None and figure.mention.entity_kind is EntityKind.PLACE


def fits_body_called(noun: str) -> Fit:
    """How well a body fits "the bank": best if it is called so, well if it is of that sort, not if of another sort.

    Ministries, courts and papers are of many kinds: one must be known to be of that sort.
    """
    kinds = sorts(noun)
    traits = kinds.get(Sort.BODY, frozenset())
    is_told = Sort.PAPER in kinds or traits <= {"office"}

    def fit(figure: Figure) -> float:
        if figure.sort is not Sort.BODY or figure.plural or is_place(figure):
            return 0.0
        if alike(noun) & figure.called.keys():
            return _CALLED_SO
        if figure.traits and not figure.traits & traits:
            return 0.0
        others = (other for other in figure.called if Sort.BODY in sorts(other) and other not in GENERIC)
        if noun not in GENERIC and any(others):
            return _CALLED_OTHERWISE
        return _SAME_SORT if figure.traits else 0.0 if is_told else 1.0

    return fit


def fits_person_called(noun: str, age: str | None) -> Fit:
    """How well a person fits "the singer", "the 37-year-old": not of another sex or age, less if described."""
    sex = sex_in(noun)
    person = fits_person(sex)

    def fit(figure: Figure) -> float:
        fitness = 1.0 if sex is None and person(figure) else person(figure)
        if age and figure.age:
            return fitness * _SAME_AGE if age == figure.age else 0.0
        return fitness * _OTHERWISE_DESCRIBED if figure.called and not age else fitness

    return fit
