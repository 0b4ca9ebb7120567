"""Comparison or collation -> ComparisonView: verdicts, and the evidence with its places. Nothing is judged here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from headwater.evidence import total
from headwater.render.characters import one_line
from headwater.render.comparison.choices import names_of
from headwater.render.comparison.rows import rows_of
from headwater.render.comparison.sentences import Sentences
from headwater.render.comparison.sums import parts_of
from headwater.render.comparison.view import ComparisonView, Legend, NoteView, PairView, SideView, SumView
from headwater.render.naming import facts
from headwater.types import (
    Alteration,
    Article,
    Collation,
    Comparison,
    DerivationKind,
    Direction,
    Facing,
    Row,
)
from headwater.verdict import Letters, chance, log_odds, sentence_of

__all__ = ["collation_view", "view_of"]

_DECIDED: Final = (Direction.LEFT_TO_RIGHT, Direction.RIGHT_TO_LEFT)
_BY_WAY: Final = Legend("dropped", "added", "replaced")
_SHORT: Final = {DerivationKind.INDEPENDENT: "no link found"}
_TAKEN: Final = {
    DerivationKind.INDEPENDENT: "no link found: independent as texts",
    DerivationKind.SHARED_STATEMENT: "no: shared-statement",
    DerivationKind.UNDECIDED: "undecided",
}
_WAYS: Final = {
    Direction.LEFT_TO_RIGHT: "from {first} to {second}",
    Direction.RIGHT_TO_LEFT: "from {second} to {first}",
    Direction.COMMON_ORIGIN: "both from an original that is not here",
    Direction.UNDECIDED: "undecided",
    Direction.NONE: "nothing was taken",
}


def view_of(comparison: Comparison) -> ComparisonView:
    """The comparison with its ids resolved to words.

    Raises `UncitedLine` where a span does not lie in its article: a comparison that cannot be opened is not shown.
    """
    rows = tuple(map(_row_of, comparison.facing))
    return collation_view(Collation(comparison.articles, rows, (comparison,)))


def collation_view(collation: Collation) -> ComparisonView:
    """A collation of two to four articles with its ids resolved to words. Raises as `view_of`."""
    sentences = Sentences(collation)
    names = names_of(collation.articles)
    pairs = tuple(_pair(pair, sentences, names) for pair in collation.pairs)
    return ComparisonView(
        sides=tuple(_side(sentences.letter(article.id), article) for article in collation.articles),
        pairs=pairs,
        rows=rows_of(collation, sentences, {pair.letters: pair.notes for pair in pairs}),
        origin=_origin(pairs),
        kinds=sentences.kinds(collation.rows),
        masks=tuple(sorted({masked.mask for pair in collation.pairs for masked in pair.masked})),
        left_out=tuple((one_line(one.name), one_line(one.reason)) for one in collation.pairs[0].left_out),
        version=collation.pairs[0].version,
    )


def _row_of(facing: Facing) -> Row:
    both = facing.left and facing.right
    return Row(facing.left, (facing,)) if both else Row(facing.left or facing.right)


def _pair(pair: Comparison, sentences: Sentences, names: Mapping[str, str]) -> PairView:
    for span in (*pair.verdict.spans, *pair.direction.spans):
        sentences.words(span)
    first, second = letters = _letters(pair, sentences)
    left, right = pair.articles
    way = pair.derivation.direction
    return PairView(
        letters=letters,
        articles=(left.id, right.id),
        headline=_headline(pair, names),
        verdict=one_line(pair.verdict.text),
        direction=one_line(pair.direction.text),
        context=one_line(pair.context),
        among=tuple(map(one_line, pair.among)),
        answer=_SHORT.get(pair.derivation.kind, pair.derivation.kind.value),
        score=log_odds(pair.derivation.score),
        sums=tuple(_sums(pair, letters, sentences)),
        notes=tuple(sorted((_note(each, sentences) for each in pair.alterations), key=_place)),
        legend=_BY_WAY if way in _DECIDED else Legend(f"only in {first}", f"only in {second}", "put differently"),
        origin={Direction.LEFT_TO_RIGHT: first, Direction.RIGHT_TO_LEFT: second}.get(way, ""),
    )


def _headline(pair: Comparison, names: Mapping[str, str]) -> str:
    left, right = pair.articles
    said = sentence_of(pair.derivation, pair.articles, (names[left.id], names[right.id]))
    return one_line(said.text.rpartition(": ")[0])


def _origin(pairs: Sequence[PairView]) -> str:
    """The one that most of the others were made from, and that was made from none of them."""
    origins = Counter(pair.origin for pair in pairs if pair.origin)
    made = {letter for pair in pairs if pair.origin for letter in pair.letters if letter != pair.origin}
    return max(sorted(set(origins) - made), key=lambda letter: origins[letter], default="")


def _letters(pair: Comparison, sentences: Sentences) -> Letters:
    left, right = pair.articles
    return sentences.letter(left.id), sentences.letter(right.id)


def _place(note: NoteView) -> tuple[int, int, str]:
    return int(note.places[0].label[1:]), int(note.places[1].label[1:]), note.kind


def _side(letter: str, article: Article) -> SideView:
    name, outlet = one_line(article.name), one_line(article.outlet.value) if article.outlet else ""
    label = f"{outlet} ({name})" if outlet and outlet != name else name
    return SideView(letter, label, facts(article), article.id)


def _note(alteration: Alteration, sentences: Sentences) -> NoteView:
    """An alteration with its places in the order of the articles."""
    spans = sorted((alteration.sound, alteration.altered), key=lambda span: sentences.letter(span.article))
    altered = sentences.letter(alteration.altered.article)
    return NoteView(
        kind=alteration.kind.value,
        harm=one_line(alteration.harm),
        altered=f"altered in {altered}" if alteration.decided else "which is the older is undecided",
        places=sentences.opened(spans),
        spans=(alteration.sound, alteration.altered),
    )


def _sums(comparison: Comparison, letters: Letters, sentences: Sentences) -> Iterator[SumView]:
    """The questions of a verdict, each with all of its evidence."""
    pair, (first, second) = comparison.derivation, letters
    whole = "the whole" if total(pair.line_evidence) > 0 else "a passage"
    common = "yes" if pair.direction is Direction.COMMON_ORIGIN else "not shown"
    asked = (
        ("taken", "Was text taken?", _TAKEN.get(pair.kind, f"yes: {pair.kind.value}"), pair.evidence, "any was"),
        ("whole", "If any was, the whole or a passage?", whole, pair.line_evidence, "the whole was: one line"),
        (
            "way",
            "Which way did it go?",
            _WAYS[pair.direction].format(first=first, second=second),
            pair.direction_evidence,
            f"it went from {first} to {second}, not from {second} to {first}",
        ),
        ("common", "Do both come from an original that is not here?", common, pair.common_evidence, "both do"),
    )
    for anchor, question, answer, evidence, means in asked:
        if evidence:
            score, parts = parts_of(evidence, sentences)
            odds = f"log-odds that {means}"
            yield SumView(anchor, question, answer, parts, score, odds, chance(total(evidence)))
