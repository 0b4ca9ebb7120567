"""The map: names folded, found by bisection, and distances."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.text.atlas import fold_name, kilometres, region_name, spots_named
from headwater.text.resources import packaged_text
from headwater.types import Precision

POINTS = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("SPRINGFIELD", "springfield"),
        ("St. Louis", "saint louis"),
        ("Saint-Louis", "saint louis"),
        ("The Hague", "hague"),
        ("São Paulo", "sao paulo"),
        ("Ft. Worth", "fort worth"),
        ("W. Columbia", "west columbia"),
        ("Xi’an", "xian"),
        ("U.S.", "us"),
        ("", ""),
    ],
)
def test_a_name_is_compared_without_case_accents_dots_and_short_forms(name: str, folded: str) -> None:
    assert fold_name(name) == folded


@given(st.text(max_size=30))
def test_folding_twice_is_folding_once_but_for_another_article(name: str) -> None:
    once = fold_name(name)
    assert fold_name(once) == once or once.startswith(("the ", "st ", "ste ", "ft ", "mt ", "n ", "s ", "e ", "w "))


@given(st.text(max_size=30))
def test_any_text_may_be_asked_for(name: str) -> None:
    assert isinstance(spots_named(name), tuple)


def test_the_table_is_sorted_and_has_each_name_once() -> None:
    keys = [line.split("\t", 1)[0].encode() for line in packaged_text("atlas.tsv.gz").splitlines()]
    assert all(one < other for one, other in pairwise(key + b"\t" for key in keys))


def test_the_first_and_the_last_name_of_the_table_are_found() -> None:
    lines = packaged_text("atlas.tsv.gz").splitlines()
    for key in (lines[0].split("\t")[0], lines[-1].split("\t")[0]):
        assert region_name(*key.removeprefix("=").upper().split(".", 1)) if key.startswith("=") else spots_named(key)


def test_the_most_populous_place_of_a_name_comes_first() -> None:
    spots = spots_named("Springfield")
    assert len(spots) > 20
    assert [spot.population for spot in spots] == sorted((spot.population for spot in spots), reverse=True)


@pytest.mark.parametrize(
    ("name", "precision", "country", "region"),
    [
        ("Mosul", Precision.TOWN, "IQ", "15"),
        ("Bombay", Precision.TOWN, "IN", "16"),
        ("Calif.", Precision.REGION, "US", "CA"),
        ("Ala.", Precision.REGION, "US", "AL"),
        ("Ontario", Precision.REGION, "CA", "08"),
        ("Kent", Precision.COUNTY, "GB", "ENG"),
        ("Cook County", Precision.COUNTY, "US", "IL"),
        ("US", Precision.COUNTRY, "US", ""),
        ("Middle East", Precision.AREA, "", ""),
    ],
)
def test_towns_counties_regions_countries_and_areas_are_on_the_map(
    name: str, precision: Precision, country: str, region: str
) -> None:
    assert (precision, country, region) in {(spot.precision, spot.country, spot.region) for spot in spots_named(name)}


def test_georgia_is_a_state_and_a_country() -> None:
    kinds = {(spot.precision, spot.country) for spot in spots_named("Georgia")}
    assert {(Precision.REGION, "US"), (Precision.COUNTRY, "GE")} <= kinds


def test_a_misspelt_name_is_nowhere() -> None:
    assert spots_named("Mosull") == ()


def test_regions_have_names() -> None:
    assert (region_name("US", "TX"), region_name("GB", "SCT"), region_name("US", "??")) == ("Texas", "Scotland", "")


@given(POINTS, POINTS)
def test_a_distance_is_the_same_both_ways_and_no_longer_than_half_the_globe(
    one: tuple[float, float], other: tuple[float, float]
) -> None:
    assert kilometres(one, other) == pytest.approx(kilometres(other, one))
    assert 0 <= kilometres(one, other) < 20016


@given(POINTS)
def test_a_point_lies_no_way_from_itself(point: tuple[float, float]) -> None:
    assert kilometres(point, point) == 0


def test_a_degree_of_latitude_is_a_hundred_and_eleven_kilometres() -> None:
    assert kilometres((10.0, 20.0), (11.0, 20.0)) == pytest.approx(111.19, abs=0.1)


def test_a_name_is_found_in_well_under_a_millisecond() -> None:
    spots_named("Paris")
    names = [f"Paris {number}" for number in range(200)]
    start = time.process_time()
    for name in names:
        spots_named(name)
    assert time.process_time() - start < 0.2
