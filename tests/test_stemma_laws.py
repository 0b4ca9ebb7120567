"""Laws of the stemma that hold for every story, on drawn stories. All names in the texts are fiction."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.derivations import trace
from headwater.documents import read_documents
from headwater.engines.local import LocalEngine
from headwater.models.spacy_english import load_parser
from headwater.settings import Settings
from headwater.testing.scribe import Manner, Plan, Told, write_story
from headwater.text.spans import meets
from headwater.types import Article, Document, Stemma, Story

SEEDS = st.sampled_from((3001, 3002, 3003, 3004, 3005))
SMALL = Plan(lines=(2, 3), articles=(5, 6), manners={Manner.VERBATIM: 1, Manner.ABRIDGED: 1, Manner.CONFLATED: 1})


@functools.cache
def told(seed: int) -> Told:
    return write_story(seed, SMALL)


@functools.cache
def read(article: Article) -> Document:
    return next(read_documents([article], load_parser(Settings().model)))


def traced(articles: Sequence[Article]) -> Stemma:
    documents = [read(article) for article in articles]
    return trace(Story("story", tuple(sorted(article.id for article in articles))), documents, LocalEngine())


@settings(max_examples=3, deadline=None)
@given(SEEDS, st.randoms(use_true_random=False))
def test_the_order_of_the_input_changes_nothing(seed: int, shuffler: object) -> None:
    articles = list(told(seed).articles)
    shuffler.shuffle(articles)  # type: ignore[attr-defined]  # hypothesis hands over a random.Random
    assert traced(articles) == traced(told(seed).articles)


@settings(max_examples=4, deadline=None)
@given(SEEDS, st.integers(0, 4))
def test_adding_a_verbatim_copy_changes_no_count(seed: int, number: int) -> None:
    articles = told(seed).articles
    first = articles[number]
    copy = type(first)(**{**{name: getattr(first, name) for name in first.__struct_fields__}, "id": "zz-copy"})
    before, after = traced(articles), traced([*articles, copy])
    assert (after.count.low, after.count.best, after.count.high) == (
        before.count.low,
        before.count.best,
        before.count.high,
    )


@settings(max_examples=4, deadline=None)
@given(SEEDS)
def test_every_article_has_one_whole_parent_or_is_a_root_and_every_passage_lies_in_its_texts(seed: int) -> None:
    stemma = traced(told(seed).articles)
    texts = {article.id: article.text for article in told(seed).articles}
    children = [edge.child for edge in stemma.edges if edge.whole]
    assert len(children) == len(set(children))
    roots = {line.root for line in stemma.lines}
    assert set(texts) - set(children) == roots & set(texts)
    for edge in stemma.edges:
        unseen = edge.parent not in texts
        assert 0.0 <= edge.confidence <= 1.0
        assert sum(other.confidence for other in edge.others) + edge.confidence * edge.whole <= 1.001
        for passage in edge.passages:
            assert unseen or passage.left.article == edge.parent
            assert passage.right.article == edge.child
            assert texts[passage.left.article][passage.left.start : passage.left.end].strip()
            assert texts[passage.right.article][passage.right.start : passage.right.end].strip()


def test_a_mixed_text_has_a_whole_parent_in_its_line_and_lent_passages_from_the_other() -> None:
    plan = Plan(
        lines=(2, 2), articles=(3, 3), lost=0, onward=0, borrowing=0, updating=0, manners={Manner.CONFLATED: 1.0}
    )
    story = write_story(1003, plan)
    mixed = story.copies[0].child
    stemma = traced(story.articles)
    (whole,) = [edge for edge in stemma.edges if edge.child == mixed and edge.whole]
    (lent,) = [edge for edge in stemma.edges if edge.child == mixed and not edge.whole]
    assert {whole.parent, lent.parent} == {copy.parent for copy in story.copies}
    (true,) = [copy for copy in story.copies if copy.parent == lent.parent]
    hits = [any(meets(passage.right, each.right) for each in true.passages) for passage in lent.passages]
    assert sum(hits) >= 0.9 * len(hits) > 1
