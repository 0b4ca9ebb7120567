"""Pairs of claims with what is measured of them and whether they assert the same, from three kinds of text."""

from __future__ import annotations

import itertools
import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from quality.board.trial import spread

from headwater.claims import find_claims
from headwater.claims.matching import matches
from headwater.claims.measures import MEASURES, Pair
from headwater.claims.terms import Terms, terms_of
from headwater.documents import read_documents
from headwater.entities import identify
from headwater.models.minilm import load_embedder
from headwater.models.spacy_english import load_parser
from headwater.quotes import attribution_at, find_quotes
from headwater.settings import Settings
from headwater.testing.articles import make_article
from headwater.testing.scribe.newsrooms import Event, invent_event
from headwater.text.mentions import EntityIndex
from headwater.text.spans import overlap
from headwater.types import Article, Claim, Document, Span

__all__ = ["Row", "ecbplus_rows", "mrpc_rows", "scribe_rows"]

_SCORED = 10  # topics of ECB+ on the board
_SEEDS = range(1_000_100, 1_000_128)  # of the scribe: none of them on the board
_SHARES = {"other": 0.35, "facts": 0.04}  # of the pairs that are not the same
_CROSS = 0.2  # of the pairs of a topic's two events that are of one lemma or class
_ARTICLES = 7  # of each sub-topic of ECB+, and
_PAIRS = 500  # of MRPC, that are read: with all of them a fit takes half an hour and comes out much the same


class Row(NamedTuple):
    """What the measures say of a pair, whether it is the same, how much it counts, and the group it belongs to."""

    values: tuple[float, ...]
    same: bool
    weight: float
    group: str


class Read(NamedTuple):
    """Articles of one story: the claims in order with their terms."""

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    bags: tuple[Terms, ...]


Label = Callable[[int, int], tuple[bool, float] | None]  # of two claims by place: the same? weight; None leaves it out


def ecbplus_rows(data: Path) -> Iterator[Row]:
    """Claims whose event words stand for marked mentions: the same if of one chain; claims of a topic's two events."""
    random = Random(3)  # noqa: S311  # a sample, no secret
    rows = _lines(data / "ecbplus/ecbplus.jsonl")
    scored = set(spread(sorted({row["topic"] for row in rows}), _SCORED))
    topics: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        topics[row["topic"]].append(row)
    for topic in sorted(topics.keys() - scored):
        yield from _topic(topic, {row["id"]: row for row in _spread_over(topics[topic])}, random)


