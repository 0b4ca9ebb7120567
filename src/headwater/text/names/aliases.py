"""Places where an article itself says that two names are one: "Workers' Front (WF)", "X, also known as Y"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Final

from headwater.text.names.lexicon import BODY_WORDS
from headwater.text.spelling import fold
from headwater.text.wordset import wordset
from headwater.types import Article, EntityKind, Name

__all__ = ["find_aliases", "initials"]

_QUOTES: Final = "[\"“”‘’']?"
# What stands between two names of one thing.
_KNOWN_AS: Final = re.compile(
    rf"\s*[,(]?\s*(?:who is |which is |collectively |also |better |formerly |previously |locally |once |now )*"
    rf"(?:known|called|named|referred to|abbreviated|alias|a\.?k\.?a\.?)\s*(?:(?:in \w+ )?(?:as|by|to)\s+)?"
    rf"(?:(?:his|her|its|their|the) (?:nom de guerre|pseudonym|initials|acronym|nickname|stage name|pen name),?\s+)?"
    rf"(?:the\s+)?{_QUOTES}",
    re.IGNORECASE,
)
_NOM: Final = re.compile(
    rf"\s*,?\s*(?:whose|with the|under the|by the|the) (?:real name|birth name|nom de guerre|pseudonym|alias)"
    rf"\s*(?:is|was|of|:)?\s*{_QUOTES}",
    re.IGNORECASE,
)
_OR: Final = re.compile(rf"\s*,\s*or\s+(?:simply\s+|just\s+)?(?:the\s+)?{_QUOTES}")
_IN_LANGUAGE: Final = re.compile(
    rf"{_QUOTES}\s*(?:,|\))?\s*(?:in|by)\s+(?:its\s+|the\s+)?(?:[A-Z]\w+|acronym|initials)\b"
)
_PARENTHESIS: Final = re.compile(rf"\s*\(\s*(?:the\s+)?{_QUOTES}")
_CLOSED: Final = re.compile(rf"{_QUOTES}\s*[),;]")
_MINOR: Final = wordset("of the for and in on to de la del al el at")


def find_aliases(article: Article, names: Sequence[Name]) -> Iterator[tuple[Name, Name]]:
    """Pairs of neighbouring names that the article gives as names of one thing, in text order."""
    for left, right in itertools.pairwise(names):
        between = article.text[left.span.end : right.span.start]
        if len(between) <= 60 and "\n" not in between and _alike(article, left, right, between):
            yield left, right


def _alike(article: Article, left: Name, right: Name, between: str) -> bool:
    if EntityKind.GROUP in (left.kind, right.kind):
        return False
    after = article.text[right.span.end : right.span.end + 40]
    if _KNOWN_AS.fullmatch(between) or _NOM.fullmatch(between):
        return True
    name, short = _text(article, left), _text(article, right)
    if _OR.fullmatch(between):
        return bool(_IN_LANGUAGE.match(after)) or _abbreviates(short, name)
    return bool(_PARENTHESIS.fullmatch(between) and _CLOSED.match(after) and _abbreviates(short, name))


def _text(article: Article, name: Name) -> str:
    return article.text[name.span.start : name.span.end]


def _abbreviates(short: str, name: str) -> bool:
    """Whether a word in capitals may stand for the name: its initials, or those of its name in another tongue."""
    key = fold(short)
    if not key.isalpha() or not short.replace(".", "").isupper() or not 2 <= len(key) <= 8:
        return False
    words = fold(name).split()
    return key in initials(name) or (len(words) > 2 and (words[-1] in BODY_WORDS or key[0] == words[0][0]))


def initials(name: str) -> frozenset[str]:
    """The acronyms, folded, that a name of several words can have: with and without its small words."""
    words = fold(name).split()
    major = [word for word in words if word not in _MINOR]
    if len(major) < 2:
        return frozenset()
    return frozenset({"".join(word[0] for word in words), "".join(word[0] for word in major)})
