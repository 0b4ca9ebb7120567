"""Words of which a reader decided that they tell of different events: never one statement, no conflict, no figure."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

import pytest
from reviewed import articles, harbour, named, told

from headwater.decisions import changes, claims_on, complaint, events_decided
from headwater.text.cited_words import read_words
from headwater.types import Brief, ChangeKind, Claim, Decision, DecisionKind, Figure, Span

K = DecisionKind


def largest() -> tuple[Claim, ...]:
    """The claims of the statement that most claims make."""
    claims = {claim.id: claim for claim in harbour().claims}
    return tuple(claims[one] for one in max(harbour().statements, key=lambda each: len(each.claims)).claims)


def one_apart(number: int = 0) -> Decision:
    """That the first claim of that statement is of another event than the rest."""
    first, *rest = (claim.span for claim in largest())
    return Decision(K.OTHER_EVENT, named(first), named(*rest), number=number, note="a raid of last year")


def sides_of_first_conflict() -> Decision:
    one, other, *_ = harbour().conflicts[0].sides
    return Decision(K.OTHER_EVENT, named(*one.spans), named(*other.spans))


def pairs(made: Brief, decision: Decision) -> Iterator[tuple[str, str]]:
    """The claims of both sides of a decision, as this reading has them."""
    sides = (decision.left, decision.right)
    left, right = ([one.id for name in side for one in claims_on(read_words(name), made.claims)] for side in sides)
    return itertools.product(left, right)


def homes(made: Brief) -> dict[str, str]:
    return {claim: statement.id for statement in made.statements for claim in statement.claims}


@pytest.mark.parametrize("decision", [one_apart, sides_of_first_conflict])
def test_claims_of_different_events_share_no_statement_happening_or_figure(decision: Callable[[], Decision]) -> None:
    made = harbour(decision())
    home = homes(made)
    happening = {claim: each.id for each in made.happenings for claim in each.claims}
    counted = [{value.claim for value in figure.values} for figure in made.figures]
    for one, other in pairs(made, decision()):
        assert home[one] != home[other]
        assert one not in happening or happening[one] != happening.get(other)
        assert not any({one, other} <= claims for claims in counted)


def test_sides_of_a_conflict_that_are_of_different_events_conflict_no_more() -> None:
    made = harbour(sides_of_first_conflict())
    one, other, *_ = harbour().conflicts[0].sides
    for conflict in made.conflicts:
        held = {span for side in conflict.sides for span in side.spans}
        assert not (held & set(one.spans) and held & set(other.spans))
    assert harbour().conflicts[0].question.text not in {each.question.text for each in made.conflicts}


def test_the_decision_is_told_with_its_words_and_reason() -> None:
    found = told(harbour(one_apart()), one_apart())
    assert found.applied
    assert "of another event than" in found.says
    assert found.changed[0].startswith("no statement has both")
    assert set(found.spans) == {claim.span for claim in largest()}


def test_every_claim_stays_in_one_statement() -> None:
    made = harbour(one_apart())
    assert sorted(homes(made)) == sorted(claim.id for claim in made.claims)
    assert sum(len(each.claims) for each in made.statements) == len(made.claims)


def test_undoing_gives_the_brief_as_before() -> None:
    assert harbour(one_apart(1), Decision(K.UNDO, undoes=1, number=2)) == harbour()


def test_the_sides_may_be_exchanged_and_other_decisions_stand_anywhere() -> None:
    decision = one_apart()
    turned = Decision(K.OTHER_EVENT, decision.right, decision.left)
    assert harbour(turned).statements == harbour(decision).statements
    other = sides_of_first_conflict()
    assert harbour(decision, other) == harbour(other, decision)


def test_the_decision_survives_a_reading_with_an_article_more() -> None:
    fewer = tuple(each for each in articles() if each.id != "tide")
    decision = sides_of_first_conflict()
    assert told(harbour(decision, among=fewer), decision).applied
    assert told(harbour(decision), decision).applied


def test_words_that_say_nothing_any_more_are_told() -> None:
    nowhere = Decision(K.OTHER_EVENT, ("tide:0-1",), ("gone:5-9",))
    found = told(harbour(nowhere), nowhere)
    assert not found.applied
    assert found.changed[0].startswith("no claim stands on")


def test_one_claim_is_of_one_event() -> None:
    words = largest()[0].span
    inside = Span(words.article, words.start, words.end - 1)
    decision = Decision(K.OTHER_EVENT, named(words), named(inside))
    found = told(harbour(decision), decision)
    assert not found.applied or found.spans
    assert harbour(decision).claims == harbour().claims


def test_words_are_of_the_claim_that_they_are_else_of_those_around_them_else_of_those_within() -> None:
    claims = harbour().claims
    one = claims[0]
    assert one in claims_on(one.span, claims)
    assert all(each.span == one.span for each in claims_on(one.span, claims))
    inside = Span(one.span.article, one.span.start, one.span.start + 1)
    if not any(each.span == inside for each in claims):
        assert one in claims_on(inside, claims)
    text = next(each.text for each in articles() if each.id == one.span.article)
    whole = claims_on(Span(one.span.article, 0, len(text)), claims)
    assert {each.id for each in whole} == {each.id for each in claims if each.span.article == one.span.article}


def test_no_claim_is_apart_from_itself() -> None:
    words = named(largest()[0].span)
    assert events_decided([Decision(K.OTHER_EVENT, words, words)], harbour().claims).pairs == frozenset()
    assert "stands on both sides" in complaint(Decision(K.OTHER_EVENT, words, words))


def killed_in(made: Brief, claim: str) -> Figure:
    """The figure of the dead that a claim gives a value of."""
    told_by = (each for each in made.figures if claim in {value.claim for value in each.values})
    return next(each for each in told_by if each.role == "killed")


def test_the_dead_of_the_one_event_are_not_among_those_of_the_other() -> None:
    before = harbour()
    spans = {claim.id: claim.span for claim in before.claims}
    figure = next(each for each in before.figures if each.role == "killed")
    first, *rest = dict.fromkeys(value.claim for value in figure.values if value.quantity.low == figure.best)
    made = harbour(Decision(K.OTHER_EVENT, named(spans[first]), named(*(spans[one] for one in rest))))
    apart = killed_in(made, first)
    given = [value.quantity.high for value in apart.values if not value.weak]
    assert (apart.low, apart.high) == (min(given), max(given))
    assert killed_in(made, rest[0]).best == figure.best
    assert f"people killed: {apart.best:g} is counted apart now" in figures_told(before, made)
    assert f"people killed: {apart.best:g}, counted apart before, is counted with them" in figures_told(made, before)


def figures_told(before: Brief, after: Brief) -> list[str]:
    return [each.says for each in changes(before, after) if each.kind is ChangeKind.FIGURE]
