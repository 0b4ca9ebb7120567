"""What one reading denies and the other asserts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from headwater.findings.alterations.aligned import Aligned, Change, both_ways
from headwater.text.clauses import COPULAS
from headwater.text.opposition import are_opposed
from headwater.text.thesaurus import synonyms
from headwater.types import AlterationKind

__all__ = ["negation_changes"]

_LIKE_ENOUGH: Final = 0.5  # share of answered words from which a lost "not" is a change and not another sentence
_GOVERNED: Final = frozenset({"aux", "auxpass", "acl", "pcomp"})  # what denies a participle's noun denies not it
_DEPENDENT: Final = frozenset({"xcomp"})
_STATING: Final = frozenset({"ROOT", "conj", "ccomp", "parataxis"})
_COMPLEMENTS: Final = frozenset({"attr", "acomp"})
_CONTENT: Final = frozenset({"NOUN", "PROPN", "PRON", "VERB", "ADJ", "NUM"})
_NEGATIVE: Final = frozenset({"decline", "refuse", "fail", "lack", "avoid", "prevent", "deny"})  # deny in themselves
_SOMEBODY: Final = ("somebody", "someone", "everybody", "everyone", "one person", "people")
_TURNED: Final = {
    "none": ("some", "all", "most", "many", "several", "one"), "nobody": _SOMEBODY, "no one": _SOMEBODY,
    "nothing": ("something", "everything"), "nowhere": ("somewhere", "everywhere"), "without": ("with",),
    "never": ("always", "often", "once"), "neither": ("both", "either"), "no": ("a", "an", "some", "the", "any"),
    "no longer": ("still",), "hardly": ("fully",), "few": ("many", "most"), "little": ("much",),
}  # fmt: skip
_SAME_VERB: Final = 0.4  # thesaurus value from which a verb put in another's place says the same


def negation_changes(aligned: Aligned) -> Iterator[Change]:
    """A verb that both sides have, or a synonym in its place, negated on one side only; or its opposite, on neither."""
    if aligned.agreement < _LIKE_ENOUGH:
        return
    yield from both_ways(_turned_words, aligned)
    for left, right in sorted({**aligned.put, **aligned.kept}.items()):
        if not (_governs(aligned, left, right) and _verbs_answer(aligned, left, right)):
            continue
        if not (_under_the_same(aligned, left, right) and _of_the_same(aligned, left, right)):
            continue
        turned = left not in aligned.kept and _opposed(aligned, left, right)
        if turned != (aligned.left.denied(left) != aligned.right.denied(right)):
            yield _change(aligned, left, right)


def _turned_words(aligned: Aligned) -> Iterator[Change]:
    """A word that denies turned round: "none of them", "some of them"; "without", "with"."""
    for edit in aligned.edits:
        if edit.op != "replace":
            continue
        left = aligned.left_words[edit.left_start : edit.left_end]
        right = aligned.right_words[edit.right_start : edit.right_end]
        one = " ".join(aligned.left.written(word).lower() for word in left)
        other = " ".join(aligned.right.written(word).lower() for word in right)
        if other in _TURNED.get(one, ()):
            detail = f"“{one}” against “{other}”"
            harm = f"the opposite is said: {detail}"
            here, there = aligned.left.span(left), aligned.right.span(right)
            yield Change(AlterationKind.NEGATION, here, there, harm, "", "negative word turned", detail)


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
    return are_opposed(aligned.left.tokens[left].lemma, aligned.right.tokens[right].lemma)


def _change(aligned: Aligned, left: int, right: int) -> Change:
    here, there = aligned.left.clause(left), aligned.right.clause(right)
    detail = f"“{aligned.left.tokens[left].lemma}” is negated in one reading"
    if aligned.left.tokens[left].lemma != aligned.right.tokens[right].lemma:
        detail = f"“{aligned.left.written(left)}” against “{aligned.right.written(right)}”"
    harm = "what one reading denies the other asserts"
    return Change(AlterationKind.NEGATION, here, there, harm, "", "negation on one side", detail)
