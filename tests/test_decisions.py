"""The log of decisions and files of them: what stands, whom it concerns, what cannot be, which line is wrong."""

from __future__ import annotations

import contextlib
import json
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from headwater.decisions import (
    Settled,
    barred_pairs,
    by_id,
    complaint,
    concerning,
    decisions_in,
    in_order,
    names_decided,
    read_decisions,
    spelled,
    standing,
    stories_decided,
    write_decisions,
)
from headwater.errors import MalformedRecord, UnreadableInput
from headwater.testing.articles import make_article
from headwater.types import Decision, DecisionKind

K = DecisionKind
NAMES = st.sampled_from(("Imre Solt", "I. Solt", "Solt", "Anna Solt", "Szolt"))


def one(kind: DecisionKind, left: str = "", right: str = "", **fields: object) -> Decision:
    """A decision with one name a side."""
    sides = {"left": (left,) if left else (), "right": (right,) if right else ()}
    return replace(Decision(kind, **sides), **fields)  # type: ignore[arg-type]


def undo(number: int, undoes: int) -> Decision:
    return Decision(K.UNDO, number=number, undoes=undoes)


on_names = st.builds(
    lambda kind, pair: one(kind, *pair),
    st.sampled_from((K.SAME_PERSON, K.NOT_SAME_PERSON)),
    st.lists(NAMES, min_size=2, max_size=2, unique=True),
)


@st.composite
def logs(draw: st.DrawFn) -> list[Decision]:
    """Logs as they grow: each entry decides something, or undoes an earlier entry."""
    log: list[Decision] = []
    for number in range(1, draw(st.integers(0, 8)) + 1):
        undone = draw(st.integers(0, number - 1))
        entry = undo(number, undone) if undone else draw(on_names)
        log.append(replace(entry, number=number))
    return log


# --- what stands ------------------------------------------------------------------------------------------------


def test_what_was_undone_does_not_stand() -> None:
    first, second = one(K.SAME_PERSON, "a", "b", number=1), one(K.SAME_PERSON, "c", "d", number=2)
    assert standing([first, second, undo(3, 1)]) == (second,)


def test_an_undoing_that_was_undone_brings_back_what_it_took() -> None:
    first = one(K.SAME_PERSON, "a", "b", number=1)
    assert standing([first, undo(2, 1), undo(3, 2)]) == (first,)
    assert standing([first, undo(2, 1), undo(3, 2), undo(4, 3)]) == ()


def test_decisions_without_a_number_stand_before_the_numbered_in_the_order_given() -> None:
    plain = [one(K.SAME_PERSON, "b", "a"), one(K.SAME_PERSON, "a", "c")]
    logged = one(K.SAME_PERSON, "x", "y", number=1)
    assert standing([logged, *plain]) == (*plain, logged)


@given(logs(), st.randoms(use_true_random=False))
def test_what_stands_does_not_depend_on_the_order_of_the_log(log: list[Decision], chance: random.Random) -> None:
    shuffled = chance.sample(log, len(log))
    assert standing(shuffled) == standing(log)


@given(logs())
def test_what_stands_stands_when_looked_at_again(log: list[Decision]) -> None:
    assert standing(standing(log)) == standing(log)
    assert all(decision.kind is not K.UNDO for decision in standing(log))


@given(logs(), on_names)
def test_a_decision_and_its_undoing_leave_no_trace(log: list[Decision], more: Decision) -> None:
    number = len(log) + 1
    assert standing([*log, replace(more, number=number), undo(number + 1, number)]) == standing(log)


# --- whom it concerns ---------------------------------------------------------------------------------------------


def test_a_decision_within_a_story_concerns_the_story_that_has_its_article() -> None:
    decision = one(K.FIGURE, "killed", value="4", story="tide")
    assert concerning([decision], {"tide", "gull"}) == (decision,)
    assert concerning([decision], {"gull"}) == ()


def test_a_decision_on_names_of_no_story_concerns_every_story() -> None:
    decision = one(K.SAME_PERSON, "a", "b")
    assert concerning([decision], {"gull"}) == (decision,)


def test_that_two_articles_are_no_copies_concerns_the_story_that_has_both() -> None:
    decision = one(K.NOT_A_COPY, "tide", "gull")
    assert concerning([decision], {"tide", "gull"}) == (decision,)
    assert concerning([decision], {"tide"}) == ()


