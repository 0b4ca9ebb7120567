"""Alterations planted in copies, ten kinds of harm at known places, and harmless edits that look like them.

`plant` makes one alteration of a kind, `plant_several` some in different sentences. Each way of altering is a
*planter*: it looks for places where it fits, takes one by the pen's chance and lets the pen note what it did; it gives
None where it fits nowhere. `HARMLESS` has, for each kind, planters of edits that change nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from headwater.testing.scribe.draft import Draft
from headwater.testing.scribe.pen import Pen
from headwater.testing.scribe.plants import (
    attribution,
    certainty,
    dates,
    harmless,
    marks,
    names,
    negation,
    numbers,
    places,
    roles,
    wording,
)
from headwater.testing.scribe.plants.changes import Finder, Planter, planter
from headwater.types import AlterationKind

__all__ = ["HARMLESS", "PLANTERS", "Planter", "plant", "plant_harmless", "plant_several"]

_FINDERS: Final[Mapping[AlterationKind, tuple[Finder, ...]]] = {
    AlterationKind.NUMBER: (
        numbers.digits_swapped,
        numbers.zeros,
        numbers.teens_for_tens,
        numbers.another_count,
        numbers.another_order,
        numbers.another_multiple,
    ),
    AlterationKind.NAME: (
        names.another_person,
        names.another_surname,
        names.another_given_name,
        names.word_for_name,
        names.another_body,
    ),
    AlterationKind.DATE: (
        dates.another_weekday,
        dates.another_year,
        dates.another_month,
        dates.another_day,
        dates.another_hour,
        dates.another_part,
        dates.another_period,
    ),
    AlterationKind.PLACE: (
        places.another_town,
        places.another_country,
        places.compass,
        places.another_side,
        places.another_site,
    ),
    AlterationKind.NEGATION: (
        negation.not_lost,
        negation.no_lost,
        negation.nobody_found,
        negation.not_added,
        negation.opposite,
        negation.outcome_turned,
    ),
    AlterationKind.ROLE: (
        roles.doer_and_victim,
        roles.another_office,
        roles.rank_lost,
        roles.another_kin,
        roles.another_party,
    ),
    AlterationKind.ATTRIBUTION: (
        attribution.source_lost,
        attribution.another_source,
        attribution.another_speaker,
        attribution.terms_lost,
        attribution.terms_changed,
    ),
    AlterationKind.CERTAINTY: (
        certainty.may_to_will,
        certainty.adverb_lost,
        certainty.suspicion_lost,
        certainty.expected_to_happen,
        certainty.bound_lost,
        certainty.doubt_to_knowledge,
    ),
    AlterationKind.WORDING: (
        wording.wrong_sense,
        wording.set_phrase_broken,
        wording.mistaken_sound,
        wording.misread_letters,
    ),
}
_SOUND: Final[Mapping[AlterationKind, tuple[Finder, ...]]] = {
    AlterationKind.NUMBER: (harmless.number_style,),
    AlterationKind.NAME: (harmless.name_style,),
    AlterationKind.DATE: (harmless.date_style,),
    AlterationKind.PLACE: (harmless.place_style,),
    AlterationKind.NEGATION: (harmless.negation_style,),
    AlterationKind.ROLE: (harmless.active_to_passive, harmless.neutral_role),
    AlterationKind.ATTRIBUTION: (harmless.said_reworded,),
    AlterationKind.CERTAINTY: (harmless.bound_reworded,),
    AlterationKind.MARKS_LOST: (harmless.marks_style,),
    AlterationKind.WORDING: (harmless.true_synonym, harmless.spelling_style),
}

PLANTERS: Final[Mapping[AlterationKind, tuple[Planter, ...]]] = MappingProxyType(
    {kind: tuple(planter(find, kind) for find in finders) for kind, finders in _FINDERS.items()}
    | {AlterationKind.MARKS_LOST: (marks.whole_marks_lost, marks.partial_marks_lost)}
)
"""The ways of planting each kind of alteration."""

HARMLESS: Final[Mapping[AlterationKind, tuple[Planter, ...]]] = MappingProxyType(
    {kind: tuple(planter(find, None) for find in finders) for kind, finders in _SOUND.items()}
)
"""Edits that change nothing, by the kind of alteration for which they could be taken."""


def plant(draft: Draft, pen: Pen, kind: AlterationKind) -> Draft | None:
    """The draft with one alteration of the kind, in a random way at a random place; None if none can be made."""
    return _first(PLANTERS[kind], draft, pen)


def plant_harmless(draft: Draft, pen: Pen, kind: AlterationKind) -> Draft | None:
    """The draft with one edit that looks like the kind and changes nothing; None if none can be made."""
    return _first(HARMLESS[kind], draft, pen)


def plant_several(draft: Draft, pen: Pen, count: int, kinds: Sequence[AlterationKind] = tuple(AlterationKind)) -> Draft:
    """The draft with up to `count` alterations, the kinds in turn and at random, at most one a sentence."""
    waiting: list[AlterationKind] = []
    barren: set[AlterationKind] = set()
    while count > 0 and len(barren) < len(set(kinds)):
        if not waiting:
            waiting = [kind for kind in pen.random.sample(list(kinds), len(kinds)) if kind not in barren]
        kind = waiting.pop()
        planted = plant(draft, pen, kind)
        if planted is None:
            barren.add(kind)
        else:
            draft, count = planted, count - 1
    return draft


def _first(planters: Sequence[Planter], draft: Draft, pen: Pen) -> Draft | None:
    """What the first planter in a random order makes that can."""
    for each in pen.random.sample(list(planters), len(planters)):
        planted = each(draft, pen)
        if planted is not None:
            return planted
    return None
