"""One common word exchanged for another, in a passage that otherwise says the same: what the exchange does.

The first that fits is told: a time, a way or a side, a person's part, a site, a word misread, a word of another sense,
another thing. A synonym, a spelling or a form of the word is no exchange, an opposite is told by `opposites`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from headwater.findings.alterations.aligned import Aligned, Change
from headwater.findings.alterations.parts import part_exchanged
from headwater.findings.alterations.substitutes import is_spelling, says_the_same
from headwater.text.events import classes_of
from headwater.text.function_words import FUNCTION_WORDS
from headwater.text.kinds import is_site, is_time_word, same_site, same_time
from headwater.text.opposition import are_opposed, point_apart
from headwater.text.respelling import respelt
from headwater.text.slips import is_slip
from headwater.text.thesaurus import known, related, same_sense
from headwater.text.wordset import wordset
from headwater.types import AlterationKind, Token

__all__ = ["exchange_changes"]

_LIKE_ENOUGH: Final = 0.5  # share of answered words from which a word was exchanged and not the sentence
_OPEN: Final = frozenset({"NOUN", "VERB", "ADJ", "ADV", "ADP", "SCONJ"})
_THINGS: Final = {"NOUN": "another thing", "VERB": "another deed", "ADJ": "another quality"}
_SHORTEST: Final = 3  # letters
_LIGHT: Final = wordset("be have do go get make take come give put let keep say tell one such other")


class _Exchange(NamedTuple):
    """A word and the word in its place."""

    aligned: Aligned
    left: int
    right: int

    @property
    def one(self) -> Token:
        """The word."""
        return self.aligned.left.tokens[self.left]

    @property
    def other(self) -> Token:
        """The word in its place."""
        return self.aligned.right.tokens[self.right]

    def change(self, kind: AlterationKind, clue: str, harm: str, altered: str = "") -> Change:
        """The exchange as a change: `harm` is completed by the two words."""
        here, there = self.aligned.left.span((self.left,)), self.aligned.right.span((self.right,))
        detail = f"“{self.aligned.left.written(self.left)}” against “{self.aligned.right.written(self.right)}”"
        return Change(kind, here, there, f"{harm}: {detail}", altered, clue, detail)


def exchange_changes(aligned: Aligned) -> Iterator[Change]:
    """What each exchanged common word does to the claim."""
    if aligned.agreement < _LIKE_ENOUGH:
        return
    for left, right in sorted(aligned.put.items()):
        exchange = _Exchange(aligned, left, right)
        if not _is_exchange(exchange):
            continue
        found = next((change for look in _LOOKS if (change := look(exchange)) is not None), None)
        if found is not None:
            yield found


def _is_exchange(exchange: _Exchange) -> bool:
    """Whether neither word stands elsewhere on the other side, both are words of English and no names."""
    if exchange.left in exchange.aligned.held or exchange.right in exchange.aligned.held_there:
        return False
    return all(
        token.pos in _OPEN and token.lemma.isalpha() and len(token.lemma) >= _SHORTEST and token.lemma not in _LIGHT
        for token in (exchange.one, exchange.other)
    )


# --- what an exchange may be, in the order of asking ----------------------------------------------------------


def _time(exchange: _Exchange) -> Change | None:
    one, other = exchange.one.lemma, exchange.other.lemma
    if not (is_time_word(one) and is_time_word(other)) or same_time(one, other):
        return None
    return exchange.change(AlterationKind.DATE, "time word exchanged", "another time")


def _way(exchange: _Exchange) -> Change | None:
    if not point_apart(exchange.one.lemma, exchange.other.lemma):
        return None
    return exchange.change(AlterationKind.PLACE, "side exchanged", "another side")


def _part(exchange: _Exchange) -> Change | None:
    return part_exchanged(exchange.aligned, exchange.left, exchange.right)


def _site(exchange: _Exchange) -> Change | None:
    one, other = exchange.one, exchange.other
    if {one.pos, other.pos} != {"NOUN"} or not (is_site(one.lemma) and is_site(other.lemma)):
        return None
    if same_site(one.lemma, other.lemma) or _says_the_same(exchange):
        return None
    return exchange.change(AlterationKind.PLACE, "site exchanged", "another place")


def _slip(exchange: _Exchange) -> Change | None:
    one, other = exchange.one, exchange.other
    if _is_form(one.lemma, other.lemma) or related(one.lemma, other.lemma):
        return None
    here, there = exchange.aligned.left.written(exchange.left), exchange.aligned.right.written(exchange.right)
    if not is_slip(here.lower(), there.lower()) or not (known(one.lemma) and known(other.lemma)):
        return None
    return exchange.change(AlterationKind.WORDING, "word misread", "a word of like look or sound")


def _sense(exchange: _Exchange) -> Change | None:
    one, other = exchange.one, exchange.other
    if one.pos != other.pos or _says_the_same(exchange) or not same_sense(one.lemma, other.lemma):
        return None
    return exchange.change(
        AlterationKind.WORDING, "word of another sense", "a word that can mean the same, but not here"
    )


def _thing(exchange: _Exchange) -> Change | None:
    """A word that no dictionary relates to the one in its place, standing in the same relation to the same word."""
    one, other = exchange.one, exchange.other
    clue = _THINGS.get(one.pos, "")
    if one.pos != other.pos or one.dep != other.dep or not clue or _says_the_same(exchange):
        return None
    if related(one.lemma, other.lemma) or same_site(one.lemma, other.lemma) or not _in_its_place(exchange):
        return None
    return exchange.change(AlterationKind.WORDING, clue, clue)


_LOOKS: Final[tuple[Callable[[_Exchange], Change | None], ...]] = (_time, _way, _part, _site, _slip, _sense, _thing)


def _in_its_place(exchange: _Exchange) -> bool:
    """Whether both words hang on words that answer each other."""
    return exchange.aligned.answered.get(exchange.one.head) == exchange.other.head or (
        exchange.one.dep == exchange.other.dep == "ROOT"
    )


def _says_the_same(exchange: _Exchange) -> bool:
    """Whether one word may stand for the other, or says its opposite, which is told elsewhere."""
    one, other = exchange.one, exchange.other
    if _is_form(one.lemma, other.lemma) or is_spelling(one.lemma, other.lemma):
        return True
    if {one.lemma, other.lemma} & FUNCTION_WORDS or says_the_same(one.lemma, other.lemma):
        return True
    return are_opposed(one.lemma, other.lemma) or bool(
        classes_of(one.lemma, one.pos) & classes_of(other.lemma, other.pos)
    )


def _is_form(one: str, other: str) -> bool:
    """Whether two lemmas are one word in two spellings."""
    return one == other or respelt(one.lower()) == respelt(other.lower())
