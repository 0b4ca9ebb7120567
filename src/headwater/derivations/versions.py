"""Versions: what one newsroom published again, grown or mended, is no copy but the same report later.

Among versions the time is a good witness: a newsroom's later text replaces its earlier one, and nobody back-dates an
update. Between two newsrooms it is a weak one (`directions`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from headwater.derivations.directions import outlet_of
from headwater.text.instants import is_later, order_of, published_at
from headwater.text.mastheads import masthead_words, same_house
from headwater.types import Document

__all__ = ["is_version", "later", "versions_of"]

_LATER: Final = 3.0  # nats for the way that the times of two versions say


def is_version(one: Document | None, other: Document) -> bool:
    """Whether two texts of one line were published by one newsroom; None stands for an original nobody handed in."""
    return one is not None and same_house(outlet_of(one), outlet_of(other))


def later(parent: Document, child: Document) -> float:
    """What their times say, in nats, for the child being a later version of the parent; 0 if they are no versions."""
    if not is_version(parent, child):
        return 0.0
    times = published_at(parent.article), published_at(child.article)
    return _LATER * (is_later(times[1], times[0]) - is_later(times[0], times[1]))


def versions_of(line: Sequence[str], documents: Mapping[str, Document]) -> tuple[str, ...]:
    """Of a line's distinct texts those that one newsroom published, by time: the most there are, empty if none."""
    times = {text: published_at(documents[text].article) for text in line}
    houses: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for text in sorted(line):
        if times[text] and outlet_of(documents[text]):
            houses[masthead_words(outlet_of(documents[text]))].append(text)
    most = max(houses.values(), key=len, default=[])
    return tuple(sorted(most, key=lambda text: (order_of(times[text]), text))) if len(most) > 1 else ()
