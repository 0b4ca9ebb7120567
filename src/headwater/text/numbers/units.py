"""What quantities are in: currencies as ISO 4217 codes, measures by one name each."""

from __future__ import annotations

from typing import Final

__all__ = ["CURRENCY_SYMBOLS", "MEASURES", "currency", "measure"]

CURRENCY_SYMBOLS: Final[dict[str, str]] = {
    "$": "USD",
    "us$": "USD",
    "c$": "CAD",
    "a$": "AUD",
    "hk$": "HKD",
    "nz$": "NZD",
    "s$": "SGD",
    "r$": "BRL",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₩": "KRW",
    "₽": "RUB",
    "₺": "TRY",
    "₪": "ILS",
    "₴": "UAH",
    "₦": "NGN",
    **{code.lower(): code for code in ("USD", "EUR", "GBP", "JPY", "CHF", "CAD", "AUD", "CNY", "INR", "RUB", "SEK")},
}

_PLAIN: Final[dict[str, str]] = {
    "dollar": "USD",
    "euro": "EUR",
    "sterling": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "rmb": "CNY",
    "rouble": "RUB",
    "ruble": "RUB",
    "rupee": "INR",
    "won": "KRW",
    "shekel": "ILS",
    "baht": "THB",
    "zloty": "PLN",
    "forint": "HUF",
    "hryvnia": "UAH",
    "naira": "NGN",
    "ringgit": "MYR",
    "rand": "ZAR",
    "real": "BRL",
    "lira": "TRY",
    "guilder": "NLG",
    "markka": "FIM",
    "peseta": "ESP",
    "drachma": "GRD",
    "deutschmark": "DEM",
}
_NATIONAL: Final[dict[tuple[str, str], str]] = {
    ("canadian", "dollar"): "CAD",
    ("australian", "dollar"): "AUD",
    ("kong", "dollar"): "HKD",
    ("zealand", "dollar"): "NZD",
    ("singapore", "dollar"): "SGD",
    ("taiwan", "dollar"): "TWD",
    ("swiss", "franc"): "CHF",
    ("french", "franc"): "FRF",
    ("belgian", "franc"): "BEF",
    ("british", "pound"): "GBP",
    ("egyptian", "pound"): "EGP",
    ("lebanese", "pound"): "LBP",
    ("syrian", "pound"): "SYP",
    ("german", "mark"): "DEM",
    ("west-german", "mark"): "DEM",
    ("deutsche", "mark"): "DEM",
    ("iraqi", "dinar"): "IQD",
    ("kuwaiti", "dinar"): "KWD",
    ("jordanian", "dinar"): "JOD",
    ("serbian", "dinar"): "RSD",
    ("iranian", "rial"): "IRR",
    ("saudi", "riyal"): "SAR",
    ("emirati", "dirham"): "AED",
    ("mexican", "peso"): "MXN",
    ("argentine", "peso"): "ARS",
    ("colombian", "peso"): "COP",
    ("chilean", "peso"): "CLP",
    ("philippine", "peso"): "PHP",
    ("swedish", "krona"): "SEK",
    ("norwegian", "krone"): "NOK",
    ("danish", "krone"): "DKK",
    ("pakistani", "rupee"): "PKR",
    ("italian", "lira"): "ITL",
    ("irish", "punt"): "IEP",
    ("dutch", "guilder"): "NLG",
    ("finnish", "markka"): "FIM",
    ("us", "dollar"): "USD",
    ("u.s.", "dollar"): "USD",
}
_UNDECIDED_WORDS = "franc dinar dirham peso krona krone rial riyal mark cent penny"
_UNDECIDED: Final = frozenset(_UNDECIDED_WORDS.split())
_PLURALS: Final = {"kronor": "krona", "kroner": "krone", "lire": "lira", "pence": "penny", "yen": "yen", "feet": "foot"}


def _singular(word: str) -> str:
    if word in _PLURALS:
        return _PLURALS[word]
    for ending, replacement in (("inches", "inch"), ("ies", "y"), ("s", "")):
        if word.endswith(ending) and len(word) > 3:
            return word.removesuffix(ending) + replacement
    return word


def currency(before: str, word: str) -> str:
    """The ISO code of a currency's name in lower case, given the word before it ("swiss", "francs" -> "CHF").

    A name that several states use, without a state, stays itself in the singular ("franc"); '' if it is no currency.
    """
    if word in CURRENCY_SYMBOLS:
        return CURRENCY_SYMBOLS[word]
    single = _singular(word)
    if single in _UNDECIDED or (before, single) in _NATIONAL:
        return _NATIONAL.get((before, single), single)
    return _PLAIN.get(single, "")


_ENTRIES: Final = {
    "km": "km kilometer kilometre kms",
    "m": "m meter metre",
    "cm": "cm centimeter centimetre",
    "mm": "mm millimeter millimetre",
    "mile": "mile mi",
    "foot": "foot ft",
    "yard": "yard yd",
    "inch": "inch",
    "nautical mile": "nm",
    "kg": "kg kilogram kilogramme kilo kgs",
    "g": "gram gramme",
    "mg": "mg milligram",
    "tonne": "t tonne",
    "ton": "ton",
    "lb": "lb lbs pound",
    "ounce": "ounce oz",
    "litre": "litre liter l",
    "ml": "ml millilitre milliliter",
    "gallon": "gallon gal",
    "barrel": "barrel bbl",
    "hectare": "hectare ha",
    "acre": "acre",
    "square km": "km2 km²",
    "square m": "m2 m²",
    "°C": "celsius centigrade °c",
    "°F": "fahrenheit °f",
    "degree": "degree deg °",
    "second": "second sec",
    "minute": "minute min",
    "hour": "hour hr",
    "day": "day",
    "week": "week",
    "fortnight": "fortnight",
    "month": "month",
    "year": "year yr",
    "decade": "decade",
    "century": "century",
    "km/h": "kph km/h kmh kmph km/hr",
    "mph": "mph",
    "knot": "knot",
    "W": "watt",
    "kW": "kw kilowatt",
    "MW": "mw megawatt",
    "GW": "gw gigawatt",
    "kWh": "kwh",
    "V": "volt",
    "Hz": "hz hertz",
    "kHz": "khz",
    "MHz": "mhz megahertz",
    "kbyte": "kb kilobyte",
    "MB": "mb megabyte",
    "GB": "gb gigabyte",
    "TB": "tb terabyte",
    "percent": "percent % pct",
}
MEASURES: Final[dict[str, str]] = {word: name for name, words in _ENTRIES.items() for word in words.split()}


def measure(word: str) -> str:
    """The one name of a measure written in lower case, singular or plural ("kilometres" -> "km"); '' if it is none."""
    return MEASURES.get(word) or MEASURES.get(_singular(word.rstrip(".")), "")
