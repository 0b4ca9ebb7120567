"""One shard of an archive: families of copies that the scribe made of invented prose, hard negatives, and singles.

    about 38 %  families: 1 to 3 independent reports of an event and 2 to 60 copies of them, of every manner
     4 %        independent reports that quote one official's statement
     4 %        independent reports of one event
     1 %        the scribe's own newsrooms on different events: template texts
     the rest   on their own

Two papers of five put a standing line at the foot of all they print. A shard depends on its seed and its size alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from random import Random
from typing import Final, NamedTuple

import numpy as np
from msgspec import Struct, field
from numpy.typing import NDArray

from benchmarks.corpus import KIN
from benchmarks.corpus_prose import Happening, happening, outlets, sentences, told
from headwater.testing.articles import make_article
from headwater.testing.scribe import Manner, Plan, Told, write_story
from headwater.testing.scribe.newsrooms import invent_event, kind_names
from headwater.text.quotemarks import quoted_spans
from headwater.types import Article, Passage

__all__ = ["KINDS", "MIX", "OUTLETS", "Member", "Mix", "Pair", "Shard", "compose"]

_RATES: Final = (0.1, 0.2, 0.3, 0.4, 0.6)
KINDS: Final = (
    *sorted(manner.value for manner in Manner if manner not in (Manner.SPUN, Manner.UPDATED)),
    *(f"spun {rate:.0%}" for rate in _RATES),
    KIN,
)
OUTLETS: Final = 300
_FOOTED: Final = 0.4  # papers with a standing line
_COPIES: Final = (2, 3, 4, 6, 8, 12, 20, 30, 45, 60)  # of one event's reports
_REPORTS: Final = (1, 2, 3)
_WORD: Final = re.compile(r"\w+")
_MANNERS: Final[Mapping[Manner, float]] = {
    Manner.VERBATIM: 0.11,
    Manner.TRIMMED: 0.11,
    Manner.REORDERED: 0.1,
    Manner.ABRIDGED: 0.1,
    Manner.EXPANDED: 0.1,
    Manner.RESENTENCED: 0.08,
    Manner.SPUN: 0.24,
    Manner.PARAPHRASED: 0.07,
    Manner.BACK_TRANSLATED: 0.04,
    Manner.CONFLATED: 0.07,
}


class Mix(Struct, frozen=True):
    """What a corpus is made of, as shares of its articles, and how its copies are made."""

    families: float = 0.38
    statements: float = 0.04
    events: float = 0.04
    templates: float = 0.01
    copies: tuple[int, ...] = _COPIES
    onward: float = 0.15
    manners: Mapping[Manner, float] = field(default_factory=lambda: _MANNERS)
    synonym_rates: tuple[float, ...] = (0.2, 0.4, 0.6)


MIX: Final = Mix()


class Member(NamedTuple):
    """An article of a group, and whether it has the group's statement."""

    text: str
    quotes: bool = False


class Pair(NamedTuple):
    """Two articles (numbers) that have an original's words in common; of a direct copy `left` is the parent.

    `words` are those outside quotes, `share` the part of the smaller text that they are. Passages of direct copies:
    (left start, left end, right start, right end), in code points.
    """

    left: int
    right: int
    kind: str
    words: int
    share: float
    passages: tuple[tuple[int, int, int, int], ...] = ()


class Shard(Struct):
    """Articles in columns: text, outlet's number, and what each shares with others by right (-1: nothing)."""

    texts: list[str] = []
    outlets: list[int] = []
    events: list[int] = []
    statements: list[int] = []
    templates: list[int] = []
    pairs: list[Pair] = []

    def add(self, members: Sequence[Member], random: Random, *, event: int = -1, template: int = -1) -> int:
        """Put a group's articles in, each by another paper, with the paper's standing line; the first one's number."""
        first = len(self.texts)
        for member, outlet in zip(members, random.sample(range(OUTLETS), len(members)), strict=True):
            self.texts.append(member.text + _feet()[outlet])
            self.outlets.append(outlet)
            self.events.append(event)
            self.statements.append(event if member.quotes else -1)
            self.templates.append(template)
        return first


def compose(seed: int, size: int, mix: Mix = MIX) -> Shard:
    """A shard of `size` articles."""
    random = Random(seed)  # noqa: S311  # chance for texts, not for secrets
    shard = Shard()
    limits = np.cumsum([mix.families, mix.statements, mix.events, mix.templates]) * size
    event = 0
    while len(shard.texts) < size:
        room, event = size - len(shard.texts), event + 1
        if len(shard.texts) < limits[0] and room > 4:
            _family(shard, random, event, min(room, int(limits[0]) + 8 - len(shard.texts)), mix)
        elif len(shard.texts) < limits[2]:
            quoting = len(shard.texts) < limits[1]
            shard.add(_reports(random, min(room, random.randint(2, 6)), quoting=quoting), random, event=event)
        elif len(shard.texts) < limits[3]:
            kind = random.randrange(len(kind_names()))
            text = invent_event(random.getrandbits(40), 1, kind_names()[kind]).reports[0].text
            shard.add([Member(text)], random, event=event, template=kind)
        else:
            shard.add(_reports(random, 1, quoting=False), random, event=event)
    return shard


