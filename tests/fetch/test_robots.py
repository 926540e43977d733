import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.fetch.robots import MOST_DELAY, robots


def allows(text: str, path: str) -> bool:
    return robots(text, "Quotewire").allows(path)


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


def test_the_delay_is_that_of_our_group() -> None:
    text = "User-agent: *\nCrawl-delay: 9\n\nUser-agent: Quotewire\nCrawl-delay: 2.5\nDisallow:"
    assert robots(text, "Quotewire").delay == 2.5
    assert robots("User-agent: *\nCrawl-delay: 999999", "Quotewire").delay == MOST_DELAY
    assert robots("User-agent: *\nCrawl-delay: soon", "Quotewire").delay is None


@given(st.text(max_size=300), st.text(max_size=50))
def test_any_text_is_read_and_any_path_is_answered(text: str, path: str) -> None:
    assert robots(f"User-agent: *\nDisallow: {text}", "Quotewire").allows(f"/{path}") in (True, False)
    assert robots(text, "Quotewire").allows(f"/{path}") in (True, False)


def test_a_pattern_of_many_stars_takes_no_time() -> None:
    assert allows("User-agent: *\nDisallow: /" + "*a" * 5_000 + "$", "/" + "a" * 4_000)
