"""Whom "he", "she", "it", "they" and "who" mean."""

from collections.abc import Collection, Mapping

from app.attribute.antecedents import RELATIVE, taken_up
from app.attribute.figures import Cast, Figure
from app.attribute.fits import fits_body, fits_group, fits_person
from app.attribute.referent import Referent
from app.attribute.scene import Scene
from app.attribute.tree import Tree
from app.attribute.weighing import Demand, choose
from app.model.mention import MentionKind

SEXES = {"he": "m", "his": "m", "him": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_SUBJECTS = ("he", "she")
REFLEXIVE = ("himself", "herself")
_THINGS, _GROUPS = ("it", "its"), ("they", "their")
_USUAL, _QUOTED = Demand(), Demand(margin=2.0)
_NOBODY = Referent(MentionKind.PRONOUN)
_SUREST = 0.9
_TELLING = 0.9


def personal(word: str, scene: Scene, cast: Cast, barred: Collection[Figure] = (), *, quoted: bool = False) -> Referent:
    """Whom a personal pronoun means; within a quotation, where others may be spoken of, only with a wide margin.

    "It" may be the subject of what it says ("Kestrel Air will cut jobs, it said"), so nothing is barred for it.
    """
    demand = _QUOTED if quoted else _USUAL
    if word in SEXES:
        sex = SEXES[word]
        fits = fits_person(sex)
        known = scene.sexes
        choice = choose(scene, lambda f: fits(f) if known.get(f, sex) == sex else 0.0, barred, cast.only(sex), demand)
        if choice and word in _SUBJECTS and not quoted and choice.confidence >= _TELLING:
            known.setdefault(choice.figure, sex)
    elif word in _THINGS:
        choice = choose(scene, fits_body, demand=demand)
    elif word in _GROUPS:
        choice = choose(scene, fits_group, barred, demand=demand)
    else:
        return _NOBODY
    if choice is None:
        return _NOBODY
    reason = f"“{word}”: {choice.reason}"
    return Referent(MentionKind.PRONOUN, choice.figure, choice.figure.mention, choice.confidence, reason)


def relative(index: int, tree: Tree, cast: Cast, referents: Mapping[int, Referent]) -> Referent:
    """Whom "who" or "which" means: the name that its clause modifies, else whom that noun means."""
    word = tree.tokens[index].text.lower()
    if word not in RELATIVE:
        return _NOBODY
    noun, mention = taken_up(tree, cast, index)
    reason = f"“{word}”: the one named just before"
    if mention:
        return Referent(MentionKind.PRONOUN, cast.of(mention), mention, _SUREST, reason)
    known = referents.get(noun)
    return known._replace(form=MentionKind.PRONOUN, reason=reason) if known and known.figure else _NOBODY
