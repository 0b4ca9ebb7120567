"""The river: geometry that holds for every stemma, what is folded, what is told, and how it is drawn."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from headwater.render.html import environment
from headwater.render.pictures.axis import axis_of, hour_of
from headwater.render.pictures.flows import pair_of
from headwater.render.pictures.river import NARROW, WIDE, River, RiverNode, river_of
from headwater.render.pictures.story import pictures_of
from headwater.testing.factories import make_article, make_brief, make_one_article_brief, make_wide_brief
from headwater.types import Basis, Brief, Count, DerivationKind, Edge, Known, Line, Passage, Span, Stemma, Story, Unseen

Box = tuple[float, float, float, float]


def _boxes(river: River) -> list[Box]:
    """Where each label, note, badge and tick's label stands, by the width that letters take at most."""
    boxes: list[Box] = []
    for node in river.nodes:
        boxes.append((node.x + 15, node.y - 13, node.x + 15 + 7.6 * len(node.label), node.y + 1))
        boxes.append((node.x + 15, node.y + 3, node.x + 15 + 6 * len(node.note), node.y + 16))
        if node.letter:
            boxes.append((2, node.y - 11, 16 + 8 * len(node.letter), node.y + 11))
    for tick in river.ticks:
        low = 29 if tick.hour or not river.hourly else 14
        boxes.append((tick.x + 2, low - 10, tick.x + 2 + 6.4 * len(tick.label), low + 2))
    return boxes


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


_TIMES = st.one_of(
    st.just(""),
    st.dates().map(lambda day: f"{2030 + day.year % 3:04}-{day.month:02}-{min(day.day, 28):02}"),
    st.integers(0, 3000).map(
        lambda minute: f"2031-03-{10 + minute // 1440:02}T{minute // 60 % 24:02}:{minute % 60:02}Z"
    ),
)


@st.composite
def _stemmata(draw: st.DrawFn) -> Brief:
    """Stories of up to thirty articles whose parents, lines, loans, times and unseen originals are drawn."""
    size = draw(st.integers(2, 30))
    articles = tuple(
        make_article(
            "A mill burned.",
            id=f"p{n:02}",
            outlet=f"Paper {'long ' * draw(st.integers(0, 9))}{n}",
            published=draw(_TIMES),
        )
        for n in range(size)
    )
    ids = [article.id for article in articles]
    parents = [draw(st.integers(-1, n - 1)) if n else -1 for n in range(size)]
    roots = [n for n in range(size) if parents[n] < 0]
    lost = {n: f"u{n}" for n in roots if draw(st.booleans())}
    edges = [Edge(ids[parents[n]], ids[n], DerivationKind.COPY, True, 0.9) for n in range(size) if parents[n] >= 0]
    edges += [Edge(lost[n], ids[n], DerivationKind.REWRITE, True, 0.8) for n in lost]
    pairs = draw(st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(ids)), max_size=4))
    edges += [Edge(one, other, DerivationKind.PARTIAL, False, 0.5) for one, other in pairs if one != other]
    lines = tuple(
        Line(
            f"l{n}",
            "a line",
            lost.get(n, ids[n]),
            tuple(ids[m] for m in range(size) if _top(m, parents) == n),
            "no link found",
        )
        for n in roots
    )
    unseen = tuple(Unseen(name, "lost text", (ids[n],)) for n, name in lost.items())
    stemma = Stemma("story-1", (), unseen, tuple(edges), lines, Count(len(lines), len(lines), len(lines)))
    return replace(
        make_one_article_brief(articles[0]), articles=articles, story=Story("story-1", tuple(ids)), stemma=stemma
    )


def _top(node: int, parents: Sequence[int]) -> int:
    while parents[node] >= 0:
        node = parents[node]
    return node


@given(_stemmata(), st.sampled_from([WIDE, NARROW]), st.booleans())
@settings(max_examples=60, deadline=None)
def test_whatever_the_stemma_no_two_labels_meet_and_all_lie_in_the_picture(
    brief: Brief, width: int, folded: bool
) -> None:
    river = river_of(brief, width, folded=folded)
    boxes = _boxes(river)
    assert not [pair for pair in itertools.combinations(boxes, 2) if _meet(*pair)]
    assert all(box[0] >= 0 and box[2] <= width + 2 and box[1] >= 0 and box[3] <= river.height for box in boxes)


