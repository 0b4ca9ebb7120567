"""Which quotes are readings of one utterance, and who is said to have spoken it.

Words are compared as lemmas, in order (longest common subsequence), and against the shorter side, so that a trimmed
reading still belongs. Two translations of one speech share fewer words; the same speaker then weighs more (families of
variants after Leskovec et al. 2009).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Final

import numpy as np
from rapidfuzz.distance import LCSseq

from headwater.engines.local import LocalEngine
from headwater.quotes.readings.witnesses import Witness
from headwater.text.thesaurus import synonyms
from headwater.text.words import digest

__all__ = ["Names", "Who", "in_order", "one_utterance", "who"]

Names = Mapping[str, frozenset[str]]  # the words of each entity's name

_CAP: Final = 200  # quotes that share a word; a word in more of them tells nothing
_ALIKE: Final = 0.5  # from here two content words can be two translations of one


class Who(Enum):
    """How the speakers of two quotes stand to each other."""

    SAME = "same"
    OPEN = "open"  # at least one is not resolved
    OTHER = "other"


# Least share of the shorter reading's words found in order in the other one, and least length in words. A different
# or unknown speaker needs more: the same words by chance are then likelier than one utterance.
_ENOUGH: Final = {Who.SAME: (0.6, 2), Who.OPEN: (0.75, 5), Who.OTHER: (0.85, 7)}
_TRANSLATED: Final = (0.45, 8)  # two translations: least share of content words, least length, same speaker only
_IN_OTHER_WORDS: Final = (0.6, 3)  # ... or of content words and synonyms, if so many are the same words


def one_utterance(witnesses: Mapping[str, Witness], names: Names) -> Iterator[tuple[str, str]]:
    """Pairs of keys of quotes whose words show that they are readings of one utterance."""
    keys = ((key, np.array([digest(word) for word in one.content], np.uint64)) for key, one in witnesses.items())
    for one, other in LocalEngine().pairs(keys, _CAP):
        if _is_one_utterance(witnesses[one], witnesses[other], names):
            yield one, other


def _is_one_utterance(left: Witness, right: Witness, names: Names) -> bool:
    """Tell whether quotes of two articles are readings of one utterance."""
    if left.quote.content.article == right.quote.content.article:
        return False
    if not (left.spoken or right.spoken) or not left.content & right.content:
        return False
    speakers = who(left, right, names)
    share, least = _ENOUGH[speakers]
    size = min(len(left.words), len(right.words))
    if size >= least and in_order(left, right) >= share:
        return size >= 4 or left.content == right.content
    return speakers is Who.SAME and left.spoken and right.spoken and size >= _TRANSLATED[1] and _translated(left, right)


def in_order(left: Witness, right: Witness) -> float:
    """Share of the shorter reading's words that the other has in the same order, 0 to 1."""
    return LCSseq.similarity(left.lemmas, right.lemmas) / min(len(left.lemmas), len(right.lemmas))


def _translated(left: Witness, right: Witness) -> bool:
    """Whether two quotes of one speaker share so many content words, or words of one sense, that they are one."""
    common = left.content & right.content
    size = max(1, min(len(left.content), len(right.content)))
    if len(common) >= _TRANSLATED[0] * size:
        return True
    share, least = _IN_OTHER_WORDS
    if len(common) < least:
        return False
    shorter, longer = sorted(
        (left.content - common, right.content - common), key=lambda words: (len(words), sorted(words))
    )
    alike = sum(any(synonyms(one, other) >= _ALIKE for other in longer) for one in shorter)
    return len(common) + alike >= share * size


def who(left: Witness, right: Witness, names: Names) -> Who:
    """Compare the speakers. Sources described in the same words count as one; so do a body and who speaks for it."""
    one, other = left.quote.speaker, right.quote.speaker
    if one and other:
        return (
            Who.SAME if one == other or _speaks_for(left, other, names) or _speaks_for(right, one, names) else Who.OTHER
        )
    if not one and not other and left.source and right.source:
        return Who.SAME if left.source <= right.source or right.source <= left.source else Who.OPEN
    return Who.OPEN


def _speaks_for(witness: Witness, speaker: str, names: Names) -> bool:
    """Whether the words for a source name the other's speaker, too: "Orla Venn, who heads the River Board"."""
    name = names.get(speaker, frozenset())
    return bool(name) and name <= witness.source
