"""What holds of every resolution."""

from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from app.model.mention import EntityKind, MentionKind
from app.model.resolution import Item
from app.resolve import NoCandidates, resolve
from app.resolve.printed import key
from app.resolve.tables import country, lookup
from tests.resolve.making import PERSON, ids, item, named
from tests.resolve.memory import Memory

GIVEN = ("Clara", "Hugo", "C.", "Sergey", "Sergei", "Joe", "Joseph", "")
FAMILY = ("Tarrant", "Dubrovsky", "Dubrovskyy", "Mills", "al-Hadid", "Zhao")
OTHERS = ("Kiev", "Kyiv", "US", "U.N.", "UN", "Georgia", "Harrow Mills Inc.", "Central Harbour Authority", "CHA", "")

names = st.one_of(
    st.builds(lambda given, family: f"{given} {family}".strip(), st.sampled_from(GIVEN), st.sampled_from(FAMILY)),
    st.sampled_from(OTHERS),
    st.text(max_size=12),
)
mentions = st.builds(named, names, st.sampled_from(EntityKind), st.sampled_from(MentionKind))
documents = st.lists(st.lists(mentions, max_size=5), min_size=1, max_size=4)


def items(document: list[list]) -> list[Item]:  # type: ignore[type-arg]
    return [item(i, *each, title=f"Item {i}") for i, each in enumerate(document)]


@settings(max_examples=60)
@given(documents)
def test_every_mention_quote_and_claim_is_answered_and_every_answer_is_an_entity(document) -> None:  # type: ignore[no-untyped-def]
    found = resolve(items(document), NoCandidates(), ids())
    entities = {entity.id for entity in found.entities}
    assert len(entities) == len(found.entities)
    for each in found.items:
        assert len(each.mentions) == len(each.item.findings.mentions)
        assert {entity for entity in each.mentions if entity} <= entities
    assert all(j.reasons and 0 <= j.score < 1 and j.left != j.right for j in found.judgements)
    assert all(entity.name in entity.aliases for entity in found.entities)


@settings(max_examples=60)
@given(documents)
def test_resolving_again_what_is_remembered_changes_nothing(document) -> None:  # type: ignore[no-untyped-def]
    memory, new_id = Memory(), ids()
    first = memory.keep(resolve(items(document), memory, new_id))
    second = resolve(items(document), memory, new_id)
    assert [each.mentions for each in first.items] == [each.mentions for each in second.items]
    assert [each.sketch.story for each in first.items] == [each.sketch.story for each in second.items]
    assert set(first.entities) == set(second.entities)


@settings(max_examples=60)
@given(documents, documents)
def test_an_entity_keeps_its_id_its_kind_and_its_aliases(earlier, later) -> None:  # type: ignore[no-untyped-def]
    memory, new_id = Memory(), ids()
    memory.keep(resolve(items(earlier), memory, new_id))
    before = dict(memory.by_id)
    memory.keep(resolve(items(later), memory, new_id))
    for entity in before.values():
        now = memory.by_id[entity.id]
        assert now.kind is entity.kind
        assert {key(alias) for alias in entity.aliases} <= {key(alias) for alias in now.aliases}
        assert (now.wikidata, now.geonames) == (entity.wikidata, entity.geonames)


@settings(max_examples=60)
@given(documents)
def test_no_mention_of_a_person_alone_denotes_a_place(document) -> None:  # type: ignore[no-untyped-def]
    found = resolve(items([[m for m in each if m.entity_kind is PERSON] for each in document]), NoCandidates(), ids())
    assert all(entity.kind is PERSON or lookup(entity.name) or country(entity.name) for entity in found.entities)


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.sampled_from(GIVEN[:-1]), st.sampled_from(FAMILY)), min_size=1, max_size=6, unique=True),
    st.randoms(use_true_random=False),
)
def test_the_order_of_items_changes_no_grouping_of_full_names(pairs, random) -> None:  # type: ignore[no-untyped-def]
    def groups(order: list[tuple[str, str]]) -> set[frozenset[tuple[str, str]]]:
        found = resolve([item(i, named(" ".join(pair))) for i, pair in enumerate(order)], NoCandidates(), ids())
        of: dict[UUID | None, set[tuple[str, str]]] = {}
        for pair, each in zip(order, found.items, strict=True):
            of.setdefault(each.mentions[0], set()).add(pair)
        return {frozenset(group) for group in of.values()}

    shuffled = list(pairs)
    random.shuffle(shuffled)
    assert groups(pairs) == groups(shuffled)


def test_an_empty_document_resolves_to_nothing() -> None:
    found = resolve([], NoCandidates(), ids())
    assert (found.items, found.entities, found.judgements) == ((), (), ())
