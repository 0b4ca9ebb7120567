"""Conflict and Alteration -> what stands side by side: the lines' values, a copy's words and those it came from."""

from __future__ import annotations

from headwater.render.characters import one_line
from headwater.render.compose.decided import review_said
from headwater.render.compose.desk import Desk
from headwater.render.differences import changed
from headwater.render.view import AlterationView, ConflictView, SideView
from headwater.render.words import counted
from headwater.text.day_words import with_days_said
from headwater.types import Alteration, Conflict, Side

__all__ = ["alteration_view", "conflict_view"]


def conflict_view(desk: Desk, number: int, conflict: Conflict) -> ConflictView:
    """A difference between lines, the `number`th of the page."""
    opened = {span for side in conflict.sides for span in side.spans}
    return ConflictView(
        anchor=f"{desk.prefix}conflict-{number}",
        kind=conflict.kind.value,
        question=one_line(conflict.question.text),
        witnesses=desk.open.of(set(conflict.question.spans) - opened),
        sides=tuple(_side(desk, side) for side in conflict.sides),
        note=with_days_said(one_line(conflict.note)),
        accepted=review_said(conflict.accepted),
    )


def _side(desk: Desk, side: Side) -> SideView:
    return SideView(
        value=with_days_said(one_line(side.value)),
        chain=desk.naming.chain(side.attribution),
        lines=desk.naming.lines(side.lines),
        articles=tuple(desk.naming.short(article) for article in side.articles),
        weak=one_line(side.weak),
        witnesses=desk.open.of(side.spans),
    )


def alteration_view(desk: Desk, alteration: Alteration, number: int = 0) -> AlterationView:
    """What arose in copying, the `number`th of the page, with the words that differ marked in both readings."""
    sound, altered = alteration.sound, alteration.altered
    gone, come = changed(sound, desk.open.words(sound), altered, desk.open.words(altered))
    called = _called(alteration)
    return AlterationView(
        kind=alteration.kind.value,
        harm=with_days_said(one_line(alteration.harm)),
        why=with_days_said(one_line(alteration.why)),
        decided=alteration.decided,
        first_called=called[0],
        second_called=called[1],
        first=desk.open.in_context(sound, gone),
        second=desk.open.in_context(altered, come),
        support=desk.open.of(alteration.support),
        reasons=desk.open.reasons(alteration.evidence),
        anchor=f"{desk.prefix}alteration-{number}",
        accepted=review_said(alteration.accepted),
    )


def _called(alteration: Alteration) -> tuple[str, str]:
    """What to call the two readings: who supports the first, or that nothing decides."""
    if not alteration.decided:
        return "One reading", "The other; nothing decides between them"
    if alteration.support:
        others = len({span.article for span in alteration.support})
        return f"Supported by {counted(others, 'other article')}", "Altered in copying"
    return "Likelier the older reading", "Altered in copying"
