"""The words beside a name that say who it is.

Four places are read: before the name ("Foreign Minister X"), after it between commas ("X, the commander of Y,"), before
it with a comma ("Y's foreign minister, X"), and, where the parser sees it, as an apposition of another noun.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from headwater.text.names.lexicon import COURTESY, HALVES, is_role, is_title, plain
from headwater.text.names.runs import Run, word
from headwater.types import Article, Sentence, Span, Token

__all__ = ["role_of", "titled"]

_MODIFIERS: Final = frozenset({"NOUN", "PROPN", "ADJ"})
_LONGEST: Final = 9  # words of a role before a name
_FARTHEST: Final = 16  # words of an apposition after it
_OPENERS: Final = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON"})
_RELATIVE: Final = frozenset({"WP", "WP$", "WDT"})
_INSIDE: Final = frozenset({"of", "for", "at", "in", "to", "with", "from", "on", "and"})


def titled(article: Article, tokens: Sequence[Token], run: Run) -> bool:
    """Whether a title, courtesy, rank or office stands directly before the name: what follows is a person."""
    if run.first == 0:
        return False
    before = tokens[run.first - 1]
    half = plain(word(article, before)) in HALVES
    return _adjacent(article, before, tokens[run.first]) and _person_word(article, before) and not half


def role_of(article: Article, tokens: Sequence[Token], sentence: Sentence, run: Run) -> Span | None:
    """The span of the words that say who the named person is, without article and courtesy; None if none is read."""
    return (
        _before(article, tokens, sentence, run)
        or _after(article, tokens, sentence, run)
        or _before_comma(article, tokens, sentence, run)
    )


def _adjacent(article: Article, left: Token, right: Token) -> bool:
    return article.text[left.end : right.start].strip(" ") == ""


def _person_word(article: Article, token: Token) -> bool:
    text = word(article, token)
    return is_title(text) or (token.pos in ("NOUN", "PROPN") and is_role(token.lemma))


def _before(article: Article, tokens: Sequence[Token], sentence: Sentence, run: Run) -> Span | None:
    """Read "Deputy Foreign Minister" before the name; "Mr." alone is no role."""
    last = run.first
    while last > sentence.first and plain(word(article, tokens[last - 1])) in COURTESY:
        last -= 1
    if last == sentence.first or not _person_word(article, tokens[last - 1]):
        return None
    if not _adjacent(article, tokens[last - 1], tokens[last]):
        return None
    return _phrase(article, tokens, sentence, last)


def _phrase(article: Article, tokens: Sequence[Token], sentence: Sentence, last: int) -> Span | None:
    """The nouns and adjectives that end before token `last`, hyphenated ones whole."""
    first = last
    while first > sentence.first and last - first < _LONGEST and _modifies(article, tokens, first - 1):
        first -= 1
    while first < last and not word(article, tokens[first])[:1].isalnum():
        first += 1
    return Span(article.id, tokens[first].start, tokens[last - 1].end) if first < last else None


def _modifies(article: Article, tokens: Sequence[Token], index: int) -> bool:
    token, text = tokens[index], word(article, tokens[index])
    if "\n" in article.text[token.end : tokens[index + 1].start]:
        return False
    participle = token.tag in ("VBN", "VBG") and token.dep == "amod"
    return ((token.pos in _MODIFIERS or participle) and not text.endswith(("’s", "'s"))) or text in ("-", "&")


def _after(article: Article, tokens: Sequence[Token], sentence: Sentence, run: Run) -> Span | None:
    """The apposition after a comma: its words up to the next comma or verb, if a word for a person heads it."""
    first = run.last + 1
    if run.last >= sentence.last or word(article, tokens[run.last]) != ",":
        return None
    if first + 1 < sentence.last and tokens[first].pos == "NUM" and word(article, tokens[first + 1]) == ",":
        first += 2  # an age between commas
    if first >= sentence.last or tokens[first].pos not in _OPENERS or tokens[first].tag in _RELATIVE:
        return None
    last = first
    while last < min(sentence.last, first + _FARTHEST) and not _closes(article, tokens[last]):
        last += 1
    if tokens[first].pos in ("DET", "PRON") and last - first > 1:
        first += 1
    if not _headed(article, tokens, first, last):
        return None
    return Span(article.id, tokens[first].start, tokens[last - 1].end)


def _closes(article: Article, token: Token) -> bool:
    text = word(article, token)
    return (
        token.tag in ("VBD", "VBZ", "VBP", "MD", "WP", "WDT", "WRB")
        or (text in ("said", "says") or text.isspace())
        or (not text[:1].isalnum() and text not in ("-", "’s", "'s", "’", "'", "&"))
    )


def _headed(article: Article, tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a word for a person stands before the first preposition, not as the title of a name after it."""
    for index in range(first, last):
        token = tokens[index]
        if word(article, token).casefold() in _INSIDE and index > first:
            return False
        if token.pos in ("NOUN", "PROPN") and is_role(token.lemma):
            if index + 1 == last or tokens[index + 1].pos not in ("NOUN", "PROPN"):
                return True
            return tokens[index + 1].ent != "PERSON" and _headed(article, tokens, index + 1, last)
    return False


def _before_comma(article: Article, tokens: Sequence[Token], sentence: Sentence, run: Run) -> Span | None:
    """A role, a comma, the name: "the council's chairwoman, X". The parser must hold the name for an apposition."""
    comma = run.first - 1
    if comma <= sentence.first or word(article, tokens[comma]) != ",":
        return None
    outside = [t for t in tokens[run.first : run.last] if not run.first <= t.head < run.last]
    if not outside or outside[0].dep != "appos":
        return None
    head = outside[0].head
    if not sentence.first <= head < comma or not is_role(tokens[head].lemma) or tokens[head].ent == "PERSON":
        return None
    phrase = _phrase(article, tokens, sentence, head + 1)
    if phrase is None or any(_closes(article, token) for token in tokens[head + 1 : comma]):
        return phrase
    return Span(article.id, phrase.start, tokens[comma - 1].end)
