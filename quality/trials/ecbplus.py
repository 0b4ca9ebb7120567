"""Which event mentions of several articles are one event: ECB+, with gold mentions and gold sub-topics, CoNLL F1.

The product's `same_events` is asked about the gold mentions of a sub-topic. A note tells what is read off its own
claims instead: a claim answers for a mention if its event word shares a character with it, of several claims the one
that shares most; mentions whose claims tell of one happening are one event, and a mention that no claim answers for is
an event of its own.

Singletons are kept on both sides, as the reference scorer does (Pradhan et al. 2014): they count in B-cubed and CEAFe
and say nothing to MUC. `..._plural` drops them from both sides instead, as Cattan et al. (2021) advise. The same-lemma
baseline is computed on the same rows: mentions of one sub-topic whose head words have one lemma are one event.

The ten topics scored are whole and spread over the names of all 33. The weights of `same_events` and the chance from
which it joins were fitted on the other 23 (training/events); nothing of the product was tuned on these rows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import reduce
from operator import add
from typing import Final, NamedTuple

import msgspec

from headwater.claims import find_claims, find_happenings, same_events
from headwater.derivations import trace
from headwater.engines.local import LocalEngine
from headwater.entities import identify
from headwater.quotes import attribution_at, find_quotes
from headwater.text.mentions import EntityIndex
from headwater.text.spans import overlap
from headwater.types import Claim, Document, Entity, Span, Story
from quality.articles import as_article, read_all
from quality.board.metric import Metric, Published
from quality.board.trial import Sample, Task, Trial
from quality.scoring.coreference import Chains, Coreference, coreference, without_singletons

__all__ = ["TRIALS", "grouped"]

_FILE: Final = "ecbplus/ecbplus.jsonl"
_TOPICS: Final = 10
_TOPICS_QUICK: Final = 3


class Marked(msgspec.Struct, frozen=True):
    """An event mention of the gold and the chain it belongs to."""

    start: int
    end: int
    chain: str


class Row(msgspec.Struct, frozen=True):
    """One article of the corpus."""

    id: str
    topic: str
    subtopic: str
    text: str
    events: tuple[Marked, ...]


class Judged(NamedTuple):
    """One sub-topic: tallies of our answer with and without singletons, of our own claims, and of the baseline."""

    ours: Coreference
    plural: Coreference
    by_claims: Coreference
    same_lemma: Coreference
    mentions: int
    answered: int


class Reading(NamedTuple):
    """One sub-topic as the product reads it: its documents and the names in them."""

    documents: Sequence[Document]
    entities: Sequence[Entity]
    names: EntityIndex


def run(task: Task) -> Mapping[str, Sample]:
    """Read the chosen topics, ask which mentions of each sub-topic are one event, and compare the chains."""
    rows = task.read(_FILE, Row)
    topics = frozenset(task.sample(sorted({row.topic for row in rows}), _TOPICS, _TOPICS_QUICK))
    chosen = [row for row in rows if row.topic in topics]
    documents = {each.article.id: each for each in read_all(task, [as_article(row.id, row.text) for row in chosen])}
    members: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in chosen:
        members[row.topic, row.subtopic].append(row)
    units = [_judged("/".join(name), members[name], documents) for name in sorted(members)]
    return {
        "alignment.ecbplus_conll": _sample(units, lambda unit: unit.ours, _notes(units)),
        "alignment.ecbplus_plural": _sample(units, lambda unit: unit.plural),
        "alignment.ecbplus_same_lemma": _sample(units, lambda unit: unit.same_lemma),
    }


def _sample(units: Sequence[Judged], tallies: Callable[[Judged], Coreference], notes: tuple[str, ...] = ()) -> Sample:
    mentions = sum(unit.mentions for unit in units)
    return Sample(units, lambda drawn: reduce(add, map(tallies, drawn), Coreference()).conll_f1, mentions, notes)


def _notes(units: Sequence[Judged]) -> tuple[str, ...]:
    whole = reduce(add, (unit.ours for unit in units), Coreference())
    claims = reduce(add, (unit.by_claims for unit in units), Coreference())
    parts = (("MUC", whole.muc), ("B-cubed", whole.b_cubed), ("CEAFe", whole.ceaf_e), ("LEA", whole.lea))
    answered = sum(unit.answered for unit in units)
    return (
        f"{len(units)} sub-topics; a claim answers for {answered} mentions; "
        f"read off the claims' happenings, CoNLL F1 {claims.conll_f1:.3f}",
        *(f"{name}: precision {t.score.precision:.3f}, recall {t.score.recall:.3f}" for name, t in parts),
    )


def _judged(subtopic: str, rows: Sequence[Row], documents: Mapping[str, Document]) -> Judged:
    chains = {Span(row.id, each.start, each.end): each.chain for row in rows for each in row.events}
    reading = _read(subtopic, [documents[row.id] for row in sorted(rows, key=lambda row: row.id)])
    key, ours = grouped(chains), _grouped_by_us(list(chains), reading)
    told = _told(list(chains), reading)
    lemmas = grouped({mention: _lemma(documents[mention.article], mention) for mention in chains})
    return Judged(
        coreference(key, ours),
        coreference(without_singletons(key), without_singletons(ours)),
        coreference(key, grouped(told)),
        coreference(key, lemmas),
        len(chains),
        sum(map(bool, told.values())),
    )


def _read(subtopic: str, documents: Sequence[Document]) -> Reading:
    story = Story(subtopic, tuple(document.article.id for document in documents))
    stemma = trace(story, documents, LocalEngine())
    entities = identify(documents, {article: line.id for line in stemma.lines for article in line.articles})
    return Reading(documents, entities, EntityIndex(entities))


def _grouped_by_us(mentions: Sequence[Span], reading: Reading) -> Chains:
    """The product's events; a mention in which no word begins is one of its own."""
    groups = same_events(mentions, reading.documents, reading.names)
    alone = set(mentions).difference(*groups)
    return tuple(map(frozenset, [*groups, *([mention] for mention in sorted(alone))]))


