"""Which claims of a happening tell what happened once, and which tell a habit, a time before, or many events at once.

Event coreference joins by words and may join too much; for a record a few sure claims are better than many. So a clause
in the present tense that opens no article (headlines are told in the present), what "had" happened to the one whom a
relative clause describes, and bare plurals ("attacks on shops") say nothing of the one event.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from headwater.text.spans import tokens_in
from headwater.types import Claim, Document, Token

__all__ = ["is_fragment", "tells_a_deed"]

_PRESENT: Final = frozenset({"VBZ", "VBP"})
_AUXILIARIES: Final = frozenset({"aux", "auxpass"})


def tells_a_deed(claim: Claim, document: Document) -> bool:
    """Whether the words of the claim can be of one deed that is done."""
    tokens = document.tokens
    at = tokens_in(tokens, claim.trigger).start
    if at >= len(tokens):
        return True
    if claim.nominal:
        return not _is_bare_plural(tokens, at)
    helpers = [one for one in _near(tokens, at) if one.head == at and one.dep in _AUXILIARIES]
    if tokens[at].dep == "relcl" and any(one.lemma == "have" and one.tag == "VBD" for one in helpers):
        return False
    finite = next((one for one in helpers if one.tag in _PRESENT or one.tag == "VBD"), tokens[at])
    present = finite.tag in _PRESENT and finite.lemma != "have" and not _was_done(helpers, tokens[at])
    return not present or _opens(claim, document)


def is_fragment(claim: Claim, document: Document) -> bool:
    """Whether the words are no sentence by themselves: an event told by a noun, or said only to say who is meant."""
    at = tokens_in(document.tokens, claim.trigger).start
    return claim.nominal or (at < len(document.tokens) and document.tokens[at].dep in {"relcl", "acl"})


def _was_done(helpers: Sequence[Token], verb: Token) -> bool:
    """“Has been attacked”, “is reported to have attacked”: perfect, whatever stands before it."""
    return verb.tag == "VBN" and any(one.lemma == "have" for one in helpers)


def _near(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    return tokens[max(0, at - 8) : at]


def _is_bare_plural(tokens: Sequence[Token], at: int) -> bool:
    if tokens[at].tag != "NNS":
        return False
    return not any(one.head == at and (one.dep in {"det", "poss", "nummod"}) for one in _near(tokens, at))


def _opens(claim: Claim, document: Document) -> bool:
    """Whether it stands in the first sentences of its article, where headlines and captions are."""
    return any(claim.sentence == one.span for one in document.sentences[:2])
