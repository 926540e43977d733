"""Marked-up sentences: `{q …}` content, `{s …}` source and `{c …}` cue are what was tagged; `{a …}` addressee, `{w …}`
when and `{l …}` where are what must be found, and nothing else."""

import re
from typing import NamedTuple

import pytest

from app.attribute.decoding import Tagged
from app.attribute.facets import Facets, facets
from app.attribute.saying import Saying
from app.attribute.times import said_on
from app.attribute.tree import Tree
from app.extract.pieces import Piece
from app.model.span import Span
from tests.language import pipeline
from training.lessons import cue_head

_MARK = re.compile(r"\{(?P<part>[qscawl]) |\}")


class Marked(NamedTuple):
    text: str
    parts: dict[str, tuple[Span, ...]]


def marked(source: str) -> Marked:
    """A sentence and its marked spans; spans may nest."""
    text, parts, opened, at = "", dict[str, list[Span]](), list[tuple[str, int]](), 0
    for mark in _MARK.finditer(source):
        text += source[at : mark.start()]
        at = mark.end()
        if mark["part"]:
            opened.append((mark["part"], len(text)))
        else:
            part, start = opened.pop()
            parts.setdefault(part, []).append(Span(start, len(text)))
    return Marked(text + source[at:], {part: tuple(sorted(spans)) for part, spans in parts.items()})


def tagged(sentence: Marked) -> Tagged:
    cue = sentence.parts["c"]
    head = cue_head(sentence.text, [(span.start, span.end) for span in cue])
    return Tagged(head, False, sentence.parts["q"], sentence.parts.get("s", ()), cue, 0.9)


def parsed(sentence: Marked) -> Tree:
    return Tree(pipeline().parse([Piece(0, sentence.text)]).tokens)


def found(source: str) -> tuple[Marked, Facets]:
    sentence = marked(source)
    return sentence, facets(saying(sentence))


def saying(sentence: Marked) -> Saying:
    found = Saying.of(parsed(sentence), sentence.text, tagged(sentence), sentence.parts["q"])
    assert found is not None
    return found


@pytest.mark.parametrize(
    "source",
    [
        "{s Ola Berg} {c told} {a reporters} {l in Torvik} {w on Monday} {q that the ferry would stop}.",
        "{q “The bridge is safe,”} {s Miriam Hale} {c told} {a the Guardian} {l in an interview} {w on Friday}.",
        "{s Elder} {c said} to {a reporters} {q that the pump was old}.",
        "{a Residents} {c were told} {q to leave by noon}.",
        "{a Lea Haas} {c was informed by} {s her landlord} {q that the heating would be turned off at midnight}.",
        "{s The judge} {c asked} {a the dentist} {q whether he had read the letter}.",
        "{s The king} {c assured} {a the gardeners} {q that the elms would be spared}.",
        "{s Orla Fennessy} {c apologised} to {a the family} {c for} {q the lost records}.",
        "{q “You have until Friday,”} {s Mrs Achebe} {c told} {a the plumber}.",
        "{s Captain Vaughan} {c gave} {a the stowaways} {c her word} {q that they would eat with the crew}.",
        "{s The minister’s} {c promise} to {a voters} {q that taxes would fall} was forgotten.",
        "{l In a letter} to {a shareholders}, {s Ignatius Boateng} {c said} {q the mine would never reopen}.",
        "{c Asked} {q whether she would run again}, {a Abaza} grinned.",
        "{s The conductor} {c pleaded} with {a the audience}: {q “Please, switch off the lemons.”}",
        "{s The guard} {c shouted} at {a the boys}: {q “Off the grass!”}",
    ],
)  # fmt: skip
def test_whom_it_was_said_to(source: str) -> None:
    sentence, facts = found(source)
    spans = [parsed(sentence).span(facts.addressee.stretch)] if facts.addressee else []
    assert [span.of(sentence.text) for span in spans] == [
        span.of(sentence.text) for span in sentence.parts.get("a", ())
    ]


