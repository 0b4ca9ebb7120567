"""How direct speech shifts when it is told: "I will go there tomorrow" becomes "he would go there the next day".

The table is that of grammars of English (Quirk et al. 1985, 14.28 ff.: backshift of tense, and of the words that point
to persons, places and times). A change that the table explains leaves what was said as it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from headwater.quotes.readings.aligning import aligned
from headwater.quotes.readings.witnesses import Word
from headwater.text.wordset import wordset

__all__ = ["is_shift", "is_told"]

_SPEAKING: Final = wordset("i me my mine myself we us our ours ourselves you your yours yourself yourselves")
_SPOKEN_OF: Final = wordset(
    "he him his himself she her hers herself they them their theirs themselves it its itself one"
)
_BACK: Final = {
    "will": wordset("would"), "shall": wordset("should would"), "can": wordset("could"), "may": wordset("might could"),
    "must": wordset("had"), "here": wordset("there"), "now": wordset("then already"), "this": wordset("that the"),
    "these": wordset("those the"), "ago": wordset("before earlier"), "today": wordset("day monday tuesday wednesday "
    "thursday friday saturday sunday"), "tomorrow": wordset("day monday tuesday wednesday thursday friday saturday "
    "sunday"), "yesterday": wordset("day monday tuesday wednesday thursday friday saturday sunday"),
    "come": wordset("go"), "bring": wordset("take"),
}  # fmt: skip
_GLUE: Final = wordset(
    "that the to had have has be been was were is are did do does on next following previous before after"
)
_TENSED: Final = frozenset({"VERB", "AUX"})


def is_shift(base: Sequence[Word], reading: Sequence[Word]) -> bool:
    """Whether the words of the one side answer those of the other, word by word, as direct speech answers its report.

    Words that only carry the tense may come and go ("left" is told as "had left"). Both sides empty is no shift.
    """
    if not base and not reading:
        return False
    spoken, told = ([word for word in side if word.form not in _GLUE] for side in (base, reading))
    if not spoken and not told:
        return any(word.pos in _TENSED | {"SCONJ"} for word in (*base, *reading))
    return len(spoken) == len(told) and all(map(_answers, spoken, told))


def is_told(base: Sequence[Word], reading: Sequence[Word]) -> bool:
    """Whether a report holds nothing but words of the base, shifted, in order, and leaves none out inside that weighs.

    The order of an auxiliary and an adverb is free: "was never safe" is told as "had never been safe".
    """
    spoken, told = ([word for word in side if not _carries_tense(word)] for side in (base, reading))
    openings = frozenset(number for number, word in enumerate(spoken[:-1], start=1) if word.stops)
    places = aligned([_key(word) for word in spoken], [_key(word) for word in told], openings)
    kept = [place for place in places if place.same]
    if not kept or sum(place.reading[1] - place.reading[0] for place in kept) < len(told):
        return False
    inside = (place for place in places if not place.same and kept[0].base[0] < place.base[0] < kept[-1].base[0])
    return not any(word.weighs and word.pos != "ADV" for place in inside for word in spoken[slice(*place.base)])


def _carries_tense(word: Word) -> bool:
    return word.lemma in {"be", "have", "do", "that", "and"}


def _key(word: Word) -> str:
    """What a word and its shifted form have in common."""
    if word.form in _SPEAKING | _SPOKEN_OF:
        return "person"
    return next((present for present, shifted in _BACK.items() if word.form in shifted), word.lemma)


def _answers(spoken: Word, told: Word) -> bool:
    if spoken.lemma == told.lemma and {spoken.pos, told.pos} <= _TENSED | {"PRON", "DET"}:
        return True
    if spoken.form in _SPEAKING:
        return told.form in _SPOKEN_OF or told.form in _SPEAKING or told.pos in {"PROPN", "NOUN"}
    return told.form in _BACK.get(spoken.lemma, frozenset()) or spoken.form in _BACK.get(told.lemma, frozenset())
