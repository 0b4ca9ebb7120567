"""Set phrases broken in copying: a word exchanged where none can be.

"Rubber bullets" name a thing; "elastic slugs" do not, though each word was exchanged for one of its synonyms. The
sound phrase is known because several articles or a dictionary have it; the broken one stands in one article only.
Before a noun an adjective may be exchanged for one of like sense, and whole phrases may be paraphrased: that is no
damage.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from headwater.findings.alterations.aligned import Aligned, Change
from headwater.findings.alterations.phrases import Phrase, PhraseKind, Phrases, is_fixed, phrases_at
from headwater.findings.alterations.substitutes import SYNONYM, is_spelling, says_the_same
from headwater.text.thesaurus import is_a, related, same_sense, synonyms
from headwater.types import AlterationKind, Token

__all__ = ["wording_changes"]

_HOLDERS: Final = 2  # other articles that make a phrase a set one
_SAME_HEAD: Final = 0.4  # thesaurus value from which the noun of a compound still names the thing: "chief", "boss"
_CONTENT: Final = frozenset({"NOUN", "ADJ", "VERB"})


class _Broken(Struct, frozen=True):
    """A phrase of the left side and the two words in its place."""

    phrase: Phrase
    words: tuple[int, int]
    key: tuple[str, ...]
    fixed: bool  # a dictionary has the sound phrase
    holders: int  # articles that have it, the altered one aside


def wording_changes(aligned: Aligned, phrases: Phrases) -> Iterator[Change]:
    """A phrase that others share, with one word or both exchanged so that it names the thing no more."""
    yield from _broken_on_the_right(aligned, phrases)
    yield from (change.swapped() for change in _broken_on_the_right(aligned.swapped, phrases))


def _broken_on_the_right(aligned: Aligned, phrases: Phrases) -> Iterator[Change]:
    for phrase in phrases_at(aligned.left, aligned.left_words):
        words = _in_its_place(aligned, phrase)
        if words is None:
            continue
        key = _key(aligned, phrase, words)
        holders = phrases.holders(phrase.key) - {aligned.right.id}
        fixed = is_fixed(phrase.key)
        alone = not is_fixed(key) and phrases.holders(key) <= {aligned.right.id}
        broken = _Broken(phrase, words, key, fixed, len(holders))
        set_here = len(holders) >= _HOLDERS and not _reworded(aligned, broken)
        if alone and (fixed or set_here) and _breaks(aligned, broken):
            yield _change(aligned, broken)


def _in_its_place(aligned: Aligned, phrase: Phrase) -> tuple[int, int] | None:
    """The two words of the other side where the phrase's stood, in one phrase too; None if it was kept or is gone."""
    first, last = phrase.words
    gap = last - first
    if first in aligned.held and last in aligned.held:
        return None
    if last in aligned.held:
        return _beside(aligned, aligned.held[last] - gap, aligned.held[last], free=0)
    if first in aligned.held:
        return _beside(aligned, aligned.held[first], aligned.held[first] + gap, free=1)
    words = aligned.put.get(first, -1), aligned.put.get(last, -1)
    return words if min(words) >= 0 and words[1] - words[0] == gap else None


def _beside(aligned: Aligned, first: int, last: int, free: int) -> tuple[int, int] | None:
    """The two words, if the one that is no word of the left side lies in the text."""
    words = first, last
    inside = 0 <= words[free] < len(aligned.right.tokens)
    return words if inside and words[free] not in aligned.held_there else None


def _reworded(aligned: Aligned, broken: _Broken) -> bool:
    """Whether the words that were exchanged say the same: of a phrase that is only common here, that is no damage."""
    pairs = zip(broken.phrase.words, broken.words, strict=True)
    return any(
        says_the_same(aligned.left.tokens[old].lemma, aligned.right.tokens[new].lemma)
        for old, new in pairs
        if aligned.held.get(old) != new
    )


def _key(aligned: Aligned, phrase: Phrase, words: tuple[int, int]) -> tuple[str, ...]:
    one, other = (aligned.right.tokens[word].lemma for word in words)
    return (one, phrase.key[1], other) if len(phrase.key) == 3 else (one, other)


# --- what breaks a phrase -------------------------------------------------------------------------------------


