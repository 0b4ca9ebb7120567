"""Clauses -> claims: event word and class, roles, numbers, dates, polarity, certainty, attribution."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import msgspec

from headwater.claims.current import with_as_of
from headwater.claims.occasions import dates_the_claim, with_occasions
from headwater.claims.roles import roles_of
from headwater.text.certainty import certainty_in
from headwater.text.clauses import Clause, appositions, children, event_word, nominal_clauses, verbal_clauses
from headwater.text.cues import is_cue_verb, is_negated
from headwater.text.evaluative import is_evaluative
from headwater.text.events import EFFECTS, event_class
from headwater.text.instants import day_number
from headwater.text.light_verbs import light_noun
from headwater.text.mentions import EntityIndex
from headwater.text.open_clauses import is_averted, is_left_open, is_only_meant
from headwater.text.spans import holds
from headwater.types import (
    Attribution,
    Certainty,
    Claim,
    ClaimKind,
    Date,
    Document,
    Quantity,
    Sentence,
    Span,
    Token,
)

__all__ = ["find_claims"]

Attribute = Callable[[Span], tuple[Attribution, ...]]
T = TypeVar("T", Date, Quantity)

_MERE_WORDS = frozenset(
    {"", "say", "write", "announce", "respond", "confirm", "warn", "expect", "find", "promise", "propose"}
)  # classes of verbs that report nothing by themselves
_CIRCUMSTANCES = frozenset({"in", "at", "by", "via", "during", "after", "before", "through"})
_OPINION_WORDS = frozenset({"i", "we", "you", "should", "ought"})
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
    dated = with_as_of(with_occasions(found, document), document)
    return tuple(_with_background(claim, document) for claim in dated)


def _clauses(document: Document, sentence: Sentence, furniture: Sequence[Span]) -> Iterator[Clause]:
    """The clauses that assert something: verbs first, then event nouns, then what a name is said to be."""
    tokens = document.tokens
    below = children(tokens, sentence)
    every = (
        *(clause for clause in verbal_clauses(tokens, sentence) if _asserts_something(clause, tokens, below)),
        *nominal_clauses(tokens, sentence, _is_harm),
        *appositions(tokens, sentence),
    )
    light = {light_noun(tokens, below, clause.predicate) for clause in every if not clause.nominal}
    for clause in every:
        if clause.predicate in light:
            continue  # "carried out an attack" is told by its verb
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
    below = children(tokens, sentence)
    word = event_word(tokens, clause, below)
    event = tokens[word]
    attribution = attribute(span)
    return Claim(
        id=f"{article}.c{number}",
        span=span,
        sentence=sentence.span,
        event=event.lemma,
        event_class=_class_of(tokens, below, word),
        trigger=Span(article, event.start, event.end),
        roles=tuple(roles_of(document, sentence, clause, entities)),
        quantities=_inside(document.quantities, span),
        when=_inside(document.dates, span),
        negated=_is_negated(tokens, below, clause, word),
        certainty=_certainty(tokens, clause, below),
        kind=_kind(document, clause, word, attribution),
        attribution=attribution,
        nominal=clause.nominal,
    )


def _class_of(tokens: Sequence[Token], below: Mapping[int, Sequence[int]], word: int) -> str:
    """The class of the event word; of a light verb, that of its noun ("carried out an attack")."""
    noun = light_noun(tokens, below, word)
    return (
        event_class(tokens[noun].lemma, "NOUN")
        if noun is not None
        else event_class(tokens[word].lemma, tokens[word].pos)
    )


def _is_negated(tokens: Sequence[Token], below: Mapping[int, Sequence[int]], clause: Clause, word: int) -> bool:
    if clause.nominal:
        return is_averted(tokens, below, clause.predicate)
    return is_negated(tokens, word if tokens[word].dep == "xcomp" else clause.predicate)


def _certainty(tokens: Sequence[Token], clause: Clause, below: Mapping[int, Sequence[int]]) -> Certainty:
    """How sure the clause is; questions, embedded ones too ("where she was born"), and conditions assert nothing."""
    meant = is_only_meant if clause.nominal else is_left_open
    if meant(tokens, below, clause.predicate):
        return Certainty.UNDERSPECIFIED
    embedded = tokens[clause.predicate].dep in {"ccomp", "pcomp", "csubj"}
    if embedded and any(tokens[child].tag in {"WRB", "WP"} for child in below[clause.predicate]):
        return Certainty.UNDERSPECIFIED
    return certainty_in(tokens, clause.predicate, clause.words)


def _inside(things: Iterable[T], span: Span) -> tuple[T, ...]:
    return tuple(thing for thing in things if holds(span, thing.span))


def _kind(document: Document, clause: Clause, word: int, attribution: Sequence[Attribution]) -> ClaimKind:
    """Opinion: what somebody says in the first person, of what might or ought to be, or of how good or bad it is."""
    if not attribution:
        return ClaimKind.EVENT
    tokens = document.tokens
    lemmas = {tokens[index].lemma.lower() for index in clause.words}
    hedged = certainty_in(tokens, clause.predicate, clause.words) is Certainty.POSSIBLE
    judged = tokens[word].pos in {"NOUN", "ADJ"} and is_evaluative(tokens[word].lemma)
    return ClaimKind.OPINION if hedged or judged or lemmas & _OPINION_WORDS else ClaimKind.EVENT


def _with_background(claim: Claim, document: Document) -> Claim:
    """The claim as background if its event is dated well before publication."""
    published = document.article.published
    lasts = [date.last for date in claim.when if date.last is not None and dates_the_claim(date, claim, document)]
    if claim.kind is not ClaimKind.EVENT or published is None or not lasts:
        return claim
    past = day_number(published.value) - day_number(max(lasts)) > _BACKGROUND_DAYS
    return msgspec.structs.replace(claim, kind=ClaimKind.BACKGROUND) if past else claim
