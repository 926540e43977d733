"""How numpy multiplies matrices: with what the processor can do, and on one thread."""

from collections.abc import MutableMapping
from pathlib import Path

_WIDE = frozenset({"avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"})
"""What OpenBLAS's kernels called SkylakeX are made of."""


def tune_products(environment: MutableMapping[str, str], description: Path = Path("/proc/cpuinfo")) -> None:
    """Have numpy multiply matrices on one thread, and in rows of 512 bits where the processor can.

    Rows of 512 bits are twice as fast as those of 256. The OpenBLAS of numpy's wheels holds five sets of kernels and
    leaves processors that it has no set for, AMD's newer ones among them, to an older set, although they can run the
    newest (https://github.com/numpy/numpy/pull/27147). More threads make products as small as a parser's no faster:
    they spend a second core on waiting, which a second worker can use.

    numpy reads these choices from the environment when it is first imported; they have no effect afterwards. What is
    chosen there already stays. Where no file describes the processor, as Linux has one, the kernels are left alone.
    """
    environment.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        flags = next(line for line in description.read_text("utf-8").splitlines() if line.startswith("flags"))
    except (OSError, StopIteration):
        return
    if set(flags.split()) >= _WIDE:
        environment.setdefault("OPENBLAS_CORETYPE", "SkylakeX")
