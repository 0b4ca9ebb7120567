"""Several texts in rows: every sentence once, in its order, beside what the others have. All texts are invented."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import pytest
from comparison_texts import COPY, ELSEWHERE, SOURCE, report
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from headwater.collation import collate, face
from headwater.comparison import Company, collate_articles, compare_articles
from headwater.errors import OptionError, UncitedLine
from headwater.evidence import quoted_words
from headwater.settings import Settings
from headwater.testing.articles import make_article
from headwater.types import Collation, DerivationKind, Document, Facing, Passage, Row, Sentence, Span, Token

MIXED = COPY.replace("Nobody answered the phone", "Nobody picked up the phone") + "\n" + ELSEWHERE


# --- laws, on sentences of one word -----------------------------------------------------------------------------


def lettered(name: str, sentences: Sequence[int]) -> Document:
    """A document whose sentences are numbers."""
    text = "".join(f"n{number}. " for number in sentences)
    article = make_article(text, id=name, name=name)
    tokens, made, at = [], [], 0
    for number, value in enumerate(sentences):
        end = at + len(f"n{value}.")
        tokens.append(Token(at, end, f"n{value}", "NOUN", "NN", "ROOT", number, "", False))
        made.append(Sentence(Span(name, at, end), number, number + 1, 0))
        at = end + 1
    return Document(article, tuple(tokens), tuple(made), (Span(name, 0, len(text)),))


def equal_sentences(left: Document, right: Document) -> list[Passage]:
    """The sentences that two documents have in common, each once."""
    free = list(right.sentences)
    found = []
    for one in left.sentences:
        same = next((other for other in free if words(left, one) == words(right, other)), None)
        if same is not None:
            free.remove(same)
            found.append(Passage(one.span, same.span, 1.0))
    return found


def words(document: Document, sentence: Sentence) -> str:
    return document.article.text[sentence.span.start : sentence.span.end]


def joined(passages: Sequence[Passage], number: int) -> list[Passage]:
    """The passages with one of them grown over the next, where both sides go on: two sentences that answer two."""
    if number + 1 >= len(passages):
        return list(passages)
    one, two = passages[number : number + 2]
    if two.left.start < one.left.end or two.right.start < one.right.end:
        return list(passages)
    grown = replace(
        one,
        left=Span(one.left.article, one.left.start, two.left.end),
        right=Span(one.right.article, one.right.start, two.right.end),
    )
    return [*passages[:number], grown, *passages[number + 2 :]]


texts = st.lists(st.integers(0, 12), min_size=1, max_size=12, unique=True)
several = st.lists(texts, min_size=2, max_size=4)


def collated(orders: Sequence[Sequence[int]], grown: int = 99) -> tuple[list[Document], tuple[Row, ...]]:
    documents = [lettered("pqrs"[number], order) for number, order in enumerate(orders)]
    between = {
        (one.article.id, other.article.id): joined(equal_sentences(one, other), grown)
        for one, other in itertools.combinations(documents, 2)
    }
    return documents, collate(documents, between)


def places(rows: Sequence[Row], article: str) -> list[tuple[Span, bool]]:
    """The sentences of one article from top to bottom, and whether they moved."""
    found = []
    for row in rows:
        found += [(span, False) for span in row.lemma if span.article == article]
        for reading in row.readings:
            found += [(span, reading.moved) for span in reading.right if span.article == article]
    return found


@given(several, st.integers(0, 12))
def test_every_sentence_of_every_text_stands_exactly_once(orders: list[list[int]], grown: int) -> None:
    documents, rows = collated(orders, grown)
    for document in documents:
        shown = sorted(span for span, _ in places(rows, document.article.id))
        assert shown == [sentence.span for sentence in document.sentences]


@given(several, st.integers(0, 12))
def test_every_text_keeps_its_order_but_for_what_is_called_moved(orders: list[list[int]], grown: int) -> None:
    documents, rows = collated(orders, grown)
    for document in documents:
        kept = [span for span, moved in places(rows, document.article.id) if not moved]
        assert kept == sorted(kept)
    base = documents[0].article.id
    assert not any(moved for _, moved in places(rows, base))


@given(texts, texts, st.integers(0, 12))
def test_the_rows_of_two_texts_are_those_of_a_comparison(one: list[int], other: list[int], grown: int) -> None:
    (left, right), rows = collated([one, other], grown)
    assert tuple(as_facing(row, "p") for row in rows) == face(left, right, joined(equal_sentences(left, right), grown))


def as_facing(row: Row, base: str) -> Facing:
    if row.readings:
        [reading] = row.readings
        return reading
    return Facing(row.lemma, ()) if row.lemma[0].article == base else Facing((), row.lemma)


@given(several)
def test_sentences_of_the_base_stand_beside_all_that_have_them(orders: list[list[int]]) -> None:
    documents, rows = collated(orders)
    held = {document.article.id: order for document, order in zip(documents, orders, strict=True)}
    for row, value in zip((row for row in rows if row.lemma[0].article == "p"), orders[0], strict=True):
        assert {reading.right[0].article for reading in row.readings} == {
            name for name, order in held.items() if name != "p" and value in order
        }


def test_what_the_base_lacks_faces_each_other_in_the_others() -> None:
    _, rows = collated([[1, 2], [1, 7, 2], [1, 7, 2]])
    [row] = [row for row in rows if row.lemma[0].article == "q"]
    assert [reading.right[0].article for reading in row.readings] == ["r"]
    assert rows.index(row) == 1


def test_a_sentence_amid_two_that_answer_one_row_stands_in_that_row() -> None:
    base, split, whole = lettered("p", [1, 2]), lettered("q", [1, 9, 2]), lettered("r", [1, 2])
    both = Passage(Span("p", 0, 7), Span("r", 0, 7), 1.0)
    rows = collate((base, split, whole), {("p", "q"): equal_sentences(base, split), ("p", "r"): [both]})
    assert len(rows) == 1
    assert [reading.left == () for reading in rows[0].readings] == [False, True, False, False]


def test_a_row_without_a_lemma_cannot_be_made() -> None:
    with pytest.raises(UncitedLine):
        Row(())


# --- whole articles ---------------------------------------------------------------------------------------------


def made(*given: str, company: Company | None = None) -> Collation:
    articles = [report(text, name) for text, name in zip(given, "pqrs", strict=False)]
    return collate_articles(articles, Settings(), company)


def test_two_articles_collated_are_those_two_compared() -> None:
    collation = made(SOURCE, COPY)
    compared = compare_articles((report(SOURCE, "p"), report(COPY, "q")), Settings())
    assert collation.pairs == (compared,)
    assert tuple(as_facing(row, "p") for row in collation.rows) == compared.facing


def test_every_word_of_four_articles_is_there_and_every_two_are_judged() -> None:
    collation = made(SOURCE, COPY, ELSEWHERE, MIXED)
    letters = [tuple(article.id for article in pair.articles) for pair in collation.pairs]
    assert letters == list(itertools.combinations("pqrs", 2))
    for article in collation.articles:
        spans = sorted(span for span, _ in places(collation.rows, article.id))
        shown = "".join(quoted_words(span, {article.id: article}) for span in spans)
        assert "".join(shown.split()) == "".join(article.text.split())


def test_a_verdict_names_the_two_by_their_letters() -> None:
    collation = made(SOURCE, ELSEWHERE, COPY)
    said = [pair.verdict.text.partition(":")[0] for pair in collation.pairs]
    assert said[0].startswith("No link found between A and B;")
    assert " B" not in said[1]
    assert said[2].startswith("No link found between B and C;")


def test_identical_texts_among_the_chosen_are_compared_like_any_others() -> None:
    collation = made(SOURCE, SOURCE, COPY)
    assert collation.pairs[0].derivation.kind is DerivationKind.COPY
    assert collation.pairs[1].derivation.kind is collation.pairs[2].derivation.kind


def test_a_stemma_in_hand_gives_the_same_as_one_traced_anew() -> None:
    from headwater.pipeline import brief_of

    articles = [report(text, name) for text, name in zip((SOURCE, COPY, MIXED), "pqr", strict=True)]
    stemma = brief_of(articles, Settings()).stemma
    assert collate_articles(articles, Settings(), Company(stemma=stemma)) == collate_articles(articles, Settings())


@pytest.mark.parametrize("names", ["p", "pqrst", "pp"])
def test_one_article_five_and_one_twice_are_refused(names: str) -> None:
    with pytest.raises(OptionError):
        collate_articles([report(SOURCE, name) for name in names], Settings())
