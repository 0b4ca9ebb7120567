"""What is kept of an article for placing it: its telling terms with their weights, and a signature of its wording.

A sketch is made without a parser and encodes to less than a kilobyte, so that the sketches of two hundred thousand
articles fit in memory. It holds hashes only: no word can be read back.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import Final

import msgspec
import numpy as np
import numpy.typing as npt

from headwater.stories.terms import Kind, Term, Token, named_in, read_ages, read_days, read_terms, tokens_of
from headwater.text.shingles import ngrams
from headwater.text.words import digest
from headwater.types import Article

__all__ = ["LEAD", "TITLE", "Sketch", "TermRow", "decode_sketch", "encode_sketch", "sketch", "term_rows"]

TITLE: Final = 8
"""Flag of a term that the headline holds; the low three bits of `TermRow` are its `Kind`."""

LEAD: Final = 16
"""Flag of a term that the first sentences hold."""

TermRow: Final = np.dtype([("key", "<u4"), ("flags", "u1"), ("count", "u1"), ("rarity", "u1")])
"""A term as it is kept: hash, kind and flags, 16ths of 1 + log count, 20ths of a nat of rarity."""

_LEAD_WORDS: Final = 70
_MOST: Final = {  # terms kept of each kind, the weightiest
    Kind.WORD: 60, Kind.NAME_WORD: 32, Kind.NAME: 16, Kind.COUNT: 10,
    Kind.AGE: 5, Kind.STREET: 3, Kind.PLACE: 8, Kind.DAY: 4,
}  # fmt: skip
_READ: Final = 8000  # code points of a text that are read: what follows is background
_SHINGLE: Final = 5  # words
_SIGNATURE: Final = 24  # the smallest hashes of all shingles
_COUNT_STEPS: Final = 16.0
_RARITY_STEPS: Final = 20.0


class Sketch(msgspec.Struct, frozen=True, array_like=True):
    """An article as the stories package remembers it. `terms` and `wording` are packed arrays: see `term_rows`."""

    article: str
    day: int  # of publication, since 1970-01-01; of capture where `dated` is false
    dated: bool
    terms: bytes
    wording: bytes  # the 24 smallest hashes of its runs of five words, ascending


def sketch(article: Article, day: int, dated: bool = True) -> Sketch:
    """The sketch of an article published on `day` (days since 1970-01-01), None if that is unknown."""
    text, title = article.text[:_READ], article.title.value if article.title else ""
    tokens = tokens_of(text)
    named = named_in(tokens)
    body = [*read_terms(tokens, named), *read_ages(text), *read_days(text, day if dated else None)]
    head = [*read_terms(tokens_of(title), named), *read_ages(title)]
    return Sketch(article.id, day, dated, _packed(body, head), _wording(tokens))


def encode_sketch(one: Sketch) -> bytes:
    """The sketch as MessagePack."""
    return msgspec.msgpack.encode(one)


def decode_sketch(data: bytes) -> Sketch:
    """The sketch again. Raises `msgspec.DecodeError` for bytes that are none."""
    return msgspec.msgpack.decode(data, type=Sketch)


def term_rows(one: Sketch) -> npt.NDArray[np.void]:
    """The terms of a sketch as an array of `TermRow`, sorted by key."""
    return np.frombuffer(one.terms, dtype=TermRow)


def _packed(body: Iterable[Term], head: Iterable[Term]) -> bytes:
    counts: dict[tuple[Kind, str], list[float]] = {}
    for term in body:
        held = counts.setdefault((term.kind, term.key), [0.0, 0, term.rarity])
        held[0] += 1
        if term.at < _LEAD_WORDS:
            held[1] = int(held[1]) | LEAD
    for term in head:
        held = counts.setdefault((term.kind, term.key), [0.0, 0, term.rarity])
        held[0] += 1
        held[1] = int(held[1]) | TITLE
    rows = sorted(_row(kind, key, held) for (kind, key), held in _kept(counts))
    return np.array(rows, dtype=TermRow).tobytes()


def _kept(counts: dict[tuple[Kind, str], list[float]]) -> Iterator[tuple[tuple[Kind, str], list[float]]]:
    """The weightiest terms of each kind; those of the headline and lead first."""
    by_kind: dict[Kind, list[tuple[float, str]]] = {kind: [] for kind in Kind}
    for (kind, key), (count, flags, rare) in counts.items():
        weight = (1 + math.log(count)) * rare * (1 + 0.5 * bool(flags))
        by_kind[kind].append((-weight, key))
    for kind, ranked in by_kind.items():
        yield from (((kind, key), counts[kind, key]) for _, key in sorted(ranked)[: _MOST[kind]])


def _row(kind: Kind, key: str, held: list[float]) -> tuple[int, int, int, int]:
    count, flags, rare = held
    return (
        digest(f"{int(kind)} {key}") & 0xFFFFFFFF,
        int(kind) | int(flags),
        min(255, round((1 + math.log(count)) * _COUNT_STEPS)),
        min(255, round(rare * _RARITY_STEPS)),
    )


def _wording(tokens: list[Token]) -> bytes:
    hashes = np.array([digest(token.plain) for token in tokens], dtype=np.uint64)
    grams = np.unique((ngrams(hashes, _SHINGLE) >> np.uint64(32)).astype("<u4"))
    return grams[:_SIGNATURE].tobytes()
