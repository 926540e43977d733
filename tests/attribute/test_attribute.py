import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.attribute import attribute
from app.extract import extract
from app.model.article import Article, ArticleKind
from app.model.findings import Analysis
from app.model.mention import MentionKind
from app.model.quote import CueClass, Quote
from app.model.syntax import Token
from tests.attribute.tagging import Told, tagged
from tests.effort import steps
from tests.extract.test_extract import WORDS
from tests.language import pipeline, tagger


def article(body: str, title: str = "") -> Article:
    return Article(kind=ArticleKind.ARTICLE, title=title, body=body)


def quotes(body: str, title: str = "") -> tuple[Quote, ...]:
    subject = article(body, title)
    return attribute(subject, extract(subject, pipeline()), tagger())


def speakers(body: str) -> list[str | None]:
    return [q.speaker.mention.name if q.speaker and q.speaker.mention else None for q in quotes(body)]


def test_a_quote_says_why_and_how_sure_it_is() -> None:
    (quote,) = quotes('"The sluice is shut," said Helen Marsh.')
    assert quote.reason == "a quotation with “said”; named in full"
    assert 0 < quote.confidence < 1
    assert quote.made_by == f"attribute 2.0, tagger {tagger().version}"
    assert quote.cue is not None
    assert (quote.cue.lemma, quote.cue.kind) == ("say", CueClass.STATEMENT)


def test_a_name_is_surer_than_a_pronoun_that_may_mean_another() -> None:
    (named,) = quotes("Helen Marsh said that the sluice was shut.")
    alone = quotes("Helen Marsh came on Monday. She said that the sluice was shut.")[-1]
    contested = quotes("Helen Marsh wrote to Ana Silva on Monday. She said that the sluice was shut.")[-1]
    assert named.confidence >= alone.confidence > contested.confidence


def test_a_party_keeps_its_whole_phrase_and_role() -> None:
    (quote,) = quotes("The sluice is shut, said the spokesman of the water board, Lars Holm.")
    assert quote.speaker is not None
    assert quote.speaker.text == "the spokesman of the water board, Lars Holm"
    assert quote.speaker.role == "spokesman of the water board"
    assert quote.speaker.form is MentionKind.NAME


@pytest.mark.parametrize(
    "text",
    [
        "Helen Marsh's deputy said that the sluice was shut.",
        "A friend of Helen Marsh said that the sluice was shut.",
        "The Helen Marsh report said that the sluice was shut.",
        "According to a letter to Helen Marsh, the sluice was shut.",
        "Helen Marsh and Ana Silva said that the sluice was shut.",
        "James Marsh met Peter Holm. He said that the sluice was shut.",
        "James Marsh came. The engineer was there too. An aide spoke. He said that the sluice was shut.",
        'James Marsh was late. His wife was there. "It is hard," she said.',
        'Helen Marsh was late. Her sister was there. "It is hard," she said.',
        "James Marsh said that Peter Holm was late. A driver said so. He added that the sluice was shut.",
        'Luis Marsh said the pool was old. Tom Holm was less happy. "It leaks," he fumed.',
    ],
)
def test_nobody_is_named_on_suspicion(text: str) -> None:
    assert speakers(text)[-1] is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Simon Crane was jailed. Mrs Crane said that it was hard.", None),
        ('Simon Crane was jailed. Mrs Crane left. "It is hard," she said.', "Mrs Crane"),
        ('Anna Weir and Robert Weir came. "It is hard," Mrs Weir said.', "Anna Weir"),
        ("Helen Marsh quoted Lars Holm as saying that the sluice was shut.", "Lars Holm"),
        ("Lars Holm was quoted as saying that the sluice was shut.", "Lars Holm"),
        ('"It is shut," Helen Marsh said. "It is open," added Silva, who swims with Marsh.', "Silva"),
        ("Lars Holm came. He should read the treaty, Helen Marsh said.", "Helen Marsh"),
    ],
)
def test_the_speaker_is_the_one_whose_words_they_are(text: str, expected: str | None) -> None:
    assert speakers(text)[-1] == expected


def test_who_speaks_in_turns_is_not_he_in_them() -> None:
    talk = "Odile Fournier is 58. She talks to Ruben Aske.\n\nRuben Aske: Was your teacher right about other things?"
    answer = "Fournier: Almost nothing. He told me that blue was a lie. I wept on the bus home."
    assert speakers(f"{talk}\n\n{answer}") == ["Ruben Aske", "Odile Fournier", None]


@pytest.mark.parametrize("lead", ["Helen Marsh said the dam was safe", "The dam was safe, according to Helen Marsh"])
def test_what_is_set_against_a_statement_is_anothers(lead: str) -> None:
    first, second = quotes(f"{lead}, while her deputy, Lars Holm, said that it leaked.")
    assert first.text.removesuffix(",").lower() == "the dam was safe"
    assert second.text == "that it leaked"


