"""One way that a text may have gone: the text that may be the source, the one that may be its copy, and what changed.

Every sign is looked for in both ways by the same code, so that exchanging the two texts exchanges the evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from headwater.derivations.measures import Measures
from headwater.derivations.readings import Reading
from headwater.text.align import align_words
from headwater.text.words import fold
from headwater.types import Document, Span, Token

__all__ = ["Change", "Group", "Side", "Sign", "Variant", "Way", "both_ways"]


@dataclass(frozen=True, slots=True)
class Sign:
    """Something that speaks for one way. `value` (0 or more) is weighed later; `here` is in the source."""

    name: str
    value: float
    detail: str
    here: Span | None = None
    there: Span | None = None


@dataclass(frozen=True, eq=False)
class Side:
    """One of the two texts, its words looked up once."""

    reading: Reading

    @property
    def document(self) -> Document:
        """The document that was read."""
        return self.reading.document

    @cached_property
    def sentences(self) -> tuple[tuple[Token, ...], ...]:
        """The words of each sentence, without punctuation."""
        document = self.document
        return tuple(
            tuple(token for token in document.tokens[each.first : each.last] if fold(self.text(token)))
            for each in document.sentences
        )

    @cached_property
    def forms(self) -> tuple[tuple[str, ...], ...]:
        """The same, folded."""
        return tuple(tuple(fold(self.text(token)) for token in tokens) for tokens in self.sentences)

    @cached_property
    def furniture(self) -> frozenset[int]:
        """The sentences that are furniture for the most part."""
        return frozenset(number for number in range(len(self.sentences)) if self._is_furniture(number))

    @cached_property
    def counts(self) -> dict[str, int]:
        """How often each folded word stands in the body and the title."""
        counts: dict[str, int] = {}
        for word in (*(word for words in self.forms for word in words), *self.title):
            counts[word] = counts.get(word, 0) + 1
        return counts

    @cached_property
    def title(self) -> tuple[str, ...]:
        """The folded words of the title."""
        title = self.document.article.title
        return tuple(word for part in title.value.split() if (word := fold(part))) if title is not None else ()

    def text(self, token: Token) -> str:
        """A word as it is written."""
        return self.document.article.text[token.start : token.end]

    def span(self, tokens: Sequence[Token]) -> Span | None:
        """From the first to the last of some words; None for none."""
        return Span(self.reading.id, tokens[0].start, tokens[-1].end) if tokens else None

    def sentence_span(self, number: int) -> Span:
        """Where a sentence stands."""
        return self.document.sentences[number].span

    @cached_property
    def _rows(self) -> dict[tuple[int, ...], str]:
        """What `line` gave."""
        return {}

    def line(self, numbers: Iterable[int]) -> str:
        """The folded words of some sentences in the order of the text, between blanks; kept, for many texts ask."""
        key = tuple(sorted(numbers))
        if key not in self._rows:
            self._rows[key] = f" {' '.join(self.row(key))} "
        return self._rows[key]

    def words(self, numbers: Sequence[int]) -> tuple[Token, ...]:
        """The words of some sentences."""
        return tuple(token for number in numbers for token in self.sentences[number])

    def row(self, numbers: Sequence[int]) -> tuple[str, ...]:
        """The folded words of some sentences."""
        return tuple(form for number in numbers for form in self.forms[number])

    def _is_furniture(self, number: int) -> bool:
        where = self.document.sentences[number].span
        covered = sum(
            max(0, min(where.end, part.span.end) - max(where.start, part.span.start))
            for part in self.document.furniture
        )
        return 2 * covered > where.end - where.start


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the source that the copy has otherwise, or not, or that it has more; never both empty."""

    gone: tuple[Token, ...]
    come: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Aligned sentences, by number, with what changed between them."""

    ours: tuple[int, ...]
    theirs: tuple[int, ...]
    changes: tuple[Change, ...]

    def mirrored(self) -> Group:
        """The same the other way round."""
        return Group(self.theirs, self.ours, tuple(Change(each.come, each.gone) for each in self.changes))


@dataclass(frozen=True, slots=True)
class Variant:
    """A change with the words of either text there: folded, with one word of context on each side, between blanks."""

    group: Group
    change: Change
    ours: str
    theirs: str


@dataclass(frozen=True, eq=False)
class Way:
    """From `source` to `copy`."""

    source: Side
    copy: Side
    groups: tuple[Group, ...]

    @cached_property
    def exchanges(self) -> tuple[Change, ...]:
        """One word for one word."""
        every = (change for group in self.groups for change in group.changes)
        return tuple(each for each in every if len(each.gone) == len(each.come) == 1)

    @cached_property
    def partner(self) -> dict[int, tuple[int, ...]]:
        """The copy's sentences for each sentence of the source that has any."""
        return {number: group.theirs for group in self.groups for number in group.ours}

    @cached_property
    def missing(self) -> tuple[int, ...]:
        """The sentences of the source that the copy lacks, furniture aside."""
        return tuple(
            number
            for number, words in enumerate(self.source.sentences)
            if words and number not in self.partner and number not in self.source.furniture
        )

    @cached_property
    def variants(self) -> tuple[Variant, ...]:
        """The places where the two read otherwise."""
        return tuple(variant for group in self.groups for variant in _variants(self, group))


