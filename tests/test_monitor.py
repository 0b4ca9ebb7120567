"""`headwater.Library`: adding, asking, deciding, exporting. All articles are invented."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from monitor_texts import articles, event, lines, write_lines
from msgspec.structs import replace

import headwater
from headwater import pipeline
from headwater.errors import InputError, LibraryError, LibraryReadOnly, NotInLibrary, OptionError
from headwater.library import Store
from headwater.monitor import Library, Repaired, linking
from headwater.monitor.days import day_number, day_of, iso_day
from headwater.render.library.text import found_text
from headwater.types import Article, Basis, Capture, Captured, DecisionKind, Known


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with headwater.Library(tmp_path / "news.sqlite") as opened:
        yield opened


@pytest.fixture
def three(library: Library) -> Library:
    """A library of three stories of three articles each."""
    library.add(articles(range(3)))
    assert library.counts().stories == 3
    return library


def groups(library: Library) -> set[frozenset[str]]:
    """The stories as sets of articles."""
    return {
        frozenset(kept.article.id for kept in library.story(story.id).articles) for story in library.stories(limit=1000)
    }


# --- adding ---------------------------------------------------------------------------------------------------


def test_articles_come_to_their_stories(library: Library) -> None:
    done = library.add(articles(range(4)))
    assert (done.new, done.known, done.stories, done.grown, done.failed) == (12, 0, 4, 0, 0)
    told = {kept.article.title.value for kept in library.story(library.stories()[0].id).articles if kept.article.title}
    assert len(told) == 1


def test_added_again_nothing_changes(three: Library) -> None:
    before = three.counts()
    done = three.add(articles(range(3)))
    assert (done.new, done.known, done.stories) == (0, 9, 0)
    assert three.counts() == before


def test_later_articles_grow_the_story_that_is_there(library: Library) -> None:
    library.add(articles([7], papers=2))
    done = library.add(articles([7], papers=4))
    assert (done.new, done.known, done.stories, done.grown) == (2, 2, 0, 1)


def test_batches_do_not_matter(library: Library, tmp_path: Path) -> None:
    given = articles(range(12))
    with Library(tmp_path / "other.sqlite") as other:
        library.add(given)
        for one in given:
            other.add([one])
        assert groups(library) == groups(other)


def test_another_text_under_an_address_is_a_version(library: Library) -> None:
    first = replace(articles([1])[0], url=Known("https://courier.example/fire", Basis.FILE))
    library.add([first])
    done = library.add([replace(first, text=f"{first.text}\n\nThis report was corrected.")])
    assert (done.new, done.versions) == (1, 1)


def test_the_same_text_at_another_outlet_is_another_article(library: Library) -> None:
    first = articles([1])[0]
    done = library.add([first, replace(first, outlet=Known("The Sele Post", Basis.FILE))])
    assert (done.new, done.stories) == (2, 1)


def test_a_dry_run_says_what_would_be_added_and_writes_nothing(three: Library, tmp_path: Path) -> None:
    before = three.counts()
    rows = write_lines(tmp_path / "more.jsonl", [*lines([2, 3]), *lines([3])])
    done = three.add([rows], dry_run=True)
    assert (done.new, done.known, done.dry) == (3, 6, True)
    assert three.counts() == before


def test_what_cannot_be_used_is_told_and_the_rest_is_added(library: Library, tmp_path: Path) -> None:
    rows = write_lines(tmp_path / "a.jsonl", lines([1]))
    with rows.open("a", encoding="utf-8") as file:
        file.write('{"text": 3}\n{"text": "A\n')
    done = library.add([rows, tmp_path / "none.txt"])
    assert (done.new, done.failed) == (3, 3)
    assert [one.name.rpartition("/")[2] for one in done.left_out] == ["a.jsonl line 4", "a.jsonl line 5", "none.txt"]


def test_one_path_is_not_taken_for_a_list(library: Library) -> None:
    with pytest.raises(OptionError, match="put it in a list"):
        library.add("monday.jsonl")


def test_whoever_is_asked_to_stop_keeps_what_was_read(library: Library) -> None:
    asked: list[int] = []

    def stop() -> bool:
        asked.append(1)
        return len(asked) > 4

    done = library.add(articles(range(4)), stop=stop)
    assert done.stopped
    assert 0 < done.new < 12
    assert library.counts().articles == done.new
    assert library.add(articles(range(4))).new == 12 - done.new


def test_progress_tells_a_rate(library: Library) -> None:
    told: list[str] = []
    library.add(articles(range(2)), on_progress=told.append)
    assert "6 articles, " in told[-1]
    assert "a second; 2 stories begun" in told[-1]


def test_nothing_is_kept_of_a_batch_that_fails(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    from headwater.monitor.placing import Placer

    def broken(*_: object) -> None:
        raise RuntimeError("a defect")

    with monkeypatch.context() as patched:
        patched.setattr(Placer, "place", broken)
        with pytest.raises(RuntimeError, match="a defect"):
            library.add(articles(range(2)))
    assert library.counts().articles == 0
    assert library.add(articles(range(2))).new == 6


def test_what_was_placed_and_not_committed_is_forgotten(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    from headwater.library import Batch

    library.add(articles([0]))
    with monkeypatch.context() as patched:
        patched.setattr(Batch, "close", lambda _: (_ for _ in ()).throw(RuntimeError("a full disk")))
        with pytest.raises(RuntimeError, match="a full disk"):
            library.add(articles([1], papers=2))
    assert library.add(articles([1])).stories == 1
    assert sorted(story.articles for story in library.stories()) == [3, 3]


# --- days -----------------------------------------------------------------------------------------------------


def _captured(published: str | None, taken: str = "2024-05-03T10:00:00Z") -> Captured:
    known = Known(published, Basis.FILE) if published else None
    return Captured(Article("a", "A ferry sank.", "a.txt", published=known), Capture("a.txt", taken, b""))


@pytest.mark.parametrize(
    ("published", "day", "stated"),
    [
        ("2024-05-01", "2024-05-01", True),
        ("2024-05-04T01:00:00+12:00", "2024-05-04", True),  # it is tomorrow there already
        ("1888-11-09", "1888-11-09", True),
        (None, "2024-05-03", False),
        ("1970-01-01", "2024-05-03", False),
        ("1970-01-20T08:00:00Z", "2024-05-03", False),
        ("2090-01-01", "2024-05-03", False),
        ("2024-05-06", "2024-05-03", False),
    ],
)
def test_an_article_is_placed_by_the_day_it_states_if_it_can_be(published: str | None, day: str, stated: bool) -> None:
    dated = day_of(_captured(published))
    assert (iso_day(dated.day), dated.stated) == (day, stated)


def test_an_article_without_a_date_is_placed_by_the_day_of_its_dateline() -> None:
    told = replace(_captured(None).article, text="PORT ELLIN, April 14, 2024 (Invented News) - A ferry sank.")
    dated = day_of(replace(_captured(None), article=told))
    assert (iso_day(dated.day), dated.stated) == ("2024-04-14", False)
    assert iso_day(dated.likely[0]) == "2024-04-26"  # it may be of the days before it was captured, all the same


@pytest.mark.parametrize("told", ["", " It began on April 12.", " It began on Saturday, April 13."])
@pytest.mark.parametrize("first", [True, False])
def test_an_article_without_a_date_comes_to_the_story_of_the_days_it_names(
    library: Library, told: str, first: bool
) -> None:
    *dated, own = articles([12])
    undated = replace(own, text=own.text + told, published=None)
    given = ([undated], dated) if first and "Saturday" in told else (dated, [undated])
    for part in given:
        library.add(part)
    (story, *others) = library.stories()
    met = bool(told)
    assert (len(others), story.articles) == ((0, 3) if met else (1, 1))
    assert iso_day(library.stories()[-1].last) == "2024-04-13"
    assert not met or iso_day(story.first) == "2024-04-13"


def test_a_day_that_cannot_be_is_told_once_and_counted(library: Library) -> None:
    given = [
        replace(one, published=Known(day, Basis.FILE))
        for one, day in zip(articles([1]), ("1970-01-01", "2090-03-04", "2024-05-01"), strict=True)
    ]
    done = library.add(given)
    assert (done.failed, done.undated) == (0, 2)
    told = [one.reason for one in done.remarks]
    assert ["1970-01-01" in told[0], "2090-03-04" in told[1], len(told)] == [True, True, 2]
    assert day_number("1970-01-02") == 1


def test_articles_that_tell_no_day_are_counted(library: Library) -> None:
    first, second, _ = articles([1])
    assert library.add([replace(first, published=None), second]).undated == 1
    assert library.add([replace(first, published=None)]).undated == 0


def test_a_sketch_of_an_earlier_version_is_made_anew(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from headwater.library import View

    library.add(articles([1], papers=2))
    real = View.shelf
    monkeypatch.setattr(View, "shelf", lambda *given: tuple(replace(one, sketch=b"\x90") for one in real(*given)))
    with Library(tmp_path / "news.sqlite") as later:
        assert later.add(articles([1])).grown == 1
        assert later.affair(later.stories()[0].id) == ()


def test_a_sketch_that_was_made_anew_is_kept(library: Library, tmp_path: Path) -> None:
    from headwater.library import Batch

    library.add(articles([1], papers=2))
    names = [kept.article.id for kept in library.story(library.stories()[0].id).articles]
    real, kept = Batch.keep_sketches, list[str]()

    def keep(batch: Batch, made: Mapping[str, bytes]) -> None:
        kept.extend(made)
        real(batch, made)

    with Store.open(tmp_path / "news.sqlite") as store:
        with store.writing() as batch:
            batch.keep_sketches(dict.fromkeys(names, b"\x90"))
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(Batch, "keep_sketches", keep)
            library.repair()
            library.repair()
        assert sorted(kept) == sorted(names)


def test_a_repair_keeps_what_it_embedded_and_tells_nobody_of_a_change(
    three: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def embed(heads: list[str], _: object) -> Any:
        asked.extend(heads)
        return np.eye(len(heads), 8, dtype=np.float32) + 0.1

    asked: list[str] = []
    monkeypatch.setattr(sys.modules["headwater.stories.repair"], "embedded", embed)
    before = three.counts()
    three.repair()
    voices = len(asked)
    assert voices >= 3
    three.repair()
    assert (len(asked), three.counts()) == (voices, before)
    three.add(articles([9], papers=1))
    three.repair()
    assert len(asked) == voices + 1


def test_a_story_without_a_title_is_called_by_its_first_words(library: Library) -> None:
    library.add([Article("a", "A ferry sank off Varnok on Monday.", "a.txt")])
    assert library.stories()[0].title == "A ferry sank off Varnok on Monday."


# --- asking ---------------------------------------------------------------------------------------------------


def test_stories_are_listed_by_day_words_and_outlet(three: Library) -> None:
    (story,) = three.stories(since="2024-04-03")
    shown = three.story(story.id)
    assert iso_day(story.first) == "2024-04-03"
    assert three.stories(until="2024-04-01", limit=5) == three.stories(limit=5)[-1:]
    outlet = shown.articles[0].article.outlet
    assert outlet is not None
    assert three.stories(outlet=outlet.value.upper()) == (story,)
    assert three.stories(query=f'"{event(2)[0]["title"]}"') == (story,)
    assert len(three.stories(limit=2)) == 2


@pytest.mark.parametrize("options", [{"since": "soon"}, {"until": "03/05/2024"}, {"limit": 0}, {"query": "- -"}])
def test_what_cannot_be_asked_is_refused(three: Library, options: dict[str, Any]) -> None:
    with pytest.raises(OptionError):
        three.stories(**options)


def test_a_search_says_where_an_article_tells_no_day(tmp_path: Path) -> None:
    (tmp_path / "undated.txt").write_text("Divers raised the ferry at Lower Wharf, a fiction.", "utf-8")
    with Library(tmp_path / "news.sqlite") as library:
        library.add([tmp_path / "undated.txt"])
        (found,) = library.search("ferry")
        assert found.untold
        assert "no day told" in found_text([found])


def test_a_search_shows_the_words_it_found(three: Library) -> None:
    words = event(1)[0]["text"].split("\n\n")[1]
    found = three.search(f'"{words}"')
    assert len(found) == 3
    assert all(words.split()[-1] in one.words for one in found)


def test_ids_may_be_shortened_as_long_as_only_one_begins_so(three: Library) -> None:
    story = three.stories()[0].id
    assert three.story(story[:-1]).story.id == story
    assert three.story(story.removeprefix("story-")[:-1]).story.id == story
    with pytest.raises(OptionError, match="several story ids begin with 'story-'"):
        three.story("story-")
    with pytest.raises(NotInLibrary, match="no story is called 'nobody'"):
        three.story("nobody")
    with pytest.raises(OptionError, match="several"):
        three.story("")


def test_stories_that_share_rare_names_are_of_one_affair(library: Library) -> None:
    first, *_ = articles([1], papers=1)
    later, *_ = articles([2], papers=1)
    trial = "The trial of Orsolya Trevanny and Bertrand Quillory and Casimir Obrand was put off."
    library.add([replace(one, text=f"{trial}\n\n{one.text}") for one in (first, later)])
    stories = library.stories()
    assert len(stories) == 2
    (linked,) = library.affair(stories[0].id)
    assert linked.story == stories[1]
    assert "Trevanny" in linked.reason
    assert library.affair(stories[1].id)[0].story == stories[0]


# --- briefs ---------------------------------------------------------------------------------------------------


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The stories that were analysed, one after the other."""
    analysed: list[str] = []
    real = pipeline.brief_of

    def counted(*arguments: Any, **options: Any) -> Any:
        brief = real(*arguments, **options)
        analysed.append(brief.story.id)
        return brief

    monkeypatch.setattr(pipeline, "brief_of", counted)
    return analysed


