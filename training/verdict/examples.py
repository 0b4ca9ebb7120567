"""Pairs of articles with the truth about them: what the two models of the pair verdict are fitted on."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any, Final, NamedTuple

import msgspec

from headwater.derivations.comparing import candidates
from headwater.derivations.grouping import collapse
from headwater.derivations.measures import measure
from headwater.derivations.readings import read_all
from headwater.derivations.verdicts import line_features, loan_features
from headwater.documents import read_documents
from headwater.engines.local import LocalEngine
from headwater.models.spacy_english import load_parser
from headwater.settings import Settings
from headwater.testing.articles import make_article
from headwater.testing.scribe import Manner, Plan, Told, passages_between, write_story
from headwater.types import Article, Document, Passage

__all__ = ["Example", "of_pages", "of_spun_pages", "of_stories"]

Pair = tuple[str, str]

_DERIVED: Final = frozenset({"copy", "rewrite", "partial"})
_STORIES: Final = range(1_000_100, 1_000_180)
_STORY_WEIGHT: Final = 0.25  # invented text flatters: all stories together weigh as much as a hundred pairs of lines
_SPUN_STORIES: Final = 30
_SPUN_WEIGHT: Final = 0.5
_SPUN: Final = Plan(
    lines=(3, 3),
    articles=(10, 10),
    lost=0,
    borrowing=0,
    updating=0,
    manners={Manner.SPUN: 0.6, Manner.ABRIDGED: 0.2, Manner.PARAPHRASED: 0.2},
    synonym_rates=(0.25, 0.5, 0.75),
)


class Example(NamedTuple):
    """A pair of distinct texts: the variables of both models, the truth, its weight, and the two lines it lies in.

    `whole` is None where no whole was taken and where the labels do not tell.
    """

    loan: Mapping[str, float]
    line: Mapping[str, float]
    derived: bool
    whole: bool | None
    weight: float
    lines: Pair


class _Truth(NamedTuple):
    derived: bool
    whole: bool | None


def of_pages(data: Path) -> Iterator[Example]:
    """The labelled pages of three events; each pair of lines weighs 1."""
    pages = [msgspec.json.decode(row) for row in (data / "copying/articles.jsonl").read_bytes().splitlines()]
    rows = [msgspec.json.decode(row) for row in (data / "copying/pairs.jsonl").read_bytes().splitlines()]
    labels = {(min(row["a"], row["b"]), max(row["a"], row["b"])): row["label"] for row in rows}
    for event in sorted({_event(page) for page in pages}):
        mine = [page for page in pages if _event(page) == event]
        line_of = {page["id"]: f"{event}/{page['line']}" for page in mine}
        documents = _read(make_article(page["text"], id=page["id"], title=page["title"]) for page in mine)
        truth = {pair: _of_label(labels.get(pair, ""), line_of, pair) for pair in combinations(sorted(line_of), 2)}
        yield from _examples(documents, line_of, truth, 1.0)


def _event(page: Mapping[str, Any]) -> str:
    return re.match(r"\D*", page["id"])[0]  # type: ignore[index]  # matches any string


def _of_label(label: str, line_of: Mapping[str, str], pair: Pair) -> _Truth:
    """Versions of one report that share passages only tell nothing of wholes."""
    if label not in _DERIVED:
        return _Truth(False, None)
    same = line_of[pair[0]] == line_of[pair[1]]
    return _Truth(True, None if same and label == "partial" else same)


def of_stories() -> Iterator[Example]:
    """Stories that the scribe wrote, copied in every manner."""
    for seed in _STORIES:
        yield from _of_told(write_story(seed, Plan(events=10_000)), _STORY_WEIGHT)


def of_spun_pages(data: Path) -> Iterator[Example]:
    """The pages again, three reports at a time, with copies that are spun, cut and paraphrased, one after another."""
    pages = [msgspec.json.decode(row) for row in (data / "copying/articles.jsonl").read_bytes().splitlines()]
    lines: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for page in pages:
        if 150 <= len(page["text"].split()) <= 900:
            lines[f"{_event(page)}/{page['line']}"].append(page)
    random = Random(4)  # noqa: S311  # chance for texts, not for secrets
    for number in range(_SPUN_STORIES):
        drawn = [random.choice(lines[line]) for line in random.sample(sorted(lines), 3)]
        originals = [make_article(page["text"], id=page["id"], title=page["title"]) for page in drawn]
        yield from _of_told(write_story(number, _SPUN, originals), _SPUN_WEIGHT)


def _of_told(told: Told, weight: float) -> Iterator[Example]:
    line_of = {article: f"{told.id}/{line}" for article, line in told.line_of().items()}
    strands = {each: [one for one in told.strands if one.span.article == each] for each in line_of}
    truth = {}
    for pair in combinations(sorted(line_of), 2):
        same = line_of[pair[0]] == line_of[pair[1]]
        taken = any(not _is_shared(each, told) for each in passages_between(strands[pair[0]], strands[pair[1]]))
        truth[pair] = _Truth(taken, same if taken else None)
    yield from _examples(_read(told.articles), line_of, truth, weight)


def _is_shared(passage: Passage, told: Told) -> bool:
    """Whether a passage is no more than the statement that reporters heard from one mouth."""
    return any(
        span.article == passage.left.article and span.start <= passage.left.start and passage.left.end <= span.end + 2
        for span in told.shared
    )


def _read(articles: Iterable[Article]) -> tuple[Document, ...]:
    return tuple(read_documents(sorted(articles, key=lambda each: each.id), load_parser(Settings().model)))


def _examples(
    documents: Sequence[Document], line_of: Mapping[str, str], truth: Mapping[Pair, _Truth], weight: float
) -> Iterator[Example]:
    """The pairs of distinct texts that are aligned; the pairs of two lines' articles weigh the same together."""
    groups = {group[0].article.id: [each.article.id for each in group] for group in collapse(documents)}
    readings = {reading.id: reading for reading in read_all([each for each in documents if each.article.id in groups])}
    sizes = Counter(_lines(pair, line_of) for pair in truth)
    for left, right in candidates(list(readings.values()), LocalEngine()):
        found = measure(readings[left], readings[right])
        loan = {each.name: each.value for each in loan_features(found)}
        line = {each.name: each.value for each in line_features(found)}
        told: Counter[tuple[_Truth, Pair]] = Counter()
        for a in groups[left]:
            for b in groups[right]:
                pair = min(a, b), max(a, b)
                told[truth[pair], _lines(pair, line_of)] += 1
        for (each, lines), count in sorted(told.items(), key=str):
            yield Example(loan, line, each.derived, each.whole, weight * count / sizes[lines], lines)


def _lines(pair: Pair, line_of: Mapping[str, str]) -> Pair:
    one, other = sorted(line_of[article] for article in pair)
    return one, other
