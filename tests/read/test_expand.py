import gzip
import zlib

import brotli
import pytest

from app.model.document import Skipped
from app.model.errors import TooLarge, Unreadable
from app.read import read
from app.read.expand import Room, decoded, gunzip, members
from tests.read.documents import document


def test_members_are_put_together_and_rubbish_behind_them_is_left():
    assert gunzip(gzip.compress(b"one ") + gzip.compress(b"two") + b"rubbish", Room()) == (b"one two", False)
    assert gunzip(gzip.compress(b"one ") + gzip.compress(b"two"), Room()) == (b"one two", True)


def test_a_file_cut_off_gives_what_came_before():
    plain, whole = gunzip(gzip.compress(b"word " * 1000)[:-12], Room())
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
    assert gunzip(gzip.compress(b"x") * 100_000, Room()) == (b"x" * 100_000, True)


def test_a_damaged_first_member_is_unreadable():
    with pytest.raises(Unreadable, match="damaged"):
        gunzip(b"\x1f\x8b\x08rubbish", Room())


def test_damage_is_marked_and_passed_by():
    assert list(members(gzip.compress(b"one") + b"\x1f\x8b\x08rubbish" + gzip.compress(b"two"), Room())) == [
        b"one", None, b"two",
    ]  # fmt: skip


def test_the_bound_holds_for_all_members_together():
    with pytest.raises(TooLarge):
        gunzip(gzip.compress(b"0" * 600) * 2, Room(1000))


def test_members_that_turn_out_to_be_damaged_take_room_too():
    damaged = gzip.compress(b"0" * 600_000)[:-8] + b"damaged!"
    assert list(members(damaged, Room(1_000_000))) == [None]
    with pytest.raises(TooLarge):
        list(members(damaged * 2, Room(1_000_000)))


def test_what_is_read_in_vain_from_many_beginnings_takes_room_too():
    """Each beginning stands in the file name that the one before gives, and all of them come to the same damage."""
    beginnings, nothing, damage = b"\x1f\x8b\x08\x08unseen" * 200 + b"\0", b"\0\0\0\xff\xff" * 100_000, b"\x07"
    with pytest.raises(TooLarge):
        list(members(beginnings + nothing + damage, Room(10_000_000)))


BROKEN = {
    "br": brotli.compress(bytes(600_000), quality=0)[:-1] + b"damage",
    "deflate": zlib.compress(bytes(600_000))[:-4] + b"none",
}


@pytest.mark.parametrize("encoding", BROKEN)
def test_a_body_that_is_not_what_it_says_takes_room_too(encoding: str):
    room, body = Room(1_000_000), BROKEN[encoding]
    assert decoded(body, encoding, room) == body
    with pytest.raises(TooLarge):
        decoded(body, encoding, room)


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
