"""Where independent lines differ, and where they only seem to. All people and places are invented."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from headwater.testing.reading import StoryRead, copied_words, read_story, read_texts, stemma_of
from headwater.types import Conflict, ConflictKind, Status

DAY = "2031-03-11"  # a Tuesday
TOLL = "The blast in Varnholt killed {} people on Monday."


def _conflicts(*texts: str, published: str | Mapping[str, str] = DAY) -> tuple[Conflict, ...]:
    """The conflicts between texts that are a line each, called a, b, ..."""
    return read_story({chr(ord("a") + n): text for n, text in enumerate(texts)}, published=published).conflicts


def _sides(conflict: Conflict) -> dict[str, tuple[str, ...]]:
    return {side.value: side.lines for side in conflict.sides}


# --- numbers --------------------------------------------------------------------------------------------------


def test_numbers_that_exclude_each_other_conflict_with_each_side_s_lines() -> None:
    (conflict,) = _conflicts(TOLL.format(12), TOLL.format(21), TOLL.format("twelve"))
    assert conflict.kind is ConflictKind.QUANTITY
    assert conflict.question.text == "How many people were killed?"
    assert _sides(conflict) == {"12": ("line:a", "line:c"), "21": ("line:b",)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12", "a dozen"),
        ("12", "at least 10"),
        ("dozens of", "scores of"),
        ("dozens of", "at least 30"),
        ("about 50", "54"),
        ("nearly 20", "18"),
        ("more than 100", "120"),
    ],
)
def test_numbers_that_can_both_be_right_do_not_conflict(one: str, other: str) -> None:
    assert _conflicts(TOLL.format(one), TOLL.format(other)) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The harbour has been closed for nearly a month.", "The harbour has been closed for more than three weeks."),
        ("The strike in Skarrow has lasted nearly a month.", "The strike in Skarrow has lasted more than three weeks."),
        ("The mill lies about 600 metres from the quay.", "The mill lies more than half a kilometre from the quay."),
    ],
)  # fmt: skip
def test_one_stretch_in_two_measures_never_conflicts(one: str, other: str) -> None:
    assert _conflicts(one, other) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (TOLL.format(12), TOLL.format(30).replace("killed", "killed or wounded")),
        (TOLL.format(12), TOLL.format(30).replace("killed", "wounded")),
        (TOLL.format(12), "The flood in Skarrow killed 40 people in 1998."),
        ("Raiders wounded six guards at the mill.", "The storm damaged nine boats at the mill."),
    ],
    ids=["killed or wounded", "wounded", "long ago", "other things"],
)
def test_numbers_of_different_things_do_not_conflict(one: str, other: str) -> None:
    assert _conflicts(one, other) == ()


def test_a_toll_that_rises_during_a_day_is_an_update() -> None:
    hours = {"a": f"{DAY}T08:00:00+00:00", "b": f"{DAY}T18:00:00+00:00"}
    assert _conflicts(TOLL.format(10), TOLL.format(12), published=hours) == ()


def test_a_toll_that_is_lower_later_is_no_update() -> None:
    hours = {"a": f"{DAY}T08:00:00+00:00", "b": f"{DAY}T18:00:00+00:00"}
    assert len(_conflicts(TOLL.format(12), TOLL.format(10), published=hours)) == 1


def test_later_is_later_over_zones() -> None:
    hours = {"a": f"{DAY}T06:00:00+00:00", "b": f"{DAY}T07:00:00+03:00"}
    assert len(_conflicts(TOLL.format(10), TOLL.format(12), published=hours)) == 1


@pytest.mark.parametrize("published", [{"b": DAY}, {"a": DAY}, {}, {"a": DAY, "b": f"{DAY}T20:00:00+00:00"}])
def test_where_it_is_not_known_which_report_is_later_a_difference_is_shown(published: dict[str, str]) -> None:
    assert len(_conflicts(TOLL.format(10), TOLL.format(12), published=published)) == 1


def test_at_least_two_against_three_boats_is_shown_as_a_difference_with_its_note() -> None:
    text = "Raiders attacked the lighthouse at Skarrow with {} boats."
    (conflict,) = _conflicts(text.format("at least two"), text.format("three"))
    assert conflict.question.text == "How many boats were used?"
    assert list(_sides(conflict)) == ["at least 2", "3"]
    assert conflict.note == "“at least 2” would allow 3; the lines state different numbers"


def test_a_boat_against_three_is_weaker_evidence() -> None:
    text = "Raiders attacked the lighthouse at Skarrow with {}."
    conflicts = _conflicts(text.format("a boat"), text.format("three boats"), text.format("four boats"))
    assert [bool(side.weak) for side in conflicts[0].sides] == [False, False, True]
    assert _conflicts(text.format("a boat"), text.format("three boats")) == ()


def test_a_line_whose_own_copies_differ_does_not_conflict_with_itself() -> None:
    texts = {"a": TOLL.format(12), "b": TOLL.format(21)}
    assert read_story(texts, stemma_of({"wire": ["a", "b"]}), DAY).conflicts == ()


def test_a_line_agrees_with_another_if_one_of_its_copies_does() -> None:
    texts = {"a": TOLL.format(12), "b": TOLL.format(21), "c": TOLL.format(12)}
    assert read_story(texts, stemma_of({"wire": ["a", "b"], "radio": ["c"]}), DAY).conflicts == ()


def test_one_claim_in_forty_copies_against_two_lines_is_one_side_of_one_line() -> None:
    texts = {f"copy{number:02}": TOLL.format(21) for number in range(40)}
    articles = [document.article for document in read_texts(texts, DAY)]
    passages = [copied_words(articles[0], copy, copy.text) for copy in articles[1:]]
    lines = {"wire": sorted(texts), "radio": ["radio"], "weekly": ["weekly"]}
    own = {"radio": TOLL.format(12), "weekly": TOLL.format(12)}
    (conflict,) = read_story({**texts, **own}, stemma_of(lines, passages), DAY).conflicts
    assert _sides(conflict) == {"12": ("line:radio", "line:weekly"), "21": ("line:wire",)}
    assert [len(side.articles) for side in conflict.sides] == [2, 40]


# --- dates ----------------------------------------------------------------------------------------------------

LEASE = "The council approved the lease of the harbour {}."


@pytest.mark.parametrize(("one", "other"), [("in May 2030", "in June 2030"), ("on March 3", "on March 7")])
def test_dates_that_exclude_each_other_conflict(one: str, other: str) -> None:
    (conflict,) = _conflicts(LEASE.format(one), LEASE.format(other))
    assert conflict.kind is ConflictKind.DATE
    assert len(conflict.sides) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("on Friday", "on March 7"),
        ("in May last year", "in May 2030"),
        ("in May 2030", "on May 9, 2030"),
        ("last year", "in May 2030"),
        ("on Friday", "on Friday evening"),
        ("on Friday", "last week"),
    ],
)
def test_one_day_in_two_ways_of_telling_does_not_conflict(one: str, other: str) -> None:
    assert _conflicts(LEASE.format(one), LEASE.format(other)) == ()


# --- denials --------------------------------------------------------------------------------------------------

BURNED = "The Reed Front burned the mill at Skarrow."


@pytest.mark.parametrize(
    "denial",
    [
        "The Reed Front did not burn the mill at Skarrow.",
        "The Reed Front failed to burn the mill at Skarrow.",
        "The Reed Front never burned the mill at Skarrow.",
    ],
)
def test_what_one_line_asserts_and_another_denies_is_a_conflict(denial: str) -> None:
    (conflict,) = _conflicts(BURNED, denial)
    assert conflict.kind is ConflictKind.POLARITY
    assert _sides(conflict) == {"yes": ("line:a",), "no": ("line:b",)}


def test_a_denial_is_asked_about_in_the_words_that_assert_it() -> None:
    for texts in (
        (BURNED, BURNED.replace("burned", "did not burn")),
        (BURNED.replace("burned", "did not burn"), BURNED),
    ):
        (conflict,) = _conflicts(*texts)
        assert conflict.question.text == f"Is it so: “{BURNED[:-1]}”?"


@pytest.mark.parametrize(
    "other",
    [
        "The guards did not fail to stop the raiders at the gate.",
        "The guards managed to stop the raiders at the gate.",
        "The guards may not have stopped the raiders at the gate.",
    ],
    ids=["double negation", "another verb around it", "unsure"],
)
def test_what_is_not_denied_firmly_is_no_denial(other: str) -> None:
    assert _conflicts("The guards stopped the raiders at the gate.", other) == ()


def test_failing_to_do_is_not_doing() -> None:
    stopped, failed = (f"The guards {did} the raiders at the gate." for did in ("stopped", "failed to stop"))
    assert [conflict.kind for conflict in _conflicts(stopped, failed)] == [ConflictKind.POLARITY]


# --- kinds, places, hands, told in other words --------------------------------------------------------------------


def _kinds(*texts: str) -> list[ConflictKind]:
    return [conflict.kind for conflict in _conflicts(*texts)]


def test_what_a_source_says_opposes_other_lines_whatever_its_newsroom_writes() -> None:
    drone = "A drone hit the mill in Varnholt on Sunday."
    told = "The mill in Varnholt was hit by a rocket on Sunday, Mayor Ada Holm said."
    (conflict,) = _conflicts(drone, f"{drone} {told}")
    assert conflict.kind is ConflictKind.CATEGORY
    assert conflict.question.text.startswith("Drone or rocket: ")
    assert _sides(conflict) == {"drone": ("line:a", "line:b"), "rocket": ("line:b",)}


def test_a_newsroom_that_says_both_itself_opposes_nobody() -> None:
    drone = "A drone hit the mill in Varnholt on Sunday."
    assert _kinds(drone, f"{drone} A rocket hit the mill, too.") == []
    assert _kinds(drone, "Drones and rockets hit the mill in Varnholt on Sunday.") == []


def test_two_names_for_who_did_one_deed_are_a_conflict_of_roles() -> None:
    assert _kinds(BURNED, BURNED.replace("Reed Front", "Mill Guard")) == [ConflictKind.ROLE]


def test_towns_far_apart_are_a_conflict_of_places() -> None:
    text = "Gunmen killed two guards in {} on Monday."
    (conflict,) = _conflicts(text.format("Paris"), text.format("Lyon"))
    assert (conflict.kind, _sides(conflict)) == (ConflictKind.PLACE, {"Paris": ("line:a",), "Lyon": ("line:b",)})
    assert _kinds(text.format("Paris"), text.format("France")) == []


def test_who_claims_responsibility_and_who_denies_any_role_are_found_over_statements() -> None:
    (conflict,) = _conflicts("The Reed Front claimed responsibility.", "The Reed Front denied any role in the fire.")
    assert conflict.kind is ConflictKind.DENIAL
    assert _sides(conflict) == {"claimed": ("line:a",), "denied": ("line:b",)}


def test_a_denial_that_all_lines_report_beside_the_accusation_is_no_conflict() -> None:
    both = "Orla Venn said the guards burned the mill. Marek Solt denied that the guards burned the mill."
    assert _kinds(both, both.replace("Orla", "Mayor Orla")) == []


def test_a_headline_alone_opposes_nobody() -> None:
    body = "Raiders attacked the mill in Varnholt on {}."
    assert _kinds(body.format("Monday"), f"Raiders attack mill in Varnholt on Sunday\n\n{body.format('Monday')}") == []


def test_two_readings_of_one_speaker_s_words_are_no_conflict() -> None:
    said = "“Guards {} the gate of the mill,” Mayor Ada Holm said."
    assert _kinds(said.format("opened"), said.format("did not open")) == []


@pytest.mark.parametrize(
    ("low", "high", "note"),
    [
        (TOLL.format(10), TOLL.format(12), "it is not known which report is later"),
        (TOLL.format(10), TOLL.format(12).replace("people", "millers"), "the one counts people, the other millers"),
    ],
)
def test_the_note_says_what_might_reconcile_two_numbers(low: str, high: str, note: str) -> None:
    (conflict,) = _conflicts(low, high)
    assert note in conflict.note


# --- what follows ---------------------------------------------------------------------------------------------


def _statuses(story: StoryRead, words: str) -> set[Status]:
    statement = story.statement(words)
    return {finding.status for finding in story.findings if finding.statement == statement.id}


def test_the_statements_of_a_conflict_are_disputed_and_still_counted() -> None:
    story = read_story({"a": TOLL.format(12), "b": TOLL.format(21)}, published=DAY)
    assert _statuses(story, TOLL.format(12)[:-1]) == {Status.DISPUTED, Status.CORROBORATED, Status.UNATTRIBUTED}


def test_conflicts_are_numbered_in_order_and_every_side_opens_its_words() -> None:
    story = read_story(
        {"a": f"{TOLL.format(12)} {BURNED}", "b": f"{TOLL.format(21)} {BURNED.replace('burned', 'did not burn')}"},
        published=DAY,
    )
    assert [conflict.id for conflict in story.conflicts] == ["k1", "k2"]
    assert all(side.spans and side.lines and side.articles for one in story.conflicts for side in one.sides)


@pytest.mark.parametrize("texts", [[], [TOLL.format(12)], [TOLL.format(12), "The mill burned."]])
def test_where_nothing_can_be_compared_nothing_conflicts(texts: Sequence[str]) -> None:
    assert _conflicts(*texts) == ()
