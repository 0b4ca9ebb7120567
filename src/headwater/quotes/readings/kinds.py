"""What a reading is on the whole, against the base, and by what it is said so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from headwater.quotes.readings.families import Names, Who, in_order, who
from headwater.quotes.readings.shifts import is_told
from headwater.quotes.readings.slots import Slot, slots_of
from headwater.quotes.readings.standing import Standing, standing_of
from headwater.quotes.readings.witnesses import Witness, Word
from headwater.types import Evidence, QuoteForm, QuoteReading, ReadingChange, ReadingKind

__all__ = ["is_against_more", "read_against"]

_NEAR: Final = 0.8  # from here words without marks are the quote that lost them, not a paraphrase
_TRANSLATED: Final = (0.8, 3)  # another translation: most of the words kept in order, least changes
_EXPLAIN: Final = frozenset(
    {ReadingKind.SHIFT, ReadingKind.PARAPHRASE, ReadingKind.TRANSLATION}
)  # each change of words
_BY_ITSELF: Final = (
    ReadingKind.JOINED,
    ReadingKind.BRACKET,
    ReadingKind.ELLIPSIS,
    ReadingKind.SHIFT,
    ReadingKind.TRIMMED,
)


def read_against(base: Witness, reading: Witness, family: Sequence[Witness], names: Names) -> QuoteReading:
    """One reading of a family against its base: the kind, the places that differ, and the evidence."""
    slots = slots_of(base, reading)
    standings = {slot: standing_of(slot, base, reading, family) for slot in slots if _is_open(slot, base, reading)}
    difference = _difference(base, reading, slots, standings, names)
    changes = tuple(_change(slot, base, reading, standings, difference) for slot in slots)
    evidence = (_kept(base, reading), *_judged(base, reading, standings), *_spoken(base, reading, family, difference))
    return QuoteReading(reading.quote.id, difference, changes, evidence)


def is_against_more(base: Witness, reading: Witness, family: Sequence[Witness]) -> bool:
    """Whether words of a would-be base stand against more lines (of one line: more articles) than this reading's."""
    slots = (slot for slot in slots_of(base, reading) if _is_open(slot, base, reading) and slot.weighs)
    return any(standing_of(slot, base, reading, family).margin < 0 for slot in slots)


def _is_open(slot: Slot, base: Witness, reading: Witness) -> bool:
    """Whether the witnesses are to be asked: other words, both between marks."""
    return slot.kind is ReadingKind.WORDING and base.marked and reading.marked


def _difference(
    base: Witness, reading: Witness, slots: Sequence[Slot], standings: Mapping[Slot, Standing], names: Names
) -> ReadingKind:
    if who(base, reading, names) is Who.OTHER:
        return ReadingKind.OTHER_SPEAKER
    if _is_translation(base, reading, slots, names):
        return ReadingKind.TRANSLATION
    if base.marked and not reading.marked:
        return _unmarked(base, reading, slots)
    if any(_is_misquote(slot, standing) for slot, standing in standings.items()):
        return ReadingKind.MISQUOTE
    kinds = {slot.kind for slot in slots}
    if ReadingKind.WORDING in kinds:
        return ReadingKind.WORDING if reading.spoken else ReadingKind.PARAPHRASE
    return next((kind for kind in _BY_ITSELF if kind in kinds), ReadingKind.SAME)


def _is_misquote(slot: Slot, standing: Standing) -> bool:
    return slot.weighs and standing.margin > 0


def _unmarked(base: Witness, reading: Witness, slots: Sequence[Slot]) -> ReadingKind:
    """A reading that lost its marks, one that is told as a report tells it, or one in other words."""
    kinds = {slot.kind for slot in slots}
    as_spoken = reading.quote.form is QuoteForm.UNMARKED or kinds <= {ReadingKind.TRIMMED}
    if as_spoken and in_order(base, reading) >= _NEAR and not _begins_as_report(reading):
        return ReadingKind.MARKS_LOST
    shifted = ReadingKind.SHIFT in kinds and is_told(base.words, reading.words)
    return ReadingKind.SHIFT if shifted else ReadingKind.PARAPHRASE


def _begins_as_report(reading: Witness) -> bool:
    """Whether a "that" opens it: such words are told, and need no marks."""
    return reading.words[0].start > reading.quote.content.start and reading.quote.form is QuoteForm.INDIRECT


def _is_translation(base: Witness, reading: Witness, slots: Sequence[Slot], names: Names) -> bool:
    """One speaker, two lines, both between marks, and the words differ throughout: in each half of what was said."""
    if not (base.marked and reading.marked) or base.line == reading.line or who(base, reading, names) is not Who.SAME:
        return False
    changed = [slot for slot in slots if slot.kind in {ReadingKind.WORDING, ReadingKind.SHIFT}]
    share, least = _TRANSLATED
    middle = len(base.words) / 2
    throughout = any(slot.at[0] < middle for slot in changed) and any(slot.at[0] >= middle for slot in changed)
    return len(changed) >= least and throughout and in_order(base, reading) <= share


def _change(
    slot: Slot,
    base: Witness,
    reading: Witness,
    standings: Mapping[Slot, Standing],
    difference: ReadingKind,
) -> ReadingChange:
    kind = slot.kind
    if kind is ReadingKind.WORDING and difference in _EXPLAIN:
        kind = difference
    elif slot in standings and _is_misquote(slot, standings[slot]):
        kind = ReadingKind.MISQUOTE
    return ReadingChange(kind, base.span(slot.base), reading.span(slot.reading))


# --- evidence -------------------------------------------------------------------------------------------------


def _kept(base: Witness, reading: Witness) -> Evidence:
    size = min(len(base.words), len(reading.words))
    kept = round(in_order(base, reading) * size)
    detail = f"{kept} of the {size} words of the shorter reading stand in the longer one, in order"
    return Evidence("share of words kept", round(kept / size, 4), detail, base.quote.content, reading.quote.content)


def _judged(base: Witness, reading: Witness, standings: Mapping[Slot, Standing]) -> Iterable[Evidence]:
    for slot, standing in standings.items():
        detail = standing.told(_shown(slot.base), _shown(slot.reading))
        yield Evidence(
            "witnesses more for the base",
            float(standing.margin),
            detail,
            base.span(slot.base),
            reading.span(slot.reading),
        )


def _shown(words: Sequence[Word]) -> str:
    return f"“{' '.join(word.form for word in words)}”" if words else "nothing there"


def _spoken(base: Witness, reading: Witness, family: Sequence[Witness], difference: ReadingKind) -> Iterable[Evidence]:
    if difference is ReadingKind.OTHER_SPEAKER:
        here, there = (
            len({one.line for one in family if one.quote.speaker == side.quote.speaker}) for side in (base, reading)
        )
        detail = f"{here} line{'s' * (here != 1)} to one speaker, {there} to the other"
        yield Evidence("lines more for the base", float(here - there), detail, base.quote.source, reading.quote.source)
