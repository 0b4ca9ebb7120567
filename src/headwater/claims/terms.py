"""What a claim speaks of, as a bag of typed terms: content words, name clusters, numbers.

The event word weighs most, words in subordinate clauses and appositions least.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from headwater.text.clauses import COPULAS, RAISING
from headwater.text.mentions import EntityIndex
from headwater.text.spans import tokens_in
from headwater.text.wordset import wordset
from headwater.types import Claim, Document, Quantity, Role, Span, Token

__all__ = ["Term", "Terms", "terms_of"]

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


class Term(Struct, frozen=True):
    """One thing that a claim speaks of: `kind` is "word", "entity", "number" or "date"."""

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
    for index in tokens_in(document.tokens, claim.span):
        token = document.tokens[index]
        term = _term(claim, token, entities)
        if term is not None:
            place = _FACTORS[_place(document.tokens, index, claim)] * _VALUES.get(term.pos or term.kind, 1.0)
            found[term] = max(found.get(term, 0.0), place)
            if token.start == claim.trigger.start:
                event = term
    return Terms(claim.id, claim.span.article, event, _agent(claim.roles), tuple(found.items()))


def _agent(roles: Sequence[Role]) -> str:
    return next((role.entity for role in roles if role.name == "agent" and role.entity), "")


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
