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
    bias=-1.117,
    words={
        "adjective absent": 0.342,
        "adjective alike": 0.039,
        "adjective denied on one side": 1.446,
        "adjective elsewhere": -0.971,
        "adjective far": -0.460,
        "adjective met": -1.025,
        "adjective stem": 0.520,
        "adjective synonym": 0.834,
        "adjective torn from its head": -0.124,
        "adverb absent": 0.271,
        "adverb alike": 0.263,
        "adverb elsewhere": 0.208,
        "adverb far": 0.372,
        "adverb met": -0.538,
        "adverb stem": -0.287,
        "adverb synonym": 0.729,
        "adverb torn from its head": 0.214,
        "akin": -0.286,
        "another adjective in its place": -0.019,
        "another adverb in its place": -0.049,
        "another beside": 0.100,
        "another in its place": 0.865,
        "another name in its place": 0.843,
        "another noun in its place": 0.040,
        "another number in its place": 0.895,
        "another time in its place": -0.567,
        "another verb in its place": -0.279,
        "claim met": -0.774,
        "claim met, itself not": 0.483,
        "degree absent": -0.590,
        "degree met": -1.148,
        "denial absent": 3.424,
        "denial akin": 1.730,
        "denial met": 0.675,
        "denied and not met": 1.078,
        "follows as in the report": -0.585,
        "head in another sentence": 0.449,
        "head not met": -0.232,
        "head not met, itself met": 0.208,
        "hedge absent": -0.487,
        "hedge lost": -0.082,
        "hedge met": 0.261,
        "name absent": 2.212,
        "name elsewhere": -1.528,
        "name far": -0.775,
        "name met": -1.749,
        "name stem": 2.155,
        "name torn from its head": -0.475,
        "noun absent": 0.331,
        "noun alike": 0.200,
        "noun elsewhere": -0.806,
        "noun far": -1.205,
        "noun met": -1.234,
        "noun stem": -0.478,
        "noun synonym": -0.052,
        "noun torn from its head": 0.170,
        "number absent": 1.049,
        "number elsewhere": -1.420,
        "number far": 1.025,
        "number met": -0.368,
        "number near": 3.400,
        "number torn from its head": 0.906,
        "opposite said": 2.441,
        "rare adjective": 0.623,
        "rare adverb": -0.528,
        "rare degree": 0.699,
        "rare denial": -1.101,
        "rare hedge": -0.565,
        "rare name": -0.091,
        "rare noun": 0.375,
        "rare number": 0.653,
        "rare time": 0.737,
        "rare verb": 1.932,
        "role turned": 0.539,
        "time absent": 0.313,
        "time elsewhere": -0.350,
        "time far": 0.774,
        "time met": -0.598,
        "time stem": 0.869,
        "time synonym": -1.099,
        "time torn from its head": 0.580,
        "torn from its head": -0.014,
        "verb absent": -0.862,
        "verb alike": -0.999,
        "verb denied on one side": 1.311,
        "verb elsewhere": -1.181,
        "verb far": -1.206,
        "verb met": -0.884,
        "verb stem": -0.740,
        "verb synonym": -0.075,
        "verb torn from its head": -0.836,
        "words about it met": -0.724,
        "words about it met, itself not": 0.535,
    },
    base_rate=3.050,
    every_word=2.362,
    worst_word=1.323,
    altered=-1.488,
    measures={
        "another number in the best sentence": 1.405,
        "another time in the best sentence": -1.846,
        "bound left out": -1.084,
        "denial left out": -1.278,
        "hedge left out": -0.567,
        "not in the reports": -0.606,
        "source left out": -1.063,
        "stretch not in the reports": -1.141,
    },
)
