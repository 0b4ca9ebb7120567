"""Names in a text: the parser's labels, repaired, judged by their surroundings and completed."""

from __future__ import annotations

import dataclasses
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from headwater.text.gazetteer import is_demonym
from headwater.text.names.kinds import Judged, judge
from headwater.text.names.lexicon import DAYS, GROUPS, is_role, is_title, plain
from headwater.text.names.missed import missed, named_again
from headwater.text.names.roles import role_of, titled
from headwater.text.names.runs import Run, labelled_runs, repaired, run_span, word
from headwater.text.spelling import family_words, fold
from headwater.types import Article, EntityKind, Name, Sentence, Token

__all__ = ["find_names"]

_OF_PEOPLE: Final = ("n", "ns", "an", "ans", "ian", "ians", "ese", "i", "is", "ish")  # behind a place's name
_SURE: Final = 3  # votes of a kind that words decided, against one of a bare label


def find_names(article: Article, tokens: Sequence[Token], sentences: Sequence[Sentence]) -> tuple[Name, ...]:
    """The mentions of people, bodies, places and groups in text order, not overlapping.

    Takes the article with its parse. Spans are code points, without title ("Mr."), article ("the") and possessive;
    `role` is the span of the words that say who a person is. One spelling has one kind throughout the article: the
    vote of its mentions, in which words around a name ("President X", "the X militia") outweigh labels.
    """
    found = _found(article, tokens, sentences)
    kinds = _vote(article, tokens, found)
    settled = [dataclasses.replace(judged.run, kind=_settled(article, tokens, judged, kinds)) for judged in found]
    return tuple(sorted((_name(article, tokens, sentences, run) for run in settled), key=lambda name: name.span))


def _settled(article: Article, tokens: Sequence[Token], judged: Judged, kinds: Mapping[str, EntityKind]) -> EntityKind:
    """The article's kind for the name; but "in Marlow" stays a place where "Mr. Marlow" is a person."""
    key = _key(article, tokens, judged.run)
    if _is_people(key, kinds):
        return EntityKind.GROUP
    both = judged.sure and judged.kind in (EntityKind.PLACE, EntityKind.PERSON) and " " not in key
    return judged.kind if both else kinds[key]


def _is_people(key: str, kinds: Mapping[str, EntityKind]) -> bool:
    """Whether a word is made from a place that the article names: "Karskan" where it has "Karska"."""
    lands = (key.removesuffix(ending) for ending in _OF_PEOPLE if key.endswith(ending))
    return any(kinds.get(land) is EntityKind.PLACE for land in lands)


def _found(article: Article, tokens: Sequence[Token], sentences: Sequence[Sentence]) -> list[Judged]:
    labelled = [run for raw in labelled_runs(article, tokens) if (run := repaired(article, tokens, raw))]
    steady = _capitals_inside(article, tokens, labelled)
    runs = [run for run in labelled if _is_name(article, tokens, run, steady)]
    first = _apart(_judged(article, tokens, sentences, run) for run in runs)
    families = _families(article, tokens, first)
    second = _with_relatives(article, tokens, _apart([*first, *missed(article, tokens, _taken(first), families)]))
    known = _vote(article, tokens, second)
    for judged in second:
        if judged.kind is EntityKind.PERSON:
            known.setdefault(_surname(article, tokens, judged.run), EntityKind.PERSON)
    solid = {name: kind for name, kind in known.items() if len(name) > 2 and kind is not EntityKind.GROUP}
    return _apart([*second, *named_again(article, tokens, solid, _taken(second))])


def _judged(article: Article, tokens: Sequence[Token], sentences: Sequence[Sentence], run: Run) -> Judged:
    """The run with its kind; a name of several words that an office or trade stands beside is a person's."""
    judged = judge(article, tokens, run)
    if judged.sure or judged.kind in (EntityKind.PERSON, EntityKind.GROUP) or _words(judged) < 2:
        return judged
    sentence = _sentence_of(sentences, run)
    role = role_of(article, tokens, sentence, run) if sentence else None
    return Judged(run, EntityKind.PERSON, sure=True) if role else judged


def _sentence_of(sentences: Sequence[Sentence], run: Run) -> Sentence | None:
    """The sentence that holds the run; None if the run crosses its end."""
    at = bisect_right(sentences, run.first, key=lambda sentence: sentence.first) - 1
    return sentences[at] if at >= 0 and run.last <= sentences[at].last else None


def _with_relatives(article: Article, tokens: Sequence[Token], found: Sequence[Judged]) -> list[Judged]:
    """Names of several words that end in the family name of the article's people are people, whatever their label."""
    families = _families(article, tokens, found)
    return [
        dataclasses.replace(judged, kind=EntityKind.PERSON)
        if not judged.sure and _words(judged) > 1 and _surname(article, tokens, judged.run) in families
        else judged
        for judged in found
    ]


