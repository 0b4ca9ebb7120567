"""The article page: layers lie on the text without changing it, every address of words works, the head tells how."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from room_client import Client, asked, library_copied

import headwater
from headwater.errors import OptionError
from headwater.library.records import Kept
from headwater.monitor import ShownArticle
from headwater.render.body import Mark
from headwater.render.characters import visible
from headwater.render.compose.desk import Desk
from headwater.render.layers import Layer, article_page, desk_for, layers_asked, notes_at, words_at
from headwater.render.layers.steps import paragraphs, signed, stretches
from headwater.render.layers.view import Known, Paragraph, Standing, Stretch
from headwater.testing.articles import make_article
from headwater.types import Article, Capture, Span
from headwater.web import room

PIECES = st.sampled_from(
    ["Harl ", "said. ", "\n", "\n\n", " ", "\u202e", "\x00", "שלום ", "e\u0301", "😀", "\r\n", "\t", "<b>", "4"]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=40).map("".join).filter(str.strip)


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[Article, list[Standing]]:
    """A text with marks that nest, cross and go over ends of paragraphs."""
    text = draw(TEXTS)
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).filter(lambda pair: pair[0] != pair[1])
    places = draw(st.lists(st.tuples(ends, st.sampled_from(Layer), st.sampled_from(["", "A", "B"])), max_size=12))
    article = make_article(text)
    return article, [_standing(article, min(pair), max(pair), layer, letter) for pair, layer, letter in places]


def _standing(article: Article, start: int, end: int, layer: Layer, letter: str = "", same: str = "") -> Standing:
    shown = letter if layer is Layer.COPIED else ""
    return Standing(layer, Span(article.id, start, end), "said", Known, shown, same)


def _made(
    article: Article, standings: list[Standing], at: Span | None = None
) -> tuple[list[Paragraph], dict[str, Stretch]]:
    held = dict(stretches(signed(standings), at))
    return list(paragraphs(article, held)), held


def _places(text: str) -> Iterator[int]:
    """The offsets of what is shown: all but the white space at the ends of lines."""
    at = 0
    for line in text.split("\n"):
        yield from range(at, at + len(line.rstrip()))
        at += len(line) + 1


def _words(steps: tuple[Mark, ...]) -> str:
    return "".join(step.text for step in steps if step.step in ("text", "odd"))


@given(marked_texts())
def test_the_words_of_the_page_are_those_of_the_article_whatever_layers_cross(
    drawn: tuple[Article, list[Standing]],
) -> None:
    article, standings = drawn
    shown = [_words(paragraph.steps) for paragraph in _made(article, standings)[0]]
    lines = [line.rstrip() for line in article.text.split("\n")]
    assert shown == ["".join(map(visible, line)) for line in lines if line]


@given(marked_texts())
def test_marks_nest_and_each_covers_exactly_its_own_words(drawn: tuple[Article, list[Standing]]) -> None:
    article, standings = drawn
    made, held = _made(article, standings)
    covered: dict[str, list[str]] = {name: [] for name in held}
    opened: list[str] = []
    shown = set(_places(article.text))
    for paragraph in made:
        stack: list[str] = []
        for step in paragraph.steps:
            if step.step in ("open", "resume"):
                stack.append(step.text)
                opened += [step.text] if step.step == "open" else []
            elif step.step == "close":
                stack.pop()
            else:
                for name in stack:
                    covered[name].append(step.text)
        assert stack == []
    assert len(opened) == len(set(opened))
    for name, stretch in held.items():
        start, end = map(int, stretch.place.split("-"))
        words = "".join(visible(article.text[at]) for at in range(start, end) if at in shown)
        assert "".join("".join(covered[name]).split()) == "".join(words.split())
        assert (name in opened) == bool(article.text[start:end].strip())


@given(marked_texts())
def test_a_paragraph_says_at_which_code_point_it_begins(drawn: tuple[Article, list[Standing]]) -> None:
    article, standings = drawn
    for paragraph in _made(article, standings)[0]:
        length = sum(
            1 if step.step == "odd" else len(step.text) for step in paragraph.steps if step.step in ("text", "odd")
        )
        there = article.text[paragraph.start : paragraph.start + length]
        assert "".join(map(visible, there)) == _words(paragraph.steps)


def test_signs_count_up_in_the_order_of_the_text_and_mentions_of_one_share_a_number() -> None:
    article = make_article("Ena Harl met Bo Lund. Harl left.")
    standings = [
        _standing(article, 22, 26, Layer.NAMES, same="harl"),
        _standing(article, 13, 20, Layer.NAMES, same="lund"),
        _standing(article, 0, 8, Layer.NAMES, same="harl"),
        _standing(article, 0, 21, Layer.COPIED, "B"),
        _standing(article, 0, 32, Layer.CLAIMS),
    ]
    assert [(each.span.start, sign.label) for each, sign in signed(standings)] == [
        (0, "c1"), (0, "B1"), (0, "n1"), (13, "n2"), (22, "n1"),
    ]  # fmt: skip


def test_the_words_that_are_asked_for_are_lit_where_no_layer_marks_them() -> None:
    article = make_article("Four people drowned off Tessen.")
    made, held = _made(article, [], Span(article.id, 5, 11))
    assert [stretch.lit for stretch in held.values()] == [True]
    assert [step.step for step in made[0].steps] == ["text", "open", "text", "close", "text"]


def test_layers_are_asked_for_by_name_in_either_form() -> None:
    assert layers_asked(["claims,quotes"]) == layers_asked(["", "claims", "quotes"]) == {Layer.CLAIMS, Layer.QUOTES}
    assert layers_asked([""]) == frozenset()
    assert Layer.COPIED in layers_asked([])
    with pytest.raises(OptionError, match="no layer"):
        layers_asked(["claims,moods"])


@pytest.mark.parametrize("place", ["5", "a-b", "-1-4", "9-3", "4-4", "0-9999", "1-2-3", "٣-٤", "0-" + "9" * 40])
def test_words_that_an_article_does_not_have_are_refused(place: str) -> None:
    with pytest.raises(OptionError):
        words_at(make_article("Four people drowned."), place)


UNREAD = "Beekeepers at Ostrova said on Monday that half of their hives had not outlived the winter. (Fiction.)"


@pytest.fixture(scope="module")
def library(room_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[headwater.Library]:
    """The example's library and a story beside it that nobody has read."""
    copied = library_copied(room_library, tmp_path_factory.mktemp("article") / "room.sqlite")
    with headwater.Library(copied) as opened:
        opened.add([make_article(UNREAD, outlet="Ostrova Post", title="A hard winter for bees")])
        yield opened


