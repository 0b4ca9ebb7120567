"""Groups of articles where readers decided which belong together: without decisions they are connected components."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from headwater.decisions import Settled, stories_decided
from headwater.engines.local import LocalEngine
from headwater.stories.decided import groups_decided
from headwater.types import Decision, DecisionKind

ARTICLES = tuple("abcdef")
pairs = st.tuples(st.sampled_from(ARTICLES), st.sampled_from(ARTICLES)).filter(lambda pair: pair[0] < pair[1])
links = st.dictionaries(pairs, st.sampled_from((0.1, 0.2, 0.3, 0.4)), max_size=10)
decisions = st.lists(
    st.builds(
        lambda kind, pair: Decision(kind, pair[:1], pair[1:]),
        st.sampled_from((DecisionKind.TOGETHER, DecisionKind.APART)),
        pairs,
    ),
    max_size=5,
)


@given(links)
def test_without_decisions_the_groups_are_the_connected_components(found: dict[tuple[str, str], float]) -> None:
    assert groups_decided(ARTICLES, found, Settled()) == LocalEngine().components(ARTICLES, found)


@given(links, decisions)
def test_what_stands_of_the_decisions_holds_and_every_article_is_in_one_group(
    found: dict[tuple[str, str], float], taken: list[Decision]
) -> None:
    decided = stories_decided(taken)
    groups = groups_decided(ARTICLES, found, decided)
    home = {article: group for group in groups for article in group}
    assert sorted(article for group in groups for article in group) == sorted(ARTICLES)
    assert all(len({home[article] for article in together}) == 1 for together in decided.same)
    assert all(home[one] != home[other] for one, other in decided.apart)


def test_a_parted_article_goes_with_the_likest() -> None:
    found = {("a", "b"): 0.2, ("b", "c"): 0.3}
    assert groups_decided("abc", found, Settled((), (("a", "c"),))) == [("a",), ("b", "c")]


def test_articles_that_are_not_there_do_not_matter() -> None:
    decided = Settled((("a", "x"), ("b", "y", "c")), (("x", "z"),))
    assert groups_decided("abc", {}, decided) == [("a",), ("b", "c")]
