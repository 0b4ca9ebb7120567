"""Wording corrupted in copying: a spinner's synonym of another sense, a set phrase broken, a letter misread."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from headwater.testing.scribe.draft import Word
from headwater.testing.scribe.plants.changes import Change
from headwater.testing.scribe.plants.forms import Words, inflected, like
from headwater.testing.scribe.plants.persons import Cast
from headwater.testing.scribe.wording.near import near_synonyms
from headwater.text.events import classes_of
from headwater.text.function_words import FUNCTION_WORDS
from headwater.text.numerals import SMALL
from headwater.text.set_phrases import is_set_phrase
from headwater.text.thesaurus import is_a, known, neighbours, noun_like, related
from headwater.text.wordset import wordset

__all__ = ["misread_letters", "mistaken_sound", "set_phrase_broken", "wrong_sense"]

_PARTS: Final = {
    "NN": "n",
    "NNS": "n",
    "VBD": "v",
    "VBN": "v",
    "VBG": "v",
    "VBZ": "v",
    "VBP": "v",
    "VB": "v",
    "JJ": "a",
}
_LIGHT: Final = wordset("""
    be have do go get make take come say tell give see know think put let keep find use will would people man woman
    year day week month time number part other own such last next first second many several dozen hundred thousand
    percent more most least
""")
_UNIVERSAL: Final = {"n": "NOUN", "v": "VERB", "a": "ADJ"}
_ALIKE: Final = 0.2  # from here on two words may well say the same
_SOUNDS: Final = (
    "principal principle;site sight;brake break;peace piece;role roll;course coarse;bare bear;waste waist;"
    "weather whether;steel steal;plane plain;rain reign;sea see;male mail;morning mourning;council counsel;fare fair;"
    "flour flower;guerrilla gorilla;missile missal;naval navel;pair pear;patients patience;prey pray;sale sail;"
    "scene seen;stake steak;strait straight;troops troupes;vein vain;wait weight;aid aide;air heir;allowed aloud;"
    "bail bale;base bass;berth birth;board bored;border boarder;bow bough;bridal bridle;canon cannon;cell sell;"
    "cellar seller;cent scent;cereal serial;complement compliment;cue queue;currant current;desert dessert;die dye;"
    "duel dual;feat feet;foul fowl;gate gait;hail hale;hall haul;hanger hangar;heal heel;herd heard;"
    "hoard horde;hole whole;hostel hostile;idle idol;key quay;knight night;lead led;leak leek;loan lone;manner manor;"
    "medal meddle;metal mettle;miner minor;muscle mussel;oar ore;pail pale;pane pain;pause paws;peak peek;pedal peddle;"
    "pole poll;pore pour;profit prophet;rap wrap;road rode;root route;sauce source;shore sure;soar sore;"
    "sole soul;stationary stationery;steak stake;suite sweet;tail tale;throne thrown;tide tied;"
    "toe tow;vale veil;wail whale;war wore;ware wear;wood would;yoke yolk;"
    "trial trail;untied united;martial marital;casual causal;angel angle;dairy diary;quiet quite;form from;"
    "crash crush;mine mime;convoy convey;adopt adapt;rebel repel;raid rapid;bomb tomb;reactor rector;statue statute;"
    "veteran veterinarian;electric eclectic;personnel personal;militant militate;eminent imminent;corporal corporate"
)
_SOUND_ALIKE: Final = {
    one: other for pair in _SOUNDS.split(";") for a, b in [pair.split()] for one, other in ((a, b), (b, a))
}
_LOOK_ALIKE: Final = (  # letters that a scanner takes for others
    ("rn", "m"), ("m", "rn"), ("cl", "d"), ("d", "cl"), ("li", "h"), ("h", "b"), ("b", "h"), ("e", "c"), ("c", "e"),
    ("f", "t"), ("t", "f"), ("nn", "m"), ("ri", "n"), ("in", "m"), ("l", "t"), ("o", "a"), ("u", "n"), ("n", "u"),
    ("i", "l"), ("v", "y"), ("g", "q"), ("a", "o"),
)  # fmt: skip
_STEM: Final = 4  # letters; words that share them are mostly of one family: "leak", "leakage"
_SHORTEST: Final = 4  # letters; shorter words turn into others too easily to be noticed as wrong


def wrong_sense(words: Words, _: Cast) -> Iterator[Change]:
    """A synonym of a sense that the word rarely has, in the word's own form."""
    for index, word in enumerate(words):
        part = _PARTS.get(word.tag, "")
        if not part or not _may_be_spun(word) or (word.tag == "VBN" and not word.text.islower()):
            continue
        for other in _wrong_synonyms(word.lemma, part):
            yield Change(index, index + 1, (_formed(word, other),), "synonym of another sense")


