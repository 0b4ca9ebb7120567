"""The map and the days: what is drawn where, what is told beside, and that no two labels meet."""

from __future__ import annotations

import gzip
import itertools
import json
import math
import re
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from headwater.evidence import cite
from headwater.render.html import environment
from headwater.render.leads import ON_PAGE
from headwater.render.pictures import pictures_of
from headwater.render.pictures.days import days_of
from headwater.render.pictures.labels import labelled
from headwater.render.pictures.map import StoryMap, map_of
from headwater.render.pictures.outline import Frame, outline_in
from headwater.testing.factories import make_brief
from headwater.types import Brief, Granularity, Moment, Place, Precision, Scene, Span

BRIEF = make_brief()
TOWN = Precision.TOWN


def place(name: str, lat: float | None, lon: float | None, precision: Precision = TOWN, article: int = 0) -> Place:
    return Place(Span(BRIEF.articles[article].id, 0, 3), name, precision, "XX", "", lat, lon)


def brief_with(*places: Place, scene: Place | None = None) -> Brief:
    told = cite("here", [places[0].span])
    where = scene and Scene(told, scene.name, scene.precision, "XX", "", scene.lat, scene.lon, 1)
    return replace(BRIEF, places=places, scene=where)


def drawn(*places: Place, scene: Place | None = None, width: int = 620) -> StoryMap:
    made = map_of(brief_with(*places, scene=scene or places[0]), width)
    assert made is not None
    return made


MILLTOWN, OTHERTOWN = place("Milltown", 47.0, 8.0), place("Othertown", 47.5, 9.5, article=1)


def test_without_a_point_there_is_no_map() -> None:
    assert map_of(brief_with(place("The Old Quay", None, None, Precision.VENUE)), 620) is None


def test_one_place_that_is_not_where_it_happened_makes_no_map_and_two_do() -> None:
    assert map_of(brief_with(MILLTOWN), 620) is None
    assert map_of(brief_with(MILLTOWN, OTHERTOWN), 620) is not None


def test_north_is_up_and_east_is_right() -> None:
    one, other = sorted(drawn(MILLTOWN, OTHERTOWN).places, key=lambda each: each.name)
    assert (other.x or 0) > (one.x or 0)
    assert (other.y or 0) < (one.y or 0)


def test_the_scene_is_marked_and_places_named_more_are_larger() -> None:
    again = [replace(MILLTOWN, span=Span(MILLTOWN.span.article, n, n + 3)) for n in range(9)]
    places = {each.name: each for each in drawn(*again, OTHERTOWN, scene=OTHERTOWN).places}
    assert places["Othertown"].scene
    assert not places["Milltown"].scene
    assert places["Milltown"].times == 9
    assert places["Milltown"].radius > places["Othertown"].radius


@pytest.mark.parametrize("precision", [Precision.COUNTY, Precision.REGION, Precision.COUNTRY])
def test_what_is_known_by_its_middle_is_hollow_and_says_what_it_is(precision: Precision) -> None:
    [region] = drawn(place("The Vale", 47.0, 8.0, precision)).places
    assert region.hollow
    assert region.kind == f"a {precision.value}"
    [town] = drawn(MILLTOWN).places
    assert not town.hollow


def test_what_lies_far_away_or_on_no_map_is_told_beside() -> None:
    lost, far = place("The Old Quay", None, None, Precision.VENUE), place("Farport", -33.0, 151.0)
    made = drawn(MILLTOWN, OTHERTOWN, lost, far, scene=MILLTOWN)
    assert {each.name for each in made.places} == {"Milltown", "Othertown"}
    assert {each.name: each.kind for each in made.beside} == {"The Old Quay": "not on our map", "Farport": "a town"}


def test_names_within_other_names_are_no_places_of_the_map() -> None:
    made = drawn(MILLTOWN, replace(OTHERTOWN, embedded=True))
    assert [each.name for each in made.places] == ["Milltown"]


def test_each_place_has_the_letters_of_the_lines_that_name_it() -> None:
    again = replace(MILLTOWN, span=Span(BRIEF.stemma.lines[-1].articles[0], 0, 3))
    [made] = drawn(MILLTOWN, again).places
    assert len(made.letters) == 2
    assert made.hue == -1


def test_the_scale_bar_is_a_round_distance_and_fits() -> None:
    made = drawn(MILLTOWN, OTHERTOWN)
    assert re.fullmatch(r"[125]0* km", made.bar_said)
    assert 0 < made.bar <= 120
    frame = Frame(8.0, 47.0, 620, 384, 60.0)
    (x, _), (east, _) = frame.place(8.0, 47.0), frame.place(9.0, 47.0)
    assert (east - x) / 60.0 == pytest.approx(0.682, abs=0.001)  # the cosine of 47 degrees


@pytest.mark.parametrize(("lon", "lat"), [(8.0, 47.0), (179.5, -17.0), (-179.5, 66.0), (0.0, -75.0), (121.0, 14.0)])
@pytest.mark.parametrize("scale", [6.0, 40.0, 200.0])
def test_the_outline_stays_in_its_frame_and_below_forty_thousand_characters(
    lon: float, lat: float, scale: float
) -> None:
    frame = Frame(lon, lat, 620, 384, scale)
    made = outline_in(frame)
    assert len(made.land + made.coast + made.border) < 40_000
    for begin in re.findall(r"M(-?[\d.]+) (-?[\d.]+)", made.land):
        assert -9 <= float(begin[0]) <= 629
        assert -9 <= float(begin[1]) <= 393


