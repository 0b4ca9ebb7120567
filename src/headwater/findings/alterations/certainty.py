"""Hedges lost in copying: said with more certainty than the source said it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from headwater.findings.alterations.aligned import Aligned, Change, both_ways
from headwater.findings.alterations.substitutes import is_spelling, says_the_same
from headwater.findings.alterations.texts import Text
from headwater.text.certainty import certainty_in
from headwater.text.cues import certainty_of
from headwater.text.thesaurus import related
from headwater.text.wordset import wordset
from headwater.types import AlterationKind, Certainty, Span

__all__ = ["certainty_changes"]

_HEDGES: Final = wordset("""
    apparent alleged suspected reported possible likely probable potential presumed purported unconfirmed
    apparently allegedly reportedly possibly probably perhaps maybe presumably supposedly
""")
_MODALS: Final = wordset("may might could")  # "would" is mostly "will" in reported speech
_MODIFIES: Final = frozenset({"amod", "advmod"})
_UNSURE: Final = frozenset({Certainty.PROBABLE, Certainty.POSSIBLE})
_SURE: Final = {
    **dict.fromkeys(("believe", "think", "suspect", "assume", "suppose"), frozenset({"know", "establish"})),
    **dict.fromkeys(("suggest", "indicate", "hint", "imply"), frozenset({"prove", "show", "confirm", "demonstrate"})),
}
_LEFT_OPEN: Final = wordset("anticipate forecast predict project plan due set poised slated schedule aim likely")
_SAYS: Final = wordset("say tell report state")
_LIKE_ENOUGH: Final = 0.6  # share of answered words from which a hedge was lost and not the sentence built anew
_REACH: Final = 3  # words before a noun in which its adjectives stand


def certainty_changes(aligned: Aligned) -> Iterator[Change]:
    """A hedge that one side has over or before a word of both, where the other side hedges in no other way."""
    yield from both_ways(_lost_hedges, aligned)
    if aligned.agreement >= _LIKE_ENOUGH:
        yield from both_ways(_lost_seeming, aligned)
        yield from both_ways(_lost_doubt, aligned)


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
        harm = f"said with more certainty: {detail}"
        yield Change(AlterationKind.CERTAINTY, left, right, harm, "right", "hedge lost", detail)


def _lost_seeming(aligned: Aligned) -> Iterator[Change]:
    """What seems, is expected or may be is told as being so: "is expected to end", "will end"."""
    if _is_hedged(aligned.right, aligned.right_words):
        return
    for left, right in sorted(aligned.answered.items()):
        if not (_is_verb(aligned.left, left) and _is_verb(aligned.right, right)):
            continue
        top = _top(aligned.left, left)
        if top == left or _is_open(aligned, aligned.left.tokens[top].lemma) or aligned.left.tokens[top].lemma in _SAYS:
            continue
        if _is_ability(aligned, top, right) or any(_said_otherwise(aligned, word) for word in range(top, left)):
            continue
        if _level(aligned.left, left) not in _UNSURE or _level(aligned.right, right) is not Certainty.CERTAIN:
            continue
        here, there = aligned.left.span((top, left)), aligned.right.span((right,))
        detail = f"“{aligned.left.read(here).lower()}” against “{aligned.right.written(right)}”"
        harm = f"said with more certainty: {detail}"
        yield Change(AlterationKind.CERTAINTY, here, there, harm, "right", "seeming lost", detail)
        return


def _lost_doubt(aligned: Aligned) -> Iterator[Change]:
    """Who believes is said to know, what suggests to prove."""
    for left, right in sorted(aligned.put.items()):
        one, other = aligned.left.tokens[left].lemma, aligned.right.tokens[right].lemma
        if other in _SURE.get(one, ()):
            here, there = aligned.left.span((left,)), aligned.right.span((right,))
            detail = f"“{aligned.left.written(left)}” against “{aligned.right.written(right)}”"
            harm = f"said with more certainty: {detail}"
            yield Change(AlterationKind.CERTAINTY, here, there, harm, "right", "doubt lost", detail)


def _is_open(aligned: Aligned, hedge: str) -> bool:
    """Whether the other side leaves it open in other words than certainty is read from: "is due to", "anticipated"."""
    lemmas = (aligned.right.tokens[word].lemma for word in aligned.right_words)
    return any(lemma in _LEFT_OPEN or says_the_same(hedge, lemma) for lemma in lemmas if lemma != "be")


def _is_ability(aligned: Aligned, hedge: int, verb: int) -> bool:
    """Whether "could" may say what somebody was able to: "could see", "saw"; "could be" leaves it open."""
    bare = aligned.right.tokens[verb].tag == "VB" and not any(
        aligned.right.tokens[child].lemma in {"will", "would", "shall"} for child in aligned.right.children(verb)
    )
    return bare or (
        aligned.left.tokens[hedge].lemma == "could" and aligned.left.tokens[hedge + 1].lemma not in {"be", "have"}
    )


def _is_verb(text: Text, word: int) -> bool:
    return text.tokens[word].pos in {"VERB", "AUX"} and text.tokens[word].dep not in {"aux", "auxpass"}


def _level(text: Text, verb: int) -> Certainty:
    return certainty_in(text.tokens, verb, text.words(text.clause(verb)))


def _top(text: Text, verb: int) -> int:
    """The first word of what hedges the verb: its auxiliary, or the verb of seeming over it."""
    token = text.tokens[verb]
    above = token.head if token.dep in {"xcomp", "ccomp"} else verb
    first = min(
        (child for child in text.children(above) if text.tokens[child].dep in {"aux", "auxpass"}), default=above
    )
    return min(first, above, verb)


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
