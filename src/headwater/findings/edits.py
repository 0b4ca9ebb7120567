"""The harmless edits of each copy: spellings, synonyms, additions, omissions, words moved; and its spin rate.

Each article of a line is set beside the text it was taken from, or its nearest relative where that is lost. The words
of their common passages are those that the alterations were looked for in; what is told as an alteration is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from headwater.findings.alterations.aligned import Aligned, aligned_passages
from headwater.findings.alterations.spin import spin_rate
from headwater.findings.alterations.texts import Text
from headwater.findings.alterations.wordings import Wordings
from headwater.text.edits import edit_kind
from headwater.text.spans import meets
from headwater.types import Alteration, CopyEdits, Derivation, Document, Edit, EditKind, Span, Stemma

__all__ = ["find_edits"]


def find_edits(
    stemma: Stemma, documents: Sequence[Document], alterations: Sequence[Alteration] = ()
) -> tuple[CopyEdits, ...]:
    """The edits of every article that shares its line with another, in the order of their ids.

    `documents` are those of the stemma's articles, in any order; the edits stand in the order of the origin's text.
    """
    texts = {document.article.id: Text(document) for document in documents}
    harmed = tuple(span for one in alterations for span in (one.altered, one.sound))
    wordings = Wordings()
    return tuple(
        _edits_of(origin, article, direct, aligned_passages((derivation,), texts, wordings), harmed)
        for origin, article, direct, derivation in _origins(stemma)
    )


def _origins(stemma: Stemma) -> Iterator[tuple[str, str, bool, Derivation]]:
    """(origin, article, whether the one was taken from the other, what was found between them)."""
    between = {frozenset((one.left, one.right)): one for one in stemma.derivations}
    parents = {edge.child: edge.parent for edge in stemma.edges if edge.whole}
    for line in sorted(stemma.lines, key=lambda each: each.id):
        for article in sorted(line.articles):
            parent = parents.get(article, "")
            direct = parent in line.articles and frozenset((parent, article)) in between
            if direct or parent not in {"", article}:
                found = parent if direct else _nearest(article, line.articles, between)
                if found:
                    yield found, article, direct, between[frozenset((found, article))]


def _nearest(article: str, articles: Sequence[str], between: dict[frozenset[str], Derivation]) -> str:
    """The article of the line whose wording it shares most, so that a spun sibling is not the measure; "" if none."""
    shared = {
        other: round(sum(passage.similarity for passage in between[pair].sentences), 6)
        for other in sorted(articles)
        if other != article and (pair := frozenset((article, other))) in between
    }
    best = max(shared, key=lambda other: shared[other], default="")
    return best if best and shared[best] else ""


def _edits_of(origin: str, article: str, direct: bool, every: Iterable[Aligned], harmed: Sequence[Span]) -> CopyEdits:
    passages = [one if one.left.id == origin else one.swapped for one in every]
    edits = [edit for one in passages if not one.verbatim for edit in _typed(one) if not _is_harm(edit, harmed)]
    ordered = sorted(set(edits), key=lambda edit: (edit.before or edit.after, edit.after or edit.before, edit.kind))
    return CopyEdits(origin, article, direct, round(spin_rate(passages), 3), tuple(ordered))


def _typed(aligned: Aligned) -> Iterator[Edit]:
    """The edits of a passage; words that only moved are told once, where they stood."""
    moved = {**aligned.held}
    for edit in aligned.edits:
        here = aligned.left_words[edit.left_start : edit.left_end]
        there = aligned.right_words[edit.right_start : edit.right_end]
        if edit.op == "equal":
            continue
        yield from (_edit(aligned, EditKind.REORDERED, (one,), (moved[one],)) for one in here if one in moved)
        left = tuple(word for word in here if word not in moved)
        right = tuple(word for word in there if word not in aligned.held_there)
        if left or right:
            kind = edit_kind([aligned.left.tokens[i] for i in left], [aligned.right.tokens[i] for i in right])
            yield _edit(aligned, kind, left, right)


def _edit(aligned: Aligned, kind: EditKind, here: Sequence[int], there: Sequence[int]) -> Edit:
    return Edit(kind, aligned.left.span(here) if here else None, aligned.right.span(there) if there else None)


def _is_harm(edit: Edit, harmed: Sequence[Span]) -> bool:
    return any(meets(span, harm) for span in (edit.before, edit.after) if span is not None for harm in harmed)