def test_lands_cross_the_180th_meridian_unbroken() -> None:
    across = outline_in(Frame(180.0, 66.0, 620, 384, 12.0))
    assert across.land
    assert outline_in(Frame(-180.0, 66.0, 620, 384, 12.0)) == across


def test_the_open_sea_has_no_land() -> None:
    assert outline_in(Frame(-140.0, -40.0, 620, 384, 60.0)).land == ""


def test_the_outline_is_small_and_has_every_arc_that_its_rings_name() -> None:
    packed = files("headwater").joinpath("data", "outline.json.gz").read_bytes()
    assert len(packed) < 400_000
    read = json.loads(gzip.decompress(packed))
    assert {arc if arc >= 0 else ~arc for ring in read["rings"] for arc in ring} <= set(range(len(read["arcs"])))


@pytest.mark.parametrize("tolerance", [0.004, 0.05, 0.6])
def test_what_an_arc_loses_by_its_worths_lies_within_the_tolerance_of_what_it_keeps(tolerance: float) -> None:
    read = json.loads(gzip.decompress(files("headwater").joinpath("data", "outline.json.gz").read_bytes()))
    for flat, worths in sorted(zip(read["arcs"], read["worths"], strict=True), key=lambda each: len(each[1]))[::200]:
        xs, ys = itertools.accumulate(flat[::2]), itertools.accumulate(flat[1::2])
        arc = [complex(x, y) * read["scale"] for x, y in zip(xs, ys, strict=True)]
        worth = [math.inf, *(each * read["worth_scale"] for each in worths), math.inf]
        kept = [place for place, each in enumerate(worth) if each > tolerance]
        for begin, end in itertools.pairwise(kept):
            assert all(away(each, arc[begin], arc[end]) <= tolerance for each in arc[begin + 1 : end])


def away(point: complex, begin: complex, end: complex) -> float:
    """How far a point lies from a stretch."""
    along = end - begin
    share = ((point - begin) * along.conjugate()).real / abs(along) ** 2 if along else 0.0
    return abs(point - begin - min(1.0, max(0.0, share)) * along)


_POINTS = st.lists(
    st.tuples(st.floats(0, 600), st.floats(0, 380), st.floats(4, 11), st.text("abc xyz", min_size=1, max_size=20)),
    max_size=25,
)


@given(_POINTS)
@settings(max_examples=100, deadline=None)
def test_no_label_meets_another_or_a_point_or_leaves_the_map(points: list[tuple[float, float, float, str]]) -> None:
    boxes = [label.box for label in labelled(points, 600, 380) if label]
    marks = [(x - r, y - r, x + r, y + r) for x, y, r, _ in points]
    for one, other in (*itertools.combinations(boxes, 2), *itertools.product(boxes, marks)):
        assert not (one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3])
    assert all(box[0] >= 0 and box[1] >= 0 and box[2] <= 600 and box[3] <= 380 for box in boxes)


def test_the_map_is_drawn_with_its_source_and_without_any_load() -> None:
    brief = brief_with(MILLTOWN, place("<b>Quay</b>", 47.2, 8.2), scene=MILLTOWN)
    source = "{% import 'macros.html.j2' as m with context %}{% include 'story/map.html.j2' %}"
    page = environment().from_string(source).render(pictures=pictures_of(brief), leads=ON_PAGE, view={"prefix": ""})
    assert "Outline: Natural Earth" in page
    assert "<b>Quay" not in page
    assert not re.search(r"url\(|https?:|style=", page)


# --- the days ---------------------------------------------------------------------------------------------------------


def moment(first: str, last: str = "", lines: int = 1, weight: int = 0, fine: Granularity = Granularity.DAY) -> Moment:
    span = Span(BRIEF.articles[0].id, 0, 3)
    return Moment(f"m{first}", first, last or first, fine, cite("it happened", [span]), (span,), (), lines, weight)


def test_days_stand_in_order_and_the_one_of_the_event_is_marked() -> None:
    moments = (moment("2031-03-12"), moment("2031-03-10", lines=3, weight=4), moment("2031-03-11"))
    days = days_of(replace(BRIEF, timeline=moments), 620)
    assert days is not None
    assert [mark.x for mark in days.marks] == sorted(mark.x for mark in days.marks)
    assert [mark.event for mark in days.marks] == [True, False, False]
    assert days.marks[0].height > days.marks[1].height


def test_two_moments_of_a_day_stand_beside_each_other() -> None:
    moments = (moment("2031-03-10"), moment("2031-03-10"), moment("2031-03-20"))
    days = days_of(replace(BRIEF, timeline=moments), 620)
    assert days is not None
    assert days.marks[1].x >= days.marks[0].x + days.marks[0].width


@pytest.mark.parametrize("moments", [(), (moment("2031-03-10"),), (moment("2031-01-01", fine=Granularity.YEAR),) * 3])
def test_a_single_day_or_none_makes_no_picture(moments: tuple[Moment, ...]) -> None:
    assert days_of(replace(BRIEF, timeline=moments), 620) is None
