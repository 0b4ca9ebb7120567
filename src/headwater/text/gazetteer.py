"""Countries, their people, capitals and regions, the states of the USA, and large cities.

Facts for comparing places and for spotting corrupted place words; coordinates and small places are left out. A row of
the tables takes no side on who rules a place. Names are matched with their capitals ("Turkey", not "turkey"; "US", not
"us"), or all in capitals; accents, the kind of apostrophe and a leading "the" make no difference. Nothing is read
before the first call. Codes are ISO 3166-1 alpha-2 ("XK" for Kosovo, by custom).
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final, NamedTuple

from rapidfuzz.distance import OSA

from headwater.text.resources import packaged_rows, packaged_text
from headwater.text.thesaurus import known

__all__ = [
    "capital_of",
    "countries_of_city",
    "country_name",
    "country_of",
    "is_country",
    "is_demonym",
    "known_place",
    "near_misses",
    "state_of",
]

SHOUTED: Final = 4  # names of so many letters or more may stand all in capitals: "IRAQ"
MISSPELT: Final = 5  # shorter words are one edit away from too much: "Mali" and "Malik", "Oman" and "Roman"

Names = Mapping[str, tuple[str, ...]]  # a name as `_plain` gives it -> what it stands for; several if it is ambiguous


class _Gazetteer(NamedTuple):
    """All tables, by name. Country tables lead to country codes, `states` to postal codes."""

    countries: Names
    demonyms: Names
    regions: Names  # of countries, the states of the USA among them
    capitals: Names
    states: Names
    first_capital: Mapping[str, str]  # by country code
    names: Mapping[str, str]  # by country code
    spellable: Names  # by first letter, the names that `near_misses` compares with


def country_of(name: str) -> str | None:
    """The code of the country a name, abbreviation, demonym (singular or plural) or region belongs to.

    "Iraq", "Iraqis", "U.S.", "Scotland", "Texas" have one; None for unknown names and for ambiguous ones ("Korea").
    "Georgia" is the country. Cities are no answer here: see `countries_of_city`.
    """
    tables = _gazetteer()
    for form in (name, _singular(name)):
        for table in (tables.countries, tables.demonyms, tables.regions):
            found = table.get(_plain(form), ())
            if found:
                return found[0] if len(found) == 1 else None
    return None


def is_country(name: str) -> bool:
    """Whether the name or abbreviation is a country's, ambiguous ones ("Congo") included."""
    return _plain(name) in _gazetteer().countries


def is_demonym(name: str) -> bool:
    """Whether the word names people of a country or is its adjective: "Iraqi", "Iraqis", "Briton", "British"."""
    demonyms = _gazetteer().demonyms
    return _plain(name) in demonyms or _plain(_singular(name)) in demonyms


def country_name(code: str) -> str:
    """The English name of a country by its code; '' if unknown."""
    return _gazetteer().names.get(code, "")


def capital_of(code: str) -> str:
    """The capital of a country by its code, as English news writes it; of a city state its name; '' if unknown."""
    return _gazetteer().first_capital.get(code, "")


def state_of(name: str) -> str | None:
    """The postal code of a state of the USA by name, abbreviation ("Calif.") or postal code, None if it is none.

    Postal codes are words too ("IN", "OR"): ask only where a state is to be expected, as after a city and a comma.
    """
    return next(iter(_gazetteer().states.get(_plain(name), ())), None)


def countries_of_city(name: str) -> tuple[str, ...]:
    """The codes of the countries with a city of that name of 100,000 people or more, the largest's first; () if none.

    Capitals are there whatever their size.
    """
    cities, capitals = _cities().get(_plain(name), ()), _gazetteer().capitals.get(_plain(name), ())
    return (*cities, *(code for code in capitals if code not in cities))


def known_place(name: str) -> bool:
    """Whether the name is a country, a region or state in the tables, a capital or a large city. Demonyms are none."""
    tables = _gazetteer()
    held = (tables.countries, tables.regions, tables.capitals)
    return any(_plain(name) in table for table in (*held, _cities()))


