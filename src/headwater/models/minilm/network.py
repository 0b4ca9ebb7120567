"""MiniLM's network (Wang et al. 2020), a BERT encoder of six layers (Devlin et al. 2019): word pieces -> vectors.

The weights are those of all-MiniLM-L6-v2 (Reimers and Gurevych 2019): the vector is the mean over the pieces, of unit
length. Pieces of all texts go through the products together; they meet in attention by texts of one length, so that
nothing is padded.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from headwater.models.blocks import together

if TYPE_CHECKING:
    import numpy.typing as npt

    from headwater.models.minilm.weights import Tensors

    Floats = npt.NDArray[np.float32]

__all__ = ["Network"]

_LAYERS: Final = 6
_HEADS: Final = 12
_LEAST_VARIANCE: Final = 1e-12
_ERF: Final = (0.3480242, -0.0958798, 0.7478556)
_ERF_STEP: Final = 0.47047  # Abramowitz and Stegun 1964, 7.1.25: off by 2.5e-5 at most, far less than 8-bit weights
_IN_CACHE: Final = 32  # rows


class _Linear(NamedTuple):
    weights: Floats  # a row for each output
    bias: Floats

    def __call__(self, rows: Floats) -> Floats:
        products = together(rows, self.weights)
        products += self.bias
        return products


class _Norm(NamedTuple):
    weight: Floats
    bias: Floats

    def __call__(self, rows: Floats) -> Floats:
        """Each row moved to mean 0 and variance 1, then scaled (Ba et al. 2016)."""
        off = rows - rows.mean(axis=-1, keepdims=True)
        spread = np.sqrt(np.mean(off * off, axis=-1, keepdims=True) + np.float32(_LEAST_VARIANCE))
        scaled: Floats = off / spread * self.weight + self.bias
        return scaled


class _Run(NamedTuple):
    """Texts of one length that stand side by side: which rows their pieces are, and the length."""

    rows: slice
    length: int


class _Layer(NamedTuple):
    """One layer: what is asked, what answers, what is told; then two products at each place by itself."""

    query: _Linear
    key: _Linear
    value: _Linear
    attended: _Linear
    after_attention: _Norm
    inner: _Linear
    outer: _Linear
    after: _Norm

    def __call__(self, rows: Floats, runs: Sequence[_Run]) -> Floats:
        asked, answers, told = self.query(rows), self.key(rows), self.value(rows)
        heard = np.concatenate([_attention(asked[at], answers[at], told[at], length) for at, length in runs])
        heard = self.attended(heard)
        rows = self.after_attention(rows + heard)
        return self.after(rows + self.outer(_gelu(self.inner(rows))))


class Network:
    """The encoder with its weights. Stateless: what a text gives does not depend on the texts beside it."""

    def __init__(self, tensors: Tensors) -> None:
        self._words = _Table(tensors, "inner.embeddings.word_embeddings.weight")
        positions = _Table(tensors, "inner.embeddings.position_embeddings.weight")
        kind = tensors["inner.embeddings.token_type_embeddings.weight"][0].astype(np.float32)
        self._places = positions.rows(np.arange(positions.size)) + kind
        self._norm = _norm(tensors, "inner.embeddings.LayerNorm")
        self._layers = tuple(_layer(tensors, number) for number in range(_LAYERS))

    def vectors(self, texts: Sequence[Sequence[int]]) -> Floats:
        """A row of unit length for each text; `texts` are numbers of pieces, best in order of length."""
        runs = tuple(_runs([len(text) for text in texts]))
        places = np.concatenate([np.arange(len(text)) for text in texts])
        rows = self._norm(self._words.rows(np.concatenate(texts)) + self._places[places])
        for layer in self._layers:
            rows = layer(rows, runs)
        means = np.concatenate([rows[at].reshape(-1, length, rows.shape[1]).mean(axis=1) for at, length in runs])
        units: Floats = means / np.linalg.norm(means, axis=1, keepdims=True)
        return units


def _runs(lengths: Sequence[int]) -> Iterator[_Run]:
    start = 0
    for length, same in itertools.groupby(lengths):
        end = start + sum(same)
        yield _Run(slice(start, end), length)
        start = end


class _Table:
    """Rows of 8-bit numbers, each with its scale; made floats as they are asked for."""

    def __init__(self, tensors: Tensors, name: str) -> None:
        self._whole, self._scale = tensors[f"{name}_q"], tensors[f"{name}_scale"]
        self.size = len(self._whole)

    def rows(self, numbers: npt.NDArray[np.int64]) -> Floats:
        return self._whole[numbers].astype(np.float32) * self._scale[numbers].astype(np.float32)


def _attention(query: Floats, key: Floats, value: Floats, length: int) -> Floats:
    """What each place hears from the others of its text, by head (Vaswani et al. 2017)."""
    asked, answers, told = (_by_head(rows, length) for rows in (query, key, value))
    scores = asked @ answers.transpose(0, 1, 3, 2) / np.float32(np.sqrt(asked.shape[-1]))
    scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
    heard: Floats = (scores / scores.sum(axis=-1, keepdims=True)) @ told
    return heard.transpose(0, 2, 1, 3).reshape(query.shape)


def _by_head(rows: Floats, length: int) -> Floats:
    """(texts, heads, places, width of a head)."""
    return np.ascontiguousarray(rows.reshape(-1, length, _HEADS, rows.shape[1] // _HEADS).transpose(0, 2, 1, 3))


def _gelu(rows: Floats) -> Floats:
    """Each x times the share of a normal distribution below it (Hendrycks and Gimpel 2016), in place."""
    for start in range(0, len(rows), _IN_CACHE):
        part = rows[start : start + _IN_CACHE]
        part *= _share_below(part)
    return rows


def _share_below(x: Floats) -> Floats:
    size = np.abs(x)
    size *= np.float32(np.sqrt(0.5))
    step = np.float32(1) / (1 + np.float32(_ERF_STEP) * size)
    outside = np.zeros_like(step)
    for factor in reversed(_ERF):
        outside += np.float32(factor / 2)
        outside *= step
    size *= size
    outside *= np.exp(np.negative(size, out=size), out=size)
    return np.where(x < 0, outside, 1 - outside)


def _layer(tensors: Tensors, number: int) -> _Layer:
    """The matrices are stored without names of their own, six a layer in the order of their use."""
    stored = [name.removesuffix("_q") for name in tensors if name.startswith("val_") and name.endswith("_q")]
    query, key, value, attended, inner, outer = stored[6 * number : 6 * number + 6]
    prefix = f"inner.encoder.layer.{number}"
    return _Layer(
        _linear(tensors, query, f"{prefix}.attention.self.query.bias"),
        _linear(tensors, key, f"{prefix}.attention.self.key.bias"),
        _linear(tensors, value, f"{prefix}.attention.self.value.bias"),
        _linear(tensors, attended, f"{prefix}.attention.output.dense.bias"),
        _norm(tensors, f"{prefix}.attention.output.LayerNorm"),
        _linear(tensors, inner, f"{prefix}.intermediate.dense.bias"),
        _linear(tensors, outer, f"{prefix}.output.dense.bias"),
        _norm(tensors, f"{prefix}.output.LayerNorm"),
    )


def _linear(tensors: Tensors, matrix: str, bias: str) -> _Linear:
    whole = tensors[f"{matrix}_q"].astype(np.float32) * tensors[f"{matrix}_scale"].astype(np.float32)
    return _Linear(np.ascontiguousarray(whole.T), tensors[bias].astype(np.float32))


def _norm(tensors: Tensors, name: str) -> _Norm:
    return _Norm(tensors[f"{name}.weight"].astype(np.float32), tensors[f"{name}.bias"].astype(np.float32))
