"""Two kinds for one part of an event, of which only one can hold: a rocket or a drone, an accident or an attack.

Families of exclusive kinds are in `data/kinds.toml`; beyond them two nouns exclude each other only if both name a kind
of one narrow genus of the thesaurus and neither can be said for the other.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

from headwater.relations.context import Compared, Context, Fit
from headwater.relations.nouns import noun_fit
from headwater.text.events import event_class
from headwater.text.resources import packaged_text
from headwater.text.spans import tokens_in
from headwater.text.thesaurus import is_a
from headwater.types import Claim, ConflictKind, Span, Token

__all__ = ["Kind", "compare_categories", "excluding", "exclusive_kinds", "kinds_in"]

_PLACES: Final = {"agent": "", "instrument": "", "manner": "", "place": "", "what": "", "patient": "patient"}
"""Roles whose fillers can say how or by what it was done (''), or to what; others are of something else."""
_COMPOUNDS: Final = frozenset({"compound", "nmod", "amod"})
_REACH: Final = 4  # tokens before and behind a noun among which its compounds and companions stand
_GENERA: Final = ("metal", "fruit", "disease", "sport", "religion", "musical instrument", "tree")


class Kind(NamedTuple):
    """A word of a claim that says of which kind something is, with its place."""

    word: str
    span: Span


def compare_categories(one: Claim, other: Claim, context: Context) -> tuple[Compared, ...]:
    """Kinds of one part, or of the event itself, that exclude each other; nothing where they do not.

    A claim that gives several kinds of a family ("rockets and drones") excludes none of them.
    """
    return tuple(_compared(one, other, context))


def _compared(one: Claim, other: Claim, context: Context) -> Iterator[Compared]:
    here, there = kinds_in(one, context), kinds_in(other, context)
    for family in sorted(here.keys() & there.keys()):
        told = excluding(here[family], there[family])
        if told:
            spans = here[family][0].span, there[family][0].span
            yield Compared("kind", Fit.APART, told, *spans, ConflictKind.CATEGORY)


def excluding(ones: Sequence[Kind], others: Sequence[Kind]) -> str:
    """What the kinds that two claims give of one family exclude each other in; '' if they do not, or give several."""
    return exclusive_kinds(ones[0].word, others[0].word) if len(ones) == len(others) == 1 else ""


def kinds_in(claim: Claim, context: Context) -> Mapping[str, Sequence[Kind]]:
    """The kinds that a claim gives, by family: by its event word, what fills its roles, or the nouns before these.

    A family stands with one kind for each of its rows that the claim has words of. Families are told apart by where
    the word stands, so that who it was and what it was done to never meet.
    """
    tokens = context.documents[claim.span.article].tokens
    found: dict[str, dict[str, Kind]] = {}
    for place, index in _tellers(claim, tokens):
        token = tokens[index]
        kind = Kind(token.lemma.lower(), Span(claim.span.article, token.start, token.end))
        for family, row in _families_of(kind.word).items():
            found.setdefault(f"{family} {place}", {}).setdefault(row, kind)
    return {family: tuple(rows[row] for row in sorted(rows)) for family, rows in found.items()}


def _tellers(claim: Claim, tokens: Sequence[Token]) -> Iterator[tuple[str, int]]:
    """Where words of a kind can stand: the event word with the nouns before it, and the heads of roles with theirs."""
    for index in tokens_in(tokens, claim.trigger):
        yield "", index
        yield from (("", child) for child in _before(tokens, index))
    for role in claim.roles:
        place = _PLACES.get(role.name)
        if place is None:
            continue
        for index in tokens_in(tokens, role.span):
            if tokens[index].lemma.lower() == role.lemma:
                yield place, index
                yield from ((place, child) for child in _beside(tokens, index))
                if place == "" or event_class(role.lemma, "NOUN"):
                    yield from ((place, child) for child in _before(tokens, index))


def _beside(tokens: Sequence[Token], noun: int) -> Iterator[int]:
    """What is joined to a noun by "and" or "or"."""
    near = range(noun + 1, min(len(tokens), noun + 1 + _REACH))
    return (child for child in near if tokens[child].head == noun and tokens[child].dep == "conj")


def _before(tokens: Sequence[Token], noun: int) -> Iterator[int]:
    """The nouns before a noun that say of which kind it is: "drone strike"."""
    near = range(max(0, noun - _REACH), noun)
    return (child for child in near if tokens[child].head == noun and tokens[child].dep in _COMPOUNDS)


@lru_cache(maxsize=16384)
def exclusive_kinds(one: str, other: str) -> str:
    """What two lemmas are exclusive kinds of, in words; '' if both can be said of one thing. Symmetric.

    "drone" and "rocket": "what it was done with: drone or rocket".
    """
    first, second = sorted((one.lower(), other.lower()))
    here, there = _families_of(first), _families_of(second)
    shared = [family for family in here if family in there and here[family] != there[family]]
    if not shared or noun_fit(first, second) in {Fit.SAME, Fit.NARROWER, Fit.WIDER}:
        return ""
    return f"{shared[0]}: {first} or {second}"


@lru_cache(maxsize=16384)
def _families_of(word: str) -> Mapping[str, str]:
    """The families of a lemma in lower case, each with what stands for its row there."""
    listed = _families().get(word)
    if listed is not None:
        return listed
    return {f"which {genus}": word for genus in _GENERA if genus != word and is_a(word, genus)}


@cache
def _families() -> Mapping[str, Mapping[str, str]]:
    """For each listed word the families that it stands in, by what they are of, with the first word of its row."""
    found: dict[str, dict[str, str]] = {}
    for family in tomllib.loads(packaged_text("kinds.toml")).values():
        for row in family["kinds"]:
            words = [word.replace("_", " ") for word in row.split()]
            for word in words:
                found.setdefault(word, {})[family["of"]] = words[0]
    return MappingProxyType(found)
