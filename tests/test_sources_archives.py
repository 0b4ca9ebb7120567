"""ZIP, gzip and WARC: what lies in them is read by the readers of files; what means harm or is damaged is told.

All people and places are invented.
"""

import builtins
import gzip
import io
import json
import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from headwater.errors import InputError
from headwater.settings import Settings
from headwater.sources import stream
from headwater.sources.archive import stream_archive
from headwater.sources.items import Budget
from headwater.types import Captured

NEWS = "The harbour council of Varnok met for two hours on Monday and sent the plan for a new pier back to its authors."
PAGE = f"<!doctype html><html><body><article><h1>Plan</h1><p>{NEWS}</p><p>{NEWS} Twice.</p></article></body></html>"


def read(folder: Path, name: str, content: bytes, **settings: Any) -> list[Captured | InputError]:
    path = folder / name
    path.write_bytes(content)
    return list(stream([path], Settings(**settings)))


def errors(readings: list[Captured | InputError]) -> str:
    return "\n".join(str(one) for one in readings if isinstance(one, InputError))


def names(readings: list[Captured | InputError]) -> list[str]:
    return [one.article.name for one in readings if isinstance(one, Captured)]


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


# --- ZIP


def test_members_are_read_by_the_readers_of_their_formats_and_found_again_by_their_locator(tmp_path: Path) -> None:
    line = json.dumps({"text": NEWS})
    readings = read(tmp_path, "news.zip", zipped({"a/plan.html": PAGE, "pile.jsonl": f"{line}\n{line}", "no.png": "x"}))
    assert names(readings) == ["a/plan.html", "pile.jsonl line 1", "pile.jsonl line 2"]
    (first, *_) = readings
    assert isinstance(first, Captured)
    assert first.capture.locator == f"{tmp_path / 'news.zip'}!a/plan.html"
    assert first.capture.data == PAGE.encode()


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("../out.txt", "leads out of the archive"),
        ("a/../../out.txt", "leads out of the archive"),
        ("..\\out.txt", "leads out of the archive"),
        ("/etc/plan.txt", "leads out of the archive"),
        ("C:plan.txt", "leads out of the archive"),
        ("aux.txt", "name of a device"),
        ("a/LPT1.csv", "name of a device"),
    ],
)
def test_names_that_mean_harm_are_refused_with_a_line_each(tmp_path: Path, name: str, word: str) -> None:
    readings = read(tmp_path, "a.zip", zipped({name: NEWS, "b.txt": NEWS}))
    assert names(readings) == ["b.txt"]
    assert word in errors(readings)


def test_names_that_could_deceive_are_shown_escaped(tmp_path: Path) -> None:
    (captured,) = read(tmp_path, "a.zip", zipped({"a\u202etxt\x1b[31m.txt": NEWS}))
    assert isinstance(captured, Captured)
    assert captured.article.name == "a\\u202etxt\\x1b[31m.txt"


def test_archives_in_archives_are_read_to_the_second(tmp_path: Path) -> None:
    inner = zipped({"deep.txt": NEWS})
    readings = read(tmp_path, "a.zip", zipped({"b.zip": inner, "c.zip": zipped({"d.zip": inner})}))
    assert names(readings) == ["deep.txt"]
    assert "c.zip!d.zip: lies more than 2 archives deep; unpack it first" in errors(readings)


def test_a_bomb_is_unpacked_no_further_than_news_would_be(tmp_path: Path) -> None:
    bomb = zipped({"a.jsonl": b" " * 60_000_000, "b.txt": NEWS})
    assert len(bomb) < 100_000
    readings = read(tmp_path, "bomb.zip", bomb)
    assert names(readings) == []
    assert "unpacks to far more than news does; the rest of the archive was left out" in errors(readings)


def test_a_list_of_members_without_end_is_not_read_into_memory(tmp_path: Path) -> None:
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 9, 9, 40_000_000, 0, 0)
    told = errors(read(tmp_path, "a.zip", zipped({"inner.zip": b"\0" * 40_000_000 + end})))
    assert "a.zip!inner.zip: is no ZIP archive" in told
    assert "its list of members has 40,000,000 bytes, more than 32,000,000" in told


