"""Alignment of word sequences: runs of equal words on diagonals, joined over small gaps into passages.

Seeds are three equal words in a row; each grows to a maximal run on its diagonal, and runs that follow each other
closely in both texts are chained (the seed-chain-align of genome search, there for letters: Li, "Minimap2",
Bioinformatics 34, 2018). Passages are found one by one, best first, each word used once, without regard to their
order, so that paragraphs that changed places align.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from headwater.text.kernels.compiled import compiled
from headwater.text.kernels.tokens import COMMONEST, INITIAL, NUMBER, QUOTED, STATEMENT, UPPERCASE, WIDESPREAD

__all__ = ["CLASSES", "COLUMNS", "MOST_PASSAGES", "TALLIES", "align_articles"]

Hashes = npt.NDArray[np.uint32]
Bytes = npt.NDArray[np.uint8]
Offsets = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.int32]
Counts = npt.NDArray[np.int32]
Scores = npt.NDArray[np.float32]

CLASSES: Final = 12  # of words: (name or number, other, commonest) x (free, quoted) x (rare, widespread)
TALLIES: Final = 5  # counts by class: matched; in passages left and right; all of the left and of the right article

COLUMNS: Final = 8  # of a passage's row
MOST_PASSAGES: Final = 256  # of one pair

_SEED: Final = 3  # words; fewer meet by chance, more are missed where every third word was exchanged
_OFTEN: Final = 12  # places of one seed in the left text that are tried: beyond it is a refrain
_GAP: Final = 12  # words between two runs of a passage at most
_DRIFT: Final = 5  # by which the gaps in the two texts may differ
_OVERLAP: Final = 2  # words that two runs may share on one side, as in "the old and the new" and "the new"
_LOOK_BACK: Final = 32  # runs to look for a predecessor
_PER_DRIFT: Final = 0.25  # words that one word of drift costs
_LEAST: Final = 6.0  # words of a passage
_REACH: Final = 6  # words from a passage to the beginning or end of its sentence that it is widened by
_UNEVEN: Final = 2  # by which these may differ

_SAID: Final = QUOTED | STATEMENT

_MATCHED: Final = 1
_COVERED: Final = 2
_QUOTED_THERE: Final = 4  # in one of the two texts

_MIX: Final = np.uint64(0x9E3779B97F4A7C15)
_SHIFT: Final = np.uint64(40)


@compiled
def _seed(words: Hashes, at: int, slots: int) -> int:
    """The slot of the three words from `at` on; `slots` is a power of two, at most 2**24."""
    mixed = (np.uint64(words[at]) * _MIX + np.uint64(words[at + 1])) * _MIX + np.uint64(words[at + 2])
    return int((mixed * _MIX) >> _SHIFT) & (slots - 1)


@compiled
def _indexed(words: Hashes, heads: Numbers, nexts: Numbers, slots: int) -> None:
    """Chain the places of each seed, first places first; -1 ends a chain."""
    heads[:slots] = -1
    for at in range(len(words) - _SEED, -1, -1):
        slot = _seed(words, at, slots)
        nexts[at] = heads[slot]
        heads[slot] = at


@compiled
def _length(left: Hashes, right: Hashes, i: int, j: int) -> int:
    """How many words are equal from i and j on."""
    length, most = 0, min(len(left) - i, len(right) - j)
    while length < most and left[i + length] == right[j + length]:
        length += 1
    return length


@compiled
def _runs(
    left: Hashes, right: Hashes, heads: Numbers, nexts: Numbers, slots: int, reach: Numbers, runs: Numbers
) -> int:
    """All maximal runs of at least three equal words as (left, right, length), by their place on the right."""
    count = 0
    reach[: len(left) + len(right)] = 0
    for j in range(len(right) - _SEED + 1):
        i, tried = heads[_seed(right, j, slots)], 0
        while i >= 0 and tried < _OFTEN and count < len(runs):
            diagonal = j - i + len(left)
            length = _length(left, right, i, j) if reach[diagonal] <= j else 0
            if length >= _SEED:
                reach[diagonal] = j + length
                runs[count, 0], runs[count, 1], runs[count, 2] = i, j, length
                count += 1
            i = nexts[i]
            tried += 1
    return count


@compiled
def _joined(runs: Numbers, first: int, second: int) -> float:
    """What the second run adds to a passage that the first one ends: words; -1 where it does not follow."""
    gap_left = runs[second, 0] - runs[first, 0] - runs[first, 2]
    gap_right = runs[second, 1] - runs[first, 1] - runs[first, 2]
    drift, overlap = abs(gap_left - gap_right), -min(gap_left, gap_right, 0)
    if overlap > _OVERLAP or max(gap_left, gap_right) > _GAP or drift > _DRIFT:
        return -1.0
    return float(runs[second, 2] - overlap - _PER_DRIFT * drift)


@compiled
def _chained(runs: Numbers, count: int, scores: Scores, before: Numbers) -> None:
    """For each run the best passage that it ends: its score in words, and the run before (-1: none)."""
    for run in range(count):
        scores[run], before[run] = runs[run, 2], -1
        for other in range(run - 1, max(-1, run - 1 - _LOOK_BACK), -1):
            gained = _joined(runs, other, run)
            if gained > 0 and scores[other] + gained > scores[run]:
                scores[run], before[run] = scores[other] + gained, other


@compiled
def _taken(run: Numbers, marks: tuple[Bytes, Bytes], flags: tuple[Bytes, Bytes]) -> int:
    """Mark the words of a run in both texts, from the first free one on; gives how many, 0 where most are taken.

    What is quoted in one of the texts is marked as quoted in both: copies lose marks, and reporters quote one
    utterance with and without them.
    """
    i, j, length = run[0], run[1], run[2]
    free = 0
    for step in range(length):
        free += 1 - ((marks[0][i + step] | marks[1][j + step]) & _MATCHED)
    if 2 * free < length:
        return 0
    for step in range(length):
        mark = _MATCHED
        if (flags[0][i + step] | flags[1][j + step]) & _SAID:
            mark |= _QUOTED_THERE
        marks[0][i + step] |= mark
        marks[1][j + step] |= mark
    return free


@compiled
def _passage(
    runs: Numbers,
    end: int,
    scores: Scores,
    before: Numbers,
    marks: tuple[Bytes, Bytes],
    flags: tuple[Bytes, Bytes],
) -> tuple[int, ...]:
    """Take the passage that ends with a run: (left start, end, right start, end, words matched)."""
    run, matched = end, 0
    i, j, i_end, j_end = 0, 0, -1, -1
    while run >= 0 and scores[run] >= 0:
        scores[run] = -1.0
        words = _taken(runs[run], marks, flags)
        if words and i_end < 0:
            i_end, j_end = runs[run, 0] + runs[run, 2], runs[run, 1] + runs[run, 2]
        if words:
            i, j = runs[run, 0], runs[run, 1]
            matched += words
        run = before[run]
    return i, i_end, j, j_end, matched


@compiled
def _to_start(flags: Bytes, at: int) -> int:
    """Words from the beginning of the sentence to `at`; more than the reach where it is far."""
    steps = 0
    while steps <= _REACH and at - steps > 0 and not flags[at - steps] & INITIAL:
        steps += 1
    return steps


@compiled
def _to_end(flags: Bytes, at: int) -> int:
    """Words from `at` to the end of the sentence."""
    steps = 0
    while steps <= _REACH and at + steps < len(flags) and not flags[at + steps] & INITIAL:
        steps += 1
    return steps


@compiled
def _widened(passage: Numbers, left: Bytes, right: Bytes) -> None:
    """Widen a passage to the edges of its sentences where both are near: there the copyist changed the wording."""
    back, back_right = _to_start(left, passage[0]), _to_start(right, passage[2])
    if max(back, back_right) <= _REACH and abs(back - back_right) <= _UNEVEN:
        passage[0] -= back
        passage[2] -= back_right
    on, on_right = _to_end(left, passage[1]), _to_end(right, passage[3])
    if max(on, on_right) <= _REACH and abs(on - on_right) <= _UNEVEN:
        passage[1] += on
        passage[3] += on_right


@compiled
def _passages(
    runs: Numbers,
    count: int,
    scores: Scores,
    before: Numbers,
    marks: tuple[Bytes, Bytes],
    flags: tuple[Bytes, Bytes],
    found: Numbers,
) -> int:
    """The passages that the runs make, best first, into rows of `found`; gives how many. Marks the words matched."""
    rows = 0
    while rows < len(found):
        best = -1
        for run in range(count):
            if scores[run] >= _LEAST and (best < 0 or scores[run] > scores[best]):
                best = run
        if best < 0:
            break
        i, i_end, j, j_end, matched = _passage(runs, best, scores, before, marks, flags)
        if matched >= _LEAST:
            found[rows, 0], found[rows, 1], found[rows, 2], found[rows, 3] = i, i_end, j, j_end
            found[rows, 4] = matched
            rows += 1
    return rows


@compiled
def _class(flag: int, mark: int) -> int:
    """The class of a word by its flags and marks, see `CLASSES`."""
    kind = 2 if flag & COMMONEST else 1
    if flag & NUMBER or flag & (UPPERCASE | INITIAL) == UPPERCASE:
        kind = 0
    return kind + 3 * (flag & _SAID != 0 or mark & _QUOTED_THERE != 0) + 6 * ((flag & WIDESPREAD) != 0)


@compiled
def _tally(flags: Bytes, marks: Bytes, mark: int, counts: Counts) -> None:
    """Count words by class: those with these marks."""
    for at in range(len(flags)):
        if marks[at] & mark == mark:
            counts[_class(flags[at], marks[at])] += 1


@compiled
def _flagged(flags: Bytes, marks: Bytes) -> tuple[int, int]:
    """How many words are quoted, and how many widespread."""
    quoted, widespread = 0, 0
    for at in range(len(flags)):
        quoted += flags[at] & _SAID != 0 or marks[at] & _QUOTED_THERE != 0
        widespread += flags[at] & WIDESPREAD != 0
    return quoted, widespread


@compiled
def _tallied(found: Numbers, flags: tuple[Bytes, Bytes], marks: tuple[Bytes, Bytes], tallies: Counts) -> None:
    """Fill a pair's tallies from its passages and the words matched."""
    for row in range(len(found)):
        for side in range(2):
            for at in range(found[row, 2 * side], found[row, 2 * side + 1]):
                marks[side][at] |= _COVERED
        found[row, 5], found[row, 6] = _flagged(
            flags[0][found[row, 0] : found[row, 1]], marks[0][found[row, 0] : found[row, 1]]
        )
    _tally(flags[0], marks[0], _MATCHED | _COVERED, tallies[0])
    for side in range(2):
        _tally(flags[side], marks[side], _COVERED, tallies[1 + side])
        _tally(flags[side], marks[side], 0, tallies[3 + side])


