"""Who did it to whom with what, and on whose word: few sure values rather than all that the words can mean.

A part is a person, a body of people or a thing that can have it, named in the clause of the deed itself. Parts that two
lines name come alone; where none does, the two best told are shown. Who takes the deed on himself is an actor on his
own word, and who is named only on somebody's word is shown with that source.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from headwater.evidence import cite
from headwater.record.choosing import MainEvent
from headwater.record.fields import Fields
from headwater.record.phrases import Phrase, can_act, is_means, is_thing, phrase_of, word_before
from headwater.relations.avowals import avowal
from headwater.text.events import SUBJECT_EFFECTS
from headwater.text.spans import holds, tokens_in
from headwater.text.thesaurus import is_a, synonyms
from headwater.types import (
    Attribution,
    Certainty,
    Cited,
    Claim,
    ClaimKind,
    ConflictKind,
    Document,
    EventPart,
    Figure,
    Role,
    Span,
    Told,
)

__all__ = ["Parts"]

_WHO: Final = frozenset({ConflictKind.ROLE, ConflictKind.CATEGORY, ConflictKind.DENIAL, ConflictKind.POLARITY})
_HARMING: Final = frozenset({"kill", "die", "injure", "shoot", "execute"})
_AT: Final = frozenset({"on", "against", "at", "of"})  # "the attack on the mill"
_OPEN: Final = frozenset({Certainty.POSSIBLE, Certainty.PROBABLE})
_FEW: Final = 2  # parts that are listed where no two lines name one
_MOST: Final = 4
_LONG: Final = 60  # characters from which the words for a part are too long for a field
_ONE_THING: Final = 0.5  # thesaurus value from which two nouns may name one thing
_CLAIMS: Final = frozenset({"claim", "claim-responsibility"})


class _Filler(NamedTuple):
    """Somebody or something in a part of the event, by one claim; `source` is on whose word."""

    phrase: Phrase
    claim: Claim
    entity: str
    source: Span | None
    avowed: bool = False  # he says so himself
    figure: str = ""  # the figure of which its number is a value: who counts the same counts one group of people


class Parts:
    """The parts of one event, from its claims and those in which somebody takes it on himself."""

    def __init__(self, fields: Fields, event: MainEvent, claims: Sequence[Claim], figures: Sequence[Figure]) -> None:
        self._fields, self._event = fields, event
        self._counted = {value.quantity.span: figure.id for figure in figures for value in figure.values}
        self._core = frozenset(claim.id for claim in event.core)
        self._avowals = [claim for claim in claims if claim.kind is ClaimKind.EVENT and _is_avowal(claim)]

    def actors(self) -> tuple[EventPart, ...]:
        """Who did it: people and bodies of people who are the agents of the deed in its own clause."""
        return self._parts(self._acting(), lambda one: one.avowed)

    def targets(self) -> tuple[EventPart, ...]:
        """To whom or what it was done: what the deed was aimed at, and the people whom it harmed."""
        return self._parts(
            self._fillers(self._suffers), lambda one: one.phrase.counts and one.claim.id not in self._core
        )

    def instruments(self) -> tuple[EventPart, ...]:
        """With what: things that harm is done with, told as means, as doing it, or before its noun ("drone attack")."""
        return self._parts((*self._fillers(self._serves), *self._named_before()))

    def attributed_by(self) -> tuple[EventPart, ...]:
        """Who says who did it: the sources at the end of the chains of the claims that name an actor."""
        found: dict[str, list[tuple[Attribution, Claim]]] = defaultdict(list)
        for one in self._acting():
            end = one.claim.attribution[-1] if one.claim.attribution else None
            if end is not None and end.source is not None:
                found[end.speaker or self._fields.words(end.source).lower()].append((end, one.claim))
        return tuple(sorted((self._source(pairs) for _, pairs in sorted(found.items())), key=_standing)[:_MOST])

    def unclaimed(self) -> Told | None:
        """That nobody has claimed the deed, in the shortest words that say so; None if no claim says it."""
        claims = [claim for claim in self._avowals if claim.negated]
        if not claims:
            return None
        shortest = min(claims, key=lambda claim: (claim.span.end - claim.span.start, claim.id))
        return self._fields.told(
            self._fields.words(shortest.span), [claim.span for claim in claims], claims, frozenset()
        )

    def _source(self, pairs: Sequence[tuple[Attribution, Claim]]) -> EventPart:
        first = pairs[0][0]
        spans = [one.source for one, _ in pairs if one.source is not None]
        told = self._fields.told(self._fields.words(spans[0]), spans, [claim for _, claim in pairs], frozenset())
        return EventPart(first.speaker, told.value.text.rpartition(" ")[2].lower(), told)

    # --- who has which part -----------------------------------------------------------------------------------

    def _fillers(self, has: Callable[[Role, Claim, Phrase], bool]) -> Iterator[_Filler]:
        for claim in self._event.claims:
            document = self._fields.documents[claim.span.article]
            for role in claim.roles:
                phrase = phrase_of(role, document) if holds(claim.span, role.span) else None
                if phrase is not None and has(role, claim, phrase):
                    yield _filler(phrase, claim, role)._replace(figure=self._figure(phrase))

    def _figure(self, phrase: Phrase) -> str:
        return next((one for span, one in self._counted.items() if holds(phrase.span, span)), "")

    def _acting(self) -> Iterator[_Filler]:
        """The agents of the deed, none that is told as possible on nobody's word; and who takes it on himself."""
        for one in self._fillers(_acts):
            if one.claim.certainty not in _OPEN or one.source is not None:
                yield one
        for claim in self._avowals:
            document = self._fields.documents[claim.span.article]
            agents = (role for role in claim.roles if role.name == "agent" and not claim.negated)
            for role, phrase in ((role, phrase_of(role, document)) for role in agents):
                if phrase is not None and can_act(phrase):
                    yield _filler(phrase, claim, role)._replace(source=phrase.span, avowed=True)

    def _suffers(self, role: Role, claim: Claim, phrase: Phrase) -> bool:
        """Of harm only people suffer, of the deed itself whatever it is aimed at."""
        if claim.event_class in _HARMING:
            part = "agent" if claim.event_class in SUBJECT_EFFECTS else "patient"
            return role.name == part and can_act(phrase)
        if claim.id not in self._core or _is_fired(role, claim) or not is_thing(phrase):
            return False
        document = self._fields.documents[claim.span.article]
        aimed = claim.nominal and role.name in {"place", "manner"} and word_before(role.span, document) in _AT - {"of"}
        return role.name == "patient" or aimed

    def _serves(self, role: Role, claim: Claim, phrase: Phrase) -> bool:
        before = (
            claim.nominal
            and role.name == "manner"
            and holds(claim.span, role.span)
            and role.span.end <= claim.trigger.start
        )
        told = role.name in {"instrument", "agent"} or before
        return is_means(phrase) and (told or _is_fired(role, claim))

    def _named_before(self) -> Iterator[_Filler]:
        """What stands before the noun of a deed that acts: "was hit by a rocket attack"."""
        for claim in self._event.claims:
            document = self._fields.documents[claim.span.article]
            for role in claim.roles:
                if role.name in {"agent", "instrument", "manner"} and holds(claim.span, role.span):
                    yield from self._compounds(role, claim, document)

    def _compounds(self, role: Role, claim: Claim, document: Document) -> Iterator[_Filler]:
        tokens = document.tokens
        for at in tokens_in(tokens, role.span):
            if tokens[at].dep == "compound" and tokens[tokens[at].head].lemma == role.lemma:
                span = Span(role.span.article, tokens[at].start, tokens[at].end)
                phrase = Phrase(span, tokens[at], counts=False)
                if is_means(phrase):
                    yield _filler(phrase, claim, role)._replace(entity="")

    # --- the same part, told more than once -------------------------------------------------------------------

    def _parts(
        self, fillers: Iterable[_Filler], always: Callable[[_Filler], bool] = lambda _: False
    ) -> tuple[EventPart, ...]:
        """One part for each name, head noun, or noun for the same thing: those of two lines, else the best told."""
        groups: list[list[_Filler]] = []
        for one in sorted(fillers, key=lambda one: one.phrase.span):
            home = next((group for group in groups if _is_same(one, group)), None)
            if home is None:
                groups.append([one])
            else:
                home.append(one)
        parts = sorted(
            ((self._part(group), any(map(always, group))) for group in groups), key=lambda one: _standing(one[0])
        )
        told = [part for part, _ in parts]
        best = [part for part in told if len(part.told.lines) > 1] or told[:_FEW]
        return tuple(part for part, kept in parts if kept or part in best)[:_MOST]

    def _part(self, same: Sequence[_Filler]) -> EventPart:
        words = Counter(self._fields.words(one.phrase.span) for one in same)
        shown = min(words, key=lambda each: (len(each) > _LONG, " " not in each, -words[each], -len(each), each))
        spans = sorted({one.phrase.span for one in same})
        claims = list({one.claim.id: one.claim for one in same}.values())
        told = self._fields.told(shown, spans, claims, _WHO)
        entity = next((one.entity for one in same if one.entity), "")
        return EventPart(entity, same[0].phrase.lemma, told, self._by(same))

    def _by(self, same: Sequence[_Filler]) -> Cited | None:
        """On whose word alone; None if a newsroom says so itself, or nobody does."""
        sources = [one.source for one in same if one.source is not None]
        return cite(self._fields.words(sources[0]), sources[:1]) if len(sources) == len(same) else None


