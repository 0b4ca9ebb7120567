"""Names altered in copying: another person of the story, letters that make another name, a word for a name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from string import ascii_lowercase
from typing import Final

from headwater.testing.scribe.plants.changes import Change
from headwater.testing.scribe.plants.forms import Words, is_name, like, name_word
from headwater.testing.scribe.plants.persons import Cast, Person, name_runs
from headwater.text.function_words import FUNCTION_WORDS
from headwater.text.gazetteer import known_place
from headwater.text.spelling import FAMILY, word_likeness
from headwater.text.thesaurus import known

__all__ = ["another_body", "another_given_name", "another_person", "another_surname", "word_for_name"]

_ENDINGS: Final = ("ak", "ov", "sen", "man", "er", "ell", "ini", "ard", "ski", "berg", "sson", "ova", "ez", "ton")
_BODIES: Final = {
    "Front": ("Party", "Movement"),
    "Party": ("Front", "Alliance"),
    "Movement": ("Party", "Front"),
    "Alliance": ("Union", "League"),
    "League": ("Union", "Alliance"),
    "Union": ("League", "Federation"),
    "Federation": ("Union", "League"),
    "Army": ("Navy",),
    "Navy": ("Army",),
    "Institute": ("Foundation", "University"),
    "Foundation": ("Institute", "Trust"),
    "University": ("College", "Institute"),
    "College": ("University",),
    "Committee": ("Commission", "Council"),
    "Commission": ("Committee", "Council"),
    "Council": ("Committee", "Commission"),
    "Ministry": ("Agency",),
    "Agency": ("Authority", "Office"),
    "Authority": ("Agency", "Board"),
    "Board": ("Council", "Authority"),
    "Bank": ("Fund", "Trust"),
    "Company": ("Group",),
    "Group": ("Holdings", "Company"),
    "Holdings": ("Group",),
    "Times": ("Post", "Herald"),
    "Courier": ("Herald", "Gazette"),
    "Hospital": ("Clinic",),
    "Clinic": ("Hospital",),
    "Court": ("Tribunal",),
    "Brigade": ("Battalion", "Division"),
    "Battalion": ("Brigade",),
}


def another_person(words: Words, cast: Cast) -> Iterator[Change]:
    """Another person whom the text names, in full where it was in full."""
    for first, last, person in _mentions(words, cast):
        for other in cast.people:
            if other.surname == person.surname or any(word.text == other.surname for word in words):
                continue
            if last - first == 1:
                yield Change(first, last, (like(words[first], other.surname),), "another person of the story")
            elif other.given:
                given = tuple(name_word(name, words[first]) for name in other.given)
                new = (given[0]._replace(gap=words[first].gap), *given[1:], like(words[last - 1], other.surname))
                yield Change(first, last, new, "another person of the story")


def another_given_name(words: Words, cast: Cast) -> Iterator[Change]:
    """The given name of another person of the story."""
    for first, last, person in _mentions(words, cast):
        for other in cast.people if last - first == 2 else ():
            if len(other.given) == 1 and len(person.given) == 1 and other.given != person.given:
                new = like(words[first], other.given[0])
                yield Change(first, first + 1, (new,), "given name of another person")


def another_surname(words: Words, cast: Cast) -> Iterator[Change]:
    """Letters lost, added or exchanged so that another name comes of it, too far off to be a spelling of the first."""
    for _, last, person in _mentions(words, cast):
        for other in _neighbours(person.surname):
            yield Change(last - 1, last, (like(words[last - 1], other),), "letters make another name")


def word_for_name(words: Words, cast: Cast) -> Iterator[Change]:
    """What a spelling checker makes of a surname: a word of English one letter away."""
    for _, last, person in _mentions(words, cast):
        for word in _words_near(person.surname.lower()):
            yield Change(last - 1, last, (like(words[last - 1], word.capitalize()),), "name turned into a word")


def another_body(words: Words, _: Cast) -> Iterator[Change]:
    """Another kind of body: a Movement for a Front."""
    for first, last in name_runs(words):
        for index in range(first + 1, last):
            after = index + 1 == last or words[index + 1].tag == "POS"
            for other in _BODIES.get(words[index].text, ()) if after else ():
                yield Change(index, index + 1, (like(words[index], other),), "another kind of body")


def _mentions(words: Words, cast: Cast) -> Iterator[tuple[int, int, Person]]:
    """Where people are named: the place of the name, given names included if they stand there."""
    known_by = {person.surname: person for person in cast.people}
    for index, word in enumerate(words):
        person = known_by.get(word.text) if is_name(word) else None
        if person is None or (index + 1 < len(words) and is_name(words[index + 1])):
            continue
        given = len(person.given)
        full = given and tuple(each.text for each in words[max(0, index - given) : index]) == person.given
        yield (index - given if full else index), index + 1, person


@lru_cache(maxsize=4096)
def _neighbours(surname: str) -> tuple[str, ...]:
    """Names a few letters away that a reader would take for somebody else's."""
    cut = next((n for n in range(len(surname) - 2, 2, -1) if _is_vowel(surname[n]) != _is_vowel(surname[n - 1])), 3)
    stem = surname.rstrip("aeiouy")
    made = {surname[:cut], stem + "ak"}
    made |= {surname[:-2] + ending for ending in _ENDINGS if _is_vowel(surname[-3]) != _is_vowel(ending[0])}
    made |= {letter + surname[1:] for letter in "BDFHKLMRST" if not _is_vowel(surname[0]) and _is_vowel(surname[1])}
    return tuple(sorted(name for name in made if len(name) > 3 and _is_another(surname, name)))


def _is_another(surname: str, name: str) -> bool:
    unknown = not known(name) and name.lower() not in FUNCTION_WORDS and not known_place(name)
    return unknown and word_likeness(surname.lower(), name.lower()) < FAMILY


@lru_cache(maxsize=4096)
def _words_near(surname: str) -> tuple[str, ...]:
    """Words of English with one other letter than the name, or one letter less."""
    places = range(1, len(surname))
    made = {surname[:i] + letter + surname[i + 1 :] for i in places for letter in ascii_lowercase}
    made |= {surname[:i] + surname[i + 1 :] for i in places}
    return tuple(sorted(word for word in made - {surname} if len(word) > 3 and known(word)))


def _is_vowel(letter: str) -> bool:
    return letter.lower() in "aeiouy"
