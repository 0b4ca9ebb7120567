"""The same words are looked at once: what is found between copies of two sentences is what each pair shows alone."""

from __future__ import annotations

import pytest

from headwater.documents import read_documents
from headwater.engines.local import LocalEngine
from headwater.findings.alterations.aligned import Aligned, Detector, aligned_passages, alike
from headwater.findings.alterations.certainty import certainty_changes
from headwater.findings.alterations.negation import negation_changes
from headwater.findings.alterations.texts import Text
from headwater.findings.alterations.wordings import Wordings
from headwater.models.spacy_english import load_parser
from headwater.settings import Settings
from headwater.types import Article, Derivation, DerivationKind, Direction, Passage

TOLD = "The ferry reached Skarrow at noon. The crew may have seen the light, and the pilot accepted the plan."
SURE = "The crew saw the light, and the pilot rejected the plan."
ARTICLES = {
    "a": TOLD,
    "b": f"The harbour was calm. {SURE} More is not known.",
    "c": f"Nobody was on the pier.\n\n{TOLD}",
    "d": f"{SURE} More is not known.",
}  # fiction


@pytest.fixture(scope="module")
def passages() -> list[Aligned]:
    """The altered sentence in each of two pairs of articles."""
    articles = [Article(name, text, name) for name, text in ARTICLES.items()]
    documents = {
        each.article.id: each for each in read_documents(articles, load_parser(Settings().model), LocalEngine())
    }
    texts = {name: Text(document) for name, document in documents.items()}
    pairs = []
    for left, right in (("a", "b"), ("c", "d")):
        here = next(each.span for each in documents[left].sentences if "light" in texts[left].read(each.span))
        there = next(each.span for each in documents[right].sentences if "light" in texts[right].read(each.span))
        passage = (Passage(here, there, 0.8),)
        pairs.append(
            Derivation(left, right, DerivationKind.REWRITE, Direction.UNDECIDED, 5.0, passage, (), (), passage)
        )
    return list(aligned_passages(pairs, texts))


def test_a_passage_of_a_wording_met_before_is_read_off_the_first(passages: list[Aligned]) -> None:
    first, second = passages
    assert first.first is None
    assert second.first is first


@pytest.mark.parametrize("find", [certainty_changes, negation_changes])
def test_what_is_found_once_is_what_each_passage_shows_alone(passages: list[Aligned], find: Detector) -> None:
    assert list(find(passages[0]))
    for aligned in passages:
        alone = Aligned(
            aligned.left, aligned.right, aligned.passage, aligned.left_words, aligned.right_words, aligned.edits
        )
        assert list(alike(find, aligned)) == list(find(alone))


@pytest.mark.parametrize("of", ["kept", "put", "answered", "held", "agreement", "likeness"])
def test_words_answer_each_other_as_in_a_passage_alone(passages: list[Aligned], of: str) -> None:
    second = passages[1]
    alone = Aligned(second.left, second.right, second.passage, second.left_words, second.right_words, second.edits)
    assert getattr(second, of) == getattr(alone, of)
    assert getattr(second.swapped, of) == getattr(alone.swapped, of)


def test_a_part_of_a_sentence_is_another_wording_than_the_whole(passages: list[Aligned]) -> None:
    left, span = passages[0].left, passages[0].passage.left
    part = type(span)(span.article, span.start + 4, span.end)
    wordings = Wordings()
    assert wordings.number(left, span) == wordings.number(left, span) != wordings.number(left, part)
