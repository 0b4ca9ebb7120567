"""Stage 3. Story -> Stemma: who took from whom, which originals nobody handed in, and how many lines there are.

The steps, each in a file of its own: identical texts collapse (`grouping`); what is left is made ready (`readings`),
compared (`comparing`, on `measures`) and judged (`verdicts`, `directions`); pairs gather into lines (`grouping`), in
which a text that mixes sources has one home (`mixing`); each line gets its tree (`trees`) and its standing
(`standing`); single passages are lent across lines (`loans`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from msgspec import structs

from headwater.decisions import Pair
from headwater.derivations.barring import no_copy, texts_of_pairs
from headwater.derivations.comparing import Judged, candidates, compare, identical
from headwater.derivations.counting import count_lines, doubts_of
from headwater.derivations.decided import as_copies, led_by, turned_by, united
from headwater.derivations.grouping import collapse, cut, merges
from headwater.derivations.kinds import kinds
from headwater.derivations.loans import Lines, loans
from headwater.derivations.mixing import Mixture, line_scores, mixtures, oriented_by
from headwater.derivations.readings import Reading, read_all
from headwater.derivations.recovering import recovered
from headwater.derivations.standing import Common, common_to_lines, label_of, own_reporting, standing_of
from headwater.derivations.stated import STATED, Origin, all_stated, led, lost_origins
from headwater.derivations.trees import Tree, grow, oriented
from headwater.derivations.twins import taken
from headwater.derivations.unseen import report_of, unseen_original
from headwater.derivations.verdicts import BASE_RATE
from headwater.derivations.versions import versions_of
from headwater.derivations.witnesses import rejudge
from headwater.engines.base import Engine
from headwater.types import (
    Decision,
    Derivation,
    DerivationKind,
    Direction,
    Document,
    Doubt,
    Edge,
    Evidence,
    Line,
    Stemma,
    Story,
)

__all__ = ["kinds", "taken", "trace"]

_UNDECIDED: Final[Mapping[Pair, Decision]] = {}


@dataclass(frozen=True, slots=True)
class _Texts:
    """A story's distinct texts: `groups` of identical documents, and the first of each made ready."""

    groups: tuple[tuple[Document, ...], ...]
    readings: tuple[Reading, ...]
    documents: Mapping[str, Document]

    def read(self, texts: Sequence[str]) -> list[Reading]:
        """The readings of some texts, by id."""
        chosen = set(texts)
        return [reading for reading in self.readings if reading.id in chosen]

    def articles(self, texts: Sequence[str]) -> tuple[str, ...]:
        """The ids of all articles that have one of these texts."""
        chosen = set(texts)
        return tuple(
            sorted(each.article.id for group in self.groups if group[0].article.id in chosen for each in group)
        )


@dataclass(frozen=True, slots=True)
class _Family:
    """One line: its distinct texts, their pairs and their tree. `id` is the first text's.

    `report` is the unseen report that the line rests on, '' if none is known.
    """

    id: str
    texts: tuple[str, ...]
    pairs: tuple[Judged, ...]
    tree: Tree
    report: str


