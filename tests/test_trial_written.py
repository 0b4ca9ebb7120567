"""The trials on the scribe's stories: whoever answers with the truth gets full marks, and others less."""

from __future__ import annotations

from itertools import combinations

import pytest
from msgspec.structs import replace
from quality.trials.planted import Answer, harmful_recall, judged, macro_f1
from quality.trials.written import Read, directions, lines_grouped, pairs_scored, passages_found

from headwater.testing.scribe import Copy, Edit, Plan, Told, passages_between, write_story
from headwater.text.spans import meets
from headwater.types import (
    Alteration,
    AlterationKind,
    Article,
    Count,
    Derivation,
    DerivationKind,
    Direction,
    Evidence,
    Line,
    Span,
    Stemma,
)


@pytest.fixture(scope="module")
def told() -> Told:
    return write_story(31, Plan(lines=(2, 2), articles=(7, 7), lost=0, alterations=(1, 2)))


def stemma_of_the_truth(told: Told) -> Stemma:
    """What a reader who knows all would find."""
    copies = {tuple(sorted((copy.parent, copy.child))): copy for copy in told.copies}
    found = []
    for left, right in combinations((article.id for article in told.articles), 2):
        strands = ([each for each in told.strands if each.span.article == article] for article in (left, right))
        passages = passages_between(*strands)
        if passages:
            found.append(
                Derivation(left, right, DerivationKind.COPY, way(copies.get((left, right))), 9.0, passages, ())
            )
    lines = tuple(Line(line.root, line.root, line.root, line.articles, "no link found") for line in told.lines)
    return Stemma(told.id, tuple(found), (), (), lines, Count(len(lines), len(lines), len(lines)))


def way(copy: Copy | None) -> Direction:
    if copy is None:
        return Direction.UNDECIDED
    return Direction.LEFT_TO_RIGHT if copy.parent < copy.child else Direction.RIGHT_TO_LEFT


def test_the_truth_gets_full_marks(told: Told) -> None:
    read = Read(told, stemma_of_the_truth(told))
    assert passages_found(read).plagdet == pytest.approx(1)
    assert lines_grouped(read) == 1
    assert set(directions(read)) == {True}
    scored = [*pairs_scored(read, siblings=False), *pairs_scored(read, siblings=True)]
    assert min(score for same, score in scored if same) > max(score for same, score in scored if not same)


def test_a_reader_who_finds_nothing_gets_nothing(told: Told) -> None:
    read = Read(told, replace(stemma_of_the_truth(told), derivations=()))
    assert passages_found(read).plagdet == 0
    assert set(directions(read)) == {None}


def test_a_reader_who_has_every_copy_the_wrong_way_round_is_never_right(told: Told) -> None:
    truth = stemma_of_the_truth(told)
    turned = {Direction.LEFT_TO_RIGHT: Direction.RIGHT_TO_LEFT, Direction.RIGHT_TO_LEFT: Direction.LEFT_TO_RIGHT}
    wrong = tuple(replace(each, direction=turned.get(each.direction, each.direction)) for each in truth.derivations)
    assert set(directions(Read(told, replace(truth, derivations=wrong)))) == {False}


# --- alterations ------------------------------------------------------------------------------------------------


def raised(sound: Span, altered: Span, kind: AlterationKind, score: float = 3.0) -> Alteration:
    evidence = (Evidence("words differ", score, "", None, None),)
    return Alteration(f"{altered.article}:{altered.start}", kind, sound, altered, True, "", (), evidence)


def answers(told: Told, kind: AlterationKind | None = None) -> list[Answer]:
    """Every planted alteration raised as it was planted, or under one kind."""
    edits = [edit for copy in told.copies for edit in copy.edits if edit.kind is not None]
    seen = [edit for edit in edits if edit.sound and edit.altered]
    assert seen
    return list(
        judged([raised(each.sound[0], each.altered[0], kind or each.kind) for each in seen if each.kind], edits)
    )


def test_raising_what_was_planted_gets_full_marks(told: Told) -> None:
    assert macro_f1([answers(told)]) == 1
    assert harmful_recall([answers(told)]) == 1


def test_calling_everything_a_number_finds_the_harm_and_not_its_kind(told: Told) -> None:
    called = answers(told, AlterationKind.NUMBER)
    assert harmful_recall([called]) == 1
    assert macro_f1([called]) < 0.5


def test_what_is_raised_where_nothing_was_planted_counts_against_it(told: Told) -> None:
    edits = [edit for copy in told.copies for edit in copy.edits if edit.kind is not None]
    sound, altered = (untouched(article, edits) for article in told.articles[:2])
    nowhere = raised(sound, altered, AlterationKind.NUMBER)
    given = list(judged([nowhere], edits))
    assert [(each.planted, each.score) for each in given if each.score is not None] == [(None, 3.0)]
    assert macro_f1([given]) == 0
    assert harmful_recall([given]) == 0


def untouched(article: Article, edits: list[Edit]) -> Span:
    """The first character of an article at which nothing was planted."""
    taken = [span for edit in edits for span in (*edit.sound, *edit.altered)]
    spans = (Span(article.id, start, start + 1) for start in range(len(article.text)))
    return next(span for span in spans if not any(meets(span, each) for each in taken))


def test_telling_one_alteration_twice_is_no_second_answer(told: Told) -> None:
    edits = [edit for copy in told.copies for edit in copy.edits if edit.kind is not None]
    one = next(edit for edit in edits if edit.sound and edit.altered)
    twice = [raised(one.sound[0], one.altered[0], AlterationKind.NAME)] * 2
    assert sum(each.score is not None for each in judged(twice, edits)) == 1
