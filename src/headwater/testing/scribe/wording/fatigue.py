"""Editorial fatigue: a copyist changes a thing all through his first paragraphs and then forgets to (Goodacre 1998)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Final, NamedTuple

from headwater.testing.scribe.draft import Draft, Sentence, Word, words_of
from headwater.testing.scribe.pen import Pen
from headwater.testing.scribe.wording.house import styled
from headwater.testing.scribe.wording.house_numbers import numbers
from headwater.testing.scribe.wording.inflection import inflect
from headwater.testing.scribe.wording.joinery import exchanged_at, like_case
from headwater.testing.scribe.wording.name_spellings import family_names, respelt_names, variant_spellings
from headwater.testing.scribe.wording.near import is_mass, near_synonyms
from headwater.testing.scribe.wording.spin import is_bound
from headwater.testing.scribe.wording.styles import HouseStyle

__all__ = ["FATIGUES", "tire"]

_FATIGUED: Final = "{}, later forgotten"
_CENTRAL: Final = 6  # nouns of a text that are central to it


class _Habit(NamedTuple):
    """A change that a copyist makes wherever a thing stands, and the sentences it stands in."""

    places: tuple[int, ...]
    change: Callable[[Sentence, Pen], Sentence]


def tire(draft: Draft, pen: Pen, *, lapse: float = 0.5, what: str = "") -> Draft:
    """The draft with one thing changed in the first sentences that have it, and as it was in the later ones.

    `lapse` (0 to 1) is the share of those sentences that are changed, at least one, never all. `what` is a key of
    `FATIGUES`: a name's spelling, a central noun, or the style of numbers; "" leaves it to chance. Where nothing stands
    in two sentences, the draft comes back as it is.
    """
    for key in [what] if what else pen.random.sample(sorted(FATIGUES), len(FATIGUES)):
        habits = [habit for habit in FATIGUES[key](draft) if len(habit.places) > 1]
        if habits:
            return _tired(draft, pen, pen.random.choice(habits), lapse)
    return draft


def _tired(draft: Draft, pen: Pen, habit: _Habit, lapse: float) -> Draft:
    count = min(max(1, round(len(habit.places) * lapse)), len(habit.places) - 1)
    sentences = list(draft.sentences)
    for place in habit.places[:count]:
        sentences[place] = habit.change(sentences[place], pen)
    return draft.with_sentences(sentences)


def _names(draft: Draft) -> Iterator[_Habit]:
    """Family names in another spelling."""
    texts = {word.text for word in words_of(draft)}
    for name in family_names(draft):
        places = tuple(place for place, words in _running(draft) if any(word.text == name for word in words))
        for form in variant_spellings(name):
            if form not in texts:
                table = {name: form}
                yield _Habit(places, partial(_with_name, table=table))


def _nouns(draft: Draft) -> Iterator[_Habit]:
    """The nouns that stand in most sentences, with what may stand for them."""
    free = [_free_nouns(sentence) for sentence in draft.sentences]
    counts = Counter(noun for nouns in free for noun in nouns)
    for noun in sorted(counts, key=lambda one: (-counts[one], one))[:_CENTRAL]:
        places = tuple(place for place, nouns in enumerate(free) if noun in nouns)
        for other in _stands_in(noun):
            yield _Habit(places, partial(_with_noun, noun=noun, other=other))


def _numbers(draft: Draft) -> Iterator[_Habit]:
    """Small numbers in digits, or in words."""
    for limit in (0, 12):
        style = HouseStyle("tired", in_words=limit)
        places = tuple(place for place, words in _running(draft) if _has_number(words, style))
        yield _Habit(places, partial(_with_numbers, style=style))


FATIGUES: Final[dict[str, Callable[[Draft], Iterator[_Habit]]]] = {
    "name spelling": _names,
    "noun": _nouns,
    "number style": _numbers,
}


def _running(draft: Draft) -> Iterator[tuple[int, tuple[Word, ...]]]:
    """The words of each sentence but furniture, with its number."""
    return ((at, sentence.words) for at, sentence in enumerate(draft.sentences) if not sentence.furniture)


def _has_number(words: tuple[Word, ...], style: HouseStyle) -> bool:
    return any(numbers(words, place, style) for place in range(len(words)))


def _with_name(sentence: Sentence, pen: Pen, table: Mapping[str, str]) -> Sentence:
    return respelt_names(sentence, table, pen, _FATIGUED.format("name spelling"))


def _with_numbers(sentence: Sentence, pen: Pen, style: HouseStyle) -> Sentence:
    return sentence._replace(words=styled(sentence.words, pen, style, (numbers,)))


def _with_noun(sentence: Sentence, pen: Pen, noun: str, other: str) -> Sentence:
    for place, word in enumerate(sentence.words):
        if word.lemma == noun and _is_free(sentence, place):
            form = like_case(inflect(other, word.tag) or other, word.text)
            new = (word._replace(text=form, lemma=other),)
            words = exchanged_at(sentence.words, (place, place + 1), new, pen, _FATIGUED.format("synonym"))
            sentence = sentence._replace(words=words)
    return sentence


def _stands_in(noun: str) -> list[str]:
    """Single words that are inflected like any noun."""
    near = (found.lemma for found in near_synonyms(noun, "n"))
    return [lemma for lemma in near if " " not in lemma and not is_mass(lemma) and not lemma.endswith("s")]


def _free_nouns(sentence: Sentence) -> set[str]:
    """The common nouns of a running sentence that belong to no name, compound or quotation."""
    if sentence.furniture:
        return set()
    return {word.lemma for place, word in enumerate(sentence.words) if _is_free(sentence, place)}


def _is_free(sentence: Sentence, place: int) -> bool:
    word = sentence.words[place]
    plain = word.tag in {"NN", "NNS"} and not word.quoted and word.text.isalpha()
    return plain and not is_bound(sentence, place)
