"""Any bytes under any suffix: articles or errors, one line each, and never anything raised."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from headwater.errors import InputError
from headwater.sources import stream
from headwater.sources.formats import FORMATS
from headwater.types import Captured

FOLDER = Path(__file__).parent / "sources"
SUFFIXES = sorted({suffix for one in FORMATS for suffix in one.suffixes} | {".jsonl.gz", ".csv.gz", ""})
FILES = sorted(path for path in FOLDER.iterdir() if not path.name.endswith(".expected.json"))
SEEDS = [path.read_bytes() for path in FILES] + [
    b"text,title\n",
    b'{"text": "',
    b"[{}, [], 7]",
    b"<?xml version='1.0'?><rss><channel>",
    b"<newsMessage><itemSet><newsItem>",
    b"WARC/1.0\r\n",
    b"PK\x03\x04",
    b"\x1f\x8b\x08",
    b"\xff\xfe",
    b"---\ntitle: x\n---\n",
]
QUIET = settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def check(path: Path) -> None:
    for reading in stream([path]):
        assert isinstance(reading, (Captured, InputError))
        if isinstance(reading, InputError):
            assert "\n" not in str(reading)
            assert "\x1b" not in str(reading)
            assert reading.reason.strip()
            assert "a defect" not in reading.reason


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A file of some format, damaged in a few places."""
    data = bytearray(draw(st.sampled_from(SEEDS)))
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, len(data)))
        taken = draw(st.integers(0, 30))
        data[place : place + taken] = draw(st.binary(max_size=30))
    return bytes(data)


@QUIET
@given(st.one_of(st.binary(max_size=300), mutated()), st.sampled_from(SUFFIXES))
def test_any_bytes_under_any_suffix_are_read_or_told(tmp_path: Path, data: bytes, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(data)
    check(path)


@QUIET
@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=40), mutated())
def test_members_of_any_name_are_read_or_told(tmp_path: Path, name: str, data: bytes) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(f"{name}.jsonl", data)
        archive.writestr(f"{name}.xml", data)
    path = tmp_path / "a.zip"
    path.write_bytes(target.getvalue())
    check(path)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
@pytest.mark.parametrize("place", [0.1, 0.5, 0.9])
def test_a_file_that_is_cut_anywhere_is_read_or_told(tmp_path: Path, path: Path, place: float) -> None:
    cut = tmp_path / path.name
    cut.write_bytes(path.read_bytes()[: int(path.stat().st_size * place)])
    check(cut)
