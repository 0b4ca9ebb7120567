"""Briefs that obey decisions: everything downstream follows, every decision is told, without any nothing changes."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Sequence
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from headwater import pipeline
from headwater.errors import NothingToRead, OptionError
from headwater.models.spacy_english import load_parser
from headwater.render import BRIEF_FORMS, read_brief, render
from headwater.settings import RULES, Settings
from headwater.testing.articles import make_article
from headwater.types import Article, Brief, Decided, Decision, DecisionKind, Figure, Story

K = DecisionKind

NIGHT = (
    "Divers of the harbour office looked for the missing all night in the cold water under the broken planks. "
    "A crane from the shipyard held the stern so that it would not slide off the mud with the next tide. "
    "The oldest of the piers was built by a fishing guild a century ago and had been propped up twice."
)
TIDE = make_article(
    "VELMARK - A ferry hit the pier at Velmark on Monday and four people were killed, Mayor Ruben Kade said.\n\n"
    f"“The pier will stay closed until autumn,” Kade told reporters.\n\n{NIGHT}\n\n"
    "Relatives waited at the fish market behind a rope.",
    id="tide", name="tide.md", outlet="The Velmark Tide", published="2031-03-10",
)  # fmt: skip
GULL = make_article(
    "A ferry struck a pier in Velmark on Monday morning. Three passengers were killed and two hurt, the port said.\n\n"
    "“The pier will stay closed until autumn,” said Roman Qadeh, who runs the town.\n\n"
    "Our reporter saw the bow in splinters.",
    id="gull", name="gull.txt", outlet="Gull Radio", published="2031-03-10",
)  # fmt: skip
HERON = make_article(
    "A ferry hit the pier at Velmark on Monday and four people were killed, Mayor Ruben Kade said.\n\n"
    f"“The pier will stay closed until autumn,” Kade told reporters.\n\n{NIGHT}",
    id="heron", name="heron.txt", outlet="Heron News", published="2031-03-11",
)  # fmt: skip
CHEESE = make_article(
    "Judges in Brankov gave the first prize for goat cheese to Lida Moreth. Her dairy has eleven goats.",
    id="cheese", name="cheese.txt", outlet="The Brankov Dairyman", published="2031-03-10",
)  # fmt: skip
STORY = (TIDE, GULL, HERON)

ONE_MAN = Decision(
    K.SAME_PERSON, ("Ruben Kade",), ("Roman Qadeh",), story="tide", by="R. Vane", made="2031-03-12T09:00:00+00:00",
    note="one mayor, two ears", number=1,
)  # fmt: skip
NO_COPY = Decision(K.NOT_A_COPY, ("heron",), ("tide",), by="R. Vane", note="both were there", number=2)
THREE = Decision(
    K.FIGURE, ("killed",), value="3", story="gull", by="R. Vane", made="2031-03-13", note="the list", number=3
)
ALL = (ONE_MAN, NO_COPY, THREE)


@cache
def brief(*decisions: Decision, articles: tuple[Article, ...] = STORY, rule: str = "majority") -> Brief:
    (made,) = pipeline.brief_articles(
        articles, Settings(rule=rule), parser=load_parser(Settings().model), decisions=decisions
    )
    return made


def told(made: Brief, decision: Decision) -> Decided:
    return next(each for each in made.decided if each.decision == decision)


def killed(made: Brief) -> Figure:
    return next(figure for figure in made.figures if figure.role == "killed")


def counts(made: Brief) -> dict[str, tuple[int, int]]:
    """The lines and sources of the statement of each claim."""
    return {claim: (each.lines.best, each.sources) for each in made.statements for claim in each.claims}


def sources(before: Brief, after: Brief) -> list[tuple[int, int]]:
    """How many sources the statement of each claim had before and has after."""
    was, now = counts(before), counts(after)
    return [(was[claim][1], now[claim][1]) for claim in was if claim in now]


# --- without decisions --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", BRIEF_FORMS)
def test_without_decisions_no_form_says_a_word_of_them(form: str) -> None:
    shown = render(brief(), form)
    assert not any(word in shown for word in ("by a reader", "Decided", '"decided": [', "accepted"))


@pytest.mark.parametrize("form", BRIEF_FORMS)
def test_what_was_undone_leaves_no_trace_in_any_form(form: str) -> None:
    undone = (*ALL, *(Decision(K.UNDO, number=number + 3, undoes=number) for number in (1, 2, 3)))
    assert render(brief(*undone), form) == render(brief(), form)


# --- what follows ---------------------------------------------------------------------------------------------------


def test_two_spellings_that_are_one_person_are_one_speaker_and_one_source() -> None:
    before, after = brief(), brief(ONE_MAN)
    assert any(changed == (2, 1) for changed in sources(before, after))
    assert len(after.entities) == len(before.entities) - 1
    assert "2 names before" in told(after, ONE_MAN).changed[0]


def test_what_is_no_copy_is_a_further_line_behind_what_it_says() -> None:
    before, after = brief(), brief(NO_COPY)
    assert (before.stemma.count.best, after.stemma.count.best) == (2, 3)
    assert any(
        lines == counts(before)[claim][0] + 1 for claim, (lines, _) in counts(after).items() if claim in counts(before)
    )
    assert told(after, NO_COPY).spans


@pytest.mark.parametrize("rule", RULES)
def test_an_accepted_figure_is_best_under_every_rule_and_the_distribution_stays(rule: str) -> None:
    before, after = killed(brief(rule=rule)), killed(brief(THREE, rule=rule))
    assert after.accepted is not None
    assert (after.best, after.accepted.value, after.accepted.ruled) == (3.0, 3.0, before.best)
    assert replace(after, best=before.best, accepted=None) == before


def test_of_two_accepted_values_the_later_holds_and_the_earlier_is_told() -> None:
    later = replace(THREE, value="7", number=4)
    after = brief(THREE, later)
    assert killed(after).best == 7
    assert not told(after, THREE).applied
    assert "no article gives a number as low or as high" in told(after, later).changed


def test_contradictions_are_told_and_the_later_one_holds() -> None:
    two = replace(ONE_MAN, kind=K.NOT_SAME_PERSON, number=4)
    after = brief(ONE_MAN, two)
    assert not told(after, ONE_MAN).applied
    assert told(after, two).applied
    assert after.entities == brief().entities


@pytest.mark.parametrize(
    ("decision", "why"),
    [
        (replace(ONE_MAN, right=("Nobody Here",)), "no article has “Nobody Here”"),
        (replace(ONE_MAN, story="elsewhere"), "articles that are not in this story"),
        (replace(NO_COPY, right=("elsewhere",)), "articles that are not in this story"),
        (replace(THREE, left=("seats won",)), "has nothing called so"),
    ],
)
def test_what_did_not_apply_is_told_and_changes_nothing(decision: Decision, why: str) -> None:
    after = brief(decision)
    (only,) = after.decided
    assert not only.applied
    assert why in only.changed[0]
    assert replace(after, decided=()) == brief()


# --- told in every form -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["text", "html", "markdown", "json"])
def test_each_decision_is_told_with_who_when_what_and_why(form: str) -> None:
    shown = " ".join(render(brief(*ALL), form).replace("│", " ").split())
    for words in ("Roman Qadeh", "R. Vane", "one mayor, two ears", "both were there", "the list"):
        assert words in shown
    assert ("12 March 2031" in shown) == (form != "json")


@pytest.mark.parametrize("form", ["text", "html", "markdown"])
def test_the_first_screen_says_that_decisions_were_obeyed_if_any_was(form: str) -> None:
    lost = replace(NO_COPY, right=("elsewhere",))
    assert "3 decisions of a reader obeyed" in render(brief(*ALL), form)
    assert "1 decision of a reader obeyed" in render(brief(THREE, lost), form)
    assert "of a reader obeyed" not in render(brief(lost), form)


def test_the_sheet_has_the_accepted_value_and_what_the_rule_gave() -> None:
    rows = list(csv.DictReader(io.StringIO(render(brief(THREE), "csv"))))
    mine = {
        row["row"]: row for row in rows if row["role"] == "killed" and row["row"] in ("best", "ruled", "low", "high")
    }
    assert (mine["best"]["number"], mine["ruled"]["number"]) == ("3", "4")
    assert "accepted by a reader, R. Vane, 13 March 2031" in mine["ruled"]["words"]


def test_a_brief_with_decisions_comes_back_from_its_json() -> None:
    made = brief(*ALL)
    assert read_brief(render(made, "json")) == made


def test_hostile_words_of_a_reader_are_shown_as_words() -> None:
    hostile = replace(THREE, by="<script>x</script>", note="](javascript:x) \u202e*")
    page = render(brief(hostile), "html")
    assert "<script>" not in page
    assert "\u202e" not in page
    assert "\u202e" not in render(brief(hostile), "text") + render(brief(hostile), "markdown")
    assert "“](javascript" not in render(brief(hostile), "markdown")


# --- laws ----------------------------------------------------------------------------------------------------------


decided = st.lists(
    st.sampled_from((*ALL, replace(ONE_MAN, kind=K.NOT_SAME_PERSON, right=("Kade",), number=4))), unique=True
)


@given(decided, st.randoms(use_true_random=False))
@settings(max_examples=8)
def test_the_order_of_logged_decisions_changes_nothing(decisions: list[Decision], chance: random.Random) -> None:
    assert brief(*chance.sample(decisions, len(decisions))) == brief(*decisions)


@given(decided)
@settings(max_examples=8)
def test_a_further_printing_changes_no_count_with_decisions_in_force(decisions: list[Decision]) -> None:
    printing = replace(TIDE, id="zz", name="zz.txt", outlet=None)
    before, after = brief(*decisions), brief(*decisions, articles=(*STORY, printing))
    assert after.stemma.count.best == before.stemma.count.best
    assert {claim: found for claim, found in counts(after).items() if claim in counts(before)} == counts(before)


def test_decisions_without_numbers_that_have_nothing_to_do_with_each_other_may_come_in_any_order() -> None:
    plain = [replace(each, number=0) for each in ALL]
    assert brief(*plain) == brief(*plain[::-1])


# --- stories ---------------------------------------------------------------------------------------------------------


def stories(*decisions: Decision, articles: Sequence[Article] = (*STORY, CHEESE)) -> list[tuple[str, ...]]:
    made = pipeline.brief_articles(articles, Settings(), parser=load_parser(Settings().model), decisions=decisions)
    return [each.story.articles for each in made]


def test_articles_that_a_reader_put_together_are_one_story() -> None:
    assert stories() == [("gull", "heron", "tide"), ("cheese",)]
    assert stories(Decision(K.TOGETHER, ("cheese",), ("gull",))) == [("cheese", "gull", "heron", "tide")]


def test_articles_that_a_reader_parted_are_two_stories_and_the_rest_goes_with_the_likest() -> None:
    assert stories(Decision(K.APART, ("tide",), ("gull",))) == [("heron", "tide"), ("cheese",), ("gull",)]


def test_a_decision_that_concerns_no_story_is_told_in_the_first() -> None:
    lost = replace(NO_COPY, right=("elsewhere",))
    made = pipeline.brief_articles(
        (*STORY, CHEESE), Settings(), parser=load_parser(Settings().model), decisions=(lost, NO_COPY)
    )
    assert [[each.decision.right for each in one.decided] for one in made] == [[("elsewhere",), ("tide",)], []]


def test_articles_given_as_one_story_are_one_whatever_they_tell() -> None:
    parser = load_parser(Settings().model)
    made = pipeline.brief_of((CHEESE, TIDE), Settings(), story=Story("affair-7", ()), parser=parser)
    assert (made.story.id, made.story.articles) == ("affair-7", ("cheese", "tide"))
    parted = pipeline.brief_of((CHEESE, TIDE), Settings(), (Decision(K.APART, ("cheese",), ("tide",)),), parser=parser)
    assert not parted.decided[0].applied


def test_a_story_is_the_same_brief_whether_it_was_gathered_or_given() -> None:
    made = pipeline.brief_of(STORY, Settings(), ALL, story=brief(*ALL).story, parser=load_parser(Settings().model))
    assert made == brief(*ALL)


def test_a_story_of_nothing_and_a_decision_that_cannot_be_are_refused() -> None:
    with pytest.raises(NothingToRead):
        pipeline.brief_of((), Settings())
    with pytest.raises(OptionError, match="decision 3"):
        pipeline.brief_of(STORY, Settings(), (replace(THREE, value="many"),))