def test_only_a_story_that_changed_is_analysed_again(library: Library, made: list[str]) -> None:
    library.add(articles(range(2), papers=1))
    stories = [story.id for story in library.stories()]
    first = {story: library.brief(story) for story in stories}
    assert made == stories
    assert {story: library.brief(story) for story in stories} == first
    assert made == stories
    library.add(articles([1], papers=2))
    grown = next(story.id for story in library.stories() if story.articles == 2)
    for story in stories:
        library.brief(story)
    assert made == [*stories, grown]
    library.accept_figure(grown, "killed", 4)
    for story in stories:
        library.brief(story)
    assert made == [*stories, grown, grown]


def test_another_rule_is_another_analysis_and_a_story_shows_its_current_brief(
    three: Library, tmp_path: Path, made: list[str]
) -> None:
    story = three.stories()[0].id
    assert three.story(story).brief is None
    brief = three.brief(story)
    assert three.story(story).brief == brief
    with Library(tmp_path / "news.sqlite", rule="lowest") as other:
        assert other.brief(story).rule == "lowest"
    assert three.brief(story) == brief
    assert len(made) == 2


def test_a_story_that_is_held_gives_its_brief_while_it_is_made_of_the_same(three: Library) -> None:
    story = three.stories()[0].id
    three.brief(story)
    held = three.story(story)
    assert three.story(story).brief is not held.brief
    assert three.story(story, held) == held
    assert three.story(story, held).brief is held.brief
    three.accept_figure(story, "killed", 4)
    assert three.story(story, held).brief is None


