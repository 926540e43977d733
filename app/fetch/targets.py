"""Which URLs may be fetched, as far as the URL alone tells."""

import re
from typing import NamedTuple

import httpx

from app.fetch.errors import Refused
from app.fetch.limits import Limits

_PORTS = {"http": 80, "https": 443}
_HOST = re.compile(r"[a-z0-9._:-]{1,253}")


class Target(NamedTuple):
    """A URL that may be asked for, once its host's addresses have been checked too."""

    url: httpx.URL
    host: str
    port: int

    @property
    def origin(self) -> str:
        return f"{self.url.scheme}://{self.url.netloc.decode('ascii')}"

    @property
    def path(self) -> str:
        """Path and query as they are sent."""
        return self.url.raw_path.decode("ascii")


def target(url: str | httpx.URL, limits: Limits) -> Target:
    """The target that `url` names: http or https, on their own ports, without credentials. Raises `Refused`.

    The host is lower case, in ASCII (IDNA), without brackets.
    """
    try:
        parsed = httpx.URL(url)
        named = parsed.host  # raises where it is no IDNA, as httpx would wherever it used the URL
    except (httpx.InvalidURL, ValueError) as error:
        raise Refused("The URL cannot be read: give an absolute one, such as https://courier.example/page.") from error
    host = parsed.raw_host.decode("ascii")
    if parsed.scheme not in _PORTS or not named or not _HOST.fullmatch(host):
        raise Refused("Only http and https URLs with a host are fetched: give one of those.")
    if parsed.userinfo:
        raise Refused("A URL with a user name or password is not fetched: leave them out.")
    port = parsed.port or _PORTS[parsed.scheme]
    if port not in _PORTS.values() and not limits.allows(host, port):
        raise Refused(f"Port {port} of {host} is not fetched from, only 80 and 443: the operator can allow the host.")
    return Target(parsed.copy_with(fragment=None), host, port)
