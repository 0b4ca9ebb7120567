"""Attributions altered in copying: the source is lost, or another one takes its place, or its terms change."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from headwater.testing.scribe.plants.almanac import WEEKDAYS
from headwater.testing.scribe.plants.changes import Change
from headwater.testing.scribe.plants.forms import Words, is_name, like, low, run, tag
from headwater.testing.scribe.plants.persons import Cast
from headwater.text.wordset import wordset

__all__ = ["another_source", "another_speaker", "source_lost", "terms_changed", "terms_lost"]

_SAID: Final = wordset("said says told reported confirmed added stated")
_WHO: Final = ("DT", "NN", "NNS", "NNP", "NNPS", "JJ", "PRP", "PRP$", "POS", "CD", "CC", "IN", "RB", "HYPH", "VBG")
_LONGEST: Final = 8  # words of a source; beyond it the commas of a list are taken for those of a source
_CLAUSE: Final = ("DT", "PRP", "NN", "NNS", "NNP", "CD", "EX", "JJ", "PRP$")
_FINITE: Final = ("VBD", "VBZ", "VBP", "MD")
_GROUPS: Final = (
    "police",
    "witnesses",
    "officials",
    "residents",
    "doctors",
    "prosecutors",
    "investigators",
    "activists",
    "lawyers",
)
_BODIES: Final = ("ministry", "union", "company", "court", "army", "hospital", "opposition", "government", "council")
_ANONYMITY: Final = ("on", "condition", "of", "anonymity")
_TERMS: Final = ("under oath", "on the record", "in a written statement")
_UNNAMED: Final = wordset("named identified quoted")


def source_lost(words: Words, _: Cast) -> Iterator[Change]:
    """What somebody said stands as a fact: ", police said" or "according to ..." at the end, "She said that" before."""
    yield from _lost_at_end(words)
    yield from _lost_at_beginning(words)


def another_source(words: Words, _: Cast) -> Iterator[Change]:
    """Witnesses said it, not police; the union, not the ministry."""
    for index, word in enumerate(words):
        text = word.text.lower()
        row = _GROUPS if text in _GROUPS else _BODIES if text in _BODIES else ()
        if not row or not _is_source(words, index) or (row is _BODIES and low(words, index - 1) != "the"):
            continue
        for other in row:
            if other not in {each.text.lower() for each in words}:
                yield Change(index, index + 1, (like(word, other),), "another source")


def another_speaker(words: Words, cast: Cast) -> Iterator[Change]:
    """Another person of the story is said to have said it."""
    surnames = cast.surnames
    for index, word in enumerate(words):
        alone = not any(0 <= near < len(words) and is_name(words[near]) for near in (index - 1, index + 1))
        if word.text not in surnames or not alone or not _speaks_here(words, index):
            continue
        for other in surnames:
            if other not in {each.text for each in words}:
                yield Change(index, index + 1, (like(word, other),), "another speaker")


def terms_lost(words: Words, _: Cast) -> Iterator[Change]:
    """The words that tell why a source is not named are dropped."""
    for index, word in enumerate(words):
        if _anonymous(words, index) and low(words, index - 1) in _SAID:
            yield Change(index, _end_of_reason(words, index + 4), (), "terms of anonymity lost")
        aside = word.text == "," and low(words, index + 1) in ("who", "speaking", "asking", "declining")
        last = _next_stop(words, index + 1) if aside else None
        if last is not None and _tells_terms(words[index:last]):
            yield Change(index, last + (words[last].text == ","), (), "terms of anonymity lost")


def terms_changed(words: Words, _: Cast) -> Iterator[Change]:
    """The terms on which a source spoke are exchanged: "on condition of anonymity", "under oath"."""
    for index in range(len(words)):
        for terms in _TERMS if _anonymous(words, index) else ():
            last = _end_of_reason(words, index + 4) if terms != "under oath" else index + 4
            yield Change(index, last, run(terms, words[index], "IN"), "terms of anonymity changed")


def _lost_at_end(words: Words) -> Iterator[Change]:
    end = next((i for i in range(len(words) - 1, 0, -1) if words[i].text == "."), None)
    if end is None or any(word.tag in ("``", "''") for word in words):
        return
    for comma in range(max(1, end - _LONGEST - 2), end):
        inner = words[comma + 1 : end]
        told = any(word.tag[:2] in ("VB", "MD") for word in words[:comma])
        if words[comma].text != "," or not inner or words[comma].quoted or not told:
            continue
        said = [i for i, word in enumerate(inner) if word.text in _SAID]
        to = low(inner, 0) == "according" and low(inner, 1) == "to"
        if (to and not said) or (_is_saying(inner, said)):
            yield Change(comma, end, (), "source lost")
            return


def _is_saying(inner: Words, said: list[int]) -> bool:
    """Whether words say who said it and no more: "police said", "said Sela Lund", "the ministry said on Tuesday"."""
    if len(said) != 1 or inner[said[0]].tag not in ("VBD", "VBZ", "VBN"):
        return False
    who, after = inner[: said[0]], inner[said[0] + 1 :]
    plain = all(word.tag in _WHO for word in (*who, *after)) and inner[0].tag not in ("IN", "CC", "RB")
    if not who or inner[said[0]].text == "told":
        return plain and bool(after)
    return plain and (not after or after[0].tag == "IN" or after[0].text in WEEKDAYS)


def _lost_at_beginning(words: Words) -> Iterator[Change]:
    said = next((i for i, word in enumerate(words[: _LONGEST + 1]) if word.text in _SAID), None)
    if not said or any(word.tag in ("``", "''") or word.quoted for word in words):
        return
    who = words[:said]
    if not all(word.tag in _WHO for word in who) or who[0].tag in ("IN", "CC", "RB") or words[said].tag != "VBD":
        return
    clause = _past_hearers(words, said)
    opens = tag(words, clause) in _CLAUSE or low(words, clause) == "that"
    start = clause + (low(words, clause) == "that")
    day = low(words, clause).capitalize() in WEEKDAYS
    if clause <= said or not opens or day or not any(word.tag in _FINITE for word in words[start : start + 8]):
        return
    if low(words, said) in ("reported", "confirmed") and low(words, clause) != "that":
        return
    yield Change(0, start, (), "source lost")


def _past_hearers(words: Words, said: int) -> int:
    """Where the clause begins: after "said", or after "told reporters that"."""
    if low(words, said) != "told":
        return said + 1
    return next((i for i in range(said + 1, min(said + 6, len(words))) if low(words, i) == "that"), 0)


def _is_source(words: Words, index: int) -> bool:
    """Whether the noun is who says it: "police said", "said the ministry", "according to police"."""
    if tag(words, index + 1) in ("NN", "NNS", "NNP", "POS", "HYPH") or tag(words, index - 1) in ("NN", "NNP", "CD"):
        return False
    first = index - 1 if low(words, index - 1) == "the" else index
    said = low(words, index + 1) in _SAID or (
        low(words, first - 1) == "said" and tag(words, index + 1) in (".", ",", "IN")
    )
    return said or (low(words, first - 2) == "according" and low(words, first - 1) == "to")


def _speaks_here(words: Words, index: int) -> bool:
    said = low(words, index + 1) in _SAID or (low(words, index - 1) == "said" and low(words, index + 1) in (".", ","))
    return said or (low(words, index - 2) == "according" and low(words, index - 1) == "to")


def _anonymous(words: Words, index: int) -> bool:
    return low(words, index + 3) == "anonymity" and tuple(low(words, index + i) for i in range(4)) == _ANONYMITY


def _end_of_reason(words: Words, index: int) -> int:
    """Behind the reason for anonymity ("because he was not allowed to speak"), where the sentence ends with it."""
    if low(words, index) not in ("because", "as", "since", "so", "for", "to", "citing", "owing", "in"):
        return index
    stop = _next_stop(words, index)
    return index if stop is None else stop


def _next_stop(words: Words, index: int) -> int | None:
    """The next comma, semicolon or full stop."""
    return next((i for i in range(index, len(words)) if words[i].text in (",", ".", ";")), None)


def _tells_terms(words: Words) -> bool:
    texts = [word.text.lower() for word in words]
    asked = any(word.lemma in ("ask", "decline", "request", "refuse", "want") for word in words[:5])
    return (asked and bool(_UNNAMED.intersection(texts))) or "anonymity" in texts
