"""Whom a phrase means."""

from typing import NamedTuple

from app.attribute.figures import Figure
from app.model.mention import Mention, MentionKind


class Referent(NamedTuple):
    """Whom a phrase means, and how it refers; `mention` None where the text does not name whom it means."""

    form: MentionKind
    figure: Figure | None = None
    mention: Mention | None = None
    confidence: float = 1.0
    reason: str = ""
