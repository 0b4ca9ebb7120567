"""Paraphrasing by rule: a sentence said in another order or construction, with the same words and the same content."""

from __future__ import annotations

from typing import Final

from headwater.testing.scribe.draft import Draft
from headwater.testing.scribe.pen import Pen
from headwater.testing.scribe.wording import attributions, clauses, phrases
from headwater.testing.scribe.wording.grammar import Rule, Words

__all__ = ["PARAPHRASES", "apply_rules", "paraphrase"]

PARAPHRASES: Final[tuple[Rule, ...]] = (
    attributions.according_to,
    attributions.said_by,
    attributions.said_first,
    attributions.said_last,
    attributions.sayer_swapped,
    attributions.with_that,
    clauses.active,
    clauses.passive,
    clauses.relative_shortened,
    clauses.relative_spelt_out,
    clauses.time_first,
    clauses.time_last,
    phrases.contracted,
    phrases.genitive_of,
    phrases.genitive_s,
    phrases.spelt_out,
    phrases.title_after,
    phrases.title_before,
    phrases.without_town_of,
)


def paraphrase(draft: Draft, pen: Pen, *, rate: float) -> Draft:
    """The draft with about `rate` (0 to 1) of its sentences reworded by one rule, as far as one fits a sentence."""
    return apply_rules(draft, pen, PARAPHRASES, rate)


def apply_rules(draft: Draft, pen: Pen, rules: tuple[Rule, ...], rate: float) -> Draft:
    """The draft with each sentence, at the chance `rate`, reworded by the first rule that fits, in a chance order."""
    sentences = [
        sentence
        if sentence.furniture or pen.random.random() >= rate
        else sentence._replace(words=_reworded(sentence.words, pen, rules))
        for sentence in draft.sentences
    ]
    return draft.with_sentences(sentences)


def _reworded(words: Words, pen: Pen, rules: tuple[Rule, ...]) -> Words:
    for rule in pen.random.sample(rules, len(rules)):
        new = rule(words, pen)
        if new is not None:
            return new
    return words