def trace(
    story: Story,
    documents: Sequence[Document],
    engine: Engine,
    also: Iterable[Pair] = (),
    barred: Mapping[Pair, Decision] = _UNDECIDED,
    copied: Mapping[Pair, Decision] = _UNDECIDED,
) -> Stemma:
    """The derivation graph of a story.

    `documents` may hold more than the story's articles, and page chrome is learned from all of them; their order does
    not matter. Every pair of distinct texts that was aligned has a `Derivation`; a verbatim copy has one to the first
    article (by id) with its text. `also` are pairs of distinct texts (by their first articles, smaller id first) to
    align even where nothing hints at common text. `barred` are pairs of articles (smaller id first) of which a reader
    decided that neither took text from the other: what they share is told (`no_copy`), and nothing follows from it.
    `copied` are pairs of which a reader decided that one took its text from the other, or both from a third: they are
    one line, and the way is as decided (`decided`).
    Where an article of a text is stated as what the others were made from, it stands first, whatever its id.
    """
    texts = _texts(story, documents, barred, copied)
    bars, copies = (texts_of_pairs(texts.groups, each) for each in (barred, copied))
    pairs = sorted({*candidates(texts.readings, engine), *also, *bars, *copies})
    compared = as_copies(compare(texts.readings, pairs, engine), copies)
    judged = tuple(each for each in compared if each.pair not in bars)
    shared = (no_copy(each.derivation, bars[each.pair]) for each in compared if each.pair in bars)
    ids = [reading.id for reading in texts.readings]
    mixed = mixtures(texts.readings, judged, engine)
    tree = merges(ids, united(line_scores(judged, mixed), copies), engine)
    lines = cut(ids, tree, 0.0)
    line_of = {text: line[0] for line in lines for text in line}
    judged = tuple(each if line_of[each.pair[0]] == line_of[each.pair[1]] else each.lent() for each in judged)
    judged = _turned(oriented_by(rejudge(judged, line_of, texts.readings), mixed), copies, texts)
    families = _families(lines, judged, texts, mixed, lost_origins(texts.groups, documents))
    alike = _copies(texts, copied)
    common = common_to_lines([texts.read(family.texts) for family in families])
    sizes = {family.id: len(texts.articles(family.texts)) for family in families}
    unseen = {family.id: family.tree.unseen.id for family in families if family.tree.unseen is not None}
    whole = (edge for family in families for edge in family.tree.edges)
    lent = loans(judged, Lines(line_of, sizes, unseen, mixed))
    return Stemma(
        story=story.id,
        derivations=_by_pair(*(each.derivation for each in judged), *alike.values(), *shared),
        unseen=tuple(family.tree.unseen for family in families if family.tree.unseen is not None),
        edges=(*whole, *(_copy_edge(*each) for each in alike.items()), *lent),
        lines=tuple(_line(family, texts, common) for family in families),
        count=count_lines(len(lines), tree, _versions(families)),
        doubts=tuple(
            Doubt(texts.articles(doubt.left), texts.articles(doubt.right), doubt.chance) for doubt in doubts_of(tree)
        ),
    )


def _by_pair(*derivations: Derivation) -> tuple[Derivation, ...]:
    return tuple(sorted(derivations, key=lambda each: (each.left, each.right)))


def _turned(judged: Iterable[Judged], copies: Mapping[Pair, Decision], texts: _Texts) -> tuple[Judged, ...]:
    """The pairs, those that readers decided on with the way that they decided."""
    first = {each.article.id: group[0].article.id for group in texts.groups for each in group}
    return tuple(
        replace(each, derivation=turned_by(each.derivation, copies[each.pair], first)) if each.pair in copies else each
        for each in judged
    )


def _texts(
    story: Story, documents: Sequence[Document], barred: Collection[Pair], copied: Mapping[Pair, Decision]
) -> _Texts:
    wanted = set(story.articles)
    alike = collapse([document for document in documents if document.article.id in wanted], barred)
    first = (led_by(led(group), copied.values()) for group in alike)
    groups = tuple(sorted(first, key=lambda group: group[0].article.id))
    by_id = {document.article.id: document for group in groups for document in group}
    readings = read_all([group[0] for group in groups], documents)
    return _Texts(groups, _with_statements(readings, groups), by_id)


def _with_statements(readings: Sequence[Reading], groups: Sequence[Sequence[Document]]) -> tuple[Reading, ...]:
    """The readings of some texts with what is stated of the articles that have each."""
    return tuple(replace(each, stated=of) for each, of in zip(readings, all_stated(groups), strict=True))


def _copies(texts: _Texts, copied: Mapping[Pair, Decision]) -> dict[Pair, Derivation]:
    """The first article of each text against those with the same words, by (first, other)."""
    found = {}
    for group, reading in zip(texts.groups, texts.readings, strict=True):
        for copy in group[1:]:
            two = _with_statements((reading, *read_all([copy])), ([group[0]], [copy]))
            left, right = sorted(two, key=lambda each: each.id)
            pair, decision = identical((left, right)), copied.get((left.id, right.id))
            found[group[0].article.id, copy.article.id] = turned_by(pair, decision, {}) if decision else pair
    return found


