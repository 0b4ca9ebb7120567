"""Quotes that float: no cue of their own, so that they belong to whoever spoke, or was introduced, just before."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from headwater.quotes.attribution import Report
from headwater.quotes.found import Found
from headwater.quotes.sources import is_nobody, source_head
from headwater.quotes.tree import TENSED, Tree
from headwater.text.cues import LABELLING_VERBS, is_cue_verb, is_speech_verb
from headwater.types import EntityKind, QuoteForm, Sentence, Span

__all__ = ["float_quote", "is_sentence"]

_TERM: Final = 4  # marked words up to this number without a finite verb are a term, not a sentence
_PERSONAL: Final = frozenset({"he", "she", "they", "it", "we", "i", "who"})
_PARTING: Final = 200  # characters that may follow a quote in its paragraph before the next paragraph floats


def float_quote(tree: Tree, reports: Sequence[Report], found: Sequence[Found], span: Span) -> Found | None:
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
    led = None if before is None else _led_in(tree, reports, before, bare)
    here = before is not None and "\n" not in tree.text[before.span.end : span.start]
    later = before is not None and (previous is None or previous.end < before.span.start)
    if led is not None and later and (here or _speaks(tree, led)) and (previous is None or not _goes_on(tree, led)):
        return led
    if previous is not None and _is_near(tree, previous.end, span.start):
        return replace(bare, cue=previous.cue, head=previous.head)
    return led or bare


def _led_in(tree: Tree, reports: Sequence[Report], before: Sentence, bare: Found) -> Found | None:
    """The quote with the source that the sentence before it tells of: who speaks there, or whom it is about."""
    own = [report for report in reports if before.first <= report.cue[0] < before.last and report.speech]
    own = [report for report in own if report.head is not None and _is_main(tree, report.verb)]
    if own:
        report = min(own, key=lambda item: (_depth(tree, item.verb), item.cue))
        return replace(bare, cue=report.cue, head=report.head)
    lead = _lead_in(tree, before)
    about = _person_subject(tree, before)
    if lead is not None and (about is None or _is_said(tree, lead)):
        return replace(bare, cue=(lead, lead + 1), head=source_head(tree, lead))
    return None if about is None else replace(bare, head=about)


def _is_main(tree: Tree, verb: int) -> bool:
    """Tell whether a verb outside marks tells what happens, and not whom or when it concerns."""
    return tree.mark_around(verb) is None and tree.tokens[verb].dep not in {"relcl", "acl", "advcl", "pcomp"}


def _depth(tree: Tree, item: int) -> int:
    return sum(1 for _ in tree.ancestors(item))


def _speaks(tree: Tree, led: Found) -> bool:
    return led.cue is not None and _is_said(tree, led.cue[0])


def _is_said(tree: Tree, verb: int) -> bool:
    """Tell whether a verb is one of speech, and outside a relative clause: "Humphrey, who calls it a ruin, left"."""
    return is_speech_verb(tree.tokens[verb].lemma) and tree.tokens[verb].dep != "relcl"


def _goes_on(tree: Tree, led: Found) -> bool:
    """Tell whether a sentence tells more of the last speaker, and lets nobody else speak: "he had tried"."""
    return led.head is None or (tree.words[led.head] in _PERSONAL and not _speaks(tree, led))


def _stands_alone(tree: Tree, quote: Found) -> bool:
    """Tell whether a quote lies in no other: who is quoted inside a quote does not speak on after it."""
    return tree.is_outer(Span(tree.document.article.id, quote.start, quote.end))


def is_sentence(tree: Tree, span: Span, inside: range) -> bool:
    """Tell whether marked words are a clause: a finite verb with its subject, or a closed sentence."""
    words = [item for item in inside if tree.is_word(item)]
    finite = any(tree.tokens[item].tag in TENSED and tree.tokens[item].pos in {"VERB", "AUX"} for item in words)
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
    verbs = [item for item in range(before.first, before.last) if _is_lead(tree, item)]
    return min(verbs, key=lambda item: (not _is_said(tree, item), _depth(tree, item), item), default=None)


def _is_lead(tree: Tree, item: int) -> bool:
    token = tree.tokens[item]
    if token.pos != "VERB" or not (is_cue_verb(token.lemma) or token.lemma in LABELLING_VERBS):
        return False
    head = source_head(tree, item)
    return head is not None and tree.mark_around(item) is None and not is_nobody(tree, head)


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
