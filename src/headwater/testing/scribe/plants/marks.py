"""Quotation marks lost in copying: a speaker's words, whole sentences or a few, stand as the newsroom's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from headwater.testing.scribe.draft import Draft, Sentence, Word
from headwater.testing.scribe.pen import Pen
from headwater.testing.scribe.plants.changes import is_free
from headwater.testing.scribe.plants.forms import Words
from headwater.types import AlterationKind

__all__ = ["partial_marks_lost", "whole_marks_lost"]

_OPENING: Final = frozenset('“"«„') | {"``"}
_CLOSING: Final = frozenset('”"»“') | {"''"}
_PARTIAL: Final = 7  # words; a longer quote without a pause at its end is a clause of its own
_SENTENCES: Final = 3  # a quote that runs on further has lost a mark, or is a speech


class _Quote(NamedTuple):
    """A quote from its opening mark to its closing one: sentences and words in them, both marks included."""

    sentence: int
    first: int
    last_sentence: int
    last: int


def whole_marks_lost(draft: Draft, pen: Pen) -> Draft | None:
    """The marks around a quoted sentence, or several in a row, dropped."""
    return _unmarked(
        draft, pen, [q for q in _quotes(draft) if not _is_partial(draft, q)], "marks of a whole quote lost"
    )


def partial_marks_lost(draft: Draft, pen: Pen) -> Draft | None:
    """The marks around a few quoted words dropped."""
    return _unmarked(draft, pen, [q for q in _quotes(draft) if _is_partial(draft, q)], "marks of a partial quote lost")


def _unmarked(draft: Draft, pen: Pen, quotes: Sequence[_Quote], how: str) -> Draft | None:
    fitting = [quote for quote in quotes if _fits(draft.sentences, quote, pen)]
    return _without_marks(draft, pen, pen.random.choice(fitting), how) if fitting else None


def _quotes(draft: Draft) -> Iterator[_Quote]:
    """The quotes of a draft with both marks, no marks in between."""
    opened: tuple[int, int] | None = None
    for number, sentence in enumerate(draft.sentences):
        if opened is not None and number - opened[0] >= _SENTENCES:
            opened = None
        for index, word in enumerate(sentence.words):
            if opened is not None and _closes(sentence.words, index):
                yield _Quote(*opened, number, index)
                opened = None
            elif word.text in _OPENING and _before_quoted(sentence.words, index):
                opened = (number, index)


def _closes(words: Words, index: int) -> bool:
    ended = index + 1 == len(words) or not words[index + 1].quoted or words[index + 1].text in _CLOSING
    return words[index].text in _CLOSING and not words[index].quoted and ended


def _before_quoted(words: Words, index: int) -> bool:
    return index + 1 < len(words) and words[index + 1].quoted and not words[index].quoted


def _within(draft: Draft, quote: _Quote) -> list[Word]:
    """The words of a quote, marks included."""
    rows = draft.sentences[quote.sentence : quote.last_sentence + 1]
    words = [word for sentence in rows for word in sentence.words]
    after = len(rows[-1].words) - quote.last - 1
    return words[quote.first : len(words) - after]


def _is_partial(draft: Draft, quote: _Quote) -> bool:
    inner = [word for word in _within(draft, quote)[1:-1] if word.text[:1].isalnum()]
    lower = bool(inner) and inner[0].text[:1].islower()
    return quote.sentence == quote.last_sentence and len(inner) <= _PARTIAL and lower


def _fits(sentences: Sequence[Sentence], quote: _Quote, pen: Pen) -> bool:
    rows = sentences[quote.sentence : quote.last_sentence + 1]
    words = [word for sentence in rows for word in sentence.words]
    inside = words[quote.first : len(words) - (len(rows[-1].words) - quote.last - 1)]
    untouched = all(word.at is not None and not word.edits for word in inside)
    return untouched and len(inside) > 2 and all(is_free(sentence, pen) for sentence in rows)


def _without_marks(draft: Draft, pen: Pen, quote: _Quote, how: str) -> Draft:
    """The quote's words bear the edit, all of them: the newsroom now says them itself."""
    old = _within(draft, quote)
    inner = [word._replace(quoted=False) for word in old[1:-1]]
    inner[0] = inner[0]._replace(gap=old[0].gap)
    words = iter(pen.exchange(old, inner, how, AlterationKind.MARKS_LOST))
    sentences = list(draft.sentences)
    for number in range(quote.sentence, quote.last_sentence + 1):
        row = sentences[number].words
        start = quote.first if number == quote.sentence else 0
        end = quote.last + 1 if number == quote.last_sentence else len(row)
        lost = (number == quote.sentence) + (number == quote.last_sentence)
        kept = tuple(next(words) for _ in range(end - start - lost))
        sentences[number] = sentences[number]._replace(words=(*row[:start], *kept, *row[end:]))
    return draft.with_sentences(sentences)