def both_ways(left: Reading, right: Reading, measures: Measures) -> tuple[Way, Way]:
    """The two ways between two texts: left to right, right to left."""
    sides = _side(left), _side(right)
    groups = tuple(_group(*sides, pair.left, pair.right) for pair in measures.pairs)
    back = tuple(sorted((group.mirrored() for group in groups), key=lambda group: (group.ours, group.theirs)))
    return Way(*sides, groups), Way(*sides[::-1], back)


@lru_cache(maxsize=128)  # a text meets every other of its line; readings are compared by identity
def _side(reading: Reading) -> Side:
    return Side(reading)


def _group(left: Side, right: Side, ours: tuple[int, ...], theirs: tuple[int, ...]) -> Group:
    gone, come = left.words(ours), right.words(theirs)
    forms = [form for number in ours for form in left.forms[number]], [w for n in theirs for w in right.forms[n]]
    if forms[0] > forms[1]:  # of several shortest scripts the same one is taken whichever text comes first
        return Group(theirs, ours, _changes(come, gone, forms[1], forms[0])).mirrored()
    return Group(ours, theirs, _changes(gone, come, *forms))


def _changes(
    gone: Sequence[Token], come: Sequence[Token], old: Sequence[str], new: Sequence[str]
) -> tuple[Change, ...]:
    edits = (edit for edit in align_words(old, new) if edit.op != "equal")
    return tuple(
        Change(tuple(gone[edit.left_start : edit.left_end]), tuple(come[edit.right_start : edit.right_end]))
        for edit in edits
    )


def _variants(way: Way, group: Group) -> Iterator[Variant]:
    ours, theirs = way.source.row(group.ours), way.copy.row(group.theirs)
    places = [{token.start: n for n, token in enumerate(words)} for words in _words(way, group)]
    walked = 0, 0  # words passed on either side
    for change in group.changes:
        first, start = _place(change, places[0], places[1], walked)
        walked = first + len(change.gone), start + len(change.come)
        words = _around(ours, first, walked[0]), _around(theirs, start, walked[1])
        if words[0] != words[1]:
            yield Variant(group, change, *words)


def _words(way: Way, group: Group) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    return way.source.words(group.ours), way.copy.words(group.theirs)


def _place(
    change: Change, places: Mapping[int, int], others: Mapping[int, int], walked: tuple[int, int]
) -> tuple[int, int]:
    """Where a change begins on either side; where one side has nothing, as far on as the other."""
    if change.gone and change.come:
        return places[change.gone[0].start], others[change.come[0].start]
    if change.gone:
        first = places[change.gone[0].start]
        return first, walked[1] + first - walked[0]
    start = others[change.come[0].start]
    return walked[0] + start - walked[1], start


def _around(row: Sequence[str], first: int, last: int) -> str:
    """Words with one neighbour on either side, between blanks."""
    return f" {' '.join(row[max(0, first - 1) : last + 1])} "
