"""Placing articles into stories: invented reports of events that are much alike, and the traps of a stream."""

from __future__ import annotations

import random
from collections.abc import Sequence

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.stories import (
    Bounds,
    Placement,
    Sketch,
    Stream,
    affairs,
    bounds_of,
    decode_sketch,
    encode_sketch,
    names_behind,
    regroup,
    repair,
    sketch,
)
from headwater.testing.articles import make_article
from headwater.types import Decision, DecisionKind

DAY = 20_000

# Fiction, all of it: two shootings in one city, a flood, a strike, a trial.
SHOOTING = """PORT ELLIN (Invented News) - A man was shot and killed Monday night outside a bakery on Marlow Street in
Port Ellin. Police said Orla Venn, 23, was found in a parking lot at about 10:30 p.m. Detectives are looking for a grey
van. Venn had worked at the bakery for two years, his mother, Teresa Venn, said. No arrest has been made."""
SHOOTING_AGAIN = """Police in Port Ellin are searching for a grey van after Orla Venn, 23, was shot dead on Marlow
Street. The baker died outside the shop where he worked on Monday, and his mother Teresa Venn asked for witnesses to
come forward."""
OTHER_SHOOTING = """PORT ELLIN (Invented News) - A woman was wounded Sunday when shots hit her car on Quarry Road in
Port Ellin. Police said Dana Holt, 41, was in stable condition at a hospital. Two suspects, Ruben Askew and Paul Dray,
were arrested after a chase that ended at the fairground. The car was riddled with bullets."""
FLOOD = """Heavy rain flooded the valley of the Sarn on Thursday, and 300 people left their homes in Upper Wessing.
The governor, Helena Brack, said that the dam at Lake Orrin would hold. Bridges were closed and trains cancelled."""
FLOOD_AGAIN = """Upper Wessing was under water after heavy rain; 300 people left their homes in the flooded valley of
the Sarn. The dam at Lake Orrin would hold, governor Helena Brack said, and bridges stayed closed."""
STRIKE = """Tram drivers in Karsk walked out on Tuesday over pay, leaving commuters stranded. The union of Ivo Pellan
asked for nine percent; the city offered four. Talks resume on Friday, the mayor Nadia Tesk said."""
SHOOTING_REWORDED = """A man was fatally shot on Monday night in front of a bakery on Marlow Street in Port Ellin. Orla
Venn, 23, lay in a parking lot when officers came at about 10:30 p.m., police said. Detectives seek a grey van. For two
years Venn had baked there, said his mother, Teresa Venn. Nobody was arrested."""
TRIAL = """A court in Port Ellin heard the case against Lem Orrick, accused of the killing of Orla Venn. His mother,
Teresa Venn, wept as jurors were shown pictures of Marlow Street. Orrick pleaded not guilty; the judge set the next
hearing for June."""
ROUND_UP = """In brief: a baker was killed in Port Ellin. Trams in Karsk stood still. In Upper Wessing rain drove people
from their homes. A museum in Lower Tarn opened its doors, and a poet won a prize for a book about bees."""


def _sketch(id: str, text: str, day: int = DAY, title: str = "", dated: bool = True) -> Sketch:  # noqa: A002  # as in make_article
    return sketch(make_article(text, id=id, title=title), day, dated)


ONE = _sketch("one", SHOOTING, title="Baker shot dead in Port Ellin")
TWO = _sketch("two", SHOOTING_AGAIN, DAY + 1, "Police hunt grey van after baker is shot dead")
OTHER = _sketch("other", OTHER_SHOOTING, DAY + 7, "Woman hurt as shots hit car; two arrested")
WET = _sketch("wet", FLOOD, title="Flood drives hundreds from Upper Wessing")
WETTER = _sketch("wetter", FLOOD_AGAIN, title="Upper Wessing under water; dam at Lake Orrin holds")
TRAMS = _sketch("trams", STRIKE, DAY + 1, "Tram drivers in Karsk walk out")
ALL = (ONE, TWO, OTHER, WET, WETTER, TRAMS)


