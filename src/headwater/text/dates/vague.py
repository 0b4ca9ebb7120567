"""Rules for times that are not said: "now", "recently", "in the future"; TIMEX3 knows three, past, present, future."""

from __future__ import annotations

from typing import Final

from headwater.text.dates.calendar import Reading, unplaced
from headwater.text.dates.context import Hit, Rule, rule

__all__ = ["RULES"]

_REFERENCES: Final = {"soon": "FUTURE_REF", "now": "PRESENT_REF", "currently": "PRESENT_REF", "nowadays": "PRESENT_REF"}


@rule(r"(?P<w>NOW|PAST|SOON)")
def vague(hit: Hit) -> Reading | None:
    """Read "now", "currently", "recently", "soon"."""
    word, after = hit.word("w"), hit.after()
    if after is not None and after.text in ("as", "after") and word.text in ("soon", "now"):  # "as soon as"
        return None
    return unplaced(_REFERENCES.get(word.text, "PAST_REF"), "DATE") if not hit.compounded("w") else None


@rule(r"(?P<w>THIS)")
def current(hit: Hit) -> Reading | None:
    """Read the adjective "current": the current mayor is that of the day of writing; "an electric current" is none."""
    adjective = hit.text("w") == "current" and hit.tag("w") == "JJ" and not hit.compounded("w")
    return unplaced("PRESENT_REF", "DATE") if adjective else None


_LEADING: Final = frozenset(("in", "into"))


@rule(r"THE (?P<w>LAST|FUTURE) (?!WEEKDAY|MONTH|ANYUNIT|NUM|VAGUE)")
def the_future(hit: Hit) -> Reading | None:
    """Read "the past", "the future"."""
    if hit.text("w") not in ("past", "future"):
        return None
    after, before = hit.after(), hit.before()
    going_on = after is not None and after.text.isalpha() and after.letter == "."
    led = before is not None and before.text in _LEADING and hit.tag("w") == "NN"
    if going_on and (not led or (after is not None and after.text == "of")):
        return None
    return unplaced("PAST_REF" if hit.text("w") == "past" else "FUTURE_REF", "DATE")


RULES: Final[tuple[Rule, ...]] = (vague, current, the_future)
