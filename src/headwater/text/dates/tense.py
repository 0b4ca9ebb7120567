"""Whether a time expression stands in a clause about the past or about the future.

"The council met on Friday" and "the council will meet on Friday" speak of two Fridays. The tense is that of the verb
which governs the expression in the dependency tree, with its auxiliaries; a verb without tense of its own takes it
from the words that announce something ("scheduled for", "plans to") or from the verb above it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from enum import Enum

from headwater.types import Token

__all__ = ["Tense", "Tenses", "place_after", "token_at"]

_ANNOUNCING = frozenset(
    ("schedule", "slate", "plan", "expect", "due", "upcoming", "forthcoming", "payable", "effective")
)
_AIMING = _ANNOUNCING | frozenset(
    ("intend", "aim", "agree", "promise", "vow", "hope", "prepare", "set", "want", "pledge", "decide")
)
_UNPLANNED_WORDS = (
    "shooting attack blast explosion bombing crash killing murder slaying death fire quake earthquake raid robbery "
    "stabbing massacre accident collision derailment incident riot clash violence assault arrest ambush scare rampage "
    "ruling decision verdict announcement news outage spill leak storm flood defeat loss"
)
_UNPLANNED = frozenset(_UNPLANNED_WORDS.split())
_HOLDING_WORDS = "hold host stage face open begin start launch mark celebrate visit meet plan schedule"
_HOLDING = frozenset(_HOLDING_WORDS.split())
_LASTING_WORDS = "remain stay live work last serve be continue sit wait keep"
_LASTING = frozenset(_LASTING_WORDS.split())
_STATING = _LASTING | {"say", "have"}  # in the present they tell of the day of writing
_REACH = 12  # steps up the tree: enough for news sentences, and an end for a broken parse


class Tense(Enum):
    """Where the clause lies from the moment of writing."""

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"


class Tenses:
    """The tenses of one parsed text. Reading a tense looks only at the words around it."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._helping: dict[int, list[Token]] | None = None

    def at(self, offset: int) -> Tense:
        """The tense of the clause in which the word at this offset of the text stands."""
        place = _place_at(self._tokens, offset)
        if place is None:
            return Tense.OPEN
        if place and self._tokens[place - 1].lemma.lower() in ("until", "till"):
            return self._up_to(place)
        return self._climb(place, self._noun_above(place))

    def token(self, offset: int) -> Token | None:
        """The word at this offset, None if no token begins there."""
        return token_at(self._tokens, offset)

    def on_noun(self, offset: int) -> bool:
        """Whether the expression at this offset hangs on a noun: "a summit in April", "the December 3 vote"."""
        place = _place_at(self._tokens, offset)
        return place is not None and self._noun_above(place) is not None

    def _noun_above(self, place: int) -> Token | None:
        """The noun on which the word hangs, by a preposition or without one."""
        for _ in range(2):
            token = self._tokens[self._tokens[place].head]
            if token.pos != "ADP":
                return token if token.pos in ("NOUN", "PROPN") else None
            place = self._tokens[place].head
        return None

    def _climb(self, place: int, noun: Token | None) -> Tense:
        """The tense of the verbs above the word, which hangs on `noun` if it hangs on one."""
        if noun is not None and noun.lemma in _UNPLANNED:
            return Tense.PAST  # what nobody plans has happened: "police look into Sunday's crash"
        due = place > 0 and self._tokens[place - 1].lemma.lower() in ("by", "through")
        owner = self._tokens[place].dep in ("poss", "compound", "nmod")  # "Tuesday's ruling" may be of either tense
        verbs = 0
        for _ in range(_REACH):
            token = self._tokens[place]
            if due and not verbs and token.tag == "VB":
                return Tense.FUTURE  # "a plan to end it by February"
            if not owner and self._announces(place, verbs):
                return Tense.PAST if self._past_perfect(place) else Tense.FUTURE
            if token.pos in ("VERB", "AUX"):
                verbs += 1
                tense = self._of_verb(place)
                if tense is Tense.FUTURE and noun is not None and not _looks_ahead(token, owner=owner):
                    return Tense.OPEN
                if tense is not Tense.OPEN:
                    return tense
            if token.head == place or not 0 <= token.head < len(self._tokens):
                break
            place = token.head
        return Tense.OPEN

    def _announces(self, place: int, verbs: int) -> bool:
        """Whether the word, met after so many verbs, says that something is to come: "set for", "is to", "plans to"."""
        token = self._tokens[place]
        if token.lemma == "set" and place + 1 < len(self._tokens) and self._tokens[place + 1].lemma == "for":
            return True
        if token.lemma in (_AIMING if verbs else _ANNOUNCING):
            return verbs > 0 or token.tag in ("VBN", "JJ", "VBZ", "VBP")
        return token.tag == "VB" and token.dep == "xcomp" and self._tokens[token.head].lemma == "be"

    def _up_to(self, place: int) -> Tense:
        """What is put off "until Tuesday" lies ahead; what "had not" been "until Tuesday" is past."""
        for _ in range(_REACH):
            token = self._tokens[place]
            if token.pos in ("VERB", "AUX"):
                lasted = token.tag == "VBD" and token.lemma in _LASTING
                return Tense.PAST if lasted or self._past_perfect(place) else Tense.FUTURE
            if token.head == place:
                break
            place = token.head
        return Tense.FUTURE

    def _helpers(self, place: int) -> Sequence[Token]:
        if self._helping is None:
            self._helping = {}
            for token in self._tokens:
                if token.dep in ("aux", "auxpass"):
                    self._helping.setdefault(token.head, []).append(token)
        return self._helping.get(place, ())

    def _past_perfect(self, place: int) -> bool:
        """Whether the verb is in the past perfect: "had been scheduled"."""
        return any(child.lemma == "have" and child.tag == "VBD" for child in self._helpers(place))

    def _of_verb(self, place: int) -> Tense:
        verb, helpers = self._tokens[place], self._helpers(place)
        if any(child.lemma == "have" for child in helpers):
            return Tense.PAST
        if any(child.tag == "MD" and child.lemma != "could" for child in helpers):
            return Tense.FUTURE
        if verb.tag == "VBD" or any(child.tag == "VBD" for child in helpers) or (verb.tag == "VBN" and not helpers):
            return Tense.PAST
        if verb.tag == "VBG" and any(child.tag in ("VBZ", "VBP") for child in helpers):
            return Tense.FUTURE
        if verb.tag in ("VBZ", "VBP") and verb.lemma not in _STATING:
            return Tense.FUTURE
        return Tense.OPEN


def _looks_ahead(verb: Token, *, owner: bool) -> bool:
    """Whether a verb of the future or present dates its noun ahead: "hold a rally on Sunday", not "stand by at one"."""
    return verb.tag == "VB" or (not owner and verb.lemma in _HOLDING)


def place_after(tokens: Sequence[Token], offset: int) -> int:
    """The index of the first token that begins at the offset or after it; the number of tokens if none does."""
    return bisect_left(tokens, offset, key=lambda token: token.start)


def _place_at(tokens: Sequence[Token], offset: int) -> int | None:
    place = place_after(tokens, offset)
    return place if place < len(tokens) and tokens[place].start == offset else None


def token_at(tokens: Sequence[Token], offset: int) -> Token | None:
    """The token that begins at this offset of the text, if one does."""
    place = _place_at(tokens, offset)
    return None if place is None else tokens[place]
