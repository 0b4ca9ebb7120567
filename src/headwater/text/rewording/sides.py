"""One side of a pair of sentences: its words, what each is, and what hangs on what.

Words are those of the parse without punctuation. "%" and "$" count as the words they stand for and a number in words
as its digits, so that "two percent" meets "2 %".
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final, NamedTuple

from headwater.text.numerals import SMALL, digits_value
from headwater.text.spans import begins, tokens_in
from headwater.text.words import FUNCTION, NAME, NUMBER, fold, stem, word_class
from headwater.text.wordset import wordset
from headwater.types import Document, Quantity, Span, Token

__all__ = ["Side", "WordKind", "side_of"]

_SIGNS: Final = {"%": "percent", "pct": "percent", "percentage": "percent", "$": "dollar", "us$": "dollar"}
_UNITS: Final = wordset("percent dollar cent point share stock")
_TIMES: Final = wordset("""
    monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow morning afternoon evening night
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sept sep oct nov dec day week month year early late earlier
""")
_TIME_LABELS: Final = frozenset({"DATE", "TIME"})
_DONE: Final = frozenset({"AUX", "VERB"})  # "may" and "march" are no months there
_TITLES: Final = wordset("inc ltd llc corp co plc company corporation mr mrs ms dr")  # come and go with the house style
_DENIALS: Final = wordset("no never without none nobody nothing neither nor deny refuse fail")


class WordKind(Enum):
    """What a word tells if only one side has it."""

    SMALL = auto()  # function words, light verbs, titles
    NAME = auto()
    NUMBER = auto()
    UNIT = auto()
    TIME = auto()
    VERB = auto()
    OTHER = auto()


class _Word(NamedTuple):
    form: str
    lemma: str
    stem: str
    kind: WordKind


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """The words of a stretch of a document as parallel tuples; `heads` are indices into them, -1 outside."""

    document: Document
    tokens: tuple[Token, ...]
    forms: tuple[str, ...]  # folded
    lemmas: tuple[str, ...]  # folded; signs and numbers as said above
    stems: tuple[str, ...]
    kinds: tuple[WordKind, ...]
    heads: tuple[int, ...]
    quantities: tuple[Quantity, ...]
    denials: tuple[int, ...]  # words

    def __len__(self) -> int:
        return len(self.tokens)

    def span(self, first: int, last: int) -> Span:
        """The words `first` to `last`, inclusive, in the article."""
        return Span(self.document.article.id, self.tokens[first].start, self.tokens[last].end)


def side_of(document: Document, span: Span) -> Side:
    """The words of `document` that begin in `span`."""
    text = document.article.text
    words = [
        (index, token, word)
        for index, token in ((index, document.tokens[index]) for index in tokens_in(document.tokens, span))
        if (word := _read(text[token.start : token.end], token.lemma, token.pos, token.tag, token.ent)) is not None
    ]
    number = {index: at for at, (index, _, _) in enumerate(words)}
    return Side(
        document=document,
        tokens=tuple(token for _, token, _ in words),
        forms=tuple(word.form for _, _, word in words),
        lemmas=tuple(word.lemma for _, _, word in words),
        stems=tuple(word.stem for _, _, word in words),
        kinds=tuple(word.kind for _, _, word in words),
        heads=tuple(number.get(token.head, -1) if token.head != index else -1 for index, token, _ in words),
        quantities=tuple(quantity for quantity in document.quantities if begins(quantity.span, span)),
        denials=tuple(at for at, (_, token, word) in enumerate(words) if token.dep == "neg" or word.lemma in _DENIALS),
    )


@functools.lru_cache(maxsize=65536)
def _read(written: str, lemma: str, pos: str, tag: str, label: str) -> _Word | None:
    """A word as it is compared; None for punctuation and for the possessive 's, which is no word of its own."""
    if tag == "POS" or not (written in _SIGNS or any(char.isalnum() for char in written)):
        return None
    plain = _SIGNS.get(written.casefold()) or (_number(written.casefold()) if pos == "NUM" else None)
    if plain:
        return _Word(plain, plain, plain, _kind(plain, pos, label))
    folded = fold(lemma)
    return _Word(fold(written), folded, stem(lemma), _kind(folded, pos, label))


def _number(word: str) -> str | None:
    value = digits_value(word) if word[:1].isdigit() else SMALL.get(word)
    return None if value is None else f"{value:g}"


def _kind(lemma: str, pos: str, label: str) -> WordKind:
    kind = word_class(lemma, pos)
    if (lemma in _TIMES and pos not in _DONE) or (label in _TIME_LABELS and kind not in (FUNCTION, NUMBER)):
        return WordKind.TIME
    if lemma in _UNITS:
        return WordKind.UNIT
    if kind == FUNCTION or lemma in _TITLES:
        return WordKind.SMALL
    if kind in (NAME, NUMBER):
        return WordKind.NAME if kind == NAME else WordKind.NUMBER
    return WordKind.VERB if pos == "VERB" else WordKind.OTHER