def _filler(phrase: Phrase, claim: Claim, role: Role) -> _Filler:
    end = claim.attribution[-1] if claim.attribution else None
    entity = role.entity if phrase.lemma == role.lemma else ""
    return _Filler(phrase, claim, entity, end.source if end is not None else None)


def _is_avowal(claim: Claim) -> bool:
    """“Claimed responsibility”; negated only if nobody did: that one group did not says nothing of others."""
    agents = [role for role in claim.roles if role.name == "agent"]
    if not claim.negated:
        return avowal(claim) > 0 and claim.certainty is Certainty.CERTAIN
    shares = claim.event in _CLAIMS and any(role.lemma == "responsibility" for role in claim.roles)
    return shares and not any(role.entity for role in agents)


def _acts(role: Role, claim: Claim, phrase: Phrase) -> bool:
    """The agent of a deed; of dying or fleeing the agent is who suffers it."""
    return role.name == "agent" and claim.event_class not in SUBJECT_EFFECTS and can_act(phrase)


def _is_fired(role: Role, claim: Claim) -> bool:
    """“Fired a weapon”, “fired shots”: what is fired is the means, not the target."""
    return role.name == "patient" and claim.event_class == "open-fire" and is_a(role.lemma, "weapon")


def _is_same(one: _Filler, group: Sequence[_Filler]) -> bool:
    return any(_names_one(one, other) for other in group)


def _names_one(one: _Filler, other: _Filler) -> bool:
    """One name, one noun, or, of things, two nouns of which one says what the other does."""
    if one.figure and one.figure == other.figure:
        return True
    if one.entity and one.entity == other.entity:
        return True
    here, there = one.phrase.lemma, other.phrase.lemma
    if here == there:
        return not (one.entity and other.entity)
    if can_act(one.phrase) or can_act(other.phrase):
        return False
    return synonyms(here, there, "NOUN") >= _ONE_THING or is_a(here, there) or is_a(there, here)


def _standing(part: EventPart) -> tuple[int, int, int, str]:
    told = part.told
    return -len(told.lines), -len(told.articles), -len(told.value.spans), told.value.text
