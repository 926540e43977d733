"""The named of an article, indexed for reference: who stands where, and whether he or she."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property

from app.kit.given_names import sex_of, sex_of_title
from app.model.mention import EntityKind, Mention, MentionKind
from app.model.syntax import Token


class People:
    """The name mentions of an article by token, and the sex of its persons as far as names and titles tell."""

    def __init__(self, tokens: Sequence[Token], mentions: Sequence[Mention]) -> None:
        self._at: dict[int, Mention] = {}
        self._titles: dict[int, Mention] = {}
        self._first: dict[str, Mention] = {}
        self._sexes: dict[str, Counter[str]] = defaultdict(Counter)
        starts = [token.start for token in tokens]
        for mention in mentions:
            if mention.kind is MentionKind.NAME:
                self._index(tokens, starts, mention)

    def _index(self, tokens: Sequence[Token], starts: Sequence[int], mention: Mention) -> None:
        first = bisect_left(starts, mention.span.start)
        for index in range(first, bisect_left(starts, mention.span.end)):
            self._at[index] = mention
        for role in mention.roles:
            for index in range(bisect_left(starts, role.span.start), bisect_left(starts, role.span.end)):
                self._titles[index] = mention
        if mention.entity_kind is EntityKind.PERSON:
            self._first.setdefault(mention.name, mention)
            self._sexes[mention.name].update(_hints(tokens, first, mention))

    def at(self, token: int) -> Mention | None:
        """The name that a token is part of."""
        return self._at.get(token)

    def titled(self, token: int) -> Mention | None:
        """The person whose printed role a token is part of."""
        return self._titles.get(token)

    def sex(self, name: str) -> str | None:
        """ "m" or "f" for a person's name as the mentions have it; None where the article leaves it open."""
        seen = self._sexes.get(name)
        return next(iter(seen)) if seen and len(seen) == 1 else None

    @cached_property
    def _fitting(self) -> dict[str, list[Mention]]:
        return {sex: [m for name, m in self._first.items() if self.sex(name) in (sex, None)] for sex in ("m", "f")}

    def only(self, sex: str) -> Mention | None:
        """The one person of the article who is surely of that sex, if nobody else could be; else None."""
        fitting = self._fitting[sex]
        return fitting[0] if len(fitting) == 1 and self.sex(fitting[0].name) == sex else None


def _hints(tokens: Sequence[Token], first: int, mention: Mention) -> list[str]:
    words = [word.lower() for role in mention.roles for word in role.text.split()]
    if first:
        words.append(tokens[first - 1].text.lower())
    hints = [sex for word in words if (sex := sex_of_title(word))]
    given = sex_of(mention.name)
    return hints or ([given] if given else [])
