"""What the API is told by whoever wires it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiConfig:
    """Bounds and switches. Sizes in bytes, times in seconds; `body_seconds`: how long a body may take to arrive."""

    reading_needs_key: bool = False
    max_body_bytes: int = 25_000_000
    max_wait_seconds: int = 60
    rate_limit_per_minute: int = 600
    body_seconds: float = 60.0
