"""Fits weights for `headwater.copies.verdicts` on pairs of archives whose every copy is known; prints them and scores.

    PYTHONPATH=. python training/copies/fit.py

Every step is deterministic: the same code prints the same table. README.md says what the numbers mean.
"""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt
from benchmarks.corpus_writing import write_corpus
from sklearn.linear_model import LogisticRegression

from headwater.copies.alignment import aligned
from headwater.copies.archive import Entry, read_archive
from headwater.copies.candidates import find_candidates
from headwater.copies.measures import Measures, measure
from headwater.copies.verdicts import PRIOR, WEIGHTS
from headwater.testing.scribe import Plan, Told, write_stories

__all__ = ["main"]

SCRIBE: Final = 1_000_100  # first seed of the stories; events that the scoreboard's seeds do not have
ARCHIVE: Final = 777  # seed of the archive; not one of the benchmark's
ARTICLES: Final = 2000, 4000  # of the stories, of the archive
LENIENCE: Final = 1.0  # nats that the base rate is raised by: a lent paragraph missed costs more than one looked at

Shared = Mapping[tuple[str, str], float]


class Pairs(NamedTuple):
    """Candidates of one archive: what is measured of each, whether text was copied, and which half it is in."""

    values: npt.NDArray[np.float64]
    copied: npt.NDArray[np.bool_]
    held: npt.NDArray[np.bool_]


def main() -> None:
    """Fit on one half of each archive; tell how the new table and the shipped one hold on the other."""
    sets = {"stories": _stories(), "archive": _archive()}
    values = np.concatenate([one.values[~one.held] for one in sets.values()])
    copied = np.concatenate([one.copied[~one.held] for one in sets.values()])
    weights = np.concatenate([np.full((~one.held).sum(), 1 / len(one.held)) for one in sets.values()])
    model = LogisticRegression(C=10, max_iter=5000).fit(values, copied, weights / weights.mean())
    prior = float(model.intercept_[0]) + LENIENCE
    print(f"PRIOR: Final = {prior:.1f}")  # noqa: T201  # the result
    print(f"WEIGHTS: Final = ({', '.join(f'{weight:.1f}' for weight in model.coef_[0])})")  # noqa: T201  # the result
    for table, base, parts in (("fitted anew", prior, model.coef_[0]), ("as shipped", PRIOR, np.array(WEIGHTS))):
        for name, one in sets.items():
            print(f"{table}, {name}: {_held(one, base, parts)}")  # noqa: T201  # the result


def _held(pairs: Pairs, prior: float, weights: npt.NDArray[np.float64]) -> str:
    """How a table does on the half held out."""
    called = pairs.values[pairs.held] @ weights + prior > 0
    copied = pairs.copied[pairs.held]
    right = (called & copied).sum()
    return f"{len(called)} pairs held out, precision {right / called.sum():.3f}, recall {right / copied.sum():.3f}"


def _columns(measures: Measures) -> npt.NDArray[np.float64]:
    """What `verdicts.judge` weighs, in its order."""
    counts = [np.log1p(count) for count in (measures.others, measures.names, measures.odd_names)]
    return np.stack([*counts, measures.exact, measures.most], axis=1).astype(np.float64)


def _pairs(entries: Sequence[Entry], shared: Shared, halves: Mapping[str, int]) -> Pairs:
    archive = read_archive(entries)
    pairs = find_candidates(archive).pairs
    names = [(archive.ids[left], archive.ids[right]) for left, right in pairs.tolist()]
    copied = np.array([shared.get(pair, 0.0) > 0 for pair in names])
    held = np.array([halves[left] for left, _ in names]) == 1
    return Pairs(_columns(measure(aligned(archive, pairs).tallies)), copied, held)


def _stories() -> Pairs:
    """The stories of the scribe's newsrooms in one archive: thirty-odd templates, so that most candidates are none."""
    told = list(write_stories(SCRIBE, ARTICLES[0], Plan(events=10_000)))
    halves = {article.id: number % 2 for number, story in enumerate(told) for article in story.articles}
    articles = [article for story in told for article in story.articles]
    return _pairs(articles, {pair: size for story in told for pair, size in _common(story)}, halves)


def _common(story: Told) -> Iterator[tuple[tuple[str, str], float]]:
    """Each two articles with the letters of one original that both have, officials' statements left out."""
    parts: dict[str, dict[tuple[str, int], int]] = defaultdict(dict)
    for strand in story.strands:
        span = strand.span
        lent = any(
            one.article == span.article and one.start < span.end and span.start < one.end for one in story.shared
        )
        if not lent:
            parts[span.article][strand.root, strand.sentence] = span.end - span.start
    names = sorted(article.id for article in story.articles)
    for left in names:
        for right in names:
            common = parts[left].keys() & parts[right].keys()
            yield (left, right), sum(min(parts[left][one], parts[right][one]) for one in common)


def _archive() -> Pairs:
    """An archive such as the benchmark's: families of copies of every kind, hard negatives, and singles."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = write_corpus(Path(folder), ARTICLES[1], ARCHIVE)
        entries = list(corpus.rows())
        truth = zip(corpus.truth.left.tolist(), corpus.truth.right.tolist(), corpus.truth.words.tolist(), strict=True)
        shared = {(f"{min(one, two):07}", f"{max(one, two):07}"): float(words) for one, two, words in truth}
        groups = [event if event >= 0 else number for number, event in enumerate(corpus.event.tolist())]
        halves = {name: group % 2 for (name, _, _), group in zip(entries, groups, strict=True)}
    return _pairs(entries, shared, halves)


if __name__ == "__main__":
    main()
