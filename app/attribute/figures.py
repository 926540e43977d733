"""The figures of an article: who and what it names, with all that it calls them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from app.attribute.called import age_of, called
from app.attribute.nouns import Sort, sex_in, sorts
from app.attribute.tree import Range, Tree
from app.kit import tables
from app.kit.given_names import sex_of, sex_of_title
from app.model.mention import EntityKind, Mention, MentionKind
from app.model.naming import fold

ADDRESSES = ("mr", "mrs", "ms", "miss")

_POSTNOMINALS = tables.words("app.kit", "postnominals.txt")
_SEATS = tables.words("app.attribute", "seats.txt")


@dataclass(frozen=True, eq=False, slots=True)
class Figure:
    """Somebody or something that speaks or may speak; each is itself alone.

    `mention` is the first mention of its name; None where the text names nobody ("a nurse"). `called`: each noun for
    it, with all words that stood with that noun. `traits` are the sorts of a body (see nouns.tsv).
    """

    sort: Sort
    mention: Mention | None = None
    called: Mapping[str, frozenset[str]] = field(default_factory=dict)
    traits: frozenset[str] = frozenset()
    sex: str | None = None
    age: str | None = None
    plural: bool = False
    count: int = 1

    @property
    def may_be_body(self) -> bool:
        """Is a name that was taken for a person's perhaps a body's: of no known sex, called what both are, and nothing
        that only persons are?"""
        kinds = [sorts(noun) for noun in self.called]
        told_person = any(kind.keys() == {Sort.PERSON} for kind in kinds)
        return self.sex is None and not told_person and any(Sort.BODY in kind for kind in kinds)

    @property
    def may_be_person(self) -> bool:
        """Is a name that was taken for a body's perhaps a person's: with a given name, and called nothing that bodies
        are?"""
        return self.sex is not None and not any(Sort.BODY in sorts(noun) for noun in self.called)


class Cast:
    """The named figures of an article, by token and by the words of their names."""

    def __init__(self, tree: Tree, mentions: Sequence[Mention]) -> None:
        self.adjectives = {fold(m.surface): fold(m.name) for m in mentions if m.kind is MentionKind.ADJECTIVE}
        self._mentions: dict[int, Mention] = {}
        places: dict[str, list[tuple[Mention, Range]]] = defaultdict(list)
        for mention in mentions:
            place = tree.covering(mention.span)
            if (
                mention.kind is MentionKind.NAME
                and mention.entity_kind is not EntityKind.EVENT
                and place.first < place.end
            ):
                places[mention.name].append((mention, place))
                self._mentions.update(dict.fromkeys(range(place.first, _with_letters(tree, place)), mention))
        self._figures = {name: _figure(tree, found, self.adjectives) for name, found in places.items()}
        self.by_noun: dict[str, list[Figure]] = defaultdict(list)
        self._by_word: dict[str, list[Figure]] = defaultdict(list)
        for name, figure in self._figures.items():
            for noun in figure.called:
                self.by_noun[noun].append(figure)
            for word in fold(name).split():
                self._by_word[word].append(figure)
        people = [figure for figure in self._figures.values() if figure.sort is Sort.PERSON]
        self._only = {sex: _the_one(people, sex) for sex in ("m", "f")}
        self._by_initials: dict[str, list[Figure]] = defaultdict(list)
        for figure in people:
            for letters in _initials(figure):
                self._by_initials[letters].append(figure)

    def mention(self, token: int) -> Mention | None:
        """The name that a token is part of."""
        return self._mentions.get(token)

    def figure(self, token: int) -> Figure | None:
        """The figure whose name a token is part of."""
        mention = self._mentions.get(token)
        return self._figures[mention.name] if mention else None

    def of(self, mention: Mention) -> Figure:
        return self._figures[mention.name]

    def only(self, sex: str) -> Figure | None:
        """The one person of that sex, if the article names nobody else who could be."""
        return self._only.get(sex)

    def bearing(self, words: Sequence[str]) -> Figure | None:
        """The one figure whose name has all the given words, as `fold` has them."""
        if not words:
            return None
        found = [
            f for f in self._by_word.get(words[0], ()) if f.mention and set(words) <= set(fold(f.mention.name).split())
        ]
        return found[0] if len({id(f) for f in found}) == 1 else None

    def initialled(self, letters: str) -> Figure | None:
        """The one person whose name's words, all of them or the first and the last, begin with the given letters."""
        found = self._by_initials.get(letters.lower(), ())
        return found[0] if len(found) == 1 else None


