"""Style: a text that was put together, or gone over in part, mixes the manners of two houses.

Quotation marks and dashes of two kinds, British and American spelling, two ways to write per cent or the clock: where
the copy mixes and the source does not, the copy has the source's manner left in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from headwater.derivations.directions.ways import Side, Sign, Way

__all__ = ["style_signs"]

_OUR: Final = "col|fav|fl?av|harb|hon|hum|lab|neighb|rum|arm|behavi|endeav|sav|val|vap|vig|cand|clam|splend|tum|od"
_IZE: Final = (
    "organ|recogn|real|apolog|author|critic|emphas|general|minim|maxim|mobil|national|normal|privat|prior|stabil|"
    "summar|terror|util|final|legal|local|modern|penal|special|symbol|visual|character|central|civil|energ|equal|"
    "hospital|jeopard|patron|reorgan|sympath|victim|scrutin|neutral|modern"
)
_MANNERS: Final[dict[str, tuple[str, str]]] = {
    "spelling": (
        rf"\b(?:(?:{_OUR})our|(?:{_IZE})is(?=e|ing|ation)|(?:cent|theat|met|lit)re\b|(?:def|off|lic|pret)ence\b|"
        r"(?:travel|cancel|signal|fuel|label|model|marshal|counsel|level)l(?=ed|ing|er)|programme\b|tonnes?\b|grey\b|"
        r"kerb\b|tyres?\b|lorr(?:y|ies)\b|cheque\b|analys(?=e[ds]?\b|ing))",
        rf"\b(?:(?:{_OUR})or(?=\b|s|ed|ing|hood)|(?:{_IZE})iz(?=e|ing|ation)|(?:cent|theat|met|lit)er\b|"
        r"(?:def|off|lic|pret)ense\b|(?:travel|cancel|signal|fuel|label|model|marshal|counsel|level)(?=ed|ing|er)|"
        r"program\b|gray\b|curb\b|tires?\b|trucks?\b|analyz(?=e[ds]?\b|ing))",
    ),
    "quotation marks": (r"[“”]", r'"'),
    "apostrophes": (r"(?<=\w)’(?=\w)", r"(?<=\w)'(?=\w)"),
    "percent": (r"(?<=\d)%|(?<=\d )%", r"\bper ?cent\b"),
    "clock": (r"\d ?[ap]\.m\.", r"\d ?[ap]m\b"),
    "dates": (
        r"\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b",
        r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}\b(?!:)",
    ),
    "dashes": (r"(?<=\w)(?: [—–] |—)(?=\w)", r"(?<=\w) ?--? (?=\w)"),
    "dash length": (r"—", r"–"),
    "courtesy": (r"\bM(?:r|rs|s)\. ", r"\bM(?:r|rs|s) "),
}
_COMPILED: Final = {name: (re.compile(one), re.compile(other)) for name, (one, other) in _MANNERS.items()}


def style_signs(way: Way) -> Iterator[Sign]:
    """One sign for all the manners that the copy mixes and the source does not."""
    ours, theirs = _mixed(_whole(way.source)), _mixed(_whole(way.copy))
    own = [name for name in theirs if name not in ours]
    if own:
        yield Sign("mixed style", float(len(own)) ** 0.5, "two manners in one text: " + ", ".join(own))


def _whole(side: Side) -> str:
    title = side.document.article.title
    return (title.value + "\n" if title is not None else "") + side.document.article.text


@lru_cache(maxsize=512)
def _mixed(text: str) -> tuple[str, ...]:
    return tuple(name for name, pair in _COMPILED.items() if all(each.search(text) for each in pair))
