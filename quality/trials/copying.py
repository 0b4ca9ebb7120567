"""Who copied whom on labelled news pages of three events, and how many lines there are.

Pairs of one event that are not listed count as not derived, as the labels' makers say. The weights of derivation were
fitted on these pages, so the figures flatter.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from random import Random
from typing import Final, NamedTuple

import msgspec

from headwater.derivations import kinds, trace
from headwater.documents import read_documents
from headwater.engines.local import LocalEngine
from headwater.models.spacy_english import load_parser
from headwater.settings import Settings
from headwater.text.agencies import agency_within
from headwater.types import Article, Document, Stemma, Story
from quality.articles import as_article
from quality.board.metric import Metric, Published
from quality.board.trial import Sample, Task, Trial
from quality.scoring.clusters import adjusted_rand
from quality.scoring.lines import NOT_DERIVED
from quality.scoring.reliability import Stated, chance_of, reliability

__all__ = ["TRIALS"]

Pair = tuple[str, str]

_DERIVED: Final = frozenset({"copy", "rewrite", "partial"})
_NOT: Final = frozenset({"common_statement", "independent"})
_SETS: Final = 40  # random sets of an event
_SIZE: Final = 20  # articles in a set
_BASELINE: Final = "5-gram containment on a like set"


class Page(msgspec.Struct, frozen=True):
    """One labelled article."""

    id: str
    text: str
    title: str
    credits: tuple[str, ...]
    line: str

    @property
    def event(self) -> str:
        """The letters the id begins with."""
        return re.match(r"\D*", self.id)[0]  # type: ignore[index]  # matches any string


class Label(msgspec.Struct, frozen=True):
    """One labelled pair."""

    a: str
    b: str
    label: str


class Traced(NamedTuple):
    """An event read and traced as a whole."""

    pages: Sequence[Page]
    documents: Sequence[Document]
    stemma: Stemma


class Weighed(NamedTuple):
    """The pairs of articles between two lines, or within one: one unit of the pair figures."""

    hits: int
    called: int
    derived: int
    pairs: int


def run(task: Task) -> Mapping[str, Sample]:
    """Trace each event, and random sets of its articles."""
    pages = task.read("copying/articles.jsonl", Page)
    labels = {_ordered(each.a, each.b): each.label for each in task.read("copying/pairs.jsonl", Label)}
    events = sorted({page.event for page in pages})
    most = 30 if task.quick else len(pages)  # articles of an event
    traced = [_traced([p for p in pages if p.event == event][:most]) for event in task.watch(events, 2 * len(events))]
    units = [unit for each in traced for unit in _weighed(each, labels)]
    hard = [pair for pair, label in labels.items() if label in _NOT]
    called = {pair for each in traced for pair in _called(each.stemma)}
    given = {page.id for each in traced for page in each.pages}
    lines = [(line, found) for each in traced for line, found in _lines(each)]
    sets = [error for each in traced for error in _set_errors(each, _SETS // 8 if task.quick else _SETS)]
    task.tell(2 * len(events), 2 * len(events))
    rows = len(given)
    return {
        "copying.pair_f1": Sample(units, _plain_f1, rows),
        "copying.pair_f1_balanced": Sample(units, _balanced_f1, rows, tuple(_odds_kept(traced, labels))),
        "copying.lines_ari": Sample(lines, _ari, rows),
        "copying.lines_exact_20": Sample(sets, lambda drawn: _share(error == 0 for error in drawn)),
        "copying.lines_within_one_20": Sample(sets, lambda drawn: _share(abs(error) <= 1 for error in drawn)),
        "copying.false_links": Sample([pair in called for pair in hard if given.issuperset(pair)], _share),
    }


def _ordered(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)


def _share(items: Sequence[bool] | Iterator[bool]) -> float:
    every = list(items)
    return sum(every) / len(every) if every else 0.0


def _traced(pages: Sequence[Page]) -> Traced:
    documents = tuple(read_documents([_article(page) for page in pages], load_parser(Settings().model)))
    return Traced(pages, documents, _stemma(documents))


def _stemma(documents: Sequence[Document]) -> Stemma:
    return trace(Story("story", tuple(sorted(d.article.id for d in documents))), documents, LocalEngine())


def _article(page: Page) -> Article:
    agency = agency_within(" ".join(page.credits))
    return as_article(page.id, page.text, title=page.title, agency=agency)


def _called(stemma: Stemma) -> frozenset[Pair]:
    return frozenset(pair for pair, kind in kinds(stemma).items() if kind not in NOT_DERIVED)


def _weighed(traced: Traced, labels: Mapping[Pair, str]) -> Iterator[Weighed]:
    line_of = {page.id: page.line for page in traced.pages}
    called = _called(traced.stemma)
    groups: dict[Pair, list[tuple[bool, bool]]] = defaultdict(list)
    for pair in combinations(sorted(line_of), 2):
        between = _ordered(line_of[pair[0]], line_of[pair[1]])
        groups[between].append((pair in called, labels.get(pair) in _DERIVED))
    for _, pairs in sorted(groups.items()):
        hits = sum(answer and derived for answer, derived in pairs)
        yield Weighed(hits, sum(answer for answer, _ in pairs), sum(derived for _, derived in pairs), len(pairs))


def _odds_kept(traced: Sequence[Traced], labels: Mapping[Pair, str]) -> Iterator[str]:
    """How the stated chance that text was taken fared, over the pairs compared; each pair of lines weighs 1."""
    for each in traced:
        line_of = {page.id: page.line for page in each.pages}
        found = {_ordered(one.left, one.right): one.score for one in each.stemma.derivations}
        between = {pair: _ordered(line_of[pair[0]], line_of[pair[1]]) for pair in found}
        sizes = Counter(between.values())
        yield f"{each.pages[0].event}: {len(found)} pairs compared"
        yield from reliability(
            Stated(chance_of(score), labels.get(pair) in _DERIVED, 1 / sizes[between[pair]])
            for pair, score in found.items()
        )


def _plain_f1(units: Sequence[Weighed]) -> float:
    return _f1(sum(u.hits for u in units), sum(u.called for u in units), sum(u.derived for u in units))


def _balanced_f1(units: Sequence[Weighed]) -> float:
    """Each pair of lines weighs the same, however many articles are in it."""
    return _f1(
        sum(u.hits / u.pairs for u in units),
        sum(u.called / u.pairs for u in units),
        sum(u.derived / u.pairs for u in units),
    )


def _f1(hits: float, called: float, derived: float) -> float:
    return 2 * hits / (called + derived) if called + derived else 0.0


def _lines(traced: Traced) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each labelled line with the line we found for each of its articles."""
    found = {article: line.id for line in traced.stemma.lines for article in line.articles}
    event = traced.pages[0].event
    members: dict[str, list[str]] = defaultdict(list)
    for page in traced.pages:
        members[page.line].append(f"{event}/{found[page.id]}")
    yield from ((f"{event}/{line}", tuple(each)) for line, each in sorted(members.items()))


