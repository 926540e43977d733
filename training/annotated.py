"""Annotated news written by us: a marked-up text in, exact offsets out. The format is told in
tests/quality/GUIDE.md."""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_HEAD = re.compile(r"^=== (?P<name>\S+) \| (?P<phenomena>.+)$")
_OPEN = re.compile(r"\{(?P<labels>[sqca]\d+(?:,[sqca]?\d+)*) ?")
_LABEL = re.compile(r"([sqca]?)(\d+)")
_FACT = re.compile(r"^(?P<number>\d+)(?P<optional>\?)? (?P<entity>.+)$")
_PARTS = {"s": "speaker", "c": "cue", "q": "content", "a": "addressee"}
_MARKS = re.compile(r"[\"“”„«»‹›‘’‚]|(?<!\w)'|'(?!\w)|``")

Span = tuple[int, int]


class Attribution(NamedTuple):
    """One quote of an annotated text. Spans are half-open code points. `entity` is None where the text names nobody."""

    content: tuple[Span, ...]
    speaker: tuple[Span, ...]
    cue: tuple[Span, ...]
    addressee: tuple[Span, ...]
    entity: str | None
    optional: bool


class Example(NamedTuple):
    """A sentence or an article with everything that is said in it, and the names of what it shows."""

    name: str
    phenomena: tuple[str, ...]
    text: str
    quotes: tuple[Attribution, ...]


class BadMarkup(ValueError):
    """The annotation does not follow the guide; the message names the example and what is wrong."""


def examples(path: Path) -> tuple[Example, ...]:
    """All examples of a file, or of all .txt files of a folder in the order of their names."""
    if path.is_dir():
        return tuple(example for file in sorted(path.glob("*.txt")) for example in examples(file))
    return tuple(_example(*block) for block in _blocks(path.read_text(encoding="utf-8")))


def _blocks(source: str) -> Iterator[tuple[str, str, str, str]]:
    for block in re.split(r"^(?==== )", source, flags=re.MULTILINE):
        if not block.strip():
            continue
        first, _, rest = block.partition("\n")
        head = _HEAD.match(first)
        if head is None:
            raise BadMarkup(f"a block must start with '=== name | phenomenon, …', not {first[:60]!r}")
        body, _, facts = rest.partition("\n---")
        yield head["name"], head["phenomena"], body.strip("\n"), facts


def _example(name: str, phenomena: str, body: str, facts: str) -> Example:
    try:
        text, parts = _unmarked(body)
        return Example(
            name, tuple(part.strip() for part in phenomena.split(",")), text, tuple(_quotes(parts, _entities(facts)))
        )
    except BadMarkup as error:
        raise BadMarkup(f"{name}: {error}") from error


def _unmarked(body: str) -> tuple[str, dict[int, dict[str, list[Span]]]]:
    """The text without its markup, and for each quote's number the spans of its parts."""
    out: list[str] = []
    length = at = 0
    stack: list[tuple[str, int]] = []
    parts: dict[int, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    while at < len(body):
        opened = _OPEN.match(body, at)
        if opened:
            stack.append((opened["labels"], length))
            at = opened.end()
        elif body[at] == "}":
            if not stack:
                raise BadMarkup(f"'}}' without '{{' before {body[at : at + 30]!r}")
            labels, start = stack.pop()
            for part, number in _labels(labels):
                parts[number][part].append((start, length))
            at += 1
        elif body[at] == "{":
            raise BadMarkup(f"unknown label at {body[at : at + 30]!r}")
        else:
            out.append(body[at])
            length += 1
            at += 1
    if stack:
        raise BadMarkup(f"{{{stack[-1][0]} is never closed")
    return "".join(out), parts


def _labels(labels: str) -> Iterator[tuple[str, int]]:
    letter = ""
    for found, number in _LABEL.findall(labels):
        letter = found or letter
        yield _PARTS[letter], int(number)


def _entities(facts: str) -> dict[int, tuple[str | None, bool]]:
    result: dict[int, tuple[str | None, bool]] = {}
    for line in facts.strip().splitlines():
        found = _FACT.match(line.strip())
        if found is None:
            raise BadMarkup(f"after --- stands one 'number name' a line, or 'number -', not {line!r}")
        entity = found["entity"].strip()
        result[int(found["number"])] = (None if entity == "-" else entity, bool(found["optional"]))
    return result


def _quotes(
    parts: dict[int, dict[str, list[Span]]], entities: dict[int, tuple[str | None, bool]]
) -> Iterator[Attribution]:
    if set(parts) != set(entities):
        raise BadMarkup(f"quotes {sorted(parts)} are marked, {sorted(entities)} are listed after ---")
    for number in sorted(parts):
        spans = {part: tuple(sorted(found)) for part, found in parts[number].items()}
        if not spans.get("content"):
            raise BadMarkup(f"quote {number} has no content {{q{number} …}}")
        entity, optional = entities[number]
        yield Attribution(
            spans["content"],
            spans.get("speaker", ()),
            spans.get("cue", ()),
            spans.get("addressee", ()),
            entity,
            optional,
        )


def kind(text: str, content: tuple[Span, ...]) -> str:
    """direct: every word of the content stands in quotation marks; mixed: some words do; indirect: none does."""
    said = " ".join(text[start:end] for start, end in content).strip()
    if not _MARKS.search(said):
        return "indirect"
    outer = all(text[start] in "\"“„«‹‘‚'`" or text[start:end][:2] == "''" for start, end in content)
    return "direct" if outer and said[-1] in "\"”“»›’'" else "mixed"
