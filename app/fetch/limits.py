"""How far fetching goes: figures and names that the settings give."""

from dataclasses import dataclass

PRODUCT = "Quotewire"
"""The name that robots.txt files call us by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Times in seconds, sizes in bytes after decompression.

    `total_seconds` bounds one request from its connection to the last byte of its answer; waits for a host's turn come
    on top. `allowed_hosts` holds `host` or `host:port`, in lower case, whose addresses need not be public and whose
    port may be any. `contact` is an address that a publisher can complain to.
    """

    connect_seconds: float = 10.0
    read_seconds: float = 15.0
    total_seconds: float = 60.0
    max_bytes: int = 25_000_000
    max_redirects: int = 5
    host_delay_seconds: float = 1.0
    allowed_hosts: frozenset[str] = frozenset()
    version: str = "0"
    contact: str | None = None

    @property
    def user_agent(self) -> str:
        """Product, version and contact, as every request names them."""
        return f"{PRODUCT}/{self.version}" + (f" (+{self.contact})" if self.contact else "")

    def allows(self, host: str, port: int) -> bool:
        """Whether the settings let this host be of a private network."""
        return not self.allowed_hosts.isdisjoint({host, f"{host}:{port}", f"[{host}]:{port}"})
