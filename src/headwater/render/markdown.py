"""A brief as Markdown (CommonMark with GFM tables): complete, each sentence followed by its exact words.

Data is escaped so that nothing in an article can become a heading, a link, HTML or a mention. Offsets stand behind each
quotation, so that the words can be found again in the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from headwater.render.characters import one_line, without_marks
from headwater.render.compose import view_of
from headwater.render.view import (
    AlterationView,
    AsideView,
    ConflictView,
    DecidedView,
    EntityView,
    FigureRow,
    FigureView,
    HeldView,
    LineView,
    MomentView,
    Piece,
    QuoteView,
    Reason,
    RecordView,
    StatementView,
    StoryView,
    UnseenView,
    Witness,
)
from headwater.render.words import counted, listed
from headwater.types import Brief

__all__ = ["write_markdown"]

_safe = without_marks


def write_markdown(briefs: Sequence[Brief]) -> str:
    """The briefs as one Markdown document. Raises `UncitedLine` where a span does not lie in its article."""
    lines: list[str] = []
    if len(briefs) != 1:
        lines += [f"# {counted(len(briefs), 'story')}: nothing links them", ""]
    for brief in briefs:
        lines += _story(view_of(brief), "#" if len(briefs) == 1 else "##")
    return "\n".join(lines).rstrip() + "\n"


def _story(story: StoryView, level: str) -> Iterator[str]:
    yield from (f"{level} {_safe(story.headline)}", "", f"**{_safe(story.count_line)}**", "")
    for reason in story.count_reasons:
        yield from (f"The count may be off: {_safe(reason.words)}", "")
        yield from _witnesses(reason.witnesses)
    if story.obeyed:
        yield from (f"{story.obeyed}: see “Decided by a reader”", "")
    yield from _witnesses(story.headline_witnesses)
    if story.where and not story.record:
        yield from (f"Where: {_safe(story.where)}", "")
        yield from _witnesses(story.where_witnesses)
    if story.record:
        yield from _record(story.record, level)
    yield from _reasons("Why these are one story", story.together)
    sections = (
        ("Lines of reporting", (_line(each) for each in story.lines)),
        ("Where the lines differ", (_conflict(each) for each in story.conflicts)),
        ("What is said", (_statement(each) for each in story.statements)),
        ("Figures", (_figure(each) for each in story.figures)),
        ("Altered in copying", (_alteration(each) for each in story.alterations)),
        ("Who said what", (_quote(each) for each in story.quotes)),
        ("Timeline", (_moment(each) for each in story.timeline)),
        ("People, organisations, places", (_entity(each) for each in story.entities)),
        ("Decided by a reader", (_decided(each) for each in story.decided)),
        ("Set aside by a reader", (_aside(each) for each in story.set_aside)),
    )
    for title, items in sections:
        yield from _section(f"{level}# {title}", f"{level}##", items)
    yield from _left_out(story, level)
    yield from _articles(story, level)


def _record(record: RecordView, level: str) -> Iterator[str]:
    """The event as a table, then the words of each value."""
    yield from (f"{level}# The event", "")
    if record.coded:
        yield from (f"PLOVER {_safe(record.coded)}", "")
    yield from ("| | | Lines | Behind it | Confidence |", "| --- | --- | --- | --- | --- |")
    rows = [(field.name, value) for field in record.fields for value in field.values]
    for name, value in rows:
        aside = f" ({_safe(value.aside)})" if value.aside else ""
        sure = ": ".join(part for part in (value.confidence, _safe(value.reason)) if part)
        yield f"| {name} | {_safe(value.words)}{aside} | {_letters(value.lines)} | {value.behind} | {sure} |"
    yield ""
    for _, value in rows:
        yield from _witnesses(value.witnesses)


def _section(head: str, level: str, items: Iterable[Iterable[str]]) -> Iterator[str]:
    """A section with its items, whose first line becomes a heading; nothing where there are none."""
    for place, item in enumerate(items):
        if place == 0:
            yield from (head, "")
        first, *rest = item
        yield from (f"{level} {first}", "", *rest)


def _line(line: LineView) -> Iterator[str]:
    yield f"{line.letter} · {_safe(line.label)}"
    yield from (f"*{_safe(line.standing)}* {line.caveat}".rstrip(), "")
    for held in line.articles:
        took = f": {_safe(', '.join(each.text for each in held.took))}" if held.took else ""
        yield f"- {_safe(held.article.label)}{took}"
    yield ""
    for held in line.articles:
        yield from _edits(held)
    for held in line.articles:
        if held.lent:
            yield from (f"The words that were lent to {_safe(held.article.label)}:", "")
            yield from _witnesses(held.lent)
    if line.versions:
        yield from (_safe(line.versions.text), "")
    for unseen in line.unseen:
        yield from (f"The {_safe(unseen.label)}: nobody handed it in; it shows in {_safe(unseen.witnesses)}.", "")
        yield from _reasons("Why there must be one", unseen.reasons)
        yield from _recovered(unseen)
    yield from _reasons("What shows own reporting", line.own)
    yield from _reasons("Why these belong together", line.reasons)


def _edits(held: HeldView) -> Iterator[str]:
    """What a copy changed without harm, each edit with its words."""
    if held.edits is None or not held.edits.said:
        return
    yield from (f"{_safe(held.article.label)}, {_safe(held.edits.said)}:", "")
    for edit in held.edits.edits:
        yield f"- {edit.kind}: {_safe(edit.before) or 'nothing'} → {_safe(edit.after) or 'nothing'}"
    yield ""


def _recovered(unseen: UnseenView) -> Iterator[str]:
    """The sentences of the unseen original, each with the places that keep it."""
    if unseen.text:
        yield from (f"{_safe(unseen.heading)} ({unseen.amount}):", "")
    for number, sentence in enumerate(unseen.text, 1):
        places = "; ".join(f"{_safe(place.label)} {_place(place)}" for place in sentence.places)
        yield f"{number}. {_safe(sentence.words)} ({sentence.kept} {places})"
    yield ""


def _statement(statement: StatementView) -> Iterator[str]:
    yield f"“{_safe(statement.shown)}”"
    said = [statement.tally, *(status.status for status in statement.statuses), statement.kind, statement.certainty]
    yield from (f"{_letters(statement.lines)} {' · '.join(part for part in said if part)}", "")
    for told in filter(None, (statement.first, statement.accepted)):
        yield from (_safe(told), "")
    yield from (f"The lines differ: {_safe(each.question)}\n" for each in statement.disputes)
    yield from (f"The count is a range: {_safe(reason)}\n" for reason in statement.reasons)
    for voice in statement.voices:
        yield f"- {_letters(voice.lines)} {_safe(voice.chain)}, in {_safe(', '.join(voice.articles))}"
    yield ""
    for claim in statement.claims:
        yield from _witness(claim.witness, claim.certainty)
    for status in statement.statuses:
        yield from (f"*{status.status}*: {_safe(status.reason)}", "")
        yield from _witnesses(status.witnesses)


def _conflict(conflict: ConflictView) -> Iterator[str]:
    yield f"{_safe(conflict.question)} ({conflict.kind})"
    for side in conflict.sides:
        weak = f"; weaker: {_safe(side.weak)}" if side.weak else ""
        via = _safe(", ".join(side.articles))
        yield from (f"**{_safe(side.value)}** {_letters(side.lines)} {_safe(side.chain)}, via {via}{weak}", "")
        yield from _witnesses(side.witnesses)
    for said in filter(None, (conflict.note, conflict.accepted)):
        yield from (_safe(said), "")
    yield from _witnesses(conflict.witnesses)


def _alteration(change: AlterationView) -> Iterator[str]:
    yield f"{_safe(change.harm)} ({change.kind})"
    yield from (f"{change.first_called}:", "")
    yield from _witness(change.first, mark="changed")
    yield from (f"{change.second_called}:", "")
    yield from _witness(change.second, mark="changed")
    if change.why:
        yield from (f"Why: {_safe(change.why)}", "")
    if change.accepted:
        yield from (_safe(change.accepted), "")
    if change.support:
        yield from ("What supports it:", "")
        yield from _witnesses(change.support)
    yield from _reasons("How it was found", change.reasons)


def _quote(quote: QuoteView) -> Iterator[str]:
    yield _safe(quote.speaker)
    for reading in quote.readings:
        yield from _witness(reading.witness, ", ".join(reading.remarks), mark="changed")
        yield from _reasons("Why it is called so", reading.reasons)
    for witness in quote.alike:
        yield from _witness(witness, "the same words")
    yield from ("Where the speaker is named:", "")
    yield from _witnesses(quote.witnesses)


def _figure(figure: FigureView) -> Iterator[str]:
    yield f"{_safe(figure.label)}: {figure.best} (low {figure.low}, high {figure.high})"
    yield from (f"Counting rule: {_safe(figure.rule)}", "")
    if figure.accepted:
        yield from (_safe(figure.accepted), "")
    for note in figure.notes:
        yield from (_safe(note.words), "")
        yield from _witnesses(note.witnesses)
    yield from _values(figure.rows)
    for part in figure.parts:
        yield from (f"Of them {_safe(part.population)}: {part.said}", "")
        yield from _values(part.rows)
    yield from _witnesses(figure.witnesses)


def _values(rows: Sequence[FigureRow]) -> Iterator[str]:
    """Values as a table, then the words of each."""
    yield from ("| Value | Said by | As of | Article | |", "| --- | --- | --- | --- | --- |")
    for row in rows:
        where = f"{_letters((row.line,))} {_safe(row.witness.label)}".strip()
        remarks = _safe("; ".join(row.remarks))
        yield f"| {_safe(row.value)} | {_safe(row.chain)} | {_safe(row.as_of)} | {where} | {remarks} |"
    yield ""
    yield from _witnesses([row.witness for row in rows])


def _moment(moment: MomentView) -> Iterator[str]:
    as_of = f", as of {moment.as_of}" if moment.as_of else ""
    rivals = f"; other lines say {listed(moment.rivals, 'or')}" if moment.rivals else ""
    yield f"{_safe(moment.when)}: {_safe(moment.what)} ({moment.lines}{as_of}{rivals})"
    yield from _witnesses(moment.witnesses)
    yield from _witnesses(moment.mentions)


def _entity(entity: EntityView) -> Iterator[str]:
    yield f"{_safe(entity.name)} ({entity.kind}{', ' + _safe(entity.role) if entity.role else ''})"
    for spelling in entity.spellings:
        places = "; ".join(f"{_safe(witness.label)} {_place(witness)}" for witness in spelling.witnesses)
        yield f"- {_safe(spelling.text)} ×{spelling.times}: {places}"
    yield ""
    yield from _witnesses(entity.roles)


def _decided(decided: DecidedView) -> Iterator[str]:
    yield _safe(decided.says)
    note = f": {_safe(decided.note)}" if decided.note else ""
    yield from (f"*{_safe(decided.who)}*{note}", "", _safe(decided.came_to), "")
    yield from _witnesses(decided.witnesses)


def _aside(aside: AsideView) -> Iterator[str]:
    yield f"{_safe(aside.says)} ({aside.kind})"
    note = f": {_safe(aside.note)}" if aside.note else ""
    yield from (f"*{_safe(aside.who)}*{note}", "")
    yield from _witnesses(aside.witnesses)


def _left_out(story: StoryView, level: str) -> Iterator[str]:
    if story.left_out:
        yield from (f"{level}# Left out", "")
    for left in story.left_out:
        yield from (f"- {_safe(left.name)}: {_safe(left.reason)}", "")
        yield from _witnesses(left.witnesses)


def _articles(story: StoryView, level: str) -> Iterator[str]:
    yield from (f"{level}# The articles", "")
    for article in story.articles:
        yield from (f"{level}## {f'{article.line} · ' if article.line else ''}{_safe(article.label)}", "")
        for fact in article.facts:
            yield f"- {fact.name}: {_safe(fact.value)}{f' ({fact.inferred})' if fact.inferred else ''}"
        yield ""


def _reasons(head: str, reasons: Sequence[Reason]) -> Iterator[str]:
    if reasons:
        yield from (f"{head}:", "")
    for reason in reasons:
        yield from (f"- {_safe(reason.name)}: {_safe(reason.detail)} (weight {reason.score:.1f})", "")
        yield from _witnesses(reason.witnesses)


def _witnesses(witnesses: Iterable[Witness]) -> Iterator[str]:
    for witness in witnesses:
        yield from _witness(witness)


def _witness(witness: Witness, remark: str = "", mark: str = "cited") -> Iterator[str]:
    """A quotation: the sentence with its words in bold, then who published it, and where in the text they stand."""
    words = "".join(_piece(piece, mark) for piece in witness.pieces)
    said = f", {_safe(remark)}" if remark else ""
    source = f"{_letters((witness.line,))} {_safe(witness.label)}".strip()
    yield from (f"> {words.strip()}", ">", f"> — {source}, {_place(witness)}{said}", "")


def _piece(piece: Piece, mark: str) -> str:
    """Bold where it is marked; the white space at its edges stays outside, or it would not be bold."""
    flat = _safe(one_line(piece.text))
    lead = " " if piece.text[:1].isspace() else ""
    end = " " if piece.text[-1:].isspace() and flat else ""
    return f"{lead}**{flat}**{end}" if piece.mark == mark and flat else f"{lead}{flat}{end}"


def _place(witness: Witness) -> str:
    return "characters " + ", ".join(f"{span.start} to {span.end}" for span in witness.spans)


def _letters(letters: Iterable[str]) -> str:
    return " ".join(f"**{letter}**" for letter in letters if letter)
