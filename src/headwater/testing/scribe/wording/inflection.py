"""Puts a lemma into the form that a Penn Treebank tag asks for: "carry", VBD: "carried".

The forms are those of LemmInflect (Jascob, MIT licence), whose tables come from the SPECIALIST lexicon of the NIH. It
is read on first use; each form is asked for once a process.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from importlib import import_module
from typing import Any, Final

from headwater.errors import ModelMissing
from headwater.text.wordset import wordset

__all__ = ["inflect"]

_BARE: Final = frozenset({"NN", "VB", "VBP", "JJ", "RB"})
_DEGREES: Final = frozenset({"JJR", "JJS", "RBR", "RBS"})
_VERBS: Final = frozenset({"VBD", "VBN", "VBG", "VBZ"})
_LONGEST_GRADED: Final = 5  # letters: longer adjectives go with "more", unless they end in -y
# The tables list an old form first for these.
_FORMS: Final = {("strike", "VBN"): "struck", ("quit", "VBD"): "quit", ("quit", "VBN"): "quit", ("slay", "VBD"): "slew"}
_DOUBLED: Final = wordset("travel cancel label model signal counsel level fuel total channel quarrel tunnel marshal")


@lru_cache(maxsize=65536)
def inflect(lemma: str, tag: str, *, british: bool = False) -> str | None:
    """The form of a lemma for a Penn tag; None if it has none (the comparative of "important").

    Of a phrase the verb (its first word) or the noun (its last) is inflected. `british` doubles the l of "travelled".
    Raises `ModelMissing` if LemmInflect is not installed.
    """
    if tag in _BARE:
        return lemma
    if tag in _DEGREES and (" " in lemma or (len(lemma) > _LONGEST_GRADED and not lemma.endswith("y"))):
        return None
    first, blank, rest = lemma.partition(" ") if tag in _VERBS else ("", "", lemma)
    if tag in _VERBS:
        return _verb(first, tag, british=british) + blank + rest
    front, blank, last = lemma.rpartition(" ")
    form = _form(last, tag)
    return None if form is None else front + blank + form


def _verb(lemma: str, tag: str, *, british: bool) -> str:
    if (lemma, tag) in _FORMS:
        return _FORMS[lemma, tag]
    if lemma in _DOUBLED and tag != "VBZ":
        return lemma + ("l" if british else "") + ("ing" if tag == "VBG" else "ed")
    return _form(lemma, tag) or lemma


def _form(word: str, tag: str) -> str | None:
    """The first form listed, which is the commoner; the last part of a hyphenated word is inflected."""
    front, hyphen, last = word.rpartition("-")
    forms = _lemminflect()(last, tag=tag)
    return front + hyphen + forms[0] if forms else None


@cache
def _lemminflect() -> Callable[..., tuple[str, ...]]:
    try:
        module: Any = import_module("lemminflect")
    except ImportError as error:
        raise ModelMissing("lemminflect is not installed: pip install 'headwater[scribe]'") from error
    found: Callable[..., tuple[str, ...]] = module.getInflection
    return found
