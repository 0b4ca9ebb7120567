"""A document's tokens as columns of numbers, so that features of all of them are computed at once.

Strings are coded by their crc32: no word list is needed, and the same word has the same code in every run.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple
from zlib import crc32

import numpy as np
import numpy.typing as npt

from headwater.text.spans import outermost
from headwater.types import Document, Token

__all__ = ["Codes", "Columns", "Numbers", "code", "columns_of"]

Codes = npt.NDArray[np.uint64]
Numbers = npt.NDArray[np.int64]

_MARKS: Final = frozenset("\"“”„‟«»‘’'`‚‹›")
_NEAR: Final = 3  # tokens from a mark up to which a word stands beside it


class Columns(NamedTuple):
    """One row for each token of a document. Indices are into the same document's tokens."""

    lemma: Codes  # digits as zeros
    tag: Codes
    dep: Codes
    pos: Codes
    ent: Codes
    is_word: Numbers  # 1, or 0 for punctuation and white space
    head: Numbers  # the token itself at a root
    depth: Numbers  # steps up to the root
    clauses: Numbers  # clauses entered on the way down from the root
    sentence: Numbers  # number of the sentence, -1 between sentences
    first: Numbers  # of the sentence: first token
    last: Numbers  # and the one after the last
    left: Numbers  # of the subtree: first token
    right: Numbers  # and last token
    opener: Numbers  # the highest token whose subtree begins here, the token itself if it has words before it
    closer: Numbers  # and the highest whose subtree ends here
    mark: Numbers  # number of the outermost marked span that holds the token, -1 outside
    opens: Numbers  # tokens to the next mark that opens, up to `_NEAR`, else 9
    closes: Numbers  # tokens since the last mark that closed
    before: Codes  # relations of the dependents on the left, as one code
    after: Codes  # on the right


_CLAUSES: Final = frozenset({"ccomp", "advcl", "relcl", "acl", "conj", "xcomp", "parataxis", "csubj", "pcomp"})


@lru_cache(maxsize=1 << 16)
def code(word: str) -> int:
    """The number that stands for a string."""
    return crc32(word.encode("utf-8", "replace"))


@lru_cache(maxsize=1 << 16)
def _lemma(word: str) -> int:
    return code("".join("0" if letter.isdigit() else letter for letter in word))


def columns_of(document: Document) -> Columns:
    """The columns of a document. A head outside the token's sentence counts as no head."""
    tokens = document.tokens
    sentence, first, last = _sentences(document)
    head = _heads(tokens, sentence)
    depth, clauses, left, right = _tree(tokens, head)
    opener, closer = _highest(depth, left), _highest(depth, right)
    mark, opens, closes = _marks(document)
    before, after = _dependents(tokens, head)
    return Columns(
        lemma=np.array([_lemma(token.lemma) for token in tokens], np.uint64),
        tag=np.array([code(token.tag) for token in tokens], np.uint64),
        dep=np.array([code(token.dep) for token in tokens], np.uint64),
        pos=np.array([code(token.pos) for token in tokens], np.uint64),
        ent=np.array([code(token.ent) for token in tokens], np.uint64),
        is_word=np.array([_is_word(token) for token in tokens], np.int64),
        head=np.array(head, np.int64),
        depth=np.array(depth, np.int64),
        clauses=np.array(clauses, np.int64),
        sentence=np.array(sentence, np.int64),
        first=np.array(first, np.int64),
        last=np.array(last, np.int64),
        left=np.array(left, np.int64),
        right=np.array(right, np.int64),
        opener=opener,
        closer=closer,
        mark=mark,
        opens=opens,
        closes=closes,
        before=np.array(before, np.uint64),
        after=np.array(after, np.uint64),
    )


def _is_word(token: Token) -> bool:
    return token.pos not in {"PUNCT", "SPACE"} and not set(token.lemma) <= _MARKS