def test_what_may_be_unpacked_grows_with_the_archive_and_has_an_end() -> None:
    small, large, vast = (Budget(size).left for size in (1_000, 10_000_000, 10**12))
    assert small < large < vast == Budget(10**15).left


def test_an_encrypted_member_is_told_and_the_others_read(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": NEWS, "b.txt": NEWS}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    readings = read(tmp_path, "a.zip", bytes(data))
    assert names(readings) == ["b.txt"]
    assert "a.zip!a.txt: is encrypted; unpack it with its password first" in errors(readings)


def test_a_damaged_member_is_told_and_the_others_read(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": NEWS, "b.txt": NEWS}))
    data[45] ^= 0xFF
    readings = read(tmp_path, "a.zip", bytes(data))
    assert names(readings) == ["b.txt"]
    assert "a.zip!a.txt: is damaged or cut off" in errors(readings)


def test_a_link_in_an_archive_is_no_file(tmp_path: Path) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        link = zipfile.ZipInfo("a.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert "a.txt: is a link, not a file" in errors(read(tmp_path, "a.zip", target.getvalue()))


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"hello", "is no ZIP archive, or is cut off"),
        (zipped({"a.txt": NEWS})[:-30], "is no ZIP archive, or is cut off"),
        (zipped({}), "holds no file of a known kind"),
        (zipped({"a.png": "x"}), "holds no file of a known kind"),
    ],
)
def test_an_archive_that_is_none_or_holds_nothing_is_told(tmp_path: Path, content: bytes, word: str) -> None:
    assert word in errors(read(tmp_path, "a.zip", content))


def test_the_search_for_copies_reads_archives_too_and_passes_fields_over_that_it_does_not_know(tmp_path: Path) -> None:
    line = json.dumps({"text": NEWS, "id": "Own Id", "colour": "red"})
    table = f"text,title\n{NEWS},Plan\n"
    (tmp_path / "a.zip").write_bytes(zipped({"b/pile.jsonl": line, "c.csv": table, "d.txt": NEWS}))
    problems: list[InputError] = []
    entries = list(stream_archive([str(tmp_path)], Settings(), problems.append))
    assert [entry[0].replace(f"{tmp_path}/", "") for entry in entries] == [
        "Own Id",
        "a.zip!c.csv line 2",
        "a.zip!d.txt",
    ]
    assert problems == []


# --- gzip


def test_what_was_packed_with_gzip_is_read_as_what_it_is(tmp_path: Path) -> None:
    readings = read(tmp_path, "a.jsonl.gz", gzip.compress(json.dumps({"text": NEWS}).encode()))
    assert names(readings) == ["a.jsonl.gz line 1"]


