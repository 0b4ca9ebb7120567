"""Originals that nobody handed in: what points to one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from headwater.derivations.directions import agency_of, outlet_of
from headwater.text.mastheads import same_house
from headwater.types import Derivation, Direction, Document, Evidence, Unseen

__all__ = ["unseen_original"]


def unseen_original(
    line: str,
    members: Sequence[str],
    documents: Mapping[str, Document],
    pairs: Sequence[Derivation],
    mixed: Collection[str] = (),
    handed_in: Collection[str] = (),
) -> Unseen | None:
    """The text that a line's members point to and that none of them is; None if nothing points to one.

    `pairs` are the line's own pairs, `handed_in` texts of other lines that share words with a member. A credit to an
    agency that published none of the members points to its report; so do two texts of which each keeps what the other
    lacks. The credit of a `mixed` text may be that of its other source, and says nothing; so does one text's credit to
    a house whose own text was handed in and gave it words.
    """
    credited = Counter(agency for each in members if each not in mixed and (agency := agency_of(documents[each])))
    outlets = {outlet for each in members if (outlet := outlet_of(documents[each]))}
    lenders = {outlet_of(documents[each]) for each in handed_in}
    for agency, count in sorted(credited.items(), key=lambda item: (-item[1], item[0])):
        if count == 1 and any(same_house(outlet, agency) for outlet in lenders):
            continue
        if not any(same_house(outlet, agency) for outlet in outlets) and (len(members) > 1 or outlets):
            return Unseen(f"unseen:{line}", f"unseen {agency} report", tuple(members), _credits(agency, count))
    common = [pair for pair in pairs if pair.direction is Direction.COMMON_ORIGIN]
    if not common:
        return None
    witnesses = sorted({each for pair in common for each in (pair.left, pair.right)})
    detail = "each witness keeps sentences that the other lacks"
    evidence = tuple(Evidence("neither contains the other", pair.score, detail) for pair in common[:3])
    return Unseen(f"unseen:{line}", "unseen original", tuple(witnesses), evidence)


def _credits(agency: str, count: int) -> tuple[Evidence, ...]:
    return (Evidence("credit", float(count), f"{count} of the articles credit {agency}; none was published by it"),)
