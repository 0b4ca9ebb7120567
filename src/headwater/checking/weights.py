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
    bias=0.548,
    words={
        "adjective absent": 0.827,
        "adjective alike": 0.178,
        "adjective denied on one side": 0.276,
        "adjective elsewhere": -0.212,
        "adjective far": -0.668,
        "adjective met": -0.802,
        "adjective stem": 1.748,
        "adjective synonym": 1.298,
        "adjective torn from its head": -0.781,
        "adverb absent": -0.137,
        "adverb alike": 0.200,
        "adverb elsewhere": -0.510,
        "adverb far": 0.013,
        "adverb met": -1.019,
        "adverb stem": -0.219,
        "adverb synonym": 0.119,
        "adverb torn from its head": 0.049,
        "akin": -0.562,
        "an event of its class told": -0.913,
        "another adjective in its place": -0.561,
        "another adverb in its place": 0.135,
        "another beside": 0.088,
        "another in its place": 0.913,
        "another name in its place": 1.542,
        "another noun in its place": -0.533,
        "another number in its place": 1.577,
        "another time in its place": -0.495,
        "another verb in its place": -0.752,
        "claim met": -2.488,
        "claim met, itself not": 0.774,
        "degree absent": -1.044,
        "degree met": -0.524,
        "denial absent": 4.410,
        "denial akin": 0.136,
        "denial met": 0.741,
        "denied and not met": -0.293,
        "follows as in the report": -0.461,
        "head in another sentence": 0.422,
        "head not met": -0.253,
        "head not met, itself met": 0.276,
        "hedge absent": -0.964,
        "hedge lost": 0.068,
        "hedge met": 0.400,
        "name absent": 2.183,
        "name elsewhere": -1.439,
        "name far": -0.630,
        "name met": -1.060,
        "name of another ending": 3.308,
        "name stem": 1.818,
        "name torn from its head": 0.223,
        "noun absent": 0.932,
        "noun alike": 1.171,
        "noun elsewhere": -0.082,
        "noun far": -0.969,
        "noun met": -0.694,
        "noun stem": -0.030,
        "noun synonym": 0.139,
        "noun torn from its head": 0.088,
        "number absent": 1.607,
        "number elsewhere": -1.188,
        "number far": 0.271,
        "number met": 0.047,
        "number torn from its head": 0.728,
        "opposite said": 2.089,
        "rare adjective": 0.414,
        "rare adverb": 0.725,
        "rare degree": 2.426,
        "rare denial": -1.116,
        "rare hedge": -0.282,
        "rare name": 0.114,
        "rare noun": 0.719,
        "rare number": 0.690,
        "rare time": 1.444,
        "rare verb": 2.406,
        "role turned": 1.242,
        "time absent": 1.372,
        "time elsewhere": -0.532,
        "time far": 0.604,
        "time met": 0.166,
        "time stem": -0.043,
        "time synonym": -0.840,
        "time torn from its head": 0.635,
        "told elsewhere, another before the same word": 1.595,
        "told elsewhere, another behind the same word": 0.958,
        "told elsewhere, another between the same words": 0.843,
        "told elsewhere, another over the same parts": 0.112,
        "told nowhere, another before the same word": -0.283,
        "told nowhere, another behind the same word": 0.613,
        "told nowhere, another between the same words": 0.807,
        "told nowhere, another over the same parts": -0.392,
        "told of others, another before the same word": 1.264,
        "told of others, another behind the same word": 1.188,
        "told of others, another between the same words": 1.231,
        "told of others, another over the same parts": -0.595,
        "torn from its head": -0.493,
        "verb absent": -0.382,
        "verb alike": -0.590,
        "verb denied on one side": 0.484,
        "verb elsewhere": -0.770,
        "verb far": -1.280,
        "verb met": -0.535,
        "verb stem": -2.567,
        "verb synonym": -0.102,
        "verb torn from its head": -1.013,
        "words about it met": -1.312,
        "words about it met, itself not": -0.156,
    },
    base_rate=3.225,
    every_word=0.866,
    worst_word=1.743,
    altered=-2.323,
    measures={
        "a circumstance that no sentence has": -3.173,
        "a name like it in its place": -2.462,
        "anonymity left out": -3.419,
        "another place in the best sentence": -4.136,
        "another time in the best sentence": -4.111,
        "bound left out": -5.294,
        "denial left out": -5.826,
        "doer and sufferer exchanged": -4.000,
        "expectation left out": -4.318,
        "from sentences of other things": -0.624,
        "hedge left out": -4.000,
        "put together from shreds": -4.000,
        "quotation changed": -4.000,
        "source left out": -4.469,
        "the opposite in its place": -3.782,
        "titles in no one sentence": -6.008,
        "words in no one sentence": -0.600,
    },
)
