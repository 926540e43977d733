"""A set made harder or smaller before it is asked about: the same pages with something taken away."""

import gzip
import json
import re
from collections.abc import Sequence
from pathlib import Path

_JSON_LD = re.compile(rb"<script[^>]*ld\+json[^>]*>.*?</script\s*>", re.I | re.S)


def whole(inputs: Sequence[Path], gold: Path | None, _out: Path) -> tuple[Sequence[Path], Path | None]:
    """Everything, as it is."""
    return inputs, gold


def english(inputs: Sequence[Path], gold: Path | None, out: Path) -> tuple[Sequence[Path], Path | None]:
    """Only the gold of pages in English is scored."""
    if gold is None:
        return inputs, gold
    kept = [line for line in gold.read_text("utf-8").splitlines() if json.loads(line).get("english")]
    narrowed = out / "english-gold.jsonl"
    narrowed.write_text("\n".join(kept) + "\n", encoding="utf-8")
    return inputs, narrowed


def without_json_ld(inputs: Sequence[Path], gold: Path | None, out: Path) -> tuple[Sequence[Path], Path | None]:
    """Gzipped pages without what they state in JSON-LD."""
    folder = out / "without-json-ld"
    folder.mkdir(exist_ok=True)
    stripped = [folder / page.name for page in inputs]
    for page, target in zip(inputs, stripped, strict=True):
        target.write_bytes(gzip.compress(_JSON_LD.sub(b"", gzip.decompress(page.read_bytes()))))
    return stripped, gold
