"""Victims: the people of whom an article says that they were killed or hurt, each mention with what it tells of them.

A mention is one noun phrase under one fate (`headwater.text.fates`). What it tells decides whether it can be somebody
told elsewhere: a name, a sex, an age, whether it died by its own hand, and those told beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import msgspec
from msgspec import Struct

from headwater.figures.headlines import headlines_below
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
_RANKS: Final = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}
_FOLD: Final = {"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5}
_MULTIPLE: Final = re.compile(
    r"(?<!attempted )\b(?:(?P<fold>double|triple|quadruple|quintuple)[- ](?:murder|homicide|killing|slaying|fatality)"
    r"(?P<suicide>[-/ ]suicide)?|murder[-/ ]suicide)s?\b",
    re.IGNORECASE,
)
_AGED: Final = re.compile(r"\s*(?:y/o|y\.o\.|yo\b|yrs?\b|-?\s?year)", re.IGNORECASE)
_MAY_DIE: Final = frozenset({EntityKind.PERSON, EntityKind.ORGANISATION})  # parsers take surnames for firms
_NAMED: Final = frozenset({"PERSON", "ORG", ""})
_DESCRIBING: Final = frozenset({"amod", "compound", "nmod", "det"})
_DEFINITE: Final = frozenset({"the", "this", "that", "these", "those", "his", "her", "their"})
_NEW: Final = frozenset({"a", "an", "another", "other", "more", "second", "third"})

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
    words: frozenset[str] = frozenset()  # of the name
    guessed: bool = False  # the name is that of whom a pronoun seems to stand for
    noun: str = ""
    sex: str = ""  # "m", "f"
    ages: tuple[int, int] = ANY_AGE
    hand: str = ""  # "own", "other"
    culprit: bool = False
    definite: bool = False  # "the boy", "she": somebody told before
    another: bool = False  # told to be none of those before
    rank: int = 1  # of "a third victim" 3
    others: frozenset[Span] = frozenset()


def victims_in(document: Document, entities: EntityIndex) -> tuple[Victim, ...]:
    """The killed and hurt of one article, in the order of their words.

    Furniture tells of nobody, nor do headlines below the first lines, unless nothing else does: they are of others.
    """
    reading = _Reading(document, entities)
    found = [(sentence, tuple(reading.victims(sentence))) for sentence in document.sentences]
    heads = headlines_below(document)
    told = [victim for sentence, victims in found for victim in victims if sentence.span not in heads]
    return tuple(told or (victim for _, victims in found for victim in victims))


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
            beside = frozenset(spans[one] for one in told if self._are_two(one, fate))
            victim = self._victim(sentence, below, fate, spans[fate], beside - {spans[fate]})
            if victim.count:
                yield victim
        yield from self._multiples(sentence)

    def _multiples(self, sentence: Sentence) -> Iterator[Victim]:
        """“A double homicide”, “the triple murder”, “a murder-suicide”: at least so many, whoever they are."""
        for found in _MULTIPLE.finditer(self.text, sentence.span.start, sentence.span.end):
            number = _FOLD.get((found["fold"] or "").lower(), 1) + bool(found["suicide"])
            words = Span(self.document.article.id, found.start(), found.end())
            if not any(part.start <= words.start < part.end for part in self.furniture):
                yield Victim("killed", words, words, sentence.span, max(2, number), exact=True)

    def _are_two(self, one: Fate, other: Fate) -> bool:
        """Whether two of a sentence are told side by side: in one list, or the later as somebody new."""
        if one == other or one.among == other.victim or other.among == one.victim:
            return False
        return one.trigger == other.trigger or self._is_new(max(one, other))

    def _is_new(self, fate: Fate) -> bool:
        """“A woman”, “two others”: an indefinite phrase brings somebody new into the sentence."""
        tokens = self.document.tokens
        held = [
            token
            for token in tokens[max(0, fate.victim - 6) : fate.victim]
            if tokens[token.head] is tokens[fate.victim]
        ]
        words = {token.lemma.lower() for token in held}
        behind = tokens[fate.victim + 1] if fate.victim + 1 < len(tokens) else tokens[fate.victim]
        if behind.lemma == "of" and behind.head == fate.victim:
            return False  # "one of them"
        counted = any(token.dep == "nummod" for token in held) and "the" not in words
        return bool(words & _NEW) or counted or tokens[fate.victim].tag == "CD"

    def _span(self, below: Below, head: int) -> Span:
        """The phrase without its clauses and conjuncts; an age in apposition is of it."""
        tokens = self.document.tokens
        words = phrase(dict(below), head, lambda child: _is_outside(tokens[child]))  # type: ignore[arg-type]
        return Span(self.document.article.id, tokens[words[0]].start, tokens[words[-1]].end)

    def _is_somebody(self, below: Below, head: int) -> bool:
        token = self.document.tokens[head]
        held = [self.document.tokens[child] for child in below.get(head, ())]
        words = {token.lemma.lower(), *(child.lemma.lower() for child in held)}
        if token.lemma.lower() == "body" and "of" in words:
            return False  # those whose bodies they are have a fate of their own
        if words & _NOBODY or any(part.start <= token.start < part.end for part in self.furniture):
            return False
        if token.pos == "PROPN" or token.ent == "PERSON":
            entity = self.entities.at(self._at(token))
            if entity is not None:
                return entity.kind in _MAY_DIE or entity.id in self.ages
            return token.ent in _NAMED or is_person(token)
        return is_person(token)

    def _at(self, token: Token) -> Span:
        return Span(self.document.article.id, token.start, token.end)

    def _name(self, head: int) -> str:
        token = self.document.tokens[head]
        named = self.entities.at(self._at(token)) if token.pos == "PROPN" else None
        person = named is not None and (named.kind in _MAY_DIE or named.id in self.ages)
        return named.id if named is not None and person else ""

    def _is_named_person(self, head: int) -> bool:
        named = self.entities.at(self._at(self.document.tokens[head]))
        return named is not None and named.kind is EntityKind.PERSON

    def _words(self, head: int) -> frozenset[str]:
        """The words of the whole name, initials left out."""
        named = self.entities.at(self._at(self.document.tokens[head]))
        words = named.name.lower().replace(".", " ").split() if named is not None else []
        return frozenset(word for word in words if len(word) > 1)

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
            definite=tokens[fate.victim].tag.startswith("PRP") or bool(words & _DEFINITE),
            rank=max((_RANKS[word] for word in words & _RANKS.keys()), default=1),
            another=bool(words & OTHERS) or self._also(below, fate.trigger),
            others=beside,
        )

    def _also(self, below: Below, trigger: int) -> bool:
        """“Was also killed”: somebody besides those told before."""
        return any(self.document.tokens[child].lemma == "also" for child in below.get(trigger, ()))

    def _described(self, below: Below, head: int, span: Span, count: int = 1) -> Victim:
        """What the phrase says of whoever it is."""
        tokens = self.document.tokens
        token, name = tokens[head], self._name(head)
        noun = token.lemma.lower()
        about = [tokens[one].lemma.lower() for one in below.get(head, ()) if tokens[one].dep in _DESCRIBING]
        ages = age_in(self.text, span.start, span.end) if count == 1 and token.pos != "NUM" else None
        return Victim(
            role="",
            span=span,
            trigger=span,
            sentence=span,
            count=count,
            name=name,
            words=self._words(head) if name else frozenset(),
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
            name=meant.name if self._is_named_person(head) else "",
            words=meant.words,
            guessed=True,
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
            inside = span.start <= quantity.span.start <= tokens[head].start
            if (
                inside
                and not _AGED.match(self.text, quantity.span.end)
                and quantity.modifier not in _NO_COUNT
                and quantity.unit != "year"
            ):
                return int(max(1.0, quantity.low)), True  # "fewer than -5" has no least number
        words = {tokens[one].lemma.lower() for one in (head, *below.get(head, ()))}
        if words & _TWO:
            return 2, True
        if tokens[head].tag not in _PLURALS and tokens[head].lemma.lower() not in {"people", "them"}:
            return 1, False
        return (2 if any(tokens[one].dep in {"det", "poss"} for one in below.get(head, ())) else 0), False


def _is_outside(token: Token) -> bool:
    return token.dep in _OUTSIDE or (token.dep == "appos" and token.pos != "NUM")


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
