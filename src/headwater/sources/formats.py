"""The table of readers: which takes which item, by suffix or declared type, and by a look where those are silent.

To add a format: a file with a reader (see `reading.Reader`) and a line here; or in `roots.ROOTS` for a kind of XML, in
`shapes.SHAPES` for a kind of JSON. A reader imports what is heavy where it is used.
"""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from headwater.errors import HeadwaterError, InputError, PartMissing, UnreadableInput
from headwater.sources.items import Item
from headwater.sources.parquet import read_parquet
from headwater.sources.reading import Context, Reader, Readings
from headwater.sources.roots import read_xml
from headwater.sources.table import read_table
from headwater.sources.texts import read_text
from headwater.sources.values import read_json_lines, read_json_text
from headwater.sources.webarchive import read_web_archive
from headwater.sources.zipped import read_gzip, read_zip
from headwater.text.printable import printable

__all__ = ["FORMATS", "Format", "guarded", "read_item"]


class Format(Struct, frozen=True):
    """A format, its reader, and what it is known by."""

    name: str
    read: Reader
    suffixes: tuple[str, ...]
    kinds: tuple[str, ...] = ()


FORMATS: Final = (
    Format("JSON Lines", read_json_lines, (".jsonl", ".ndjson"), ("application/x-ndjson", "application/jsonl")),
    Format("JSON", read_json_text, (".json",), ("application/json", "application/ld+json")),
    Format("table", read_table, (".csv", ".tsv"), ("text/csv", "text/tab-separated-values")),
    Format("Parquet", read_parquet, (".parquet",), ("application/vnd.apache.parquet",)),
    Format("XML", read_xml, (".xml", ".rss", ".atom", ".rdf", ".opml"), ("application/xml", "text/xml", "text/x-opml")),
    Format("ZIP", read_zip, (".zip",), ("application/zip", "application/x-zip-compressed")),
    Format("gzip", read_gzip, (".gz",), ("application/gzip", "application/x-gzip")),
    Format("web archive", read_web_archive, (".warc", ".warc.gz"), ("application/warc",)),
    Format("text or page", read_text, (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml"), ("text/html",)),
)

_DEFECT: Final = "could not be read, by a defect of headwater or of a part of it"
_BY_SUFFIX: Final = {suffix: one for one in FORMATS for suffix in one.suffixes}
_BY_KIND: Final = {kind: one for one in FORMATS for kind in one.kinds}
_TEXT: Final = FORMATS[-1]


def read_item(item: Item, context: Context) -> Readings:
    """Yield what an item holds, and an error for what cannot be used; nothing but `OptionError` is raised."""
    yield from guarded(_format_of(item).read, item, context)


def guarded(reader: Reader, item: Item, context: Context) -> Readings:
    """Yield what a reader makes of an item, with what it raises among it; only settings that cannot be are raised."""
    try:
        yield from reader(item, context)
    except InputError as error:
        yield error
    except PartMissing as error:
        yield UnreadableInput(item.given, str(error))
    except OSError as error:
        yield UnreadableInput(item.given, f"cannot be read: {error.strerror or printable(str(error))}")
    except HeadwaterError:
        raise
    except Exception as error:  # parsers of others meet bytes of others: one page must not end a crawl of a million
        yield UnreadableInput(
            item.given, f"{_DEFECT} ({type(error).__name__}: {printable(str(error))}); report it, please"
        )


def _format_of(item: Item) -> Format:
    """A declared type goes before the suffix of an address; files declare none."""
    kind = item.kind.partition(";")[0].strip().lower()
    structured = "application/" + kind.rsplit("+", 1)[-1] if "+" in kind else kind  # RFC 6839: "+json", "+xml"
    outer = item.suffix[item.suffix.rfind(".") :]  # of ".jsonl.gz"
    by_suffix = _BY_SUFFIX.get(item.suffix) or _BY_SUFFIX.get(outer)
    return _BY_KIND.get(kind) or by_suffix or _BY_KIND.get(structured) or _TEXT
