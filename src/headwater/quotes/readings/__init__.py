"""One utterance over the articles: the quotes that are readings of it, each typed against a base.

A story's quotes are collated like the witnesses of a text: `witnesses` are their words, `families` says which quotes
are readings of one utterance, `slots` where two of them differ, `standing` who else reads so, `kinds` what a reading
is on the whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Final

from headwater.engines.local import LocalEngine
from headwater.evidence import cite
from headwater.origins import Origins
from headwater.quotes.readings.families import Names, one_utterance
from headwater.quotes.readings.kinds import is_against_more, read_against
from headwater.quotes.readings.passages import answering
from headwater.quotes.readings.witnesses import Witness, witnesses_of
from headwater.types import (
    Cited,
    Document,
    Entity,
    Quote,
    QuoteFamily,
    QuoteForm,
    QuoteReading,
    ReadingKind,
    Stemma,
)

__all__ = ["collate"]

_UNMARKED_WEIGHT: Final = 0.8  # a witness that lost its marks was edited: it must be longer by a quarter to be the base
_SHORTER: Final = 0.75  # how long a sound witness must be, of the longest, to be the base in its place


def collate(
    quotes: Sequence[Quote],
    documents: Sequence[Document],
    entities: Sequence[Entity],
    stemma: Stemma | None = None,
) -> tuple[QuoteFamily, ...]:
    """Group the quotes of a story into families of readings of one utterance, in the order of their bases.

    A spoken quote that no other article has is a family of one; indirect speech joins a family but makes none. Each
    reading is typed against the base, the longest complete witness. The stemma says which line of reporting words came
    from, and which sentences answer each other; without it every article is a line. The result does not depend on the
    order of the arguments.
    """
    by_id = {document.article.id: document for document in documents}
    known = [quote for quote in quotes if quote.content.article in by_id]
    line = Origins(stemma).line if stemma is not None else attrgetter("article")
    lines = {quote.id: line(quote.content) for quote in known}
    witnesses = sorted(witnesses_of(known, by_id, lines), key=lambda witness: witness.place)
    words = {entity.id: frozenset(entity.name.casefold().split()) for entity in entities}
    groups = sorted((_ordered(one, words) for one in _gathered(witnesses, words, stemma)), key=lambda one: one[0].place)
    names = {entity.id: entity.name for entity in entities}
    return tuple(_family(number, group, by_id, names, words) for number, group in enumerate(groups, start=1))


def _gathered(witnesses: Sequence[Witness], names: Names, stemma: Stemma | None) -> list[list[Witness]]:
    """Groups of quotes that are readings of one utterance, and are worth telling."""
    numbered = {f"{number:06}": witness for number, witness in enumerate(witnesses)}
    edges = [*one_utterance(numbered, names), *(answering(numbered, stemma, names) if stemma is not None else ())]
    groups = ([numbered[key] for key in group] for group in LocalEngine().components(numbered, edges))
    return [group for group in groups if _is_told(group)]


def _is_told(group: Sequence[Witness]) -> bool:
    """Tell whether readings are worth telling: several, or one utterance that somebody is said to have spoken."""
    if len(group) > 1:
        return True
    only = group[0]
    spoken = only.spoken and (only.quote.source is not None or bool(only.quote.speaker))
    return spoken and len(only.words) >= 3 and len(only.content) >= (1 if only.quote.form is QuoteForm.DIRECT else 2)


def _ordered(group: Iterable[Witness], names: Names) -> list[Witness]:
    """Base first, then by place. The base is spoken, of the speaker that most lines name, the longest, and sound."""
    ranked = _ranked(group)
    speaker = _speaker(ranked)
    fit = [one for one in ranked if one.spoken and one.quote.speaker in {"", speaker}] or ranked
    long = [one for one in fit if len(one.said) >= _SHORTER * len(fit[0].said)]
    base = next((one for one in long if _is_sound(one, ranked)), fit[0])
    return [base, *sorted((one for one in ranked if one is not base), key=lambda one: one.place)]


def _ranked(group: Iterable[Witness]) -> list[Witness]:
    """Spoken witnesses first, those that tell most, of as much those whose very words more lines have."""
    held = sorted(group, key=lambda one: one.place)
    lines: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for one in held:
        lines[one.said].add(one.line)
    return sorted(held, key=lambda one: (not one.spoken, -_length(one), -len(lines[one.said]), -len(one.said)))


def _length(witness: Witness) -> float:
    """Words that weigh, those in brackets left out; without marks at a discount."""
    said = sum(word.weighs for word in witness.words if not word.bracketed)
    return said * (1 if witness.marked else _UNMARKED_WEIGHT)


def _is_sound(base: Witness, group: Sequence[Witness]) -> bool:
    """Whether nothing in it stands against more witnesses. Readings of the same words are asked once."""
    others = {one.said: one for one in group if one.said != base.said}
    return not any(is_against_more(base, one, group) for one in others.values())


def _speaker(group: Sequence[Witness]) -> str:
    """The speaker that most lines name, then most readings, then the first of the longest; '' if none is resolved."""
    lines: dict[str, set[str]] = defaultdict(set)
    for witness in group:
        if witness.quote.speaker:
            lines[witness.quote.speaker].add(witness.line)
    return max(lines, key=lambda speaker: len(lines[speaker]), default="")


def _family(
    number: int,
    group: Sequence[Witness],
    documents: Mapping[str, Document],
    names: Mapping[str, str],
    words: Names,
) -> QuoteFamily:
    speaker, base = _speaker(_ranked(group)), group[0]
    readings = (read_against(base, one, group, words) for one in group[1:])
    return QuoteFamily(
        id=f"quote-{number}",
        speaker=speaker,
        speaker_text=_speaker_text(group, speaker, documents, names),
        readings=(QuoteReading(base.quote.id, ReadingKind.BASE), *readings),
    )


def _speaker_text(
    group: Sequence[Witness], speaker: str, documents: Mapping[str, Document], names: Mapping[str, str]
) -> Cited:
    """The speaker's name, else the words of the source, with the spans of the sources; else the quote's own words."""
    sources = [item.quote.source for item in group if item.quote.source is not None and item.quote.speaker == speaker]
    if speaker in names:
        return cite(names[speaker], sources or [group[0].quote.content])
    if sources:
        source = sources[0]
        return cite(documents[source.article].article.text[source.start : source.end], sources)
    return cite("unnamed speaker", [group[0].quote.content])
