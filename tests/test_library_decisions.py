"""A reader's decisions: a log that is only added to, in which undoing is a decision too."""

from __future__ import annotations

import pytest
from library_fixtures import TIME

from headwater.errors import NotInLibrary, OptionError
from headwater.library import Store
from headwater.types import Decision, DecisionKind

TOGETHER = Decision(DecisionKind.TOGETHER, ("northgate-a",), ("southgate-b",), note="one flood", by="Dara")
FIGURE = Decision(DecisionKind.FIGURE, ("killed",), value="4", story="northgate-a", made="2031-01-01T00:00:00Z")


def test_decisions_are_numbered_and_timed_and_come_back_as_they_were_made(store: Store) -> None:
    with store.writing() as batch:
        first = batch.decide(TOGETHER)
        second = batch.decide(FIGURE)
    assert (first.number, first.made) == (1, TIME)
    assert (second.number, second.made) == (2, "2031-01-01T00:00:00Z")
    with store.reading() as view:
        assert view.decisions() == view.standing() == (first, second)


def test_undoing_is_logged_and_can_be_undone_itself(store: Store) -> None:
    with store.writing() as batch:
        first, second = batch.decide(TOGETHER), batch.decide(FIGURE)
        undoing = batch.undo(1, note="two floods", by="Ilka")
        assert batch.standing() == (second,)
        batch.undo(undoing.number)
        assert batch.standing() == (first, second)
        assert [decision.undoes for decision in batch.decisions()] == [0, 0, 1, 3]
    assert (undoing.note, undoing.by) == ("two floods", "Ilka")


def test_undoing_what_is_undone_or_never_was_is_refused_and_not_logged(store: Store) -> None:
    with store.writing() as batch:
        batch.decide(TOGETHER)
        batch.undo(1)
        with pytest.raises(OptionError, match="decision 1 is undone already"):
            batch.undo(1)
        with pytest.raises(NotInLibrary, match="no decision 9"):
            batch.undo(9)
        with pytest.raises(NotInLibrary, match="no decision 3"):
            batch.undo(3)
    with store.reading() as view:
        assert len(view.decisions()) == 2


def test_a_decision_that_cannot_be_is_refused(store: Store) -> None:
    with store.writing() as batch, pytest.raises(OptionError, match="cannot be kept"):
        batch.decide(Decision(DecisionKind.TOGETHER, ("northgate-a",), ()))


def test_decisions_raise_the_generation_like_any_writing(store: Store) -> None:
    with store.writing() as batch:
        batch.decide(TOGETHER)
    with store.writing() as batch:
        pass
    with store.reading() as view:
        assert view.generation() == 1
        assert view.counts().decisions == 1
