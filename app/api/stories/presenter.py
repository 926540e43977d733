"""From records of stories to their schemas."""

from app.api.stories.schemas import Story
from app.store.records import StoryRecord


def story(record: StoryRecord) -> Story:
    return Story(
        id=record.id,
        title=record.title,
        article_count=record.article_count,
        first_at=record.first_at,
        last_at=record.last_at,
        created_at=record.created_at,
        updated_at=record.updated_at,
    )
