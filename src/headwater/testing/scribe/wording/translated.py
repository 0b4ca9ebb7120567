"""Noise as from translating there and back: other prepositions, articles, light verbs; tense and numbers stay."""

from __future__ import annotations

from functools import cache
from typing import Final

from headwater.testing.scribe.draft import Draft
from headwater.testing.scribe.pen import Pen
from headwater.testing.scribe.wording import attributions, clauses, phrases
from headwater.testing.scribe.wording.grammar import NOUNS, Rule, Words, fresh, noun_phrase, places_of
from headwater.testing.scribe.wording.inflection import inflect
from headwater.testing.scribe.wording.joinery import like_case
from headwater.testing.scribe.wording.paraphrase import apply_rules
from headwater.testing.scribe.wording.spin import spin
from headwater.text.wordset import wordset

__all__ = ["TRANSLATIONS", "back_translate", "light_verb", "swapped", "timed", "with_article", "without_article"]

# Only what leaves the reading, the numbers and the grammar around it as they were.
_PHRASES: Final = """
    because of > due to; despite > in spite of; in spite of > despite; in order to > to;
    nearly > almost; almost > nearly; near > close to; close to > near; amid > in the midst of; more than > over;
    at the moment > at present; so far > until now; at the same time > simultaneously; in the end > finally;
    in addition > furthermore; however > nevertheless; meanwhile > in the meantime; shortly after > soon after;
    soon after > shortly after; about > approximately; throughout > during the whole of; alongside > together with;
    as a result of > because of; upon > on; along with > together with; ahead of > before; prior to > before;
    since then > from then on; as long as > so long as; each year > every year
"""
_BEFORE_NUMBER: Final = frozenset({"about", "more than"})
_LIGHT: Final[dict[str, tuple[str, str]]] = {
    "attack": ("carry", "out an attack on"),
    "visit": ("pay", "a visit to"),
    "investigate": ("carry", "out an investigation into"),
    "examine": ("carry", "out an examination of"),
    "inspect": ("carry", "out an inspection of"),
    "support": ("give", "support to"),
    "use": ("make", "use of"),
    "criticize": ("express", "criticism of"),
    "meet": ("hold", "a meeting with"),
    "search": ("carry", "out a search of"),
    "assist": ("provide", "assistance to"),
    "inform": ("give", "information to"),
    "raid": ("carry", "out a raid on"),
}
_LIGHT_TO: Final[dict[str, tuple[str, str]]] = {
    "decide": ("take", "the decision"),
    "promise": ("make", "a promise"),
    "try": ("make", "an attempt"),
    "attempt": ("make", "an attempt"),
    "agree": ("reach", "an agreement"),
    "plan": ("have", "plans"),
    "want": ("have", "the wish"),
}
_BODIES: Final = wordset(
    "police authorities investigators prosecutors rescuers firefighters protesters insurers analysts"
)
_ACTIVE: Final = frozenset({"VBD", "VBZ", "VBP", "VB"})


def swapped(words: Words, pen: Pen) -> Words | None:
    """One preposition or linking phrase for another of the same meaning ("because of", "due to")."""
    present = {word.text.lower() for word in words}
    listed = [(old, new) for old, new in _swaps() if old[0] in present]
    for old, (first, *rest) in pen.random.sample(listed, len(listed)):
        for place in places_of(words, *old):
            end = place + len(old)
            counted = end < len(words) and words[end].tag == "CD"
            if (" ".join(old) in _BEFORE_NUMBER) != counted or words[place].tag not in {"IN", "RB", "JJR", "JJ", "VBG"}:
                continue
            tag = words[place].tag
            new = (
                fresh(like_case(first, words[place].text), tag, gap=words[place].gap),
                *(fresh(text, tag) for text in rest),
            )
            return (*words[:place], *pen.exchange(words[place:end], new, "preposition"), *words[end:])
    return None


