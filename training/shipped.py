"""The network of the files that Quotewire runs, to learn on from: int8 weights made numbers again."""

import json
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import GraphProto, numpy_helper
from torch import Tensor

from training.network import Network, restored

_QUANTIZED = ("_quantized", "_scale", "_zero_point")


def shipped(folder: Path) -> Network:
    """The network of encoder.onnx and spans.onnx, as `training.export` writes them: what rounding has left of it."""
    facts = json.loads((folder / "model.json").read_text("utf-8"))
    weights = {"spans.margin": torch.tensor(facts["margin"])}
    for name in ("encoder.onnx", "spans.onnx"):
        weights |= _weights(onnx.load(folder / name).graph)
    return restored(weights)


def _weights(graph: GraphProto) -> dict[str, Tensor]:
    """A graph's weights by the names of the modules that they belong to. A linear layer is a product named after it,
    with its matrix turned."""
    given = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    kept = {name: value for name, value in given.items() if not name.endswith(_QUANTIZED) and _is_module(name)}
    tables = (name.removesuffix("_quantized") for name in given if name.endswith(".weight_quantized"))
    kept |= {name: _restored(given, name) for name in tables}
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            module = ".".join(node.name.split("/")[1:-1])
            kept[f"{module}.weight"] = _restored(given, node.input[1].removesuffix("_quantized")).T
    return {name: torch.from_numpy(value.copy()) for name, value in kept.items()}


def _is_module(name: str) -> bool:
    return name.startswith(("encoder.", "spans."))


def _restored(given: dict[str, NDArray[np.generic]], name: str) -> NDArray[np.float32]:
    quantized, scale, zero = (given[f"{name}{part}"].astype(np.float32) for part in _QUANTIZED)
    return (quantized - zero) * scale
