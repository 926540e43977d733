"""Documents sent in through the API, worked through by the worker, and what became of each."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import batched
from urllib.parse import quote

from fastapi.testclient import TestClient

from app import work
from app.cli.stopping import TERMINATED
from app.main import create_app
from app.settings import Settings
from app.store import keys
from app.store.session import Database

BATCH = 1_000


@dataclass(frozen=True, slots=True)
class Sent:
    """Something to send: what to call it in messages, its bytes, and what it is said to be."""

    name: str
    content: bytes
    media_type: str = "application/octet-stream"


@dataclass(slots=True)
class Outcome:
    """How many came to which end. `refused` has the reasons; `crashed` and `lost` the names, and should be empty."""

    read: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    crashed: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)

    def add(self, name: str, state: str, reason: str) -> None:
        if state == "done":
            self.read += 1
        elif state == "failed" and "unexpected error" not in reason:
            self.refused[reason] += 1
        elif state in ("failed", "crashed"):
            self.crashed.append(f"{name}: {reason}")
        else:
            self.lost.append(f"{name}: {state}")


def send(database: Database, settings: Settings, documents: Iterable[Sent]) -> Outcome:
    """Send everything in and work it off, a batch at a time. `database` is migrated and nobody else's.

    Leaves the process with `TERMINATED` when a signal says stop.
    """
    with database.session() as session:
        key = keys.create(session, "robustness", ["ingest", "read"])[1]
    app = create_app(settings, database)
    client = TestClient(app, raise_server_exceptions=False, headers={"Authorization": f"Bearer {key}"})
    outcome = Outcome()
    for batch in batched(documents, BATCH):
        accepted = list(_accepted(client, batch, outcome))
        if not work.run(settings, database.url, until_empty=True):
            sys.exit(TERMINATED)
        for name, location in accepted:
            outcome.add(name, *_end(client, location))
    return outcome


def _accepted(client: TestClient, batch: Sequence[Sent], outcome: Outcome) -> Iterator[tuple[str, str]]:
    for one in batch:
        headers, source = {"Content-Type": one.media_type}, {"url": f"https://sent.example/{quote(one.name)}"}
        response = client.post("/v1/documents", content=one.content, headers=headers, params=source)
        if response.status_code == 202:
            yield one.name, response.headers["location"]
        else:
            refused = "failed" if response.status_code in (413, 415, 422) else "crashed"
            outcome.add(one.name, refused, f"{response.status_code} {response.json().get('detail')}")


def _end(client: TestClient, location: str) -> tuple[str, str]:
    response = client.get(location)
    if response.status_code != 200:
        return "gone", ""
    document = response.json()
    return document["state"], (document["failure"] or {}).get("reason", "")
