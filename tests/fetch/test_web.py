import gzip
import time
import zlib
from datetime import timedelta
from email.utils import format_datetime

import pytest

from app.fetch import Limits, Page, Validators, Web
from app.fetch.errors import (
    BadAnswer,
    Disallowed,
    Later,
    Passing,
    Refused,
    RulesUnknown,
    ServerFailed,
    TooManyRedirects,
    TooSlow,
    Unreachable,
)
from app.fetch.robots import MOST_BYTES
from app.kit.clock import now
from app.model.errors import TooLarge
from tests.fetch.site import PAGE, Clock, Resolver, Site, Turns, dripping, endless, redirect, reply, serving

ROBOTS = "/robots.txt"
PUBLIC = "93.184.215.14"


def test_a_page_comes_back_byte_for_byte_with_what_the_server_said_of_it(site: Site) -> None:
    content = "Café".encode("cp1252")
    site.replies["/page"] = reply(content, content_type='text/html; charset="windows-1252"', etag='W/"1"')
    page = site.web().fetch(site.url())
    assert page is not None
    assert (page.content, page.media_type, page.charset) == (content, "text/html", "windows-1252")
    assert (page.url, page.validators) == (site.url(), Validators(site.url(), 'W/"1"', None))


def test_we_say_who_we_are_and_send_nothing_else(site: Site) -> None:
    site.web(version="1.2", contact="desk@courier.example").fetch(site.url())
    assert site.headers[-1] == {
        "Host": f"127.0.0.1:{site.port}",
        "User-Agent": "Quotewire/1.2 (+desk@courier.example)",
        "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "Accept-Encoding": "gzip",
        "Connection": site.headers[-1]["Connection"],
    }


def test_a_page_that_has_not_changed_is_nothing_new(site: Site) -> None:
    site.replies["/page"] = reply(b"", 304)
    known = Validators(site.url(), '"1"', "Fri, 13 Mar 2026 10:00:00 GMT")
    assert site.web().fetch(site.url(), known) is None
    assert site.headers[-1]["If-None-Match"] == known.etag
    assert site.headers[-1]["If-Modified-Since"] == known.last_modified


def test_what_a_server_said_of_a_page_is_told_to_nobody_else(site: Site) -> None:
    """A redirect may lead elsewhere today: what is there is another page, however old."""
    site.replies |= {"/latest": redirect("/tuesday"), "/tuesday": reply(b"", 304)}
    known = Validators(site.url("/monday"), '"1"', "Fri, 13 Mar 2026 10:00:00 GMT")
    with pytest.raises(BadAnswer, match="304"):
        site.web().fetch(site.url("/latest"), known)
    assert not any(name.startswith("If-") for headers in site.headers for name in headers)


def test_what_a_server_said_is_told_where_a_redirect_leads_to_it_again(site: Site) -> None:
    site.replies |= {"/latest": redirect("/monday"), "/monday": reply(b"", 304)}
    assert site.web().fetch(site.url("/latest"), Validators(site.url("/monday"), '"1"')) is None
    assert [headers.get("If-None-Match") for headers in site.headers] == [None, None, '"1"']


def test_not_modified_is_no_answer_to_who_has_nothing(site: Site) -> None:
    site.replies["/page"] = reply(b"", 304)
    with pytest.raises(BadAnswer, match="304"):
        site.web().fetch(site.url())


