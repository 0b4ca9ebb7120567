"""Whom a pronoun means: the likeliest person named or described before it.

Rules only, after the salience order of Lappin and Leass (1994): the subject of the clause before, then the subjects of
the sentences before, the nearest first; sex and number must agree. Those who only speak ("Holm said") are passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from headwater.text.cues import is_cue_verb
from headwater.text.persons import is_person, sex_of
from headwater.types import Document, Sentence, Token

__all__ = ["antecedent"]

_BACK: Final = 2  # sentences before its own in which a pronoun's person is sought
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_SINGULAR: Final = frozenset({"NN", "NNP"})


def antecedent(document: Document, sentence: Sentence, pronoun: int) -> int | None:
    """The token of the phrase that the singular pronoun at token `pronoun` stands for; None if none fits."""
    sex = sex_of(document.tokens[pronoun].lemma.lower())
    if not sex:
        return None
    here = document.sentences.index(sentence)
    for number in range(here, max(-1, here - _BACK - 1), -1):
        one = document.sentences[number]
        found = list(_candidates(document.tokens, one.first, pronoun if number == here else one.last, sex))
        subjects = [index for index in found if document.tokens[index].dep in _SUBJECTS]
        if found:
            return (subjects or found)[-1] if number == here else (subjects or found[-1:])[0]
    return None


def _candidates(tokens: Sequence[Token], first: int, last: int, sex: str) -> Iterator[int]:
    for index in range(first, last):
        token = tokens[index]
        if token.tag not in _SINGULAR or token.dep in {"compound", "poss", "nmod"} or _only_speaks(tokens, index):
            continue
        named = token.pos == "PROPN" and token.ent == "PERSON"
        described = token.pos == "NOUN" and is_person(token)
        if (named or described) and sex_of(token.lemma.lower()) in {"", sex}:
            yield index


def _only_speaks(tokens: Sequence[Token], index: int) -> bool:
    verb = tokens[tokens[index].head]
    return tokens[index].dep in _SUBJECTS and is_cue_verb(verb.lemma)
