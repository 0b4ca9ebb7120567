"""What a decision that two articles are copies, or are none, came to: what they share, on which lines they stand."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from headwater.decisions.words import OVERRULED, called, listed
from headwater.origins import first_with
from headwater.types import Article, Decided, Decision, Derivation, Passage, Span, Stemma

__all__ = ["DECIDED", "copies_told", "copy_told"]

DECIDED: Final = "decided by a reader"
"""The name of the evidence that a decision on a pair of articles is."""

_ALONE: Final = "they share no sentence, so that the line rests on the decision alone"
_SHOWN: Final = 12  # shared sentences whose words are opened


def copies_told(decision: Decision, words: str, stemma: Stemma, articles: Mapping[str, Article]) -> Decided:
    """The decision with what it changed: what the articles share is told as shared words, their lines are named."""
    barred = tuple(pair for pair in _pairs(decision, stemma) if pair.score < 0 and _is_decided(pair))
    if not barred and any(_is_decided(pair) for pair in _pairs(decision, stemma)):
        return Decided(decision, False, words, (OVERRULED,))
    held = [pair for pair in barred if pair.score - pair.evidence[-1].score > 0]
    shared = [each for pair in barred for each in pair.sentences if not each.mask]
    copied = "is told as shared words and no longer as copied" if held else "had not been held for copied before"
    changed = f"what they share, {_sentences(shared)}, {copied}"
    return Decided(decision, True, words, (changed, *_lines(decision, stemma, articles)), _opened(shared))


def copy_told(decision: Decision, words: str, stemma: Stemma) -> Decided:
    """The decision that something is a copy, with what was held before, and on which line they stand."""
    pairs = tuple(_pairs(decision, stemma, of_one_text=True))
    copied = [pair for pair in pairs if pair.score > 0 and (_is_decided(pair) or _is_identical(pair))]
    if not copied:
        return Decided(decision, False, words, (OVERRULED,))
    shared = [each for pair in copied for each in pair.sentences if not each.mask]
    before = [pair.score - pair.evidence[-1].score for pair in copied if _is_decided(pair)]
    held = all(score > 0 for score in before)
    told = "was held for copied already" if held else "had not been held for copied before"
    changed = f"what they share, {_sentences(shared)}, {told}" if shared else _ALONE
    line_of = {article: line.label for line in stemma.lines for article in line.articles}
    lines = sorted({line_of[each] for each in (*decision.left, *decision.right) if each in line_of})
    return Decided(decision, True, words, (changed, f"they stand on the line {listed(lines)}"), _opened(shared))


def _opened(shared: Sequence[Passage]) -> tuple[Span, ...]:
    """The words of the sentences that are most alike."""
    opened = sorted(shared, key=lambda each: (-each.similarity, each.left, each.right))[:_SHOWN]
    return tuple(sorted({span for each in opened for span in (each.left, each.right)}))


def _pairs(decision: Decision, stemma: Stemma, *, of_one_text: bool = False) -> Iterator[Derivation]:
    """The pairs of distinct texts that the decision is on; an article stands for all that have its very words.

    `of_one_text`: and the articles themselves where both have the same words.
    """
    first = first_with(stemma)
    texts = [{first.get(each, each) for each in side} for side in (decision.left, decision.right)]
    sides = [*texts, decision.left, decision.right] if of_one_text else texts
    wanted = {
        (min(pair), max(pair)) for two in zip(sides[::2], sides[1::2], strict=True) for pair in itertools.product(*two)
    }
    return (pair for pair in stemma.derivations if (pair.left, pair.right) in wanted)


def _is_decided(pair: Derivation) -> bool:
    return bool(pair.evidence) and pair.evidence[-1].name == DECIDED


def _is_identical(pair: Derivation) -> bool:
    return any(part.name == "identical text" for part in pair.evidence)


def _sentences(shared: Sequence[Passage]) -> str:
    return "not a sentence" if not shared else f"{len(shared)} sentence{'s' * (len(shared) != 1)}"


def _lines(decision: Decision, stemma: Stemma, articles: Mapping[str, Article]) -> Iterator[str]:
    """On which lines the two sides stand; where that is one, through which further articles."""
    line_of = {article: line for line in stemma.lines for article in line.articles}
    sides = [[each for each in side if each in line_of] for side in (decision.left, decision.right)]
    lines = [{line_of[each].id: line_of[each] for each in side} for side in sides]
    shared = sorted(set(lines[0]) & set(lines[1]))
    if all(lines) and not shared:
        yield "they stand on different lines of reporting"
    for each in shared:
        between = [one for one in lines[0][each].articles if one not in (*decision.left, *decision.right)]
        label, through = lines[0][each].label, listed(called(one, articles) for one in between)
        yield f"both still stand on the line {label}, through what others on it share with each: {through}"