class TestAddresses:
    @pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "localhost", "169.254.169.254"])
    @pytest.mark.parametrize("way", ["at once", "by a redirect"])
    def test_no_way_leads_to_an_address_that_is_not_public(self, site: Site, host: str, way: str) -> None:
        site.replies["/page"] = redirect(f"http://{host}/inside")
        web = site.web()
        with pytest.raises(Refused, match="not public"):
            web.fetch(site.url() if way == "by a redirect" else f"http://{host}/inside")
        assert "/inside" not in site.asked

    @pytest.mark.parametrize("host", ["2130706433", "0x7f.0.0.1", "0177.0.0.1", "127.1", "0x7f000001"])
    def test_odd_spellings_of_a_private_address_are_seen_through(self, site: Site, host: str) -> None:
        with pytest.raises(Refused):
            site.web().fetch(f"http://{host}/inside")

    def test_one_private_address_among_public_ones_is_one_too_many(self, site: Site) -> None:
        with pytest.raises(Refused):
            site.web(Resolver(mixed_test=[(PUBLIC, "10.0.0.1")])).fetch("http://mixed.test/")

    def test_each_redirect_is_resolved_and_judged_anew(self, site: Site) -> None:
        site.replies["/page"] = redirect("http://inside.test/")
        web = site.web(Resolver(**{"127_0_0_1": [("127.0.0.1",)], "inside_test": [("192.168.0.7",)]}))
        with pytest.raises(Refused, match=r"inside\.test"):
            web.fetch(site.url())

    def test_the_connection_goes_to_the_address_that_was_checked(self, site: Site) -> None:
        """A name that is public when it is checked and private when it is used again: it is not used again."""
        host = f"paper.test:{site.port}"
        resolver = Resolver(paper_test=[("127.0.0.1",), ("127.0.0.1",), ("192.0.2.1",)])
        web = site.web(resolver, allowed_hosts=frozenset({host}))
        page = web.fetch(f"http://{host}/page")
        assert page is not None
        assert page.content == PAGE
        assert resolver.asked == ["paper.test", "paper.test"], "once for robots.txt, once for the page"
        assert {headers["Host"] for headers in site.headers} == {host}

    def test_where_one_address_does_not_answer_the_next_is_tried(self, site: Site) -> None:
        host = f"paper.test:{site.port}"
        resolver = Resolver(paper_test=[("127.0.0.2", "127.0.0.1")])
        page = site.web(resolver, allowed_hosts=frozenset({"paper.test"})).fetch(f"http://{host}/page")
        assert page is not None

    def test_proxies_of_the_environment_are_not_used(self, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, "http://127.0.0.1:1")
        assert site.web().fetch(site.url()) is not None

    def test_an_unknown_name_is_unreachable(self, site: Site) -> None:
        with pytest.raises(Disallowed, match=r"name nowhere\.test is not known"):
            site.web(Resolver()).fetch("http://nowhere.test/")


