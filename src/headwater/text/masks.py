"""What independent reporters share legitimately: quotes, official statements, furniture, page chrome, titles of names.

Words under a mask stay aligned and visible, but sharing them is no sign that one text came from the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from msgspec import Struct

from headwater.types import Document, Sentence, Span

__all__ = ["Mask", "MaskKind", "find_masks"]


class MaskKind(StrEnum):
    """Why words may be shared; the value is what `Passage.mask` says."""

    QUOTE = "quote"
    STATEMENT = "statement"
    FURNITURE = "furniture"
    CHROME = "chrome"  # learned from the outlet's other articles: `text/chrome` finds it, not `find_masks`
    TITLE = "title"


class Mask(Struct, frozen=True, order=True):
    """A stretch of text and why sharing it tells nothing."""

    span: Span
    kind: MaskKind


_DOCUMENT_CUE: Final = re.compile(
    r"\b(?:in|according to|reads?|released|issued|full text of) (?:a|an|the|its|his|her|their|this)?\s*"
    r"(?:\w+ ){0,2}(?:statement|press release|news release|communiqu[eé]|transcript|tweet|letter)\b"
    r"|\bstatement (?:read|reads|said|says|added)\b|\b(?:tweeted|wrote on twitter|posted on)\b"
    r"|pic\.twitter\.com|\(@\w+\)",
    re.IGNORECASE,
)
_FIRST_PERSON: Final = frozenset({"i", "me", "my", "we", "us", "our", "myself", "ourselves", "mine", "ours"})
# Where it is the newsroom that says "we" or "me": it passes on what others say, and gives no speech.
_NEWSROOM: Final = re.compile(
    r"\b(?:we|i) (?:(?:have|also|now|can) )?(?:read|report|reported)\b|\btells (?:me|us)\b"
    r"|\bour (?:own )?(?:\w+ )?(?:reporters?|correspondents?|newsrooms?|newspaper|sister paper|readers)\b",
    re.IGNORECASE,
)
_SPEAKER_TURN: Final = re.compile(r"^[A-Z][A-Z .'’-]{2,40}:\s")  # "THE MAYOR: " opens a turn of a transcript
_POST_SIGNATURE: Final = re.compile(r"^[—–-]{1,2}\s?.{2,60}\(@\w+\)")  # under a post taken from a social network
_OWN_VOICE: Final = 0.3  # share of paragraphs in the first person from which it is the author who speaks


def find_masks(document: Document) -> tuple[Mask, ...]:
    """All masked stretches that a document shows by itself, in order; they may overlap."""
    masks = [Mask(span, MaskKind.QUOTE) for span in document.quoted]
    masks += [Mask(part.span, MaskKind.FURNITURE) for part in document.furniture]
    masks += _statements(document)
    masks += _titles(document)
    return tuple(sorted(masks))


def _statements(document: Document) -> Iterator[Mask]:
    """Paragraphs that are somebody's prepared or recorded words, and sentences that pass a document on."""
    speeches = _speeches(document)
    for sentence in document.sentences:
        words = document.article.text[sentence.span.start : sentence.span.end]
        if sentence.paragraph in speeches or _DOCUMENT_CUE.search(words):
            yield Mask(sentence.span, MaskKind.STATEMENT)


def _speeches(document: Document) -> frozenset[int]:
    """Paragraphs of speech or post without quotation marks; none where the author speaks in the first person."""
    speaking = {sentence.paragraph for sentence in document.sentences if _speaks(document, sentence)}
    if len(speaking) > _OWN_VOICE * len(document.paragraphs):
        speaking = set()
    texts = [document.article.text[span.start : span.end] for span in document.paragraphs]
    turns = {number for number, text in enumerate(texts) if _SPEAKER_TURN.match(text)}
    posts = {number - 1 for number, text in enumerate(texts) if number and _POST_SIGNATURE.match(text)}
    return frozenset(speaking | turns | posts)


def _speaks(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence speaks in the first person outside quotation marks: speech whose marks were lost."""
    text = document.article.text
    newsroom = [found.span() for found in _NEWSROOM.finditer(text, sentence.span.start, sentence.span.end)]
    return any(
        token.pos == "PRON"
        and token.lemma in _FIRST_PERSON
        and not _quoted(document, token.start)
        and not any(start <= token.start < end for start, end in newsroom)
        for token in document.tokens[sentence.first : sentence.last]
    )


def _quoted(document: Document, place: int) -> bool:
    return any(span.start <= place < span.end for span in document.quoted)


def _titles(document: Document) -> Iterator[Mask]:
    """Names with the words that say who it is: "Foreign Ministry spokesman A. B." has only one wording."""
    for name in document.names:
        if name.role is not None:
            span = Span(document.article.id, min(name.span.start, name.role.start), max(name.span.end, name.role.end))
            yield Mask(span, MaskKind.TITLE)
