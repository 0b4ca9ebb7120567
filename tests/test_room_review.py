"""Review in the room: forms where something stands, decisions that say at once what they changed, undoing, the log."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import httpx
import pytest
from room_client import Client, asked

import headwater
from headwater.decisions import finding_named
from headwater.text.cited_words import words_of
from headwater.types import Brief, Decision, DecisionKind
from headwater.web import room

PIECE = {"HX-Request": "true", "HX-Current-URL": "http://127.0.0.1:8000/decisions?before=9#x"}
_PATIENCE = 60.0  # seconds for a reading on a busy machine


class Desk:
    """A library that may be written to, the room over it, the story of the example and its brief."""

    def __init__(self, library: headwater.Library, client: Client) -> None:
        self.library, self.client = library, client
        self.story = library.stories()[0].id
        self.brief: Brief = library.brief(self.story)
        self.here = f"/story/{self.story}"

    def form(self, what: str, *pairs: tuple[str, str], **headers: str) -> httpx.Response:
        query = urlencode([("story", self.story), *pairs])
        return self.client.get(f"/review/{what}?{query}", headers=headers)

    def rejecting(self, **more: object) -> dict[str, object]:
        """What the form sends that sets the first conflict aside."""
        named = finding_named(self.brief, self.brief.conflicts[0].id)
        sent = {"kind": "finding rejected", "story": self.story, "value": named.value, "left": list(named.words)}
        return {**sent, "note": "two raids", "by": "Žofie Vane", "back": self.here, **more}

    def changed(self, number: int) -> str:
        """The piece that tells what a decision changed, once the story was read again."""
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            piece = self.client.get(f"/decisions/{number}", headers=PIECE).text
            if "delay:300ms" not in piece:
                return piece
            time.sleep(0.05)
        raise AssertionError(f"decision {number} led to no end")


@pytest.fixture
def desk(room_copy: Path) -> Iterator[Desk]:
    with headwater.Library(room_copy) as library, asked(room(library)) as client:
        yield Desk(library, client)


@pytest.fixture(scope="module")
def shown(room_library: Path) -> Iterator[Desk]:
    """For tests that change nothing; the library could be written to."""
    with headwater.Library(room_library, read_only=True) as library, asked(room(library)) as client:
        yield Desk(library, client)


def test_a_form_offers_what_can_be_decided(desk: Desk) -> None:
    brief = desk.brief
    statement = brief.claims[0].span
    name = brief.entities[0].spellings[0].spans[0]
    one, other = brief.articles[0].id, brief.articles[1].id
    forms = {
        "conflict": [("at", words_of(brief.conflicts[0].sides[0].spans[0]))],
        "alteration": [("at", words_of(brief.alterations[0].altered))],
        "statement": [("at", words_of(statement))],
        "name": [("at", words_of(name))],
        "figure": [("label", brief.figures[0].label.text)],
        "copy": [("article", one), ("article", other)],
        "pair": [("article", one), ("article", other)],
        "article": [("article", one)],
        "story": [],
    }
    for what, pairs in forms.items():
        page, piece = desk.form(what, *pairs), desk.form(what, *pairs, **PIECE)
        assert (page.status_code, piece.status_code) == (200, 200), what
        assert page.text.startswith("<!DOCTYPE html>")
        assert "<html" not in piece.text
        assert 'method="post" action="/decide"' in piece.text
        assert 'value="/decisions?before=9"' in piece.text


def test_a_form_that_points_at_nothing_says_so(desk: Desk) -> None:
    assert desk.form("conflict").status_code == 400
    assert desk.form("conflict", ("at", "nope")).status_code == 400
    assert desk.form("conflict", ("at", f"{desk.brief.articles[0].id}:0-1")).status_code == 400
    assert desk.form("figure", ("label", "stars")).status_code == 400
    assert desk.form("pair", ("article", "a")).status_code == 400
    assert desk.form("rumour").status_code == 404
    assert desk.client.get("/review/name?story=story-nobody").status_code == 404


def test_a_decision_leads_back_to_its_page_which_tells_what_it_changed(desk: Desk) -> None:
    answer = desk.client.post("/decide", data=desk.rejecting())
    assert answer.status_code == 303
    assert answer.headers["location"] == f"{desk.here}?decided=1"
    desk.changed(1)
    page = desk.client.get(answer.headers["location"]).text
    assert "set aside by a reader" in page
    assert desk.brief.conflicts[0].question.text in page
    assert 'action="/decisions/1/undo"' in page


def test_with_htmx_a_decision_answers_with_what_it_changed_and_the_count(desk: Desk) -> None:
    piece = desk.client.post("/decide", data=desk.rejecting(), headers=PIECE)
    assert piece.status_code == 200
    assert "Decided:" in piece.text
    assert "<html" not in piece.text
    done = desk.changed(1)
    assert "conflict set aside by a reader" in done
    assert 'id="count-line"' in done
    assert 'hx-swap-oob="true"' in done
    assert "Žofie Vane" in done
    assert "two raids" in done


def test_the_library_holds_the_decision_by_words_with_who_and_why(desk: Desk) -> None:
    desk.client.post("/decide", data=desk.rejecting())
    (made,) = desk.library.decisions()
    assert (made.kind, made.by, made.note) == (DecisionKind.REJECTED, "Žofie Vane", "two raids")
    assert made.story in {article.id for article in desk.brief.articles}
    assert made.left == finding_named(desk.brief, desk.brief.conflicts[0].id).words


def test_undoing_gives_the_brief_as_before(desk: Desk) -> None:
    desk.client.post("/decide", data=desk.rejecting())
    desk.changed(1)
    answer = desk.client.post("/decisions/1/undo", data={"back": "/decisions"})
    assert answer.headers["location"] == "/decisions?decided=2"
    assert "no longer set aside" in desk.changed(2)
    assert desk.library.brief(desk.story) == desk.brief
    assert desk.library.decisions()[-1].by == "Žofie Vane"


def test_of_two_decisions_sent_at_once_each_tells_what_it_changed_and_so_it_does_in_a_room_that_opens_later(
    desk: Desk,
) -> None:
    figure = {"kind": "figure accepted", "left": desk.brief.figures[0].label.text, "value": "41"}
    desk.client.post("/decide", data=desk.rejecting())
    desk.client.post("/decide", data={"story": desk.story, "back": desk.here, **figure})
    first, second = desk.changed(1), desk.changed(2)
    assert "conflict set aside by a reader" in first
    assert "is 41" not in first.partition("What it changed")[2]
    assert "best was" in second
    assert "conflict set aside" not in second
    with asked(room(desk.library)) as client:
        assert "conflict set aside by a reader" in Desk(desk.library, client).changed(1)


def test_the_form_of_a_line_takes_an_article_off_it(desk: Desk) -> None:
    line = max(desk.brief.stemma.lines, key=lambda each: len(each.articles))
    out, *others = line.articles
    form = desk.form("line", ("article", out), **PIECE).text
    assert all(f'name="right-1" value="{one}" checked' in form for one in others)
    sent = {"story": desk.story, "choice": "1", "kind-1": "not a copy", "left-1": out, "right-1": others}
    desk.client.post("/decide", data={**sent, "kind-2": "is a copy", "left-2": out, "right-2": ""})
    (made,) = desk.library.decisions()
    assert (made.kind, made.left, set(made.right)) == (DecisionKind.NOT_A_COPY, (out,), set(others))


def test_the_name_of_a_reader_is_remembered(desk: Desk) -> None:
    desk.client.post("/decide", data=desk.rejecting())
    desk.changed(1)
    form = desk.form("figure", ("label", desk.brief.figures[0].label.text), **PIECE)
    assert 'value="Žofie Vane"' in form.text


def test_the_log_tells_every_decision_and_which_hold(desk: Desk) -> None:
    desk.client.post("/decide", data=desk.rejecting(note="<b>bold</b>"))
    desk.client.post("/decisions/1/undo")
    page = desk.client.get("/decisions").text
    assert page.index('id="decision-2"') < page.index('id="decision-1"')
    assert "&lt;b&gt;bold" in page
    assert re.search(r'id="decision-1" class="undone"', page)
    assert 'action="/decisions/2/undo"' in page
    assert 'action="/decisions/1/undo"' not in page
    assert "decisions.jsonl" in page


def test_an_article_that_does_not_belong_becomes_a_story_of_its_own(desk: Desk) -> None:
    out = desk.brief.articles[0].id
    sent = {"kind": "different stories", "story": desk.story, "left": out, "back": desk.here}
    desk.client.post("/decide", data=sent, headers=PIECE)
    done = desk.changed(1)
    homes = [each.id for each in desk.library.homes(article.id for article in desk.brief.articles)]
    assert len(homes) == 2
    assert all(f'href="/story/{home}"' in done for home in homes)
    assert "went" in done


def test_parts_that_are_ticked_are_of_another_event_than_the_rest(desk: Desk) -> None:
    one, other = (words_of(side.spans[0]) for side in desk.brief.conflicts[0].sides[:2])
    parts = {"part": ["1", "2"], "part-1": [one], "part-2": [other], "ticked": ["2"]}
    desk.client.post("/decide", data={"kind": "different events", "story": desk.story, **parts})
    (made,) = desk.library.decisions()
    assert (made.left, made.right) == ((other,), (one,))


@pytest.mark.parametrize(
    ("sent", "status", "words"),
    [
        ({"kind": "rumour"}, 400, "there is no decision"),
        ({"note": "x" * 2_001}, 400, "note is longer"),
        ({"by": "x" * 101}, 400, "by is longer"),
        ({"left": ["nowhere:1-9"]}, 404, "no article is called"),
        ({"left": ["nonsense"]}, 400, "names no words"),
        ({"left": []}, 400, "left is empty"),
        ({"left": ["x" * 301]}, 400, "more than"),
        ({"value": "rumour"}, 400, "is nothing that is found"),
        ({"story": "story-nobody"}, 404, "no story is called"),
        ({"kind": "figure accepted", "left": ["killed"], "value": "many"}, 400, "is no number"),
        ({"kind": "same person", "left": ["a"], "right": []}, 400, "choose one from the list"),
        (
            {"kind": "different events", "part": ["1"], "part-1": ["a:1-2"]},
            400,
            "tick what is to be told from the rest",
        ),
    ],
)
def test_what_cannot_be_decided_is_told_in_one_line_and_nothing_is_logged(
    desk: Desk, sent: dict[str, object], status: int, words: str
) -> None:
    answer = desk.client.post("/decide", data=desk.rejecting(**sent))
    assert answer.status_code == status
    assert words in answer.text
    piece = desk.client.post("/decide", data=desk.rejecting(**sent), headers=PIECE)
    assert piece.status_code == 400
    assert words in piece.text
    assert "<html" not in piece.text
    assert piece.headers["hx-retarget"] == "find .problem"
    assert desk.library.decisions() == ()


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example/", "evil", "/\\evil.example", ""])
def test_no_form_leads_out_of_the_room(desk: Desk, back: str) -> None:
    answer = desk.client.post("/decide", data=desk.rejecting(back=back))
    assert answer.headers["location"] == "/?decided=1"


def test_what_is_not_in_the_log_can_be_neither_seen_nor_undone(desk: Desk) -> None:
    assert desk.client.get("/decisions/7").status_code == 404
    assert desk.client.post("/decisions/7/undo").status_code == 404
    assert desk.client.get("/decide").status_code == 405


def test_a_story_that_was_never_read_is_read_first(desk: Desk) -> None:
    desk.library.decide(Decision(DecisionKind.FIGURE, ("killed",), value="4"), story=desk.story)
    assert desk.form("story").status_code == 409


def test_where_nothing_can_be_changed_there_are_no_controls(shown: Desk) -> None:
    page = shown.client.get(shown.here).text
    assert 'class="review"' not in page
    assert shown.form("story").status_code == 403
    assert shown.client.post("/decide", data=shown.rejecting()).status_code == 403


def test_the_controls_of_the_story_page_lead_to_their_forms(desk: Desk) -> None:
    page = desk.client.get(desk.here).text
    addresses = [each.replace("&amp;", "&") for each in re.findall(r'<a href="(/review/[^"]+)"', page)]
    assert {each.split("?")[0].rpartition("/")[2] for each in addresses} >= {"conflict", "alteration", "story"}
    for address in addresses:
        assert desk.client.get(address, headers=PIECE).status_code == 200, address
