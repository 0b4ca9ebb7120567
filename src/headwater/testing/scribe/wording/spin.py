"""Spinning: what a machine does that exchanges words for synonyms to pass a copy off as new.

It changes content words and leaves the skeleton of function words as it was, which is how Stamatatos (2011) finds such
copies. Names, numbers, titles before names and parts of set phrases stay; so do quotations, unless it spins them too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import log
from random import Random
from typing import Final, NamedTuple

from headwater.testing.scribe.draft import Draft, Sentence, Word
from headwater.testing.scribe.pen import Pen
from headwater.testing.scribe.wording.inflection import inflect
from headwater.testing.scribe.wording.joinery import exchanged_at, like_case
from headwater.testing.scribe.wording.near import HAND, is_left_alone, is_mass, near_synonyms
from headwater.testing.scribe.wording.spelling import is_british, respelt
from headwater.text.function_words import FUNCTION_WORDS
from headwater.text.set_phrases import is_set_phrase

__all__ = ["content_words", "is_bound", "spin"]

PARTS: Final = {
    **dict.fromkeys(("NN", "NNS"), "n"),
    **dict.fromkeys(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"), "v"),
    **dict.fromkeys(("JJ", "JJR", "JJS"), "a"),
    **dict.fromkeys(("RB", "RBR", "RBS"), "r"),
}
_SINGULAR_S: Final = ("ss", "us", "is")
_GRADED: Final = frozenset({"JJR", "JJS", "RBR", "RBS"})
_ENDS: Final = frozenset({".", ",", "that"})  # what may follow "stated"
_GRADING: Final = frozenset({"more", "most", "less", "least"})


class _Option(NamedTuple):
    """A form that can stand for a word, how near in sense it is, and whether it names what cannot be counted."""

    text: str
    lemma: str
    nearness: float
    mass: bool


def spin(draft: Draft, pen: Pen, *, rate: float, spin_quotes: bool = False) -> Draft:
    """The draft with `rate` (0 to 1) of its content words exchanged for near synonyms in the same form.

    Words with nearer synonyms go first; where too few words have one, fewer are exchanged than asked for. Quotations
    stay, unless `spin_quotes`; furniture stays in any case.
    """
    british = is_british(draft)
    found = dict(_choices(draft, british=british, spin_quotes=spin_quotes))
    wanted = _quota(rate * len(content_words(draft, quoted=spin_quotes)), pen.random)
    ranked = sorted(found, key=lambda place: _turn(found[place][0].nearness, pen.random))
    chosen: dict[int, list[int]] = {}
    for sentence, word in ranked[:wanted]:
        chosen.setdefault(sentence, []).append(word)
    sentences = list(draft.sentences)
    for number in sorted(chosen):
        words = sentences[number].words
        for place in sorted(chosen[number]):
            words = _spun(words, place, found[number, place], pen)
        sentences[number] = sentences[number]._replace(words=words)
    return draft.with_sentences(sentences)


def content_words(draft: Draft, *, quoted: bool = False) -> tuple[Word, ...]:
    """The words that a spinner wants to exchange: common nouns, verbs, adjectives and adverbs.

    Not among them: function words, and those that name measures or titles or do little but carry a phrase ("take").
    Quoted words count only if `quoted`.
    """
    running = (sentence for sentence in draft.sentences if not sentence.furniture)
    return tuple(word for sentence in running for word in sentence.words if _is_content(word, quoted=quoted))


def _choices(
    draft: Draft, *, british: bool, spin_quotes: bool
) -> Iterator[tuple[tuple[int, int], tuple[_Option, ...]]]:
    """The words that can be exchanged, by sentence and place in it, with what can stand for each."""
    for number, sentence in enumerate(draft.sentences):
        for place, word in enumerate(sentence.words):
            if sentence.furniture or not _is_content(word, quoted=spin_quotes):
                continue
            listed = _options(word.lemma, word.tag, british)
            options = tuple(option for option in listed if _fits(sentence, place, option))
            if options and not is_bound(sentence, place):
                yield (number, place), options


def _spun(words: tuple[Word, ...], place: int, options: Sequence[_Option], pen: Pen) -> tuple[Word, ...]:
    """A sentence with one word exchanged; it stays one word of the draft, in which a phrase has its blank."""
    option, old = pen.random.choice(options), words[place]
    new = old._replace(text=like_case(option.text, old.text), lemma=option.lemma)
    return exchanged_at(words, (place, place + 1), (new,), pen, "synonym")


def _is_content(word: Word, *, quoted: bool) -> bool:
    return (quoted or not word.quoted) and _carries_content(word.text, word.lemma, word.tag)


@lru_cache(maxsize=65536)
def _carries_content(text: str, lemma: str, tag: str) -> bool:
    lower = text.lower()
    if tag not in PARTS or not (lower.isascii() and lower.isalpha() and len(lower) > 2):
        return False
    return lower not in FUNCTION_WORDS and not is_left_alone(lemma.lower(), PARTS[tag])


def is_bound(sentence: Sentence, place: int) -> bool:
    """Whether the word belongs to what stands beside it: a name, a compound, a phrasal verb, a hyphen."""
    words = sentence.words
    word = words[place]
    before, after = words[place - 1 : place] if place else (), words[place + 1 : place + 2]
    beside = (*before, *after)
    if word.text[:1].isupper() and (place or word.text.isupper()):
        return True
    if any(each.text in {"-", "–", "/", "'"} for each in beside) or (after and after[0].text == "%"):
        return True
    if word.tag in {"NN", "NNS", "JJ"} and after and after[0].tag in {"NNP", "NNPS"} and after[0].gap:
        return True
    return _is_in_phrase(word, before, after)


def _is_in_phrase(word: Word, before: Sequence[Word], after: Sequence[Word]) -> bool:
    """Whether the word is half of a phrase that the dictionary lists ("customs house", "carry out")."""
    noun_next = bool(after) and after[0].tag in {"NN", "NNS"}
    if after and (after[0].tag == "RP" or (word.tag in {"NN", "VBG"} and noun_next)):
        return True
    if word.tag == "NNS" and before and before[0].tag in {"NN", "NNP"} and near_synonyms(word.lemma, "v"):
        return True  # perhaps a verb: "the port ships grain"
    if word.tag == "NN" and before and after and before[0].tag == after[0].tag == "IN":
        return True  # "in protest at", "in line with"
    pairs = [(word, each) for each in after if each.text.isalpha()] + [(each, word) for each in before]
    return any(_is_phrase(one.lemma, other.lemma) or _is_phrase(one.text, other.text) for one, other in pairs)


@lru_cache(maxsize=65536)
def _is_phrase(one: str, other: str) -> bool:
    return is_set_phrase(one.lower(), other.lower())


@lru_cache(maxsize=65536)
def _options(lemma: str, tag: str, british: bool) -> tuple[_Option, ...]:
    """What can stand for a word of this lemma and tag, inflected and spelt in the text's way, the nearest first."""
    part = PARTS[tag]
    made: list[_Option] = []
    if tag in _GRADED and lemma.lower() in {"good", "bad", "well", "badly", "far", "little"}:
        return ()
    for other, nearness in near_synonyms(lemma.lower(), part):
        form = _form(other, tag)
        mass = part == "n" and is_mass(other)
        if form and not (mass and tag == "NNS"):
            made.append(_Option(respelt(form, british=british), other, nearness, mass))
    return tuple(made)