def set_phrase_broken(words: Words, _: Cast) -> Iterator[Change]:
    """One word of a set phrase exchanged for a synonym in another sense, so that the phrase names nothing any more."""
    for index in range(len(words) - 1):
        one, other = words[index], words[index + 1]
        set_together = other.gap == " " and other.tag in ("NN", "NNS") and one.tag in _PARTS
        if not set_together or not is_set_phrase(one.lemma, other.lemma):
            continue
        for place, word in ((index, one), (index + 1, other)):
            for synonym in _wrong_synonyms(word.lemma, _PARTS[word.tag]) if _may_be_spun(word) else ():
                phrase = (synonym, other.lemma) if place == index else (one.lemma, synonym)
                if not is_set_phrase(*phrase):
                    yield Change(place, place + 1, (_formed(word, synonym),), "set phrase broken")


def mistaken_sound(words: Words, _: Cast) -> Iterator[Change]:
    """A word that sounds or looks nearly the same."""
    for index, word in enumerate(words):
        other = _SOUND_ALIKE.get(word.text.lower())
        plural = _SOUND_ALIKE.get(word.lemma) if word.tag == "NNS" else None
        if other and word.tag in _PARTS:
            yield Change(index, index + 1, (like(word, other),), "word of like sound")
        elif plural and noun_like(plural) and word.text.lower() == word.lemma + "s":
            yield Change(index, index + 1, (like(word, inflected(plural, "NNS")),), "word of like sound")


def misread_letters(words: Words, _: Cast) -> Iterator[Change]:
    """What a scanner makes of a word, where that is a word too."""
    for index, word in enumerate(words):
        if word.tag in _PARTS and _may_be_spun(word):
            for other in _misread(word.text.lower()):
                yield Change(index, index + 1, (like(word, other),), "letters misread")


def _may_be_spun(word: Word) -> bool:
    text = word.text.lower()
    held = word.lemma in _LIGHT or text in FUNCTION_WORDS or text in SMALL
    return not held and text.isalpha() and len(text) >= _SHORTEST


@lru_cache(maxsize=16384)
def _wrong_synonyms(lemma: str, part: str) -> tuple[str, ...]:
    """What a thesaurus offers for a rarer sense of a word: single words in use that nobody would mean by it here.

    Left out are near synonyms, words of the same class of events, and two words for people: these name the same person.
    """
    near = {other for other, _ in near_synonyms(lemma, part)}
    classes, person = classes_of(lemma, _UNIVERSAL[part]), part == "n" and is_a(lemma, "person")
    return tuple(
        sorted(
            found.lemma
            for found in neighbours(lemma, _UNIVERSAL[part], 0.0)
            if found.likeness < _ALIKE and found.seen and found.lemma.isalpha() and found.lemma not in near | _LIGHT
            if not classes & classes_of(found.lemma, _UNIVERSAL[part])
            if not (person and is_a(found.lemma, "person")) and found.lemma[:_STEM] != lemma[:_STEM]
        )
    )


def _formed(word: Word, lemma: str) -> Word:
    form = word.tag if word.tag in ("NNS", "VBD", "VBN", "VBG", "VBZ") else ""
    return like(word, inflected(lemma, form) if form else lemma, lemma)


@lru_cache(maxsize=16384)
def _misread(text: str) -> tuple[str, ...]:
    made = set()
    for old, new in _LOOK_ALIKE:
        places = (i for i in range(1, len(text)) if text.startswith(old, i))
        made |= {text[:i] + new + text[i + len(old) :] for i in places}
    return tuple(sorted(each for each in made - {text} if known(each) and len(each) > 3 and not related(text, each)))
