"""Writes stories: an event told by several newsrooms, their texts copied about, the truth of it kept."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from random import Random
from typing import Final, NamedTuple

from msgspec.structs import replace

from headwater.testing.articles import make_article
from headwater.testing.scribe.clock import copied_later
from headwater.testing.scribe.copyist import Job, copy_text
from headwater.testing.scribe.draft import Draft, read_ahead, read_draft, words_of
from headwater.testing.scribe.material import Material, invented, material_of
from headwater.testing.scribe.outlets import outlet_names
from headwater.testing.scribe.pen import Note, Pen
from headwater.testing.scribe.plan import Plan
from headwater.testing.scribe.press import print_draft
from headwater.testing.scribe.record import Node, record
from headwater.testing.scribe.structure import inherit, untold
from headwater.testing.scribe.truth import Manner, Told
from headwater.types import Article

__all__ = ["write_stories", "write_story"]

_MOST: Final = 99  # ids of a story


class _Desk(NamedTuple):
    """What the scribe works with while he writes one story."""

    plan: Plan
    material: Material
    random: Random
    numbers: count[int]
    ids: Iterator[str]
    outlets: Iterator[str]


def write_story(
    seed: int,
    plan: Plan | None = None,
    originals: Sequence[Article] | None = None,
    background: Sequence[str] = (),
) -> Told:
    """One story with its truth; the same seed and plan write the same story.

    `originals` are texts on one event, held to be told independently of each other, and `background` sentences that
    copies of them are padded with; without originals an event is invented by the seed. Ids tell nothing of who copied
    whom, nor does the order of the articles. Raises `NothingToRead` if `originals` is empty.
    """
    with _cycles_left():
        return _written(seed, plan or Plan(), None if originals is None else material_of(originals, background))


@contextmanager
def _cycles_left() -> Iterator[None]:
    """Hold the collector of cycles back for a story: there are none, and looking takes a third of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _written(seed: int, plan: Plan, given: Material | None) -> Told:
    random = Random(seed)  # noqa: S311  # chance for texts, not for secrets
    lines = random.randint(*plan.lines)
    material = invented(seed % plan.events, lines) if given is None else given
    size = max(random.randint(*plan.articles), len(material.originals))
    desk = _Desk(plan, material, random, count(1), _ids(seed, size, random), outlet_names(random))
    read_ahead((*(original.text for original in material.originals), *material.background))
    nodes = _originals(desk)
    missing = [node for node in nodes if not node.given and not node.parents]
    while sum(node.given for node in nodes) < size or missing:
        nodes.append(_copied(desk, nodes, missing.pop() if missing else None))
    return record(f"scribe-{seed}", nodes)


def write_stories(seed: int, articles: int, plan: Plan | None = None) -> Iterator[Told]:
    """Stories with consecutive seeds until `articles` have been handed over."""
    written = 0
    for number in count(seed):
        if written >= articles:
            return
        story = write_story(number, plan)
        written += len(story.articles)
        yield story


def _ids(seed: int, size: int, random: Random) -> Iterator[str]:
    numbers = list(range(1, max(_MOST, 4 * size) + 1))
    random.shuffle(numbers)
    return (f"story-{seed}-{number:03}" for number in numbers)


# --- originals ------------------------------------------------------------------------------------------------


def _originals(desk: _Desk) -> list[Node]:
    """Each newsroom's own report, handed over or lost, with an agency's later versions."""
    nodes: list[Node] = []
    for original in desk.material.originals:
        agency = original.id in desk.material.agencies
        lost = desk.random.random() < desk.plan.lost
        first = _own(desk, original, not lost)
        lenders = [node for node in nodes if node.draft.sentences]
        if not agency and not lost and lenders and desk.random.random() < desk.plan.borrowing:
            first = _borrowing(desk, first, desk.random.choice(lenders))
        nodes.append(first)
        if agency and desk.random.random() < desk.plan.updating:
            nodes += _versions(desk, first, desk.material.updates.get(original.id, ()))
    return nodes


def _own(desk: _Desk, original: Article, given: bool) -> Node:
    article = replace(original, id=next(desk.ids))
    return Node(_published(desk, article), read_draft(article), article.id, given)


