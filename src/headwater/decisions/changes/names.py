"""Names and speakers, in one brief and in a later one: which spellings are one, whose words a quote is."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from headwater.decisions.changes.wording import counted
from headwater.decisions.words import quoted
from headwater.types import Brief, Change, ChangeKind, Entity, Span

__all__ = ["names_changed", "speakers_changed"]


def names_changed(before: Brief, after: Brief) -> Iterator[Change]:
    """Names that became one, and names that became several."""
    was, now = _owners(before), _owners(after)
    joined = {tuple(sorted({was[span] for span in _spans(each) if span in was})): each for each in after.entities}
    for old, name in sorted(joined.items()):
        if len(old) > 1:
            said = f"{quoted(dict.fromkeys(_name(before, each) for each in old))} are one name now"
            yield Change(ChangeKind.NAME, said, _first(name))
    for name in before.entities:
        parts = sorted({now[span] for span in _spans(name) if span in now})
        if len(parts) > 1:
            spans = tuple(sorted(span for each in after.entities if each.id in parts for span in _first(each)))
            yield Change(ChangeKind.NAME, f"“{name.name}” is now {quoted(_name(after, each) for each in parts)}", spans)


def speakers_changed(before: Brief, after: Brief) -> Iterator[Change]:
    """Quotes that somebody else is held to have spoken, those of one speaker together.

    Speakers are one where each has most mentions of the other: what they are called does not matter.
    """
    was = {quote.content: quote.speaker for quote in before.quotes}
    onward, back = _heirs(before, after), _heirs(after, before)
    moved: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for quote in after.quotes:
        old, new = was.get(quote.content, quote.speaker), quote.speaker
        if quote.content in was and (onward.get(old, "") != new or back.get(new, "") != old):
            moved[old, new].append(quote.content)
    for (old, new), spans in sorted(moved.items()):
        many = f"{counted(len(spans), 'quote')} of {_said(before, old)} {'is' if len(spans) == 1 else 'are'}"
        yield Change(ChangeKind.SPEAKER, f"{many} {_said(after, new)}’s now", tuple(sorted(spans)))


def _heirs(one: Brief, other: Brief) -> dict[str, str]:
    """For each name of one brief that of the other which has most of its mentions, of equals the first by id."""
    owners = _owners(other)
    votes = {each.id: Counter(owners[span] for span in _spans(each) if span in owners) for each in one.entities}
    return {name: min(found, key=lambda each: (-found[each], each)) for name, found in votes.items() if found}


def _owners(brief: Brief) -> dict[Span, str]:
    return {span: each.id for each in brief.entities for span in _spans(each)}


def _spans(entity: Entity) -> Iterator[Span]:
    return (span for spelling in entity.spellings for span in spelling.spans)


def _first(entity: Entity) -> tuple[Span, ...]:
    """Where each spelling stands first."""
    return tuple(sorted(min(spelling.spans) for spelling in entity.spellings))


def _name(brief: Brief, entity: str) -> str:
    return next(each.name for each in brief.entities if each.id == entity)


def _said(brief: Brief, entity: str) -> str:
    return f"“{_name(brief, entity)}”" if entity else "nobody named"
