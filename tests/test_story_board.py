"""The board of a story on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from quality.scoring.gold import Gold, GoldArticle, GoldDay, load_gold, load_judgements
from quality.story import article_paths, main

import headwater
from headwater.testing.factories import make_brief

GOLD = Gold(
    articles={"ledger": GoldArticle("ledger.txt", "wire"), "radio": GoldArticle("radio.txt", "radio")},
    lines=2,
    timeline=(GoldDay("1974", "the terminal was built", {"ledger": "1974"}),),
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A story with one article beside the gold and one in `articles/`; headwater answers with a brief made by hand."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "ledger.txt").write_text("words", encoding="utf-8")
    (tmp_path / "articles" / "radio.txt").write_text("words", encoding="utf-8")
    (tmp_path / "gold.json").write_bytes(msgspec.json.encode(GOLD))
    monkeypatch.setattr(headwater, "brief", lambda inputs, **options: make_brief())
    return tmp_path


def test_the_board_is_a_table_of_every_measure(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder)]) == 0
    shown = capsys.readouterr().out
    assert "dates_right" in shown
    assert "citations_right" in shown


def test_the_board_lists_hits_and_misses_when_asked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(folder), "--published", "2031-03-11", "--verbose"])
    assert "+ 1974 the terminal was built: ledger" in capsys.readouterr().out


def test_the_board_can_be_read_by_machines(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(folder), "--json"])
    measures = {row["name"]: row for row in json.loads(capsys.readouterr().out)}
    assert (measures["dates_right"]["value"], measures["dates_right"]["of"]) == (1, 1)


def test_articles_are_looked_for_beside_the_gold_and_in_their_folder(folder: Path) -> None:
    assert article_paths(folder, GOLD) == [folder / "ledger.txt", folder / "articles" / "radio.txt"]


def test_a_missing_article_is_named(folder: Path) -> None:
    (folder / "ledger.txt").unlink()
    with pytest.raises(FileNotFoundError, match=r"ledger\.txt"):
        article_paths(folder, GOLD)


def test_a_gold_that_breaks_the_form_is_refused_with_the_field(folder: Path) -> None:
    (folder / "gold.json").write_text('{"articles": {}, "lines": "three"}', encoding="utf-8")
    with pytest.raises(msgspec.ValidationError, match="lines"):
        load_gold(folder / "gold.json")


def test_judgement_files_of_the_tests_hold_offsets_and_no_text() -> None:
    files = sorted((Path(__file__).parent / "judgements").glob("*.json"))
    assert [path.name for path in files] == ["founding.json", "harbour.json"]
    for path in files:
        assert all(one.verdict in {"right", "wrong"} and one.start < one.end for one in load_judgements(path))
