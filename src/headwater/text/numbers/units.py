"""Measures by one name each: symbols for those of the metric system ("km"), words for the others ("mile")."""

from __future__ import annotations

from typing import Final

__all__ = ["MEASURES", "TIMES", "measure", "squared"]

# Name -> words and symbols, in lower case and the singular. Symbols that are English words or letters in common use
# ("in", "a", "c") are left to the readers that look at what stands around them.
_ENTRIES: Final = {
    "km": "km kms",
    "m": "m mtr",
    "cm": "cm cms",
    "mm": "mm",
    "mile": "mile mi",
    "foot": "foot ft ft.",
    "yard": "yard yd",
    "inch": "inch inche",
    "nautical mile": "nmi",
    "light year": "lightyear",
    "kg": "kg kgs kilo",
    "g": "g gr gm gramme",
    "mg": "mg",
    "tonne": "t tonne",
    "ton": "ton",
    "lb": "lb lbs pound",
    "ounce": "ounce oz",
    "litre": "l",
    "ml": "ml",
    "gallon": "gallon gal",
    "barrel": "barrel bbl",
    "hectare": "hectare ha",
    "acre": "acre",
    "square km": "km2 km² sqkm",
    "square m": "m2 m² sqm",
    "square foot": "sqft ft2 ft²",
    "cubic m": "m3 m³ cbm",
    "cubic cm": "cm3 cm³ cc",
    "°C": "celsius celcius centigrade °c ℃",
    "°F": "fahrenheit farenheit fahrenheith °f ℉",
    "K": "kelvin",
    "degree": "degree deg °",
    "radian": "radian rad",
    "second": "second sec s",
    "millisecond": "ms msec",
    "minute": "minute min",
    "hour": "hour hr h",
    "day": "day",
    "night": "night",
    "week": "week wk",
    "fortnight": "fortnight",
    "month": "month",
    "quarter": "quarter",
    "year": "year yr",
    "decade": "decade",
    "century": "century",
    "km/h": "kph km/h kmh kmph km/hr kmh-1",
    "m/s": "m/s",
    "mph": "mph mi/h",
    "knot": "knot kt kts",
    "rpm": "rpm",
    "W": "w",
    "kW": "kw",
    "MW": "mw",
    "GW": "gw",
    "TW": "tw",
    "kWh": "kwh",
    "MWh": "mwh",
    "GWh": "gwh",
    "TWh": "twh",
    "horsepower": "horsepower hp bhp",
    "V": "v",
    "kV": "kv",
    "Hz": "hz",
    "kHz": "khz",
    "MHz": "mhz",
    "GHz": "ghz",
    "Pa": "pa",
    "hPa": "hpa",
    "decibel": "decibel db dba",
    "bit": "bit",
    "byte": "byte",
    "kB": "kb",
    "MB": "mb mbyte",
    "GB": "gb gbyte",
    "TB": "tb",
    "Mbps": "mbps mbit/s",
    "Gbps": "gbps",
    "µm": "µm μm micron",
    "nm": "nm",
    "µg": "µg μg mcg",
    "kiloton": "kt. kiloton kilotonne",
    "megaton": "megaton megatonne",
    "percent": "percent % pct",
    "per mille": "‰",
    "basis point": "bps bp",
}
_PREFIXES: Final = {
    "pico": "p", "nano": "n", "micro": "µ", "milli": "m", "centi": "c", "deci": "d", "hecto": "h", "kilo": "k",
    "mega": "M", "giga": "G", "tera": "T",
}  # fmt: skip
_BASES: Final = {
    "metre": "m", "meter": "m", "gram": "g", "gramme": "g", "litre": "l", "liter": "l", "watt": "W", "volt": "V",
    "hertz": "Hz", "byte": "B", "bit": "bit", "pascal": "Pa", "joule": "J", "ampere": "A", "watthour": "Wh",
    "watt-hour": "Wh", "sievert": "Sv", "becquerel": "Bq",
}  # fmt: skip
_ALONE: Final = {"l": "litre", "B": "byte"}  # bases whose one name is a word
_PREFIXED: Final = {
    prefix + base: short + symbol for prefix, short in _PREFIXES.items() for base, symbol in _BASES.items()
} | {base: _ALONE.get(symbol, symbol) for base, symbol in _BASES.items()}
_SECONDS: Final = {f"{prefix}second": f"{prefix}second" for prefix in ("pico", "nano", "micro", "milli")}
MEASURES: Final[dict[str, str]] = {
    **_PREFIXED,
    **_SECONDS,
    "dm": "dm",
    "dl": "dl",
    "cl": "cl",
    "hl": "hl",
    "kj": "kJ",
    "kpa": "kPa",
    "msv": "mSv",
    "μsv": "µSv",
    **{word: name for name, words in _ENTRIES.items() for word in words.split()},
}

_TIMES_WORDS: Final = "second minute hour day night week fortnight month quarter year decade century"
TIMES: Final = frozenset(_TIMES_WORDS.split())
"""The measures of time: what a rate is mostly told by."""

_PLURALS: Final = {"feet": "foot", "inches": "inch", "centuries": "century"}
_AREAS: Final = {"square": "square", "sq": "square", "sq.": "square", "cubic": "cubic", "cu": "cubic", "cu.": "cubic"}


def measure(word: str) -> str:
    """The one name of a measure written in lower case, singular or plural ("kilometres" -> "km"); '' if it is none."""
    return MEASURES.get(word) or MEASURES.get(_singular(word.rstrip(".")), "")


def squared(adjective: str, word: str) -> str:
    """The name of a measure with the word before it: "square", "miles" is "square mile"; '' if it is none."""
    name = measure(word)
    if not name or name in TIMES:
        return ""
    if adjective in _AREAS:
        return f"{_AREAS[adjective]} {name}"
    whole = {("metric", "ton"): "tonne", ("metric", "tonne"): "tonne", ("nautical", "mile"): "nautical mile"}
    return whole.get((adjective, name), "")


def _singular(word: str) -> str:
    return _PLURALS.get(word) or (word.removesuffix("s") if len(word) > 3 else word)