def _read(library: headwater.Library) -> str:
    return next(row.id for row in library.stories() if library.story(row.id).brief is not None)


def _unread(library: headwater.Library) -> str:
    return next(row.id for row in library.stories() if row.title == "A hard winter for bees")


@pytest.fixture(scope="module")
def client(library: headwater.Library) -> Iterator[Client]:
    with asked(room(library)) as opened:
        yield opened


@pytest.fixture(scope="module")
def desk(library: headwater.Library) -> Desk:
    brief = library.story(_read(library)).brief
    assert brief is not None
    return desk_for(brief)


def test_every_mark_of_every_article_opens_a_note_that_rests_on_its_words(
    desk: Desk, library: headwater.Library
) -> None:
    for article in desk.brief.articles:
        page = article_page(library.article(article.id), desk, frozenset(Layer), None)
        assert sum(layer.amount for layer in page.layers) > 20
        for stretch in list(page.stretches.values())[::7]:
            at = words_at(article, stretch.place)
            assert at is not None
            notes = notes_at(desk, at)
            exact = {(note.layer, note.sign) for note in notes if note.span == at}
            assert exact >= {(sign.layer, sign.label) for sign in stretch.signs}


def test_a_copied_passage_says_from_whom_and_how_many_words(desk: Desk, library: headwater.Library) -> None:
    child = next(edge.child for edge in desk.brief.stemma.edges if edge.passages)
    page = article_page(library.article(child), desk, {Layer.COPIED}, None)
    said = [sign.said for part in page.paragraphs for stretch in part.copied for sign in stretch.signs if sign.letter]
    assert said
    assert all(re.search(r" from .+, \d+ words?$", each) for each in said)


def test_the_page_of_an_article_has_its_layers_and_what_was_asked_for(client: Client, desk: Desk) -> None:
    article = desk.brief.articles[0].id
    story = desk.brief.story.id
    answer = client.get(f"/article/{article}?story={story}&layers=claims&at=16-40")
    assert answer.status_code == 200
    assert 'value="claims" checked' in answer.text
    assert 'value="quotes">' in answer.text
    assert 'id="w16-40"' in answer.text
    assert "lit" in answer.text
    assert 'class="chosen"' in answer.text
    piece = client.get(f"/article/{article}/words/16-40?story={story}").text
    assert "<html" not in piece
    assert 'class="chosen"' in piece