@pytest.mark.parametrize(
    "source",
    [
        "{s The mayor} {c urged} {q {a residents} to leave on Monday}.",
        "{s The court} {c ordered} {q {a the crew} to cut the nets}.",
        "{s Fans} {c begged} {q {a the club} not to sell its captain}.",
        "{s The ministry} {c asked} {q {a the army} to send boats}.",
    ],
)
def test_who_is_to_do_what_was_asked_is_addressed_though_the_content_names_them(source: str) -> None:
    sentence, facts = found(source)
    assert facts.addressee is not None
    assert parsed(sentence).span(facts.addressee.stretch) == sentence.parts["a"][0]


@pytest.mark.parametrize(
    "source",
    [
        "{s The mayor} {c ordered} {q the suspension of classes}.",
        "{s The mayor} {c ordered} {q all lifts to be switched off}.",
        "{s Ola Berg} {c promised} {q a refund}.",
        "{s The council} {c called for} {q an inquiry into the ferry contract}.",
        "{s Police} {c accused} {q the driver of lying}.",
        "{q “Who ordered this?”} {c asked} {s Elena Marchetti}.",
        "{s The bank} {c pointed to} {q a dividend paid in March}.",
        "{q “Until I am dead,”} {s Walter Brandt} {c replied}, to the only applause of the night.",
        "{s The firm} {c said} {q it had told its staff to wait}.",
        "{c According to} {s the clerk}, {q the door was open}.",
    ],
)
def test_nobody_is_addressed(source: str) -> None:
    assert found(source)[1].addressee is None


@pytest.mark.parametrize(
    "source",
    [
        "{s The bank} {c said} {l in a statement} {w late on Tuesday} {q that it had frozen the accounts}.",
        "{w On Monday}, {s Berg} {c announced} {l on Telegram} {q that the ferry would stop}.",
        "Speaking {l at a rally in Torvik} {w on Sunday}, {s Berg} {c vowed} {q to rebuild the pier}.",
        "{w Earlier this month}, {s the council} {c said} {q it would plant 400 trees}.",
        "{w In 2019} {s the firm} {c promised} {q to leave the valley by 2025}.",
        "{s A spokesman} {c said} {l by telephone from Oslo} {q that the ship was safe}.",
        "{s Rosa Quispe} {c said} {w on March 14, 2021}, {q that the mine would close}.",
        "{s The miners} {c complained} {w last week} {q that the lamps were dim}.",
        "{q “The knee is fine,”} {s the striker} {c said} {w two days later}.",
        "{s The ministry} {c said} {w shortly after midnight} {q that the line was open}.",
        "{l On the steps of the courthouse} {s Ngozi Adeleke} {c declared}: {q “Today the river has a lawyer.”}",
        "{s The engineer} {c explained} {l at the parish hall} {q that the valves were old}.",
        "{q “I lost both shoes,”} {s Vandermeer} {c said} {l during a fundraiser at Kipsoen Girls}.",
        "{s The coroner} {c said} {l outside the burnt mill} {q that nobody had warned them}.",
        "{s It} {c announced} {w yesterday} {q that the toll would double}.",
        "{s The company’s} {c claim} {w on Monday} {q that no jobs would go} was met with laughter.",
        "{c According to} {s the indictment} read out {l at Lindmouth} {w on Monday}, {q forty pictures were painted}.",
        "{s Hale} {c said} {q that the mine would close on March 14}.",
        "{s Hale}, who arrived on Monday, {c said} {q that the mine would close}.",
        "{s Hale} left on Monday and {c said} {q that the mine would close}.",
        "{s Hale} {c said} in response {q that the mine would close}.",
        "{s Hale} {c said} in an effort to calm the miners {q that the shaft was safe}.",
        "{s The minister} {c replied} in French {q that the tunnel was ready}.",
        "{q The tunnel opens in May}, {s the minister} {c said}.",
    ],
)
def test_when_and_where_it_was_said(source: str) -> None:
    sentence, facts = found(source)
    printed = [[span.of(sentence.text)] if span else [] for span in (facts.when, facts.where)]
    assert printed == [[span.of(sentence.text) for span in sentence.parts.get(part, ())] for part in "wl"]


