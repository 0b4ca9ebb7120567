"""What a library keeps, for other programs: articles and stories as JSON Lines, CSV and Parquet; decisions.

Articles as JSON Lines are in the form that headwater reads, and say only what was stated of an article: what was
inferred is inferred again, so that a library made of them has the same articles under the same ids.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Final, TypeVar

import msgspec

from headwater.decisions import write_decisions
from headwater.errors import OptionError, PartMissing
from headwater.library import Kept, Listing, StoryRow, View
from headwater.monitor.days import iso_day
from headwater.types import Article

__all__ = ["WRITERS", "export_to"]

_PAGE: Final = 500  # articles or stories held in memory at once
_METADATA: Final = ("title", "outlet", "agency", "byline", "published", "url", "guid")

_Entry = TypeVar("_Entry")
Written = tuple[Path, int]


def export_to(view: View, target: Path, *, force: bool) -> tuple[Written, ...]:
    """Write one file, or to a folder all that need no extra part; each path with how many entries it has.

    A path without a suffix is a folder, which is made. Raises `OptionError` for a name that says nothing of what to
    write, for what is there already unless `force`, and for what cannot be written.
    """
    folder = target.is_dir() or not target.suffix
    names = [name for name in WRITERS if not name.endswith(".parquet")] if folder else [target.name]
    paths = [target / name if folder else target for name in names]
    for path in paths:
        _check(path, force=force)
    try:
        if folder:
            target.mkdir(exist_ok=True)
        return tuple((path, _write(view, path)) for path in paths)
    except OSError as failure:
        raise OptionError(f"cannot write {target}: {failure.strerror}; choose another place") from failure


def _check(path: Path, *, force: bool) -> None:
    if path.name not in WRITERS:
        raise OptionError(f"{path}: a file is named after what is in it: {', '.join(WRITERS)}; or name a folder")
    if path.exists() and not force:
        raise OptionError(f"{path} is there already; choose another place, or write over it with --force")


def _write(view: View, path: Path) -> int:
    """Written beside and then put in place, so that no half of a file is ever there under its name."""
    part = path.with_name(f".{path.name}.part")
    try:
        number = WRITERS[path.name](view, part)
        os.replace(part, path)  # noqa: PTH105  # atomic, and Path.replace is the same
        return number
    finally:
        part.unlink(missing_ok=True)


def _articles(view: View, path: Path) -> int:
    return _lines(path, (_stated(kept.article, taken) for kept, taken in _everything(view)))


def _parquet(view: View, path: Path) -> int:
    """Everything that is known of an article, inferred or not, with its story, in columns."""
    try:
        import pyarrow as pa  # type: ignore[import-untyped]  # it comes without types
        from pyarrow import parquet
    except ImportError as missing:
        raise PartMissing(
            "writing Parquet needs pyarrow, which is not installed: pip install 'headwater[parquet]'"
        ) from missing
    columns = ("id", "story", "day", "captured", *_METADATA, "language", "text")
    schema = pa.schema([(name, pa.string()) for name in columns])
    number = 0
    with parquet.ParquetWriter(path, schema) as writer:
        for page in _batched(_everything(view), _PAGE):
            writer.write_batch(pa.RecordBatch.from_pylist([_known(kept, taken) for kept, taken in page], schema))
            number += len(page)
    return number


def _stories(view: View, path: Path) -> int:
    return _lines(path, (_told(view, story) for story in _all_stories(view)))


def _sheet(view: View, path: Path) -> int:
    from headwater.render.library.data import stories_csv  # it reads our records, so it cannot be there before us

    stories = tuple(_all_stories(view))
    path.write_text(stories_csv(stories), encoding="utf-8", newline="")
    return len(stories)


def _decisions(view: View, path: Path) -> int:
    log = view.decisions()
    path.write_text(write_decisions(log), encoding="utf-8")
    return len(log)


WRITERS: Final[Mapping[str, Callable[[View, Path], int]]] = {
    "articles.jsonl": _articles,
    "articles.parquet": _parquet,
    "stories.jsonl": _stories,
    "stories.csv": _sheet,
    "decisions.jsonl": _decisions,
}
"""What can be written, by the name of the file."""


def _lines(path: Path, records: Iterable[Mapping[str, object]]) -> int:
    number = 0
    with path.open("wb") as file:
        for number, record in enumerate(records, 1):  # noqa: B007  # the last one is how many there were
            file.write(msgspec.json.encode(record) + b"\n")
    return number


def _everything(view: View) -> Iterator[tuple[Kept, str]]:
    """All articles in the order in which they were added, each with when it was captured."""
    for ids in _batched(view.all_ids(), _PAGE):
        yield from zip(view.kept(ids), view.taken(ids), strict=True)


def _all_stories(view: View) -> Iterator[StoryRow]:
    """All stories, the oldest first."""
    shown = 0
    while page := view.stories(Listing(oldest=True, limit=_PAGE, after=shown)):
        yield from page
        shown += len(page)


def _stated(article: Article, taken: str) -> dict[str, object]:
    """An article as headwater reads one: what was stated of it."""
    known = {field: getattr(article, field) for field in _METADATA}
    stated = {field: value.value for field, value in known.items() if value is not None and not value.inferred}
    origins = [origin.value for origin in article.derived_from if not origin.inferred]
    made_from = {"derived_from": origins} if origins else {}
    return {"id": article.id, **stated, **made_from, "captured": taken, "text": article.text}


def _known(kept: Kept, taken: str) -> dict[str, str | None]:
    article = kept.article
    known = {field: getattr(article, field) for field in _METADATA}
    return {
        "id": article.id,
        "story": kept.story,
        "day": iso_day(kept.day),
        "captured": taken,
        **{field: value.value if value is not None else None for field, value in known.items()},
        "language": article.language,
        "text": article.text,
    }


def _told(view: View, story: StoryRow) -> dict[str, object]:
    return {
        "id": story.id,
        "title": story.title,
        "first": iso_day(story.first),
        "last": iso_day(story.last),
        "outlets": story.outlets,
        "articles": view.members(story.id),
    }


def _batched(entries: Iterable[_Entry], size: int) -> Iterator[tuple[_Entry, ...]]:
    """The entries, so many at a time (as `itertools.batched` of Python 3.12)."""
    waiting = iter(entries)
    while page := tuple(islice(waiting, size)):
        yield page
