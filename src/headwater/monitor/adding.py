"""Adding: sources are read, articles sketched, and each batch is kept and placed in one transaction, or not at all."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final

from headwater.engines.base import Engine
from headwater.engines.local import LocalEngine
from headwater.engines.processes import ProcessEngine
from headwater.errors import InputError
from headwater.library import Added, State, Store
from headwater.monitor.batches import Batch, Reading, ready
from headwater.monitor.exported import articles_alone
from headwater.monitor.placing import Placed, Placer
from headwater.monitor.records import Addition
from headwater.monitor.revisits import Revisits
from headwater.settings import Settings
from headwater.sources import stream
from headwater.sources.inputs import FileInput
from headwater.types import Article, LeftOut

__all__ = ["Adding"]

_MOST_TOLD: Final = 1000  # articles, problems and remarks that are kept, each; whoever has more has a broken archive

Input = str | Path | Article | FileInput


class Adding:
    """One addition, and what is told of it so far."""

    def __init__(self, store: Store, settings: Settings, tell: Callable[[str], None], stop: Callable[[], bool]) -> None:
        self._store = store
        self._settings = settings
        self._tell = tell
        self._stop = stop
        self._started = time.monotonic()
        self._count = dict.fromkeys(State, 0)
        self._begun: set[str] = set()
        self._grown: set[str] = set()
        self._undated = 0
        self._failed = 0
        self._left_out: list[LeftOut] = []
        self._remarks: list[LeftOut] = []
        self._added: list[Added] = []

    def done(self, inputs: Sequence[Input], placer: Placer) -> Addition:
        """Add everything. Whatever ends it, the batches that were committed are kept."""
        with ProcessEngine(self._settings.jobs) as engine:
            for part in self._batches(inputs, engine):
                self._note(part, *self._kept(part, placer))
        return self._addition()

    def _kept(self, part: Batch, placer: Placer) -> tuple[Sequence[Added], Placed]:
        """A batch in one transaction."""
        try:
            with self._store.writing() as batch:
                added = batch.add(part.incoming)
                placed = placer.place(batch, part.incoming, added)
                for address, validator in part.fetched:
                    batch.keep_validator(address, validator)
        except BaseException:
            placer.forget()
            raise
        return added, placed

    def looked_at(self, inputs: Sequence[Input]) -> Addition:
        """What would be added; nothing is written."""
        seen: set[str] = set()
        for part in self._batches(inputs, LocalEngine()):
            ids = [one.captured.article.id for one in part.incoming]
            known = self._known(ids)
            states = []
            for name in ids:
                states.append(Added(name, State.KNOWN if name in known or name in seen else State.NEW))
                seen.add(name)
            self._note(part, states, Placed())
        return self._addition(dry=True)

    def _batches(self, inputs: Sequence[Input], engine: Engine) -> Iterable[Batch]:
        revisits = Revisits(self._store)
        parts = [part for given in inputs for part in articles_alone(given)]
        for remark in parts:
            if isinstance(remark, InputError):
                self._problem(remark)
        sources = [part for part in parts if not isinstance(part, InputError)]
        readings = stream(sources, self._settings, self._tell, revisits)
        return ready(Reading(readings, self._known, revisits.taken), engine, self._stop)

    def _known(self, ids: Iterable[str]) -> frozenset[str]:
        with self._store.reading() as view:
            return view.known(ids)

    def _note(self, part: Batch, added: Sequence[Added], placed: Placed) -> None:
        for one in added:
            self._count[one.state] += 1
            if len(self._added) < _MOST_TOLD:
                self._added.append(one)
            self._undated += one.state is not State.KNOWN and one.article in part.undated
        self._begun |= placed.begun
        self._grown |= placed.grown - self._begun
        for problem in part.problems:
            self._problem(problem)
        rate = sum(self._count.values()) / max(time.monotonic() - self._started, 0.001)
        self._tell(f"{sum(self._count.values()):,} articles, {rate:,.0f} a second; {len(self._begun):,} stories begun")

    def _problem(self, problem: InputError) -> None:
        harmless = type(problem) is InputError
        self._failed += not harmless
        kept = self._remarks if harmless else self._left_out
        if len(kept) < _MOST_TOLD:
            kept.append(LeftOut(problem.name, problem.reason))

    def _addition(self, *, dry: bool = False) -> Addition:
        return Addition(
            new=self._count[State.NEW] + self._count[State.VERSION],
            known=self._count[State.KNOWN],
            versions=self._count[State.VERSION],
            stories=len(self._begun),
            grown=len(self._grown),
            undated=self._undated,
            failed=self._failed,
            left_out=tuple(self._left_out),
            remarks=tuple(self._remarks),
            seconds=time.monotonic() - self._started,
            stopped=self._stop(),
            dry=dry,
            added=tuple(self._added),
        )
