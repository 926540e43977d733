"""What a prediction that answers no gold quote looks like, told by mechanical rules; the first that holds.

The docstring of a rule is how the report words it.
"""

from tools.quality.errors.phenomena import Rule, according_to, cueless_turn, headline_or_colon, noun_cue, unknown_cue
from tools.quality.errors.seen import Seen


def nested_in_gold(seen: Seen) -> bool:
    """content and cue lie within the content of one gold quote"""
    return bool(seen.cue) and seen.within_gold(*seen.quote.cue)


def piece_of_gold(seen: Seen) -> bool:
    """its content overlaps that of a gold quote, which another prediction answers better"""
    return any(a.overlaps(b) for other in seen.gold for a in other.content for b in seen.quote.content)


def marked_with_cue(seen: Seen) -> bool:
    """quotation marks in the content or around it, and a cue"""
    return seen.marked


def unmarked(seen: Seen) -> bool:
    """all others: a clause after a verb of our lists"""
    return bool(seen.cue)


def without_anything(seen: Seen) -> bool:
    """neither cue nor quotation marks"""
    return not seen.cue


SPURIOUS: tuple[tuple[str, Rule], ...] = (
    ("nested in a gold quote", nested_in_gold),
    ("piece of a gold quote", piece_of_gold),
    ("headline or colon", headline_or_colon),
    ("according to", according_to),
    ("cueless turn", cueless_turn),
    ("noun cue", noun_cue),
    ("cue unknown to our lists", unknown_cue),
    ("quotation with a cue", marked_with_cue),
    ("clause without marks", unmarked),
    ("neither cue nor marks", without_anything),
)
"""What a prediction without gold looks like: the first rule that holds."""


def look(seen: Seen) -> str:
    """The name of what a spurious prediction looks like."""
    return next(name for name, rule in SPURIOUS if rule(seen))
