"""What tells a cue from another word: its form, its dependents, its surroundings, and what the rules said of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from headwater.models.attribution.columns import Codes, Columns, Numbers, code
from headwater.models.attribution.hashing import rows
from headwater.types import Saying

__all__ = ["CUE_BITS", "cue_rows"]

CUE_BITS: Final = 18
_SUBJECTS: Final = (code("nsubj"), code("nsubjpass"), code("poss"), code("agent"))
_CONTENTS: Final = (code("ccomp"), code("xcomp"), code("dobj"), code("acl"), code("prep"), code("advcl"))


def cue_rows(columns: Columns, proposals: Sequence[Saying]) -> Numbers:
    """The rows of the features of each token as a cue; shape (features, tokens)."""
    lemma, tag, dep = columns.lemma, columns.tag, columns.dep
    none = np.zeros_like(lemma)
    l1, l2, r1, r2 = (_shifted(lemma, by) for by in (-1, -2, 1, 2))
    t1, q1 = _shifted(tag, -1), _shifted(tag, 1)
    above = lemma[columns.head]
    before, after = columns.before, columns.after
    subject, content = _child(columns, _SUBJECTS), _child(columns, _CONTENTS)
    rule = _verdicts(columns, proposals)
    inside = (columns.mark >= 0).astype(np.int64)
    beside = np.where(inside == 1, 20, columns.opens * 1 + columns.closes * 100)
    alone = lemma[subject] * (subject >= 0)
    whose, what = _of(tag, subject), _of(lemma, content)
    return rows(
        [
            (none,),
            (lemma,),
            (tag, dep),
            (lemma, tag),
            (lemma, dep),
            (lemma, after),
            (lemma, before),
            (lemma, rule),
            (rule, tag),
            (rule, inside),
            (rule, before, after),
            (tag, before, after),
            (lemma, before, after),
            (dep, before, after),
            (lemma, inside),
            (lemma, beside),
            (tag, beside),
            (rule, beside),
            (l1, lemma),
            (lemma, r1),
            (l1, tag),
            (r1, tag),
            (l2, l1, lemma),
            (lemma, r1, r2),
            (t1, tag, q1),
            (l1, r1),
            (tag, above, dep),
            (lemma, above),
            (tag[columns.head], dep, tag),
            (whose, lemma),
            (whose, tag, what),
            (alone, tag),
            (alone, lemma),
            (_of(columns.ent, subject), lemma),
            (_of(columns.ent, subject), tag, after),
            (what, lemma),
            (what, tag, after),
            (_of(dep, content), _of(tag, content), lemma),
            (l2, tag),
            (r2, tag),
            (columns.clauses, dep, tag),
            (rule[columns.head], dep, tag),
            (_shifted(rule, -1), _shifted(rule, 1), tag),
        ],
        CUE_BITS,
    )


def _shifted(column: Codes, by: int) -> Codes:
    """The column of the neighbours `by` tokens away, 0 beyond the ends."""
    moved = np.roll(column, -by)
    if by < 0:
        moved[:-by] = 0
    else:
        moved[len(moved) - by :] = 0
    return moved


def _child(columns: Columns, deps: Sequence[int]) -> Numbers:
    """The first dependent of each token with the best of some relations, -1 if it has none."""
    found = np.full(len(columns.lemma), -1, np.int64)
    for dep in reversed(deps):
        items = np.flatnonzero((columns.dep == dep) & (columns.head != np.arange(len(found))))[::-1]
        found[columns.head[items]] = items
    return found


def _of(column: Codes, items: Numbers) -> Codes:
    return np.where(items >= 0, column[items], np.uint64(1))


def _verdicts(columns: Columns, proposals: Sequence[Saying]) -> Codes:
    """What the rules said of each token: no cue, or a cue with a short or long content, before or after, and source."""
    verdicts = np.zeros(len(columns.lemma), np.uint64)
    for saying in proposals:
        size = sum(last - first for first, last in saying.contents)
        start, end = min(saying.contents)[0], max(saying.contents)[1]
        place = 1 if start > saying.cue[0] else 2 if end <= saying.cue[0] else 3
        verdicts[saying.cue[0]] = 1 + place + 4 * (saying.source is not None) + 8 * min(3, size // 4)
    return verdicts
