"""What a text does with a claim: by cues against it, then by cues that it is somebody else's word, else it asserts it.

Rules in the order in which a reader takes them. What refutes goes first, since a report that something is untrue
denies it; then whatever shows that the text only hands on: hearsay, a voice, a hedge, a question, quotation marks; what
is left is said in the text's own voice. A cue that the claim has itself is no stand on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from headwater.relations.context import Context
from headwater.relations.stance.cues import CUES, REFUTING, SUBORDINATE, VOICES
from headwater.text.function_words import FUNCTION_WORDS
from headwater.text.spans import meets
from headwater.types import Evidence, Span, Stance, StanceKind

__all__ = ["stance"]

_BEFORE: Final = re.compile(r"^(?P<who>[^:]{1,60}):\s")  # "Officials: ..."
_BEHIND: Final = re.compile(
    r"(?:[:,]|\s[-–—])\s*(?P<who>[^:,]{1,50})$|\s(?P<bare>Report|Sources?|Officials?|Claims?)\s*$"
)
_ACRONYM: Final = re.compile(r"^[A-Z]{2,4}$")
_WORDS_FIRST: Final = 12  # characters before which no subordinate clause begins
_CANCELS: Final = re.compile(r"^\W+(?:\w+\W+){0,2}$")  # between "not" and "a hoax"
_STEM: Final = 4  # letters that forms of one word share
_SHORTEST: Final = 3  # letters of a word that says something
_MARKED: Final = 2  # words in marks from which they are somebody's, and not a title


def stance(claimed: Span, told: Span, context: Context) -> Stance:
    """What the words at `told` (a headline, a sentence) do with what those at `claimed` say.

    They speak of it if they share a content word; whether they are about the same event is for the caller to know.
    Raises `KeyError` if a document is not in the context.
    """
    claim, text = context.words(claimed), context.words(told)
    if _stems(claim).isdisjoint(_stems(text)):
        return Stance(StanceKind.SILENT)
    against = _uncancelled([*_found(claim, text, REFUTING)], text)
    if against:
        return Stance(StanceKind.DENIES, tuple(_evidence(one, text, claimed, told) for one in against))
    handed_on = [*_found(claim, text, [name for name in CUES if name not in REFUTING]), *_voices(text)]
    marked = [*_evidence_of_marks(claimed, told, context)]
    parts = (*(_evidence(one, text, claimed, told) for one in handed_on), *marked)
    return Stance(StanceKind.REPORTS if parts else StanceKind.ASSERTS, parts)


def _stems(text: str) -> set[str]:
    """The beginnings of the words that say something: what "Attacked" and "attack" share."""
    words = re.findall(r"[^\W_]+", text.lower())
    return {word[:_STEM] for word in words if word not in FUNCTION_WORDS and len(word) >= _SHORTEST}


Cue = tuple[str, int, int]  # class, start and end in the text


def _found(claim: str, text: str, names: Sequence[str]) -> Iterator[Cue]:
    """The first cue of each class in the text, unless the claim has one of the class."""
    for name in names:
        mine, theirs = (_main_clause(each) if name == "negation" else each for each in (text, claim))
        here, there = CUES[name].search(mine), CUES[name].search(theirs)
        if name == "negation" and there is not None and here is None:
            yield name, 0, len(text)  # the claim denies, the text does not
        elif here is not None and there is None:
            yield name, here.start(), here.end()


def _main_clause(text: str) -> str:
    """The text up to where its first subordinate clause begins."""
    found = SUBORDINATE.search(text, _WORDS_FIRST)
    return text[: found.start()] if found is not None else text


def _uncancelled(cues: Sequence[Cue], text: str) -> list[Cue]:
    """The cues less a negation and the refuting word that it negates: "is not a hoax", "did not deny"."""
    negation = next((cue for cue in cues if cue[0] == "negation"), None)
    if negation is None:
        return list(cues)
    gone = [cue for cue in cues if cue[1] >= negation[2] and _CANCELS.match(text[negation[2] : cue[1]])]
    return [cue for cue in cues if cue not in gone and not (gone and cue is negation)]


def _voices(text: str) -> Iterator[Cue]:
    """Who is named before a colon, or behind a comma, colon or dash, as the one who says it."""
    before = _BEFORE.search(text)
    if before is not None and (VOICES.search(before["who"]) or _ACRONYM.match(before["who"])):
        yield "voice before a colon", *before.span("who")
    behind = _BEHIND.search(text)
    if behind is not None and (behind["bare"] or VOICES.search(behind["who"])):
        yield "voice at the end", *behind.span("bare" if behind["bare"] else "who")


def _evidence_of_marks(claimed: Span, told: Span, context: Context) -> Iterator[Evidence]:
    """Words of the text in quotation marks, where the claim's are not."""
    if any(meets(span, claimed) for span in context.documents[claimed.article].quoted):
        return
    for span in context.documents[told.article].quoted:
        words = context.words(span).split()
        if meets(span, told) and len(words) >= _MARKED and not _is_title(words):
            yield Evidence("quotation marks", 1.0, f"“{context.words(span)}”", claimed, span)


def _is_title(words: Sequence[str]) -> bool:
    return all(word[:1].isupper() for word in words)


def _evidence(cue: Cue, text: str, claimed: Span, told: Span) -> Evidence:
    name, start, end = cue
    span = Span(told.article, told.start + start, told.start + end)
    detail = f"“{text[start:end]}”" if end - start < len(text) else "the claim denies, the text does not"
    return Evidence(name, 1.0, detail, claimed, span)