def _copy_edge(way: Pair, pair: Derivation) -> Edge:
    """Identical texts hang on the first of them: which was first in time the words cannot tell."""
    from_first = Direction.LEFT_TO_RIGHT if pair.left == way[0] else Direction.RIGHT_TO_LEFT
    confidence = 0.9 if pair.direction is from_first else 0.5
    return Edge(*way, DerivationKind.COPY, True, confidence, oriented(pair, way[0]))


def _families(
    lines: Sequence[tuple[str, ...]],
    judged: Sequence[Judged],
    texts: _Texts,
    mixed: Mapping[str, Mixture],
    origins: Sequence[Origin],
) -> list[_Family]:
    """Each line with its own pairs and its tree; `origins` are what publishers name and nobody handed in."""
    line_of = {text: line[0] for line in lines for text in line}
    pairs: dict[str, list[Judged]] = {line[0]: [] for line in lines}
    beside: dict[str, set[str]] = {line[0]: set() for line in lines}
    for each in judged:
        left, right = each.pair
        if line_of[left] == line_of[right]:
            pairs[line_of[left]].append(each)
        elif each.derivation.score > 0:
            beside[line_of[left]].add(right)
            beside[line_of[right]].add(left)
    return [_family(line, pairs[line[0]], texts, mixed, beside[line[0]], origins) for line in lines]


def _family(
    line: tuple[str, ...],
    pairs: list[Judged],
    texts: _Texts,
    mixed: Mapping[str, Mixture],
    beside: Collection[str],
    origins: Sequence[Origin],
) -> _Family:
    """A line; `beside` are the texts of other lines that share words with it."""
    derivations = [each.derivation for each in pairs]
    own = set(texts.articles([text for text in line if text not in mixed]))
    origin = next((each for each in origins if not own.isdisjoint(each.articles)), None)
    unseen = unseen_original(line[0], texts.articles(line), texts.documents, derivations, mixed, beside, origin)
    if unseen is not None:
        foreign = {text: mixed[text].given_beside(line) for text in line if text in mixed}
        unseen = structs.replace(unseen, text=recovered(texts.read(line), pairs, foreign))
    tree = grow(line, {each.pair: each for each in pairs}, unseen, texts.documents)
    return _Family(line[0], line, tuple(pairs), tree, report_of(unseen, origin))


def _line(family: _Family, texts: _Texts, common: Common) -> Line:
    own = own_reporting(texts.read(family.texts), common)
    articles = texts.articles(family.texts)
    return Line(
        id=f"line:{family.id}",
        label=label_of([texts.documents[each] for each in articles], family.tree.unseen),
        root=family.tree.root,
        articles=articles,
        standing=standing_of(family.tree.unseen, own),
        own=own,
        evidence=_why(family),
        versions=versions_of(family.texts, texts.documents),
    )


def _why(family: _Family) -> tuple[Evidence, ...]:
    """Why the articles belong together: the unseen original's credits, what is stated, each text's closest pair."""
    closest: dict[str, Judged] = {}
    for each in family.pairs:
        for text in each.pair:
            if text not in closest or each.one_line > closest[text].one_line:
                closest[text] = each
    chosen = {each.pair: each for each in closest.values()}
    unseen = family.tree.unseen
    parts = [part for pair in sorted(chosen) for part in chosen[pair].line_evidence if part.name != BASE_RATE]
    stated = [part for each in family.pairs for part in each.derivation.evidence if part.name == STATED]
    return (*(unseen.evidence if unseen is not None else ()), *stated, *parts)


def _versions(families: Sequence[_Family]) -> dict[str, int]:
    """How many lines rest on one unseen report, or on unseen reports of one agency, where more than one does."""
    reports = Counter(family.report for family in families if family.report)
    return {report: count for report, count in reports.items() if count > 1}
