"""What holds of the whole pipeline on the founding story however well it scores; its floors are the board's.

The founding story is other people's text and lies outside the repository, in `../shared`; without it its tests are
skipped.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from quality.scoring.reading import Reading
from quality.story import read_story
from quality.story_gold import by_name, score

from headwater.examples import HARBOUR

FOUNDING: Final = Path(__file__).parents[2] / "shared" / "stories" / "baghdad"


@pytest.fixture(scope="module", params=[FOUNDING, HARBOUR], ids=["founding", "harbour"])
def reading(request: pytest.FixtureRequest) -> Reading:
    if not request.param.is_dir():
        pytest.skip("the founding story is not beside the repository (../shared/stories)")
    return Reading(*read_story(request.param))


def test_every_span_of_the_brief_opens_words_of_its_article(reading: Reading) -> None:
    cited = by_name(score(reading.brief, reading.gold))["citations_right"]
    assert cited.value == cited.of > 0, cited.details


def test_every_article_of_the_gold_is_in_the_brief_and_in_one_line(reading: Reading) -> None:
    held = [reading.keys[article] for line in reading.brief.stemma.lines for article in line.articles]
    assert sorted(held) == sorted(reading.gold.articles)


def test_every_word_of_the_gold_stands_in_its_article(reading: Reading) -> None:
    gold = reading.gold
    told = [each.mentions for several in (gold.claims, gold.quotes, gold.timeline) for each in several]
    mentions = [pair for each in told for pair in each.items()]
    edits = [end for each in (*gold.alterations, *gold.minor) for end in (each.corrupt, each.sound)]
    assert [key for key, words in (*mentions, *edits) if not reading.find(key, words)] == []
