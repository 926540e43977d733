"""Texts as folded words, and digests of them that do not change with case, marks or spaces."""

from hashlib import blake2b

from app.model.naming import fold_words


def words(text: str) -> tuple[str, ...]:
    """The words of `text` without case, accents and marks."""
    return tuple(fold_words(text))


def digest(folded: tuple[str, ...]) -> str:
    """A key of 128 bits in hexadecimal, equal for texts of the same folded words."""
    return blake2b(" ".join(folded).encode(), digest_size=16).hexdigest()


def shingles(folded: tuple[str, ...], size: int = 3) -> frozenset[str]:
    """The runs of `size` words in order."""
    return frozenset(" ".join(folded[i : i + size]) for i in range(len(folded) - size + 1))
