"""What one reading denies and the other asserts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from headwater.findings.alterations.aligned import Aligned, Change
from headwater.text.thesaurus import opposed, synonyms
from headwater.types import AlterationKind, Evidence

__all__ = ["negation_changes"]

_LIKE_ENOUGH: Final = 0.5  # share of answered words from which a lost "not" is a change and not another sentence
_DEPENDENT: Final = frozenset({"xcomp", "pcomp"})
_SAME_VERB: Final = 0.4  # thesaurus value from which a verb put in another's place says the same


def negation_changes(aligned: Aligned) -> Iterator[Change]:
    """A verb that both sides have, or a synonym in its place, negated on one side only; or its opposite, on neither."""
    if aligned.agreement < _LIKE_ENOUGH:
        return
    for left, right in sorted({**aligned.put, **aligned.kept}.items()):
        if not (_governs(aligned, left, right) and _verbs_answer(aligned, left, right)):
            continue
        if not _under_the_same(aligned, left, right):
            continue
        turned = left not in aligned.kept and _opposed(aligned, left, right)
        if turned != (aligned.left.denied(left) != aligned.right.denied(right)):
            yield _change(aligned, left, right)


def _governs(aligned: Aligned, left: int, right: int) -> bool:
    tokens = aligned.left.tokens[left], aligned.right.tokens[right]
    return all(token.pos in {"VERB", "AUX"} and token.dep not in {"aux", "auxpass"} for token in tokens)


def _under_the_same(aligned: Aligned, left: int, right: int) -> bool:
    """Whether verbs that hang on others ("forbidden to speak") hang on verbs that answer each other."""
    one, other = aligned.left.tokens[left], aligned.right.tokens[right]
    if not {one.dep, other.dep} & _DEPENDENT:
        return True
    return aligned.answered.get(one.head) == other.head


def _verbs_answer(aligned: Aligned, left: int, right: int) -> bool:
    one, other = aligned.left.tokens[left].lemma, aligned.right.tokens[right].lemma
    return one == other or synonyms(one, other, "VERB") >= _SAME_VERB or _opposed(aligned, left, right)


def _opposed(aligned: Aligned, left: int, right: int) -> bool:
    """Antonyms in one place of otherwise like sentences: "accepted", "rejected"."""
    return opposed(aligned.left.tokens[left].lemma, aligned.right.tokens[right].lemma)


def _change(aligned: Aligned, left: int, right: int) -> Change:
    here, there = aligned.left.clause(left), aligned.right.clause(right)
    detail = f"“{aligned.left.tokens[left].lemma}” is negated in one reading"
    if aligned.left.tokens[left].lemma != aligned.right.tokens[right].lemma:
        detail = f"“{aligned.left.written(left)}” against “{aligned.right.written(right)}”"
    evidence = (Evidence("negation on one side", 3.0, detail, here, there),)
    harm = "what one reading denies the other asserts"
    return Change(AlterationKind.NEGATION, here, there, harm, "", evidence)