def _sentences(document: Document) -> tuple[list[int], list[int], list[int]]:
    number, first, last = ([-1] * len(document.tokens) for _ in range(3))
    for place, item in enumerate(document.sentences):
        size = item.last - item.first
        number[item.first : item.last] = [place] * size
        first[item.first : item.last] = [item.first] * size
        last[item.first : item.last] = [item.last] * size
    return number, first, last


def _heads(tokens: Sequence[Token], sentence: Sequence[int]) -> list[int]:
    return [
        token.head if 0 <= token.head < len(tokens) and sentence[token.head] == sentence[index] else index
        for index, token in enumerate(tokens)
    ]


def _tree(tokens: Sequence[Token], head: Sequence[int]) -> tuple[list[int], list[int], list[int], list[int]]:
    """Depth, clauses, and the ends of the subtree of each token. A token in a circle counts as a root."""
    depth, clauses = [-1] * len(tokens), [0] * len(tokens)
    left, right = list(range(len(tokens))), list(range(len(tokens)))
    for index in range(len(tokens)):
        way = list(_way_up(index, head, depth))
        for item in reversed(way):
            above = head[item]
            known = above != item and depth[above] >= 0
            depth[item] = depth[above] + 1 if known else 0
            clauses[item] = (clauses[above] if known else 0) + (tokens[item].dep in _CLAUSES)
    for item in sorted(range(len(tokens)), key=lambda one: -depth[one]):
        above = head[item]
        if depth[above] < depth[item]:
            left[above], right[above] = min(left[above], left[item]), max(right[above], right[item])
    return depth, clauses, left, right


def _highest(depth: Sequence[int], ends: Sequence[int]) -> Numbers:
    """For each token the highest one whose subtree has it as its end, the token itself if there is none."""
    highest = list(range(len(depth)))
    for item in sorted(range(len(depth)), key=lambda one: -depth[one]):
        highest[ends[item]] = item
    return np.array(highest, np.int64)


def _way_up(index: int, head: Sequence[int], depth: Sequence[int]) -> Iterator[int]:
    seen: set[int] = set()
    while depth[index] < 0 and index not in seen:
        yield index
        seen.add(index)
        index = head[index]


def _marks(document: Document) -> tuple[Numbers, Numbers, Numbers]:
    """The marked span of each token, and how far the next and the last mark are."""
    tokens = document.tokens
    starts = np.array([token.start for token in tokens], np.int64)
    mark, opens, closes = (np.full(len(tokens), fill, np.int64) for fill in (-1, 9, 9))
    for number, span in enumerate(outermost(document.quoted)):
        low, high = np.searchsorted(starts, [span.start, span.end])
        mark[low:high] = number
        for step in range(1, _NEAR + 2):
            if low - step >= 0:
                opens[low - step] = step
            if high - 1 + step < len(tokens):
                closes[high - 1 + step] = step
    return mark, opens, closes


_RELATIONS: Final = (
    *("nsubj", "nsubjpass", "expl", "ccomp", "xcomp", "dobj", "advcl", "acl", "prep", "agent", "aux", "auxpass", "neg"),
    *("mark", "attr", "acomp", "parataxis", "oprd", "dative", "prt", "relcl", "poss", "det", "csubj"),
)
_TOLD: Final = {dep: 1 << place for place, dep in enumerate(_RELATIONS)}
_CONTENT: Final = {"that": 1 << 27, "to": 1 << 28, "if": 1 << 29, "whether": 1 << 29, "as": 1 << 30}


def _dependents(tokens: Sequence[Token], head: Sequence[int]) -> tuple[list[int], list[int]]:
    before, after = [0] * len(tokens), [0] * len(tokens)
    for index, above in enumerate(head):
        if index != above:
            side = before if index < above else after
            side[above] |= _TOLD.get(tokens[index].dep, 0)
            up = head[above]
            if up < above and tokens[index].dep in {"mark", "aux"}:
                after[up] |= _CONTENT.get(tokens[index].lemma, 0)
    return before, after
