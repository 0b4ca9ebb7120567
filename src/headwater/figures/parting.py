"""Whom the articles tell of in the event of one figure, where a reader told events apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from headwater.figures.events import claim_of
from headwater.figures.grouping import Group
from headwater.figures.victims import Victim

__all__ = ["of_figure"]


def of_figure(
    group: Group, rivals: Sequence[Group], told: Mapping[str, Sequence[Victim]]
) -> Mapping[str, Sequence[Victim]]:
    """The mentions, by article, without those of other events; `rivals` are the groups of values that are of these.

    An article that gives one of them a value, and the figure none, is of that event; of an article that gives both one
    only the mentions in claims of the other are left out.
    """
    strange = [reading.claim for rival in rivals for reading in rival if not reading.weak]
    giving = {reading.value.article for reading in group if not reading.weak}
    others = {claim.span.article for claim in strange} - giving
    return {
        article: [one for one in mentions if claim_of(one, strange) is None]
        for article, mentions in told.items()
        if article not in others
    }
