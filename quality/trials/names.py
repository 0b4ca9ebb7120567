"""Pairs of spellings: how well the product's score tells spellings of one name from different names.

Three sets. Latin variants are single words in two Latin spellings; they are silver, so compare matchers on them, and do
not expect 1: the pairs that are not the same differ in two or more consonants by construction, and real pairs are
harder. OpenSanctions are full names of people, and of companies and organisations, scored by `same_name` and
`same_title`; pairs with a name in another script are left out, since the product does not read those. Names in Latin
against Arabic or Cyrillic script wait for that.

Nothing of the product is trained. Its weights were set by hand and checked on all of these rows, and rules of
`same_name` were added after its errors on OpenSanctions were read: there is no half that was held out, and the figures
flatter. Pairs that share a name are drawn together for the intervals.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple, Protocol, TypeAlias, TypeVar

import msgspec
import networkx as nx

from headwater.text.spelling import FAMILY, same_name, same_title
from quality.board.metric import Metric, Published
from quality.board.trial import Sample, Task, Trial, Waiting
from quality.scoring.labels import class_score
from quality.scoring.ranking import recall_at_false_positive_rate, roc_auc

__all__ = ["TRIALS", "WAITING", "Scored", "auc", "f1", "families", "recall_at_fpr5"]

_VARIANTS: Final = "names/latin_variants.jsonl"
_SANCTIONS: Final = "names/opensanctions.jsonl"
_PERSON: Final = "person"
_BODIES: Final = frozenset({"company", "legalentity", "organization"})
_LANGUAGES: Final = (("arabic", "ar"), ("russian", "ru"))
_FULL: Final = 100_000  # all there are: scoring is quick
_QUICK: Final = 500
_RATE: Final = 0.05


class Pair(Protocol):
    """Two names, and whether they are one."""

    @property
    def a(self) -> str: ...  # what a protocol says of a field
    @property
    def b(self) -> str: ...  # what a protocol says of a field
    @property
    def same(self) -> bool: ...  # what a protocol says of a field


class Variant(msgspec.Struct, frozen=True):
    """Two Latin spellings; `lang` is the language whose script they were carried over from."""

    a: str
    b: str
    same: bool
    lang: str


class Listed(msgspec.Struct, frozen=True):
    """Two names from lists of sanctions."""

    a: str
    b: str
    same: bool
    kind: str


class Scored(NamedTuple):
    """A pair's gold and our score."""

    same: bool
    score: float


P = TypeVar("P", bound=Pair)
Family: TypeAlias = Sequence[Scored]  # the pairs that hang together by names they share
Score: TypeAlias = Callable[[str, str], float]


def run_variants(task: Task) -> Mapping[str, Sample]:
    """Score the pairs of Latin spellings."""
    pairs = task.sample(task.read(_VARIANTS, Variant), _FULL, _QUICK)
    units = families(list(task.watch(pairs, len(pairs))), same_name)
    samples = {
        "names.auc": Sample(units, auc, len(pairs)),
        "names.recall_at_fpr5": Sample(units, recall_at_fpr5, len(pairs)),
    }
    for name, code in _LANGUAGES:
        kept = [pair for pair in pairs if pair.lang == code]
        samples[f"names.{name}_auc"] = Sample(families(kept, same_name), auc, len(kept))
    return samples


def run_sanctions(task: Task) -> Mapping[str, Sample]:
    """Score the pairs of full names that are in Latin script."""
    pairs = [pair for pair in task.read(_SANCTIONS, Listed) if _in_latin(pair.a + pair.b)]
    people = [pair for pair in pairs if pair.kind == _PERSON]
    bodies = [pair for pair in pairs if pair.kind in _BODIES]
    units = families(people, same_name)
    task.tell(1, 1)
    return {
        "names.opensanctions_auc": Sample(units, auc, len(people)),
        "names.opensanctions_recall_at_fpr5": Sample(units, recall_at_fpr5, len(people)),
        "names.opensanctions_f1": Sample(units, f1, len(people)),
        "names.opensanctions_bodies_auc": Sample(families(bodies, same_title), auc, len(bodies)),
    }


def families(pairs: Sequence[P], score: Score) -> list[Family]:
    """Score the pairs, and put those together that share a name, directly or by others between."""
    graph: nx.Graph[str] = nx.Graph((pair.a, pair.b) for pair in pairs)
    number = {name: at for at, names in enumerate(nx.connected_components(graph)) for name in names}
    found: dict[int, list[Scored]] = {}
    for pair in pairs:
        found.setdefault(number[pair.a], []).append(Scored(pair.same, score(pair.a, pair.b)))
    return list(found.values())


def auc(units: Sequence[Family]) -> float:
    """The chance that spellings of one name score above different names."""
    return roc_auc(*_columns(units))


def recall_at_fpr5(units: Sequence[Family]) -> float:
    """Spellings of one name that are found where 5 % of the different names are called the same."""
    return recall_at_false_positive_rate(*_columns(units), _RATE)


def f1(units: Sequence[Family]) -> float:
    """F1 of "the same" at the threshold of the product's own documentation."""
    same, scores = _columns(units)
    return class_score(same, [score >= FAMILY for score in scores], True).f1


def _columns(units: Sequence[Family]) -> tuple[list[bool], list[float]]:
    every = [pair for family in units for pair in family]
    return [pair.same for pair in every], [pair.score for pair in every]


def _in_latin(name: str) -> bool:
    return all(unicodedata.name(letter, "").startswith("LATIN") for letter in name if letter.isalpha())


def _variants() -> Iterator[Metric]:
    learned = "learned edit weights, Arabic variants"
    yield Metric("names.auc", "Latin spelling variants (silver): area under the ROC curve", Published(0.905, learned))
    yield Metric("names.recall_at_fpr5", "the same: recall where 5 % are false alarms", Published(0.626, learned))
    for name, _ in _LANGUAGES:
        yield Metric(f"names.{name}_auc", f"the same, spellings of {name.title()} forms only")


def _sanctions() -> Iterator[Metric]:
    yield Metric(
        "names.opensanctions_auc",
        "people of OpenSanctions in Latin script: area under the ROC curve",
        Published(0.699, "Levenshtein distance, same pairs"),
    )
    yield Metric("names.opensanctions_recall_at_fpr5", "the same: recall where 5 % are false alarms")
    yield Metric("names.opensanctions_f1", f"the same: F1 at the product's own threshold, {FAMILY}")
    yield Metric("names.opensanctions_bodies_auc", "companies and organisations of OpenSanctions in Latin script: area")


TRIALS: Final = (
    Trial(tuple(_variants()), (_VARIANTS,), run_variants),
    Trial(tuple(_sanctions()), (_SANCTIONS,), run_sanctions),
)
WAITING: Final = (
    Waiting(
        Metric("names.script_recall_at_fpr5", "Latin against Arabic or Cyrillic spelling: recall at 5 % false alarms"),
        "a score across scripts: spellings in Arabic and Cyrillic are not carried over into Latin",
    ),
)
