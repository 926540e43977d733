"""The learned tagger: which words of a text are cues, and for each cue its content and its source.

Method: an encoder pass over windows of word pieces gives every piece its chance of being a cue; for each cue a second,
small network reads the pieces around it and tags content, source and cue. The weights are int8 and run on one thread
of a CPU, so the same text gives the same answer on every run. How they were trained, on what, and how well they do:
weights/README.md.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Self

from app.attribute.decoding import LEAST_CUE, LEAST_TURN, Tagged, decoded
from app.attribute.encoding import Encoder
from app.attribute.network import Network, Sight
from app.attribute.quotations import Quotation
from app.model.errors import Misconfigured
from app.model.span import Span

OWN_WEIGHTS = Path(__file__).parent / "weights"


class Tagger:
    """A loaded model: `version` names it. One tagger serves many articles, one at a time."""

    def __init__(self, encoder: Encoder, network: Network, version: str) -> None:
        self.version = version
        self._encoder, self._network = encoder, network

    @classmethod
    def load(cls, folder: Path | None = None) -> Self:
        """Load the weights that come with Quotewire, or those in `folder` (what `training.export` wrote).

        Raises Misconfigured where the folder holds none.
        """
        from tokenizers import Tokenizer  # noqa: PLC0415 - only who tags pays

        folder = folder or OWN_WEIGHTS
        try:
            facts = json.loads((folder / "model.json").read_text("utf-8"))
            encoder = Encoder(Tokenizer.from_file(str(folder / "tokenizer.json")))
            network = Network.load(folder, Sight(facts["reach"], facts["margin"]))
            return cls(encoder, network, facts["version"])
        except (OSError, ValueError, KeyError) as error:
            raise Misconfigured(f"There are no tagger weights in {folder}: {error}") from error

    def tag(self, text: str, lines: Sequence[Span], marked: Sequence[Quotation]) -> tuple[Tagged, ...]:
        """The attributions in the given paragraphs of a text, in the order of their cues. Takes time linear in it."""
        encoding = self._encoder.encode(text, lines, marked)
        return decoded(self._network.anchors(encoding, LEAST_CUE, LEAST_TURN), text, encoding, marked)
