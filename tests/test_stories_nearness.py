"""Nearness in meaning in the repair of stories: a measure among others, taken beside what is around a pair."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from headwater.errors import ModelMissing
from headwater.stories import Bounds, bounds_of, head_of, repair, sketch
from headwater.stories.judging import judge
from headwater.stories.likeness import item_of
from headwater.stories.nearness import NEARNESS, Nearness, embedded, packed_vectors, unpacked_vectors
from headwater.stories.weights import SHIPPED
from headwater.testing.articles import make_article
from headwater.types import Decision, DecisionKind

DAY = 20_000
# Fiction: one bridge told twice in other words, and a bakery.
TEXTS = {
    "bridge": "The old bridge of Lower Tarn gave way on Monday under a lorry, and the driver, Pim Assel, swam ashore.",
    "crossing": "A lorry fell into the river at Lower Tarn as the crossing collapsed; its driver Pim Assel was unhurt.",
    "bakery": "A bakery in Karsk won a prize for rye bread that Nadia Tesk bakes after a recipe of her grandmother.",
}
ARTICLES = {name: make_article(text, id=name) for name, text in TEXTS.items()}
PLACED = [(sketch(article, DAY), f"story-{name}") for name, article in ARTICLES.items()]


class Told:
    """An embedder that was told which texts mean the same."""

    def __init__(self, *, near: bool) -> None:
        self._near, self.asked = near, list[str]()

    def embed(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        self.asked += texts
        return np.array([self._vector(text) for text in texts], dtype=np.float32)

    def _vector(self, text: str) -> list[float]:
        at = 0 if self._near and "lorry" in text else 1 + len(text) % 3
        return [float(at == each) for each in range(4)]


class Missing:
    """An embedder whose weights are not there."""

    def embed(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        raise ModelMissing(f"no weights for {len(texts)} texts")


def _head(article: str) -> str:
    return head_of(ARTICLES[article])


def test_the_head_of_an_article_is_its_headline_and_forty_words() -> None:
    text = " ".join(f"word{number}" for number in range(90))
    assert head_of(make_article(text, title="Bridge falls")).split()[-1] == "word39"
    assert head_of(make_article(text, title="Bridge falls")).startswith("Bridge falls. word0 ")
    assert head_of(make_article("")) == ""


def test_a_repair_that_is_given_no_heads_embeds_nothing_and_says_so() -> None:
    told = Told(near=True)
    assert not repair(PLACED, embedder=told).embedded
    assert told.asked == []


def test_a_repair_with_heads_embeds_each_article_once_and_says_so() -> None:
    told = Told(near=True)
    assert repair(PLACED, heads=_head, embedder=told).embedded
    assert sorted(told.asked) == sorted(map(_head, TEXTS))


def test_what_an_earlier_repair_embedded_is_not_embedded_again() -> None:
    first = repair(PLACED, heads=_head, embedder=Told(near=True))
    assert first.vectors.keys() == TEXTS.keys()
    again = repair(PLACED, heads=_head, kept=first.vectors, embedder=Missing())
    assert (again.changes, again.embedded, again.vectors) == (first.changes, True, {})
    told = Told(near=True)
    kept = {name: vector for name, vector in first.vectors.items() if name != "bakery"}
    assert repair(PLACED, heads=_head, kept=kept, embedder=told).changes == first.changes
    assert told.asked == [_head("bakery")]


def test_where_too_many_are_to_be_embedded_the_newest_are_and_are_weighed_another_night(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys.modules["headwater.stories.repair"], "MOST_EMBEDDED", 2)
    first = repair(PLACED, heads=_head, embedder=Told(near=True))
    assert (first.embedded, len(first.vectors)) == (False, 2)
    assert repair(PLACED, heads=_head, kept=first.vectors, embedder=Told(near=True)).embedded


@given(arrays(np.float32, (3, 8), elements=st.floats(-1, 1, width=32)))
def test_a_packed_vector_points_where_the_vector_did(vectors: npt.NDArray[np.float32]) -> None:
    lengths = np.linalg.norm(vectors, axis=1)
    again = unpacked_vectors(packed_vectors(vectors))
    for vector, length, unpacked in zip(vectors, lengths, again, strict=True):
        assert length < 0.001 or float(vector @ unpacked) / length > 0.999


def test_without_the_weights_of_the_embedder_the_repair_does_as_without_heads() -> None:
    assert repair(PLACED, heads=_head, embedder=Missing()) == repair(PLACED)


def test_nearness_in_meaning_speaks_for_two_articles_and_is_part_of_the_evidence() -> None:
    crossing, bakery = (item_of(PLACED[number][0]) for number in (1, 2))
    near, far = (judge(crossing, [bakery], SHIPPED, np.array([value])) for value in (0.3, 0.0))
    assert near.scores[0] > far.scores[0]
    assert NEARNESS in {part.name for part in near.evidence(0)}
    assert sum(part.score for part in near.evidence(0)) == pytest.approx(near.scores[0])


def test_nearness_alone_joins_nothing() -> None:
    """As near as can be, but neither words, names nor days are shared."""
    bread = sketch(make_article(TEXTS["bakery"], id="bread"), DAY)
    one, other = item_of(PLACED[0][0]), item_of(bread)
    assert judge(one, [other], SHIPPED, np.array([1.0])).scores[0] < 0


def test_what_readers_parted_no_nearness_joins() -> None:
    apart = bounds_of([Decision(DecisionKind.APART, ("bridge",), ("crossing",), number=1)])
    for bounds in (Bounds(), apart):
        moves = repair(PLACED, bounds, heads=_head, embedder=Told(near=True)).moves
        assert "bakery" not in {move.article for move in moves}
    assert repair(PLACED, apart, heads=_head, embedder=Told(near=True)).moves == ()


@given(st.integers(0, 1000), st.integers(2, 9))
def test_nearness_is_symmetric_bounded_and_does_not_depend_on_the_order_of_the_articles(seed: int, many: int) -> None:
    rows = np.random.default_rng(seed).normal(size=(many, 6))
    vectors = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    all_met = [[other for other in range(many) if other != at] for at in range(many)]
    near, turned = Nearness(vectors, all_met), Nearness(vectors[::-1], all_met)
    for at in range(many):
        beside = near.beside(at, range(many))
        assert np.all(np.abs(beside) <= 1)
        assert [float(near.beside(other, [at])[0]) for other in range(many)] == beside.tolist()
        assert turned.beside(many - 1 - at, range(many))[::-1] == pytest.approx(beside, abs=0.011)


def test_articles_that_meet_nobody_and_vectors_of_nothing_do_no_harm() -> None:
    assert Nearness(np.eye(3, dtype=np.float32), [[], [], []]).beside(0, []).tolist() == []
    assert np.all(np.isfinite(Nearness(np.zeros((2, 4), dtype=np.float32), [[1], [0]]).beside(0, [1])))


def test_the_embedder_that_ships_finds_what_is_told_in_other_words() -> None:
    vectors = embedded([_head(name) for name in TEXTS], None)
    if vectors is None:
        pytest.skip("the weights of the sentence embedder are not installed")
    near = Nearness(vectors, [[1, 2], [0, 2], [0, 1]])
    same, other = near.beside(0, [1, 2])
    assert same > other
