"""A document with the look-ups that every detector of alterations needs, each made once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from functools import cached_property

from headwater.text.clauses import children, phrase
from headwater.text.cues import is_negated
from headwater.text.roles import ANONYMITY
from headwater.text.spans import holds
from headwater.types import Document, Quote, Sentence, Span, Token

__all__ = ["Text"]

_OTHER_CLAUSES = frozenset({"conj", "cc", "advcl", "relcl", "punct", "ccomp"})


class Text:
    """One article of the story as the detectors see it. Words are indices into `tokens`."""

    def __init__(self, document: Document, quotes: Iterable[Quote] = ()) -> None:
        self.document = document
        self.id: str = document.article.id
        self.tokens: tuple[Token, ...] = document.tokens
        self.quotes: tuple[Quote, ...] = tuple(sorted(quotes, key=lambda quote: (quote.content, quote.id)))
        self._below: dict[int, dict[int, list[int]]] = {}
        self._denied: dict[int, bool] = {}
        self._words: dict[Span, tuple[int, ...]] = {}
        self._sentences: dict[Span, frozenset[int]] = {}
        self._quotes: dict[Span, tuple[Quote, ...]] = {}
        self._clauses: dict[int, Span] = {}
        self._lemmas: dict[tuple[int, ...], frozenset[str]] = {}

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    @cached_property
    def _firsts(self) -> list[int]:
        return [sentence.first for sentence in self.document.sentences]

    def words(self, span: Span) -> tuple[int, ...]:
        """The words that lie in the span, without punctuation."""
        if span not in self._words:
            self._words[span] = self._words_in(span)
        return self._words[span]

    def _words_in(self, span: Span) -> tuple[int, ...]:
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return tuple(
            index
            for index in range(first, last)
            if self.tokens[index].end <= span.end and self.tokens[index].pos not in {"PUNCT", "SPACE"}
        )

    def lemmas(self, words: tuple[int, ...]) -> frozenset[str]:
        """The lemmas of some words."""
        if words not in self._lemmas:
            self._lemmas[words] = frozenset(self.tokens[word].lemma for word in words)
        return self._lemmas[words]

    @cached_property
    def anonymity(self) -> tuple[Span, ...]:
        """Where the text says on what terms a source it does not name has spoken."""
        found = ANONYMITY.finditer(self.document.article.text)
        return tuple(Span(self.id, match.start(), match.end()) for match in found)

    def sentence_number(self, index: int) -> int:
        """Which sentence holds the word."""
        return max(0, bisect_right(self._firsts, index) - 1)

    def sentences_with(self, span: Span) -> frozenset[int]:
        """The numbers of the sentences that have words in the span."""
        if span not in self._sentences:
            self._sentences[span] = frozenset(map(self.sentence_number, self.words(span)))
        return self._sentences[span]

    def quotes_in(self, span: Span) -> tuple[Quote, ...]:
        """The quotes of which every word said lies in the span."""
        if span not in self._quotes:
            self._quotes[span] = tuple(quote for quote in self.quotes if holds(span, quote.content))
        return self._quotes[span]

    def sentence(self, index: int) -> Sentence:
        """The sentence that holds the word."""
        return self.document.sentences[self.sentence_number(index)]

    def whole(self, span: Span) -> Span:
        """The sentences that a span lies in."""
        words = self.words(span)
        if not words:
            return span
        first, last = self.sentence(words[0]).span, self.sentence(words[-1]).span
        return Span(self.id, first.start, last.end)

    def wording(self, span: Span) -> tuple[object, ...]:
        """All that can be read from the sentences of a span: equal where they are analysed alike, place apart."""
        whole = self.whole(span)
        first, last = bisect_left(self._starts, whole.start), bisect_left(self._starts, whole.end)
        behind = ((token.lemma, token.tag) for token in self.tokens[last : last + 1])  # a word may look one further
        read = self.document.article.text[whole.start : whole.end]
        words = (_placed(token, whole.start, first) for token in self.tokens[first:last])
        return span.start - whole.start, span.end - whole.start, read, *behind, *words

    def below(self, index: int) -> dict[int, list[int]]:
        """The dependents of every word in the sentence of this one."""
        sentence = self.sentence(index)
        if sentence.first not in self._below:
            self._below[sentence.first] = children(self.tokens, sentence)
        return self._below[sentence.first]

    def children(self, index: int) -> list[int]:
        """The word's dependents, in order."""
        return self.below(index).get(index, [])

    def phrase(self, top: int, stop: Callable[[int], bool] = lambda _: False) -> list[int]:
        """The word with everything under it, in order, less the branches that `stop` leaves out."""
        return phrase(self.below(top), top, stop) if top in self.below(top) else [top]

    def clause(self, verb: int) -> Span:
        """The verb with its objects and negation, without its coordinated verbs and subordinate clauses."""
        if verb not in self._clauses:
            words = self.phrase(verb, lambda child: self.tokens[child].dep in _OTHER_CLAUSES)
            self._clauses[verb] = self.span(words)
        return self._clauses[verb]

    def denied(self, verb: int) -> bool:
        """Whether a verb is negated. "Unless it stops" denies as "if it does not stop" does; "not until" denies not."""
        if verb not in self._denied:
            beside = {self.tokens[child].lemma for child in self.children(verb)}
            self._denied[verb] = "until" not in beside and is_negated(self.tokens, verb) != ("unless" in beside)
        return self._denied[verb]

    def span(self, words: Iterable[int]) -> Span:
        """From the first of the words to the last."""
        held = tuple(words)
        return Span(self.id, self.tokens[min(held)].start, self.tokens[max(held)].end)

    def read(self, span: Span) -> str:
        """The words of a span as they stand in the text."""
        return self.document.article.text[span.start : span.end]

    def written(self, index: int) -> str:
        """The word as it stands in the text."""
        token = self.tokens[index]
        return self.document.article.text[token.start : token.end]


def _placed(token: Token, start: int, first: int) -> tuple[object, ...]:
    """The token without its place in the text: `start` and `first` are those of its sentence."""
    place = token.start - start, token.end - start, token.head - first
    return *place, token.lemma, token.pos, token.tag, token.dep, token.ent, token.ent_start
