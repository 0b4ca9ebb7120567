"""English synonymy: how well two lemmas can say the same, what kind of thing a noun names, what opposes what.

The data are senses, kinds and derivations of Princeton WordNet 3.0 (Fellbaum 1998) with some news words added
(see data/README.md). WordNet lists every sense a lemma can have; in running text the commonest one is meant most of
the time (McCarthy et al. 2004), so a shared sense counts by its share of use in both lemmas. That keeps apart a
synonym ("assault" for "attack") from what a mechanical spinner makes of it ("onslaught" is near, "fit" is not).

Lemmas are those of the parser, in any case, phrases with blanks ("prime minister"); `pos` are universal tags. Nothing
is read before the first call; that call takes about a tenth of a second, every other microseconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from math import sqrt
from typing import Final, NamedTuple

from headwater.text.function_words import FUNCTION_WORDS
from headwater.text.resources import packaged_text

__all__ = [
    "Neighbour",
    "hypernyms",
    "is_a",
    "known",
    "meeting_keys",
    "neighbours",
    "noun_like",
    "opposed",
    "related",
    "same_sense",
    "senses",
    "synonyms",
    "used",
]

PARTS: Final = {"NOUN": "n", "PROPN": "n", "VERB": "v", "AUX": "v", "ADJ": "a", "ADV": "r"}
SYNONYM: Final = 0.95  # of two different lemmas at best: no two words say quite the same
DERIVED: Final = 0.9  # "condemn", "condemnation": the same content in another construction
SIMILAR: Final = 0.7  # adjectives WordNet calls similar, verbs of one group
KIND: Final = 0.6  # "murder" says more than "kill": one implies the other
_SENSE: Final = re.compile(r" (\d+)(?=[:\s]|$)")  # of a record: the words derived from a lemma hold no bare numbers
READ_AS: Final = 2  # senses of a noun that are taken as what it may name in the news


class _Tables(NamedTuple):
    """The file, split but not yet parsed: a story touches few of the lemmas."""

    synsets: list[str]  # "head|kinds|likes", index is the id
    lemmas: dict[str, str]  # lemma -> "n 12:5 33 \t v 1 \t + n:x,v:y \t ! a:z", see data/README.md


class _Entry(NamedTuple):
    """One lemma: per part of speech its senses with their weight, 1 for the commonest; then its relatives."""

    senses: dict[str, dict[int, float]]
    derived: tuple[tuple[str, str], ...]
    opposed: tuple[tuple[str, str], ...]


class Neighbour(NamedTuple):
    """A lemma that shares a sense with another: `likeness` as of `synonyms`, and how often tagged corpora have it so.

    `seen` 0 is a word that dictionaries know and people hardly use.
    """

    lemma: str
    likeness: float
    seen: int


def synonyms(a: str, b: str, pos: str | None = None) -> float:
    """How well two lemmas can say the same, 0 to 1; symmetric.

    1 for one lemma; up to .95 for a shared sense, by how common the sense is in both; up to .9 for a derivation in
    another part of speech ("attack", "attacker"); up to .7 for similar adjectives and verbs of one group; up to .6
    for a direct kind ("murder", "kill"); 0 for the rest and for unknown words. With a `pos` only senses of that part
    of speech count, and no derivation; tags without senses (DET, ...) give 0 unless the lemmas are the same.
    """
    first, second = sorted((_spelt(a), _spelt(b)))
    if first == second:
        return 1.0
    return _score(first, second, None if pos is None else PARTS.get(pos, ""))


def neighbours(lemma: str, pos: str, least: float = 0.5) -> tuple[Neighbour, ...]:
    """The other lemmas that share a sense with one in a part of speech, those alike by `least` or more, the best first.

    This is what a thesaurus prints under a word. The first call takes about a third of a second.
    """
    part = PARTS.get(pos, "")
    found: dict[str, Neighbour] = {}
    for sense, use in _entry(_spelt(lemma)).senses.get(part, {}).items():
        for other in _holders().get(sense, ()):
            likeness = SYNONYM * sqrt(use * _entry(other).senses[part][sense])
            if other != _spelt(lemma) and likeness >= max(least, found[other].likeness if other in found else 0.0):
                found[other] = Neighbour(other, likeness, _seen(other, sense))
    return tuple(sorted(found.values(), key=lambda near: (-near.likeness, -near.seen, near.lemma)))


def senses(lemma: str, pos: str) -> int:
    """How many senses a lemma has in a part of speech; 0 if it is unknown there."""
    return len(_entry(_spelt(lemma)).senses.get(PARTS.get(pos, ""), {}))


@lru_cache(maxsize=16384)
def used(lemma: str) -> int:
    """How often tagged corpora of general English have a lemma in any sense: a rough measure of how common it is."""
    record = _tables().lemmas.get(_spelt(lemma), "")
    return sum(map(int, re.findall(r" \d+:(\d+)", record)))


def same_sense(a: str, b: str) -> bool:
    """Whether two lemmas share any sense, however rare: a thesaurus would offer one for the other."""
    first, second = _entry(_spelt(a)), _entry(_spelt(b))
    return _spelt(a) == _spelt(b) or any(
        senses.keys() & second.senses.get(part, {}).keys() for part, senses in first.senses.items()
    )


def related(a: str, b: str) -> bool:
    """Whether two lemmas share a sense, or have senses one step apart: kind, similar adjective, verbs of one group."""
    return same_sense(a, b) or any(_nearness(_spelt(a), _spelt(b), part) > 0 for part in ("n", "v", "a", "r"))


def opposed(a: str, b: str) -> bool:
    """Whether two lemmas are antonyms ("accept", "reject"), in any of their senses."""
    first, second = _spelt(a), _spelt(b)
    return any(word == second for _, word in _entry(first).opposed) or any(
        word == first for _, word in _entry(second).opposed
    )


def meeting_keys(lemma: str, least: float) -> frozenset[int]:
    """Keys of a lemma such that two lemmas with no key in common have `synonyms` below `least`: for candidates, fast.

    They are its senses and those of the words derived from it, with the senses one link away, except the senses so
    rare that nothing scored through them can reach `least`.
    """
    return _keys(_spelt(lemma), least)


def known(lemma: str) -> bool:
    """Whether the lemma is a word of English at all: a content word or phrase of the thesaurus, or a function word."""
    return bool(_entry(_spelt(lemma)).senses) or lemma.lower() in FUNCTION_WORDS


def noun_like(lemma: str) -> bool:
    """Whether the lemma can be a common noun."""
    return "n" in _entry(_spelt(lemma)).senses


def hypernyms(lemma: str) -> frozenset[str]:
    """The kinds of thing a noun names, all the way up, over its first two senses: "rifle" -> {"firearm", ...}."""
    return frozenset(_synset(i)[0] for i in _above(_spelt(lemma)) if _synset(i)[0])


def is_a(lemma: str, kind: str) -> bool:
    """Whether a noun, in its first two senses, names a kind of what `kind` ("weapon", "person") first of all means."""
    wanted = next(iter(_ranked(_spelt(kind))), None)
    return wanted is not None and wanted in _above(_spelt(lemma))


# --- scores ---------------------------------------------------------------------------------------------------


@lru_cache(maxsize=65536)
def _score(a: str, b: str, part: str | None) -> float:
    """`synonyms` of two different lemmas; over all parts of speech and derivations if `part` is None."""
    if part is not None:
        return _in_part(a, b, part)
    alike = max(_in_part(a, b, each) for each in ("n", "v", "a", "r"))
    return max([alike, *_through_derivations(a, b), *_through_derivations(b, a)])


@lru_cache(maxsize=16384)
def _keys(lemma: str, least: float) -> frozenset[int]:
    """A score is its worth times the root of both uses, and no use is above 1: that bounds the senses that matter."""
    words = (lemma, *(word for _, word in _entry(lemma).derived))
    uses = [use for word in words for senses in _entry(word).senses.values() for use in senses.items()]
    own = {sense for sense, use in uses if SYNONYM * sqrt(use) >= least}
    linking = {sense for sense, use in uses if max(SIMILAR, KIND) * sqrt(use) >= least}
    return frozenset(own | {near for sense in linking for links in _synset(sense)[1:] for near in links})


def _through_derivations(a: str, b: str) -> Iterator[float]:
    """Scores of b against the words derived from a, or that a is derived from."""
    for part, word in _entry(a).derived:
        yield DERIVED if word == b else DERIVED * _in_part(word, b, part)


def _in_part(a: str, b: str, part: str) -> float:
    """The best score over pairs of senses in one part of speech."""
    first, second = _entry(a), _entry(b)
    left, right = first.senses.get(part, {}), second.senses.get(part, {})
    shared = max((sqrt(left[i] * right[i]) for i in left.keys() & right.keys()), default=0.0)
    return max(SYNONYM * shared, _nearness(a, b, part))


def _nearness(a: str, b: str, part: str) -> float:
    """The best score over senses one link apart, weighed like shared ones."""
    return max((near for one, other in ((a, b), (b, a)) for near in _linked(one, other, part)), default=0.0)


def _linked(one: str, other: str, part: str) -> Iterator[float]:
    """What each direct link from a sense of the one to one of the other is worth, by how common both are."""
    reach, senses = _reach(one, part), _entry(other).senses.get(part, {})
    return (reach[sense] * sqrt(senses[sense]) for sense in reach.keys() & senses.keys())


@lru_cache(maxsize=16384)
def _reach(lemma: str, part: str) -> dict[int, float]:
    """The senses one link from the lemma's own, each with what the link is worth by how common the own sense is."""
    found: dict[int, float] = {}
    for sense, use in _entry(lemma).senses.get(part, {}).items():
        _, kinds, likes = _synset(sense)
        for worth, links in ((SIMILAR, likes), (KIND, kinds)):
            for link in links:
                found[link] = max(found.get(link, 0.0), worth * sqrt(use))
    return found


