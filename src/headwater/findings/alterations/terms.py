"""The terms on which a source spoke without being named, lost or changed in copying."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from headwater.findings.alterations.aligned import Aligned, Change, both_ways
from headwater.findings.alterations.texts import Text
from headwater.text.spans import holds
from headwater.text.wordset import wordset
from headwater.types import AlterationKind, Span

__all__ = ["anonymity_changes"]

_SPEAKS: Final = wordset("speak talk say tell comment brief ask request insist")
_CONTENT: Final = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
_OPENLY: Final = re.compile(
    r"\bunder oath\b|\bon (?:the )?record\b|\bin an? (?:\w+ )?(?:statement|interview)\b",
    re.IGNORECASE,
)
_LIKE_ENOUGH: Final = 0.7  # share of the shorter side that was kept, from which an aside was cut and not the sentence
_ANSWERED: Final = 2  # content words of the clause, beside the terms, that the other side must have


def anonymity_changes(aligned: Aligned) -> Iterator[Change]:
    """A source who asked not to be named speaks on other terms, or on none, in the other reading of the clause."""
    return both_ways(_lost_terms, aligned)


def _lost_terms(aligned: Aligned) -> Iterator[Change]:
    kept_there, openly = _terms(aligned.right, aligned.passage.right), _openly(aligned)
    for asked in _terms(aligned.left, aligned.passage.left):
        if all(word in aligned.answered for word in aligned.left.words(asked)):
            continue
        clause = _clause_of(aligned.left, asked)
        there = _answer(aligned, clause, asked)
        if there is None:
            if openly is None:
                yield from _left_out(aligned, clause, asked, kept_there)
                return
            there = openly
        if openly is None and any(_near(aligned, there, one) for one in kept_there):
            continue
        there = openly or there
        harm = "on what terms the source spoke is lost or changed"
        detail = "the terms on which the source spoke were changed"
        yield Change(AlterationKind.ATTRIBUTION, asked, there, harm, "right", "anonymity lost", detail)
        return  # a sentence asks for one anonymity, in as many words as it likes


def _left_out(aligned: Aligned, clause: list[int], asked: Span, kept_there: list[Span]) -> Iterator[Change]:
    """The whole aside left out, the source beside it kept: "a source, asking for anonymity, said"."""
    top = next((word for word in clause if aligned.left.tokens[word].head not in clause), None)
    source = None if top is None else aligned.left.tokens[top].head
    if source not in aligned.held or kept_there or len(aligned.answered) < _LIKE_ENOUGH * len(aligned.right_words):
        return
    there = aligned.right.span((aligned.held[source],))
    detail = "on what terms the source spoke is left out"
    yield Change(AlterationKind.ATTRIBUTION, asked, there, detail, "right", "anonymity left out", detail)


def _openly(aligned: Aligned) -> Span | None:
    """Where the other side, and not this one, says that the source spoke openly."""
    place = aligned.passage.right
    said = _OPENLY.search(aligned.right.read(place))
    if said is None or said.group().lower() in aligned.left.read(aligned.passage.left).lower():
        return None
    return Span(place.article, place.start + said.start(), place.start + said.end())


def _terms(text: Text, span: Span) -> list[Span]:
    return [terms for terms in text.anonymity if holds(span, terms)]


def _clause_of(text: Text, asked: Span) -> list[int]:
    """The words of the clause that holds the terms, with the reason given for them."""
    words = text.words(asked)
    if not words:
        return []
    top = words[0]
    while text.tokens[top].lemma not in _SPEAKS and text.tokens[top].head != top:
        top = text.tokens[top].head
    return _said_how(text, top)


def _answer(aligned: Aligned, clause: list[int], asked: Span) -> Span | None:
    """What the other side has of the clause; None if it leaves the clause out altogether."""
    tokens = aligned.left.tokens
    told = [i for i in clause if i in aligned.answered]
    content = [i for i in told if tokens[i].pos in _CONTENT and not asked.start <= tokens[i].start < asked.end]
    if len(content) < _ANSWERED:
        return None
    there = [aligned.answered[i] for i in told]
    spoken = (word for word in there if aligned.right.tokens[word].lemma in _SPEAKS)
    return aligned.right.span((*there, *(word for verb in spoken for word in _said_how(aligned.right, verb))))


def _said_how(text: Text, verb: int) -> list[int]:
    return text.phrase(verb, lambda child: text.tokens[child].dep in {"ccomp", "conj"})


def _near(aligned: Aligned, there: Span, terms: Span) -> bool:
    """Whether the terms stand in or beside the clause, in one sentence with it."""
    words, other = aligned.right.words(there), aligned.right.words(terms)
    if not words or not other:
        return False
    first, last = aligned.right.sentence_number(words[0]), aligned.right.sentence_number(words[-1])
    return first <= aligned.right.sentence_number(other[0]) <= last
