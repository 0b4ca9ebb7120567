"""Which claims assert the same thing, and who stands behind it. All people and places are invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.testing.reading import StoryRead, copied_words, read_story, read_texts, stemma_of
from headwater.types import Claim, Statement

DAY = "2031-03-11"  # a Tuesday
DEATHS = "A blast in Varnholt killed 12 miners on Monday."
CLOSED = "The council closed the bridge over the Ense."


def _read(*texts: str) -> StoryRead:
    return read_story({chr(ord("a") + number): text for number, text in enumerate(texts)}, published=DAY)


def _one_statement(*texts: str) -> bool:
    return len(_read(*texts).statements) == 1


def _copies(text: str, number: int) -> StoryRead:
    """A text in `number` copies."""
    texts = {f"copy{one:03}": text for one in range(number)}
    articles = [document.article for document in read_texts(texts, DAY)]
    passages = [copied_words(articles[0], copy, text) for copy in articles[1:]]
    return read_story(texts, stemma_of({"wire": sorted(texts)}, passages), DAY)


# --- the same thing -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gunmen killed 12 miners in Varnholt.", "Twelve miners were killed by gunmen in Varnholt."),
        ("Gunmen killed 12 miners in Varnholt.", "Gunmen killed 15 miners in Varnholt."),
        ("Police arrested two dockers in Varnholt.", "Police detained two dockers in Varnholt."),
        ("The Reed Front burned the mill.", "The Reed Front did not burn the mill."),
        ("Ada Holm opened the new bridge.", "Mayor Ada Holm opened the new bridge on Monday."),
    ],
    ids=["passive", "another number", "another verb of the class", "a denial", "more detail"],
)
def test_claims_of_one_thing_are_one_statement(one: str, other: str) -> None:
    assert _one_statement(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gunmen raided the mill.", "Ada Holm opened the bridge."),
        ("The blast killed 12 miners.", "The blast closed the harbour."),
        ("Ada Holm praised the guards.", "Bren Okoro praised the choir."),
    ],
)
def test_claims_of_different_things_are_different_statements(one: str, other: str) -> None:
    assert not _one_statement(one, other)


def test_two_claims_of_one_sentence_are_never_one_statement() -> None:
    story = _read("Gunmen killed 12 miners and gunmen killed 12 miners in Varnholt.", DEATHS)
    for statement in story.statements:
        sentences = [claim.sentence for claim in story.claims if claim.id in statement.claims]
        assert len(sentences) == len(set(sentences))


def test_a_passage_aligns_claims_that_words_alone_would_not() -> None:
    original, spun = "The harbour office shut the quay to lorries.", "The port bureau barred trucks from the wharf."
    texts = {"a": original, "b": spun}
    left, right = (document.article for document in read_texts(texts, DAY))
    passage = copied_words(left, right, original[:-1], spun[:-1])
    story = read_story(texts, stemma_of({"wire": ["a", "b"]}, [passage]), DAY)
    assert len(read_story(texts, published=DAY).statements) == 2
    assert len(story.statements) == 1


def test_every_claim_is_in_one_statement() -> None:
    story = _read(DEATHS, f"{CLOSED} {DEATHS}", "Ada Holm said the bridge had cracked.")
    assert sorted(claim for one in story.statements for claim in one.claims) == sorted(c.id for c in story.claims)


def test_statements_are_numbered_by_importance() -> None:
    story = _read(f"{CLOSED} {DEATHS}", DEATHS)
    assert [one.id for one in story.statements] == [f"s{rank}" for rank in range(1, len(story.statements) + 1)]
    weights = [one.importance for one in story.statements]
    assert weights == sorted(weights, reverse=True)
    assert story.statements[0] == story.statement(DEATHS[:-1], "b")


def test_no_claims_make_no_statements() -> None:
    assert _read("Yes.", "…").statements == ()


@settings(max_examples=8, deadline=None)
@given(st.permutations(["a", "b", "c"]))
def test_the_names_of_the_articles_change_no_statement(names: list[str]) -> None:
    texts = (DEATHS, f"{CLOSED} Gunmen fled by boat.", f"Twelve miners died in a blast in Varnholt. {CLOSED}")
    story = read_story(dict(zip(names, texts, strict=True)), published=DAY)
    expected = read_story(dict(zip("abc", texts, strict=True)), published=DAY)
    assert _groups(story) == _groups(expected)


def _groups(story: StoryRead) -> list[list[str]]:
    words = {claim.id: story.words(claim) for claim in story.claims}
    return sorted(sorted(words[claim] for claim in statement.claims) for statement in story.statements)


# --- copies ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [2, 40, 150])
def test_a_claim_in_any_number_of_copies_is_one_statement_of_one_line(number: int) -> None:
    story = _copies(f"{DEATHS} {CLOSED} Holm wept.", number)
    assert {(len(one.articles), one.lines.best, one.line_ids) for one in story.statements} == {
        (number, 1, ("line:wire",))
    }


def test_a_copy_changes_no_statement_but_those_it_repeats() -> None:
    texts = {"a": f"{DEATHS} {CLOSED}", "b": "Miners mourned in Varnholt. The council shut the Ense bridge to lorries."}
    (first, *_) = (document.article for document in read_texts({**texts, "c": texts["a"]}, DAY))
    copy = read_texts({**texts, "c": texts["a"]}, DAY)[2].article
    stemma = stemma_of({"wire": ["a", "c"], "radio": ["b"]}, [copied_words(first, copy, texts["a"])])
    with_copy = read_story({**texts, "c": texts["a"]}, stemma, DAY)
    without = read_story(texts, stemma_of({"wire": ["a"], "radio": ["b"]}), DAY)
    assert [_without("c", one) for one in with_copy.statements] == [one.claims for one in without.statements]
    assert [one.lines for one in with_copy.statements] == [one.lines for one in without.statements]
    assert [one.sources for one in with_copy.statements] == [one.sources for one in without.statements]


def _without(article: str, statement: Statement) -> tuple[str, ...]:
    return tuple(claim for claim in statement.claims if not claim.startswith(f"{article}."))


# --- lines and sources ----------------------------------------------------------------------------------------

PRESS = "A blast in Varnholt killed 12 miners on Monday, Mayor Ada Holm told reporters."
ANONYMOUS = "A blast in Varnholt killed 12 miners on Monday, an official said on condition of anonymity."


def _deaths(*texts: str) -> Statement:
    return _read(*texts).statement(DEATHS[:-1], "a")


def test_a_story_of_one_article_has_one_line_behind_everything() -> None:
    statement = _deaths(DEATHS)
    assert (statement.lines.low, statement.lines.best, statement.lines.high) == (1, 1, 1)


def test_each_independent_article_adds_a_line() -> None:
    assert [_deaths(*[DEATHS] * number).lines.best for number in (1, 2, 5)] == [1, 2, 5]


def test_two_lines_at_one_press_conference_are_two_lines_and_one_source() -> None:
    statement = _deaths(PRESS, PRESS.replace("Mayor Ada Holm told reporters", "Ada Holm said"))
    assert (statement.lines.best, statement.sources) == (2, 1)


def test_two_lines_with_two_named_sources_have_two() -> None:
    statement = _deaths(PRESS, PRESS.replace("Mayor Ada Holm", "Fire chief Bren Okoro"))
    assert (statement.lines.best, statement.sources) == (2, 2)


def test_an_anonymous_source_is_private_to_its_line() -> None:
    assert _deaths(ANONYMOUS, ANONYMOUS).sources == 2


def test_an_anonymous_source_of_an_agency_is_one_in_all_its_copies() -> None:
    assert {one.sources for one in _copies(ANONYMOUS, 5).statements} == {1}


def test_the_newsroom_s_own_word_is_no_named_source() -> None:
    assert _deaths(DEATHS, DEATHS).sources == 0


def test_a_claim_lent_as_a_passage_counts_for_the_line_it_came_from() -> None:
    texts = {"a": f"{CLOSED} {DEATHS}", "b": f"Bren Okoro repaired the clock of the town hall. {DEATHS}"}
    giver, taker = (document.article for document in read_texts(texts, DAY))
    lines = {"wire": ["a"], "paper": ["b"]}
    lent = read_story(texts, stemma_of(lines, [copied_words(giver, taker, DEATHS)]), DAY)
    own = read_story(texts, stemma_of(lines), DAY)
    assert lent.statement(DEATHS[:-1], "b").line_ids == ("line:wire",)
    assert own.statement(DEATHS[:-1], "b").line_ids == ("line:paper", "line:wire")
    assert lent.statement("Bren Okoro repaired the clock of the town hall").line_ids == ("line:paper",)


def test_the_claim_that_is_shown_opens_its_sentence_and_is_sure() -> None:
    story = _read(
        DEATHS, f"Holm said that {DEATHS[0].lower()}{DEATHS[1:]}", DEATHS.replace("killed", "may have killed")
    )
    statement = story.statement(DEATHS[:-1], "a")
    assert _shown(story, statement).span.article == "a"


def _shown(story: StoryRead, statement: Statement) -> Claim:
    return next(claim for claim in story.claims if claim.id == statement.shown)
