"""What happened when. All people and places are invented."""

from __future__ import annotations

from headwater.origins import Origins
from headwater.testing.reading import StoryRead, copied_words, read_story, read_texts, stemma_of
from headwater.timeline import first_appearances, order_events
from headwater.types import Alteration, AlterationKind, FirstTold, Granularity, Moment, Span

DAY = "2031-03-11"  # a Tuesday
RAID = "Gunmen raided the mill in Varnholt on Monday."


def _read(*texts: str) -> StoryRead:
    return read_story({chr(ord("a") + number): text for number, text in enumerate(texts)}, published=DAY)


def _told(*texts: str) -> list[tuple[str, str]]:
    return [(moment.first, moment.what.text) for moment in _read(*texts).timeline]


def _only(*texts: str) -> Moment:
    (moment,) = _read(*texts).timeline
    return moment


def test_moments_come_in_order_of_time_whatever_the_order_of_telling() -> None:
    text = "Gunmen raided the mill on Monday. Troops closed the bridge on Sunday. Ada Holm built the mill in 1998."
    assert _told(text) == [
        ("1998-01-01", "Ada Holm built the mill in 1998"),
        ("2031-03-09", "Troops closed the bridge on Sunday"),
        ("2031-03-10", "Gunmen raided the mill on Monday"),
    ]
    assert [moment.id for moment in _read(text).timeline] == ["m1", "m2", "m3"]


def test_a_weekday_and_its_date_are_one_moment_of_both_lines() -> None:
    moment = _only(RAID, "Gunmen raided the mill in Varnholt on March 10.")
    assert (moment.first, moment.lines, len(moment.mentions)) == ("2031-03-10", 2, 2)


def test_an_hour_belongs_to_its_day() -> None:
    moment = _only("Gunmen raided the mill at 6 p.m. on Monday.", RAID)
    assert moment.granularity is Granularity.DAY


def test_a_month_and_a_day_in_it_are_two_moments() -> None:
    moments = _read("Ada Holm built the mill in May 2030.", "Ada Holm built the mill on May 1, 2030.").timeline
    assert [moment.granularity for moment in moments] == [Granularity.DAY, Granularity.MONTH]


def test_a_copy_adds_no_line_to_a_moment() -> None:
    texts = {"a": RAID, "b": RAID}
    left, right = (document.article for document in read_texts(texts, DAY))
    story = read_story(texts, stemma_of({"wire": ["a", "b"]}, [copied_words(left, right, RAID)]), DAY)
    assert [(moment.lines, len(moment.mentions)) for moment in story.timeline] == [(1, 2)]


def test_a_moment_names_the_lines_that_give_it_and_a_copy_is_none_of_its_own() -> None:
    texts = {"a": RAID, "b": RAID, "c": "Gunmen raided the mill in Varnholt on March 10."}
    left, right, _ = (document.article for document in read_texts(texts, DAY))
    story = read_story(texts, stemma_of({"wire": ["a", "b"], "own": ["c"]}, [copied_words(left, right, RAID)]), DAY)
    assert [len(moment.given_by) for moment in story.timeline] == [2]


def test_of_several_wordings_the_one_that_copying_left_alone_tells_the_day() -> None:
    read = _read("Shooters raged the mill in Varnholt on Monday.", RAID)
    changed = Span("a", 0, len("Shooters raged"))
    sound = next(claim.span for claim in read.claims if claim.span.article == "b")
    altered = Alteration("x", AlterationKind.WORDING, sound, changed, True, "the words no longer name it", (), ())
    told = order_events(
        read.documents, read.statements, {one.id: one for one in read.claims}, Origins(read.stemma), (), [altered]
    )
    assert [moment.what.text for moment in told] == ["Gunmen raided the mill in Varnholt on Monday"]


def test_a_day_is_told_by_what_happened_on_it_not_by_what_mentions_it() -> None:
    clash = "Gunmen killed 12 dockers in a clash over the March 2 vote."
    assert dict(_told(f"{clash} Skarrow voted on March 2."))["2031-03-02"] == "Skarrow voted on March 2"


def test_the_date_of_a_dateline_is_no_moment() -> None:
    assert _told("VARNHOLT, March 9 (AP) — Gunmen raided the mill.") == []


