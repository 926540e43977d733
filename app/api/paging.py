"""Pages of a list: keyset cursors that nobody can forge or use elsewhere, and the bounds on a page."""

import base64
import binascii
import hashlib
import hmac
import json
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from app.api import kinds
from app.api.fields import EXAMPLE_CURSOR, URL_SAFE, plain_field
from app.api.problems import ProblemError

MOST_ITEMS = 100
_UNBOUND = frozenset({"cursor", "limit", "offsets"})
_MAC_BYTES = 16

type Key = tuple[str, ...]


class NoParameters(BaseModel):
    """The query of an address that takes none: any parameter is refused by name."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class PageParameters(NoParameters):
    """The query of a list."""

    limit: Annotated[int, Field(ge=1, le=MOST_ITEMS, description="How many items a page holds.", examples=[20])] = 20
    cursor: Annotated[
        Annotated[str, Field(max_length=4_000, pattern=URL_SAFE)] | None,
        plain_field("`next_cursor` of the page before; only with the same filters.", EXAMPLE_CURSOR),
    ] = None

    def bound_values(self) -> Mapping[str, Any]:
        """The filters and the sort, which a cursor is bound to."""
        return self.model_dump(mode="json", exclude=set(_UNBOUND), exclude_none=True)


class Cursors:
    """Writes and reads cursors. `secret` is the server's; it outlives restarts and is the same in every process."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def write(self, path: str, parameters: PageParameters, key: Key) -> str:
        """The cursor that goes on after `key` in the list at `path` with these filters."""
        payload = json.dumps(key, ensure_ascii=False, separators=(",", ":")).encode()
        return base64.urlsafe_b64encode(self._mac(path, parameters, payload) + payload).decode().rstrip("=")

    def read(self, path: str, parameters: PageParameters) -> Key | None:
        """The key in the parameters' cursor, None without one. Raises a 400 where it was not written for this list."""
        if parameters.cursor is None:
            return None
        try:
            raw = base64.urlsafe_b64decode(parameters.cursor + "=" * (-len(parameters.cursor) % 4))
        except binascii.Error:
            raise _bad_cursor() from None
        mac, payload = raw[:_MAC_BYTES], raw[_MAC_BYTES:]
        if not hmac.compare_digest(mac, self._mac(path, parameters, payload)):
            raise _bad_cursor()
        return tuple(json.loads(payload))

    def _mac(self, path: str, parameters: PageParameters, payload: bytes) -> bytes:
        bound = json.dumps([path, parameters.bound_values()], sort_keys=True).encode()
        message = len(bound).to_bytes(4) + bound + payload
        return hmac.digest(self._secret, message, hashlib.sha256)[:_MAC_BYTES]


def _bad_cursor() -> ProblemError:
    return ProblemError(kinds.BAD_CURSOR, kinds.BAD_CURSOR.advice)
