"""Where each mention belongs: to the cluster of its own form, or, of a single name, to the full name it is short for.

What readers decided holds for single names too: spellings of one name have one full name, those of two never the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from headwater.entities.forms import Form
from headwater.entities.joined import Clusters
from headwater.entities.mentions import Mention
from headwater.entities.surnames import ShortNames
from headwater.types import EntityKind

__all__ = ["Hosts"]


class Hosts:
    """Leads mentions to the clusters they belong to."""

    def __init__(self, short: ShortNames, clusters: Clusters) -> None:
        self._short = short
        self._clusters = clusters
        self._lone = {position for position in range(len(clusters.forms)) if _is_lone(clusters, position)}
        self._decided = self._of_decided()

    def of(self, position: int, mention: Mention) -> int | None:
        """The root of the cluster that a mention of the form at `position` belongs to; None if none is found."""
        if position not in self._lone:
            return self._clusters.root(position)
        if mention in self._decided:
            return self._decided[mention]
        return self._short.full(self._clusters.forms[position], mention)

    def _of_decided(self) -> Mapping[Mention, int | None]:
        """The hosts of the single names that readers decided of, those that are exactly a family name first."""
        found: dict[Mention, int | None] = {}
        for root in sorted(self._roots(), key=self._rank):
            barred = {self._clusters.root(each) for each in self._clusters.strangers(root)}
            barred |= {host for mention, host in found.items() if host is not None and self._strange(root, mention)}
            found.update(self._led(root, self._short.but(barred)))
        return found

    def _roots(self) -> set[int]:
        """The clusters of single names that readers decided of."""
        mine = (each for each in self._lone if self._clusters.decided(each) or self._clusters.strangers(each))
        return {self._clusters.root(each) for each in mine}

    def _rank(self, root: int) -> tuple[bool, int, int]:
        mentions = [mention for _, mention in self._mentions(root)]
        exact = any(self._short.is_exact(form) for form, _ in self._mentions(root))
        return not exact, -len(mentions), root

    def _led(self, root: int, short: ShortNames) -> dict[Mention, int | None]:
        """Each mention with its host; where several spellings are one name all have one, that of most of them."""
        hosts = {mention: short.full(form, mention) for form, mention in self._mentions(root)}
        if len(self._clusters.members(root)) == 1:
            return hosts
        counts = Counter(host for host in hosts.values() if host is not None)
        host = min(counts, key=lambda each: (-counts[each], each), default=None)
        return dict.fromkeys(hosts, host)

    def _mentions(self, root: int) -> Iterator[tuple[Form, Mention]]:
        for position in self._clusters.members(root):
            form = self._clusters.forms[position]
            yield from ((form, mention) for mention in form.mentions)

    def _strange(self, root: int, mention: Mention) -> bool:
        """Whether the mention is of a form that is another name than those of the cluster."""
        return any(mention in self._clusters.forms[each].mentions for each in self._clusters.strangers(root))


def _is_lone(clusters: Clusters, position: int) -> bool:
    """Whether the name has one word and stands alone, or with such names only that a reader decided to be the same."""
    members = clusters.members(position)
    alone = len(members) == 1 or all(map(clusters.decided, members))
    return alone and all(_is_short(clusters.forms[each]) for each in members)


def _is_short(form: Form) -> bool:
    """Whether the name has one word; "the Council" of nobody's is one too, though any state may have one."""
    one_of_many = form.key.endswith("@") and " " not in form.key
    return (len(form.units) == 1 or one_of_many) and form.kind is not EntityKind.GROUP
