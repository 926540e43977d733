"""Hard negatives: pairs that share many words and are two things all the same."""

import random
from collections.abc import Callable, Mapping

from tests.quality.copies.edits import Story

type Pair = tuple[Story, Story]

_GIVEN = ("Ines", "Tomas", "Greta", "Paul", "Yuki", "Bela", "Agnes", "Viktor", "Moira", "Edgar", "Rosa", "Ivo")
_FAMILY = (
    "Marlow",
    "Rehak",
    "Lindqvist",
    "Ashdown",
    "Harada",
    "Novotny",
    "Tarrow",
    "Salin",
    "Penhale",
    "Calder",
    "Oduya",
)
_PEOPLE = tuple(f"{given} {family}" for given in _GIVEN for family in _FAMILY)
_FIRMS = ("Norvik", "Halden", "Castellane", "Brightwater", "Ostrava", "Quill", "Tamsin", "Ferrow", "Delacroix", "Umber")
_TRADES = ("Foods", "Bank", "Energy", "Rail", "Tools", "Paper", "Shipping", "Glass")
_COMPANIES = tuple(f"{firm} {trade}" for firm in _FIRMS for trade in _TRADES)
_TOWNS = ("Lindow", "Port Ellis", "Sellen", "Karsund", "Malabago", "Veltrin", "Orme", "Tarnby", "Aldmouth", "Quay Hill")
_WORKS = tuple(
    f"The {kind} {thing}" for kind in ("Salt", "Long", "Ninth", "Blue", "Low") for thing in ("Road", "Quay", "House")
)
_BACKGROUND = (
    "The strait has been closed to large ships since the collision of two tankers in 2019, which killed eleven sailors "
    "and blackened forty kilometres of coast. Talks on a common pilot service have broken down three times since then, "
    "each time over the question who would pay for the tugs. The commission in Veltrin has called the stretch the most "
    "dangerous of its kind in the northern seas, and insurers have doubled what they ask of every ship that takes it."
)


def earnings(chance: random.Random) -> Pair:
    def report(company: str, chief: str, town: str) -> Story:
        n = chance.randint
        return Story(
            f"{company} reports third-quarter results",
            (
                f"{company} reported net income of {n(11, 990)}.{n(1, 9)} million crowns for the third quarter, or "
                f"{n(2, 9)}.{n(10, 99)} crowns a share, compared with {n(11, 990)}.{n(1, 9)} million a year earlier.",
                f"Revenue rose to {n(1, 9)}.{n(10, 99)} billion crowns, and the operating margin was {n(3, 29)} "
                "percent. Analysts had expected slightly less on average, according to a poll taken last week.",
                f"“We are pleased with the quarter and confirm our guidance for the full year,” chief executive "
                f"{chief} said in a statement published before the opening of the market.",
                f"The company, which is based in {town}, employs {n(1000, 9800)} people. Its shares were up "
                f"{n(1, 8)}.{n(1, 9)} percent in early trading and have gained {n(10, 60)} percent since the beginning "
                "of the year.",
                "The report was generated automatically from the figures that the company filed with the exchange.",
            ),
        )

    names = zip(chance.sample(_COMPANIES, 2), chance.sample(_PEOPLE, 2), chance.sample(_TOWNS, 2), strict=True)
    one, other = (report(*each) for each in names)
    return one, other


def weather(chance: random.Random) -> Pair:
    def report(town: str, next_town: str) -> Story:
        n = chance.randint
        return Story(
            f"Weather for {town}",
            (
                f"Clouds will give way to sunny spells around {town} in the course of the morning, the weather service "
                f"said, with highs of {n(8, 30)} degrees and lows of {n(0, 7)} degrees in the night.",
                f"The wind will blow from the west at {n(10, 60)} kilometres an hour, with gusts of up to {n(61, 110)} "
                f"on the coast near {next_town}. The chance of rain is {n(10, 90)} percent.",
                f"Tomorrow is expected to bring {n(1, 14)} millimetres of rain and a high of {n(8, 30)} degrees. "
                "Drivers were asked to take care on bridges and in open country, where the gusts are strongest.",
                f"The sun rises at {n(4, 7)}.{n(10, 59)} and sets at {n(17, 21)}.{n(10, 59)}.",
            ),
        )

    towns = chance.sample(_TOWNS, 4)
    return report(towns[0], towns[1]), report(towns[2], towns[3])


def obituaries(chance: random.Random) -> Pair:
    def obituary(name: str, work: str, town: str, other: str) -> Story:
        year = chance.randint(1925, 1950)
        family = name.split(" ")[1]
        return Story(
            f"{name}, author of “{work}”, dies at {2026 - year}",
            (
                f"The writer {name}, whose novel “{work}” was read in schools all over the country, has died at the "
                f"age of {2026 - year}, the family told Meridian News Agency on Monday.",
                f"Born in {town} in {year}, {family} worked as a teacher for {chance.randint(3, 20)} years before the "
                f"first book was published in {year + chance.randint(25, 35)}. It was translated into "
                f"{chance.randint(4, 40)} languages.",
                f"“We have lost a great voice of our literature,” the minister of culture said in a message of "
                f"condolence. {family} is survived by a son and a daughter and will be buried in {other}.",
                "Meridian News Agency keeps obituaries of well-known persons ready and brings them up to date when the "
                "news of a death is confirmed by relatives or by an authority.",
            ),
        )

    pairs = zip(chance.sample(_PEOPLE, 2), chance.sample(_WORKS, 2), strict=True)
    towns = chance.sample(_TOWNS, 4)
    one, other = (obituary(*each, *towns[2 * at : 2 * at + 2]) for at, each in enumerate(pairs))
    return one, other


def results(chance: random.Random) -> Pair:
    def report(home: str, away: str, scorer: str) -> Story:
        goals = chance.randint(1, 5)
        return Story(
            f"{home} beat {away}",
            (
                f"{home} beat {away} {goals}-0 at home on Sunday in front of {chance.randint(1_100, 9_900)} spectators "
                f"and climbed to place {chance.randint(2, 9)} of the table.",
                f"{scorer} opened the score in minute {chance.randint(3, 44)} with a shot from twenty metres, and "
                f"made sure of the points in minute {chance.randint(46, 89)}. The visitors had little to offer.",
                f"“We controlled the game from the first minute to the last and deserved the three points,” the coach "
                f"of {home} said. {away} have not won away for {chance.randint(3, 14)} games.",
            ),
        )

    towns, people = chance.sample(_TOWNS, 4), chance.sample(_PEOPLE, 2)
    return report(towns[0], towns[1], people[0]), report(towns[2], towns[3], people[1])


def background(one: Story, other: Story) -> Pair:
    """Two articles with one long paragraph of background."""
    return _extended(one), _extended(other)


def follow_up(first: Story, next_: Story) -> Pair:
    """A story and the next one, which tells half of the first over again under its own news."""
    half = len(first.paragraphs) // 2
    return first, Story(next_.title, (*next_.paragraphs, *first.paragraphs[-half:]))


def _extended(story: Story) -> Story:
    return Story(story.title, (*story.paragraphs, _BACKGROUND))


TEMPLATES: Mapping[str, Callable[[random.Random], Pair]] = {
    "earnings": earnings,
    "weather": weather,
    "obituaries": obituaries,
    "match reports": results,
}
SHARING: Mapping[str, Callable[[Story, Story], Pair]] = {
    "shared background": background,
    "follow-up": follow_up,
}
