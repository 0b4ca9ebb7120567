"""Originals that nobody handed in: what points to one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from headwater.derivations.directions import agency_of, outlet_of
from headwater.derivations.stated import Origin
from headwater.text.mastheads import same_house
from headwater.types import Derivation, Direction, Document, Evidence, Unseen

__all__ = ["report_of", "says_its_source", "unseen_original"]

_UNKNOWN: Final = "unseen original"
_CREDIT: Final = "credit"
_STATED: Final = "stated origin"


def unseen_original(
    line: str,
    members: Sequence[str],
    documents: Mapping[str, Document],
    pairs: Sequence[Derivation],
    mixed: Collection[str] = (),
    handed_in: Collection[str] = (),
    origin: Origin | None = None,
) -> Unseen | None:
    """The text that a line's members point to and that none of them is; None if nothing points to one.

    `pairs` are the line's own pairs, `handed_in` texts of other lines that share words with a member. A credit to an
    agency that published none of the members points to its report; so does the `origin` that members are said to be
    made from; so do two texts of which each keeps what the other lacks. The credit of a `mixed` text may be that of its
    other source, and says nothing; so does one text's credit to a house whose own text was handed in and gave it words.
    """
    credited = Counter(agency for each in members if each not in mixed and (agency := agency_of(documents[each])))
    outlets = {outlet for each in members if (outlet := outlet_of(documents[each]))}
    lenders = {outlet_of(documents[each]) for each in handed_in}
    for agency, count in sorted(credited.items(), key=lambda item: (-item[1], item[0])):
        if count == 1 and any(same_house(outlet, agency) for outlet in lenders):
            continue
        if not any(same_house(outlet, agency) for outlet in outlets) and (len(members) > 1 or outlets):
            return Unseen(f"unseen:{line}", f"unseen {agency} report", tuple(members), _why(agency, count, origin))
    if origin is not None:
        witnesses = tuple(each for each in members if each in origin.articles)
        return Unseen(f"unseen:{line}", _label(origin), witnesses, _stated(origin))
    common = [pair for pair in pairs if pair.direction is Direction.COMMON_ORIGIN]
    if not common:
        return None
    witnesses = tuple(sorted({each for pair in common for each in (pair.left, pair.right)}))
    detail = "each witness keeps sentences that the other lacks"
    evidence = tuple(Evidence("neither contains the other", pair.score, detail) for pair in common[:3])
    return Unseen(f"unseen:{line}", _UNKNOWN, witnesses, evidence)


def says_its_source(unseen: Unseen, document: Document) -> bool:
    """Whether a text names the unseen original as its source: the agency in a credit, or what its publisher states."""
    if unseen.evidence and unseen.evidence[0].name == _STATED:
        return document.article.id in unseen.witnesses
    return unseen.label == f"unseen {agency_of(document)} report"


def report_of(unseen: Unseen | None, origin: Origin | None) -> str:
    """What tells an unseen report from those behind other lines: its label, and its identifier if that is stated.

    '' if there is none, or nothing is known of it.
    """
    if unseen is None or unseen.evidence[0].name not in (_CREDIT, _STATED):
        return ""
    return f"{unseen.label} ({origin.identifier})" if origin and unseen.evidence[0].name == _STATED else unseen.label


def _label(origin: Origin) -> str:
    return f"unseen {origin.publisher} report" if origin.publisher else _UNKNOWN


def _why(agency: str, count: int, origin: Origin | None) -> tuple[Evidence, ...]:
    detail = f"{count} of the articles credit {agency}; none was published by it"
    return (Evidence(_CREDIT, float(count), detail), *(_stated(origin) if origin is not None else ()))


def _stated(origin: Origin) -> tuple[Evidence, ...]:
    detail = f"stated by the publishers of {origin.stated} articles: made from {origin.identifier}, not handed in"
    return (Evidence(_STATED, float(origin.stated), detail),)
