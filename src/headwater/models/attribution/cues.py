"""What tells a cue from another word: its form, its dependents, its surroundings, and what the rules said of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np

from headwater.models.attribution.columns import Codes, Columns, Numbers, code
from headwater.models.attribution.hashing import rows
from headwater.types import Saying

__all__ = ["CUE_BITS", "cue_rows"]

CUE_BITS: Final = 18
Template = tuple[Codes | Numbers, ...]

_SUBJECTS: Final = (code("nsubj"), code("nsubjpass"), code("poss"), code("agent"))
_CONTENTS: Final = (code("ccomp"), code("xcomp"), code("dobj"), code("acl"), code("prep"), code("advcl"))


class _View(NamedTuple):
    """What is seen of each token as a cue."""

    alone: Codes  # the lemma of its subject
    whose: Codes  # the tag of its subject
    name: Codes  # and what it names
    what: Codes  # the lemma of what may be its content
    kind: Codes  # its relation
    what_tag: Codes
    rule: Codes
    inside: Numbers
    beside: Numbers  # how far the marks before and after are


def cue_rows(columns: Columns, proposals: Sequence[Saying]) -> Numbers:
    """The rows of the features of each token as a cue; shape (features, tokens)."""
    view = _view(columns, proposals)
    return rows([*_own(columns, view), *_around(columns), *_dependents(columns, view)], CUE_BITS)


def _view(columns: Columns, proposals: Sequence[Saying]) -> _View:
    subject, content = _child(columns, _SUBJECTS), _child(columns, _CONTENTS)
    inside = (columns.mark >= 0).astype(np.int64)
    return _View(
        alone=columns.lemma[subject] * (subject >= 0),
        whose=_of(columns.tag, subject),
        name=_of(columns.ent, subject),
        what=_of(columns.lemma, content),
        kind=_of(columns.dep, content),
        what_tag=_of(columns.tag, content),
        rule=_verdicts(columns, proposals),
        inside=inside,
        beside=np.where(inside == 1, 20, columns.opens + columns.closes * 100),
    )


def _own(columns: Columns, view: _View) -> list[Template]:
    lemma, tag, dep, before, after = columns.lemma, columns.tag, columns.dep, columns.before, columns.after
    return [
        (np.zeros_like(lemma),),
        (lemma,),
        (tag, dep),
        (lemma, tag),
        (lemma, dep),
        (lemma, after),
        (lemma, before),
        (lemma, view.rule),
        (view.rule, tag),
        (view.rule, view.inside),
        (view.rule, before, after),
        (tag, before, after),
        (lemma, before, after),
        (dep, before, after),
        (lemma, view.inside),
        (lemma, view.beside),
        (tag, view.beside),
        (view.rule, view.beside),
    ]


def _around(columns: Columns) -> list[Template]:
    lemma, tag, dep = columns.lemma, columns.tag, columns.dep
    left, left_2, right, right_2 = (_shifted(lemma, by) for by in (-1, -2, 1, 2))
    above = lemma[columns.head]
    return [
        (left, lemma),
        (lemma, right),
        (left, tag),
        (right, tag),
        (left_2, left, lemma),
        (lemma, right, right_2),
        (_shifted(tag, -1), tag, _shifted(tag, 1)),
        (left, right),
        (tag, above, dep),
        (lemma, above),
        (tag[columns.head], dep, tag),
    ]


def _dependents(columns: Columns, view: _View) -> list[Template]:
    lemma, tag, dep, after, rule = columns.lemma, columns.tag, columns.dep, columns.after, view.rule
    return [
        (view.whose, lemma),
        (view.whose, tag, view.what),
        (view.alone, tag),
        (view.alone, lemma),
        (view.name, lemma),
        (view.name, tag, after),
        (view.what, lemma),
        (view.what, tag, after),
        (view.kind, view.what_tag, lemma),
        (_shifted(lemma, -2), tag),
        (_shifted(lemma, 2), tag),
        (columns.clauses, dep, tag),
        (rule[columns.head], dep, tag),
        (_shifted(rule, -1), _shifted(rule, 1), tag),
    ]


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
    for saying in (one for one in proposals if one.contents):
        size = sum(last - first for first, last in saying.contents)
        start, end = min(saying.contents)[0], max(saying.contents)[1]
        place = 1 if start > saying.cue[0] else 2 if end <= saying.cue[0] else 3
        verdicts[saying.cue[0]] = 1 + place + 4 * (saying.source is not None) + 8 * min(3, size // 4)
    return verdicts