def near_misses(word: str) -> tuple[str, ...]:
    """Countries, demonyms and capitals one edit from a word that is nothing known, in alphabetical order.

    An edit is a letter put in, left out or changed, or two neighbours swapped ("Irqai"; Damerau 1964), behind the
    first letter, which misspellings mostly leave alone (Pollock and Zamora 1984). Only words of five letters or more
    with a capital are looked at: place names, demonyms and words of English have no near misses, nor has a word two
    edits away. A person's name can be one edit from a place ("Angela"): what this returns is a suspicion.
    """
    plain = _plain(word)
    if len(plain) < MISSPELT or not plain[0].isupper() or known_place(word) or is_demonym(word) or known(word):
        return ()
    return tuple(name for name in _gazetteer().spellable.get(plain[0], ()) if OSA.distance(plain, name) == 1)


# --- names ----------------------------------------------------------------------------------------------------


def _plain(name: str) -> str:
    """A name without accents, odd apostrophes, doubled blanks and leading article."""
    folded = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    words = folded.replace("’", "'").replace("‘", "'").replace("ʼ", "'").split()
    return " ".join(words[1:] if words[:1] in (["the"], ["The"], ["THE"]) else words)


def _singular(name: str) -> str:
    """A demonym without the plural's s: "Iraqis", "Swedes", "IRAQIS". As it is if it has none."""
    return name[:-1] if name.endswith(("s", "S")) and not name.endswith(("ss", "SS")) else name


# --- tables ---------------------------------------------------------------------------------------------------


@cache
def _gazetteer() -> _Gazetteer:
    """The hand-written tables."""
    rows, states = packaged_rows("countries.tsv"), packaged_rows("us_states.tsv")
    names = [(code, f"{name};{others}") for code, name, others, *_ in rows]
    demonyms = [(code, people) for code, _, _, people, *_ in rows] + [("US", row[3]) for row in states]
    capitals = [(code, held) for code, _, _, _, held, _ in rows]
    regions = [(row[0], row[5]) for row in rows]
    countries = _table(names)
    regions += [("US", state[1]) for state in states if state[1] not in countries]  # Georgia is a country first
    first_capital = {code: held.partition(";")[0] or name for code, name, _, _, held, _ in rows}
    return _Gazetteer(
        countries,
        _table(demonyms),
        _table(regions),
        _table(capitals),
        _table((code, f"{code};{name};{short}") for code, name, short, _ in states),
        first_capital,
        {row[0]: row[1] for row in rows},
        _by_letter([joined for _, joined in names + demonyms], first_capital.values()),
    )


def _by_letter(joined: Iterable[str], capitals: Iterable[str]) -> Names:
    """The names that are long enough to be told from others when misspelt, in order, by their first letter."""
    names = {_plain(name) for names in joined for name in names.split(";") if len(name) >= MISSPELT}
    names |= {_plain(name) for name in capitals if len(name) > MISSPELT}  # "Paris", "Sanaa" are too like family names
    table: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for name in sorted(names):
        table[name[0]] = (*table[name[0]], name)
    return dict(table)


@cache
def _cities() -> Names:
    """The large cities of GeoNames."""
    lines = packaged_text("cities.tsv.gz").splitlines()
    pairs = (line.split("\t") for line in lines)
    return _table((code, name) for name, codes in pairs for code in codes.split(";"))


def _table(rows: Iterable[tuple[str, str]]) -> Names:
    """Rows "code, names joined by semicolons", as a table from each name, also all in capitals, to its codes."""
    table: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for code, joined in rows:
        for name in map(_plain, filter(None, joined.split(";"))):
            for form in {name, name.upper() if len(name) >= SHOUTED else name}:
                table[form] = table[form] if code in table[form] else (*table[form], code)
    return dict(table)
