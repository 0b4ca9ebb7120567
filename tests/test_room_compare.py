"""The compare page: what is chosen, what is made behind, what stands beside what, and how else it can be asked."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from room_client import Client, asked
from starlette.datastructures import QueryParams

import headwater
from headwater.comparison import Company, collate_articles
from headwater.monitor.comparing import company_of
from headwater.monitor.likeliest import likeliest_first
from headwater.render import render
from headwater.render.comparison.choices import choices_of
from headwater.render.comparison.compose import collation_view
from headwater.render.comparison.view import CellView, ComparisonView, RowView
from headwater.settings import Settings
from headwater.testing.articles import make_article
from headwater.types import Collation, Count, Derivation, DerivationKind, Direction, Edge, Evidence, Stemma
from headwater.web import room
from headwater.web.compared import Asked

# All people and places are fiction.
FIRST = """\
A ferry ran onto the bar of Ostrel on Monday evening with 30 passengers, and nobody was hurt, the harbour office said.

Divers looked at the hull until midnight and found a crack as long as an arm below the engine.

The line from Ostrel to Tamm was opened in 1961 and carries the workers of the cannery over the sound.

The ferry is to be towed to the yard of Tamm as soon as the tide allows it.
"""
SECOND = """\
The line from Ostrel to Tamm was opened in 1961 and carries the workers of the cannery over the sound.

A ferry ran onto the bar of Ostrel on Monday evening with 50 passengers, and nobody was hurt, the harbour office said.

Divers examined the hull until midnight and found a crack as long as an arm below the engine.

The mayor of Ostrel had asked for a lighthouse on the bar since the spring.
"""
THIRD = """\
A ferry ran onto the bar of Ostrel on Monday evening with 30 passengers, and nobody was hurt, the harbour office said.

