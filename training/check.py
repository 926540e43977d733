"""How much of annotated texts a set of weights finds: python -m training.check WEIGHTS SOURCE [--least PERCENT]

Counts an annotated quote as found where a tagged one shares half of its words (intersection over union of the content).
Needs no torch. For the product's own figures see tests/quality and `make quality`.
"""

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from app.attribute.quotations import quotations
from app.attribute.tagger import Tagger
from app.model.article import Article, ArticleKind
from app.model.paragraphs import paragraphs
from training.annotated import Example, examples

_WORD = re.compile(r"\w+")


def found(example: Example, tagger: Tagger) -> int:
    """How many of an example's quotes the tagger finds."""
    lines = paragraphs(Article(kind=ArticleKind.ARTICLE, title="", body=example.text))
    tagged = tagger.tag(example.text, lines, quotations(example.text, lines))
    contents = [_words(example.text, [(span.start, span.end) for span in quote.content]) for quote in tagged]
    wanted = [_words(example.text, quote.content) for quote in example.quotes]
    return sum(any(len(own & other) * 2 >= len(own | other) > 0 for other in contents) for own in wanted)


def _words(text: str, spans: Sequence[tuple[int, int]]) -> set[int]:
    return {start + word.start() for start, end in spans for word in _WORD.finditer(text[start:end])}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m training.check", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("weights", type=Path)
    parser.add_argument("source", type=Path)
    parser.add_argument("--least", type=float, default=0.0, help="fail below this many per cent")
    asked = parser.parse_args()
    tagger = Tagger.load(asked.weights)
    shown = examples(asked.source)
    hits, quotes = sum(found(example, tagger) for example in shown), sum(len(example.quotes) for example in shown)
    share = 100 * hits / max(1, quotes)
    print(f"{hits} of {quotes} quotes found ({share:.1f} %) in {len(shown)} texts with weights {tagger.version}")
    return int(share < asked.least)


if __name__ == "__main__":
    sys.exit(main())