def test_a_library_that_may_only_be_read_gives_briefs_and_keeps_none(three: Library, tmp_path: Path) -> None:
    story = three.stories()[0].id
    with Library(tmp_path / "news.sqlite", read_only=True) as reader:
        assert reader.brief(story).story.id == story
        assert reader.story(story).brief is None
        with pytest.raises(LibraryReadOnly):
            reader.add(articles([9]))


# --- deciding -------------------------------------------------------------------------------------------------


def test_merged_stories_are_one_until_that_is_undone(three: Library) -> None:
    before = groups(three)
    one, two, _ = (story.id for story in three.stories())
    (decision,) = three.merge(one, two, note="one fire", by="ada")
    assert (decision.kind, decision.note, decision.by, decision.number) == (DecisionKind.TOGETHER, "one fire", "ada", 1)
    assert three.story(two).story.id == one
    assert three.story(one).story.articles == 6
    undo = three.undo(1)
    assert groups(three) == before
    three.undo(undo.number)
    assert three.story(one).story.articles == 6
    assert [each.number for each in three.standing()] == [1]
    assert len(three.decisions()) == 3


def test_three_stories_are_merged_by_two_decisions(three: Library) -> None:
    one, two, other = (story.id for story in three.stories())
    assert len(three.merge(one, two, other)) == 2
    assert three.stories()[0].articles == 9