@pytest.mark.parametrize("kind", [K.TOGETHER, K.APART])
def test_a_decision_on_stories_concerns_the_story_of_either_side(kind: DecisionKind) -> None:
    decision = one(kind, "tide", "gull")
    assert concerning([decision], {"tide"}) == concerning([decision], {"gull"}) == (decision,)
    assert concerning([decision], {"heron"}) == ()


def test_articles_may_be_named_by_their_files() -> None:
    articles = [make_article("One.", id="tide", name="tide.md"), make_article("Two.", id="gull", name="gull.md")]
    decision = one(K.NOT_A_COPY, "tide.md", "gull", story="gull.md")
    assert by_id([decision], articles) == (one(K.NOT_A_COPY, "tide", "gull", story="gull"),)


def test_a_file_name_that_two_articles_have_names_neither() -> None:
    articles = [make_article("One.", id="a", name="news.txt"), make_article("Two.", id="b", name="news.txt")]
    decision = one(K.NOT_A_COPY, "news.txt", "b")
    assert by_id([decision], articles) == (decision,)


# --- what cannot be -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("decision", "reason"),
    [
        (one(K.SAME_PERSON, "Imre Solt"), "right is empty"),
        (one(K.SAME_PERSON, "Imre Solt", "imre  solt"), "both sides"),
        (one(K.NOT_A_COPY, "tide", "tide"), "both sides"),
        (Decision(K.TOGETHER, ("tide", " "), ("gull",)), "empty name"),
        (one(K.FIGURE, "killed", value="four"), "is no number"),
        (one(K.FIGURE, "killed", value="-4"), "is no number"),
        (one(K.FIGURE, "killed", value="inf"), "is no number"),
        (one(K.FIGURE, value="4"), "one role"),
        (Decision(K.UNDO), "undoes is missing"),
        (undo(3, 3), "not before the decision itself"),
        (one(K.SAME_PERSON, "a", "b", made="yesterday"), "is no time"),
        (one(K.SAME_PERSON, "a", "b", number=-1), "from 1"),
    ],
)
def test_what_cannot_be_is_told_with_what_to_write(decision: Decision, reason: str) -> None:
    assert reason in complaint(decision)


@pytest.mark.parametrize("side", ["Imre Solt", ["Imre Solt"], (4,)])
def test_a_side_that_is_no_tuple_of_strings_is_refused(side: object) -> None:
    decision = Decision(K.SAME_PERSON, side, ("I. Solt",))  # type: ignore[arg-type]  # what is tested
    assert "left must be a tuple of strings" in complaint(decision)


@pytest.mark.parametrize("value", ["4", "4.5", "1,200", "0"])
def test_a_figure_may_have_thousands_and_decimals(value: str) -> None:
    assert not complaint(one(K.FIGURE, "killed", value=value))


# --- names and stories settled --------------------------------------------------------------------------------------


def test_of_two_that_contradict_each_other_the_later_holds() -> None:
    same, two = one(K.SAME_PERSON, "a", "b"), one(K.NOT_SAME_PERSON, "b", "a")
    assert names_decided([same, two]) == Settled((), (("a", "b"),), (same,))
    assert names_decided([two, same]) == Settled((("a", "b"),), (), (two,))


def test_a_contradiction_over_a_third_name_is_found() -> None:
    chain = [one(K.SAME_PERSON, "a", "b"), one(K.SAME_PERSON, "b", "c")]
    two = one(K.NOT_SAME_PERSON, "a", "c")
    assert names_decided([*chain, two]).overruled == (chain[0],)
    assert names_decided([two, *chain]).overruled == (two,)


def test_spellings_meet_whatever_their_capitals_spaces_and_unicode_form() -> None:
    assert spelled("IMRE  Solt\n") == spelled("Imre Solt")
    assert spelled("Jose\u0301") == spelled("José")
    assert spelled("José") != spelled("Jose")


@given(st.lists(on_names, max_size=6))
def test_what_is_settled_never_contradicts_itself(decisions: list[Decision]) -> None:
    settled = names_decided(decisions)
    for left, right in settled.apart:
        assert not any(left in names and right in names for names in settled.same)
    assert set(settled.overruled) <= set(decisions)


