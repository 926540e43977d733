"""Who is who, within one document and across documents."""

from uuid import UUID

import pytest

from app.model.entity import Entity, Verdict
from app.model.mention import Mention, MentionKind
from app.model.resolution import Resolution
from app.resolve import NoCandidates, resolve
from tests.resolve.making import ORGANISATION, PERSON, PLACE, ids, item, named
from tests.resolve.memory import Memory


def alone(*mentions: Mention) -> Resolution:
    """Each mention in an item of its own, in one document, with nothing remembered."""
    return resolve([item(i, mention) for i, mention in enumerate(mentions)], NoCandidates(), ids())


def one_each(resolution: Resolution) -> list[UUID | None]:
    return [each.mentions[0] for each in resolution.items]


class Desk:
    """Documents that arrive one after another at one memory."""

    def __init__(self) -> None:
        self.memory, self.new_id, self.number = Memory(), ids(), 0

    def read(self, *mentions: Mention) -> list[Entity | None]:
        """Resolve a document of one item; the entities of its mentions as they are known after it."""
        self.number += 1
        resolution = resolve([item(self.number, *mentions)], self.memory, self.new_id)
        self.memory.keep(resolution)
        return [self.memory.by_id.get(each) if each else None for each in resolution.items[0].mentions]

    def person(self, name: str) -> Entity:
        (found,) = self.read(named(name))
        assert found is not None
        return found


def test_a_family_name_joins_the_one_full_name_of_the_document() -> None:
    found = alone(named("Tarrant"), named("Clara Tarrant"), named("Mills"))
    first, second, third = one_each(found)
    assert first == second != third
    entity = next(entity for entity in found.entities if entity.id == first)
    assert (entity.name, entity.aliases) == ("Clara Tarrant", {"Clara Tarrant", "Tarrant"})
    (judgement,) = found.judgements
    assert (judgement.left, judgement.right, judgement.verdict) == (found.items[0].item.id, first, Verdict.SAME)
    assert judgement.reasons == ("“Tarrant”: the family name of “Clara Tarrant”, the only one in the document",)
    assert judgement.score == 0.9


def test_a_family_name_that_fits_two_is_given_to_neither() -> None:
    found = alone(named("Tarrant"), named("Clara Tarrant"), named("Hugo Tarrant"))
    nobody, clara, hugo = one_each(found)
    assert nobody is None
    assert clara != hugo
    assert {(j.right, j.verdict) for j in found.judgements} == {(clara, Verdict.DIFFERENT), (hugo, Verdict.DIFFERENT)}
    assert "given to none of them" in found.judgements[0].reasons[0]


def test_an_initial_that_fits_two_is_a_person_of_its_own() -> None:
    assert len(set(one_each(alone(named("C. Tarrant"), named("Clara Tarrant"), named("Carl Tarrant"))))) == 3


def test_a_given_name_alone_needs_the_same_item() -> None:
    together = resolve([item(1, named("Zainab Odile"), named("Zainab"))], NoCandidates(), ids())
    assert len(set(together.items[0].mentions)) == 1
    assert len(set(one_each(alone(named("Zainab Odile"), named("Zainab"))))) == 2


@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4), (4, 3, 2, 1, 0), (2, 4, 0, 3, 1)])
def test_the_order_of_items_does_not_matter(order: tuple[int, ...]) -> None:
    names = ["C. Tarrant", "Clara Tarrant", "Clara M. Tarrant", "Hugo Tarrant", "Hugo Tarrent"]
    found = one_each(alone(*(named(names[i]) for i in order)))
    groups = {names[i]: entity for i, entity in zip(order, found, strict=True)}
    assert groups["C. Tarrant"] == groups["Clara Tarrant"] == groups["Clara M. Tarrant"]
    assert len(set(groups.values())) == 3


def test_the_same_full_name_is_the_same_person_in_the_next_document() -> None:
    desk = Desk()
    assert desk.person("Clara Tarrant").id == desk.person("CLARA TARRANT").id
    assert not desk.memory.judgements


def test_another_romanisation_is_found_and_judged() -> None:
    desk = Desk()
    first, second = desk.person("Sergey Dubrovsky"), desk.person("Sergei Dubrovskyy")
    assert first.id == second.id
    assert second.name == "Sergey Dubrovsky"
    assert desk.memory.judgements[-1].score < 1.0


def test_a_fuller_name_is_taken_over() -> None:
    desk = Desk()
    desk.person("C. Tarrant")
    assert desk.person("Clara Tarrant").name == "Clara Tarrant"
    assert len(desk.memory.by_id) == 1


def test_initials_shared_by_two_known_persons_merge_nobody() -> None:
    desk = Desk()
    desk.read(named("Carl Tarrant"), named("C. Tarrant"))
    (clara, initial) = desk.read(named("Clara Tarrant"), named("C. Tarrant"))
    assert clara is not None
    assert clara == initial
    assert {entity.name for entity in desk.memory.by_id.values()} == {"Carl Tarrant", "Clara Tarrant"}
    assert desk.read(named("C. Tarrant")) == [None]


def test_a_family_name_alone_joins_the_only_known_bearer_less_surely() -> None:
    desk = Desk()
    clara = desk.person("Clara Tarrant")
    assert desk.person("Tarrant").id == clara.id
    assert desk.memory.judgements[-1].score == 0.7
    desk.person("Hugo Tarrant")
    assert desk.read(named("Tarrant")) == [None]