@lru_cache(maxsize=16384)
def _above(lemma: str) -> frozenset[int]:
    """The first two noun senses of a lemma with everything above them."""
    found: set[int] = set()
    waiting = list(_ranked(lemma))[:READ_AS]
    while waiting:
        sense = waiting.pop()
        if sense not in found:
            found.add(sense)
            waiting.extend(_synset(sense)[1])
    return frozenset(found)


def _ranked(lemma: str) -> dict[int, float]:
    """The noun senses of a lemma, in order of frequency."""
    return _entry(lemma).senses.get("n", {})


# --- the file -------------------------------------------------------------------------------------------------


@cache
def _tables() -> _Tables:
    """The packaged file. Its first line counts the synsets and the lemmas, which follow, then come the records."""
    lines = packaged_text("thesaurus.txt.gz").split("\n")
    synsets, lemmas = map(int, lines[0].split())
    end = 1 + synsets
    names, records = lines[end : end + lemmas], lines[end + lemmas :]
    return _Tables(lines[1:end], dict(zip(names, records, strict=True)))


@lru_cache(maxsize=65536)
def _spelt(lemma: str) -> str:
    """The lemma as the thesaurus spells it: case, underscores and hyphens aside ("Cease-fire", "air-strike")."""
    plain = lemma.lower().replace("_", " ")
    forms = (plain, plain.replace("-", " "), plain.replace("-", ""), plain.replace(" ", "-"))
    return next((form for form in forms if form in _tables().lemmas), plain)


