"""A complete memory of earlier documents, in dictionaries: `Candidates` for tests, and a place to keep resolutions."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from app.model.article import ArticleKind
from app.model.entity import Entity, Judgement
from app.model.naming import fold
from app.model.resolution import Resolution, Sketch
from app.resolve import Candidates


class Memory(Candidates):
    """Answers as the store does; `keep` is what the store's saving would do."""

    def __init__(self) -> None:
        self.by_id: dict[UUID, Entity] = {}
        self.utterance_ids: dict[str, UUID] = {}
        self.claim_ids: dict[str, UUID] = {}
        self.sketches: dict[UUID, Sketch] = {}
        self.judgements: list[Judgement] = []
        self.alone: set[UUID] = set()

    def keep(self, resolution: Resolution) -> Resolution:
        self.by_id |= {entity.id: entity for entity in resolution.entities}
        for item in resolution.items:
            self.utterance_ids |= {each.key: each.id for each in item.utterances}
            self.claim_ids |= {each.key: each.id for each in item.claims}
            self.sketches[item.item.id] = replace(item.sketch, text=item.item.findings.article.text)
        articles = {each.item.id: each.item.findings.article for each in resolution.items}
        whole = {id_: article.url for id_, article in articles.items() if article.kind is ArticleKind.ARTICLE}
        self.alone |= {id_ for id_, url in whole.items() if list(whole.values()).count(url) == 1}
        for moved in resolution.regrouped:
            self.sketches[moved.article] = replace(self.sketches[moved.article], story=moved.story)
        for judgement in resolution.merged:
            for article, sketch in self.sketches.items():
                if sketch.story == judgement.left:
                    self.sketches[article] = replace(sketch, story=judgement.right)
        self.judgements += (*resolution.judgements, *resolution.merged)
        return resolution

    def entities(self, folded_names: Collection[str]) -> Sequence[Entity]:
        return [entity for entity in self.by_id.values() if _named(entity, folded_names)]

    def utterances(self, keys: Collection[str]) -> Mapping[str, UUID]:
        return {key: self.utterance_ids[key] for key in keys if key in self.utterance_ids}

    def claims(self, keys: Collection[str]) -> Mapping[str, UUID]:
        return {key: self.claim_ids[key] for key in keys if key in self.claim_ids}

    def alike(self, digest: str, bands: Collection[int]) -> Sequence[Sketch]:
        wanted = set(bands)
        return [each for each in self._oldest_first() if each.digest == digest or wanted & set(each.bands)]

    def at_address(self, url: str) -> Sequence[Sketch]:
        return [each for each in self._oldest_first() if each.url == url and each.article in self.alone]

    def nearby(self, terms: Collection[str], since: datetime, until: datetime) -> Sequence[Sketch]:
        wanted = set(terms)
        return [each for each in self._oldest_first() if since <= each.at <= until and wanted & set(each.terms)]

    def members(self, stories: Collection[UUID], most: int) -> Sequence[Sketch]:
        of = {story: [each for each in self._oldest_first() if each.story == story] for story in stories}
        return [each for members in of.values() for each in members[-most:]]

    def stories(self, articles: Collection[UUID]) -> Mapping[UUID, UUID]:
        return {article: self.sketches[article].story for article in articles if article in self.sketches}

    def document_frequency(self, terms: Collection[str]) -> tuple[int, Mapping[str, int]]:
        wanted = set(terms)
        counts = Counter(term for each in self.sketches.values() for term in each.terms.keys() & wanted)
        return len(self.sketches), counts

    def _oldest_first(self) -> list[Sketch]:
        return sorted(self.sketches.values(), key=lambda each: (each.at, each.article))


def _named(entity: Entity, folded_names: Collection[str]) -> bool:
    aliases = {fold(alias) for alias in {entity.name, *entity.aliases}}
    wanted = set(folded_names)
    return bool(aliases & wanted) or any(
        " ".join(words[at:]) in wanted for words in (alias.split() for alias in aliases) for at in range(len(words))
    )
