"""What is known of an article, and how it is known. All people and places are invented."""

import json
from pathlib import Path
from typing import Any

import pytest

from headwater.settings import Settings
from headwater.sources import gather
from headwater.types import Article, Basis, Known

NEWS = "The harbour council met for two hours on Monday and sent the plan for a new pier back to its authors."


def known(text: str, settings: Settings | None = None, **stated: Any) -> Article:
    (article,) = gather([Article(id="a", text=text, name="a.txt", **stated)], settings).articles
    return article


def words(article: Article, one: Known | None) -> str:
    """The words of the text that a piece of metadata was read off."""
    assert one is not None
    assert one.basis is Basis.TEXT
    assert one.inferred
    assert one.span is not None
    assert one.span.article == article.id
    return article.text[one.span.start : one.span.end]


@pytest.mark.parametrize(
    ("text", "agency", "place"),
    [
        (f"VARNOK (AP) — {NEWS}", "AP", "VARNOK (AP) —"),
        (f"By Ada Brone, Reuters\n\n{NEWS}", "Reuters", "By Ada Brone, Reuters"),
        (f"{NEWS}\n\nAFP", "AFP", "AFP"),
        (
            f"{NEWS} Associated Press writers Ada Brone and Tom Vesk contributed.",
            "AP",
            "Associated Press writers Ada Brone and Tom Vesk contributed.",
        ),
        (f"{NEWS}\nCopyright 2021 The Associated Press.", "AP", "Copyright 2021 The Associated Press."),
    ],
)
def test_an_agency_is_read_off_the_lines_that_credit_the_text(text: str, agency: str, place: str) -> None:
    article = known(text)
    assert article.agency is not None
    assert article.agency.value == agency
    assert words(article, article.agency) == place


@pytest.mark.parametrize(
    "text",
    [
        f"{NEWS} Two officials told the AP that it failed.",
        f"Ada Brone said Associated Press that it failed. {NEWS}",
        f"{NEWS}\nMedia Office via Associated Press\n{NEWS}",
        f"{NEWS}\nA pier in Varnok. (Photo: AFP)\n{NEWS}",
        f"{NEWS}\n\nThe Associated Press contributed to this report.",
        f"VARNOK — {NEWS}",
    ],
)
def test_a_mention_a_photo_or_a_contribution_is_no_credit_for_the_text(text: str) -> None:
    assert known(text).agency is None


@pytest.mark.parametrize(
    ("text", "day", "place"),
    [
        (f" date 2021-05-03 VARNOK (AP) – {NEWS}", "2021-05-03", "date 2021-05-03"),
        (f"VARNOK, May 3, 2021 (AFP) - {NEWS}", "2021-05-03", "VARNOK, May 3, 2021 (AFP) -"),
        (f"Plan for pier sent back\nPublished: 3 May 2021\n\n{NEWS}", "2021-05-03", "Published: 3 May 2021"),
    ],
)
def test_a_day_is_read_off_the_head_of_the_text(text: str, day: str, place: str) -> None:
    article = known(text)
    assert article.published is not None
    assert article.published.value == day
    assert words(article, article.published) == place


def test_a_date_without_a_year_or_inside_the_text_is_no_date_of_publication() -> None:
    assert known(f"VARNOK, July 3 (Reuters) - {NEWS}").published is None
    assert known(f"{NEWS} The vote of May 3, 2021 was close.").published is None


def test_a_byline_and_a_headline_are_read_off_the_text() -> None:
    article = known(f"Plan for pier sent back\nBy Ada Brone and Tom Vesk, Associated Press\n\n{NEWS}")
    assert words(article, article.byline) == "Ada Brone and Tom Vesk"
    assert words(article, article.title) == "Plan for pier sent back"


@pytest.mark.parametrize("text", [f"{NEWS}\n\n{NEWS}", f"{NEWS[:-1]}\n{NEWS}", "Tweet\n\nMore news here", NEWS, "Plan"])
def test_a_first_line_that_is_no_headline_gives_no_title(text: str) -> None:
    assert known(text).title is None


def test_what_the_file_states_stands_against_everything() -> None:
    article = known(
        f"2021-05-03\nVARNOK (AP) — {NEWS}",
        Settings(published="2021-06-01", outlet="Option"),
        published=Known("2020-01-01", Basis.FILE),
        outlet=Known("File", Basis.FILE),
    )
    assert article.published == Known("2020-01-01", Basis.FILE)
    assert article.outlet == Known("File", Basis.FILE)


def test_an_option_wins_over_what_would_only_be_inferred() -> None:
    article = known(f"2021-05-03\nVARNOK (AP) — {NEWS}", Settings(published="3 June 2021"))
    assert article.published == Known("2021-06-03", Basis.OPTION)


def test_a_day_in_the_path_of_an_address_is_believed_last() -> None:
    url = Known("https://courier.example/2021/05/03/plan", Basis.FILE)
    assert known(NEWS, url=url).published == Known("2021-05-03", Basis.URL)
    assert known(NEWS, Settings(published="2021-06-01"), url=url).published == Known("2021-06-01", Basis.OPTION)
    assert known(NEWS, url=Known("https://courier.example/2021/13/03/", Basis.FILE)).published is None


def test_the_host_of_an_address_names_the_outlet_at_most() -> None:
    article = known(NEWS, url=Known("https://www.courier.example/plan", Basis.FILE))
    assert article.outlet == Known("courier.example", Basis.URL)
    assert known(NEWS, url=Known("http://[", Basis.FILE)).outlet is None


def test_a_title_or_name_of_a_thousand_characters_is_none_and_that_is_told(tmp_path: Path) -> None:
    row = {
        "text": "The harbour council of Varnok met on Monday.",
        "title": "x" * 1_001,
        "outlet": "Courier",
        "url": f"https://courier.example/{'y' * 2_000}",
    }
    (tmp_path / "a.json").write_text(json.dumps(row), encoding="utf-8")
    gathered = gather([tmp_path / "a.json"])
    (article,) = gathered.articles
    assert article.title is None
    assert article.outlet == Known("Courier", Basis.FILE)
    assert article.url is not None
    assert [one.reason for one in gathered.left_out] == ["states its title in 1,001 characters; that was passed over"]