def _place(sketches: Sequence[Sketch], bounds: Bounds | None = None) -> list[Placement]:
    return Stream(lambda day: (), bounds or Bounds()).place(sketches)


def _stories(sketches: Sequence[Sketch], bounds: Bounds | None = None) -> dict[str, str]:
    return {placement.article: placement.story for placement in _place(sketches, bounds)}


def _mended(sketches: Sequence[Sketch], bounds: Bounds | None = None) -> dict[str, str]:
    placed = _stories(sketches)
    moves = repair(((one, placed[one.article]) for one in sketches), bounds or Bounds()).moves
    return placed | {move.article: move.after for move in moves}


def _groups(stories: dict[str, str]) -> set[frozenset[str]]:
    return {frozenset(a for a, story in stories.items() if story == name) for name in stories.values()}


def _said(kind: DecisionKind, left: Sequence[str], right: Sequence[str], number: int = 1) -> Decision:
    return Decision(kind, tuple(left), tuple(right), number=number)


# --- sketches -------------------------------------------------------------------------------------------------


def test_a_sketch_of_a_long_report_is_small() -> None:
    words = " ".join(f"Word{number} Name{number % 97} told {number * 37} things." for number in range(900))
    assert len(encode_sketch(_sketch("long", words))) < 1200


def test_bytes_that_are_no_sketch_are_refused() -> None:
    with pytest.raises(msgspec.DecodeError):
        decode_sketch(b"no sketch")


def test_a_sketch_of_another_version_is_refused_and_not_misread() -> None:
    with pytest.raises(msgspec.DecodeError, match="sketch the article anew"):
        decode_sketch(encode_sketch(msgspec.structs.replace(ONE, form=0)))


@given(st.text(max_size=300), st.text(max_size=60), st.integers(-40_000, 80_000), st.booleans())
def test_any_text_gives_a_sketch_that_comes_back_as_it_was_kept(text: str, title: str, day: int, dated: bool) -> None:
    one = _sketch("any", text, day, title, dated)
    assert decode_sketch(encode_sketch(one)) == one
    assert _stories([one, ONE])["any"] == "story-any"


# --- placing --------------------------------------------------------------------------------------------------


def test_reports_of_one_event_are_one_story_and_others_are_not() -> None:
    assert _groups(_stories(ALL)) == {
        frozenset({"one", "two"}), frozenset({"other"}), frozenset({"wet", "wetter"}), frozenset({"trams"}),
    }  # fmt: skip


def test_a_placement_says_what_spoke_for_it() -> None:
    first, second = _place([ONE, TWO])
    assert (first.new, first.story, first.evidence) == (True, "story-one", ())
    assert (second.new, second.story) == (False, "story-one")
    assert second.score > 0
    assert sum(part.score for part in second.evidence) > 0
    assert any(part.detail == "beside one" for part in second.evidence)


def test_two_shootings_in_one_city_a_week_apart_are_two_stories() -> None:
    assert _stories([ONE, OTHER]) == {"one": "story-one", "other": "story-other"}
    assert len(set(_mended([ONE, OTHER]).values())) == 2


def test_a_round_up_joins_no_two_stories() -> None:
    stories = _mended([ONE, TWO, WET, TRAMS, _sketch("brief", ROUND_UP, DAY + 1, "News in brief")])
    assert len({stories["one"], stories["wet"], stories["trams"]}) == 3
    assert stories["one"] == stories["two"]


def test_an_old_story_published_again_a_year_later_is_a_story_of_its_own() -> None:
    again = _sketch("again", SHOOTING, DAY + 400, "Baker shot dead in Port Ellin")
    assert _stories([ONE, again])["again"] == "story-again"


def test_forty_copies_of_a_wire_report_count_once() -> None:
    copies = [_sketch(f"copy{number:02}", SHOOTING, title=f"Paper {number}: baker killed") for number in range(40)]
    placed = _place([ONE, *copies, TWO])
    assert {placement.story for placement in placed} == {"story-one"}
    assert {placement.copy_of for placement in placed[1:-1]} == {"one"}
    assert placed[-1].score == pytest.approx(_place([ONE, TWO])[-1].score)


