"""Articles in the library: kept once, as they were, with the bytes they were read from and every version."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from library_fixtures import TIME, incoming

from headwater.errors import NotInLibrary
from headwater.library import Added, State, Store, article_id, digest_of
from headwater.library.packing import pack_capture, pack_text, unpack_capture, unpack_text
from headwater.sources.validators import Validator
from headwater.testing.articles import find_words, make_article
from headwater.types import Basis, Known


def test_an_article_comes_back_as_it_was_under_an_id_that_names_its_outlet(store: Store) -> None:
    text = "By Dara Venn\n\nThe levée at Karsk broke — “at dawn”, the mayor said.\r\n\tNobody was hurt. 🌊"
    given_in = incoming(text, title="Levée breaks", url="https://northgate.example/levee")
    with store.writing() as batch:
        (added,) = batch.add([given_in])
    with store.reading() as view:
        kept = view.article(added.article)
    assert added.state is State.NEW
    assert added.article.startswith("northgate-herald-")
    assert kept.text == text
    assert kept.title == given_in.captured.article.title
    assert kept.id == added.article == article_id(given_in.captured.article)


def test_spans_of_metadata_go_with_the_article_to_its_new_id(store: Store) -> None:
    article = make_article("By Dara Venn. The levee broke.")
    byline = Known("Dara Venn", Basis.TEXT, find_words(article, "Dara Venn"))
    each = incoming(article.text)
    captured = type(each.captured)(
        type(article)(article.id, article.text, article.name, byline=byline), each.captured.capture
    )
    with store.writing() as batch:
        (added,) = batch.add([type(each)(captured, 1)])
        kept = batch.article(added.article)
    assert kept.byline is not None
    assert kept.byline.span == find_words(kept, "Dara Venn")


def test_the_original_bytes_come_back_to_the_byte(store: Store) -> None:
    page = b"<html>\x00\xff<p>The levee broke.</p></html>" * 50
    with store.writing() as batch:
        (added,) = batch.add([incoming("The levee broke.", data=page)])
    with store.reading() as view:
        capture = view.capture(added.article)
    assert capture.data == page
    assert (capture.locator, capture.kind, capture.taken) == ("reports.zip!report.txt", "text/plain", TIME)


def test_the_same_bytes_behind_two_articles_are_found_for_both(store: Store) -> None:
    page = bytes(range(256)) * 20
    with store.writing() as batch:
        one, two = batch.add([incoming("One.", data=page), incoming("Two, from the same page.", data=page)])
    with store.writing() as batch:
        (three,) = batch.add([incoming("Three, read off it later.", data=page)])
    with store.reading() as view:
        assert {view.capture(each.article).data for each in (one, two, three)} == {page}


def test_adding_again_is_no_change_at_all(store: Store) -> None:
    articles = [incoming("The levee broke."), incoming("The dam held.")]
    with store.writing() as batch:
        first = batch.add(articles)
    with store.writing() as batch:
        again = batch.add([*reversed(articles), incoming("The levee broke.", taken="2032-01-01T00:00:00Z")])
    with store.reading() as view:
        assert view.counts().articles == 2
        assert view.generation() == 1
        assert view.taken([first[0].article]) == (TIME,)
    assert [added.state for added in again] == [State.KNOWN] * 3
    assert {added.article for added in again} == {added.article for added in first}


def test_an_article_that_comes_twice_at_once_is_kept_once(store: Store) -> None:
    with store.writing() as batch:
        added = batch.add([incoming("The levee broke.")] * 2)
        assert batch.counts().articles == 1
    assert added == (Added(added[0].article, State.NEW), Added(added[0].article, State.KNOWN))


def test_the_same_text_at_another_outlet_is_another_article(store: Store) -> None:
    with store.writing() as batch:
        one, two = batch.add([incoming("A wire text."), incoming("A wire text.", outlet="Southgate Post")])
    assert one.article != two.article
    assert two.article.startswith("southgate-post-")


def test_a_text_that_changes_under_its_address_keeps_all_its_versions_in_order_of_capture(store: Store) -> None:
    def version(words: str, hour: int, url: str = "https://www.northgate.example/levee/") -> Added:
        with store.writing() as batch:
            (added,) = batch.add([incoming(words, url=url, taken=f"2031-03-10T{hour}:00:00Z", title=words)])
        return added

    third = version("Nine are hurt.", 15)
    first = version("One is hurt.", 11, url="http://northgate.example/levee?utm_source=feed#top")
    second = version("Three are hurt.", 12)
    known = version("One is hurt.", 16)
    with store.reading() as view:
        versions = view.versions("https://northgate.example/levee")
        assert view.versions("https://northgate.example/other") == ()
        assert view.versions("") == ()
    assert [each.article for each in versions] == [first.article, second.article, third.article]
    assert [each.title for each in versions] == ["One is hurt.", "Three are hurt.", "Nine are hurt."]
    assert [third.state, first.state, second.state, known.state] == [
        State.NEW,
        State.VERSION,
        State.VERSION,
        State.KNOWN,
    ]


def test_an_article_without_outlet_takes_the_host_for_its_id_or_else_its_first_words(store: Store) -> None:
    with store.writing() as batch:
        hosted, bare = batch.add(
            [incoming("One.", outlet="", url="https://www.northgate.example/1"), incoming("Two.", outlet="")]
        )
    assert hosted.article.startswith("northgate-example-")
    assert bare.article.startswith("two-")


def test_articles_come_in_the_order_asked_for_and_a_strange_id_is_told(store: Store) -> None:
    with store.writing() as batch:
        ids = [added.article for added in batch.add(incoming(f"Report {n}.", day=n) for n in range(1, 1101))]
    with store.reading() as view:
        assert [kept.article.id for kept in view.kept(reversed(ids))] == list(reversed(ids))
        assert [kept.day for kept in view.kept(ids[:3])] == [1, 2, 3]
        assert list(view.all_ids()) == ids
        assert view.known([*ids[:2], "northgate-nothing"]) == set(ids[:2])
        for asked in (view.article, view.capture, lambda name: view.taken([name]), lambda name: view.kept([name])):
            with pytest.raises(NotInLibrary, match="northgate-nothing"):
                asked("northgate-nothing")


def test_ids_are_found_by_their_beginning(store: Store) -> None:
    with store.writing() as batch:
        ids = sorted(added.article for added in batch.add(incoming(f"Report {n}.") for n in range(20)))
        batch.add([incoming("Elsewhere.", outlet="Northgate Hera")])
    with store.reading() as view:
        assert view.article_ids("northgate-herald-") == tuple(ids[:5])
        assert view.article_ids(ids[7], most=2) == (ids[7],)
        assert view.article_ids("%") == ()


def test_the_shelf_of_a_day_has_its_sketches_in_the_order_they_came(store: Store) -> None:
    with store.writing() as batch:
        added = batch.add(incoming(f"Report {n}.", day=n % 2, sketch=b"%d" % n) for n in range(6))
        shelf = batch.shelf(1)
    assert [(each.article, each.story, each.sketch) for each in shelf] == [
        (added[n].article, "", b"%d" % n) for n in (1, 3, 5)
    ]


@pytest.mark.parametrize("day", [-719_162, -1, 0, 43_830, 2_932_896])
def test_any_day_of_the_calendar_can_be_kept(store: Store, day: int) -> None:
    with store.writing() as batch:
        (added,) = batch.add([incoming("An old report.", day=day)])
        assert batch.kept([added.article])[0].day == day
        assert len(batch.shelf(day)) == 1


@pytest.mark.parametrize("text", ["", "\x00", "a\x00b", "\ud800 alone", "x" * 3_000_000, "İ ı ﬁ \u0301"])
def test_any_text_is_kept_and_searching_goes_on(store: Store, text: str) -> None:
    with store.writing() as batch:
        (added,) = batch.add([incoming(text, data=b"")])
        assert batch.article(added.article).text == text
        assert batch.capture(added.article).data == b""


def test_what_a_server_said_of_an_address_is_kept_until_it_says_something_else(store: Store) -> None:
    address = "https://northgate.example/feed.xml"
    with store.writing() as batch:
        batch.keep_validator(address, Validator('"a1"', "Mon, 10 Mar 2031 21:15:00 GMT", TIME))
    with store.writing() as batch:
        batch.keep_validator(address, Validator('"b2"'))
    with store.reading() as view:
        assert view.validator(address) == Validator('"b2"')
        assert view.validator("https://northgate.example/") is None
        assert view.generation() == 2


def test_a_digest_of_names_does_not_depend_on_their_order() -> None:
    assert digest_of(["a", "b"]) == digest_of(["b", "a"]) != digest_of(["ab"])


@given(st.binary(), st.text())
def test_whatever_is_packed_comes_out_again(data: bytes, text: str) -> None:
    assert unpack_capture(pack_capture(data, text), text) == data
    assert unpack_text(pack_text(text)) == text


def test_a_line_of_json_costs_little_beside_the_text_it_holds() -> None:
    text = " ".join(f"word{n * n % 977}" for n in range(400))
    line = f'{{"title": "A report", "text": "{text}"}}'.encode()
    assert len(pack_capture(line, text)) < len(pack_text(text)) / 8
