"""Which of two readings is the altered one: by the words themselves, by the witnesses, by who took from whom.

As in textual criticism, the other articles that hold the passage are its witnesses, weighed and not only counted: the
reading of more lines, then of more articles, is the sounder one (Maas 1958, the elimination of lone readings).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from msgspec import Struct

from headwater.findings.alterations.slots import Seen, Slot
from headwater.types import Alteration, Stemma

__all__ = ["judge"]


class _Verdict(Struct, frozen=True):
    """Two articles of a slot: whose reading is altered, against whose, and whether that is decided."""

    altered: str
    sound: str
    decided: bool
    seen: Seen


def judge(slot: Slot, stemma: Stemma, line_of: Mapping[str, str]) -> Iterator[Alteration]:
    """One alteration, its id left open, for each article whose reading is altered, against the best supported one."""
    verdicts: dict[str, list[_Verdict]] = defaultdict(list)
    for seen in slot.changes:
        verdict = _verdict(seen, slot, stemma, line_of)
        verdicts[verdict.altered].append(verdict)
    for _, against in sorted(verdicts.items()):
        best = max(against, key=lambda one: (one.decided, _weight(one.sound, slot, line_of), one.sound))
        if not _refuted(best, verdicts):
            yield _alteration(slot, best)


def _verdict(seen: Seen, slot: Slot, stemma: Stemma, line_of: Mapping[str, str]) -> _Verdict:
    left, right = seen.change.left.article, seen.change.right.article
    if seen.change.altered:
        return _Verdict(*((left, right) if seen.change.altered == "left" else (right, left)), True, seen)
    here, there = _weight(left, slot, line_of), _weight(right, slot, line_of)
    if here != there:
        return _Verdict(*((left, right) if here < there else (right, left)), True, seen)
    if any(edge.parent == right and edge.child == left for edge in stemma.edges):
        return _Verdict(left, right, False, seen)
    return _Verdict(right, left, False, seen)


def _refuted(verdict: _Verdict, verdicts: Mapping[str, list[_Verdict]]) -> bool:
    """Whether this is undecided, and the reading it is set against is known to be altered itself."""
    return not verdict.decided and any(other.decided for other in verdicts.get(verdict.sound, ()))


def _weight(article: str, slot: Slot, line_of: Mapping[str, str]) -> tuple[int, int]:
    """Lines, then articles, that read as this article does."""
    witnesses = {article, *(span.article for span in slot.agree[article])}
    return len({line_of[witness] for witness in witnesses}), len(witnesses)


def _alteration(slot: Slot, verdict: _Verdict) -> Alteration:
    change = verdict.seen.change
    of = {change.left.article: change.left, change.right.article: change.right}
    support = tuple(span for span in slot.agree[verdict.sound] if span.article != verdict.altered)
    sound, altered = of[verdict.sound], of[verdict.altered]
    return Alteration("", slot.kind, sound, altered, verdict.decided, change.harm, support, change.evidence)
