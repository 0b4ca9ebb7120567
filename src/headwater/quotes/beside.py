"""The cue beside a quotation mark, right after it, before it or over it, and the source of that cue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from headwater.quotes.introduced import word_before_colon
from headwater.quotes.tree import NOMINAL, STOPS, TENSED, Tree
from headwater.text.cues import LABELLING_VERBS, SPEECH_NOUNS, is_cue_verb, is_speech_verb
from headwater.types import Span

__all__ = ["cue_after", "cue_at", "cue_before", "governing_cue", "own_source"]

_REACH: Final = 30  # tokens between a quote and its cue: a long apposition fits in between
_WITHIN: Final = frozenset({"pcomp", "xcomp"})  # clauses that are a part of what a verb says of somebody
_BRACKET: Final = 30  # characters in brackets before a source: a party, a place
_BESIDE: Final = 3  # characters between a mark and a verb right after it
_CLIMB: Final = 6  # steps from a quoted term up to the verb that it is said with
_ENDS_SENTENCE: Final = re.compile(r"[.!?…][\"”’'»]*\Z")
_AFTER_CUE: Final = frozenset({"nsubj", "dobj", "attr", "npadvmod", "ROOT", "oprd"})


def cue_after(tree: Tree, span: Span, inside: range, *, spoken: bool) -> int | None:
    """The cue of "...,” said X" and "...,” X said": the first verb of speech before the sentence ends.

    Where neither the quote nor what follows it has a comma at the mark, only a later comma makes a verb a cue:
    "“...” of the dam, Venn wrote". If a clause is `spoken` up to a comma, any verb will do: "“...,” X went on".
    """
    closed = tree.text[span.end - 1] in ",!?—–-" or tree.text[span.end + 1 :][:4].lstrip("\"”’'»“ ")[:1] == ","
    done: int | None = None
    for item in _following(tree, span, inside):
        token = tree.tokens[item]
        if closed and is_cue_verb(token.lemma) and token.pos in {"VERB", "AUX"}:
            return item
        if not closed and token.tag in TENSED:
            return None
        if done is None and spoken and _is_deed_beside(tree, span, item):
            done = item
        closed = closed or tree.words[item] == ","
    return done


def _following(tree: Tree, span: Span, inside: range) -> Iterator[int]:
    """The tokens after a quote, to the end of its sentence, the next mark or the line."""
    for item in range(inside[-1] + 1, min(len(tree.tokens), inside[-1] + _REACH)):
        if tree.tokens[item].start < span.end:
            continue
        between = tree.text[span.end : tree.tokens[item].start]
        if tree.words[item] in STOPS or tree.mark_around(item) is not None or "\n" in between:
            return
        yield item


def _is_deed_beside(tree: Tree, span: Span, verb: int) -> bool:
    """Tell whether a verb after a quote is what its speaker does: "“...,” X went on", "“...!” beamed X"."""
    token = tree.tokens[verb]
    if token.tag not in {"VBD", "VBZ", "VBP"} or token.dep in {"relcl", "advcl"} or token.lemma == "be":
        return False
    inverted = token.start - span.end <= _BESIDE and tree.text[token.start].islower()
    subject = tree.child(verb, "nsubj")
    stated = subject is not None and tree.mark_around(subject) is None
    return (inverted and tree.text[span.end - 1] in ",!?") or (stated and tree.text[span.end - 1] == ",")


def cue_before(tree: Tree, span: Span, inside: range) -> int | None:
    """The cue of "X said: “..." and "X said “...": the last verb of speech before the mark, in the same sentence.

    A colon belongs to the clause before it: in "Venn said little, but she gave them a warning: “..." it is not said's.
    """
    last = word_before_colon(tree, span)
    around = None if tree.is_outer(span) else tree.mark_around(inside[0])  # a quote in a quote has its cue in that one
    for item in range(inside[0] - 1, max(-1, inside[0] - _REACH), -1):
        if "\n" in tree.text[tree.tokens[item].start : span.start]:
            break
        word = tree.words[item]
        if word in STOPS or (
            tree.mark_around(item) != around
            and _ENDS_SENTENCE.search(tree.text, max(0, tree.tokens[item].end - 8), tree.tokens[item].end)
        ):
            break
        token = tree.tokens[item]
        speaks = token.pos in {"VERB", "AUX"} and _speaks(tree, item) and not _is_hyphenated(tree, item)
        if speaks and tree.mark_around(item) == around and (last is None or _reaches(tree, item, last)):
            return item
    return None


def cue_at(tree: Tree, span: Span, inside: range) -> int | None:
    """The verb of speech right at an outer mark: before it ("she said, “...", "he put it: “...") or behind it."""
    before = cue_before(tree, span, inside)
    if before is not None:
        words = [item for item in range(before + 1, inside[0]) if tree.is_word(item) and tree.words[item] != "it"]
        if not words or word_before_colon(tree, span) is not None:
            return before
    after = next((item for item in _following(tree, span, inside) if tree.is_word(item)), None)
    inverted = after is not None and tree.tokens[after].pos == "VERB" and is_speech_verb(tree.tokens[after].lemma)
    return after if inverted and tree.text[span.end - 1] in ",!?" else None


def _reaches(tree: Tree, verb: int, word: int) -> bool:
    """Tell whether a word belongs to the clause of a verb, not to another clause that is joined to it."""
    joined = [
        item
        for item in tree.children[verb]
        if tree.tokens[item].dep == "conj" and tree.child(item, "nsubj", "nsubjpass") is not None
    ]
    return verb == word or word in tree.subtree(verb, joined)


def _speaks(tree: Tree, item: int) -> bool:
    """Tell whether a verb is one of speech, or the "put it" of "as she put it"."""
    put = tree.tokens[item].lemma == "put" and item + 1 < len(tree.words) and tree.words[item + 1] == "it"
    return put or is_speech_verb(tree.tokens[item].lemma)


def _is_hyphenated(tree: Tree, item: int) -> bool:
    """Tell whether a verb is the end of a compound: "so-called"."""
    return item > 0 and tree.words[item - 1] == "-"


def governing_cue(tree: Tree, inside: range) -> int | None:
    """The verb over a quoted term: "described the “X”", "blamed it on “X”", "praised him for being “X”"."""
    top = next((item for item in inside if tree.heads[item] not in inside), inside[0])
    for step, above in enumerate(tree.ancestors(top)):
        token = tree.tokens[above]
        if step >= _CLIMB:
            return None
        if above in inside:
            continue
        if token.pos in {"VERB", "AUX"}:
            labels = token.lemma in LABELLING_VERBS or is_cue_verb(token.lemma)
            if labels:
                return None if _is_hyphenated(tree, above) else above
            if token.dep not in _WITHIN:
                return None
        if token.pos == "NOUN" and token.lemma in SPEECH_NOUNS:
            continue
    return None


def own_source(tree: Tree, cue: int, head: int | None) -> int | None:
    """The source of a cue beside a quote: what the parse says, unless that lies between marks; else the next noun."""
    mark = None if head is None else tree.mark_around(head)
    own = mark is None or mark == tree.mark_around(cue)
    dated = head is not None and tree.tokens[head].ent in {"DATE", "TIME"}  # "Venn Sunday tweeted"
    if head is not None and own and not dated and tree.words[head] not in {"what", "that", "this"}:
        return _outside_brackets(tree, head, cue)
    found = (read(tree, cue) for read in (_noun_before, _noun_after, _named_before))
    return next((item for item in found if item is not None), None)


def _outside_brackets(tree: Tree, head: int, cue: int) -> int:
    """The noun before the brackets that the parser took the source from: "Orla Venn (Sorna) said"."""
    low, high = sorted((tree.tokens[head].start, tree.tokens[cue].start))
    between, opened = tree.text[low:high], tree.text.rfind("(", max(0, low - _BRACKET), low)
    if head > cue or opened < 0 or ")" in tree.text[opened:low] or ")" not in between:
        return head
    before = tree.token_at(opened) - 1
    return before if before >= 0 and tree.tokens[before].pos in NOMINAL else head


def _noun_before(tree: Tree, cue: int) -> int | None:
    """The noun directly before a cue: "“We,” Orla Venn told us"; days stand between as well: "Venn Monday said"."""
    before = cue - 1
    while before >= 0 and (tree.tokens[before].pos in {"ADV", "AUX"} or tree.tokens[before].ent == "DATE"):
        before -= 1
    named = before >= 0 and tree.tokens[before].pos in NOMINAL and tree.mark_around(before) is None
    return before if named else None


def _named_before(tree: Tree, cue: int) -> int | None:
    """The first person named before a cue in its sentence, where the parser lost the subject."""
    number = tree.sentence[cue]
    if number < 0:
        return None
    for item in range(tree.document.sentences[number].first, cue):
        if tree.tokens[item].ent == "PERSON" and tree.tokens[item].dep != "compound" and tree.mark_around(item) is None:
            return item
    return None


def _noun_after(tree: Tree, cue: int) -> int | None:
    """The noun right after a cue, where the parser missed that it is the subject."""
    for item in range(cue + 1, min(len(tree.tokens), cue + 6)):
        token = tree.tokens[item]
        if tree.words[item] in STOPS | {","}:
            return None
        if token.pos in NOMINAL and token.dep in _AFTER_CUE:
            return item
    return None
