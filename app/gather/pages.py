"""Documents that were submitted by their URL: their bytes are fetched before the flow takes them."""

from uuid import UUID

from app.fetch import Page, Validators, Web
from app.fetch.errors import Later, Passing
from app.model.errors import QuotewireError, TooLarge, Unfetched, Unreadable
from app.model.expansion import bound_expansion
from app.model.findings import Failure
from app.store import documents, queue, wanted
from app.store.session import Database, Session
from app.store.wanted import Earlier, Fetched

STAGE = "fetch"
"""What a document is said to have failed at."""

WAITS = (60.0, 300.0, 1_800.0)
"""So many seconds a page that could not be had is left alone before it is tried again; after the last it is failed."""

LONGEST_WAIT = 3_600.0
"""However long a server asks to be left alone, its page is tried again after so many seconds."""


def obtain(document_id: UUID, database: Database, web: Web) -> bool:
    """See to it that a document has its bytes: whether the flow can go on with it.

    It cannot where fetching failed or what came would expand too far (the document is marked so, with the reason; for
    what may pass it is queued for another try first, a few times), where the host's turn is far off (it is queued for
    then), or where the page is a document already (this one's id leads there from now on).
    Raises `NotFound` and `Unavailable`.
    """
    with database.session() as session:
        url = wanted.url_of(session, document_id)
        before = None if url is None else wanted.earlier(session, url)
    if url is None:
        return True
    try:
        page = web.fetch(url, _known(before))
        if page is not None:
            bound_expansion(page.content, page.media_type)
    except Later as later:
        with database.session() as session:
            queue.enqueue_fetch(session, document_id, later.seconds)
        return False
    except (Unfetched, TooLarge, Unreadable) as error:
        with database.session() as session:
            _miss(session, document_id, error)
        return False
    with database.session() as session:
        return _keep(session, document_id, page, before)


def _miss(session: Session, document_id: UUID, error: QuotewireError) -> None:
    misses = wanted.miss(session, document_id)
    if isinstance(error, Passing) and misses <= len(WAITS):
        queue.enqueue_fetch(session, document_id, max(WAITS[misses - 1], min(error.seconds, LONGEST_WAIT)))
    else:
        documents.fail(session, document_id, Failure(stage=STAGE, reason=str(error)))


def _keep(session: Session, document_id: UUID, page: Page | None, before: Earlier | None) -> bool:
    if page is not None:
        return wanted.fill(session, document_id, _fetched(page)) == document_id
    if before is not None:
        wanted.join(session, document_id, before.document_id)
    return False


def _known(before: Earlier | None) -> Validators:
    return Validators() if before is None else Validators(before.final_url, before.etag, before.last_modified)


def _fetched(page: Page) -> Fetched:
    return Fetched(
        content=page.content,
        media_type=page.media_type,
        charset=page.charset,
        final_url=page.url,
        etag=page.validators.etag,
        last_modified=page.validators.last_modified,
        fetched_at=page.fetched_at,
    )