def test_the_text_of_the_page_is_the_text_of_the_article(client: Client, desk: Desk) -> None:
    for article in desk.brief.articles:
        page = client.get(f"/article/{article.id}?layers={','.join(Layer)}").text
        made = re.findall(r'<p dir="auto" data-start="(\d+)">(.*?)</p>', page, re.DOTALL)
        for start, held in made:
            words = unescape(re.sub(r"<[^>]*>", "", held))
            assert article.text.startswith(words, int(start))
        assert "\n".join(unescape(re.sub(r"<[^>]*>", "", held)) for _, held in made).split() == article.text.split()


def test_a_story_that_does_not_hold_the_article_gives_way_to_the_one_that_does(
    client: Client, library: headwater.Library
) -> None:
    other = _unread(library)
    article = library.story(other).articles[0].article.id
    answer = client.get(f"/article/{article}?story={_read(library)}")
    assert answer.status_code == 200
    assert f"/story/{other}" in answer.text


def test_an_article_of_a_story_that_was_not_read_is_its_text_and_what_is_known_of_it(
    client: Client, library: headwater.Library
) -> None:
    kept = library.story(_unread(library)).articles[0].article
    answer = client.get(f"/article/{kept.id}")
    assert answer.status_code == 200
    assert "has not been read" in answer.text
    assert 'type="checkbox"' not in answer.text
    assert library.article(kept.id).capture.digest in answer.text


@pytest.mark.parametrize(
    ("path", "status"), [("/article/nobody", 404), ("?at=9-4", 400), ("?at=0-99999", 400), ("?layers=x", 400)]
)
def test_what_cannot_be_shown_is_said_in_a_line(client: Client, desk: Desk, path: str, status: int) -> None:
    article = desk.brief.articles[0].id
    answer = client.get(path if path.startswith("/") else f"/article/{article}{path}")
    assert answer.status_code == status
    assert "<h1" in answer.text


def _shown(article: Article) -> ShownArticle:
    return ShownArticle(Kept(article, 1), Capture("reports/x.txt", "2031-03-10T21:15:00Z", b"bytes", "text/plain"))


@pytest.mark.parametrize(
    "url", ["javascript:run()", "data:text/html,x", "file:///etc/passwd", "//evil.invalid", "https://[::1/x"]
)
def test_only_addresses_of_the_web_become_links(url: str) -> None:
    page = article_page(_shown(make_article("Words.", url=url)), None, (), None)
    assert [fact.link for fact in page.head.facts if fact.name == "Address"] == [""]


def test_the_head_says_how_each_thing_is_known() -> None:
    article = make_article("Words.", outlet="Northgate Herald", url="https://northgate.example/a")
    facts = {fact.name: fact for fact in article_page(_shown(article), None, (), None).head.facts}
    assert facts["Address"].link == "https://northgate.example/a"
    assert facts["Outlet"].inferred
    assert facts["Address"].inferred
    assert facts["Captured"].value == "10 March 2031, 21:15 UTC"
    assert facts["Original"].value == "5 bytes, text/plain"


def test_a_text_of_half_a_megabyte_with_thousands_of_marks_is_written_quickly(desk: Desk) -> None:
    sentence = "Ena Harl told the board of Tessen that four boats were lost. "
    article = make_article((sentence * 20 + "\n") * 420)
    assert len(article.text) > 500_000
    standings = [
        _standing(article, at + shift, at + shift + 30, layer, "A")
        for at in range(0, len(article.text) - 100, 60)
        for shift, layer in ((0, Layer.CLAIMS), (10, Layer.QUOTES), (20, Layer.COPIED))
    ]
    begun = time.process_time()
    made, _ = _made(article, standings)
    assert time.process_time() - begun < 3
    assert len(made) == 420


def test_a_text_with_more_marks_than_a_page_can_hold_writes_those_of_the_shown_layers(
    desk: Desk, library: headwater.Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("headwater.render.layers._MANY", 10)
    shown = library.article(desk.brief.articles[0].id)
    page = article_page(shown, desk, {Layer.QUOTES}, None)
    assert page.few
    assert {sign.layer for stretch in page.stretches.values() for sign in stretch.signs} == {Layer.QUOTES}
    assert sum(layer.amount for layer in page.layers) > 50  # what is not loaded is counted all the same


def test_versions_of_one_address_are_listed_with_this_one_told() -> None:
    from headwater.library.records import Version

    article = make_article("Words.", url="https://northgate.example/a")
    both = (Version("other", "2031-03-09T08:00:00Z", "Before"), Version(article.id, "2031-03-10T08:00:00Z", ""))
    head = article_page(replace(_shown(article), versions=both), None, (), None).head
    assert [(each.article, each.here) for each in head.versions] == [("other", False), (article.id, True)]
    assert article_page(replace(_shown(article), versions=both[1:]), None, (), None).head.versions == ()
