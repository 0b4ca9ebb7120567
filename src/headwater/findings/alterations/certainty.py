"""Hedges lost in copying: said with more certainty than the source said it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from headwater.findings.alterations.aligned import Aligned, Change, both_ways
from headwater.findings.alterations.substitutes import is_spelling
from headwater.findings.alterations.texts import Text
from headwater.text.cues import certainty_of
from headwater.text.thesaurus import related
from headwater.text.wordset import wordset
from headwater.types import AlterationKind, Certainty, Evidence, Span

__all__ = ["certainty_changes"]

_HEDGES: Final = wordset("""
    apparent alleged suspected reported possible likely probable potential presumed purported unconfirmed
    apparently allegedly reportedly possibly probably perhaps maybe presumably supposedly
""")
_MODALS: Final = wordset("may might could")  # "would" is mostly "will" in reported speech
_MODIFIES: Final = frozenset({"amod", "advmod"})
_REACH: Final = 3  # words before a noun in which its adjectives stand


def certainty_changes(aligned: Aligned) -> Iterator[Change]:
    """A hedge before a word that both sides keep, dropped or replaced, where the other side hedges in no other way."""
    return both_ways(_lost_hedges, aligned)


def _lost_hedges(aligned: Aligned) -> Iterator[Change]:
    hedges = [index for index in aligned.left_words if _hedges(aligned.left, index)]
    if not hedges or _is_hedged(aligned.right, aligned.right_words):
        return
    for index in hedges:
        token = aligned.left.tokens[index]
        if token.head not in aligned.kept or index in aligned.kept:
            continue
        if _said_otherwise(aligned, index):
            continue
        if index in aligned.put and related(token.lemma, aligned.right.tokens[aligned.put[index]].lemma):
            continue
        if token.pos == "AUX" and aligned.right.tokens[aligned.kept[token.head]].tag == "VB":
            continue  # "to see", "will see": the infinitive leaves it open too
        left = aligned.left.span((index, token.head))
        right = _modified(aligned.right, aligned.kept[token.head])
        detail = f"“{aligned.left.written(index).lower()}” is gone"
        evidence = (Evidence("hedge lost", 2.0, detail, left, right),)
        harm = f"said with more certainty: {detail}"
        yield Change(AlterationKind.CERTAINTY, left, right, harm, "right", evidence)


def _hedges(text: Text, index: int) -> bool:
    """Whether the word hedges; as written, because the lemma of "alleged" is a verb. May is a month as well."""
    token = text.tokens[index]
    if token.pos == "AUX":
        return token.lemma in _MODALS
    return token.dep in _MODIFIES and text.written(index).lower() in _HEDGES


def _said_otherwise(aligned: Aligned, index: int) -> bool:
    """Whether the other side has the hedge's own word in another part of speech: "allegedly", "he alleged that"."""
    hedge = aligned.left.written(index).lower()
    return any(is_spelling(hedge, aligned.right.written(word).lower()) for word in aligned.right_words)


def _is_hedged(text: Text, words: tuple[int, ...]) -> bool:
    """Whether anything in the passage, a verb of seeming too, says that it is not sure."""
    if not words:
        return False
    level = certainty_of(text.tokens, words[0], words[-1] + 1)
    return level is not Certainty.CERTAIN or any(_hedges(text, word) for word in words)


def _modified(text: Text, head: int) -> Span:
    """A word with its adjectives: what stands where the hedge stood."""
    before = range(max(0, head - _REACH), head)
    return text.span((head, *(i for i in before if text.tokens[i].head == head and text.tokens[i].pos != "DET")))
