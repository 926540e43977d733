from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from app.kit.clock import now
from app.store import turns
from app.store.session import Database
from app.store.turns import StoredTurns


def test_turns_at_one_host_follow_each_other_and_other_hosts_do_not_wait(database: Database) -> None:
    mine = StoredTurns(database)
    waits = [mine.book("courier.example", 2, 10) for _ in range(3)]
    assert waits == pytest.approx([0, 2, 4], abs=0.5)
    assert mine.book("ferries.example", 2, 10) == 0


def test_a_turn_that_is_too_far_off_is_not_booked(database: Database) -> None:
    mine = StoredTurns(database)
    mine.book("courier.example", 60, 5)
    assert [round(mine.book("courier.example", 60, 5), -1) for _ in range(2)] == [60, 60]


def test_workers_at_the_same_time_get_turns_of_their_own(database: Database) -> None:
    mine = StoredTurns(database)
    with ThreadPoolExecutor(4) as pool:
        waits = sorted(pool.map(lambda _: mine.book("courier.example", 3, 100), range(6)))
    assert waits == pytest.approx([0, 3, 6, 9, 12, 15], abs=1)


def test_hosts_that_were_left_alone_are_forgotten(database: Database) -> None:
    mine = StoredTurns(database)
    mine.book("courier.example", 60, 5)
    with database.session() as session:
        turns.prune(session, now() + timedelta(seconds=90))
    assert mine.book("courier.example", 60, 5) == 0
