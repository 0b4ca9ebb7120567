"""What is kept of an article for placing it: its telling terms with their weights, and a signature of its wording.

A sketch is made without a parser and encodes to less than a kilobyte, so that the sketches of two hundred thousand
articles fit in memory. It holds hashes only: no word can be read back.
"""

from __future__ import annotations

import bisect
import math
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Final

import msgspec
import numpy as np
import numpy.typing as npt

from headwater.stories.terms import Kind, Term, Token, named_in, read_ages, read_days, read_terms, tokens_of
from headwater.text.shingles import ngrams
from headwater.text.words import digest
from headwater.types import Article

__all__ = [
    "COUNT_BITS", "KIND_BITS", "LEAD", "RARITY_STEPS", "STEPS_OF_COUNT", "TITLE", "Sketch", "TermRow", "decode_sketch",
    "encode_sketch", "name_hashes", "name_words", "sketch", "term_rows",
]  # fmt: skip

TITLE: Final = 8
"""Flag of a term that the headline holds; the low three bits are its `Kind`."""

LEAD: Final = 16
"""Flag of a term that the first sentences hold."""

TermRow: Final = np.dtype([("key", "<u4"), ("flags", "u1"), ("rarity", "u1")])
"""A term as it is kept: hash; kind, flags and, in the upper three bits, count; 20ths of a nat of rarity."""

RARITY_STEPS: Final = 20.0
"""Steps of a row's rarity in one nat."""

KIND_BITS: Final = 7
"""The bits of a row's flags that hold its kind."""

COUNT_BITS: Final = 5
"""How far the count of a row is shifted to the left."""

STEPS_OF_COUNT: Final = np.array([0.25, 0.5, 0.75, 1.0, 1.5, 2.2, 3.2, 4.5], dtype=np.float32)
"""What the three bits of a count stand for: log2(1 + how often), where what stands late counts less than once."""

_LEAD_WORDS: Final = 70
_MOST: Final = {  # terms kept of each kind, the weightiest
    Kind.WORD: 80, Kind.NAME_WORD: 32, Kind.NAME: 16, Kind.COUNT: 10,
    Kind.AGE: 5, Kind.STREET: 3, Kind.PLACE: 8, Kind.DAY: 4,
}  # fmt: skip
_READ: Final = 8000  # code points of a text that are read: what follows is background
_SHINGLE: Final = 5  # words
_SIGNATURE: Final = 24  # the smallest hashes of all shingles
_HALF: Final = 300  # the word of a text that counts half as much as the first
_BOUNDS_OF_COUNT: Final = ((STEPS_OF_COUNT[1:] + STEPS_OF_COUNT[:-1]) / 2).tolist()
_AHEAD: Final = 1.5  # how much more a term of the headline or lead counts where not all terms are kept


FORM: Final = 1
"""The form of sketches that this version makes and reads; it grows when a sketch of old no longer compares."""


class Sketch(msgspec.Struct, frozen=True, array_like=True):
    """An article as the stories package remembers it. `terms` and `wording` are packed arrays: see `term_rows`."""

    article: str
    day: int  # of publication, since 1970-01-01; a likely one, or that of capture, where `dated` is false
    dated: bool
    terms: bytes
    wording: bytes  # the 24 smallest hashes of its runs of five words, ascending
    form: int = 0
    likely: tuple[int, ...] = ()  # days at or after which an article without a date may be written


def sketch(article: Article, day: int, dated: bool = True, likely: tuple[int, ...] = ()) -> Sketch:
    """The sketch of an article published on `day`, in days since 1970-01-01.

    Where the day is missing or senseless give a likely one or that of capture, and `dated` as false: then no time is
    held against it. `likely` are days that it names: it meets what is of the month after them too.
    """
    text, title = article.text[:_READ], article.title.value if article.title else ""
    tokens = tokens_of(text)
    named = named_in(tokens)
    body = [*read_terms(tokens, named), *read_ages(text), *read_days(text, day if dated else None)]
    head = [*read_terms(tokens_of(title), named), *read_ages(title)]
    return Sketch(article.id, day, dated, _packed(body, head), _wording(tokens), FORM, likely)


