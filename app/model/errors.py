"""Every failure that Quotewire names.

    QuotewireError
    ├── Unreadable        the document's bytes cannot be understood, or must not be; sending them again will not help
    ├── TooLarge          a bound on size, depth or expansion was passed
    ├── StageFailed       one stage failed on one article; its siblings go on
    ├── NotFound          no such thing, or no longer (see `Gone`)
    │   ├── Gone          it was there and was deleted
    │   └── Merged        it was merged; `.survivor` says into what
    ├── Conflict          the request does not fit the state of the thing
    ├── Unfetched         a page or feed on the web could not be had (its forms stand in `app.fetch.errors`)
    ├── Unavailable       the database did not answer; the same request may succeed later
    └── Misconfigured     the settings or the machine do not allow what was asked

Each carries one sentence for a person that says what to do; none carries a traceback.
"""

from uuid import UUID


class QuotewireError(Exception):
    """The root. `str(error)` is a sentence for the person who can act on it."""


class Unreadable(QuotewireError):
    """The bytes are not what their media type promises, and no other reading fits; or they define what multiplies."""


class TooLarge(QuotewireError):
    """A bound was passed: bytes, nesting or expansion."""


class StageFailed(QuotewireError):
    """One stage failed on one article. The article is kept as far as it came."""

    def __init__(self, stage: str, reason: str) -> None:
        super().__init__(f"{stage}: {reason}")
        self.stage = stage
        self.reason = reason


class NotFound(QuotewireError):
    """There is no such thing."""


class Gone(NotFound):
    """There was such a thing; it has been deleted."""


class Merged(NotFound):
    """The thing lives on under another id."""

    def __init__(self, survivor: UUID) -> None:
        super().__init__(f"It was merged into {survivor}.")
        self.survivor = survivor


class Conflict(QuotewireError):
    """The request does not fit the state the thing is in."""


class Unfetched(QuotewireError):
    """A page or feed on the web could not be had."""


class Unavailable(QuotewireError):
    """The database did not answer, or broke off. Trying again is right."""


class Misconfigured(QuotewireError):
    """The settings or the machine do not allow what was asked."""
