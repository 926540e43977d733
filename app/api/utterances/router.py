"""`/v1/utterances`."""

from typing import Annotated

from fastapi import APIRouter, Query

from app.api.answers import OF_LIST, OF_ONE
from app.api.pager import Paging
from app.api.parameters import NoQuery, PathId, split_id_or_name
from app.api.presenting import total
from app.api.services import Open
from app.api.utterances.presenter import utterance
from app.api.utterances.schemas import Utterance, UtteranceList, UtteranceParameters
from app.store import utterances

router = APIRouter(tags=["utterances"])


@router.get("/v1/utterances", responses=OF_LIST)
def list_utterances(session: Open, pager: Paging, query: Annotated[UtteranceParameters, Query()]) -> UtteranceList:
    """What was said, each once, however often it was printed."""
    speaker_id, speaker = split_id_or_name(query.speaker)
    where = utterances.UtteranceFilter(speaker_id=speaker_id, speaker=speaker)
    page = utterances.page(session, where, after=pager.after(query), limit=query.limit, sort=query.sort)
    return UtteranceList(
        items=[utterance(record) for record in page.items], next_cursor=pager.next(query, page), total=total(page)
    )


@router.get("/v1/utterances/{id}", responses=OF_ONE, dependencies=[NoQuery])
def get_utterance(session: Open, id_: PathId) -> Utterance:
    """One utterance, with the quotes that print it."""
    return utterance(utterances.get(session, id_))
