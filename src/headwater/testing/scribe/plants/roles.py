"""Roles altered in copying: doer and victim change places, an office, a relation or a side is taken for another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from headwater.testing.scribe.draft import Word
from headwater.testing.scribe.plants.actors import deeds, is_plural
from headwater.testing.scribe.plants.changes import Change
from headwater.testing.scribe.plants.forms import Words, fresh, inflected, is_name, like, low, tag
from headwater.testing.scribe.plants.persons import Cast
from headwater.testing.scribe.wording.joinery import decapitalised
from headwater.text.names.lexicon import is_role, is_title

__all__ = ["another_kin", "another_office", "another_party", "doer_and_victim", "rank_lost"]

_PORTFOLIOS: Final = (
    "interior",
    "foreign",
    "defense",
    "finance",
    "health",
    "justice",
    "education",
    "transport",
    "labour",
    "energy",
)
_SAME: Final = {"defence": "defense", "labor": "labour"}
_OVER: Final = ("minister", "ministry", "secretary")
_OFFICES: Final = {
    "president": ("prime minister",),
    "governor": ("mayor",),
    "mayor": ("governor",),
    "spokesman": ("lawyer", "adviser"),
    "spokeswoman": ("lawyer", "adviser"),
    "prosecutor": ("judge",),
    "judge": ("prosecutor",),
    "ambassador": ("consul",),
    "senator": ("governor",),
    "chairman": ("treasurer",),
    "director": ("deputy director", "founder"),
    "commander": ("deputy commander",),
    "coach": ("captain",),
    "captain": ("coach",),
    "editor": ("owner",),
    "founder": ("director",),
    "surgeon": ("nurse",),
    "owner": ("manager",),
}
_RANKS: Final = {"Col.": "Gen.", "Gen.": "Col.", "Capt.": "Maj.", "Maj.": "Capt.", "Lt.": "Sgt.", "Sgt.": "Lt."}
_LOST: Final = ("former", "deputy", "acting", "vice", "assistant", "interim", "outgoing", "retired")
_KIN: Final = {
    "husband": ("brother", "father"),
    "brother": ("husband", "cousin"),
    "father": ("brother", "uncle"),
    "son": ("brother", "nephew"),
    "uncle": ("father",),
    "nephew": ("son",),
    "wife": ("sister", "mother"),
    "sister": ("wife", "cousin"),
    "mother": ("sister", "aunt"),
    "daughter": ("sister", "niece"),
    "widow": ("sister",),
    "niece": ("daughter",),
    "cousin": ("brother",),
}
_JOINED: Final = ("NN", "NNS", "NNP", "HYPH", "POS")  # beside a noun, these make one name of it
_PARTIES: Final = {  # who stands on the other side of the same matter
    "suspect": "witness",
    "witness": "suspect",
    "victim": "suspect",
    "attacker": "victim",
    "employer": "employee",
    "employee": "employer",
    "plaintiff": "defendant",
    "defendant": "plaintiff",
    "prosecutor": "defendant",
    "teacher": "pupil",
    "pupil": "teacher",
    "buyer": "seller",
    "seller": "buyer",
    "landlord": "tenant",
    "tenant": "landlord",
    "patient": "doctor",
    "passenger": "driver",
    "driver": "passenger",
    "striker": "manager",
    "guard": "prisoner",
    "prisoner": "guard",
    "gunman": "guard",
    "hostage": "gunman",
    "protester": "officer",
    "demonstrator": "officer",
    "winner": "loser",
    "lender": "borrower",
    "rescuer": "survivor",
    "smuggler": "fisherman",
    "lawmaker": "minister",
    "firefighter": "paramedic",
    "sailor": "passenger",
    "nurse": "patient",
}


def doer_and_victim(words: Words, _: Cast) -> Iterator[Change]:
    """The raiders shot the guards, not the guards the raiders."""
    for deed in deeds(words):
        one, other = words[slice(*deed.before)], words[slice(*deed.after)]
        verb = list(words[slice(*deed.verb)])
        if deed.passive:
            verb[0] = like(verb[0], "were" if is_plural(words, deed.after) else "was", "be")
        late = decapitalised(one) if deed.before.first == 0 else one
        new = (*_moved(other, one[0]), *verb, *_moved(late, other[0]))
        yield Change(deed.before.first, deed.after.last, new, "doer and victim exchanged")


def another_office(words: Words, _: Cast) -> Iterator[Change]:
    """Foreign Minister for Interior Minister, a lawyer for a spokesman, another rank."""
    for index, word in enumerate(words):
        text = word.text.lower()
        if _SAME.get(text, text) in _PORTFOLIOS and low(words, index + 1) in _OVER:
            for other in _PORTFOLIOS:
                if other != _SAME.get(text, text):
                    yield Change(index, index + 1, (like(word, other),), "another office")
        if word.text in _RANKS and index + 1 < len(words) and is_name(words[index + 1]):
            yield Change(index, index + 1, (like(word, _RANKS[word.text]),), "another rank")
        if word.lemma in _OFFICES and word.tag in ("NN", "NNP") and _is_office(words, index):
            for other in _OFFICES[word.lemma]:
                yield Change(index, index + 1, _titled(word, other), "another office")


def rank_lost(words: Words, _: Cast) -> Iterator[Change]:
    """The former president becomes the president."""
    for index, word in enumerate(words):
        office = index + 1 < len(words) and words[index + 1].tag in ("NN", "NNP", "NNS")
        if word.text.lower() in _LOST and office and _holds_office(words[index + 1]):
            yield Change(index, index + 1, (), f"{word.text.lower()} lost")


def another_kin(words: Words, _: Cast) -> Iterator[Change]:
    """Her husband becomes her brother."""
    for index, word in enumerate(words):
        if (
            word.lemma not in _KIN
            or word.tag not in ("NN", "NNS")
            or tag(words, index - 1) not in ("PRP$", "POS", "DT")
        ):
            continue
        for other in _KIN[word.lemma] if tag(words, index + 1) not in ("NN", "NNS", "HYPH") else ():
            yield Change(index, index + 1, (_numbered(word, other),), "another relation")


def another_party(words: Words, _: Cast) -> Iterator[Change]:
    """A witness becomes a suspect."""
    for index, word in enumerate(words):
        other = _PARTIES.get(word.lemma)
        compound = tag(words, index + 1) in _JOINED or tag(words, index - 1) in _JOINED
        named = any(other == each.lemma for each in words)
        if other and word.tag in ("NN", "NNS") and not compound and not named:
            yield Change(index, index + 1, (_numbered(word, other),), "taken for the other party")


def _moved(words: Words, place: Word) -> Words:
    """A group of nouns in the place of another: its gap."""
    return (words[0]._replace(gap=place.gap), *words[1:])


def _numbered(word: Word, lemma: str) -> Word:
    return like(word, inflected(lemma, "NNS") if word.tag == "NNS" else lemma, lemma)


def _is_office(words: Words, index: int) -> bool:
    """Whether an office is meant by itself: not half of another ("vice president"), not a compound ("coach driver")."""
    whole = low(words, index - 1) not in ("vice", "prime", "attorney", "editor", "managing", "general", "-", "deputy")
    return whole and tag(words, index + 1) not in ("NN", "NNS", "HYPH")


def _titled(word: Word, office: str) -> Words:
    """An office of one or two words, with capitals if the one replaced had one."""
    first, *rest = office.split()
    capital = word.text[:1].isupper()
    tail = tuple(fresh(text.capitalize() if capital else text, word.tag) for text in rest)
    return (like(word, first), *tail)


def _holds_office(word: Word) -> bool:
    return is_role(word.lemma) or is_title(word.text)
