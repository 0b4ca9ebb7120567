"""Text reuse over whole archives: who shares text with whom among hundreds of thousands of articles.

    from headwater.copies import find_copies

    copies = find_copies(articles)          # headwater.types.Article, or (id, text, outlet)
    for pair in copies:                     # each with its kind, score, passages and evidence
        print(pair.left, pair.right, pair.kind, pair.score)
    copies.groups()                         # articles that are copies of one text, directly or by others

Raw text is read, no parser: what this finds is where the stages look closer. It needs the extra `headwater[archive]`.
"""

from __future__ import annotations

from headwater.copies.records import CopyPair
from headwater.copies.search import Copies, find_copies
from headwater.copies.writing import CopyGroup, group_lines, pair_lines, summary

__all__ = ["Copies", "CopyGroup", "CopyPair", "find_copies", "group_lines", "pair_lines", "summary"]
