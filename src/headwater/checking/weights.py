"""The weights by which words and claims of a draft are judged.

Fitted by `training/checking/fit.py`; its README says on what, how, and how well it does.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

__all__ = ["FITTED", "Table"]


class Table(Struct, frozen=True):
    """What a trait of a word adds to the log-odds that it is not borne out, and what a claim is made of.

    A claim's log-odds of being borne out start at `base_rate`; `every_word` and `worst_word` multiply the log chances
    of its words, `altered` the log-odds of an alteration, and `measures` what is measured of the whole claim.
    """

    bias: float
    words: Mapping[str, float]
    base_rate: float
    every_word: float
    worst_word: float
    altered: float
    measures: Mapping[str, float]


FITTED: Final = Table(
    bias=-0.328,
    words={
        "adjective absent": 0.538,
        "adjective alike": -0.149,
        "adjective denied on one side": 0.788,
        "adjective elsewhere": -0.555,
        "adjective far": -0.629,
        "adjective met": -0.800,
        "adjective stem": 1.152,
        "adjective synonym": 1.156,
        "adjective torn from its head": -0.395,
        "adverb absent": -0.058,
        "adverb alike": 0.370,
        "adverb elsewhere": -0.455,
        "adverb far": 0.254,
        "adverb met": -0.987,
        "adverb stem": -0.194,
        "adverb synonym": 0.290,
        "adverb torn from its head": 0.162,
        "akin": -0.580,
        "another adjective in its place": -0.103,
        "another adverb in its place": -0.032,
        "another beside": 0.095,
        "another in its place": 1.021,
        "another name in its place": 0.761,
        "another noun in its place": -0.172,
        "another number in its place": 1.355,
        "another time in its place": -0.306,
        "another verb in its place": -0.482,
        "claim met": -1.466,
        "claim met, itself not": 0.606,
        "degree absent": -0.962,
        "degree met": -0.971,
        "denial absent": 3.706,
        "denial akin": 1.919,
        "denial met": 0.266,
        "denied and not met": 0.439,
        "follows as in the report": -0.371,
        "head in another sentence": 0.378,
        "head not met": -0.214,
        "head not met, itself met": 0.179,
        "hedge absent": -0.398,
        "hedge lost": 0.210,
        "hedge met": 0.632,
        "name absent": 1.869,
        "name elsewhere": -1.174,
        "name far": -0.639,
        "name met": -1.302,
        "name of another ending": 3.405,
        "name stem": 1.314,
        "name torn from its head": -0.424,
        "noun absent": 0.742,
        "noun alike": 0.925,
        "noun elsewhere": -0.221,
        "noun far": -0.848,
        "noun met": -0.901,
        "noun stem": -0.244,
        "noun synonym": 0.246,
        "noun torn from its head": 0.348,
        "number absent": 0.998,
        "number elsewhere": -1.286,
        "number far": 0.728,
        "number met": 0.013,
        "number torn from its head": 0.896,
        "opposite said": 1.860,
        "rare adjective": 0.477,
        "rare adverb": 0.389,
        "rare degree": 1.795,
        "rare denial": -0.505,
        "rare hedge": -0.382,
        "rare name": 0.056,
        "rare noun": 0.389,
        "rare number": 0.441,
        "rare time": 0.852,
        "rare verb": 2.043,
        "role turned": 0.264,
        "time absent": 0.876,
        "time elsewhere": -0.293,
        "time far": 0.270,
        "time met": -0.068,
        "time stem": -0.045,
        "time synonym": -0.696,
        "time torn from its head": 0.589,
        "told elsewhere, another between the same words": 1.043,
        "told elsewhere, another over the same parts": 0.599,
        "told nowhere, another between the same words": 0.804,
        "told nowhere, another over the same parts": -0.154,
        "told of others, another between the same words": 1.309,
        "told of others, another over the same parts": -0.519,
        "torn from its head": -0.321,
        "verb absent": -0.670,
        "verb alike": -0.827,
        "verb denied on one side": 0.909,
        "verb elsewhere": -1.051,
        "verb far": -0.900,
        "verb met": -0.720,
        "verb stem": -0.750,
        "verb synonym": 0.202,
        "verb torn from its head": -1.118,
        "words about it met": -1.396,
        "words about it met, itself not": 0.354,
    },
    base_rate=2.971,
    every_word=1.920,
    worst_word=1.208,
    altered=-1.756,
    measures={
        "anonymity left out": -0.388,
        "another time in the best sentence": -1.718,
        "bound left out": -1.048,
        "denial left out": -0.978,
        "doer and sufferer exchanged": -4.000,
        "from sentences of other things": -0.046,
        "hedge left out": -4.000,
        "put together from shreds": -4.000,
        "quotation changed": -4.000,
        "source left out": -0.900,
        "stretch not in the reports": -0.470,
        "words in no one sentence": -0.431,
    },
)
