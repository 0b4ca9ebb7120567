"""Who said what, on articles in which people marked source, cue and content of each attribution (PolNeAR).

An attribution is a content with its source and cue; quotes under one cue are one attribution, as in the gold. Words
are runs of letters and digits, so that quotation marks and commas at an edge neither help nor hurt. All figures are of
all articles together (micro-averages); the units are articles.

Which rows are scored: all but the training rows, which are named in `quotes_training.txt`. These are the rows that
were read when the rules were made, and five in eight of the rest, by the crc32 of the id; the tagger is trained on
them and on no others (`training/quotes/`). Names decide, not positions, so that all rows of data that nobody has seen
are scored.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from headwater.documents import read_documents
from headwater.models.spacy_english import load_parser
from headwater.quotes import find_quotes
from headwater.settings import Settings
from headwater.types import Quote, Span
from quality.articles import as_article
from quality.board.metric import Metric, Published
from quality.board.trial import Sample, Task, Trial
from quality.scoring.spans import match_spans, tally_overlapping, tally_tokens, tokens_in
from quality.scoring.tally import Tally, ratio, total

__all__ = ["TRIALS", "Attributed", "Compared", "attributions_of", "compare", "is_training_row"]

Pieces = tuple[tuple[int, int], ...]  # a span may be broken
Words = frozenset[int]  # positions of words in an article

_WORD: Final = re.compile(r"\w+")
_SAME: Final = 0.5  # word Jaccard from which two contents are one content, and two sources one source
_MARKS: Final = frozenset('“”"')
_FILE: Final = "attributions/polnear.jsonl"
_BATCH: Final = 16  # articles read at once
_FULL, _QUICK = 320, 30  # articles


class Attributed(msgspec.Struct, frozen=True):
    """An attribution as pieces of text, in code points."""

    source: Pieces = ()
    cue: Pieces = ()
    content: Pieces = ()


class Row(msgspec.Struct, frozen=True):
    """A labelled article; `attributions_by_others` are those of each further annotator."""

    id: str
    text: str
    attributions: tuple[Attributed, ...]
    attributions_by_others: tuple[tuple[Attributed, ...], ...] | None = None
    title: str | None = None
    published: str | None = None


class Marked(NamedTuple):
    """An attribution as sets of words; `direct` if a mark stands in its content, `whole` if all of it is in marks."""

    source: Words
    cue: Words
    content: Words
    direct: bool
    whole: bool


class Compared(NamedTuple):
    """What was found of one article. `direct` and `whole` tally gold: found with the right source, of how many."""

    words: Tally
    contents: Tally
    sources: Tally
    cues: Tally
    direct: Tally
    whole: Tally


@cache
def _training_rows() -> frozenset[str]:
    lines = Path(__file__).with_name("quotes_training.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def is_training_row(id: str) -> bool:  # noqa: A002  # the field's name in the data
    """Whether rules were made on this row of PolNeAR, or a tagger may be trained on it: it is not scored then."""
    return id in _training_rows()


def run(task: Task) -> Mapping[str, Sample]:
    """Compare the quotes of each scored article with the gold, and further annotators with the gold."""
    every = task.read(_FILE, Row)
    rows = task.sample([row for row in every if not is_training_row(row.id)], _FULL, _QUICK)
    found = task.watch(map(attributions_of, _quotes(rows)), len(rows))
    units = [compare(row.text, row.attributions, items) for row, items in zip(rows, found, strict=True)]
    samples = {
        "quotes.content_token_f1": Sample(units, _f1(lambda unit: unit.words), notes=_words_apart(units)),
        "quotes.content_span_f1": Sample(units, _f1(lambda unit: unit.contents)),
        "quotes.source_f1": Sample(units, _f1(lambda unit: unit.sources)),
        "quotes.cue_f1": Sample(units, _f1(lambda unit: unit.cues)),
        "quotes.direct_speaker": Sample(units, _recall(lambda unit: unit.direct)),
        "quotes.whole_direct_speaker": Sample(units, _recall(lambda unit: unit.whole)),
    }
    others = [_agreement(row) for row in every if row.attributions_by_others]
    if others:
        samples["quotes.annotators_content_token_f1"] = Sample(others, lambda drawn: total(drawn).score.f1)
    return samples


def _quotes(rows: Sequence[Row]) -> Iterator[tuple[Quote, ...]]:
    """The quotes of each article. Sources are spans, so that no entities are needed."""
    parser = load_parser(Settings().model)
    for start in range(0, len(rows), _BATCH):
        batch = rows[start : start + _BATCH]
        articles = [as_article(row.id, row.text, title=row.title, published=row.published) for row in batch]
        yield from (find_quotes(document, ()) for document in read_documents(articles, parser))


def attributions_of(quotes: Iterable[Quote]) -> tuple[Attributed, ...]:
    """The quotes of an article as attributions, those under one cue joined; in the order of the text."""
    groups: dict[Span, list[Quote]] = {}
    for quote in quotes:
        groups.setdefault(quote.cue or quote.content, []).append(quote)
    return tuple(_joined(group) for _, group in sorted(groups.items()))


def _joined(group: Sequence[Quote]) -> Attributed:
    first = group[0]
    return Attributed(_pieces(first.source), _pieces(first.cue), tuple(_pieces(quote.content)[0] for quote in group))


def _pieces(span: Span | None) -> Pieces:
    return () if span is None else ((span.start, span.end),)


def compare(text: str, gold: Iterable[Attributed], found: Iterable[Attributed]) -> Compared:
    """Tally the attributions found in an article against the gold's.

    Contents are matched one to one from a word Jaccard of .5, the likest first. Sources are compared where contents
    match: right if their words are the same; a source where the gold has none is a false one, and the other way round
    a missed one. Cues are matched one to one if they share a word. A direct quote (a gold content with a quotation
    mark in it, and a source) is right if its content is matched and the sources share half of their words. One that is
    whole (all of it between marks) is right if its content is matched and one of the sources lies within the other:
    "Venn" and "Orla Venn, the mayor" are one speaker.
    """
    words = [match.span() for match in _WORD.finditer(text)]
    golds, finds = (_marked(text, words, items) for items in (gold, found))
    contents = [one.content for one in golds], [one.content for one in finds]
    matched = dict(match_spans(*contents, _SAME))
    pairs = [(golds[g], finds[f]) for g, f in matched.items()]
    direct = [one for one in golds if one.direct and one.source]
    right = [one for one, other in pairs if one.direct and _is_same(one.source, other.source)]
    whole = [one for one in direct if one.whole]
    named = [one for one, other in pairs if one.direct and one.whole and _is_within(one.source, other.source)]
    return Compared(
        tally_tokens(*contents),
        Tally.matched(len(matched), len(finds), len(golds)),
        _sources(pairs),
        tally_overlapping(_cues(golds), _cues(finds), 0),
        Tally(found=len(right), gold=len(direct)),
        Tally(found=len(named), gold=len(whole)),
    )


def _marked(text: str, words: Sequence[tuple[int, int]], items: Iterable[Attributed]) -> list[Marked]:
    return [
        Marked(
            tokens_in(words, item.source),
            tokens_in(words, item.cue),
            tokens_in(words, item.content),
            any(not _MARKS.isdisjoint(text[start:end]) for start, end in item.content),
            all(_is_marked(text[start:end]) for start, end in item.content),
        )
        for item in items
        if item.content
    ]


def _sources(pairs: Sequence[tuple[Marked, Marked]]) -> Tally:
    right = sum(bool(one.source) and one.source == other.source for one, other in pairs)
    return Tally.matched(
        right, sum(bool(other.source) for _, other in pairs), sum(bool(one.source) for one, _ in pairs)
    )


def _cues(items: Iterable[Marked]) -> list[Words]:
    return [item.cue for item in items if item.cue]


def _is_marked(words: str) -> bool:
    """Whether a piece of a content stands between marks, but for stops at its edges."""
    bare = words.strip(" \n,.;:!?-–—'‘’")
    return len(bare) > 1 and bare[0] in _MARKS and bare[-1] in _MARKS


def _is_within(one: Words, other: Words) -> bool:
    return bool(one and other) and (one <= other or other <= one)


def _is_same(one: Words, other: Words) -> bool:
    return len(one & other) >= _SAME * len(one | other) > 0


def _agreement(row: Row) -> Tally:
    """The content words of each further annotator against the gold's, all of them together."""
    others = row.attributions_by_others or ()
    return total(compare(row.text, row.attributions, other).words for other in others)


