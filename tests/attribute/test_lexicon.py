import pytest

from app.attribute.lexicon import addressing, class_of, is_speech, nouns, of_kind, verbs
from app.kit.tables import rows
from app.model.quote import CueClass


def test_the_tables_hold_no_row_twice_and_know_every_class() -> None:
    for table in ("cues.tsv", "cue_nouns.tsv"):
        entries = [
            (row[0], word) for row in rows("app.attribute", table) for word in (row[2].split(",") if row[2:] else [""])
        ]
        assert len(entries) == len(set(entries))
        assert {row[1] for row in rows("app.attribute", table)} <= set(CueClass)
    assert len(verbs()) > 300
    assert len(nouns()) > 100


@pytest.mark.parametrize(
    ("kind", "lemmas"),
    [
        (CueClass.STATEMENT, "say tell write add note announce claim insist argue report testify point describe tweet"),
        (CueClass.QUESTION, "ask wonder inquire enquire query"),
        (CueClass.PROMISE, "promise pledge vow guarantee assure swear"),
        (CueClass.THREAT, "threaten"),
        (CueClass.DENIAL, "deny reject refute dismiss dispute rebut disavow"),
        (CueClass.ORDER, "order urge demand recommend advise beg instruct appeal"),
        (CueClass.ACCUSATION, "accuse blame allege condemn criticise criticize slam lambast lambaste"),
        (CueClass.PREDICTION, "predict forecast warn foretell prophesy"),
        (CueClass.EXPRESSIVE, "apologise apologize praise thank congratulate welcome lament complain joke"),
    ],
)
def test_what_verbs_do_with_the_words(kind: CueClass, lemmas: str) -> None:
    assert {lemma: class_of(lemma) for lemma in lemmas.split()} == dict.fromkeys(lemmas.split(), kind)


@pytest.mark.parametrize(
    ("lemma", "company", "kind"),
    [
        ("call", ["for"], CueClass.ORDER),
        ("call", ["on"], CueClass.ORDER),
        ("point", ["out"], CueClass.STATEMENT),
        ("point", ["to"], CueClass.STATEMENT),
        ("hit", ["out", "at"], CueClass.ACCUSATION),
        ("speak", ["out", "against"], CueClass.ACCUSATION),
        ("speak", ["of"], CueClass.STATEMENT),
        ("rule", ["out"], CueClass.DENIAL),
        ("rule", ["that"], CueClass.STATEMENT),
        ("ask", ["whether"], CueClass.QUESTION),
        ("ask", ["to"], CueClass.ORDER),
        ("ask", ["for"], CueClass.ORDER),
        ("ask", ["?", "for"], CueClass.QUESTION),
        ("demand", ["that"], CueClass.ORDER),
        ("demand", ["?"], CueClass.QUESTION),
        ("tell", ["to"], CueClass.ORDER),
        ("warn", ["that"], CueClass.PREDICTION),
        ("warn", ["to"], CueClass.ORDER),
        ("agree", ["to"], CueClass.PROMISE),
        ("offer", ["to"], CueClass.PROMISE),
        ("play", ["down"], CueClass.DENIAL),
        ("express", ["condolence"], CueClass.EXPRESSIVE),
        (":", ["?"], CueClass.QUESTION),
        (":", [], CueClass.STATEMENT),
    ],
)
def test_the_words_that_go_with_a_verb_decide(lemma: str, company: list[str], kind: CueClass) -> None:
    assert class_of(lemma, company) is kind


def test_a_noun_has_a_class_of_its_own() -> None:
    assert class_of("call") is CueClass.STATEMENT
    assert class_of("call", noun=True) is CueClass.ORDER
    assert class_of("word", ["give"], noun=True) is CueClass.PROMISE
    assert class_of("word", ["come"], noun=True) is CueClass.STATEMENT
    assert class_of("according to") is CueClass.STATEMENT


@pytest.mark.parametrize(
    "word", ["said", "told", "warns", "denying", "replied", "according", "statement", "criticised"]
)
def test_forms_of_words_of_saying(word: str) -> None:
    assert is_speech(word)


@pytest.mark.parametrize(
    "word",
    ["thinks", "believed", "wants", "hoped", "planned", "intends", "expected", "feels", "fear", "doubt", "guess"],
)
def test_belief_wish_plan_and_feeling_are_no_saying(word: str) -> None:
    assert not is_speech(word)


@pytest.mark.parametrize("word", ["hit", "play", "turn", "set", "lay", "wave", "take", "make", "push"])
def test_a_verb_that_says_only_with_a_particle_is_none_by_itself(word: str) -> None:
    assert word not in verbs()
    assert not is_speech(word)


def test_british_and_american_spellings_stand_side_by_side() -> None:
    pairs = {lemma: lemma[:-3] + "ize" for lemma in verbs() if lemma.endswith("ise") and lemma[:-3] + "ize" in verbs()}
    assert {"apologise", "criticise", "emphasise", "summarise", "theorise"} <= set(pairs)
    assert all(verbs()[british] is verbs()[american] for british, american in pairs.items())


def test_the_addressed_are_objects_or_stand_after_a_preposition() -> None:
    assert addressing()["tell"] == {"object"}
    assert {"to", "with"} <= addressing()["speak"]
    assert set().union(*addressing().values()) == {"object", "dative", "to", "with", "at", "on", "upon"}


def test_the_words_that_colour_a_saying() -> None:
    assert "allegedly" in of_kind("hedges", "modifier")
    assert "say" in of_kind("hedges", "passive")
    assert "announce" not in of_kind("hedges", "passive")
    assert "decline" in of_kind("denying", "verb")