def _ari(units: Sequence[tuple[str, tuple[str, ...]]]) -> float:
    """ARI of the articles; a line drawn for the k-th time lies in a k-th world of its own."""
    times: Counter[str] = Counter()
    truth: list[str] = []
    found: list[str] = []
    for line, members in units:
        times[line] += 1
        truth += [f"{times[line]}/{line}"] * len(members)
        found += [f"{times[line]}/{member}" for member in members]
    return adjusted_rand(dict(enumerate(truth)), dict(enumerate(found)))


def _set_errors(traced: Traced, sets: int) -> Iterator[int]:
    """Our number of lines less the labelled one, for random sets of an event's articles."""
    line_of = {page.id: page.line for page in traced.pages}
    for number in range(sets):
        draw = Random(number)  # noqa: S311  # chance for statistics, not for secrets
        documents = draw.sample(list(traced.documents), min(_SIZE, len(traced.documents)))
        yield _stemma(documents).count.best - len({line_of[document.article.id] for document in documents})


TRIALS: Final = (
    Trial(
        (
            Metric("copying.pair_f1", "derived pairs over all pairs of an event, F1"),
            Metric(
                "copying.pair_f1_balanced",
                "the same, each pair of lines weighing the same",
                Published(0.825, _BASELINE),
            ),
            Metric(
                "copying.lines_ari", "articles grouped into lines, adjusted Rand index", Published(0.755, _BASELINE)
            ),
            Metric(
                "copying.lines_exact_20",
                "random sets of 20 articles whose number of lines is right",
                Published(0.54, _BASELINE),
            ),
            Metric("copying.lines_within_one_20", "the same, right or one off"),
            Metric(
                "copying.false_links",
                "pairs that share only a statement, or nothing, called derived",
                lower_is_better=True,
            ),
        ),
        ("copying/articles.jsonl", "copying/pairs.jsonl"),
        run,
    ),
)
