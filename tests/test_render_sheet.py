"""The figure sheet as CSV: what its rows hold, and that no spreadsheet runs what an article says."""

from __future__ import annotations

import csv
import io

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.render.sheet import COLUMNS, write_sheet
from headwater.testing import karsk
from headwater.types import Brief, Figure


def rows_of(brief: Brief) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(write_sheet([brief]), newline="")))


def test_each_figure_has_its_low_best_and_high_before_its_values() -> None:
    brief = karsk.brief()
    rows = rows_of(brief)
    for figure in brief.figures:
        own = [row for row in rows if row["figure"] == figure.id]
        assert [row["row"] for row in own[:3]] == ["low", "best", "high"]
        assert [float(row["number"] or "inf") for row in own[:3]] == [figure.low, figure.best, figure.high]
        assert {row["rule"] for row in own[:3]} == {figure.rule}
        assert sum(row["row"] == "value" for row in own) == len(figure.values)


def test_each_value_opens_its_exact_words() -> None:
    brief = karsk.brief()
    texts = {article.name: article.text for article in brief.articles}
    values = [row for row in rows_of(brief) if row["row"] == "value"]
    assert values
    for row in values:
        words = texts[row["file"]][int(row["start"]) : int(row["end"])]
        assert words in row["words"]
        assert row["line"] in "ABC"
        assert row["said_by"]
        assert row["copied"] in {"yes", "no"}


def test_an_open_end_is_an_empty_cell() -> None:
    brief = karsk.brief()
    value = brief.figures[0].values[0]
    endless = msgspec.structs.replace(value, quantity=msgspec.structs.replace(value.quantity, high=float("inf")))
    figure = msgspec.structs.replace(brief.figures[0], values=(endless,))
    row = next(row for row in rows_of(msgspec.structs.replace(brief, figures=(figure,))) if row["row"] == "value")
    assert row["high"] == ""
    assert row["low"]


def test_a_story_without_figures_is_the_header_alone() -> None:
    assert write_sheet([msgspec.structs.replace(karsk.brief(), figures=())]) == ",".join(COLUMNS) + "\r\n"


def test_lines_end_as_the_standard_says() -> None:
    sheet = write_sheet([karsk.brief()])
    assert sheet.endswith("\r\n")
    assert "\n" not in sheet.replace("\r\n", "")


@pytest.mark.parametrize("evil", ["=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "＝1", "|calc", "%00"])
def test_no_cell_begins_like_a_formula(evil: str) -> None:
    for row in rows_of(_with_role(evil)):
        assert not row["role"].startswith(("=", "+", "-", "@", "\t", "＝", "|", "%"))


@given(st.text())
def test_any_words_come_back_from_the_sheet_on_one_line(words: str) -> None:
    rows = rows_of(_with_role(words))
    assert {tuple(row) for row in rows} == {COLUMNS}
    assert all("\n" not in row["role"] and "\r" not in row["role"] for row in rows)


def _with_role(role: str) -> Brief:
    brief = karsk.brief()
    figures: tuple[Figure, ...] = tuple(msgspec.structs.replace(one, role=role) for one in brief.figures)
    return msgspec.structs.replace(brief, figures=figures)
