"""Keys: who may read, ingest and administer."""

from typing import Annotated

from fastapi import Depends, Request, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer, SecurityScopes

from app.api import kinds
from app.api.problems import ProblemError
from app.api.services import Wired
from app.store import keys
from app.store.records import KeyRecord

READ, INGEST, ADMIN = "read", "ingest", "admin"
SCHEME = "ApiKey"
MOST_SECRET = 1_000

_bearer = HTTPBearer(
    scheme_name=SCHEME,
    auto_error=False,
    description="A key made by `quotewire keys create`. Scopes: `read`, `ingest`, `admin` (which includes the others). "
    "Reading needs a key only where the server is set so.",
)


def key_of(
    request: Request, services: Wired, credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]
) -> KeyRecord | None:
    """The key that came with the request, None without one. Raises a 401 for anything else that was sent as one."""
    header = request.headers.get("authorization")
    if header is None:
        return None
    secret = credentials.credentials if credentials is not None else ""
    if not (secret and secret.isascii() and secret.isprintable() and len(secret) <= MOST_SECRET):
        raise _unauthorized("The Authorization header is not `Bearer` and a key.")
    with services.database.session() as session:
        key = keys.verify(session, secret)
    if key is None:
        raise _unauthorized("The key is unknown or was revoked.")
    services.known_keys.remember(header)
    return key


Caller = Annotated[KeyRecord | None, Depends(key_of)]


def permit(needed: SecurityScopes, services: Wired, key: Caller) -> KeyRecord | None:
    """Raise a 401 or 403 unless the caller has every scope that the endpoint names; reading may be open to all."""
    scopes = set(needed.scopes)
    if scopes <= {READ} and not services.config.reading_needs_key:
        return key
    if key is None:
        raise _unauthorized(f"This needs a key with the scope {_listed(scopes)}.")
    if ADMIN not in key.scopes and not scopes <= set(key.scopes):
        raise ProblemError(kinds.FORBIDDEN, f"The key lacks the scope {_listed(scopes - set(key.scopes))}.")
    return key


def allowed_to_write(key: Annotated[KeyRecord | None, Security(permit, scopes=[INGEST])]) -> KeyRecord:
    """A dependency: the caller's key, which has the scope `ingest`."""
    if key is None:
        raise _unauthorized(f"This needs a key with the scope {INGEST}.")
    return key


Reading = Security(permit, scopes=[READ])
"""A dependency for what is read."""

Writer = Annotated[KeyRecord, Depends(allowed_to_write)]


def _listed(scopes: set[str]) -> str:
    return ", ".join(sorted(scopes))


def _unauthorized(detail: str) -> ProblemError:
    return ProblemError(kinds.UNAUTHORIZED, detail, headers={"WWW-Authenticate": "Bearer"})
