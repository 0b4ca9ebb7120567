"""Content and source of a cue: its sentence's tokens as a chain of labels, seen from the cue (Lafferty et al. 2001)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np

from headwater.models.attribution.columns import Codes, Columns, Numbers
from headwater.models.attribution.hashing import rows
from headwater.models.attribution.pairs import Pairs
from headwater.models.attribution.views import View, view_of
from headwater.types import Saying

__all__ = ["CHAIN_BITS", "LABELS", "chain_rows"]

CHAIN_BITS: Final = 20
LABELS: Final = ("O", "CB", "CI", "CE", "SB", "SI", "SE")  # a span of one token is only its end

Template = tuple[Codes | Numbers, ...]


class _Words(NamedTuple):
    """Lemma, tag and relation of the cue, of the token and of its branch."""

    cue: Template
    token: Template
    branch: Template


def chain_rows(columns: Columns, pairs: Pairs, cues: Sequence[int], proposals: Sequence[Saying]) -> Numbers:
    """The rows of the features of each pair; shape (features, pairs)."""
    view = view_of(columns, pairs, cues, proposals)
    told = columns.lemma, columns.tag, columns.dep
    words = _Words(
        *(tuple(column[items] for column in told) for items in (pairs.cue, view.token, view.branch)),
    )
    templates = [
        *_where_it_hangs(view, words),
        *_what_the_rules_say(view, words),
        *_which_words(columns, view, words),
        *_which_marks(view, words),
        *_which_phrases(columns, view, words),
    ]
    return rows(templates, CHAIN_BITS)


def _where_it_hangs(view: View, words: _Words) -> list[Template]:
    (cue, cue_tag, cue_dep), (_, tag, dep), (branch, branch_tag, branch_dep) = words
    hang, top = view.hang, (view.below == 0).astype(np.int64)
    return [
        (np.zeros_like(view.side),),
        (view.side, view.near),
        (view.far,),
        (view.far, tag),
        (hang, branch_dep, top),
        (view.path, view.hang_side, branch_dep),
        (view.path, view.hang_side, branch_dep, cue),
        (cue, hang, branch_dep),
        (cue, hang, branch_dep, branch_tag),
        (cue_tag, cue_dep, hang, branch_dep),
        (hang, branch_dep, branch_tag),
        (hang, branch_dep, branch),
        (cue, branch, hang),
        (hang, branch_dep, view.below, dep),
        (hang, branch_dep, view.clauses, tag),
        (hang, branch_dep, view.edge),
        (hang, branch_dep, view.edge, tag),
    ]


def _what_the_rules_say(view: View, words: _Words) -> list[Template]:
    (cue, _, _), (token, tag, _), (_, _, branch_dep) = words
    rule, around = view.rule, (view.rule_before, view.rule, view.rule_after)
    return [
        (rule,),
        around,
        (rule, view.hang, branch_dep),
        (rule, tag, view.side),
        (rule, cue),
        (*around, tag),
        (rule, view.is_cue, view.inside),
        (view.is_cue, view.side, view.hang),
        (view.is_cue, token),
        (view.inside, view.hang, branch_dep),
    ]


def _which_words(columns: Columns, view: View, words: _Words) -> list[Template]:
    (cue, _, _), (token, tag, _), _ = words
    lemmas, tags = columns.lemma, columns.tag
    return [
        (view.side, tag, tags[view.before]),
        (view.side, tag, tags[view.after]),
        (tags[view.before], tag, tags[view.after], view.side),
        (view.side, token),
        (view.side, lemmas[view.before]),
        (view.side, lemmas[view.after]),
        (token, lemmas[view.after]),
        (view.near, token),
        (view.near, cue, tag),
        (cue, view.side, tag),
    ]


def _which_marks(view: View, words: _Words) -> list[Template]:
    _, (_, tag, _), (_, _, branch_dep) = words
    return [
        (view.quoted, view.side),
        (view.quoted_before, view.quoted, view.quoted_after),
        (view.quoted, view.rule, view.side),
        (view.quoted, view.hang, branch_dep),
        (view.signs, view.side),
        (view.signs, view.side, tag),
        (view.signs, branch_dep, view.hang),
    ]


def _which_phrases(columns: Columns, view: View, words: _Words) -> list[Template]:
    (cue, cue_tag, _), (token, tag, dep), (_, _, branch_dep) = words
    lemmas, tags, deps, hang, side = columns.lemma, columns.tag, columns.dep, view.hang, view.side
    opener, closer, following = deps[view.opener], deps[view.closer], deps[view.next]
    return [
        (dep, deps[columns.head[view.token]], side),
        (deps[view.branch_before], view.hang_before, branch_dep, hang),
        (deps[view.branch_after], view.hang_after, branch_dep, hang),
        (columns.ent[view.token], side, hang),
        (cue, cue_tag, side, hang),
        (token, dep, hang),
        (opener, view.opener_below, hang),
        (opener, view.opener_below, branch_dep, token),
        (closer, view.closer_below, hang),
        (following, view.next_below, hang, branch_dep),
        (following, view.next_below, view.next_own, lemmas[view.after]),
        (following, view.next_own, closer, hang),
        (following, view.next_below, cue, side),
        (following, lemmas[columns.head[view.next]], side),
        ((view.token == columns.first[view.token]) * 1, tag, side),
        (view.far, hang, branch_dep),
        (columns.is_word[view.token], tags[view.before], tags[view.after], hang),
    ]
