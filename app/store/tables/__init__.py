"""The tables, one module per noun. Constraints make impossible states impossible, whoever writes.

The SQLModel classes define the schema; the repositories read and write through each module's `Table` (`article` beside
`Article`), so that rows are plain values and nothing loads lazily. `metadata` knows all of them.
"""

from app.store.tables import (
    access,
    articles,
    changes,
    claims,
    documents,
    entities,
    judgements,
    mentions,
    outlets,
    page_lines,
    quotes,
    sketches,
    sources,
    stories,
    utterances,
)
from app.store.tables.base import Base

__all__ = [
    "access",
    "articles",
    "changes",
    "claims",
    "documents",
    "entities",
    "judgements",
    "mentions",
    "metadata",
    "outlets",
    "page_lines",
    "quotes",
    "sketches",
    "sources",
    "stories",
    "utterances",
]

metadata = Base.metadata