@lru_cache(maxsize=16384)
def _entry(lemma: str) -> _Entry:
    """The parsed record of a lemma; an empty one if it is unknown."""
    parts = dict.fromkeys("nvar+!", "")
    record = _tables().lemmas.get(lemma, "")
    parts.update((piece[0], piece[2:]) for piece in record.split("\t") if piece)
    senses = {part: _weights(parts[part]) for part in "nvar" if parts[part]}
    return _Entry(senses, _words(parts["+"]), _words(parts["!"]))


@cache
def _holders() -> Mapping[int, tuple[str, ...]]:
    """The lemmas of each sense; a sense is of one part of speech."""
    found: dict[int, list[str]] = {}
    for lemma, record in _tables().lemmas.items():
        for sense in _SENSE.findall(record):
            found.setdefault(int(sense), []).append(lemma)
    return {sense: tuple(lemmas) for sense, lemmas in found.items()}


def _seen(lemma: str, sense: int) -> int:
    """How often the tagged corpora have a lemma in a sense."""
    count = re.search(rf" {sense}:(\d+)", _tables().lemmas[lemma])
    return int(count[1]) if count else 0


def _weights(listed: str) -> dict[int, float]:
    """Senses "id:count id ..." in order of frequency, each with its use relative to the commonest.

    Counts come from a small corpus, so the rank r is added as 1/r of an occurrence.
    """
    pairs = [piece.partition(":") for piece in listed.split()]
    uses = {int(sense): int(count or 0) + 1 / rank for rank, (sense, _, count) in enumerate(pairs, 1)}
    top = max(uses.values())
    return {sense: use / top for sense, use in uses.items()}


def _words(listed: str) -> tuple[tuple[str, str], ...]:
    """Words "n:attacker,v:attack" as (part, lemma)."""
    return tuple((piece[0], piece[2:]) for piece in listed.split(",") if piece)


@lru_cache(maxsize=65536)
def _synset(sense: int) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """A synset's head ('' if nothing lies below it), the senses directly above, and the similar ones."""
    head, kinds, likes = (*_tables().synsets[sense].split("|"), "", "")[:3]
    return head, tuple(map(int, kinds.split())), tuple(map(int, likes.split()))
