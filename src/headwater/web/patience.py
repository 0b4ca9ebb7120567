"""A connection that asks nothing is ended, so that few who hold many cannot keep others out (Slowloris).

The server counts connections and waits for a request's head for as long as it takes; bodies have their own limit
(`headwater.web.bodies`), and so has what is idle after an answer.
"""

from __future__ import annotations

import asyncio
from typing import Any, Final

from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

__all__ = ["Prompt"]

_PATIENCE: Final = 15.0  # seconds; a head that comes within is never cut off, one that takes twice as long always


class Prompt(H11Protocol):
    """uvicorn's own protocol with a look, now and then, at whether the connection has asked something since."""

    patience: float = _PATIENCE

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._answered: RequestResponseCycle | None = None
        self._look: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        """Begin to look."""
        super().connection_made(transport)
        self._look = self.loop.call_later(self.patience, self._look_whether_it_asks)

    def connection_lost(self, exc: Exception | None) -> None:
        """Look no more."""
        if self._look is not None:
            self._look.cancel()
        super().connection_lost(exc)

    def _look_whether_it_asks(self) -> None:
        """End the connection if all it asked was answered by the last look; else look again later."""
        if self.cycle is self._answered:
            self.transport.close()
            return
        if self.cycle.response_complete:
            self._answered = self.cycle
        self._look = self.loop.call_later(self.patience, self._look_whether_it_asks)
