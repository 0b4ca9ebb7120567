"""The story in one line: words of its weightiest statement, where and when if they do not say, what else to know."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Final

from headwater.evidence import cite, quoted_words
from headwater.summary.edges import trimmed
from headwater.summary.material import Material
from headwater.summary.wording import wording_of
from headwater.text.day_words import said_days
from headwater.text.spans import holds, meets
from headwater.text.yearless import gives_day
from headwater.types import (
    Certainty,
    Cited,
    Claim,
    ClaimKind,
    Conflict,
    Count,
    Document,
    Entity,
    EntityKind,
    EventTime,
    FurnitureKind,
    Moment,
    Scene,
    Span,
)

__all__ = ["headline"]

_LEADING: Final = 0.15  # share of an article in which its lead stands
_SUBJECTS: Final = frozenset({"agent", "patient"})
_SPUN: Final = 0.4  # share of exchanged words from which a wording is as far from a reporter's as it can be
_LONG: Final = 110  # characters that a headline may have before it is too long
_WEIGHTY: Final = 12  # statements among which the headline is looked for
_BY_NOUN: Final = 0.7  # how far a clause tells an event that it names by a noun
_POINTING: Final = frozenset({"he", "she", "it", "they", "we", "i", "you", "this", "that", "them", "him", "her"})
_QUESTION: Final = 60  # characters of a question that a headline has room for


def headline(material: Material) -> Cited:
    """The story in one line: exact words of one claim, then what they leave out, each behind a point.

    That is where and when, that all articles are one line of reporting, and on what the lines differ. Words that take a
    side where they differ are passed over if others tell the story as well. Falls back on the first sentence of the
    first article where no claim was found.
    """
    told = _told(material) if material.brief.statements else None
    words = _first_sentence(material.documents) if told is None else _sentence_case(told, material)
    noted = [words]
    if told is not None:
        noted += [part for part in (_where(told, material), _when(told, material)) if part]
    noted += _notes(words, material)
    return cite(" · ".join(part.text for part in noted), [span for part in noted for span in part.spans])


def _first_sentence(documents: Mapping[str, Document]) -> Cited:
    document = documents[min(documents)]
    span = (
        document.sentences[0].span if document.sentences else Span(document.article.id, 0, len(document.article.text))
    )
    return cite(document.article.text[span.start : span.end], [span])


def _sentence_case(told: Claim, material: Material) -> Cited:
    article = material.documents[told.span.article].article
    clause = trimmed(article.text, told.span)
    line = " ".join(quoted_words(clause, {article.id: article}).split())
    return cite(line[:1].upper() + line[1:], [clause])


# --- whose words ----------------------------------------------------------------------------------------------


def _told(material: Material) -> Claim:
    """The claim that tells the story best: of the record's event, of a weighty statement, a whole clause in a lead."""
    opening: dict[str, int] = {}
    for claim in material.claims.values():
        opening[claim.span.article] = min(claim.sentence.start, opening.get(claim.span.article, claim.sentence.start))
    candidates = [
        (
            statement.importance
            + 0.5 * statement.lines.best
            + _telling(material.claims[claim], material, opening)
            - 2.0 * _differs(material.claims[claim], material.claims[statement.shown]),
            claim,
        )
        for place, statement in enumerate(material.brief.statements)
        for claim in statement.claims
        if place < _WEIGHTY or _of_event(material.claims[claim], material)
    ]
    return material.claims[max(candidates)[1]]


def _of_event(claim: Claim, material: Material) -> float:
    """How far a clause tells the record's event: 1 if its verb does, less if words in it do ("survived an attack")."""
    if claim.id in material.of_event:
        return _BY_NOUN if claim.nominal else 1.0
    return _BY_NOUN * any(holds(claim.span, words) for words in material.event_words)


def _differs(claim: Claim, shown: Claim) -> bool:
    """Whether a claim gives other numbers than the one that stands for its statement."""
    values = [{(one.low, one.high) for one in each.quantities} for each in (claim, shown)]
    return bool(values[0]) and bool(values[1]) and values[0] != values[1]


def _telling(claim: Claim, material: Material, opening: Mapping[str, int]) -> float:
    """How well a claim stands alone, on the scale of `Statement.importance`: who, what and when in its own words.

    `opening` is where the first sentence of each article that claims anything begins: news tells the story there.
    """
    document = material.documents[claim.span.article]
    wording = wording_of(claim, document, material.names)
    named = sum(1 for role in claim.roles if role.entity)
    return (
        1.0 * _opens(claim, document)
        + 1.0 * (claim.span.start <= _LEADING * len(document.article.text))
        + 2.0 * (claim.sentence.start == opening[claim.span.article])
        + 3.0 * _of_event(claim, material)
        + 0.5 * min(named, 2)
        + 0.4 * min(len(claim.roles), 4)
        + 0.5 * (claim.occasion is not None and claim.occasion.own)
        + 1.0 * bool(claim.event_class)
        + 2.5 * wording.whole
        - 2.0 * (not wording.alone)
        - 2.0 * _beside_others(claim, document)
        - 2.0 * _on_another_day(claim, material)
        - 1.5 * (not any(role.name in _SUBJECTS and role.span.start < claim.trigger.start for role in claim.roles))
        - 2.0 * (claim.nominal or claim.certainty is Certainty.UNDERSPECIFIED)
        - 1.0 * any(role.lemma in _POINTING and not role.entity for role in claim.roles if role.name in _SUBJECTS)
        - 1.0 * bool(material.opposed([claim.span]))
        - 2.0 * material.outnumbered(claim.span)
        - 2.0 * material.altered(claim.span)
        - 8.0 * min(_SPUN, material.spun.get(claim.span.article, 0.0))
        - 0.01 * max(0, claim.span.end - claim.span.start - _LONG)
        - 2.0 * (claim.kind is not ClaimKind.EVENT)
    )


