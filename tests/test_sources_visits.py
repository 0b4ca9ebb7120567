"""Manners towards servers, without a server: answers are invented, time and chance too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import httpx
import pytest
from feed_cases import rss, rss_item

from headwater.errors import FetchError, InputError
from headwater.settings import Settings
from headwater.sources.formats import read_item
from headwater.sources.reading import Context
from headwater.sources.validators import Remembered, Validator
from headwater.sources.visits import Clock, Visits
from headwater.types import Captured

NEWS = "The harbour council of Varnok met for two hours on Monday and sent the plan for a new pier back to its authors."
HOST = "http://courier.example"
Handler = Callable[[httpx.Request], httpx.Response]


class Time:
    """A clock that stands still but for pauses, which it writes down."""

    def __init__(self) -> None:
        self.at = 0.0
        self.pauses: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.at += seconds

    def clock(self, today: str = "2021-05-03T10:00:00Z") -> Clock:
        return Clock(lambda: self.at, self.sleep, lambda: 1.0, lambda: today)


def plain(text: str = NEWS, **headers: str) -> httpx.Response:
    return httpx.Response(200, text=text, headers={"Content-Type": "text/plain", **headers})


def visits(
    handler: Handler, time: Time | None = None, kept: Remembered | None = None, today: str = "2021-05-03T10:00:00Z"
) -> Visits:
    transport = httpx.MockTransport(handler)
    return Visits(Settings(timeout=20), kept, lambda *_: transport, (time or Time()).clock(today))


def site(robots: str | int, asked: list[str] | None = None) -> Handler:
    """A site with a robots.txt, or the status that stands for it, and a text everywhere else."""

    def answer(request: httpx.Request) -> httpx.Response:
        if asked is not None:
            asked.append(request.url.path)
        if request.url.path != "/robots.txt":
            return plain()
        return httpx.Response(robots) if isinstance(robots, int) else plain(robots)

    return answer


def test_what_the_user_names_is_fetched_without_a_look_at_robots_txt() -> None:
    asked: list[str] = []
    assert visits(site("User-agent: *\nDisallow: /", asked)).fetch(f"{HOST}/a").data == NEWS.encode()
    assert asked == ["/a"]


def test_what_is_found_obeys_robots_txt_which_is_asked_for_once_a_host() -> None:
    asked: list[str] = []
    ours = visits(site("User-agent: *\nDisallow: /closed", asked))
    assert ours.fetch(f"{HOST}/a", found=True).data == NEWS.encode()
    with pytest.raises(FetchError, match=r"closed to programs by its site's robots.txt"):
        ours.fetch(f"{HOST}/closed/a", found=True)
    assert asked == ["/robots.txt", "/a"]


def test_a_line_of_robots_txt_may_speak_of_headwater_by_name() -> None:
    ours = visits(site("User-agent: headwater\nDisallow: /\n\nUser-agent: *\nDisallow:"))
    with pytest.raises(FetchError, match="closed to programs"):
        ours.fetch(f"{HOST}/a", found=True)


@pytest.mark.parametrize("status", [404, 403, 410])
def test_a_robots_txt_that_is_not_there_forbids_nothing(status: int) -> None:
    assert visits(site(status)).fetch(f"{HOST}/a", found=True).data == NEWS.encode()


@pytest.mark.parametrize("status", [500, 503, 301])
def test_a_robots_txt_that_cannot_be_had_forbids_everything_for_now(status: int) -> None:
    with pytest.raises(FetchError, match=r"is not fetched for now: its site's robots.txt"):
        visits(site(status)).fetch(f"{HOST}/a", found=True)


def test_a_redirect_is_asked_of_the_robots_txt_of_where_it_leads() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/robots.txt":
            return plain("User-agent: *\nDisallow: /" if request.url.host == "gazette.example" else "")
        return httpx.Response(302, headers={"Location": "http://gazette.example/b"})

    with pytest.raises(FetchError, match="closed to programs"):
        visits(answer).fetch(f"{HOST}/a", found=True)


def test_requests_to_one_host_are_a_second_apart_and_other_hosts_are_not_waited_for() -> None:
    time = Time()
    ours = visits(site(404), time)
    for url in (f"{HOST}/a", "http://gazette.example/a", f"{HOST}/b"):
        ours.fetch(url)
    assert time.pauses == [1.0]


def test_a_crawl_delay_is_obeyed_and_one_beyond_patience_told() -> None:
    time = Time()
    ours = visits(site("User-agent: *\nCrawl-delay: 7"), time)
    for path in "abc":
        ours.fetch(f"{HOST}/{path}", found=True)
    assert time.pauses == [7.0, 7.0]
    with pytest.raises(FetchError, match="asks for 3600 seconds between two requests"):
        visits(site("User-agent: *\nCrawl-delay: 3600")).fetch(f"{HOST}/a", found=True)


def failing(times: int, status: int, **headers: str) -> Handler:
    answers: Iterator[httpx.Response] = iter([httpx.Response(status, headers=headers) for _ in range(times)])
    return lambda _: next(answers, None) or plain()


def test_a_server_that_is_overloaded_is_asked_again_after_pauses_that_double() -> None:
    time = Time()
    assert visits(failing(3, 503), time).fetch(f"{HOST}/a").data == NEWS.encode()
    assert time.pauses == [1.0, 2.0, 4.0]


def test_after_four_tries_the_answer_is_told() -> None:
    time = Time()
    with pytest.raises(FetchError, match=r"^http://courier.example/a: answered 502 Bad Gateway$"):
        visits(failing(9, 502), time).fetch(f"{HOST}/a")
    assert len(time.pauses) == 3


def test_retry_after_is_obeyed_in_seconds_and_as_a_date() -> None:
    time = Time()
    visits(failing(1, 429, **{"Retry-After": "9"}), time).fetch(f"{HOST}/a")
    dates = {"Retry-After": "Mon, 03 May 2021 10:00:12 GMT", "Date": "Mon, 03 May 2021 10:00:00 GMT"}
    visits(failing(1, 503, **dates), time).fetch(f"{HOST}/a")
    assert time.pauses == [9.0, 12.0]


def test_a_server_that_asks_for_longer_than_there_is_time_is_left_alone() -> None:
    time = Time()
    with pytest.raises(FetchError, match="asks to be left alone for 3600 seconds; try again later"):
        visits(failing(9, 429, **{"Retry-After": "3600"}), time).fetch(f"{HOST}/a")
    assert time.pauses == []


def test_what_is_gone_is_not_asked_for_again() -> None:
    time = Time()
    with pytest.raises(FetchError, match="answered 404"):
        visits(failing(1, 404), time).fetch(f"{HOST}/a")
    assert time.pauses == []


def test_a_connection_that_breaks_off_is_tried_again() -> None:
    broken = iter([True])

    def answer(request: httpx.Request) -> httpx.Response:
        if next(broken, False):
            raise httpx.ReadError("reset by peer", request=request)
        return plain()

    assert visits(answer).fetch(f"{HOST}/a").data == NEWS.encode()


def test_what_was_had_before_is_asked_for_on_condition_that_it_changed() -> None:
    seen: list[httpx.Headers] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers)
        if request.headers.get("If-None-Match") == '"v1"':
            return httpx.Response(304)
        return plain(ETag='"v1"', **{"Last-Modified": "Mon, 03 May 2021 10:00:00 GMT"})

    kept = Remembered()
    ours = visits(answer, kept=kept)
    ours.keep(f"{HOST}/a", ours.fetch(f"{HOST}/a"))
    assert kept.get(f"{HOST}/a") == Validator('"v1"', "Mon, 03 May 2021 10:00:00 GMT", "2021-05-03T10:00:00Z")
    assert ours.fetch(f"{HOST}/a").unchanged
    assert seen[1]["If-Modified-Since"] == "Mon, 03 May 2021 10:00:00 GMT"
    assert seen[0]["User-Agent"].startswith("headwater/")


@pytest.mark.parametrize(("today", "again"), [("2021-05-03T20:00:00Z", 0), ("2021-05-05T10:00:00Z", 1)])
def test_a_page_found_again_is_not_asked_for_twice_a_day_where_its_server_gives_no_validators(
    today: str, again: int
) -> None:
    kept, asked = Remembered(), list[str]()
    kept.keep(f"{HOST}/a", Validator("", "", "2021-05-03T10:00:00Z"))
    fetched = visits(site(404, asked), kept=kept, today=today).fetch(f"{HOST}/a", found=True)
    assert fetched.unchanged is not bool(again)
    assert asked.count("/a") == again


def test_a_validator_that_no_request_can_carry_is_not_sent() -> None:
    monday = "Mon, 03 May 2021 10:00:00 GMT"
    assert Validator('"caf\xe9"', monday).headers() == {"If-Modified-Since": monday}


def test_lists_that_lead_to_lists_without_end_are_left_at_the_fourth() -> None:
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.path)
        if request.url.path == "/robots.txt":
            return httpx.Response(404)
        return httpx.Response(200, content=rss(rss_item(f"{HOST}{request.url.path}a")))

    found = list(Context(Settings(follow=True), read_item, visits=visits(answer)).visit(f"{HOST}/a"))
    assert "is a list that lists lead to more than 3 deep; name it itself" in str(found)
    assert len(asked) == 6  # five feeds, and robots.txt once


def context(handler: Handler, kept: Remembered) -> Context:
    return Context(Settings(), read_item, visits=visits(handler, kept=kept))


def test_an_address_counts_as_had_only_when_all_it_gave_was_handed_on() -> None:
    kept = Remembered()
    reading = context(site(404), kept).visit(f"{HOST}/a")
    assert isinstance(next(reading), Captured)
    assert kept.get(f"{HOST}/a") is None
    assert list(reading) == []
    assert kept.get(f"{HOST}/a") is not None


def test_a_feed_counts_as_had_with_a_dead_link_in_it_but_not_with_one_that_may_answer_later() -> None:
    for status, had in ((404, True), (503, False)):
        pages = {"/a": plain(), "/feed": httpx.Response(200, content=rss(rss_item(f"{HOST}/a"), rss_item(f"{HOST}/b")))}
        answer = partial(lambda pages, gone, asked: pages.get(asked.url.path, gone), pages, httpx.Response(status))
        kept = Remembered()
        assert len(list(context(answer, kept).visit(f"{HOST}/feed"))) == 2
        assert (kept.get(f"{HOST}/feed") is not None) is had


def test_what_gave_nothing_but_an_error_is_asked_for_again_the_next_time() -> None:
    kept = Remembered()
    (error,) = context(lambda _: plain("\0"), kept).visit(f"{HOST}/a")
    assert isinstance(error, InputError)
    assert kept.get(f"{HOST}/a") is None


def test_an_address_that_has_not_changed_is_told_in_a_remark() -> None:
    kept = Remembered()
    kept.keep(f"{HOST}/a", Validator('"v1"'))
    (remark,) = context(lambda _: httpx.Response(304), kept).visit(f"{HOST}/a")
    assert type(remark) is InputError
    assert remark.reason == "has not changed since it was last read"
