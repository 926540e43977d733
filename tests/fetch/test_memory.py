from app.fetch.memory import MOST, Memory


def test_what_was_learned_is_known_until_its_time_is_over() -> None:
    time = [0.0]
    memory = Memory[str](lambda: time[0])
    memory.keep("courier.example", "slow", 10)
    time[0] = 10
    assert memory.get("courier.example") == "slow"
    time[0] = 11
    assert memory.get("courier.example") is None


def test_what_is_taken_is_forgotten() -> None:
    memory = Memory[str]()
    memory.keep("courier.example", "slow", 10)
    assert [memory.take("courier.example") for _ in range(2)] == ["slow", None]


def test_the_oldest_is_forgotten_where_there_is_too_much() -> None:
    memory = Memory[int]()
    for n in range(MOST + 1):
        memory.keep(str(n), n, 10)
    assert (memory.get("0"), memory.get("1")) == (None, 1)
