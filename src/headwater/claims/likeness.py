"""How like two claims are, as far as words can tell: a typed, weighted match of their terms.

A term is a content word, a name cluster or a number. Terms of different types never match; words match by lemma, event
class or a shared sense of the thesaurus. The event word weighs most, words in subordinate clauses and appositions
least. Likeness proposes; what may stand in one statement is decided in `statements`.
"""

from __future__ import annotations

import functools
import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from headwater.text.clauses import COPULAS
from headwater.text.events import classes_of
from headwater.text.mentions import EntityIndex
from headwater.text.thesaurus import synonyms
from headwater.types import Claim, Document, Quantity, Role, Span, Token

__all__ = ["Term", "Terms", "likeness", "terms_of", "weights_of"]

_CONTENT: Final = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
_EMPTY_WORDS: Final = frozenset(
    "be have do say other also later such more most as make take get go so then there now not n't only very still yet "
    "mr mrs ms mr. ms. mrs. part".split()
)  # words that say too little to join two claims
_ASIDE: Final = frozenset({"relcl", "appos", "advcl", "acl", "parataxis", "ccomp"})
_FACTORS: Final = {"event": 2.0, "own": 1.0, "aside": 0.4}  # set on the development stories
_SAME_CLASS: Final = 0.8  # "slay" and "kill": one class of event, perhaps another shade
_LEAST_SYNONYM: Final = 0.4  # below this two words share only rare senses, which joins what should stay apart
_OTHER_EVENT: Final = 0.6  # what is left of a likeness if the event words have nothing in common
_LEAST_MET: Final = 2  # terms that must be met
_OTHER_AGENT: Final = 0.5  # ... or if somebody else, known by name, did it


class Term(Struct, frozen=True):
    """One thing that a claim speaks of: `kind` is "word", "entity" or "number"."""

    kind: str
    key: str
    pos: str = ""


class Terms(Struct, frozen=True):
    """A claim as a bag of terms, each with the weight of its place; the event word and the named agent apart."""

    claim: str
    article: str
    event: Term
    agent: str
    terms: tuple[tuple[Term, float], ...]


def terms_of(claim: Claim, document: Document, entities: EntityIndex) -> Terms:
    """The terms of a claim, each once with its best place; a name counts as its cluster, however it is spelt."""
    found: dict[Term, float] = {}
    event = Term("word", claim.event, "VERB")
    for index, token in _words(document, claim.span):
        term = _term(claim, token, entities)
        if term is not None:
            place = _FACTORS[_place(document.tokens, index, claim)]
            found[term] = max(found.get(term, 0.0), place)
            if token.start == claim.trigger.start:
                event = term
    return Terms(claim.id, claim.span.article, event, _agent(claim.roles), tuple(found.items()))


def _agent(roles: Sequence[Role]) -> str:
    return next((role.entity for role in roles if role.name == "agent" and role.entity), "")


def _words(document: Document, span: Span) -> Iterator[tuple[int, Token]]:
    for index, token in enumerate(document.tokens):
        if span.start <= token.start and token.end <= span.end:
            yield index, token


def _term(claim: Claim, token: Token, entities: EntityIndex) -> Term | None:
    entity = entities.at(Span(claim.span.article, token.start, token.end))
    if entity is not None:
        return Term("entity", entity.id)
    if token.pos == "NUM":
        return Term("number", _number_key(claim.quantities, token))
    if token.pos in _CONTENT and token.lemma not in _EMPTY_WORDS:
        return Term("word", token.lemma, token.pos)
    return None


def _number_key(quantities: Sequence[Quantity], token: Token) -> str:
    for quantity in quantities:
        if quantity.span.start <= token.start < quantity.span.end:
            return f"{quantity.low:g}-{quantity.high:g}"
    return token.lemma


def _place(tokens: Sequence[Token], index: int, claim: Claim) -> str:
    """Whether a word is the event, belongs to it, or stands in an aside or in the phrase before a relative clause."""
    if tokens[index].start == claim.trigger.start:
        return "event"
    while not _is_predicate(tokens, index, claim):
        if tokens[index].dep in _ASIDE or tokens[index].head == index:
            return "aside"
        index = tokens[index].head
    return "own"


def _is_predicate(tokens: Sequence[Token], index: int, claim: Claim) -> bool:
    """The event word, or the copula that it completes."""
    here = tokens[index].start == claim.trigger.start
    return here or (
        tokens[index].lemma in COPULAS
        and any(token.head == index and token.start == claim.trigger.start for token in tokens[index : index + 12])
    )


def weights_of(bags: Sequence[Terms]) -> dict[Term, float]:
    """How much each term tells: the log of claims over claims that have it, as in tf-idf (Spärck Jones 1972)."""
    counts = Counter(term for bag in bags for term, _ in bag.terms)
    return {term: math.log(1 + len(bags) / count) for term, count in counts.items()}


def likeness(left: Terms, right: Terms, weights: Mapping[Term, float]) -> float:
    """0 to 1: the harmonic mean of how much of each claim's weight is met in the other, less if the events differ."""
    if not left.terms or not right.terms:
        return 0.0
    there, back = _covered(left, right, weights), _covered(right, left, weights)
    if not there or not back or _met(left, right) < _LEAST_MET:
        return 0.0
    mean = 2 * there * back / (there + back)
    return mean * _same_event(left, right) * _same_agent(left, right)


def _met(left: Terms, right: Terms) -> int:
    """How many of the left terms are met in the right ones: one shared word joins nothing."""
    return sum(any(_match(term, candidate) for candidate, _ in right.terms) for term, _ in left.terms)


def _covered(one: Terms, other: Terms, weights: Mapping[Term, float]) -> float:
    """The share of `one`'s weight that `other` meets."""
    met = sum(
        weights[term] * place * max(_match(term, candidate) for candidate, _ in other.terms)
        for term, place in one.terms
    )
    return met / sum(weights[term] * place for term, place in one.terms)


def _same_event(left: Terms, right: Terms) -> float:
    """1 if the event words match, less if one is only met among the other's words, least if it is met nowhere."""
    if _match(left.event, right.event):
        return 1.0
    met = any(_match(left.event, term) for term, _ in right.terms) or any(
        _match(right.event, term) for term, _ in left.terms
    )
    return (1 + _OTHER_EVENT) / 2 if met else _OTHER_EVENT


def _same_agent(left: Terms, right: Terms) -> float:
    return _OTHER_AGENT if left.agent and right.agent and left.agent != right.agent else 1.0


@functools.lru_cache(maxsize=500_000)
def _match(left: Term, right: Term) -> float:
    """1 for the same thing, less for words that may say the same, 0 for all else."""
    if left.kind != right.kind:
        return 0.0
    if left.key == right.key:
        return 1.0
    if left.kind != "word":
        return 0.0
    if classes_of(left.key, left.pos) & classes_of(right.key, right.pos):
        return _SAME_CLASS
    value = synonyms(left.key, right.key)
    return value if value >= _LEAST_SYNONYM else 0.0
