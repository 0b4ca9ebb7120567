"""The weights of the signs that two event words tell of one event, in nats for one unit of each.

Logistic regression on pairs of event mentions of ECB+ (Cybulska and Vossen 2014), CC BY 3.0: the 23 of its 33 topics
that the scoreboard does not measure on. L2 penalty of 3 on standardised signs; pairs of a large sub-topic weigh less.
Topics left out in turn: CoNLL F1 .801 with gold sub-topics and mentions, .753 for one lemma, one event. A sign corrects
others that go with it, so that the sign of a single weight need not be that of its own evidence.
`training/events/train.py` prints the table.
"""

from __future__ import annotations

from typing import Final

__all__ = ["BASE_RATE", "JOIN", "WEIGHTS"]

BASE_RATE: Final = "base rate"
"""Name of the part of the sum that is there whatever the pair shows."""

JOIN: Final = 0.4
"""Mean chance of one event from which groups join: the best of .3 to .5 on topics left out in turn, all within .01."""

WEIGHTS: Final = {
    BASE_RATE: -2.027,
    "akin: agent alike": -0.010,
    "akin: agent differ": -0.111,
    "akin: articles": -0.053,
    "akin: names differ": 0.592,
    "akin: names shared": 1.141,
    "akin: one article": 0.816,
    "akin: parts alike": -0.490,
    "akin: parts differ": -0.425,
    "akin: parts in each other's sentences": -0.679,
    "akin: parts in the other's sentence": 0.017,
    "akin: patient alike": 0.695,
    "akin: patient differ": -0.180,
    "akin: place alike": 1.140,
    "akin: place differ": 0.701,
    "akin: sentences": -1.719,
    "akin: sentences, the shorter": 1.079,
    "akin: speaking": -2.338,
    "akin: spread": -3.843,
    "classes apart": -0.302,
    "classes meet": 0.695,
    "company: in one article": 0.588,
    "company: in one sentence": -4.443,
    "company: never in one sentence": 0.567,
    "company: parts": 3.418,
    "company: parts, words unlike": -2.574,
    "company: patients": 0.867,
    "company: words": 4.022,
    "comparable classes": 0.953,
    "days apart": 0.689,
    "days meet": -0.395,
    "leads": 0.173,
    "leads, same word": 0.136,
    "marks differ": 0.200,
    "marks shared": 0.846,
    "numbers differ": -0.268,
    "numbers shared": 0.076,
    "often": 0.040,
    "often, same word": 0.084,
    "one class": 1.442,
    "one denied": -1.612,
    "one part of speech": 0.321,
    "one plural": -0.793,
    "one sentence": -0.388,
    "one to come": -0.285,
    "other: agent alike": -0.022,
    "other: agent differ": -0.291,
    "other: articles": -0.369,
    "other: names differ": 0.414,
    "other: names shared": 0.459,
    "other: one article": 0.380,
    "other: parts alike": 0.142,
    "other: parts differ": -0.227,
    "other: parts in each other's sentences": 0.099,
    "other: parts in the other's sentence": -0.268,
    "other: patient alike": 0.724,
    "other: patient differ": 0.088,
    "other: place alike": 1.228,
    "other: place differ": 0.049,
    "other: sentences": -3.203,
    "other: sentences, the shorter": 1.744,
    "other: speaking": -2.610,
    "other: spread": -1.255,
    "phrases share a word": 0.830,
    "rare word": -0.799,
    "same word: agent alike": 0.488,
    "same word: agent differ": 0.164,
    "same word: articles": 1.451,
    "same word: names differ": -0.006,
    "same word: names shared": -0.223,
    "same word: one article": 0.457,
    "same word: parts alike": 0.816,
    "same word: parts differ": 0.278,
    "same word: parts in each other's sentences": -0.155,
    "same word: parts in the other's sentence": 0.611,
    "same word: patient alike": 0.580,
    "same word: patient differ": -0.108,
    "same word: place alike": -0.394,
    "same word: place differ": -0.155,
    "same word: sentences": -1.931,
    "same word: sentences, the shorter": 1.964,
    "same word: speaking": -2.790,
    "same word: spread": 1.380,
    "sentences between": -0.330,
    "sentences' days apart": -0.199,
    "thesaurus": 0.174,
    "words: class": -1.219,
    "words: derived": 1.483,
    "words: none": -1.844,
    "words: same": 3.600,
    "words: synonym": -0.823,
}
