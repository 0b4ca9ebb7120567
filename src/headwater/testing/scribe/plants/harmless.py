"""Edits beside the alterations that change nothing: what a careless reader of differences would take for one.

Each is filed under the kind it could be mistaken for. The pen notes it without a kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from headwater.testing.scribe.draft import Word
from headwater.testing.scribe.plants.actors import deeds, is_plural
from headwater.testing.scribe.plants.almanac import LONG, MONTHS, SHORT, WEEKDAYS, is_clock, is_dated, is_day, is_month
from headwater.testing.scribe.plants.changes import Change
from headwater.testing.scribe.plants.forms import Words, fresh, inflected, is_name, like, low, run, tag
from headwater.testing.scribe.plants.persons import Cast
from headwater.testing.scribe.wording.joinery import decapitalised
from headwater.testing.scribe.wording.near import HAND, near_synonyms
from headwater.testing.scribe.wording.spelling import respelt
from headwater.text.numerals import SMALL
from headwater.text.wordset import wordset

__all__ = [
    "active_to_passive",
    "bound_reworded",
    "date_style",
    "marks_style",
    "name_style",
    "negation_style",
    "neutral_role",
    "number_style",
    "place_style",
    "said_reworded",
    "spelling_style",
    "true_synonym",
]

_WORD: Final = {value: word for word, value in SMALL.items()}
_TITLES: Final = {
    "Dr.": "Doctor",
    "Mr.": "Mr",
    "Mrs.": "Mrs",
    "Gen.": "General",
    "Col.": "Colonel",
    "Sen.": "Senator",
    "Gov.": "Governor",
    "Capt.": "Captain",
    "Lt.": "Lieutenant",
    "Sgt.": "Sergeant",
    "Rep.": "Representative",
    "Prof.": "Professor",
}
_PLACES: Final = {"U.S.": "US", "U.N.": "UN", "U.K.": "UK", "E.U.": "EU", "U.A.E.": "UAE", "St.": "Saint"}
_WAYS: Final = {
    "northeast": "north-east",
    "northwest": "north-west",
    "southeast": "south-east",
    "southwest": "south-west",
}
_WAYS_TOWARDS: Final = {"towards": "toward", "toward": "towards", "among": "amongst", "amid": "amidst"}
_REWORDED: Final = {
    "near": "close to",
    "beside": "next to",
    "opposite": "across from",
    "inside": "within",
    "outside": "outside of",
    "throughout": "all over",
}
_ROLES: Final = {
    "policeman": "police officer", "policewoman": "police officer", "spokesman": "spokesperson",
    "spokeswoman": "spokesperson", "chairman": "chairperson", "fireman": "firefighter", "gunman": "shooter",
    "businessman": "businessperson", "cameraman": "camera operator", "fisherman": "fisher",
}  # fmt: skip
_BOUNDS: Final = {
    ("at", "least"): ("no fewer than", "not less than"),
    ("more", "than"): ("over",),
    ("about",): ("around", "roughly"),
    ("around",): ("about",),
    ("nearly",): ("almost",),
    ("almost",): ("nearly",),
    ("some",): ("about",),
}
_BEGINNINGS: Final = {bound[0] for bound in _BOUNDS}
_GLYPHS: Final = {"“": '"', "”": '"', '"': "'"}


def number_style(words: Words, _: Cast) -> Iterator[Change]:
    """12 and twelve, 1,200 and 1200, percent and per cent."""
    for index, word in enumerate(words):
        yield from _percent(words, index)
        if (
            word.tag != "CD"
            or is_dated(words, index)
            or tag(words, index - 1) == "NNP"
            or low(words, index + 1) in ("-", "million")
        ):
            continue
        text = word.text.lower()
        if text in SMALL and SMALL[text] > 1 and tag(words, index + 1) != "CD" and low(words, index - 1) != "-":
            yield Change(index, index + 1, (like(word, str(SMALL[text])),), "number in digits")
        if text.isdigit() and int(text) in _WORD and low(words, index + 1) not in ("percent", "%"):
            new = "a dozen" if text == "12" and tag(words, index + 1) == "NNS" else _WORD[int(text)]
            yield Change(index, index + 1, run(new, word, "CD"), "number in words")
        if "," in text and len(text) == 5:
            yield Change(index, index + 1, (like(word, text.replace(",", "")),), "thousands not parted")


def date_style(words: Words, _: Cast) -> Iterator[Change]:
    """Nov. 7 and 7 November, 6:40 p.m. and 6:40 pm, on Monday and Monday."""
    for index, word in enumerate(words):
        if is_month(words, index) and is_day(words, index + 1) and not is_clock(words, index + 1):
            month = like(word, LONG[MONTHS[word.text] - 1])._replace(gap=" ")
            day = words[index + 1]._replace(gap=word.gap)
            yield Change(index, index + 2, (day, month), "day before month")
        elif is_month(words, index) and word.text in SHORT and word.text not in LONG:
            yield Change(index, index + 1, (like(word, LONG[MONTHS[word.text] - 1]),), "month in full")
        weekday = low(words, index + 1).capitalize() in WEEKDAYS and tag(words, index + 2) != "NNP"
        if low(words, index) == "on" and weekday and tag(words, index - 1) in _BEFORE_ON:
            yield Change(index, index + 1, (), "on left out before a weekday")
        if (
            word.text in ("a.m.", "p.m.")
            and tag(words, index - 1) == "CD"
            and tag(words, index + 1) not in ("", ".", "NNP")
        ):
            yield Change(index, index + 1, (like(word, word.text.replace(".", "")),), "hour without dots")


_BEFORE_ON: Final = ("NN", "NNS", "VBD", "VBN", "VB", "RB", "RP")  # a name before the day would run into it


def name_style(words: Words, cast: Cast) -> Iterator[Change]:
    """A title in full; the given name left out, or put in, where one person has the surname."""
    given = {person.surname: person.given for person in cast.people if person.given}
    for index, word in enumerate(words):
        if word.text in _TITLES and index + 1 < len(words) and is_name(words[index + 1]):
            yield Change(index, index + 1, (like(word, _TITLES[word.text]),), "title written otherwise")
        names = given.get(word.text, ()) if is_name(word) else ()
        if names and not any(0 <= near < len(words) and is_name(words[near]) for near in (index - 1, index + 1)):
            written = tuple(fresh(name, "NNP") for name in names)
            yield Change(index, index + 1, (*written, word._replace(gap=" ")), "given name put in")
        first = index - len(names)
        full = bool(names) and first > 0 and tuple(each.text for each in words[first:index]) == names
        if (
            full
            and cast.mentions.get(word.text, 0) > 1
            and not is_name(words[first - 1])
            and tag(words, first - 1) != "NN"
        ):
            yield Change(first, index, (), "given name left out")


def place_style(words: Words, _: Cast) -> Iterator[Change]:
    """US and U.S., north-east and northeast, toward and towards, near and close to."""
    for index, word in enumerate(words):
        text = word.text.lower()
        if word.text in _PLACES and tag(words, index + 1) and (word.text != "St." or word.tag == "NNP"):
            yield Change(index, index + 1, (like(word, _PLACES[word.text]),), "abbreviation without dots")
        for plain, parted in _WAYS.items():
            if text.startswith(plain):
                yield Change(
                    index, index + 1, (like(word, text.replace(plain, parted)),), "point of the compass parted"
                )
        if text in _REWORDED and word.tag == "IN" and tag(words, index + 1) in ("DT", "PRP$", "NNP"):
            yield Change(index, index + 1, run(_REWORDED[text], word, "IN"), "preposition reworded")
        if text in _WAYS_TOWARDS and word.tag == "IN":
            yield Change(index, index + 1, (like(word, _WAYS_TOWARDS[text]),), "preposition spelt otherwise")


def negation_style(words: Words, _: Cast) -> Iterator[Change]:
    """A "did not" for "didn't", a "nobody" for "no one"."""
    for index, word in enumerate(words):
        helper = low(words, index - 1)
        if word.text.lower() == "not" and helper in _CONTRACTED and word.gap == " ":
            new = (words[index - 1], word._replace(text="n’t", gap=""))
            yield Change(index - 1, index + 1, new, "not contracted")
        if word.text.lower() in ("n't", "n’t") and helper in _CONTRACTED:
            new = (words[index - 1], word._replace(text="not", gap=" "))
            yield Change(index - 1, index + 1, new, "not written in full")
        if low(words, index) == "no" and low(words, index + 1) == "one":
            yield Change(index, index + 2, (like(word, "nobody"),), "no one written otherwise")
        if low(words, index) == "nobody":
            yield Change(index, index + 1, run("no one", word), "nobody written otherwise")


_CONTRACTED: Final = wordset("did does do was were is are has had have would could should")


def neutral_role(words: Words, _: Cast) -> Iterator[Change]:
    """A policeman is a police officer."""
    for index, word in enumerate(words):
        role = _ROLES.get(word.lemma)
        if role and word.tag in ("NN", "NNS"):
            *first, last = role.split()
            head = inflected(last, "NNS") if word.tag == "NNS" else last
            yield Change(index, index + 1, run(" ".join([*first, head]), word, word.tag), "role without its gender")


def active_to_passive(words: Words, _: Cast) -> Iterator[Change]:
    """Two men were shot by the guards whom the guards shot."""
    for deed in deeds(words):
        if deed.passive or _goes_on(words[deed.after.last :]):
            continue
        doer, sufferer = words[slice(*deed.before)], words[slice(*deed.after)]
        verb = words[deed.verb.first]
        be = fresh("were" if is_plural(words, deed.after) else "was", "VBD")
        passive = verb._replace(text=inflected(verb.lemma, "VBN"), tag="VBN", gap=" ")
        moved = (sufferer[0]._replace(gap=doer[0].gap), *sufferer[1:])
        late = decapitalised(doer) if deed.before.first == 0 else (doer[0]._replace(gap=" "), *doer[1:])
        new = (*moved, be, passive, fresh("by", "IN"), *late)
        yield Change(deed.before.first, deed.after.last, new, "active made passive")


_RUN_ON: Final = frozenset({"RB", "NNP", "NNS", "CD", "JJ"})  # "stated Thursday", "stated requests had been ..."


def _goes_on(rest: Words) -> bool:
    """Whether the doer does something else besides: "blamed ministers and called for an inquiry"."""
    return any(word.tag == "CC" and tag(rest, place + 1) in _ACTS for place, word in enumerate(rest))


_ACTS: Final = ("VBD", "VBN", "VBZ", "VBP", "MD", "RB")


def said_reworded(words: Words, _: Cast) -> Iterator[Change]:
    """At the end of a sentence "police said" for "according to police"; "stated" for "said"."""
    for index, word in enumerate(words):
        if low(words, index - 1) == "," and low(words, index) == "according" and low(words, index + 1) == "to":
            end = next((i for i in range(index, len(words)) if words[i].text in (".", ",", ";")), len(words))
            who = words[index + 2 : end]
            if who and len(who) < 5 and low(words, end) == "." and all(each.tag in _NOUNS for each in who):
                new = (who[0]._replace(gap=word.gap), *who[1:], fresh("said", "VBD"))
                yield Change(index, end, new, "according to written as said")
        if word.text == "said" and word.tag == "VBD" and tag(words, index + 1) not in _RUN_ON:
            yield Change(index, index + 1, (like(word, "stated", "state"),), "said written otherwise")


_NOUNS: Final = ("DT", "NN", "NNS", "NNP", "JJ")


def bound_reworded(words: Words, _: Cast) -> Iterator[Change]:
    """Another "at least" or "about": "no fewer than", "around"."""
    for index, word in enumerate(words):
        for bound, others in _BOUNDS.items() if word.text.lower() in _BEGINNINGS else ():
            end = index + len(bound)
            if tuple(low(words, i) for i in range(index, end)) == bound and tag(words, end) == "CD":
                for other in others:
                    yield Change(index, end, run(other, word, "IN"), "bound reworded")
        if word.text.lower() in ("allegedly", "reportedly"):
            other = "reportedly" if word.text.lower() == "allegedly" else "allegedly"
            yield Change(index, index + 1, (like(word, other),), "hedge reworded")


def marks_style(words: Words, _: Cast) -> Iterator[Change]:
    """Straight marks for curly ones, single for double, around the same words."""
    opened: int | None = None
    for index, word in enumerate(words):
        if word.text not in _GLYPHS or word.quoted:
            continue
        if opened is None:
            opened = index if index + 1 < len(words) and words[index + 1].quoted else None
        else:
            pair = [_mark(words[opened]), *words[opened + 1 : index], _mark(word)]
            yield Change(opened, index + 1, tuple(pair), "marks of another shape")
            opened = None


def spelling_style(words: Words, _: Cast) -> Iterator[Change]:
    """Harbour and harbor."""
    for index, word in enumerate(words):
        for british in (False, True) if word.text.islower() else ():
            other = respelt(word.text, british=british)
            if other != word.text:
                yield Change(index, index + 1, (like(word, other),), "spelling of another country")


def true_synonym(words: Words, _: Cast) -> Iterator[Change]:
    """A word that says the same in the sense both mostly have."""
    for index, word in enumerate(words):
        part = {"NN": "n", "NNS": "n", "VBD": "v", "JJ": "a"}.get(word.tag, "")
        if not part or len(word.text) < 4 or low(words, index - 1) == "-" or low(words, index + 1) == "-":
            continue
        for other, nearness in near_synonyms(word.lemma, part):
            if nearness == HAND and " " not in other:
                yield Change(index, index + 1, (like(word, inflected(other, word.tag), other),), "synonym")


def _percent(words: Words, index: int) -> Iterator[Change]:
    word = words[index]
    if tag(words, index - 1) == "CD" and word.text == "percent":
        yield Change(index, index + 1, run("per cent", word), "percent written otherwise")
    if tag(words, index - 1) == "CD" and word.text == "%":
        yield Change(index - 1, index + 1, (words[index - 1], fresh("percent")), "percent written otherwise")


def _mark(word: Word) -> Word:
    return word._replace(text=_GLYPHS[word.text])