def _beside_others(claim: Claim, document: Document) -> bool:
    """“Three others were wounded”: other than whom, the words before have told."""
    text = document.article.text
    who = (text[role.span.start : role.span.end].lower().split() for role in claim.roles if role.name in _SUBJECTS)
    return any({"other", "others", "another"} & set(words) for words in who)


def _on_another_day(claim: Claim, material: Material) -> bool:
    """Whether the clause is placed on a day that is not the event's."""
    when = material.brief.event.when if material.brief.event is not None else None
    if when is None or claim.occasion is None:
        return False
    return claim.occasion.last < when.first[:10] or claim.occasion.first > when.last


def _opens(claim: Claim, document: Document) -> bool:
    """Whether the claim opens its sentence, behind a dateline or not."""
    begins = claim.sentence.start
    datelines = (part.span for part in document.furniture if part.kind is FurnitureKind.DATELINE)
    behind = next((line.end for line in datelines if line.start <= begins < line.end), begins)
    return not document.article.text[behind : claim.span.start].strip()


# --- what the words leave out ---------------------------------------------------------------------------------


def _where(told: Claim, material: Material) -> Cited | None:
    """The scene, or the place that most articles name; none if the words already name a place."""
    places = [entity for entity in material.brief.entities if entity.kind is EntityKind.PLACE]
    if any(holds(told.span, span) for place in places for spelling in place.spellings for span in spelling.spans):
        return None
    if material.brief.scene is not None:
        return _scene(material.brief.scene, told, material)
    place = max(places, key=_named, default=None)
    return None if place is None else cite(place.name, [place.spellings[0].spans[0]])


def _scene(scene: Scene, told: Claim, material: Material) -> Cited | None:
    words = material.documents[told.span.article].article.text[told.span.start : told.span.end]
    return None if scene.name.casefold() in words.casefold() else cite(scene.name, scene.told.spans[:1])


def _named(place: Entity) -> tuple[int, int, str]:
    spans = [span for spelling in place.spellings for span in spelling.spans]
    return len({span.article for span in spans}), len(spans), place.id


def _when(told: Claim, material: Material) -> Cited | None:
    """The day it happened, or the day of the event that it tells of, if the words name none in full."""
    if any(date.anchor == "" and date.first for date in told.when):
        return None
    moment = next((one for one in material.brief.timeline if _happened(told, one)), None)
    if moment is not None:
        return cite(said_days(moment.first, moment.last, moment.granularity), moment.mentions[:1])
    event = material.brief.event
    if event is None or event.when is None or told.occasion is not None or not _may_be_on(told, event.when, material):
        return None
    return cite(said_days(event.when.first, event.when.last, event.when.granularity), event.when.told.value.spans[:1])


def _may_be_on(told: Claim, when: EventTime, material: Material) -> bool:
    """Whether a clause of the event leaves its day open, or gives it without the year."""
    text = material.documents[told.span.article].article.text
    day = datetime.date.fromisoformat(when.first[:10])
    dates = [text[date.span.start : date.span.end] for date in told.when]
    return _of_event(told, material) > 0 and all(gives_day(words, day) for words in dates)


def _happened(told: Claim, moment: Moment) -> bool:
    return told.occasion is not None and moment.first == told.occasion.first and moment.last == told.occasion.last


def _notes(words: Cited, material: Material) -> list[Cited]:
    """That there is but one line, and on what the lines differ in these words."""
    lines = _one_line(material.brief.stemma.count)
    opposed = material.opposed(words.spans)
    return [
        *([cite(lines, words.spans)] if lines else []),
        *([_differ(opposed, words)] if opposed else []),
    ]


def _one_line(count: Count) -> str:
    if count.best != 1:
        return ""
    return "one line of reporting" if count.high == 1 else "most likely one line of reporting"


def _differ(opposed: tuple[Conflict, ...], words: Cited) -> Cited:
    question = opposed[0].question.text
    asked = question if len(opposed) == 1 and len(question) <= _QUESTION else ""
    sides = (span for conflict in opposed for side in conflict.sides for span in side.spans)
    spans = [span for span in sides if any(meets(span, word) for word in words.spans)]
    return cite(f"the lines differ: {asked}" if asked else "the lines differ on this", spans)
