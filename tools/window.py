"""Write app/extract/window.onnx: the operators of one layer that reads each row with its neighbours.

    python -m tools.window

Takes `onnx`, which the environment of `make train-smoke` has.
"""

from pathlib import Path

import numpy as np
from onnx import TensorProto, checker, helper, numpy_helper, save

PATH = Path("app/extract/window.onnx")
_VALUES = {"epsilon": 1e-8}
"""What thinc adds to a variance."""


def main() -> None:
    """`rows` [n, w], `weights` [3w, 3w] by window and by piece, `bias` [3w], `scale` and `shift` [w] → rows [n, w].

    Row i is normalised(max over three pieces of (rows i-1, i, i+1 · weights + bias)) · scale + shift + rows i; before
    the first and after the last row stand noughts.
    """
    nodes = [
        helper.make_node("Slice", ["rows", "first", "last", "down"], ["all_but_last"]),
        helper.make_node("Slice", ["rows", "second", "end", "down"], ["all_but_first"]),
        helper.make_node("Pad", ["all_but_last", "one_before"], ["before"]),
        helper.make_node("Pad", ["all_but_first", "one_after"], ["after"]),
        helper.make_node("Concat", ["before", "rows", "after"], ["windows"], axis=1),
        helper.make_node("Gemm", ["windows", "weights", "bias"], ["pieces"]),
        helper.make_node("Split", ["pieces"], ["one", "two", "three"], axis=1, num_outputs=3),
        helper.make_node("Max", ["one", "two", "three"], ["best"]),
        helper.make_node("LayerNormalization", ["best", "scale", "shift"], ["normalised"], axis=-1, **_VALUES),
        helper.make_node("Add", ["normalised", "rows"], ["result"]),
    ]
    numbers = {"first": [0], "second": [1], "last": [-1], "end": [2**31 - 1], "down": [0]}
    numbers |= {"one_before": [1, 0, 0, 0], "one_after": [0, 0, 1, 0]}
    shapes = {"rows": ["n", "w"], "weights": ["3w", "3w"], "bias": ["3w"], "scale": ["w"], "shift": ["w"]}
    graph = helper.make_graph(
        nodes,
        "window",
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in shapes.items()],
        [helper.make_tensor_value_info("result", TensorProto.FLOAT, ["n", "w"])],
        [numpy_helper.from_array(np.array(each, np.int64), name) for name, each in numbers.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9)
    checker.check_model(model, full_check=True)
    save(model, PATH)


if __name__ == "__main__":
    main()
