"""British and American spelling of words, from a packaged list of pairs and families of pairs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from headwater.testing.scribe.draft import Draft, words_of

__all__ = ["is_british", "pairs", "respelt"]


@lru_cache(maxsize=65536)
def respelt(form: str, *, british: bool) -> str:
    """A word, capitals kept, or a phrase in British or in American spelling; as it is if both spell it alike."""
    if " " in form:
        return " ".join(respelt(word, british=british) for word in form.split(" "))
    to_american, to_british = _tables()
    other = (to_british if british else to_american).get(form.lower())
    if other is None:
        return form
    return other.upper() if form.isupper() else other[0].upper() + other[1:] if form[0].isupper() else other


def is_british(draft: Draft) -> bool:
    """Whether a text is spelt the British way more often than the American; one that shows neither is not."""
    to_american, to_british = _tables()
    words = [word.text.lower() for word in words_of(draft)]
    return sum(word in to_american for word in words) > sum(word in to_british for word in words)


@cache
def pairs() -> tuple[tuple[str, str], ...]:
    """The pairs of spellings, British first."""
    text = files(__package__).joinpath("spelling_pairs.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(dict.fromkeys(pair for line in lines for pair in _expanded(line)))


@cache
def _tables() -> tuple[dict[str, str], dict[str, str]]:
    return dict(pairs()), {american: british for british, american in reversed(pairs())}


def _expanded(line: str) -> Iterator[tuple[str, str]]:
    """The pairs of a line: one pair, or "is iz [e ed]: organ ..." for "organise", "organize" and so on."""
    head, colon, stems = line.partition(":")
    if not colon:
        british, american = line.split()
        yield british, american
        return
    spelt, _, listed = head.rstrip("]").partition(" [")
    british, american = spelt.split()
    endings = listed.split() + ([""] if not listed or listed.startswith(" ") else [])
    for stem in stems.split():
        yield from ((stem + british + ending, stem + american + ending) for ending in endings)
