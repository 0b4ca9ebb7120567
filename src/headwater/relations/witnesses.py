"""When two attributions mean one source, and how many sources stand behind some claims.

docs/independence.md defines what is counted: the ends of attribution chains, one for each text origin. One source may
be described in many ways ("a police report", "the report"). Each description is taken as the set of what it says of
the source, and a set that lies within another's is counted with it: two descriptions that can be of one source are
not two sources. A spokesperson gives the word of a body. Who has no name is known by the newsroom that was told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from headwater.relations.context import Context
from headwater.text.spans import tokens_in
from headwater.text.wordset import wordset
from headwater.types import Attribution, Claim, EntityKind, SourceKind, Span

__all__ = ["Witness", "sources_behind"]

_SPOKEN_FOR: Final = wordset("spokesman spokeswoman spokesperson spokespeople")
_WATCHING: Final = wordset("reporter correspondent journalist photographer cameraman stringer")
_DESCRIBING: Final = frozenset({"NOUN", "PROPN", "ADJ"})
_UNNAMED: Final = "somebody without a name"

LineOf = Callable[[Span], str]


class Witness(NamedTuple):
    """A source: what the texts say of it (ids of entities, else lemmas), and whether they name it."""

    traits: frozenset[str]
    named: bool


def sources_behind(
    claims: Iterable[Claim], line_of: LineOf, context: Context, is_copy: Callable[[str], bool]
) -> tuple[Witness, ...]:
    """The sources that the claims rest on, each once, in a fixed order; unknown ones are left out.

    Each line, as `line_of` gives it for a claim's span, has one witness: its claim with the longest chain of
    attribution, in the articles that are no copies (`is_copy`) if there are any.
    """
    by_line: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_line[line_of(claim.span)].append(claim)
    found: dict[frozenset[str], bool] = {}
    for line, told in by_line.items():
        first = max(told, key=lambda claim: (not is_copy(claim.span.article), len(claim.attribution), claim.id))
        witness = _witness(first.attribution, line, context)
        if witness.traits:
            found[witness.traits] = witness.named or found.get(witness.traits, False)
    widest = [traits for traits in found if not any(traits < other for other in found)]
    return tuple(
        Witness(traits, any(named for part, named in found.items() if part <= traits))
        for traits in sorted(widest, key=sorted)
    )


def _witness(chain: tuple[Attribution, ...], line: str, context: Context) -> Witness:
    """The end of a chain of attribution as it is told in a line; without traits if it is unknown."""
    if not chain or chain[-1].kind is SourceKind.UNKNOWN:
        return Witness(frozenset(), False)
    end = chain[-1]
    if end.kind is SourceKind.ANONYMOUS:
        return Witness(frozenset({_UNNAMED, *(_told(chain, context) or {line})}), False)
    if end.kind is SourceKind.OWN:
        return Witness((_described(end.source, context) - _WATCHING) or frozenset({line}), True)
    return Witness(_whose_word(end, context), True)


def _told(chain: tuple[Attribution, ...], context: Context) -> frozenset[str]:
    """The newsroom that a source without a name spoke to, or whoever else hands its word on; empty if not said."""
    channel = chain[-1].channel
    heard = frozenset() if channel is None else _named_in(channel, context)
    return heard or (_whose_word(chain[-2], context) if len(chain) > 1 else frozenset())


def _whose_word(link: Attribution, context: Context) -> frozenset[str]:
    """The traits of a source: its entity, the body that this speaks for, or what the words say of it."""
    if not link.speaker:
        return _described(link.source, context) - _SPOKEN_FOR
    speaker = context.entities.known(link.speaker)
    if speaker is not None and speaker.kind is EntityKind.PERSON:
        for role in speaker.roles:
            described = _described(role, context)
            if described & _SPOKEN_FOR and described - _SPOKEN_FOR:
                return described - _SPOKEN_FOR
    return frozenset({link.speaker})


def _described(span: Span | None, context: Context) -> frozenset[str]:
    """What a phrase says of a source: the entities in it, and its other nouns, names and adjectives."""
    if span is None:
        return frozenset()
    named = context.entities.mentions(span)
    document = context.documents[span.article]
    words = (document.tokens[index] for index in tokens_in(document.tokens, span))
    other = (
        token.lemma.casefold()
        for token in words
        if token.pos in _DESCRIBING and not any(at.start <= token.start < at.end for at, _ in named)
    )
    return frozenset({*(entity.id for _, entity in named), *other})


def _named_in(span: Span, context: Context) -> frozenset[str]:
    """The names in a phrase: of "told the Northern Wire" that paper, of "told reporters" none."""
    named = frozenset(entity.id for _, entity in context.entities.mentions(span))
    document = context.documents[span.article]
    words = (document.tokens[index] for index in tokens_in(document.tokens, span))
    return named or frozenset(token.lemma.casefold() for token in words if token.pos == "PROPN")
