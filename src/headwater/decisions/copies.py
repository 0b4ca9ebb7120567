"""What a decision that two articles are no copies came to: what they share, and on which lines they stand now."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from headwater.decisions.words import called, listed
from headwater.origins import first_with
from headwater.types import Article, Decided, Decision, Derivation, Passage, Stemma

__all__ = ["DECIDED", "copies_told"]

DECIDED: Final = "decided by a reader"
"""The name of the evidence that a decision on a pair of articles is."""

_SHOWN: Final = 12  # shared sentences whose words are opened


def copies_told(decision: Decision, words: str, stemma: Stemma, articles: Mapping[str, Article]) -> Decided:
    """The decision with what it changed: what the articles share is told as shared words, their lines are named."""
    barred = tuple(_barred(decision, stemma))
    held = [pair for pair in barred if pair.score - pair.evidence[-1].score > 0]
    shared = [each for pair in barred for each in pair.sentences if not each.mask]
    copied = "is told as shared words and no longer as copied" if held else "had not been held for copied before"
    changed = f"what they share, {_sentences(shared)}, {copied}"
    opened = sorted(shared, key=lambda each: (-each.similarity, each.left, each.right))[:_SHOWN]
    spans = tuple(sorted({span for each in opened for span in (each.left, each.right)}))
    return Decided(decision, True, words, (changed, *_lines(decision, stemma, articles)), spans)


def _barred(decision: Decision, stemma: Stemma) -> Iterator[Derivation]:
    """The pairs of distinct texts that the decision is on; an article stands for all that have its very words."""
    first = first_with(stemma)
    texts = [{first.get(each, each) for each in side} for side in (decision.left, decision.right)]
    wanted = {(min(pair), max(pair)) for pair in itertools.product(*texts)}
    for pair in stemma.derivations:
        if (pair.left, pair.right) in wanted and pair.evidence and pair.evidence[-1].name == DECIDED:
            yield pair


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
