"""Which of two readings is the altered one, and why: by the words, by the witnesses, by who took from whom.

As in textual criticism, the other articles that hold the passage are its witnesses, weighed and not only counted: the
reading of more lines, then of more articles, is the sounder one (Maas 1958, the elimination of lone readings). Of
witnesses that agree the altered reading is set against the one it came from: its parent's, else one of its own line.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct

from headwater.evidence import total
from headwater.findings.alterations.aligned import Change
from headwater.findings.alterations.confidence import Circumstances, is_raised, weigh
from headwater.findings.alterations.slots import Seen, Slot
from headwater.findings.alterations.weights import Table
from headwater.text.spans import meets
from headwater.types import Alteration, AlterationKind, Evidence, Span, Stemma

__all__ = ["Copying", "judge"]


class Copying(NamedTuple):
    """Who took from whom, as the stemma has it."""

    line_of: Mapping[str, str]
    parent_of: frozenset[tuple[str, str]]  # (parent, child)
    versions: frozenset[frozenset[str]]  # pairs of articles of which one is a later version of the other
    reworded: Mapping[frozenset[str], float]  # the spin rate of two articles
    shared: Mapping[frozenset[str], int]  # how many sentences two articles share

    @classmethod
    def of(cls, stemma: Stemma, reworded: Mapping[frozenset[str], float]) -> Copying:
        """What the stemma says."""
        versions = {frozenset(pair) for line in stemma.lines for pair in _pairs(line.versions)}
        versions |= {frozenset((edge.parent, edge.child)) for edge in stemma.edges if edge.version}
        return cls(
            {article: line.id for line in stemma.lines for article in line.articles},
            frozenset((edge.parent, edge.child) for edge in stemma.edges if edge.whole),
            frozenset(versions),
            reworded,
            {frozenset((one.left, one.right)): len(one.sentences) for one in stemma.derivations},
        )


class _Verdict(Struct, frozen=True):
    """Two articles of a slot: whose reading is altered, against whose, whether that is decided, and by what."""

    altered: str
    sound: str
    decided: bool
    seen: Seen
    why: str


def judge(slots: Sequence[Slot], copying: Copying, table: Table) -> Iterator[Alteration]:
    """One alteration, its id left open, for each article whose reading is altered, against the reading it came from.

    What is too weak to be told (`confidence.is_raised`) is left out.
    """
    judged = [(slot, _verdicts(slot, copying)) for slot in slots]
    told = [one for slot, verdicts in judged for one in _told(slot, verdicts, copying, table, {})]
    faults = Counter(one.altered.article for one in told if one.decided)
    return (one for slot, verdicts in judged for one in _told(slot, verdicts, copying, table, faults))


def _told(
    slot: Slot, verdicts: Mapping[str, Sequence[_Verdict]], copying: Copying, table: Table, faults: Mapping[str, int]
) -> Iterator[Alteration]:
    """The alterations of a slot that are likely enough; `faults` are how many each article has in all."""
    for against in verdicts.values():
        best = max(against, key=lambda one: _preferred(one, copying, faults))
        if _refuted(best, verdicts):
            continue
        found = _alteration(slot, best, copying, table)
        if is_raised(found.evidence, table):
            yield found


# --- the verdict ----------------------------------------------------------------------------------------------


def _verdicts(slot: Slot, copying: Copying) -> dict[str, list[_Verdict]]:
    """By the article whose reading is altered, in order, what it is altered against."""
    found: dict[str, list[_Verdict]] = defaultdict(list)
    for seen in slot.changes:
        verdict = _verdict(seen, slot, copying)
        found[verdict.altered].append(verdict)
    return dict(sorted(found.items()))


def _verdict(seen: Seen, slot: Slot, copying: Copying) -> _Verdict:
    left, right = seen.change.left.article, seen.change.right.article
    if seen.change.altered:
        altered, sound = (left, right) if seen.change.altered == "left" else (right, left)
        return _Verdict(altered, sound, True, seen, "the words themselves tell")
    here, there = _weight(left, slot, copying), _weight(right, slot, copying)
    altered, sound = (left, right) if here < there else (right, left)
    if here != there:
        return _Verdict(altered, sound, True, seen, _outweighs(min(here, there), max(here, there)))
    for parent, child in ((left, right), (right, left)):
        if (parent, child) in copying.parent_of:
            return _Verdict(child, parent, False, seen, "one against one; the text it was taken from reads otherwise")
    return _Verdict(altered, sound, False, seen, "one against one; nothing shows who altered it")


def _outweighs(less: tuple[int, int], more: tuple[int, int]) -> str:
    if more[0] > less[0]:
        return f"{more[0]} lines read so, {less[0]} the other way"
    return f"{more[1]} articles of the line read so, {less[1]} the other way"


def _preferred(verdict: _Verdict, copying: Copying, faults: Mapping[str, int]) -> tuple[bool | int | float | str, ...]:
    """Rank: known to be the sounder, in the text it was taken from, quoted as the other is, in the best of its line.

    The best witness is the one that altered least elsewhere, then the nearest relative.
    """
    pair = frozenset((verdict.sound, verdict.altered))
    return (
        verdict.decided,
        (verdict.sound, verdict.altered) in copying.parent_of,
        _quoted_alike(verdict.seen),
        _literal(verdict.seen),
        copying.line_of[verdict.sound] == copying.line_of[verdict.altered],
        -faults.get(verdict.sound, 0),
        copying.shared.get(pair, 0),
        round(verdict.seen.aligned.likeness, 6),
        verdict.sound,
    )


def _literal(seen: Seen) -> float:
    """How far a shared quote is given in the same words: its witness is whoever heard it, of whatever line."""
    shared = seen.aligned.passage.mask == "quote" and seen.change.kind is not AlterationKind.MARKS_LOST
    return round(seen.aligned.likeness, 6) if shared else 0.0


def _quoted_alike(seen: Seen) -> bool:
    """Whether both readings stand between quotation marks, or neither does."""
    texts, spans = (seen.aligned.left, seen.aligned.right), (seen.change.left, seen.change.right)
    marked = {any(meets(mark, span) for mark in text.document.quoted) for text, span in zip(texts, spans, strict=True)}
    return len(marked) == 1


def _refuted(verdict: _Verdict, verdicts: Mapping[str, Sequence[_Verdict]]) -> bool:
    """Whether this is undecided, and the reading it is set against is known to be altered itself."""
    return not verdict.decided and any(other.decided for other in verdicts.get(verdict.sound, ()))


def _weight(article: str, slot: Slot, copying: Copying) -> tuple[int, int]:
    """Lines, then articles, that read as this article does."""
    witnesses = {article, *(span.article for span in slot.agree[article])}
    return len({copying.line_of[witness] for witness in witnesses}), len(witnesses)


# --- the alteration -------------------------------------------------------------------------------------------


def _alteration(slot: Slot, verdict: _Verdict, copying: Copying, table: Table) -> Alteration:
    change, evidence = _surest(slot, verdict, copying, table)
    of = {change.left.article: change.left, change.right.article: change.right}
    support = tuple(span for span in slot.agree[verdict.sound] if span.article != verdict.altered)
    sound, altered = of[verdict.sound], of[verdict.altered]
    return Alteration(
        "", slot.kind, sound, altered, verdict.decided, change.harm, support, evidence, _reason(verdict, copying)
    )


def _surest(slot: Slot, verdict: _Verdict, copying: Copying, table: Table) -> tuple[Change, tuple[Evidence, ...]]:
    """Of the changes between the two articles at this place the one with the most evidence, and that."""
    pair = frozenset((verdict.altered, verdict.sound))
    lines, sound = _weight(verdict.sound, slot, copying)
    known = Circumstances(
        kept=verdict.seen.aligned.agreement,
        reworded=copying.reworded.get(pair, 0.0),
        sound=sound - 1,
        altered=_weight(verdict.altered, slot, copying)[1] - 1,
        lines=lines,
        version=pair in copying.versions,
    )
    between = {verdict.altered, verdict.sound}
    changes = (seen.change for seen in slot.changes if {seen.change.left.article, seen.change.right.article} == between)
    return max(((change, weigh(change, known, table)) for change in changes), key=_strength)


def _strength(weighed: tuple[Change, tuple[Evidence, ...]]) -> tuple[float, int, Span, Span]:
    """The evidence, then how many characters the change covers."""
    change, evidence = weighed
    return total(evidence), change.left.end - change.left.start, change.left, change.right


def _reason(verdict: _Verdict, copying: Copying) -> str:
    """Why the sound reading is held for it, in a clause."""
    if verdict.decided and (verdict.sound, verdict.altered) in copying.parent_of:
        return f"{verdict.why}; the text it was taken from reads so"
    return verdict.why


def _pairs(articles: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    return ((one, other) for number, one in enumerate(articles) for other in articles[number + 1 :])
