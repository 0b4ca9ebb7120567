"""Quotes that float: no cue of their own, so that they belong to whoever spoke, or was introduced, just before."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from headwater.quotes.found import Found
from headwater.quotes.sources import is_nobody, source_head
from headwater.quotes.tree import Tree
from headwater.text.cues import LABELLING_VERBS, is_cue_verb, is_speech_verb
from headwater.types import EntityKind, QuoteForm, Sentence, Span

__all__ = ["float_quote", "is_sentence"]

_TERM: Final = 4  # marked words up to this number without a finite verb are a term, not a sentence
_TENSED: Final = frozenset({"VBD", "VBP", "VBZ", "MD"})
_PERSONAL: Final = frozenset({"he", "she", "they", "it", "we", "i", "who"})
_PARTING: Final = 200  # characters that may follow a quote in its paragraph before the next paragraph floats


def float_quote(tree: Tree, found: Sequence[Found], span: Span) -> Found | None:
    """A quote without a cue of its own: it inherits the source of the quote before, or of the sentence before.

    `found` are the quotes before it. None for a term or a title: nobody is said to have said it.
    """
    inside = tree.within(span.start, span.end)
    if not inside or not tree.is_outer(span) or not is_sentence(tree, span, inside):
        return None
    words = [item for item in inside if tree.is_word(item)]
    if len(words) <= 2 and _is_title(tree, words):
        return None
    bare = Found(span.start, span.end, QuoteForm.DIRECT, inherited=True)
    previous = next((quote for quote in reversed(found) if _stands_alone(tree, quote)), None)
    before = _sentence_before(tree, inside[0])
    told = before is not None and (previous is None or previous.end < before.span.start)
    if before is not None and told and "\n" not in tree.text[before.span.end : span.start]:
        led = _led_in(tree, before, bare)
        if led is not None and (previous is None or not _goes_on(tree, led)):
            return led
    if previous is not None and _is_near(tree, previous.end, span.start):
        return replace(bare, cue=previous.cue, head=previous.head)
    return bare if before is None else _led_in(tree, before, bare) or bare


def _led_in(tree: Tree, before: Sentence, bare: Found) -> Found | None:
    """The quote with the source that the sentence before it tells of: who speaks there, or whom it is about."""
    lead = _lead_in(tree, before)
    if lead is not None:
        return replace(bare, cue=(lead, lead + 1), head=source_head(tree, lead))
    about = _person_subject(tree, before)
    return None if about is None else replace(bare, head=about)


def _goes_on(tree: Tree, led: Found) -> bool:
    """Tell whether a sentence tells more of the last speaker, and lets nobody else speak: "he had tried"."""
    speaks = led.cue is not None and is_speech_verb(tree.tokens[led.cue[0]].lemma)
    return led.head is None or (tree.words[led.head] in _PERSONAL and not speaks)


def _stands_alone(tree: Tree, quote: Found) -> bool:
    """Tell whether a quote lies in no other: who is quoted inside a quote does not speak on after it."""
    return tree.is_outer(Span(tree.document.article.id, quote.start, quote.end))


def is_sentence(tree: Tree, span: Span, inside: range) -> bool:
    """Tell whether marked words are a clause: a finite verb with its subject, or a closed sentence."""
    words = [item for item in inside if tree.is_word(item)]
    finite = any(tree.tokens[item].tag in _TENSED and tree.tokens[item].pos in {"VERB", "AUX"} for item in words)
    subject = any(tree.tokens[item].dep in {"nsubj", "nsubjpass", "expl"} for item in words)
    if finite and subject:
        return True
    capital = tree.text[span.start].isupper()
    return capital and (len(words) > _TERM or tree.text[span.end - 1] in ".!?,") and not _is_title(tree, words)


def _is_title(tree: Tree, words: Sequence[int]) -> bool:
    """Tell whether the words are capitalised like the title of a work."""
    long = [item for item in words if len(tree.words[item]) > 3]
    return bool(long) and all(tree.text[tree.tokens[item].start].isupper() for item in long)


def _is_near(tree: Tree, end: int, start: int) -> bool:
    """Tell whether two quotes stand in one paragraph, or in neighbouring ones with nothing told in between."""
    between = tree.text[end:start]
    if "\n" not in between:
        return True
    head, _, tail = between.partition("\n")
    told = [item for item in tree.within(end + len(head), start) if tree.is_word(item)]
    return not told and len(head) < _PARTING and "\n" not in tail.strip()


def _sentence_before(tree: Tree, first: int) -> Sentence | None:
    number = next((tree.sentence[item] for item in range(first, -1, -1) if tree.sentence[item] >= 0), -1)
    return tree.document.sentences[number - 1] if number > 0 else None


def _lead_in(tree: Tree, before: Sentence) -> int | None:
    """The cue verb of the sentence before, which leads to the quote: "Venn defended the plan. “We ...”"."""
    for item in range(before.first, before.last):
        token = tree.tokens[item]
        if token.pos == "VERB" and (is_cue_verb(token.lemma) or token.lemma in LABELLING_VERBS):
            head = source_head(tree, item)
            if head is not None and tree.mark_around(item) is None and not is_nobody(tree, head):
                return item
    return None


def _person_subject(tree: Tree, before: Sentence) -> int | None:
    """The person whom a sentence is about: "The mayor, Orla Venn, was blunt. “We ...”"."""
    for item in range(before.first, before.last):
        token = tree.tokens[item]
        if token.dep == "nsubj" and tree.heads[tree.heads[item]] == tree.heads[item] and tree.mark_around(item) is None:
            apposed = any(tree.tokens[child].ent == "PERSON" for child in tree.children[item])
            person = token.ent == "PERSON" or tree.words[item] in {"he", "she"} or apposed or _is_named(tree, item)
            return item if person else None
    return None


def _is_named(tree: Tree, item: int) -> bool:
    """Tell whether a word lies in a name that the names stage took for a person's."""
    names, start = tree.document.names, tree.tokens[item].start
    place = bisect_right(names, start, key=lambda name: name.span.start) - 1
    return place >= 0 and start < names[place].span.end and names[place].kind is EntityKind.PERSON
