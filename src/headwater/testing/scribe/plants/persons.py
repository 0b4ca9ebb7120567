"""Who and what a text names: its people, by their full names, and its towns, told by the words around them.

No list of names is used: a person is who has a title or an office before the name, who speaks, or who is explained
after it. That finds those whom a reader would mix up, and is right more often than a small model's entities.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from headwater.testing.scribe.draft import Sentence
from headwater.testing.scribe.plants.forms import Words, is_name, low, tag
from headwater.text.gazetteer import is_country, is_demonym, known_place
from headwater.text.names.lexicon import BODY_WORDS, DAYS, GROUPS, PLACE_WORDS, SPEECH, is_role, is_title, plain
from headwater.text.thesaurus import known
from headwater.text.wordset import wordset

__all__ = ["LOCATIVES", "Cast", "Person", "name_runs", "place_runs"]

LOCATIVES: Final = wordset("in near from outside around across throughout toward towards to into of")
_HEARD: Final = wordset("tell ask call")  # whom these stand before or after may be a newsroom
_OFFICE: Final = wordset(
    "police regional interior foreign finance prime vice deputy former acting chief defense defence"
)


class Person(NamedTuple):
    """A person by given names and surname as the text writes them; someone of one name has no given names."""

    given: tuple[str, ...]
    surname: str


class Cast:
    """The people, towns and countries that a text names, each once, in order; read when they are first asked for."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._told = [sentence.words for sentence in sentences if not sentence.furniture]
        self._furniture = [sentence.words for sentence in sentences if sentence.furniture]

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Everyone named, in full if anywhere in full; one for each surname."""
        return _full(person for words in self._told for person in _people(words))

    @cached_property
    def surnames(self) -> tuple[str, ...]:
        """The surnames of the people."""
        return tuple(person.surname for person in self.people)

    @cached_property
    def mentions(self) -> Mapping[str, int]:
        """How often each surname is written."""
        return Counter(word.text for words in self._told for word in words if word.text in self.surnames)

    @cached_property
    def towns(self) -> tuple[str, ...]:
        """Places that are no countries, that of the dateline among them."""
        written = [town for words in self._furniture for town in _dateline_town(words)]
        return tuple(dict.fromkeys([*written, *(name for name in self._places if not is_country(name))]))

    @cached_property
    def countries(self) -> tuple[str, ...]:
        """Countries of the gazetteer."""
        return tuple(name for name in self._places if is_country(name))

    @cached_property
    def _places(self) -> tuple[str, ...]:
        taken = {name for person in self.people for name in (*person.given, person.surname)}
        found = (_joined(words, *place) for words in self._told for place in place_runs(words))
        return tuple(dict.fromkeys(name for name in found if not taken.intersection(name.split())))


def _dateline_town(words: Words) -> Iterator[str]:
    """The town in capitals that a dateline begins with, written as in a sentence."""
    first = words[0].text
    if first.isupper() and first.isalpha() and len(first) > 3 and low(words, 1) in (",", "(", "—", "–", "-"):
        yield first.capitalize()


def _full(people: Iterable[Person]) -> tuple[Person, ...]:
    """The people without those of one name who are named in full elsewhere, one for each surname."""
    ranked = sorted(people, key=lambda person: not person.given)
    found: dict[str, Person] = {}
    for person in ranked:
        found.setdefault(person.surname, person)
    return tuple(found.values())


def name_runs(words: Words) -> Iterator[tuple[int, int]]:
    """Where rows of capitalised names stand, titles and all, as (first, last), the last exclusive."""
    first: int | None = None
    for index in range(len(words) + 1):
        within = index < len(words) and is_name(words[index]) and (first is None or words[index].gap == " ")
        if not within and first is not None:
            yield first, index
            first = None
        if first is None and index < len(words) and is_name(words[index]):
            first = index


def _people(words: Words) -> Iterator[Person]:
    for first, last in name_runs(words):
        start = _past_titles(words, first, last)
        name = [word.text for word in words[start:last]]
        if name and len(name) < 5 and _may_name_a_person(name) and (start > first or _is_shown(words, start, last)):
            yield Person(tuple(name[:-1]), name[-1])


def _past_titles(words: Words, first: int, last: int) -> int:
    """Where the name proper begins: behind its last title or office."""
    titles = [i for i in range(first, last) if is_title(words[i].text) or plain(words[i].text) in _OFFICE]
    titles += [i for i in range(first, last) if is_role(words[i].lemma)]
    return max(titles) + 1 if titles else first


def _may_name_a_person(name: Sequence[str]) -> bool:
    lower = [plain(word) for word in name]
    if (
        len(name[-1]) < 3
        or not name[-1].isalpha()
        or name[-1].isupper()
        or known_place(name[-1])
        or is_demonym(name[-1])
    ):
        return False
    return not any(word in BODY_WORDS | DAYS | GROUPS | PLACE_WORDS for word in lower)


def _is_shown(words: Words, start: int, last: int) -> bool:
    """Whether the words around show that a person is named: an office before, speech beside, an explanation after."""
    office = tag(words, start - 1) in ("NN", "NNP") and is_role(words[start - 1].lemma)
    if office or (last - start > 1 and (_speaks(words, start - 1) or _speaks(words, last))):
        return True
    return low(words, last) == "," and (low(words, last + 1) == "who" or _explained(words, last + 1))


def _explained(words: Words, index: int) -> bool:
    """Whether an age or an office follows a name, behind its comma."""
    if tag(words, index) == "CD":
        return low(words, index + 1) == ","
    return tag(words, index) == "DT" and any(is_role(word.lemma) for word in words[index : index + 5])


def _speaks(words: Words, index: int) -> bool:
    return tag(words, index).startswith("VB") and words[index].lemma in SPEECH - _HEARD


def place_runs(words: Words) -> Iterator[tuple[int, int]]:
    """Where names stand that the words before show to be of places: "in Velmora", "from Saint Olm"."""
    for first, last in name_runs(words):
        if low(words, first - 1) in LOCATIVES and last - first < 3 and _may_name_a_place(words, first, last):
            yield first, last


def _may_name_a_place(words: Words, first: int, last: int) -> bool:
    name = _joined(words, first, last)
    if known_place(name):
        return True
    of = low(words, first - 1) == "of"
    lower = [plain(word.text) for word in words[first:last]]
    odd = of or any(word in BODY_WORDS | DAYS | GROUPS | PLACE_WORDS or known(word) or is_title(word) for word in lower)
    follows = tag(words, last) in ("POS", "NN", "NNS", "CD", "VBD", "VBZ") and low(words, last - 1) != ","
    return not odd and not follows and words[last - 1].text.isalpha() and not name.isupper()


def _joined(words: Words, first: int, last: int) -> str:
    return " ".join(word.text for word in words[first:last])
