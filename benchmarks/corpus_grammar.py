"""The sentences of invented prose: a grammar of news English, wide enough that two texts hardly ever say the same.

The rules are in `corpus_grammar.txt`. Right sides stand between bars, `3x` before one makes it three times as likely.
Capital symbols are rules, tags of words (`corpus_words`) or names of the event told of; all else is text. Sense there
is none, word order there is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from random import Random
from typing import Final

from benchmarks.corpus_words import WORDS_BITS, word_tables

__all__ = ["grow", "written"]

_GRAMMAR: Final = Path(__file__).with_name("corpus_grammar.txt")
_ABOUT: Final = 0.3  # words drawn from those that the text is about
_ALTERNATIVE: Final = re.compile(r"(?:(\d)x )?(.+)")


@cache
def _rules() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    rules: dict[str, list[tuple[str, ...]]] = {}
    for line in _GRAMMAR.read_text().splitlines():
        name, _, rights = line.partition(" = ")
        for right in rights.split(" | "):
            found = _ALTERNATIVE.fullmatch(right)
            if found is not None:
                rules.setdefault(name, []).extend([tuple(found[2].split())] * int(found[1] or 1))
    return {name: tuple(rights) for name, rights in rules.items()}


def grow(
    symbol: str, random: Random, topics: Mapping[str, tuple[str, ...]], names: Mapping[str, tuple[str, ...]]
) -> str:
    """A sentence, or a row of them, that a rule allows.

    `topics` are words by tag that the text is about: three words of ten are drawn from them. `names` are what stands
    for symbols that have no rule ("PERSON").
    """
    rules, tables = _rules(), word_tables()
    chance, bits = random.random, random.getrandbits
    waiting, made = [symbol], []
    while waiting:
        each = waiting.pop()
        if each in rules:
            rights = rules[each]
            waiting.extend(reversed(rights[int(chance() * len(rights))]))
        elif each in tables:
            about = topics[each] if chance() < _ABOUT else tables[each]
            made.append(about[bits(WORDS_BITS) % len(about)])
        elif each in names:
            made.append(names[each][int(chance() * len(names[each]))])
        else:
            made.append(each)
    return written(made)


_JOINED: Final = re.compile(r" (?=[.,;:”]|'s\b)|(?<=“) ")
_ARTICLE: Final = re.compile(r"\b([Aa]) (?=[aeio]|un(?!i))")
_OPENING: Final = re.compile(r"(?:^|(?<=[.!?] )|(?<=[.!?]” )|(?<=[:,] )(?=“))“?[a-z]")


def written(words: list[str]) -> str:
    """Words and marks as running text: marks joined on, sentences begun with capitals, "an" before vowels."""
    text = _ARTICLE.sub(r"\1n ", _JOINED.sub("", " ".join(words))).replace(" - ", " – ")
    return _OPENING.sub(lambda found: found[0].upper(), text)
