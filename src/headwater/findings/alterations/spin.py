"""How far one text is another with its words exchanged: the spin rate.

A spinner, a program or a hasty desk, keeps the skeleton of function words and puts other words of the same part of
speech into the places between. The rate is the share of content words that were so exchanged; spellings of one word
are no exchange. Only passages whose skeleton stayed count: where a sentence was built anew it is a rewording.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from headwater.findings.alterations.aligned import Aligned
from headwater.findings.alterations.substitutes import is_spelling
from headwater.text.function_words import FUNCTION_WORDS
from headwater.types import Token

__all__ = ["content_words", "exchanged_words", "keeps_skeleton", "spin_rate"]

_CONTENT: Final = frozenset({"NOUN", "VERB", "ADJ", "ADV"})
_SKELETON: Final = 0.6  # share of the function words of either side that must have stayed


def spin_rate(passages: Iterable[Aligned]) -> float:
    """Content words exchanged over content words, in the passages whose skeleton stayed, 0 to 1; 0 without passages."""
    exchanged = content = 0
    for aligned in passages:
        if aligned.verbatim or keeps_skeleton(aligned):
            exchanged += len(exchanged_words(aligned))
            content += content_words(aligned)
    return exchanged / content if content else 0.0


def content_words(aligned: Aligned) -> int:
    """How many content words the left side has, names and numbers aside."""
    return sum(_is_content(aligned.left.tokens[word]) for word in aligned.left_words)


def exchanged_words(aligned: Aligned) -> dict[int, int]:
    """Left content word -> right word of its part of speech that stands in its place, not a spelling of it."""
    if aligned.verbatim:
        return {}
    return {left: right for left, right in aligned.put.items() if _is_exchange(aligned, left, right)}


def keeps_skeleton(aligned: Aligned) -> bool:
    """Whether most function words of either side stayed in their order."""
    here = [word for word in aligned.left_words if aligned.left.tokens[word].lemma in FUNCTION_WORDS]
    there = [word for word in aligned.right_words if aligned.right.tokens[word].lemma in FUNCTION_WORDS]
    kept = sum(word in aligned.kept for word in here)
    return kept >= _SKELETON * max(len(here), len(there))


def _is_exchange(aligned: Aligned, left: int, right: int) -> bool:
    one, other = aligned.left.tokens[left], aligned.right.tokens[right]
    return _is_content(one) and one.pos == other.pos and not is_spelling(one.lemma, other.lemma)


def _is_content(token: Token) -> bool:
    return token.pos in _CONTENT and token.lemma not in FUNCTION_WORDS
