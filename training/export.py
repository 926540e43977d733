"""Make of a training state the files that Quotewire runs: python -m training.export STATE FOLDER --version NAME

FOLDER gets encoder.onnx and spans.onnx (matrix products and the embedding table as int8, per channel), tokenizer.json
and model.json. Weights take seven of the eight bits: on processors without VNNI, sums of products of eight bits
overflow, and the same text would give another answer there. What is lost shows in the scores alone; measure it.
"""

import argparse
import json
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from app.attribute.encoding import FEATURES
from app.attribute.tags import CUES, TAGS
from training.base import base_folder, tokenizer
from training.network import SPAN_WIDTH, Encoder, Spans, restored

OPSET = 17


class Chances(nn.Module):
    """The encoder with the cue head's scores as chances; one window at a time, nothing masked."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor, features: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        cues, pieces, views = self.encoder(ids, features)
        return cues.softmax(-1), pieces, views


class Tags(nn.Module):
    """The span head with its scores as chances; the pieces of one cue at a time, those that it may see."""

    def __init__(self, spans: Spans) -> None:
        super().__init__()
        self.spans = spans

    def forward(self, around: Tensor, places: Tensor) -> Tensor:
        scores: Tensor = self.spans(around[None], None, places)
        return scores[0].softmax(-1)


def export(state: Path, base: Path, folder: Path, version: str) -> None:
    """Write the weights of a state to `folder`."""
    network = restored(torch.load(state)["network"]).eval()
    spans = network.spans
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, torch.inference_mode(False), torch.no_grad():
        ids = torch.randint(1000, 2000, (1, 60))
        dynamic = {name: {1: "length"} for name in ("ids", "features", "cues", "pieces", "views")}
        _write(Chances(network.encoder), (ids, ids % FEATURES), Path(scratch, "encoder.onnx"), dynamic)
        places = torch.arange(40)
        pieces = {name: {0: "piece"} for name in ("around", "places", "tags")}
        _write(Tags(network.spans), (torch.randn(40, SPAN_WIDTH), places), Path(scratch, "spans.onnx"), pieces)
        for name, kinds in (("encoder.onnx", ["MatMul", "Gather"]), ("spans.onnx", ["MatMul"])):
            quantize_dynamic(
                Path(scratch, name), folder / name, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
                op_types_to_quantize=kinds,
            )  # fmt: skip
    tokenizer(base).save(str(folder / "tokenizer.json"))
    facts = {"version": version, "cues": CUES, "tags": TAGS, "reach": spans.reach, "margin": int(spans.margin)}
    (folder / "model.json").write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")


def _write(module: nn.Module, inputs: tuple[Tensor, ...], path: Path, axes: dict[str, dict[int, str]]) -> None:
    names = list(axes)
    torch.onnx.export(
        module.eval(), inputs, str(path), input_names=names[: len(inputs)], output_names=names[len(inputs) :],
        dynamic_axes=axes, opset_version=OPSET, dynamo=False,
    )  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.export", description=__doc__.splitlines()[0])
    parser.add_argument("state", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--version", required=True)
    parser.add_argument("--base", type=Path)
    asked = parser.parse_args()
    export(asked.state, asked.base or base_folder(), asked.folder, asked.version)


if __name__ == "__main__":
    main()