class TestBounds:
    def test_redirects_end_somewhere(self, site: Site) -> None:
        site.replies |= {f"/{n}": redirect(f"/{n + 1}") for n in range(20)}
        with pytest.raises(TooManyRedirects):
            site.web().fetch(site.url("/1"))
        assert sum(path != ROBOTS for path in site.asked) == 6

    def test_a_page_may_move_a_few_times(self, site: Site) -> None:
        site.replies |= {"/old": redirect("older"), "/older": redirect("/page", 308)}
        page = site.web().fetch(site.url("/old"))
        assert page is not None
        assert page.url == site.url("/page")

    @pytest.mark.parametrize(
        "location",
        [
            *("ftp://courier.example/", "http://a@b.example/", "http://[", "file:///etc", "javascript:1", "tel:1"),
            *("mailto:desk@courier.example", "data:,x", "about:blank", "http://xn--/", "https://xn--a.example/"),
        ],
    )
    def test_a_redirect_to_no_web_address_is_refused(self, site: Site, location: str) -> None:
        site.replies["/page"] = redirect(location)
        with pytest.raises(Refused):
            site.web().fetch(site.url())

    def test_a_body_that_drips_ends_with_the_total_time(self, site: Site) -> None:
        site.replies["/page"] = endless(b"x", 0.05)
        with pytest.raises(TooSlow):
            site.web(total_seconds=0.5, read_seconds=5.0).fetch(site.url())

    def test_headers_that_drip_end_with_it_too(self, site: Site) -> None:
        def drip(handler: object) -> None:
            for _ in range(200):
                handler.wfile.write(b"H")  # type: ignore[attr-defined]
                time.sleep(0.05)

        site.replies["/page"] = drip
        with pytest.raises(TooSlow):
            site.web(total_seconds=0.5, read_seconds=5.0).fetch(site.url())

    def test_a_body_without_end_stops_at_the_bound(self, site: Site) -> None:
        site.replies["/page"] = endless(b"x" * 10_000)
        with pytest.raises(TooLarge, match="100,000 bytes"):
            site.web(max_bytes=100_000).fetch(site.url())

    def test_a_bomb_stops_while_it_unfolds(self, site: Site) -> None:
        bomb = gzip.compress(bytes(50_000_000))
        assert len(bomb) < 100_000
        site.replies["/page"] = reply(bomb, content_encoding="gzip")
        with pytest.raises(TooLarge):
            site.web(max_bytes=100_000).fetch(site.url())

    @pytest.mark.parametrize(("name", "fold"), [("gzip", gzip.compress), ("deflate", zlib.compress)])
    def test_what_is_compressed_is_kept_unfolded(self, site: Site, name: str, fold: object) -> None:
        site.replies["/page"] = reply(fold(PAGE), content_encoding=name)  # type: ignore[operator]
        page = site.web(max_bytes=len(PAGE)).fetch(site.url())
        assert page is not None
        assert page.content == PAGE

    def test_half_of_a_compressed_page_is_no_page(self, site: Site) -> None:
        site.replies["/page"] = reply(gzip.compress(PAGE)[:-9], content_encoding="gzip")
        with pytest.raises(Unreachable, match="broke off"):
            site.web().fetch(site.url())

    def test_all_members_of_a_gzip_are_the_page_and_rubbish_behind_them_is_not(self, site: Site) -> None:
        folded = gzip.compress(PAGE) + gzip.compress(b"<p>More</p>") + b"\x1f\x8brubbish"
        site.replies["/page"] = dripping(folded, content_encoding="gzip")
        page = site.web().fetch(site.url())
        assert page is not None
        assert page.content == PAGE + b"<p>More</p>"

    def test_the_second_half_of_a_gzip_may_not_break_off_either(self, site: Site) -> None:
        site.replies["/page"] = reply(gzip.compress(PAGE) + gzip.compress(PAGE)[:-9], content_encoding="gzip")
        with pytest.raises(Unreachable, match="broke off"):
            site.web().fetch(site.url())

    def test_rubbish_behind_a_gzip_is_not_waited_for(self, site: Site) -> None:
        site.replies["/page"] = endless(b"x" * 1_000, 0.05, first=gzip.compress(PAGE), content_encoding="gzip")
        page = site.web().fetch(site.url())
        assert page is not None
        assert page.content == PAGE

    def test_gzips_of_nothing_without_end_stop_at_the_bound(self, site: Site) -> None:
        site.replies["/page"] = endless(gzip.compress(b"") * 5_000, content_encoding="gzip")
        with pytest.raises(TooLarge):
            site.web(max_bytes=1_000_000).fetch(site.url())

    @pytest.mark.parametrize(("content", "name"), [(PAGE, "gzip"), (PAGE, "br"), (gzip.compress(PAGE), "gzip, gzip")])
    def test_odd_compression_is_named(self, site: Site, content: bytes, name: str) -> None:
        site.replies["/page"] = reply(content, content_encoding=name)
        with pytest.raises(BadAnswer, match="compressed"):
            site.web().fetch(site.url())

    @pytest.mark.parametrize("media_type", ["image/png", "video/mp4", "application/pdf", "application/zip"])
    def test_what_is_no_text_is_not_fetched(self, site: Site, media_type: str) -> None:
        site.replies["/page"] = endless(b"x" * 1000, content_type=media_type)
        with pytest.raises(BadAnswer, match=media_type):
            site.web().fetch(site.url())

    @pytest.mark.parametrize(("status", "said"), [(404, "check the URL"), (403, "not open"), (500, "later")])
    def test_errors_say_what_to_do(self, site: Site, status: int, said: str) -> None:
        site.replies["/page"] = reply(b"no", status)
        with pytest.raises(BadAnswer, match=said):
            site.web().fetch(site.url())

    @pytest.mark.parametrize(("status", "passes"), [(500, True), (503, True), (429, True), (404, False), (403, False)])
    def test_errors_tell_what_may_pass(self, site: Site, status: int, passes: bool) -> None:
        site.replies["/page"] = reply(b"no", status)
        with pytest.raises(BadAnswer) as error:
            site.web().fetch(site.url())
        assert isinstance(error.value, Passing) == passes

    @pytest.mark.parametrize(
        ("said", "least", "most"),
        [
            *(("120", 120, 120), ("soon", 0, 0), ("-5", 0, 0), ("9" * 400, 1e300, float("inf"))),
            *(("", 0, 0), ("Fri, 13 Mar 2020 10:00:00 GMT", 0, 0)),
        ],
    )
    def test_a_server_may_say_when_to_ask_again(self, site: Site, said: str, least: float, most: float) -> None:
        site.replies["/page"] = reply(b"no", 503, retry_after=said)
        with pytest.raises(ServerFailed) as error:
            site.web().fetch(site.url())
        assert least <= error.value.seconds <= most

    def test_it_may_say_so_by_a_date(self, site: Site) -> None:
        soon = format_datetime(now() + timedelta(seconds=300), usegmt=True)
        site.replies["/page"] = reply(b"no", 429, retry_after=soon)
        with pytest.raises(ServerFailed) as error:
            site.web().fetch(site.url())
        assert 200 < error.value.seconds <= 300

    def test_an_empty_answer_is_no_page(self, site: Site) -> None:
        site.replies["/page"] = reply(b"\n")
        with pytest.raises(BadAnswer, match="nothing"):
            site.web().fetch(site.url())


