from app.read.arc import records


def test_what_holds_no_record_line_holds_no_records() -> None:
    assert list(records(b"")) == []
    assert list(records(b"filedesc://")) == []


def test_a_record_ends_where_it_says_or_where_the_next_begins() -> None:
    line = b"http://harbour.example/%d 192.0.2.1 20260307101500 text/html %d\n"
    content = line % (1, 3) + b"onerest\n" + line % (2, 900) + b"two\n" + line % (3, 5) + b"three"
    assert [record.rpartition(b"\r\n\r\n")[2] for record in records(content)] == [b"one", b"two\n", b"three"]