@given(_stemmata())
@settings(max_examples=60, deadline=None)
def test_whatever_the_stemma_every_copy_stands_below_and_right_of_its_source(brief: Brief) -> None:
    river = river_of(brief, folded=False)
    assert len(river.nodes) == len(brief.articles) + len(brief.stemma.unseen)
    for stream in river.streams:
        if stream.whole:
            source, target = river.nodes[stream.source], river.nodes[stream.target]
            assert target.y > source.y
            assert target.x > source.x


@given(_stemmata())
@settings(max_examples=30, deadline=None)
def test_whatever_the_stemma_the_order_of_its_parts_changes_nothing(brief: Brief) -> None:
    stemma = brief.stemma
    turned = replace(brief, stemma=replace(stemma, edges=stemma.edges[::-1], unseen=stemma.unseen[::-1]))
    assert replace(river_of(turned), told="") == replace(river_of(brief), told="")


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_every_node_lies_in_the_picture_on_a_row_of_its_own_and_copies_right_of_their_source(width: int) -> None:
    brief = make_brief()
    river = river_of(brief, width)
    assert len(river.nodes) == len(brief.articles) + len(brief.stemma.unseen)
    assert len({node.y for node in river.nodes}) == len(river.nodes)
    assert all(0 < node.x < width * 0.65 and 0 < node.y < river.height for node in river.nodes)
    places = {node.label.rstrip("…"): node.x for node in river.nodes}
    assert places["Northern Wire text"] < places["The Morning Ledger"]
    assert places["Ostravia Public Radio"] < places["Coastline News"]


def test_a_lent_passage_is_drawn_otherwise_than_a_copy() -> None:
    streams = river_of(make_brief()).streams
    assert [stream.whole for stream in streams] == [True, True, True, False]


def test_the_picture_is_told_in_words_too() -> None:
    told = river_of(make_brief()).told
    assert "Lenhaven Courier took a passage from Northern Wire text." in told
    assert "Line B, no link found: Coastline News, Ostravia Public Radio." in told


def test_a_back_dated_copy_stands_right_of_its_source_and_its_title_says_so() -> None:
    brief = make_wide_brief(3)
    first = replace(brief.articles[0], published=Known("2031-12-31", Basis.FILE))
    source, *copies = river_of(replace(brief, articles=(first, *brief.articles[1:]))).nodes
    assert all(copy.x > source.x for copy in copies)
    assert not source.doubt
    assert all("before that of its source" in copy.doubt for copy in copies)


def test_times_lie_on_one_scale_and_the_earlier_stands_further_left() -> None:
    brief = make_brief()
    dated = {article.id: hour_of(article.published.value) for article in brief.articles if article.published}
    firm = [node for node in river_of(brief).nodes if node.article in dated and not node.doubt]
    by_time = sorted(firm, key=lambda node: dated[node.article] or 0)
    assert [node.x for node in by_time] == sorted(node.x for node in firm)


def test_an_undated_article_is_placed_by_the_stemma_and_marked_so() -> None:
    brief = make_wide_brief(3)
    last = replace(brief.articles[2], published=None)
    nodes = river_of(replace(brief, articles=(*brief.articles[:2], last))).nodes
    assert [bool(node.doubt) for node in nodes].count(True) == 1
    assert next(node for node in nodes if node.doubt).article == last.id


def test_without_any_date_there_is_no_axis_and_a_river_all_the_same() -> None:
    brief = make_wide_brief(6)
    undated = replace(brief, articles=tuple(replace(each, published=None) for each in brief.articles))
    assert river_of(undated).ticks == ()
    assert len(river_of(undated).nodes) == 6
    assert ">earlier<" in _drawn(undated)


