"""ZIP archives and gzip files of anything that is read. Nothing is written to disk under a name of the archive's.

Names that would lead out of a folder are refused all the same: who packs such an archive means harm. How much may be
unpacked is bounded by how large the archive is (`items.Budget`), archives in archives included.
"""

from __future__ import annotations

import gzip
import re
import stat
from functools import partial
from pathlib import PurePosixPath
from typing import BinaryIO, Final, cast
from zipfile import BadZipFile, ZipFile, ZipInfo

import msgspec

from headwater.errors import UnreadableInput
from headwater.sources.inputs import SUFFIXES, is_known
from headwater.sources.items import Budget, Item, suffix_of
from headwater.sources.reading import Context, Readings
from headwater.sources.seekable import seekable
from headwater.sources.unpacking import unpacked
from headwater.text.printable import printable

__all__ = ["read_gzip", "read_zip"]

_DEEPEST: Final = 2  # archives in archives
_LARGEST_DIRECTORY: Final = 32_000_000  # bytes: of 300,000 members, which zipfile makes ten times that of
_ENCRYPTED: Final = 0x1
_OUTSIDE: Final = re.compile(r"/|[A-Za-z]:|(?:.*/)?\.\.(?:/|$)")
_DEVICE: Final = re.compile(r"(?:.*/)?(?:con|prn|aux|nul|com\d|lpt\d)(?:\.[^/]*)?(?:/.*)?", re.IGNORECASE)
_HIDDEN: Final = re.compile(r"(?:.*/)?(?:\.|__MACOSX/)")


def read_zip(item: Item, context: Context) -> Readings:
    """Yield what the members of a ZIP archive hold, in the order of the archive, those of unknown kinds passed over."""
    if item.depth >= _DEEPEST:
        raise UnreadableInput(item.given, f"lies more than {_DEEPEST} archives deep; unpack it first")
    with item.open() as raw, seekable(raw, archived=item.depth > 0) as stream:
        try:
            archive = ZipFile(cast("BinaryIO", _Frugal(stream)))
        except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
            said = printable(str(error))
            raise UnreadableInput(item.given, f"is no ZIP archive, or is cut off ({said}); pack it again") from None
        with archive:
            yield from _members(item, archive, context)


class _Frugal:
    """A stream that gives no more at once than a directory may be, which `ZipFile` reads whole, whatever it says."""

    def __init__(self, stream: BinaryIO) -> None:
        self.seek = stream.seek
        self.tell = stream.tell
        self.seekable = stream.seekable
        self._read = stream.read

    def read(self, size: int = -1) -> bytes:
        if size > _LARGEST_DIRECTORY:
            raise BadZipFile(f"its list of members has {size:,} bytes, more than {_LARGEST_DIRECTORY:,}")
        return self._read(size)


def _members(item: Item, archive: ZipFile, context: Context) -> Readings:
    members = archive.infolist()
    budget, some = item.budget or Budget(item.size), False
    for member in members:
        name = member.filename.replace("\\", "/")
        refusal = _refusal(member, name)
        if refusal:
            some = True
            yield UnreadableInput(f"{item.given}!{printable(name)}", refusal)
        elif is_known(name) and not (name.endswith("/") or _HIDDEN.match(name)):
            some = True
            yield from context.read(_member(item, archive, member, budget))
        if budget.left < 0:
            return
    if not some:
        raise UnreadableInput(item.given, f"holds no file of a known kind ({', '.join(sorted(SUFFIXES))})")


def _refusal(member: ZipInfo, name: str) -> str:
    """Why a member is not read, '' if it may be."""
    if _OUTSIDE.match(name):
        return "has a name that leads out of the archive; it was left out"
    if _DEVICE.fullmatch(name):
        return "has the name of a device; it was left out"
    if stat.S_ISLNK(member.external_attr >> 16):
        return "is a link, not a file; it was left out"
    if member.flag_bits & _ENCRYPTED:
        return "is encrypted; unpack it with its password first"
    return ""


def _member(item: Item, archive: ZipFile, member: ZipInfo, budget: Budget) -> Item:
    name = printable(member.filename.replace("\\", "/"))
    given = f"{item.given}!{name}"
    return Item(
        name=name,
        given=given,
        key=PurePosixPath(name).stem,
        open=partial(_opened, archive, member, given, budget),
        size=member.file_size,
        suffix=suffix_of(name),
        taken=item.taken,
        depth=item.depth + 1,
        budget=budget,
    )


def _opened(archive: ZipFile, member: ZipInfo, given: str, budget: Budget) -> BinaryIO:
    try:
        packed = cast("BinaryIO", archive.open(member))
    except (BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError) as error:
        raise UnreadableInput(given, f"cannot be unpacked ({printable(str(error))}); pack it again") from None
    return unpacked(given, packed, budget)


def read_gzip(item: Item, context: Context) -> Readings:
    """Yield what a file that was packed with gzip holds; the name before `.gz` tells its kind."""
    if item.depth >= _DEEPEST:
        raise UnreadableInput(item.given, f"lies more than {_DEEPEST} archives deep; unpack it first")
    budget = item.budget or Budget(item.size)
    yield from context.read(
        msgspec.structs.replace(
            item,
            key=PurePosixPath(item.key).stem,
            open=partial(_gunzipped, item, budget),
            size=-1,
            suffix=item.suffix.removesuffix(".gz"),
            kind="",
            depth=item.depth + 1,
            budget=budget,
        )
    )


def _gunzipped(item: Item, budget: Budget) -> BinaryIO:
    raw = item.open()
    return unpacked(item.given, cast("BinaryIO", gzip.GzipFile(fileobj=raw)), budget, raw)
