"""Addresses: cleaned, compared, and told from what only looks like one. All hosts are reserved or invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.text.addresses import cleaned, identity, is_front, is_web, resolved, same_site
from headwater.text.plausible import implausible_day


@pytest.mark.parametrize(
    ("url", "clean"),
    [
        ("HTTPS://WWW.Courier.Example:443/a?utm_source=x&id=3&fbclid=1#top", "https://www.courier.example/a?id=3"),
        ("http://courier.example", "http://courier.example/"),
        ("http://courier.example/news?12345", "http://courier.example/news?12345"),
        ("http://courier.example/a?cid=123&cid=abc", "http://courier.example/a?cid=123"),
        ("http://courier.example:8080/a", "http://courier.example:8080/a"),
        ("http://user:word@courier.example/a", "http://courier.example/a"),
        ("https://courier.example/#!/story/1", "https://courier.example/#!/story/1"),
        ("https://courier-example.cdn.ampproject.org/c/s/courier.example/a.html", "https://courier.example/a.html"),
        ("https://www.google.com/amp/s/courier.example/a?page=2", "https://courier.example/a?page=2"),
        ("https://www.google.com/search?q=pier", "https://www.google.com/search?q=pier"),
    ],
)
def test_a_cleaned_address_opens_the_same_page_without_what_tracks(url: str, clean: str) -> None:
    assert cleaned(url) == clean


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "http://[", "", "/a", "http://x:99999/"])
def test_what_is_no_address_of_the_web_is_left_as_it_is(url: str) -> None:
    assert cleaned(url) == url
    assert identity(url) == ""
    assert not is_web(url)


@pytest.mark.parametrize(
    "url",
    [
        "http://courier.example/pier/plan",
        "https://www.courier.example/pier/plan/",
        "https://m.courier.example/pier/plan?utm_medium=feed",
        "https://amp.courier.example/pier/plan/amp/",
        "https://courier.example/pier/plan?outputType=amp",
        "https://courier-example.cdn.ampproject.org/v/s/courier.example/pier/plan/amp",
    ],
)
def test_all_variants_of_a_page_have_one_identity(url: str) -> None:
    assert identity(url) == "courier.example/pier/plan"


def test_parameters_in_another_order_are_one_page_and_others_are_another() -> None:
    assert identity("http://a.example/x?b=2&a=1") == identity("http://a.example/x?a=1&b=2")
    assert identity("http://a.example/x?a=1") != identity("http://a.example/x?a=2")
    assert identity("http://a.example/example") != identity("http://a.example/ex")


def test_a_host_that_is_only_called_m_keeps_its_name() -> None:
    assert identity("https://m.example/x") == "m.example/x"


@pytest.mark.parametrize(
    ("link", "whole"),
    [
        ("../b?c#d", "https://a.example/b?c#d"),
        ("//b.example/x", "https://b.example/x"),
        ("  http://b.example/\n", "http://b.example/"),
        ("java\nscript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("mailto:desk@courier.example", ""),
        ("http://[", ""),
        ("http://user:word@b.example/", ""),
        (" ", ""),
        ("x" * 5000, ""),
    ],
)
def test_a_link_is_made_whole_or_refused(link: str, whole: str) -> None:
    assert resolved(link, "https://a.example/x/y") == whole


def test_front_pages_are_told_from_articles() -> None:
    fronts = ("http://a.example", "http://a.example/", "http://a.example/en/", "http://a.example/index.html")
    assert all(map(is_front, fronts))
    assert not any(map(is_front, ("http://a.example/en/pier", "http://a.example/?p=12", "http://a.example/plan.html")))


def test_hosts_of_one_publisher_are_one_site() -> None:
    assert same_site("https://news.courier.co.uk/a", "http://www.courier.co.uk")
    assert not same_site("https://courier.co.uk/", "https://gazette.co.uk/")
    assert same_site("http://127.0.0.1:1/", "http://127.0.0.1:2/")
    assert not same_site("", "")


@given(st.text(max_size=60) | st.text(max_size=40).map("https://courier.example/".__add__))
def test_cleaning_again_changes_nothing_and_keeps_the_identity(url: str) -> None:
    assert cleaned(cleaned(url)) == cleaned(url)
    assert identity(cleaned(url)) == identity(url)


def test_dates_that_cannot_be_are_told() -> None:
    assert implausible_day("1970-01-01T00:00:00+00:00") == "the zero of a computer's clock, not a date"
    assert implausible_day("2090-01-01", "2026-03-02T10:00:00Z") == "later than the day it was read (2026-03-02)"
    assert implausible_day("2026-03-04", "2026-03-02T10:00:00Z") == ""
    assert implausible_day("1970-01-20T08:00:00Z").startswith("near the zero of a computer's clock")
    assert implausible_day("1970-05-03") == implausible_day("1969-05-03") == ""
    assert implausible_day("2090-01-01") == implausible_day("1851-05-01", "2026-03-02") == implausible_day("") == ""
