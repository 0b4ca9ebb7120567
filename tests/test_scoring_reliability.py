"""Whether stated chances come true."""

from __future__ import annotations

import pytest
from quality.scoring.reliability import Stated, calibration_error, chance_of, reliability


def test_even_odds_are_a_chance_of_one_half_and_extreme_odds_do_not_overflow() -> None:
    assert chance_of(0.0) == 0.5
    assert chance_of(-1e9) == pytest.approx(0.0)
    assert chance_of(1e9) == pytest.approx(1.0)


def test_each_band_tells_what_was_said_and_what_came() -> None:
    cases = [Stated(0.92, held=True), Stated(0.94, held=False), Stated(0.05, held=False)]
    assert list(reliability(cases)) == [
        "said 0.0 to 0.1: 1 cases, mean 0.050, held 0.000",
        "said 0.9 to 1.0: 2 cases, mean 0.930, held 0.500",
    ]


def test_certainty_falls_into_the_last_band_and_heavy_cases_count_for_more() -> None:
    assert list(reliability([Stated(1.0, held=True, weight=3.0), Stated(1.0, held=False)])) == [
        "said 0.9 to 1.0: 2 cases, mean 1.000, held 0.750"
    ]


def test_chances_that_come_as_often_as_said_have_no_error_and_boasts_have() -> None:
    assert calibration_error([Stated(0.5, held=True), Stated(0.5, held=False)]) == 0.0
    assert calibration_error([Stated(0.9, held=False)]) == pytest.approx(0.9)
    assert calibration_error([]) == 0.0
