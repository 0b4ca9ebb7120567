"""The trained tagger of attributions: laws, weights, one's own tagger, and what it may be trained on. All invented."""

from __future__ import annotations

import importlib
import json
import tracemalloc
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from quality.trials.quotes import is_training_row
from quote_helpers import entities_of, read, words

from headwater.errors import ModelMissing
from headwater.models.attribution import LinearTagger, load_tagger, pairs, weights
from headwater.models.attribution.columns import columns_of
from headwater.models.attribution.labelling import FOLLOWS, best_labels
from headwater.models.attribution.weights import packaged_weights, read_weights, written
from headwater.quotes import find_quotes
from headwater.quotes.attribution import find_reports
from headwater.quotes.tagged import proposed
from headwater.quotes.tree import grow
from headwater.types import Document, Saying

SENTENCES = (
    "Orla Venn said the dam would hold.",
    "“The dam,” said Orla Venn, “is safe.”",
    "The board opposes the new dam.",
    "Marek Solt, who runs the ferry, hopes to sail in May.",
    "According to two officials (both from Sorna), the gate broke.",
    "He failed to deny it.",
    "The ferry “Northern Star” sank.",
    "Critics of the mayor – there are many – want her gone, the Daily Lantern wrote.",
    "It rained.",
)


@dataclass(frozen=True)
class Fixed:
    """A tagger that answers what it was made with, and keeps what it was asked."""

    answer: tuple[Saying, ...] | None

    def tag(self, document: Document, proposals: Sequence[Saying]) -> Sequence[Saying]:
        return proposals if self.answer is None else self.answer


def _tagged(text: str) -> tuple[Document, tuple[Saying, ...]]:
    document = read(text)
    tree = grow(document)
    return document, load_tagger().tag(document, proposed(tree, find_reports(tree)))


@settings(max_examples=25)
@given(st.lists(st.sampled_from(SENTENCES), max_size=5))
def test_spans_lie_in_the_document_and_no_content_holds_its_own_cue(chosen: list[str]) -> None:
    document, sayings = _tagged(" ".join(chosen))
    for saying in sayings:
        inside = [saying.cue, *saying.contents, *([saying.source] if saying.source else [])]
        assert all(0 <= first < last <= len(document.tokens) for first, last in inside)
        assert all(last <= saying.cue[0] or saying.cue[1] <= first for first, last in inside[1:])
        assert all(one[1] < two[0] for one, two in pairwise(saying.contents))
        assert 0 < saying.chance <= 1
    cues = [saying.cue for saying in sayings]
    assert cues == sorted(set(cues))


def test_the_same_document_has_the_same_answer_whatever_was_read_before() -> None:
    text = " ".join(SENTENCES)
    first = _tagged(text)[1]
    _tagged("It rained. Orla Venn left.")
    assert (
        LinearTagger(packaged_weights()).tag(read(text), proposed(grow(read(text)), find_reports(grow(read(text)))))
        == first
    )


def test_a_sentence_nested_deeper_than_is_told_apart_is_tagged_in_little_memory() -> None:
    document = read("who said that he said " * 80)
    columns = columns_of(document)
    assert columns.depth.max() > pairs._DEEPEST
    tracemalloc.start()
    found = pairs.pairs_of(columns, range(0, len(document.tokens), 2))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 8 * 6 * len(found.token) * (pairs._DEEPEST + 2)
    assert all(0 <= branch < len(document.tokens) for branch in found.branch.tolist())


def test_a_saying_without_contents_may_be_proposed() -> None:
    document = read(SENTENCES[0])
    assert load_tagger().tag(document, (Saying((2, 3), ()),))


def test_a_sentence_is_tagged_the_same_in_another_article() -> None:
    alone = [saying.chance for saying in _tagged(SENTENCES[0])[1]]
    behind = [saying.chance for saying in _tagged(f"It rained.\n\n{SENTENCES[0]}")[1]]
    assert alone == behind


@settings(max_examples=30)
@given(st.lists(st.lists(st.integers(-60, 60), min_size=7, max_size=7), min_size=1, max_size=4))
def test_the_best_labels_are_the_best_allowed_ones(scores: list[list[int]]) -> None:
    moves = np.arange(56, dtype=np.int32).reshape(8, 7) % 11
    table = np.array(scores, np.int32)

    def worth(labels: tuple[int, ...]) -> int | None:
        way = (7, *labels)
        allowed = all(FOLLOWS[one, two] for one, two in pairwise((*way, 7)))
        return (
            sum(int(table[at, two] + moves[one, two]) for at, (one, two) in enumerate(pairwise(way)))
            if allowed
            else None
        )

    every = [found for labels in product(range(7), repeat=len(scores)) if (found := worth(labels)) is not None]
    chosen = tuple(int(label) for label in best_labels(table, [len(scores)], moves))
    assert worth(chosen) == max(every)


