"""Place words misspelt in copying into words that name nothing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from headwater.findings.alterations.aligned import Aligned, Change, both_ways
from headwater.text.gazetteer import known_place, near_misses
from headwater.text.thesaurus import known
from headwater.types import AlterationKind

__all__ = ["place_changes"]


def place_changes(aligned: Aligned) -> Iterator[Change]:
    """A country or nationality misspelt into a word that names nothing, where the other side has it right."""
    return both_ways(_misspelt, aligned)


def _misspelt(aligned: Aligned) -> Iterator[Change]:
    sound = {aligned.left.written(word): word for word in aligned.left_words}
    for word in aligned.right_words:
        written = aligned.right.written(word)
        if aligned.right.tokens[word].pos not in {"PROPN", "ADJ"}:
            continue
        meant = next((name for name in _meant_by(written) if name in sound), None)
        if meant is not None:
            left, right = aligned.left.span((sound[meant],)), aligned.right.span((word,))
            detail = f"“{written}” names nothing; “{meant}” stands there"
            harm = f"“{written}” for “{meant}”"
            yield Change(AlterationKind.PLACE, left, right, harm, "right", "no such place", detail)


@lru_cache(maxsize=16384)
def _meant_by(written: str) -> tuple[str, ...]:
    """The place words one slip away from a word that is none and no word of English, in alphabetical order."""
    if not written[:1].isupper() or known_place(written) or known(written.lower()):
        return ()
    return tuple(sorted(name for name in near_misses(written) if written != f"{name}s"))  # an apostrophe left out
