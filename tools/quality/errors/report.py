"""The tables of an error analysis, in Markdown: a column for each file of predictions, rules at the end."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tools.quality.errors.counts import Counts, Fate
from tools.quality.errors.looks import SPURIOUS
from tools.quality.errors.phenomena import SHOWN
from tools.quality.table import table

FIGURES = ("quote+speaker P", "quote+speaker R", "quote+speaker F1", "speaker accuracy")
WRONG = (Fate.NOT_FOUND, Fate.BOUNDARY, Fate.SPEAKER)


def report(heading: str, columns: Mapping[str, Counts]) -> str:
    """All tables of one set under a heading; the columns are named as given."""
    names, counts = list(columns), list(columns.values())
    return "\n".join(
        [
            f"## {heading}",
            "",
            *table(["", *names], _figures(counts)),
            "",
            "What becomes of the gold quotes, and predictions that no gold quote answers to:",
            "",
            *table(["", *names], _fates(counts)),
            "",
            "Gold quotes that are not got right, by what they show (it may show several things), of all that show it.",
            f"The last column parts the failures of the column before it: {' / '.join(WRONG)}.",
            "",
            *table(["shows", *names, "fail by"], _shown(counts)),
            "",
            "Spurious predictions, by what they look like:",
            "",
            *table(["looks like", *names], _spurious(counts)),
            "",
        ]
    )


def rules() -> str:
    """How the phenomena are told, in words."""
    lines = ["## Rules", "", "A gold quote shows", ""]
    lines += [f"- **{name}**: {rule.__doc__}" for name, rule in SHOWN]
    lines += ["", "A spurious prediction looks like the first of", ""]
    lines += [f"- **{name}**: {rule.__doc__}" for name, rule in SPURIOUS]
    return "\n".join([*lines, ""])


def _figures(counts: Sequence[Counts]) -> Iterator[list[str]]:
    for name in FIGURES:
        yield [name, *(f"{count.figures[name].value:.1f}" for count in counts)]


def _fates(counts: Sequence[Counts]) -> Iterator[list[str]]:
    for fate in (Fate.RIGHT, *WRONG):
        yield [fate, *(str(count.fates[fate]) for count in counts)]
    yield ["spurious", *(str(count.spurious.total()) for count in counts)]


def _shown(counts: Sequence[Counts]) -> Iterator[list[str]]:
    last = counts[-1]
    for name in _most((name for name, _ in SHOWN), {name: _failed(last, name) for name, _ in SHOWN}):
        if _all(last, name):
            by = " / ".join(str(last.shown[name, fate]) for fate in WRONG)
            yield [name, *(_share(_failed(count, name), _all(count, name)) for count in counts), by]


def _spurious(counts: Sequence[Counts]) -> Iterator[list[str]]:
    for name in _most((name for name, _ in SPURIOUS), counts[-1].spurious):
        if any(count.spurious[name] for count in counts):
            yield [name, *(str(count.spurious[name]) for count in counts)]


def _most(names: Iterable[str], by: Mapping[str, int]) -> list[str]:
    return sorted(names, key=lambda name: -by[name])


def _failed(counts: Counts, name: str) -> int:
    return sum(counts.shown[name, fate] for fate in WRONG)


def _all(counts: Counts, name: str) -> int:
    return sum(counts.shown[name, fate] for fate in Fate)


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole} ({100 * part / whole:.0f} %)"
