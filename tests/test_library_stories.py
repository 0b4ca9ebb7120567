"""Stories in the library: what belongs where, what is counted and listed, and a log that forgets nothing."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from library_fixtures import TIME, incoming

from headwater.errors import NotInLibrary, OptionError
from headwater.library import Analysis, AnalysisKey, Listing, LogKind, Placing, Store, StoryRow

KEY = AnalysisKey(articles="a1", decisions="d1", settings="s1", version="0.2.0")
LISTINGS: Sequence[tuple[Listing, list[str]]] = (
    (Listing(), ["dam", "levee"]),
    (Listing(oldest=True), ["levee", "dam"]),
    (Listing(since=12), ["dam", "levee"]),
    (Listing(since=13), ["dam"]),
    (Listing(until=10), ["levee"]),
    (Listing(until=9), []),
    (Listing(since=11, until=11), ["levee"]),
    (Listing(outlet="southgate post"), ["levee"]),
    (Listing(outlet="Eastgate Mail"), []),
    (Listing(query="dam OR rebuilt"), ["dam", "levee"]),
    (Listing(query="held"), ["dam"]),
    (Listing(query="levees", outlet="Northgate Herald", since=12, until=30), ["levee"]),
    (Listing(limit=1), ["dam"]),
    (Listing(limit=1, after=1), ["levee"]),
    (Listing(limit=0), []),
)


def _filled(store: Store) -> tuple[str, ...]:
    """Two stories: the levee (three articles of two outlets, days 10 to 12) and the dam (one article, day 20)."""
    with store.writing() as batch:
        added = batch.add(
            [
                incoming("The levee broke.", title="Levée breaks", day=11),
                incoming("The levee has broken.", outlet="Southgate Post", day=10),
                incoming("A levee was rebuilt.", outlet="NORTHGATE HERALD", day=12),
                incoming("The dam held.", outlet="", day=20),
            ]
        )
        ids = tuple(each.article for each in added)
        batch.place([*(Placing(name, "levee", "alike") for name in ids[:3]), Placing(ids[3], "dam", title="Dam holds")])
    return ids


def test_a_story_counts_its_articles_outlets_and_days_and_is_titled_by_its_first(store: Store) -> None:
    ids = _filled(store)
    with store.reading() as view:
        assert view.story("levee") == StoryRow("levee", "Levée breaks", 10, 12, 3, 2)
        assert view.story("dam") == StoryRow("dam", "Dam holds", 20, 20, 1, 0)
        assert view.members("levee") == (ids[1], ids[0], ids[2])
        assert view.homes(ids) == {ids[0]: "levee", ids[1]: "levee", ids[2]: "levee", ids[3]: "dam"}
        assert view.kept([ids[3]])[0].story == "dam"
        assert [each.story for each in view.shelf(12)] == ["levee"]


def test_a_listing_shows_the_stories_wanted_the_newest_first(store: Store) -> None:
    _filled(store)
    with store.reading() as view:
        for listing, found in LISTINGS:
            assert [story.id for story in view.stories(listing)] == found, listing


def test_a_listing_by_words_needs_words(store: Store) -> None:
    with store.reading() as view, pytest.raises(OptionError, match="names no word"):
        view.stories(Listing(query="-"))


def test_an_article_placed_elsewhere_comes_over_and_both_stories_are_counted_anew(store: Store) -> None:
    ids = _filled(store)
    with store.writing() as batch:
        batch.place([Placing(ids[1], "dam", "the dam it is")])
        assert batch.story("levee") == StoryRow("levee", "Levée breaks", 11, 12, 2, 1)
        assert batch.story("dam") == StoryRow("dam", "Dam holds", 10, 20, 2, 1)
        entry = batch.log("dam")[-1]
    assert (entry.kind, entry.story, entry.other, entry.article, entry.reason, entry.made) == (
        LogKind.MOVED,
        "dam",
        "levee",
        ids[1],
        "the dam it is",
        TIME,
    )


def test_placing_where_it_stands_already_is_no_change(store: Store) -> None:
    ids = _filled(store)
    with store.reading() as view:
        before = view.generation(), view.log()
    with store.writing() as batch:
        batch.place([Placing(ids[0], "levee")])
        batch.place([])
    with store.reading() as view:
        assert (view.generation(), view.log()) == before


def test_a_story_that_lost_its_articles_is_not_listed_and_still_found(store: Store) -> None:
    ids = _filled(store)
    with store.writing() as batch:
        batch.place([Placing(ids[3], "levee")])
        assert [story.id for story in batch.stories()] == ["levee"]
        assert batch.story("dam").articles == 0
        assert batch.counts().stories == 1


def test_the_id_of_a_merged_story_leads_to_where_it_went_however_far(store: Store) -> None:
    ids = _filled(store)
    with store.writing() as batch:
        batch.place([Placing(ids[0], "third")])
        batch.merge("dam", "levee", "one flood")
        batch.merge("levee", "third")
        batch.merge("dam", "third")
    with store.reading() as view:
        assert {view.story(name).id for name in ("dam", "levee", "third")} == {"third"}
        assert view.members("dam") == view.members("third") == (ids[1], ids[0], ids[2], ids[3])
        assert [story.id for story in view.stories()] == ["third"]
        assert view.story_ids("") == ("dam", "levee", "third")
        merges = [(each.story, each.other, each.reason) for each in view.log() if each.kind is LogKind.MERGED]
    assert merges == [("dam", "levee", "one flood"), ("levee", "third", "")]


def test_what_is_placed_in_a_merged_story_comes_to_where_it_went(store: Store) -> None:
    _filled(store)
    with store.writing() as batch:
        batch.merge("dam", "levee")
        (added,) = batch.add([incoming("The dam held again.")])
        batch.place([Placing(added.article, "dam")])
        assert batch.homes([added.article]) == {added.article: "levee"}


def test_splitting_takes_articles_out_into_a_story_of_their_own(store: Store) -> None:
    ids = _filled(store)
    with store.writing() as batch:
        batch.split("levee", [ids[2], ids[1]], "rebuilding", "another year", title="Rebuilding")
        assert batch.story("levee") == StoryRow("levee", "Levée breaks", 11, 11, 1, 1)
        assert batch.story("rebuilding") == StoryRow("rebuilding", "Rebuilding", 10, 12, 2, 2)
        kinds = [entry.kind for entry in batch.log("rebuilding")]
    assert kinds == [LogKind.CREATED, LogKind.SPLIT, LogKind.MOVED, LogKind.MOVED]


def test_splitting_off_what_is_not_there_changes_nothing(store: Store) -> None:
    ids = _filled(store)
    with pytest.raises(NotInLibrary, match=ids[3]), store.writing() as batch:
        batch.split("levee", [ids[0], ids[3]], "other")
    with store.reading() as view:
        assert view.generation() == 1
        assert view.story_ids("") == ("dam", "levee")


def test_the_log_of_a_story_tells_all_that_happened_to_it_in_order(store: Store) -> None:
    ids = _filled(store)
    with store.writing() as batch:
        batch.merge("dam", "levee", "one flood")
    with store.reading() as view:
        log = view.log()
        levee = view.log("levee")
        dam = view.log("dam")
    assert [entry.number for entry in log] == list(range(1, len(log) + 1))
    assert [entry.kind for entry in levee] == [LogKind.CREATED, *[LogKind.JOINED] * 3, LogKind.MERGED]
    assert [entry.article for entry in levee[1:4]] == list(ids[:3])
    assert [entry.kind for entry in dam] == [LogKind.CREATED, LogKind.JOINED, LogKind.MERGED]


def test_a_story_that_never_was_is_told(store: Store) -> None:
    _filled(store)
    with store.writing() as batch:
        for asked in (batch.story, batch.members, batch.log, batch.analyses, lambda name: batch.merge(name, "levee")):
            with pytest.raises(NotInLibrary, match="no story 'x'"):
                asked("x")


def test_placing_an_article_that_is_not_kept_is_told(store: Store) -> None:
    with pytest.raises(NotInLibrary, match="no article"), store.writing() as batch:
        batch.place([Placing("nobody-aaaa", "levee")])


def test_an_analysis_is_current_only_for_what_it_was_made_of(store: Store) -> None:
    _filled(store)
    with store.writing() as batch:
        batch.keep_analysis("levee", KEY, b"brief one")
    with store.reading() as view:
        assert view.analysis("levee", KEY) == Analysis("levee", KEY, b"brief one", TIME)
        for field in KEY.__struct_fields__:
            other = AnalysisKey(
                **{name: getattr(KEY, name) + ("x" * (name == field)) for name in KEY.__struct_fields__}
            )
            assert view.analysis("levee", other) is None


def test_a_new_analysis_takes_the_place_of_the_one_by_the_same_version_and_settings(store: Store) -> None:
    _filled(store)
    later = AnalysisKey("a2", "d1", "s1", "0.2.0")
    newer = AnalysisKey("a1", "d1", "s1", "0.3.0")
    with store.writing() as batch:
        for key in (KEY, newer, later):
            batch.keep_analysis("levee", key, key.articles.encode())
    with store.reading() as view:
        assert {analysis.key for analysis in view.analyses("levee")} == {later, newer}
        assert view.analyses("dam") == ()
