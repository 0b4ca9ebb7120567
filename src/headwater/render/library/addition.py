"""How an addition went, in a few lines."""

from __future__ import annotations

from collections.abc import Iterator

from headwater.monitor.records import Addition
from headwater.render.words import counted

__all__ = ["addition_said"]


def addition_said(done: Addition, *, hint: str = "") -> str:
    """The lines: what is new, what was known, the stories, what was left out, and whether it was stopped.

    `hint` is how a day can be said of articles that tell none, where that can be done.
    """
    return "\n".join(_lines(done, hint))


def _lines(done: Addition, hint: str) -> Iterator[str]:
    would = "would be " if done.dry else ""
    rate = f", {done.new / done.seconds:,.0f} a second" if done.new and done.seconds >= 1 and not done.dry else ""
    versions = f" ({counted(done.versions, 'new version')} of known addresses)" if done.versions else ""
    yield f"{counted(done.new, 'article')} {would}added{versions}{rate}"
    if done.known:
        yield f"{counted(done.known, 'article')} known already"
    if done.stories or done.grown:
        grown = f", {counted(done.grown, 'story')} grown" if done.grown else ""
        yield f"{counted(done.stories, 'story')} begun{grown}"
    if done.undated:
        told = (
            "article tells no day that can be and is"
            if done.undated == 1
            else "articles tell no day that can be and are"
        )
        yield f"{done.undated:,} {told} placed by a day told in the text or that of capture{hint and f'; {hint}'}"
    if done.failed:
        yield f"{counted(done.failed, 'input')} left out"
    if done.stopped:
        yield "stopped; add the same again to go on"
