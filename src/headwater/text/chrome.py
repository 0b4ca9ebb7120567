"""Page chrome, learned from repetition: what an outlet prints in its articles whatever they report.

Appeals to readers, house rules, lists of other headlines: no form tells them from news, but the outlet prints them
word for word in texts that are otherwise strangers to each other. Copies and versions of one text are no strangers, so
what they share teaches nothing. Repetition as the sign of a page's template is as in Bar-Yossef and Rajagopalan,
"Template detection via data mining and its applications" (WWW 2002), with sentences for their blocks of a page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from headwater.text.words import digest, fold
from headwater.types import Document, Span

__all__ = ["find_chrome"]

_TEXTS: Final = 3  # strangers that must have a sentence: two may share a paragraph of background on one affair
_ASKED: Final = 12  # other articles of an outlet that are looked at: what is on every page shows in any dozen
_RUN: Final = 5  # words
_MOSTLY: Final = 0.5  # share of the shorter text's words in common sentences from which two texts are one
_STRANGERS: Final = 0.05  # share of the shorter text's other runs that strangers may have in common


class _Text(Struct, frozen=True):
    """An article as folded words: how long each of its sentences is, by hash, and the runs inside each."""

    id: str
    lengths: Mapping[int, int]
    runs: Mapping[int, frozenset[int]]


def find_chrome(documents: Sequence[Document], beside: Iterable[Document] = ()) -> dict[str, tuple[Span, ...]]:
    """The sentences of each document, by article id, that are chrome of its outlet; only ids with some.

    A sentence is chrome if three articles of the outlet have it that are neither copies nor versions of each other.
    `beside` are more articles to learn from, of which at most a dozen an outlet are looked at, the first by id.
    """
    found: dict[str, tuple[Span, ...]] = {}
    for own, others in _by_outlet(documents, beside):
        chrome = _recurring([_text(document) for document in (*own, *others)])
        for document in own if chrome else ():
            spans = tuple(span for words, span in _sentences(document) if digest(words) in chrome)
            if spans:
                found[document.article.id] = spans
    return found


def _by_outlet(documents: Sequence[Document], beside: Iterable[Document]) -> Iterator[tuple[list[Document], ...]]:
    """The documents of each outlet, and those beside them: outlets with enough of both, articles by id."""
    own, others = _grouped(documents), _grouped(beside)
    for outlet in sorted(own):
        seen = {document.article.id for document in own[outlet]}
        more = [each for each in others.get(outlet, ()) if each.article.id not in seen][:_ASKED]
        if len(own[outlet]) + len(more) >= _TEXTS:
            yield own[outlet], more


def _grouped(documents: Iterable[Document]) -> dict[str, list[Document]]:
    groups: dict[str, list[Document]] = defaultdict(list)
    for document in sorted(documents, key=lambda each: each.article.id):
        outlet = document.article.outlet
        if outlet is not None and fold(outlet.value):
            groups[fold(outlet.value)].append(document)
    return groups


def _sentences(document: Document) -> Iterator[tuple[str, Span]]:
    """The sentences that hold words, folded."""
    for sentence in document.sentences:
        words = document.article.text[sentence.span.start : sentence.span.end].split()
        folded = " ".join(filter(None, map(fold, words)))
        if folded:
            yield folded, sentence.span


def _text(document: Document) -> _Text:
    lengths: dict[int, int] = {}
    runs: dict[int, frozenset[int]] = {}
    for folded, _ in _sentences(document):
        words, key = folded.split(), digest(folded)
        lengths[key] = len(words)
        runs[key] = frozenset(digest(" ".join(words[at : at + _RUN])) for at in range(len(words) - _RUN + 1))
    return _Text(document.article.id, lengths, runs)


def _recurring(texts: Sequence[_Text]) -> frozenset[int]:
    """The sentences that enough strangers have."""
    holders: dict[int, list[_Text]] = defaultdict(list)
    for text in texts:
        for key in text.lengths:
            holders[key].append(text)
    known: dict[tuple[str, str], bool] = {}
    return frozenset(key for key, held in holders.items() if len(held) >= _TEXTS and _enough(held, known))


def _enough(held: Sequence[_Text], known: dict[tuple[str, str], bool]) -> bool:
    """Whether so many of the texts are strangers, each to all others; `known` remembers who is."""
    chosen: list[_Text] = []
    for text in held:
        if len(chosen) < _TEXTS and all(_are_strangers(each, text, known) for each in chosen):
            chosen.append(text)
    return len(chosen) >= _TEXTS


def _are_strangers(one: _Text, other: _Text, known: dict[tuple[str, str], bool]) -> bool:
    pair = one.id, other.id
    if pair not in known:
        known[pair] = _strangers(one, other)
    return known[pair]


def _strangers(one: _Text, other: _Text) -> bool:
    """Whether two texts differ but for the sentences that both have."""
    common = one.lengths.keys() & other.lengths.keys()
    shorter = min(sum(one.lengths.values()), sum(other.lengths.values()))
    if sum(one.lengths[key] for key in common) > _MOSTLY * shorter:
        return False
    left, right = _runs_beside(one, common), _runs_beside(other, common)
    return len(left & right) <= _STRANGERS * min(len(left), len(right))


def _runs_beside(text: _Text, common: Iterable[int]) -> frozenset[int]:
    left_out = set(common)
    return frozenset().union(*(runs for key, runs in text.runs.items() if key not in left_out))