def test_of_a_packed_file_that_is_cut_what_stands_before_is_kept(tmp_path: Path) -> None:
    lines = "".join(json.dumps({"text": f"{NEWS} {number * 7919 % 1000}"}) + "\n" for number in range(3_000))
    packed = gzip.compress(lines.encode())
    readings = read(tmp_path, "a.jsonl.gz", packed[: len(packed) // 2])
    assert len(names(readings)) > 500
    assert errors(readings).count("\n") == 0
    assert "is damaged or cut off" in errors(readings)


# --- WARC


def record(
    url: str, body: bytes, kind: str = "text/html; charset=utf-8", head: str = "", status: str = "200 OK"
) -> bytes:
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{head}\r\n".encode() + body
    return (
        (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2021-05-03T10:15:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(answer)}\r\n\r\n"
        ).encode()
        + answer
        + b"\r\n\r\n"
    )


def test_a_time_of_capture_that_utc_cannot_tell_ends_no_crawl(tmp_path: Path) -> None:
    odd = record("https://courier.example/a", PAGE.encode()).replace(
        b"2021-05-03T10:15:00Z", b"0001-01-01T00:00:00+14:00"
    )
    readings = read(tmp_path, "a.warc", odd + record("https://courier.example/b", PAGE.encode()))
    assert names(readings) == ["https://courier.example/a", "https://courier.example/b"]


def test_a_page_of_a_crawl_has_the_address_and_the_time_of_its_capture(tmp_path: Path) -> None:
    (captured,) = read(tmp_path, "a.warc", record("https://varnok.example/2021/05/02/plan", PAGE.encode()))
    assert isinstance(captured, Captured)
    assert captured.article.url is not None
    assert captured.article.url.value == "https://varnok.example/2021/05/02/plan"
    assert captured.capture.taken == "2021-05-03T10:15:00Z"
    assert captured.capture.data == PAGE.encode()


@pytest.mark.parametrize("packing", ["gzip", "deflate", "chunked"])
def test_pages_are_read_as_servers_wrap_them(tmp_path: Path, packing: str) -> None:
    import zlib

    body, head = {
        "gzip": (gzip.compress(PAGE.encode()), "Content-Encoding: gzip\r\n"),
        "deflate": (zlib.compress(PAGE.encode()), "Content-Encoding: deflate\r\n"),
        "chunked": (f"{len(PAGE):x}\r\n{PAGE}\r\n0\r\n\r\n".encode(), "Transfer-Encoding: chunked\r\n"),
    }[packing]
    (captured,) = read(tmp_path, "a.warc", record("https://varnok.example/plan", body, head=head))
    assert isinstance(captured, Captured)
    assert captured.capture.data == PAGE.encode()


def test_what_was_not_found_or_is_no_text_is_passed_over(tmp_path: Path) -> None:
    crawl = record("https://varnok.example/a", b"x", status="404 Not Found") + record(
        "https://varnok.example/b.png", b"x", kind="image/png"
    )
    assert "holds no page or text that a server gave with status 200" in errors(read(tmp_path, "a.warc", crawl))
    assert len(read(tmp_path, "b.warc", crawl + record("https://varnok.example/plan", PAGE.encode()))) == 1


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("place", [0.1, 0.35, 0.6, 0.9])
def test_a_crawl_that_breaks_off_is_read_up_to_there_and_one_line_says_where(
    tmp_path: Path, packed: bool, place: float
) -> None:
    records = [record(f"https://varnok.example/{number}", PAGE.encode()) for number in range(4)]
    pieces = [gzip.compress(one, mtime=0) for one in records] if packed else records
    whole = b"".join(pieces)
    readings = read(tmp_path, "a.warc.gz" if packed else "a.warc", whole[: int(len(whole) * place)])
    assert len(names(readings)) == int(4 * place)
    assert "breaks off in record" in errors(readings)
    assert errors(readings).count("\n") == 0


def test_what_is_no_crawl_is_told(tmp_path: Path) -> None:
    assert "breaks off in record 1 at byte 0" in errors(read(tmp_path, "a.warc", b"hello"))


@pytest.mark.parametrize("head", ["Content-Encoding: gzip\r\n", "Transfer-Encoding: chunked\r\n"])
def test_a_page_that_a_crawler_unwrapped_without_saying_so_is_read_as_it_is(tmp_path: Path, head: str) -> None:
    (captured,) = read(tmp_path, "a.warc", record("https://varnok.example/plan", PAGE.encode(), head=head))
    assert isinstance(captured, Captured)
    assert captured.capture.data == PAGE.encode()


def test_a_page_that_does_not_unpack_is_told_and_the_next_is_read(tmp_path: Path) -> None:
    bad = record("https://varnok.example/bad", gzip.compress(PAGE.encode())[:60], head="Content-Encoding: gzip\r\n")
    readings = read(tmp_path, "a.warc", bad + record("https://varnok.example/plan", PAGE.encode()))
    assert names(readings) == ["https://varnok.example/plan"]
    assert "a.warc!https://varnok.example/bad: has no article in it" in errors(readings)


@pytest.mark.parametrize(
    ("part", "name", "extra"), [("fastwarc", "a.warc", "warc"), ("pyarrow", "a.parquet", "parquet")]
)
def test_a_reader_that_is_not_installed_is_told_with_how_to_have_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: str, name: str, extra: str
) -> None:
    imported = builtins.__import__

    def without(wanted: str, *args: Any, **kwargs: Any) -> Any:
        if wanted.partition(".")[0] == part:
            raise ImportError(wanted)
        return imported(wanted, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    readings = read(tmp_path, name, b"x")
    assert f"which is not installed: pip install 'headwater[{extra}]'" in errors(readings)
