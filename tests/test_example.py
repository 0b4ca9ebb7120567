"""The bundled example: marked as fiction, read by headwater's own intake, and stated in full by its gold."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from quality.oracle import brief_of_gold
from quality.scoring.gold import Gold, load_gold
from quality.story_gold import by_name, score

from headwater.errors import OptionError
from headwater.examples import HARBOUR, write_example
from headwater.settings import Settings
from headwater.sources import gather
from headwater.types import AlterationKind, Article, Status

ARTICLES: Final = HARBOUR / "articles"
GOLD: Final = load_gold(HARBOUR / "gold.json")
FILES: Final = sorted(path.name for path in ARTICLES.iterdir())
MARKS: Final = {
    ".md": "\nfiction: true\n",
    ".json": '(fiction)",\n',
    ".html": '<meta name="fiction" content="true">',
}


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    """Each article under its gold key, as headwater's intake reads it."""
    gathered = gather([ARTICLES / article.file for article in GOLD.articles.values()], Settings())
    assert not gathered.left_out
    return {article.id: article for article in gathered.articles}


@pytest.fixture(scope="module")
def texts(articles: dict[str, Article]) -> dict[str, str]:
    return {key: article.text for key, article in articles.items()}


def mentions(gold: Gold) -> Iterator[tuple[str, str]]:
    """Every pair of an article key and the words that the gold says stand in it."""
    tables = [claim.mentions for claim in gold.claims]
    tables += [quote.mentions for quote in gold.quotes]
    tables += [day.mentions for day in gold.timeline]
    for table in tables:
        yield from table.items()
    for alteration in (*gold.alterations, *gold.minor):
        yield from (alteration.corrupt, alteration.sound)
    for edit in gold.harmless:
        yield from (edit.a, edit.b)
    for pair in gold.compatible:
        yield from ((key, pair.a_text) for key in pair.a)
        yield from ((key, pair.b_text) for key in pair.b)
    for derived in gold.derivations:
        yield from ((derived.a, a) for a, _ in derived.passages)
        yield from ((derived.b, b) for _, b in derived.passages)
    for key, lines in gold.boilerplate.items():
        yield from ((key, line) for line in lines)


def test_there_are_seven_reports_in_four_forms() -> None:
    assert len(FILES) == 7
    assert {Path(name).suffix for name in FILES} == {".md", ".txt", ".html", ".json"}
    assert sorted(article.file for article in GOLD.articles.values()) == FILES


@pytest.mark.parametrize("name", FILES)
def test_each_report_is_marked_as_fiction_in_its_head_or_its_name(name: str) -> None:
    path = ARTICLES / name
    if path.suffix == ".txt":  # all of a plain text is analysed, so the mark stands in the name
        assert path.stem.endswith("-fiction")
    else:
        assert MARKS[path.suffix] in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FILES)
def test_every_address_is_reserved_for_examples(name: str) -> None:
    text = (ARTICLES / name).read_text(encoding="utf-8")
    hosts = [part.split("/")[0] for part in text.split("https://")[1:]]
    assert all(host.endswith(".example") for host in hosts)


def test_articles_get_the_ids_that_the_gold_uses(texts: dict[str, str]) -> None:
    assert sorted(texts) == sorted(GOLD.articles)


def test_the_mark_of_fiction_is_no_part_of_the_text(texts: dict[str, str]) -> None:
    assert not [key for key, text in texts.items() if "fiction" in text.casefold()]


def test_each_text_is_as_long_as_a_report(texts: dict[str, str]) -> None:
    assert all(300 <= len(text.split()) <= 600 for text in texts.values())


def test_every_mention_of_the_gold_stands_in_its_article(texts: dict[str, str]) -> None:
    assert not [(key, words) for key, words in mentions(GOLD) if words not in texts[key]]


def test_every_alias_of_the_gold_stands_in_some_article(texts: dict[str, str]) -> None:
    whole = "\n".join(texts.values())
    names = [alias for entity in GOLD.entities for alias in entity.aliases]
    names += [name for pair in GOLD.different_entities for name in pair]
    assert not [name for name in names if name not in whole]


