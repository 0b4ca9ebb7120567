"""Who is named beside a quotation mark: the cue right after or before it, over it, or only a colon or a dash."""

from __future__ import annotations

import re
from typing import Final

from headwater.quotes.tree import Tree
from headwater.text.cues import LABELLING_VERBS, SPEECH_NOUNS, is_cue_verb, is_speech_verb
from headwater.types import Span

__all__ = ["cue_after", "cue_before", "governing_cue", "introducer", "own_source", "signature"]

_STOP: Final = frozenset({".", "!", "?", ";"})
_REACH: Final = 30  # tokens between a quote and its cue: a long apposition fits in between
_CLIMB: Final = 6  # steps from a quoted term up to the verb that it is said with
_ENDS_SENTENCE: Final = re.compile(r"[.!?…][\"”’'»]*\Z")
_SIGNED: Final = re.compile(r"[\"”’'»“]?\s*(?:[―—–]|--?)\s*(?=[A-Z])")
_SIGNATURE: Final = 8  # words: a name with its role
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON"})
_MODIFIERS: Final = frozenset({"compound", "nmod", "amod", "poss"})
_SUBJECTS: Final = ("nsubj", "nsubjpass")
_AFTER_CUE: Final = frozenset({"nsubj", "dobj", "attr", "npadvmod", "ROOT", "oprd"})


def cue_after(tree: Tree, span: Span, inside: range) -> int | None:
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


def cue_before(tree: Tree, span: Span, inside: range) -> int | None:
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
        speaks = token.pos in {"VERB", "AUX"} and _speaks(tree, item) and not _is_hyphenated(tree, item)
        if speaks and tree.mark_around(item) is None:
            return item
    return None


def _speaks(tree: Tree, item: int) -> bool:
    """Tell whether a verb is one of speech, or the "put it" of "as she put it"."""
    put = tree.tokens[item].lemma == "put" and item + 1 < len(tree.words) and tree.words[item + 1] == "it"
    return put or is_speech_verb(tree.tokens[item].lemma)


def _is_hyphenated(tree: Tree, item: int) -> bool:
    """Tell whether a verb is the end of a compound: "so-called"."""
    return item > 0 and tree.words[item - 1] == "-"


def governing_cue(tree: Tree, inside: range) -> int | None:
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


def own_source(tree: Tree, cue: int, head: int | None) -> int | None:
    """The source of a cue beside a quote: what the parse says, unless that lies between marks; else the next noun."""
    mark = None if head is None else tree.mark_around(head)
    own = mark is None or mark == tree.mark_around(cue)
    if head is not None and own and tree.words[head] not in {"what", "that", "this"}:
        return head
    before = _noun_before(tree, cue)
    return before if before is not None else _noun_after(tree, cue)


def _noun_before(tree: Tree, cue: int) -> int | None:
    """The noun directly before a cue: "“We,” Orla Venn told us"."""
    before = cue - 1
    while before >= 0 and tree.tokens[before].pos in {"ADV", "AUX"}:
        before -= 1
    named = before >= 0 and tree.tokens[before].pos in _NOMINAL and tree.mark_around(before) is None
    return before if named else None


def _noun_after(tree: Tree, cue: int) -> int | None:
    """The noun right after a cue, where the parser missed that it is the subject."""
    for item in range(cue + 1, min(len(tree.tokens), cue + 6)):
        token = tree.tokens[item]
        if tree.words[item] in _STOP | {","}:
            return None
        if token.pos in _NOMINAL and token.dep in _AFTER_CUE:
            return item
    return None


def introducer(tree: Tree, span: Span) -> int | None:
    """Who is named before a colon at the mark: the subject, an owner ("her answer: “No”"), or the bare name."""
    lead = tree.text[max(0, span.start - 4) : span.start].rstrip("\"“‘«„'` ")
    first = tree.token_at(span.start)
    if not lead.endswith(":") or first == 0:
        return None
    near = tree.tokens[max(0, first - _REACH)].start
    line = max(near, tree.text.rfind("\n", near, span.start) + 1)
    words = [item for item in tree.within(line, span.start) if tree.is_word(item)]
    stops = [place for place, item in enumerate(words) if tree.words[item - 1] in _STOP and item > 0]
    words = words[stops[-1] :] if stops else words
    subject = next((item for item in words if tree.tokens[item].dep in _SUBJECTS), None)
    noun = next((item for item in words if _is_bare(tree, item)), None)
    head = subject if subject is not None else noun
    if head is None:
        return None
    owner = tree.child(head, "poss")
    return owner if owner is not None and tree.tokens[head].lemma in SPEECH_NOUNS else head


def _is_bare(tree: Tree, item: int) -> bool:
    token = tree.tokens[item]
    return token.pos in _NOMINAL and token.dep not in _MODIFIERS


def signature(tree: Tree, span: Span) -> int | None:
    """Who is named after a dash behind the quote: "“We won.” — Orla Venn"."""
    match = _SIGNED.match(tree.text, span.end)
    if match is None:
        return None
    first = tree.within(match.end(), len(tree.text))[: 2 * _SIGNATURE]
    ended = (place for place, item in enumerate(first) if "\n" in tree.text[match.end() : tree.tokens[item].start])
    words = [item for item in first[: next(ended, len(first))] if tree.is_word(item)]
    if not 0 < len(words) <= _SIGNATURE or tree.tokens[words[0]].pos != "PROPN":
        return None
    last = words[0]
    while last + 1 in words and tree.tokens[last + 1].pos == "PROPN":
        last += 1
    return last
