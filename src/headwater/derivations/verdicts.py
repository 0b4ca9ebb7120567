"""From measures to a verdict: two sums of named evidence, one for "something was taken", one for "one line".

Both are logistic models, so that a score is a log-odds in nats: 0 is even, +1 is 73 %, -1 is 27 %.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from headwater.derivations.measures import FreePair, Measures
from headwater.derivations.readings import Reading
from headwater.derivations.stated import STATED
from headwater.types import DerivationKind, Evidence, Span

__all__ = [
    "BASE_RATE",
    "DOUBT",
    "Feature",
    "kind_of",
    "line_evidence",
    "line_features",
    "loan_evidence",
    "loan_features",
    "stated_evidence",
]

BASE_RATE: Final = "base rate"
"""Name of the part of a score that says how things stand before the two texts are looked at."""

DOUBT: Final = 0.25  # nats below even within which nothing is said: 44 to 50 %
_FACT: Final = 0.25  # similarity of sentences that report the same fact in their own words
_SAME: Final = 0.35  # more than that by so much, and the wording is the same
_LOAN_WORDS: Final = 8  # words in order that a single lent sentence would bring
_QUOTES: Final = 4  # quotes beyond which more of them tell no more: one speech may be printed whole
_COPIED: Final = 0.92  # share of both texts' words in common runs from which they are copies
_NEARLY_ALL: Final = 0.8  # ... of one text's from which nothing much was added to it
_CUT: Final = 0.05  # less of the other by so much, and it has matter of its own
_HALF: Final = 0.5  # share of the sentences of a spun text that the other has in the same order
_REWORDED: Final = 0.05  # share of the words of aligned sentences that are changed in a text that is spun
_EXCHANGED: Final = 0.8  # share of the changed words that are exchanged one for one
_NO_RUNS: Final = 0.25  # share of the words in common runs below which hardly any sentence was left alone
_FORM_SENTENCES: Final = 4  # sentence pairs with names or numbers from which it tells that they differ
_FORM_ALIKE: Final = (0.35, 0.5)  # share of them alike: a form keeps fewer than the first, copies more than the second
_STATEMENT_MASKS: Final = ("quote", "statement")
_STATED: Final = 4.0  # nats, by hand: what a publisher says in so many words, where the two do share a passage

# Logistic regressions with an L2 penalty of 1 and weights kept at or above zero; training/verdict/README.md tells about
# the data, and which weights its script fits. The first asks of all pairs of articles whether anything was taken.
_LOAN: Final = {
    BASE_RATE: -7.64,
    "same words": 0.62,
    "unbroken run": 2.0,  # by hand: lone long runs are too rare in the data to be fitted
    "same sentence frame": 0.46,
    "closest sentence": 0.24,
    "second closest sentence": 0.62,
    "third closest sentence": 0.26,
    "very close sentence": 0.75,
    "one sentence's wording": 0.57,
    "sentences in order": 0.58,
    "words in order": 0.76,
    "quotes cut alike": 1.03,
    "share of the text": 0.73,
    # By hand: no set of pairs here has forms. The words of a form come to 4 to 7 nats, and this must undo them; of the
    # pages and the written stories that share text, none keeps so few names and numbers that it counts.
    "a form filled in": -10.0,
}
# The same for "one line of reporting" among the derived pairs, later versions that share only passages left out. The
# fitted prior, 3.64, is moved by -.2: lines on whole events come out best from there up, small stories from there down.
_LINE: Final = {
    BASE_RATE: 3.44,
    "share of the shorter": 0.31,
    "share of the longer": 0.39,
    "lead kept": 0.41,
    "wording kept": 0.75,
}


@dataclass(frozen=True, slots=True)
class Feature:
    """A measure turned into the variable of a model, in words a reader understands, with where to look."""

    name: str
    value: float
    detail: str
    left: Span | None = None
    right: Span | None = None


def loan_evidence(measures: Measures) -> tuple[Evidence, ...]:
    """The evidence that one text took words from the other, or both from a third; the sum is the log-odds."""
    return _evidence(_LOAN, loan_features(measures), "pairs of reports on one event rarely share text")


def stated_evidence(left: Reading, right: Reading, measures: Measures) -> tuple[Evidence, ...]:
    """What publishers state of two texts: that one was made from the other, or both from one text.

    No statement makes a copy: where the two share no passage outside masks, it is told and counts for nothing.
    """
    there, back = right.stated.names(left.stated), left.stated.names(right.stated)
    common = left.stated.origin_with(right.stated)
    told = (
        there.told(left.document.article.name) if there else "",
        back.told(right.document.article.name) if back else "",
        common.told_of_both if common else "",
    )
    detail = next(filter(None, told), "")
    if not detail:
        return ()
    spans = back.source.span if back else None, there.source.span if there else None
    if all(passage.mask for passage in measures.passages):
        return (Evidence(STATED, 0.0, f"{detail}; as they share no passage, it counts for nothing", *spans),)
    return (Evidence(STATED, _STATED, detail, *spans),)


def line_evidence(measures: Measures) -> tuple[Evidence, ...]:
    """The evidence that, if anything was taken, the whole of a text was and not a passage."""
    return _evidence(_LINE, line_features(measures), "what is taken is often the whole")


def _evidence(weights: dict[str, float], features: Iterator[Feature], prior: str) -> tuple[Evidence, ...]:
    parts = [Evidence(BASE_RATE, weights[BASE_RATE], prior)]
    for feature in features:
        score = weights.get(feature.name, 0.0) * feature.value
        if abs(score) >= 0.005:
            parts.append(Evidence(feature.name, round(score, 3), feature.detail, feature.left, feature.right))
    return tuple(parts)


def loan_features(measures: Measures) -> Iterator[Feature]:
    """The variables of the first model."""
    best = sorted(measures.free, key=_telling, reverse=True)
    words = min(measures.in_runs)
    yield Feature("same words", math.log1p(words), f"{words} words in common runs of five or more", *measures.run_span)
    unbroken = min(1.0, max(0.0, (measures.run - 12) / 4))
    yield Feature("unbroken run", unbroken, f"{measures.run} words without a change", *measures.run_span)
    yield Feature(
        "same sentence frame", math.log1p(measures.skeleton), f"{measures.skeleton} common runs of eight function words"
    )
    for rank, name in enumerate(("closest sentence", "second closest sentence", "third closest sentence")):
        if rank < len(best):
            yield _sentence(name, best[rank], math.log1p(_telling(best[rank])))
    if best and _telling(best[0]) > 12.0:
        yield _sentence("very close sentence", best[0], math.log(_telling(best[0]) / 12.0))
    yield from _order(measures)
    quotes = f"{measures.quotes} quotes in one order, each cut at the same words"
    yield Feature("quotes cut alike", min(measures.quotes, _QUOTES), quotes, *measures.quote_span)
    yield _form(measures)
    share = max(measures.weight)
    yield Feature("share of the text", share, f"{share:.0%} of what one of the texts says is in the other")


def _form(measures: Measures) -> Feature:
    """How surely the common words are a form's: names and numbers differ in sentence after sentence.

    A copyist keeps them, whatever else he rewords, and reporters of one event share many of them.
    """
    open_to = [pair for pair in measures.free if pair.filled]
    count, alike = sum(pair.filled for pair in open_to), sum(pair.filled_alike for pair in open_to)
    low, high = _FORM_ALIKE
    doubt = min(1.0, max(0.0, (high - alike / count) / (high - low))) if len(open_to) >= _FORM_SENTENCES else 0.0
    detail = f"only {alike} of {count} names and numbers are alike in {len(open_to)} aligned sentences"
    return Feature("a form filled in", doubt, detail)


def _telling(pair: FreePair) -> float:
    """Shared content weighed by how alike the sentences are, in nats."""
    return pair.content * pair.similarity


def _sentence(name: str, pair: FreePair, value: float) -> Feature:
    detail = f"alike by {pair.similarity:.2f}, {pair.in_order} of {pair.shorter} words in the same order"
    return Feature(name, value, detail, pair.left_span, pair.right_span)


def _order(measures: Measures) -> Iterator[Feature]:
    """Sentences in one order, and words in one order inside them."""
    count = measures.ordered
    yield Feature("sentences in order", math.log1p(count), f"{count} sentences aligned in one order outside quotes")
    close = [pair for pair in measures.free if pair.in_order * 2 >= pair.shorter > 0]
    words = sum(pair.in_order for pair in close)
    yield Feature("words in order", math.log1p(words), f"{words} words in one order in {len(close)} sentence pairs")
    if close:
        best = max(close, key=_kept)
        yield _sentence("one sentence's wording", best, math.log(max(_kept(best), 9.0) / 9.0))


def _kept(pair: FreePair) -> float:
    """Words in common order, discounted by how much of the shorter sentence they leave out."""
    return pair.in_order * pair.in_order / max(pair.shorter, 1)


def line_features(measures: Measures) -> Iterator[Feature]:
    """The variables of the second model: shares of each text that the other keeps in order, as log-odds."""
    few, many = sorted(max(count, 3) for count in measures.sentences)
    count = max(0.0, _kept_sentences(measures) - 1)  # one may be a loan, or two reporters' way to say one fact
    yield Feature(
        "share of the shorter", _odds(count / few), f"{count:.1f} of its {few} sentences kept in order, one discounted"
    )
    yield Feature(
        "share of the longer", _odds(count / many), f"{count:.1f} of its {many} sentences kept in order, one discounted"
    )
    lead = min(measures.lead)
    yield Feature("lead kept", _odds(lead), f"{lead:.0%} of the first three sentences")
    words = sum(pair.in_order for pair in measures.free if pair.in_order * 2 >= pair.shorter)
    words = max(0, words - _LOAN_WORDS)
    longer = max(40, *measures.free_words)
    yield Feature(
        "wording kept", _odds(words / longer), f"{words} of {longer} words in order, {_LOAN_WORDS} discounted"
    )


def _kept_sentences(measures: Measures) -> float:
    """Sentences aligned in order, each by how alike it is: reports on one event agree in a fact here and there."""
    if not measures.free:
        return 0.0
    alike = [min(1.0, max(0.0, (pair.similarity - _FACT) / _SAME)) for pair in measures.free]
    return measures.ordered * sum(alike) / len(alike)


def _odds(share: float) -> float:
    """Log-odds of a share, smoothed by 3 % at both ends."""
    share = min(max(share, 0.0), 1.0)
    return math.log((share + 0.03) / (1.03 - share))


def kind_of(measures: Measures, loan: float, line: float) -> DerivationKind:
    """The kind of derivation, direction aside: abridged also stands for its mirror image, expanded."""
    if loan <= -DOUBT:
        masked = any(passage.mask in _STATEMENT_MASKS for passage in measures.aligned)
        return DerivationKind.SHARED_STATEMENT if masked else DerivationKind.INDEPENDENT
    if loan <= 0:
        return DerivationKind.UNDECIDED
    return DerivationKind.PARTIAL if line <= 0 else _whole_kind(measures)


def _whole_kind(measures: Measures) -> DerivationKind:
    less, more = sorted(measures.verbatim)
    if less >= _COPIED:
        return DerivationKind.COPY
    if more >= _NEARLY_ALL and less <= more - _CUT:
        return DerivationKind.ABRIDGED
    return DerivationKind.SPUN if _spun(measures) else DerivationKind.REWRITE


def _spun(measures: Measures) -> bool:
    """Sentence by sentence in one order, with words exchanged one for one, or with hardly any run of five left whole.

    Who rewrites moves clauses, merges sentences or says it longer or shorter, and leaves gaps of unequal width.
    """
    kept = measures.ordered / max(1, min(measures.sentences))
    same, changed = sum(pair.in_order for pair in measures.free), sum(pair.changed for pair in measures.free)
    exchanged = sum(pair.exchanged for pair in measures.free)
    one_for_one = changed >= _REWORDED * (2 * same + changed) and exchanged >= _EXCHANGED * changed
    return kept >= _HALF and (one_for_one or max(measures.verbatim) < _NO_RUNS)
