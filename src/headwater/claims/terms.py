"""What a claim speaks of, as a bag of typed terms: content words, name clusters, numbers; and who has which part in it.

The event word weighs most, words in subordinate clauses and appositions least. What a term weighs depends on the term
alone, not on the other claims of the story: an article that comes in changes nothing between two others.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Final

from msgspec import Struct

from headwater.text.clauses import COPULAS, RAISING
from headwater.text.mentions import EntityIndex
from headwater.text.spans import tokens_in
from headwater.text.thesaurus import used
from headwater.text.wordset import wordset
from headwater.types import Claim, Document, Quantity, Span, Token

__all__ = ["Part", "Term", "Terms", "terms_of", "weight"]

_CONTENT: Final = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
_EMPTY_WORDS: Final = wordset("""
    be have do say other also later such more most as make take get go so then there now not only very still yet
    mr mrs ms mr. ms. mrs. part
""")  # words that say too little to join two claims
_ASIDE: Final = frozenset({"relcl", "appos", "advcl", "acl", "parataxis", "ccomp"})
_VALUES: Final = {
    "number": 0.5,
    "date": 0.5,
    "ADV": 0.4,
}  # claims of one thing may differ in these: that is what conflicts are
_FACTORS: Final = {"event": 2.0, "own": 1.0, "aside": 0.4}  # set on the development stories
_CORPUS: Final = 250_000  # content words of the tagged corpora behind `used`
_UNLISTED: Final = {"entity": 8.0, "number": 8.0, "date": 6.0}  # about as rare as a word that names one kind of thing
_NOBODY: Final = wordset("""
    he she it they we i you who which that this these those what one some other another all many most several few each
    people person man woman
""")  # heads of phrases that may mean anybody


class Term(Struct, frozen=True):
    """One thing that a claim speaks of: `kind` is "word", "entity", "number" or "date"."""

    kind: str
    key: str
    pos: str = ""


class Part(Struct, frozen=True):
    """Who or what has a part in the event: the name of the role, and a name cluster or the head noun."""

    role: str
    who: Term


class Terms(Struct, frozen=True, dict=True):
    """A claim as a bag of terms, each with the weight of its place; the event word and the parts apart.

    A claim is compared with many others: what each comparison asks of it is looked up once.
    """

    claim: Claim
    words: str  # of its clause
    event: Term
    parts: tuple[Part, ...]
    terms: tuple[tuple[Term, float], ...]

    @cached_property
    def keys(self) -> frozenset[Term]:
        """The terms without their weights."""
        return frozenset(term for term, _ in self.terms)

    @cached_property
    def weights(self) -> tuple[tuple[float, Term], ...]:
        """What each term weighs at its place, in order."""
        return tuple((weight(term) * place, term) for term, place in self.terms)

    @cached_property
    def whole(self) -> float:
        """What all terms weigh together."""
        return sum(value for value, _ in self.weights)

    @cached_property
    def names(self) -> frozenset[str]:
        """The names that it speaks of."""
        return frozenset(term.key for term in self.keys if term.kind == "entity")

    @cached_property
    def in_role(self) -> Mapping[str, tuple[Part, ...]]:
        """Who fills each role; a role that nobody fills is missing."""
        roles = sorted({part.role for part in self.parts})
        return {role: tuple(part for part in self.parts if part.role == role) for role in roles}


def terms_of(claim: Claim, document: Document, entities: EntityIndex) -> Terms:
    """The terms of a claim, each once with its best place; a name counts as its cluster, however it is spelt."""
    found: dict[Term, float] = {}
    event = Term("word", claim.event, "VERB")
    for index in tokens_in(document.tokens, claim.span):
        token = document.tokens[index]
        term = _term(claim, token, entities)
        if term is not None:
            place = _FACTORS[_place(document.tokens, index, claim)] * _VALUES.get(term.pos or term.kind, 1.0)
            found[term] = max(found.get(term, 0.0), place)
            if token.start == claim.trigger.start:
                event = term
    words = document.article.text[claim.span.start : claim.span.end]
    return Terms(claim, words, event, tuple(_parts(claim)), tuple(found.items()))


@lru_cache(maxsize=65536)
def weight(term: Term) -> float:
    """How much it says that two claims share the term: the log of how rare it is in English (Spärck Jones 1972)."""
    return _UNLISTED.get(term.kind) or math.log(_CORPUS / (used(term.key) + 2))


def _parts(claim: Claim) -> Iterator[Part]:
    """The parts whose filler says who or what it is: a name, or a noun that is not just anybody."""
    for role in claim.roles:
        if role.entity:
            yield Part(role.name, Term("entity", role.entity))
        elif role.lemma and role.lemma not in _NOBODY:
            yield Part(role.name, Term("word", role.lemma, "NOUN"))


def _term(claim: Claim, token: Token, entities: EntityIndex) -> Term | None:
    date = next((date for date in claim.when if date.span.start <= token.start < date.span.end), None)
    if date is not None:
        return Term("date", f"{date.first}/{date.last}")
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
    """The event word, or the copula or raising verb that it completes."""
    here = tokens[index].start == claim.trigger.start
    return here or (
        tokens[index].lemma in COPULAS | RAISING | {"have"}
        and any(token.head == index and token.start == claim.trigger.start for token in tokens[index : index + 12])
    )
