"""Articles for filling a library: words as frequent as in natural text, and repeated as an article repeats its own.

Word frequencies follow Zipf and Mandelbrot, p(r) ~ 1 / (r + 2.7) ** 1.07, over 300,000 invented words, so that an index
of them grows as one of news does. A third of an article's words are drawn again from the words that it has had, which
is about how news repeats its subjects. The same seed gives the same articles.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from functools import cache
from typing import Final

import msgspec
import numpy as np

from headwater.library import Incoming
from headwater.types import Article, Basis, Capture, Captured, Known

__all__ = ["WORDS", "articles", "common_words"]

WORDS: Final = 450
"""Words of an article."""

_VOCABULARY: Final = 300_000
_SHORT: Final = 20_000  # of them
_SHIFT, _EXPONENT = 2.7, 1.07
_AGAIN: Final = 1 / 3
_SENTENCE: Final = 19
_PARAGRAPH: Final = 3
_COMMONEST: Final = (
    "the of to and in a that for on is was with he it by at said from as have an his they be has not were are but had"
)
_SYLLABLES: Final = tuple(f"{a}{b}{c}" for a in "bdfgklmnprstvz" for b in "aeiou" for c in ("", "n", "r", "s", "l"))
_OUTLETS: Final = 400
_A_DAY: Final = 2_000  # articles
_FIRST_DAY: Final = 20_000  # October 2024
_SKETCH: Final = 700  # bytes


def articles(number: int, seed: int = 7, first: int = 0) -> Iterator[Incoming]:
    """So many articles with their captures (as lines of JSON Lines), 2,000 a day, of 400 outlets."""
    for at in range(first, first + number):
        yield _article(at, seed)


@cache
def common_words() -> tuple[str, ...]:
    """The words, the most frequent first, and the short ones before the long ones."""
    chance = random.Random(7)  # noqa: S311  # no secret
    short = chance.sample(["".join(pair) for pair in itertools.product(_SYLLABLES, repeat=2)], _SHORT)
    long = {"".join(chance.choices(_SYLLABLES, k=3)): None for _ in range(_VOCABULARY)}
    return (*_COMMONEST.split(), *short, *long)[:_VOCABULARY]


def _article(at: int, seed: int) -> Incoming:
    chance = np.random.default_rng([seed, at])
    text, title = _text(chance), " ".join(_words(chance, 9)).capitalize()
    outlet = f"Outlet {min(int(chance.zipf(1.5)), _OUTLETS)}"
    address = f"https://{outlet.replace(' ', '-').lower()}.example/news/{at}-{title[:40].replace(' ', '-').lower()}"
    day = _FIRST_DAY + at // _A_DAY
    article = Article(
        id=f"a{at}",
        text=text,
        name=f"archive.jsonl line {at}",
        title=Known(title, Basis.FILE),
        outlet=Known(outlet, Basis.FILE),
        published=Known(str(np.datetime64(day, "D")), Basis.FILE),
        url=Known(address, Basis.FILE),
    )
    line = {"title": title, "outlet": outlet, "url": address, "published": str(np.datetime64(day, "D")), "text": text}
    capture = Capture(article.name, "2026-01-01T00:00:00Z", msgspec.json.encode(line), "application/json")
    return Incoming(Captured(article, capture), day, chance.bytes(_SKETCH))


def _text(chance: np.random.Generator) -> str:
    words = _words(chance, WORDS)
    sentences = [" ".join(words[start : start + _SENTENCE]).capitalize() + "." for start in range(0, WORDS, _SENTENCE)]
    paragraphs = [" ".join(sentences[start : start + _PARAGRAPH]) for start in range(0, len(sentences), _PARAGRAPH)]
    return "\n\n".join(paragraphs)


def _words(chance: np.random.Generator, number: int) -> list[str]:
    ranks = np.searchsorted(_cumulated(len(common_words())), chance.random(number))
    again = chance.random(number) < _AGAIN
    earlier = (chance.random(number) * np.arange(number)).astype(np.int64)
    ranks[again] = ranks[earlier[again]]
    words = common_words()
    return [words[rank] for rank in ranks]


@cache
def _cumulated(number: int) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """The share of use of the first words together, for each number of them."""
    shares = 1 / (np.arange(1, number + 1) + _SHIFT) ** _EXPONENT
    total: np.ndarray[tuple[int], np.dtype[np.float64]] = np.cumsum(shares / shares.sum())
    return total
