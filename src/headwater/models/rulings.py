"""What a pipeline's hand-written rules say of words, remembered: they cost as much time as its networks do.

spaCy's English pipelines tell the part of speech by some 180 patterns over the tag, the place in the tree and the word
itself, and the lemma by the word and its part of speech. Nearly all patterns are about one word, so what they say is
the same for every token of that word with that tag and place; sentences in which one of the others matches are ruled as
a whole.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast

from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["Ruling", "Rulings"]

_LOOKED_AT: Final = frozenset({"ORTH", "TEXT", "LOWER", "IS_SPACE", "TAG", "DEP"})  # told by word, tag and place
_NETWORKS: Final = frozenset(
    {"tok2vec", "transformer", "tagger", "parser", "senter", "ner"}
)  # no words of theirs ruled
_HELD: Final = 100_000  # rulings: about 20 MB

Key = tuple[int, int, int]
Pattern = list[dict[str, Any]]


class Ruling(NamedTuple):
    """What is said of a token: lemma, part of speech, and tag and dependency, which the rules may change."""

    lemma: str
    pos: str
    tag: str
    dep: str


class Rulings:
    """The rules of a pipeline, apart from its networks. `names` are the components that `of` stands in for."""

    def __init__(self, pipeline: Language) -> None:
        rules = {name: part for name, part in pipeline.pipeline if isinstance(part, AttributeRuler | Lemmatizer)}
        patterns = [
            pattern for part in rules.values() if isinstance(part, AttributeRuler) for pattern in _patterns(part)
        ]
        apart = _NETWORKS.issuperset(set(pipeline.pipe_names) - set(rules)) and all(map(_settled, patterns))
        self.names: Sequence[str] = tuple(rules) if apart else ()
        self._rules = tuple(rules.values()) if apart else ()
        self._beyond = _finder(pipeline, [pattern for pattern in patterns if len(pattern) > 1])
        self._held: dict[Key, Ruling] = {}

    def of(self, doc: Doc) -> Sequence[Ruling]:
        """What the rules say of each token of a sentence that the networks have been through."""
        if not self._rules or self._beyond(doc, allow_missing=True):
            return self._ruled(doc)
        keys: list[Key] = list(map(tuple, doc.to_array(["ORTH", "TAG", "DEP"]).tolist()))
        held = self._held  # another thread may begin a new one meanwhile
        if not all(key in held for key in keys):
            held = self._hold(keys, self._ruled(doc))
        return [held[key] for key in keys]

    def _ruled(self, doc: Doc) -> list[Ruling]:
        for rule in self._rules:
            rule(doc)
        return list(_rulings(doc))

    def _hold(self, keys: Sequence[Key], rulings: Sequence[Ruling]) -> dict[Key, Ruling]:
        held = self._held if len(self._held) <= _HELD else {}
        held.update(zip(keys, rulings, strict=True))
        self._held = held
        return held


def _rulings(doc: Doc) -> Iterator[Ruling]:
    for token in doc:  # spaCy makes a new string of a lemma each time it is asked
        yield Ruling(*map(sys.intern, (token.lemma_.lower(), token.pos_, token.tag_, token.dep_)))


def _patterns(ruler: AttributeRuler) -> Iterator[Pattern]:
    for entry in ruler.patterns:
        yield from cast("dict[str, Any]", entry)["patterns"]


def _settled(pattern: Pattern) -> bool:
    """Whether it looks at nothing but words, tags and places in the tree."""
    return all(_LOOKED_AT.issuperset(token) for token in pattern)


def _finder(pipeline: Language, patterns: Sequence[Pattern]) -> Matcher:
    matcher = Matcher(pipeline.vocab)
    for number, pattern in enumerate(patterns):
        matcher.add(str(number), [pattern])
    return matcher
