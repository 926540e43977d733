"""What the processor can do, told to a library that fails to see it."""

from collections.abc import MutableMapping
from pathlib import Path

_WIDE = frozenset({"avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"})
"""What OpenBLAS's kernels called SkylakeX are made of."""


def prefer_wide_products(environment: MutableMapping[str, str], description: Path = Path("/proc/cpuinfo")) -> None:
    """Have numpy multiply matrices in rows of 512 bits where the processor can: twice as fast as in 256.

    The OpenBLAS of numpy's wheels holds five sets of kernels and leaves processors that it has no set for, AMD's newer
    ones among them, to an older set, although they can run the newest (https://github.com/numpy/numpy/pull/27147). It
    reads its choice from the environment when numpy is first imported, so this has no effect afterwards. Whatever is
    chosen there already stays; where the processor is not described in a file, as on Linux, nothing is done.
    """
    try:
        flags = next(line for line in description.read_text("utf-8").splitlines() if line.startswith("flags"))
    except (OSError, StopIteration):
        return
    if set(flags.split()) >= _WIDE:
        environment.setdefault("OPENBLAS_CORETYPE", "SkylakeX")