def light_verb(words: Words, pen: Pen) -> Words | None:
    """A verb as a light verb with its noun: "attacked the base" becomes "carried out an attack on the base"."""
    for place in range(1, len(words) - 2):
        verb, after = words[place], words[place + 1]
        if verb.quoted or verb.tag not in _ACTIVE:
            continue
        made = None
        if after.text == "to" and words[place + 2].tag == "VB":
            made = _LIGHT_TO.get(verb.lemma)
        elif noun_phrase(words, place + 1) > place + 1:
            made = _LIGHT.get(verb.lemma)
        if made:
            form = inflect(made[0], verb.tag) or made[0]
            new = (verb._replace(text=form, lemma=made[0]), *(fresh(text, "NN") for text in made[1].split()))
            return (*words[:place], *pen.exchange((verb,), new, "light verb"), *words[place + 1 :])
    return None


def with_article(words: Words, pen: Pen) -> Words | None:
    """From "Police said" to "The police said", of bodies that an article does not make others."""
    for place, word in enumerate(words[:-1]):
        alone = place == 0 or words[place - 1].tag in {"IN", ",", "CC"}
        if word.text.lower() in _BODIES and alone and words[place + 1].tag not in NOUNS | {"POS"} and not word.quoted:
            noun = word._replace(text=word.text.lower(), gap=" ")
            the = fresh(like_case("the", word.text), "DT", gap=word.gap)
            return (*words[:place], *pen.exchange((word,), (the, noun), "article"), *words[place + 1 :])
    return None


def without_article(words: Words, pen: Pen) -> Words | None:
    """From "The police said" to "Police said"."""
    for place in range(len(words) - 2):
        the, noun, after = words[place : place + 3]
        if the.text.lower() == "the" and noun.text in _BODIES and after.tag in {"VBD", ",", "."} and not the.quoted:
            new = (noun._replace(text=like_case(noun.text, the.text), gap=the.gap),)
            return (*words[:place], *pen.exchange((the, noun), new, "article"), *words[place + 2 :])
    return None


def timed(words: Words, pen: Pen) -> Words | None:
    """From "Monday's attack" to "the attack on Monday"."""
    for place in range(len(words) - 3):
        day, mark, noun, after = words[place : place + 4]
        ends = noun.tag == "NN" and after.tag not in NOUNS | {"POS"} and after.text != "of"
        if day.text.endswith("day") and day.tag == "NNP" and mark.tag == "POS" and ends and not day.quoted:
            the = fresh("The" if place == 0 else "the", "DT", gap=day.gap)
            new = (the, noun, fresh("on", "IN"), day._replace(gap=" "))
            return (*words[:place], *pen.exchange(words[place : place + 3], new, "genitive"), *words[place + 3 :])
    return None


TRANSLATIONS: Final[tuple[Rule, ...]] = (
    swapped,
    light_verb,
    with_article,
    without_article,
    timed,
    phrases.genitive_of,
    phrases.spelt_out,
    phrases.title_after,
    clauses.time_first,
    clauses.relative_spelt_out,
    attributions.with_that,
    attributions.according_to,
)
_SYNONYMS: Final = 0.3  # of the rate: translation keeps most words, and finds near ones for some


def back_translate(draft: Draft, pen: Pen, *, rate: float) -> Draft:
    """The draft with about `rate` (0 to 1) of its sentences noisy as if translated there and back.

    Two rules each, as far as they fit, and near synonyms for some words; tense, numbers, names and quotations stay.
    """
    once = apply_rules(draft, pen, TRANSLATIONS, rate)
    return spin(apply_rules(once, pen, TRANSLATIONS, rate / 2), pen, rate=rate * _SYNONYMS)


@cache
def _swaps() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    pairs = (pair.partition(">") for pair in _PHRASES.split(";"))
    return tuple((tuple(old.split()), tuple(new.split())) for old, _, new in pairs)