def _reports(random: Random, number: int, *, quoting: bool) -> list[Member]:
    """Independent reports of one event."""
    event = happening(random, statement=quoting)
    return [Member(told(event, random.choice(outlets(OUTLETS)), random), quoting) for _ in range(number)]


@cache
def _feet() -> tuple[str, ...]:
    """What each paper puts at the foot of an article, '' for most."""
    random = Random(1)  # noqa: S311  # chance for texts, not for secrets
    lines = (sentences(happening(random), 1, random)[0] for _ in range(OUTLETS))
    return tuple(f"\n\n{line}" if random.random() < _FOOTED else "" for line in lines)


# --- families -------------------------------------------------------------------------------------------------


def _family(shard: Shard, random: Random, event: int, room: int, mix: Mix) -> None:
    """Reports of one event and their copies, with the truth of who has what from whom."""
    story = _story(random, room, mix)
    quoting = {span.article for span in story.shared}
    members = [Member(article.text, article.id in quoting) for article in story.articles]
    first = shard.add(members, random, event=event)
    shard.pairs += _pairs(story, first)


def _story(random: Random, room: int, mix: Mix) -> Told:
    reports = min(random.choice(_REPORTS), room - 1)
    size = min(reports + random.choice(mix.copies), room)
    event = happening(random, statement=reports > 1 and random.random() < 0.6)
    plan = Plan(
        articles=(size, size),
        lost=0.1,
        onward=mix.onward,
        borrowing=0.8,
        updating=0,
        manners=mix.manners,
        synonym_rates=mix.synonym_rates,
        alterations=(0, 1),
        harmless=(0, 1),
        timed=False,
    )
    return write_story(random.getrandbits(40), plan, _originals(event, reports, random), sentences(event, 8, random))


def _originals(event: Happening, number: int, random: Random) -> list[Article]:
    papers = random.sample(outlets(OUTLETS), number)
    return [
        make_article(told(event, paper, random), id=f"original-{at}", outlet=paper) for at, paper in enumerate(papers)
    ]


def _pairs(story: Told, first: int) -> Iterator[Pair]:
    """Every two articles with words of one original in common, direct copies with their passages."""
    number = {article.id: at for at, article in enumerate(story.articles)}
    direct = {(copy.parent, copy.child): copy for copy in story.copies}
    running = {article.id: _running(article) for article in story.articles}
    counts = _counts(story, number, running)
    totals = [max(1, len(starts)) for starts in running.values()]
    names = [article.id for article in story.articles]
    for left, right in zip(*np.nonzero(np.triu(_common(counts), 1)), strict=True):
        one, other = (
            (names[left], names[right]) if (names[left], names[right]) in direct else (names[right], names[left])
        )
        copy = direct.get((one, other))
        words = int(np.minimum(counts[left], counts[right]).sum())
        share = min(1.0, words / min(totals[left], totals[right]))
        ends = (first + number[one], first + number[other])
        if copy is None:
            yield Pair(*ends, KIN, words, share)
        else:
            kind = f"spun {copy.synonym_rate:.0%}" if copy.manner is Manner.SPUN else copy.manner.value
            yield Pair(*ends, kind, words, share, tuple(map(_ends, copy.passages)))


def _common(counts: NDArray[np.int32]) -> NDArray[np.int64]:
    """The words that any two articles have of the same sentences of the same originals."""
    return np.array([np.minimum(row, counts).sum(axis=1) for row in counts])


def _counts(story: Told, number: Mapping[str, int], running: Mapping[str, NDArray[np.int64]]) -> NDArray[np.int32]:
    """For each article and each sentence of an original, the words it has from there, quoted ones not counted."""
    places: dict[tuple[str, int], int] = {}
    for strand in story.strands:
        places.setdefault((strand.root, strand.sentence), len(places))
    counts = np.zeros((len(number), max(1, len(places))), dtype=np.int32)
    for strand in story.strands:
        if strand.span.article in number:
            words = running[strand.span.article]
            low, high = np.searchsorted(words, (strand.span.start, strand.span.end))
            counts[number[strand.span.article], places[strand.root, strand.sentence]] += high - low
    return counts


def _running(article: Article) -> NDArray[np.int64]:
    """Where the words outside quotes begin."""
    starts = np.array([found.start() for found in _WORD.finditer(article.text)], dtype=np.int64)
    outside = np.ones(len(starts), dtype=bool)
    for span in quoted_spans(article):
        outside &= (starts < span.start) | (starts >= span.end)
    return starts[outside]


def _ends(passage: Passage) -> tuple[int, int, int, int]:
    return passage.left.start, passage.left.end, passage.right.start, passage.right.end
