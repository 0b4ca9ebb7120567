"""Differences with the truth about them: the scribe's stories, where every edit is known, and labelled rewrites."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from headwater.anchoring import inherit_anchors
from headwater.derivations import trace
from headwater.documents import read_documents
from headwater.engines.local import LocalEngine
from headwater.entities import identify
from headwater.findings.alterations import find_alterations
from headwater.findings.alterations.weights import FITTED, Table
from headwater.models.spacy_english import load_parser
from headwater.quotes import find_quotes
from headwater.settings import Settings
from headwater.stories import gather_stories
from headwater.testing.reading import read_texts, stemma_of
from headwater.testing.scribe import Edit, Plan, Told, write_story
from headwater.text.align import align_sentences
from headwater.text.mentions import EntityIndex
from headwater.text.spans import meets
from headwater.types import Alteration, Document, Passage, Span, Stemma

__all__ = ["Row", "of_pairs", "of_stories"]

_PLAN: Final = Plan(lines=(1, 2), articles=(4, 9), alterations=(1, 3), harmless=(1, 3), events=10_000)
_CIRCUMSTANCES: Final = (
    "passage kept",
    "only the word exchanged",
    "text reworded",
    "no third witness",
    "other witnesses",
    "passed on",
    "several lines",
    "a later version",
)
_BARE: Final = Table(dict.fromkeys(FITTED.clues, 1.0), dict.fromkeys(_CIRCUMSTANCES, 1.0), floor=-1e9)
"""Every weight 1 and no floor: the scores are then the values to be weighed."""


class Row(NamedTuple):
    """A difference: its clue, the values of its circumstances, whether a claim was changed, its weight and group."""

    clue: str
    values: Mapping[str, float]
    harmful: bool
    weight: float
    group: str


class _Pair(msgspec.Struct, frozen=True):
    """Two texts; `label` is "same" or "changed" (rewrites), or 1 for the same and 0 (sentences of the news)."""

    label: str | int
    source: str = ""
    rewrite: str = ""
    a: str = ""
    b: str = ""


def of_stories(seeds: Sequence[int]) -> Iterator[Row]:
    """The differences found in written stories; harmful are those that were planted."""
    for seed in seeds:
        told = write_story(seed, _PLAN)
        edits = [edit for copy in told.copies for edit in copy.edits if edit.kind is not None]
        for one in _in_story(told):
            harmful = _is_planted(one, edits)
            if harmful is not None:
                yield _row(one, harmful, 1.0, str(seed))


def of_pairs(path: Path, weight: float, board: int = 0, most: int | None = None) -> Iterator[Row]:
    """The differences between the two texts of each labelled pair; those of a changed pair count as harmful.

    Left out are the `board` rows, evenly spread, on which the scoreboard measures; of the rest the first `most` serve.
    """
    pairs = msgspec.json.Decoder(_Pair).decode_lines(path.read_bytes())
    same = [pair for pair in pairs if pair.label != 0]  # of the news sentences only those that say the same
    measured = {number * len(same) // board for number in range(board)}
    kept = [pair for number, pair in enumerate(same) if number not in measured]
    for number, pair in enumerate(kept[:most]):
        left, right = read_texts({"a": pair.source or pair.a, "b": pair.rewrite or pair.b})
        for one in _between(left, right):
            yield _row(one, pair.label == "changed", weight, pair.source or f"pair {number}")


def _row(one: Alteration, harmful: bool, weight: float, group: str) -> Row:
    clue, *rest = one.evidence
    return Row(clue.name, {part.name: part.score for part in rest}, harmful, weight, group)


# --- what is found, however weak ------------------------------------------------------------------------------


def _in_story(told: Told) -> Iterator[Alteration]:
    engine = LocalEngine()
    every = tuple(read_documents(told.articles, load_parser(Settings().model), engine))
    for story in gather_stories(every, engine):
        documents = tuple(each for each in every if each.article.id in story.articles)
        stemma = trace(story, documents, engine)
        yield from _found(stemma, inherit_anchors(documents, stemma))


def _between(left: Document, right: Document) -> tuple[Alteration, ...]:
    passages = [
        Passage(_joined(left, pair.left), _joined(right, pair.right), min(1.0, pair.similarity))
        for pair in align_sentences(left, right)
    ]
    return _found(stemma_of({"line": ["a", "b"]}, passages), (left, right))


def _joined(document: Document, numbers: Sequence[int]) -> Span:
    first, last = document.sentences[numbers[0]], document.sentences[numbers[-1]]
    return Span(document.article.id, first.span.start, last.span.end)


def _found(stemma: Stemma, documents: Sequence[Document]) -> tuple[Alteration, ...]:
    line_of = {article: line.id for line in stemma.lines for article in line.articles}
    entities = identify(documents, line_of, stemma.derivations)
    quotes = [quote for document in documents for quote in find_quotes(document, entities)]
    return find_alterations(stemma, documents, EntityIndex(entities), quotes, _BARE)


# --- what was planted -----------------------------------------------------------------------------------------


def _is_planted(one: Alteration, edits: Sequence[Edit]) -> bool | None:
    """Whether the two readings are planted ones; None where neither is sound, which tells nothing."""
    sides = ((one.altered, one.sound), (one.sound, one.altered))
    if any(
        _meets_any(here, edit.altered) and any(_meets_any(span, edit.sound) for span in (there, *one.support))
        for here, there in sides
        for edit in edits
    ):
        return True
    touched = [[edit for edit in edits if _meets_any(side, edit.altered)] for side in (one.altered, one.sound)]
    unsound = any(not edit.sound for side in touched for edit in side)
    return None if all(touched) or unsound else False


def _meets_any(span: Span, others: Sequence[Span]) -> bool:
    return any(meets(span, other) for other in others)
