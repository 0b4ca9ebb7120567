"""The lines of the brief for a terminal: what stands on each, how deep, and in which style. No width, no colour yet.

The first screen is what a desk needs within a minute: the story, how many lines, who stands on them, where they differ.
Long lists stop early and say how much more the HTML page has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, TypeVar

from msgspec import Struct

from headwater.render.characters import one_line
from headwater.render.view import (
    AlterationView,
    ArticleView,
    AsideView,
    ConflictView,
    DecidedView,
    EntityView,
    FigureRow,
    FigureView,
    LeftOutView,
    LineView,
    MomentView,
    QuoteView,
    Reason,
    RecordView,
    StatementView,
    StoryView,
    ValueView,
    Witness,
)
from headwater.render.words import counted, listed

__all__ = ["Row", "rows_of"]

_Item = TypeVar("_Item")

_REASONS: Final = 3  # reasons shown for one line
_VOICES: Final = 3  # sources of a statement that are named
_WORDS: Final = 60  # code points of the words behind a reason
_VALUES: Final = 2  # values shown of one field of the event
_NAMED: Final = 20  # columns for the name of a field
_HELD: Final = 8  # articles named on one line
_EXCERPT: Final = 240  # code points of a sentence
_MOST: Final = {"altered": 8, "quotes": 8, "figures": 10, "moments": 20, "names": 24, "rest": 12}


class Row(Struct, frozen=True):
    """One line of the terminal before it is wrapped: its indent, its parts as (words, style), a bar if it is quoted.

    `label` stands in the room that the indent leaves.
    """

    indent: int
    parts: tuple[tuple[str, str], ...] = ()
    quoted: bool = False
    label: str = ""


def rows_of(story: StoryView) -> Iterator[Row]:
    """The rows of one story. Styles: "title", "head", "strong", "dim", "cited", "changed", "line:A", or ""."""
    yield Row(0, ((story.headline, "title"),))
    yield Row(0, ((story.count_line, "strong"),))
    yield from (Row(0, (("The count may be off: ", "dim"), (reason.words, ""))) for reason in story.count_reasons)
    if story.obeyed:
        yield Row(0, ((story.obeyed, ""), (": see “Decided by a reader”", "dim")))
    if story.record:
        yield from _record(story.record)
    elif story.where:
        yield Row(0, (("Where: ", "dim"), (story.where, "")))
    yield from _section("Lines of reporting", story.lines, _line, len(story.lines))
    yield from _section("Where the lines differ", story.conflicts, _conflict, len(story.conflicts))
    yield from _section("What is said", story.statements, _statement, len(story.leading))
    yield from _section(f"Figures, by the rule {story.rule}", story.figures, _figure, _MOST["figures"])
    yield from _section("Altered in copying", story.alterations, _alteration, _MOST["altered"])
    yield from _section("Who said what", story.quotes, _quote, _MOST["quotes"])
    yield from _section("Timeline", story.timeline, _moment, _MOST["moments"])
    yield from _section("People, organisations, places", story.entities, _entity, _MOST["names"])
    yield from _section("Decided by a reader", story.decided, _decided, len(story.decided))
    yield from _section("Set aside by a reader", story.set_aside, _aside, len(story.set_aside))
    yield from _section("Left out", story.left_out, _left_out, _MOST["rest"])
    yield from _section("The articles", story.articles, _article, _MOST["rest"])


def _record(record: RecordView) -> Iterator[Row]:
    """The event, one row a value, the confidence in words behind it."""
    coded = f"  PLOVER {record.coded}" if record.coded else ""
    yield from (Row(0), Row(0, (("THE EVENT", "head"), (coded, "dim"))))
    for field in record.fields:
        shown = field.values[:_VALUES]
        yield from (_field(value, field.name if place == 0 else "") for place, value in enumerate(shown))


def _field(value: ValueView, name: str) -> Row:
    aside = f" ({value.aside})" if value.aside else ""
    sure = f"  {value.confidence}" if value.confidence else ""
    parts = ((value.words, "strong"), (f"{aside} ", "dim"), *_letters(value.lines), (sure, ""))
    return Row(_NAMED, parts, label=name)


def _section(title: str, items: Sequence[_Item], rows: Callable[[_Item], Iterable[Row]], most: int) -> Iterator[Row]:
    if not items:
        return
    yield Row(0)
    yield Row(0, ((title.upper(), "head"),))
    tall = False
    for item in items[:most]:
        made = list(rows(item))
        yield from [Row(0)] * (tall or len(made) > 1)
        yield from made
        tall = len(made) > 1
    if len(items) > most:
        yield Row(2, ((f"and {len(items) - most} more in the HTML page", "dim"),))


def _line(line: LineView) -> Iterator[Row]:
    yield Row(
        0, (_letter(line.letter), (f" {line.label}", "strong"), (f"  {line.standing}", ""), (f" {line.caveat}", "dim"))
    )
    for held in line.articles[:_HELD]:
        took = f": {', '.join(each.text for each in held.took)}" if held.took else ""
        yield Row(4, ((held.article.label, ""), (took, "dim")))
        if held.edits and held.edits.spun:
            yield Row(6, ((held.edits.spun, "dim"),))
    if len(line.articles) > _HELD:
        yield Row(4, ((f"and {len(line.articles) - _HELD} more in the HTML page", "dim"),))
    if line.versions:
        yield Row(4, ((line.versions.text, ""),))
    for unseen in line.unseen:
        told = f"; what it must have said, {unseen.amount}, is in the HTML page" if unseen.text else ""
        shows = f": nobody handed it in, it shows in {unseen.witnesses}{told}"
        yield Row(4, ((f"the {unseen.label}", ""), (shows, "dim")))
    yield from _why("own: ", line.own)
    yield from _why("why: ", line.reasons)


def _why(label: str, reasons: Sequence[Reason]) -> Iterator[Row]:
    """The strongest reasons of different kinds, with the words that they rest on; first those that rest on words."""
    ranked = sorted(reasons, key=lambda reason: (not reason.witnesses, -reason.score))
    kinds = {reason.name: reason for reason in reversed(ranked)}
    shown = [reason for reason in ranked if kinds[reason.name] is reason][:_REASONS]
    for reason in shown:
        words = " / ".join(f"“{_cut(_marked(witness))}”" for witness in reason.witnesses)
        yield Row(4, ((label, "dim"), (f"{reason.name}: {reason.detail} ", ""), (words, "dim")))


def _conflict(conflict: ConflictView) -> Iterator[Row]:
    yield Row(0, ((conflict.question, "strong"), (f"  {conflict.kind}", "dim")))
    for side in conflict.sides:
        weak = f" (weaker: {side.weak})" if side.weak else ""
        via = f", via {', '.join(side.articles)}{weak}"
        yield Row(4, ((f"{side.value} ", "strong"), *_letters(side.lines), (f"  {side.chain}", ""), (via, "dim")))
        yield from (_excerpt(witness, 6) for witness in side.witnesses[:1])
    for said in filter(None, (conflict.note, conflict.accepted)):
        yield Row(4, ((said, "dim"),))


def _statement(statement: StatementView) -> Iterator[Row]:
    yield Row(0, ((f"“{statement.shown}”", "strong"),))
    said = [statement.tally, *(status.status for status in statement.statuses), statement.kind, statement.certainty]
    yield Row(4, (*_letters(statement.lines), ("  " + " · ".join(part for part in said if part), "")))
    for told in filter(None, (statement.first, statement.accepted)):
        yield Row(4, ((told, "dim"),))
    if statement.disputes:
        asked = " · ".join(each.question for each in statement.disputes)
        yield Row(4, (("the lines differ: ", "dim"), (asked, "")))
    yield from (Row(4, ((status.reason, ""),)) for status in statement.statuses if status.tells)
    yield from (Row(4, (("the count is a range: ", "dim"), (reason, "dim"))) for reason in statement.reasons)
    for voice in statement.voices[:_VOICES]:
        yield Row(4, (*_letters(voice.lines), (f"  {voice.chain}", ""), (f"  in {', '.join(voice.articles)}", "dim")))
    if len(statement.voices) > _VOICES:
        yield Row(4, ((f"and {counted(len(statement.voices) - _VOICES, 'more source')} in the HTML page", "dim"),))


def _alteration(change: AlterationView) -> Iterator[Row]:
    yield Row(0, ((change.harm, "strong"), (f"  {change.kind}", "dim")))
    yield Row(4, ((change.first_called, "dim"),))
    yield _excerpt(change.first, 6)
    yield Row(4, ((change.second_called, "dim"),))
    yield _excerpt(change.second, 6)
    for said in filter(None, (f"why: {change.why}" if change.why else "", change.accepted)):
        yield Row(4, ((said, "dim"),))


def _quote(quote: QuoteView) -> Iterator[Row]:
    yield Row(0, ((quote.speaker, "strong"),))
    for reading in quote.readings:
        yield _excerpt(reading.witness, 4, ", ".join(reading.remarks))
    if quote.alike:
        yield Row(4, (("the same words in ", "dim"), (", ".join(each.short for each in quote.alike), "dim")))


def _figure(figure: FigureView) -> Iterator[Row]:
    best = f": {figure.best} (low {figure.low}, high {figure.high})"
    yield Row(0, ((figure.label, "strong"), (best, "strong")))
    if figure.accepted:
        yield Row(4, ((figure.accepted, ""),))
    yield from (Row(4, ((note.words, "dim"),)) for note in figure.notes)
    yield from _values(figure.rows)
    for part in figure.parts:
        yield Row(4, ((f"of them {part.population}: {part.said}", "strong"),))
        yield from _values(part.rows)


def _values(rows: Sequence[FigureRow]) -> Iterator[Row]:
    """A row for each value of a line: what was copied stands on one row with all who copied it."""
    grouped: dict[tuple[object, ...], list[FigureRow]] = {}
    for place, row in enumerate(rows):
        alone = () if row.copied else (place,)
        grouped.setdefault((row.value, row.line, row.as_of, row.remarks, *alone), []).append(row)
    yield from map(_value, grouped.values())


def _value(rows: Sequence[FigureRow]) -> Row:
    """One value that some articles of one line give."""
    first = rows[0]
    chains = "; ".join(dict.fromkeys(row.chain for row in rows))
    as_of = f", as of {first.as_of}" if first.as_of else ""
    remarks = f" ({'; '.join(first.remarks)})" if first.remarks else ""
    where = f"  in {', '.join(row.witness.short for row in rows)}{as_of}{remarks}"
    return Row(4, ((f"{first.value} ", ""), *_letters((first.line,)), (f"  {chains}", ""), (where, "dim")))


def _moment(moment: MomentView) -> Iterator[Row]:
    as_of = f"  as of {moment.as_of}" if moment.as_of else ""
    rivals = f"; other lines say {listed(moment.rivals, 'or')}" if moment.rivals else ""
    told = (f"{as_of}{rivals}", "dim")
    yield Row(0, ((moment.when, "strong"), (f"  {moment.what} ", ""), *_letters(moment.letters), told))


def _entity(entity: EntityView) -> Iterator[Row]:
    role = f", {entity.role}" if entity.role else ""
    spelled = "; ".join(f"{each.text} ×{each.times}" for each in entity.spellings)
    spellings = f"  spelled {spelled}" if len(entity.spellings) > 1 else ""
    yield Row(0, ((entity.name, "strong"), (f"  {entity.kind}{role}", ""), (spellings, "dim")))


def _decided(decided: DecidedView) -> Iterator[Row]:
    note = f": {decided.note}" if decided.note else ""
    yield Row(0, ((decided.says, "strong"), (f"  {decided.who}{note}", "dim")))
    yield Row(4, ((decided.came_to, ""),))


def _aside(aside: AsideView) -> Iterator[Row]:
    note = f": {aside.note}" if aside.note else ""
    yield Row(0, ((aside.says, ""), (f"  {aside.kind}, {aside.who}{note}", "dim")))


def _left_out(left: LeftOutView) -> Iterator[Row]:
    yield Row(0, ((left.name, ""), (f": {left.reason}", "dim")))


def _article(article: ArticleView) -> Iterator[Row]:
    yield Row(0, (*_letters((article.line,)), (f" {article.label}", "strong")))
    for fact in article.facts:
        if fact.name not in ("Outlet", "File") or fact.inferred:
            inferred = f" ({fact.inferred})" if fact.inferred else ""
            yield Row(4, ((f"{fact.name}: ", "dim"), (fact.value, ""), (inferred, "dim")))


def _excerpt(witness: Witness, indent: int, remark: str = "") -> Row:
    """The sentence with its marked words, cut at its edges where it is long, and who published it."""
    before, words, after = _parted(witness)
    room = max(0, _EXCERPT - sum(len(part) for part, _ in words)) // 2
    start = f"…{before[-room:].partition(' ')[2]}" if len(before) > room else before
    end = f"{after[:room].rpartition(' ')[0]}…" if len(after) > room else after
    said = f", {remark}" if remark else ""
    return Row(indent, ((start, ""), *words, (end, ""), (f"  — {witness.short}{said}", "dim")), quoted=True)


def _parted(witness: Witness) -> tuple[str, list[tuple[str, str]], str]:
    """The words before the first mark, the pieces from the first mark to the last, the words after."""
    shown = [(_flat(piece.text), piece.mark) for piece in witness.pieces]
    marks = [place for place, (_, style) in enumerate(shown) if style]
    first, last = (marks[0], marks[-1]) if marks else (0, len(shown) - 1)
    outside = ["".join(text for text, _ in part) for part in (shown[:first], shown[last + 1 :])]
    return outside[0], shown[first : last + 1], outside[1]


def _marked(witness: Witness) -> str:
    return "".join(_flat(piece.text) for piece in witness.pieces if piece.mark)


def _cut(words: str) -> str:
    return words if len(words) <= _WORDS else f"{words[:_WORDS].rpartition(' ')[0]}…"


def _flat(text: str) -> str:
    """One line that keeps a space at either end."""
    lead = " " if text[:1].isspace() else ""
    return f"{lead}{one_line(text)}{' ' if text[-1:].isspace() and text.strip() else ''}"


def _letter(letter: str) -> tuple[str, str]:
    return f"[{letter}]", f"line:{letter}"


def _letters(letters: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return tuple(_letter(letter) for letter in letters if letter)