class TestManners:
    def test_a_page_that_robots_txt_forbids_is_not_asked_for(self, site: Site) -> None:
        site.replies[ROBOTS] = reply(b"User-agent: *\nDisallow: /page", content_type="text/plain")
        site.replies["/open"] = redirect("/page")
        web = site.web()
        for path in ("/page", "/open"):
            with pytest.raises(Disallowed, match="asks not to") as error:
                web.fetch(site.url(path))
            assert not isinstance(error.value, Passing)
        assert site.asked == [ROBOTS, "/open"], "it is remembered, and heeded at a redirect too"

    @pytest.mark.parametrize("status", [500, 503, 429])
    def test_while_robots_txt_cannot_be_had_nothing_is_fetched(self, site: Site, status: int) -> None:
        site.replies[ROBOTS] = reply(b"", status)
        with pytest.raises(RulesUnknown, match="try again later"):
            site.web().fetch(site.url())
        assert site.asked == [ROBOTS]

    @pytest.mark.parametrize("status", [401, 403, 404, 410])
    def test_no_robots_txt_means_no_rules(self, site: Site, status: int) -> None:
        site.replies[ROBOTS] = reply(b"Disallow: /", status)
        assert site.web().fetch(site.url()) is not None

    @pytest.mark.parametrize("fold", [bytes, gzip.compress])
    def test_of_a_very_long_robots_txt_the_first_part_is_heeded(self, site: Site, fold: object) -> None:
        begins = b"User-agent: *\nDisallow: /page\n"
        padding = b"#" * (MOST_BYTES - len(begins) - len(b"\nAllow: /page"))
        rules = fold(begins + padding + b"\nAllow: /page/of/ours\n" + b"#" * 50_000)  # type: ignore[operator]
        encoding = {} if fold is bytes else {"content_encoding": "gzip"}
        site.replies[ROBOTS] = reply(rules, content_type="text/plain", **encoding)
        web = site.web()
        with pytest.raises(Disallowed, match="asks not to"):
            web.fetch(site.url("/page"))
        with pytest.raises(BadAnswer, match="404"):
            web.fetch(site.url("/other"))

    def test_robots_txt_may_have_moved_but_not_inside(self, site: Site) -> None:
        site.replies[ROBOTS] = redirect("/rules.txt")
        site.replies["/rules.txt"] = reply(b"User-agent: Quotewire\nDisallow: /")
        with pytest.raises(Disallowed):
            site.web().fetch(site.url())
        site.replies[ROBOTS] = redirect("http://10.0.0.1/robots.txt")
        with pytest.raises(Refused):
            site.web().fetch(site.url())

    def test_each_request_takes_a_turn_with_the_delay_that_the_host_asks_for(self, site: Site) -> None:
        site.replies[ROBOTS] = reply(b"User-agent: *\nCrawl-delay: 7")
        turns = Turns()
        allowed = frozenset({"127.0.0.1"})
        Web(Limits(allowed_hosts=allowed, host_delay_seconds=2), turns).fetch(site.url())
        assert turns.booked == [("127.0.0.1", 2), ("127.0.0.1", 7)]

    def test_a_turn_that_is_far_off_is_not_waited_for(self, site: Site) -> None:
        web = Web(Limits(allowed_hosts=frozenset({"127.0.0.1"})), Turns(60))
        with pytest.raises(Later) as later:
            web.fetch(site.url())
        assert later.value.seconds == 60
        assert site.asked == []

    def test_a_page_that_has_moved_on_a_slow_host_is_had_after_a_few_turns(self, site: Site) -> None:
        """Each redirect needs a turn of its own, and the robots.txt of the other port too: none is asked for again."""
        slow = reply(b"User-agent: *\nCrawl-delay: 10")
        with serving(robots=slow, page=reply()) as other:
            other.replies[ROBOTS] = site.replies[ROBOTS] = slow
            site.replies |= {"/old": redirect("/older"), "/older": redirect(other.url())}
            clock = Clock()
            web = Web(Limits(allowed_hosts=frozenset({"127.0.0.1"}), host_delay_seconds=0), clock)

            waits, page = patiently(web, site.url("/old"), clock)

            assert page is not None
            assert (page.url, waits) == (other.url(), [10, 10])
            assert (site.asked, other.asked) == ([ROBOTS, "/old", "/older"], [ROBOTS, "/page"])

    def test_a_slow_host_that_sends_in_a_circle_is_given_up(self, site: Site) -> None:
        site.replies |= {ROBOTS: reply(b"User-agent: *\nCrawl-delay: 10"), "/page": redirect("/page")}
        clock = Clock()
        web = Web(Limits(allowed_hosts=frozenset({"127.0.0.1"}), host_delay_seconds=0), clock)
        with pytest.raises(TooManyRedirects):
            patiently(web, site.url(), clock)
        assert site.asked == [ROBOTS, *["/page"] * 6]

    def test_a_robots_txt_that_has_moved_is_had_however_long_we_wait_between_requests(self, site: Site) -> None:
        site.replies |= {ROBOTS: redirect("/rules.txt"), "/rules.txt": reply(b"User-agent: *\nDisallow: /desk")}
        clock = Clock()
        web = Web(Limits(allowed_hosts=frozenset({"127.0.0.1"}), host_delay_seconds=60), clock)
        assert patiently(web, site.url(), clock)[0] == [60, 60]
        assert site.asked == [ROBOTS, "/rules.txt", "/page"]


def patiently(web: Web, url: str, clock: Clock) -> tuple[list[float], Page | None]:
    """How long it was put off each time, and what came in the end."""
    waits: list[float] = []
    for _ in range(20):
        try:
            return waits, web.fetch(url)
        except Later as later:
            waits.append(later.seconds)
            clock.now += later.seconds
    raise AssertionError(f"{url} is asked for ever")
