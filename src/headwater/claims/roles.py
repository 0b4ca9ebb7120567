"""Who does what to whom, where and with what: the parts of a clause, from the dependents of its event word.

The passive turns the roles, not the event. A verb without a subject has that of the verb it is coordinated with or
completes ("raided the mill and burned two barns"); a relative pronoun stands for what the clause is about; means that
act ("hit by two drones") are instruments; and only what can be a place is one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from headwater.text.clauses import Clause, children, event_word, phrase
from headwater.text.events import EFFECTS, event_class
from headwater.text.mentions import EntityIndex
from headwater.text.thesaurus import hypernyms, is_a
from headwater.types import Document, Entity, EntityKind, Role, Sentence, Span, Token

__all__ = ["roles_of"]

_ROLE_OF: Final = {
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
_SUBJECTS: Final = frozenset({"nsubj", "csubj", "nsubjpass", "csubjpass"})
_PREPOSITION_ROLE: Final = {"by": "agent", "of": "patient", "with": "instrument", "against": "patient"} | dict.fromkeys(
    ("in", "at", "near", "outside", "inside", "on", "around"), "place"
)
_MEANS: Final = ("weapon", "vehicle", "explosive", "ammunition", "missile")
_PLACED: Final = frozenset({"GPE", "LOC", "FAC"})
_BODY: Final = frozenset({"body part", "time period", "person"})  # "in the neck", "in two nights" say no place
_RELATIVES: Final = frozenset({"WDT", "WP", "WP$"})
_APART: Final = frozenset({"relcl", "acl", "appos", "conj", "cc", "punct"})
_SHARING: Final = 3  # verbs up a chain of coordination that are asked for the subject


class _Part(NamedTuple):
    """A word that fills a role."""

    role: str
    word: int


def roles_of(document: Document, sentence: Sentence, clause: Clause, entities: EntityIndex) -> Iterator[Role]:
    """The roles of a clause, in the order of its dependents; those shared with another clause come last."""
    reader = _Reader(document, sentence, clause, entities)
    for part in (*reader.own(), *reader.shared()):
        yield reader.role(part)


class _Reader:
    def __init__(self, document: Document, sentence: Sentence, clause: Clause, entities: EntityIndex) -> None:
        self._document, self._clause, self._entities = document, clause, entities
        self._tokens: Sequence[Token] = document.tokens
        self._below = children(document.tokens, sentence)
        self._event = event_word(document.tokens, clause, self._below)

    def own(self) -> list[_Part]:
        """The parts that the clause itself names."""
        heads = dict.fromkeys((self._clause.predicate, self._event))
        held = [child for head in heads for child in self._below[head] if child != self._event]
        parts = [self._part(child) for child in held]
        return [part for part in parts if part is not None and part.word in self._clause.words]

    def shared(self) -> list[_Part]:
        """The subject, where the clause leaves it to the verb that its own hangs on; a reduced clause's is its noun."""
        predicate = self._tokens[self._clause.predicate]
        held = {self._tokens[child].dep for child in self._below[self._clause.predicate]}
        if self._clause.nominal or held & _SUBJECTS or "expl" in held:
            return []
        if predicate.dep == "acl" and predicate.tag in {"VBN", "VBG"}:
            return [_Part("patient" if predicate.tag == "VBN" else "agent", predicate.head)]
        passive = "auxpass" in held
        return [_Part("patient" if passive else "agent", subject) for subject in self._subjects_above()][:1]

    def _subjects_above(self) -> Iterator[int]:
        """Subjects of the verbs that this one is coordinated with, or is a free participle of."""
        current = self._clause.predicate
        for _ in range(_SHARING):
            token = self._tokens[current]
            free = token.dep == "advcl" and token.tag in {"VBG", "VBN"}
            if not (token.dep == "conj" or free) or token.head not in self._below:
                return
            current = token.head
            yield from (child for child in self._below[current] if self._tokens[child].dep in _SUBJECTS)

    def _part(self, child: int) -> _Part | None:
        token = self._tokens[child]
        if token.dep in {"prep", "agent"}:
            return self._governed(child)
        if self._clause.nominal and token.dep in {"poss", "compound", "amod"}:
            return _Part("patient" if token.dep == "poss" else "manner", child)
        role = _ROLE_OF.get(token.dep, "")
        if not role:
            return None
        if role == "agent" and self._tells_a_state():
            role = "patient"
        return _Part(role, self._antecedent(child))

    def _governed(self, preposition: int) -> _Part | None:
        filler = next((child for child in self._below[preposition] if self._tokens[child].dep == "pobj"), None)
        if filler is None:
            return None
        role = _PREPOSITION_ROLE.get(self._tokens[preposition].lemma, "manner")
        if role == "agent" and self._is_means(filler):
            role = "instrument"
        if role == "place" and not self._is_place(filler):
            role = "manner"
        return _Part(role, filler)

    def _tells_a_state(self) -> bool:
        """Whether an adjective says what became of the subject: "four people were dead"."""
        event = self._tokens[self._event]
        return event.pos == "ADJ" and event_class(event.lemma, "ADJ") in EFFECTS

    def _antecedent(self, word: int) -> int:
        """What a relative pronoun stands for, if the clause has it with it."""
        governor = self._tokens[self._clause.predicate]
        relative = self._tokens[word].tag in _RELATIVES or self._tokens[word].lemma == "that"
        return governor.head if relative and governor.dep == "relcl" and governor.head in self._clause.words else word

    def _is_means(self, word: int) -> bool:
        return self._tokens[word].pos == "NOUN" and any(is_a(self._tokens[word].lemma, kind) for kind in _MEANS)

    def _is_place(self, word: int) -> bool:
        """A place by its name or kind; unknown words are given the benefit of the doubt."""
        token = self._tokens[word]
        entity = self._entity(word)
        if token.ent in _PLACED or (entity is not None and entity.kind is EntityKind.PLACE):
            return True
        kinds = hypernyms(token.lemma)
        return not kinds or ("physical entity" in kinds and not kinds & _BODY)

    def _entity(self, word: int) -> Entity | None:
        token = self._tokens[word]
        return self._entities.at(Span(self._document.article.id, token.start, token.end))

    def role(self, part: _Part) -> Role:
        """The filler's phrase without its clauses; the entity is that of a name in it that ends at its head."""
        tokens, filler = self._tokens, part.word
        words = phrase(self._below, filler, lambda child: tokens[child].dep in _APART)
        span = Span(self._document.article.id, tokens[words[0]].start, tokens[words[-1]].end)
        dated = any(date.span.start <= tokens[filler].start < date.span.end for date in self._document.dates)
        entity = self._entity(filler)
        return Role("time" if dated else part.role, span, entity.id if entity else "", tokens[filler].lemma)
