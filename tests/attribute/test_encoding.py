from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from app.attribute.encoding import CLOSING, FEATURES, INSIDE, OPENING, OUTSIDE, Encoder, Encoding
from app.attribute.quotations import quotations
from app.attribute.tagger import OWN_WEIGHTS
from app.model.article import Article, ArticleKind
from app.model.paragraphs import paragraphs

ENCODER = Encoder(Tokenizer.from_file(str(OWN_WEIGHTS / "tokenizer.json")))


def encode(text: str) -> Encoding:
    lines = paragraphs(Article(kind=ArticleKind.ARTICLE, title="", body=text))
    return ENCODER.encode(text, lines, quotations(text, lines))


def pieces(text: str, encoding: Encoding) -> list[str]:
    return [text[start:end] for start, end in zip(encoding.starts, encoding.ends, strict=True)]


def test_pieces_of_one_word_share_its_number() -> None:
    text = "Pumpernickel leaks."
    encoding = encode(text)
    first = [piece for piece, word in zip(pieces(text, encoding), encoding.words, strict=True) if word == 0]
    assert "".join(first) == "Pumpernickel"
    assert pieces(text, encoding)[-2:] == ["leaks", "."]


def test_a_feature_tells_case_quotation_and_paragraph() -> None:
    text = "NATO said “No”.\n\nShe left."
    encoding = encode(text)
    seen = {
        piece: (feature // 8, feature // 2 % 4, feature % 2)
        for piece, feature in zip(pieces(text, encoding), encoding.features.tolist(), strict=True)
    }
    assert seen["NATO"] == (2, OUTSIDE, 1)
    assert seen["said"] == (0, OUTSIDE, 0)
    assert seen["“"] == (0, OPENING, 0)
    assert seen["No"] == (1, INSIDE, 0)
    assert seen["”"] == (0, CLOSING, 0)
    assert seen["She"] == (1, OUTSIDE, 1)


def test_doubled_marks_are_marks() -> None:
    text = "She said ''no'' twice."
    states = dict(zip(encode(text).starts.tolist(), (encode(text).features // 2 % 4).tolist(), strict=True))
    assert [states[at] for at in (9, 10, 11, 13, 14)] == [OPENING, OPENING, INSIDE, CLOSING, CLOSING]


def test_nothing_is_made_of_nothing() -> None:
    assert len(encode("").ids) == 0


def test_half_a_surrogate_pair_is_no_piece() -> None:
    text = "He said \ud800 “it \udfffleaks”."
    assert pieces(text, encode(text)) == ["He", "said", "“", "it", "leaks", "”", "."]


@settings(max_examples=200)
@given(st.text(st.characters(exclude_categories=()), max_size=300))
def test_pieces_stand_in_order_inside_any_text(text: str) -> None:
    encoding = encode(text)
    assert all(0 <= start <= end <= len(text) for start, end in zip(encoding.starts, encoding.ends, strict=True))
    assert (encoding.starts[1:] >= encoding.starts[:-1]).all()
    assert ((encoding.features >= 0) & (encoding.features < FEATURES)).all()
    assert set(encoding.words[1:] - encoding.words[:-1]) <= {0, 1}
