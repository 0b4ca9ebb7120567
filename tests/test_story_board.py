"""The board of a story on the command line."""

from __future__ import annotations

import json
import re
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace
from quality.scoring.gold import Gold, GoldArticle, GoldDay, load_gold
from quality.scoring.judgements import JUDGEMENTS, load_judgements, own_judgements
from quality.story import article_paths, main, read_story

import headwater
from headwater.testing.factories import make_brief
from headwater.types import Brief

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


def test_the_days_of_the_gold_are_told_to_headwater(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dated = {key: replace(each, published="2031-03-11") for key, each in GOLD.articles.items()}
    (folder / "gold.json").write_bytes(msgspec.json.encode(replace(GOLD, articles=dated)))
    told = []

    def answer(inputs: list[str], *, sidecar: str) -> Brief:
        told.append(Path(sidecar).read_text(encoding="utf-8").splitlines())
        return make_brief()

    monkeypatch.setattr(headwater, "brief", answer)
    read_story(folder)
    assert told == [["file,published", "ledger.txt,2031-03-11", "radio.txt,2031-03-11"]]


def test_judgement_files_hold_places_and_no_text() -> None:
    judged = own_judgements()
    assert judged
    assert all(one.start < one.end and re.fullmatch("[0-9a-f]{64}", one.digest) and one.reason for one in judged)


@pytest.mark.parametrize("change", [{"verdict": "maybe"}, {"finding": "quote"}, {"text": "words of an article"}])
def test_a_judgement_of_another_form_is_refused(tmp_path: Path, change: dict[str, str]) -> None:
    whole = json.loads(min(JUDGEMENTS.glob("*.json")).read_bytes())[0]
    (tmp_path / "judged.json").write_text(json.dumps([whole | change]), encoding="utf-8")
    with pytest.raises(msgspec.ValidationError):
        load_judgements(tmp_path / "judged.json")
