"""Words in the form that the pen writes them, and looks at the words of a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.testing.scribe.draft import Word
from headwater.testing.scribe.wording.inflection import inflect
from headwater.testing.scribe.wording.joinery import capitalised

__all__ = [
    "Words",
    "fresh",
    "inflected",
    "is_name",
    "like",
    "low",
    "name_word",
    "run",
    "tag",
]

Words = tuple[Word, ...]


def inflected(lemma: str, form: str) -> str:
    """The form of a lemma that a Penn tag names ("tear", "VBD": "tore"); the lemma itself where it has none."""
    return inflect(lemma, form) or lemma


def like(word: Word, text: str, lemma: str = "") -> Word:
    """The word with another text, in lower case or with a capital as it was; where it stands and comes from stays."""
    cased = capitalised(text) if word.text[:1].isupper() and text.islower() else text
    return word._replace(text=cased, lemma=(lemma or text).lower())


def fresh(text: str, form: str = "NN", gap: str = " ") -> Word:
    """A word that the copyist adds."""
    return Word(text, gap, text.lower(), form)


def run(phrase: str, first: Word, form: str = "NN") -> Words:
    """The words of a phrase in the place of words that began with `first`: its gap before them, its capital kept."""
    texts = phrase.split()
    opening = fresh(like(first, texts[0]).text, form, first.gap)
    return (opening, *(fresh(text, form) for text in texts[1:]))


def low(words: Sequence[Word], index: int) -> str:
    """The text of a word in lower case; '' outside the sentence."""
    return words[index].text.lower() if 0 <= index < len(words) else ""


def tag(words: Sequence[Word], index: int) -> str:
    """The tag of a word; '' outside the sentence."""
    return words[index].tag if 0 <= index < len(words) else ""


def is_name(word: Word) -> bool:
    """Whether the word is (part of) a proper name."""
    return word.tag in ("NNP", "NNPS") and word.text[:1].isupper()


def name_word(text: str, pattern: Word) -> Word:
    """A word of a name, a blank before it."""
    return fresh(text, pattern.tag)
