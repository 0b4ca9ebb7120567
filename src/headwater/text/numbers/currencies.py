"""Money by name, code or sign, as ISO 4217 codes. The names are Unicode's (CLDR), in `data/currencies.tsv`."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Final, NamedTuple

from headwater.text.resources import packaged_rows

__all__ = ["CURRENCY_SIGNS", "Coin", "coin_at", "coin_code", "currency"]

_LONGEST: Final = 4  # words of a name: "trinidad & tobago dollars"

# Signs of the Unicode block of currency signs and the common ways to tell one dollar from another.
_SIGNS: Final[dict[str, str]] = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW", "₽": "RUB", "₺": "TRY", "₪": "ILS",
    "₴": "UAH", "₦": "NGN", "₭": "LAK", "₱": "PHP", "₫": "VND", "₮": "MNT", "₡": "CRC", "₲": "PYG", "₵": "GHS",
    "₸": "KZT", "₼": "AZN", "₾": "GEL", "₿": "BTC", "₨": "rupee", "฿": "THB", "៛": "KHR",
    "us$": "USD", "c$": "CAD", "ca$": "CAD", "can$": "CAD", "cdn$": "CAD", "a$": "AUD", "au$": "AUD", "hk$": "HKD",
    "nz$": "NZD", "s$": "SGD", "sg$": "SGD", "r$": "BRL", "nt$": "TWD", "mx$": "MXN", "mex$": "MXN", "ec$": "XCD",
    "j$": "JMD", "z$": "ZWL", "rd$": "DOP", "tt$": "TTD", "fj$": "FJD", "bz$": "BZD", "n$": "NAD", "cn¥": "CNY",
    "rs": "rupee", "rs.": "rupee", "rmb": "CNY", "btc": "BTC",
}  # fmt: skip
# What a name means by itself, though several states use it or the table has it otherwise.
_BARE: Final[dict[str, str]] = {
    "dollar": "USD", "buck": "USD", "euro": "EUR", "sterling": "GBP", "quid": "GBP", "yen": "JPY", "yuan": "CNY",
    "renminbi": "CNY", "ruble": "RUB", "rouble": "RUB", "shekel": "ILS", "rand": "ZAR", "lira": "TRY",
    "guilder": "NLG", "markka": "FIM", "peseta": "ESP", "deutschmark": "DEM", "deutschemark": "DEM", "punt": "IEP",
    "escudo": "PTE", "bitcoin": "BTC", "reais": "BRL", "zloty": "PLN", "lev": "BGN", "leu": "RON", "won": "KRW",
    "kwanza": "AOA", "koruna": "CZK", "kyat": "MMK", "rupee": "rupee", "manat": "manat", "som": "som",
    "shilling": "shilling", "cent": "cent", "penny": "penny",
}  # fmt: skip
_ALIASES: Final[dict[str, str]] = {
    "american dollar": "USD", "u.s. dollar": "USD", "kong dollar": "HKD", "zealand dollar": "NZD",
    "taiwan dollar": "TWD", "taiwanese dollar": "TWD", "singaporean dollar": "SGD", "emirati dirham": "AED",
    "saudi arabian riyal": "SAR", "yemeni riyal": "YER", "israeli shekel": "ILS", "deutsche mark": "DEM",
    "west german mark": "DEM", "west-german mark": "DEM", "pound sterling": "GBP", "pounds sterling": "GBP",
    "irish punt": "IEP", "yemeni dinar": "YDD", "argentinian peso": "ARS", "filipino peso": "PHP",
    "serbian dinar": "RSD", "brazilian real": "BRL", "rmb yuan": "CNY", "chinese renminbi": "CNY",
    "iraqi dinar": "IQD", "czech crown": "CZK", "swedish crown": "SEK", "norwegian crown": "NOK",
    "danish crown": "DKK", "thai bath": "THB", "russian rouble": "RUB", "new shekel": "ILS", "cfa franc": "XOF",
}  # fmt: skip
_COMMON_WORDS_WORDS: Final = (
    "real gold sol inti som dram zaire unit account ley birr loti value mvdol soberano cupon talonas colon larit"
)
_COMMON_WORDS: Final = frozenset(_COMMON_WORDS_WORDS.split())
_ONCE_COMMON: Final = frozenset({"DEM", "FRF", "ITL", "ESP", "FIM", "NLG", "BEF", "ATS", "GRD", "IEP", "PTE"})
_WORDS_NOT_CODES_WORDS: Final = "all try mad top cup bob gel pen cop mop sos ron bam amd"
_WORDS_NOT_CODES: Final = frozenset(_WORDS_NOT_CODES_WORDS.split())
_PLURALS: Final = {"kronor": "krona", "kroner": "krone", "lire": "lira", "pence": "penny", "pennies": "penny"} | {
    "lei": "leu", "leva": "lev", "reais": "reais", "korun": "koruna", "yen": "yen", "zlotys": "zloty"
}  # fmt: skip


class Coin(NamedTuple):
    """A currency's code, or its bare name where several states use it, and the piece after its last word."""

    code: str
    end: int


