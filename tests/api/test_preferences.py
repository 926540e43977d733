import asyncio

import pytest

from app.api.preferences import poll, wait_of


@pytest.mark.parametrize(
    ("prefer", "seconds"),
    [
        ("wait=5", 5),
        ("respond-async, Wait = 5", 5),
        ('wait="5"; x=1', 5),
        ("wait=0", 0),
        ("wait=600", 60),
        ("", None),
        ("return=minimal", None),
        ("wait=soon", None),
        ("wait=-1", None),
        ("await=5", None),
        ("wait=1.5", None),
    ],
)
def test_how_long_a_client_would_wait(prefer: str, seconds: int | None) -> None:
    assert wait_of(prefer, 60) == seconds


def test_polling_ends_when_it_is_done() -> None:
    states = iter(["queued", "processing", "done", "later"])

    async def look() -> str:
        return next(states)

    assert asyncio.run(poll(look, lambda state: state == "done", 10)) == "done"


def test_polling_ends_when_the_time_is_over_and_has_looked_once() -> None:
    async def look() -> str:
        return "queued"

    assert asyncio.run(poll(look, lambda state: state == "done", 0)) == "queued"
