"""From records of sources to their schemas, and from what people say to schedules."""

from app.api.sources.schemas import Source, SourceChange, SourceSubmission
from app.store.records import SourceRecord
from app.store.sources import Schedule


def source(record: SourceRecord) -> Source:
    return Source(
        id=record.id,
        url=record.url,
        outlet=record.outlet,
        interval_seconds=record.interval_seconds,
        entries=record.entries,
        paused=record.paused,
        next_poll_at=record.next_poll_at,
        last_polled_at=record.last_polled_at,
        last_changed_at=record.last_changed_at,
        last_error=record.last_error,
        failures=record.failures,
        created_at=record.created_at,
        updated_at=record.updated_at,
    )


def schedule(given: SourceSubmission) -> Schedule:
    return Schedule(
        outlet=given.outlet, interval_seconds=given.interval_seconds, entries=given.entries, paused=given.paused
    )


def changed(present: SourceRecord, given: SourceChange) -> Schedule:
    """The present schedule with what is to be different about it."""
    return Schedule(
        outlet=given.outlet if "outlet" in given.model_fields_set else present.outlet,
        interval_seconds=given.interval_seconds or present.interval_seconds,
        entries=given.entries or present.entries,
        paused=present.paused if given.paused is None else given.paused,
    )
