"""The attribution chain of a stretch of text: whose word it is, outermost first, and what kind of source each is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from headwater.quotes.reach import is_beyond
from headwater.quotes.sources import NEWSROOM
from headwater.text.spans import holds, tokens_in
from headwater.text.wordset import wordset
from headwater.types import Attribution, Document, EntityKind, Quote, SourceKind, Span, Token

__all__ = ["attribution_at", "source_kind"]

_COVERED: Final = 0.7  # of the words, source and cue apart: a clause that only begins inside a quote is not quoted
_WORD: Final = re.compile(r"\w+")
_ANONYMITY: Final = re.compile(
    r"""condition\ of\ anonymity|requested\ anonymity|anonymously|not\ to\ be\ (?:named|identified|quoted)
    |declined\ to\ (?:be\ (?:named|identified)|give\ (?:his|her|their|a)\ names?)|(?:not|n[o'’]t)\ authori[sz]ed\ to
    |did\ (?:not|n[o'’]t)\ want\ to\ be\ (?:named|identified)|without\ (?:being\ named|attribution)
    |refused\ to\ be\ (?:named|identified)|(?:his|her|their)\ names?\ (?:was|were)\ withheld""",
    re.IGNORECASE | re.VERBOSE,
)
_LOOK_ON: Final = 260  # characters after a source in which its anonymity is told: the sentence after it
_PERSONAL: Final = frozenset({"he", "she", "i", "we", "him", "her", "me", "us"})
_DOCUMENTS: Final = wordset("""
    report statement document letter study survey poll datum data filing memo transcript indictment complaint lawsuit
    affidavit email footage video photo image record statistic figure release article book website result evidence
    research analysis investigation review audit paper law ruling verdict bulletin communique dispatch
    """)
_BODIES: Final = wordset("""
    ministry government police army military parliament committee council court company party union agency office
    department group militia coalition commission campaign authority embassy hospital bank board administration regime
    navy force network broadcaster channel newspaper university church team opposition state medium media congress
    senate house palace cabinet bureau service institute organisation organization association federation movement
    country nation watchdog charity firm club foundation newspaper ministry prosecutor council ngo think-tank
    """)
_PAIRS: Final = frozenset({"coast guard", "national guard", "fire brigade", "white house", "red cross", "home office"})


def attribution_at(document: Document, quotes: Sequence[Quote], span: Span) -> tuple[Attribution, ...]:
    """Give the attribution chain of the words at `span`, outermost source first; empty for the newsroom's own word.

    `quotes` are those of the document. A quote counts if its content holds the span, source, cue and channel that
    stand inside the span apart: a claim's clause may hold its own "according to".
    """
    groups = _by_cue(document, quotes)
    holding = [group for group in groups if _covers(document, group, span) and not _is_beyond(document, group, span)]
    holding.sort(key=lambda group: (-_size(group), _is_citing(document, group[0]), group[0].content.start))
    return tuple(_attribution(document, group[0]) for group in holding)


def _by_cue(document: Document, quotes: Sequence[Quote]) -> list[list[Quote]]:
    """Quotes under one cue together: the pieces of one utterance, and its paraphrase with its marked words."""
    groups: dict[tuple[int, int], list[Quote]] = {}
    for quote in quotes:
        if quote.content.article == document.article.id:
            key = (quote.cue.start, 0) if quote.cue is not None else (quote.content.start, 1)
            groups.setdefault(key, []).append(quote)
    return list(groups.values())


def _size(group: Sequence[Quote]) -> int:
    return max(quote.content.end for quote in group) - min(quote.content.start for quote in group)


def _is_citing(document: Document, quote: Quote) -> bool:
    """Tell whether a quote's source is one that another source cites: it stands behind that one in the chain."""
    cue = quote.cue
    return cue is not None and document.article.text[cue.start : cue.end].lower() in {"citing", "quoting"}


def _covers(document: Document, group: Sequence[Quote], span: Span) -> bool:
    """Tell whether enough words of the span, apart from those that name the source, lie in the contents."""
    if all(quote.content.end <= span.start or span.end <= quote.content.start for quote in group):
        return False
    naming = [part for quote in group for part in (quote.source, quote.cue, quote.channel) if part is not None]
    starts = [match.start() for match in _WORD.finditer(document.article.text, span.start, span.end)]
    told = [at for at in starts if not any(part.start <= at < part.end for part in naming)]
    inside = [at for at in told if any(quote.content.start <= at < quote.content.end for quote in group)]
    return bool(told) and len(inside) >= _COVERED * len(told)


def _is_beyond(document: Document, group: Sequence[Quote], span: Span) -> bool:
    return all(is_beyond(document, quote, span) for quote in group)


def _attribution(document: Document, quote: Quote) -> Attribution:
    kind = source_kind(document, quote)
    return Attribution(kind, quote.source, quote.cue, quote.speaker, quote.channel, quote.cue_class)


def source_kind(document: Document, quote: Quote) -> SourceKind:
    """Tell what kind of source a quote has, by the head of its noun phrase and the names in it."""
    head = None if quote.source is None else _head(document, quote.source)
    if quote.source is None or head is None:
        return SourceKind.UNKNOWN
    word = document.article.text[head.start : head.end].lower()
    if head.pos == "PRON" or word in _PERSONAL:
        return _kind_of_pronoun(word, quote)
    kinds = set(_kinds_at(document, quote.source, head))
    tests = (  # the first that holds decides
        (EntityKind.PERSON in kinds, SourceKind.NAMED),
        (_is_own(document, quote.source, head), SourceKind.OWN),
        (head.lemma in _DOCUMENTS, SourceKind.DOCUMENT),
        (_is_anonymous(document, quote.source), SourceKind.ANONYMOUS),
        (bool(kinds) or _is_body(document, quote.source, head), SourceKind.ORGANISATION),
        (bool(quote.speaker), SourceKind.NAMED),
    )
    return next((kind for holds, kind in tests if holds), _kind_of_noun(head))


def _is_own(document: Document, source: Span, head: Token) -> bool:
    """Tell whether a newsroom rests on its own eyes: "a Courier reporter", of the article's outlet if that is known."""
    if head.lemma not in NEWSROOM:
        return False
    words = document.article.text[source.start : source.end]
    known = [one.value for one in (document.article.outlet, document.article.agency) if one is not None]
    names = [word for word in words.split()[1:] if word[:1].isupper()]
    return bool(names) and (not known or any(name in outlet for name in names for outlet in known))


def _is_body(document: Document, source: Span, head: Token) -> bool:
    """Tell whether a common noun is a body: "the ministry", "the coast guard", a spokesman who has no name."""
    words = document.article.text[source.start : head.end].lower().split()
    return head.lemma in _BODIES or " ".join(words[-2:]) in _PAIRS


def _kind_of_pronoun(word: str, quote: Quote) -> SourceKind:
    if not quote.speaker:
        return SourceKind.UNKNOWN
    return SourceKind.NAMED if word in _PERSONAL else SourceKind.ORGANISATION


def _kind_of_noun(head: Token) -> SourceKind:
    """A name that the names stage did not take up counts by the parser's label; any other noun is a nameless person."""
    if head.pos != "PROPN":
        return SourceKind.ANONYMOUS
    return SourceKind.ORGANISATION if head.ent in {"ORG", "GPE", "NORP", "FAC"} else SourceKind.NAMED


def _tokens_in(document: Document, span: Span) -> Sequence[Token]:
    return [document.tokens[index] for index in tokens_in(document.tokens, span)]


def _head(document: Document, span: Span) -> Token | None:
    """The word of a noun phrase that all others hang on."""
    for token in _tokens_in(document, span):
        above = document.tokens[token.head]
        if above is token or not span.start <= above.start < span.end:
            return token
    return None


def _kinds_at(document: Document, span: Span, head: Token) -> Iterator[EntityKind]:
    """The kinds of the names at the head of a phrase, in apposition to it, or that it is the title of."""
    for name in document.names:
        if not holds(span, name.span):
            continue
        named = _tokens_in(document, name.span)
        apposed = any(token.dep == "appos" for token in named)  # even of a noun inside: "a spokesman for X, Roe"
        if name.span.start <= head.start < name.span.end or (apposed and name.kind is EntityKind.PERSON):
            yield name.kind


def _is_anonymous(document: Document, source: Span) -> bool:
    """Tell whether the text says, in the sentence of the source or the next, that it will not be named."""
    return _ANONYMITY.search(document.article.text, source.start, source.end + _LOOK_ON) is not None
