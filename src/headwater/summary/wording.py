"""Claim -> words that a reader can take alone: its clause, with the subject that it leaves to another clause.

Nothing is rephrased: every stretch is copied from the article. What stands between stretches is an ellipsis, what
stands behind a pronoun is the name that it stands for, in square brackets, as editors write it.
"""

from __future__ import annotations

import bisect
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from headwater.evidence import cite
from headwater.summary.edges import is_cut, trimmed
from headwater.text.clauses import COPULAS, children, phrase
from headwater.text.mentions import EntityIndex
from headwater.text.spans import holds
from headwater.types import Cited, Claim, Document, Sentence, Span, Token

__all__ = ["Wording", "wording_of"]

_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_BORROWS: Final = frozenset({"conj", "advcl", "acomp", "attr", "oprd", "xcomp", "prep", "pcomp"})
"""How a word hangs on the verb whose subject is its own too."""

_OF_A_NOUN: Final = frozenset({"relcl", "acl"})
_ASKING: Final = frozenset({"WP", "WDT", "WP$", "WRB"})
_POINTING: Final = frozenset({"this", "that", "these", "those", "it", "they", "he", "she", "we", "i", "you"})
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})


class Wording(NamedTuple):
    """A claim's words as a brief tells them."""

    words: Cited
    alone: bool = False  # they say something by themselves: a finite clause whose subject names somebody
    whole: bool = False  # ... and they are one stretch of the article


class _Predicate(NamedTuple):
    """The verb of a claim, the verb from which it has its subject (mostly itself), and that subject."""

    verb: int
    governing: int
    subject: int


def wording_of(claim: Claim, document: Document, names: EntityIndex) -> Wording:
    """The words of a claim with its subject. `names` resolves a pronoun to a name of the story."""
    clause = trimmed(document.article.text, claim.span)
    sentence = _sentence(document, claim.trigger)
    below = {} if sentence is None else children(document.tokens, sentence)
    found = None if claim.nominal or is_cut(document, clause) else _predicate(document, claim, below)
    if found is None:
        return Wording(cite(_text(document, clause), [clause]))
    leave_out = {*_OF_A_NOUN, "appos"}
    who = _stretch(document, phrase(below, found.subject, lambda child: document.tokens[child].dep in leave_out))
    pronoun = document.tokens[found.subject].tag == "PRP" or _text(document, who).casefold() in _POINTING
    entity = names.at(who) if pronoun else None
    alone = (entity is not None or not pronoun) and _is_finite(document.tokens, below, found.governing)
    own = holds(clause, who)
    if not own and who.end > clause.start:
        return Wording(cite(_text(document, clause), [clause]))
    if own and entity is None:
        return Wording(cite(_text(document, clause), [clause]), alone, whole=alone)
    return Wording(_told(document, clause, who, "" if entity is None else entity.name), alone)


def _predicate(document: Document, claim: Claim, below: Mapping[int, Sequence[int]]) -> _Predicate | None:
    """None where the clause only says which one is meant ("those who lost"), asks, or has no subject to be found."""
    tokens, verb = document.tokens, _at(document.tokens, claim.trigger.start)
    governing, subject = verb, None
    while governing in below:
        subject = next((child for child in below[governing] if tokens[child].dep in _SUBJECTS), None)
        if tokens[governing].dep in _OF_A_NOUN:
            return None
        if subject is not None or tokens[governing].dep not in _BORROWS:
            break
        governing = tokens[governing].head
    opening = range(_at(tokens, claim.span.start), verb)
    if subject is None or any(tokens[at].tag in _ASKING or _ties(tokens[at]) for at in (subject, *opening)):
        return None
    cut = tokens[verb].lemma in COPULAS and tokens[verb].end == claim.span.end
    return None if cut else _Predicate(verb, governing, subject)


def _ties(token: Token) -> bool:
    """“If”, “whether”, “hours after”: such words make of a clause a part of another. “That” does so to no harm."""
    return token.dep == "mark" and token.lemma != "that"


def _told(document: Document, clause: Span, who: Span, name: str) -> Cited:
    """The clause with its subject before it if it lacks one, and the name behind the subject."""
    text, start, end = document.article.text, clause.start, clause.end
    named = f"{_text(document, who)} [{name}]" if name else _text(document, who)
    if who.end > start:
        return cite(f"{text[start : who.start]}{named}{text[who.end : end]}", [clause])
    return cite(f"{named} … {text[start:end]}", [who, clause])


def _is_finite(tokens: Sequence[Token], below: Mapping[int, Sequence[int]], verb: int) -> bool:
    return tokens[verb].tag in _FINITE or any(
        tokens[child].tag in _FINITE and tokens[child].dep in {"aux", "auxpass", "cop"} for child in below[verb]
    )


def _sentence(document: Document, place: Span) -> Sentence | None:
    at = bisect.bisect_right(document.sentences, place.start, key=lambda sentence: sentence.span.start) - 1
    return document.sentences[at] if at >= 0 and place.start < document.sentences[at].span.end else None


def _at(tokens: Sequence[Token], start: int) -> int:
    """The token that begins at a place or holds it."""
    return max(0, bisect.bisect_right(tokens, start, key=lambda token: token.start) - 1)


def _stretch(document: Document, words: Sequence[int]) -> Span:
    """The words as one stretch; a phrase that another one interrupts is cut there."""
    last = words[0]
    for word in words[1:]:
        if word != last + 1:
            break
        last = word
    while last > words[0] and document.tokens[last].pos == "PUNCT":
        last -= 1
    return Span(document.article.id, document.tokens[words[0]].start, document.tokens[last].end)


def _text(document: Document, span: Span) -> str:
    return document.article.text[span.start : span.end]
