"""Groups of linked articles where readers decided which belong together and which do not.

Links join from the strongest down (Kruskal), and one that would bring two parted articles together is passed over; so
without decisions the groups are the connected components.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping

from headwater.decisions import Settled

__all__ = ["groups_decided"]


def groups_decided(
    articles: Iterable[str], links: Mapping[tuple[str, str], float], decided: Settled
) -> list[tuple[str, ...]]:
    """The groups of articles by their `links`, with those together that readers put together, parted those they parted.

    Each group is sorted; the groups are in the order of their first articles. Articles that are not among `articles`
    do not matter.
    """
    group = {article: frozenset({article}) for article in sorted(articles)}
    said = [pair for one in decided.same for pair in itertools.pairwise(each for each in one if each in group)]
    found = sorted(links, key=lambda pair: (-links[pair], pair))
    for left, right in (*said, *found):
        joined = group[left] | group[right]
        if not any(one in joined and other in joined for one, other in decided.apart):
            group.update(dict.fromkeys(joined, joined))
    return sorted({tuple(sorted(members)) for members in group.values()})
