import pytest
from fastapi.testclient import TestClient

from app.store.session import Database
from tests.api.seeding import CORRECTED, HARBOUR, Seeds, correct
from tests.api.test_problems import problem


@pytest.fixture(scope="module")
def corrected(module_database: Database, seeds: Seeds) -> str:
    return str(correct(module_database, seeds))


def test_a_later_version_supersedes_the_first_and_nothing_is_lost(
    reader: TestClient, seeds: Seeds, corrected: str
) -> None:
    later = reader.get(f"/v1/articles/{corrected}").json()
    first = reader.get(f"/v1/articles/{seeds.harbour}").json()
    assert (later["version_of"], later["superseded"], later["copy_of"]) == (str(seeds.harbour), False, None)
    assert later["version_reasons"] == ["the same address"]
    assert (first["version_of"], first["superseded"]) == (None, True)
    for id_ in (corrected, seeds.harbour):
        found = reader.get(f"/v1/articles/{id_}/versions", params={"sort": "oldest"}).json()
        assert [item["id"] for item in found["items"]] == [str(seeds.harbour), corrected]


def test_lists_tell_what_was_superseded_apart(reader: TestClient, seeds: Seeds, corrected: str) -> None:
    def ids(query: str) -> set[str]:
        return {item["id"] for item in reader.get(f"/v1/articles?{query}").json()["items"]}

    assert ids("superseded=true") == {str(seeds.harbour)}
    assert ids("superseded=false") == {corrected, str(seeds.brief), str(seeds.toll)}
    counts = [reader.get(f"/v1/quotes?{query}").json()["total"]["value"] for query in ("", "superseded=true")]
    assert counts == [6, 2]
    current = reader.get("/v1/quotes?superseded=false").json()["items"]
    assert [quote["article"]["superseded"] for quote in current] == [False] * 4


def test_what_changed_is_told_down_to_the_words(reader: TestClient, seeds: Seeds, corrected: str) -> None:
    found = reader.get(f"/v1/articles/{corrected}/changes").json()
    assert (found["before"], found["after"]) == (str(seeds.harbour), corrected)
    assert found["title"] == {"before": HARBOUR.title, "after": CORRECTED.title}
    changed, appeared = found["passages"]
    [reworded] = changed["words"]
    assert (reworded["before"]["exact"], reworded["after"]["exact"]) == ("would be rebuilt", "was safe")
    assert (appeared["change"], appeared["after"]["exact"]) == ("appeared", "The port has been corrected.")
    gone, come = "the quay would be rebuilt", "the quay was safe"
    assert {(each["before"] or {}).get("text") for each in found["quotes"]} == {None, gone}
    assert {(each["after"] or {}).get("text") for each in found["quotes"]} == {None, come}
    assert [each["change"] for each in found["claims"]] == ["vanished"]


def test_offsets_count_in_the_unit_asked_for(reader: TestClient, seeds: Seeds, corrected: str) -> None:
    def start(unit: str) -> int:
        path = f"/v1/articles/{corrected}/changes"
        found: int = reader.get(path, params={"offsets": unit}).json()["passages"][0]["after"]["start"]
        return found

    assert start("utf16") == start("code_points") + 1


def test_backwards_and_from_a_first_version(reader: TestClient, seeds: Seeds, corrected: str) -> None:
    path = f"/v1/articles/{seeds.harbour}/changes"
    first = reader.get(path).json()
    assert (first["before"], first["title"], first["passages"], first["quotes"]) == (None, None, [], [])
    assert reader.get(path, params={"since": corrected}).json()["passages"][1]["change"] == "vanished"


def test_what_is_no_version_of_it(reader: TestClient, seeds: Seeds) -> None:
    for since in (seeds.toll, seeds.harbour):
        answer = reader.get(f"/v1/articles/{seeds.harbour}/changes", params={"since": str(since)})
        assert problem(answer, 404, "not-found")["detail"].startswith("There is no other version")
