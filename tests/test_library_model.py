"""The library against a model of it in plain dictionaries: whatever is done in whatever order, both say the same."""

from __future__ import annotations

from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from library_fixtures import clear, incoming

from headwater.errors import OptionError
from headwater.library import Listing, Placing, Query, State, Store
from headwater.types import Decision, DecisionKind

WORDS = ("levee", "dam", "mayor", "flood")
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
STORIES = st.sampled_from(["a", "b", "c", "d"])
PICK = st.integers(0, 99)


class Library(RuleBasedStateMachine):
    """A store, and what should be in it."""

    def __init__(self, where: str) -> None:
        super().__init__()
        _empty(where)
        self.store = Store.open(where)
        self.texts: dict[str, str] = {}
        self.days: dict[str, int] = {}
        self.homes: dict[str, str] = {}
        self.merged: dict[str, str] = {}
        self.made: list[str] = []
        self.standing: dict[int, bool] = {}
        self.undoings: dict[int, int] = {}
        self.generation = 0

    def teardown(self) -> None:
        self.store.close()

    @rule(texts=st.lists(TEXTS, min_size=1, max_size=3), outlet=st.sampled_from(["Herald", "Post"]), day=PICK)
    def add(self, texts: list[str], outlet: str, day: int) -> None:
        with self.store.writing() as batch:
            added = batch.add(incoming(text, outlet=outlet, day=day) for text in texts)
        for text, each in zip(texts, added, strict=True):
            assert (each.state is State.KNOWN) == (each.article in self.texts)
            assert self.texts.setdefault(each.article, text) == text
            self.days.setdefault(each.article, day)
        self.generation += any(each.state is not State.KNOWN for each in added)

    @precondition(lambda self: self.texts)
    @rule(article=PICK, story=STORIES)
    def place(self, article: int, story: str) -> None:
        name = self._some(article)
        with self.store.writing() as batch:
            batch.place([Placing(name, story)])
        self._make(story)
        if self.homes.get(name) != self._end(story):
            self.generation += 1
        self.homes[name] = self._end(story)

    @precondition(lambda self: len(self.made) > 1)
    @rule(story=PICK, into=PICK)
    def merge(self, story: int, into: int) -> None:
        one, other = (self.made[pick % len(self.made)] for pick in (story, into))
        with self.store.writing() as batch:
            batch.merge(one, other)
        one, other = self._end(one), self._end(other)
        if one != other:
            self.homes = {name: other if home == one else home for name, home in self.homes.items()}
            self.merged[one] = other
            self.generation += 1

    @precondition(lambda self: self.homes)
    @rule(article=PICK, into=STORIES)
    def split(self, article: int, into: str) -> None:
        name = sorted(self.homes)[article % len(self.homes)]
        with self.store.writing() as batch:
            batch.split(self.homes[name], [name], into)
        self._make(into)
        self.homes[name] = self._end(into)
        self.generation += 1

    @rule(value=PICK)
    def decide(self, value: int) -> None:
        with self.store.writing() as batch:
            logged = batch.decide(Decision(DecisionKind.FIGURE, ("killed",), value=str(value)))
        self.standing[logged.number] = True
        self.generation += 1

    @precondition(lambda self: self.standing)
    @rule(pick=PICK)
    def undo(self, pick: int) -> None:
        number = sorted(self.standing)[pick % len(self.standing)]
        try:
            with self.store.writing() as batch:
                undoing = batch.undo(number)
        except OptionError:
            assert not self.standing[number]
            return
        assert self.standing[number]
        self._turn(number)
        self.standing[undoing.number] = True
        self.undoings[undoing.number] = number
        self.generation += 1

    @rule(text=TEXTS, story=STORIES)
    def fail_midway(self, text: str, story: str) -> None:
        try:
            with self.store.writing() as batch:
                (added,) = batch.add([incoming(f"{text} lost", outlet="Mail")])
                batch.place([Placing(added.article, story)])
                raise RuntimeError("midway")
        except RuntimeError:
            pass

    @invariant()
    def both_say_the_same(self) -> None:
        with self.store.reading() as view:
            assert view.generation() == self.generation
            assert list(view.all_ids()) == list(self.texts)
            assert dict(view.homes(self.texts)) == self.homes
            rows = {story.id: story for story in view.stories(Listing(limit=100))}
            assert set(rows) == set(self.homes.values())
            for story, row in rows.items():
                days = [self.days[name] for name, home in self.homes.items() if home == story]
                assert (row.articles, row.first, row.last) == (len(days), min(days), max(days))
            assert [view.story(name).id for name in self.made] == [self._end(name) for name in self.made]
            plain = [number for number, holds in self.standing.items() if holds and number not in self.undoings]
            assert [decision.number for decision in view.standing()] == plain

    @invariant()
    def words_are_found(self) -> None:
        with self.store.reading() as view:
            for word in WORDS:
                found = {name for name, text in self.texts.items() if word in text}
                assert {hit.article for hit in view.search(Query(word, limit=1000))} == found
                homes = {self.homes[name] for name in found if name in self.homes}
                assert {story.id for story in view.stories(Listing(query=word, limit=100))} == homes

    def _some(self, pick: int) -> str:
        return sorted(self.texts)[pick % len(self.texts)]

    def _make(self, story: str) -> None:
        if story not in self.made:
            self.made.append(story)

    def _end(self, story: str) -> str:
        while story in self.merged:
            story = self.merged[story]
        return story

    def _turn(self, number: int) -> None:
        """A decision that held holds no longer; if it undid another, that one is back."""
        self.standing[number] = not self.standing[number]
        if number in self.undoings:
            self._turn(self.undoings[number])


def _empty(where: str) -> None:
    if "://" in where:
        clear(where)
    else:
        for path in Path(where).parent.glob("library.db*"):
            path.unlink()


def test_the_library_does_as_its_model_does(where: str) -> None:
    class Here(Library):
        def __init__(self) -> None:
            super().__init__(where)

    run_state_machine_as_test(
        Here, settings=settings(settings.get_profile("steady"), max_examples=8, stateful_step_count=12)
    )
