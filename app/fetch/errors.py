"""Why something could not be fetched. Each is a sentence for whoever asked, and says what to do."""

from app.model.errors import Unfetched


class Refused(Unfetched):
    """The address is not one that may be fetched: its scheme, port, credentials or network."""


class Passing(Unfetched):
    """What may pass: the same question may be answered later, but not before `seconds` if the server asked for that."""

    def __init__(self, said: str, seconds: float = 0.0) -> None:
        super().__init__(said)
        self.seconds = seconds


class Disallowed(Unfetched):
    """The publisher's robots.txt says no, or cannot be had."""


class RulesUnknown(Disallowed, Passing):
    """The publisher's robots.txt cannot be had at the moment."""


class UnknownName(Unfetched):
    """There is no host of that name."""


class Unreachable(Passing):
    """The name cannot be looked up, nothing listens, the certificate is wrong, or the connection broke off."""


class TooSlow(Passing):
    """A bound on time was passed."""


class TooManyRedirects(Unfetched):
    """It was sent on and on."""


class BadAnswer(Unfetched):
    """The server answered with an error, with nothing, or with what is no text."""


class ServerFailed(BadAnswer, Passing):
    """The server answered with an error of its own, that it is asked too often, or with nothing."""


class Later(Unfetched):
    """The host has had enough for the moment: it is this one's turn in `seconds`."""

    def __init__(self, host: str, seconds: float) -> None:
        super().__init__(f"{host} is asked no more often than is polite: wait {seconds:.0f} seconds, then ask again.")
        self.host = host
        self.seconds = seconds