def _told(mentions: Sequence[Span], reading: Reading) -> dict[Span, str]:
    """The happening that each mention's claim tells of, '' where no claim answers for it."""
    claims = {each.article.id: _claims(each, reading) for each in reading.documents}
    found = find_happenings([claim for told in claims.values() for claim in told], reading.documents, reading.names)
    happening_of = {claim: happening.id for happening in found for claim in happening.claims}
    answers = {mention: _answer(mention, claims[mention.article]) for mention in mentions}
    return {mention: happening_of.get(claim.id, "") if claim else "" for mention, claim in answers.items()}


def _claims(document: Document, reading: Reading) -> Sequence[Claim]:
    quotes = find_quotes(document, reading.entities)
    return find_claims(document, reading.names, lambda span: attribution_at(document, quotes, span))


def _answer(mention: Span, claims: Iterable[Claim]) -> Claim | None:
    """The claim whose event word shares most with the mention; of equals the one of the shorter clause."""
    met = [claim for claim in claims if overlap(claim.trigger, mention)]
    return min(met, key=lambda c: (-overlap(c.trigger, mention), c.span.end - c.span.start, c.id), default=None)


def _lemma(document: Document, mention: Span) -> str:
    """The lemma of the mention's head: the first of its words that hangs on none of the others."""
    words = [n for n, token in enumerate(document.tokens) if token.start < mention.end and mention.start < token.end]
    heads = (n for n in words if document.tokens[n].head not in words or document.tokens[n].head == n)
    head = next(heads, None)
    return document.tokens[head].lemma.casefold() if head is not None else ""


def grouped(labels: Mapping[Span, str]) -> Chains:
    """The chains of mentions that share a label; a mention whose label is '' is a chain of its own."""
    chains: dict[Hashable, set[Span]] = defaultdict(set)
    for mention, label in labels.items():
        chains[label or mention].add(mention)
    return tuple(frozenset(chain) for chain in chains.values())


TRIALS: Final = (
    Trial(
        (
            Metric(
                "alignment.ecbplus_conll",
                "event mentions of a sub-topic, given, joined as one event, CoNLL F1, singletons kept",
                Published(0.857, "gold mentions and topics, the set's test topics (from memory)"),
            ),
            Metric("alignment.ecbplus_plural", "the same, singletons dropped from both sides"),
            Metric(
                "alignment.ecbplus_same_lemma",
                "the baseline on the same mentions: one lemma, one event",
                Published(0.772, "the same baseline on all topics"),
            ),
        ),
        (_FILE,),
        run,
    ),
)