def test_weights_are_written_the_same_each_time_and_read_as_they_were() -> None:
    held = packaged_weights()
    assert written(held) == written(read_weights(written(held)))


@pytest.mark.parametrize("raw", [b"", b"no weights", written(packaged_weights())[:1000]])
def test_weights_that_cannot_be_read_are_said_to_be_missing(raw: bytes) -> None:
    with pytest.raises(ModelMissing, match="install headwater again"):
        read_weights(raw)


def test_a_package_without_weights_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "_FILE", "absent.npz")
    with pytest.raises(ModelMissing, match=r"absent\.npz is missing"):
        packaged_weights()


def test_the_weights_are_small() -> None:
    assert len(written(packaged_weights())) < 3_000_000


def test_a_tagger_that_answers_the_proposals_leaves_all_to_the_rules() -> None:
    document = read("Orla Venn said the dam would hold.")
    (quote,) = find_quotes(document, entities_of([document]), Fixed(None))
    assert words(document, quote.content) == "the dam would hold"
    assert words(document, quote.source) == "Orla Venn"


def test_a_tagger_of_ones_own_decides() -> None:
    document = read("Orla Venn frowned at the dam.")
    own = Saying(cue=(2, 3), contents=((4, 6),), source=(0, 2))
    (quote,) = find_quotes(document, entities_of([document]), Fixed((own,)))
    assert [words(document, span) for span in (quote.source, quote.cue, quote.content)] == [
        "Orla Venn",
        "frowned",
        "the dam",
    ]
    assert quote.speaker == "venn"


def test_a_saying_without_contents_leaves_them_to_the_rules() -> None:
    document = read("Orla Venn said the dam would hold.")
    (quote,) = find_quotes(document, (), Fixed((Saying(cue=(2, 3), contents=()),)))
    assert words(document, quote.content) == "the dam would hold"


UNKNOWN_TO_THE_RULES = [
    ("The board opposes the new dam.", "opposes", "the new dam", "The board"),
    ("The mayor questioned whether the dam would hold.", "questioned", "whether the dam would hold", "The mayor"),
    ("Orla Venn is calling for an inquiry.", "calling", "an inquiry", "Orla Venn"),
    ("Marek Solt, the ferry's owner, made clear that he would sail.", "made", "he would sail", "Marek Solt"),
]


@pytest.mark.parametrize(("text", "cue", "content", "source"), UNKNOWN_TO_THE_RULES)
def test_what_no_rule_knows_is_found(text: str, cue: str, content: str, source: str) -> None:
    document = read(text)
    quote = next(quote for quote in find_quotes(document, ()) if words(document, quote.cue) == cue)
    assert content in words(document, quote.content)
    assert words(document, quote.source).startswith(source)


NOTHING_SAID = [
    "No one opposes the dam.",
    "The ferry sank in the bay.",
    "The mayor did not confirm the deaths.",
    "Thousands crossed the bridge on Monday.",
]


@pytest.mark.parametrize("text", NOTHING_SAID)
def test_where_nobody_says_anything_nothing_is_found(text: str) -> None:
    assert find_quotes(read(text), ()) == ()


@pytest.fixture(scope="module")
def examples() -> ModuleType:
    return importlib.import_module("training.quotes.examples")


def test_only_training_rows_are_trained_on(examples: ModuleType, tmp_path: Path) -> None:
    listed = (Path(__file__).parents[1] / "quality/trials/quotes_training.txt").read_text(encoding="utf-8").splitlines()
    ids = [line for line in listed if not line.startswith("#")][:2]
    (tmp_path / "attributions").mkdir()
    rows = [json.dumps({"id": id_, "text": "It rained.", "attributions": []}) for id_ in (*ids, "pn-scored")]
    (tmp_path / "attributions" / "polnear.jsonl").write_text("\n".join(rows), encoding="utf-8")
    assert [row.id for row in examples.training_rows(tmp_path)] == ids
    assert not is_training_row("pn-scored")


def test_a_broken_content_is_labelled_as_two_spans_round_its_cue(examples: ModuleType) -> None:
    text = "“The dam,” said Orla Venn, “is safe.”"
    row = examples.Row(
        "one", text, (examples.Attributed(source=((16, 25),), cue=((11, 15),), content=((0, 10), (27, 37))),)
    )
    example = examples.example_of(row, read(text))
    labels = [examples.LABELS[label] for label in example.chain_labels]
    assert [label for label in labels if label != "O"] == ["CB", "CE", "SB", "SE", "CB", "CE"]
    assert example.cue_labels.sum() == 1