@given(st.lists(on_names, min_size=1, max_size=6))
def test_the_last_decision_is_never_overruled(decisions: list[Decision]) -> None:
    assert decisions[-1] not in names_decided(decisions).overruled or decisions[-1] in decisions[:-1]


@given(st.lists(on_names, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_decisions_that_agree_decides_nothing(decisions: list[Decision], chance: random.Random) -> None:
    settled = names_decided(decisions)
    if not settled.overruled:
        assert names_decided(chance.sample(decisions, len(decisions))) == settled


def test_articles_of_stories_are_settled_by_their_ids_as_they_are() -> None:
    settled = stories_decided(
        [one(K.TOGETHER, "Tide", "gull"), one(K.APART, "gull", "heron"), one(K.SAME_PERSON, "a", "b")]
    )
    assert settled == Settled((("Tide", "gull"),), (("gull", "heron"),))


def test_a_side_of_several_articles_bars_every_pair() -> None:
    decision = Decision(K.NOT_A_COPY, ("c",), ("a", "d"))
    assert barred_pairs([decision]) == {("a", "c"): decision, ("c", "d"): decision}


# --- files ----------------------------------------------------------------------------------------------------------


def test_a_line_without_a_number_has_its_place_in_the_file() -> None:
    text = '{"kind": "same person", "left": "Imre Solt", "right": ["I. Solt"]}\n\n{"kind": "undone", "undoes": 1}\n'
    read = read_decisions(text, "d.jsonl")
    assert read == (one(K.SAME_PERSON, "Imre Solt", "I. Solt", number=1), undo(2, 1))
    assert standing(read) == ()


@given(logs())
def test_a_log_comes_back_from_its_file(log: list[Decision]) -> None:
    assert read_decisions(write_decisions(log), "d.jsonl") == tuple(log)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "line 2"),
        ('["same person"]', "no JSON object"),
        ('{"kind": "perhaps"}', '"same person"'),
        ('{"left": ["a"]}', "kind"),
        ('{"kind": "same person", "left": ["a"], "rigth": ["b"]}', "'rigth'"),
        ('{"kind": "same person", "left": [1], "right": ["b"]}', "line 2"),
        ('{"kind": "figure accepted", "left": ["killed"], "value": "many"}', "no number"),
        ('{"kind": "same person", "left": ["a"], "right": ["b"], "number": 1}', "twice"),
        ('{"kind": "undone", "undoes": 1, "number": 1}', "line 2"),
        ("[" * 100_000, "line 2"),
    ],
)
def test_a_bad_line_is_named_with_its_number(line: str, reason: str) -> None:
    good = '{"kind": "same person", "left": ["a"], "right": ["b"]}'
    with pytest.raises(MalformedRecord, match="line 2") as told:
        read_decisions(f"{good}\n{line}\n", "d.jsonl")
    assert reason in str(told.value)
    assert len(str(told.value).splitlines()) == 1


def test_what_undoes_nothing_in_the_file_is_told() -> None:
    with pytest.raises(MalformedRecord, match="undoes 1"):
        read_decisions('{"kind": "undone", "undoes": 1, "number": 7}', "d.jsonl")


def test_a_file_that_cannot_be_read_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "latin.jsonl").write_bytes(json.dumps({"kind": "é"}, ensure_ascii=False).encode("latin-1"))
    for name in ("none.jsonl", "latin.jsonl", "nul\0.jsonl"):
        with pytest.raises(UnreadableInput) as told:
            decisions_in(tmp_path / name)
        assert len(str(told.value).splitlines()) == 1


@given(st.text(max_size=60))
def test_no_text_makes_anything_but_decisions_or_one_error(text: str) -> None:
    with contextlib.suppress(MalformedRecord):
        assert isinstance(read_decisions(text, "d.jsonl"), tuple)


def test_a_brief_tells_decisions_by_number_then_time() -> None:
    early, late = one(K.SAME_PERSON, "a", "b", made="2031-03-10"), one(K.SAME_PERSON, "c", "d", made="2031-03-11")
    logged = one(K.SAME_PERSON, "e", "f", number=1)
    assert in_order([logged, late, early]) == (early, late, logged)