def _f1(part: Callable[[Compared], Tally]) -> Callable[[Sequence[Compared]], float]:
    return lambda units: total(map(part, units)).score.f1


def _recall(part: Callable[[Compared], Tally]) -> Callable[[Sequence[Compared]], float]:
    def share(units: Sequence[Compared]) -> float:
        tally = total(map(part, units))
        return ratio(tally.found, tally.gold)

    return share


def _words_apart(units: Sequence[Compared]) -> tuple[str, ...]:
    """Precision and recall behind each F1."""
    parts = {"content words": 0, "contents": 1, "sources": 2, "cues": 3}
    scores = {name: total(unit[number] for unit in units).score for name, number in parts.items()}
    return tuple(f"{name}: precision {one.precision:.3f}, recall {one.recall:.3f}" for name, one in scores.items())


_CRF: Final = "a trial CRF, PolNeAR development rows"
_CITRON: Final = "Citron on PARC3, overlapping"

TRIALS: Final = (
    Trial(
        (
            Metric("quotes.content_token_f1", "words inside any content, F1", Published(0.83, _CRF)),
            Metric(
                "quotes.content_span_f1",
                "contents matched one to one from a word Jaccard of .5, F1",
                Published(0.69, _CRF),
            ),
            Metric("quotes.source_f1", "sources of matched contents, the same words, F1", Published(0.82, _CITRON)),
            Metric("quotes.cue_f1", "cues that share a word, one to one, F1", Published(0.823, _CITRON)),
            Metric(
                "quotes.direct_speaker",
                "contents with quotation marks: share found with the right source (half of its words)",
            ),
            Metric(
                "quotes.whole_direct_speaker",
                "contents wholly between marks: share found with the right speaker (one source within the other)",
            ),
            Metric(
                "quotes.annotators_content_token_f1",
                "further annotators against the gold, words inside any content, F1: the ceiling",
            ),
        ),
        (_FILE,),
        run,
    ),
)
