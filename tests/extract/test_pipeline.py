import subprocess
import sys

import pytest

from app.extract.pieces import Piece
from app.extract.pipeline import Pipeline
from app.model.errors import Misconfigured
from tests.language import pipeline


def test_importing_the_stage_does_not_import_the_parser() -> None:
    program = "import sys, app.extract; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_an_unknown_model_is_named_in_the_error() -> None:
    with pytest.raises(Misconfigured, match="xx_no_such_model"):
        Pipeline.load("xx_no_such_model")


def test_tokens_stand_where_the_piece_stood() -> None:
    parse = pipeline().parse([Piece(10, "Ola  Berg left."), Piece(40, "So did she.")])
    assert [(t.start, t.text) for t in parse.tokens][:2] == [(10, "Ola"), (15, "Berg")]
    assert [t.start for t in parse.tokens if t.text == "So"] == [40]
    assert len({t.sentence for t in parse.tokens}) == 2


def test_heads_index_the_same_tuple() -> None:
    parse = pipeline().parse([Piece(0, "Rain fell."), Piece(20, "Ola Berg   slept.")])
    heads = [parse.tokens[t.head].text for t in parse.tokens]
    assert heads == ["fell", "fell", "fell", "Berg", "slept", "slept", "slept"]


def test_forgetting_the_forms_of_words_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    pieces = [Piece(100 * n, f"Ola Berg of Torvik told the gullwatchers {n} times.") for n in range(200)]
    remembered = pipeline().parse(pieces)
    monkeypatch.setattr("app.extract.pipeline.MOST_FORMS", 0)
    assert pipeline().parse(pieces) == remembered
