"""The rules of the error analysis, each by a quote that shows it."""

from pathlib import Path

import pytest

from tools.quality.errors.counts import Fate, counted
from tools.quality.errors.looks import look
from tools.quality.errors.phenomena import SHOWN, Rule
from tools.quality.errors.report import report, rules
from tools.quality.errors.seen import Seen
from tools.quality.gold import wanted
from tools.quality.lines import Compared
from tools.quality.scoring import Saying, judge
from training.annotated import examples

MARKED = {
    "cueless turn": "He left. {q1 “We lost the boat.”}\n---\n1 -",
    "headline or colon": "{s1 Holt}{c1 :} {q1 no boat will sail}\n\nThe harbour is shut.\n---\n1 Holt",
    "according to": "{q1 No boat will sail}, {c1 according to} {s1 Holt}.\n---\n1 Holt",
    "noun cue": "{s1 Holt}’s {c1 claim} {q1 that no boat will sail} was wrong.\n---\n1 Holt",
    "cue unknown to our lists": "{s1 Holt} {c1 harrumphed} {q1 that no boat will sail}.\n---\n1 Holt",
    "nested": "{s1 Holt} {c1 said} {q1 that {s2 Berg} had {c2 promised} {q2 a boat}}.\n---\n1 Holt\n2 Berg",
    "pronoun source": "{s1 She} {c1 said} {q1 that no boat will sail}.\n---\n1 -",
    "relative source": "Holt, {s1 who} {c1 said} {q1 that no boat will sail}, left.\n---\n1 Holt",
    "no source": "It {c1 was said} {q1 that no boat will sail}.\n---\n1 -",
    "source in another paragraph": "{s1 Holt} {c1 said}:\n\n{q1 “No boat will sail.”}\n---\n1 Holt",
    "several spans": "{q1 “No boat,”} {s1 Holt} {c1 said}, {q1 “will sail.”}\n---\n1 Holt",
    "several paragraphs": "{s1 Holt} {c1 said}: {q1 “No boat will sail.}\n\n{q1 “None at all.”}\n---\n1 Holt",
    "short content": "{s1 Holt} {c1 denied} {q1 any guilt}.\n---\n1 Holt",
    "direct": "{q1 “No boat will sail,”} {s1 Holt} {c1 said}.\n---\n1 Holt",
    "mixed": "{s1 Holt} {c1 said} {q1 no boat would “ever” sail}.\n---\n1 Holt",
    "indirect": "{s1 Holt} {c1 said} {q1 that no boat would sail}.\n---\n1 Holt",
    "long content": "{s1 Holt} {c1 said} {q1 that " + "no boat would ever sail " * 9 + "again}.\n---\n1 Holt",
}


def sayings(marked: str, folder: Path) -> tuple[str, list[Saying]]:
    (folder / "one.txt").write_text(f"=== one | any\n{marked}\n", encoding="utf-8")
    [example] = examples(folder / "one.txt")
    return example.text, [wanted(example.text, quote) for quote in example.quotes]


@pytest.mark.parametrize(("name", "rule"), SHOWN, ids=[name for name, _ in SHOWN])
def test_a_quote_shows_the_phenomenon(name: str, rule: Rule, tmp_path: Path) -> None:
    text, gold = sayings(MARKED[name], tmp_path)
    assert rule(Seen(text, gold[-1], tuple(gold)))


PLAIN = ["direct", "indirect", "mixed"]


@pytest.mark.parametrize("name", PLAIN)
def test_a_plain_quote_shows_nothing_else(name: str, tmp_path: Path) -> None:
    text, gold = sayings(MARKED[name], tmp_path)
    assert [shown for shown, rule in SHOWN if rule(Seen(text, gold[0], tuple(gold)))] == [name]


def test_a_verb_that_looks_like_a_noun_is_no_noun_cue(tmp_path: Path) -> None:
    text, [quote] = sayings("{s1 Holt} {c1 claims} {q1 that no boat will sail}.\n---\n1 Holt", tmp_path)
    assert not dict(SHOWN)["noun cue"](Seen(text, quote))


@pytest.mark.parametrize(
    ("expected", "marked"),
    [
        ("headline or colon", MARKED["headline or colon"]),
        ("according to", MARKED["according to"]),
        ("cueless turn", MARKED["cueless turn"]),
        ("noun cue", MARKED["noun cue"]),
        ("cue unknown to our lists", MARKED["cue unknown to our lists"]),
        ("quotation with a cue", MARKED["mixed"]),
        ("clause without marks", MARKED["indirect"]),
    ],
)
def test_what_a_spurious_prediction_looks_like(expected: str, marked: str, tmp_path: Path) -> None:
    text, [quote] = sayings(marked, tmp_path)
    assert look(Seen(text, quote)) == expected


def test_a_prediction_within_gold_is_nested_with_a_cue_of_its_own_and_else_a_piece(tmp_path: Path) -> None:
    text, [outer, inner] = sayings(MARKED["nested"], tmp_path)
    assert look(Seen(text, inner, (outer,))) == "nested in a gold quote"
    assert look(Seen(text, inner._replace(cue=outer.cue), (outer,))) == "piece of a gold quote"


def test_every_gold_quote_has_one_fate_and_the_report_shows_it(tmp_path: Path) -> None:
    text, gold = sayings(MARKED["nested"], tmp_path)
    found = [gold[0]._replace(speaker=gold[1].speaker)]
    counts = counted([Compared(text, tuple(gold), judge(text, gold, found))])
    assert counts.fates == {Fate.SPEAKER: 1, Fate.NOT_FOUND: 1}
    printed = report("Invented", {"before": counts, "after": counts})
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in printed.splitlines()]
    assert ["shows", "before", "after", "fail by"] in cells
    assert ["nested", "1 of 1 (100 %)", "1 of 1 (100 %)", "1 / 0 / 0"] in cells


def test_every_rule_is_told_in_words() -> None:
    assert "None" not in rules()
