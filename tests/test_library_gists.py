"""Gists: what a list says of stories that were read, whether it is still so, and the filters that ask for it."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from library_fixtures import incoming
from msgspec.structs import replace

from headwater.errors import NotInLibrary
from headwater.library import (
    AnalysisKey,
    Batch,
    Gist,
    Listing,
    Placing,
    Reading,
    Spot,
    Store,
    StoryRow,
    bearing_digest,
    digest_of,
)
from headwater.testing.articles import make_article
from headwater.types import Decision, DecisionKind

GIST = Gist("Levee breaks at Karsk · on Sunday", 2, 1, 2, 3, 1, 0, "2031-03-09", "2031-03-09", (Spot("Karsk"),))


def put(batch: Batch, story: str, *texts: str, outlet: str = "Northgate Herald", day: int = 100) -> tuple[str, ...]:
    """Articles of these words, placed in a story; their ids."""
    added = batch.add(incoming(text, outlet=outlet, title=text, day=day) for text in texts)
    ids = tuple(one.article for one in added)
    batch.place([Placing(one, story) for one in ids])
    return ids


def read(batch: Batch, story: str, gist: Gist = GIST, *, settings: str = "s", version: str = "1") -> None:
    """Keep an analysis of a story as it stands, with its gist."""
    members = batch.members(story)
    key = AnalysisKey(digest_of(members), bearing_digest(batch.standing(), members), settings, version)
    batch.keep_analysis(story, key, b"brief", gist)


def listed(store: Store, story: str, listing: Listing = Listing()) -> StoryRow:  # noqa: B008  # it is frozen
    with store.reading() as view:
        return next(row for row in view.stories(listing) if row.id == story)


def names(store: Store, listing: Listing) -> set[str]:
    with store.reading() as view:
        return {row.id for row in view.stories(listing)}


# What a gist tells


def test_a_gist_comes_back_with_the_story_that_was_read_and_only_with_it(store: Store) -> None:
    with store.writing() as batch:
        put(batch, "flood", "The levee broke.", "Water came in.")
        put(batch, "fire", "A barn burned.")
        read(batch, "flood")
    assert (listed(store, "flood").gist, listed(store, "flood").reading) == (GIST, Reading.CURRENT)
    assert (listed(store, "fire").gist, listed(store, "fire").reading) == (None, Reading.NEVER)
    with store.reading() as view:
        assert view.story("flood").gist == GIST
        assert (view.counts().stories, view.counts().read) == (2, 1)


def test_an_article_that_comes_or_goes_makes_the_reading_one_of_before(store: Store) -> None:
    with store.writing() as batch:
        first, _ = put(batch, "flood", "The levee broke.", "Water came in.")
        read(batch, "flood")
    with store.writing() as batch:
        (late,) = put(batch, "flood", "The water fell.")
    assert (listed(store, "flood").reading, listed(store, "flood").articles) == (Reading.ARTICLES, 3)
    with store.writing() as batch:
        batch.split("flood", [late], "ebb")
    assert listed(store, "flood").reading is Reading.CURRENT
    with store.writing() as batch:
        batch.place([Placing(first, "ebb")])
        batch.place([Placing(late, "flood")])
    assert (listed(store, "flood").reading, listed(store, "flood").articles) == (Reading.ARTICLES, 2)


def test_what_goes_into_another_story_changes_both(store: Store) -> None:
    with store.writing() as batch:
        for story in ("flood", "fire"):
            put(batch, story, f"The {story} came.")
            read(batch, story, replace(GIST, articles=1))
    with store.writing() as batch:
        batch.merge("fire", "flood")
    assert names(store, Listing(read=False)) == {"flood"}
    assert listed(store, "flood").reading is Reading.ARTICLES
    with store.reading() as view:
        assert view.counts().read == 1


@pytest.mark.parametrize(
    ("kind", "sides", "story", "touched"),
    [
        (DecisionKind.SAME_PERSON, (("Imre Solt",), ("Solt",)), True, True),
        (DecisionKind.SAME_PERSON, (("Imre Solt",), ("Solt",)), False, True),
        (DecisionKind.FIGURE, (("killed",), ()), True, True),
        (DecisionKind.NOT_A_COPY, ("first", "second"), False, True),
        (DecisionKind.NOT_A_COPY, ("first", "other"), False, False),
        (DecisionKind.APART, ("first", "other"), False, True),
    ],
)
def test_a_decision_that_bears_on_a_story_makes_its_reading_one_of_before_until_it_is_undone(
    store: Store, kind: DecisionKind, sides: tuple[str | tuple[str, ...], ...], story: bool, touched: bool
) -> None:
    with store.writing() as batch:
        first, second = put(batch, "flood", "The levee broke.", "Water came in.")
        (other,) = put(batch, "fire", "A barn burned.")
        read(batch, "flood")
        ids = {"first": (first,), "second": (second,), "other": (other,)}
        left, right = (ids[side] if isinstance(side, str) else side for side in sides)
    value = "4" if kind is DecisionKind.FIGURE else ""
    with store.writing() as batch:
        made = batch.decide(Decision(kind, left, right, value, story=first if story else ""))
    assert listed(store, "flood").reading is (Reading.DECISIONS if touched else Reading.CURRENT)
    with store.writing() as batch:
        undone = batch.undo(made.number)
    assert listed(store, "flood").reading is Reading.CURRENT
    with store.writing() as batch:
        batch.undo(undone.number)
    assert listed(store, "flood").reading is (Reading.DECISIONS if touched else Reading.CURRENT)
    with store.writing() as batch:
        read(batch, "flood")
    assert listed(store, "flood").reading is Reading.CURRENT


@pytest.mark.parametrize("kind", [DecisionKind.ACCEPTED, DecisionKind.REJECTED, DecisionKind.OTHER_EVENT])
def test_a_decision_that_names_only_words_bears_on_the_story_that_has_them(store: Store, kind: DecisionKind) -> None:
    with store.writing() as batch:
        first, second = put(batch, "flood", "The levee broke.", "Water came in.")
        put(batch, "fire", "A barn burned.")
        for story in ("flood", "fire"):
            read(batch, story)
    right = (f"{second}:0-5",) if kind is DecisionKind.OTHER_EVENT else ()
    value = "" if right else "statement"
    with store.writing() as batch:
        batch.decide(Decision(kind, (f"{first}:4-9",), right, value))
    assert [listed(store, story).reading for story in ("flood", "fire")] == [Reading.DECISIONS, Reading.CURRENT]


def test_other_settings_and_another_version_are_another_reading(store: Store) -> None:
    with store.writing() as batch:
        put(batch, "flood", "The levee broke.", "Water came in.")
        read(batch, "flood", settings="majority", version="1")
    for listing, reading in (
        (Listing(settings="majority", version="1"), Reading.CURRENT),
        (Listing(settings="lowest"), Reading.OTHERWISE),
        (Listing(settings="majority", version="2"), Reading.OTHERWISE),
    ):
        assert listed(store, "flood", listing).reading is reading
        assert names(store, replace(listing, read=True)) == ({"flood"} if reading is Reading.CURRENT else set())
        assert names(store, replace(listing, read=False)) == (set() if reading is Reading.CURRENT else {"flood"})


def test_a_later_reading_takes_the_place_of_the_gist_and_of_its_places(store: Store) -> None:
    with store.writing() as batch:
        put(batch, "flood", "The levee broke.")
        read(batch, "flood")
        read(batch, "flood", replace(GIST, headline="Later", spots=(Spot("Venn", "", "Drovenia"),)), version="2")
    assert listed(store, "flood").gist == replace(GIST, headline="Later", spots=(Spot("Venn", "", "Drovenia"),))
    assert names(store, Listing(place="Karsk")) == set()
    with store.reading() as view:
        assert view.places() == ("Drovenia", "Venn")


def test_a_gist_of_a_story_that_never_was_is_refused(store: Store) -> None:
    with store.writing() as batch, pytest.raises(NotInLibrary):
        batch.keep_gist("nowhere", AnalysisKey("", "", "", ""), GIST)


@pytest.mark.parametrize(
    "hostile", ["<script>alert(1)</script>", "'; DROP TABLE gists; --", "\u202eevil\0\ud800", "%", ""]
)
def test_any_words_are_kept_and_found(store: Store, hostile: str) -> None:
    with store.writing() as batch:
        put(batch, "flood", "The levee broke.")
        read(batch, "flood", replace(GIST, headline=hostile, spots=(Spot(f"Karsk {hostile}"),)))
    gist = listed(store, "flood").gist
    assert gist is not None
    assert gist.headline == hostile.replace("\0", "\ufffd").replace("\ud800", "\ufffd")
    assert names(store, Listing(place=f"karsk  {hostile}".upper())) == {"flood"}


# What days are told


def test_a_story_says_how_many_of_its_articles_tell_no_day_and_what_days_the_others_tell(store: Store) -> None:
    captured = 22_348  # the day of every capture here
    with store.writing() as batch:
        put(batch, "told", "The levee broke.", day=captured - 3)
        put(batch, "untold", "A barn burned.", day=captured)
        put(batch, "mixed", "Water came in.", day=captured - 3)
        put(batch, "mixed", "Water rose.", day=captured - 2)
        put(batch, "mixed", "Water fell.", day=captured)
        stated = incoming("Rain stopped.", day=captured)
        article = make_article("Rain stopped.", published="2031-03-10T09:00:00+02:00")
        added = batch.add([replace(stated, captured=replace(stated.captured, article=article))])
        batch.place([Placing(added[0].article, "stated")])
    for story, untold, told in (
        ("told", 0, ()),
        ("untold", 1, ()),
        ("mixed", 1, (captured - 3, captured - 2)),
        ("stated", 0, ()),
    ):
        row = listed(store, story)
        assert (row.untold, row.told) == (untold, told), story


# What can be asked


def test_a_place_is_found_by_its_own_name_its_region_and_its_country_however_they_are_written(store: Store) -> None:
    with store.writing() as batch:
        put(batch, "flood", "The levee broke.")
        put(batch, "fire", "A barn burned.")
        read(batch, "flood", replace(GIST, spots=(Spot("Sankt Älm", "Upper Vane", "United States"),)))
        read(batch, "fire", replace(GIST, spots=(Spot("Karsk"),)))
    for place in ("Sankt Älm", "sankt alm", "UPPER VANE", "United States", "U.S.", "USA", "  sankt  älm "):
        assert names(store, Listing(place=place)) == {"flood"}, place
    assert names(store, Listing(place="Sankt")) == set()


def test_outlets_are_named_by_how_much_they_wrote(store: Store) -> None:
    with store.writing() as batch:
        put(batch, "flood", "One.", "Two.", outlet="Vane Courier")
        put(batch, "flood", "Three.", outlet="Northgate Herald")
        put(batch, "flood", "Four.", outlet="")
    with store.reading() as view:
        assert view.outlets() == ("Vane Courier", "Northgate Herald")
        assert view.outlets(1) == ("Vane Courier",)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of stories that differ in all that a filter asks for."""
    where = tmp_path_factory.mktemp("gists") / "library.db"
    kinds = itertools.product((0, 2), (1, 3), (0, 1), ("Karsk", "Venn"), ("Vane Courier", "Northgate Herald"))
    with Store.open(where) as store, store.writing() as batch:
        for number, (conflicts, best, alterations, place, outlet) in enumerate(kinds):
            story = f"story-{number}"
            put(batch, story, f"Levee number {number} broke.", outlet=outlet, day=100 + number % 5)
            gist = Gist("A levee broke", 1, best, best, best, conflicts, alterations, "", "", (Spot(place),))
            if number % 4:
                read(batch, story, gist)
            if number % 4 == 1:
                put(batch, story, f"Late news of levee {number}.", outlet=outlet, day=100 + number % 5)
    return where


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.builds(
        Listing,
        since=st.none() | st.integers(98, 106),
        until=st.none() | st.integers(98, 106),
        query=st.sampled_from(["", "levee", "late", "zebra"]),
        outlet=st.sampled_from(["", "vane courier", "Nobody"]),
        place=st.sampled_from(["", "karsk", "Nowhere"]),
        disputed=st.booleans(),
        single_line=st.booleans(),
        altered=st.booleans(),
        read=st.none() | st.booleans(),
        limit=st.integers(1, 40),
        after=st.integers(0, 10),
    )
)
def test_every_combination_of_filters_finds_what_each_of_them_leaves(many: Path, listing: Listing) -> None:
    with Store.open(many) as store, store.reading() as view:
        found = view.stories(listing)
        everything = view.stories(Listing(limit=1000))
        by_words = {row.id for row in view.stories(Listing(query=listing.query, limit=1000))} if listing.query else None
        by_outlet = {row.id for row in view.stories(Listing(outlet=listing.outlet, limit=1000))}
    wanted = [
        row
        for row in everything
        if _as_wanted(row, listing) and (by_words is None or row.id in by_words) and row.id in by_outlet
    ]
    assert found == tuple(wanted[listing.after : listing.after + listing.limit])


def _as_wanted(row: StoryRow, listing: Listing) -> bool:
    """What a reader would say of one row."""
    gist = row.gist
    asked = [
        listing.since is None or row.last >= listing.since,
        listing.until is None or row.first <= listing.until,
        not listing.place or (gist is not None and gist.spots[0].name.lower() == listing.place.lower()),
        not listing.disputed or (gist is not None and gist.conflicts > 0),
        not listing.single_line or (gist is not None and gist.best == 1),
        not listing.altered or (gist is not None and gist.alterations > 0),
        listing.read is None or (row.reading is Reading.CURRENT) is listing.read,
    ]
    return all(asked)
