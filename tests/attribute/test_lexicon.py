from app.attribute.lexicon import ACCORDING, verbs
from app.model.quote import CueClass


def test_every_row_has_a_class_and_known_frames() -> None:
    frames = {"that", "to", "np", "of-object", "address", "of", "about", "for", "against", "on", "at"}
    assert len(verbs()) > 150
    assert all(verb.frames <= frames for verb in verbs().values())


def test_the_common_verbs_are_of_their_class() -> None:
    kinds = {lemma: verbs()[lemma].kind for lemma in ("say", "ask", "promise", "threaten", "deny", "accuse", "urge")}
    assert list(kinds.values()) == [
        CueClass.STATEMENT, CueClass.QUESTION, CueClass.PROMISE, CueClass.THREAT, CueClass.DENIAL, CueClass.ACCUSATION,
        CueClass.ORDER,
    ]  # fmt: skip
    assert ACCORDING.kind is CueClass.STATEMENT
