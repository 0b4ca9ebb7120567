"""Brief -> StoryView: every id resolved to words once, for all renderings alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from headwater.render.characters import one_line
from headwater.render.compose.decided import aside_view, decided_view
from headwater.render.compose.desk import Desk, desk_of
from headwater.render.compose.differences import alteration_view, conflict_view
from headwater.render.compose.figures import figure_view, figures_in_order
from headwater.render.compose.quotes import quote_views
from headwater.render.compose.records import record_view
from headwater.render.compose.statements import statements_of
from headwater.render.lineages import Lineages
from headwater.render.view import EntityView, LeftOutView, MomentView, SpellingView, StoryView
from headwater.render.words import counted, days, rule_in_words, whereabouts
from headwater.text.day_words import said_day
from headwater.types import Brief, Entity, EntityKind, Moment

__all__ = ["view_of"]

_KINDS: Final = (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE, EntityKind.GROUP)


def view_of(brief: Brief, prefix: str = "") -> StoryView:
    """The brief with its ids resolved to words. `prefix` begins every id on a page that holds several stories.

    Raises `UncitedLine` where a span does not lie in its article, and `KeyError` where an id leads nowhere: both are
    defects of whoever built the brief.
    """
    desk = desk_of(brief, prefix)
    lineages = Lineages(brief, desk.naming, desk.open, desk.articles)
    return StoryView(
        prefix=prefix,
        headline=one_line(brief.headline.text),
        headline_witnesses=desk.open.of(brief.headline.spans),
        count_line=one_line(brief.count_line),
        count_reasons=lineages.doubts(),
        where=one_line(whereabouts(brief.scene, len(brief.articles))),
        where_witnesses=desk.open.of(brief.scene.told.spans) if brief.scene else (),
        record=record_view(desk, brief.event) if brief.event else None,
        together=desk.open.reasons(brief.story.evidence),
        lines=tuple(lineages.line(line) for line in brief.stemma.lines),
        conflicts=tuple(conflict_view(desk, number, each) for number, each in enumerate(brief.conflicts, 1)),
        statements=tuple(statements_of(desk)),
        figures=tuple(figure_view(desk, place, each) for place, each in figures_in_order(brief)),
        alterations=tuple(alteration_view(desk, each, number) for number, each in enumerate(brief.alterations, 1)),
        quotes=tuple(quote_views(desk)),
        timeline=tuple(_moments(desk)),
        entities=tuple(_entity(desk, entity) for entity in sorted(brief.entities, key=_named)),
        decided=tuple(decided_view(desk, each) for each in brief.decided),
        set_aside=tuple(aside_view(desk, each) for each in brief.set_aside),
        left_out=tuple(
            LeftOutView(one_line(each.name), one_line(each.reason), desk.open.of(each.spans)) for each in brief.left_out
        ),
        articles=tuple(desk.articles.values()),
        rule=rule_in_words(one_line(brief.rule)),
        version=brief.version,
    )


def _moments(desk: Desk) -> Iterator[MomentView]:
    """The moments in order of time."""
    said = {moment.id: days(moment) for moment in desk.brief.timeline}
    for moment in sorted(desk.brief.timeline, key=_when):
        yield _moment(desk, moment, [said[rival] for rival in moment.rivals])


def _moment(desk: Desk, moment: Moment, rivals: Iterable[str]) -> MomentView:
    return MomentView(
        iso=moment.first,
        when=days(moment),
        what=one_line(moment.what.text),
        lines=counted(moment.lines, "line"),
        letters=desk.naming.lines(moment.given_by),
        as_of=said_day(moment.as_of) if moment.as_of else "",
        rivals=tuple(rivals),
        witnesses=desk.open.of(moment.what.spans),
        mentions=desk.open.of(moment.mentions),
    )


def _when(moment: Moment) -> tuple[str, str, str]:
    return moment.first, moment.last, moment.id


def _named(entity: Entity) -> tuple[int, int, int, str]:
    """People first, and of each kind those whom most articles name, then those named most."""
    spans = [span for spelling in entity.spellings for span in spelling.spans]
    return _KINDS.index(entity.kind), -len({span.article for span in spans}), -len(spans), entity.id


def _entity(desk: Desk, entity: Entity) -> EntityView:
    spellings = tuple(
        SpellingView(one_line(each.text), len(each.spans), desk.open.of(each.spans)) for each in entity.spellings
    )
    role = desk.naming.words(entity.roles[0]) if entity.roles else ""
    return EntityView(entity.kind.value, one_line(entity.name), spellings, desk.open.of(entity.roles), role)
