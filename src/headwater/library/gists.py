"""Gists: what a listing says of stories that were read, kept with each analysis and held to what the story is now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import msgspec
from sqlalchemy import Connection, delete, select, update

from headwater.decisions import articles_of, concerning
from headwater.library.adding import Clock
from headwater.library.backend import Backend
from headwater.library.filters import place_key
from headwater.library.identity import digest_of
from headwater.library.packing import storable
from headwater.library.placing import StoryWrites
from headwater.library.records import AnalysisKey, Gist, Spot
from headwater.library.schema import ARTICLES, GIST_PLACES, GISTS, MEMBERSHIPS
from headwater.types import Decision

__all__ = ["GistWrites", "bearing_digest"]

_FIELDS: Final = tuple(name for name in Gist.__struct_fields__ if name != "spots")
_MEMBERS: Final = select(ARTICLES.c.id).join(MEMBERSHIPS, MEMBERSHIPS.c.article == ARTICLES.c.key)


def bearing_digest(decisions: Iterable[Decision], articles: Sequence[str]) -> str:
    """A digest of those decisions that a story with these articles is to be analysed with."""
    return digest_of(msgspec.json.encode(one).decode() for one in concerning(decisions, articles))


class GistWrites(StoryWrites):
    """The writing of gists. What a story that was read is made of now is entered at the end of each transaction."""

    def __init__(self, connection: Connection, backend: Backend, clock: Clock) -> None:
        super().__init__(connection, backend, clock)
        self._stirred: set[int] = set()  # stories whose articles changed, or that were read
        self._before: tuple[Decision, ...] | None = None  # the decisions in force before any was made

    def _recount(self, stories: Iterable[int]) -> None:
        changed = tuple(stories)
        super()._recount(changed)
        self._stirred.update(changed)

    def _put_gist(self, story: int, key: AnalysisKey, gist: Gist) -> None:
        """In place of the one there is."""
        self._connection.execute(delete(GIST_PLACES).where(GIST_PLACES.c.story == story))
        self._connection.execute(delete(GISTS).where(GISTS.c.story == story))
        spots = tuple(_storable(spot) for spot in gist.spots)
        fields = {name: getattr(gist, name) for name in _FIELDS}
        made = {"settings": key.settings, "version": key.version}
        made_of = {"of_articles": key.articles, "of_decisions": key.decisions, "now_articles": "", "now_decisions": ""}
        self._insert(GISTS, [{"story": story, "spots": msgspec.json.encode(spots), **fields, **made, **made_of}])
        names = {place_key(name): name for spot in spots for name in (spot.name, spot.region, spot.country) if name}
        self._insert(GIST_PLACES, [{"folded": one, "story": story, "name": name} for one, name in names.items()])
        self._stirred.add(story)

    def _settle_gists(self) -> None:
        """Enter what the stories that were read are made of now, as far as this transaction can have changed it."""
        stirred = sorted(self._stirred | self._ruled())
        read = [row.story for row in self._among(select(GISTS.c.story), GISTS.c.story, stirred)]
        decisions = self.standing() if read else ()
        for story in read:
            members = [row.id for row in self._rows(_MEMBERS.where(MEMBERSHIPS.c.story == story))]
            now = {"now_articles": digest_of(members), "now_decisions": bearing_digest(decisions, members)}
            self._connection.execute(update(GISTS).where(GISTS.c.story == story).values(now))

    def _ruled(self) -> set[int]:
        """The stories that a decision bears on, or bore on, which was made or undone."""
        if self._before is None:
            return set()
        changed = set(self._before) ^ set(self.standing())
        if concerning(changed, ()):  # what bears on a story without articles bears on any
            return {row.story for row in self._rows(select(GISTS.c.story))}
        named = {name for one in changed for name in articles_of(one)}
        homes = select(MEMBERSHIPS.c.story).join(ARTICLES, ARTICLES.c.key == MEMBERSHIPS.c.article)
        return {row.story for row in self._among(homes, ARTICLES.c.id, sorted(named))}


def _storable(spot: Spot) -> Spot:
    return Spot(storable(spot.name), storable(spot.region), storable(spot.country))
