"""Derivation on stories that the scribe wrote: passages, spun copies, direction, the number of lines.

The truth is exact and the texts are invented, which flatters: real sets decide. Nothing of derivation was fitted on
these seeds; whoever fits on the scribe's stories takes seeds from a million on and `Plan(events=...)` beyond the
board's, so that no event is shared.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, combinations
from math import inf
from typing import Final, NamedTuple

from headwater.derivations import kinds, taken, trace
from headwater.documents import read_documents
from headwater.engines.local import LocalEngine
from headwater.evidence import total
from headwater.models.spacy_english import load_parser
from headwater.settings import Settings
from headwater.testing.scribe import Copy, Manner, Plan, Told, passages_between, write_story
from headwater.types import Derivation, DerivationKind, Direction, Passage, Stemma, Story
from quality.board.metric import Metric
from quality.board.trial import Sample, Task, Trial
from quality.scoring import passages as pan
from quality.scoring.clusters import adjusted_rand
from quality.scoring.ranking import recall_at_precision
from quality.scoring.reliability import Stated, calibration_error, chance_of, reliability

__all__ = [
    "TRIALS",
    "Read",
    "certainties",
    "directions",
    "lines_grouped",
    "lost_siblings",
    "pairs_scored",
    "passages_found",
]

Pair = tuple[str, str]

_SPUN: Final = Plan(
    lines=(3, 3),
    articles=(10, 10),
    lost=0,
    onward=0,
    borrowing=0,
    updating=0,
    manners={Manner.SPUN: 1.0},
    synonym_rates=(0.6,),
)
_PRECISION: Final = 0.95
_NO_COPIES: Final = (Manner.BORROWED, Manner.UPDATED)
_WAYS: Final = (Direction.LEFT_TO_RIGHT, Direction.RIGHT_TO_LEFT)


class Read(NamedTuple):
    """A story as it was told, and what derivation makes of it."""

    told: Told
    stemma: Stemma

    @property
    def derivations(self) -> dict[Pair, Derivation]:
        """What was found between two articles, by their ids in order."""
        return {(each.left, each.right): each for each in self.stemma.derivations}


def _read(seed: int, plan: Plan) -> Read:
    told = write_story(seed, plan)
    documents = tuple(read_documents(told.articles, load_parser(Settings().model)))
    story = Story(told.id, tuple(article.id for article in told.articles))
    return Read(told, trace(story, documents, LocalEngine()))


def _kept(units: Sequence[Sequence[Stated]]) -> tuple[str, ...]:
    return tuple(reliability(chain.from_iterable(units)))


def _share(answers: Sequence[bool]) -> float:
    return sum(answers) / len(answers) if answers else 0.0


# --- passages, lines ------------------------------------------------------------------------------------------


def run_stories(task: Task) -> Mapping[str, Sample]:
    """Stories of 5 to 25 articles, copied in every manner."""
    seeds = range(1, 7 if task.quick else 41)
    reads = [_read(seed, Plan()) for seed in task.watch(seeds, len(seeds))]
    errors = [read.stemma.count.best - len(read.told.lines) for read in reads]
    articles = sum(len(read.told.articles) for read in reads)
    said = [list(odds_said(read)) for read in reads]
    return {
        "passages.plagdet": Sample([passages_found(read) for read in reads], _plagdet, articles),
        "lines.scribe_exact": Sample(errors, lambda drawn: _share([error == 0 for error in drawn])),
        "lines.scribe_within_one": Sample(errors, lambda drawn: _share([abs(error) <= 1 for error in drawn])),
        "lines.scribe_ari": Sample([lines_grouped(read) for read in reads], lambda drawn: sum(drawn) / len(drawn)),
        "lines.calibration_error": Sample(said, _calibration, sum(map(len, said)), _kept(said)),
        "lines.kind_accuracy": Sample([list(kinds_told(read)) for read in reads], _kinds_right),
    }


def passages_found(read: Read) -> pan.PassageTally:
    """The passages found against those there are, over all pairs of articles handed over."""
    strands = {
        article.id: [each for each in read.told.strands if each.span.article == article.id]
        for article in read.told.articles
    }
    cases = [each for a, b in combinations(sorted(strands), 2) for each in passages_between(strands[a], strands[b])]
    found = [each for passages in taken(read.stemma, read.told.articles).values() for each in passages]
    return pan.tally_passages(_sides(cases), _sides(found))


def odds_said(read: Read) -> Iterator[Stated]:
    """Of each pair of texts the chance that something was taken, whether it was, and the weight of the pair.

    The pairs of two lines' articles, or of one's, weigh 1 together.
    """
    line_of = read.told.line_of()
    strands = {each: [one for one in read.told.strands if one.span.article == each] for each in line_of}
    sizes = Counter(tuple(sorted((line_of[a], line_of[b]))) for a, b in read.derivations)
    for (a, b), found in read.derivations.items():
        taken = any(not _heard_by_both(each, read.told) for each in passages_between(strands[a], strands[b]))
        yield Stated(chance_of(found.score), taken, 1 / sizes[tuple(sorted((line_of[a], line_of[b])))])


def _heard_by_both(passage: Passage, told: Told) -> bool:
    """Whether a passage lies in a statement that reporters heard from one mouth, but for its last mark."""
    side = passage.left
    return any(
        each.article == side.article and each.start <= side.start and side.end <= each.end + 2 for each in told.shared
    )


def kinds_told(read: Read) -> Iterator[tuple[DerivationKind, bool]]:
    """The kind of each copy whose parent was handed over too, and whether it was told. Versions are left out."""
    given, found = {article.id for article in read.told.articles}, kinds(read.stemma)
    for copy in read.told.copies:
        if given.issuperset((copy.parent, copy.child)) and copy.manner is not Manner.UPDATED:
            pair = min(copy.parent, copy.child), max(copy.parent, copy.child)
            yield copy.kind, _as_told(found.get(pair, DerivationKind.INDEPENDENT)) is _as_told(copy.kind)


def _as_told(kind: DerivationKind) -> DerivationKind:
    """Abridged and expanded are one kind here: which of the two it is is a question of direction."""
    return DerivationKind.ABRIDGED if kind is DerivationKind.EXPANDED else kind


def _kinds_right(units: Sequence[Sequence[tuple[DerivationKind, bool]]]) -> float:
    """The mean over kinds of the share that was told right."""
    answers: dict[DerivationKind, list[bool]] = defaultdict(list)
    for kind, right in (row for unit in units for row in unit):
        answers[_as_told(kind)].append(right)
    return sum(_share(each) for each in answers.values()) / len(answers) if answers else 0.0


def _sides(passages: Sequence[Passage]) -> list[pan.Passage]:
    return [pan.Passage(each.right, each.left) for each in passages]


def _plagdet(units: Sequence[pan.PassageTally]) -> float:
    return sum(units, pan.PassageTally()).plagdet


def lines_grouped(read: Read) -> float:
    """The adjusted Rand index of the lines found, over the articles handed over."""
    found = {article: line.id for line in read.stemma.lines for article in line.articles}
    return adjusted_rand(read.told.line_of(), found)


# --- spun copies ----------------------------------------------------------------------------------------------


def run_spun(task: Task) -> Mapping[str, Sample]:
    """Stories of three originals and copies of them spun at a synonym rate of 60 %; no original is lost."""
    seeds = range(101, 104 if task.quick else 126)
    reads = [_read(seed, _SPUN) for seed in task.watch(seeds, len(seeds))]
    copies = [list(pairs_scored(read, siblings=False)) for read in reads]
    siblings = [list(pairs_scored(read, siblings=True)) for read in reads]
    return {
        "spun.recall_at_p95": Sample(copies, _recall, sum(map(len, copies))),
        "spun.siblings_recall_at_p95": Sample(siblings, _recall, sum(map(len, siblings))),
    }


def pairs_scored(read: Read, *, siblings: bool) -> Iterator[tuple[bool, float]]:
    """Pairs of two lines, and of one: those of original and copy, or those of two copies; each with its score."""
    line_of, found = read.told.line_of(), read.derivations
    edges = {tuple(sorted((copy.parent, copy.child))) for copy in read.told.copies}
    for pair in combinations(sorted(line_of), 2):
        same = line_of[pair[0]] == line_of[pair[1]]
        if not same or (pair not in edges) is siblings:
            yield same, found[pair].score if pair in found else -inf


def _recall(units: Sequence[Sequence[tuple[bool, float]]]) -> float:
    pairs = [pair for unit in units for pair in unit]
    return recall_at_precision([same for same, _ in pairs], [score for _, score in pairs], _PRECISION)


# --- direction ------------------------------------------------------------------------------------------------


def run_direction(task: Task) -> Mapping[str, Sample]:
    """Who copied whom, between a text and a copy of it, all times hidden."""
    seeds = range(201, 205 if task.quick else 231)
    reads = [_read(seed, Plan(timed=False)) for seed in task.watch(seeds, len(seeds))]
    answers = [list(directions(read)) for read in reads]
    pairs = sum(len(each) for each in answers)
    stated = [list(certainties(read)) for read in reads]
    siblings = [list(lost_siblings(read)) for read in reads]
    related = sum(len(each) for each in siblings)
    return {
        "direction.accuracy": Sample(answers, _right_of_decided, pairs),
        "direction.decided": Sample(answers, _decided, pairs),
        "direction.calibration_error": Sample(
            stated, lambda drawn: _calibration(drawn, 2 * 10), sum(map(len, stated)), _kept(stated)
        ),
        "direction.common_recall": Sample(siblings, lambda drawn: _found(drawn, (Direction.COMMON_ORIGIN,)), related),
        "direction.common_unclaimed": Sample(siblings, lambda drawn: 1.0 - _found(drawn, _WAYS), related),
    }


def certainties(read: Read) -> Iterator[Stated]:
    """How sure the evidence is of a way between a text and its copy, 0.5 to 1, and whether that way is right."""
    for copy in _given_copies(read.told):
        found = read.derivations.get(_ordered(copy))
        if found is not None and found.direction_evidence:
            score = total(found.direction_evidence)
            yield Stated(chance_of(abs(score)), (score > 0) == (copy.parent < copy.child))


def _calibration(units: Sequence[Sequence[Stated]], bands: int = 10) -> float:
    return calibration_error(chain.from_iterable(units), bands)


def lost_siblings(read: Read) -> Iterator[Direction]:
    """What was found between two copies of one text that nobody handed over; loans and versions are no copies here."""
    children: dict[str, list[str]] = {}
    given = {article.id for article in read.told.articles}
    for copy in read.told.copies:
        if copy.parent not in given and copy.child in given and copy.manner not in _NO_COPIES:
            children.setdefault(copy.parent, []).append(copy.child)
    for of_one in children.values():
        for pair in combinations(sorted(of_one), 2):
            yield read.derivations[pair].direction if pair in read.derivations else Direction.NONE


def _found(units: Sequence[Sequence[Direction]], wanted: Sequence[Direction]) -> float:
    return _share([each in wanted for unit in units for each in unit])


def directions(read: Read) -> Iterator[bool | None]:
    """Whether the direction found is right; None if it is left open. Loans and versions are no copies here."""
    for copy in _given_copies(read.told):
        yield _direction(copy, read.derivations)


def _given_copies(told: Told) -> Iterator[Copy]:
    """The copies that were handed over together with what they were copied from."""
    given = {article.id for article in told.articles}
    for copy in told.copies:
        if given.issuperset((copy.parent, copy.child)) and copy.manner not in _NO_COPIES:
            yield copy


def _ordered(copy: Copy) -> Pair:
    return min(copy.parent, copy.child), max(copy.parent, copy.child)


def _direction(copy: Copy, found: Mapping[Pair, Derivation]) -> bool | None:
    one = found.get(_ordered(copy))
    if one is None or one.direction in (Direction.UNDECIDED, Direction.NONE):
        return None
    right = Direction.LEFT_TO_RIGHT if copy.parent < copy.child else Direction.RIGHT_TO_LEFT
    return one.direction is right


def _right_of_decided(units: Sequence[Sequence[bool | None]]) -> float:
    return _share([answer for unit in units for answer in unit if answer is not None])


def _decided(units: Sequence[Sequence[bool | None]]) -> float:
    return _share([answer is not None for unit in units for answer in unit])


TRIALS: Final = (
    Trial(
        (
            Metric("passages.plagdet", "copied passages between all articles of a written story, PlagDet"),
            Metric("lines.scribe_exact", "written stories of 5 to 25 articles whose number of lines is right"),
            Metric("lines.scribe_within_one", "the same, right or one off"),
            Metric("lines.scribe_ari", "articles grouped into lines, mean adjusted Rand index of the stories"),
            Metric(
                "lines.calibration_error",
                "the odds that something was taken, expected calibration error; pairs of lines weigh the same",
                lower_is_better=True,
            ),
            Metric("lines.kind_accuracy", "copies whose kind is told (abridged or expanded as one), mean over kinds"),
        ),
        (),
        run_stories,
    ),
    Trial(
        (
            Metric("spun.recall_at_p95", "original and copy spun at 60 %: pairs found at a precision of 95 %"),
            Metric("spun.siblings_recall_at_p95", "the same for two copies spun from one original"),
        ),
        (),
        run_spun,
    ),
    Trial(
        (
            Metric("direction.accuracy", "who copied whom, times hidden: right of those decided"),
            Metric("direction.decided", "the same: decided of all pairs of text and copy"),
            Metric(
                "direction.calibration_error",
                "the same: how far stated certainty is off the share right",
                lower_is_better=True,
            ),
            Metric("direction.common_recall", "two copies of one lost text found to come from an unseen one"),
            Metric("direction.common_unclaimed", "the same: neither of the two claimed as the other's source"),
        ),
        (),
        run_direction,
    ),
)