def test_articles_are_split_off_until_that_is_undone(three: Library) -> None:
    before = groups(three)
    shown = three.story(three.stories()[0].id)
    out = shown.articles[0].article.id
    decision = three.split(shown.story.id, out)
    assert frozenset([out]) in groups(three)
    assert len(groups(three)) == 4
    three.undo(decision.number)
    assert groups(three) == before


def test_no_repair_goes_against_a_decision(three: Library) -> None:
    one, two, other = (story.id for story in three.stories())
    three.merge(one, two)
    shown = three.story(other)
    three.split(other, shown.articles[1].article.id)
    decided = groups(three)
    three.repair(since="2024-01-01")
    assert groups(three) == decided


def test_later_articles_obey_decisions(three: Library) -> None:
    one, two, _ = (story.id for story in three.stories())
    three.merge(one, two)
    done = three.add(articles(range(3), papers=5))
    assert (done.new, done.stories, three.counts().stories) == (6, 0, 2)


@pytest.mark.parametrize("repeats", [1, 2])
def test_a_story_is_not_merged_with_itself(three: Library, repeats: int) -> None:
    story = three.stories()[0].id
    with pytest.raises(OptionError, match="two stories or more"):
        three.merge(*([story] * repeats))


def test_a_split_leaves_some_articles_and_takes_only_the_storys(three: Library) -> None:
    shown, other = three.story(three.stories()[0].id), three.story(three.stories()[1].id)
    with pytest.raises(OptionError, match="leaves some"):
        three.split(shown.story.id, *(kept.article.id for kept in shown.articles))
    with pytest.raises(OptionError, match="leaves some"):
        three.split(shown.story.id)
    with pytest.raises(OptionError, match="is no article of this story"):
        three.split(shown.story.id, other.articles[0].article.id)


