"""Why something could not be fetched. Each is a sentence for whoever asked, and says what to do."""

from app.model.errors import Unfetched


class Refused(Unfetched):
    """The address is not one that may be fetched: its scheme, port, credentials or network."""


class Disallowed(Unfetched):
    """The publisher's robots.txt says no, or cannot be had at the moment."""


class Unreachable(Unfetched):
    """The name does not resolve, nothing listens, the certificate is wrong, or the connection broke off."""


class TooSlow(Unfetched):
    """A bound on time was passed."""


class TooManyRedirects(Unfetched):
    """It was sent on and on."""


class BadAnswer(Unfetched):
    """The server answered with an error, with nothing, or with what is no text."""


class Later(Unfetched):
    """The host has had enough for the moment: it is this one's turn in `seconds`."""

    def __init__(self, host: str, seconds: float) -> None:
        super().__init__(f"{host} is asked no more often than is polite: wait {seconds:.0f} seconds, then ask again.")
        self.host = host
        self.seconds = seconds