def _borrowing(desk: _Desk, own: Node, lender: Node) -> Node:
    """An own report with a passage of another line's text."""
    pen = Pen(desk.random, desk.numbers)
    text, steps = copy_text(own.draft, pen, Job(Manner.BORROWED, other=lender.draft), desk.plan)
    printed = print_draft(text)
    article = _published(desk, replace(own.article, text=printed.text), lender)
    return Node(article, printed.draft, own.line, True, (lender,), Manner.BORROWED, tuple(pen.notes), steps)


def _versions(desk: _Desk, first: Node, later: Sequence[Article]) -> Iterator[Node]:
    """Later versions of an agency's text: what stood in the one before keeps its place in the first."""
    before = first
    for version in later[: desk.random.randint(0, len(later))]:
        article = _published(desk, replace(version, id=next(desk.ids)))
        draft = inherit(read_draft(article), before.draft)
        before = Node(article, draft, first.line, before.given, (before,), Manner.UPDATED)
        yield before


# --- copies ---------------------------------------------------------------------------------------------------


def _copied(desk: _Desk, nodes: Sequence[Node], parent: Node | None) -> Node:
    """One more article, copied from `parent` or from any text there is."""
    alone = parent is not None  # a lost original's first copy, which must be of its line
    parent = parent or _parent(desk, nodes)
    manner = _draw_manner(desk)
    if alone and manner is Manner.CONFLATED:
        manner = Manner.VERBATIM
    other = _other_wire(desk, nodes, parent) if manner is Manner.CONFLATED else None
    padding = tuple(untold(parent.draft, desk.material.background)) if manner is Manner.EXPANDED else ()
    if (manner is Manner.CONFLATED and other is None) or (manner is Manner.EXPANDED and not padding):
        manner = Manner.VERBATIM
    rate = desk.random.choice(desk.plan.synonym_rates) if manner is Manner.SPUN else 0.0
    source = parent.article.outlet.value if parent.article.outlet is not None else ""
    pen = Pen(desk.random, desk.numbers)
    aloud = manner is Manner.SPUN and desk.random.random() < desk.plan.quotes_spun
    job = Job(manner, source, other.draft if other else None, padding, rate, aloud)
    draft, steps = copy_text(parent.draft, pen, job, desk.plan)
    return _printed(desk, draft, parent, other, job, tuple(pen.notes), steps)


def _printed(
    desk: _Desk,
    draft: Draft,
    parent: Node,
    other: Node | None,
    job: Job,
    notes: tuple[Note, ...],
    steps: tuple[str, ...],
) -> Node:
    printed = print_draft(draft)
    title = parent.article.title.value if parent.article.title is not None else ""
    article = make_article(
        printed.text,
        id=next(desk.ids),
        title=title if desk.random.random() < 0.6 else "",
        outlet=next(desk.outlets),
    )
    parents = (parent,) if other is None else (parent, other)
    article = _published(desk, article, *parents)
    line = _main_line(printed.draft, parents)
    return Node(article, printed.draft, line, True, parents, job.manner, notes, steps, job.synonym_rate)


def _main_line(draft: Draft, parents: Sequence[Node]) -> str:
    """The line that gave a text most of its words; only originals are conflated, so that words name their parent."""
    homes = Counter(word.place.root for word in words_of(draft) if word.place is not None)
    return max(parents, key=lambda parent: homes[parent.article.id]).line


def _parent(desk: _Desk, nodes: Sequence[Node]) -> Node:
    """Whose text is copied: an original's or a version's, or, for copies of copies, a copy's."""
    copies = [node for node in nodes if node.parents and node.manner is not Manner.UPDATED]
    roots = [node for node in nodes if not node.parents or node.manner is Manner.UPDATED]
    return desk.random.choice(copies if copies and desk.random.random() < desk.plan.onward else roots)


def _other_wire(desk: _Desk, nodes: Sequence[Node], parent: Node) -> Node | None:
    """An original of another line, to conflate with an original."""
    others = [node for node in nodes if not node.parents and node.line != parent.line and node.draft.sentences]
    fits = others and parent.draft.sentences and not parent.parents
    return desk.random.choice(others) if fits else None


def _draw_manner(desk: _Desk) -> Manner:
    manners = sorted(desk.plan.manners)
    return desk.random.choices(manners, [desk.plan.manners[manner] for manner in manners])[0]


def _published(desk: _Desk, article: Article, *parents: Node) -> Article:
    """The article with its own time, or with one after its parents' or, back-dated, before it."""
    if not desk.plan.timed:
        return replace(article, published=None)
    if not parents:
        return article
    return copied_later(article, [parent.article for parent in parents], desk.random, desk.plan.backdated)