def _form(lemma: str, tag: str) -> str | None:
    """The form of a lemma for a tag; one that is a plural already ("talks") stands for plurals only."""
    if tag in {"NN", "NNS"} and lemma.endswith("s") and not lemma.endswith(_SINGULAR_S):
        return lemma if tag == "NNS" else None
    return inflect(lemma, tag)


def _fits(sentence: Sentence, place: int, option: _Option) -> bool:
    """Whether a form can stand here: "more" wants a long adjective, "a" a noun one can count, no word its own echo."""
    near = sentence.words[max(0, place - 3) : place + 4]
    before = sentence.words[place - 1].text.lower() if place else ""
    if option.mass and before in {"a", "an", "one", "another", "each", "every"}:
        return False
    if option.lemma == "inform" and any(word.tag in {"TO", "IN"} for word in sentence.words[place + 1 : place + 4]):
        return False  # "told to leave", "told of"
    if option.lemma == "state" and (option.text != "stated" or _text(sentence, place + 1) not in _ENDS):
        return False  # "others state double", "stated requests were refused"
    if option.nearness < HAND and place and sentence.words[place - 1].tag == "CD":
        return False  # a unit ("80 marks"), which the thesaurus takes for something else
    if before in _GRADING and sentence.words[place].tag in {"JJ", "RB"} and len(option.lemma) <= 5:
        return False
    return all(option.lemma != word.lemma for word in near)


def _text(sentence: Sentence, place: int) -> str:
    return sentence.words[place].text if place < len(sentence.words) else ""


def _quota(number: float, random: Random) -> int:
    """A number of words: the fraction left over is a chance of one more."""
    return int(number) + (random.random() < number % 1)


def _turn(nearness: float, random: Random) -> float:
    """When a word's turn comes: at random, words with nearer synonyms sooner (Efraimidis and Spirakis 2006)."""
    weight = nearness**3
    return log(random.random() or 1e-300) / -weight
