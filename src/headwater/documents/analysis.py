"""What is found in a text: the kernels in order, and the structure of lines and sentences that they rest on."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

import msgspec

from headwater.text.dates import find_dates
from headwater.text.furniture import find_furniture
from headwater.text.names import find_names
from headwater.text.numbers import find_quantities
from headwater.text.quotemarks import quoted_spans
from headwater.text.spans import meets
from headwater.text.unhung import unhung
from headwater.types import Article, Date, Document, Furniture, FurnitureKind, Name, Parse, Sentence, Span, Token

__all__ = ["anchor_of", "dates_of", "document_of"]

_PARAGRAPH = re.compile(r"[^\n]+")


def document_of(text: str, parse: Parse) -> Document:
    """What is found in a text whoever published it, as the document of an article of that text and nothing else.

    The article has no id and no metadata, so nothing here can rest on them; dates, which do, are left out.
    """
    article = Article(id="", text=text, name="")
    paragraphs = tuple(_paragraphs(article))
    sentences = tuple(_sentences(article, parse, paragraphs))
    furniture = find_furniture(article)
    datelines = [part.span for part in furniture if part.kind is FurnitureKind.DATELINE]
    tokens = unhung(_rooted(parse.tokens, sentences), sentences, datelines)
    return Document(
        article=article,
        tokens=tokens,
        sentences=sentences,
        paragraphs=paragraphs,
        furniture=furniture,
        names=_reported(find_names(article, tokens, sentences), furniture),
        quantities=find_quantities(article, tokens),
        quoted=quoted_spans(article),
    )


def anchor_of(article: Article) -> datetime.date | None:
    """The day that relative dates count from: publication."""
    if article.published is None:
        return None
    return datetime.date.fromisoformat(article.published.value[:10])


def dates_of(found: Document, anchor: datetime.date | None) -> tuple[Date, ...]:
    """The dates of a text that was published on that day."""
    return find_dates(found.article, found.tokens, anchor)


def _reported(names: Sequence[Name], furniture: Sequence[Furniture]) -> tuple[Name, ...]:
    """The names of the story, without those who wrote it or took the pictures; a dateline's town stays."""
    apart = [part.span for part in furniture if part.kind is not FurnitureKind.DATELINE]
    return tuple(name for name in names if not any(meets(part, name.span) for part in apart))


def _paragraphs(article: Article) -> Iterator[Span]:
    """Lines that hold something: news text marks paragraphs by line breaks, single or double."""
    for match in _PARAGRAPH.finditer(article.text):
        line = match.group()
        lead = len(line) - len(line.lstrip())
        body = line.strip()
        if body:
            yield Span(article.id, match.start() + lead, match.start() + lead + len(body))


def _sentences(article: Article, parse: Parse, paragraphs: Sequence[Span]) -> Iterator[Sentence]:
    """The parser's sentences, cut where a paragraph ends: no sentence runs over a paragraph's end."""
    paragraph = 0
    for first, last in parse.sentences:
        start = first
        for index in range(first, last):
            token = parse.tokens[index]
            while paragraph + 1 < len(paragraphs) and token.start >= paragraphs[paragraph + 1].start:
                if start < index:
                    yield from _sentence(article, parse.tokens, start, index, paragraph)
                start = index
                paragraph += 1
        if start < last:
            yield from _sentence(article, parse.tokens, start, last, paragraph)


def _sentence(article: Article, tokens: Sequence[Token], first: int, last: int, paragraph: int) -> Iterator[Sentence]:
    """One sentence without white space at its edges; nothing if it is only white space."""
    while first < last and tokens[first].pos == "SPACE":
        first += 1
    while first < last and tokens[last - 1].pos == "SPACE":
        last -= 1
    if first < last:
        yield Sentence(Span(article.id, tokens[first].start, tokens[last - 1].end), first, last, paragraph)


def _rooted(tokens: Sequence[Token], sentences: Sequence[Sentence]) -> tuple[Token, ...]:
    """The tokens, each governed from within its sentence: where a paragraph's end cut one off, it is its own root."""
    rooted = list(tokens)
    for sentence in sentences:
        for index in range(sentence.first, sentence.last):
            if not sentence.first <= tokens[index].head < sentence.last:
                rooted[index] = msgspec.structs.replace(tokens[index], head=index, dep="ROOT")
    return tuple(rooted)
