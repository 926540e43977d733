"""Mentions: the spans of an article that name somebody or something."""

from dataclasses import dataclass
from enum import StrEnum

from app.model.span import Span


class EntityKind(StrEnum):
    """What sort of thing an entity is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    EVENT = "event"


class MentionKind(StrEnum):
    """How a mention refers: by name, by a description ("the spokesman"), by a pronoun, by a place's adjective."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"
    ADJECTIVE = "adjective"


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """What a person is said to be, where the text says it: a title ("CIA Director") or an apposition."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A span that names an entity. `surface == article.text[span.start:span.end]`.

    `name` is the fullest form of that name which the same article prints ("Peskov" → "Dmitry Peskov"); for an
    adjective it is the place's name ("Belarusian" → "Belarus"); for pronouns and nominals the name they stand for.
    `confidence` is 0–1; `made_by` names the stage and version.
    """

    span: Span
    surface: str
    kind: MentionKind
    entity_kind: EntityKind
    name: str
    confidence: float
    made_by: str
    roles: tuple[Role, ...] = ()
