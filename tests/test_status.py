"""Findings count, they never judge. All people and places are invented."""

from __future__ import annotations

from msgspec.structs import replace

from headwater.findings import find_statuses
from headwater.relations import context_of
from headwater.testing.articles import find_words
from headwater.testing.reading import StoryRead, read_story, stemma_of
from headwater.text.mentions import EntityIndex
from headwater.types import Alteration, AlterationKind, Doubt, Finding, Status

DAY = "2031-03-11"
RAID = "Gunmen raided the mill in Varnholt."
PRESS = "Gunmen raided the mill in Varnholt, Ada Holm told reporters."


def _findings(story: StoryRead) -> dict[Status, str]:
    statement = story.statement(RAID[:-1])
    return {one.status: one.reason.text for one in story.findings if one.statement == statement.id}


def test_a_statement_of_one_article_is_of_one_line() -> None:
    assert _findings(read_story({"a": PRESS}))[Status.SINGLE_LINE] == "one line of reporting says so"


def test_a_statement_in_copies_is_of_one_line_and_says_in_how_many_articles() -> None:
    story = read_story({"a": PRESS, "b": PRESS}, stemma_of({"wire": ["a", "b"]}))
    assert _findings(story) == {Status.SINGLE_LINE: "one line of reporting says so, in 2 articles"}


def test_two_lines_corroborate_and_one_source_is_said_to_be_one() -> None:
    story = read_story({"a": PRESS, "b": PRESS})
    assert _findings(story) == {Status.CORROBORATED: "2 lines of reporting say so, 1 source named"}


def test_lines_without_a_source_are_said_to_name_none() -> None:
    found = _findings(read_story({"a": RAID, "b": RAID}))
    assert found[Status.CORROBORATED] == "2 lines of reporting say so, no source named"
    assert found[Status.UNATTRIBUTED] == "no article says who it has this from"


def test_what_rests_on_lines_that_may_be_one_is_said_to_be_likely() -> None:
    apart = replace(stemma_of({"a": ["a"], "b": ["b"]}), doubts=(Doubt(("a",), ("b",), 0.3),))
    assert _findings(read_story({"a": RAID, "b": RAID}, apart))[Status.CORROBORATED] == (
        "most likely 2 lines of reporting say so, no source named"
    )
    joined = replace(stemma_of({"a": ["a", "b"]}), doubts=(Doubt(("a",), ("b",), 0.7),))
    assert _findings(read_story({"a": RAID, "b": RAID}, joined))[Status.SINGLE_LINE] == (
        "most likely one line of reporting says so, in 2 articles"
    )


def test_background_needs_no_source() -> None:
    story = read_story({"a": "Gunmen raided the mill in 1998."}, published=DAY)
    assert [one.status for one in story.findings] == [Status.SINGLE_LINE]


def test_an_altered_copy_marks_the_statements_whose_words_it_alters_and_no_other() -> None:
    story = read_story({"a": f"{RAID} The bridge was closed.", "b": f"{RAID} The bridge was opened."})
    words = [find_words(story.article(article), word) for article, word in (("a", "closed"), ("b", "opened"))]
    altered = Alteration("x1", AlterationKind.WORDING, words[0], words[1], True, "", (), ())
    claims = {claim.id: claim for claim in story.claims}
    context = context_of(story.documents, EntityIndex(()))
    found = find_statuses(story.statements, claims, (), [altered], (), story.origins, context)
    marked = [one for one in found if one.status is Status.ALTERED]
    assert [(one.statement, one.reason.spans) for one in marked] == [
        (story.statement("The bridge was opened").id, (words[1],))
    ]


def _risen(first: str, second: str, *days: str) -> list[tuple[str, ...]]:
    """The words behind each update between two tolls, reported on these days."""
    texts = {letter: f"The blast in Varnholt killed {toll} millers." for letter, toll in (("a", first), ("b", second))}
    story = read_story(texts, published=dict(zip("ab", days, strict=True)))
    found = [one.reason.spans for one in story.findings if one.status is Status.UPDATED]
    return [tuple(story.article(span.article).text[span.start : span.end] for span in spans) for spans in found]


