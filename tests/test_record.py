"""The record of the event that a story is about. All people and places are invented."""

from __future__ import annotations

import datetime
import functools

import pytest
from findings_cases import brief_of

from headwater.record.confidence import confidence_in
from headwater.text.yearless import gives_day
from headwater.types import Brief, Confidence, EventPart, EventRecord

RAID = "Raiders attacked the mill in Varnholt with three drones on Monday, police said. The raid killed four guards."
AGAIN = "Four guards died when raiders attacked the mill in Varnholt on Monday, a witness said. Drones hit the roof."
OTHER = (
    "Raiders attacked the mill in Varnholt on Monday. The owner of the mill, Ada Holm, said four guards were killed."
)


@functools.cache
def story(*texts: str) -> Brief:
    return brief_of(*texts)


def record(*texts: str) -> EventRecord:
    event = story(*texts).event
    assert event is not None
    return event


def words(parts: tuple[EventPart, ...]) -> set[str]:
    return {part.lemma for part in parts}


def test_who_did_what_to_whom_with_what_and_when() -> None:
    event = record(RAID, AGAIN, OTHER)
    assert event.event_class == "attack"
    assert event.when is not None
    assert (event.when.first, event.when.last) == ("2031-03-10", "2031-03-10")
    assert "raider" in words(event.actors)
    assert "mill" in words(event.targets)
    assert "drone" in words(event.instruments)


def test_what_the_deed_did_is_part_of_its_record() -> None:
    brief = story(RAID, AGAIN, OTHER)
    assert brief.event is not None
    killed = next(figure for figure in brief.figures if figure.role == "killed")
    assert killed.id in brief.event.figures
    assert "guard" in words(brief.event.targets)


def test_each_field_opens_words_of_the_articles_that_it_names() -> None:
    brief = story(RAID, AGAIN, OTHER)
    event = brief.event
    assert event is not None
    texts = {article.id: article.text for article in brief.articles}
    parts = (*event.actors, *event.targets, *event.instruments, *event.attributed_by)
    for told in (event.what, *(part.told for part in parts), *([event.when.told] if event.when else [])):
        assert told.value.spans
        assert {span.article for span in told.value.spans} == set(told.articles)
        assert all(0 <= span.start < span.end <= len(texts[span.article]) for span in told.value.spans)
        assert told.lines
        assert told.reason


def test_the_event_has_its_plover_type() -> None:
    assert record(RAID, AGAIN, OTHER).plover_type == "ASSAULT"


def test_who_attributes_the_deed_is_named() -> None:
    assert "police" in words(record(RAID, AGAIN, OTHER).attributed_by)


def test_of_two_events_the_one_that_more_lines_tell_is_recorded() -> None:
    strike = "Dockers in Tarrow walked out on Sunday. "
    assert record(strike + RAID, AGAIN, OTHER).event_class == "attack"


def test_nobody_is_no_actor() -> None:
    event = record("No group attacked the mill in Varnholt on Monday, police said. A fire burned the mill.")
    assert "group" not in words(event.actors)


def test_a_story_that_tells_of_no_event_has_no_record() -> None:
    assert story("The mill is old. It is a large house of red brick.").event is None


def test_the_order_of_the_articles_changes_nothing() -> None:
    one = record(RAID, AGAIN)
    other = brief_of(AGAIN, RAID, named=lambda number: "ba"[number]).event
    assert one == other


@pytest.mark.parametrize(
    ("lines", "sources", "dispute", "word"),
    [
        (3, 2, "", Confidence.WELL_SUPPORTED),
        (2, 1, "", Confidence.SUPPORTED),
        (2, 0, "", Confidence.SUPPORTED),
        (1, 5, "", Confidence.SINGLE_LINE),
        (3, 3, "lines differ", Confidence.DISPUTED),
    ],
)
def test_the_word_for_confidence_follows_lines_and_sources(
    lines: int, sources: int, dispute: str, word: Confidence
) -> None:
    assert confidence_in(lines, sources, dispute, ())[0] is word


def test_what_all_hedge_is_hedged_however_many_lines_tell_it() -> None:
    claims = [
        claim for claim in story("Raiders may have attacked the mill in Varnholt.").claims if claim.event == "attack"
    ]
    assert claims
    assert confidence_in(3, 3, "", claims)[0] is Confidence.HEDGED


# --- few sure values --------------------------------------------------------------------------------------------


def test_who_is_named_in_another_event_or_a_habit_did_not_do_it() -> None:
    event = record(
        RAID
        + " The Reed Guild, which had attacked the mill in speeches, said nothing. Plots that attack trade must end.",
        AGAIN,
    )
    assert not words(event.actors) & {"guild", "plot"}


def test_a_part_is_its_noun_with_modifiers_and_no_clause() -> None:
    event = record(
        "Three armed raiders from the hills who came by night attacked the old mill near Varnholt on Monday."
    )
    assert [part.told.value.text for part in event.actors] == ["Three armed raiders"]
    assert [part.told.value.text for part in event.targets] == ["the old mill"]


def test_what_stands_before_the_noun_of_the_deed_is_its_means() -> None:
    event = record("A drone attack on the mill in Varnholt killed four guards on Monday, police said.")
    assert "drone" in words(event.instruments)


def test_one_target_in_two_nouns_counts_the_lines_of_both() -> None:
    event = record(
        "Raiders attacked the home of Ada Holm in Varnholt on Monday.",
        "Men with rifles attacked the residence of Ada Holm in Varnholt on Monday.",
    )
    assert [len(part.told.lines) for part in event.targets] == [2]


def test_nobody_has_claimed_it_if_the_lines_say_so() -> None:
    event = record("A drone attack hit the mill in Varnholt on Monday. There was no claim of responsibility.")
    assert event.actors == ()
    assert event.unclaimed is not None
    assert "no claim of responsibility" in event.unclaimed.value.text


def test_who_claims_the_deed_is_an_actor_on_his_own_word() -> None:
    event = record("A drone attack hit the mill in Varnholt on Monday. The Reed Army claimed responsibility for it.")
    claimant = next(part for part in event.actors if "Reed Army" in part.told.value.text)
    assert claimant.by is not None
    assert "Reed Army" in claimant.by.text


@pytest.mark.parametrize(
    ("words_", "fits"),
    [
        ("early Sunday", True),
        ("March 16", True),
        ("16 March", True),
        ("Sunday, Mar. 16", True),
        ("last Sunday", False),
        ("Monday", False),
        ("May 16", False),
        ("overnight", False),
    ],
)
def test_words_without_a_year_give_a_day_that_they_fit(words_: str, *, fits: bool) -> None:
    assert gives_day(words_, datetime.date(2031, 3, 16)) is fits
