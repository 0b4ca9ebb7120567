"""Readings of a quote: is each told for what was done to it.

The quotes are the scribe's, the edits are made here: both are invented, and rules were mended on what they showed, so
that the figure says that the kinds work, no more. Two lines quote the speaker in full, a third reads otherwise. Other
translations cannot be made this way; `baghdad.` and `harbour.readings_together` say how real readings are gathered.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from random import Random
from statistics import fmean
from typing import Final, NamedTuple

from headwater.entities import identify
from headwater.quotes import collate, find_quotes
from headwater.testing.reading import read_texts
from headwater.testing.scribe import Plan, write_story
from headwater.text.quotemarks import quoted_spans
from headwater.text.wordset import wordset
from headwater.types import Document, ReadingKind
from quality.board.metric import Metric
from quality.board.trial import Sample, Task, Trial
from quality.scoring.labels import class_score

__all__ = ["EDITS", "TRIALS", "Edited", "edits_of", "kind_told"]

_WORDS: Final = 8  # least length of a quote
_SPEAKERS: Final = ("Petra Lund", "Marek Solt")
_NOT_FOUND: Final = "not gathered"
_PLAN: Final = Plan(lines=(4, 4), articles=(4, 4), lost=0)
_BRACKETED: Final = re.compile(r"\b(?:we|they|he|she|it)\b", re.IGNORECASE)
_BARE: Final = re.compile(r"n[’']t\b|\bdo not\b|\b(?:will|can) (?:have|be)\b")  # where word for word is no grammar
_SHIFTS: Final = {
    "I": "she", "we": "they", "my": "her", "our": "their", "us": "them", "me": "her", "will": "would", "can": "could",
    "is": "was", "are": "were", "have": "had", "has": "had", "am": "was",
}  # fmt: skip
_OTHERS: Final = wordset("seven copper thirsty empty wooden laundry pickled crooked")

Edit = Callable[[str, Random], str]


class Edited(NamedTuple):
    """An article's way of giving a quote, and what was done to it."""

    text: str
    kind: ReadingKind


def _said(words: str, speaker: str = _SPEAKERS[0]) -> str:
    return f"“{words},” said {speaker}."


# --- edits: the words of a quote without its last stop, to an article; '' where there is nothing to edit ------------


def _same(words: str, _: Random) -> str:
    return f'{_SPEAKERS[0]} said: "{words}."'


