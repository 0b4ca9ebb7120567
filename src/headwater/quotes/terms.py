"""What is said with a quoted term: the complement of its verb, so that "a ruin" is read as said of the dam."""

from __future__ import annotations

from typing import Final

from headwater.quotes.tree import Tree

__all__ = ["said_with"]

_COMPLEMENTS: Final = frozenset({"dobj", "oprd", "attr", "acomp", "xcomp", "ccomp", "prep", "pcomp", "agent", "dative"})
_REASONS: Final = frozenset({"because", "since", "if", "although", "though"})
_EDGES: Final = frozenset(",;:–—-.()")
_LINKS: Final = frozenset({"to", "of", "about", "on"})  # what joins a verb to its object: "referred to | the “X”"


def said_with(tree: Tree, verb: int, start: int, end: int) -> tuple[int, int] | None:
    """The characters of a verb's complement around the marked ones [start, end); None if it has no more words.

    Object, predicate and clauses that follow the verb count, the day and the place of saying do not.
    """
    if tree.tokens[verb].lemma == "put":  # "as Venn put it"
        return None
    parts = [child for child in tree.children[verb] if child > verb and _is_part(tree, child)]
    words = sorted(item for child in parts for item in tree.subtree(child) if item > verb)
    own = range(tree.token_at(start), tree.token_at(end - 1) + 1)
    run = _joined(tree, words, own)
    while run and (tree.words[run[0]] in _EDGES or (run[0] == verb + 1 and tree.words[run[0]] in _LINKS)):
        run.pop(0)
    while run and (tree.words[run[-1]] in _EDGES):
        run.pop()
    told = [item for item in run if tree.is_word(item) and item not in own]
    if not told or not run[0] <= own[0] or not own[-1] <= run[-1] + 1:
        return None
    return _with_marks(tree, tree.tokens[run[0]].start, tree.tokens[run[-1]].end)


def _is_part(tree: Tree, child: int) -> bool:
    token = tree.tokens[child]
    if token.dep == "prep":
        place = tree.child(child, "pobj")
        return place is None or tree.tokens[place].ent not in {"DATE", "TIME"}
    if token.dep == "advcl":
        return any(tree.words[item] in _REASONS for item in tree.children[child])
    return token.dep in _COMPLEMENTS


def _joined(tree: Tree, words: list[int], own: range) -> list[int]:
    """The unbroken run of words that holds the marked ones; marks and commas do not break it."""
    run: list[int] = []
    for item in words:
        if run and any(tree.is_word(between) and between not in own for between in range(run[-1] + 1, item)):
            if run[-1] >= own[0]:
                break
            run = []
        run.append(item)
    return run


def _with_marks(tree: Tree, start: int, end: int) -> tuple[int, int]:
    """The characters with a quotation mark at an edge whose partner stands inside."""
    first, last = tree.mark_around(tree.token_at(start)), tree.mark_around(tree.token_at(end - 1))
    if first is not None and first.start == start and first.end < end:
        start = max(0, start - 1)
    if last is not None and last.start > start and last.end >= end:
        end = min(len(tree.text), last.end + 1)
    return start, end
