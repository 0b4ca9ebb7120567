"""Names as another desk writes them: the same name in another transliteration, all through a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from random import Random
from typing import Final

from headwater.testing.scribe.draft import Draft, Sentence, Word, words_of
from headwater.testing.scribe.pen import Pen
from headwater.testing.scribe.wording.grammar import PROPER
from headwater.text.thesaurus import known

__all__ = ["family_names", "respell_names", "respelt_names", "variant_spellings"]

# What transliterations of one name differ by: a pattern and what stands for it. Doubling only between vowels.
_RULES: Final = tuple(
    (re.compile(old), new)
    for old, new in (
        (r"^Al-", "El-"),
        (r"^El-", "Al-"),
        (r"(?<=.)kh", "h"),
        (r"^Kh", "H"),
        (r"^Q(?!u)", "K"),
        (r"(?<=.)q(?!u)", "k"),
        (r"(?<=[a-z])ou(?=[a-z])", "u"),
        (r"(?<=[a-z])oo(?=[a-z])", "u"),
        (r"(?<=[a-z])ee(?=[a-z])", "i"),
        (r"ei(?=[a-z])", "ai"),
        (r"ai(?=[a-z])", "ei"),
        (r"ay(?=[a-z])", "ai"),
        (r"aw(?=[a-z])", "au"),
        (r"(?<=[bdlnrtw])i$", "y"),
        (r"(?<=[aeo])y(?=[aeo])", "i"),
        (r"sh(?=[aeiou])", "sch"),
        (r"(?<=[aeiou])dh", "d"),
        (r"(?<=[a-z])ph", "f"),
        (r"(?<=[a-z])ck", "k"),
        (r"^Kv", "Qu"),
        (r"^J(?=[aeou])", "Dj"),
        (r"^Dj", "J"),
        (r"^Ts", "Tz"),
        (r"ov$", "off"),
        (r"ev$", "yev"),
        (r"ski$", "sky"),
        (r"sky$", "ski"),
        (r"sson$", "son"),
        (r"sen$", "son"),
        (r"quist$", "kvist"),
        (r"kvist$", "quist"),
        (r"(?<=[aeiou])([bdlmnrst])\1(?=[aeiou])", r"\1"),
        (r"(?<=[aeiou])([lmnrst])(?=[aeiou])", r"\1\1"),
        (r"ah$", "a"),
        (r"(?<=[bdlmnrstv])a$", "ah"),
    )
)
_SHORTEST: Final = 5  # letters: a shorter name with one letter exchanged is another name


def respell_names(draft: Draft, pen: Pen, *, rate: float = 1.0) -> Draft:
    """The draft with about `rate` (0 to 1) of its family names in another transliteration, each so all through."""
    chosen = [name for name in family_names(draft) if pen.random.random() < rate]
    table = {name: other for name in chosen if (other := _variant(name, draft, pen.random))}
    return draft.with_sentences([s if s.furniture else respelt_names(s, table, pen) for s in draft.sentences])


def respelt_names(sentence: Sentence, table: Mapping[str, str], pen: Pen, how: str = "name spelling") -> Sentence:
    """A sentence with the names of the table spelt as it says."""
    words: list[Word] = []
    for word in sentence.words:
        if word.text in table and word.tag in PROPER:
            words.extend(pen.exchange((word,), (word._replace(text=table[word.text]),), how))
        else:
            words.append(word)
    return sentence._replace(words=tuple(words))


def family_names(draft: Draft) -> tuple[str, ...]:
    """Words that end a name of two words or more and are no words of English, in order of appearance."""
    found = (name for sentence in draft.sentences if not sentence.furniture for name in _ends_of_names(sentence.words))
    return tuple(dict.fromkeys(found))


def variant_spellings(name: str) -> tuple[str, ...]:
    """The spellings that another transliteration of a name may have, one difference each."""
    forms = (rule.sub(new, name, count=1) for rule, new in _RULES)
    return tuple(dict.fromkeys(form for form in forms if form != name))


def _ends_of_names(words: tuple[Word, ...]) -> Iterator[str]:
    for place in range(1, len(words)):
        before, word = words[place - 1], words[place]
        ends = place + 1 == len(words) or words[place + 1].tag not in PROPER
        name = before.tag in PROPER and word.tag in PROPER and ends and word.text.isalpha() and word.text.istitle()
        if (
            name
            and len(word.text) >= _SHORTEST
            and not known(before.text)
            and not any(known(form) for form in _singulars(word.text))
        ):
            yield word.text


def _singulars(text: str) -> tuple[str, ...]:
    """The word and what it may be the plural of: "Ferries" in a company's name is no family."""
    return text, text.removesuffix("s"), text.removesuffix("es"), re.sub("ies$", "y", text)


def _variant(name: str, draft: Draft, random: Random) -> str:
    """Another spelling of a name that no other word of the text has; "" if there is none."""
    taken = {word.text for word in words_of(draft)}
    forms = [form for form in variant_spellings(name) if form not in taken]
    return random.choice(forms) if forms else ""
