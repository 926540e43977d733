"""What was learned of an address and is remembered for a while."""

import time
from collections import OrderedDict
from collections.abc import Callable

MOST = 10_000


class Memory[T]:
    """What was learned, by address; the last 10,000 are kept, each for as long as was said."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._kept: OrderedDict[str, tuple[float, T]] = OrderedDict()

    def keep(self, address: str, learned: T, seconds: float) -> None:
        """Remember it for so long, in place of what was known of the address before."""
        self._kept[address] = (self._clock() + seconds, learned)
        self._kept.move_to_end(address)
        if len(self._kept) > MOST:
            self._kept.popitem(last=False)

    def get(self, address: str) -> T | None:
        """What is known of an address; None where nothing is, or no longer."""
        until, learned = self._kept.get(address, (0.0, None))
        return None if until < self._clock() else learned

    def take(self, address: str) -> T | None:
        """What is known of an address, and forget it."""
        learned = self.get(address)
        self._kept.pop(address, None)
        return learned