def test_decisions_within_a_story_name_one_of_its_articles(three: Library) -> None:
    shown = three.story(three.stories()[0].id)
    first, second = (kept.article.id for kept in shown.articles[:2])
    decided = [
        three.same_person(shown.story.id, "Ada Brone", "Adda Brone"),
        three.different_people(shown.story.id, "Ada Brone", "Jorin Brone"),
        three.accept_figure(shown.story.id, "injured", 12),
        three.not_a_copy(first, second),
    ]
    assert [one.story for one in decided] == [first, first, first, ""]
    assert three.story(shown.story.id).decisions == tuple(decided)
    assert three.story(three.stories()[1].id).decisions == ()


def test_what_cannot_be_decided_is_refused_and_not_logged(three: Library) -> None:
    story = three.stories()[0].id
    with pytest.raises(OptionError):
        three.accept_figure(story, "killed", "many")
    with pytest.raises(OptionError):
        three.same_person(story, "Ada", "Ada")
    with pytest.raises(NotInLibrary):
        three.undo(7)
    assert three.decisions() == ()


# --- affairs --------------------------------------------------------------------------------------------------


def test_what_is_read_for_an_affair_is_bounded_by_articles_and_the_nearest_days_are_read_first(
    library: Library, tmp_path: Path
) -> None:
    library.add(articles(range(20)))
    with Store.open(tmp_path / "news.sqlite") as store, store.reading() as view:
        rows = library.stories(limit=20)
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(linking, "_READ", 9)
            near = tuple(linking._around(view, rows[10]))
        whole = tuple(linking._around(view, rows[10]))
    assert (len(near), len(whole)) == (9, 60)
    assert [max(abs(one.day - rows[10].first) for one, _ in read) for read in (near, whole)] == [1, 10]


