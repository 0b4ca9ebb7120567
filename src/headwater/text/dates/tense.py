"""Whether a time expression stands in a clause about the past or about the future.

"The council met on Friday" and "the council will meet on Friday" speak of two Fridays. The tense is that of the verb
which governs the expression in the dependency tree, with its auxiliaries; a verb without tense of its own takes it
from the words that announce something ("scheduled for", "plans to") or from the verb above it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum

from headwater.types import Token

__all__ = ["Tense", "Tenses"]

_ANNOUNCING = frozenset(
    ("schedule", "slate", "plan", "expect", "due", "upcoming", "forthcoming", "payable", "effective")
)
_AIMING = _ANNOUNCING | frozenset(
    ("intend", "aim", "agree", "promise", "vow", "hope", "prepare", "set", "want", "pledge")
)
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
        self._places: Mapping[int, int] | None = None
        self._children: dict[int, list[Token]] = {}

    def at(self, offset: int) -> Tense:
        """The tense of the clause in which the word at this offset of the text stands."""
        if self._places is None:
            self._index()
        place = (self._places or {}).get(offset)
        return Tense.OPEN if place is None else self._climb(place)

    def _index(self) -> None:
        self._places = {token.start: index for index, token in enumerate(self._tokens)}
        for index, token in enumerate(self._tokens):
            if token.head != index:
                self._children.setdefault(token.head, []).append(token)

    def _climb(self, place: int) -> Tense:
        owner = self._tokens[place].dep in ("poss", "compound", "nmod")  # "Tuesday's ruling" may be of either tense
        verbs = 0
        if place and self._tokens[place - 1].lemma in ("until", "till"):
            return Tense.FUTURE
        for _ in range(_REACH):
            token = self._tokens[place]
            if token.lemma in (_AIMING if verbs else _ANNOUNCING) and (
                verbs or token.tag in ("VBN", "JJ", "VBZ", "VBP")
            ):
                return Tense.PAST if self._past_perfect(place) else Tense.FUTURE
            if token.tag == "VB" and token.dep == "xcomp" and self._tokens[token.head].lemma == "be":
                return Tense.FUTURE  # "is to meet on Monday"
            if token.pos in ("VERB", "AUX"):
                verbs += 1
                tense = self._of_verb(place)
                if tense is not Tense.OPEN:
                    return Tense.OPEN if owner and tense is Tense.FUTURE and token.tag != "VB" else tense
            if token.head == place or not 0 <= token.head < len(self._tokens):
                break
            place = token.head
        return Tense.OPEN

    def _helpers(self, place: int) -> list[Token]:
        return [child for child in self._children.get(place, ()) if child.dep in ("aux", "auxpass")]

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
        if verb.tag in ("VBZ", "VBP") and verb.lemma not in ("say", "be", "have"):
            return Tense.FUTURE
        return Tense.OPEN
