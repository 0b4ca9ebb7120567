"""What one reading denies and the other asserts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from headwater.findings.alterations.aligned import Aligned, Change
from headwater.text.clauses import COPULAS
from headwater.text.thesaurus import opposed, synonyms
from headwater.types import AlterationKind, Evidence

__all__ = ["negation_changes"]

_LIKE_ENOUGH: Final = 0.5  # share of answered words from which a lost "not" is a change and not another sentence
_GOVERNED: Final = frozenset({"aux", "auxpass", "acl", "pcomp"})  # what denies a participle's noun denies not it
_DEPENDENT: Final = frozenset({"xcomp"})
_STATING: Final = frozenset({"ROOT", "conj", "ccomp", "parataxis"})
_COMPLEMENTS: Final = frozenset({"attr", "acomp"})
_CONTENT: Final = frozenset({"NOUN", "PROPN", "PRON", "VERB", "ADJ", "NUM"})
_NEGATIVE: Final = frozenset({"decline", "refuse", "fail", "lack", "avoid", "prevent", "deny"})  # deny in themselves
_SAME_VERB: Final = 0.4  # thesaurus value from which a verb put in another's place says the same


def negation_changes(aligned: Aligned) -> Iterator[Change]:
    """A verb that both sides have, or a synonym in its place, negated on one side only; or its opposite, on neither."""
    if aligned.agreement < _LIKE_ENOUGH:
        return
    for left, right in sorted({**aligned.put, **aligned.kept}.items()):
        if not (_governs(aligned, left, right) and _verbs_answer(aligned, left, right)):
            continue
        if not (_under_the_same(aligned, left, right) and _of_the_same(aligned, left, right)):
            continue
        turned = left not in aligned.kept and _opposed(aligned, left, right)
        if turned != (aligned.left.denied(left) != aligned.right.denied(right)):
            yield _change(aligned, left, right)


def _governs(aligned: Aligned, left: int, right: int) -> bool:
    tokens = aligned.left.tokens[left], aligned.right.tokens[right]
    return all(token.pos in {"VERB", "AUX"} and token.dep not in _GOVERNED for token in tokens)


def _under_the_same(aligned: Aligned, left: int, right: int) -> bool:
    """Whether the verbs stand in one relation, and if they hang on others ("forbidden to speak"), on like ones."""
    one, other = aligned.left.tokens[left], aligned.right.tokens[right]
    if {one.dep, other.dep} & _DEPENDENT:
        return aligned.answered.get(one.head) == other.head
    return one.dep == other.dep or {one.dep, other.dep} <= _STATING


def _of_the_same(aligned: Aligned, left: int, right: int) -> bool:
    """Whether the clauses share more than the verb: with a copula, what is said of its subject."""
    there = aligned.right.clause(right)
    words = aligned.left.words(aligned.left.clause(left))
    if aligned.left.tokens[left].lemma in COPULAS:
        said = tuple(c for c in aligned.left.children(left) if aligned.left.tokens[c].dep in _COMPLEMENTS)
        words = said or words
    answers = (
        aligned.answered.get(word) for word in words if word != left and aligned.left.tokens[word].pos in _CONTENT
    )
    return any(
        answer is not None and there.start <= aligned.right.tokens[answer].start < there.end for answer in answers
    )


def _verbs_answer(aligned: Aligned, left: int, right: int) -> bool:
    one, other = aligned.left.tokens[left].lemma, aligned.right.tokens[right].lemma
    if one != other and {one, other} & _NEGATIVE:
        return False
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