class _Table(NamedTuple):
    """Codes, lower case to upper; full names, as tuples of words, and bare names, to codes."""

    codes: Mapping[str, str]
    names: Mapping[tuple[str, ...], str]
    bare: Mapping[str, str]


def coin_at(texts: Sequence[str], index: int) -> Coin | None:
    """The currency named at the piece `index`: "swiss francs", "u.s. dollars", "euros", "usd"; None if none is.

    A name that several states use, without a state, stays itself in the singular ("franc"). "Pounds" without a
    state are no currency here: they may be a weight, and `headwater.text.numbers.measured` asks the sentence.
    """
    table, end = _table(), min(len(texts), index + _LONGEST)
    words = tuple(texts[index:end])
    for length in range(len(words), 1, -1):
        code = table.names.get((*words[: length - 1], _singular(words[length - 1])))
        if code:
            return Coin(code, index + length)
    code = coin_code(words[0]) or table.bare.get(_singular(words[0]), "") if words else ""
    return Coin(code, index + 1) if code else None


def coin_code(text: str) -> str:
    """The currency of a code or sign in lower case: "usd", "aud$", "us$", "€"; '' if it is none."""
    if text in _SIGNS:
        return _SIGNS[text]
    return _table().codes.get(text.removesuffix("$"), "") if 3 <= len(text) <= 4 else ""


def currency(before: str, word: str) -> str:
    """The code of a currency's name in lower case, given the word before it: "swiss", "francs" is "CHF"; '' if none."""
    coin = coin_at((before, word), 0)
    if coin is not None and coin.end == 2:
        return coin.code
    alone = coin_at((word,), 0)
    return alone.code if alone is not None else ""


CURRENCY_SIGNS: Final = MappingProxyType(_SIGNS)


def _singular(word: str) -> str:
    if word in _PLURALS:
        return _PLURALS[word]
    return word.removesuffix("s") if len(word) > 3 else word


@cache
def _table() -> _Table:
    """The currencies of the package and the words above; what is paid with now goes before what was."""
    rows = sorted(packaged_rows("currencies.tsv"), key=lambda row: (row[1] == "now", row[0]))
    names: dict[tuple[str, ...], str] = {}
    owners: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for code, _, name, *_ in rows:
        words = tuple(_plain(name).split())
        if len(words) > 1:
            names[words] = code
        owners[words[-1]][" ".join(words[:-1])] = code
    names |= {tuple(name.split()): code for name, code in _ALIASES.items()}
    bare = {word: _shared(word, tuple(held.values())) for word, held in owners.items() if word not in _COMMON_WORDS}
    codes = {code.lower(): code for code, when, *_ in rows if when == "now" or code in _ONCE_COMMON}
    codes = {word: code for word, code in codes.items() if word not in _WORDS_NOT_CODES}
    return _Table(codes, names, {**bare, "pound": "", **_BARE})


def _shared(word: str, codes: tuple[str, ...]) -> str:
    return codes[0] if len(codes) == 1 else word


def _plain(name: str) -> str:
    """A name without accents, as most newspapers print it."""
    return "".join(letter for letter in unicodedata.normalize("NFD", name) if not unicodedata.combining(letter))