def test_own_reporting_has_a_form_of_its_own() -> None:
    marks = {node.label: node.mark for node in river_of(make_brief()).nodes}
    assert marks["Lenhaven Courier"] == "own"
    assert marks["Ostravia Public Radio"] == "root"
    assert marks["Northern Wire text"] == "unseen"
    assert marks["Coastline News"] == "copy"


def _bundle(size: int, kind: DerivationKind = DerivationKind.COPY) -> Brief:
    """One wire text and the copies of it."""
    brief = make_wide_brief(size)
    ids = brief.story.articles
    line = Line("line-1", "the wire", ids[0], ids, "no link found")
    edges = tuple(Edge(ids[0], child, kind, True, 0.9) for child in ids[1:])
    return replace(brief, stemma=Stemma("story-1", (), (), edges, (line,), Count(1, 1, 1)))


def test_many_copies_of_one_text_share_a_row_and_open_in_the_whole_river() -> None:
    pictures = pictures_of(_bundle(18))
    river, whole = pictures.rivers[0], pictures.all_rivers[0]
    assert [node.label for node in river.nodes][-1] == "and 14 more copies"
    assert river.hidden == 14
    assert river.nodes[-1].note == "14 copies"
    assert len(whole.nodes) == 18
    assert not whole.hidden


def test_few_copies_are_not_folded() -> None:
    assert pictures_of(_bundle(9)).all_rivers == ()


def test_a_stream_is_as_wide_as_what_flows_through_it() -> None:
    river = river_of(_bundle(18))
    widths = {river.nodes[stream.target].mark: stream.width for stream in river.streams}
    assert widths["more"] > 2 * widths["copy"]


def test_sixty_articles_make_a_picture_that_is_not_taller_than_its_rows() -> None:
    river = river_of(make_wide_brief(60), folded=False)
    assert len(river.nodes) == 60
    assert river.height < 60 * 42 + 20 * 16 + 80


def test_a_stemma_that_goes_in_a_circle_is_drawn_all_the_same() -> None:
    brief = make_wide_brief(3)
    circle = tuple(Edge(f"paper-00{a}", f"paper-00{(a + 1) % 3}", DerivationKind.COPY, True, 0.5) for a in range(3))
    river = river_of(replace(brief, stemma=replace(brief.stemma, edges=circle)))
    assert len(river.nodes) == 3


def test_an_original_that_stands_on_no_line_is_not_drawn_and_breaks_nothing() -> None:
    brief = make_one_article_brief()
    lost = Unseen("u", "lost text", ("courier",))
    edge = Edge("u", "courier", DerivationKind.PARTIAL, False, 0.5)
    river = river_of(replace(brief, stemma=replace(brief.stemma, unseen=(lost,), edges=(edge,))))
    assert [node.label for node in river.nodes] == ["Lenhaven Courier"]
    assert river.streams == ()


def test_a_stream_tells_how_much_was_taken_and_where_to_read_it_side_by_side() -> None:
    brief = make_wide_brief(3)
    one, two = brief.articles[:2]
    passage = Passage(Span(one.id, 0, 40), Span(two.id, 0, len(two.text)), 0.9)
    edges = (replace(brief.stemma.edges[0], passages=(passage,)), *brief.stemma.edges[1:])
    stream = river_of(replace(brief, stemma=replace(brief.stemma, edges=edges))).streams[0]
    words = len(two.text.split())
    told = stream.told.replace("\N{NO-BREAK SPACE}", " ")
    assert told == f"Paper 1 was taken from Paper 0: copy; 1 passage, {words} words, 100 % of its text; 90 % sure"
    assert (stream.left, stream.right) == (one.id, two.id)


def test_what_came_from_an_unseen_original_is_read_beside_the_sibling_that_shares_most() -> None:
    articles = {each: make_article("A mill burned.", id=each) for each in ("a", "b", "c")}
    span = Span("c", 0, 3)
    passages = [Passage(Span(name, 0, 3), span, 0.9) for name in ("a", "b", "b")]
    assert pair_of(Edge("u", "c", DerivationKind.COPY, True, 0.9, tuple(passages)), articles) == ("b", "c")
    assert pair_of(Edge("u", "c", DerivationKind.COPY, True, 0.9), articles) == ("", "")


