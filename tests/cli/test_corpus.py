import json
from pathlib import Path

from tests.processes import environment, run

BRIDGE = (
    "Mayor Marta Quill of Port Ellis said on Monday that the harbour bridge will stay free of charge for everybody who "
    "lives on the islands. The council voted nine to two for the plan, and repairs of the bridge begin in May."
)
DOCUMENTS = [
    {"id": "a", "text": BRIDGE},
    {"id": "b", "text": f"{BRIDGE} The ferry stays as well."},
    {
        "id": "c",
        "text": "Mayor Quill told reporters in Kiev that the harbour bridge of Port Ellis needs new cables.",
        "title": "Bridge",
    },
    {"id": "d", "text": "The national team won the final of the chess cup after nine hours of play."},
]


def test_a_corpus_is_resolved_across_its_documents(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text("".join(json.dumps(document) + "\n" for document in DOCUMENTS) + "not json\n")

    result = run("corpus", str(source), env=environment())

    answers = {answer["id"]: answer for answer in map(json.loads, result.stdout.splitlines())}
    texts = {str(document["id"]): str(document["text"]) for document in DOCUMENTS}
    entity = {
        (id_, texts[id_][mention["start"] : mention["end"]]): (mention["entity"], mention["wikidata"])
        for id_, answer in answers.items()
        for mention in answer["mentions"]
    }
    assert result.returncode == 1
    assert "line 5" in result.stderr
    assert list(answers) == ["a", "b", "c", "d"]
    assert answers["b"]["duplicate_of"] == "a"
    assert answers["a"]["duplicate_of"] is answers["d"]["duplicate_of"] is None
    assert answers["a"]["story"] == answers["b"]["story"] != answers["d"]["story"]
    assert entity["a", "Marta Quill"] == entity["b", "Marta Quill"]
    assert entity["a", "Marta Quill"][0] == entity["c", "Quill"][0], "a surname with one bearer is that person"
    assert entity["c", "Kiev"][1] == "Q1899"


def test_an_id_that_was_given_before_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text("".join(json.dumps({"id": id_, "text": BRIDGE}) + "\n" for id_ in ("a", "a", "b")))

    result = run("corpus", str(source), env=environment())

    assert result.returncode == 1
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["a", "b"]
    assert "line 2" in result.stderr
