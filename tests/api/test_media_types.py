from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.api.media_types import MediaType, is_text_charset, parse
from app.api.problems import ProblemError


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("text/plain", MediaType("text/plain", None)),
        ("Text/HTML; Charset=Windows-1251", MediaType("text/html", "Windows-1251")),
        ('text/html;charset="utf-8"', MediaType("text/html", "utf-8")),
        ('text/html; version=2; charset="l\\atin1" ;', MediaType("text/html", "latin1")),
        ("application/json;", MediaType("application/json", None)),
    ],
)
def test_media_types(header: str, expected: MediaType) -> None:
    assert parse(header) == expected


@pytest.mark.parametrize(
    "header",
    [
        "",
        "text",
        "text/",
        "text/plain charset=utf-8",
        "text/plain; charset",
        "text/plain; charset=",
        "text/plain; charset=no-such-charset",
        "text/plain; charset=rot13",
        "text/plain; charset=unicode_escape",
        "text/plain; charset=undefined",
        'text/plain; charset="\x00"',
        'text/plain; charset="utf-8',
    ],
)
def test_what_is_none_is_refused(header: str) -> None:
    with pytest.raises(ProblemError):
        parse(header)


@given(st.text(alphabet=st.characters(max_codepoint=255), max_size=60))
def test_any_header_gives_a_media_type_or_a_415(header: str) -> None:
    for value in (header, f"text/plain; charset={header}", f'text/plain; charset="{header}"'):
        with suppress(ProblemError):
            charset = parse(value).charset
            assert charset is None or is_text_charset(charset)