def _trimmed(words: str, _: Random) -> str:
    return _said(" ".join(words.split()[: len(words.split()) // 2]).rstrip(",.;:"))


def _dotted(words: str, _: Random) -> str:
    parts = words.split()
    return _said(" ".join([*parts[:3], "…", *parts[-3:]]))


def _bracketed(words: str, _: Random) -> str:
    found = _BRACKETED.search(words)
    return _said(f"{words[: found.start()]}[the crews]{words[found.end() :]}") if found else ""


def _unmarked(words: str, _: Random) -> str:
    return f"{words}, said {_SPEAKERS[0]}."


def _told(words: str, _: Random) -> str:
    """As a report, where tense and person show."""
    lower = words if words.startswith("I ") else words[:1].lower() + words[1:]
    told = re.sub(r"\w+", lambda found: _SHIFTS.get(found[0], found[0]), lower)
    shifted = told != lower and ". " not in words and not _BARE.search(words)
    return f"{_SPEAKERS[0]} said that {told}." if shifted else ""


def _joined(words: str, _: Random) -> str:
    first, stop, second = words.partition(". ")
    return _said(f"{first} and {second[:1].lower()}{second[1:]}") if stop else ""


def _misquoted(words: str, random: Random) -> str:
    """A word of five letters or more is another."""
    places = list(re.finditer(r"\b[a-z]{5,}\b", words))
    if not places:
        return ""
    place = random.choice(places)
    return _said(words[: place.start()] + random.choice(sorted(_OTHERS)) + words[place.end() :])


def _another_s(words: str, _: Random) -> str:
    return _said(words, _SPEAKERS[1])


EDITS: Final[Mapping[ReadingKind, Edit]] = {
    ReadingKind.SAME: _same,
    ReadingKind.TRIMMED: _trimmed,
    ReadingKind.ELLIPSIS: _dotted,
    ReadingKind.BRACKET: _bracketed,
    ReadingKind.MARKS_LOST: _unmarked,
    ReadingKind.SHIFT: _told,
    ReadingKind.JOINED: _joined,
    ReadingKind.MISQUOTE: _misquoted,
    ReadingKind.OTHER_SPEAKER: _another_s,
}
"""What was done to a quote, and how."""


def edits_of(words: str, random: Random) -> Iterator[Edited]:
    """A quote in each way in which it can be edited."""
    for kind, edit in EDITS.items():
        text = edit(words, random)
        if text:
            yield Edited(text, kind)


# --- answers ----------------------------------------------------------------------------------------------------


def kind_told(words: str, edited: Edited) -> str:
    """What the product says of the edited reading, against two lines that quote in full."""
    texts = {"a": _said(words), "b": f"{_SPEAKERS[0]} told reporters: “{words}.”", "c": edited.text}
    documents = read_texts(texts)
    return _kind(documents)


def _kind(documents: Sequence[Document]) -> str:
    entities = identify(documents)
    quotes = [quote for document in documents for quote in find_quotes(document, entities)]
    article_of = {quote.id: quote.content.article for quote in quotes}
    for family in collate(quotes, documents, entities):
        kinds = {article_of[reading.quote]: reading.difference for reading in family.readings}
        if {"a", "c"} <= kinds.keys():
            return str(kinds["c"])
    return _NOT_FOUND


def run(task: Task) -> Mapping[str, Sample]:
    """The quotes of some stories, each edited in every way: one unit a quote."""
    seeds = range(1, 4 if task.quick else 13)
    quotes = task.sample(_quotes(seeds), 80, 20)
    random = Random(0)  # noqa: S311  # draws words to put in, keeps no secret
    rows = [
        [(edited, kind_told(words, edited)) for edited in edits_of(words, random)]
        for words in task.watch(quotes, len(quotes))
    ]
    return {
        "quotes.readings_gathered": Sample(rows, _gathered),
        "quotes.readings_kind_f1": Sample(rows, _kinds, sum(map(len, rows)), tuple(_notes(rows))),
    }


def _quotes(seeds: Sequence[int]) -> list[str]:
    """What is said in the originals of some stories, each once, without the last stop."""
    found: dict[str, None] = {}
    for seed in seeds:
        for article in write_story(seed, _PLAN).articles:
            for span in quoted_spans(article):
                found[article.text[span.start : span.end].rstrip(".,")] = None
    return [words for words in found if len(words.split()) >= _WORDS]


Rows = Sequence[Sequence[tuple[Edited, str]]]


def _gathered(rows: Rows) -> float:
    return fmean(told != _NOT_FOUND for row in rows for _, told in row)


def _kinds(rows: Rows) -> float:
    """The mean over the kinds that were made."""
    gold = [str(edited.kind) for row in rows for edited, _ in row]
    told = [answer for row in rows for _, answer in row]
    return fmean(class_score(gold, told, kind).f1 for kind in sorted(set(gold)))


def _notes(rows: Rows) -> Iterator[str]:
    """How many of each kind were told as such, and as what the others."""
    for kind in EDITS:
        told = [answer for row in rows for edited, answer in row if edited.kind is kind]
        wrong = sorted({answer for answer in told if answer != str(kind)})
        also = f"; else {', '.join(f'{told.count(one)} {one}' for one in wrong)}" if wrong else ""
        yield f"{kind}: {told.count(str(kind))} of {len(told)}{also}"


TRIALS: Final = (
    Trial(
        (
            Metric("quotes.readings_gathered", "edited readings told with the quote that they are readings of"),
            Metric("quotes.readings_kind_f1", "edited readings told for what was done to them, macro-F1 of nine kinds"),
        ),
        (),
        run,
    ),
)