def encode_sketch(one: Sketch) -> bytes:
    """The sketch as MessagePack."""
    return msgspec.msgpack.encode(one)


def decode_sketch(data: bytes) -> Sketch:
    """The sketch again. Raises `msgspec.DecodeError` for bytes that are none, or one in the form of another version."""
    one = msgspec.msgpack.decode(data, type=Sketch)
    if one.form != FORM:
        raise msgspec.DecodeError(f"a sketch of form {one.form}, not {FORM}: sketch the article anew")
    return one


def term_rows(one: Sketch) -> npt.NDArray[np.void]:
    """The terms of a sketch as an array of `TermRow`, sorted by key."""
    return np.frombuffer(one.terms, dtype=TermRow)


def name_hashes(one: Sketch) -> list[tuple[int, float]]:
    """The hashes of the names of two words or more that a sketch holds, each with its rarity in nats."""
    rows = term_rows(one)
    names = rows[(rows["flags"] & KIND_BITS) == Kind.NAME]
    return list(zip(names["key"].tolist(), (names["rarity"] / RARITY_STEPS).tolist(), strict=True))


def name_words(article: Article, hashes: Container[int]) -> tuple[str, ...]:
    """The names in an article, folded, whose hashes these are, in alphabetical order."""
    tokens = tokens_of(article.text[:_READ])
    terms = (term for term in read_terms(tokens, named_in(tokens)) if term.kind == Kind.NAME)
    return tuple(sorted({term.key for term in terms if _hashed(term.kind, term.key) in hashes}))


class _Told:
    """How often a term is told, and where."""

    __slots__ = ("count", "flags", "rarity")

    def __init__(self, rarity: float) -> None:
        self.count, self.flags, self.rarity = 0.0, 0, rarity

    def weight(self) -> float:
        return math.log2(1 + self.count) * self.rarity * (_AHEAD if self.flags else 1)


def _packed(body: Iterable[Term], head: Iterable[Term]) -> bytes:
    told: dict[tuple[Kind, str], _Told] = {}
    for term in body:
        held = told.get(term[:2]) or told.setdefault(term[:2], _Told(term.rarity))
        held.count += _HALF / (_HALF + term.at)
        if term.at < _LEAD_WORDS:
            held.flags |= LEAD
    for term in head:
        held = told.get(term[:2]) or told.setdefault(term[:2], _Told(term.rarity))
        held.count += 1
        held.flags |= TITLE
    rows = sorted(_row(kind, key, held) for (kind, key), held in _kept(told))
    return np.array(rows, dtype=TermRow).tobytes()


def _kept(told: Mapping[tuple[Kind, str], _Told]) -> Iterator[tuple[tuple[Kind, str], _Told]]:
    """The weightiest terms of each kind."""
    by_kind: dict[Kind, list[tuple[float, str]]] = {kind: [] for kind in Kind}
    for (kind, key), held in told.items():
        by_kind[kind].append((-held.weight(), key))
    for kind, ranked in by_kind.items():
        yield from (((kind, key), told[kind, key]) for _, key in sorted(ranked)[: _MOST[kind]])


def _row(kind: Kind, key: str, held: _Told) -> tuple[int, int, int]:
    step = bisect.bisect(_BOUNDS_OF_COUNT, math.log2(1 + held.count))
    flags = int(kind) | held.flags | step << COUNT_BITS
    return _hashed(kind, key), flags, min(255, round(held.rarity * RARITY_STEPS))


def _hashed(kind: Kind, key: str) -> int:
    return digest(f"{kind:d} {key}") & 0xFFFFFFFF


def _wording(tokens: list[Token]) -> bytes:
    hashes = np.array([digest(token.plain) for token in tokens], dtype=np.uint64)
    grams = np.unique((ngrams(hashes, _SHINGLE) >> np.uint64(32)).astype("<u4"))
    return grams[:_SIGNATURE].tobytes()