# --- repair ---------------------------------------------------------------------------------------------------


def test_a_repair_of_what_is_right_does_nothing(three: Library) -> None:
    before = groups(three)
    done = three.repair(since="2024-01-01")
    assert (done.merged, done.split) == ((), ())
    assert groups(three) == before


def test_a_repair_merges_what_was_placed_apart_and_the_old_id_leads_to_the_whole(tmp_path: Path) -> None:
    with Library(tmp_path / "news.sqlite") as library:
        library.add(articles(range(3)))
        before = groups(library)
        torn = library.story(library.stories()[0].id)
        piece = torn.articles[2].article.id
        with Store.open(tmp_path / "news.sqlite") as store, store.writing() as batch:
            batch.split(torn.story.id, [piece], f"story-{piece}", "a placing that saw less")
        assert library.counts().stories == 4
        done = library.repair(since="2024-01-01")
        assert (done.merged, done.split) == (((f"story-{piece}", torn.story.id),), ())
        assert groups(library) == before
        assert library.called(f"story-{piece}") == torn.story.id
        told = library.story(torn.story.id).log[-1]
        assert (told.story, told.kind, told.other, told.reason) == (f"story-{piece}", "merged", torn.story.id, "repair")
        assert library.repair(since="2024-01-01") == Repaired()


def test_a_repair_splits_what_was_placed_together_and_both_stories_tell_it(tmp_path: Path) -> None:
    with Library(tmp_path / "news.sqlite") as library:
        library.add(articles(range(3)))
        before, (one, two, _) = groups(library), (story.id for story in library.stories())
        with Store.open(tmp_path / "news.sqlite") as store, store.writing() as batch:
            batch.merge(two, one, "a placing that saw less")
        assert library.counts().stories == 2
        done = library.repair(since="2024-01-01")
        assert done.merged == ()
        ((left, begun),) = done.split
        assert left == one
        assert groups(library) == before
        assert {library.called(one), library.called(begun)} == {story.id for story in library.stories()[:2]}
        assert library.called(two) in {one, begun}
        assert [entry.reason for entry in library.story(begun).log if entry.kind == "split"] == ["repair"]
        assert library.repair(since="2024-01-01") == Repaired()


def test_an_empty_library_needs_no_repair(library: Library) -> None:
    assert library.repair().merged == ()


# --- exporting ------------------------------------------------------------------------------------------------


def test_a_library_of_an_export_is_the_same_library(three: Library, tmp_path: Path) -> None:
    undated = replace(articles([8])[0], published=None)
    three.add([undated])
    one, two, *_ = (story.id for story in three.stories())
    three.merge(one, two)
    three.export(tmp_path / "out")
    with Library(tmp_path / "again.sqlite") as again:
        again.add([tmp_path / "out" / "articles.jsonl"])
        again.take_decisions(tmp_path / "out" / "decisions.jsonl")
        assert groups(again) == groups(three)
        assert {(s.title, s.first, s.last) for s in again.stories()} == {
            (s.title, s.first, s.last) for s in three.stories()
        }
        assert again.take_decisions(tmp_path / "out" / "decisions.jsonl") == ()


