"""Keeps the truth: turns what the scribe did into records with offsets."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from msgspec.structs import replace

from headwater.testing.scribe.clock import moment
from headwater.testing.scribe.copyist import KIND_OF
from headwater.testing.scribe.draft import Draft, Place, Word, words_of
from headwater.testing.scribe.pen import Note
from headwater.testing.scribe.press import marks, passages_between, span_of, strands
from headwater.testing.scribe.truth import Copy, Edit, Line, Manner, Strand, Told
from headwater.types import Article, DerivationKind, Span

__all__ = ["Node", "record"]


_STATEMENT: Final = 5  # words in common that make two quotations the same statement


class Node(NamedTuple):
    """A text of the story: `line` is the id of the original it mainly comes from; `given`, that it is handed over.

    `parents` has two texts for a conflated one, none for an original.
    """

    article: Article
    draft: Draft
    line: str
    given: bool
    parents: tuple[Node, ...] = ()
    manner: Manner = Manner.VERBATIM
    notes: tuple[Note, ...] = ()
    steps: tuple[str, ...] = ()
    synonym_rate: float = 0.0


class _Shelf(NamedTuple):
    """The texts, looked up by place: where each has an original's words of one sentence. `given` are handed over."""

    words: Mapping[str, Mapping[tuple[str, int], Sequence[Word]]]
    marks: Mapping[str, Mapping[int, Span]]
    planted: frozenset[int]
    texts: Mapping[str, str]
    given: tuple[str, ...]


def record(story: str, nodes: Sequence[Node]) -> Told:
    """The story with its truth. Articles are in the order of their ids, which tells nothing."""
    ordered = sorted(nodes, key=lambda node: node.article.id)
    threads = {node.article.id: tuple(strands(node.article.id, node.draft)) for node in ordered}
    shelf = _shelf(ordered)
    members: dict[str, list[str]] = defaultdict(list)
    for node in ordered:
        if node.given:
            members[node.line].append(node.article.id)
    return Told(
        id=story,
        articles=tuple(node.article for node in ordered if node.given),
        unseen=tuple(node.article for node in ordered if not node.given),
        copies=tuple(copy for node in ordered for copy in _copies(node, threads, shelf)),
        lines=tuple(Line(root, tuple(articles)) for root, articles in sorted(members.items())),
        strands=tuple(strand for each in threads.values() for strand in each),
        shared=tuple(_shared(ordered, shelf)),
    )


def _shelf(nodes: Sequence[Node]) -> _Shelf:
    words: dict[str, defaultdict[tuple[str, int], list[Word]]] = {}
    for node in nodes:
        found = words[node.article.id] = defaultdict(list)
        for word in words_of(node.draft):
            if word.place is not None:
                found[word.place[:2]].append(word)
    planted = frozenset(note.id for node in nodes for note in node.notes if note.kind is not None)
    texts = {node.article.id: node.article.text for node in nodes}
    spans = {node.article.id: marks(node.article.id, node.draft) for node in nodes}
    return _Shelf(words, spans, planted, texts, tuple(node.article.id for node in nodes if node.given))


def _copies(node: Node, threads: Mapping[str, tuple[Strand, ...]], shelf: _Shelf) -> Iterator[Copy]:
    """The edges into a text, with the passages and edits of each."""
    child = node.article
    homes = {parent.article.id: {strand.root for strand in threads[parent.article.id]} for parent in node.parents}
    for parent in node.parents:
        passages = passages_between(threads[parent.article.id], threads[child.id])
        if not passages:
            continue
        notes = (note for note in node.notes if _owner(note, homes) == parent.article.id)
        made = (_edit(note, parent.article.id, child.id, shelf) for note in notes)
        yield Copy(
            parent=parent.article.id,
            child=child.id,
            manner=node.manner,
            kind=_kind(node, parent),
            share=_share(node, homes[parent.article.id]),
            passages=passages,
            edits=tuple(edit for edit in made if edit is not None),
            steps=node.steps,
            synonym_rate=node.synonym_rate,
            backdated=_earlier(child, parent.article),
        )


