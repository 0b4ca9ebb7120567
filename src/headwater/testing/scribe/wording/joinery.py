"""Joins an exchanged word to those beside it: capitals as they were, "a" or "an" as the sound after it asks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from headwater.testing.scribe.draft import Word
from headwater.testing.scribe.pen import Pen
from headwater.text.thesaurus import noun_like
from headwater.types import AlterationKind

__all__ = ["article_for", "capitalised", "decapitalised", "exchanged_at", "like_case", "reopened"]

_YOU: Final = re.compile(r"(?:uni(?!n|m)|us(?:e|u|a)|eu|ewe|ute|ubiq|uk|once|one\b|u\b|u\.)", re.IGNORECASE)
_MUTE_H: Final = re.compile(r"(?:hour|honest|honou?r|heir)", re.IGNORECASE)
_SPOKEN_VOWEL: Final = re.compile(r"(?:8|11\b|18\b|11,|18,)")
_LETTERS: Final = re.compile(r"[A-Z]{2,5}\b")  # said letter by letter, most of them
_VOWEL_LETTERS: Final = frozenset("AEFHILMNORSX")
_ARTICLES: Final = frozenset({"a", "an"})


def article_for(word: str) -> str:
    """Whether a word takes "a" or "an", by how it sounds: "an hour", "a union", "an 8", "an FBI", "a UN"."""
    if _LETTERS.match(word):
        return "an" if word[0] in _VOWEL_LETTERS else "a"
    if _MUTE_H.match(word) or _SPOKEN_VOWEL.match(word):
        return "an"
    return "an" if word[:1].lower() in set("aeiou") and not _YOU.match(word) else "a"


def like_case(new: str, old: str) -> str:
    """`new` with the capitals of `old`: none, the first, or all of them."""
    if old.isupper() and len(old) > 1:
        return new.upper()
    return capitalised(new) if old[:1].isupper() else new


def capitalised(text: str) -> str:
    """The text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def decapitalised(words: Sequence[Word]) -> tuple[Word, ...]:
    """Words moved away from the start of a sentence: the first after a blank and in lower case, unless it is a name."""
    first = words[0]._replace(gap=" ")
    inner = first.text[1:] != first.text[1:].lower() or not first.text[:1].isalpha() or first.text == "I"
    if inner or (first.tag.startswith("NNP") and not _is_common(words)):
        return (first, *words[1:])
    return (first._replace(text=first.text[:1].lower() + first.text[1:]), *words[1:])


def _is_common(words: Sequence[Word]) -> bool:
    """Whether a first word tagged as a name is a common noun after all ("Gunmen stormed")."""
    lower = words[0].text.lower()
    alone = len(words) == 1 or not words[1].tag.startswith("NNP")
    return alone and any(noun_like(form) for form in (lower, lower.removesuffix("s"), lower.replace("men", "man")))


def reopened(words: Sequence[Word]) -> tuple[Word, ...]:
    """Words that now open a sentence: the first with a capital, and no space before it."""
    if not words:
        return ()
    first = next((i for i, word in enumerate(words) if word.text[:1].isalnum()), 0)
    head = words[first]._replace(text=capitalised(words[first].text))
    opened = (*words[:first], head, *words[first + 1 :])
    return (opened[0]._replace(gap=""), *opened[1:])


def exchanged_at(
    words: Sequence[Word],
    place: tuple[int, int],
    new: Sequence[Word],
    pen: Pen,
    how: str,
    kind: AlterationKind | None = None,
) -> tuple[Word, ...]:
    """A sentence with the words from `place[0]` up to `place[1]` exchanged for `new`.

    A first word that opens the sentence gets its capital. An article "a" or "an" before the words is made to fit them,
    as a part of the same edit.
    """
    first, last = place
    old = words[first:last]
    head = new[0]._replace(text=capitalised(new[0].text)) if first == 0 else new[0]
    fresh = (head, *new[1:])
    before = words[first - 1] if first else None
    if before is not None and before.text.lower() in _ARTICLES and before.text.lower() != article_for(head.text):
        agreed = before._replace(text=like_case(article_for(head.text), before.text[:1].lower() + before.text[1:]))
        agreed = agreed._replace(text=capitalised(agreed.text) if before.text[0].isupper() else agreed.text)
        return (*words[: first - 1], *pen.exchange((before, *old), (agreed, *fresh), how, kind), *words[last:])
    return (*words[:first], *pen.exchange(old, fresh, how, kind), *words[last:])
