"""Figures, conflicts and alterations, in one brief and in a later one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from headwater.decisions.changes.wording import counted
from headwater.types import Brief, Change, ChangeKind, Conflict, Figure, Span

__all__ = ["alterations_changed", "conflicts_changed", "figures_changed"]


def figures_changed(before: Brief, after: Brief) -> Iterator[Change]:
    """Figures with another best value or range, and those that are counted apart now, or together with another."""
    same = _same(before.figures, after.figures)
    kept = {old.id for old in same.values()}
    for figure in after.figures:
        old = same.get(figure.id)
        if old is None and _nearest(figure, before.figures) is not None:
            yield Change(
                ChangeKind.FIGURE, f"{figure.label.text}: {figure.best:g} is counted apart now", figure.label.spans
            )
        elif old is not None and _bounds(old) != _bounds(figure):
            yield Change(ChangeKind.FIGURE, _figure(old, figure), figure.label.spans)
    for figure in before.figures:
        home = _nearest(figure, after.figures) if figure.id not in kept else None
        if home is not None:
            says = f"{home.label.text}: {figure.best:g}, counted apart before, is counted with them"
            yield Change(ChangeKind.FIGURE, says, home.label.spans)


def _same(before: Sequence[Figure], after: Sequence[Figure]) -> Mapping[str, Figure]:
    """For each later figure, by its id, the one that it was: that which it shares most values with, each once."""
    shared = [(len(_counts(old) & _counts(new)), old, new) for old in before for new in after]
    found: dict[str, Figure] = {}
    for values, old, new in sorted(shared, key=lambda each: (-each[0], each[1].id, each[2].id)):
        if values and new.id not in found and old not in found.values():
            found[new.id] = old
    return found


def _nearest(figure: Figure, others: Sequence[Figure]) -> Figure | None:
    """The figure that shares most values with another, None where none does."""
    best = max(others, key=lambda other: len(_counts(figure) & _counts(other)), default=None)
    return best if best is not None and _counts(figure) & _counts(best) else None


def _counts(figure: Figure) -> frozenset[tuple[str, str]]:
    return frozenset((value.claim, figure.role) for value in figure.values)


def conflicts_changed(before: Brief, after: Brief) -> Iterator[Change]:
    """Conflicts between lines that are there no more, and new ones; what readers set aside is told as that."""
    was, now = ({_rests_on(each): each for each in brief.conflicts} for brief in (before, after))
    old, new = ({each.says for each in brief.set_aside} for brief in (before, after))
    gone = (key for key in sorted(was.keys() - now.keys()) if was[key].question not in new)
    come = (key for key in sorted(now.keys() - was.keys()) if now[key].question not in old)
    for key in gone:
        yield Change(ChangeKind.CONFLICT, f"the lines no longer differ: {was[key].question.text}", _there(key, after))
    for key in come:
        yield Change(ChangeKind.CONFLICT, f"the lines differ now: {now[key].question.text}", key)


def alterations_changed(before: Brief, after: Brief) -> Iterator[Change]:
    """How many alterations along copies there are, and the words of those that are new."""
    was, now = ({(each.sound, each.altered) for each in brief.alterations} for brief in (before, after))
    if len(was) != len(now):
        spans = tuple(sorted({span for pair in now - was for span in pair}))
        yield Change(
            ChangeKind.ALTERATION, f"{counted(len(was), 'alteration')} in copying became {len(now) or 'none'}", spans
        )


def _bounds(figure: Figure) -> tuple[float, float, float, bool]:
    return figure.low, figure.best, figure.high, figure.accepted is not None


def _figure(old: Figure, new: Figure) -> str:
    parts = ((old.low, new.low, "low"), (old.best, new.best, "best"), (old.high, new.high, "high"))
    moved = [f"{name} was {was:g} and is {now:g}" for was, now, name in parts if was != now]
    accepted = {(False, True): ["accepted by a reader"], (True, False): ["no longer accepted by a reader"]}
    said = [*moved, *accepted.get((old.accepted is not None, new.accepted is not None), [])]
    return f"{new.label.text}: {', '.join(said)}"


def _rests_on(conflict: Conflict) -> tuple[Span, ...]:
    return tuple(sorted({span for side in conflict.sides for span in side.spans}))


def _there(spans: tuple[Span, ...], brief: Brief) -> tuple[Span, ...]:
    known = {article.id for article in brief.articles}
    return tuple(span for span in spans if span.article in known)
