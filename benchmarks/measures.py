"""What is measured, each in processes of its own: one core and one thread each, models loaded before the clock runs."""

import os
import resource
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier
from statistics import median
from typing import NamedTuple

from benchmarks.contenders import Extractor, loaded, ours
from benchmarks.texts import words

ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
"""Environment variables that number libraries read when they are first imported."""

_SPAWN = get_context("spawn")
_worker: list[Extractor] = []


class Long(NamedTuple):
    """Seconds of processor time for a word of a text of so many words, and the peak memory of its process so far."""

    words: int
    seconds_a_word: float
    megabytes: float


def rates[Thing](
    contenders: Callable[[], Mapping[str, Callable[[Thing], object]]], things: Sequence[Thing], rounds: int
) -> dict[str, float]:
    """Things a second of each contender: the median of interleaved rounds over all of them, in processor time.

    `contenders` is called in the measuring process; it and the things have to be picklable.
    """
    return _apart(_rates, contenders, things, rounds)


def speeds(texts: Sequence[str], rounds: int) -> dict[str, float]:
    """Words a second of each contender: the median of interleaved rounds over all the texts, in processor time."""
    return _apart(_speeds, texts, rounds)


def long(lengths: Sequence[tuple[str, int]]) -> list[Long]:
    """Our cost on each text in order, so often the median of it, in one fresh worker process."""
    return _apart(_long, lengths)


def throughput(texts: Sequence[str], processes: int) -> float:
    """Words a second of so many of our processes together, in wall time, each on a core of its own where there is one.

    Each extracts all the texts; they begin together once all of them are loaded and warm.
    """
    barrier = _SPAWN.Barrier(processes)
    with ProcessPoolExecutor(processes, _SPAWN, initializer=_load_together, initargs=(barrier, texts[0])) as pool:
        spans = list(pool.map(_span, [texts] * processes))
    return processes * sum(map(words, texts)) / (max(end for _, end in spans) - min(start for start, _ in spans))


def _apart[**P, T](task: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    with ProcessPoolExecutor(1, _SPAWN) as pool:
        return pool.submit(task, *args, **kwargs).result()


def _speeds(texts: Sequence[str], rounds: int) -> dict[str, float]:
    total = sum(map(words, texts))
    return {name: rate * total / len(texts) for name, rate in _rates(loaded, texts, rounds).items()}


def _rates[Thing](
    contenders: Callable[[], Mapping[str, Callable[[Thing], object]]], things: Sequence[Thing], rounds: int
) -> dict[str, float]:
    _stay_on_one_core()
    by_name = contenders()
    for contender in by_name.values():
        contender(things[0])
    seconds = [{name: _seconds(contender, things) for name, contender in by_name.items()} for _ in range(rounds)]
    return {name: len(things) / median(each[name] for each in seconds) for name in by_name}


def _long(lengths: Sequence[tuple[str, int]]) -> list[Long]:
    _stay_on_one_core()
    extract = ours()
    extract(lengths[0][0])
    return [
        Long(words(text), median(_seconds(extract, [text]) for _ in range(times)) / words(text), _peak_megabytes())
        for text, times in lengths
    ]


def _load_together(barrier: Barrier, text: str) -> None:
    _worker[:] = [ours()]
    _worker[0](text)
    barrier.wait()


def _span(texts: Sequence[str]) -> tuple[float, float]:
    start = time.monotonic()
    for text in texts:
        _worker[0](text)
    return start, time.monotonic()


def _seconds[Thing](contender: Callable[[Thing], object], things: Sequence[Thing]) -> float:
    start = time.process_time()
    for thing in things:
        contender(thing)
    return time.process_time() - start


def _peak_megabytes() -> float:
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def _stay_on_one_core() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
