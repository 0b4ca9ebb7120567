"""Time expressions of an article: where they stand and which days they mean.

`calendar` knows days and values, `words` reads the text as a row of word classes, `days`,
`periods`, `relative`, `spans` and `clock` hold the rules, `placing` what they share, `tense` decides between
past and future, `engine` runs it all.
"""

from headwater.text.dates.datelines import dateline_day
from headwater.text.dates.engine import calendar_spans, find_dates

__all__ = ["calendar_spans", "dateline_day", "find_dates"]
