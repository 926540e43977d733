"""What is known of the names of a document, found by what can match at all."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from app.model.entity import Entity
from app.model.mention import EntityKind
from app.resolve.matches import alias_keys, names
from app.resolve.namesakes import filed, filed_alone, sought
from app.resolve.persons import PersonName, person_name
from app.resolve.tables import Known, organisation_key


@dataclass(frozen=True, slots=True)
class Person:
    """A known person: the name that is its own, and all that are full. Where its own name does not tell whether it is
    he or she, a title that it was printed with does."""

    entity: Entity
    own: PersonName
    full: tuple[PersonName, ...]


class Pool:
    """Known entities. Whatever is asked for comes oldest first."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._entities = sorted(entities, key=lambda entity: entity.id)

    @cached_property
    def unlinked(self) -> "Pool":
        """Those of which no outside id is known."""
        return Pool(each for each in self._entities if not (each.wikidata or each.geonames))

    def named(self, keys: Iterable[str]) -> list[Entity]:
        """Those with an alias of one of these keys."""
        return [self._entities[at] for at in _under(keys, self._by_alias)]

    def listed(self, row: Known) -> list[Entity]:
        """Those that may be what a table's row is: by an outside id, or by name."""
        ids = [each for each in (row.wikidata, row.geonames) if each]
        return [self._entities[at] for at in _under([*ids, row.name], self._by_id)]

    def companies(self, bare: Iterable[str]) -> list[Entity]:
        """The organisations of these names, legal forms aside (`organisation_key`)."""
        return [self._entities[at] for at in _under(bare, self._by_company)]

    def called(self, keys: Iterable[str]) -> list[Person]:
        """The persons with an alias of one of these keys."""
        return [self._persons[at] for at in _under(keys, self._by_alias) if at in self._persons]

    def like(self, name: PersonName) -> list[Person]:
        """The persons with a full name that may agree with this one."""
        return [self._persons[at] for at in _under(sought(name), self._by_full_name)]

    def bearing(self, words: Iterable[str]) -> list[Person]:
        """The persons whose own name has one of these family or first given names."""
        return [self._persons[at] for at in _under(words, self._by_word)]

    @cached_property
    def _persons(self) -> Mapping[int, Person]:
        return {at: _person(each) for at, each in enumerate(self._entities) if each.kind is EntityKind.PERSON}

    @cached_property
    def _by_alias(self) -> Mapping[str, Sequence[int]]:
        return _index((at, alias_keys(each)) for at, each in enumerate(self._entities))

    @cached_property
    def _by_id(self) -> Mapping[str, Sequence[int]]:
        return _index(
            (at, {each.name, *filter(None, (each.wikidata, each.geonames))}) for at, each in enumerate(self._entities)
        )

    @cached_property
    def _by_company(self) -> Mapping[str, Sequence[int]]:
        return _index(
            (at, set(map(organisation_key, names(each))))
            for at, each in enumerate(self._entities)
            if each.kind is EntityKind.ORGANISATION
        )

    @cached_property
    def _by_full_name(self) -> Mapping[str, Sequence[int]]:
        return _index((at, set(filed(person.full[0]))) for at, person in self._persons.items() if person.full)

    @cached_property
    def _by_word(self) -> Mapping[str, Sequence[int]]:
        return _index((at, filed_alone(person.own)) for at, person in self._persons.items())


def _person(entity: Entity) -> Person:
    every = dict.fromkeys(map(person_name, sorted(names(entity))))
    own, sexes = person_name(entity.name), {name.sex for name in every if name.sex}
    sex = sexes.pop() if own.sex is None and len(sexes) == 1 else own.sex
    return Person(entity, replace(own, sex=sex), tuple(name for name in every if name.full))


def _index(keyed: Iterable[tuple[int, Iterable[str]]]) -> Mapping[str, Sequence[int]]:
    index: dict[str, list[int]] = defaultdict(list)
    for at, keys in keyed:
        for each in keys:
            index[each].append(at)
    return index


def _under(keys: Iterable[str], index: Mapping[str, Sequence[int]]) -> list[int]:
    return sorted({at for each in keys for at in index.get(each, ())})
