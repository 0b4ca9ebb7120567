"""Which language a text is in, and whether that keeps it out: headwater reads English only.

Function words decide the plain cases at no cost; the recogniser (py3langid) is loaded only for the others. Short texts
get the benefit of the doubt: a headline of names belongs to any language.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final

from headwater.text.function_words import FUNCTION_WORDS

__all__ = ["ENGLISH_ONLY", "foreign_language"]

ENGLISH_ONLY: Final = "recognised as {name} ({code}); headwater reads English only"

_WORD: Final = re.compile(r"[^\W\d_]+")
_ENOUGH_WORDS: Final = 20
_MOST_READ: Final = 20_000  # code points; a language shows well before that
_PLAIN_ENGLISH: Final = 0.25  # share of function words: English news has .35 to .5, other languages under .15
_SURE: Final = 0.9

_NAMES: Final = {
    "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German",
    "el": "Greek", "es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew",
    "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ja": "Japanese",
    "ko": "Korean", "ku": "Kurdish", "lt": "Lithuanian", "lv": "Latvian", "ms": "Malay", "nb": "Norwegian",
    "nl": "Dutch", "nn": "Norwegian", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian",
    "ru": "Russian", "sk": "Slovak", "sl": "Slovenian", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish",
    "sw": "Swahili", "ta": "Tamil", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu",
    "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def foreign_language(text: str) -> str:
    """Return why a text is set aside ("recognised as French (fr); ..."), '' if English or too short."""
    sample = text[:_MOST_READ]
    words = _WORD.findall(sample.lower())
    if not _enough(sample, words) or _plainly_english(words):
        return ""
    code, confidence = _recogniser().classify(sample)
    if code == "en" or confidence < _SURE:
        return ""
    return ENGLISH_ONLY.format(name=_NAMES.get(code, "another language"), code=code)


def _enough(sample: str, words: list[str]) -> bool:
    """Tell whether there are words enough; scripts without spaces are counted by their letters."""
    return len(words) >= _ENOUGH_WORDS or sum(character > "\u2e7f" for character in sample) >= _ENOUGH_WORDS


def _plainly_english(words: list[str]) -> bool:
    return sum(map(FUNCTION_WORDS.__contains__, words)) >= _PLAIN_ENGLISH * len(words)


@cache
def _recogniser() -> Any:
    """Load the recogniser once; half a second, so only when a text needs it."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
