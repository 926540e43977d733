import gzip
import json
from pathlib import Path
from typing import Any

from tests.processes import environment, run

TEXT = 'Mayor Marta Quill said the bridge is safe. "We checked every bolt," she said. The bridges in Kiev are older.'
PAGE = """Skip to content

Bridge is safe

by Ana Brandt March 3, 2026 9:15 AM

Mayor Marta Quill said the bridge is safe.
"""


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_plain_takes_a_text_as_one_article_and_offsets_index_it(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text(json.dumps({"id": "a", "text": TEXT}) + "\n")

    result = run("extract", "--as", "plain", "--jsonl", str(source), env=environment())

    [answer] = lines(result.stdout)
    assert result.returncode == 0
    assert answer["id"] == "a"
    said = [("".join(TEXT[s:e] for s, e in q["content"]), q["entity"]) for q in answer["quotes"]]
    assert said == [("the bridge is safe", "Marta Quill"), ('"We checked every bolt,"', "Marta Quill")]
    named = {TEXT[mention["start"] : mention["end"]]: mention["entity"] for mention in answer["mentions"]}
    assert named["Kiev"] == "Kyiv"


def test_page_takes_a_page_apart(tmp_path: Path) -> None:
    page = tmp_path / "bridge.txt"
    page.write_text(PAGE)

    result = run("extract", "--as", "page", str(page), env=environment())

    [answer] = lines(result.stdout)
    [item] = answer["items"]
    assert answer["id"] == "bridge"
    assert item["title"] == "Bridge is safe"
    assert item["authors"] == ["Ana Brandt"]
    assert (item["published"], item["published_precision"]) == ("2026-03-03T09:15:00", "minute")
    assert item["text"] == f"{item['title']}\n\n{item['body']}"
    [quote] = item["quotes"]
    assert [item["text"][s:e] for s, e in quote["content"]] == ["the bridge is safe"]


def test_a_bad_line_is_named_the_rest_goes_on_and_the_exit_code_tells(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text('{"id": "a", "text": "Rain."}\n{"id": \n{"id": "c", "text": "Snow."}\n')

    result = run("extract", "--as", "plain", "--jsonl", str(source), env=environment())

    assert result.returncode == 1
    assert [answer["id"] for answer in lines(result.stdout)] == ["a", "c"]
    assert "line 2" in result.stderr


def test_a_document_that_cannot_be_read_keeps_its_line(tmp_path: Path) -> None:
    broken, good = tmp_path / "broken.json", tmp_path / "good.txt"
    broken.write_text("{")
    good.write_text(PAGE)

    result = run("extract", "--as", "page", str(broken), str(good), env=environment())

    first, second = lines(result.stdout)
    assert result.returncode == 1
    assert (first["id"], first["items"]) == ("broken", [])
    assert first["error"]
    assert second["items"]


def test_an_unknown_form_and_a_wrong_setting_are_one_sentence() -> None:
    form = run("extract", "--as", "poem", "-", env=environment(), stdin="")
    setting = run("extract", "--as", "plain", "-", env=environment(port="many"), stdin="")

    assert (form.returncode, form.stderr.count("\n")) == (1, 1)
    assert '"plain" or "page"' in form.stderr
    assert (setting.returncode, setting.stderr.count("\n")) == (1, 1)
    assert "QUOTEWIRE_PORT" in setting.stderr


def test_what_was_passed_over_in_a_file_is_printed_with_it(tmp_path: Path) -> None:
    records = tmp_path / "records.ndjson.gz"
    records.write_bytes(gzip.compress(b'{"title": "Bridge", "text": "It is safe."}\nno record\n'))

    result = run("extract", "--as", "page", str(records), env=environment())

    [answer] = lines(result.stdout)
    assert [item["title"] for item in answer["items"]] == ["Bridge"]
    assert answer["skipped"] == [{"reason": "line without a news record in JSON (line 2)", "count": 1}]
