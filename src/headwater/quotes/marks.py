"""Marked spans as quotes: direct or mixed, with the cue and source that stand beside them or that they inherit."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from headwater.quotes.attribution import Report
from headwater.quotes.sources import is_nobody, source_head
from headwater.quotes.tree import Tree
from headwater.text.cues import LABELLING_VERBS, SPEECH_NOUNS, is_cue_verb, is_speech_verb
from headwater.types import QuoteForm, Span

__all__ = ["Found", "find_marked"]

_STOP: Final = frozenset({".", "!", "?", ";"})
_FAR: Final = 150  # tokens between a quote and a cue in one sentence; longer sentences are lists
_REACH: Final = 30  # tokens between a quote and its cue: a long apposition fits in between
_TERM: Final = 4  # marked words up to this number without a finite verb are a term, not a sentence
_CLIMB: Final = 6
_ENDS_SENTENCE: Final = re.compile(r"[.!?…][\"”’'»]*\Z")
_WORD: Final = re.compile(r"\w+")
_REOPENED: Final = re.compile(r"\s*\n\s*(?:[\"“”„«»‟]|``|'')\s*")  # no closing mark, a new line, an opening mark


@dataclass(frozen=True, slots=True)
class Found:
    """A quote before its speaker is known: content as offsets, cue as a token range, source by its head token."""

    start: int
    end: int
    form: QuoteForm
    cue: tuple[int, int] | None = None
    head: int | None = None
    inherited: bool = False  # the source was taken over from the quote before


def find_marked(tree: Tree, reports: Sequence[Report]) -> list[Found]:
    """The quotes between marks, in order. Scare quotes and titles, which nobody is said to have said, are left out."""
    found: list[Found] = []
    for group in _utterances(tree):
        own = [_attributed(tree, reports, span) for span in group]
        leader = next((quote for quote in own if quote is not None), None)
        for span, mine in zip(group, own, strict=True):
            quote = mine or _led(leader, span) or _floating(tree, found, span)
            if quote is not None:
                found.append(quote)
    return found


def _led(leader: Found | None, span: Span) -> Found | None:
    """A paragraph of a quote whose cue stands in another one of its paragraphs."""
    if leader is None:
        return None
    return replace(leader, start=span.start, end=span.end, form=QuoteForm.DIRECT, inherited=True)


def _utterances(tree: Tree) -> Iterator[list[Span]]:
    """The marked spans in order; those of one quote that runs over paragraphs, each reopened, together."""
    group: list[Span] = []
    for span in tree.document.quoted:
        if tree.is_skipped(span.start, span.end) or not _WORD.search(tree.text, span.start, span.end):
            continue
        if group and not _REOPENED.fullmatch(tree.text, group[-1].end, span.start):
            yield group
            group = []
        group.append(span)
    if group:
        yield group


def _attributed(tree: Tree, reports: Sequence[Report], span: Span) -> Found | None:
    """The quote with the source that its own sentence gives it; None if that gives none."""
    report = _covering(tree, reports, span)
    if report is not None:
        form = QuoteForm.MIXED if _is_part(tree, report) else QuoteForm.DIRECT
        return Found(span.start, span.end, form, report.cue, report.head)
    inside = tree.within(span.start, span.end)
    if not inside:
        return None
    cue = (_cue_after(tree, span, inside) or _cue_before(tree, span, inside)) if span in tree.outer else None
    cue = cue if cue is not None else _governing_cue(tree, inside)
    if cue is None:
        return None
    head = source_head(tree, cue)
    head = head if head is not None and tree.words[head] not in {"what", "that", "this"} else _inverted(tree, cue)
    if head is not None and is_nobody(tree, head):
        return None
    form = QuoteForm.DIRECT if _is_sentence(tree, span, inside) else QuoteForm.MIXED
    return Found(span.start, span.end, form, (cue, cue + 1), head)


def _covering(tree: Tree, reports: Sequence[Report], span: Span) -> Report | None:
    """The report that the marked words are the content of, or a part of its content; the closest one."""
    best, best_size = None, 0
    low = bisect_left(reports, tree.token_at(span.start) - _FAR, key=lambda report: report.cue[0])
    high = bisect_left(reports, tree.token_at(span.end) + _FAR, key=lambda report: report.cue[0])
    for report in reports[low:high]:
        cue = tree.tokens[report.cue[0]].start
        if span.start <= cue < span.end or not report.contents:
            continue
        shared = sum(max(0, min(end, span.end) - max(start, span.start)) for start, end in report.contents)
        size = sum(end - start for start, end in report.contents)
        enough = shared * 2 > span.end - span.start or shared * 5 > size * 4
        if enough and (best is None or size < best_size):
            best, best_size = report, size
    return best


def _is_part(tree: Tree, report: Report) -> bool:
    """Tell whether the content goes on outside the marks with words of its own, "that" apart."""
    return any(
        tree.is_word(item) and tree.words[item] not in {"that", "and", "but"} and tree.mark_around(item) is None
        for start, end in report.contents
        for item in tree.within(start, end)
    )


def _cue_after(tree: Tree, span: Span, inside: range) -> int | None:
    """The cue of "...,” said X" and "...,” X said": the first verb of speech before the sentence ends.

    Where neither the quote nor what follows it has a comma at the mark, only a later comma makes a cue credible:
    "“...” of the dam, Venn wrote".
    """
    closed = tree.text[span.end - 1] in ",!?—–-" or tree.text[span.end + 1 :][:4].lstrip("\"”’'»“ ")[:1] == ","
    for item in range(inside[-1] + 1, min(len(tree.tokens), inside[-1] + _REACH)):
        token, word = tree.tokens[item], tree.words[item]
        if token.start < span.end:
            continue
        if word in _STOP or tree.mark_around(item) is not None or "\n" in tree.text[span.end : token.start]:
            return None
        if closed and is_cue_verb(token.lemma) and token.pos in {"VERB", "AUX"}:
            return item
        if not closed and token.tag in {"VBD", "VBP", "VBZ", "MD"}:
            return None
        closed = closed or word == ","
    return None


def _cue_before(tree: Tree, span: Span, inside: range) -> int | None:
    """The cue of "X said: “..." and "X said “...": the last verb of speech before the mark, in the same sentence."""
    for item in range(inside[0] - 1, max(-1, inside[0] - _REACH), -1):
        if "\n" in tree.text[tree.tokens[item].start : span.start]:
            break
        word = tree.words[item]
        if word in _STOP or (
            tree.mark_around(item) is not None
            and _ENDS_SENTENCE.search(tree.text, max(0, tree.tokens[item].end - 8), tree.tokens[item].end)
        ):
            break
        token = tree.tokens[item]
        speaks = token.pos in {"VERB", "AUX"} and is_speech_verb(token.lemma) and not _is_hyphenated(tree, item)
        if speaks and tree.mark_around(item) is None:
            return item
    return None


def _is_hyphenated(tree: Tree, item: int) -> bool:
    """Tell whether a verb is the end of a compound: "so-called"."""
    return item > 0 and tree.words[item - 1] == "-"


def _governing_cue(tree: Tree, inside: range) -> int | None:
    """The verb over a quoted term: "described the “X”", "blamed it on “X”", "called it “X”"."""
    top = next((item for item in inside if tree.heads[item] not in inside), inside[0])
    for step, above in enumerate(tree.ancestors(top)):
        token = tree.tokens[above]
        if step >= _CLIMB:
            return None
        if above in inside:
            continue
        if token.pos in {"VERB", "AUX"}:
            labels = token.lemma in LABELLING_VERBS or is_cue_verb(token.lemma)
            return above if labels and not _is_hyphenated(tree, above) else None
        if token.pos == "NOUN" and token.lemma in SPEECH_NOUNS:
            continue
    return None


def _inverted(tree: Tree, cue: int) -> int | None:
    """The noun right after the cue, where the parser missed that it is the subject."""
    for item in range(cue + 1, min(len(tree.tokens), cue + 6)):
        token = tree.tokens[item]
        if tree.words[item] in _STOP | {","}:
            return None
        if token.pos in {"PROPN", "NOUN", "PRON"} and token.dep in {
            "nsubj",
            "dobj",
            "attr",
            "npadvmod",
            "ROOT",
            "oprd",
        }:
            return item
    return None


def _is_sentence(tree: Tree, span: Span, inside: range) -> bool:
    """Tell whether marked words are a clause: a finite verb with its subject, or a closed sentence."""
    words = [item for item in inside if tree.is_word(item)]
    finite = any(
        tree.tokens[item].tag in {"VBD", "VBP", "VBZ", "MD"} and tree.tokens[item].pos in {"VERB", "AUX"}
        for item in words
    )
    subject = any(tree.tokens[item].dep in {"nsubj", "nsubjpass", "expl"} for item in words)
    if finite and subject:
        return True
    capital = tree.text[span.start].isupper()
    return capital and (len(words) > _TERM or tree.text[span.end - 1] in ".!?,") and not _is_title(tree, words)


def _is_title(tree: Tree, words: Sequence[int]) -> bool:
    """Tell whether the words are capitalised like the title of a work."""
    long = [item for item in words if len(tree.words[item]) > 3]
    return bool(long) and all(tree.text[tree.tokens[item].start].isupper() for item in long)


def _floating(tree: Tree, found: Sequence[Found], span: Span) -> Found | None:
    """A quote without a cue of its own: it inherits the source of the quote before, or of the sentence before."""
    inside = tree.within(span.start, span.end)
    if not inside or span not in tree.outer or not _is_sentence(tree, span, inside):
        return None
    words = [item for item in inside if tree.is_word(item)]
    if len(words) <= 2 and _is_title(tree, words):
        return None
    bare = Found(span.start, span.end, QuoteForm.DIRECT, inherited=True)
    previous = found[-1] if found else None
    if previous is not None and _is_near(tree, previous.end, span.start):
        return replace(bare, cue=previous.cue, head=previous.head)
    lead = _lead_in(tree, inside[0])
    return bare if lead is None else replace(bare, cue=(lead, lead + 1), head=source_head(tree, lead))


def _is_near(tree: Tree, end: int, start: int) -> bool:
    """Tell whether two quotes stand in one paragraph, or in neighbouring ones with nothing told in between."""
    between = tree.text[end:start]
    if "\n" not in between:
        return True
    head, _, tail = between.partition("\n")
    told = [item for item in tree.within(end + len(head), start) if tree.is_word(item)]
    return not told and len(head) < 200 and "\n" not in tail.strip()


def _lead_in(tree: Tree, first: int) -> int | None:
    """The cue verb of the sentence before, which leads to the quote: "Venn defended the plan. “We ...”"."""
    number = next((tree.sentence[item] for item in range(first, -1, -1) if tree.sentence[item] >= 0), -1)
    if number <= 0:
        return None
    before = tree.document.sentences[number - 1]
    for item in range(before.first, before.last):
        token = tree.tokens[item]
        if token.pos == "VERB" and (is_cue_verb(token.lemma) or token.lemma in LABELLING_VERBS):
            head = source_head(tree, item)
            if head is not None and tree.mark_around(item) is None and not is_nobody(tree, head):
                return item
    return None
