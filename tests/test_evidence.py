"""What cannot be opened is not said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.errors import UncitedLine
from headwater.evidence import cite, quoted_words, total
from headwater.testing.articles import find_words, make_article
from headwater.types import Evidence, Span

ARTICLE = make_article("A mill burned in Varnholt 🔥 on Tuesday.", id="a")


def test_a_line_without_spans_cannot_be_built() -> None:
    with pytest.raises(UncitedLine, match="A mill burned"):
        cite("A mill burned", [])


def test_spans_are_cited_once_and_in_order() -> None:
    late, early = Span("b", 0, 3), Span("a", 5, 9)
    assert cite("words", [late, early, late]).spans == (early, late)


def test_words_are_read_again_from_the_article_by_code_points() -> None:
    assert quoted_words(find_words(ARTICLE, "🔥 on"), {"a": ARTICLE}) == "🔥 on"


@pytest.mark.parametrize(
    "span",
    [Span("b", 0, 3), Span("a", 5, 5), Span("a", 7, 3), Span("a", -2, 3), Span("a", 0, len(ARTICLE.text) + 1)],
    ids=["another article", "empty", "backwards", "before the text", "beyond the text"],
)
def test_a_span_outside_the_story_is_refused(span: Span) -> None:
    with pytest.raises(UncitedLine, match="does not lie in any article"):
        quoted_words(span, {"a": ARTICLE})


@given(st.lists(st.integers(-9, 9)))
def test_a_score_is_the_sum_of_its_evidence(scores: list[int]) -> None:
    assert total(Evidence("part", score, "") for score in scores) == sum(scores)
