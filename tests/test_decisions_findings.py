"""Findings that readers accept or reject: by their words, whatever their numbers are in the next reading."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from reviewed import articles, harbour, named, told, words_of_alteration, words_of_conflict

from headwater.decisions import changes, complaint, finding_named
from headwater.errors import OptionError
from headwater.render import read_brief, render
from headwater.text.cited_words import read_words, words_of
from headwater.types import Decision, DecisionKind, FindingKind, Span, Status

K = DecisionKind


def conflict(kind: DecisionKind, number: int = 0, note: str = "", by: str = "", made: str = "") -> Decision:
    """A decision on the example's first conflict."""
    first = harbour().conflicts[0]
    value = f"conflict: {first.kind.value}"
    return Decision(kind, words_of_conflict(first), value=value, number=number, note=note, by=by, made=made)


def alteration(kind: DecisionKind, place: int = 0, number: int = 0) -> Decision:
    change = harbour().alterations[place]
    return Decision(kind, words_of_alteration(change), value=f"alteration: {change.kind.value}", number=number)


def test_a_rejected_conflict_is_told_as_set_aside_and_counts_nowhere() -> None:
    first = harbour().conflicts[0]
    decision = conflict(K.REJECTED, by="M. Vane", note="two raids")
    made = harbour(decision)
    assert first.question not in {each.question for each in made.conflicts}
    (aside,) = made.set_aside
    assert (aside.kind, aside.says) == (FindingKind.CONFLICT, first.question)
    assert (aside.review.by, aside.review.note) == ("M. Vane", "two raids")
    asked = first.question.text
    assert not any(each.status is Status.DISPUTED and asked in each.reason.text for each in made.findings)
    assert told(made, decision).applied
    assert set(told(made, decision).spans) == set(first.question.spans)


def test_the_other_findings_keep_their_numbers_and_words() -> None:
    assert harbour(conflict(K.REJECTED)).conflicts == harbour().conflicts[1:]


def test_an_accepted_finding_is_marked_and_nothing_else_changes() -> None:
    made = harbour(conflict(K.ACCEPTED, by="M. Vane"), alteration(K.ACCEPTED))
    assert made.conflicts[0].accepted is not None
    assert made.conflicts[0].accepted.by == "M. Vane"
    assert made.alterations[0].accepted is not None
    plain = tuple(replace(each, accepted=None) for each in made.conflicts)
    assert (plain, made.count_line, made.headline) == (
        harbour().conflicts, harbour().count_line, harbour().headline,
    )  # fmt: skip


def test_a_rejected_alteration_is_no_longer_a_reason_to_call_a_statement_altered() -> None:
    change = harbour().alterations[0]
    made = harbour(alteration(K.REJECTED))
    assert len(made.alterations) == len(harbour().alterations) - 1
    altered = {span for each in made.findings if each.status is Status.ALTERED for span in each.reason.spans}
    assert change.altered not in altered


def test_a_rejected_statement_is_no_claim_of_the_story() -> None:
    claims = {claim.id: claim.span for claim in harbour().claims}
    statement = max(harbour().statements, key=lambda each: len(each.claims))
    named = finding_named(harbour(), statement.id)
    decision = Decision(K.REJECTED, named.words, value=named.value)
    made = harbour(decision)
    gone = {claims[claim] for claim in statement.claims}
    assert gone.isdisjoint(claim.span for claim in made.claims)
    assert set(made.set_aside[0].says.spans) == gone
    assert all(claim in {each.id for each in made.claims} for each in made.statements for claim in each.claims)


def test_an_accepted_statement_is_the_one_with_a_claim_on_each_of_the_words() -> None:
    statement = harbour().statements[3]
    found = finding_named(harbour(), statement.id)
    made = harbour(Decision(K.ACCEPTED, found.words, value=found.value, by="M. Vane"))
    assert [each.id for each in made.statements if each.accepted] == [statement.id]


def test_what_was_set_aside_and_accepted_is_told_among_the_changes() -> None:
    said = [each.says for each in changes(harbour(), harbour(conflict(K.REJECTED), alteration(K.ACCEPTED)))]
    assert f"conflict set aside by a reader: {harbour().conflicts[0].question.text}" in said
    assert f"alteration accepted by a reader: {harbour().alterations[0].harm}" in said
    assert not any(each.startswith("the lines no longer differ") for each in said)


def test_of_two_decisions_on_one_finding_the_later_holds_and_the_earlier_is_told() -> None:
    earlier, later = conflict(K.REJECTED, 1), conflict(K.ACCEPTED, 2)
    made = harbour(earlier, later)
    assert not told(made, earlier).applied
    assert told(made, earlier).changed == ("a later decision stands in its place",)
    assert told(made, later).applied
    assert made.conflicts[0].accepted is not None
    assert harbour(conflict(K.ACCEPTED, 1), conflict(K.REJECTED, 2)).set_aside


