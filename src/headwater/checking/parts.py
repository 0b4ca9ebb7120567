"""Who did it and to whom: the parts in a deed, read from the tree, and whether a claim puts one on the other side.

The doer is the subject of an active verb, the agent of a passive ("by"), the head of a relative clause about what it
does; the sufferer is an object, the subject of a passive, what a participle is said of, what follows "the arrest of"
or "an attack on". Who is under arrest suffers an arrest. Verbs that two do to each other have no sides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from headwater.checking.bearing import Bearing
from headwater.checking.events import class_at
from headwater.text.rewording.sides import Side, WordKind
from headwater.text.wordset import wordset

__all__ = ["Parts", "Turned", "deeds_of", "turned_part"]

_MUTUAL: Final = wordset("meet marry divorce fight battle join face kiss hug resemble equal accompany be have")
_OBJECTS: Final = wordset("""
    arrest detention murder assassination abduction kidnapping capture seizure rescue release killing shooting bombing
    execution expulsion dismissal appointment election conviction acquittal sentencing murder beating hijacking
""")
_RELATIVES: Final = wordset("who which that whom")
_ONTO: Final = frozenset({"on", "upon", "against"})


class Parts(NamedTuple):
    """The words that name who did something and to whom it was done."""

    doers: frozenset[int]
    sufferers: frozenset[int]


class Turned(NamedTuple):
    """A part of the claim that stands on the other side of the same deed in a sentence: its word here and there."""

    deed: int
    part: int
    sentence: int
    there: int


def turned_part(bearing: Bearing) -> Turned | None:
    """A part of the claim that the reports have only on the other side of its deed; None if some sentence agrees.

    Only deeds with both sides count: "the boat sank" and "they sank the boat" tell of the same.
    """
    for deed, parts in sorted(deeds_of(bearing.claim).items()):
        if parts.doers and parts.sufferers and bearing.claim.lemmas[deed] not in _MUTUAL:
            faced = list(_faced(bearing, deed, parts))
            turned = [each for each, straight in faced if not straight]
            if turned and len(turned) == len(faced):
                return turned[0]
    return None


def _faced(bearing: Bearing, deed: int, parts: Parts) -> Iterator[tuple[Turned, bool]]:
    """Each part of the deed where a sentence has it in the same deed, and whether it is on the same side there."""
    for number, met in sorted(bearing.near.items()):
        for other, theirs in _same_deeds(bearing, deed, number):
            for part in sorted((parts.doers | parts.sufferers) & met.keys()):
                there = met[part][0]
                own, across = theirs if part in parts.doers else (theirs.sufferers, theirs.doers)
                whole = part in parts.doers or bool(theirs.sufferers)
                if there in own or (there in across and whole):
                    yield Turned(deed, part, number, other), there in own


def _same_deeds(bearing: Bearing, deed: int, number: int) -> Iterator[tuple[int, Parts]]:
    """The deeds of a sentence that the claim's deed is met by, or that are of its class of event."""
    met, side = bearing.near[number].get(deed), bearing.side(number)
    classes = class_at(bearing.claim, deed)
    for other, parts in sorted(deeds_of(side).items()):
        if (met is not None and met[0] == other) or classes & class_at(side, other):
            yield other, parts


def deeds_of(side: Side) -> Mapping[int, Parts]:
    """The words for what is done, each with its parts."""
    doers: dict[int, set[int]] = defaultdict(set)
    sufferers: dict[int, set[int]] = defaultdict(set)
    for word in range(len(side)):
        for deed, part, suffers in _says(side, word):
            if part >= 0 and side.kinds[part] is not WordKind.SMALL:
                (sufferers if suffers else doers)[deed].add(part)
    _share_subjects(side, doers)
    return {deed: Parts(frozenset(doers[deed]), frozenset(sufferers[deed])) for deed in sorted({*doers, *sufferers})}


def _says(side: Side, word: int) -> Iterator[tuple[int, int, bool]]:
    """What a word's place in the tree says of parts: the deed, the part, and whether it suffers."""
    dep, head = side.tokens[word].dep, side.heads[word]
    if head < 0:
        return
    over = side.heads[head]
    if dep in ("nsubj", "dobj", "nsubjpass"):
        yield head, _meant(side, word, head), dep != "nsubj"
    elif dep == "acl" and side.tokens[word].tag in ("VBN", "VBG"):
        yield word, head, side.tokens[word].tag == "VBN"
    elif dep == "pobj" and over >= 0:
        yield from _by_preposition(side, word, head, over)


def _by_preposition(side: Side, word: int, preposition: int, over: int) -> Iterator[tuple[int, int, bool]]:
    lemma, noun = side.lemmas[preposition], side.tokens[over].pos == "NOUN"
    if side.tokens[preposition].dep == "agent" or (lemma == "by" and noun and class_at(side, over)):
        yield over, word, False
    elif noun and ((lemma == "of" and side.lemmas[over] in _OBJECTS) or (lemma in _ONTO and class_at(side, over))):
        yield over, word, True
    elif lemma == "under" and side.lemmas[over] == "be":
        yield from ((word, at, True) for at, head in enumerate(side.heads) if head == over and _is_subject(side, at))


def _meant(side: Side, word: int, verb: int) -> int:
    """What a relative pronoun stands for; any other word stands for itself."""
    if side.lemmas[word] in _RELATIVES and side.tokens[verb].dep == "relcl":
        return side.heads[verb]
    return word


def _is_subject(side: Side, word: int) -> bool:
    return side.tokens[word].dep in ("nsubj", "nsubjpass")


def _share_subjects(side: Side, doers: dict[int, set[int]]) -> None:
    """Give a verb that is joined to another and has no subject that of the other: "stormed the hall and took it"."""
    for word, head in enumerate(side.heads):
        alone = not any(other == word and _is_subject(side, at) for at, other in enumerate(side.heads))
        if side.tokens[word].dep == "conj" and side.tokens[word].tag in ("VBD", "VBZ", "VBP") and alone and head >= 0:
            doers[word] |= doers.get(head, set())
