"""How like two claims are, as far as words can tell: a typed, weighted match of their terms.

A term is a content word, a name cluster, a number or a day. Terms of different types never match; words match by
lemma, event class or a shared sense of the thesaurus. Likeness proposes; what may stand in one statement is decided
in `statements`.
"""

from __future__ import annotations

import functools
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from headwater.text.events import classes_of
from headwater.text.mentions import EntityIndex
from headwater.text.thesaurus import synonyms
from headwater.types import Claim, Document, Span, Token

__all__ = ["Terms", "likeness", "terms_of", "weights_of"]

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
_EMPTY_WORDS = frozenset(
    {
        "be",
        "have",
        "do",
        "say",
        "other",
        "also",
        "later",
        "such",
        "more",
        "most",
        "as",
        "make",
        "take",
        "get",
        "go",
        "so",
        "then",
        "there",
        "now",
        "not",
        "n't",
        "only",
        "very",
        "still",
        "yet",
        "mr",
        "mrs",
        "ms",
        "mr.",
        "ms.",
        "mrs.",
        "part",
    }
)  # words that say too little to join two claims
_SAME_CLASS = 0.8  # "slay"/"kill": one class of event, perhaps another shade
_LEAST_SYNONYM = 0.5  # below this two words share only rare senses, which joins what should stay apart


class Term(Struct, frozen=True):
    """One thing that a claim speaks of: `kind` is "word", "entity" or "number"."""

    kind: str
    key: str
    pos: str = ""


class Terms(Struct, frozen=True):
    """A claim as a bag of terms, its event word apart."""

    claim: str
    article: str
    event: Term
    terms: tuple[Term, ...]


def terms_of(claim: Claim, document: Document, entities: EntityIndex) -> Terms:
    """The terms of a claim, each once, in order of appearance; a name counts as its cluster, however it is spelt."""
    found: dict[Term, None] = {}
    for token in _words(document, claim.span):
        span = Span(claim.span.article, token.start, token.end)
        entity = entities.at(span)
        if entity is not None:
            found[Term("entity", entity.id)] = None
        elif token.pos == "NUM":
            found[Term("number", _number_key(claim, token))] = None
        elif token.pos in _CONTENT and token.lemma not in _EMPTY_WORDS:
            found[Term("word", token.lemma, token.pos)] = None
    return Terms(claim.id, claim.span.article, Term("word", claim.event, "VERB"), tuple(found))


def _words(document: Document, span: Span) -> Iterable[Token]:
    return (token for token in document.tokens if span.start <= token.start and token.end <= span.end)


def _number_key(claim: Claim, token: Token) -> str:
    for quantity in claim.quantities:
        if quantity.span.start <= token.start < quantity.span.end:
            return f"{quantity.low:g}-{quantity.high:g}"
    return token.lemma


def weights_of(bags: Sequence[Terms]) -> dict[Term, float]:
    """How much each term tells: the log of claims over claims that have it, as in tf-idf (Spärck Jones 1972)."""
    counts = Counter(term for bag in bags for term in bag.terms)
    return {term: math.log(1 + len(bags) / count) for term, count in counts.items()}


def likeness(left: Terms, right: Terms, weights: Mapping[Term, float]) -> float:
    """0 to 1: the harmonic mean of how much of each claim's weight is met in the other."""
    if not left.terms or not right.terms:
        return 0.0
    there, back = _covered(left, right, weights), _covered(right, left, weights)
    return 2 * there * back / (there + back) if there + back else 0.0


def _covered(one: Terms, other: Terms, weights: Mapping[Term, float]) -> float:
    met = sum(weights[term] * max(_match(term, candidate) for candidate in other.terms) for term in one.terms)
    return met / sum(weights[term] for term in one.terms)


@functools.lru_cache(maxsize=200_000)
def _match(left: Term, right: Term) -> float:
    if left == right:
        return 1.0
    if left.kind != right.kind or left.kind != "word":
        return 0.0
    if left.key == right.key:
        return 1.0
    if classes_of(left.key, left.pos) & classes_of(right.key, right.pos):
        return _SAME_CLASS
    value = synonyms(left.key, right.key)
    return value if value >= _LEAST_SYNONYM else 0.0
