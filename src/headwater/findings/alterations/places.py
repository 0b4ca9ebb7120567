"""Place words misspelt in copying into words that name nothing."""

from __future__ import annotations

from collections.abc import Iterator

from headwater.findings.alterations.aligned import Aligned, Change, both_ways
from headwater.text.gazetteer import known_place, near_misses
from headwater.text.thesaurus import known
from headwater.types import AlterationKind, Evidence

__all__ = ["place_changes"]


def place_changes(aligned: Aligned) -> Iterator[Change]:
    """A country or nationality misspelt into a word that names nothing, where the other side has it right."""
    return both_ways(_misspelt, aligned)


def _misspelt(aligned: Aligned) -> Iterator[Change]:
    sound = {aligned.left.written(word): word for word in aligned.left_words}
    for word in aligned.right_words:
        written = aligned.right.written(word)
        if aligned.right.tokens[word].pos not in {"PROPN", "ADJ"} or not written[:1].isupper() or known_place(written):
            continue
        meant = sorted(set(near_misses(written)) & sound.keys())
        if meant and not known(written.lower()):
            left, right = aligned.left.span((sound[meant[0]],)), aligned.right.span((word,))
            detail = f"“{written}” names nothing; “{meant[0]}” stands there"
            evidence = (Evidence("no such place", 3.0, detail, left, right),)
            yield Change(AlterationKind.PLACE, left, right, f"“{written}” for “{meant[0]}”", "right", evidence)
