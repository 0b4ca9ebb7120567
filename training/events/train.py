"""Fits the weights of `headwater.claims.happenings` and prints them as the table in its `weights.py`.

    PYTHONPATH=. python training/events/train.py ../shared/data

Reads ecbplus/ecbplus.jsonl below the folder. The ten topics that the scoreboard measures on are never looked at. The
same rows give the same table. README.md beside this script tells about the data and what came out.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from operator import add
from pathlib import Path
from typing import Final, NamedTuple

import msgspec
import numpy as np
import numpy.typing as npt
from quality.board.trial import spread
from quality.scoring.coreference import Chains, Coreference, coreference

from headwater.claims.happenings import event_views, weighed_pairs
from headwater.claims.happenings.linking import average_linkage
from headwater.claims.happenings.weights import BASE_RATE
from headwater.documents import read_documents
from headwater.entities import identify
from headwater.models.spacy_english import load_parser
from headwater.settings import Settings
from headwater.text.mentions import EntityIndex
from headwater.types import Article, Span

__all__ = ["Story", "check", "fit", "main", "measured", "read_rows", "stories", "table", "training_topics"]

BOARD: Final = 10  # topics that quality/trials/ecbplus.py measures on, spread over their names
PENALTY: Final = 3.0  # on the squares of the weights of standardised signs; 1 to 10 come out alike
WORTH: Final = 30.0  # of all pairs of a sub-topic, times the fourth root of its number of pairs to the third
POWER: Final = 0.25
STEPS: Final = 15  # of Newton's method
CANDIDATES: Final = (0.3, 0.35, 0.4, 0.45, 0.5)  # mean chances from which groups may join

Array = npt.NDArray[np.float64]


class Marked(msgspec.Struct, frozen=True):
    """An event mention and the chain it belongs to."""

    start: int
    end: int
    chain: str


class Row(msgspec.Struct, frozen=True):
    """One article of the corpus."""

    id: str
    topic: str
    subtopic: str
    text: str
    events: tuple[Marked, ...]


class Story(NamedTuple):
    """One sub-topic: the chain of each mention; the pairs that are compared, their signs, and whether they are one."""

    topic: str
    chains: tuple[str, ...]
    pairs: tuple[tuple[int, int], ...]
    signs: Array
    one: Array


def read_rows(data: Path) -> list[Row]:
    """All articles of the corpus."""
    with (data / "ecbplus" / "ecbplus.jsonl").open("rb") as lines:
        return [msgspec.json.decode(line, type=Row) for line in lines]


def training_topics(rows: Sequence[Row]) -> tuple[str, ...]:
    """The topics that the scoreboard does not measure on."""
    topics = sorted({row.topic for row in rows})
    board = frozenset(spread(topics, BOARD))
    return tuple(topic for topic in topics if topic not in board)


def stories(rows: Sequence[Row], topics: Sequence[str]) -> Iterator[tuple[str, list[Row]]]:
    """The sub-topics of some topics, with their articles."""
    members: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if row.topic in topics:
            members[row.topic, row.subtopic].append(row)
    yield from ((topic, members[topic, subtopic]) for topic, subtopic in sorted(members))


def measured(rows: Sequence[Row], topics: Sequence[str]) -> tuple[tuple[str, ...], list[Story]]:
    """The names of the signs, and each story with the signs of its pairs."""
    parser = load_parser(Settings().model)
    found = []
    for topic, members in stories(rows, topics):
        documents = tuple(read_documents([Article(row.id, row.text, row.id) for row in members], parser))
        chain = {Span(row.id, each.start, each.end): each.chain for row in members for each in row.events}
        views = event_views(list(chain), documents, EntityIndex(identify(documents)))
        weighed = list(weighed_pairs(views, documents))
        found.append((topic, tuple(chain[view.trigger] for view in views), weighed))
    names = tuple(sorted({name for _, _, weighed in found for _, signs in weighed for name in signs}))
    return names, [_story(names, *one) for one in found]


def _story(
    names: Sequence[str],
    topic: str,
    chains: tuple[str, ...],
    weighed: Sequence[tuple[tuple[int, int], dict[str, float]]],
) -> Story:
    pairs = tuple(pair for pair, _ in weighed)
    signs = np.array([[signs.get(name, 0.0) for name in names] for _, signs in weighed]).reshape(-1, len(names))
    return Story(topic, chains, pairs, signs, np.array([float(chains[a] == chains[b]) for a, b in pairs]))


def fit(found: Sequence[Story]) -> Array:
    """The base rate and the weights: logistic regression with a penalty on squares, by Newton's method."""
    values = np.vstack([story.signs for story in found])
    scale = values.std(axis=0) + 1e-6
    signs = np.c_[np.ones(len(values)), values / scale]
    one = np.concatenate([story.one for story in found])
    worth = np.concatenate([np.full(len(story.pairs), WORTH * max(1, len(story.pairs)) ** -POWER) for story in found])
    penalty = np.r_[1e-6, np.full(len(scale), PENALTY)]
    weights = np.zeros(signs.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-np.clip(signs @ weights, -30, 30)))
        slope = signs.T @ (worth * (one - chance)) - penalty * weights
        bend = (signs * (worth * np.maximum(chance * (1 - chance), 1e-6))[:, None]).T @ signs + np.diag(penalty)
        weights += np.linalg.solve(bend, slope)
    fitted: Array = np.r_[weights[0], weights[1:] / scale]
    return fitted


def check(found: Sequence[Story]) -> Iterator[str]:
    """Quality on topics that were left out in turn, at each mean chance from which groups may join."""
    chances: dict[int, Array] = {}
    for topic in sorted({story.topic for story in found}):
        weights = fit([story for story in found if story.topic != topic])
        for place, story in enumerate(found):
            if story.topic == topic:
                chances[place] = 1 / (1 + np.exp(-(weights[0] + story.signs @ weights[1:])))
    for least in CANDIDATES:
        tally = reduce(add, (_scored(story, chances[n], least) for n, story in enumerate(found)), Coreference())
        yield f"groups join from {least}: CoNLL F1 {tally.conll_f1:.4f}"


def _scored(story: Story, chances: Array, least: float) -> Coreference:
    given = dict(zip(story.pairs, map(float, chances), strict=True))
    groups = average_linkage(len(story.chains), given, least)
    key: dict[str, set[int]] = defaultdict(set)
    for number, chain in enumerate(story.chains):
        key[chain].add(number)
    return coreference(_frozen(key), tuple(frozenset(group) for group in groups))


def _frozen(chains: Mapping[str, set[int]]) -> Chains:
    return tuple(frozenset(chain) for chain in chains.values())


def table(names: Sequence[str], weights: Array) -> str:
    """The weights as the lines of a Python table."""
    return "\n".join(f'    "{name}": {weight:.3f},' for name, weight in zip((BASE_RATE, *names), weights, strict=True))


def main(data: Path) -> None:
    """Measures the stories, reports on them and prints the table."""
    rows = read_rows(data)
    names, found = measured(rows, training_topics(rows))
    print(*check(found), table(names, fit(found)), sep="\n")  # noqa: T201  # what the script is for


if __name__ == "__main__":
    main(Path(sys.argv[1]))