def _the_one(people: Sequence[Figure], sex: str) -> Figure | None:
    fitting = [figure for figure in people if figure.sex in (sex, None)]
    return fitting[0] if len(fitting) == 1 and fitting[0].sex == sex else None


def _initials(figure: Figure) -> frozenset[str]:
    words = fold(figure.mention.name.replace("-", " ")).split() if figure.mention else []
    initials = "".join(word[0] for word in words)
    return frozenset((initials, initials[0] + initials[-1])) if len(words) > 1 else frozenset()


def _with_letters(tree: Tree, place: Range) -> int:
    """Where a name ends with the letters behind it ("Helen Marsh *KC*"), on which the parse may hang it."""
    end = place.end
    while end < len(tree.tokens) and tree.tokens[end].text.rstrip(".") in _POSTNOMINALS:
        end += 1
    return end


def _figure(tree: Tree, places: Sequence[tuple[Mention, Range]], adjectives: Mapping[str, str]) -> Figure:
    kinds = Counter(mention.entity_kind for mention, _ in places)
    first = places[0][0]
    words: dict[str, frozenset[str]] = defaultdict(frozenset)
    for mention, place in places:
        for found in called(tree, mention, place, adjectives):
            words[found.noun] |= found.words
    is_addressed = first.name.split()[0].rstrip(".").lower() in ADDRESSES
    is_taken_for_person = is_addressed or kinds.most_common(1)[0][0] is EntityKind.PERSON
    is_told_body = _told(words) is Sort.BODY and sex_of(first.name) is None
    if _told(words) is Sort.PERSON or (is_taken_for_person and not is_told_body):
        ages = {age for _, place in places if (age := age_of(tree, place))}
        age = min(ages, default=None)
        return Figure(Sort.PERSON, first, words, sex=_sex(first.name, words), age=age, count=len(places))
    own = fold(first.name).split()
    for noun in own:
        if Sort.BODY in sorts(noun):
            words[noun] |= frozenset(own)
    traits = frozenset(trait for noun in words for trait in sorts(noun).get(Sort.BODY, ()))
    if fold(first.name) in _SEATS:
        traits |= {"office"}
    sex = None if first.entity_kind is EntityKind.PLACE else sex_of(first.name)
    return Figure(Sort.BODY, first, words, traits, sex=sex, count=len(places))


def _told(nouns: Iterable[str]) -> Sort | None:
    """The one sort of thing that all nouns for a figure name, whatever its name was taken for."""
    told = {frozenset(sorts(noun)) for noun in nouns if sorts(noun)}
    only = next(iter(told)) if len(told) == 1 else frozenset()
    return next(iter(only)) if len(only) == 1 else None


def _sex(name: str, nouns: Mapping[str, frozenset[str]]) -> str | None:
    """The sex of a person's form of address; else that of the nouns for him or her and of the given name, where they
    do not contradict each other: "chairman Helen Marsh"."""
    titles = (words for noun, words in nouns.items() if words - {noun} <= {*ADDRESSES})
    addressed = {sex for word in frozenset(nouns).union(*titles) if (sex := sex_of_title(word))}
    told = addressed or {sex for sex in (sex_of(name), *map(sex_in, nouns)) if sex}
    return next(iter(told)) if len(told) == 1 else None