def _spread_over(rows: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """A few articles of each sub-topic."""
    by_event: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
    for row in rows:
        by_event[row["subtopic"]][row["id"]] = row
    for _, event in sorted(by_event.items()):
        yield from (event[key] for key in spread(sorted(event), _ARTICLES))


def _topic(topic: str, rows: Mapping[str, dict[str, Any]], random: Random) -> Iterator[Row]:
    read = _read([make_article(row["text"], id=key) for key, row in sorted(rows.items())])
    chains = _chains(read, rows)
    event = {claim.id: rows[claim.span.article]["subtopic"] for claim in read.claims}

    def label(i: int, j: int) -> tuple[bool, float] | None:
        one, other = read.claims[i], read.claims[j]
        if not chains[one.id] or not chains[other.id]:
            return None
        if event[one.id] == event[other.id]:
            same = bool(chains[one.id] & chains[other.id])
            kept = same or random.random() < _SHARES["other"]
            return (same, 1.0 if same else 1 / _SHARES["other"]) if kept else None
        alike = one.event == other.event or one.event_class == other.event_class != ""
        return (False, 1.0) if alike and random.random() < _CROSS else None

    yield from _rows(read, label, topic)


def _chains(read: Read, rows: Mapping[str, dict[str, Any]]) -> dict[str, set[str]]:
    """The chains that each claim answers for: of the claims at a mention the one whose event word shares most."""
    found: dict[str, set[str]] = defaultdict(set)
    for document in read.documents:
        own = [claim for claim in read.claims if claim.span.article == document.article.id]
        for mention in rows[document.article.id]["events"]:
            span = Span(document.article.id, mention["start"], mention["end"])
            met = [claim for claim in own if overlap(claim.trigger, span)]
            if met:
                best = min(met, key=lambda c: (-overlap(c.trigger, span), c.span.end - c.span.start, c.id))
                found[best.id].add(mention["chain"])
    return found


def scribe_rows() -> Iterator[Row]:
    """Pairs that are not the same: other facts of one invented event; one fact of two, with other names."""
    random, kinds = Random(3), defaultdict(list)  # noqa: S311
    for event in (invent_event(seed, 2) for seed in _SEEDS):
        kinds[event.kind].append(event)
    for kind, events in sorted(kinds.items()):
        for one, other in zip(events[::2], events[1::2], strict=False):
            yield from _two_events(kind, one, other, random)


def _two_events(kind: str, one: Event, other: Event, random: Random) -> Iterator[Row]:
    reports = [(f"{n}{m}", report) for n, event in enumerate((one, other)) for m, report in enumerate(event.reports)]
    read = _read([make_article(each.text, id=key, published=each.day.isoformat()) for key, each in reports])
    facts = {key: each.facts for key, each in reports}
    told = [_fact(read.documents, claim, facts[claim.span.article]) for claim in read.claims]

    def label(i: int, j: int) -> tuple[bool, float] | None:
        first, second = read.claims[i], read.claims[j]
        if not told[i] or not told[j] or "lead" in (told[i], told[j]):
            return None
        if first.span.article[0] == second.span.article[0]:
            return (False, 1.0) if told[i] != told[j] and random.random() < _SHARES["facts"] else None
        names = [{term.key for term, _ in read.bags[n].terms if term.kind == "entity"} for n in (i, j)]
        apart = all(names) and not names[0] & names[1]
        return (False, 5.0) if apart and told[i] == told[j] and first.event == second.event else None

    yield from _rows(read, label, kind)


def _fact(documents: Sequence[Document], claim: Claim, facts: Sequence[str]) -> str:
    """The fact that the claim's paragraph tells; '' for none."""
    text = next(each.article.text for each in documents if each.article.id == claim.span.article)
    paragraph = text.count("\n\n", 0, claim.span.start)
    return facts[paragraph] if paragraph < len(facts) else ""


def mrpc_rows(data: Path) -> Iterator[Row]:
    """The longest claims of sentences that people called paraphrases; against them, the other claims of the other."""
    pairs = [row for row in _lines(data / "pairs/mrpc.jsonl") if row["label"] == 1][:_PAIRS]
    for number, row in enumerate(pairs):
        read = _read([make_article(row["a"], id="a"), make_article(row["b"], id="b")])
        sides = [[claim for claim in read.claims if claim.span.article == side] for side in "ab"]
        if all(sides):
            yield from _rows(read, _paraphrase(read, [_longest(side) for side in sides]), f"mrpc {number // 100}")


def _longest(claims: Sequence[Claim]) -> Claim:
    return max(claims, key=lambda claim: (not claim.nominal, claim.span.end - claim.span.start))


def _paraphrase(read: Read, longest: Sequence[Claim]) -> Label:
    def label(i: int, j: int) -> tuple[bool, float] | None:
        one, other = read.claims[i], read.claims[j]
        if one in longest and other in longest:
            return True, 1.0
        beside = [claim for claim in (one, other) if claim not in longest]
        big = [claim for claim in longest if claim.span.article == beside[0].span.article]
        clear = not beside[0].nominal and not overlap(beside[0].span, big[0].span)
        return (False, 1.0) if len(beside) == 1 and clear else None

    return label


def _rows(read: Read, label: Label, group: str) -> Iterator[Row]:
    """The pairs of claims of different articles that have a label."""
    every = itertools.combinations(range(len(read.claims)), 2)
    apart = [(i, j) for i, j in every if read.claims[i].span.article != read.claims[j].span.article]
    labelled = [(i, j, told) for i, j in apart if (told := label(i, j)) is not None]
    used = sorted({n for i, j, _ in labelled for n in (i, j)})
    vectors = dict(zip(used, load_embedder().embed([read.bags[n].words for n in used]), strict=True))
    terms = matches(term for bag in read.bags for term in _terms(bag))
    for i, j, (same, weight) in labelled:
        pair = Pair(read.bags[i], read.bags[j], terms, round(float(vectors[i] @ vectors[j]), 2))
        yield Row(tuple(measure(pair) for measure in MEASURES.values()), same, weight, group)


def _terms(bag: Terms) -> Iterator[Any]:
    yield bag.event
    yield from (part.who for part in bag.parts)
    yield from (term for term, _ in bag.terms)


def _read(articles: Sequence[Article]) -> Read:
    documents = tuple(read_documents(articles, load_parser(Settings().model)))
    entities = identify(documents, {article.id: article.id for article in articles})
    index = EntityIndex(entities)
    claims: list[Claim] = []
    bags: list[Terms] = []
    for document in documents:
        quotes = find_quotes(document, entities)
        for claim in find_claims(document, index, lambda span: attribution_at(document, quotes, span)):  # noqa: B023
            claims.append(claim)
            bags.append(terms_of(claim, document, index))
    return Read(documents, tuple(claims), tuple(bags))


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
