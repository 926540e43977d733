import gzip
import json
from pathlib import Path

from app.cli.sources import short_name, sources


def test_a_file_is_one_document_under_its_short_name(tmp_path: Path) -> None:
    page = tmp_path / "council.html.gz"
    page.write_bytes(gzip.compress(b"<p>The council met.</p>"))

    [source] = sources([page], jsonl=False)

    assert source.id == "council"
    assert source.document is not None
    assert source.document.content == page.read_bytes()


def test_each_line_of_jsonl_is_a_document(tmp_path: Path) -> None:
    lines = tmp_path / "in.jsonl"
    lines.write_text(
        '{"id": 7, "text": "Rain fell."}\n\n{"id": "b", "html": "<p>Snow.</p>", "url": "https://example.org/b"}\n'
    )

    text, html = sources([lines], jsonl=True)

    assert (text.id, text.document.media_type, text.document.content) == ("7", "text/plain", b"Rain fell.")
    assert (html.id, html.document.media_type, html.document.url) == ("b", "text/html", "https://example.org/b")


def test_a_bad_line_is_reported_with_its_number_and_the_rest_goes_on(tmp_path: Path) -> None:
    lines = tmp_path / "in.jsonl"
    lines.write_text('{"id": "a", "text": "One."}\nnot json\n{"id": "c"}\n["d"]\n{"id": "e", "text": "Two."}\n')

    found = list(sources([lines], jsonl=True))

    assert [source.document is not None for source in found] == [True, False, False, False, True]
    assert found[1].place.endswith("line 2")
    assert "JSON object" in str(found[1].error)


def test_a_file_that_is_not_there_is_an_error_and_not_an_exception(tmp_path: Path) -> None:
    [source] = sources([tmp_path / "nowhere.txt"], jsonl=False)

    assert source.document is None
    assert "nowhere.txt" in str(source.error)


def test_what_cannot_be_stored_is_replaced_one_for_one_so_that_offsets_stay(tmp_path: Path) -> None:
    text = "a\x00b\ud800c\U0001f600d"
    lines = tmp_path / "in.jsonl"
    lines.write_text(json.dumps({"id": "a", "text": text}))

    [source] = sources([lines], jsonl=True)

    stored = source.document.content.decode()
    assert len(stored) == len(text)
    assert stored == "a\ufffdb\ufffdc\U0001f600d"


def test_a_short_name_drops_how_the_file_is_packed() -> None:
    assert short_name(Path("a/b/page.html.gz")) == "page"
    assert short_name(Path("dump.txt")) == "dump"
    assert short_name(Path("crawl.warc.gz")) == "crawl"
    assert short_name(Path(".txt")) == ".txt"


def test_a_folder_is_all_the_files_in_it_but_readmes(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "README.md"):
        (tmp_path / name).write_text("Words.")

    assert [source.id for source in sources([tmp_path], jsonl=False)] == ["a", "b"]
