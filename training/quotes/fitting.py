"""Fits linear models over hashed features one example at a time, compiled: AdaGrad (Duchi et al. 2011)."""

from __future__ import annotations

from typing import NamedTuple

import numba
import numpy as np
import numpy.typing as npt

__all__ = ["Chains", "Pace", "fit_chain", "fit_cues"]

Rows = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float32]


class Pace(NamedTuple):
    """How fast and how long to learn."""

    rate: float
    epochs: int


class Chains(NamedTuple):
    """Sequences of labels one after the other: sequence n has the rows `starts[n]` up to `starts[n + 1]`."""

    rows: Rows
    labels: npt.NDArray[np.int8]
    starts: npt.NDArray[np.int64]


@numba.njit(cache=True)  # type: ignore[untyped-decorator]
def fit_cues(rows: Rows, labels: Floats, order: npt.NDArray[np.int64], size: int, pace: Pace) -> Floats:
    """Logistic regression: `rows` has for each example the rows of its features among `size`, `labels` are 0 or 1."""
    weights, squares = np.zeros(size, np.float32), np.ones(size, np.float32)
    for _ in range(pace.epochs):
        for item in order:
            odds = np.float32(0)
            for row in rows[item]:
                odds += weights[row]
            slope = np.float32(1 / (1 + np.exp(-odds)) - labels[item])
            if abs(slope) > 1e-3:
                for row in rows[item]:
                    squares[row] += slope * slope
                    weights[row] -= pace.rate * slope / np.sqrt(squares[row])
    return weights


@numba.njit(cache=True)  # type: ignore[untyped-decorator]
def _log_sum(values: npt.NDArray[np.float64]) -> float:
    top = values.max()
    return top + np.log(np.exp(values - top).sum())


@numba.njit(cache=True)  # type: ignore[untyped-decorator]
def _forward(scores: npt.NDArray[np.float64], moves: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    size = scores.shape[1]
    forward = np.empty_like(scores)
    forward[0] = scores[0] + moves[size, :size]
    for place in range(1, len(scores)):
        for label in range(size):
            forward[place, label] = _log_sum(forward[place - 1] + moves[:size, label]) + scores[place, label]
    return forward


@numba.njit(cache=True)  # type: ignore[untyped-decorator]
def _backward(scores: npt.NDArray[np.float64], moves: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    size = scores.shape[1]
    backward = np.empty_like(scores)
    backward[-1] = moves[:size, size]
    for place in range(len(scores) - 2, -1, -1):
        for label in range(size):
            backward[place, label] = _log_sum(moves[label, :size] + scores[place + 1] + backward[place + 1])
    return backward


@numba.njit(cache=True)  # type: ignore[untyped-decorator]
def fit_chain(
    chains: Chains, order: npt.NDArray[np.int64], size: int, follows: npt.NDArray[np.bool_], pace: Pace
) -> tuple[Floats, npt.NDArray[np.float64]]:
    """A conditional random field (Lafferty et al. 2001): weights of rows and labels, and of moves between labels.

    Moves that `follows` forbids stay far below zero.
    """
    number = follows.shape[0] - 1
    weights, squares = np.zeros((size, number), np.float32), np.ones((size, number), np.float32)
    moves, moved = np.where(follows, 0.0, -1e4), np.ones((number + 1, number + 1))
    for _ in range(pace.epochs):
        for item in order:
            start, end = chains.starts[item], chains.starts[item + 1]
            own, told = chains.rows[start:end], chains.labels[start:end]
            scores = np.zeros((len(own), number))
            for place in range(len(own)):
                for row in own[place]:
                    scores[place] += weights[row]
            forward, backward = _forward(scores, moves), _backward(scores, moves)
            total = _log_sum(forward[-1] + backward[-1])
            _learn_moves(moves, moved, follows, _move_slopes(moves, scores, forward, backward, told), pace.rate)
            slopes = np.exp(forward + backward - total).astype(np.float32)
            for place in range(len(own)):
                slopes[place, told[place]] -= np.float32(1)
                _learn(weights, squares, own[place], slopes[place], pace.rate)
    return weights, moves


@numba.njit(cache=True)  # type: ignore[untyped-decorator]
def _learn(weights: Floats, squares: Floats, rows: Rows, slopes: Floats, rate: float) -> None:
    for label in range(len(slopes)):
        slope = slopes[label]
        if abs(slope) > 1e-3:
            for row in rows:
                squares[row, label] += slope * slope
                weights[row, label] -= rate * slope / np.sqrt(squares[row, label])


@numba.njit(cache=True)  # type: ignore[untyped-decorator]
def _move_slopes(
    moves: npt.NDArray[np.float64],
    scores: npt.NDArray[np.float64],
    forward: npt.NDArray[np.float64],
    backward: npt.NDArray[np.float64],
    told: npt.NDArray[np.int8],
) -> npt.NDArray[np.float64]:
    number = scores.shape[1]
    total = _log_sum(forward[-1] + backward[-1])
    slopes = np.zeros_like(moves)
    slopes[number, :number] = np.exp(forward[0] + backward[0] - total)
    slopes[number, told[0]] -= 1
    for place in range(1, len(scores)):
        for one in range(number):
            odds = forward[place - 1, one] + moves[one, :number] + scores[place] + backward[place]
            slopes[one, :number] += np.exp(odds - total)
        slopes[told[place - 1], told[place]] -= 1
    return slopes


@numba.njit(cache=True)  # type: ignore[untyped-decorator]
def _learn_moves(
    moves: npt.NDArray[np.float64],
    moved: npt.NDArray[np.float64],
    follows: npt.NDArray[np.bool_],
    slopes: npt.NDArray[np.float64],
    rate: float,
) -> None:
    for one in range(len(moves)):
        for two in range(len(moves) - 1):
            if follows[one, two]:
                moved[one, two] += slopes[one, two] ** 2
                moves[one, two] -= rate * slopes[one, two] / np.sqrt(moved[one, two])
