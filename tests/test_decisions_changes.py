"""What changed from one brief of a story to a later one, in words: on briefs of invented reports."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from test_decisions_brief import ALL, GULL, HERON, NO_COPY, ONE_MAN, STORY, THREE, TIDE, brief

from headwater.decisions import changes
from headwater.testing.factories import make_brief
from headwater.types import Brief, ChangeKind, Decision, DecisionKind


def said(before: Brief, after: Brief, kind: ChangeKind) -> list[str]:
    return [each.says for each in changes(before, after) if each.kind is kind]


@pytest.mark.parametrize("decisions", [(), ALL], ids=["plain", "decided"])
def test_a_brief_has_not_changed_from_itself(decisions: tuple[Decision, ...]) -> None:
    assert changes(brief(*decisions), brief(*decisions)) == ()
    assert changes(make_brief(), make_brief()) == ()


def test_two_names_that_became_one_are_told_with_the_sources_that_became_one() -> None:
    before, after = brief(), brief(ONE_MAN)
    assert said(before, after, ChangeKind.NAME) == ["“Roman Qadeh” and “Ruben Kade” are one name now"]
    assert said(before, after, ChangeKind.SPEAKER) == ["1 quote of “Roman Qadeh” is “Ruben Kade”’s now"]
    assert any("2 sources became 1" in words for words in said(before, after, ChangeKind.STATEMENT))


def test_a_name_that_became_two_is_told() -> None:
    before, after = brief(), brief(Decision(DecisionKind.NOT_SAME_PERSON, ("Kade",), ("Ruben Kade",)))
    assert said(before, after, ChangeKind.NAME) == ["“Ruben Kade” is now “Kade” and “Ruben Kade”"]


def test_a_speaker_who_is_only_called_otherwise_is_no_change() -> None:
    before = brief()
    renamed = tuple(replace(each, name=f"{each.name} the Elder") for each in before.entities)
    assert changes(before, replace(before, entities=renamed)) == ()


def test_a_text_that_is_no_copy_is_told_with_the_lines() -> None:
    before, after = brief(), brief(NO_COPY)
    lines = said(before, after, ChangeKind.LINES)
    assert lines[0].startswith("2 lines became 3")
    assert "Heron News (heron.txt) is a line alone now, without The Velmark Tide (tide.md)" in lines
    assert any("is no longer held to have text from" in words for words in said(before, after, ChangeKind.COPY))
    assert any("1 line became 2" in words for words in said(before, after, ChangeKind.STATEMENT))


def test_an_accepted_figure_is_told_and_so_is_its_taking_back() -> None:
    before, after = brief(), brief(THREE)
    assert said(before, after, ChangeKind.FIGURE)[0].endswith("best was 4 and is 3, accepted by a reader")
    assert said(after, before, ChangeKind.FIGURE)[0].endswith("best was 3 and is 4, no longer accepted by a reader")


def test_an_article_that_came_in_is_told_and_changes_no_line_of_the_others() -> None:
    before, after = brief(articles=(TIDE, GULL)), brief()
    assert said(before, after, ChangeKind.ARTICLES) == ["Heron News (heron.txt) came in"]
    assert said(before, after, ChangeKind.LINES) == []
    assert said(after, before, ChangeKind.ARTICLES) == ["Heron News (heron.txt) went"]


def test_conflicts_and_alterations_that_came_and_went_are_told() -> None:
    full = make_brief()
    empty = replace(full, conflicts=(), alterations=())
    assert all(words.startswith("the lines no longer differ") for words in said(full, empty, ChangeKind.CONFLICT))
    assert all(words.startswith("the lines differ now") for words in said(empty, full, ChangeKind.CONFLICT))
    assert len(said(full, empty, ChangeKind.CONFLICT)) == len(full.conflicts)
    assert said(full, empty, ChangeKind.ALTERATION)[0].endswith("in copying became none")


@pytest.mark.parametrize("decision", [*ALL, None], ids=["name", "copy", "figure", "article"])
def test_every_change_opens_words_of_the_later_brief(decision: Decision | None) -> None:
    before, after = (
        (brief(articles=(GULL, HERON)), brief(articles=STORY)) if decision is None else (brief(), brief(decision))
    )
    lengths = {article.id: len(article.text) for article in after.articles}
    found = changes(before, after)
    assert found
    for change in found:
        assert change.says
        assert all(0 <= span.start < span.end <= lengths[span.article] for span in change.spans)
