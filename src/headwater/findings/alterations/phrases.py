"""The short phrases of a story, and which articles hold each: what several newsrooms write is a set phrase."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Final

from msgspec import Struct

from headwater.findings.alterations.texts import Text
from headwater.text.set_phrases import is_set_phrase
from headwater.types import Token

__all__ = ["Phrase", "PhraseKind", "Phrases", "is_fixed", "phrases_at"]

_MODIFIES: Final = frozenset({"amod", "compound", "nmod"})
_NOUNS: Final = frozenset({"NOUN"})
_CONTENT: Final = frozenset({"NOUN", "ADJ", "VERB"})


class PhraseKind(StrEnum):
    """How the words of a phrase hang together."""

    COMPOUND = "compound"  # a noun before a noun: "rubber bullets"
    QUALIFIED = "qualified"  # an adjective before a noun: "automatic fire"
    OF = "of"  # "condition of anonymity"
    OBJECT = "object"  # a verb and its bare object: "claimed responsibility"
    PLACED = "placed"  # a preposition and a bare noun: "on strike"


class Phrase(Struct, frozen=True):
    """A phrase at one place. `words` are its two telling words, `key` their lemmas (with "of" or the preposition)."""

    kind: PhraseKind
    words: tuple[int, int]
    key: tuple[str, ...]


class Phrases:
    """Which articles hold which phrase. Words side by side count, however the parser reads them."""

    def __init__(self, texts: Iterable[Text]) -> None:
        self._holders: Mapping[tuple[str, ...], set[str]] = defaultdict(set)
        for text in texts:
            for key in _keys(text):
                self._holders[key].add(text.id)

    def holders(self, key: tuple[str, ...]) -> frozenset[str]:
        """The articles that hold the phrase."""
        return frozenset(self._holders.get(key, ()))


def _keys(text: Text) -> Iterator[tuple[str, ...]]:
    tokens = text.tokens
    for index, token in enumerate(tokens):
        following = tokens[index + 1].lemma if index + 1 < len(tokens) else ""
        yield token.lemma, following
        if following == "of" and index + 2 < len(tokens):
            yield token.lemma, "of", tokens[index + 2].lemma
        if token.dep == "dobj":
            yield tokens[token.head].lemma, "", token.lemma


def phrases_at(text: Text, words: Iterable[int]) -> Iterator[Phrase]:
    """The phrases whose last word is among the words, as the parser reads this text."""
    for noun in words:
        if text.tokens[noun].pos not in _NOUNS or text.tokens[noun].ent or not text.tokens[noun].lemma.isalpha():
            continue
        yield from _with_modifier(text, noun)
        yield from _after_of(text, noun)
        yield from _as_object(text, noun)
        yield from _after_preposition(text, noun)


def _with_modifier(text: Text, noun: int) -> Iterator[Phrase]:
    if not noun:
        return
    token = text.tokens[noun - 1]
    if token.head == noun and token.dep in _MODIFIES and _tells(token):
        compound = token.dep == "compound" and token.pos == "NOUN"
        kind = PhraseKind.COMPOUND if compound else PhraseKind.QUALIFIED
        yield Phrase(kind, (noun - 1, noun), (token.lemma, text.tokens[noun].lemma))


def _after_of(text: Text, noun: int) -> Iterator[Phrase]:
    if noun < 2 or text.tokens[noun - 1].lemma != "of" or text.tokens[noun].tag != "NN":
        return
    token = text.tokens[noun - 2]
    if _tells(token) and token.pos == "NOUN":
        yield Phrase(PhraseKind.OF, (noun - 2, noun), (token.lemma, "of", text.tokens[noun].lemma))


def _as_object(text: Text, noun: int) -> Iterator[Phrase]:
    token = text.tokens[noun]
    verb = text.tokens[token.head]
    if token.dep == "dobj" and token.head == noun - 1 and verb.pos == "VERB":
        yield Phrase(PhraseKind.OBJECT, (noun - 1, noun), (verb.lemma, "", token.lemma))


def _after_preposition(text: Text, noun: int) -> Iterator[Phrase]:
    token, before = text.tokens[noun], text.tokens[noun - 1]
    bare = token.tag == "NN" and token.dep == "pobj" and token.head == noun - 1
    if noun and bare and before.pos in {"ADP", "SCONJ"} and before.lemma != "of":
        yield Phrase(PhraseKind.PLACED, (noun - 1, noun), (before.lemma, token.lemma))


def _tells(token: Token) -> bool:
    return token.pos in _CONTENT and token.ent == "" and token.lemma.isalpha()


def is_fixed(key: tuple[str, ...]) -> bool:
    """Whether the dictionaries have the phrase."""
    return is_set_phrase(*(lemma for lemma in key if lemma))
