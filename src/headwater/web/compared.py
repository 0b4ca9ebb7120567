"""The comparisons of the room: asked for in an address, made behind the scenes, the last of them held."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from functools import partial
from threading import Lock
from typing import Final, NamedTuple
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from headwater.models.remembered import Recent
from headwater.monitor import Library
from headwater.render.comparison.compose import collation_view
from headwater.render.comparison.view import ComparisonView, PairView
from headwater.types import Collation, Comparison
from headwater.web.jobs import Job, Jobs, Tell

__all__ = ["SIDES", "Asked", "Compared", "Made"]

Wanted = tuple[tuple[str, ...], Hashable]

SIDES: Final = ("a", "b", "c", "d")

_HELD: Final = 24  # comparisons; one of four long articles takes some megabytes


class Asked(NamedTuple):
    """What an address asks: which articles (the base first), of which story, which two's evidence, in what shape."""

    articles: tuple[str, ...]
    story: str = ""
    pair: str = ""  # "ac"; '' is the first two
    columns: bool = False  # every text in a column of its own, not row by row

    @classmethod
    def of(cls, query: QueryParams) -> Asked:
        """What the part of an address behind the question mark asks."""
        named = (query.get(side, "").strip() for side in SIDES)
        articles = tuple(dict.fromkeys(name for name in named if name))
        return cls(articles, query.get("story", ""), query.get("pair", ""), query.get("show") == "columns")

    @property
    def query(self) -> str:
        """The same as part of an address."""
        return urlencode(list(self._fields_said()))

    def led_by(self, article: str) -> Asked:
        """The same with another article as the base."""
        return self._replace(articles=(article, *(one for one in self.articles if one != article)), pair="")

    def about(self, pair: PairView) -> Asked:
        """The same with the evidence of another two."""
        return self._replace(pair="".join(pair.letters).lower())

    def shaped(self, *, columns: bool) -> Asked:
        """The same in columns or in rows."""
        return self._replace(columns=columns)

    def chosen(self, view: ComparisonView) -> PairView:
        """The two whose evidence is asked for; where no such two are there the first."""
        return next((pair for pair in view.pairs if "".join(pair.letters).lower() == self.pair), view.pairs[0])

    def _fields_said(self) -> Iterator[tuple[str, str]]:
        yield from zip(SIDES, self.articles, strict=False)
        said = (("story", self.story), ("pair", self.pair), ("show", "columns" if self.columns else ""))
        yield from ((name, value) for name, value in said if value)


class Made(NamedTuple):
    """A comparison, and how its page shows it."""

    collation: Collation
    view: ComparisonView

    def about(self, asked: Asked) -> Comparison:
        """The comparison of the two whose evidence is asked for."""
        return self.collation.pairs[self.view.pairs.index(asked.chosen(self.view))]


class Compared:
    """Makes comparisons as jobs, and holds those that were asked for last; any thread may ask.

    A comparison is asked for by its articles' whole ids and the state of their story that it is of.
    """

    def __init__(self, library: Library, jobs: Jobs) -> None:
        self._library = library
        self._jobs = jobs
        self._held: Recent[Wanted, Made] = Recent(_HELD)
        self._begun: Recent[Wanted, Job] = Recent(_HELD)
        self._lock = Lock()

    def made(self, articles: tuple[str, ...], state: Hashable) -> Made | None:
        """The comparison, if it is held."""
        return self._held.get((articles, state))

    def job(self, articles: tuple[str, ...], state: Hashable, *, again: bool = False) -> Job:
        """The making of a comparison: the one that goes on, or that failed unless it is to be tried `again`."""
        with self._lock:
            last = self._begun.get((articles, state))
            if last is not None and (not last.done or (last.error is not None and not again)):
                return last
            job = self._jobs.begin("Setting the texts side by side", partial(self._make, articles, state), shared=False)
            self._begun.put((articles, state), job)
            return job

    def _make(self, articles: tuple[str, ...], state: Hashable, tell: Tell) -> None:
        collation = self._library.compare(*articles, on_progress=tell)
        self._held.put((articles, state), Made(collation, collation_view(collation)))
