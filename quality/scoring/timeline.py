"""The timeline: days found, with their words."""

from __future__ import annotations

from headwater.types import Moment, Span
from quality.scoring.gold import GoldDay
from quality.scoring.measure import Item, Measure, count
from quality.scoring.reading import Reading

__all__ = ["measure_dates"]


def measure_dates(reading: Reading) -> Measure:
    """`dates_right`: gold days of which a moment has that date and one of the words, and no words lie elsewhere.

    The words of a mention may stand in an article more than once ("Friday"): it is placed right if a moment of the
    date holds one of them, and misplaced if only moments of other dates do.
    """
    details, items = [], []
    for day in reading.gold.timeline:
        good, bad = _placed(reading, day)
        hit = bool(good) and not bad
        items.append(Item(day.date, hit))
        elsewhere = f"; elsewhere: {', '.join(bad)}" if bad else ""
        details.append(f"{'+' if hit else '-'} {day.date} {day.event}: {', '.join(good) or 'nowhere'}{elsewhere}")
    return count("dates_right", items, details)


def _placed(reading: Reading, day: GoldDay) -> tuple[list[str], list[str]]:
    """Articles whose mention is placed at the date, and articles whose mention is placed at other dates only."""
    good, bad = [], []
    for article, words in day.mentions.items():
        spans = reading.find(article, words)
        moments = [moment for moment in reading.brief.timeline if _holds(reading, moment, spans)]
        if any(_is_at(moment, day.date) for moment in moments):
            good.append(article)
        elif moments:
            bad.append(article)
    return good, bad


def _holds(reading: Reading, moment: Moment, spans: tuple[Span, ...]) -> bool:
    return reading.any_overlap(moment.mentions, spans)


def _is_at(moment: Moment, date: str) -> bool:
    """Whether a moment lies within the day, month or year."""
    return moment.first.startswith(date) and moment.last.startswith(date)
