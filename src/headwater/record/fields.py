"""The parts of an event as fields of its record: each with the words, lines, sources and articles behind it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from headwater.evidence import cite, quoted_words
from headwater.origins import Origins
from headwater.record.choosing import MainEvent
from headwater.record.confidence import confidence_in
from headwater.text.events import EFFECTS, SUBJECT_EFFECTS, classes_of
from headwater.text.spans import holds, meets
from headwater.text.thesaurus import is_a
from headwater.text.wordset import wordset
from headwater.types import (
    Article,
    Attribution,
    Claim,
    Conflict,
    ConflictKind,
    EventPart,
    Role,
    SourceKind,
    Span,
    Told,
)

__all__ = ["Fields"]

_WHO: Final = frozenset({ConflictKind.ROLE, ConflictKind.CATEGORY})
_EVENTS: Final = frozenset(
    {*EFFECTS, "attack", "bomb", "explode", "shell", "raid", "burn", "crash", "flood", "storm", "earthquake"}
)
_MOST: Final = 6  # parts of one kind that are listed
_BODIES: Final = frozenset({"force", "unit", "side", "service", "guard", "troop", "party"})  # of people
_PRONOUNS: Final = wordset(
    "he she it they who which that this these those him her them one i we you himself herself themselves itself"
)


class _Filler(NamedTuple):
    """Somebody or something in a part of the event, by one claim."""

    role: Role
    claim: Claim


class Fields:
    """What the claims of one event say of its parts."""

    def __init__(
        self, articles: Mapping[str, Article], origins: Origins, conflicts: Sequence[Conflict], event: MainEvent
    ) -> None:
        self.articles = articles
        self.origins = origins
        self.conflicts = conflicts
        self.event = event

    def told(
        self,
        words: str,
        spans: Iterable[Span],
        claims: Sequence[Claim],
        kinds: AbstractSet[ConflictKind],
        *,
        rivals: str = "",
    ) -> Told:
        """The field that says `words`, resting on `spans` in `claims`; conflicts of `kinds` about them dispute it."""
        cited = cite(words, spans)
        lines = self.origins.lines(cited.spans)[1]
        sources = len(_sources(claims, self.articles))
        dispute = rivals or self._dispute(cited.spans, kinds)
        confidence, reason = confidence_in(len(lines), sources, dispute, claims)
        articles = tuple(sorted({span.article for span in cited.spans}))
        return Told(cited, lines, sources, articles, confidence, reason)

    def around(self, spans: Sequence[Span]) -> list[Claim]:
        """The claims of the event that hold any of the spans."""
        return [claim for claim in self.event.claims if any(holds(claim.span, span) for span in spans)]

    def actors(self) -> tuple[EventPart, ...]:
        """Who did it: the agents of the deed, people and bodies of people, most lines first."""
        return self._parts(one for one in self._fillers() if _acts(one) and not _is_means(one.role))

    def targets(self) -> tuple[EventPart, ...]:
        """To whom or what it was done."""
        return self._parts(one for one in self._fillers() if _suffers(one))

    def instruments(self) -> tuple[EventPart, ...]:
        """With what: instruments, and things told as doing the harm ("a bomb killed")."""
        return self._parts(
            one for one in self._fillers() if one.role.name == "instrument" or (_acts(one) and _is_means(one.role))
        )

    def attributed_by(self) -> tuple[EventPart, ...]:
        """Who says who did it: the sources at the end of the chains of the claims that name an actor."""
        found: dict[str, list[tuple[Attribution, Claim]]] = defaultdict(list)
        for one in self._fillers():
            source = one.claim.attribution[-1] if one.claim.attribution else None
            if _acts(one) and not _is_means(one.role) and source is not None and source.source is not None:
                found[self._key(source.speaker, source.source)].append((source, one.claim))
        parts = [self._source(pairs) for _, pairs in sorted(found.items())]
        return tuple(sorted(parts, key=_standing)[:_MOST])

    def _source(self, pairs: Sequence[tuple[Attribution, Claim]]) -> EventPart:
        first = pairs[0][0]
        spans = [one.source for one, _ in pairs if one.source is not None]
        told = self.told(quoted_words(spans[0], self.articles), spans, [claim for _, claim in pairs], frozenset())
        return EventPart(first.speaker, told.value.text.rpartition(" ")[2].lower(), told)

    def _fillers(self) -> Iterator[_Filler]:
        for claim in self.event.claims:
            for role in claim.roles:
                somebody = role.lemma.lower() not in _PRONOUNS or role.entity
                if somebody and not self._nobody(role.span):
                    yield _Filler(role, claim)

    def _nobody(self, span: Span) -> bool:
        """“No party”: nobody has the part."""
        return quoted_words(span, self.articles).lower().startswith(("no ", "neither ", "none "))

    def _parts(self, fillers: Iterable[_Filler]) -> tuple[EventPart, ...]:
        """One part for each entity or head noun, most lines first."""
        found: dict[str, list[_Filler]] = defaultdict(list)
        for one in fillers:
            found[one.role.entity or one.role.lemma.lower()].append(one)
        parts = [self._part(same) for _, same in sorted(found.items())]
        return tuple(sorted(parts, key=_standing)[:_MOST])

    def _part(self, same: Sequence[_Filler]) -> EventPart:
        spans = sorted(one.role.span for one in same)
        longest = max(spans, key=lambda span: (span.end - span.start, -span.start))
        told = self.told(quoted_words(longest, self.articles), spans, [one.claim for one in same], _WHO)
        return EventPart(same[0].role.entity, same[0].role.lemma.lower(), told)

    def _key(self, speaker: str, source: Span) -> str:
        return speaker or quoted_words(source, self.articles).lower()

    def _dispute(self, spans: Sequence[Span], kinds: AbstractSet[ConflictKind]) -> str:
        """The question of the first conflict of the kinds in which words of the field stand on a side."""
        for conflict in self.conflicts:
            sides = (span for side in conflict.sides for span in side.spans)
            if conflict.kind in kinds and any(meets(span, other) for span in sides for other in spans):
                return f"lines differ: {conflict.question.text}"
        return ""


def _acts(one: _Filler) -> bool:
    """The agent of a deed; of dying or fleeing the agent is who suffers it."""
    return one.role.name == "agent" and one.claim.event_class not in SUBJECT_EFFECTS


def _suffers(one: _Filler) -> bool:
    if one.claim.event_class in SUBJECT_EFFECTS:
        return one.role.name == "agent"
    return one.role.name == "patient" and not _is_fired(one)


def _is_fired(one: _Filler) -> bool:
    """“Fired a weapon”, “fired shots”: what is fired is the means, not the target."""
    return one.role.name == "patient" and one.claim.event_class == "open-fire" and is_a(one.role.lemma, "weapon")


def _is_means(role: Role) -> bool:
    """A thing or an event that is told as doing harm: "the blast killed", "a rocket hit"."""
    if role.entity or role.lemma.lower() in _BODIES or is_a(role.lemma, "group"):
        return False
    thing = is_a(role.lemma, "artifact") and not is_a(role.lemma, "person") and not is_a(role.lemma, "organization")
    return thing or bool(classes_of(role.lemma, "NOUN") & _EVENTS)


def _standing(part: EventPart) -> tuple[int, int, str]:
    return -len(part.told.lines), -len(part.told.value.spans), part.told.value.text


def _sources(claims: Iterable[Claim], articles: Mapping[str, Article]) -> set[str]:
    """The ends of the chains: each named or described source once; unknown ones are none."""
    found = set()
    for claim in claims:
        end = claim.attribution[-1] if claim.attribution else None
        if end is not None and end.source is not None and end.kind is not SourceKind.UNKNOWN:
            found.add(end.speaker or quoted_words(end.source, articles).lower())
    return found
