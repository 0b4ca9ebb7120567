"""What is seen of a word from a cue: where it hangs, what the rules made of it, which marks and phrases part them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np

from headwater.models.attribution.columns import Codes, Columns, Numbers, code
from headwater.models.attribution.pairs import Pairs
from headwater.types import Saying

__all__ = ["View", "view_of"]

_SPACE: Final = np.uint64(code("SPACE"))
_BOUNDS: Final = np.array([-20, -12, -8, -5, -3, -2, -1, 0, 1, 2, 3, 4, 6, 9, 13, 21])
_DEEP: Final = 4  # steps in the tree that are told apart


class View(NamedTuple):
    """Columns over the pairs of cue and token. A branch is what hangs on the cue, or above it, and holds the token."""

    token: Numbers
    before: Numbers  # the token before
    after: Numbers  # and after
    branch: Numbers
    side: Numbers  # of the cue: -1 before it, 1 after it
    near: Numbers  # tokens from the cue, up to 4
    far: Numbers  # the same in classes
    hang: Numbers  # how far above the cue the branch hangs, and on which side
    hang_side: Numbers
    hang_before: Numbers  # where the branch of the token before hangs
    hang_after: Numbers
    branch_before: Numbers
    branch_after: Numbers
    path: Codes
    below: Numbers  # steps from the branch down to the token
    clauses: Numbers  # clauses on that way
    edge: Numbers  # first, last token of its branch
    rule: Numbers  # 0 the rules know no such cue, 1 outside, 2 content, 3 source
    rule_before: Numbers
    rule_after: Numbers
    is_cue: Numbers  # of the tagger, of the rules
    inside: Numbers  # contents of the rules that hold the token
    quoted: Numbers  # which of the two stand between marks
    quoted_before: Numbers
    quoted_after: Numbers
    signs: Numbers  # of punctuation in between
    opener: Numbers  # the highest token whose subtree begins here
    opener_below: Numbers  # steps from the branch down to it
    closer: Numbers
    closer_below: Numbers
    next: Numbers  # the opener of the next token
    next_below: Numbers
    next_own: Numbers  # whether it hangs on what was told so far


def view_of(columns: Columns, pairs: Pairs, cues: Sequence[int], proposals: Sequence[Saying]) -> View:
    """The view of all pairs; `cues` and `proposals` as they were given to make them."""
    cue, token, branch = pairs.cue, pairs.token, pairs.branch
    after = np.minimum(token + 1, len(columns.lemma) - 1)
    hang_side = np.sign(branch - cue) + 1
    hang = np.minimum(pairs.level, _DEEP) * 4 + hang_side
    rule, quoted = _rule(cues, pairs, proposals), _quoted(columns, cue, token)
    rules, quotes, hangs, branches = (_neighbours(one, pairs) for one in (rule, quoted, hang, branch))
    is_cue, inside = _others(columns, pairs, proposals, cues)
    opener, closer, following = columns.opener[token], columns.closer[token], columns.opener[after]
    own = (columns.head[following] >= np.minimum(branch, cue)) * 1 + (columns.head[following] <= token) * 2
    return View(
        token=token,
        before=np.maximum(token - 1, 0),
        after=after,
        branch=branch,
        side=np.sign(token - cue),
        near=np.clip(token - cue, -4, 4),
        far=np.searchsorted(_BOUNDS, token - cue, side="right").astype(np.int64),
        hang=hang,
        hang_side=hang_side,
        hang_before=hangs[0],
        hang_after=hangs[1],
        branch_before=branches[0],
        branch_after=branches[1],
        path=pairs.path,
        below=np.minimum(pairs.below, _DEEP),
        clauses=np.minimum(columns.clauses[token] - columns.clauses[branch], 3),
        edge=(token == columns.left[branch]) * 1 + (token == columns.right[branch]) * 2,
        rule=rule,
        rule_before=rules[0],
        rule_after=rules[1],
        is_cue=is_cue,
        inside=inside,
        quoted=quoted,
        quoted_before=quotes[0],
        quoted_after=quotes[1],
        signs=_signs(columns, pairs),
        opener=opener,
        opener_below=_steps(columns, opener, branch),
        closer=closer,
        closer_below=_steps(columns, closer, branch),
        next=following,
        next_below=_steps(columns, following, branch),
        next_own=own,
    )


def _steps(columns: Columns, items: Numbers, branch: Numbers) -> Numbers:
    steps: Numbers = columns.depth[items] - columns.depth[branch]
    return np.clip(steps, -2, _DEEP)


def _rule(cues: Sequence[int], pairs: Pairs, proposals: Sequence[Saying]) -> Numbers:
    """Of each pair: 0 the rules know no such cue, 1 outside, 2 content, 3 source."""
    by_cue = {saying.cue[0]: saying for saying in proposals}
    found = np.zeros(len(pairs.cue), np.int64)
    start = 0
    for cue, size in zip(cues, pairs.sizes, strict=True):
        saying = by_cue.get(cue)
        if saying is not None:
            own = found[start : start + size]
            own[:] = 1
            base = int(pairs.token[start])
            for low, high in saying.contents:
                own[max(0, low - base) : max(0, high - base)] = 2
            if saying.source is not None:
                own[max(0, saying.source[0] - base) : max(0, saying.source[1] - base)] = 3
        start += size
    return found


def _others(
    columns: Columns, pairs: Pairs, proposals: Sequence[Saying], cues: Sequence[int]
) -> tuple[Numbers, Numbers]:
    """Whether a token is a cue itself, and in how many contents of the rules it is."""
    is_cue = np.zeros(len(columns.lemma), np.int64)
    is_cue[list(cues)] = 1
    inside = np.zeros(len(columns.lemma), np.int64)
    for saying in proposals:
        is_cue[saying.cue[0]] |= 2
        for low, high in saying.contents:
            inside[low:high] += 1
    return is_cue[pairs.token], np.minimum(inside[pairs.token], 2)


def _neighbours(values: Numbers, pairs: Pairs) -> tuple[Numbers, Numbers]:
    """The values of the token before and after under the same cue; at an end the own one."""
    one, two = np.roll(values, 1), np.roll(values, -1)
    ends = np.cumsum(pairs.sizes)
    starts = ends - np.array(pairs.sizes)
    one[starts], two[ends - 1] = values[starts], values[ends - 1]
    return one, two


def _quoted(columns: Columns, cue: Numbers, token: Numbers) -> Numbers:
    """0 both outside marks, 1 only the token within, 2 only the cue, 3 both in the same, 4 both in others."""
    m, n = columns.mark[cue], columns.mark[token]
    return np.where(m < 0, (n >= 0) * 1, np.where(n < 0, 2, np.where(m == n, 3, 4))).astype(np.int64)


def _signs(columns: Columns, pairs: Pairs) -> Numbers:
    """Signs between cue and token, up to 3."""
    signs = np.cumsum((columns.is_word == 0) & (columns.pos != _SPACE))
    before = np.minimum(pairs.cue, pairs.token)
    after = np.maximum(pairs.cue, pairs.token)
    between: Numbers = signs[np.maximum(after - 1, before)] - signs[before]
    return np.clip(between, 0, 3)