# --- the axis ---------------------------------------------------------------------------------------------------------


@given(st.lists(st.floats(-1e6, 2e6), min_size=1, max_size=30), st.floats(60, 900))
@settings(max_examples=200, deadline=None)
def test_an_axis_keeps_the_order_of_times_and_its_labels_apart(hours: list[float], length: float) -> None:
    axis = axis_of(hours, 50, 50 + length)
    assert axis is not None
    xs = [round(axis.x(hour), 6) for hour in sorted(hours)]
    assert xs == sorted(xs)
    assert 49.9 <= xs[0] <= xs[-1] <= 50.1 + length
    for row in (False, True):
        ticks = [tick for tick in axis.ticks if tick.hour is row]
        assert all(b.x - a.x >= 6.4 * len(a.label) for a, b in itertools.pairwise(ticks))


def test_a_long_silence_is_cut_and_the_axis_says_how_long() -> None:
    hours = [hour_of(time) or 0 for time in ("2031-03-10T08:00Z", "2031-03-10T20:00Z", "2031-05-30T09:00Z")]
    axis = axis_of(hours, 0, 500)
    assert axis is not None
    assert [cut.label for cut in axis.cuts] == ["3 months"]


def test_hours_are_named_below_their_days() -> None:
    axis = axis_of([hour_of("2031-03-10T21:15Z") or 0, hour_of("2031-03-11T17:00Z") or 0], 0, 800)
    assert axis is not None
    assert [tick.label for tick in axis.ticks if not tick.hour] == ["10 March 2031", "11 March"]
    assert "12:00" in [tick.label for tick in axis.ticks if tick.hour]


@pytest.mark.parametrize("iso", ["", "yesterday", "2031-13-40"])
def test_what_is_no_time_has_no_hour(iso: str) -> None:
    assert hour_of(iso) is None


# --- how it is drawn --------------------------------------------------------------------------------------------------


def _drawn(brief: Brief) -> str:
    figure = environment().get_template("story/river.html.j2")
    return figure.render(pictures=pictures_of(brief), view={"prefix": ""})


def test_every_article_is_a_link_with_a_name_in_the_order_of_the_rows() -> None:
    river, drawn = river_of(make_brief()), _drawn(make_brief()).partition("river narrow")[0]
    assert re.findall(r'class="node[^>]* href="#(a\d+)"', drawn) == [node.anchor for node in river.nodes if node.anchor]


def test_no_two_ids_are_alike_in_the_two_pictures_and_nothing_is_styled_in_place() -> None:
    drawn = _drawn(_bundle(18))
    ids = re.findall(r' id="([^"]+)"', drawn)
    assert len(ids) == len(set(ids))
    assert "style=" not in drawn


def test_hostile_names_are_escaped_in_the_picture() -> None:
    brief = make_wide_brief(3)
    named = replace(brief.articles[0], outlet=Known("<script>x</script>", Basis.FILE))
    drawn = _drawn(replace(brief, articles=(named, *brief.articles[1:])))
    assert "<script>" not in drawn


def test_a_node_says_of_itself_what_it_is() -> None:
    node = RiverNode(0, 1, 2, 0, "unseen", "", None, "", "", "A", "lost", "", "lost")
    assert node.unseen
    assert node.root


def test_where_long_chains_squeeze_the_axis_its_labels_still_stand_apart() -> None:
    brief = make_wide_brief(24)
    ids = brief.story.articles
    edges = tuple(Edge(one, other, DerivationKind.COPY, True, 0.9) for one, other in itertools.pairwise(ids))
    line = Line("line-1", "a chain", ids[0], ids, "no link found")
    first = replace(brief.articles[0], published=Known("2030-07-01", Basis.FILE))
    chain = replace(
        brief,
        articles=(first, *brief.articles[1:]),
        stemma=Stemma("story-1", (), (), edges, (line,), Count(1, 1, 1)),
    )
    for width in (WIDE, NARROW):
        boxes = _boxes(river_of(chain, width))
        assert not [pair for pair in itertools.combinations(boxes, 2) if _meet(*pair)]