def test_al_is_nobody_else_of_his_family_name_in_the_same_or_a_later_document() -> None:
    desk = Desk()
    franni, al = desk.read(named("Franni Marlow"), named("Al Marlow"))
    (later,) = desk.read(named("Al Marlow"))
    assert franni is not None
    assert later == al
    assert later is not None
    assert later.id != franni.id


def test_who_was_known_by_the_family_name_alone_is_adopted_by_the_first_full_name() -> None:
    desk = Desk()
    vague = desk.person("Tarrant")
    full = desk.person("Clara Tarrant")
    assert (full.id, full.name) == (vague.id, "Clara Tarrant")
    assert desk.memory.judgements[-1].score == 0.75
    assert desk.person("Hugo Tarrant").id != full.id


def test_a_title_once_printed_tells_a_family_name_from_its_namesakes() -> None:
    desk = Desk()
    wife = desk.person("Mrs Tarrant")
    husband = desk.person("Mr Tarrant")
    assert wife.id != husband.id
    assert desk.person("Simon Tarrant").id == husband.id


def test_two_full_names_at_once_adopt_nobody() -> None:
    desk = Desk()
    vague = desk.person("Tarrant")
    found = desk.read(named("Clara Tarrant"), named("Hugo Tarrant"))
    assert len({vague.id, *(entity.id for entity in found if entity)}) == 3


def test_places_go_by_the_gazetteer() -> None:
    found = alone(
        named("Kiev", PLACE),
        named("Kyiv", PLACE),
        named("Kyiv", ORGANISATION),
        named("the Russian Federation", PLACE),
        named("Russia", PLACE, MentionKind.ADJECTIVE, "Russian"),
    )
    kiev, kyiv, wrong_kind, federation, adjective = one_each(found)
    assert kiev == kyiv == wrong_kind
    assert federation == adjective
    assert {(entity.name, entity.wikidata) for entity in found.entities} == {("Kyiv", "Q1899"), ("Russia", "Q159")}
    assert not any("Russian" in entity.aliases for entity in found.entities)


def test_a_word_that_is_somebodys_name_is_no_place() -> None:
    (person, same) = one_each(alone(named("Ivo Jordan"), named("Jordan")))
    assert person == same


def test_an_ambiguous_place_gets_no_outside_id_unless_its_adjective_tells() -> None:
    (entity,) = alone(named("Georgia", PLACE)).entities
    assert entity.wikidata is None
    (entity,) = alone(named("Georgia", PLACE), named("Georgia", PLACE, MentionKind.ADJECTIVE, "Georgian")).entities
    assert entity.wikidata == "Q230"


def test_acronyms_go_by_the_table_and_by_the_document() -> None:
    found = alone(
        named("UN", ORGANISATION),
        named("United Nations", PLACE),
        named("Central Harbour Authority", ORGANISATION),
        named("CHA", ORGANISATION),
    )
    un, nations, authority, cha = one_each(found)
    assert un == nations
    assert authority == cha
    assert {entity.name for entity in found.entities} == {"United Nations", "Central Harbour Authority"}


def test_what_the_document_spells_out_goes_before_the_table() -> None:
    authority, who = one_each(alone(named("Western Harbour Office", ORGANISATION), named("WHO", ORGANISATION)))
    assert authority == who


def test_an_acronym_learned_once_is_known_later() -> None:
    desk = Desk()
    desk.read(named("Central Harbour Authority", ORGANISATION), named("CHA", ORGANISATION))
    (found,) = desk.read(named("CHA", ORGANISATION))
    assert found is not None
    assert found.name == "Central Harbour Authority"
    desk.read(named("Coastal Heritage Association", ORGANISATION), named("CHA", ORGANISATION))
    assert desk.read(named("CHA", ORGANISATION)) == [None]


def test_an_organisation_known_by_its_acronym_takes_its_name_when_it_is_spelled_out() -> None:
    desk = Desk()
    (acronym,) = desk.read(named("CHA", ORGANISATION))
    spelled, _ = desk.read(named("Central Harbour Authority", ORGANISATION), named("CHA", ORGANISATION))
    assert acronym is not None
    assert spelled is not None
    assert (spelled.id, spelled.name) == (acronym.id, "Central Harbour Authority")
    assert desk.memory.judgements[-1].score < 0.8


def test_a_legal_form_makes_no_other_company() -> None:
    desk = Desk()
    (first,) = desk.read(named("Harrow Mills Inc.", ORGANISATION))
    (second,) = desk.read(named("Harrow Mills", ORGANISATION))
    assert first is not None
    assert second is not None
    assert first.id == second.id


def test_pronouns_and_descriptions_follow_the_name_they_stand_for() -> None:
    mentions = (
        named("Clara Tarrant"),
        named("Clara Tarrant", PERSON, MentionKind.PRONOUN, "she"),
        named("the spokesman", PERSON, MentionKind.NOMINAL),
    )
    found = resolve([item(1, *mentions)], NoCandidates(), ids()).items[0].mentions
    assert found[0] == found[1]
    assert found[2] is None


def test_a_person_and_a_place_of_one_name_stay_two() -> None:
    desk = Desk()
    (person,) = desk.read(named("Lindow Marsh", PERSON))
    (place,) = desk.read(named("Lindow Marsh", PLACE))
    assert person is not None
    assert place is not None
    assert (person.kind, place.kind) == (PERSON, PLACE)
    assert person.id != place.id
