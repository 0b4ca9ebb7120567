"""Two inputs that each hold one article, and those in whose context they are compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from headwater.errors import InputError, NothingToRead, OptionError, UnreadableInput
from headwater.settings import Settings
from headwater.sources.gather import Gathered, gather
from headwater.sources.identity import apart
from headwater.sources.inputs import Input, name_of, spread
from headwater.sources.sidecar import UNUSED_ROW
from headwater.types import Article, LeftOut

__all__ = ["Pair", "gather_pair"]

Progress = Callable[[str], None]


class Pair(Struct, frozen=True):
    """Two articles, the others, and what could not be used as in `Gathered`. Ids are unique among all of them."""

    left: Article
    right: Article
    others: tuple[Article, ...]
    left_out: tuple[LeftOut, ...]
    failures: tuple[InputError, ...]


def gather_pair(
    left: Input,
    right: Input,
    among: Sequence[Input] = (),
    settings: Settings | None = None,
    on_progress: Progress | None = None,
) -> Pair:
    """Return the articles of two files or addresses (or two `Article`s), and those of `among`.

    Raises `OptionError` if one of the two holds several articles or both are the same, `NothingToRead` if one holds
    none. What is wrong with `among` is told in `left_out`.
    """
    _check(left, right)
    piles = [gather(pile, settings, on_progress) for pile in ([left], [right], among)]
    two = [_only(given, pile) for given, pile in zip((left, right), piles, strict=False)]
    one, other, *others = apart((*two, *piles[2].articles))
    failures = tuple(failure for pile in piles for failure in pile.failures)
    return Pair(one, other, tuple(others), tuple(dict.fromkeys(_told(piles))), failures)


def _check(left: Input, right: Input) -> None:
    """Raise `OptionError` where the two are one, or a list."""
    if "-" in (left, right):
        raise OptionError("- stands for a list of inputs; name the two articles to compare")
    if left == right:
        raise OptionError(f"{name_of(left)} is handed in twice; compare takes two articles")
    single = all(len(list(spread([one]))) == 1 for one in (left, right))
    if single and any(_is_repeat(one) for one in spread([left, right])):
        raise OptionError(f"{name_of(right)} is the same as {name_of(left)}; compare takes two articles")


def _is_repeat(one: object) -> bool:
    return isinstance(one, InputError) and not isinstance(one, UnreadableInput)


def _only(given: Input, pile: Gathered) -> Article:
    if not pile.articles:
        reasons = "; ".join(f"{one.name}: {one.reason}" for one in pile.left_out if one.reason != UNUSED_ROW)
        raise NothingToRead(f"{reasons}; there is nothing to compare")
    if len(pile.articles) > 1:
        count = f"holds {len(pile.articles):,} articles"
        raise OptionError(f"{name_of(given)} {count}; compare takes one on each side (the others go behind --among)")
    return pile.articles[0]


def _told(piles: Sequence[Gathered]) -> Iterator[LeftOut]:
    """The remarks of all piles; a row of the sidecar is unused only where none of them used it."""
    in_all = set.intersection(*(set(pile.left_out) for pile in piles))
    for pile in piles:
        yield from (one for one in pile.left_out if one.reason != UNUSED_ROW or one in in_all)
