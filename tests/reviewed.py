"""The example's story, read once, with what readers decided on it: for the tests of such decisions."""

from __future__ import annotations

from functools import cache

from headwater import pipeline
from headwater.examples import HARBOUR
from headwater.models.spacy_english import load_parser
from headwater.settings import Settings
from headwater.sources import gather
from headwater.text.cited_words import words_of
from headwater.types import Alteration, Article, Brief, Conflict, Decided, Decision, Span

__all__ = ["articles", "harbour", "named", "told", "words_of_alteration", "words_of_conflict"]


_FIVE = ("courier", "halden-fiction", "lantern", "northgate", "tide")  # of four lines; the two others are copies


@cache
def articles() -> tuple[Article, ...]:
    """Five of the example's reports: four lines, and a copy that altered what it took."""
    return tuple(each for each in gather([HARBOUR / "articles"], Settings()).articles if each.id in _FIVE)


@cache
def harbour(*decisions: Decision, among: tuple[Article, ...] = ()) -> Brief:
    """The brief of these reports, or of some of them, with what was decided."""
    parser = load_parser(Settings().model)
    return pipeline.brief_of(among or articles(), Settings(), decisions, parser=parser)


def told(made: Brief, decision: Decision) -> Decided:
    """What a decision came to in a brief."""
    return next(each for each in made.decided if each.decision == decision)


def words_of_conflict(conflict: Conflict) -> tuple[str, ...]:
    """The first words of each of its sides, by name."""
    return named(*(side.spans[0] for side in conflict.sides))


def words_of_alteration(change: Alteration) -> tuple[str, ...]:
    """Its two readings, by name."""
    return named(change.sound, change.altered)


def named(*spans: Span) -> tuple[str, ...]:
    """Words by name."""
    return tuple(map(words_of, spans))