def test_the_planted_stemma_is_complete() -> None:
    pairs = Counter(frozenset((pair.a, pair.b)) for pair in GOLD.derivations)
    keys = sorted(GOLD.articles)
    assert pairs == {frozenset((a, b)): 1 for a in keys for b in keys if a < b}


def test_relations_and_lines_agree() -> None:
    for pair in GOLD.derivations:
        same = GOLD.articles[pair.a].line == GOLD.articles[pair.b].line
        assert (pair.relation == "same_line") == same, pair
        assert (pair.relation == "partial") == bool(pair.passages), pair
    assert len({article.line for article in GOLD.articles.values()}) == GOLD.lines == 4


def test_the_unseen_wire_has_three_pick_ups_an_update_and_one_borrower() -> None:
    (wire,) = json.loads((HARBOUR / "gold.json").read_text(encoding="utf-8"))["unseen"]
    children = [*wire["children"], wire["successor"]]
    assert len(wire["children"]) == 3
    assert sorted(children) == sorted(key for key, article in GOLD.articles.items() if article.line == "MP")
    assert {pair.a for pair in GOLD.derivations if pair.relation == "partial"} == {wire["lends_to"]}


def test_an_alteration_of_each_kind_is_planted() -> None:
    planted = Counter(alteration.kind for alteration in GOLD.alterations)
    assert set(planted) == {kind.value for kind in AlterationKind}
    assert planted.total() >= 12


def test_alterations_lie_inside_a_line_and_conflicts_between_lines() -> None:
    line = {key: article.line for key, article in GOLD.articles.items()}
    assert all(line[alteration.corrupt[0]] == line[alteration.sound[0]] for alteration in GOLD.alterations)
    for conflict in GOLD.conflicts:
        sides = [{line[key] for key in value.articles} for value in conflict.values]
        assert not set.intersection(*sides), conflict.id


def test_statuses_are_those_of_headwater() -> None:
    assert set().union(*(claim.accepted for claim in GOLD.claims)) <= {status.value for status in Status}


def test_what_the_gold_calls_corroborated_or_single_line_fits_its_lines() -> None:
    for claim in GOLD.claims:
        lines = {GOLD.articles[key].line for key in claim.mentions}
        if claim.status == "single_line":
            assert len(lines) == 1 or claim.id in {"burned", "trade"}, claim.id  # those two were borrowed
        if claim.status == "corroborated":
            assert len(lines) >= 2, claim.id


def test_enough_is_planted_of_the_rest() -> None:
    assert len(GOLD.conflicts) >= 4
    assert {"quantity", "category", "date", "place", "denial"} <= {conflict.kind for conflict in GOLD.conflicts}
    assert len(GOLD.compatible) >= 4
    assert len(GOLD.harmless) >= 12
    assert len(GOLD.different_entities) >= 2


def test_the_example_written_to_a_folder_has_all_its_reports(tmp_path: Path) -> None:
    folder = write_example(tmp_path / "demo")
    assert sorted(path.name for path in (folder / "reports").iterdir()) == FILES
    assert "fiction" in (folder / "README.md").read_text(encoding="utf-8")
    with pytest.raises(OptionError, match="exists already"):
        write_example(folder)


def test_a_brief_that_says_what_the_gold_says_misses_nothing_and_makes_no_mistake(articles: dict[str, Article]) -> None:
    measures = by_name(score(brief_of_gold(GOLD, articles), GOLD))
    mistakes = {name for name in measures if name.endswith(("_false", "_flagged", "_merged"))}
    assert not [measures[name] for name in mistakes if measures[name].value]
    # one sentence may carry several claims, which strict pairs punish: see quality.scoring.statements
    strict = {"statements_f1", "statements_precision"}
    assert not [m for name, m in measures.items() if name not in mistakes | strict and m.value != m.of]