@compiled
def _longest(bounds: Offsets, articles: Numbers) -> int:
    longest = 0
    for article in articles:
        longest = max(longest, bounds[article, 1] - bounds[article, 0])
    return longest


@compiled
def align_articles(
    hashes: Hashes, flags: Bytes, bounds: Offsets, pairs: Numbers, found: Numbers, tallies: Counts
) -> tuple[int, int]:
    """Align pairs of articles: rows of (left, right) by article, sorted, so that a left text is indexed once.

    Writes a row of `found` for each passage: pair, left start and end, right start and end (words), words matched, and
    of the left ones how many are quoted and how many widespread. Adds up the pair's tallies by class of word
    (`TALLIES` x `CLASSES`, zeroed before). Stops before `found` overflows. Gives
    how many pairs were aligned and how many passages found.
    """
    longest = max(_longest(bounds, pairs[:, 0]), _longest(bounds, pairs[:, 1]))
    slots = 16
    while slots < 2 * longest and slots < 1 << 24:
        slots *= 2
    heads, nexts = np.empty(slots, dtype=np.int32), np.empty(longest + 1, dtype=np.int32)
    reach, runs = np.empty(2 * longest + 1, dtype=np.int32), np.empty((8 * longest + 8, 3), dtype=np.int32)
    scores, before = np.empty(len(runs), dtype=np.float32), np.empty(len(runs), dtype=np.int32)
    marks = np.empty((2, longest + 1), dtype=np.uint8)
    indexed, rows, used = -1, 0, slots
    for pair in range(len(pairs)):
        if rows + MOST_PASSAGES > len(found):
            return pair, rows
        first, second = bounds[pairs[pair, 0]], bounds[pairs[pair, 1]]
        left, right = hashes[first[0] : first[1]], hashes[second[0] : second[1]]
        if indexed != pairs[pair, 0]:
            indexed, used = pairs[pair, 0], 16
            while used < 2 * len(left) and used < slots:
                used *= 2
            _indexed(left, heads, nexts, used)
        sides = flags[first[0] : first[1]], flags[second[0] : second[1]]
        marked = marks[0, : len(left)], marks[1, : len(right)]
        marked[0][:], marked[1][:] = 0, 0
        count = _runs(left, right, heads, nexts, used, reach, runs)
        _chained(runs, count, scores, before)
        more = _passages(runs, count, scores, before, marked, sides, found[rows : rows + MOST_PASSAGES, 1:])
        for row in range(rows, rows + more):
            found[row, 0] = pair
            _widened(found[row, 1:], sides[0], sides[1])
        _tallied(found[rows : rows + more, 1:], sides, marked, tallies[pair])
        rows += more
    return len(pairs), rows
