"""`headwater.read`: many articles, one document each. All names are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

import headwater
from headwater.errors import NothingToRead, OptionError
from headwater.testing.articles import make_article
from headwater.types import Article


def _articles(count: int) -> list[Article]:
    return [
        make_article(f"Ada Holm opened mill {number % 70} in Varnholt on Friday.", id=f"{count - number:03}")
        for number in range(count)
    ]


def test_documents_come_in_the_order_of_their_articles_ids() -> None:
    articles = _articles(30)
    assert [document.article for document in headwater.read(articles)] == articles[::-1]


def test_files_are_read_and_what_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "fire.txt").write_text("The mill in Varnholt burned on Friday, Ada Holm said.", encoding="utf-8")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    told: list[str] = []
    [document] = headwater.read([tmp_path], on_progress=told.append, published="2031-03-11")
    assert [date.first for date in document.dates] == ["2031-03-07"]
    assert any(line.startswith("left out") and "empty.txt" in line for line in told)


def test_nothing_to_read_and_wrong_options_are_told_before_the_first_document(tmp_path: Path) -> None:
    with pytest.raises(NothingToRead):
        headwater.read([tmp_path / "missing.txt"])
    with pytest.raises(OptionError, match="jobs"):
        headwater.read(_articles(1), jobs=0)


def test_two_processes_read_as_one_does_and_progress_is_told() -> None:
    articles, told = _articles(90), list[str]()
    alone = list(headwater.read(articles))
    assert list(headwater.read(articles, jobs=2, on_progress=told.append)) == alone
    assert told[-4:] == [f"read {number} of 90 articles" for number in (20, 40, 60, 80)]
