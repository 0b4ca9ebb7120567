"""Prints a draft: the text it makes, and where each word, strand and edit then stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from headwater.testing.scribe.draft import Draft, Word, words_of
from headwater.testing.scribe.truth import Strand
from headwater.types import Passage, Span

__all__ = ["Printed", "marks", "passages_between", "print_draft", "span_of", "strands"]


_LINK: Final = 8  # characters between two sentences of one passage: ", and " at most


class Printed(NamedTuple):
    """A text with its draft, whose words now stand in it (`Word.at`)."""

    text: str
    draft: Draft


def print_draft(draft: Draft) -> Printed:
    """The text of a draft: a blank line between paragraphs, a space between sentences, each word after its gap."""
    pieces: list[str] = []
    length = 0
    sentences = []
    for number, sentence in enumerate(draft.sentences):
        between = ("\n\n" if sentence.opens else " ") if number else ""
        words = []
        for order, (text, gap, lemma, tag, place, _, quoted, edits) in enumerate(sentence.words):
            white = gap if order else between
            pieces += (white, text)
            start = length + len(white)
            length = start + len(text)
            words.append(Word(text, gap, lemma, tag, place, (start, length), quoted, edits))  # `_replace` is slow
        sentences.append(sentence._replace(words=tuple(words)))
    return Printed("".join(pieces), Draft(draft.title, tuple(sentences)))


def strands(article: str, draft: Draft) -> Iterator[Strand]:
    """The strands of a printed draft: the longest runs of words that come from one sentence of one original."""
    written = [word for word in words_of(draft) if word.place is not None]
    for (root, sentence), run in groupby(written, key=_sentence_of):
        words = list(run)
        yield Strand(root, sentence, span_of(article, words))


def marks(article: str, draft: Draft) -> dict[int, Span]:
    """Where each edit, of this copy or an earlier one, stands in a printed draft."""
    found: dict[int, list[Word]] = defaultdict(list)
    for word in words_of(draft):
        for number in word.edits:
            found[number].append(word)
    return {number: span_of(article, words) for number, words in found.items()}


def span_of(article: str, words: Sequence[Word]) -> Span:
    """From the first to the last of the words of a printed draft (at least one)."""
    return Span(article, _start(words[0]), _end(words[-1]))


def passages_between(left: Sequence[Strand], right: Sequence[Strand]) -> tuple[Passage, ...]:
    """The passages that two articles share, in the left one's order, by their strands.

    Strands of one sentence of one original face each other; those that follow each other on both sides are one
    passage. What a copyist added lies between passages.
    """
    over: Mapping[tuple[str, int], list[int]] = _positions(right)
    passages: list[Passage] = []
    last = (-2, -2)
    for number, strand in enumerate(left):
        for other in over.get((strand.root, strand.sentence), ()):
            if (
                last == (number - 1, other - 1)
                and _follow(left[number - 1], strand)
                and _follow(right[other - 1], right[other])
            ):
                passages[-1] = _joined(passages[-1], strand.span, right[other].span)
            else:
                passages.append(Passage(strand.span, right[other].span, 1.0))
            last = (number, other)
    return tuple(passages)


def _follow(before: Strand, after: Strand) -> bool:
    """Whether nothing but a conjunction and white space stands between them."""
    return after.span.start - before.span.end <= _LINK


def _positions(items: Iterable[Strand]) -> dict[tuple[str, int], list[int]]:
    found: dict[tuple[str, int], list[int]] = defaultdict(list)
    for number, strand in enumerate(items):
        found[strand.root, strand.sentence].append(number)
    return found


def _joined(passage: Passage, left: Span, right: Span) -> Passage:
    return Passage(
        Span(left.article, passage.left.start, left.end), Span(right.article, passage.right.start, right.end), 1.0
    )


def _sentence_of(word: Word) -> tuple[str, int]:
    return (word.place.root, word.place.sentence) if word.place is not None else ("", -1)


def _start(word: Word) -> int:
    return word.at[0] if word.at is not None else 0


def _end(word: Word) -> int:
    return word.at[1] if word.at is not None else 0
