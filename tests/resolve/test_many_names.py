"""However many names a document prints, they are looked up and not compared all with all."""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from random import Random
from typing import override

import pytest

from app.model.entity import Entity
from app.model.mention import EntityKind
from app.resolve import NoCandidates, resolve
from app.resolve.entities import identify
from tests.effort import steps
from tests.resolve.making import ORGANISATION, PERSON, ids, item, named
from tests.resolve.memory import Memory
from tests.resolve.test_entities import Desk

TITLES = ("Mr", "Dr", "Sen.", "Gov.", "Prof.", "Rep.")


def made_up(random: Random) -> str:
    return "".join(random.choice("bdfgklmnprst") + random.choice("aeiou") for _ in range(4)).title()


def titled(random: Random) -> str:
    return " ".join(random.choices(TITLES, k=7)) + " Tarrant"


class Everybody(Memory):
    """Answers with all that it knows, whatever the name."""

    @override
    def entities(self, folded_names: Collection[str]) -> Sequence[Entity]:
        return list(self.by_id.values())


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (PERSON, lambda random: f"{made_up(random)} Tarrant"),
        (PERSON, lambda random: f"John {made_up(random)} Tarrant"),
        (PERSON, lambda random: f"{random.choice(('J.', 'John'))} {made_up(random)} Tarrant"),
        (PERSON, lambda random: random.choice((titled(random), f"{made_up(random)} Tarrant"))),
        (PERSON, lambda random: random.choice((titled(random), "Clara Tarrant"))),
        (ORGANISATION, lambda random: f"{made_up(random)} {made_up(random)} Authority"),
        (ORGANISATION, lambda random: "".join(random.choices("ABCDEFGH", k=5))),
    ],
)
def test_a_name_takes_a_few_thousand_steps_new_and_known(kind: EntityKind, name: Callable[[Random], str]) -> None:
    memory, new_id = Everybody(), ids()

    def meet(seed: int) -> None:
        random = Random(seed)
        many = item(seed, *(named(each, kind) for each in {name(random): None for _ in range(1_000)}))
        found = identify([many], memory, new_id)
        memory.by_id |= {entity.id: entity for entity in found.entities}

    for seed in (1, 1, 2):
        assert steps(partial(meet, seed)) < 8_000 * 1_000


def test_of_a_name_that_very_many_bear_a_few_are_told() -> None:
    random = Random(1)
    many = [named(f"{made_up(random)} Tarrant") for _ in range(50)]
    found = resolve([item(1, *many, named("Tarrant"))], NoCandidates(), ids())
    assert found.items[0].mentions[-1] is None
    assert len(found.judgements) == 20
    assert found.judgements[0].reasons[0].endswith("and 30 more of this document, and is given to none of them")


def test_a_name_that_more_bear_than_are_compared_is_given_to_nobody() -> None:
    random, desk = Random(1), Desk()
    (clara, *_) = desk.read(named("Clara Tarrant"), *(named(f"J{made_up(random)} Tarrant") for _ in range(150)))
    assert [desk.read(named(name)) for name in ("Tarrant", "J. Tarrant")] == [[None], [None]]
    assert clara is not None
    assert [desk.person(name).id for name in ("C. Tarrant", "Clara Tarrant")] == [clara.id] * 2
    (other,) = desk.read(named("John Tarrant"))
    assert other is not None
    assert other.id not in {entity.id for entity in desk.memory.by_id.values() if entity.name != "John Tarrant"}
