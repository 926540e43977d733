"""Words as the parser's own rules see them: asked once for each form, tag and dependency, then remembered.

A spaCy model for English finds the Universal part of speech and the lemma by rules over a token's form, tag and
dependency. Matching a hundred and eighty rules against every token of a text takes a fifth of the time of a parse, and
nearly all tokens were seen before.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

Row = Sequence[int]
"""A token's form, tag, dependency, part of speech and lemma as the parser's ids, 0 where that is not known yet."""

Rows = NDArray[np.uint64]
_ROW = ("ORTH", "TAG", "DEP", "POS", "LEMMA")

MOST_WORDS = 50_000
"""So many are remembered (some 20 MB, a million words of news); then everything is forgotten and learned again."""

_RULES = ("attribute_ruler", "lemmatizer")
_SEEN = frozenset(("TAG", "DEP", "LOWER", "ORTH", "TEXT", "IS_SPACE"))


class Word(NamedTuple):
    """A token without its place: the strings of `Token`, in the same order."""

    text: str
    lemma: str
    pos: str
    tag: str
    dep: str


class Vocabulary:
    """The words of a loaded pipeline's texts. Its answers are those of the pipeline's own rules."""

    def __init__(self, nlp: Any, rules: "_Rules | None", most: int) -> None:
        self._vocab, self._rules, self._most = nlp.vocab, rules, most
        self._known: dict[bytes, Word] = {}

    @classmethod
    def taken_from(cls, nlp: Any, most: int = MOST_WORDS) -> Self:
        """The vocabulary of a pipeline, whose rules it disables where they can be remembered: those that look at
        nothing but form, tag and dependency. A model that finds parts of speech or lemmas otherwise goes on to."""
        rules = _Rules.of(nlp)
        if rules is not None:
            nlp.select_pipes(disable=_RULES)
        return cls(nlp, rules, most)

    def words(self, docs: Sequence[Any]) -> Iterator[list[Word]]:
        """The words of each of the parsed texts, token by token; many at a time are faster."""
        if self._rules is not None:
            self._rules.apply_in_context(docs)
        words = iter(self._words(np.concatenate([doc.to_array(_ROW) for doc in docs])))
        return (list(islice(words, len(doc))) for doc in docs)

    def _words(self, rows: Rows) -> list[Word]:
        keys: list[bytes] = rows.view(f"V{rows.itemsize * rows.shape[1]}").ravel().tolist()
        unknown = {key: index for index, key in enumerate(keys) if key not in self._known}
        if len(self._known) + len(unknown) > self._most:
            self._forget()
            unknown = {key: index for index, key in enumerate(keys)}
        if unknown:
            learned = self._learned(rows[list(unknown.values())].tolist())
            self._known.update(zip(unknown, learned, strict=True))
        return [self._known[key] for key in keys]

    def _forget(self) -> None:
        self._known.clear()
        if self._rules is not None:
            self._rules.forget()

    def _learned(self, rows: Sequence[Row]) -> list[Word]:
        if self._rules is not None:
            return self._rules.words(rows)
        strings = self._vocab.strings
        return [
            Word(strings[form], strings[lemma], strings[pos], strings[tag], strings[dep])
            for form, tag, dep, pos, lemma in rows
        ]


class _Rules:
    """A pipeline's rules for parts of speech and lemmas: those over one token, those over several, the lemmatiser."""

    def __init__(self, vocab: Any, alone: Any, in_context: Any, lemmatizer: Any) -> None:
        self._vocab, self._alone, self._in_context, self._lemmatizer = vocab, alone, in_context, lemmatizer

    @classmethod
    def of(cls, nlp: Any) -> Self | None:
        """The rules of a pipeline; None where it has others, or they look at more than a token's own row tells."""
        from spacy.pipeline import AttributeRuler, Lemmatizer  # noqa: PLC0415 - comes with the parser

        ruler, lemmatizer = (nlp.get_pipe(name) if nlp.has_pipe(name) else None for name in _RULES)
        if not isinstance(ruler, AttributeRuler) or not isinstance(lemmatizer, Lemmatizer):
            return None
        rules: Any = ruler.patterns
        looked_at = {name for rule in rules for pattern in rule["patterns"] for token in pattern for name in token}
        if not looked_at <= _SEEN or lemmatizer.mode != "rule":
            return None
        _as_sets(lemmatizer.lookups.get_table("lemma_index", {}))
        alone, in_context = AttributeRuler(nlp.vocab), AttributeRuler(nlp.vocab)
        for rule in rules:
            for pattern in rule["patterns"]:
                (alone if len(pattern) == 1 else in_context).add([pattern], rule["attrs"], rule["index"])
        return cls(nlp.vocab, alone, in_context, lemmatizer)

    def apply_in_context(self, docs: Sequence[Any]) -> None:
        """Set what the rules over several tokens say ("there *is*" is a verb, "*gon*na" is "go")."""
        for doc in docs:
            self._in_context(doc)

    def forget(self) -> None:
        """Give back what the lemmatiser keeps of every form it ever saw."""
        self._lemmatizer.cache.clear()

    def words(self, rows: Sequence[Row]) -> list[Word]:
        """What the rules over one token say of each row, and what is known of it already."""
        from spacy.tokens import Doc  # noqa: PLC0415 - comes with the parser

        strings = self._vocab.strings
        doc = Doc(self._vocab, words=[strings[row[0]] for row in rows])
        for token, (_, tag, dep, _, _) in zip(doc, rows, strict=True):
            token.tag, token.dep = tag, dep
        self._alone(doc)
        for token, (_, _, _, pos, lemma) in zip(doc, rows, strict=True):
            token.pos, token.lemma = pos or token.pos, lemma or token.lemma
        return [Word(t.text, t.lemma_ or self._lemmatizer.lemmatize(t)[0], t.pos_, t.tag_, t.dep_) for t in doc]


def _as_sets(index: Any) -> None:
    """Known lemmas are looked up by the thousand, and come as lists of up to 60,000."""
    for pos in list(index):
        index[pos] = frozenset(index[pos])
