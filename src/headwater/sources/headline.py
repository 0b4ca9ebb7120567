"""The headline of a page: what its readers see, where the page's metadata bear it out.

Metadata often hold another wording, made for search engines, or the name of the site behind it. The heading (`h1`) goes
before them if it shares words with one of them; a heading that shares none is the name of a section or of the site.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from headwater.sources.asides import said_in

__all__ = ["page_headline"]

_LONGEST: Final = 300  # code points of a headline
_FEWEST_WORDS: Final = 3
_SHARED: Final = 0.3  # of a heading's words that stand in a stated title too
_WORD: Final = re.compile(r"\w+")


def page_headline(tree: Any, stated: Sequence[str], site: str) -> str:
    """Return the headline of a page, on one line: the heading that the `stated` titles bear out, else the first title.

    `site` is the name of the site, which is taken off the end of a stated title. A heading that ends in a stated title
    ("Local news | Bridge opens") gives way to it.
    """
    titles = [" ".join(title.split()) for title in stated if title.strip()]
    headings = dict.fromkeys(said_in(one, 2 * _LONGEST) for one in tree.iter("h1"))
    shown = [heading for heading in headings if _fits(heading, site)]
    best = max(shown, key=lambda heading: _borne_out(heading, titles), default="")
    bare = [_without_site(title, site) for title in titles]
    held = next((title for title in bare if _fits(title, site) and best.endswith(f" {title}")), "")
    if best and not held and _borne_out(best, titles) >= _SHARED:
        return best
    return held or next(iter(bare), "")


def _fits(heading: str, site: str) -> bool:
    words = len(_WORD.findall(heading))
    return words >= _FEWEST_WORDS and len(heading) <= _LONGEST and heading.casefold() != site.casefold()


def _borne_out(heading: str, titles: Sequence[str]) -> float:
    """The share of a heading's words that the title with the most of them has."""
    words = set(_WORD.findall(heading.casefold()))
    return max((len(words & set(_WORD.findall(title.casefold()))) / len(words) for title in titles), default=0.0)


def _without_site(title: str, site: str) -> str:
    return re.sub(rf"\s+[-|–—»:]\s+{re.escape(site)}$", "", title) if site else title
