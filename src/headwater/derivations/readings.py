"""One text made ready for comparison with many: its words, sentence grid, masks and n-grams, computed once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from headwater.derivations.stated import NOTHING, Stated
from headwater.text.align import Grid, grid_of, rows_of
from headwater.text.chrome import find_chrome
from headwater.text.masks import Mask, MaskKind, find_masks
from headwater.text.shingles import covered, member, ngrams, share_flagged, stopword_ngrams
from headwater.text.words import CONTENT, NAME, NUMBER, Words, inside, words_of
from headwater.types import Document, Span

__all__ = ["RUN", "Reading", "read_all"]

Hashes = npt.NDArray[np.uint64]
Rows = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]

RUN: Final = 5  # words; the usual n-gram of text reuse: four words are often a phrase, six miss light edits

_STOPWORD_REACH: Final = 15  # words that an n-gram of eight function words spans on average in English news
_QUOTE_WORDS: Final = 4  # a shorter one is a phrase that everybody took up
_SHORT_QUOTE: Final = 450  # code points; a longer "quote" is more likely a mark that was never closed
_KINDS: Final = (MaskKind.QUOTE, MaskKind.CHROME, MaskKind.STATEMENT, MaskKind.FURNITURE, MaskKind.TITLE)


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A document as arrays. `mask` holds 0 for free words, else 1 + the index of the mask's kind."""

    id: str
    document: Document
    words: Words
    grid: Grid
    mask: npt.NDArray[np.int8]
    free_rows: Rows  # the grid's rows, free words only
    content_rows: Rows  # free content words only: no names, numbers, function words
    free_keys: tuple[tuple[int, ...], ...]  # by sentence, the stems of the free words in order
    filled: tuple[tuple[int, ...], ...]  # by sentence, those of its free names and numbers: what a form leaves open
    quoted: Flags  # words between quotation marks
    quotes: tuple[tuple[int, Span], ...]  # each quote of some length: a hash of its words, and where it stands
    runs: Hashes  # n-grams of RUN words, by their first word
    sorted_runs: Hashes
    run_order: npt.NDArray[np.int64]  # where in the text each of the sorted runs begins
    masked_runs: Hashes  # sorted; those with two words or more under a mask
    skeleton: Hashes  # sorted; free n-grams of the commonest function words
    stated: Stated = NOTHING  # what publishers state of where the text is from

    @property
    def free(self) -> int:
        """How many words are under no mask."""
        return int((self.mask == 0).sum())

    def in_sentence(self, number: int) -> slice:
        """The words of sentence `number`."""
        first, last = np.searchsorted(self.words.sentence, (number, number + 1))
        return slice(int(first), int(last))

    def between(self, span: Span) -> slice:
        """The words that begin within a span of this article."""
        first, last = np.searchsorted(self.words.starts, (span.start, span.end))
        return slice(int(first), int(last))

    def span_of(self, first: int, last: int) -> Span:
        """The span of the words `first` to `last`, exclusive; at least one."""
        return Span(self.id, int(self.words.starts[first]), int(self.words.ends[last - 1]))

    def mask_name(self, first: int, last: int) -> str:
        """The commonest mask among the words `first` to `last`, exclusive; '' if none is masked."""
        counts = np.bincount(self.mask[first:last], minlength=len(_KINDS) + 1)[1:]
        return _KINDS[int(counts.argmax())].value if counts.any() else ""


def read_all(documents: Sequence[Document], beside: Iterable[Document] = ()) -> tuple[Reading, ...]:
    """Make the documents of one story ready, in the order given. Page chrome is learned from those `beside` them too.

    Words that stand between quotation marks in any of them are a quote in all: copies lose marks, and reporters quote
    one utterance with and without them.
    """
    words = [words_of(document) for document in documents]
    quoted = _quoted_runs(zip(documents, words, strict=True))
    chrome = find_chrome(documents, beside)
    return tuple(
        _reading(document, own, quoted, chrome.get(document.article.id, ()))
        for document, own in zip(documents, words, strict=True)
    )


def _quoted_runs(read: Iterable[tuple[Document, Words]]) -> Hashes:
    found = [np.zeros(0, dtype=np.uint64)]
    for document, words in read:
        spans = [span for span in document.quoted if span.end - span.start < _SHORT_QUOTE]
        wholly = share_flagged(inside(words, spans), RUN) >= 1.0
        found.append(ngrams(words.forms, RUN)[wholly])
    return np.unique(np.concatenate(found))


def _reading(document: Document, words: Words, quoted: Hashes, chrome: Iterable[Span]) -> Reading:
    grid = grid_of(words)
    runs = ngrams(words.forms, RUN)
    order = np.argsort(runs, kind="stable")
    mask = _mask(document, words, covered(member(runs, quoted), RUN, len(words)), chrome)
    masked = mask > 0
    skeleton, places = stopword_ngrams(words)
    reach = share_flagged(masked, _STOPWORD_REACH)
    under = reach[np.minimum(places, len(reach) - 1)] if len(reach) else np.ones(len(places))
    return Reading(
        id=document.article.id,
        document=document,
        words=words,
        grid=grid,
        mask=mask,
        free_rows=rows_of(words, grid.keys, ~masked),
        content_rows=rows_of(words, grid.keys, ~masked & (words.classes == CONTENT)),
        free_keys=_by_sentence(words, ~masked),
        filled=_by_sentence(words, ~masked & ((words.classes == NAME) | (words.classes == NUMBER))),
        quoted=inside(words, document.quoted),
        quotes=tuple(_quotes(document, words)),
        runs=runs,
        sorted_runs=runs[order],
        run_order=order,
        masked_runs=np.unique(runs[share_flagged(masked, RUN) > 0.3]),
        skeleton=np.sort(skeleton[under <= 0.3]),
    )


def _mask(document: Document, words: Words, quoted: Flags, chrome: Iterable[Span]) -> npt.NDArray[np.int8]:
    """The mask of each word; where several lie on one, the first of `_KINDS`."""
    masks = [*find_masks(document), *(Mask(span, MaskKind.CHROME) for span in chrome)]
    flags = np.zeros(len(words), dtype=np.int8)
    for number, kind in reversed(list(enumerate(_KINDS, start=1))):
        flags[inside(words, (mask.span for mask in masks if mask.kind is kind))] = number
    flags[quoted] = 1
    return flags


def _quotes(document: Document, words: Words) -> Iterator[tuple[int, Span]]:
    """Quotes as they were cut: two are the same only if they begin and end with the same words."""
    for span in document.quoted:
        first, last = np.searchsorted(words.starts, (span.start, span.end))
        size = int(last - first)
        if size >= _QUOTE_WORDS and span.end - span.start < _SHORT_QUOTE:
            yield int(ngrams(words.forms[first:last], size)[0]), span


def _by_sentence(words: Words, flags: Flags) -> tuple[tuple[int, ...], ...]:
    keys: list[list[int]] = [[] for _ in range(words.sentences)]
    for key, sentence in zip(words.keys[flags].tolist(), words.sentence[flags].tolist(), strict=True):
        keys[sentence].append(key)
    return tuple(tuple(of_sentence) for of_sentence in keys)
