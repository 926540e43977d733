"""What is known of names before any document is read: places, organisations, given names.

The sources and licences stand at the head of each file in `data/`, and in `data/README.md`.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from app.model.mention import EntityKind
from app.resolve.printed import is_acronym, key, undotted


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A row of a table. `firm`: its names mean it whatever kind a tagger gave the mention; names of other rows count
    only for mentions of the row's own kind. `country` marks countries; `source` is the table's name for reasons."""

    name: str
    kind: EntityKind
    firm: bool
    country: bool
    wikidata: str | None
    geonames: str | None
    source: str


def rows(file: str) -> Iterator[list[str]]:
    """The lines of a table, split at tabs, without comments and blank lines."""
    text = files("app.resolve").joinpath("data", file).read_text(encoding="utf-8")
    return (line.split("\t") for line in text.split("\n") if line and not line.startswith("#"))


@cache
def places() -> Mapping[str, tuple[Known, ...]]:
    """Places by folded name; more than one where the name is ambiguous."""
    found: dict[str, list[Known]] = defaultdict(list)
    for name, level, _, wikidata, geonames, keys in rows("places.tsv"):
        known = Known(
            name=name,
            kind=EntityKind.PLACE,
            firm=level in {"country", "capital"},
            country=level == "country",
            wikidata=wikidata or None,
            geonames=geonames or None,
            source="the gazetteer",
        )
        for each in keys.split("|"):
            found[each].append(known)
    return {each: tuple(those) for each, those in found.items()}


@cache
def organisations() -> Mapping[str, Known]:
    """Organisations by folded name, and by acronym as printed (in capitals)."""
    found: dict[str, Known] = {}
    for name, wikidata, which, acronyms, others in rows("organisations.tsv"):
        known = Known(
            name=name,
            kind=EntityKind.ORGANISATION,
            firm=which == "any",
            country=False,
            wikidata=wikidata or None,
            geonames=None,
            source="the table of organisations",
        )
        acronym_list = [each for each in acronyms.split("|") if each]
        full = [each for each in (name, *others.split("|")) if each and each not in acronym_list]
        found |= dict.fromkeys(acronym_list, known) | {key(each): known for each in full}
    return found


def lookup(name: str) -> tuple[Known, ...]:
    """Everything the tables know under `name`: nothing, one, or several where it is ambiguous."""
    folded = key(name)
    acronym = undotted(name).removeprefix("the ").removeprefix("The ")
    table = organisations()
    found = table.get(acronym) if is_acronym(acronym) else None
    organisation = found or table.get(folded)
    return (organisation,) if organisation else places().get(folded, ())


def country(name: str) -> Known | None:
    """The country of this name, where an adjective says that a country is meant ("Georgian" → Georgia)."""
    found = [known for known in places().get(key(name), ()) if known.country]
    return found[0] if len(found) == 1 else None


@cache
def given_names() -> Mapping[str, Mapping[str, str]]:
    """For each given name those that may stand for it, with the kind of likeness: "spelling" or "nickname"."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for kind, names in rows("given_names.tsv"):
        group = [key(name) for name in names.split()]
        for one in group:
            for other in group:
                found[one].setdefault(other, kind)
    return found


@cache
def family_first() -> Set[str]:
    """Family names that stand first."""
    return frozenset(line[0] for line in rows("family_first.txt"))


@cache
def name_words(which: str) -> Set[str]:
    """Words that stand in names without being one: "honorific", "suffix", "particle", "small" or "legal"."""
    return frozenset(word for kind, words in rows("name_words.tsv") if kind == which for word in words.split())


def organisation_key(name: str) -> str:
    """The key of an organisation's name without its legal form ("Harrow Mills Inc." is "harrow mills")."""
    words = key(name).split()
    while len(words) > 1 and words[-1] in name_words("legal"):
        words = words[:-1]
    return " ".join(words)
