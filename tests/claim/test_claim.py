import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.attribute import attribute
from app.claim import claim
from app.extract import extract
from app.model.article import Article, ArticleKind
from app.model.claim import Claim, Stance
from tests.extract.test_extract import WORDS
from tests.language import pipeline, tagger


def claims(body: str, title: str = "") -> tuple[Claim, ...]:
    article = Article(kind=ArticleKind.ARTICLE, title=title, body=body)
    analysis = extract(article, pipeline())
    return claim(article, analysis, attribute(article, analysis, tagger()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Helen Marsh said that the dam was safe.", "The dam was safe"),
        ("President Helen Marsh said that she met Lars Holm in Oslo.", "Helen Marsh met Lars Holm in Oslo"),
        ("James Marsh came. He said that his party would win.", "James Marsh’s party would win"),
        ('"The dam is safe," said Helen Marsh.', "The dam is safe"),
        ('"I will resign," said Helen Marsh.', "Helen Marsh will resign"),
        ('"I am tired," said Helen Marsh.', "Helen Marsh: “I am tired”"),
        ('"We need more boats," said Helen Marsh.', "Helen Marsh: “We need more boats”"),
        ('"The dam is old," said Helen Marsh. "It leaks."', "The dam is old. It leaks."),
        ('Helen Marsh said the dam was "a ruin" and must go.', 'The dam was "a ruin" and must go'),
        ("Helen Marsh asked Lars Holm how the dam was built.", "Helen Marsh asks Lars Holm how the dam was built"),
        ("Helen Marsh accused Lars Holm of fraud and theft.", "Helen Marsh accuses Lars Holm of fraud and theft"),
        ("Helen Marsh promised to lower the fares.", "Helen Marsh promises to lower the fares"),
        ("Helen Marsh did not propose a new law.", "Helen Marsh does not propose a new law"),
        ("James Marsh told Lars Holm that he was late.", "James Marsh tells Lars Holm that he was late"),
        ("Helen Marsh said that he was late.", "Helen Marsh says that he was late"),
        ("Residents of Bergen said they had heard nothing.", "Residents of Bergen say they had heard nothing"),
        ("Two engineers did not say how they built it.", "Two engineers do not say how they built it"),
        (
            "The mayor and the engineer said they had heard nothing.",
            "The mayor and the engineer say they had heard nothing",
        ),
        ("Lars Holm was told by the mayor to leave town.", "The mayor tells Lars Holm to leave town"),
        ("“He told me, ‘We will go,’” said Helen Marsh.", "Helen Marsh: “He told me, ‘We will go,’”"),
        ("A senior official said that we should wait.", "A senior official says that we should wait"),
    ],
)
def test_a_claim_can_be_read_alone(text: str, expected: str) -> None:
    assert claims(text)[0].text == expected


@pytest.mark.parametrize("text", ['Helen Marsh called it "unwise".', "He asked whether it rained."])
def test_nothing_is_claimed_where_nothing_is_proposed_or_nobody_is_there(text: str) -> None:
    assert claims(text) == ()


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Helen Marsh said that the dam was safe.", Stance.ASSERTS),
        ("Helen Marsh denied that the dam was safe.", Stance.DENIES),
        ("Helen Marsh asked whether the dam was safe.", Stance.ASKS),
        ("Helen Marsh asked the mayor to close the dam.", Stance.ORDERS),
        ("Helen Marsh told the mayor to close the dam.", Stance.ORDERS),
        ("Helen Marsh threatened to close the dam.", Stance.THREATENS),
        ("Helen Marsh predicted that the dam would break.", Stance.PREDICTS),
    ],
)
def test_the_stance_is_the_cues(text: str, stance: Stance) -> None:
    assert claims(text)[0].stance is stance


def test_hedge_and_negation_are_taken_over() -> None:
    (hedged,) = claims("Helen Marsh allegedly said that the dam was safe.")
    (negated,) = claims("Helen Marsh did not say that the dam was safe.")
    assert (hedged.hedged, negated.negated) == (True, True)


def test_about_names_each_thing_once() -> None:
    (made,) = claims("Helen Marsh said that Norway and the Norwegian fleet would leave Oslo.")
    assert [m.name for m in made.about] == ["Norway", "Oslo"]


def test_a_rewritten_claim_is_less_sure() -> None:
    (plain,) = claims("Helen Marsh said that the dam was safe.")
    (rewritten,) = claims("Helen Marsh said that she was safe.")
    assert plain.confidence > rewritten.confidence


@settings(max_examples=40)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_any_text_gives_claims_of_its_quotes(body: str) -> None:
    article = Article(kind=ArticleKind.ARTICLE, title="", body=body)
    analysis = extract(article, pipeline())
    quotes = attribute(article, analysis, tagger())
    made = claim(article, analysis, quotes)
    assert made == claim(article, analysis, quotes)
    assert all(0 <= c.quote < len(quotes) and c.text.strip() for c in made)