def _families(article: Article, tokens: Sequence[Token], found: Iterable[Judged]) -> frozenset[str]:
    """The family names, folded, of the people with more than one name."""
    people = (judged for judged in found if judged.kind is EntityKind.PERSON and _words(judged) > 1)
    return frozenset(_surname(article, tokens, judged.run) for judged in people)


def _words(judged: Judged) -> int:
    return judged.run.last - judged.run.first


def _taken(found: Iterable[Judged]) -> set[int]:
    return {index for judged in found for index in range(judged.run.first, judged.run.last)}


def _apart(found: Iterable[Judged]) -> list[Judged]:
    """The runs in order; of two that overlap, the one that begins first, then the longer."""
    kept: list[Judged] = []
    for judged in sorted(found, key=lambda item: (item.run.first, -item.run.last)):
        if not kept or judged.run.first >= kept[-1].run.last:
            kept.append(judged)
    return kept


def _key(article: Article, tokens: Sequence[Token], run: Run) -> str:
    span = run_span(article, tokens, run)
    return fold(article.text[span.start : span.end])


def _surname(article: Article, tokens: Sequence[Token], run: Run) -> str:
    """The last word of a personal name as it stands, with its hyphenated article: what later mentions use."""
    span = run_span(article, tokens, run)
    return fold(family_words(article.text[span.start : span.end]))


def _vote(article: Article, tokens: Sequence[Token], found: Iterable[Judged]) -> dict[str, EntityKind]:
    """The kind of each folded name: most votes, then the first in the order of `EntityKind`."""
    votes: dict[str, Counter[EntityKind]] = {}
    for judged in found:
        tally = votes.setdefault(_key(article, tokens, judged.run), Counter())
        tally[judged.kind] += _SURE if judged.sure else 1
    order = {kind: place for place, kind in enumerate(EntityKind)}
    return {key: min(tally, key=lambda kind: (-tally[kind], order[kind])) for key, tally in votes.items()}


def _capitals_inside(article: Article, tokens: Sequence[Token], runs: Iterable[Run]) -> Mapping[str, bool]:
    """For each folded single word: whether it stands with a capital inside a sentence somewhere, or as lower case."""
    singles = {_key(article, tokens, run) for run in runs if run.last - run.first == 1}
    seen: dict[str, bool] = {}
    for index, token in enumerate(tokens):
        text = word(article, token)
        key = fold(text) if text[:1].isalpha() else ""
        if key in singles and not _opens(article, tokens, index):
            seen[key] = seen.get(key, True) and text[:1].isupper()
    return seen


def _opens(article: Article, tokens: Sequence[Token], index: int) -> bool:
    """Whether the token begins a sentence, a line or a quotation, where every word has a capital."""
    before = index - 1
    while before >= 0 and not any(char.isalnum() for char in word(article, tokens[before])):
        text = word(article, tokens[before])
        if "\n" in text or text in (".", "!", "?", "“", '"', "‘", "—", ":", "…"):
            return True
        before -= 1
    return before < 0 or "\n" in article.text[tokens[before].end : tokens[index].start]


def _is_name(article: Article, tokens: Sequence[Token], run: Run, steady: Mapping[str, bool]) -> bool:
    """Not a date, an office, or a plain word that has its capital only from standing first."""
    words = [token for token in tokens[run.first : run.last] if word(article, token)[:1].isalnum()]
    texts = [word(article, token) for token in words]
    if all(plain(text) in DAYS or text.isdigit() for text in texts):
        return False
    if all(is_title(text) or is_role(token.lemma) for text, token in zip(texts, words, strict=True)):
        return False
    if len(words) > 2 and all(text.isupper() and len(text) > 3 for text in texts):
        return False  # a headline or a menu
    if len(words) > 1 or titled(article, tokens, run):
        return True
    return _is_single(article, tokens, run, steady)


def _is_single(article: Article, tokens: Sequence[Token], run: Run, steady: Mapping[str, bool]) -> bool:
    """One word is a name if it keeps its capital inside sentences, or the parser takes it for a proper noun."""
    token, text = tokens[run.first], word(article, tokens[run.first])
    key = _key(article, tokens, run)
    if not text[:1].isupper() or len(key) < 2:
        return False
    if key in steady:
        attributive = token.dep == "compound" and run.kind is EntityKind.PERSON and tokens[token.head].pos == "NOUN"
        return steady[key] and not (attributive and not _again(article, text))
    return is_demonym(text) or key in GROUPS if run.kind is EntityKind.GROUP else token.pos == "PROPN"


def _again(article: Article, text: str) -> bool:
    return article.text.count(text) > 1


def _name(article: Article, tokens: Sequence[Token], sentences: Sequence[Sentence], run: Run) -> Name:
    sentence = _sentence_of(sentences, run) if run.kind is EntityKind.PERSON else None
    role = role_of(article, tokens, sentence, run) if sentence else None
    return Name(run_span(article, tokens, run), run.kind, role)
