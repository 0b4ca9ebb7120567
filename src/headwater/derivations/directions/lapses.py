"""Lapses: a copyist changes a thing and then forgets to, so that the source's form stands beside his own.

Editorial fatigue (Goodacre 1998): the change comes first, the lapse later. The same test without the order finds what
spinners and careless editors leave behind: one thing of the source has two forms in the copy, where the copy's own form
stands nowhere in the source.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from headwater.derivations.directions.ways import Change, Sign, Way
from headwater.text.function_words import FUNCTION_WORDS
from headwater.text.spelling import word_likeness
from headwater.text.words import fold
from headwater.types import Token

__all__ = ["lapse_signs"]

_ONE_NAME = 0.6  # likeness from which two spellings can be one name's


def lapse_signs(way: Way) -> Iterator[Sign]:
    """Signs from things that the copy has in two forms."""
    names, words, numbers = [], [], []
    for change in way.exchanges:
        old, new = change.gone[0], change.come[0]
        if not _forgotten(way, old, new):
            continue
        if "NUM" in (old.pos, new.pos):
            numbers.append(change)
        elif old.pos == new.pos == "PROPN":
            names.append(change)
        elif old.pos == new.pos:
            words.append(change)
    alike = [each for each in names if word_likeness(*_written(way, each)) >= _ONE_NAME]
    yield from _sign(way, "name in two spellings", alike)
    yield from _sign(way, "number in two forms", numbers)
    yield from _sign(way, "word in two forms", words)


def _forgotten(way: Way, old: Token, new: Token) -> bool:
    """Whether the copy still has the old form somewhere, and the source nowhere has the new one."""
    gone, come = fold(way.source.text(old)), fold(way.copy.text(new))
    if gone in FUNCTION_WORDS or come in FUNCTION_WORDS or len(gone) < 2:
        return False
    return gone in way.copy.counts and come not in way.source.counts


def _written(way: Way, change: Change) -> tuple[str, str]:
    return way.source.text(change.gone[0]).lower(), way.copy.text(change.come[0]).lower()


def _sign(way: Way, name: str, found: Sequence[Change]) -> Iterator[Sign]:
    """One sign for all that was found, showing the first; later ones count less."""
    kinds = {(fold(way.source.text(each.gone[0])), fold(way.copy.text(each.come[0]))) for each in found}
    if found:
        old, new = way.source.text(found[0].gone[0]), way.copy.text(found[0].come[0])
        detail = f"“{old}” became “{new}” here, and stayed “{old}” elsewhere"
        yield Sign(name, float(len(kinds)) ** 0.5, detail, way.source.span(found[0].gone), way.copy.span(found[0].come))
