"""Articles into stories, within the transaction that keeps them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import DecodeError, Struct
from msgspec.structs import replace

from headwater.library import Added, Batch, Incoming, Placing, Shelved, State, View
from headwater.monitor.days import day_number
from headwater.stories import Bounds, Placement, Sketch, Stream, bounds_of, decode_sketch, encode_sketch, sketch

__all__ = ["Placed", "Placer", "bounds_in", "reason_of", "shelf_of"]

_WORDS: Final = 12  # of a text that stand for a title
_TOLD: Final = 3  # parts of the evidence that the log keeps


class Placed(Struct, frozen=True):
    """The stories that began with a batch, and those that were there and have more articles now."""

    begun: frozenset[str] = frozenset()
    grown: frozenset[str] = frozenset()


class Placer:
    """Places what was added. It remembers the days around from batch to batch, unless somebody else wrote meanwhile."""

    def __init__(self) -> None:
        self._stream: Stream | None = None
        self._generation = -1
        self._batch: Batch | None = None
        self._remade: dict[str, bytes] = {}

    def place(self, batch: Batch, incoming: Sequence[Incoming], added: Sequence[Added]) -> Placed:
        """Place the new ones of the articles that the batch has added."""
        both = zip(incoming, added, strict=True)
        new = [_sketch(one, was.article) for one, was in both if was.state is not State.KNOWN]
        if not new:
            return Placed()
        self._batch = batch
        if self._stream is None or batch.generation() != self._generation:
            self._stream = Stream(self._shelf, bounds_in(batch))
        placements = self._stream.place(new)
        titles = {was.article: _heading(one) for one, was in zip(incoming, added, strict=True)}
        batch.place(Placing(one.article, one.story, reason_of(one), titles[one.article], one.day) for one in placements)
        batch.keep_sketches(self._remade)
        self._remade.clear()
        self._generation = batch.generation() + 1  # which the commit makes it
        begun = frozenset(one.story for one in placements if one.new)
        return Placed(begun, frozenset(one.story for one in placements) - begun)

    def forget(self) -> None:
        """Let go of everything: what was placed last was not committed."""
        self._stream = None
        self._remade.clear()

    def _shelf(self, day: int) -> Iterator[tuple[Sketch, str]]:
        """The articles of a day that are in stories, read within the transaction of the moment."""
        return shelf_of(self._batch, day, self._remade) if self._batch is not None else iter(())


def _heading(incoming: Incoming) -> str:
    """What a story that begins with the article is called: its title, or the first words of its text."""
    article = incoming.captured.article
    if article.title is not None:
        return article.title.value
    words = article.text.split(maxsplit=_WORDS)
    return " ".join(words[:_WORDS]) + ("…" if len(words) > _WORDS else "")


def _sketch(incoming: Incoming, article: str) -> Sketch:
    """An article's sketch under the id that it got, which is another than it wanted where two agree by chance."""
    return replace(decode_sketch(incoming.sketch), article=article)


def shelf_of(view: View, day: int, remade: dict[str, bytes]) -> Iterator[tuple[Sketch, str]]:
    """The articles of a day that are in stories, as the stories package wants them.

    A sketch that an earlier version made is made anew of the text that is kept, and put into `remade`, to be kept.
    """
    for one in view.shelf(day):
        if one.story:
            yield _sketch_kept(view, one, day, remade), one.story


def _sketch_kept(view: View, shelved: Shelved, day: int, remade: dict[str, bytes]) -> Sketch:
    try:
        return replace(decode_sketch(shelved.sketch), day=day)  # one without a date may have followed its story
    except DecodeError:
        article = view.article(shelved.article)
        stated = article.published is not None and day_number(article.published.value) == day
        made = sketch(article, day, stated)
        remade[shelved.article] = encode_sketch(made)
        return made


def bounds_in(view: View) -> Bounds:
    """What readers decided on which articles belong together."""
    return bounds_of(view.decisions())


def reason_of(placement: Placement) -> str:
    """Why an article was put where it is, for the log of its story."""
    if placement.copy_of:
        return f"copy of {placement.copy_of}"
    speaking = [part for part in placement.evidence if part.score > 0][:_TOLD]
    return "" if placement.new else ", ".join(f"{part.name} {part.score:+.1f}" for part in speaking)
