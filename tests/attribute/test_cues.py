import pytest

from app.attribute.cues import cue_of
from app.attribute.facets import facets
from app.model.quote import Cue, CueClass
from tests.attribute.test_facets import marked, saying, tagged


def read(source: str) -> Cue:
    sentence = marked(source)
    told = saying(sentence)
    return cue_of(sentence.text, tagged(sentence), told, facets(told))


@pytest.mark.parametrize(
    ("source", "text", "lemma"),
    [
        ("{s The bank} {c said in a statement on Tuesday} {q that it was closed}.", "said", "say"),
        ("{s The bank} {c has not said} {q when it will open}.", "has not said", "say"),
        ("{s Berg} {c told} {a reporters} {c on Monday} {q that the ferry would stop}.", "told", "tell"),
        ("{s The union} {c called for} {q an inquiry}.", "called for", "call"),
        ("{c According to} {s the clerk}, {q the door was open}.", "According to", "according to"),
        ("{s The mayor’s} {c claim} {q that the bridge was safe} was met with laughter.", "claim", "claim"),
    ],
)
def test_the_cue_is_its_verb_group_without_time_and_place(source: str, text: str, lemma: str) -> None:
    found = read(source)
    assert (found.text, found.lemma) == (text, lemma)


@pytest.mark.parametrize(
    ("kind", "source"),
    [
        (CueClass.QUESTION, "{s Rosa Quispe} {c asked} {q whether the mine had a licence}."),
        (CueClass.QUESTION, "{q “Who held the key?”} {s the judge} {c asked} for the third time."),
        (CueClass.QUESTION, "{s A shareholder} {c demanded to know} {q why the jet had flown empty}."),
        (CueClass.QUESTION, "{s The deputy} {c asked} {a her} {q how to mend the pump}."),
        (CueClass.ORDER, "{s The usher} {c asked} {q the guests to leave}."),
        (CueClass.ORDER, "{s The widow} {c asked for} {q an inquiry}."),
        (CueClass.ORDER, "{s The imam} {c called on} {q both families to bury the quarrel}."),
        (CueClass.ORDER, "{s His sister} {c told} {a him} {q to stay on the roof}."),
        (CueClass.ORDER, "{s The company} {c warned} {a customers} {q not to touch fallen lines}."),
        (CueClass.ORDER, "A {c call} by {s the Lantern Party} {q for a recount} came too late."),
        (CueClass.STATEMENT, "{s The critic} {c called} {q the statue “a paper tiger”}."),
        (CueClass.STATEMENT, "{s The aide} {c pointed out} {q that the roof leaked}."),
        (CueClass.DENIAL, "{s The coach} {c ruled out} {q a transfer}."),
        (CueClass.DENIAL, "{s The laboratory’s} {c denial} {q that samples were lost} fooled nobody."),
        (CueClass.PROMISE, "{s The firm} {c offered} {q to pay for the damage}."),
        (CueClass.PROMISE, "{s The captain} {c gave} {a the crew} {c her word} {q that they would eat}."),
        (CueClass.PREDICTION, "{s A bulletin} {c warns} {q of gusts on the western cape}."),
        (CueClass.ACCUSATION, "{s Campaigners} {c hit out at} {q the decision to drain the pond}."),
        (CueClass.EXPRESSIVE, "{s The resort} {c expressed} {q its condolences to the family}."),
    ],
)
def test_what_the_cue_does_with_the_words(kind: CueClass, source: str) -> None:
    assert read(source).kind is kind
