"""The Python SDK as its users get it: generated from the committed contract, driven against a live server."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.processes import run, serving

ROOT = Path(__file__).parents[1]
PAGE = "Quill keeps the bridge free\n\nMayor Marta Quill said on Monday that the bridge will stay free of charge.\n"

PROGRAM = """
import sys
from quotewire_client import AuthenticatedClient
from quotewire_client.api.articles import get_article
from quotewire_client.api.documents import create_document, get_document
from quotewire_client.api.quotes import list_quotes
from quotewire_client.models import Document, DocumentState, DocumentSubmission, SubmittedMediaType

base, key, page = sys.argv[1:]
with AuthenticatedClient(base_url=base, token=key, raise_on_unexpected_status=True) as client:
    submission = DocumentSubmission(content=page, media_type=SubmittedMediaType.TEXTPLAIN, url="https://example.org/bridge")
    sent = create_document.sync(client=client, body=submission, prefer="wait=50")
    assert isinstance(sent, Document), sent
    stored = get_document.sync(client=client, id=sent.id)
    assert stored.state is DocumentState.DONE, stored
    found = list_quotes.sync(client=client, speaker="Marta Quill")
    for quote in found.items:
        article = get_article.sync(client=client, id=quote.article.id)
        for span in quote.content:
            assert article.text[span.start:span.end] == span.exact
        print(quote.speaker.entity.name, quote.kind, quote.text, sep=" | ")
"""


@pytest.fixture(scope="module")
def sdk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The generated package's folder. A warning of the generator fails the test."""
    folder = tmp_path_factory.mktemp("sdk") / "python"
    generator = Path(sys.executable).with_name("openapi-python-client")
    arguments = ["generate", "--path", "openapi/openapi.json", "--config", "openapi/python-client.yaml"]
    made = subprocess.run(
        [generator, *arguments, "--output-path", folder, "--fail-on-warning"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stdout + made.stderr
    assert "warning" not in (made.stdout + made.stderr).lower()
    return folder


def test_the_sdk_ingests_waits_and_lists_quotes_by_speaker(sdk: Path, tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(PROGRAM)

    with serving(tmp_path / "data") as server:
        key = run("keys", "create", "sdk", env=server.environment).stdout.strip()
        driven = subprocess.run(
            [sys.executable, program, server.base, key, PAGE],
            env={"PYTHONPATH": str(sdk), "PATH": ""},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    assert driven.returncode == 0, driven.stderr
    assert driven.stdout == "Marta Quill | indirect | that the bridge will stay free of charge\n"
