"""Builds headwater's list of currencies from the English names of Unicode's CLDR in the package babel.

    pip install babel==2.18.0
    python training/currencies/build.py src/headwater/data/currencies.tsv

The same version of the package gives the same bytes.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from babel import Locale
from babel.core import get_global

__all__ = ["build"]

_YEARS = re.compile(r" \([^)]*\)")
_NO_MONEY = re.compile("X[A-Z]{2}")  # metals, drawing rights, tests
_KEPT = frozenset({"XAF", "XOF", "XPF", "XCD", "XCG"})


def build(target: Path) -> None:
    """Writes "code, tab, now or then, tab, name in the singular, tab, symbol" of every currency, one a line."""
    english = Locale("en")
    current = _current()
    rows = []
    for code in sorted(english.currencies):
        if _NO_MONEY.fullmatch(code) and code not in _KEPT:
            continue
        name = _YEARS.sub("", _singular(english, code)).lower()
        symbol = english.currency_symbols.get(code, code)
        plain = symbol.replace("\N{NARROW NO-BREAK SPACE}", "").lower()
        rows.append(f"{code}\t{'now' if code in current else 'then'}\t{name}\t{'' if symbol == code else plain}\n")
    target.write_text("".join(rows), encoding="utf-8")


def _singular(english: Locale, code: str) -> str:
    plurals = english._data["currency_names_plural"].get(code, {})
    return str(plurals.get("one", english.currencies[code]))


def _current() -> frozenset[str]:
    """The currencies that some territory still pays with."""
    held = get_global("territory_currencies")
    return frozenset(code for entries in held.values() for code, _, end, tender in entries if end is None and tender)


if __name__ == "__main__":
    build(Path(sys.argv[1]))
