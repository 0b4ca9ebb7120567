"""When a page was published: what its metadata state, weighed where they disagree.

Metadata of one page often name two days, one of them that of the last change; htmldate (Barbaresi 2020) then has the
casting vote, and where there are none, its reading of the marks of the page stands. Its guesses from words are not
asked for: of "In May 2019" in a report it makes the first of January.
"""

from __future__ import annotations

from collections import Counter
from typing import Any, Final

from headwater.sources.draft import stated
from headwater.text.days import day_in_path, read_day
from headwater.text.plausible import implausible_day
from headwater.types import Known

__all__ = ["page_date"]

_INSTANT_META: Final = (
    "//meta[@property='article:published_time' or @name='article:published_time' or @itemprop='datePublished' "
    "or @name='date' or @name='DC.date.issued' or @name='dcterms.issued' or @name='sailthru.date' "
    "or @name='parsely-pub-date']/@content | //time[@itemprop='datePublished']/@datetime"
)


def page_date(tree: Any, in_json: str, found: str, url: str, taken: str = "") -> Known | None:
    """Return the day or instant of publication that a page states, None if it states none.

    `in_json` is the date of its JSON-LD, `found` the day that htmldate finds in its marks ('' for none), `taken` the
    instant at which the page was read: a date after it, or at the zero of a clock, gives way to any other. A day that
    stands in the address is left to whoever reads addresses.
    """
    written = [in_json, *map(str, tree.xpath(_INSTANT_META))]
    days = [day for day in map(read_day, written) if day]
    likely = [day for day in days if not implausible_day(day, taken)]
    if likely:
        return stated(_chosen(likely, found))
    if found and found != day_in_path(url) and not implausible_day(found, taken):
        return stated(found)
    return stated(days[0]) if days else None


def _chosen(days: list[str], found: str) -> str:
    """The day that most of the metadata state, of equals the first; of its instants the most exact."""
    votes = Counter(day[:10] for day in (*days, found))
    best = max((day[:10] for day in days), key=lambda day: votes[day])
    return max((day for day in days if day[:10] == best), key=len)