def _breaks(aligned: Aligned, broken: _Broken) -> bool:
    """Whether the exchange damages the phrase, by its kind."""
    first, last = broken.phrase.words
    if not all(_is_exchange(aligned, old, new) for old, new in zip(broken.phrase.words, broken.words, strict=True)):
        return False
    if broken.phrase.kind is PhraseKind.PLACED:
        return first in aligned.held and _breaks_head(aligned, broken)
    if first in aligned.held:
        shared = broken.fixed and broken.holders >= _HOLDERS
        return shared and broken.phrase.kind is PhraseKind.COMPOUND and _breaks_head(aligned, broken)
    if last in aligned.held:
        return _breaks_modifier(aligned, broken)
    return _breaks_both(aligned, broken)


def _is_exchange(aligned: Aligned, old: int, new: int) -> bool:
    """Whether the word was kept, or another content word stands there: neither a spelling of it nor a name."""
    if aligned.held.get(old) == new:
        return True
    one, other = aligned.left.tokens[old], aligned.right.tokens[new]
    if new and aligned.right.tokens[new - 1].lemma + other.lemma == one.lemma:
        return False  # "rear view" for "rearview"
    return other.pos in _CONTENT | {"PROPN"} and other.lemma.isalpha() and not is_spelling(one.lemma, other.lemma)


def _breaks_modifier(aligned: Aligned, broken: _Broken) -> bool:
    """A part of a compound takes no synonym; an adjective takes one, and a word may merely have moved."""
    old, new = broken.phrase.words[0], broken.words[0]
    one, other = aligned.left.tokens[old], aligned.right.tokens[new]
    if broken.phrase.kind is PhraseKind.COMPOUND:
        return True
    if broken.phrase.kind is not PhraseKind.QUALIFIED or related(one.lemma, other.lemma):
        return False
    if one.pos == "VERB" or (other.pos == "VERB" and not broken.fixed):
        return False  # participles say what happened to the thing: free to vary
    return not _stands(one, aligned.right.tokens, aligned.right_words) and not _stands(
        other, aligned.left.tokens, aligned.left_words
    )


def _stands(token: Token, tokens: tuple[Token, ...], words: tuple[int, ...]) -> bool:
    """Whether the word, or one much like it, stands among the others."""
    others = (tokens[word].lemma for word in words)
    return any(is_spelling(token.lemma, other) or synonyms(token.lemma, other) >= SYNONYM for other in others)


def _breaks_head(aligned: Aligned, broken: _Broken) -> bool:
    """The noun of a compound or an idiom may be exchanged for a word that means the same in its common sense."""
    one, other = aligned.left.tokens[broken.phrase.words[1]], aligned.right.tokens[broken.words[1]]
    if is_a(one.lemma, "person"):
        return False  # people of one office are called many things
    if broken.phrase.kind is PhraseKind.COMPOUND and related(one.lemma, other.lemma):
        return False
    return other.pos == "NOUN" and synonyms(one.lemma, other.lemma, "NOUN") < _SAME_HEAD


def _breaks_both(aligned: Aligned, broken: _Broken) -> bool:
    """Word for word: one pair at least is from a thesaurus, and not both in their common sense."""
    pairs = [
        (aligned.left.tokens[old].lemma, aligned.right.tokens[new].lemma)
        for old, new in zip(broken.phrase.words, broken.words, strict=True)
    ]
    values = [synonyms(one, other) for one, other in pairs]
    from_thesaurus = any(value >= SYNONYM or same_sense(*pair) for value, pair in zip(values, pairs, strict=True))
    if broken.phrase.kind is PhraseKind.QUALIFIED and not broken.fixed:
        return False
    return from_thesaurus and (broken.fixed or min(values) < SYNONYM)


def _change(aligned: Aligned, broken: _Broken) -> Change:
    here, there = aligned.left.span(broken.phrase.words), aligned.right.span(broken.words)
    sound = " ".join(lemma for lemma in broken.phrase.key if lemma)
    known_by = f"stands in {broken.holders} articles" if broken.holders >= _HOLDERS else "is a set phrase"
    detail, clue = f"“{sound}” {known_by}", "set phrase broken" if broken.fixed else "common phrase broken"
    return Change(AlterationKind.WORDING, here, there, "the words no longer name the thing", "right", clue, detail)