def test_of_two_decisions_on_one_statement_the_later_holds() -> None:
    named = finding_named(harbour(), harbour().statements[0].id)
    yes = Decision(K.ACCEPTED, named.words, value=named.value, number=1)
    no = Decision(K.REJECTED, named.words, value=named.value, number=2)
    made = harbour(yes, no)
    assert not told(made, yes).applied
    assert told(made, no).applied
    back = harbour(replace(no, number=1), replace(yes, number=2))
    assert not back.set_aside
    assert any(each.accepted for each in back.statements)


def test_undoing_gives_the_brief_as_before() -> None:
    log = (
        conflict(K.REJECTED, 1),
        alteration(K.REJECTED, 1, 2),
        Decision(K.UNDO, undoes=1, number=3),
        Decision(K.UNDO, undoes=2, number=4),
    )
    assert harbour(*log) == harbour()


def test_the_order_of_unrelated_decisions_changes_nothing() -> None:
    decisions = [conflict(K.REJECTED), alteration(K.ACCEPTED), alteration(K.REJECTED, 1), alteration(K.REJECTED, 2)]
    made = harbour(*decisions)
    assert harbour(*decisions[::-1]) == made


def test_a_decision_survives_a_reading_with_an_article_more() -> None:
    everything = articles()
    fewer = tuple(each for each in everything if each.id != "tide")
    before = harbour(among=fewer)
    question = before.conflicts[-1]
    decision = Decision(K.REJECTED, words_of_conflict(question), value="conflict", note="no difference")
    assert told(harbour(decision, among=fewer), decision).applied
    after = harbour(decision)
    assert told(after, decision).applied
    assert [each.review.note for each in after.set_aside] == ["no difference"]


def test_a_decision_whose_words_say_nothing_any_more_is_told_so() -> None:
    nowhere = named(Span("tide", 0, 3))
    decision = Decision(K.REJECTED, nowhere, value="conflict")
    found = told(harbour(decision), decision)
    assert (found.applied, found.changed) == (False, ("no conflict stands on its words",))
    elsewhere = Decision(K.REJECTED, (*nowhere, "gone:4-9"), value="alteration")
    assert told(harbour(elsewhere), elsewhere).changed == (
        "some of its words are of an article that is not in this story",
    )


def test_a_conflict_of_another_kind_on_the_same_words_is_another_finding() -> None:
    decision = replace(conflict(K.REJECTED), value="conflict: place")
    assert harbour().conflicts[0].kind.value != "place"
    assert not told(harbour(decision), decision).applied


@pytest.mark.parametrize("form", ["html", "text", "markdown", "json"])
def test_every_form_of_a_brief_tells_what_was_set_aside_and_accepted(form: str) -> None:
    other = harbour().conflicts[1]
    yes = Decision(K.ACCEPTED, words_of_conflict(other), value="conflict", by="M. Vane")
    page = render(harbour(conflict(K.REJECTED, note="two raids"), yes), form)
    assert "two raids" in page
    assert "M. Vane" in page


def test_a_brief_with_reviews_reads_back_from_its_json() -> None:
    made = harbour(conflict(K.REJECTED), alteration(K.ACCEPTED))
    back = read_brief(render(made, "json"))
    assert (back.set_aside, back.alterations) == (made.set_aside, made.alterations)


def test_a_brief_without_reviews_has_no_field_for_them() -> None:
    assert '"set_aside"' not in render(harbour(), "json")


@pytest.mark.parametrize(
    ("decision", "wrong"),
    [
        (Decision(K.REJECTED, value="conflict"), "left is empty"),
        (Decision(K.REJECTED, ("tide",), value="conflict"), "names no words"),
        (Decision(K.REJECTED, ("tide:9-3",), value="conflict"), "names no words"),
        (Decision(K.ACCEPTED, ("tide:3-9",), value="rumour"), "is nothing that is found"),
        (Decision(K.ACCEPTED, ("tide:3-9",), value="conflict: rhyme"), "is nothing that is found"),
        (Decision(K.ACCEPTED, ("tide:3-9",), value="statement: "), "is nothing that is found"),
    ],
)
def test_what_cannot_be_decided_is_told_in_words(decision: Decision, wrong: str) -> None:
    assert wrong in complaint(decision)


def test_a_finding_that_is_not_there_has_no_name() -> None:
    with pytest.raises(OptionError, match="nothing called 'k99'"):
        finding_named(harbour(), "k99")


@pytest.mark.parametrize("span", [Span("a", 0, 1), Span("a:b-c", 12, 120), Span("tide-3f9a", 7, 9)])
def test_words_are_found_again_by_their_name(span: Span) -> None:
    assert read_words(words_of(span)) == span


@pytest.mark.parametrize(
    "name", ["", "tide", "tide:", "tide:1", "tide:1-", ":1-2", "tide:-1-2", "tide:2-2", "tide:1-2x"]
)
def test_what_names_no_words_is_refused(name: str) -> None:
    with pytest.raises(OptionError, match="names no words"):
        read_words(name)
