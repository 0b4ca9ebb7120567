"""News agencies: the names they go by, and the short name headwater uses.

The table is general knowledge about the trade, not about any story. A name is only looked up where an agency is
expected (the brackets of a dateline, the end of a byline, a credit line): in running text "AP" is a word like others.
"""

from __future__ import annotations

import re
from typing import Final

from headwater.text.wordset import wordset

__all__ = ["AGENCY", "agency_named", "agency_within"]

# short name: further names. Sources: the agencies' own style books and mastheads.
_TABLE: Final[dict[str, tuple[str, ...]]] = {
    "AAP": ("Australian Associated Press",),
    "AFP": ("Agence France-Presse", "Agence France Presse", "Agence-France Presse"),
    "AKI": ("Adnkronos International", "Adnkronos"),
    "ANI": ("Asian News International",),
    "ANP": ("Algemeen Nederlands Persbureau",),
    "ANSA": ("Agenzia Nazionale Stampa Associata",),
    "AP": ("Associated Press", "Associated Press News", "AP News"),
    "APA": ("Austria Press Agency", "Austria Presse Agentur"),
    "APP": ("Associated Press of Pakistan",),
    "APS": ("Algérie Presse Service", "Algerie Presse Service"),
    "Agerpres": (),
    "Anadolu": ("Anadolu Agency", "Anadolu Ajansi", "AA"),
    "Antara": ("Antara News",),
    "BNS": ("Baltic News Service",),
    "BSS": ("Bangladesh Sangbad Sangstha",),
    "BTA": ("Bulgarian News Agency",),
    "BelTA": ("Belarusian Telegraph Agency",),
    "Belga": ("Belga News Agency",),
    "Bernama": (),
    "Bloomberg": ("Bloomberg News",),
    "CNA": ("Central News Agency",),
    "CNS": ("China News Service", "Catholic News Service"),
    "CP": ("Canadian Press", "La Presse Canadienne"),
    "CTK": ("ČTK", "Czech News Agency"),
    "Dow Jones": ("Dow Jones Newswires",),
    "EFE": ("Agencia EFE", "ACAN-EFE"),
    "Europa Press": (),
    "GNA": ("Ghana News Agency",),
    "HINA": ("Croatian News Agency",),
    "IANS": ("Indo-Asian News Service",),
    "INA": ("Iraqi News Agency",),
    "IPS": ("Inter Press Service",),
    "IRNA": ("Islamic Republic News Agency",),
    "Interfax": ("Interfax-Ukraine",),
    "JTA": ("Jewish Telegraphic Agency",),
    "Jiji": ("Jiji Press",),
    "KCNA": ("Korean Central News Agency",),
    "KUNA": ("Kuwait News Agency",),
    "Keystone-SDA": ("Swiss News Agency", "Keystone-ATS"),
    "Kyodo": ("Kyodo News",),
    "Lusa": (),
    "MAP": ("Maghreb Arabe Presse",),
    "MENA": ("Middle East News Agency",),
    "MTI": ("Hungarian News Agency",),
    "NAN": ("News Agency of Nigeria",),
    "NNA": ("National News Agency",),
    "NTB": ("Norwegian News Agency",),
    "NZPA": ("New Zealand Press Association",),
    "Notimex": (),
    "PA": ("PA Media", "PA news agency", "Press Association"),
    "PANA": ("Panapress",),
    "PAP": ("Polish Press Agency",),
    "PNA": ("Philippine News Agency",),
    "PTI": ("Press Trust of India",),
    "Petra": ("Jordan News Agency",),
    "QNA": ("Qatar News Agency",),
    "RIA Novosti": ("RIA",),
    "Reuters": ("Thomson Reuters", "Reuters News Agency", "Thomson Reuters Foundation"),
    "Ritzau": (),
    "SANA": ("Syrian Arab News Agency",),
    "SAPA": ("South African Press Association",),
    "SPA": ("Saudi Press Agency",),
    "STT": ("Finnish News Agency",),
    "TAP": ("Tunis Afrique Presse",),
    "TASS": ("ITAR-TASS", "Itar-Tass", "Russian News Agency TASS"),
    "TNS": ("Tribune News Service",),
    "TT": ("Swedish News Agency",),
    "Tanjug": (),
    "Telam": ("Télam",),
    "UNB": ("United News of Bangladesh",),
    "UNI": ("United News of India",),
    "UPI": ("United Press International",),
    "Ukrinform": (),
    "VNA": ("Vietnam News Agency",),
    "WAM": ("Emirates News Agency",),
    "Xinhua": ("Xinhua News Agency", "Xinhua News"),
    "Yonhap": ("Yonhap News Agency", "Yonhap News"),
    "dpa": ("Deutsche Presse-Agentur", "Deutsche Presse Agentur", "German Press Agency"),
}

# Short names that are also common words, initials or other bodies: believed only between the brackets of a dateline.
_SLOT_ONLY: Final = wordset(
    "AA AKI APA APP APS BNS BSS BTA CNA CNS CP GNA INA IPS JTA Lusa MAP MENA MTI NAN NNA NTB PA PANA PAP Petra "
    "PNA QNA RIA SANA SAPA SPA STT TAP TNS TT UNB UNI VNA WAM"
)

_SHORT: Final[dict[str, str]] = {
    name: short for short, names in _TABLE.items() for name in (short, *names) if " " not in name
}
_UPPER: Final[dict[str, str]] = {name.upper(): short for name, short in _SHORT.items()}
_LONG: Final[dict[str, str]] = {
    name.casefold(): short for short, names in _TABLE.items() for name in (short, *names) if " " in name
}


def _alternatives() -> str:
    plain = [name for name in _SHORT if name not in _SLOT_ONLY]
    spaced = [name for short, names in _TABLE.items() for name in (short, *names) if " " in name]
    cased = [form for name in spaced for form in (name, name.upper())] + [name.upper() for name in plain]
    names = sorted({*plain, *cased}, key=lambda name: (-len(name), name))
    return "|".join(re.escape(name) for name in names)


AGENCY: Final = rf"(?:(?:The|the|THE) )?(?:{_alternatives()})(?![\w-])"
"""A regular expression (source) for an agency's name where it cannot be mistaken; case counts."""

_WITHIN: Final = re.compile(rf"(?<![\w-]){AGENCY}|(?<=[A-Z])Associated Press(?!\w)")  # "JANE DOEAssociated Press"
_SEPARATORS: Final = re.compile(r"\s*(?:/|,|;|&|\band\b|\bvia\b|\s-\s)\s*")


def agency_named(text: str) -> str:
    """Return the short name of the agency that `text` as a whole names ("The Associated Press" -> "AP"), or ''.

    Of several ("AP/Reuters", "AFP via NINA") the first that is an agency is given.
    """
    whole = _lookup(text)
    if whole:
        return whole
    parts = (_lookup(part) for part in _SEPARATORS.split(text))
    return next((agency for agency in parts if agency), "")


def agency_within(text: str) -> str:
    """Return the short name of the first agency that `text` names without doubt anywhere in it, '' if none."""
    found = _WITHIN.search(text)
    return agency_named(found.group()) if found else ""


def _lookup(text: str) -> str:
    name = text.strip(" \t.,:;()[]|/–—-")
    if name.lower().startswith("the "):
        name = name[4:]
    return _SHORT.get(name) or _UPPER.get(name) or _LONG.get(name.casefold(), "")
