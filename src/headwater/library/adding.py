"""Adding articles: each once, with its bytes, its words and its place among the versions of its address."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, delete, select, update

from headwater.library.backend import Backend, words_of
from headwater.library.base import parts
from headwater.library.identity import address_number, article_digest, named_after, outlet_of
from headwater.library.packing import pack_capture, pack_record, pack_text
from headwater.library.query import folded
from headwater.library.records import Added, Incoming, State
from headwater.library.schema import ADDRESSES, ARTICLES, CAPTURES, OUTLETS, SKETCHES, TEXTS, VALIDATORS, VECTORS
from headwater.library.view import View
from headwater.sources.draft import with_id
from headwater.sources.validators import Validator
from headwater.types import Article, Capture

__all__ = ["ArticleWrites", "Clock"]

Clock = Callable[[], str]
"""Tells the time: ISO 8601 in UTC, to the second."""

_LONG_ID = 26  # letters of the digest in an id where the usual ten are another article's


class _New(Struct, frozen=True):
    """An article that is not kept yet, under the id that it gets, with the number of its row."""

    key: int
    digest: bytes
    article: Article
    capture: Capture
    day: int
    sketch: bytes
    address: int | None
    state: State


class ArticleWrites(View):
    """The writing of articles, and of what servers said of them, within the one transaction that writes."""

    def __init__(self, connection: Connection, backend: Backend, clock: Clock) -> None:
        super().__init__(connection, backend)
        self._clock = clock
        self._outlets: dict[str, int] = {}
        self.wrote = False

    def add(self, incoming: Iterable[Incoming]) -> tuple[Added, ...]:
        """Keep those articles that are not kept yet; what became of each, in the order given.

        The quicker, the more at once: some hundreds. The articles are kept under the ids of `article_id`.
        """
        wanted = [(article_digest(each.captured.article), each) for each in incoming]
        known = self._ids([digest for digest, _ in wanted])
        fresh: dict[bytes, Incoming] = {}
        for digest, each in wanted:
            if digest not in known:
                fresh.setdefault(digest, each)
        new = {entry.digest: entry for entry in self._named(fresh)}
        self._keep(list(new.values()))
        states = {digest: Added(entry.article.id, entry.state) for digest, entry in new.items()}
        names = known | {digest: entry.article.id for digest, entry in new.items()}
        return tuple(states.pop(digest, Added(names[digest], State.KNOWN)) for digest, _ in wanted)

    def keep_validator(self, address: str, validator: Validator) -> None:
        """Keep what a server said of an address, in place of what it said before."""
        self._connection.execute(delete(VALIDATORS).where(VALIDATORS.c.address == address))
        self._insert(VALIDATORS, [{"address": address, **msgspec.structs.asdict(validator)}])
        self.wrote = True

    def keep_sketches(self, sketches: Mapping[str, bytes]) -> None:
        """Keep sketches of articles in place of theirs. Those that are not kept here are passed over.

        It changes nothing that is told, so that others need not read anew; so it is with vectors.
        """
        for key, body in self._by_key(sketches):
            self._connection.execute(update(SKETCHES).where(SKETCHES.c.article == key).values(body=body))

    def keep_vectors(self, vectors: Mapping[str, bytes], form: str) -> None:
        """Keep vectors of articles, in place of theirs of whatever form."""
        rows = [{"article": key, "form": form, "body": body} for key, body in self._by_key(vectors)]
        for part in parts([row["article"] for row in rows]):
            self._connection.execute(delete(VECTORS).where(VECTORS.c.article.in_(part)))
        self._insert(VECTORS, rows)

    def _by_key(self, bodies: Mapping[str, bytes]) -> list[tuple[int, bytes]]:
        rows = self._among(select(ARTICLES.c.id, ARTICLES.c.key), ARTICLES.c.id, sorted(bodies))
        return sorted((row.key, bodies[row.id]) for row in rows)

    def _ids(self, digests: Sequence[bytes]) -> dict[bytes, str]:
        rows = self._among(select(ARTICLES.c.digest, ARTICLES.c.id), ARTICLES.c.digest, digests)
        return {row.digest: row.id for row in rows}

    def _named(self, fresh: Mapping[bytes, Incoming]) -> list[_New]:
        """The new articles under ids of their own, with what is to be known of them."""
        ids = {digest: named_after(each.captured.article, digest) for digest, each in fresh.items()}
        taken = {row.id for row in self._among(select(ARTICLES.c.id), ARTICLES.c.id, list(ids.values()))}
        addresses = {digest: _address(each.captured.article) for digest, each in fresh.items()}
        seen = self._seen([address for address in addresses.values() if address is not None])
        first = self._next(ARTICLES) if fresh else 0
        new = []
        for key, (digest, each) in enumerate(fresh.items(), first):
            name = ids[digest] if ids[digest] not in taken else named_after(each.captured.article, digest, _LONG_ID)
            address = addresses[digest]
            state = State.VERSION if address is not None and address in seen else State.NEW
            new.append(_new(key, digest, name, each, address, state))
            taken.add(name)
            seen.add(address)
        return new

    def _seen(self, addresses: Sequence[int]) -> set[int | None]:
        rows = self._among(select(ADDRESSES.c.address), ADDRESSES.c.address, addresses)
        return {row.address for row in rows}

    def _keep(self, new: Sequence[_New]) -> None:
        if not new:
            return
        self.wrote = True
        outlets = self._outlet_keys([outlet_of(entry.article) for entry in new])
        self._insert(ARTICLES, [_article_row(entry, outlets) for entry in new])
        self._insert(TEXTS, [{"article": entry.key, "body": pack_text(entry.article.text)} for entry in new])
        self._insert(SKETCHES, [{"article": entry.key, "body": entry.sketch} for entry in new])
        self._insert(CAPTURES, self._capture_rows(new))
        self._insert(
            ADDRESSES,
            [{"address": entry.address, "article": entry.key} for entry in new if entry.address is not None],
        )
        words = [words_of(entry.key, entry.article) for entry in new]
        self._backend.add_words(self._connection, words)

    def _outlet_keys(self, names: Sequence[str]) -> Mapping[str, int]:
        """The rows of outlets by their folded names; new ones are entered, as they were first written."""
        missing = {folded(name): name for name in reversed(names) if folded(name) not in self._outlets}
        rows = self._among(select(OUTLETS.c.folded, OUTLETS.c.key), OUTLETS.c.folded, sorted(missing))
        self._outlets |= {row.folded: row.key for row in rows}
        for name in sorted(missing.keys() - self._outlets.keys()):
            self._outlets[name] = self._next(OUTLETS)
            self._insert(OUTLETS, [{"key": self._outlets[name], "name": missing[name], "folded": name}])
        return self._outlets

    def _capture_rows(self, new: Sequence[_New]) -> list[dict[str, Any]]:
        """Bytes that are kept already, or come twice at once, are not kept again."""
        digests = [sha256(entry.capture.data).digest() for entry in new]
        question = select(CAPTURES.c.digest, CAPTURES.c.article).where(CAPTURES.c.same.is_(None))
        first = {row.digest: row.article for row in self._among(question, CAPTURES.c.digest, digests)}
        rows = []
        for digest, entry in zip(digests, new, strict=True):
            same = first.get(digest)
            first.setdefault(digest, entry.key)
            rows.append(_capture_row(entry, digest, same))
        return rows


def _new(key: int, digest: bytes, name: str, incoming: Incoming, address: int | None, state: State) -> _New:
    captured = incoming.captured
    article = with_id(captured.article, name)
    return _New(key, digest, article, captured.capture, incoming.day, incoming.sketch, address, state)


def _address(article: Article) -> int | None:
    return address_number(article.url.value) if article.url is not None else None


def _article_row(entry: _New, outlets: Mapping[str, int]) -> dict[str, Any]:
    return {
        "key": entry.key,
        "id": entry.article.id,
        "digest": entry.digest,
        "day": entry.day,
        "outlet": outlets[folded(outlet_of(entry.article))],
        "record": pack_record(entry.article),
    }


def _capture_row(entry: _New, digest: bytes, same: int | None) -> dict[str, Any]:
    return {
        "article": entry.key,
        "digest": digest,
        "locator": entry.capture.locator,
        "taken": entry.capture.taken,
        "kind": entry.capture.kind,
        "same": same,
        "body": pack_capture(entry.capture.data, entry.article.text) if same is None else None,
    }
