"""The embedded PostgreSQL: one server per data folder, shared by the processes that hold it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def running(data_dir: Path) -> Iterator[str]:
    """The URL of a PostgreSQL server on `data_dir`, started or joined, for as long as the block lasts.

    The folder and its parents are made. Several processes may hold one server; the last to leave stops it, and one
    that was killed does not count. Raises `Misconfigured` where the server cannot start.
    """
    raise NotImplementedError
