"""The weights of the signs that two event words tell of one event, in nats for one unit of each.

Logistic regression on pairs of event mentions of ECB+ (Cybulska and Vossen 2014), CC BY 3.0: the 23 of its 33 topics
that the scoreboard does not measure on. L2 penalty of 3 on standardised signs; pairs of a large sub-topic weigh less.
Topics left out in turn: CoNLL F1 .802 with gold sub-topics and mentions, .753 for one lemma, one event. A sign corrects
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
    BASE_RATE: -1.840,
    "akin: agent alike": -0.017,
    "akin: agent differ": -0.110,
    "akin: articles": -0.095,
    "akin: names differ": 0.588,
    "akin: names shared": 1.111,
    "akin: one article": 0.749,
    "akin: parts alike": -0.444,
    "akin: parts differ": -0.414,
    "akin: parts in each other's sentences": -0.658,
    "akin: parts in the other's sentence": -0.004,
    "akin: patient alike": 0.734,
    "akin: patient differ": -0.141,
    "akin: place alike": 1.107,
    "akin: place differ": 0.740,
    "akin: sentences": -1.380,
    "akin: sentences, the shorter": 0.993,
    "akin: speaking": -2.356,
    "akin: spread": -3.424,
    "classes apart": -0.202,
    "classes meet": 0.717,
    "company: in one article": 0.619,
    "company: in one sentence": -6.012,
    "company: never in one sentence": 0.134,
    "company: parts": 3.351,
    "company: parts, words unlike": -3.084,
    "company: patients": 0.940,
    "company: words": 4.144,
    "comparable classes": 1.081,
    "days apart": 0.802,
    "days meet": -0.538,
    "leads": 0.189,
    "leads, same word": 0.124,
    "marks differ": 0.155,
    "marks shared": 0.810,
    "numbers differ": -0.312,
    "numbers shared": 0.066,
    "often": -0.102,
    "often, same word": 0.110,
    "one class": 1.509,
    "one denied": -1.621,
    "one part of speech": 0.284,
    "one plural": -0.628,
    "one sentence": -0.131,
    "one to come": -0.250,
    "other: agent alike": -0.037,
    "other: agent differ": -0.458,
    "other: articles": -0.361,
    "other: names differ": 0.321,
    "other: names shared": 0.359,
    "other: one article": 0.317,
    "other: parts alike": 0.204,
    "other: parts differ": -0.309,
    "other: parts in each other's sentences": 0.093,
    "other: parts in the other's sentence": -0.261,
    "other: patient alike": 0.854,
    "other: patient differ": 0.108,
    "other: place alike": 1.135,
    "other: place differ": -0.124,
    "other: sentences": -2.941,
    "other: sentences, the shorter": 1.430,
    "other: speaking": -2.511,
    "other: spread": 0.134,
    "phrases share a word": 1.047,
    "rare word": -0.804,
    "same word: agent alike": 0.491,
    "same word: agent differ": 0.193,
    "same word: articles": 1.406,
    "same word: names differ": -0.006,
    "same word: names shared": -0.207,
    "same word: one article": 0.357,
    "same word: parts alike": 0.848,
    "same word: parts differ": 0.288,
    "same word: parts in each other's sentences": -0.144,
    "same word: parts in the other's sentence": 0.601,
    "same word: patient alike": 0.577,
    "same word: patient differ": -0.110,
    "same word: place alike": -0.416,
    "same word: place differ": -0.181,
    "same word: sentences": -1.908,
    "same word: sentences, the shorter": 1.957,
    "same word: speaking": -2.815,
    "same word: spread": 1.288,
    "sentences between": -0.264,
    "sentences' days apart": -0.307,
    "thesaurus": 0.138,
    "words: class": -1.144,
    "words: derived": 1.702,
    "words: none": -1.547,
    "words: same": 3.454,
    "words: synonym": -0.602,
}
