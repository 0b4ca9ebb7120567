"""When two attributions mean one source. All people and places are invented."""

from __future__ import annotations

import pytest
from findings_cases import Told, case, told

from headwater.types import Status

RAID = "Raiders burned the mill in Varnholt on Monday{}."


def _told(*ends: str) -> Told:
    return told(*(RAID.format(f", {end}") for end in ends))


# Each row: how each line ends its sentence, and how many sources that makes.
DESCRIBED = [
    case("a document and the document", ["a police report said", "the report says"], 1),
    case("documents of two bodies", ["a police report said", "a River Board report says"], 2),
    case("a third that can be either", ["a police report said", "a River Board report says", "the report says"], 2),
    case("with the article and without", ["police said", "the police said"], 1),
    case("two bodies", ["police said", "the council said"], 2),
    case("a spokeswoman by name", ["said River Board spokeswoman Ilka Morn", "the River Board said"], 1),
    case("two spokespeople", ["said River Board spokeswoman Ilka Morn", "said River Board spokesman Bren Okoro"], 1),
    case("cited and told", ["an official told the Northern Wire", "the Northern Wire reported, citing an official"], 1),
    case("told to two papers", ["an official told the Northern Wire", "an official told the Lindmoor Courier"], 2),
    case("told to nobody in particular", ["an official told reporters", "an official told reporters"], 2),
]


@pytest.mark.parametrize(("ends", "sources"), DESCRIBED)
def test_descriptions_that_can_be_of_one_source_are_one_source(ends: list[str], sources: int) -> None:
    assert _told(*ends).statement("burned", "a").sources == sources


# Each row: how each line ends its sentence, and what the brief says of the sources.
SAID = [
    case("all named", ["Mayor Ada Holm said", "the River Board said"], "2 sources named"),
    case("one has no name", ["an official said", "an official told the Northern Wire"], "2 sources, not named"),
    case("some", ["Mayor Ada Holm said", "an official said"], "2 sources, 1 of them not named"),
    case("nobody known", ["he said", "he said"], "no source named"),
]


@pytest.mark.parametrize(("ends", "words"), SAID)
def test_a_source_without_a_name_is_not_called_named(ends: list[str], words: str) -> None:
    assert _told(*ends).statuses("burned", "a")[Status.CORROBORATED] == f"2 lines of reporting say so, {words}"


def test_the_sources_of_those_who_say_so_are_counted_and_not_those_who_leave_it_open() -> None:
    story = told(
        RAID.format(", Mayor Ada Holm said"),
        RAID.format(", Mayor Ada Holm said"),
        "Raiders may have burned the mill in Varnholt on Monday, the River Board said.",
    )
    assert story.statuses("burned", "a")[Status.CORROBORATED] == "2 lines of reporting say so, 1 source named"
