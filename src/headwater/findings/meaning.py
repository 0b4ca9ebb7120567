"""Alterations of what a sentence says: negation, number, date, certainty, who did it to whom.

Each detector looks at one aligned passage and yields the changes it finds. A detector is silent where the two sides
merely say more or less than each other.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from headwater.findings.aligned import Aligned, Change
from headwater.text.clauses import children, phrase
from headwater.text.cues import is_negated
from headwater.text.events import event_class
from headwater.text.thesaurus import synonyms
from headwater.types import AlterationKind, Date, Document, Evidence, Quantity, Sentence, Span, Token

__all__ = ["certainty_changes", "date_changes", "negation_changes", "number_changes", "role_changes"]

_LIKE_ENOUGH = 0.5  # share of kept words from which a lost "not" is a change and not another sentence
_HEDGES = frozenset(
    {
        "apparent",
        "alleged",
        "suspected",
        "reported",
        "possible",
        "likely",
        "probable",
        "potential",
        "presumed",
        "purported",
        "unconfirmed",
        "can",
        "would",
        "apparently",
        "allegedly",
        "reportedly",
        "possibly",
        "probably",
        "perhaps",
        "may",
        "might",
        "could",
    }
)
_UNITS_NOT_COUNTED = frozenset({"ordinal", "age", "score"})


def negation_changes(aligned: Aligned) -> Iterator[Change]:
    """A verb that both sides keep, negated on one side only."""
    if aligned.likeness < _LIKE_ENOUGH:
        return
    for left, right in aligned.kept.items():
        if aligned.left.tokens[left].pos not in {"VERB", "AUX"} or not _governs(aligned.left, left):
            continue
        here, there = _denied(aligned.left, left), _denied(aligned.right, right)
        if here != there:
            yield Change(
                AlterationKind.NEGATION,
                _clause_span(aligned.left, left),
                _clause_span(aligned.right, right),
                "what one reading denies the other asserts",
                "",
                (
                    Evidence(
                        "negation on one side", 3.0, f"“{aligned.left.tokens[left].lemma}” is negated in one reading"
                    ),
                ),
            )


def _denied(document: Document, verb: int) -> bool:
    """Whether a verb is negated; "unless it stops" denies as "if it does not stop" does."""
    unless = any(token.head == verb and token.lemma == "unless" for token in document.tokens)
    return is_negated(document.tokens, verb) != unless


def _governs(document: Document, index: int) -> bool:
    return document.tokens[index].dep not in {"aux", "auxpass"}


def _sentence_at(document: Document, index: int) -> Sentence:
    return next(sentence for sentence in document.sentences if sentence.first <= index < sentence.last)


def _clause_span(document: Document, verb: int) -> Span:
    """The verb with its objects and negation, without its coordinated verbs and subordinate clauses."""
    tokens = document.tokens
    below = children(tokens, _sentence_at(document, verb))
    words = phrase(below, verb, lambda child: tokens[child].dep in {"conj", "cc", "advcl", "relcl", "punct", "ccomp"})
    return Span(document.article.id, tokens[words[0]].start, tokens[words[-1]].end)


# --- numbers and dates ----------------------------------------------------------------------------------------


def number_changes(aligned: Aligned) -> Iterator[Change]:
    """Numbers that count the same thing and cannot both hold, or a number that slipped from one word to another."""
    left = _quantities(aligned.left, aligned.passage.left)
    right = _quantities(aligned.right, aligned.passage.right)
    for one, other in itertools.product(left, right):
        if "compound" in {one.modifier, other.modifier}:
            yield from _slipped(one, other)
        elif _same_unit(one, other) and _alone(one, left) and _alone(other, right) and _disjoint(one, other):
            detail = f"{_shown(one)} against {_shown(other)}"
            yield _number_change(one, other, f"another number: {detail}", "", detail)


def _quantities(document: Document, span: Span) -> list[Quantity]:
    return [
        quantity
        for quantity in document.quantities
        if span.start <= quantity.span.start
        and quantity.span.end <= span.end
        and quantity.modifier not in _UNITS_NOT_COUNTED
    ]


def _same_unit(one: Quantity, other: Quantity) -> bool:
    return bool(one.unit) and (one.unit == other.unit or synonyms(one.unit, other.unit, "NOUN") >= 0.5)


def _alone(one: Quantity, among: Sequence[Quantity]) -> bool:
    """The only number of its unit in the passage: with several, which answers which is a guess."""
    return sum(_same_unit(one, other) for other in among) == 1


def _disjoint(one: Quantity, other: Quantity) -> bool:
    apart = one.high < other.low or other.high < one.low
    stated_apart = None not in {one.stated, other.stated} and one.stated != other.stated
    plain = not one.modifier and not other.modifier
    return apart or (plain and stated_apart)


def _shown(quantity: Quantity) -> str:
    return f"{quantity.modifier} {quantity.low:g}".strip() if quantity.stated is None else f"{quantity.stated:g}"


def _slipped(one: Quantity, other: Quantity) -> Iterator[Change]:
    """“Two armed men” and “two-armed men”: the number still stands there but counts nothing any more."""
    compound, plain = (one, other) if one.modifier == "compound" else (other, one)
    if plain.modifier == "compound" or plain.stated is None or plain.stated != compound.stated:
        return
    side = "left" if compound is one else "right"
    harm = f"the number {plain.stated:g} no longer counts the {plain.unit or 'thing'}s"
    yield _number_change(one, other, harm, side, "the number became part of an adjective")


def _number_change(one: Quantity, other: Quantity, harm: str, altered: str, detail: str) -> Change:
    evidence = (Evidence("number", 3.0, detail, one.span, other.span),)
    return Change(AlterationKind.NUMBER, one.span, other.span, harm, altered, evidence)


def date_changes(aligned: Aligned) -> Iterator[Change]:
    """Dates at the same place of the passage that lie on different days."""
    left, right = _dates(aligned.left, aligned.passage.left), _dates(aligned.right, aligned.passage.right)
    if len(left) != len(right):
        return
    for one, other in zip(left, right, strict=True):
        if one.granularity == other.granularity and _apart(one, other):
            detail = f"{one.first} against {other.first}"
            evidence = (Evidence("date", 3.0, detail, one.span, other.span),)
            yield Change(AlterationKind.DATE, one.span, other.span, f"another date: {detail}", "", evidence)


def _dates(document: Document, span: Span) -> list[Date]:
    return [
        date
        for date in document.dates
        if span.start <= date.span.start and date.span.end <= span.end and date.first and date.kind in {"DATE", "TIME"}
    ]


def _apart(one: Date, other: Date) -> bool:
    return str(one.last) < str(other.first) or str(other.last) < str(one.first)


# --- certainty and roles --------------------------------------------------------------------------------------


def certainty_changes(aligned: Aligned) -> Iterator[Change]:
    """A hedge before a word that both sides keep, dropped or replaced by a word that does not hedge."""
    yield from _lost_hedges(aligned, "right")
    for change in _lost_hedges(aligned.swapped(), "left"):
        yield Change(change.kind, change.right, change.left, change.harm, change.altered, change.evidence)


def _lost_hedges(aligned: Aligned, altered: str) -> Iterator[Change]:
    tokens, others = aligned.left.tokens, aligned.right.tokens
    hedged_there = any(others[index].lemma in _HEDGES for index in aligned.right_words)
    for index in aligned.left_words:
        token = tokens[index]
        if token.lemma not in _HEDGES or token.head not in aligned.kept or index in aligned.kept or hedged_there:
            continue
        head = aligned.kept[token.head]
        left = Span(aligned.left.article.id, *_stretch(tokens[index], tokens[token.head]))
        right = _modified(aligned.right, head)
        detail = f"“{token.lemma}” is gone"
        evidence = (Evidence("hedge lost", 2.0, detail, left, right),)
        yield Change(AlterationKind.CERTAINTY, left, right, f"said with more certainty: {detail}", altered, evidence)


def _stretch(one: Token, other: Token) -> tuple[int, int]:
    return min(one.start, other.start), max(one.end, other.end)


def _modified(document: Document, head: int) -> Span:
    """A word with its adjectives: what stands where the hedge stood."""
    tokens = document.tokens
    words = [head, *(i for i in range(max(0, head - 3), head) if tokens[i].head == head and tokens[i].pos != "DET")]
    return Span(document.article.id, min(tokens[i].start for i in words), max(tokens[i].end for i in words))


def role_changes(aligned: Aligned) -> Iterator[Change]:
    """Those to whom it was done on one side do it on the other."""
    for left, right in itertools.product(
        _events(aligned.left, aligned.left_words), _events(aligned.right, aligned.right_words)
    ):
        (verb, does, suffers), (verb2, does2, suffers2) = left, right
        if event_class(verb, "VERB") != event_class(verb2, "VERB") or not event_class(verb, "VERB"):
            continue
        turned = (suffers & does2) - suffers2 - does or (does & suffers2) - does2 - suffers
        if turned:
            word = min(turned)
            evidence = (Evidence("role", 3.0, f"“{word}” changes sides", aligned.passage.left, aligned.passage.right),)
            harm = f"who did it and who suffered it: “{word}” stands on the other side"
            yield Change(AlterationKind.ROLE, aligned.passage.left, aligned.passage.right, harm, "", evidence)


def _events(document: Document, words: Sequence[int]) -> Iterator[tuple[str, frozenset[str], frozenset[str]]]:
    """(verb, lemmas of those who do it, lemmas of those it is done to) of each verb among the words."""
    tokens = document.tokens
    for index in words:
        if tokens[index].pos != "VERB":
            continue
        below = children(tokens, _sentence_at(document, index))
        does: set[str] = set()
        suffers: set[str] = set()
        for child in below[index]:
            dep = tokens[child].dep
            if dep == "nsubj":
                does |= _heads(document, below, child)
            elif dep in {"nsubjpass", "dobj"}:
                suffers |= _heads(document, below, child)
            elif dep == "agent" or (dep == "prep" and tokens[child].lemma == "by"):
                does |= {head for grandchild in below[child] for head in _heads(document, below, grandchild)}
        yield tokens[index].lemma, frozenset(does), frozenset(suffers)


def _heads(document: Document, below: dict[int, list[int]], top: int) -> set[str]:
    """The lemma of a phrase's head, and of what it counts: "dozens of soldiers" are soldiers."""
    tokens = document.tokens
    found = {tokens[top].lemma}
    for child in below[top]:
        if tokens[child].dep == "prep" and tokens[child].lemma == "of":
            found |= {tokens[grandchild].lemma for grandchild in below[child]}
    return {
        lemma for lemma in found if lemma not in {"it", "they", "he", "she", "who", "that", "which", "dozen", "one"}
    }
