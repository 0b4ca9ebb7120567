"""How many lines and sources stand behind what is said, in one brief and in a later one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from headwater.decisions.changes.wording import became
from headwater.types import Brief, Change, ChangeKind, Statement

__all__ = ["statements_changed"]


def statements_changed(before: Brief, after: Brief) -> Iterator[Change]:
    """Statements with another number of lines or sources than the one that they share most claims with, in order.

    A statement that shares no claim with any is a further one, and told by its articles' coming in.
    """
    home = {claim: statement for statement in before.statements for claim in statement.claims}
    told = {telling.statement: place for place, telling in enumerate(after.tellings)}
    words = {telling.statement: telling.words for telling in after.tellings}
    for statement in sorted(after.statements, key=lambda each: (told.get(each.id, len(told)), each.id)):
        old = _closest(statement, home)
        said = _moved(old, statement) if old is not None else ""
        if said and statement.id in words:
            cited = words[statement.id]
            yield Change(ChangeKind.STATEMENT, f"“{cited.text}”: {said}", cited.spans)


def _closest(statement: Statement, home: dict[str, Statement]) -> Statement | None:
    votes = Counter(home[claim].id for claim in statement.claims if claim in home)
    best = min(votes, key=lambda each: (-votes[each], each), default=None)
    return next((each for each in home.values() if each.id == best), None)


def _moved(old: Statement, new: Statement) -> str:
    pairs = ((old.lines.best, new.lines.best, "line"), (old.sources, new.sources, "source"))
    return ", ".join(became(was, now, thing) for was, now, thing in pairs if was != now)
