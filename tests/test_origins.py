"""Which line of reporting the words at a span came from."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from headwater.origins import Origins
from headwater.testing.reading import stemma_of
from headwater.types import Count, Derivation, DerivationKind, Direction, Doubt, Edge, Passage, Span, Stemma

LINES = {"wire": ["a", "b"], "radio": ["c"], "paper": ["d"]}
LENT = Passage(Span("a", 0, 50), Span("c", 100, 150), 1.0)


def _doubting(stemma: Stemma, pairs: Sequence[tuple[str, str]]) -> Stemma:
    """The stemma with these pairs undecided."""
    open_pairs = [Derivation(a, b, DerivationKind.UNDECIDED, Direction.UNDECIDED, 0.0, (), ()) for a, b in pairs]
    return replace(stemma, derivations=(*stemma.derivations, *open_pairs))


def _whole(*articles: str) -> list[Span]:
    return [Span(article, 0, 10) for article in articles]


def test_words_come_from_the_line_of_their_article() -> None:
    origins = Origins(stemma_of(LINES))
    assert [origins.line(Span(article, 0, 10)) for article in "abcd"] == [
        "line:wire",
        "line:wire",
        "line:radio",
        "line:paper",
    ]


def test_a_copied_value_adds_no_line() -> None:
    count, ids = Origins(stemma_of(LINES)).lines(_whole("a", "b"))
    assert (count.low, count.best, count.high, ids) == (1, 1, 1, ("line:wire",))


def test_words_in_a_lent_passage_count_for_the_line_they_came_from() -> None:
    origins = Origins(stemma_of(LINES, [LENT]))
    assert origins.line(Span("c", 110, 140)) == "line:wire"
    assert origins.line(Span("c", 160, 190)) == "line:radio"


def test_words_that_lie_in_a_lent_passage_for_their_smaller_part_stay_with_their_article() -> None:
    origins = Origins(stemma_of(LINES, [LENT]))
    assert origins.line(Span("c", 120, 180)) == "line:radio"
    assert origins.line(Span("c", 120, 178)) == "line:wire"


def test_a_quotation_that_two_newsrooms_share_is_not_lent() -> None:
    masked = replace(LENT, mask="quote")
    assert Origins(stemma_of(LINES, [masked])).line(Span("c", 110, 140)) == "line:radio"


def test_a_passage_lent_by_an_original_that_nobody_handed_in_counts_for_the_line_it_roots() -> None:
    stemma = stemma_of(LINES)
    unseen_root = tuple(replace(line, root="unseen") if line.id == "line:wire" else line for line in stemma.lines)
    edge = Edge("unseen", "c", DerivationKind.PARTIAL, whole=False, confidence=1.0, passages=(LENT,))
    assert Origins(replace(stemma, lines=unseen_root, edges=(edge,))).line(Span("c", 110, 140)) == "line:wire"


def test_an_article_that_came_whole_from_another_is_a_copy_and_one_that_was_lent_a_passage_is_not() -> None:
    origins = Origins(stemma_of(LINES, [LENT]))
    assert [article for article in "abcd" if origins.is_copy(article)] == ["b"]


def test_an_undecided_pair_makes_the_lines_a_range_and_is_its_doubt() -> None:
    count, _ = Origins(_doubting(stemma_of(LINES), [("a", "c")])).lines(_whole("a", "c", "d"))
    assert count == Count(2, 3, 3, doubts=(Doubt(("a",), ("c",), 0.5),))


@pytest.mark.parametrize(
    ("pairs", "low"),
    [
        ([("a", "c"), ("b", "c")], 2),  # both articles of the wire against the radio: still one doubt
        ([("a", "c"), ("a", "d"), ("c", "d")], 1),
        ([("a", "b")], 3),  # one line already
        ([("a", "e")], 3),  # the other article says nothing here
    ],
)
def test_doubts_join_lines_and_each_line_is_joined_once(pairs: list[tuple[str, str]], low: int) -> None:
    stemma = stemma_of({**LINES, "post": ["e"]})
    count, _ = Origins(_doubting(stemma, pairs)).lines(_whole("a", "b", "c", "d"))
    assert (count.low, count.best) == (low, 3)


def _open(*doubts: Doubt) -> Origins:
    """Two lines that may be one, or one that may be two, as the doubts say."""
    return Origins(replace(stemma_of(LINES, [LENT]), doubts=doubts))


def test_lines_that_may_be_one_line_make_the_count_a_range_downwards() -> None:
    doubt = Doubt(("a", "b"), ("d",), 0.23)
    count, ids = _open(doubt).lines(_whole("a", "d"))
    assert (count, len(ids)) == (Count(1, 2, 2, doubts=(Doubt(("a",), ("d",), 0.23),)), 2)


def test_a_line_that_may_be_two_makes_the_count_a_range_upwards() -> None:
    doubt = Doubt(("a",), ("b",), 0.7)
    count, ids = _open(doubt).lines(_whole("a", "b", "d"))
    assert (count, len(ids)) == (Count(2, 2, 3, doubts=(doubt,)), 2)


def test_a_doubt_that_nine_times_in_ten_is_none_leaves_no_range() -> None:
    assert _open(Doubt(("a", "b"), ("d",), 0.08)).lines(_whole("a", "d"))[0] == Count(2, 2, 2)
    assert _open(Doubt(("a",), ("b",), 0.93)).lines(_whole("a", "b"))[0] == Count(1, 1, 1)


def test_a_doubt_about_articles_that_say_nothing_here_leaves_no_range() -> None:
    assert _open(Doubt(("a",), ("b",), 0.6), Doubt(("a", "b"), ("d",), 0.3)).lines(_whole("a", "c"))[0].low == 2
    assert _open(Doubt(("a",), ("b",), 0.6)).lines(_whole("a", "d"))[0] == Count(2, 2, 2)


def test_words_in_a_lent_passage_share_the_doubts_of_the_line_they_came_from() -> None:
    lent = Span("c", 110, 140)
    count, ids = _open(Doubt(("a", "b"), ("d",), 0.3)).lines([lent, Span("d", 0, 10)])
    assert (count.low, count.best, ids) == (1, 2, ("line:paper", "line:wire"))


def test_a_verbatim_copy_of_a_doubted_text_moves_no_end_of_the_range() -> None:
    alone = replace(stemma_of({"wire": ["a"], "paper": ["d"]}), doubts=(Doubt(("a",), ("d",), 0.3),))
    copied = replace(stemma_of({"wire": ["a", "b"], "paper": ["d"]}), doubts=(Doubt(("a", "b"), ("d",), 0.3),))
    before, after = Origins(alone).lines(_whole("a", "d"))[0], Origins(copied).lines(_whole("a", "b", "d"))[0]
    assert (before.low, before.best, before.high) == (after.low, after.best, after.high) == (1, 2, 2)


def test_lines_that_an_undecided_pair_joins_are_not_joined_twice() -> None:
    stemma = replace(_doubting(stemma_of(LINES), [("a", "d")]), doubts=(Doubt(("a", "b"), ("d",), 0.4),))
    assert Origins(stemma).lines(_whole("a", "c", "d"))[0].low == 2


@given(
    st.lists(st.sampled_from("abcd"), min_size=1, max_size=8),
    st.floats(0.05, 0.95), st.floats(0.05, 0.95), st.floats(0.05, 0.95),
)  # fmt: skip
def test_the_range_holds_the_best_number_and_no_more_lines_than_articles(
    articles: list[str], one: float, two: float, three: float
) -> None:
    doubts = Doubt(("a",), ("b",), one), Doubt(("a", "b"), ("c",), two), Doubt(("a", "b", "c"), ("d",), three)
    count, ids = _open(*doubts).lines(_whole(*articles))
    assert 1 <= count.low <= count.best == len(ids) <= count.high <= len(set(articles))
    assert bool(count.doubts) == (count.low < count.high)
    assert count == _open(*doubts[::-1]).lines(_whole(*sorted(articles)))[0]


@given(st.lists(st.sampled_from("abcd"), min_size=1, max_size=8))
def test_lines_do_not_depend_on_the_order_or_number_of_the_witnesses(articles: list[str]) -> None:
    origins = Origins(stemma_of(LINES, [LENT]))
    count, ids = origins.lines(_whole(*articles))
    assert (count, ids) == origins.lines(_whole(*sorted(set(articles))))
    assert 1 <= count.low <= count.best == len(ids) <= count.high


def test_a_lent_passage_that_the_lender_had_borrowed_comes_from_the_first_of_them() -> None:
    onward = Passage(Span("c", 110, 145), Span("d", 0, 35), 1.0)
    stemma = stemma_of(LINES, [LENT, onward])
    assert Origins(stemma).line(Span("d", 5, 30)) == "line:wire"
    assert Origins(stemma).line(Span("d", 50, 80)) == "line:paper"


def test_a_copy_of_a_text_that_borrowed_has_the_passage_from_the_lender_too() -> None:
    taken = Passage(Span("c", 110, 140), Span("e", 10, 40), 1.0)
    stemma = stemma_of({"wire": ["a", "b"], "radio": ["c", "e"]}, [LENT])
    copied = Derivation("c", "e", DerivationKind.COPY, Direction.LEFT_TO_RIGHT, 9.0, (), (), sentences=(taken,))
    origins = Origins(replace(stemma, derivations=(copied,)))
    assert origins.line(Span("e", 12, 38)) == "line:wire"
    assert origins.line(Span("e", 60, 90)) == "line:radio"


def test_passages_that_two_texts_have_from_each_other_end_where_they_are_met_again() -> None:
    there, back = Passage(Span("c", 0, 9), Span("d", 0, 9), 1.0), Passage(Span("d", 0, 9), Span("c", 0, 9), 1.0)
    origins = Origins(stemma_of(LINES, [there, back]))
    assert {origins.line(Span("c", 0, 9)), origins.line(Span("d", 0, 9))} <= {"line:radio", "line:paper"}
