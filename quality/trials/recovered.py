"""Originals that nobody handed in, put together again, on stories that the scribe wrote.

The truth is exact and the texts are invented, which flatters. How a sentence that only one witness has is weighed was
settled on other stories (seeds from a million on, `Plan(events=10_000)`), which share no event with these.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from headwater.derivations import trace
from headwater.documents import read_documents
from headwater.engines.local import LocalEngine
from headwater.models.spacy_english import load_parser
from headwater.settings import Settings
from headwater.testing.scribe import Plan, Strand, Told, write_story
from headwater.text.spans import overlap
from headwater.types import Document, Span, Stemma, Story
from quality.board.metric import Metric
from quality.board.trial import Sample, Task, Trial

__all__ = ["TRIALS", "Lost", "longest_witness", "put_together", "range_figures", "scored"]

Sentence = tuple[str, int]  # the original and the number of its sentence


class Lost(NamedTuple):
    """One lost original: the F1 of its reconstruction, and that of the longest text of its line."""

    found: float
    longest: float


def run(task: Task) -> Mapping[str, Sample]:
    """Stories of 5 to 25 articles; the lost originals that two articles or more are copied from."""
    seeds = range(1, 7 if task.quick else 41)
    lost: list[list[Lost]] = []
    counts: list[tuple[bool, int]] = []
    for seed in task.watch(seeds, len(seeds)):
        told, documents, stemma = _read(seed)
        lost.append(list(scored(told, documents, stemma)))
        counts.append(range_figures(told, stemma))
    texts = sum(map(len, lost))
    return {
        "lines.recovered_f1": Sample(lost, lambda drawn: _mean([each.found for one in drawn for each in one]), texts),
        "lines.recovered_longest_f1": Sample(
            lost, lambda drawn: _mean([each.longest for one in drawn for each in one]), texts
        ),
        "lines.range_holds": Sample(counts, lambda drawn: _mean([float(held) for held, _ in drawn])),
        "lines.range_width": Sample(counts, lambda drawn: _mean([float(width) for _, width in drawn])),
    }


def _read(seed: int) -> tuple[Told, Sequence[Document], Stemma]:
    told = write_story(seed, Plan())
    documents = tuple(read_documents(told.articles, load_parser(Settings().model)))
    story = Story(told.id, tuple(article.id for article in told.articles))
    return told, documents, trace(story, documents, LocalEngine())


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def range_figures(told: Told, stemma: Stemma) -> tuple[bool, int]:
    """Whether the true number of lines lies in the range given, and how wide that is."""
    count = stemma.count
    return count.low <= len(told.lines) <= count.high, count.high - count.low


def scored(told: Told, documents: Sequence[Document], stemma: Stemma) -> Iterator[Lost]:
    """The reconstruction of each lost original with two witnesses or more, and the longest witness beside it.

    Where several versions of one report are lost, the one that fits best is asked for.
    """
    strands = _by_article(told.strands)
    lost = {article.id for article in told.unseen}
    for line in told.lines:
        if line.root in lost and len(line.articles) > 1:
            roots = {strand.root for article in line.articles for strand in strands.get(article, ())}
            truths = [_sentences(strands[text]) for text in sorted(lost) if roots & {s.root for s in strands[text]}]
            found = put_together(stemma, documents, line.articles)
            longest = longest_witness(documents, line.articles)
            yield Lost(*(max(_f1(spans, strands, truth) for truth in truths) for spans in (found, longest)))


def put_together(stemma: Stemma, documents: Sequence[Document], articles: Sequence[str]) -> Sequence[Span]:
    """What the stemma holds for the original of these articles.

    The unseen original of the line that has most of them, or the text at its root where none was inferred.
    """
    line = max(stemma.lines, key=lambda line: len(set(line.articles) & set(articles)))
    for unseen in stemma.unseen:
        if unseen.id == line.root:
            return [each.reading for each in unseen.text]
    return _of_article(documents, line.root)


def longest_witness(documents: Sequence[Document], articles: Sequence[str]) -> Sequence[Span]:
    """The sentences of the longest of some articles."""
    sizes = {document.article.id: len(document.article.text) for document in documents}
    return _of_article(documents, max(articles, key=lambda article: (sizes[article], article)))


def _of_article(documents: Sequence[Document], article: str) -> Sequence[Span]:
    return [each.span for document in documents if document.article.id == article for each in document.sentences]


def _by_article(strands: Sequence[Strand]) -> Mapping[str, Sequence[Strand]]:
    found: dict[str, list[Strand]] = {}
    for strand in strands:
        found.setdefault(strand.span.article, []).append(strand)
    return found


def _sentences(strands: Sequence[Strand]) -> frozenset[Sentence]:
    return frozenset((strand.root, strand.sentence) for strand in strands)


def _f1(spans: Sequence[Span], strands: Mapping[str, Sequence[Strand]], truth: frozenset[Sentence]) -> float:
    """The F1 of the original's sentences that some spans hold; a span with none of any original's is one too many."""
    held = [
        {
            (strand.root, strand.sentence)
            for strand in strands.get(span.article, ())
            if overlap(strand.span, span) * 2 > strand.span.end - strand.span.start
        }
        for span in spans
    ]
    found = frozenset().union(*held)
    strange = sum(not each for each in held)
    return 2 * len(found & truth) / max(1, len(found) + strange + len(truth))


TRIALS: Final = (
    Trial(
        (
            Metric(
                "lines.recovered_f1",
                "sentences of lost originals with two witnesses or more, F1 of the reconstruction",
            ),
            Metric("lines.recovered_longest_f1", "the same, of the longest witness taken for the original"),
            Metric("lines.range_holds", "written stories whose number of lines lies in the range from low to high"),
            Metric("lines.range_width", "how wide that range is, high less low", lower_is_better=True),
        ),
        (),
        run,
    ),
)
