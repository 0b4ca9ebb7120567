"""From what two articles share to a verdict: a score as a sum of named evidence, and the kind of copy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from headwater.copies.measures import Measures
from headwater.types import DerivationKind, Evidence

__all__ = ["KINDS", "PRIOR", "WEIGHTS", "Verdicts", "evidence_of", "judge"]

Floats = npt.NDArray[np.float32]

KINDS: Final = (
    DerivationKind.INDEPENDENT,
    DerivationKind.SHARED_STATEMENT,
    DerivationKind.PARTIAL,
    DerivationKind.SPUN,
    DerivationKind.REWRITE,
    DerivationKind.ABRIDGED,
    DerivationKind.COPY,
)
_INDEPENDENT, _STATEMENT, _PARTIAL, _SPUN, _REWRITE, _ABRIDGED, _COPY = range(len(KINDS))

# Log-odds in nats, from a logistic regression on pairs of the scribe's stories and of its archives, each weighing the
# same. training/copies has the script, how well this table and one fitted anew hold, and why this one is kept.
PRIOR: Final = -11.8
WEIGHTS: Final = (1.6, 2.3, -2.9, 6.1, 3.5)
_NAMES: Final = (
    "words shared outside quotations",
    "names and numbers shared",
    "names and numbers that differ where the rest agrees",
    "agreement of the wording inside the passages",
    "share of the text that lies in passages",
)

_BEFORE: Final = Evidence("two articles of an archive, before looking", PRIOR, "what any pair starts from")

_WHOLE: Final = 0.4  # share of an article from which it was made from the other as a whole
_HELD: Final = 0.8  # share from which nothing to speak of was left out
_EXACT: Final = 0.9  # share of the words inside passages from which they are copied, not reworded
_SPARED: Final = 0.5  # a spinner changes the commonest words at most so often as the others; a rewriter spares none
_SAID: Final = 12  # words of quotation from which sharing them is worth telling


class Verdicts(NamedTuple):
    """One row for each pair: the parts of the score, in nats, in the order of the evidence; the number of the kind."""

    parts: Floats
    kinds: npt.NDArray[np.int8]


def judge(measures: Measures) -> Verdicts:
    """The verdict on each pair."""
    columns = (
        np.log1p(measures.others),
        np.log1p(measures.names),
        np.log1p(measures.odd_names),
        measures.exact,
        measures.most,
    )
    parts = (np.stack(columns, axis=1) * np.array(WEIGHTS, dtype=np.float32)).astype(np.float32)
    copied = parts.sum(axis=1) + PRIOR > 0
    reworded = np.where(1 - measures.skeleton <= _SPARED * (1 - measures.exact), _SPUN, _REWRITE)
    whole = np.where(measures.least >= _HELD, _COPY, _ABRIDGED)
    kinds = np.select(
        [~copied & (measures.quoted >= _SAID), ~copied, measures.most < _WHOLE, measures.exact < _EXACT],
        [_STATEMENT, _INDEPENDENT, _PARTIAL, reworded],
        whole,
    )
    return Verdicts(parts, kinds.astype(np.int8))


def evidence_of(parts: Sequence[float], quoted: float) -> tuple[Evidence, ...]:
    """The evidence of one pair from its row of parts; quotations are told and weigh nothing."""
    found = [_BEFORE, *(Evidence(name, part, "") for name, part in zip(_NAMES, parts, strict=True))]
    if quoted:
        found.append(
            Evidence(
                "quotations and statements shared", 0.0, f"{int(quoted)} words that both quote, left out of the count"
            )
        )
    return tuple(found)
