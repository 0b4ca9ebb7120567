"""Victims: the people of whom an article says that they were killed or hurt, each mention with what it tells of them.

A mention is one noun phrase under one fate (`headwater.text.fates`). What it tells decides whether it can be somebody
told elsewhere: a name, a sex, an age, whether it died by its own hand, and those told beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import msgspec
from msgspec import Struct

from headwater.figures.pronouns import antecedent
from headwater.text.clauses import children, phrase
from headwater.text.fates import Fate, fates_in
from headwater.text.mentions import EntityIndex
from headwater.text.persons import ANY_AGE, CULPRITS, OTHERS, age_in, is_person, sex_of, usual_age
from headwater.types import Document, EntityKind, Sentence, Span, Token

__all__ = ["Victim", "victims_in"]

_TWO: Final = frozenset({"both", "couple", "pair", "duo", "twins", "twin"})
_NOBODY: Final = frozenset({"nobody", "no", "none", "anyone", "anybody", "neither", "someone", "somebody", "anything"})
_NO_COUNT: Final = frozenset({"ordinal", "age", "score", "compound", "fraction"})
_PLURALS: Final = frozenset({"NNS", "NNPS"})
_OUTSIDE: Final = frozenset({"relcl", "acl", "conj", "cc", "punct", "prep"})  # dependents that are not of the phrase
_PARTITIVE: Final = frozenset({"one", "two", "three", "four", "five", "both", "body"})

Below = Mapping[int, Sequence[int]]


class Victim(Struct, frozen=True):
    """One mention. `count` is how many it tells, `exact` whether by a number; `others` those told beside it."""

    role: str  # "killed", "injured"
    span: Span
    trigger: Span
    sentence: Span
    count: int = 1
    exact: bool = False
    name: str = ""  # Entity.id
    noun: str = ""
    sex: str = ""  # "m", "f"
    ages: tuple[int, int] = ANY_AGE
    hand: str = ""  # "own", "other"
    culprit: bool = False
    another: bool = False  # told to be none of those before
    others: frozenset[Span] = frozenset()


def victims_in(document: Document, entities: EntityIndex) -> tuple[Victim, ...]:
    """The killed and hurt of one article, in the order of their words. Furniture tells of nobody."""
    reading = _Reading(document, entities)
    return tuple(victim for sentence in document.sentences for victim in reading.victims(sentence))


class _Reading:
    """One article, with the ages that it gives to its names."""

    def __init__(self, document: Document, entities: EntityIndex) -> None:
        self.document = document
        self.entities = entities
        self.text = document.article.text
        self.furniture = [part.span for part in document.furniture]
        self.ages = _ages_of_names(document, entities)

    def victims(self, sentence: Sentence) -> Iterator[Victim]:
        tokens = self.document.tokens
        below = children(tokens, sentence)
        told = [fate for fate in fates_in(tokens, sentence) if self._is_somebody(below, fate.victim)]
        spans = {fate: self._span(below, fate.victim) for fate in told}
        for fate in told:
            beside = frozenset(
                spans[one] for one in told if one.role == fate.role and one != fate and not _is_of(one, fate)
            )
            victim = self._victim(sentence, below, fate, spans[fate], beside - {spans[fate]})
            if victim.count:
                yield victim

    def _span(self, below: Below, head: int) -> Span:
        """The phrase without its clauses and conjuncts; an age in apposition is of it."""
        tokens = self.document.tokens
        words = phrase(dict(below), head, lambda child: _is_outside(tokens[child]))  # type: ignore[arg-type]
        return Span(self.document.article.id, tokens[words[0]].start, tokens[words[-1]].end)

    def _is_somebody(self, below: Below, head: int) -> bool:
        token = self.document.tokens[head]
        words = {token.lemma.lower(), *(self.document.tokens[child].lemma.lower() for child in below.get(head, ()))}
        if words & _NOBODY or any(part.start <= token.start < part.end for part in self.furniture):
            return False
        if token.pos == "PROPN" or token.ent == "PERSON":
            entity = self.entities.at(self._at(token))
            if entity is not None:
                return entity.kind is EntityKind.PERSON
            return token.ent == "PERSON" or (token.ent == "" and is_person(token))
        return is_person(token)

    def _at(self, token: Token) -> Span:
        return Span(self.document.article.id, token.start, token.end)

    def _name(self, head: int) -> str:
        token = self.document.tokens[head]
        named = self.entities.at(self._at(token)) if token.pos == "PROPN" else None
        return named.id if named is not None and named.kind is EntityKind.PERSON else ""

    def _victim(self, sentence: Sentence, below: Below, fate: Fate, span: Span, beside: frozenset[Span]) -> Victim:
        tokens = self.document.tokens
        trigger = tokens[fate.trigger]
        count, exact = self._count(below, fate.victim, span)
        meant = antecedent(self.document, sentence, fate.victim) if tokens[fate.victim].tag.startswith("PRP") else None
        told = self._described(below, fate.victim, span, count)
        if meant is not None:
            told = self._meant(told, meant)
        words = {tokens[one].lemma.lower() for one in (fate.victim, *below.get(fate.victim, ()))}
        return msgspec.structs.replace(
            told,
            role=fate.role,
            trigger=self._at(trigger),
            sentence=sentence.span,
            exact=exact,
            hand=fate.hand,
            another=bool(words & OTHERS),
            others=beside,
        )

    def _described(self, below: Below, head: int, span: Span, count: int = 1) -> Victim:
        """What the phrase says of whoever it is."""
        tokens = self.document.tokens
        token, name = tokens[head], self._name(head)
        noun = token.lemma.lower()
        about = [tokens[one].lemma.lower() for one in below.get(head, ()) if tokens[one].dep not in {"poss", "relcl"}]
        ages = age_in(self.text, span.start, span.end) if count == 1 else None
        return Victim(
            role="",
            span=span,
            trigger=span,
            sentence=span,
            count=count,
            name=name,
            noun=noun if token.pos == "NOUN" else "",
            sex=sex_of(noun, *about),
            ages=ages or self.ages.get(name) or usual_age(noun),
            culprit=bool({noun, *about} & CULPRITS),
        )

    def _meant(self, pronoun: Victim, head: int) -> Victim:
        """The pronoun with what the phrase that it stands for says."""
        below = {head: [one for one in range(max(0, head - 8), head) if self.document.tokens[one].head == head]}
        meant = self._described(below, head, self._at(self.document.tokens[head]))
        return msgspec.structs.replace(
            pronoun,
            name=meant.name,
            sex=pronoun.sex or meant.sex,
            ages=meant.ages,
            culprit=meant.culprit,
        )

    def _count(self, below: Below, head: int, span: Span) -> tuple[int, bool]:
        """How many the phrase tells at least, and whether by a number; 0 for people in general ("killing officers")."""
        tokens = self.document.tokens
        if tokens[head].pos == "PROPN":
            return 1, False
        for quantity in self.document.quantities:
            inside = span.start <= quantity.span.start < span.end
            if inside and quantity.modifier not in _NO_COUNT and quantity.unit != "year":
                least = quantity.low if quantity.stated is None else quantity.stated
                return int(least), True
        words = {tokens[one].lemma.lower() for one in (head, *below.get(head, ()))}
        if words & _TWO:
            return 2, True
        if tokens[head].tag not in _PLURALS and tokens[head].lemma.lower() not in {"people", "them"}:
            return 1, False
        return (2 if any(tokens[one].dep in {"det", "poss"} for one in below.get(head, ())) else 0), False


def _is_outside(token: Token) -> bool:
    return token.dep in _OUTSIDE or (token.dep == "appos" and token.pos != "NUM")


def _is_of(one: Fate, other: Fate) -> bool:
    """Whether one of them names the other: "two men, Holm and Varn", "his wife, Ada Holm"."""
    return one.among == other.victim or other.among == one.victim


def _ages_of_names(document: Document, entities: EntityIndex) -> dict[str, tuple[int, int]]:
    """The age that the article gives with a name, by entity: the first one."""
    text, found = document.article.text, {}
    for name in document.names:
        entity = entities.at(name.span)
        if entity is not None and entity.id not in found:
            before = text.rfind(" ", 0, max(0, name.span.start - 1)) + 1
            ages = age_in(text, before, name.span.end)
            if ages is not None:
                found[entity.id] = ages
    return found
