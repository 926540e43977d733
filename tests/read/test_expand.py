import gzip

import pytest

from app.model.document import Skipped
from app.model.errors import TooLarge, Unreadable
from app.read import read
from app.read.expand import gunzip, members
from tests.read.documents import document


def test_members_are_put_together_and_rubbish_behind_them_is_left():
    assert gunzip(gzip.compress(b"one ") + gzip.compress(b"two") + b"rubbish") == (b"one two", False)
    assert gunzip(gzip.compress(b"one ") + gzip.compress(b"two")) == (b"one two", True)


def test_a_file_cut_off_gives_what_came_before():
    plain, whole = gunzip(gzip.compress(b"word " * 1000)[:-12])
    assert plain.startswith(b"word word")
    assert not whole


@pytest.mark.parametrize("cut", [1, 4, 8, 9, 12])
def test_a_page_cut_off_anywhere_is_partial_and_what_is_missing_is_told(cut: int):
    found = read(document(gzip.compress(b"<html><p>Words and more words</p></html>")[:-cut]))
    assert found.parts[0].partial
    assert found.skipped == (Skipped("rest of a gzip file that is damaged or cut off", 1),)


def test_a_whole_page_is_not_partial():
    found = read(document(gzip.compress(b"<html><p>Words</p></html>")))
    assert (found.parts[0].partial, found.skipped) == (False, ())


def test_many_small_members_take_time_in_proportion():
    assert gunzip(gzip.compress(b"x") * 100_000) == (b"x" * 100_000, True)


def test_a_damaged_first_member_is_unreadable():
    with pytest.raises(Unreadable, match="damaged"):
        gunzip(b"\x1f\x8b\x08rubbish")


def test_damage_is_marked_and_passed_by():
    assert list(members(gzip.compress(b"one") + b"\x1f\x8b\x08rubbish" + gzip.compress(b"two"))) == [
        b"one", None, b"two",
    ]  # fmt: skip


def test_the_bound_holds_for_all_members_together():
    with pytest.raises(TooLarge):
        gunzip(gzip.compress(b"0" * 600) * 2, at_most=1000)


def test_a_page_gzipped_twice_is_read_and_thrice_refused():
    once = gzip.compress(b"<html><p>Words</p></html>")
    assert "Words" in read(document(gzip.compress(once))).parts[0].content
    with pytest.raises(Unreadable, match="one gzip"):
        read(document(gzip.compress(gzip.compress(once))))


@pytest.mark.parametrize(
    "content",
    [b"PK\x03\x04page", b"\x28\xb5\x2f\xfdpage", b"BZh91AY&SYpage", b"\xfd7zXZ\x00page", b"7z\xbc\xaf\x27\x1cpage"],
)
def test_other_packing_says_what_to_send_instead(content: bytes):
    with pytest.raises(Unreadable, match="one gzip"):
        read(document(content, "text/html"))