def test_a_toll_that_a_later_report_puts_higher_is_updated_and_shows_both_numbers() -> None:
    assert _risen("10", "12", "2031-03-11", "2031-03-12") == [("10", "12")]


def test_a_toll_is_not_updated_by_one_that_is_lower_undated_of_the_same_day_or_compatible() -> None:
    assert _risen("12", "10", "2031-03-11", "2031-03-12") == []
    assert _risen("10", "12", "2031-03-11", "") == []
    assert _risen("10", "12", "2031-03-11", "2031-03-11") == []
    assert _risen("at least 10", "12", "2031-03-11", "2031-03-12") == []


def _said(story: StoryRead, words: str) -> dict[Status, str]:
    statement = story.statement(words)
    return {one.status: one.reason.text for one in story.findings if one.statement == statement.id}


def test_a_dispute_names_its_question_and_says_if_only_a_detail_is_meant() -> None:
    hurt = "{} rockets injured nine clerks at the mill"
    story = read_story({"a": f"{hurt.format('Two')}.", "b": f"{hurt.format('Three')}."}, published=DAY)
    reason = _said(story, hurt.format("Two"))[Status.DISPUTED]
    assert reason.startswith("in a detail the lines differ: How many rockets were used?")
    plain = read_story({"a": "Raiders injured nine clerks.", "b": "Raiders injured ten clerks."}, published=DAY)
    assert _said(plain, "Raiders injured nine clerks")[Status.DISPUTED].startswith("the lines differ: ")


def test_lines_that_differ_among_themselves_are_said_to_tell_of_it_and_in_what_they_differ() -> None:
    hurt = "Raiders injured {} guards"
    story = read_story({"a": f"{hurt.format(7)}.", "b": f"{hurt.format(9)}."}, published=DAY)
    told = "2 lines of reporting tell of it, no source named; they differ in the number (7 or 9)"
    assert _said(story, hurt.format(7))[Status.CORROBORATED] == told
    kind = "Raiders attacked the mill in Varnholt with a {}"
    story = read_story({"a": f"{kind.format('drone')}.", "b": f"{kind.format('rocket')}."}, published=DAY)
    reason = _said(story, kind.format("drone"))[Status.CORROBORATED]
    assert reason.endswith("they differ in the kind (drone or rocket)")


def test_what_somebody_denies_is_denied_by_name_even_in_the_same_article() -> None:
    story = read_story({"a": "Guards burned the mill. The River Board denied that guards burned the mill."})
    assert _said(story, "Guards burned the mill")[Status.DENIED] == "The River Board denies it"


def test_a_line_that_leaves_it_open_or_denies_it_corroborates_nothing() -> None:
    for other in ("Gunmen may have raided the mill in Varnholt.", "Gunmen did not raid the mill in Varnholt."):
        found = _findings(read_story({"a": RAID, "b": other}))
        assert Status.CORROBORATED not in found
        assert found[Status.SINGLE_LINE].startswith("one line of reporting says so")


def test_what_nobody_does_more_than_leave_open_is_hedged() -> None:
    may = "Gunmen may have raided the mill in Varnholt"
    found = _said(read_story({"a": f"{may}.", "b": f"{may}."}), may)
    assert {Status.HEDGED, Status.CORROBORATED} <= found.keys()


def test_findings_come_in_the_order_of_their_statements_and_open_their_words() -> None:
    story = read_story({"a": f"{RAID} Ada Holm opened the bridge.", "b": RAID})
    order = list(dict.fromkeys(one.statement for one in story.findings))
    assert order == [statement.id for statement in story.statements]
    assert all(one.reason.spans for one in story.findings)


def test_no_finding_is_a_verdict() -> None:
    story = read_story({"a": RAID, "b": RAID.replace("raided", "did not raid")})
    assert not [one for one in story.findings if _judges(one)]


def _judges(finding: Finding) -> bool:
    return bool({"true", "false", "fake", "verified", "independent"} & set(finding.reason.text.split()))