def test_a_duration_is_no_moment() -> None:
    assert _told("The mill burned for three days.") == []


def test_a_date_that_no_claim_holds_is_left_out() -> None:
    assert _told("Monday, 10 March 2031.") == []


def test_without_a_day_of_publication_only_whole_dates_are_moments() -> None:
    story = read_story({"a": "Gunmen raided the mill on Monday. The dam broke on May 1, 2030."})
    assert [moment.first for moment in story.timeline] == ["2030-05-01"]


def test_the_day_of_the_event_outweighs_the_day_of_what_followed() -> None:
    text = (
        "Gunmen killed 12 dockers at the mill on Monday. Gunmen shot two guards on Monday. "
        "Ada Holm spoke on Tuesday. Ada Holm wept on Tuesday. Skarrow prayed on Tuesday. Skarrow mourned on Tuesday."
    )
    weights = {moment.first: moment.weight for moment in _read(text).timeline}
    assert weights["2031-03-10"] > weights["2031-03-11"] == 0


def test_a_copy_adds_no_weight_to_a_moment() -> None:
    raid = "Gunmen killed 12 dockers at the mill on Monday."
    texts = {"a": raid, "b": raid}
    left, right = (document.article for document in read_texts(texts, DAY))
    story = read_story(texts, stemma_of({"wire": ["a", "b"]}, [copied_words(left, right, raid)]), DAY)
    assert [moment.weight for moment in story.timeline] == [moment.weight for moment in _read(raid).timeline] == [1]


# --- as of when, and who told it first -------------------------------------------------------------------------------

TOLL = "The blast in Varnholt killed {} people on Monday."


def _at(times: dict[str, str], text: str = RAID) -> StoryRead:
    return read_story(dict.fromkeys(times, text), published=times)


def _firsts(read: StoryRead) -> list[FirstTold]:
    claims = {claim.id: claim for claim in read.claims}
    return list(first_appearances(read.documents, read.statements, claims, read.origins))


def _first(times: dict[str, str], text: str = RAID) -> FirstTold:
    (found,) = _firsts(_at(times, text))
    return found


def test_a_moment_is_as_of_the_latest_article_that_gives_it() -> None:
    (moment,) = _at({"a": "2031-03-11T08:00:00+00:00", "b": "2031-03-11T12:00:00+00:00"}).timeline
    assert moment.as_of == "2031-03-11T12:00:00+00:00"


def test_a_moment_given_by_two_lines_on_different_days_names_its_rival() -> None:
    one, other = _read(RAID, "Gunmen raided the mill in Varnholt on Wednesday.").timeline
    assert (one.rivals, other.rivals) == ((other.id,), (one.id,))
    assert one.lines == other.lines == 1


def test_moments_of_two_events_are_no_rivals() -> None:
    assert {moment.rivals for moment in _read(f"{RAID} Troops closed the bridge on Sunday.").timeline} == {()}


def test_a_statement_first_appeared_in_the_article_that_no_other_precedes() -> None:
    found = _first({"a": "2031-03-11T12:00:00+00:00", "b": "2031-03-11T08:00:00+00:00"})
    assert (found.article, found.time, found.tied, found.undated) == ("b", "2031-03-11T08:00:00+00:00", (), ())


def test_instants_are_compared_over_zones_and_not_by_their_local_day() -> None:
    found = _first({"a": "2031-03-11T01:00:00+03:00", "b": "2031-03-10T23:30:00+00:00"})
    assert found.article == "a"  # 22:00 UTC on the tenth, though its day is the eleventh


def test_articles_of_one_day_without_an_hour_are_tied() -> None:
    found = _first({"a": "2031-03-11", "b": "2031-03-11T08:00:00+00:00", "c": "2031-03-12"})
    assert ({found.article, *found.tied}, found.undated) == ({"a", "b"}, ())


def test_an_article_without_a_time_may_have_been_first() -> None:
    found = _first({"a": "2031-03-11", "b": ""})
    assert (found.article, found.time, found.undated) == ("a", "2031-03-11", ("b",))


def test_where_no_article_states_a_time_that_is_said() -> None:
    found = _first({"a": "", "b": ""}, "Gunmen raided the mill in Varnholt.")
    assert (found.article, found.time, found.undated) == ("a", "", ("b",))
