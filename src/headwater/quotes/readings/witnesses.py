"""A quote as a witness: its words as they were spoken, as far as the spelling goes, each at its place.

Contractions are written out ("won't" is "will not"), British and American spellings meet, numbers are read, so that
what is left to compare are the words. What stands in brackets is the reporter's and is marked so.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from headwater.text.numerals import read_number
from headwater.text.respelling import respelt
from headwater.text.spans import meets, tokens_in
from headwater.text.wordset import wordset
from headwater.types import Document, Quote, QuoteForm, Span, Token

__all__ = ["MARKED", "SPOKEN", "Witness", "Word", "witnesses_of"]

SPOKEN: Final = frozenset({QuoteForm.DIRECT, QuoteForm.MIXED, QuoteForm.UNMARKED})
MARKED: Final = frozenset({QuoteForm.DIRECT, QuoteForm.MIXED})

_LIGHT: Final = wordset("be have do say not will would can could may might shall should")
_CONTENT: Final = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
_NO_WORDS: Final = frozenset({"PUNCT", "SPACE", "SYM"})
_WRITTEN_OUT: Final = {
    "n't": "not", "'ll": "will", "'re": "are", "'m": "am", "'ve": "have", "ca": "can", "wo": "will", "sha": "shall",
}  # fmt: skip
_IS: Final = {"be": "is", "have": "has"}  # what "'s" stands for, by its lemma
_ELLIPSIS: Final = re.compile(r"…|\.\s?\.\s?\.")
_STOP: Final = re.compile(r"[.!?][”’\"')\]]*\s")


class Word(NamedTuple):
    """A word of a quote: its place, its lemma and form (spelling aside), and what stands between it and the next."""

    start: int
    end: int
    lemma: str
    form: str
    pos: str
    bracketed: bool
    gap: str

    @property
    def dotted(self) -> bool:
        """Whether dots after it say that something was left out."""
        return _ELLIPSIS.search(self.gap) is not None

    @property
    def stops(self) -> bool:
        """Whether a sentence ends with it, and the quote goes on."""
        return not self.dotted and _STOP.search(self.gap) is not None

    @property
    def weighs(self) -> bool:
        """Whether leaving it out or changing it can change what is said: content, a modal, a negation."""
        return self.pos in _CONTENT or self.lemma in _LIGHT or self.lemma in {"no", "never", "none"}


@dataclass(frozen=True)
class Witness:
    """A quote with its words, the line of reporting that its words came from, and the words of its source."""

    quote: Quote
    words: tuple[Word, ...]
    line: str
    source: frozenset[str]  # content words of the source phrase

    @property
    def place(self) -> tuple[str, int, int, str]:
        """Where it stands: witnesses are ordered by this."""
        span = self.quote.content
        return span.article, span.start, -span.end, self.quote.id

    @property
    def spoken(self) -> bool:
        """Whether it gives the speaker's words, not a report of them."""
        return self.quote.form in SPOKEN

    @property
    def marked(self) -> bool:
        """Whether it stands between quotation marks."""
        return self.quote.form in MARKED

    @cached_property
    def lemmas(self) -> tuple[str, ...]:
        """Its words as they are compared with another's."""
        return tuple(word.lemma for word in self.words)

    @cached_property
    def openings(self) -> frozenset[int]:
        """The indices of the words with which a sentence begins, but the first."""
        return frozenset(number for number, word in enumerate(self.words[:-1], start=1) if word.stops)

    @cached_property
    def after_dots(self) -> frozenset[int]:
        """The indices of the words that dots stand before."""
        return frozenset(number for number, word in enumerate(self.words[:-1], start=1) if word.dotted)

    @cached_property
    def said(self) -> tuple[str, ...]:
        """The forms of the words, those in brackets left out: what can be compared as spoken."""
        return tuple(word.form for word in self.words if not word.bracketed)

    @cached_property
    def content(self) -> frozenset[str]:
        """The lemmas of its content words."""
        return frozenset(word.lemma for word in self.words if word.pos in _CONTENT and word.lemma not in _LIGHT)

    def span(self, words: Sequence[Word]) -> Span | None:
        """From the first to the last of some of its words; None for none."""
        return Span(self.quote.content.article, words[0].start, words[-1].end) if words else None


def witnesses_of(
    quotes: Sequence[Quote], documents: Mapping[str, Document], line_of: Mapping[str, str]
) -> Iterator[Witness]:
    """The quotes with their words; a paraphrase that holds marked words of its own is left to those.

    `line_of` gives each quote's line by its id. Quotes of unknown articles and without words are left out.
    """
    marked: dict[tuple[str, int], list[Span]] = defaultdict(list)
    for quote in quotes:
        if quote.form in MARKED and quote.cue is not None:
            marked[quote.cue.article, quote.cue.start].append(quote.content)
    for quote in quotes:
        document = documents.get(quote.content.article)
        own = marked[quote.cue.article, quote.cue.start] if quote.cue is not None else []
        if document is None or (quote.form is QuoteForm.INDIRECT and any(meets(quote.content, one) for one in own)):
            continue
        words = _told(quote, _words(document, quote.content))
        source = frozenset() if quote.source is None else _content(_words(document, quote.source))
        if words:
            yield Witness(quote, words, line_of[quote.id], source)


def _told(quote: Quote, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words without the "that" by which a report begins: nobody spoke it."""
    opens = quote.form is QuoteForm.INDIRECT and len(words) > 1 and words[0].form == "that" and words[0].pos == "SCONJ"
    return words[1:] if opens else words


def _content(words: Sequence[Word]) -> frozenset[str]:
    return frozenset(word.lemma for word in words if word.pos in _CONTENT)


def _words(document: Document, span: Span) -> tuple[Word, ...]:
    """The words of a span in order, without punctuation."""
    tokens = [document.tokens[number] for number in tokens_in(document.tokens, span)]
    text = document.article.text
    kept = [token for token in tokens if token.pos not in _NO_WORDS and _is_word(text[token.start : token.end])]
    inside = _bracketed(tokens, text)
    after = [token.start for token in kept[1:]]
    return tuple(
        _word(token, text, token.start in inside, text[token.end : end] if end else "")
        for token, end in itertools.zip_longest(kept, after)  # nothing stands behind the last
    )


def _is_word(glyphs: str) -> bool:
    """Whether there is a letter or a digit in it, whatever the tagger takes a bracket for."""
    return any(glyph.isalnum() for glyph in glyphs)


def _bracketed(tokens: Sequence[Token], text: str) -> frozenset[int]:
    """Where the tokens begin that stand in brackets."""
    found, open_ = [], False
    for token in tokens:
        glyph = text[token.start : token.end]
        open_ = glyph.startswith(("[", "(")) or (open_ and not glyph.startswith(("]", ")")))
        if open_:
            found.append(token.start)
    return frozenset(found)


def _word(token: Token, text: str, bracketed: bool, gap: str) -> Word:
    form = text[token.start : token.end].casefold().replace("’", "'")
    lemma = token.lemma.casefold().replace("’", "'")
    written = _IS.get(lemma, form) if form == "'s" else _WRITTEN_OUT.get(form, form)
    return Word(
        token.start, token.end, _plain(_WRITTEN_OUT.get(lemma, lemma)), _plain(written), token.pos, bracketed, gap
    )  # fmt: skip


def _plain(word: str) -> str:
    number = read_number([word], 0)
    return f"{number[0]:g}" if number is not None else respelt(word)
