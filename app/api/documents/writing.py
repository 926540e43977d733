"""What the writing endpoints have in common: the caller's key, idempotency, and waiting."""

from collections.abc import Callable

from fastapi import Request, Response

from app.api.auth import Writer
from app.api.documents.accepting import Acceptance
from app.api.documents.contract import Prefer
from app.api.idempotency import IdempotencyKey, once, reserving
from app.api.preferences import wait_of
from app.api.services import Wired
from app.store.records import DocumentRecord


class Writing:
    """A dependency: one write, as its caller wants it answered."""

    def __init__(
        self,
        request: Request,
        caller: Writer,
        services: Wired,
        prefer: Prefer = None,
        idempotency_key: IdempotencyKey = None,
    ) -> None:
        self.services = services
        self._request = request
        self._caller = caller
        self._key = idempotency_key
        self._wait = None if prefer is None else wait_of(prefer, services.config.max_wait_seconds)

    async def answer(self, write: Callable[[], DocumentRecord], body: bytes) -> Response:
        """Carry out `write`, once for each idempotency key, and answer as soon as the caller wants to hear."""
        work = Acceptance(database=self.services.database, write=write, wait=self._wait)
        reservation = reserving(self.services.database, self._caller.id, self._key, self._request, body)
        answer = await once(reservation, work)
        return Response(answer.body, answer.status, dict(answer.headers), "application/json")
