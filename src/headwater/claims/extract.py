"""Clauses -> claims: event word and class, roles, numbers, dates, polarity, certainty, attribution."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import msgspec

from headwater.claims.occasions import dates_the_claim, with_occasions
from headwater.text.certainty import certainty_in
from headwater.text.clauses import Clause, appositions, children, event_word, nominal_clauses, phrase, verbal_clauses
from headwater.text.cues import is_cue_verb, is_negated
from headwater.text.events import EFFECTS, event_class
from headwater.text.mentions import EntityIndex
from headwater.text.spans import holds
from headwater.types import (
    Attribution,
    Certainty,
    Claim,
    ClaimKind,
    Date,
    Document,
    Quantity,
    Role,
    Sentence,
    Span,
    Token,
)

__all__ = ["find_claims"]

Attribute = Callable[[Span], tuple[Attribution, ...]]
T = TypeVar("T", Date, Quantity)

_ROLE_OF = {
    "nsubj": "agent",
    "csubj": "agent",
    "agent": "agent",
    "nsubjpass": "patient",
    "csubjpass": "patient",
    "dobj": "patient",
    "obj": "patient",
    "dative": "recipient",
    "attr": "what",
    "acomp": "what",
    "oprd": "what",
}
_PREPOSITION_ROLE = {
    "by": "agent",
    "of": "patient",
    "with": "instrument",
    "in": "place",
    "at": "place",
    "near": "place",
    "outside": "place",
    "inside": "place",
    "on": "place",
    "around": "place",
    "against": "patient",
}
_MERE_WORDS = frozenset(
    {"", "say", "write", "announce", "respond", "confirm", "warn", "expect", "find", "promise", "propose"}
)  # classes of verbs that report nothing by themselves
_CIRCUMSTANCES = frozenset({"in", "at", "by", "via", "during", "after", "before", "through"})
_OPINION_SUBJECTS = frozenset({"i", "we", "you"})
_BACKGROUND_DAYS = 14  # an event dated earlier than this before publication is background to the news


def find_claims(document: Document, entities: EntityIndex, attribute: Attribute) -> tuple[Claim, ...]:
    """The claims of one article, in order; ids are `ARTICLE.cN`.

    `attribute` gives the attribution chain at a span. Speech clauses ("officials said") assert nothing beyond their
    content and give no claim; furniture (datelines, captions, forms) is left out.
    """
    furniture = [part.span for part in document.furniture]
    found: list[Claim] = []
    for sentence in document.sentences:
        for clause in _clauses(document, sentence, furniture):
            found.append(_claim(document, sentence, clause, entities, attribute, len(found)))
    return tuple(_with_background(claim, document) for claim in with_occasions(found, document))


def _clauses(document: Document, sentence: Sentence, furniture: Sequence[Span]) -> Iterator[Clause]:
    """The clauses that assert something: verbs first, then event nouns, then what a name is said to be."""
    tokens = document.tokens
    below = children(tokens, sentence)
    every = (
        *(clause for clause in verbal_clauses(tokens, sentence) if _asserts_something(clause, tokens, below)),
        *nominal_clauses(tokens, sentence, _is_harm),
        *appositions(tokens, sentence),
    )
    for clause in every:
        clear = _without_furniture(clause, tokens, furniture)
        if clear is not None:
            yield clear


def _is_harm(token: Token) -> bool:
    """Nouns that name an event with people or things harmed: an attack, a killing, an arrest."""
    return event_class(token.lemma, "NOUN") in _NOMINAL_CLASSES


_NOMINAL_CLASSES = frozenset({*EFFECTS, "attack", "bomb", "shell", "explode", "raid", "clash", "crash", "collapse"})


def _without_furniture(clause: Clause, tokens: Sequence[Token], furniture: Sequence[Span]) -> Clause | None:
    """The clause less words that stand in a dateline, caption or form; None if its predicate does."""

    def inside(index: int) -> bool:
        return any(part.start <= tokens[index].start < part.end for part in furniture)

    if not furniture:
        return clause
    if inside(clause.predicate):
        return None
    words = tuple(word for word in clause.words if not inside(word))
    telling = [word for word in words if clause.first <= word <= clause.last and tokens[word].pos != "PUNCT"]
    return Clause(clause.predicate, words, telling[0], telling[-1], clause.nominal) if telling else None


def _asserts_something(clause: Clause, tokens: Sequence[Token], below: Mapping[int, Sequence[int]]) -> bool:
    """Not a bare speech clause ("he said in a statement"), and at least two words that carry meaning."""
    content = [word for word in clause.words if tokens[word].pos in {"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"}]
    if len(content) < 2:
        return False
    return not (is_cue_verb(tokens[clause.predicate].lemma) and _introduces(tokens, below, clause.predicate))


def _introduces(tokens: Sequence[Token], below: Mapping[int, Sequence[int]], predicate: int) -> bool:
    """A verb of saying or thinking that hands on a clause, or has no object of its own: what it says is the claim.

    An infinitive ("decided to close") asserts with its verb; "in a statement" and "on Monday" assert nothing. Some
    words are deeds even alone: "thousands protested", "the guards fired".
    """
    parts = {tokens[word].dep for word in below[predicate] if not _is_circumstance(tokens, below, word)}
    if "ccomp" in parts:
        return True
    deed = event_class(tokens[predicate].lemma, tokens[predicate].pos) not in _MERE_WORDS
    return not deed and not parts & {"dobj", "obj", "attr", "oprd", "prep", "nsubjpass", "xcomp"}


def _is_circumstance(tokens: Sequence[Token], below: Mapping[int, Sequence[int]], word: int) -> bool:
    """A phrase that says where, when or how something was said, not what it was about."""
    if tokens[word].dep != "prep":
        return False
    named = any(tokens[child].pos == "PROPN" or tokens[child].ent in {"DATE", "TIME"} for child in below[word])
    return tokens[word].lemma in _CIRCUMSTANCES or (tokens[word].lemma == "on" and named)


def _claim(
    document: Document,
    sentence: Sentence,
    clause: Clause,
    entities: EntityIndex,
    attribute: Attribute,
    number: int,
) -> Claim:
    article, tokens = document.article.id, document.tokens
    span = Span(article, tokens[clause.first].start, tokens[clause.last].end)
    word = event_word(tokens, clause, children(tokens, sentence))
    event = tokens[word]
    attribution = attribute(span)
    return Claim(
        id=f"{article}.c{number}",
        span=span,
        sentence=sentence.span,
        event=event.lemma,
        event_class=event_class(event.lemma, event.pos),
        trigger=Span(article, event.start, event.end),
        roles=tuple(_roles(document, sentence, clause, entities)),
        quantities=_inside(document.quantities, span),
        when=_inside(document.dates, span),
        negated=not clause.nominal and is_negated(tokens, word if event.dep == "xcomp" else clause.predicate),
        certainty=_certainty(tokens, clause, children(tokens, sentence)),
        kind=_kind(document, clause, attribution),
        attribution=attribution,
        nominal=clause.nominal,
    )


def _certainty(tokens: Sequence[Token], clause: Clause, below: Mapping[int, Sequence[int]]) -> Certainty:
    """How sure the clause is; an embedded question ("where she was born") asserts nothing."""
    embedded = tokens[clause.predicate].dep in {"ccomp", "pcomp", "csubj"}
    if embedded and any(tokens[child].tag in {"WRB", "WP"} for child in below[clause.predicate]):
        return Certainty.UNDERSPECIFIED
    return certainty_in(tokens, clause.predicate, clause.words)


def _inside(things: Iterable[T], span: Span) -> tuple[T, ...]:
    return tuple(thing for thing in things if holds(span, thing.span))


def _roles(document: Document, sentence: Sentence, clause: Clause, entities: EntityIndex) -> Iterator[Role]:
    """Who does what to whom, where and with what, from the dependents of the predicate and of its infinitive."""
    tokens = document.tokens
    below = children(tokens, sentence)
    event = event_word(tokens, clause, below)
    for child in (*below[clause.predicate], *(below[event] if tokens[event].dep == "xcomp" else ())):
        token = tokens[child]
        name, filler = _ROLE_OF.get(token.dep, ""), child
        if name == "agent" and _is_state(tokens, clause, below):
            name = "patient"
        if token.dep in {"prep", "agent"}:
            objects = [grandchild for grandchild in below[child] if tokens[grandchild].dep == "pobj"]
            if not objects:
                continue
            name, filler = _PREPOSITION_ROLE.get(token.lemma, "manner"), objects[0]
        elif clause.nominal and token.dep in {"poss", "compound", "amod"}:
            name = "patient" if token.dep == "poss" else "manner"
        if name and filler in clause.words:
            dated = any(date.span.start <= tokens[filler].start < date.span.end for date in document.dates)
            yield _role(document, "time" if dated else name, filler, below, entities)


def _is_state(tokens: Sequence[Token], clause: Clause, below: dict[int, list[int]]) -> bool:
    """Whether an adjective says what became of the subject: "four people were dead"."""
    event = tokens[event_word(tokens, clause, below)]
    return event.pos == "ADJ" and event_class(event.lemma, "ADJ") in EFFECTS


def _role(document: Document, name: str, filler: int, below: dict[int, list[int]], entities: EntityIndex) -> Role:
    """The filler's phrase without its clauses; the entity is that of a name in it that ends at its head or holds it."""
    tokens, article = document.tokens, document.article.id
    words = phrase(below, filler, lambda child: tokens[child].dep in {"relcl", "acl", "appos", "conj", "cc", "punct"})
    span = Span(article, tokens[words[0]].start, tokens[words[-1]].end)
    head = Span(article, tokens[filler].start, tokens[filler].end)
    entity = entities.at(head)
    return Role(name, span, entity.id if entity is not None else "", tokens[filler].lemma)


def _kind(document: Document, clause: Clause, attribution: Sequence[Attribution]) -> ClaimKind:
    """Opinion: said in the first person or of what might be."""
    tokens = document.tokens
    words = {tokens[word].lemma for word in clause.words}
    hedged = certainty_in(tokens, clause.predicate, clause.words) is Certainty.POSSIBLE
    return ClaimKind.OPINION if attribution and (words & _OPINION_SUBJECTS or hedged) else ClaimKind.EVENT


def _with_background(claim: Claim, document: Document) -> Claim:
    """The claim as background if its event is dated well before publication."""
    published = document.article.published
    lasts = [date.last for date in claim.when if date.last is not None and dates_the_claim(date, claim, document)]
    if claim.kind is not ClaimKind.EVENT or published is None or not lasts:
        return claim
    past = _days(published.value) - _days(max(lasts)) > _BACKGROUND_DAYS
    return msgspec.structs.replace(claim, kind=ClaimKind.BACKGROUND) if past else claim


def _days(day: str) -> int:
    return datetime.date.fromisoformat(day[:10]).toordinal()
