import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.fetch.robots import MOST_DELAY, Robots, robots


def asked(text: str) -> Robots:
    return robots(text.encode(errors="replace"), "Quotewire")


def allows(text: str, path: str) -> bool:
    return asked(text).allows(path)


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("", "/page", True),
        ("User-agent: *\nDisallow: /", "/page", False),
        ("User-agent: *\nDisallow:", "/page", True),
        ("user-agent: *\ndisallow: /desk # not ready", "/desk/1", False),
        ("User-agent: *\nDisallow: /desk", "/page", True),
        ("User-agent: other\nDisallow: /", "/page", True),
        ("User-agent: quotewire\nDisallow: /\n\nUser-agent: *\nAllow: /", "/page", False),
        ("User-agent: Quotewire/1.0\nAllow: /\n\nUser-agent: *\nDisallow: /", "/page", True),
        ("User-agent: other\nUser-agent: Quotewire\nDisallow: /x", "/x", False),
        ("User-agent: *\nDisallow: /a\n\nUser-agent: *\nDisallow: /b", "/b", False),
        ("Sitemap: https://courier.example/map\nDisallow: /", "/page", True),
        ("\ufeffUser-agent: *\nDisallow: /", "/page", False),
    ],
)
def test_groups(text: str, path: str, allowed: bool) -> None:
    assert allows(text, path) is allowed


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("Allow: /\nDisallow: /desk", "/desk/1", False),
        ("Disallow: /\nAllow: /news", "/news/1", True),
        ("Disallow: /news\nAllow: /news", "/news", True),
        ("Disallow: /*.pdf$", "/a/b.pdf", False),
        ("Disallow: /*.pdf$", "/a/b.pdf?x", True),
        ("Disallow: /*/private*/x", "/a/private-1/x", False),
        ("Disallow: /page$", "/page/1", True),
        ("Disallow: /*?", "/page?print=1", False),
        ("Disallow: /häfen", "/h%C3%A4fen", False),
        ("Disallow: /a*b*a$", "/aba", False),
        ("Disallow: /ab*ba$", "/aba", True),
    ],
)
def test_the_longest_rule_that_fits_wins(rules: str, path: str, allowed: bool) -> None:
    assert allows(f"User-agent: *\n{rules}", path) is allowed


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("/~mara/", "/%7Emara/"),
        ("/%7emara/", "/~mara/"),
        ("/private", "/%70rivate"),
        ("/über", "/%c3%bcber"),
        ("/%C3%bcber", "/%C3%BCber"),
        ('/a"b|c', "/a%22b|c"),
        ("/a%7Cb", "/a|b"),
        ("/a:b", "/a%3Ab"),
        ("/100%", "/100%25"),
        ("/a%2Ab", "/a*b"),
        ("/a$b", "/a$b"),
        ("/a%24$", "/a$"),
        ("/page?of=https://courier.example", "/page?of=https%3A%2F%2Fcourier.example"),
        ("/page?of=https%3A%2F%2Fcourier.example", "/page?of=https://courier.example"),
        ("/*.pdf$", "/a.%70df"),
        ("/private", "/open/%2e%2e/private"),
        ("/private/$", "/private/open/.%2E"),
    ],
)
def test_a_path_that_is_spelt_otherwise_is_the_same(pattern: str, path: str) -> None:
    """RFC 9309, 2.2.2."""
    assert not allows(f"User-agent: *\nDisallow: {pattern}", path)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("/a%2Fb", "/a/b"),
        ("/a/b", "/a%2Fb"),
        ("/a%2Ab", "/acb"),
        ("/a%3Fb", "/a?b"),
        ("/a%26b", "/a&b"),
        ("/a%24", "/a"),
    ],
)
def test_what_means_something_else_when_encoded_is_another(pattern: str, path: str) -> None:
    assert allows(f"User-agent: *\nDisallow: {pattern}", path)


def test_the_delay_is_that_of_our_group() -> None:
    text = "User-agent: *\nCrawl-delay: 9\n\nUser-agent: Quotewire\nCrawl-delay: 2.5\nDisallow:"
    assert asked(text).delay == 2.5
    assert asked("User-agent: *\nCrawl-delay: 999999").delay == MOST_DELAY
    assert asked("User-agent: *\nCrawl-delay: soon").delay is None


@given(st.text(max_size=300), st.text(max_size=50))
def test_any_text_is_read_and_any_path_is_answered(text: str, path: str) -> None:
    assert asked(f"User-agent: *\nDisallow: {text}").allows(f"/{path}") in (True, False)
    assert asked(text).allows(f"/{path}") in (True, False)


def test_a_pattern_of_many_stars_takes_no_time() -> None:
    assert allows("User-agent: *\nDisallow: /" + "*a" * 5_000 + "$", "/" + "a" * 4_000)