def _kind(node: Node, parent: Node) -> DerivationKind:
    """What the manner makes of a text; a copy if nothing came of it, as where a text is too short to be cut."""
    return DerivationKind.COPY if _reporting(node.draft) == _reporting(parent.draft) else KIND_OF[node.manner]


def _reporting(draft: Draft) -> list[str]:
    return [word.text for sentence in draft.sentences if not sentence.furniture for word in sentence.words]


def _owner(note: Note, homes: Mapping[str, set[str]]) -> str:
    """Whose words an edit changed: the parent that has the original they come from, else the first."""
    known = (parent for parent, roots in homes.items() if note.place is not None and note.place.root in roots)
    return next(known, next(iter(homes)))


def _edit(note: Note, parent: str, child: str, shelf: _Shelf) -> Edit | None:
    """The edit with its place in the child; None if a later step took the words away again, or brought them back."""
    after = shelf.marks[child].get(note.id)
    if after is None:
        return None
    edit = Edit(note.id, note.kind, note.how, Span(parent, *note.before), after)
    if note.kind is None or note.place is None:
        return None if _reads(edit.before, shelf) == _reads(after, shelf) else edit
    altered = tuple(shelf.marks[article][note.id] for article in shelf.given if note.id in shelf.marks[article])
    return replace(edit, sound=tuple(_sound(note.place, parent, shelf)), altered=altered)


def _reads(span: Span, shelf: _Shelf) -> str:
    return shelf.texts[span.article][span.start : span.end]


def _sound(place: Place, parent: str, shelf: _Shelf) -> Iterator[Span]:
    """Where articles handed over have the words of a place as the parent has them, but for harmless edits."""
    expected = _planted(_there(place, parent, shelf), shelf)
    for article in shelf.given:
        words = _there(place, article, shelf)
        if words and _planted(words, shelf) == expected:
            yield span_of(article, words)


def _there(place: Place, article: str, shelf: _Shelf) -> list[Word]:
    return [word for word in shelf.words[article].get(place[:2], ()) if _within(word, place)]


def _planted(words: Sequence[Word], shelf: _Shelf) -> frozenset[int]:
    """The alterations that words bear."""
    return shelf.planted.intersection(number for word in words for number in word.edits)


def _within(word: Word, place: Place) -> bool:
    return word.place is not None and word.place.start < place.end and place.start < word.place.end


def _shared(nodes: Sequence[Node], shelf: _Shelf) -> Iterator[Span]:
    """Where the words of a statement stand that several originals quote: nobody took them from another reporter."""
    lines: dict[tuple[str, ...], set[str]] = defaultdict(set)
    quoted = [(node.line, place, words) for node in nodes if not node.parents for place, words in _quoted(node.draft)]
    for line, _, words in quoted:
        for gram in _grams(words):
            lines[gram].add(line)
    for _, place, words in quoted:
        if any(len(lines[gram]) > 1 for gram in _grams(words)):
            for article in shelf.given:
                there = _there(place, article, shelf)
                yield from [span_of(article, there)] if there else []


def _quoted(draft: Draft) -> Iterator[tuple[Place, tuple[str, ...]]]:
    """The quoted words of each sentence, and their place."""
    for sentence in draft.sentences:
        words = [word for word in sentence.words if word.quoted and word.place is not None]
        places = [word.place for word in words if word.place is not None]
        if places:
            yield Place(*places[0][:2], places[0].start, places[-1].end), tuple(word.text.lower() for word in words)


def _grams(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[start : start + _STATEMENT]) for start in range(len(words) - _STATEMENT + 1))


def _share(node: Node, roots: set[str]) -> float:
    """The part of a text's words that come from the originals in `roots`."""
    homes = Counter(word.place.root if word.place is not None else "" for word in words_of(node.draft))
    return sum(number for home, number in homes.items() if home in roots) / max(1, homes.total())


def _earlier(child: Article, parent: Article) -> bool:
    earlier, later = moment(child), moment(parent)
    return earlier is not None and later is not None and earlier < later
