"""One key for the usual romanisations of one family name: "Zelensky", "Zelenskyy", "Zelenskiy" and "Zelenskii".

A small normalisation, after the variants met in English-language news (BGN/PCGN, GOST and the papers' own): adjectival
endings in -sky and -tsky, -enka for -enko, -ych for -ich, -yev and -iev for -ev, ks for x, ya and yu for ia and iu, -ey
for -ei, and the Arabic article. It does not translate (Tikhanovskaya is not Tsikhanouskaya) and does not touch the
beginning of a name. Given names have a table instead (`tables.given_names`).
"""

import re

from app.resolve.printed import key

_ARTICLE = re.compile(r"^(?:al|el|ul|as|ash|an|ar|at|az) (?=\w)|^al(?=-)")
_RULES = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"(?<=[sc]k)(?:yy|iy|ii|yi|ij|yj|i|y)$", "y"),
        (r"enka$", "enko"),
        (r"(?<=.)y[ck]h$", "ich"),
        (r"(?<=[a-z])(?:y|i)ev$", "ev"),
        (r"(?<=[a-z])(?:y|i)eva$", "eva"),
        (r"(?<=.)ks", "x"),
        (r"(?<=.)y(?=[aou])", "i"),
        (r"(?<=.)ey$", "ei"),
        (r"(?<=.)oy$", "oi"),
    )
)
_SPELLINGS = (
    (re.compile(r"(?<=[sc]k)(?:yy|iy|ii|yi|ij|i|y)$"), ("y", "yy", "iy", "i", "ii", "yi")),
    (re.compile(r"enk[oa]$"), ("enko", "enka")),
    (re.compile(r"(?<=.)[yi]ch$"), ("ych", "ich")),
    (re.compile(r"(?<=.)[yi]?ev(?=a?$)"), ("ev", "yev", "iev")),
    (re.compile(r"(?<=.)(?:ks|x)"), ("x", "ks")),
    (re.compile(r"(?<=.)[yi](?=[aou])"), ("y", "i")),
    (re.compile(r"(?<=.[eo])[yi]$"), ("y", "i")),
)


def begins_with_article(name: str) -> bool:
    """Whether a family name as printed begins with an Arabic article."""
    return _ARTICLE.match(key(name)) is not None


def family_key(name: str) -> str:
    """The key of a family name as printed. Names with one key may be one name; no more is said."""
    folded = _ARTICLE.sub("", key(name.replace("'", "").replace("’", "").replace("ʼ", "")))
    word = folded.replace(" ", "")
    for pattern, to in _RULES:
        word = pattern.sub(to, word)
    return word


def spellings(name: str) -> frozenset[str]:
    """Folded spellings under which the family name may have been stored, `name`'s own among them (at most a few)."""
    folded = key(name)
    found = {folded, _ARTICLE.sub("", folded)}
    for pattern, endings in _SPELLINGS:
        found |= {pattern.sub(ending, each) for each in tuple(found) for ending in endings if pattern.search(each)}
    return frozenset(found)
