"""Quotation marks lost in copying: a speaker's words that read as the newsroom's own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from headwater.findings.alterations.aligned import Aligned, Change, both_ways
from headwater.findings.alterations.texts import Text
from headwater.text.spans import meets
from headwater.types import AlterationKind, QuoteForm, Span

__all__ = ["mark_changes"]

_FEWEST: Final = 5  # words; shorter quotes may be taken up without marks as one's own
_FEWEST_PARTIAL: Final = 2  # words of a fragment between marks
_COPIED: Final = 0.8  # share of the passage's words kept from which a fragment's marks were lost and not left out
_KEPT: Final = 0.7  # share of a quote's words that must stand on the other side, without marks
_GLYPHS: Final = frozenset('"“”„«»')
_OPENING: Final = _GLYPHS | {"'", "‘", "’", "`", "‹", "›"}
_CLOSED: Final = frozenset({",'", ",’", ".'", ".’"})
_FIRST_PERSON: Final = frozenset({"i", "me", "my", "we", "us", "our"})
_FINITE: Final = frozenset({"VBD", "VBP", "VBZ", "MD"})


def mark_changes(aligned: Aligned) -> Iterator[Change]:
    """A speaker's words that stand without quotation marks on one side only."""
    return both_ways(_unmarked, aligned)


def _unmarked(aligned: Aligned) -> Iterator[Change]:
    passage = aligned.passage.left
    for quoted in aligned.left.document.quoted:
        if quoted.end <= passage.start or passage.end <= quoted.start or not _is_opened(aligned.left, quoted):
            continue
        words = [i for i in aligned.left_words if _inside(aligned.left, i, quoted.start, quoted.end)]
        kept = [aligned.kept[i] for i in words if i in aligned.kept]
        clause = _is_clause(aligned.left, words)
        if not words or len(kept) < (_KEPT if clause else 1.0) * len(words):
            continue
        if not clause and not _is_lifted(aligned, words):
            continue
        if any(i not in aligned.kept for i in words if aligned.left.tokens[i].lemma in _FIRST_PERSON):
            continue  # "he raced past me" told as "he raced past him" is reported speech
        here, there = aligned.left.span(words), aligned.right.span(kept)
        if not _is_marked(aligned.right, there) and not _is_reported(aligned.right, there):
            harm = "a speaker's words read as the newsroom's own"
            detail = f"{len(kept)} of {len(words)} quoted words kept"
            yield Change(
                AlterationKind.MARKS_LOST,
                here,
                there,
                harm,
                "right",
                "marks lost" if clause else "partial marks lost",
                detail,
            )


def _is_opened(text: Text, quoted: Span) -> bool:
    """Whether a mark stands before the words: a text that begins amid a quote does not show what was between marks."""
    return text.document.article.text[max(0, quoted.start - 1) : quoted.start] in _OPENING


def _is_lifted(aligned: Aligned, words: list[int]) -> bool:
    """Whether a fragment stands letter for letter in a sentence that was copied, so that only its marks are gone."""
    if len(words) < _FEWEST_PARTIAL or aligned.agreement < _COPIED:
        return False
    return all(aligned.left.written(word) == aligned.right.written(aligned.kept[word]) for word in words)


def _inside(text: Text, word: int, start: int, end: int) -> bool:
    return start <= text.tokens[word].start and text.tokens[word].end <= end


def _is_clause(text: Text, words: list[int]) -> bool:
    """Whether the quoted words are a statement; a fragment of it is rightly taken into a paraphrase."""
    return len(words) >= _FEWEST and any(text.tokens[word].tag in _FINITE for word in words)


def _is_marked(text: Text, there: Span) -> bool:
    """Whether the words stand between marks, or beside one that has lost its partner."""
    if any(meets(mark, there) for mark in text.document.quoted):
        return True
    written = text.document.article.text
    before, behind = written[max(0, there.start - 2) : there.start], written[there.end : there.end + 2]
    return bool(_GLYPHS & {*before, *behind}) or behind in _CLOSED


def _is_reported(text: Text, there: Span) -> bool:
    """Whether the words are reported speech, said to be so before they begin: "he said that the dam would hold"."""
    return any(
        quote.form is QuoteForm.INDIRECT
        and quote.content.start < there.end
        and there.start < quote.content.end
        and quote.cue is not None
        and (quote.cue.start < there.start or text.read(quote.cue).lower().startswith("according"))
        for quote in text.quotes
    )
