"""Units that a bare number borrows from words that stand elsewhere in its sentence: "the death toll rose to 14"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from headwater.text.numbers.amount import Amount
from headwater.text.numbers.pieces import Pieces
from headwater.types import Token

__all__ = ["NOTHING", "Before", "borrowed_unit"]

_OBJECTS: Final = frozenset(("dobj", "attr", "oprd", "npadvmod"))
_SUBJECTS: Final = frozenset(("nsubj", "nsubjpass"))
_LEVELS: Final = frozenset(("to", "at"))  # "rose to 14", "stood at 14"; "rose by 2" tells no level
_TALLIES: Final = frozenset(("toll", "number", "count", "tally", "total"))
_NUMBERED: Final = frozenset(("numbered", "totalled", "totaled"))
_COUNTING: Final = frozenset(("number", "total"))  # as verbs: "the dead number 14"
_PERSONS: Final = frozenset(("people", "person"))
_STOPS: Final = frozenset(".!?;")
_PREPOSITIONS: Final = 2  # "from 12 to 15": the second may hang on the first
_CLAUSE: Final = 24  # words back to the subject


class Before(NamedTuple):
    """The quantity before, by its unit and the piece after it."""

    unit: str
    end: int


NOTHING: Final = Before("", 0)


def borrowed_unit(pieces: Pieces, amount: Amount, before: Before) -> str:
    """What a number without a noun counts, '' if its sentence does not say.

    A tally's level counts what the tally counts ("the number of wounded rose to 14"), the second side of a vote the
    votes of the first ("31 votes to 12"), and a number of its own people where people were counted before ("six people
    died and 12 were hurt"). No other noun is taken over: if "six guards died and 12 were hurt", those may be anyone.
    """
    if amount.kind not in ("", "vague", "between") or amount.unit:
        return ""
    if pieces.text(amount.first - 1) in _NUMBERED and (counted := pieces.token(amount.first - 2)) is not None:
        return counted.lemma
    return _tallied(pieces, amount) or _other_side(pieces, amount, before) or _people(pieces, amount, before)


def _tallied(pieces: Pieces, amount: Amount) -> str:
    """What the subject counts where the number is the level that it reached."""
    tokens, place = pieces.tokens, pieces.row[amount.end - 1].token
    verb = _verb_of_level(tokens, place, reached=pieces.text(amount.first - 1) in _LEVELS)
    if verb < 0:
        return ""
    near = range(max(0, verb - _CLAUSE), place)
    parts = [index for index in near if tokens[index].head == verb and tokens[index].dep in _SUBJECTS | {"dobj"}]
    tally = next((index for index in parts if tokens[index].lemma in _TALLIES), -1)
    if tally >= 0:
        return "death" if tokens[tally].lemma == "toll" else _counted_by(pieces, amount.first)
    return tokens[parts[0]].lemma if parts and tokens[verb].lemma in _COUNTING else ""


def _verb_of_level(tokens: Sequence[Token], place: int, *, reached: bool) -> int:
    """The verb whose level the number at `place` is, -1 if there is none.

    `reached`: "to" or "at" stands before it, though "rose from 12 to 15" may hang on "from".
    """
    if tokens[place].dep not in (_OBJECTS | {"pobj"} if reached else _OBJECTS):
        return -1
    verb = tokens[place].head
    for _ in range(_PREPOSITIONS):
        if 0 <= verb < len(tokens) and tokens[verb].dep == "prep":
            verb = tokens[verb].head
    return verb if 0 <= verb < len(tokens) and tokens[verb].pos in ("VERB", "AUX") else -1


def _counted_by(pieces: Pieces, end: int) -> str:
    """The noun after "the number of", before the piece `end`: "wounded" is one, though its lemma is "wound"."""
    of = next((index for index in range(end - 1, max(-1, end - _CLAUSE), -1) if pieces.text(index) == "of"), end)
    for index in range(of + 1, end):
        token = pieces.token(index)
        if token is not None and token.head == pieces.row[of].token:
            return pieces.text(index) if token.tag.startswith("VB") else token.lemma
    return ""


def _other_side(pieces: Pieces, amount: Amount, before: Before) -> str:
    noun = pieces.token(amount.first - 2)
    votes = pieces.text(amount.first - 1) == "to" and noun is not None and noun.lemma == before.unit
    return before.unit if votes and amount.first - 2 == before.end else ""


def _people(pieces: Pieces, amount: Amount, before: Before) -> str:
    token = pieces.token(amount.end - 1)
    if before.unit not in _PERSONS or token is None or token.dep not in _SUBJECTS | {"dobj"}:
        return ""
    return "" if any(text in _STOPS for text in pieces.texts[before.end : amount.first]) else before.unit
