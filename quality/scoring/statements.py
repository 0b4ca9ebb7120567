"""Statements: are the mentions of one claim held together, and is its status right."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

from msgspec import Struct

from headwater.types import Span
from quality.scoring.gold import GoldClaim
from quality.scoring.measure import Item, Measure, count
from quality.scoring.reading import Reading
from quality.scoring.tally import Tally, total

__all__ = ["claim_tallies", "measure_statements", "measure_statuses"]

SAME_WORDS: Final = 0.3  # word Jaccard from which a claim of the brief is taken for the gold's mention


class _Mention(Struct, frozen=True):
    """A gold mention: whose it is, where its words may stand, and the statements that hold a claim there."""

    claim: str
    article: str
    spans: tuple[Span, ...]
    statements: frozenset[str]


_Pair: TypeAlias = tuple[_Mention, _Mention]


def measure_statements(reading: Reading) -> tuple[Measure, ...]:
    """Precision, recall and F1 over all pairs of gold mentions from different articles.

    A pair is the same in the gold if both are mentions of one gold claim, and in the brief if one statement holds a
    claim that meets each. One claim of the brief may rightly carry two gold claims ("killed four and wounded ten"):
    `statements_f1` counts such pairs as mistakes all the same; `statements_f1_apart` leaves out the pairs whose words
    carry both claims on one side, where nothing can be said.
    """
    mentions, pairs = _mentions_and_pairs(reading)
    strict = total(_by_claim(pairs).values()).score
    apart = total(_by_claim(pair for pair in pairs if not _is_double(reading, pair, mentions)).values()).score
    unmet = tuple(f"- no statement meets {m.claim} in {m.article}" for m in mentions if not m.statements)
    return (
        Measure("statements_f1", strict.f1, 1, (*_misses(pairs), *unmet)),
        Measure("statements_precision", strict.precision, 1),
        Measure("statements_recall", strict.recall, 1),
        Measure("statements_f1_apart", apart.f1, 1),
    )


def claim_tallies(reading: Reading) -> tuple[Tally, ...]:
    """The pairs of `statements_f1` by gold claim; their sum gives its figures. A pair of two claims is half of each."""
    return tuple(_by_claim(_mentions_and_pairs(reading)[1]).values())


def measure_statuses(reading: Reading) -> Measure:
    """Gold claims whose best-matching statement has a finding of an accepted status.

    The best-matching statement meets most of the claim's mentions; of equals, the one of fewer claims, then lower id.
    """
    mentions = tuple(_mentions(reading))
    details, items = [], []
    for claim in reading.gold.claims:
        found = _statuses(reading, claim, mentions)
        item = Item(claim.id, bool(claim.accepted & found))
        items.append(item)
        told = f"{_list(claim.accepted)}; found {_list(found) or 'nothing'}"
        details.append(f"{'+' if item.hit else '-'} {claim.id}: {told}")
    return count("status_right", items, details)


def _mentions_and_pairs(reading: Reading) -> tuple[tuple[_Mention, ...], tuple[_Pair, ...]]:
    """Every mention, and every pair of mentions from different articles."""
    mentions = tuple(_mentions(reading))
    pairs = itertools.combinations(mentions, 2)
    return mentions, tuple((a, b) for a, b in pairs if a.article != b.article)


def _mentions(reading: Reading) -> Iterator[_Mention]:
    for claim in reading.gold.claims:
        for article, words in claim.mentions.items():
            spans = reading.find(article, words)
            yield _Mention(claim.id, article, spans, _statements_at(reading, spans))


def _statements_at(reading: Reading, spans: tuple[Span, ...]) -> frozenset[str]:
    """Return the statements that hold a claim which meets one of the spans."""
    claims = {claim.id for claim in reading.brief.claims if any(_meets(reading, claim.span, span) for span in spans)}
    return frozenset(s.id for s in reading.brief.statements if not claims.isdisjoint(s.claims))


def _meets(reading: Reading, claim: Span, mention: Span) -> bool:
    near = reading.jaccard(claim, mention)
    return near >= SAME_WORDS or (near > 0 and (reading.contains(claim, mention) or reading.contains(mention, claim)))


def _by_claim(pairs: Iterable[_Pair]) -> dict[str, Tally]:
    """The tally of each claim's pairs."""
    found: dict[str, list[Tally]] = defaultdict(list)
    for a, b in pairs:
        together, same = not a.statements.isdisjoint(b.statements), a.claim == b.claim
        half = Tally.matched(0.5 * (together and same), 0.5 * together, 0.5 * same)
        found[a.claim].append(half)
        found[b.claim].append(half)
    return {claim: total(tallies) for claim, tallies in found.items()}


def _misses(pairs: Iterable[_Pair]) -> Iterator[str]:
    for a, b in pairs:
        together, same = not a.statements.isdisjoint(b.statements), a.claim == b.claim
        if same and not together and a.statements and b.statements:
            yield f"- apart: {a.claim} in {a.article} and {b.article}"
        if together and not same:
            yield f"- together: {a.claim} in {a.article} and {b.claim} in {b.article}"


def _is_double(reading: Reading, pair: _Pair, mentions: tuple[_Mention, ...]) -> bool:
    """Whether the words of one side carry the other's claim as well."""
    a, b = pair
    if a.claim == b.claim:
        return False
    return any(
        other.claim == there.claim and other.article == here.article and reading.any_overlap(other.spans, here.spans)
        for here, there in ((a, b), (b, a))
        for other in mentions
    )


def _statuses(reading: Reading, claim: GoldClaim, mentions: tuple[_Mention, ...]) -> frozenset[str]:
    own = [mention.statements for mention in mentions if mention.claim == claim.id]
    ranked = sorted(
        (-sum(statement.id in held for held in own), len(statement.claims), statement.id)
        for statement in reading.brief.statements
    )
    if not ranked or ranked[0][0] == 0:
        return frozenset()
    return frozenset(finding.status.value for finding in reading.brief.findings if finding.statement == ranked[0][2])


def _list(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))
