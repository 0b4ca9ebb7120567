"""Whether one sentence rewords another: the log-odds as a sum of named evidence.

    evidence = reworded(left, 3, right, 5)  # the fourth sentence of one document, the sixth of the other

Two sentences are reworded where they say the same of the same: one was made from the other, or both from a third, and
nothing that matters was added, dropped or changed. The words of both are matched (`matching`), what is shared and what
only one has becomes some twenty variables (`features`), and a logistic model adds them up (`weights`).
"""

from __future__ import annotations

from typing import Final

from headwater.text.rewording.features import Feature, features_of
from headwater.text.rewording.matching import match_words
from headwater.text.rewording.sides import side_of
from headwater.text.rewording.weights import BASE_RATE, WEIGHTS
from headwater.types import Document, Evidence, Span

__all__ = ["BASE_RATE", "Feature", "reworded", "reworded_spans", "rewording_features"]

_SLIGHT: Final = 0.005  # nats; parts below it are not shown


def reworded(left: Document, left_sentence: int, right: Document, right_sentence: int) -> tuple[Evidence, ...]:
    """The evidence that a sentence of one document rewords a sentence of the other; indices into `sentences`.

    Scores are nats and add up to a log-odds: 0 is even. The sum is the same with left and right exchanged. Raises
    `IndexError` if there is no such sentence.
    """
    return reworded_spans(left, left.sentences[left_sentence].span, right, right.sentences[right_sentence].span)


def reworded_spans(left: Document, left_span: Span, right: Document, right_span: Span) -> tuple[Evidence, ...]:
    """As `reworded`, of any stretches of the two: a passage, or a sentence against the two it was split into."""
    parts = [Evidence(BASE_RATE, WEIGHTS[BASE_RATE], "before the words are looked at")]
    for feature in rewording_features(left, left_span, right, right_span):
        score = round(WEIGHTS[feature.name] * feature.value, 3)
        if abs(score) >= _SLIGHT:
            parts.append(Evidence(feature.name, score, feature.detail, feature.left, feature.right))
    return tuple(parts)


def rewording_features(left: Document, left_span: Span, right: Document, right_span: Span) -> tuple[Feature, ...]:
    """The variables behind the evidence, unweighted: what `training/rewording` fits the weights to."""
    one, other = side_of(left, left_span), side_of(right, right_span)
    return tuple(features_of(one, other, match_words(one, other)))