@pytest.mark.parametrize(
    ("hedged", "source"),
    [
        (True, "{s Rosa Quispe} allegedly {c told} {a the miners} {q that the money was gone}."),
        (True, "{s She} apparently {c told} {a her sister} {q that the house was empty}."),
        (True, "{q Ann Dahl} {c is said} {q to have sold the mill}."),
        (True, "{q Ann Dahl} {c is understood} {q to be leaving the club}."),
        (True, "{s The gardener} {c is said to have shouted} {q “Not the roses!”} as the truck reversed."),
        (True, "{s Emil Radović} {c appeared to suggest} {q that the cup had been bought}."),
        (True, "It {c was rumoured} in the village {q that a farmer had used the stone}."),
        (True, "{c Reportedly}, {q the yacht was registered to a cousin of the minister}."),
        (True, "{c Rumours} {q that the festival had sold its last tent} sent hundreds home."),
        (True, "{s Her} alleged {c promise} {q that the mill would stay} is on no record."),
        (False, "It {c was announced} {q that the toll would double}."),
        (False, "{s Prosecutors} {c alleged} {q that the oil was reused}."),
        (False, "{s Others} {c have reported} {q a humming noise}."),
        (False, "{s The clerk} {c said} {q that the key was apparently lost}."),
        (False, "{s Residents} {c were told by police} {q to leave}."),
        (False, "{q The mast} {c was reported by} {s two sailors} {q to have snapped}."),
    ],
)
def test_the_text_keeps_its_distance(hedged: bool, source: str) -> None:
    assert found(source)[1].hedged is hedged


@pytest.mark.parametrize(
    ("negated", "source"),
    [
        (True, "{s Rosa Quispe} {c did not say} {q that the mine would close}."),
        (True, "{s Rosa Quispe} {c never promised} {q that the mine would close}."),
        (True, "{s The ministry} {c hasn’t confirmed} {q that the convoy arrived}."),
        (True, "{s The minister} {c refused to say} {q whether the talks would go on}."),
        (True, "{s The bank} {c declined to comment on} {q whether it had frozen the accounts}."),
        (True, "{s The treasurer} {c did not want to say} {q who had paid}."),
        (True, "{s Nobody} {c said} {q that the mill was sold}."),
        (True, "{s No minister} {c mentioned} {q the second account}."),
        (True, "{s Neither bank} {c has mentioned} {q a merger}."),
        (True, "At no point {c did} {s Dr Parata} {c claim} {q that the pill cured anything}."),
        (True, "{s Hale} resigned without {c saying} {q who had paid}."),
        (True, "{s The firm} did not confirm or {c deny} {q that the ship had sunk}."),
        (True, "There is no {c mention} in {s the log} {q of a second passenger}."),
        (False, "{s Rosa Quispe} {c said} {q that the mine would not close}."),
        (False, "{s Rosa Quispe} did not resign, and {c said} {q that the mine was safe}."),
        (False, "{s Hale} {c not only said} {q that the roof leaked} but showed it."),
        (False, "{s Fans} {c begged} {q the club not to sell its captain}."),
        (False, "{q “No further questions,”} {c concluded} {s the prosecutor}."),
        (False, "{q No plan to privatise water}, {c says} {s Haslinda}"),
        (False, "{s Brightwater} {c denied} {q dumping ash in the lagoon}."),
    ],
)  # fmt: skip
def test_the_text_says_that_it_was_not_said(negated: bool, source: str) -> None:
    assert found(source)[1].negated is negated


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("said on Dec. 21", "--12-21"),
        ("said on March 4, 2021,", "2021-03-04"),
        ("said on 4 March 2021", "2021-03-04"),
        ("said on the 3rd of June", None),
        ("said on June 3rd", "--06-03"),
        ("said on Tuesday", None),
        ("said in May", None),
        ("said on March 40", None),
        ("said on Sept. 9", "--09-09"),
    ],
)
def test_the_day_of_speaking(text: str, day: str | None) -> None:
    assert said_on(text) == day


def test_a_day_inside_the_content_is_not_the_day_of_speaking() -> None:
    _, facts = found("{s Rosa Quispe} {c said} on Nov. 3 {q that the mine would close on March 14}.")
    assert facts.said_on == "--11-03"
    _, facts = found("{s Rosa Quispe} {c said} {q that the mine would close on March 14}.")
    assert facts.said_on is None