def test_an_update_that_changes_the_headline_stays_with_its_story() -> None:
    update = _sketch("update", SHOOTING + " A vigil is planned for Friday.", DAY + 1, "Vigil planned for slain baker")
    assert _stories([ONE, update])["update"] == "story-one"


@pytest.mark.parametrize("day", [0, 43_830, -40_000])
def test_articles_of_senseless_days_meet_nobody_by_accident(day: int) -> None:
    assert _stories([ONE, _sketch("odd", SHOOTING_AGAIN, day)])["odd"] == "story-odd"


def test_without_a_date_what_is_told_decides() -> None:
    undated = _sketch("undated", SHOOTING_AGAIN, DAY + 5, "Police hunt grey van", dated=False)
    assert _stories([ONE, undated])["undated"] == "story-one"


def test_the_same_people_in_two_affairs_are_two_stories() -> None:
    choir = """Teresa Venn sang with the choir of Saint Orm in Lower Tarn at a concert for the new organ. Orla Venn had
    built the stage. Visitors from three villages came, and the organist, Pim Assel, played until midnight."""
    assert _stories([ONE, _sketch("choir", choir, DAY + 3, "Choir sings for new organ")])["choir"] == "story-choir"


def test_the_days_around_are_read_from_the_shelf_once() -> None:
    asked: list[int] = []

    def shelf(day: int) -> list[tuple[Sketch, str]]:
        asked.append(day)
        return [(ONE, "story-kept")] if day == DAY else []

    stream = Stream(shelf, reach=3)
    assert [placement.story for placement in stream.place([TWO])] == ["story-kept"]
    stream.place([WET])
    assert sorted(asked) == list(range(DAY - 3, DAY + 5))
    stream.forget()
    assert stream.place([ONE])[0].story == "story-kept"


def test_days_far_away_are_let_go_where_memory_is_short() -> None:
    held = {day: [(_sketch(f"a{day}", STRIKE, day), f"story-a{day}")] for day in range(DAY, DAY + 40)}
    stream = Stream(lambda day: held.get(day, ()), reach=1, most=4)
    for day in range(DAY, DAY + 40):
        stream.place([_sketch(f"b{day}", FLOOD, day)])
    assert stream.place([_sketch("late", STRIKE + " Nobody came.", DAY + 39)])[0].story != "story-late"


def test_what_moved_is_where_it_was_moved_to() -> None:
    stream = Stream(lambda day: ())
    stream.place([ONE])
    stream.moved("one", "story-elsewhere")
    assert stream.place([TWO])[0].story == "story-elsewhere"


# --- laws -----------------------------------------------------------------------------------------------------


@settings(max_examples=30)
@given(st.integers(0, 10_000))
def test_after_a_repair_the_order_of_arrival_does_not_matter(seed: int) -> None:
    shuffled = random.Random(seed).sample(ALL, len(ALL))  # noqa: S311  # no secret
    assert _groups(_mended(shuffled)) == _groups(_mended(ALL))


@settings(max_examples=30)
@given(st.sampled_from([ONE, TWO, OTHER, WET, TRAMS]), st.integers(1, 4), st.integers(0, 10_000))
def test_copies_change_no_other_articles_story(copied: Sketch, count: int, seed: int) -> None:
    copies = [msgspec.structs.replace(copied, article=f"z{number}") for number in range(count)]
    shuffled = random.Random(seed).sample([*ALL, *copies], len(ALL) + count)  # noqa: S311  # no secret
    stories = _mended(shuffled)
    assert {stories[copy.article] for copy in copies} == {stories[copied.article]}
    assert _groups({one.article: stories[one.article] for one in ALL}) == _groups(_mended(ALL))


@given(st.lists(st.tuples(st.booleans(), st.permutations([one.article for one in ALL])), max_size=4))
def test_what_readers_decided_always_holds(said: list[tuple[bool, list[str]]]) -> None:
    kinds = {True: DecisionKind.TOGETHER, False: DecisionKind.APART}
    log = [_said(kinds[join], order[:1], order[1:2], number) for number, (join, order) in enumerate(said, 1)]
    bounds = bounds_of(log)
    for stories in (_mended(ALL, bounds), _regrouped(bounds)):
        for group in bounds.same:
            assert len({stories[article] for article in group}) == 1
        for one in ALL:
            assert all(stories[one.article] != stories[other] for other in bounds.apart(one.article))


