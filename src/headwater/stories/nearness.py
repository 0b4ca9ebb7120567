"""How near in meaning the heads of two articles are, beside what is usual among the articles around them.

Reports of one war, or of alike crimes, are all near each other: what tells is how much nearer two of them are than
those around. So the mean of the vectors around a pair is taken off both before they are compared (Mu and Viswanath,
"All-but-the-Top", ICLR 2018), with the mean of reports at large as prior. It is one measure among others: alone it
decides nothing, and nearness hardly sees that numbers, names or days differ.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from itertools import islice
from typing import Final

import numpy as np
import numpy.typing as npt

from headwater.errors import ModelMissing
from headwater.models.base import Embedder
from headwater.types import Article

__all__ = [
    "MOST_EMBEDDED", "NEARNESS", "VECTOR_FORM", "Heads", "Nearness", "embedded", "head_of", "packed_vectors",
    "unpacked_vectors",
]  # fmt: skip

Heads = Callable[[str], str]
"""From the id of an article to its head, as `head_of` makes it."""

NEARNESS: Final = "nearness in meaning"
"""The name of the measure."""

MOST_EMBEDDED: Final = 10_000
"""Articles that are embedded in one repair; where more are to be nearness is left out, for all of them alike."""

VECTOR_FORM: Final = "minilm-l6 head-40 int8"
"""What the vectors are of, for whoever keeps them: of another embedder, or of other words, they are of no use."""

_WORDS: Final = 40  # of the text; twice as many cost twice as much and tell no more
_READ: Final = 1000  # code points of the text in which they are looked for
_PRIOR: Final = 10.0  # articles that reports at large count as
_DIGITS: Final = 2  # of a cosine: what the last bit of a machine says decides nothing
_NOTHING: Final = 1e-9  # in place of a length of zero
_FINEST: Final = 127.0  # the largest number that is kept of a vector
_STEPS: Final = 512.0  # of a number in `_USUAL` in one
_USUAL: Final = (
    "2Mq)N4+0AK{R{>Q0{;a6`}pww^8gP9{{{U8_xcR=@&f_{2?GfM2=@8~0RH#*3;+H70|Eo?{sjjB008>~{sam02?G@e{rUL&3"
    "<(PO5$X8=008y=2nP286#)YO`vdR}0R;T^1Ooa2@c;k?0{aL7{rvUx0RQv|{sHs=5cB{21ON2_`~Ugs1Nr;{1_<*C2mkjE0t"
    "x{Q{{rd;2?+!I`UCd)0SEU31^oN`1o;9A`UCw7`2i9O5C-!E`||_@{Q?3A0|55^0Q(3F4D%QR`3C>&?+NVy0to&9{sH*^|NQ"
    "^~0tNW>2@DAM6ae-A1pxaB0st5T>j47r1r7lU2KoN_4F~%R_6Gh7{`K?&^AG|2_xcO>`~dp~1pN5){|pHG?g9V}?+Ee<80_)"
    "~1PT)T{QUIr{RZ>^2mkf{{RaH`0R{s8_xt(#{Q3L&_WSt_4FmKF{{!^;^ZNw_1_B56`TYk3`u_g+0Qvy@{R|BJ`}qF?3-|m0"
)
"""The mean vector of heads of reports at large: 384 whole numbers of a byte each, in base 85."""


def head_of(article: Article) -> str:
    """What of an article is embedded: headline and the first forty words."""
    words = " ".join(islice(article.text[:_READ].split(), _WORDS))
    return f"{article.title.value}. {words}" if article.title else words


def embedded(heads: Sequence[str], embedder: Embedder | None) -> npt.NDArray[np.float32] | None:
    """A vector for each head, by the embedder that ships with headwater if none is given; None if it is not there."""
    try:
        return (embedder or _shipped_embedder()).embed(heads)
    except ModelMissing:
        return None


def packed_vectors(vectors: npt.NDArray[np.float32]) -> list[bytes]:
    """The vectors in a byte for each number; their lengths are not kept, for only their directions are compared."""
    largest = np.maximum(np.abs(vectors).max(axis=1, keepdims=True), _NOTHING)
    return [row.tobytes() for row in np.round(vectors / largest * _FINEST).astype(np.int8)]


def unpacked_vectors(packed: Sequence[bytes]) -> npt.NDArray[np.float32]:
    """The vectors again, each of unit length. Raises `ValueError` where they are not of one width."""
    rows = np.stack([np.frombuffer(body, dtype=np.int8) for body in packed])
    return _unit(rows.astype(np.float64)).astype(np.float32)


class Nearness:
    """The nearness of pairs among articles that are known by number."""

    def __init__(self, vectors: npt.NDArray[np.float32], met: Sequence[Sequence[int]]) -> None:
        """Take a vector of unit length for each article, and the numbers of those around it."""
        pairs = sorted({(min(at, row), max(at, row)) for at, rows in enumerate(met) for row in rows if at != row})
        left, right = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
        self._vectors = vectors.astype(np.float64)
        self._sums = self._vectors + _PRIOR / 2 * _usual(vectors.shape[1])
        np.add.at(self._sums, left, self._vectors[right])
        np.add.at(self._sums, right, self._vectors[left])
        self._counts = 1 + _PRIOR / 2 + np.bincount(np.concatenate([left, right]), minlength=len(vectors))

    def beside(self, at: int, others: Sequence[int]) -> npt.NDArray[np.float64]:
        """How near one article is to each of others, -1 to 1; symmetric."""
        rows = np.array(others, dtype=np.int64)
        around = (self._sums[at] + self._sums[rows]) / (self._counts[at] + self._counts[rows])[:, None]
        mine, its = _unit(self._vectors[at] - around), _unit(self._vectors[rows] - around)
        return np.asarray(np.round(np.einsum("ij,ij->i", mine, its), _DIGITS))


def _unit(rows: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), _NOTHING))


def _usual(width: int) -> npt.NDArray[np.float64]:
    """The mean of reports at large; that of another embedder, told by its width, is not known and taken to be 0."""
    held = np.frombuffer(base64.b85decode(_USUAL), dtype=np.int8) / _STEPS
    return held if len(held) == width else np.zeros(width)


def _shipped_embedder() -> Embedder:
    from headwater.models.minilm import load_embedder

    return load_embedder()
