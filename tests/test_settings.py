"""Settings: checked when they are made."""

import pytest

from headwater.errors import OptionError
from headwater.figures.rules import RULES as RULES_OF_FIGURES
from headwater.settings import RULES, Settings, settings_from


def test_the_defaults_are_sound() -> None:
    assert Settings().rule == "majority"
    assert settings_from({}) == Settings()


def test_options_that_are_none_keep_their_defaults() -> None:
    assert settings_from({"model": None, "published": "2021-05-03"}) == Settings(published="2021-05-03")


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("published", "soon"),
        ("published", "03/05/2021"),
        ("outlet", " "),
        ("model", ""),
        ("rule", "guess"),
        ("max_bytes", 0),
        ("jobs", 0),
        ("jobs", "two"),
        ("timeout", 0.0),
        ("timeout", float("nan")),
        ("timeout", float("inf")),
        ("timeout", "long"),
        ("colour", "red"),
    ],
)
def test_a_value_that_cannot_be_is_refused_by_name(option: str, value: object) -> None:
    with pytest.raises(OptionError, match=f"{option}|type"):
        settings_from({option: value})


def test_the_majority_of_lines_answers_to_its_older_name() -> None:
    assert Settings(rule="lines") == Settings(rule="majority")


def test_the_counting_rules_are_those_of_the_figures() -> None:
    assert set(RULES) == set(RULES_OF_FIGURES)
