"""Quotes without marks: indirect speech, headlines with a colon, and direct speech that lost its marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from headwater.quotes.attribution import Report
from headwater.quotes.found import Found
from headwater.quotes.tree import Tree
from headwater.text.wordset import wordset
from headwater.types import EntityKind, QuoteForm

__all__ = ["find_plain"]

_ANSWERING: Final = wordset("comment elaborate respond reply answer speak")
_FIRST: Final = wordset("i we me us my our mine ours myself ourselves i’m i'm")
_SECOND: Final = wordset("you your yours yourself")
_UTTERED: Final = wordset("say write tweet add post reply tell ask shout cry exclaim")
_TURN: Final = re.compile(r"([A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}):\s+(?=\S)")  # a name in capitals
_HEADLINE_WORDS: Final = 6  # "Former defence minister Orla Venn": a source before a colon is no longer
_SPEAKING: Final = wordset(
    "official police minister ministry report source president army study poll governor mayor expert analyst"
)


def find_plain(tree: Tree, reports: Sequence[Report]) -> list[Found]:
    """Indirect and unmarked quotes, in order; a report whose content stands wholly between marks is no quote here."""
    reported: list[Found] = []
    for report in reports:
        form = QuoteForm.UNMARKED if _reads_as_speech(tree, report) else QuoteForm.INDIRECT
        for start, end in report.contents:
            if not (tree.is_skipped(start, end) or _is_marked(tree, report, start, end) or _is_wish(tree, start, end)):
                reported.append(Found(start, end, form, report.cue, report.head))
    return [*reported, *_continuations(tree, reported), *_headline(tree), *_transcript(tree)]


def _is_marked(tree: Tree, report: Report, start: int, end: int) -> bool:
    """Tell whether all words lie between marks, or the cue does.

    "I think" inside a quote is its speaker's manner of speaking.
    """
    if tree.mark_around(report.verb) is not None:
        return True
    words = (item for item in tree.within(start, end) if tree.is_word(item))
    return all(tree.mark_around(item) is not None or tree.words[item] in {"that", "and", "but"} for item in words)


def _is_wish(tree: Tree, start: int, end: int) -> bool:
    """Tell whether the content is only "not to be named" or "to comment": that is about the source, not the story."""
    words = [tree.words[item] for item in tree.within(start, end)]
    if len(words) <= 4 and words[:1] == ["to"] and bool(_ANSWERING & set(words)):
        return True
    return len(words) <= 5 and bool({"named", "identified", "quoted"} & set(words)) and "be" in words


def _reads_as_speech(tree: Tree, report: Report) -> bool:
    """Tell whether words before a cue of uttering are direct speech: the speaker's own person, or inverted "said X"."""
    verb = report.verb
    start, end = report.contents[0]
    if not report.clausal or tree.tokens[verb].lemma not in _UTTERED or tree.mark_around(verb) is not None:
        return False
    if end > tree.tokens[verb].start or tree.has_marks(start, end):
        return False
    inverted = report.head is not None and report.head > verb
    own = {tree.words[item] for item in tree.within(start, end)} & (_FIRST | _SECOND)
    return inverted or bool(own) or tree.tokens[verb].lemma == "write"


def _continuations(tree: Tree, found: Sequence[Found]) -> Iterator[Found]:
    """The sentences after unmarked speech, up to the last of its paragraph that still speaks in person."""
    for quote in found:
        if quote.form is not QuoteForm.UNMARKED:
            continue
        number = tree.sentence[tree.token_at(quote.start)]
        for start, end in _spoken_after(tree, number):
            yield Found(start, end, QuoteForm.UNMARKED, quote.cue, quote.head, inherited=True)


def _spoken_after(tree: Tree, number: int) -> Sequence[tuple[int, int]]:
    sentences = tree.document.sentences
    run: list[tuple[int, int]] = []
    spoken = 0
    for sentence in sentences[number + 1 : number + 5] if number >= 0 else ():
        if sentence.paragraph != sentences[number].paragraph:
            break
        span = sentence.span
        if tree.has_marks(span.start, span.end):
            break
        run.append((span.start, span.end))
        if {tree.words[item] for item in range(sentence.first, sentence.last)} & (_FIRST | _SECOND):
            spoken = len(run)
    return run[:spoken]


def _headline(tree: Tree) -> Iterator[Found]:
    """A first line like "Minister: dam was safe": who stands before the colon said what stands after it."""
    paragraphs = tree.document.paragraphs
    if not paragraphs or "." in tree.text[paragraphs[0].end - 1 : paragraphs[0].end]:
        return
    line = paragraphs[0]
    colon = tree.text.find(": ", line.start, line.end)
    if colon < 0:
        return
    before = [item for item in tree.within(line.start, colon) if tree.is_word(item)]
    if not 0 < len(before) <= _HEADLINE_WORDS or tree.text[colon + 2 : line.end].lstrip()[:1] in "\"“‘'":
        return
    head = _headline_source(tree, before)
    if head is not None:
        start = colon + 2
        yield Found(start, line.end, QuoteForm.INDIRECT, None, head)


def _transcript(tree: Tree) -> Iterator[Found]:
    """The turns of an interview that is printed as one: "ORLA VENN: We left." in two paragraphs or more."""
    turns = [
        (match, line)
        for line in tree.document.paragraphs
        if (match := _TURN.match(tree.text, line.start, line.end)) and match.end() < line.end
    ]
    for match, line in turns if len(turns) > 1 else ():
        names = [item for item in tree.within(match.start(1), match.end(1)) if tree.is_word(item)]
        if names and not tree.has_marks(match.end(), line.end):
            yield Found(match.end(), line.end, QuoteForm.UNMARKED, None, names[-1])


def _headline_source(tree: Tree, words: Sequence[int]) -> int | None:
    start, end = tree.tokens[words[0]].start, tree.tokens[words[-1]].end
    for name in tree.document.names:
        if start <= name.span.start and name.span.end == end and name.kind is not EntityKind.PLACE:
            return words[-1]
    last = tree.tokens[words[-1]]
    return words[-1] if last.lemma in _SPEAKING or last.ent in {"PERSON", "ORG"} else None
