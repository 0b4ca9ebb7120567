"""The stream of articles: lazy, in the order given, each with its bytes, what cannot be used told in its place.

All people and places are invented.
"""

import itertools
import json
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from headwater.errors import InputError, NotEnglish, OptionError, UnreadableInput
from headwater.settings import Settings, settings_from
from headwater.sources import stream
from headwater.types import Article, Basis, Captured, Known

NEWS = (
    "The harbour council of Varnok met for two hours on Monday and sent the plan for a new pier back to its authors. "
    "The mayor said that the town could not pay for it."
)
FRENCH = (
    "Le conseil municipal de Varnok s'est réuni lundi pendant deux heures et a renvoyé le projet de nouvelle jetée à "
    "ses auteurs, parce que la ville ne peut pas la payer, selon le maire."
)


def articles(inputs: list[str | Path], settings: Settings | None = None) -> list[Captured]:
    return [reading for reading in stream(inputs, settings) if isinstance(reading, Captured)]


def test_articles_come_in_the_order_given_and_a_folder_by_path(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a.txt", "c/d/e.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"{NEWS} {name}")
    (tmp_path / "last.txt").write_text(NEWS)
    read = articles([tmp_path / "last.txt", tmp_path])
    assert [one.article.name for one in read] == ["last.txt", "a/z.txt", "a.txt", "b.txt", "c/d/e.txt"]


def test_nothing_is_read_before_it_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NEWS)
    asked: list[str] = []

    def inputs() -> Iterator[str]:
        for name in ("a.txt", "b.txt"):
            asked.append(name)
            yield str(tmp_path / name)

    readings = stream(inputs())
    assert asked == []
    assert isinstance(next(readings), Captured)
    assert asked == ["a.txt"]


def test_the_bytes_of_each_article_are_kept_as_they_were(tmp_path: Path) -> None:
    page = f"<!doctype html><html><body><article><h1>Plan</h1><p>{NEWS}</p><p>{NEWS}</p></article></body></html>"
    (tmp_path / "a.html").write_text(page)
    line = json.dumps({"text": NEWS, "id": "x"}).encode()
    (tmp_path / "b.jsonl").write_bytes(b"  " + line + b"\r\n\n" + line)
    first, second, third = articles([tmp_path / "a.html", tmp_path / "b.jsonl"])
    assert first.capture.data == page.encode()
    assert (first.capture.kind, first.capture.locator) == ("text/html", str(tmp_path / "a.html"))
    assert (second.capture.data, third.capture.data) == (line, line)
    assert third.capture.locator.endswith("b.jsonl line 3")
    assert len(third.capture.taken) == len("2021-05-03T10:15:00Z")


