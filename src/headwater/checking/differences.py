"""What the reports say instead: the doubtful words of a claim that a report has something else for, typed.

A doubtful word whose place in the report another word fills is said otherwise; so are a word whose opposite stands
there, a verb that one side denies, a hedge that the claim lacks, a part in the event that changed sides. A quotation
is compared with the reports to the letter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from headwater.checking.bearing import Bearing, words_at
from headwater.checking.doubts import Doubt
from headwater.text.words import fold
from headwater.types import Aspect, Document, Span

__all__ = ["Otherwise", "aspect_of", "otherwise_of", "quotation_changed"]

_SHORTEST: Final = 4  # words of a quotation that is held against the reports to the letter
_KEPT: Final = 0.6  # share of a quotation's words in a row from which a report has it in other words
_SORTS: Final = {
    "name": Aspect.WHO,
    "number": Aspect.NUMBER,
    "time": Aspect.DATE,
    "denial": Aspect.POLARITY,
    "hedge": Aspect.CERTAINTY,
}
_TRAITS: Final[Mapping[str, tuple[Aspect, str]]] = {
    "opposite said": (Aspect.POLARITY, "the opposite is said: “{draft}” against “{report}”"),
    "verb denied on one side": (Aspect.POLARITY, "“{draft}” is denied on one side and not on the other"),
    "adjective denied on one side": (Aspect.POLARITY, "“{draft}” is denied on one side and not on the other"),
    "hedge lost": (Aspect.CERTAINTY, "the reports are not sure of it: “{report}”"),
    "role turned": (Aspect.ROLE, "“{draft}” stands on the other side of what is done"),
    "another in its place": (Aspect.WHAT, "“{report}” stands where the draft has “{draft}”"),
    "another beside": (Aspect.WHAT, "“{report}” stands where the draft has “{draft}”"),
}


class Otherwise(NamedTuple):
    """Words of the draft, the words of a report that say it otherwise, in which respect, and what that does."""

    aspect: Aspect
    draft: Span
    report: Span
    harm: str


def aspect_of(bearing: Bearing, doubt: Doubt) -> Aspect:
    """Which part of the claim a word is."""
    sort = doubt.traits[0].name.partition(" ")[0]
    if sort == "name" and bearing.claim.tokens[doubt.word].ent in ("GPE", "LOC", "FAC"):
        return Aspect.PLACE
    return _SORTS.get(sort, Aspect.WHAT)


def otherwise_of(bearing: Bearing, doubts: Sequence[Doubt]) -> Iterator[Otherwise]:
    """What the reports have instead of the doubtful words, each word once."""
    for doubt in doubts:
        found = next((trait for name in _TRAITS if (trait := doubt.trait(name)) and trait.report is not None), None)
        if found is None or found.report is None:
            continue
        aspect, harm = _TRAITS[found.name]
        aspect = aspect_of(bearing, doubt) if aspect is Aspect.WHAT else aspect
        draft = bearing.claim.span(doubt.word, doubt.word)
        words = {"draft": words_at(bearing.claim, draft), "report": _report_words(bearing, found.report)}
        yield Otherwise(aspect, draft, found.report, harm.format(**words))


def _report_words(bearing: Bearing, span: Span) -> str:
    sides = (bearing.side(number) for number in bearing.near)
    return next(words_at(side, span) for side in sides if side.document.article.id == span.article)


def quotation_changed(
    quotation: Span, draft: Document, documents: Sequence[Document], near: Sequence[Span]
) -> Otherwise | None:
    """The report's words for a quotation of the draft that stands in no report to the letter; None if it does.

    None also if no sentence that is `near` has most of its words in order: then it is not found at all.
    """
    words = _folded(draft.article.text[quotation.start : quotation.end])
    if len(words) < _SHORTEST or any(_has(words, _folded(each.article.text)) for each in documents):
        return None
    texts = {document.article.id: document.article.text for document in documents}
    for span in near:
        there = _folded(texts[span.article][span.start : span.end])
        if sum(word in there for word in words) >= _KEPT * len(words):
            return Otherwise(Aspect.QUOTE, quotation, span, "the quotation does not have the report’s words")
    return None


def _folded(text: str) -> list[str]:
    return [folded for word in text.replace("’", "").replace("'", "").split() if (folded := fold(word))]


def _has(words: Sequence[str], text: Sequence[str]) -> bool:
    joined = f" {' '.join(text)} "
    return f" {' '.join(words)} " in joined
