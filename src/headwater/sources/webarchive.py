"""Web archives (WARC, ISO 28500), as crawlers and Common Crawl write them: pages as servers once gave them.

Read are responses with status 200, resources, and conversions to plain text, of media types that hold articles; the
rest of a crawl is passed over. The address and the time of capture are those of the record. By fastwarc (Bevendorff et
al. 2021), which is installed on demand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC
from functools import partial
from io import BytesIO
from typing import Any, BinaryIO, Final

from headwater.errors import InputError, PartMissing, UnreadableInput
from headwater.sources.items import Item
from headwater.sources.reading import Context, Readings
from headwater.sources.seekable import seekable
from headwater.text.printable import printable

__all__ = ["read_web_archive"]

_KINDS: Final = frozenset(
    ("text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/json", "application/ld+json")
)
_NOTHING: Final = "holds no page or text that a server gave with status 200"
_BROKEN: Final = "breaks off in record {number:,} at byte {at:,} ({said}); what stands before is kept"
_CHUNK: Final = 65_536
_TYPES: Final = frozenset(("response", "resource", "conversion"))


def read_web_archive(item: Item, context: Context) -> Readings:
    """Yield the articles of the pages of a web archive. One that breaks off is read up to there, and that is told."""
    try:
        import fastwarc.warc  # noqa: F401  # asked here, so that the message comes before the file is opened
    except ImportError:
        raise PartMissing(
            "reading web archives needs fastwarc, which is not installed: pip install 'headwater[warc]'"
        ) from None
    some = False
    with item.open() as raw, seekable(raw, archived=item.depth > 0) as stream:
        for page in _pages(item, stream, context.settings.max_bytes):
            some = True
            if isinstance(page, InputError):
                yield page
            else:
                yield from context.read(page)
    if not some:
        raise UnreadableInput(item.given, _NOTHING)


def _pages(item: Item, stream: BinaryIO, most: int) -> Iterator[Item | InputError]:
    """Yield the records that may hold an article as items, and an error where the archive breaks off."""
    number, at = 0, 0
    try:
        for record in _records(stream):
            number, at = number + 1, record.stream_pos
            page = _page(item, record, number, most)
            if page is not None:
                yield page
            if isinstance(page, _Broken):
                return
    except (OSError, ValueError, EOFError) as error:
        yield _Broken(item.given, _BROKEN.format(number=number + 1, at=at, said=printable(str(error))))


class _Broken(UnreadableInput):
    """Where an archive breaks off."""


def _page(item: Item, record: Any, number: int, most: int) -> Item | InputError | None:
    """The page of a record, None where it holds none."""
    wanted = _wanted(record)
    body = record.reader.read(most + 1) if wanted else b""
    left = sum(map(len, iter(partial(record.reader.read, _CHUNK), b"")))
    if "Content-Length" not in record.headers or len(body) + left < record.content_length:
        return _Broken(item.given, _BROKEN.format(number=number, at=record.stream_pos, said="it is cut short"))
    if not wanted:
        return None
    where = f"{item.given}!{printable(record.headers.get('WARC-Target-URI') or f'record {number}')}"
    if left or len(body) > most:
        return UnreadableInput(where, f"is {record.content_length:,} bytes, more than one article can be ({most:,})")
    return _item(item, record, where, _unwrapped(body, record, most))


def _records(stream: BinaryIO) -> Iterator[Any]:
    from fastwarc.warc import ArchiveIterator

    yield from ArchiveIterator(stream, parse_http=True, auto_decode="none")


def _unwrapped(body: bytes, record: Any, most: int) -> bytes:
    """What a server sent, without the wrappings of the way; as it is where a crawler took them off unsaid."""
    from fastwarc.stream_io import BrotliReader, ChunkedReader, GzipReader

    readers: dict[str, Callable[[BinaryIO], Any]] = {
        "chunked": ChunkedReader,
        "gzip": GzipReader,
        "x-gzip": GzipReader,
        "deflate": partial(GzipReader, zlib=True),
        "br": BrotliReader,
    }
    headers = record.http_headers if record.is_http else {}
    for name in ("Transfer-Encoding", "Content-Encoding"):
        reader = readers.get((headers.get(name) or "").strip().lower())
        try:
            body = bytes(reader(BytesIO(body)).read(most + 1)) if reader else body
        except (OSError, ValueError, EOFError):
            continue
    return body


def _wanted(record: Any) -> bool:
    """Tell whether a record may hold an article: by its type, its status and its media type."""
    if record.headers.get("WARC-Type") not in _TYPES:
        return False
    if record.is_http and (record.http_headers is None or record.http_headers.status_code != 200):
        return False
    return _kind(record) in _KINDS


def _kind(record: Any) -> str:
    declared = record.http_content_type if record.is_http else record.headers.get("Content-Type", "")
    return (declared or "").partition(";")[0].strip().lower()


def _taken(record: Any) -> str:
    """The instant of capture, '' where there is none that UTC could tell."""
    date = record.record_date
    try:
        return date.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if date else ""
    except OverflowError:
        return ""


def _item(item: Item, record: Any, where: str, body: bytes) -> Item:
    url = record.headers.get("WARC-Target-URI", "") or ""
    return Item(
        name=printable(url) or where,
        given=where,
        key=url.partition("?")[0].rstrip("/").rsplit("/", 1)[-1].rsplit(".htm", 1)[0],
        open=partial(BytesIO, body),
        size=len(body),
        kind=_kind(record),
        charset=(record.http_charset or "") if record.is_http else "",
        url=url,
        taken=_taken(record) or item.taken,
        depth=item.depth + 1,
    )
