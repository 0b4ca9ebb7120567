"""What the text around an event word shows of its event: the word itself, who and what take part, when, in which words.

A light verb leaves it to its noun to say what happened ("carried out an attack"), a particle belongs to its verb
("gunned down"), and a verb without a subject of its own has that of the verb it hangs on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from headwater.text.clauses import children, phrase
from headwater.text.events import classes_of, event_class
from headwater.text.light_verbs import LIGHT_VERBS
from headwater.text.mentions import EntityIndex
from headwater.text.spans import begins, tokens_in
from headwater.types import Date, Document, Sentence, Span, Token

__all__ = ["EventView", "Key", "Lemma", "view_of"]

Key = tuple[str, str]  # ("entity", id) or ("word", lemma)
Days = tuple[str, str]  # first and last, ISO

_CONTENT: Final = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_NAMING: Final = frozenset({"NOUN", "PROPN", "NUM"})
_OBJECTS: Final = frozenset({"nsubjpass", "csubjpass", "dobj", "obj", "dative", "oprd", "attr"})
_SUBJECTS: Final = frozenset({"nsubj", "csubj"})
_PART_OF: Final = {"by": "agent", "of": "patient", "against": "patient"} | dict.fromkeys(
    ("in", "at", "near", "on", "from", "off"), "place"
)
_FUTURE: Final = frozenset({"will", "may", "might", "could", "would"})
_CLIMBS: Final = 4  # verbs above a word that are asked for its subject
_OPEN: Final = "0000-00-00", "9999-99-99"

Parts = Mapping[str, frozenset[Key]]


class Lemma(Struct, frozen=True):
    """An event word without its place: `word` for comparing, `phrase` with its particle, `pos` NOUN, VERB, ADJ ..."""

    word: str
    phrase: str
    pos: str
    event_class: str
    classes: frozenset[str]


class EventView(Struct, frozen=True):
    """An event word as its sentence shows it. `parts` are by role; `days` those told of it, `near` all of the sentence.

    `words` are the lemmas of the given span, which may be a phrase; `place` is the number of the sentence.
    """

    trigger: Span
    place: int
    lemma: Lemma
    words: frozenset[str]
    parts: Parts
    everybody: frozenset[Key]
    marks: frozenset[str]  # adjectives and compounds of a noun: "second", "train"
    context: frozenset[Key]
    days: tuple[Days, ...]
    near: tuple[Days, ...]
    numbers: frozenset[tuple[float, float]]
    negated: bool
    future: bool
    plural: bool


def view_of(trigger: Span, document: Document, entities: EntityIndex) -> EventView | None:
    """The view of the event word, or phrase, at a span; None if no word of a sentence begins there."""
    inside = tokens_in(document.tokens, trigger)
    at = next((n for n, s in enumerate(document.sentences) if inside and s.first <= inside[0] < s.last), None)
    return None if at is None else _Reader(document, at, entities).view(trigger, inside)


class _Reader:
    """Reads one sentence."""

    def __init__(self, document: Document, place: int, entities: EntityIndex) -> None:
        self._document, self._place, self._entities = document, place, entities
        self._tokens: Sequence[Token] = document.tokens
        self._sentence: Sentence = document.sentences[place]
        self._below = children(self._tokens, self._sentence)

    def view(self, trigger: Span, inside: range) -> EventView:
        tokens = self._tokens
        words = [index for index in inside if index < self._sentence.last]
        head = self._event_word(words)
        lemma = self._lemma(head)
        parts = {role: keys - {("word", lemma.word)} for role, keys in self._parts(head, lemma.pos == "NOUN").items()}
        held = [tokens[child] for child in self._below[head]]
        stretch = self._stretch(phrase(self._below, head))
        return EventView(
            trigger,
            self._place,
            lemma,
            frozenset(tokens[n].lemma.lower() for n in words if tokens[n].pos in {*_CONTENT, "ADP"}) | {lemma.word},
            parts,
            frozenset[Key]().union(*parts.values()),
            frozenset(t.lemma.lower() for t in held if t.dep in {"amod", "compound", "nummod"}),
            frozenset(self._context(head)),
            tuple(self._days(stretch)),
            tuple(self._days(self._sentence.span)),
            frozenset(
                (q.low, q.high) for q in self._document.quantities if begins(q.span, stretch) and q.modifier != "age"
            ),
            any(token.dep == "neg" for token in held),
            any(token.lemma.lower() in _FUTURE for token in held),
            tokens[head].tag == "NNS",
        )

    def _event_word(self, words: Sequence[int]) -> int:
        """The head of the span; of a light verb with a noun, the noun."""
        tokens, within = self._tokens, frozenset(words)
        head = next((n for n in words if tokens[n].head not in within or tokens[n].head == n), words[0])
        if tokens[head].pos not in {"VERB", "AUX"} or tokens[head].lemma not in LIGHT_VERBS:
            return head
        nouns = [n for n in words if n != head and tokens[n].pos == "NOUN"]
        others = [n for n in words if n != head and tokens[n].pos in {"ADJ", "VERB"}]
        return nouns[-1] if nouns else others[0] if others else head

    def _lemma(self, head: int) -> Lemma:
        token = self._tokens[head]
        word = token.lemma.lower()
        particle = next((self._tokens[n].lemma.lower() for n in self._below[head] if self._tokens[n].dep == "prt"), "")
        whole = f"{word} {particle}" if particle else word
        return Lemma(
            word,
            whole,
            "NOUN" if token.pos in {"NOUN", "PROPN"} else token.pos,
            event_class(whole, token.pos) or event_class(word, token.pos),
            classes_of(whole, token.pos) | classes_of(word, token.pos),
        )

    # --- who and what take part --------------------------------------------------------------------------------

    def _parts(self, head: int, nominal: bool) -> dict[str, frozenset[Key]]:
        found: dict[str, set[Key]] = defaultdict(set)
        self._add_dependents(head, nominal, found)
        if not found["agent"]:
            self._add_governors(head, nominal, found)
        return {role: frozenset(keys) for role, keys in found.items() if keys}

    def _add_dependents(self, head: int, nominal: bool, found: dict[str, set[Key]]) -> None:
        for child in self._below[head]:
            token = self._tokens[child]
            if token.dep in _SUBJECTS:
                self._add(child, "agent", found)
            elif token.dep in _OBJECTS:
                self._add(child, "patient", found)
            elif token.dep in {"prep", "agent"}:
                for governed in self._governed(child):
                    self._add(governed, _PART_OF.get(token.lemma.lower(), "beside"), found, deep=False)
            elif nominal and token.dep in {"poss", "compound", "amod", "nmod"} and token.pos in {"PROPN", "NOUN"}:
                self._add(child, "beside", found)

    def _add_governors(self, head: int, nominal: bool, found: dict[str, set[Key]]) -> None:
        """The subject of the verb that a word hangs on, and what a relative clause is about."""
        for current, governor in self._climb(head):
            relation = self._tokens[current].dep
            if relation in {"conj", "xcomp"}:
                subjects = (n for n in self._below[governor] if self._tokens[n].dep in {"nsubj", "nsubjpass"})
                for subject in subjects:
                    self._add(subject, "agent", found)
            elif relation in {"relcl", "acl"}:
                self._add(governor, "patient" if self._tokens[head].tag == "VBN" else "agent", found)
            elif relation in {"dobj", "attr"} and nominal:
                self._add_dependents(governor, False, found)
            elif relation != "pobj":
                return
            if found["agent"]:
                return

    def _climb(self, word: int) -> Iterator[tuple[int, int]]:
        """Each word with its governor, from a word upwards, inside the sentence."""
        for _ in range(_CLIMBS):
            governor = self._tokens[word].head
            if governor == word or governor not in self._below:
                return
            yield word, governor
            word = governor

    def _add(self, word: int, role: str, found: dict[str, set[Key]], *, deep: bool = True) -> None:
        """A noun into its role, with those beside it; what stands in its phrase takes part, too, in no role."""
        if self._tokens[word].pos not in _NAMING:
            return
        found[role].add(self._key(word))
        for child in self._below[word]:
            token = self._tokens[child]
            if token.dep == "conj":
                self._add(child, role, found)
            elif token.dep in {"compound", "poss", "nmod", "amod"} and token.pos in {"PROPN", "NOUN"}:
                found["within"].add(self._key(child))
            elif token.dep == "prep" and deep:
                for governed in self._governed(child):
                    self._add(governed, "within", found, deep=False)

    def _governed(self, preposition: int) -> list[int]:
        return [child for child in self._below[preposition] if self._tokens[child].dep == "pobj"]

    def _key(self, word: int) -> Key:
        token = self._tokens[word]
        entity = self._entities.at(Span(self._document.article.id, token.start, token.end))
        return ("entity", entity.id) if entity is not None else ("word", token.lemma.lower())

    # --- the words around --------------------------------------------------------------------------------------

    def _context(self, head: int) -> Iterator[Key]:
        for index in range(self._sentence.first, self._sentence.last):
            if index != head and self._tokens[index].pos in _CONTENT:
                yield self._key(index)

    def _stretch(self, words: Sequence[int]) -> Span:
        return Span(self._document.article.id, self._tokens[words[0]].start, self._tokens[words[-1]].end)

    def _days(self, stretch: Span) -> Iterator[Days]:
        return (_placed(date) for date in self._document.dates if date.first and begins(date.span, stretch))


def _placed(date: Date) -> Days:
    return (date.first or _OPEN[0])[:10], (date.last or _OPEN[1])[:10]
