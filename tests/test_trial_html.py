"""The trial of saved pages, on invented pages in the data's form."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from quality.board.trial import Task
from quality.trials.html import TRIALS, Page, weigh

from headwater.types import Article, Basis, Known

(TRIAL,) = TRIALS
# Fiction.
FIRST = "The ferry to Port Ellin ran aground on Friday in heavy fog, and all forty passengers were brought ashore."
SECOND = "A harbour master said that the crew had seen the lights too late, and that the ferry would be towed away."
MENU = "Subscribe to our letter"
GERMAN = "Die Fähre lief am Freitag bei dichtem Nebel auf Grund, und alle Fahrgäste wurden an Land gebracht. "
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Ferry runs aground</title>
<meta property="og:title" content="Ferry runs aground"/>
<meta property="article:published_time" content="2001-06-03T08:00:00Z"/></head>
<body><nav><ul><li><a href="/letter">{MENU}</a></li></ul></nav>
<article><h1>Ferry runs aground</h1><p>{FIRST}</p><p>{SECOND}</p><p>{FIRST} {SECOND}</p></article>
<footer><a href="/letter">{MENU}</a></footer></body></html>"""
ROW = {
    "id": "invented-0", "file": "trafilatura/page.html", "url": "https://invented.example/ferry", "lang": "en",
    "with": ["ran aground on Friday", "seen the lights too late"], "without": [MENU], "comments": [],
    "title": "Ferry runs aground", "author": None, "date": "2001-06-03", "sitename": None,
}  # fmt: skip


def _task(folder: Path, rows: Sequence[Mapping[str, object]], quick: bool = False, **pages: str) -> Task:
    (folder / "pages" / "trafilatura").mkdir(parents=True)
    (folder / "pages" / "trafilatura.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    for name, html in ({"page": PAGE} | pages).items():
        (folder / "pages" / "trafilatura" / f"{name}.html").write_text(html, encoding="utf-8")
    return Task(folder, quick, lambda done, of: None)


def _figures(task: Task) -> dict[str, float]:
    return {name: sample.statistic(sample.units) for name, sample in TRIAL.run(task).items()}


def test_a_plain_page_is_read_whole_and_nothing_around_it(tmp_path: Path) -> None:
    rows = [ROW, ROW | {"id": "invented-1"}]
    assert _figures(_task(tmp_path, rows)) == {metric.name: 1.0 for metric in TRIAL.metrics}


def test_the_odd_pages_are_counted_alone(tmp_path: Path) -> None:
    missed = ROW | {"id": "invented-1", "with": ["a sentence of another page"]}
    figures = _figures(_task(tmp_path, [ROW, missed, ROW | {"id": "invented-2"}]))
    assert figures["html.odd_f1"] == 0
    assert figures["html.trafilatura_f1"] == pytest.approx(8 / 9)


def test_trafilatura_alone_reads_the_same_bytes(tmp_path: Path) -> None:
    apart = PAGE.replace("<article>", f'<p class="standfirst">{SECOND} {SECOND} It is news.</p><article>')
    row = ROW | {"file": "trafilatura/apart.html", "without": ["never said"]}
    figures = _figures(_task(tmp_path, [row], apart=apart))
    assert figures["html.f1"] == figures["html.trafilatura_f1"] == 1


def test_a_string_that_the_article_lacks_costs_recall(tmp_path: Path) -> None:
    row = ROW | {"with": ["ran aground on Friday", "a sentence of another page"]}
    assert _figures(_task(tmp_path, [row]))["html.f1"] == pytest.approx(2 / 3)


def test_a_page_that_holds_no_article_is_an_empty_text(tmp_path: Path) -> None:
    row = ROW | {"file": "trafilatura/empty.html"}
    figures = _figures(_task(tmp_path, [ROW, row], empty="<html><body></body></html>"))
    assert figures["html.f1"] == pytest.approx(2 / 3)
    assert figures["html.title"] == figures["html.date"] == 0.5


def test_a_page_in_another_language_is_read_and_then_turned_away(tmp_path: Path) -> None:
    html = PAGE.replace(FIRST, GERMAN).replace(SECOND, GERMAN)
    row = ROW | {"file": "trafilatura/german.html", "with": ["lief am Freitag"]}
    figures = _figures(_task(tmp_path, [row], german=html))
    assert (figures["html.f1"], figures["html.intake_f1"]) == (1, 0)


GOLD = Page("p", "p.html", "Ferry runs aground", "2001-06-03", ("fog", "lights"), (MENU,))


def _read(text: str, title: str | None = None, published: str | None = None) -> Article:
    known = [Known(value, Basis.FILE) if value else None for value in (title, published)]
    return Article(id="p", text=text, name="p", title=known[0], published=known[1])


def test_the_strings_title_and_day_of_the_gold_are_perfect() -> None:
    unit = weigh(GOLD, _read("fog, lights", "Ferry  runs aground", "2001-06-03T08:00:00Z"), taken=True)
    assert unit.read.score.f1 == unit.taken.score.f1 == 1
    assert unit[2:] == (True, True)


def test_what_stands_around_the_article_costs_precision() -> None:
    assert weigh(GOLD, _read(f"fog, lights. {MENU}"), taken=True).read.score.precision == pytest.approx(2 / 3)


def test_a_title_or_day_that_is_other_or_missing_is_wrong() -> None:
    assert weigh(GOLD, _read("", "Ferry sinks", "2001-06-04"), taken=False)[2:] == (False, False)
    assert weigh(GOLD, _read(""), taken=False)[2:] == (False, False)


def test_a_row_of_another_form_is_told_with_file_and_line(tmp_path: Path) -> None:
    task = _task(tmp_path, [ROW, {"id": "invented-1", "file": "trafilatura/page.html"}])
    with pytest.raises(ValueError, match=r"pages/trafilatura.jsonl, line 2"):
        TRIAL.run(task)


def test_a_quick_run_reads_a_part_of_the_pages(tmp_path: Path) -> None:
    task = _task(tmp_path, [ROW] * 40, quick=True)
    assert len(TRIAL.run(task)["html.f1"].units) == 30
