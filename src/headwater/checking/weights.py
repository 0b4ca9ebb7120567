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
    bias=-1.167,
    words={
        "adjective absent": 0.276,
        "adjective alike": 0.007,
        "adjective denied on one side": 1.488,
        "adjective elsewhere": -1.045,
        "adjective far": -0.478,
        "adjective met": -1.001,
        "adjective stem": 0.569,
        "adjective synonym": 0.851,
        "adjective torn from its head": -0.089,
        "adverb absent": 0.297,
        "adverb alike": 0.371,
        "adverb elsewhere": 0.203,
        "adverb far": 0.361,
        "adverb met": -0.459,
        "adverb stem": -0.255,
        "adverb synonym": 0.806,
        "adverb torn from its head": 0.203,
        "akin": -0.252,
        "another adjective in its place": -0.069,
        "another adverb in its place": -0.077,
        "another beside": 0.069,
        "another in its place": 0.869,
        "another name in its place": 0.843,
        "another noun in its place": 0.004,
        "another number in its place": 0.855,
        "another time in its place": -0.390,
        "another verb in its place": -0.296,
        "claim met": -0.793,
        "claim met, itself not": 0.725,
        "degree absent": -0.573,
        "degree met": -1.043,
        "denial absent": 3.355,
        "denial akin": 1.893,
        "denial met": 0.650,
        "denied and not met": 1.103,
        "follows as in the report": -0.515,
        "head in another sentence": 0.444,
        "head not met": -0.237,
        "head not met, itself met": 0.174,
        "hedge absent": -0.495,
        "hedge lost": -0.076,
        "hedge met": 0.204,
        "name absent": 2.209,
        "name elsewhere": -1.538,
        "name far": -0.770,
        "name met": -1.845,
        "name stem": 2.020,
        "name torn from its head": -0.426,
        "noun absent": 0.306,
        "noun alike": 0.164,
        "noun elsewhere": -0.796,
        "noun far": -1.285,
        "noun met": -1.198,
        "noun stem": -0.651,
        "noun synonym": 0.015,
        "noun torn from its head": 0.140,
        "number absent": 1.028,
        "number elsewhere": -1.408,
        "number far": 0.983,
        "number met": -0.375,
        "number near": 3.287,
        "number torn from its head": 0.922,
        "opposite said": 2.437,
        "rare adjective": 0.664,
        "rare adverb": -0.547,
        "rare degree": 0.535,
        "rare denial": -1.077,
        "rare hedge": -0.581,
        "rare name": -0.100,
        "rare noun": 0.369,
        "rare number": 0.602,
        "rare time": 0.629,
        "rare verb": 1.850,
        "role turned": -0.025,
        "time absent": 0.225,
        "time elsewhere": -0.195,
        "time far": 0.598,
        "time met": -0.565,
        "time stem": 0.910,
        "time synonym": -1.053,
        "time torn from its head": 0.632,
        "torn from its head": 0.087,
        "verb absent": -0.859,
        "verb alike": -1.012,
        "verb denied on one side": 1.362,
        "verb elsewhere": -1.191,
        "verb far": -1.214,
        "verb met": -0.828,
        "verb stem": -0.633,
        "verb synonym": 0.011,
        "verb torn from its head": -0.850,
        "words about it met": -0.753,
        "words about it met, itself not": 0.438,
    },
    base_rate=2.747,
    every_word=2.309,
    worst_word=1.073,
    altered=-2.088,
    measures={
        "another number in the best sentence": -0.026,
        "another time in the best sentence": -1.950,
        "denial left out": -0.855,
        "hedge left out": -4.000,
        "not in the reports": -0.254,
        "put together from shreds": -4.000,
        "quotation changed": -4.000,
        "source left out": -0.750,
        "stretch not in the reports": -1.265,
    },
)
