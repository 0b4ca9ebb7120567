"""Floors of the whole pipeline on two stories with gold: the founding story, and the bundled example.

The founding story is other people's text and lies outside the repository, in `../shared`; without it its tests are
skipped. Floors only rise; they lie a little below what was measured when they were set.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from quality.story import read_story
from quality.story_gold import Gold, Measure, by_name, load_judgements, score

from headwater.examples import HARBOUR
from headwater.types import Brief

TESTS: Final = Path(__file__).parent
FOUNDING: Final = TESTS.parents[1] / "shared" / "stories" / "baghdad"

# measure -> at least (a count, or a ratio for the f1)
FOUNDING_FLOORS: Final = {
    "lines_right": 1,
    "partials_found": 1,
    "statements_f1": 0.65,
    "status_right": 27,
    "conflicts_found": 2,
    "alterations_found": 8,
    "quotes_found": 19,
    "speakers_right": 18,
    "dates_right": 6,
    "names_right": 14,
    "boilerplate_found": 5,
}
# measure -> at most
FOUNDING_CEILINGS: Final = {
    "compatible_flagged": 0,
    "conflicts_false": 1,
    "alterations_false": 2,
    "names_wrongly_merged": 0,
}

HARBOUR_FLOORS: Final = {
    "lines_right": 1,
    "partials_found": 1,
    "statements_f1": 0.65,
    "status_right": 24,
    "conflicts_found": 2,
    "alterations_found": 21,
    "quotes_found": 22,
    "speakers_right": 22,
    "dates_right": 9,
    "names_right": 17,
}
HARBOUR_CEILINGS: Final = {
    "compatible_flagged": 0,
    "conflicts_false": 1,
    "alterations_false": 2,
    "harmless_flagged": 1,
    "names_wrongly_merged": 0,
}


class Board:
    """A brief, its gold and its measures by name."""

    def __init__(self, folder: Path, judgements: str, published: str | None) -> None:
        self.brief: Brief
        self.gold: Gold
        self.brief, self.gold = read_story(folder, published)
        judged = load_judgements(TESTS / "judgements" / judgements)
        self.measures: dict[str, Measure] = by_name(score(self.brief, self.gold, judged))

    def told(self, name: str) -> str:
        """What to show when a floor breaks."""
        measure = self.measures[name]
        return "\n".join((f"{name}: {measure.value} of {measure.of}", *measure.details))


@pytest.fixture(scope="module")
def founding() -> Board:
    if not FOUNDING.is_dir():
        pytest.skip("the founding story is not beside the repository (../shared/stories)")
    return Board(FOUNDING, "founding.json", "2021-11-07")


@pytest.fixture(scope="module")
def harbour() -> Board:
    return Board(HARBOUR, "harbour.json", None)


@pytest.mark.parametrize("name", sorted(FOUNDING_FLOORS))
def test_the_founding_story_stays_above_its_floor(founding: Board, name: str) -> None:
    assert founding.measures[name].value >= FOUNDING_FLOORS[name], founding.told(name)


@pytest.mark.parametrize("name", sorted(FOUNDING_CEILINGS))
def test_the_founding_story_stays_below_its_ceiling(founding: Board, name: str) -> None:
    assert founding.measures[name].value <= FOUNDING_CEILINGS[name], founding.told(name)


def test_the_count_of_drones_is_among_the_conflicts_found(founding: Board) -> None:
    found = founding.measures["conflicts_found"]
    assert any(line.startswith("+ drone-count:") for line in found.details), founding.told("conflicts_found")


def test_every_span_of_the_founding_brief_opens_words_of_its_article(founding: Board) -> None:
    assert founding.measures["citations_right"].value == founding.measures["citations_right"].of > 0


@pytest.mark.parametrize("name", sorted(HARBOUR_FLOORS))
def test_the_example_stays_above_its_floor(harbour: Board, name: str) -> None:
    assert harbour.measures[name].value >= HARBOUR_FLOORS[name], harbour.told(name)


@pytest.mark.parametrize("name", sorted(HARBOUR_CEILINGS))
def test_the_example_stays_below_its_ceiling(harbour: Board, name: str) -> None:
    assert harbour.measures[name].value <= HARBOUR_CEILINGS[name], harbour.told(name)


def test_every_span_of_the_example_opens_words_of_its_article(harbour: Board) -> None:
    assert harbour.measures["citations_right"].value == harbour.measures["citations_right"].of > 0
