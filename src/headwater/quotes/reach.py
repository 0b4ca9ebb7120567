"""How far a source's word reaches in a sentence of several clauses: not into one that the newsroom adds by itself.

"She said the mill had burned, and police closed the road": after a verb of saying the tense moves back, and where it
does not, the reporter speaks again. A semicolon ends what "..., she said" stands behind; and "according to" within the
second of two clauses says nothing of the first. Only indirect speech is judged so: marks say themselves what they hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from headwater.text.spans import tokens_in
from headwater.types import Document, Quote, QuoteForm, Span, Token

__all__ = ["is_beyond"]

_MOVED: Final = frozenset({"had", "would", "could", "might", "should", "'d", "’d"})
_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "expl"})
_AUXILIARIES: Final = frozenset({"aux", "auxpass"})
_JOINED: Final = frozenset({"conj", "parataxis", "ccomp"})


def is_beyond(document: Document, quote: Quote, span: Span) -> bool:
    """Whether a clause at `span` that a quote's content holds is the newsroom's own after all."""
    if quote.cue is None or quote.form is not QuoteForm.INDIRECT:
        return False
    tokens = document.tokens
    verb = _top(tokens, span)
    cue = next(iter(tokens_in(tokens, quote.cue)), None)
    if verb is None or cue is None:
        return False
    if cue < verb:
        return _goes_on(tokens, cue, verb)
    return _stands_before(tokens, verb, cue)


def _top(tokens: Sequence[Token], span: Span) -> int | None:
    """The word that the others of a span hang on."""
    inside = tokens_in(tokens, span)
    return next((one for one in inside if tokens[one].head not in inside or tokens[one].head == one), None)


def _goes_on(tokens: Sequence[Token], cue: int, verb: int) -> bool:
    """Whether a clause after a cue is joined to one whose tense moved back, by a comma, and its own did not."""
    first = _joined_to(tokens, cue, verb)
    if tokens[verb].dep not in _JOINED or first is None or not _has_subject(tokens, verb):
        return False
    between = [tokens[one] for one in range(first + 1, verb)]
    parted = any(one.lemma in {",", ";"} for one in between)
    told_so = any(one.lemma == "that" and one.dep == "mark" for one in between)
    return parted and not told_so and _is_moved(tokens, first) and _is_past(tokens, verb)


def _joined_to(tokens: Sequence[Token], cue: int, verb: int) -> int | None:
    """The verb of the clause before, which the cue introduces: what `verb` hangs on, or what hangs on the cue too."""
    above = tokens[verb].head
    told = (one for one in range(cue + 1, verb) if tokens[one].head == cue and tokens[one].dep == "ccomp")
    return next(told, None) if above == cue else above if cue < above < verb else None


def _stands_before(tokens: Sequence[Token], verb: int, cue: int) -> bool:
    """Whether a clause before a cue is cut off from it: by a semicolon, or by a second clause that the cue opens."""
    if any(tokens[one].lemma == ";" for one in range(verb + 1, cue)):
        return True
    second = next((one for one in _above(tokens, cue) if one != cue and tokens[one].dep == "conj"), None)
    return (
        tokens[cue].lemma in {"according", "accord"}
        and second is not None
        and tokens[second].head == verb
        and cue < second
        and _has_subject(tokens, second)
    )


def _above(tokens: Sequence[Token], index: int) -> Iterator[int]:
    while tokens[index].head != index:
        index = tokens[index].head
        yield index


def _has_subject(tokens: Sequence[Token], verb: int) -> bool:
    return any(tokens[one].head == verb and tokens[one].dep in _SUBJECTS for one in range(max(0, verb - 40), verb))


def _helpers(tokens: Sequence[Token], verb: int) -> list[Token]:
    """The auxiliaries of a verb."""
    near = range(max(0, verb - 8), verb)
    return [tokens[one] for one in near if tokens[one].head == verb and tokens[one].dep in _AUXILIARIES]


def _is_moved(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a verb stands as the tense does after "she said": "had burned", "would burn"."""
    return any(_word(one) in _MOVED for one in _helpers(tokens, verb))


def _is_past(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a verb stands in the plain past, as in a report of one's own: "closed", "was shot"."""
    helpers = _helpers(tokens, verb)
    plain = tokens[verb].tag == "VBD" or any(one.tag == "VBD" for one in helpers)
    return plain and not any(_word(one) in _MOVED for one in helpers)


def _word(token: Token) -> str:
    return {"have": "had"}.get(token.lemma, token.lemma) if token.tag in {"VBD", "MD"} else ""
