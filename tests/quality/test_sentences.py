"""Our own gold sentences, one phenomenon each: what must be found, what must not, and that nobody is misquoted."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.attribute import attribute
from app.claim import claim
from app.extract import extract
from app.model.article import Article, ArticleKind
from app.model.quote import Quote
from tests.language import pipeline

GOLD = [json.loads(line) for line in Path(__file__).with_name("sentences.jsonl").read_text("utf-8").splitlines()]
FLOOR = 0.95

Case = tuple[dict[str, Any], Article, tuple[Quote, ...]]


def article(case: dict[str, Any]) -> Article:
    return Article(kind=ArticleKind.ARTICLE, title=case["title"], body=case["body"])


@pytest.fixture(scope="module")
def results() -> list[Case]:
    subjects = [(case, article(case)) for case in GOLD]
    return [(case, subject, attribute(subject, extract(subject, pipeline()))) for case, subject in subjects]


def content(gold: dict[str, Any]) -> list[tuple[int, int]]:
    return [(part["start"], part["end"]) for part in gold["content"]]


def found(gold: dict[str, Any], quotes: tuple[Quote, ...]) -> Quote | None:
    """The quote with exactly this content."""
    return next((q for q in quotes if [(s.start, s.end) for s in q.content] == content(gold)), None)


def named(quote: Quote) -> str | None:
    return quote.speaker.mention.name if quote.speaker and quote.speaker.mention else None


def faults(case: dict[str, Any], quotes: tuple[Quote, ...]) -> Iterator[str]:
    if len(quotes) != len(case["quotes"]):
        yield f"{len(quotes)} quotes for {len(case['quotes'])}"
    for gold in case["quotes"]:
        quote = found(gold, quotes)
        if quote is None:
            yield f"content {[q.text for q in quotes]}"
            continue
        speaker = gold["speaker"] and gold["speaker"]["exact"]
        if (quote.speaker.text if quote.speaker else None) != speaker:
            yield f"speaker {quote.speaker}"
        if named(quote) != gold["entity"]:
            yield f"entity {named(quote)}"
        yield from (f"{key} of {quote}" for key in gold if not agrees(key, gold[key], quote))


def agrees(key: str, wanted: Any, quote: Quote) -> bool:
    if key == "kind":
        return quote.kind == wanted
    if key == "addressee":
        return bool(quote.addressee and quote.addressee.mention and quote.addressee.mention.name == wanted)
    if key in ("role", "anonymous"):
        return quote.speaker is not None and getattr(quote.speaker, key) == wanted
    return key not in ("hedged", "negated", "said_on") or getattr(quote, key) == wanted


def test_gold_spans_are_exact() -> None:
    assert len(GOLD) >= 60
    for case in GOLD:
        text = article(case).text
        for gold in case["quotes"]:
            for part in [*gold["content"], *([gold["speaker"]] if gold["speaker"] else [])]:
                assert text[part["start"] : part["end"]] == part["exact"]


def test_sentences_are_read_right(results: list[Case]) -> None:
    wrong = {case["name"]: list(faults(case, quotes)) for case, _, quotes in results}
    wrong = {name: problems for name, problems in wrong.items() if problems}
    assert 1 - len(wrong) / len(GOLD) >= FLOOR, wrong


def test_nobody_is_given_the_words_of_another(results: list[Case]) -> None:
    for case, _, quotes in results:
        for gold in case["quotes"]:
            quote = found(gold, quotes)
            assert quote is None or named(quote) in (None, gold["entity"]), case["name"]


def test_claims_take_the_stance_of_the_cue(results: list[Case]) -> None:
    for case, subject, quotes in results:
        claims = claim(subject, extract(subject, pipeline()), quotes)
        stances = {quotes[c.quote].content: c.stance for c in claims}
        for gold in case["quotes"]:
            quote = found(gold, quotes)
            if quote and "stance" in gold:
                assert stances[quote.content] == gold["stance"], case["name"]
