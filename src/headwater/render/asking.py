"""What a reader is asked where something can be decided: what it is about, its words, and what there is to choose from.

Pure: a brief and the words (or articles, or label) that somebody pointed at, to what a form shows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, TypeVar

from msgspec import Struct

from headwater.decisions import FindingName, name_of_alteration, name_of_conflict, name_of_statement
from headwater.errors import OptionError
from headwater.render.characters import one_line
from headwater.render.naming import Naming
from headwater.render.view import Witness
from headwater.render.witnesses import Witnesses
from headwater.text.cited_words import words_of
from headwater.text.spans import meets
from headwater.types import Brief, Figure, FindingKind, Review, Span

__all__ = [
    "AskedFigure",
    "AskedFinding",
    "AskedLine",
    "AskedName",
    "AskedPair",
    "AskedPart",
    "asked_alteration",
    "asked_conflict",
    "asked_figure",
    "asked_line",
    "asked_name",
    "asked_pair",
    "asked_statement",
]

_GONE: Final = "nothing stands on these words any more; the story was read again since: reload its page"
_PARTS: Final = 60  # claims of one statement that are offered
_NAMES: Final = 200

_Found = TypeVar("_Found")


class AskedPart(Struct, frozen=True):
    """A side of a conflict or a claim of a statement: what it says, its words by name, where they stand."""

    says: str
    words: tuple[str, ...]
    witness: Witness


class AskedFinding(Struct, frozen=True):
    """A finding: `name` of it for a decision, what it says, whether a reader accepted it, and its parts."""

    kind: str
    name: FindingName
    says: str
    accepted: Review | None
    parts: tuple[AskedPart, ...]


class AskedName(Struct, frozen=True):
    """A name with its spellings, and the other names of the story that it may be one with."""

    name: str
    spellings: tuple[str, ...]
    others: tuple[str, ...]


class AskedFigure(Struct, frozen=True):
    """A figure: its label, its best value as a form takes it, and the values that articles give."""

    label: str
    best: str
    values: tuple[str, ...]
    accepted: bool


class AskedPair(Struct, frozen=True):
    """Two articles, and what the brief holds of them now."""

    one: str
    one_label: str
    other: str
    other_label: str
    held: str


class AskedLine(Struct, frozen=True):
    """An article on a line, and the ids and labels of those beside it there, and of the rest of the story."""

    article: str
    label: str
    beside: tuple[tuple[str, str], ...]
    elsewhere: tuple[tuple[str, str], ...]


def asked_conflict(brief: Brief, words: Sequence[Span]) -> AskedFinding:
    """The conflict with a side on the words. Raises `OptionError` where there is none."""
    found = _best(brief.conflicts, words, lambda each: (span for side in each.sides for span in side.spans))
    opened = _opened(brief)
    parts = tuple(
        AskedPart(one_line(side.value), tuple(map(words_of, side.spans)), opened.of(side.spans[:1])[0])
        for side in found.sides
    )
    says = one_line(found.question.text)
    return AskedFinding(FindingKind.CONFLICT.value, name_of_conflict(found), says, found.accepted, parts)


def asked_alteration(brief: Brief, words: Sequence[Span]) -> AskedFinding:
    """The alteration with a reading on the words. Raises `OptionError` where there is none."""
    found = _best(brief.alterations, words, lambda each: (each.altered, each.sound))
    name = name_of_alteration(found)
    return AskedFinding(FindingKind.ALTERATION.value, name, one_line(found.harm), found.accepted, ())


def asked_statement(brief: Brief, words: Sequence[Span]) -> AskedFinding:
    """The statement with a claim on the words. Raises `OptionError` where there is none."""
    claims = {claim.id: claim for claim in brief.claims}
    found = _best(brief.statements, words, lambda each: (claims[claim].span for claim in each.claims))
    opened = _opened(brief)
    spans = [claims[claim].span for claim in found.claims[:_PARTS]]
    parts = (AskedPart(one_line(opened.words(span)), (words_of(span),), opened.of((span,))[0]) for span in spans)
    told = next((each.words.text for each in brief.tellings if each.statement == found.id), "")
    name = name_of_statement(found, claims)
    return AskedFinding(FindingKind.STATEMENT.value, name, one_line(told), found.accepted, tuple(parts))


def asked_name(brief: Brief, words: Sequence[Span]) -> AskedName:
    """The name that is spelled on the words. Raises `OptionError` where there is none."""
    found = _best(brief.entities, words, lambda each: (span for one in each.spellings for span in one.spans))
    others = sorted({each.name for each in brief.entities if each.kind is found.kind and each.id != found.id})
    further = sorted({each.name for each in brief.entities if each.kind is not found.kind} - set(others))
    spellings = tuple(dict.fromkeys(one.text for one in found.spellings))
    return AskedName(found.name, spellings, tuple([*others, *further][:_NAMES]))


def asked_figure(brief: Brief, label: str) -> AskedFigure:
    """The figure of that label. Raises `OptionError` where there is none."""
    found = next((each for each in brief.figures if each.label.text == label), None)
    if found is None:
        raise OptionError(_GONE)
    return AskedFigure(label, f"{found.best:g}", tuple(_values(found)), found.accepted is not None)


def asked_pair(brief: Brief, one: str, other: str) -> AskedPair:
    """Two articles of the story. Raises `OptionError` where it lacks one of them, or they are one."""
    known = {article.id for article in brief.articles}
    if one == other or not {one, other} <= known:
        raise OptionError("name two articles of the story")
    naming = Naming(brief)
    whole = {frozenset((edge.parent, edge.child)) for edge in brief.stemma.edges}
    lines = [line.label for line in brief.stemma.lines if {one, other} <= set(line.articles)]
    held = "one has text from the other" if frozenset((one, other)) in whole else ""
    held = held or (f"both are on the line {lines[0]}" if lines else "they are on different lines of reporting")
    return AskedPair(one, naming.label(one), other, naming.label(other), held)


def asked_line(brief: Brief, article: str) -> AskedLine:
    """An article of the story on its line. Raises `OptionError` where the story has no such article."""
    naming = Naming(brief)
    named = tuple((each.id, naming.label(each.id)) for each in brief.articles)
    if article not in dict(named):
        raise OptionError("name an article of the story")
    line = next((set(each.articles) for each in brief.stemma.lines if article in each.articles), {article})
    beside = tuple(each for each in named if each[0] in line - {article})
    elsewhere = tuple(each for each in named if each[0] not in line)
    return AskedLine(article, naming.label(article), beside, elsewhere)


def _opened(brief: Brief) -> Witnesses:
    return Witnesses(brief, Naming(brief), "")


def _values(figure: Figure) -> Iterator[str]:
    """The numbers that articles give, each once, the lowest first."""
    given = {point for value in figure.values for point in (value.quantity.low, value.quantity.high)}
    return (f"{each:g}" for each in sorted(given) if each < float("inf"))


def _best(found: Iterable[_Found], words: Sequence[Span], spans_of: Callable[[_Found], Iterable[Span]]) -> _Found:
    """What stands on most of the words, on exactly these if something does. Raises `OptionError` where nothing does."""

    def fit(one: _Found) -> tuple[int, int]:
        spans = set(spans_of(one))
        return sum(word in spans for word in words), sum(any(meets(word, span) for span in spans) for word in words)

    best = max(found, key=fit, default=None)
    if best is None or not fit(best)[1]:
        raise OptionError(_GONE)
    return best
