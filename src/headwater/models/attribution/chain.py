"""Content and source of a cue: its sentence's tokens as a chain of labels, seen from the cue (Lafferty et al. 2001)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np

from headwater.models.attribution.columns import Codes, Columns, Numbers, code
from headwater.models.attribution.hashing import rows
from headwater.types import Saying

__all__ = ["CHAIN_BITS", "LABELS", "Pairs", "chain_rows", "pairs_of"]

CHAIN_BITS: Final = 20
LABELS: Final = ("O", "CB", "CI", "CE", "SB", "SI", "SE")  # a span of one token is only its end
_SPACE: Final = np.uint64(code("SPACE"))
_REACH: Final = 80  # tokens from the cue that are looked at on each side


class Pairs(NamedTuple):
    """Cue and token, for each cue all tokens of its sentence in order, and how the tree leads from one to the other."""

    cue: Numbers
    token: Numbers
    level: Numbers  # steps up from the cue to where the token's branch hangs
    branch: Numbers  # the token that the branch hangs by; the token itself where it is above the cue
    below: Numbers  # steps down from there to the token
    path: Codes  # relations on the way up, as one code
    sizes: tuple[int, ...]  # tokens of each cue


def pairs_of(columns: Columns, cues: Sequence[int]) -> Pairs:
    """Pair each cue with the tokens of its sentence, in the order given. There is at least one cue."""
    low = [max(int(columns.first[cue]), cue - _REACH) for cue in cues]
    high = [min(int(columns.last[cue]), cue + _REACH) for cue in cues]
    sizes = tuple(last - first for first, last in zip(low, high, strict=True))
    token = np.concatenate([np.arange(first, last) for first, last in zip(low, high, strict=True)])
    cue = np.repeat(np.array(cues, np.int64), sizes)
    ways = _ways_down(columns)
    shared = np.cumprod((ways[token] == ways[cue]) & (ways[token] >= 0), axis=1).sum(axis=1)  # ancestors of both
    branch = np.where(columns.depth[token] >= shared, ways[token, np.minimum(shared, ways.shape[1] - 1)], token)
    level = columns.depth[cue] - shared + 1
    path = _paths(columns, cues)[np.repeat(np.arange(len(cues)), sizes), np.minimum(level, ways.shape[1])]
    return Pairs(cue, token, level, branch, columns.depth[token] - columns.depth[branch], path, sizes)


def _ways_down(columns: Columns) -> Numbers:
    """For each token the tokens from its root down to itself, -1 after it; shape (tokens, depths)."""
    tokens = np.arange(len(columns.head))
    ways = np.full((len(tokens), int(columns.depth.max()) + 1), -1, np.int64)
    here = tokens
    for step in range(ways.shape[1]):
        held = columns.depth >= step
        ways[tokens[held], columns.depth[held] - step] = here[held]
        here = columns.head[here]
    return ways


def _paths(columns: Columns, cues: Sequence[int]) -> Codes:
    """The relations on the way up from each cue, as a code for each number of steps; shape (cues, steps)."""
    here = np.array(cues, np.int64)
    codes = [np.zeros(len(cues), np.uint64)]
    for _ in range(int(columns.depth.max()) + 1):
        codes.append(codes[-1] * np.uint64(31) + columns.dep[here])
        here = columns.head[here]
    return np.stack(codes, axis=1)


def _rule(columns: Columns, cues: Sequence[int], pairs: Pairs, proposals: Sequence[Saying]) -> Numbers:
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


def chain_rows(columns: Columns, pairs: Pairs, cues: Sequence[int], proposals: Sequence[Saying]) -> Numbers:
    """The rows of the features of each pair; shape (features, pairs)."""
    c, t, b = pairs.cue, pairs.token, pairs.branch
    last = len(columns.lemma) - 1
    before, after = np.maximum(t - 1, 0), np.minimum(t + 1, last)
    lemma, tag, dep = columns.lemma, columns.tag, columns.dep
    side = np.sign(t - c)
    level = np.minimum(pairs.level, 4)
    bside = np.sign(b - c) + 1
    hang = level * 4 + bside  # where the branch hangs
    bdep, btag, blemma = dep[b], tag[b], lemma[b]
    top = (pairs.below == 0).astype(np.int64)
    below = np.minimum(pairs.below, 4)
    far = _distance(t - c)
    near = np.clip(t - c, -4, 4)
    rule = _rule(columns, cues, pairs, proposals)
    rule1, rule2 = _neighbours(rule, pairs)
    is_cue, inside = _others(columns, pairs, proposals, cues)
    quoted = _quoted(columns, c, t)
    q1, q2 = _neighbours(quoted, pairs)
    edge = (t == columns.left[b]) * 1 + (t == columns.right[b]) * 2
    cl = np.minimum(columns.clauses[t] - columns.clauses[b], 3)
    commas = _commas(columns, pairs)
    lc, tc, dc = lemma[c], tag[c], dep[c]
    lt, tt, dt = lemma[t], tag[t], dep[t]
    b1, b2 = _neighbours(b, pairs)
    h1, h2 = _neighbours(hang, pairs)
    none = np.zeros_like(c)
    opener, closer, next_ = columns.opener[t], columns.closer[t], columns.opener[after]
    high, shut = np.clip(columns.depth[opener] - columns.depth[b], -2, 4), columns.depth[closer] - columns.depth[b]
    new = np.clip(columns.depth[next_] - columns.depth[b], -2, 4)
    own = (columns.head[next_] >= np.minimum(b, c)) * 1 + (columns.head[next_] <= t) * 2
    return rows(
        [
            (none,),
            (side, near),
            (far,),
            (far, tt),
            (hang, bdep, top),
            (pairs.path, bside, bdep),
            (pairs.path, bside, bdep, lc),
            (lc, hang, bdep),
            (lc, hang, bdep, btag),
            (tc, dc, hang, bdep),
            (hang, bdep, btag),
            (hang, bdep, blemma),
            (lc, blemma, hang),
            (hang, bdep, below, dt),
            (hang, bdep, cl, tt),
            (hang, bdep, edge),
            (hang, bdep, edge, tt),
            (rule,),
            (rule1, rule, rule2),
            (rule, hang, bdep),
            (rule, tt, side),
            (rule, lc),
            (rule1, rule, rule2, tt),
            (rule, is_cue, inside),
            (is_cue, side, hang),
            (is_cue, lt),
            (inside, hang, bdep),
            (side, tt, tag[before]),
            (side, tt, tag[after]),
            (tag[before], tt, tag[after], side),
            (side, lt),
            (side, lemma[before]),
            (side, lemma[after]),
            (lt, lemma[after]),
            (near, lt),
            (near, lc, tt),
            (lc, side, tt),
            (quoted, side),
            (q1, quoted, q2),
            (quoted, rule, side),
            (quoted, hang, bdep),
            (commas, side),
            (commas, side, tt),
            (commas, bdep, hang),
            (dt, dep[columns.head[t]], side),
            (dep[b1], h1, dep[b], hang),
            (dep[b2], h2, dep[b], hang),
            (columns.ent[t], side, hang),
            (lc, tc, side, hang),
            (lt, dt, hang),
            (dep[opener], high, hang),
            (dep[opener], high, bdep, lt),
            (dep[closer], np.clip(shut, -2, 4), hang),
            (dep[next_], new, hang, bdep),
            (dep[next_], new, own, lemma[after]),
            (dep[next_], own, dep[closer], hang),
            (dep[next_], new, lc, side),
            (dep[next_], lemma[columns.head[next_]], side),
            ((t == columns.first[t]) * 1, tt, side),
            (far, hang, bdep),
            (columns.is_word[t], tag[before], tag[after], hang),
        ],
        CHAIN_BITS,
    )


def _distance(steps: Numbers) -> Numbers:
    bounds = np.array([-20, -12, -8, -5, -3, -2, -1, 0, 1, 2, 3, 4, 6, 9, 13, 21])
    return np.searchsorted(bounds, steps, side="right").astype(np.int64)


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


def _commas(columns: Columns, pairs: Pairs) -> Numbers:
    """Signs between cue and token, up to 3."""
    signs = np.cumsum((columns.is_word == 0) & (columns.pos != _SPACE))
    before = np.minimum(pairs.cue, pairs.token)
    after = np.maximum(pairs.cue, pairs.token)
    return np.clip(signs[np.maximum(after - 1, before)] - signs[before], 0, 3)
