"""What others reach on the outside sets, and people: figures measured by the project with the same scorers.

Source: README.md beside the outside data (textacy's `direct_quotations`; the rules of SFU's GenderGapTracker on spaCy;
BBC's citron, trained anew on PolNeAR's training part; trafilatura; newspaper4k), and the README of our tagger's
prototype. A number after a figure refers to `NOTES`: it was measured on
something else than the set of its row.
"""

from typing import NamedTuple


class Known(NamedTuple):
    """Figures beside ours, as text; empty where none is known."""

    others: str = ""
    prototype: str = ""
    human: str = ""


NOTES = (
    "(1) twenty articles of PolNeAR that several people annotated",
    "(2) held-back news pages of the same kind",
    "(3) 258 other pages of the kind, with another scorer",
    "(4) headlines of live blogs that survive in its one blob",
    "(5) the best threshold in hindsight",
    "(6) on gold mentions: exact strings; a rule of suffixes inside a document",
)

KNOWN: dict[tuple[str, str], Known] = {
    ("open-pages", "quote+speaker P"): Known("textacy 68.7, GenderGapTracker 77.1, citron 82.6"),
    ("open-pages", "quote+speaker R"): Known("textacy 23.4, GenderGapTracker 61.4, citron 60.4"),
    ("open-pages", "quote+speaker F1"): Known("textacy 34.8, GenderGapTracker 68.4, citron 69.8", "85.9 (2)", "98 (2)"),
    ("open-pages", "speaker accuracy"): Known("83–96", "98.7 (2)", "97.8–100 (2)"),
    ("open-pages", "entity accuracy"): Known("4–9"),
    ("polnear-dev", "quote+speaker P"): Known("textacy 49.5, GenderGapTracker 62.0, citron 72.9", "89.6"),
    ("polnear-dev", "quote+speaker R"): Known("textacy 16.0, GenderGapTracker 50.3, citron 55.6", "86.8"),
    ("polnear-dev", "quote+speaker F1"): Known("textacy 24.2, GenderGapTracker 55.5, citron 63.0", "88.2", "91.2 (1)"),
    ("polnear-dev", "speaker accuracy"): Known("83–96", "97.1", "97.8–100 (1)"),
    ("html", "body F1"): Known("trafilatura 0.944, newspaper4k 0.838 (3)"),
    ("html", "title"): Known("trafilatura 0.709"),
    ("html", "authors exact"): Known("trafilatura 0.765, newspaper4k 0.597 (3)"),
    ("html", "day"): Known("trafilatura 0.953, newspaper4k 0.930 (3)"),
    ("html", "instant"): Known("trafilatura 0.035, newspaper4k 0.690 (3)"),
    ("dumps", "body F1"): Known("lines of 20 words 0.795, all text 0.642, trafilatura 0"),
    ("dumps, English", "body F1"): Known("lines of 20 words 0.805, all text 0.685, trafilatura 0"),
    ("live-blogs", "update R"): Known("trafilatura 0.067 (4)"),
    ("stories", "B³ F1"): Known("TF-IDF 0.918 (5), MiniLM 0.846 (5)"),
    ("entities", "B³ F1"): Known("exact 0.864 (6), suffixes 0.914 (6)"),
}
"""By set and metric."""
