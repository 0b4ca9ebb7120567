"""Who is named before a colon at a quotation mark, or after a dash behind it, where no verb says that they spoke."""

from __future__ import annotations

import re
from typing import Final

from headwater.quotes.tree import NOMINAL, STOPS, TENSED, Tree
from headwater.text.cues import SPEECH_NOUNS
from headwater.types import Span

__all__ = ["introducer", "signature", "word_before_colon"]

_REACH: Final = 30  # tokens before a colon in which its sentence names somebody
_SIGNED: Final = re.compile(r"[\"”’'»“]?\s*(?:[―—–]|--?)\s*(?=[A-Z])")
_SIGNATURE: Final = 8  # words: a name with its role
_MODIFIERS: Final = frozenset({"compound", "nmod", "amod", "poss"})
_SUBJECTS: Final = ("nsubj", "nsubjpass")
_PARTS: Final = frozenset({"relcl", "advcl", "ccomp", "acl", "pcomp"})  # clauses that are a part of another


def word_before_colon(tree: Tree, span: Span) -> int | None:
    """The last word before a colon at the mark."""
    lead = tree.text[max(0, span.start - 4) : span.start].rstrip("\"“‘«„'` ")
    if not lead.endswith(":"):
        return None
    first = tree.token_at(span.start)
    return next((item for item in range(first - 1, max(-1, first - 5), -1) if tree.is_word(item)), None)


def introducer(tree: Tree, span: Span) -> int | None:
    """Who is named before a colon at the mark: the subject, an owner ("her answer: “No”"), or the bare name.

    A person named last stands before a thing that is the subject: "The result pleased Orla Venn: “...".
    """
    last = word_before_colon(tree, span)
    if last is None:
        return None
    words = _line_before(tree, span, last)
    subject = next((item for item in reversed(words) if _is_main_subject(tree, item)), None)
    named = last if tree.tokens[last].ent == "PERSON" else None
    if subject is None or (named is not None and not _is_human(tree, subject)):
        subject = named if named is not None else subject
    bare = [item for item in words if _is_bare(tree, item)]
    noun = next((item for item in bare if _is_human(tree, item)), bare[0] if bare else None)
    head = subject if subject is not None else noun
    if head is None:
        return None
    owner = tree.child(head, "poss")
    return owner if owner is not None and tree.tokens[head].lemma in SPEECH_NOUNS else head


def _line_before(tree: Tree, span: Span, last: int) -> list[int]:
    """The words of the sentence before a colon, in its line."""
    near = tree.tokens[max(0, last - _REACH)].start
    line = max(near, tree.text.rfind("\n", near, span.start) + 1)
    words = [item for item in tree.within(line, span.start) if tree.is_word(item)]
    stops = [place for place, item in enumerate(words) if item > 0 and tree.words[item - 1] in STOPS]
    return words[stops[-1] :] if stops else words


def _is_main_subject(tree: Tree, item: int) -> bool:
    """Tell whether a word outside marks is the subject of a clause that is no part of another one."""
    if tree.tokens[item].dep not in _SUBJECTS or tree.mark_around(item) is not None:
        return False
    return tree.tokens[tree.heads[item]].dep not in _PARTS


def _is_human(tree: Tree, item: int) -> bool:
    apposed = any(tree.tokens[child].ent == "PERSON" for child in tree.children[item])
    return apposed or tree.tokens[item].ent in {"PERSON", "ORG", "NORP"} or tree.tokens[item].pos == "PRON"


def _is_bare(tree: Tree, item: int) -> bool:
    token = tree.tokens[item]
    return token.pos in NOMINAL and token.dep not in _MODIFIERS


def signature(tree: Tree, span: Span) -> int | None:
    """Who is named after a dash behind the quote: "“We won.” — Orla Venn"."""
    match = _SIGNED.match(tree.text, span.end)
    if match is None:
        return None
    first = tree.within(match.end(), len(tree.text))[: 2 * _SIGNATURE]
    ended = (place for place, item in enumerate(first) if "\n" in tree.text[match.end() : tree.tokens[item].start])
    words = [item for item in first[: next(ended, len(first))] if tree.is_word(item)]
    if not 0 < len(words) <= _SIGNATURE or any(tree.tokens[item].tag in TENSED for item in words):
        return None
    last = words[0]
    while last + 1 in words and tree.text[tree.tokens[last + 1].start].isupper():
        last += 1
    return last
