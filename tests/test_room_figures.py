"""The sheet of figures in the room: any rule without reading again, as a page, as a piece of one, as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from room_client import Client, asked

import headwater
from headwater.figures import RULES, under
from headwater.types import Brief
from headwater.web import room


class Room:
    """A client, and the brief of the one story that it can ask about."""

    def __init__(self, client: Client, story: str, brief: Brief) -> None:
        self.client = client
        self.story = story
        self.brief = brief


@pytest.fixture(scope="module")
def here(room_library: Path) -> Iterator[Room]:
    with headwater.Library(room_library, read_only=True) as library, asked(room(library)) as client:
        story = library.stories()[0].id
        brief = library.story(story).brief
        assert brief is not None
        yield Room(client, story, brief)


@pytest.mark.parametrize("rule", RULES)
def test_the_sheet_under_a_rule_has_its_numbers(here: Room, rule: str) -> None:
    rows = list(csv.DictReader(io.StringIO(here.client.get(f"/story/{here.story}/figures.csv?rule={rule}").text)))
    ends = {(row["figure"], row["row"]): float(row["number"]) for row in rows if row["row"] in ("low", "best", "high")}
    for figure in under(here.brief.figures, rule):
        assert [ends[figure.id, name] for name in ("low", "best", "high")] == [figure.low, figure.best, figure.high]
    assert {row["rule"] for row in rows if row["row"] == "best"} == {rule}


def test_the_csv_is_a_file_to_save_in_the_charset_that_it_says(here: Room) -> None:
    answer = here.client.get(f"/story/{here.story}/figures.csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8; header=present"
    assert answer.headers["content-disposition"] == f'attachment; filename="{here.story}-figures-majority.csv"'


def test_without_script_the_sheet_is_a_page_with_a_form(here: Room) -> None:
    page = here.client.get(f"/story/{here.story}/figures?rule=ucdp").text
    assert "<!DOCTYPE html>" in page
    assert '<form class="rules" method="get"' in page
    assert 'value="ucdp" checked' in page
    assert page.count('class="figure"') == len(here.brief.figures)


def test_with_htmx_it_is_the_section_alone(here: Room) -> None:
    piece = here.client.get(f"/story/{here.story}/figures?rule=ibc", headers={"HX-Request": "true"}).text
    assert piece.strip().startswith('<section id="figures"')
    assert "<html" not in piece
    assert 'value="ibc" checked' in piece


def test_the_words_of_a_figure_open_under_any_rule(here: Room) -> None:
    piece = here.client.get(f"/story/{here.story}/figures?rule=lowest", headers={"HX-Request": "true"}).text
    folds = [part.partition('"')[0] for part in piece.split('class="fetch"><a href="')[1:]]
    assert folds
    assert {here.client.get(fold).status_code for fold in folds} == {200}


def test_each_point_of_a_chart_opens_its_words(here: Room) -> None:
    page = here.client.get(f"/story/{here.story}/figures").text
    assert 'class="chart wide"' in page
    links = [part.partition('href="')[2].partition('"')[0] for part in page.split('<a class="value')[1:]]
    assert links
    assert all(link.startswith("/article/") for link in links)
    assert here.client.get(links[0].replace("&amp;", "&").partition("#")[0]).status_code == 200


def test_a_rule_that_is_not_known_is_a_bad_request(here: Room) -> None:
    answer = here.client.get(f"/story/{here.story}/figures?rule=%3Cscript%3E")
    assert answer.status_code == 400
    assert "<script>x" not in answer.text
    assert "no counting rule" in answer.text


def test_the_page_of_a_story_keeps_the_rule_it_was_read_with(here: Room) -> None:
    here.client.get(f"/story/{here.story}/figures?rule=ibc")
    assert 'value="majority" checked' in here.client.get(f"/story/{here.story}").text
