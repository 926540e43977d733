"""Networks stored as ONNX graphs. The only module that knows onnxruntime."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any


def session(path: Path, without: Sequence[str] = ()) -> Any:
    """A network, loaded to run on one thread of the CPU; `without` the named fusions of operators.

    Its `run(None, {input: array})` gives the outputs in order. Raises OSError where there is no such file.
    """
    import onnxruntime  # noqa: PLC0415 - takes long, so only who runs a network pays

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    if not path.exists():
        raise FileNotFoundError(path)
    return onnxruntime.InferenceSession(
        str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=list(without)
    )