The mayor of Ostrel had asked for a lighthouse on the bar since the spring.
"""


@pytest.fixture(scope="module")
def collation() -> Collation:
    articles = [
        make_article(text, id=name, name=f"{name}.txt")
        for name, text in zip("pqr", (FIRST, SECOND, THIRD), strict=True)
    ]
    return collate_articles(articles, Settings(), Company())


@pytest.fixture(scope="module")
def view(collation: Collation) -> ComparisonView:
    return collation_view(collation)


def labels(cells: tuple[CellView, ...]) -> list[str]:
    return [sentence.place.label for cell in cells for sentence in cell.sentences]


def row_with(view: ComparisonView, label: str) -> RowView:
    return next(row for row in view.rows for cells in row.cells if label in labels(cells))


# --- the view -----------------------------------------------------------------------------------------------------


def test_every_sentence_has_one_cell_and_each_text_its_order(view: ComparisonView) -> None:
    for column, count in enumerate((4, 4, 2)):
        letter = "ABC"[column]
        shown = [label for row in view.rows for label in labels(row.cells[column])]
        assert shown == [f"{letter}{number}" for number in range(1, count + 1)]


def test_what_the_base_lacks_stands_beside_each_other(view: ComparisonView) -> None:
    row = row_with(view, "B4")
    assert row.alike
    assert [labels(cells) for cells in row.cells] == [[], ["B4"], ["C2"]]


def test_what_moved_stands_in_its_own_place_and_names_that_of_its_partner(view: ComparisonView) -> None:
    moved = [cell for row in view.rows for cells in row.cells for cell in cells if cell.moved]
    told = {
        tuple(one.place.label for one in cell.sentences): [(p.label, p.paragraph) for p in cell.moved] for cell in moved
    }
    assert told == {("A3",): [("B1", 1)], ("B1",): [("A3", 3)]}


def test_words_of_the_base_name_the_texts_that_differ_and_an_alteration_its_kind(view: ComparisonView) -> None:
    [cell] = row_with(view, "A1").cells[0]
    marked = [piece for stretch in cell.sentences[0].stretches for piece in stretch.pieces if piece.mark]
    assert [(piece.text, piece.by, piece.kind) for piece in marked] == [("30", "B", "number")]
    assert dict(view.kinds)["number"] == 1


def test_no_marked_piece_begins_or_ends_in_space(view: ComparisonView) -> None:
    pieces = [
        piece
        for row in view.rows
        for cells in row.cells
        for cell in cells
        for sentence in cell.sentences
        for stretch in sentence.stretches
        for piece in stretch.pieces
    ]
    assert all(piece.text == piece.text.strip() for piece in pieces if piece.mark)
    assert any(piece.mark for piece in pieces)


def test_alterations_stand_where_the_two_were_set_beside_each_other(view: ComparisonView) -> None:
    note = next(note for row in view.rows for note in row.notes)
    assert (note.kind, [place.label for place in note.places]) == ("number", ["A1", "B2"])


# --- who is compared ----------------------------------------------------------------------------------------------


def test_the_likeliest_origin_is_the_one_with_the_fewest_texts_above_it() -> None:
    articles = [make_article(FIRST, id=name, name=name) for name in "pqr"]
    edges = (Edge("r", "p", DerivationKind.COPY, True, 0.9), Edge("p", "q", DerivationKind.COPY, True, 0.9))
    stemma = Stemma("s", (), (), edges, (), Count(1, 1, 1))
    assert [one.id for one in likeliest_first(articles, stemma)] == ["r", "p", "q"]


def test_where_none_stands_above_the_others_the_signs_between_them_tell() -> None:
    articles = [make_article(FIRST, id=name, name=name) for name in "pq"]
    signs = (Evidence("quote trimmed", -1.5, "4 of 9 quoted words are left"),)
    pair = Derivation("p", "q", DerivationKind.REWRITE, Direction.COMMON_ORIGIN, 2.0, (), (), signs)
    stemma = Stemma("s", (pair,), (), (), (), Count(1, 1, 1))
    assert [one.id for one in likeliest_first(articles, stemma)] == ["q", "p"]


def test_without_a_stemma_the_earliest_is_first_and_the_undated_last() -> None:
    days = {"p": "2031-05-03", "q": "", "r": "2031-05-02"}
    articles = [make_article(FIRST, id=name, name=name, published=day) for name, day in days.items()]
    assert [one.id for one in likeliest_first(articles, None)] == ["r", "p", "q"]


def test_an_address_says_what_is_asked_and_reads_back() -> None:
    one = Asked.of(QueryParams("a=x&b=y&c=x&story=s&show=columns&pair=ab"))
    assert one == Asked(("x", "y"), "s", "ab", columns=True)
    assert Asked.of(QueryParams(one.query)) == one
    assert one.led_by("y").articles == ("y", "x")


def test_a_choice_without_outlet_or_title_is_called_by_its_name() -> None:
    [choice] = choices_of([make_article(FIRST, id="p", name="p.txt")], ["p"])
    assert (choice.label, choice.title, choice.ticked) == ("p.txt", "", True)


# --- the room -----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def library(room_library: Path) -> Iterator[headwater.Library]:
    with headwater.Library(room_library, read_only=True) as library:
        yield library


@pytest.fixture(scope="module")
def client(library: headwater.Library) -> Iterator[Client]:
    with asked(room(library)) as client:
        yield client


@pytest.fixture(scope="module")
def ids(library: headwater.Library) -> dict[str, str]:
    """The example's articles by the beginning of their file's name."""
    articles = library.story(library.stories()[0].id).articles
    return {one.article.name.partition(".")[0]: one.article.id for one in articles}


def made(client: Client, address: str) -> html.HtmlElement:
    """The page of a comparison, once it is made."""
    for _ in range(300):
        answer = client.get(address)
        assert answer.status_code == 200
        if "data-events" not in answer.text:
            return html.document_fromstring(answer.text)
        time.sleep(0.1)
    raise AssertionError("the comparison was not made")


def two(ids: dict[str, str], more: str = "") -> str:
    return f"/compare?a={ids['northgate']}&b={ids['scoop-fiction']}{more}"


def test_a_comparison_is_made_behind_the_scenes_and_then_held(client: Client, ids: dict[str, str]) -> None:
    page = made(client, two(ids))
    assert page.xpath("//h1")
    start = time.process_time()
    assert "data-events" not in client.get(two(ids)).text
    assert time.process_time() - start < 2


def test_the_page_is_what_headwater_compare_says_of_the_two(
    library: headwater.Library, client: Client, ids: dict[str, str]
) -> None:
    pair = library.compare(ids["northgate"], ids["scoop-fiction"]).pairs[0]
    said = " ".join(made(client, two(ids)).xpath("string(//h1)").split())
    words, _, odds = pair.verdict.text.rpartition(": ")
    assert words.replace("A and B", "Northgate Daily and scoop-fiction.txt") in said
    assert odds in said


def test_the_story_s_brief_gives_the_same_comparison_as_tracing_anew(
    library: headwater.Library, ids: dict[str, str]
) -> None:
    story = library.story(library.stories()[0].id)
    chosen = [one for one in story.articles if one.article.id in (ids["northgate"], ids["lantern"])]
    company = company_of(chosen, story)
    assert company.stemma is not None
    anew = Company(company.others, decisions=company.decisions)
    articles = [one.article for one in chosen]
    assert collate_articles(articles, Settings(), company) == collate_articles(articles, Settings(), anew)


def test_every_link_to_a_sentence_leads_to_one_in_rows_and_in_columns(client: Client, ids: dict[str, str]) -> None:
    for more in ("", "&show=columns", f"&c={ids['lantern']}&d={ids['observer']}", f"&c={ids['lantern']}&show=columns"):
        page = made(client, two(ids, more))
        found = page.xpath("//@id")
        assert len(found) == len(set(found))
        assert {link[1:] for link in page.xpath("//a/@href") if link.startswith("#")} <= set(found)
        sentences = {one for one in found if re.fullmatch(r"[abcd]\d+", one)}
        assert {"a1", "b1"} <= sentences


def test_no_script_stands_in_the_page_and_no_style(client: Client, ids: dict[str, str]) -> None:
    page = made(client, two(ids))
    assert not page.xpath("//style | //@style | //script[not(@src)] | //@onclick")


def test_of_three_texts_every_two_can_be_asked_for_their_evidence(client: Client, ids: dict[str, str]) -> None:
    three = two(ids, f"&c={ids['lantern']}")
    page = made(client, three)
    ways = page.xpath("//nav[@class='pairs']//a/@href")
    assert len(ways) == 3
    other = made(client, ways[2])
    assert other.xpath("//nav[@class='pairs']//a[@aria-current]/@href") == [ways[2]]
    assert "scoop-fiction.txt" in other.xpath("string(//h1)")
    assert "The Lantern" in other.xpath("string(//h1)")


def test_the_sides_can_be_swapped(client: Client, ids: dict[str, str]) -> None:
    [swap] = made(client, two(ids)).xpath("//a[text()='Swap sides']/@href")
    assert swap.startswith(f"/compare?a={ids['scoop-fiction']}&b={ids['northgate']}")


def test_the_comparison_that_is_shown_can_be_saved_in_each_form(
    library: headwater.Library, client: Client, ids: dict[str, str]
) -> None:
    pairs = library.compare(ids["northgate"], ids["scoop-fiction"], ids["lantern"]).pairs
    page = made(client, two(ids, f"&c={ids['lantern']}&pair=ac"))
    ways = page.xpath("//section[@id='taking']//a/@href")
    assert [way.partition("?")[0].rpartition(".")[2] for way in ways] == ["html", "txt", "md", "json"]
    for way, form in zip(ways, ("html", "text", "markdown", "json"), strict=True):
        answer = client.get(way)
        assert answer.headers["content-disposition"].startswith(f'attachment; filename="{ids["northgate"]}-')
        assert answer.text == render(pairs[1], form)


def test_what_was_not_compared_and_what_is_no_form_cannot_be_saved(client: Client, ids: dict[str, str]) -> None:
    never = f"a={ids['tide']}&b={ids['courier']}"
    answers = [client.get(f"/compare/export/comparison.{form}?{never}") for form in ("html", "exe")]
    assert [answer.status_code for answer in answers] == [409, 404]
    assert "compare them first" in answers[0].text


def test_with_fewer_than_two_the_story_s_articles_are_to_be_chosen(
    client: Client, library: headwater.Library, ids: dict[str, str]
) -> None:
    story = library.stories()[0].id
    page = html.document_fromstring(client.get(f"/compare?story={story}&a={ids['lantern']}").text)
    assert sorted(page.xpath("//input[@name='article']/@value")) == sorted(ids.values())
    assert page.xpath("//input[@checked]/@value") == [ids["lantern"]]


def test_what_was_ticked_becomes_an_address_with_the_likeliest_origin_first(
    client: Client, ids: dict[str, str]
) -> None:
    answer = client.get(f"/compare?article={ids['scoop-fiction']}&article={ids['northgate']}")
    assert answer.status_code == 303
    assert set(Asked.of(QueryParams(answer.headers["location"].partition("?")[2])).articles) == {
        ids["scoop-fiction"],
        ids["northgate"],
    }


def test_five_or_one_are_told_to_be_too_many_or_too_few(client: Client, ids: dict[str, str]) -> None:
    for some in (list(ids.values())[:1], list(ids.values())[:5]):
        answer = client.get("/compare?" + "&".join(f"article={one}" for one in some))
        assert "Two to four articles can be compared" in answer.text


def test_an_article_that_is_not_kept_is_no_page_and_nothing_at_all_asks_for_a_story(client: Client) -> None:
    assert client.get("/compare?a=nobody&b=nothing").status_code == 404
    assert "Open a story first" in client.get("/compare").text


def test_an_alteration_that_a_reader_rejects_is_not_told_in_the_next_comparison(
    room_copy: Path, ids: dict[str, str]
) -> None:
    with headwater.Library(room_copy) as library:
        story = library.stories()[0].id
        brief = library.brief(story)
        change = next(one for one in brief.alterations if one.altered.article == ids["scoop-fiction"])
        other = change.sound.article
        told = [one.altered for one in library.compare(other, ids["scoop-fiction"]).pairs[0].alterations]
        assert change.altered in told
        library.reject(story, change.id)
        left = [one.altered for one in library.compare(other, ids["scoop-fiction"]).pairs[0].alterations]
        assert change.altered not in left
        assert set(left) < set(told)


def test_two_of_which_a_reader_says_neither_copied_are_told_so(room_copy: Path, ids: dict[str, str]) -> None:
    with headwater.Library(room_copy) as library:
        library.not_a_copy(ids["northgate"], ids["lantern"])
        pair = library.compare(ids["northgate"], ids["lantern"]).pairs[0]
    assert pair.derivation.taken == ()
