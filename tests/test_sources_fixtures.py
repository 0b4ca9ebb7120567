"""Every format on a file of it, beside which stands what is to come out. All people and places are invented.

To add one: put the file into `tests/sources`, run `python -m tests.test_sources_fixtures FILE`, and read what it wrote
line by line before you commit it.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from headwater.errors import InputError
from headwater.sources import gather, stream
from headwater.sources.formats import FORMATS
from headwater.sources.inputs import SUFFIXES
from headwater.types import Captured, Known

FOLDER = Path(__file__).parent / "sources"
EXPECTED = ".expected.json"
FIXTURES = sorted(path.name for path in FOLDER.iterdir() if not path.name.endswith(EXPECTED))


def readings(name: str) -> list[dict[str, Any]]:
    """What a file is read to, in the working folder, without what the clock says."""
    return [dict(_fields(reading)) for reading in stream([name])]


def _fields(reading: Captured | InputError) -> Iterator[tuple[str, Any]]:
    if isinstance(reading, InputError):
        kind = "note" if type(reading) is InputError else "left out"
        yield kind, str(reading)
        return
    article, capture = reading.article, reading.capture
    for field in article.__struct_fields__:
        value = getattr(article, field)
        if isinstance(value, Known):
            yield field, [value.value, value.basis.value]
        elif value and field != "language":
            yield field, [known.value for known in value] if isinstance(value, tuple) else value
    yield "capture", [capture.locator, capture.kind, len(capture.data), capture.digest[:12]]
    if ".warc" in capture.locator:
        yield "taken", capture.taken


@pytest.mark.parametrize("name", FIXTURES)
def test_a_file_of_each_format_is_read_as_it_is_written_beside_it(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER)
    assert readings(name) == json.loads(Path(name + EXPECTED).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", FIXTURES)
def test_what_a_brief_gathers_is_what_the_stream_hands_on(name: str) -> None:
    streamed = list(stream([FOLDER / name]))
    gathered = gather([FOLDER / name])
    articles = sorted(reading.article.text for reading in streamed if isinstance(reading, Captured))
    told = {str(reading) for reading in streamed if isinstance(reading, InputError)}
    assert sorted(article.text for article in gathered.articles) == articles
    assert {f"{one.name}: {one.reason}" for one in gathered.left_out} == told


def test_a_folder_is_searched_for_all_that_has_a_reader() -> None:
    suffixes = {suffix for one in FORMATS for suffix in one.suffixes}
    assert {suffix for suffix in suffixes if not suffix.endswith(".gz")} == SUFFIXES


def test_a_folder_of_all_formats_is_read_to_the_end() -> None:
    read = list(stream([FOLDER]))
    alone = [reading for name in FIXTURES for reading in stream([FOLDER / name])]
    assert sum(isinstance(reading, Captured) for reading in read) >= sum(
        isinstance(reading, Captured) for reading in alone
    )


if __name__ == "__main__":
    import os

    os.chdir(FOLDER)
    for fixture in sys.argv[1:]:
        Path(fixture + EXPECTED).write_text(
            json.dumps(readings(fixture), indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
        )