def test_the_floor_is_kept_against_one_who_was_only_spoken_of() -> None:
    text = (
        'James Marsh said the dam was old.\n\nPeter Holm then sold the land to a mill.\n\n"Nobody asked us," he said.'
    )
    assert speakers(text) == ["James Marsh", None]


@pytest.mark.parametrize(
    ("text", "said", "to"),
    [
        (
            '"Look outside before you argue," Helen Marsh told the ministers.',
            '"Look outside before you argue,"',
            "ministers",
        ),
        ('"The dam is old," Helen Marsh told Reuters on Monday.', '"The dam is old,"', "Reuters"),
        ('"Why now?" Helen Marsh asked the court.', '"Why now?"', "court"),
        ('"It is a shame," Helen Marsh said of the plan.', '"It is a shame,"', None),
        ("Helen Marsh told a friend that nobody would notice.", "that nobody would notice", "friend"),
    ],
)
def test_who_is_told_is_no_part_of_what_is_said(text: str, said: str, to: str | None) -> None:
    (quote,) = quotes(text)
    assert quote.text == said
    assert (quote.addressee.text.removeprefix("the ").removeprefix("a ") if quote.addressee else None) == to


def test_telling_somebody_is_no_content() -> None:
    assert quotes("Helen Marsh told Reuters on Monday.") == ()


@pytest.mark.parametrize("opening", ["OSLO, May 3 (Agency) - ", "BERGEN, Norway — ", "14:05 ", "9:30 am - "])
def test_datelines_and_times_are_nobodys_words(opening: str) -> None:
    (quote,) = quotes(f"{opening}The dam is old, Helen Marsh said.")
    assert quote.text == "The dam is old"


def test_a_saying_inside_a_saying_names_the_one_around_it() -> None:
    text = "Marsh said that Holm had warned of floods."
    told = Told(
        tagged(text, content=["that Holm had warned of floods"], source="Marsh", cue="said"),
        tagged(text, content=["of floods"], source="Holm", cue="had warned"),
    )
    subject = article(text)
    outer, inner = attribute(subject, extract(subject, pipeline()), told)
    assert (outer.within, inner.within) == (None, 0)
    assert inner.speaker is not None
    assert inner.speaker.text == "Holm"


def test_what_is_said_may_go_on_for_paragraphs_and_turns() -> None:
    body = (
        "The harbour master, Helen Marsh, said the dam was old. She has run it since 1998.\n\n"
        "“It has leaked for years. Nobody came to look at it, and nobody will.\n\n"
        "“We have asked the county four times.”"
    )
    first, turn = quotes(body)
    assert first.text == "the dam was old"
    assert (turn.cue, len(turn.content)) == (None, 2)
    assert turn.speaker is not None
    assert turn.speaker.mention is not None
    assert turn.speaker.mention.name == "Helen Marsh"


def test_without_a_parse_headlines_alone_are_found() -> None:
    subject = article("Der Regen hielt an.", title="Marsh: “Wir bleiben”")
    assert attribute(subject, Analysis(tokens=(), mentions=()), Told()) == ()


@settings(max_examples=60)
@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join)))
def test_any_text_gives_exact_quotes_and_the_same_answer_twice(body: str) -> None:
    subject = article(body)
    analysis = extract(subject, pipeline())
    found = attribute(subject, analysis, tagger())
    assert found == attribute(subject, analysis, tagger())
    for quote in found:
        assert quote.text == " ".join(span.of(subject.text) for span in quote.content)
        assert all(a.end < b.start for a, b in zip(quote.content, quote.content[1:], strict=False))
        assert quote.cue is None or quote.cue.text == " ".join(span.of(subject.text) for span in quote.cue.spans)
        assert quote.speaker is None or quote.speaker.text == " ".join(
            span.of(subject.text) for span in quote.speaker.spans
        )
        assert quote.speaker is None or quote.speaker.mention in (None, *analysis.mentions)


def repeated(times: int) -> tuple[Article, Analysis]:
    """A long article, its parse made from that of one paragraph."""
    paragraph = 'Helen Marsh said "no" to the plan. "It is too late," she told reporters. He denied that.\n\n'
    one = extract(article(paragraph), pipeline())

    def moved(token: Token, n: int) -> Token:
        by, head = n * len(paragraph), token.head + n * len(one.tokens)
        return token._replace(start=token.start + by, head=head, sentence=4 * n + token.sentence)

    tokens = tuple(moved(token, n) for n in range(times) for token in one.tokens)
    return article(paragraph * times), Analysis(tokens=tokens, mentions=one.mentions)


def test_the_work_grows_with_length_alone() -> None:
    def effort(times: int) -> int:
        subject, analysis = repeated(times)
        return steps(lambda: attribute(subject, analysis, tagger()))

    effort(5)
    assert effort(160) < 4.4 * effort(40)


def test_an_article_in_another_language_has_no_quotes() -> None:
    subject = Article(
        kind=ArticleKind.ARTICLE, title="", body="„Die Schleuse ist zu“, sagte Helen Marsh.", language="de"
    )
    assert attribute(subject, extract(subject, pipeline()), tagger()) == ()