def test_what_an_agency_states_of_an_article_outlives_an_export(library: Library, tmp_path: Path) -> None:
    first, second = articles([1], papers=2)
    guid = Known("tag:agency.example,2031:7", Basis.FILE)
    library.add([replace(first, guid=guid), replace(second, derived_from=(guid,))])
    library.export(tmp_path / "articles.jsonl")
    with Library(tmp_path / "again.sqlite") as again:
        again.add([tmp_path / "articles.jsonl"])
        kept = [kept.article for kept in again.story(again.stories()[0].id).articles]
    assert [one.guid.value for one in kept if one.guid] == [guid.value]
    assert [[origin.value for origin in one.derived_from] for one in kept if one.derived_from] == [[guid.value]]


def test_a_folder_of_an_export_is_added_and_its_other_files_are_told_in_a_line(three: Library, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    three.undo(three.merge(*(story.id for story in three.stories()[:2]))[0].number)
    three.export(folder)
    (folder / "more").mkdir()
    write_lines(folder / "more" / "late.jsonl", lines([5]))
    with Library(tmp_path / "again.sqlite") as again:
        done = again.add([folder])
        assert (done.new, done.failed) == (12, 0)
        (remark,) = done.remarks
        assert "its stories (stories.jsonl, stories.csv) are drawn anew from the articles" in remark.reason
        assert f"headwater decide file {folder / 'decisions.jsonl'}" in remark.reason
        assert len(again.take_decisions(folder / "decisions.jsonl")) == 0


def test_an_export_is_named_after_what_is_in_it(three: Library, tmp_path: Path) -> None:
    assert three.export(tmp_path / "stories.jsonl") == ((tmp_path / "stories.jsonl", 3),)
    rows = [json.loads(line) for line in (tmp_path / "stories.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [len(row["articles"]) for row in rows] == [3, 3, 3]
    with pytest.raises(OptionError, match="a file is named after what is in it"):
        three.export(tmp_path / "all.jsonl")


def test_parquet_has_all_that_is_known(three: Library, tmp_path: Path) -> None:
    from pyarrow import parquet  # type: ignore[import-untyped]  # it comes without types

    three.export(tmp_path / "articles.parquet")
    rows = parquet.read_table(tmp_path / "articles.parquet").to_pylist()
    assert len(rows) == 9
    assert {row["story"] for row in rows} == {story.id for story in three.stories()}
    assert all(row["text"] and row["day"] and row["captured"] for row in rows)


def test_nothing_is_written_over_without_being_asked(three: Library, tmp_path: Path) -> None:
    target = tmp_path / "stories.csv"
    target.write_text("mine", encoding="utf-8")
    with pytest.raises(OptionError, match="is there already"):
        three.export(target)
    with pytest.raises(OptionError, match="is there already"):
        three.export(tmp_path)
    assert target.read_text(encoding="utf-8") == "mine"
    assert not (tmp_path / "articles.jsonl").exists()
    three.export(target, force=True)
    assert target.read_text(encoding="utf-8").startswith("id,title")
    assert [path.name for path in tmp_path.glob(".*")] == []


def test_an_export_that_cannot_be_written_is_refused(three: Library, tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="cannot write"):
        three.export(tmp_path / "no" / "stories.csv")


def test_a_library_that_is_not_there_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(LibraryError):
        Library(tmp_path / "none.sqlite", read_only=True)


def test_remarks_are_no_failures(library: Library, tmp_path: Path) -> None:
    rows = write_lines(tmp_path / "a.jsonl", lines([1]))
    done = library.add([rows, rows])
    assert (done.new, done.failed) == (3, 0)
    assert InputError(done.remarks[0].name, done.remarks[0].reason).reason
