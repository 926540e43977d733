"""Our own gold: what is in it, and what the whole flow makes of it."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from app import flow
from app.cli.extract import as_one_article, printed
from app.cli.progress import counted
from app.cli.sources import document
from app.model.claim import Stance
from app.model.findings import Findings
from app.model.quote import Quote
from app.model.span import Span
from tools.quality.figures import Figure, Judged, overall, recall, silence
from tools.quality.scoring import Saying, judge
from training.annotated import Attribution, Example, examples, kind

QUALITY = Path(__file__).parents[2] / "tests/quality"
TEST, TRAIN = QUALITY / "gold/test", QUALITY / "gold/train"
SENTENCES, ARTICLES = TEST / "sentences.txt", TEST / "articles.txt"
ACTS = {
    "question": Stance.ASKS,
    "promise": Stance.PROMISES,
    "threat": Stance.THREATENS,
    "denial": Stance.DENIES,
    "order": Stance.ORDERS,
    "accusation": Stance.ACCUSES,
    "prediction": Stance.PREDICTS,
    "expressive": Stance.EXPRESSES,
}
"""The phenomena that say what is done with the words, and the stance that a claim has then."""

_NAMES = re.compile(r"^## Names of phenomena\n(.*?)and the negatives(.*)", re.DOTALL | re.MULTILINE)


class Phenomena(NamedTuple):
    """The names that the guide gives: to what quotes look like, and to what looks like a quote and is none."""

    positive: frozenset[str]
    negative: frozenset[str]


class Found(NamedTuple):
    """An example with what the flow found in it; `entities` are the names resolved for the speakers of the quotes."""

    example: Example
    findings: Findings
    entities: tuple[str | None, ...]


def phenomena() -> Phenomena:
    """The names of phenomena as GUIDE.md lists them."""
    listed = _NAMES.search((QUALITY / "GUIDE.md").read_text(encoding="utf-8"))
    if listed is None:
        raise ValueError(
            "tests/quality/GUIDE.md needs its section '## Names of phenomena' with '… and the negatives …'"
        )
    positive, negative = (frozenset(re.findall(r"`([\w-]+)`", part)) for part in listed.groups())
    return Phenomena(positive, negative)


def digest(folder: Path = TEST) -> str:
    """What the gold for testing says, as one SHA-256 over names and bytes of its files."""
    sha = hashlib.sha256()
    for file in sorted(folder.glob("*.txt")):
        sha.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return sha.hexdigest()


@cache
def found(file: Path) -> tuple[Found, ...]:
    """Every example of a file through the flow, as `quotewire extract --as plain` takes it; once in a process."""
    models = flow.Models.load()
    return tuple(_found(example, models) for example in counted(examples(file), "examples"))


def judged(results: Iterable[Found]) -> tuple[Judged, ...]:
    """What came of each example."""
    return tuple(Judged(result.example.name, result.example.phenomena, judge(*sides(result))) for result in results)


def sides(result: Found) -> tuple[str, list[Saying], list[Saying]]:
    """The text of an example, its gold quotes, and those found."""
    text = result.example.text
    stance_of = {claim.quote: claim.stance.value for claim in result.findings.claims}
    got = [
        _got(quote, entity, stance_of.get(number, ""))
        for number, (quote, entity) in enumerate(zip(result.findings.quotes, result.entities, strict=True))
    ]
    return text, [wanted(text, quote) for quote in result.example.quotes], got


def wanted(text: str, quote: Attribution) -> Saying:
    """An annotated quote as the scorer takes it."""
    return Saying(
        content=_spans(quote.content),
        speaker=_spans(quote.speaker),
        cue=_spans(quote.cue),
        addressee=_spans(quote.addressee),
        entity=quote.entity,
        kind=kind(text, quote.content),
        counts=not quote.optional,
    )


def measured() -> tuple[dict[str, Figure], dict[str, Figure]]:
    """The overall figures (of sentences, of articles, of all), and one figure for each phenomenon."""
    sentences, articles = judged(found(SENTENCES)), judged(found(ARTICLES))
    parts = {"sentences": sentences, "articles": articles, "all": (*sentences, *articles)}
    figures = {
        f"{part}: {name}": figure
        for part, examples_ in parts.items()
        for name, figure in overall(example.judgement for example in examples_).items()
    }
    figures["sentences: stance"] = stances(found(SENTENCES))
    names = phenomena()
    return figures, {**_only(recall(parts["all"]), names.positive), **_only(silence(parts["all"]), names.negative)}


def stances(results: Iterable[Found]) -> Figure:
    """Of the quotes found in examples that show one act ("threat") and hold one quote: those with that stance."""
    right = of = 0
    for result in results:
        acts = [ACTS[name] for name in result.example.phenomena if name in ACTS]
        text, gold, got = sides(result)
        if len(acts) == len(gold) == 1:
            found_ = [pair for pair in judge(text, gold, got).pairs if pair.content_right]
            of += len(found_)
            right += sum(pair.found.stance == acts[0] for pair in found_)
    return Figure.share(right, of)


def _found(example: Example, models: flow.Models) -> Found:
    given = document(example.text.encode(), "text/plain")
    findings = flow.study(as_one_article(given), models)
    if findings.failures:
        raise RuntimeError(f"{example.name}: {findings.failures[0].stage} failed: {findings.failures[0].reason}")
    [(_, found)] = printed(given, [findings])
    return Found(example, findings, tuple(quote["entity"] for quote in found["quotes"]))


def _only(figures: dict[str, Figure], names: Iterable[str]) -> dict[str, Figure]:
    return {name: figures[name] for name in sorted(names) if name in figures}


def _got(quote: Quote, entity: str | None, stance: str) -> Saying:
    return Saying(
        content=quote.content,
        speaker=quote.speaker.spans if quote.speaker else (),
        cue=quote.cue.spans if quote.cue else (),
        addressee=quote.addressee.spans if quote.addressee else (),
        entity=entity,
        kind=quote.kind.value,
        stance=stance,
    )


def _spans(spans: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in spans)
