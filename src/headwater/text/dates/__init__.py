"""Time expressions of an article: where they stand and which days they mean.

`calendar` and `feasts` know days and values, `vocabulary` the words of time, `words` reads a text as a row of their
classes; `days`, `periods`, `business`, `relative`, `distances`, `durations`, `sets`, `clock` and `vague` hold the
rules, `placing` what they share; `tense` decides between past and future, `events` finds the day of "two days after
the vote", `modifiers` tells "late" from "early", `engine` runs it all. `meant` compares dates by what they can mean.
"""

from headwater.text.dates.datelines import dateline_day
from headwater.text.dates.engine import calendar_spans, find_dates
from headwater.text.dates.meant import NARROWED, are_apart, days_meant

__all__ = ["NARROWED", "are_apart", "calendar_spans", "dateline_day", "days_meant", "find_dates"]
