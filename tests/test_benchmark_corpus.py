"""The corpus of the benchmarks: the same every time, and its truth is what stands in the texts."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
from benchmarks.corpus import KIN, Corpus, Truth, load_corpus
from benchmarks.corpus_shards import Mix
from benchmarks.corpus_tally import LEAST, tally
from benchmarks.corpus_writing import main, write_corpus

_WORD = re.compile(r"\w+")
_MIX = Mix(statements=0.2)  # in so few articles no statement would be left


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return write_corpus(tmp_path_factory.mktemp("corpus"), 150, seed=3, mix=_MIX, workers=1)


def test_the_same_number_and_seed_write_the_same_bytes_and_another_seed_does_not(
    corpus: Corpus, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_corpus(tmp_path / "again", 150, seed=3, mix=_MIX, workers=2)
    for name in ("texts.utf8", "offsets.npy", "outlet.npy", "outlets.json", "corpus.json"):
        assert (tmp_path / "again" / name).read_bytes() == (corpus.folder / name).read_bytes()
    again = load_corpus(tmp_path / "again")
    for name in Truth._fields:
        assert np.array_equal(getattr(again.truth, name), getattr(corpus.truth, name))
    assert main([str(tmp_path / "other"), "--articles", "40", "--seed", "4", "--workers", "1"]) == 0
    assert "40 articles" in capsys.readouterr().out
    assert load_corpus(tmp_path / "other").text(0) != corpus.text(0)


def test_a_corpus_is_not_written_again_and_one_half_written_is_refused(corpus: Corpus, tmp_path: Path) -> None:
    before = (corpus.folder / "texts.utf8").stat().st_mtime_ns
    write_corpus(corpus.folder, 150, seed=3, mix=_MIX, workers=1)
    assert (corpus.folder / "texts.utf8").stat().st_mtime_ns == before
    with pytest.raises(FileNotFoundError):
        load_corpus(tmp_path)


def test_rows_are_the_texts_in_the_order_of_their_ids(corpus: Corpus) -> None:
    rows = list(corpus.rows())
    assert [row[0] for row in rows] == sorted(row[0] for row in rows)
    assert all(text == corpus.text(number) for number, (_, text, _) in enumerate(rows))
    assert {row[2] for row in rows} <= set(corpus.outlets)


def test_passages_of_verbatim_copies_point_at_the_same_words_nearly_everywhere(corpus: Corpus) -> None:
    truth = corpus.truth
    for pair, (*left, start, end) in zip(truth.passage_pair, truth.passages.tolist(), strict=True):
        if corpus.kinds[truth.kind[pair]] == "verbatim":
            mine = _WORD.findall(corpus.text(int(truth.left[pair]))[slice(*left)])
            theirs = _WORD.findall(corpus.text(int(truth.right[pair]))[start:end])
            assert len(set(mine) & set(theirs)) > 0.8 * len(set(mine))


def test_pairs_share_as_many_words_as_the_truth_says_and_others_share_few(corpus: Corpus) -> None:
    truth = corpus.truth
    for left, right, words, share in zip(truth.left, truth.right, truth.words, truth.share, strict=True):
        one, other = (set(_WORD.findall(corpus.text(int(each)))) for each in (left, right))
        assert left != right
        assert 0 < share <= 1
        assert words < LEAST or len(one & other) > 0.1 * min(len(one), len(other))


def test_whoever_finds_all_pairs_gets_full_marks_and_whoever_finds_wrong_ones_is_told_why(corpus: Corpus) -> None:
    truth = corpus.truth
    perfect = tally(corpus, truth.right, truth.left)
    assert (perfect.precision, perfect.weakest, perfect.quotes_called_copies) == (1, 1, 0)
    assert perfect.direct.found == perfect.direct.pairs < int((truth.words >= LEAST).sum())
    assert KIN in perfect.kinds
    single = np.flatnonzero(np.bincount(np.concatenate([truth.left, truth.right]), minlength=len(corpus)) == 0)
    lonely = single[corpus.statement[single] < 0][:3]
    strange = tally(corpus, lonely[[0, 0, 1]], lonely[[1, 2, 0]])
    assert strange.right == 0
    assert sum(strange.wrong.values()) == 2
    assert strange.weakest == 0


def test_pairs_with_only_a_statement_in_common_are_counted_apart(corpus: Corpus) -> None:
    group = np.flatnonzero(corpus.statement == np.max(corpus.statement))  # the last are those that nobody copied
    told = tally(corpus, group[:1], group[1:2])
    assert told.wrong == {"statement": 1, "template": 0, "event": 0, "unrelated": 0}
    assert 0 < told.quotes_called_copies <= 1


def test_copies_of_one_event_that_may_be_padded_alike_are_neither_right_nor_wrong(corpus: Corpus) -> None:
    truth = corpus.truth
    known = set(zip(truth.left.tolist(), truth.right.tolist(), strict=True))
    copied = np.union1d(truth.left, truth.right)
    pairs = [
        (one, other)
        for one in copied.tolist()
        for other in copied[corpus.event[copied] == corpus.event[one]].tolist()
        if one < other and not known & {(one, other), (other, one)} and corpus.statement[one] < 0
    ]
    told = tally(corpus, [one for one, _ in pairs], [other for _, other in pairs])
    assert pairs
    assert (told.right, sum(told.wrong.values())) == (0, 0)