def _regrouped(bounds: Bounds) -> dict[str, str]:
    placed = _stories(ALL)
    return placed | {move.article: move.after for move in regroup([(a, placed[a.article]) for a in ALL], bounds).moves}


# --- decisions, repair, affairs -------------------------------------------------------------------------------


def test_an_article_bound_to_another_goes_where_that_one_is() -> None:
    bounds = bounds_of([_said(DecisionKind.TOGETHER, ["one"], ["trams"])])
    assert _stories([ONE, TRAMS], bounds)["trams"] == "story-one"


def test_what_tells_a_parted_text_in_other_words_later_is_parted_with_it() -> None:
    bounds = bounds_of([_said(DecisionKind.APART, ["one"], ["two"])])
    reworded = _sketch("reworded", SHOOTING_REWORDED, DAY + 2, "Baker shot dead in Port Ellin")
    for stories in (_stories([ONE, TWO, reworded], bounds), _mended([TWO, ONE, reworded], bounds)):
        assert stories["reworded"] == stories["one"] != stories["two"]


def test_an_article_kept_apart_stays_out_even_as_a_copy() -> None:
    bounds = bounds_of([_said(DecisionKind.APART, ["one"], ["twin"])])
    twin = msgspec.structs.replace(ONE, article="twin")
    assert _stories([ONE, twin], bounds)["twin"] == "story-twin"
    assert len(set(_mended([ONE, twin], bounds).values())) == 2


def test_an_undone_decision_no_longer_holds() -> None:
    undo = Decision(DecisionKind.UNDO, number=2, undoes=1)
    assert not bounds_of([_said(DecisionKind.APART, ["one"], ["two"]), undo])


def test_a_repair_joins_what_should_be_one_and_says_which_id_survives() -> None:
    mended = repair([(ONE, "story-one"), (TWO, "story-two")])
    assert [(move.article, move.before, move.after) for move in mended.moves] == [("two", "story-two", "story-one")]
    told = [(change.kind, change.story, change.other) for change in mended.changes]
    assert told == [("merged", "story-two", "story-one")]


def test_a_repair_splits_what_was_joined_wrongly_and_the_larger_part_keeps_the_id() -> None:
    mended = repair([(one, "story-x") for one in (ONE, TWO, WET)])
    assert [(change.kind, change.story, change.other) for change in mended.changes] == [
        ("split", "story-wet", "story-x")
    ]


def test_a_repair_of_good_stories_changes_nothing() -> None:
    placed = _mended(ALL)
    mended = repair((one, placed[one.article]) for one in ALL)
    assert (mended.moves, mended.changes) == ((), ())


def test_a_decision_moves_no_article_that_it_is_not_about() -> None:
    placed = [(ONE, "s"), (TWO, "s"), (WET, "s"), (TRAMS, "t")]
    bounds = bounds_of([_said(DecisionKind.APART, ["wet"], ["one", "two"])])
    assert [move.article for move in regroup(placed, bounds).moves] == ["wet"]


def test_a_story_and_its_trial_months_later_are_one_affair() -> None:
    trial = _sketch("trial", TRIAL, DAY + 90, "Court hears case of slain baker")
    others = [(WET, "story-wet"), (TRAMS, "story-trams"), (OTHER, "story-other")]
    (found,) = affairs([(ONE, "story-one"), (trial, "story-trial"), *others])
    assert (found.left, found.right) == ("story-one", "story-trial")
    assert found.score == pytest.approx(sum(part.score for part in found.evidence))
    assert set(names_behind(found, make_article(TRIAL))) >= {"orla venn", "teresa venn"}


def test_no_stories_have_no_affairs_and_need_no_repair() -> None:
    assert affairs([]) == ()
    assert repair([]).moves == ()
    assert Stream(lambda day: ()).place([]) == []
