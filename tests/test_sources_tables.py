"""Tables: CSV, TSV and Parquet with columns of any name, and exports of links. All people and places are invented."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from headwater.errors import InputError
from headwater.settings import Settings
from headwater.sources import stream
from headwater.sources.gdelt import links_of_article_list, links_of_gdelt
from headwater.sources.links import Link
from headwater.types import Captured

NEWS = "The harbour council of Varnok met for two hours on Monday and sent the plan for a new pier back to its authors."


def read(folder: Path, name: str, content: str | bytes, **settings: Any) -> list[Captured | InputError]:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(stream([path], Settings(**settings)))


def only(readings: list[Captured | InputError]) -> Captured:
    (reading,) = readings
    assert isinstance(reading, Captured)
    return reading


def test_columns_are_found_by_their_common_names_whatever_their_case_and_marks(tmp_path: Path) -> None:
    table = f"ID,Article_URL,HEADLINE,Full Text,Author(s)\n7,https://varnok.example/a,Plan,{NEWS},Ada Brone\n"
    article = only(read(tmp_path, "a.csv", table)).article
    values = {field: getattr(article, field) for field in ("title", "url", "byline")}
    assert (article.id, article.text) == ("7", NEWS)
    assert [known.value for known in values.values()] == ["Plan", "https://varnok.example/a", "Ada Brone"]


def test_what_the_user_says_of_columns_goes_before_guesses(tmp_path: Path) -> None:
    table = f"text,story\nnot this,{NEWS}\n"
    assert only(read(tmp_path, "a.csv", table, columns={"text": "story"})).article.text == NEWS


def test_a_column_that_a_field_was_said_to_be_is_taken_for_no_other(tmp_path: Path) -> None:
    article = only(read(tmp_path, "a.csv", f"text,date\n{NEWS},Plan\n", columns={"title": "date"})).article
    assert article.title is not None
    assert article.published is None


@pytest.mark.parametrize(
    ("columns", "word"),
    [({}, "has no column known to hold texts"), ({"text": "bodyy"}, "has no column 'bodyy'")],
)
def test_a_missing_column_is_told_with_the_columns_found(tmp_path: Path, columns: dict[str, str], word: str) -> None:
    (error,) = read(tmp_path, "a.csv", "alpha,beta\n1,2\n", columns=columns)
    assert word in str(error)
    assert "its columns are alpha, beta" in str(error)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_marks_of_encodings_and_other_delimiters_are_seen(tmp_path: Path, encoding: str, delimiter: str) -> None:
    table = f"title{delimiter}text\nPlan{delimiter}“Naïve.” {NEWS}\n".encode(encoding)
    assert only(read(tmp_path, "a.csv", table)).article.text == f"“Naïve.” {NEWS}"


def test_a_row_in_a_legacy_encoding_is_read_by_itself_and_said_once(tmp_path: Path) -> None:
    rows = [f"Plan,{NEWS} “Naïve”".encode(), *[f"Plan,{NEWS} “Naïve” it’s".encode("cp1252")] * 2]
    readings = read(tmp_path, "a.csv", b"title,text\n" + b"\n".join(rows))
    remarks = [str(one) for one in readings if isinstance(one, InputError)]
    ends = [one.article.text.removeprefix(NEWS) for one in readings if isinstance(one, Captured)]
    assert ends == [" “Naïve”", " “Naïve” it’s", " “Naïve” it’s"]
    assert len(remarks) == 1
    assert "is not UTF-8 from line 3 on; it was read as Windows-1252" in remarks[0]


def test_line_breaks_within_quotes_are_text_and_rows_are_named_by_their_first_line(tmp_path: Path) -> None:
    readings = read(tmp_path, "a.csv", f'title,text\r\nOne,"{NEWS}\r\n\r\n{NEWS}"\r\nTwo,{NEWS}\r\n')
    first, second = (one for one in readings if isinstance(one, Captured))
    assert first.article.text == f"{NEWS}\n\n{NEWS}"
    assert first.capture.data == f'One,"{NEWS}\r\n\r\n{NEWS}"\r\n'.encode()
    assert second.capture.locator.endswith("a.csv line 5")


def test_a_cell_larger_than_pythons_own_limit_is_read(tmp_path: Path) -> None:
    assert len(only(read(tmp_path, "a.csv", f'text\n"{NEWS * 3_000}"\n')).article.text) == len(NEWS) * 3_000


def test_a_quote_that_is_never_closed_ends_the_table_with_one_line(tmp_path: Path) -> None:
    readings = read(tmp_path, "a.csv", f'text,title\n{NEWS},One\n"{NEWS},Two\n{NEWS},Three\n')
    assert isinstance(readings[0], Captured)
    assert "line 3: has a quote that is never closed" in str(readings[1])
    assert len(readings) == 2


def test_a_row_beyond_all_measure_ends_the_table_without_being_held(tmp_path: Path) -> None:
    readings = read(tmp_path, "a.csv", f'text,title\n{NEWS},One\n"' + "x\n" * 50_000, max_bytes=10_000)
    assert len(readings) == 2
    assert "is a row of more than 10,000 characters" in str(readings[1])


def test_a_row_of_too_many_cells_is_told_and_the_next_is_read(tmp_path: Path) -> None:
    readings = read(tmp_path, "a.csv", f"text,title\n{NEWS},One,more\n{NEWS},Two\n{NEWS}\n\n")
    assert "line 2: has 3 cells, more than there are columns (2)" in str(readings[0])
    assert [type(one) for one in readings[1:]] == [Captured, Captured]


@pytest.mark.parametrize("content", [b"", b"\n", b"text,title\n", b"PAR1 no", b"a\0b,c\n"])
def test_a_table_without_a_row_is_told_in_one_line(tmp_path: Path, content: bytes) -> None:
    (error,) = read(tmp_path, "a.csv", content)
    assert isinstance(error, InputError)


def test_a_table_of_links_is_not_followed_unless_that_is_asked(tmp_path: Path) -> None:
    (error,) = read(tmp_path, "a.csv", "title,url\nPlan,https://varnok.example/a\nFire,https://varnok.example/b\n")
    assert "holds the addresses of 2 articles and no text; give --follow to fetch them" in str(error)


def test_a_link_that_leads_nowhere_is_told_and_not_fetched(tmp_path: Path) -> None:
    (error,) = read(tmp_path, "a.csv", "title,url\nPlan,javascript:alert(1)\n", follow=True)
    assert "line 2: leads to javascript:alert(1); only http and https are fetched" in str(error)


def test_each_table_of_gdelt_gives_its_addresses() -> None:
    url = "https://varnok.example/plan"
    knowledge = [
        "20210503101500-T1",
        "2021",
        "1",
        "varnok.example",
        url,
        *[""] * 21,
        "<PAGE_TITLE>A &amp; B</PAGE_TITLE>",
    ]
    tables = {
        "gkg": knowledge,
        "mentions": ["1", "2", "3", "1", "varnok.example", url, *["0"] * 10],
        "events": ["1", *[""] * 59, url],
        "old events": ["1", *[""] * 56, url],
    }
    links = {
        name: list(links_of_gdelt("t", io.BytesIO("\t".join(cells).encode() + b"\n"), 10_000))
        for name, cells in tables.items()
    }
    assert all(isinstance(link, Link) and link.url == url for (link,) in links.values())
    assert links["gkg"] == [Link(url, "t line 1", title="A & B", outlet="varnok.example")]


def test_a_line_that_is_none_of_gdelts_is_told() -> None:
    table = io.BytesIO(b"\t".join([b"1", *[b""] * 59, b"https://varnok.example/a"]) + b"\nhello\n")
    _, error = links_of_gdelt("t", table, 10_000)
    assert "t line 2: is no row of GDELT" in str(error)


def test_the_days_on_which_gdelt_saw_an_article_are_no_dates_of_publication() -> None:
    value = {"articles": [{"url": "https://varnok.example/a", "title": "Plan", "seendate": "20210503T101500Z"}]}
    (link,) = links_of_article_list("t", value)
    assert link.published == ""


def test_a_parquet_table_is_read_row_by_row(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "a.parquet"
    parquet.write_table(pyarrow.table({"body": [NEWS, None], "n": [1, 2]}), path)
    first, second = stream([path])
    assert isinstance(first, Captured)
    assert json.loads(first.capture.data) == {"body": NEWS}
    assert "row 2: is empty" in str(second)
    path.write_bytes(path.read_bytes()[:-20])
    (error,) = stream([path])
    assert "is no Parquet table that can be read, or is cut off" in str(error)