def test_an_element_of_an_array_keeps_the_bytes_that_stand_for_it(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('[ {"text" :  "' + NEWS + '"} , 7 ]')
    (only,) = articles([tmp_path / "a.json"])
    assert only.capture.data == b'{"text" :  "' + NEWS.encode() + b'"}'


def test_an_article_in_hand_is_its_own_capture() -> None:
    given = Article(id="x", text=NEWS, name="mine", outlet=Known("Courier", Basis.FILE))
    (captured,) = stream([given])
    assert isinstance(captured, Captured)
    assert captured.article == given
    assert captured.capture.data == NEWS.encode()


def test_what_cannot_be_used_is_told_in_its_place_and_the_rest_goes_on(tmp_path: Path) -> None:
    lines = [json.dumps({"text": text}) for text in (NEWS, FRENCH, " ", "x " * 600_000)]
    (tmp_path / "a.jsonl").write_text("\n".join([*lines, "{", lines[0]]))
    read = list(stream([tmp_path / "a.jsonl", tmp_path / "none.txt"]))
    kinds = [type(one) for one in read]
    assert kinds[0] is kinds[5] is Captured
    assert kinds[1] is NotEnglish
    assert [str(one).rpartition(":")[2] for one in read[2:4]] == [
        " is empty",
        " is longer than an article can be (1,000,000 characters); split it",
    ]
    assert "line 5: is not JSON" in str(read[4])
    assert isinstance(read[6], UnreadableInput)


def test_ids_are_those_that_files_give_and_need_not_be_unique(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("\n".join([json.dumps({"text": NEWS, "id": "Pier Plan"})] * 2))
    assert [one.article.id for one in articles([tmp_path / "a.jsonl"])] == ["pier-plan", "pier-plan"]


def test_a_file_handed_in_again_is_a_remark_that_did_no_harm(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NEWS)
    _, again = stream([tmp_path / "a.txt", tmp_path])
    assert type(again) is InputError
    assert "taken once" in str(again)


def test_options_and_sidecar_hold_for_the_stream(tmp_path: Path) -> None:
    (tmp_path / "pile.jsonl").write_text("\n".join(json.dumps({"text": NEWS, "id": f"a{n}"}) for n in range(2)))
    (tmp_path / "about.csv").write_text("name,outlet\na0,Courier\nnobody,Other\n")
    read = list(
        stream([tmp_path / "pile.jsonl"], Settings(sidecar=str(tmp_path / "about.csv"), published="2021-05-03"))
    )
    first, second, unused = read
    assert isinstance(first, Captured)
    assert isinstance(second, Captured)
    assert first.article.outlet == Known("Courier", Basis.OPTION)
    assert second.article.outlet is None
    assert second.article.published == Known("2021-05-03", Basis.OPTION)
    assert "nobody: is named in the sidecar" in str(unused)


@pytest.mark.parametrize("day", ["1970-01-01", "2090-05-03"])
def test_a_date_that_nobody_can_have_meant_is_kept_as_stated_and_told(tmp_path: Path, day: str) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": NEWS, "published": day}))
    remark, captured = stream([tmp_path / "a.jsonl"])
    assert type(remark) is InputError
    assert f"has the date {day}, which is" in str(remark)
    assert isinstance(captured, Captured)
    assert captured.article.published == Known(day, Basis.FILE)


def test_a_sidecar_among_the_articles_is_no_table_of_articles(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NEWS)
    (tmp_path / "about.csv").write_text("file,outlet\na.txt,Courier\n")
    (captured,) = stream([tmp_path], Settings(sidecar=str(tmp_path / "about.csv")))
    assert isinstance(captured, Captured)
    assert captured.article.outlet == Known("Courier", Basis.OPTION)


def test_a_defect_in_a_parser_costs_one_item_and_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> Article:
        raise TypeError("no")

    monkeypatch.setattr("headwater.sources.texts.read_markdown", fail)
    for name in ("a.md", "b.txt"):
        (tmp_path / name).write_text(NEWS)
    error, captured = stream([tmp_path])
    assert "a.md: could not be read, by a defect of headwater or of a part of it (TypeError: no)" in str(error)
    assert isinstance(captured, Captured)


def test_progress_names_each_input(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NEWS)
    told: list[str] = []
    list(stream([tmp_path / "a.txt"], on_progress=told.append))
    assert told == [f"reading {tmp_path / 'a.txt'}"]


def test_a_long_file_of_lines_is_never_held(tmp_path: Path) -> None:
    line = json.dumps({"text": NEWS * 20}) + "\n"
    with (tmp_path / "a.jsonl").open("w") as file:
        file.writelines(itertools.repeat(line, 2_000))  # 8 megabytes
    list(itertools.islice(stream([tmp_path / "a.jsonl"]), 10))
    tracemalloc.start()
    count = sum(1 for _ in itertools.islice(stream([tmp_path / "a.jsonl"]), 300))
    held = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 300
    assert held < 1_000_000


@pytest.mark.parametrize(
    ("columns", "word"),
    [("colour=red", "'colour', which no article has"), ("text", "write them as"), ("text=", "write them as")],
)
def test_columns_that_cannot_be_are_refused(columns: str, word: str) -> None:
    with pytest.raises(OptionError, match=word):
        settings_from({"columns": columns})


def test_columns_are_written_as_on_the_command_line_or_given_as_a_mapping() -> None:
    assert settings_from({"columns": "text=body, title=head line"}).columns == {"text": "body", "title": "head line"}
    assert settings_from({"columns": {"text": "body"}}) == Settings(columns={"text": "body"})
