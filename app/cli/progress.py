"""Progress of long work: a bar on a terminal, silence in a pipe."""

import sys
from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn


def counted[T](things: Iterable[T], noun: str, total: int | None = None) -> Iterator[T]:
    """Pass `things` on, counting them where a person watches."""
    columns = (SpinnerColumn(), MofNCompleteColumn(), TextColumn(noun), TimeElapsedColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, disable=not sys.stderr.isatty(), transient=True) as progress:
        task = progress.add_task(noun, total=total)
        for thing in things:
            yield thing
            progress.advance(task)
