"""Stage 3. Story -> Stemma: who took from whom, which originals nobody handed in, and how many lines there are.

The steps, each in a file of its own: identical texts collapse (`grouping`); what is left is made ready (`readings`),
compared (`comparing`, on `measures`) and judged (`verdicts`, `directions`); pairs gather into lines (`grouping`), in
which a text that mixes sources has one home (`mixing`); each line gets its tree (`trees`) and its standing
(`standing`); single passages are lent across lines (`loans`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from msgspec import structs

from headwater.decisions import Pair
from headwater.derivations.barring import barred_texts, no_copy
from headwater.derivations.comparing import Judged, candidates, compare, identical
from headwater.derivations.counting import count_lines, doubts_of
from headwater.derivations.grouping import collapse, cut, merges
from headwater.derivations.kinds import kinds
from headwater.derivations.loans import Lines, loans
from headwater.derivations.mixing import Mixture, line_scores, mixtures, oriented_by
from headwater.derivations.readings import Reading, read_all
from headwater.derivations.recovering import recovered
from headwater.derivations.standing import Common, common_to_lines, label_of, own_reporting, standing_of
from headwater.derivations.trees import Tree, grow, oriented
from headwater.derivations.twins import taken
from headwater.derivations.unseen import unseen_original
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

_NONE_BARRED: Final[Mapping[Pair, Decision]] = {}


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
    """One line: its distinct texts, their pairs and their tree. `id` is the first text's."""

    id: str
    texts: tuple[str, ...]
    pairs: tuple[Judged, ...]
    tree: Tree


def trace(
    story: Story,
    documents: Sequence[Document],
    engine: Engine,
    also: Iterable[Pair] = (),
    barred: Mapping[Pair, Decision] = _NONE_BARRED,
) -> Stemma:
    """The derivation graph of a story.

    `documents` may hold more than the story's articles, and page chrome is learned from all of them; their order does
    not matter. Every pair of distinct texts that was aligned has a `Derivation`; a verbatim copy has one to the first
    article (by id) with its text. `also` are pairs of distinct texts (by their first articles, smaller id first) to
    align even where nothing hints at common text. `barred` are pairs of articles (smaller id first) of which a reader
    decided that neither took text from the other: what they share is told (`no_copy`), and nothing follows from it.
    """
    texts = _texts(story, documents, barred)
    bars = barred_texts(texts.groups, barred)
    pairs = sorted({*candidates(texts.readings, engine), *also, *bars})
    compared = compare(texts.readings, pairs, engine)
    judged = tuple(each for each in compared if each.pair not in bars)
    shared = (no_copy(each.derivation, bars[each.pair]) for each in compared if each.pair in bars)
    ids = [reading.id for reading in texts.readings]
    mixed = mixtures(texts.readings, judged, engine)
    tree = merges(ids, line_scores(judged, mixed), engine)
    lines = cut(ids, tree, 0.0)
    line_of = {text: line[0] for line in lines for text in line}
    judged = tuple(each if line_of[each.pair[0]] == line_of[each.pair[1]] else each.lent() for each in judged)
    judged = oriented_by(rejudge(judged, line_of, texts.readings), mixed)
    families = _families(lines, judged, texts, mixed)
    copies = _copies(texts)
    common = common_to_lines([texts.read(family.texts) for family in families])
    sizes = {family.id: len(texts.articles(family.texts)) for family in families}
    unseen = {family.id: family.tree.unseen.id for family in families if family.tree.unseen is not None}
    whole = (edge for family in families for edge in family.tree.edges)
    return Stemma(
        story=story.id,
        derivations=_by_pair(*(each.derivation for each in judged), *copies, *shared),
        unseen=tuple(family.tree.unseen for family in families if family.tree.unseen is not None),
        edges=(*whole, *map(_copy_edge, copies), *loans(judged, Lines(line_of, sizes, unseen, mixed))),
        lines=tuple(_line(family, texts, common) for family in families),
        count=count_lines(len(lines), tree, _versions(families)),
        doubts=tuple(
            Doubt(texts.articles(doubt.left), texts.articles(doubt.right), doubt.chance) for doubt in doubts_of(tree)
        ),
    )


def _by_pair(*derivations: Derivation) -> tuple[Derivation, ...]:
    return tuple(sorted(derivations, key=lambda each: (each.left, each.right)))


def _texts(story: Story, documents: Sequence[Document], barred: Collection[Pair]) -> _Texts:
    wanted = set(story.articles)
    groups = collapse([document for document in documents if document.article.id in wanted], barred)
    by_id = {document.article.id: document for group in groups for document in group}
    return _Texts(groups, read_all([group[0] for group in groups], documents), by_id)


def _copies(texts: _Texts) -> list[Derivation]:
    """The first article of each text against those with the same words."""
    return [
        identical(group[0], copy, (reading, read_all([copy])[0]))
        for group, reading in zip(texts.groups, texts.readings, strict=True)
        for copy in group[1:]
    ]


def _copy_edge(copy: Derivation) -> Edge:
    """Identical texts hang on the first of them: which was first in time the words cannot tell."""
    confidence = 0.9 if copy.direction is Direction.LEFT_TO_RIGHT else 0.5
    return Edge(copy.left, copy.right, DerivationKind.COPY, True, confidence, oriented(copy, copy.left))


def _families(
    lines: Sequence[tuple[str, ...]], judged: Sequence[Judged], texts: _Texts, mixed: Mapping[str, Mixture]
) -> list[_Family]:
    """Each line with its own pairs and its tree."""
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
    return [_family(line, pairs[line[0]], texts, mixed, beside[line[0]]) for line in lines]


def _family(
    line: tuple[str, ...], pairs: list[Judged], texts: _Texts, mixed: Mapping[str, Mixture], beside: Collection[str]
) -> _Family:
    """A line; `beside` are the texts of other lines that share words with it."""
    derivations = [each.derivation for each in pairs]
    unseen = unseen_original(line[0], texts.articles(line), texts.documents, derivations, mixed, beside)
    if unseen is not None:
        foreign = {text: mixed[text].given_beside(line) for text in line if text in mixed}
        unseen = structs.replace(unseen, text=recovered(texts.read(line), pairs, foreign))
    tree = grow(line, {each.pair: each for each in pairs}, unseen, texts.documents)
    return _Family(line[0], line, tuple(pairs), tree)


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
    """Why the articles belong together: the unseen original's credits, then each text's closest pair in the line."""
    closest: dict[str, Judged] = {}
    for each in family.pairs:
        for text in each.pair:
            if text not in closest or each.one_line > closest[text].one_line:
                closest[text] = each
    chosen = {each.pair: each for each in closest.values()}
    unseen = family.tree.unseen
    parts = [part for pair in sorted(chosen) for part in chosen[pair].line_evidence if part.name != BASE_RATE]
    return (*(unseen.evidence if unseen is not None else ()), *parts)


def _versions(families: Sequence[_Family]) -> dict[str, int]:
    """How many lines rest on an unseen report of each agency, where more than one does."""
    labels = Counter(unseen.label for family in families if (unseen := family.tree.unseen) is not None)
    return {label: count for label, count in labels.items() if count > 1 and label != "unseen original"}
