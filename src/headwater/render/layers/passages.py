"""What was taken from elsewhere, what is its own, what arose in copying, where lines differ, what was left out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from headwater.render.characters import one_line
from headwater.render.compose.desk import Desk
from headwater.render.differences import changed
from headwater.render.layers.view import Known, Layer, Standing
from headwater.render.lineages import how_taken
from headwater.render.view import Fact
from headwater.render.words import counted, listed, percent
from headwater.text.day_words import with_days_said
from headwater.types import Alteration, Conflict, Edge, Evidence, LeftOut, Line, Passage, Side, Span

__all__ = ["altered", "copied", "differing", "left_out", "letter_of_node", "own"]


def copied(desk: Desk, article: str) -> Iterator[Standing]:
    """The passages that the article took, each from its origin."""
    for edge in desk.brief.stemma.edges:
        if edge.child != article:
            continue
        letter = letter_of_node(desk, edge.parent)
        for passage in edge.passages:
            said = f"{how_taken(edge)} {node_said(desk, edge.parent)}, {_amount(desk, passage.right)}"
            yield Standing(Layer.COPIED, passage.right, said, partial(_taken, desk, edge, passage), letter)


def _taken(desk: Desk, edge: Edge, passage: Passage) -> Known:
    sibling = passage.left.article
    seen = edge.parent in desk.articles
    facts = [Fact("Alike", f"{percent(passage.similarity)} of the words")]
    if not seen:
        facts.append(Fact("Original", f"not in hand; {desk.naming.short(sibling)} has the passage from it too"))
    if edge.confidence < 1:
        facts.append(Fact("How sure", f"{percent(edge.confidence)} that it was this source"))
    if passage.mask:
        facts.append(Fact("Not counted", f"anyone may share it ({one_line(passage.mask)})"))
    return Known(tuple(facts), desk.open.of((passage.left,)), "passage", sibling)


def own(desk: Desk, article: str) -> Iterator[Standing]:
    """What shows the newsroom's own work."""
    parts = ((line, part) for line in desk.brief.stemma.lines for part in line.own)
    for line, part in parts:
        said = f"{one_line(part.name)}: {one_line(part.detail)}"
        for span in (part.left, part.right):
            if span is not None and span.article == article:
                yield Standing(Layer.OWN, span, said, _own(line, part))


def _own(line: Line, part: Evidence) -> partial[Known]:
    facts = (Fact("Line", one_line(line.standing)), Fact("Shows", one_line(part.detail)))
    return partial(Known, facts)


def altered(desk: Desk, article: str) -> Iterator[Standing]:
    """What is otherwise here than in the text it was copied from, or otherwise in a copy of it."""
    for alteration in desk.brief.alterations:
        for span in (alteration.sound, alteration.altered):
            if span.article == article:
                said = f"{alteration.kind.value}: {_role(alteration, span)}"
                yield Standing(Layer.ALTERATIONS, span, said, partial(_alteration, desk, alteration, span))


def _role(alteration: Alteration, span: Span) -> str:
    if not alteration.decided:
        return "two readings, and nothing decides between them"
    return "altered in copying" if span == alteration.altered else "altered in a copy of it"


def _alteration(desk: Desk, alteration: Alteration, here: Span) -> Known:
    sound, altered = alteration.sound, alteration.altered
    gone, come = changed(sound, desk.open.words(sound), altered, desk.open.words(altered))
    readings = (desk.open.in_context(sound, gone), desk.open.in_context(altered, come))
    told = (("Changes", alteration.harm), ("Why", alteration.why))
    facts = tuple(Fact(name, with_days_said(one_line(words))) for name, words in told if words)
    other = altered if here == sound else sound
    ordered = readings if here == sound else readings[::-1]
    return Known(facts, ordered, "alteration", other.article if other.article != here.article else "")


def differing(desk: Desk, article: str) -> Iterator[Standing]:
    """The article's words on one side of what the lines differ in."""
    sides = ((conflict, side) for conflict in desk.brief.conflicts for side in conflict.sides)
    for conflict, side in sides:
        said = f"{conflict.kind.value}: {with_days_said(one_line(side.value))}, and other lines differ"
        for span in sorted(set(side.spans)):
            if span.article == article:
                yield Standing(Layer.CONFLICTS, span, said, partial(_conflict, desk, conflict, side))


def _conflict(desk: Desk, conflict: Conflict, here: Side) -> Known:
    others = [side for side in conflict.sides if side is not here]
    facts = [Fact("Here", _side(desk, here)), *(Fact("Elsewhere", _side(desk, side)) for side in others)]
    if conflict.note:
        facts.append(Fact("Note", with_days_said(one_line(conflict.note))))
    spans = [span for side in others for span in side.spans]
    return Known(tuple(facts), desk.open.of(spans), "conflict")


def _side(desk: Desk, side: Side) -> str:
    lines = listed(f"line {letter}" for letter in desk.naming.lines(side.lines))
    value = with_days_said(one_line(side.value))
    return f"{value} ({lines}: {desk.naming.chain(side.attribution)})" if lines else value


def left_out(desk: Desk, article: str) -> Iterator[Standing]:
    """What stands in the article and was not used."""
    for part in desk.brief.left_out:
        for span in part.spans:
            if span.article == article:
                yield Standing(Layer.LEFT_OUT, span, one_line(part.reason), partial(_left_out, part))


def _left_out(part: LeftOut) -> Known:
    return Known((Fact("Left out", one_line(part.reason)),))


def node_said(desk: Desk, node: str) -> str:
    """What to call a source: an article by its outlet, an unseen original as such."""
    name = desk.naming.node(node)
    return name if node in desk.articles else f"the {name}"


def letter_of_node(desk: Desk, node: str) -> str:
    """The letter of the line that a source stands on: of an unseen original that of its children."""
    if node in desk.articles:
        return desk.naming.letter(node)
    roots = (line.id for line in desk.brief.stemma.lines if line.root == node)
    children = (
        desk.naming.letter(edge.child) for edge in desk.brief.stemma.edges if edge.parent == node and edge.whole
    )
    return next((desk.naming.line(root) for root in roots), "") or next(children, "")


def _amount(desk: Desk, span: Span) -> str:
    return counted(len(desk.open.words(span).split()), "word")
