"""Work behind the scenes: one after another, told as it goes, ended with the room; and the stories that are held."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from room_client import asked, served

import headwater
from headwater.errors import InputError
from headwater.examples import HARBOUR
from headwater.types import Brief
from headwater.web import room
from headwater.web.desk import Desk
from headwater.web.jobs import Job, Jobs, Tell

_PATIENCE = 60.0


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    opened = Jobs()
    yield opened
    opened.close()


def ended(job: Job) -> Job:
    """The job after its end."""
    deadline = time.monotonic() + _PATIENCE
    while not job.done:
        assert time.monotonic() < deadline
        time.sleep(0.005)
    return job


def events(text: str) -> list[tuple[str, str]]:
    """Names and data of server-sent events."""
    blocks = (
        dict(line.split(": ", 1) for line in block.splitlines() if ": " in line) for block in text.split("\r\n\r\n")
    )
    return [(block["event"], block.get("data", "")) for block in blocks if "event" in block]


# --- jobs -------------------------------------------------------------------------------------------------------


def test_work_tells_what_it_does_and_gives_what_came_of_it(jobs: Jobs) -> None:
    def work(tell: Tell) -> int:
        tell("half")
        tell("half")
        tell("whole")
        return 7

    job = ended(jobs.begin("count", work))
    assert (job.told, job.result, job.error, job.trouble) == (["half", "whole"], 7, None, "")


def test_work_of_one_name_is_done_once_unless_it_is_of_its_own(jobs: Jobs) -> None:
    gate = threading.Event()
    first = jobs.begin("read a", lambda _: gate.wait(_PATIENCE))
    assert jobs.begin("read a", lambda _: None) is first
    assert jobs.last("read a") is first
    other = jobs.begin("read a", lambda _: None, shared=False)
    assert other is not first
    gate.set()
    assert ended(other).number == 2
    assert jobs.begin("read a", lambda _: None) not in {first, other}


def test_an_error_is_told_in_one_line_and_the_next_work_goes_on(jobs: Jobs, caplog: pytest.LogCaptureFixture) -> None:
    def ours(_: Tell) -> None:
        raise InputError("a.txt", "is empty")

    def defect(_: Tell) -> None:
        raise KeyError("secret")

    assert ended(jobs.begin("a", ours)).trouble == "a.txt: is empty"
    failed = ended(jobs.begin("b", defect))
    assert "nobody foresaw" in failed.trouble
    assert "secret" not in failed.trouble
    assert "KeyError" in caplog.text
    assert ended(jobs.begin("c", lambda _: 1)).result == 1


def test_when_the_room_closes_what_goes_on_ends_and_what_waits_is_dropped(jobs: Jobs) -> None:
    begun = threading.Event()

    def long(tell: Tell) -> None:
        while True:
            tell("still")
            begun.set()
            time.sleep(0.001)

    going, waiting = jobs.begin("long", long), jobs.begin("waits", lambda _: None)
    assert begun.wait(_PATIENCE)
    jobs.close()
    assert [ended(job).trouble for job in (going, waiting)] == ["It was stopped."] * 2


def test_work_that_keeps_what_it_has_is_asked_to_stop_and_comes_to_that(jobs: Jobs) -> None:
    stopped = threading.Event()

    def gentle(tell: Tell) -> str:
        tell("begun")
        assert stopped.wait(_PATIENCE)
        tell("ending")
        return "half"

    job = jobs.begin("gentle", gentle, stopped=stopped)
    job.stop()
    assert ended(job).result in {"half", None}  # None where it had not begun
    assert jobs.begin("next", lambda _: 1) is not job


def test_a_reader_stops_what_goes_on_and_is_told_so(room_library: Path) -> None:
    begun = threading.Event()

    def long(tell: Tell) -> None:
        while True:
            tell("still")
            begun.set()
            time.sleep(0.001)

    with headwater.Library(room_library, read_only=True) as library:
        app = room(library)
        with asked(app) as client:
            job = doing(app, long, "/story/x")
            assert begun.wait(_PATIENCE)
            assert client.get(f"/job/{job.number}/stop").status_code == 405  # a link stops nothing
            assert client.post(f"/job/{job.number}/stop").headers["location"] == f"/job/{job.number}"
            ended(job)
            page = client.get(f"/job/{job.number}").text
            assert "It was stopped." in page
            assert 'href="/story/x"' in page


def test_only_the_latest_jobs_are_remembered(jobs: Jobs) -> None:
    last = [ended(jobs.begin(str(number), lambda _: None)) for number in range(103)][-1]
    assert jobs.job(1) is None
    assert jobs.job(last.number) is last


# --- what readers see of them -----------------------------------------------------------------------------------


def doing(app: object, work: Callable[[Tell], object], then: str = "") -> Job:
    """Begin some work in a room."""
    desk = app.state.desk  # type: ignore[attr-defined]  # a Starlette
    assert isinstance(desk, Desk)
    return desk.jobs.begin("work", work, then)


def test_the_events_tell_everything_and_end_with_where_to_go(room_library: Path) -> None:
    def work(tell: Tell) -> None:
        tell("one\nline")
        tell("two")

    with headwater.Library(room_library, read_only=True) as library:
        app = room(library)
        with asked(app) as client:
            job = doing(app, work, "/story/x")
            answer = client.get(f"/progress/{job.number}")
            assert answer.headers["content-type"].startswith("text/event-stream")
            assert events(answer.text) == [("told", "one line"), ("told", "two"), ("done", "/story/x")]
            later = client.get(f"/progress/{job.number}", headers={"Last-Event-ID": "1"})
            assert events(later.text) == [("told", "two"), ("done", "/story/x")]
            odd = client.get(f"/progress/{job.number}", headers={"Last-Event-ID": "-1; DROP"})
            assert len(events(odd.text)) == 3
            assert client.get(f"/job/{job.number}").headers["location"] == "/story/x"


def test_a_job_that_fails_says_why_and_the_room_goes_on(room_library: Path) -> None:
    def work(_: Tell) -> None:
        raise InputError("<script>a</script>", "is empty")

    with headwater.Library(room_library, read_only=True) as library:
        app = room(library)
        with asked(app) as client:
            job = doing(app, work)
            assert events(client.get(f"/progress/{job.number}").text) == [("failed", "<script>a</script>: is empty")]
            page = client.get(f"/job/{job.number}").text
            assert "&lt;script&gt;a&lt;/script&gt;: is empty" in page
            assert client.get("/").status_code == 200


def test_a_page_of_work_that_goes_on_asks_again_without_script_and_follows_it_with(room_library: Path) -> None:
    gate = threading.Event()
    with headwater.Library(room_library, read_only=True) as library:
        app = room(library)
        with asked(app) as client:
            job = doing(app, lambda _: gate.wait(_PATIENCE))
            page = client.get(f"/job/{job.number}").text
            assert '<noscript><meta http-equiv="refresh"' in page
            assert f'data-events="/progress/{job.number}"' in page
            gate.set()
            ended(job)
            assert "refresh" not in client.get(f"/job/{job.number}").text


def test_a_reader_who_leaves_ends_the_stream_and_other_pages_are_answered_meanwhile(room_copy: Path) -> None:
    gate = threading.Event()
    with headwater.Library(room_copy) as library:
        app = room(library)
        with served(app) as base:
            job = doing(app, lambda _: gate.wait(_PATIENCE))
            job.tell("begun")
            for _ in range(3):
                with httpx.stream("GET", f"{base}/progress/{job.number}") as stream:
                    assert "begun" in next(stream.iter_text())
            assert httpx.get(base).status_code == 200
            gate.set()


# --- stories that the desk holds --------------------------------------------------------------------------------


def _length(brief: Brief) -> int:
    return len(brief.articles)


def test_a_story_is_composed_once_while_it_stands(room_copy: Path) -> None:
    with headwater.Library(room_copy) as library:
        desk, story = Desk(library), library.stories()[0].id
        first = desk.opened(story)
        assert first.view is not None
        assert desk.opened(story) is first
        assert desk.opened(story[:-1]).view is first.view
        assert first.once(_length) == len(first.shown.articles)
        library.add([HARBOUR / "README.md"])  # another story: this one stands
        again = desk.opened(story)
        assert again is not first
        assert again.view is first.view
        desk.close()


def test_what_another_process_commits_is_seen(room_copy: Path) -> None:
    with headwater.Library(room_copy) as library, headwater.Library(room_copy) as elsewhere:
        desk, story = Desk(library), library.stories()[0].id
        assert desk.opened(story).brief is not None
        elsewhere.split(story, desk.opened(story).shown.articles[-1].article.id)
        opened = desk.opened(story)
        assert (opened.brief, opened.view) == (None, None)
        desk.close()


def test_what_is_read_where_nothing_can_be_kept_is_held(room_copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with headwater.Library(room_copy) as library:
        story = library.stories()[0].id
        brief = library.story(story).brief
        library.split(story, library.story(story).articles[-1].article.id)
        library.undo(1, note="only so that the brief is no longer of this state")
    with headwater.Library(room_copy, read_only=True, rule="lowest") as library:
        desk = Desk(library)
        monkeypatch.setattr(library, "brief", lambda *_, **__: brief)
        assert desk.opened(story).brief is None
        ended(desk.reading(story))
        assert desk.opened(story).brief == brief
        desk.close()


def test_many_threads_compose_a_view_once(room_library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []

    def slow(brief: Brief) -> int:
        calls.append(1)
        time.sleep(0.05)
        return len(brief.articles)

    with headwater.Library(room_library, read_only=True) as library:
        desk = Desk(library)
        opened = desk.opened(library.stories()[0].id)
        threads = [threading.Thread(target=opened.once, args=(slow,)) for _ in range(5)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(calls) == 1
        desk.close()


def test_stories_that_nobody_opened_for_long_are_let_go(room_copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("headwater.web.desk._CHARACTERS", 1)
    with headwater.Library(room_copy) as library:
        library.add([HARBOUR / "README.md"])
        desk = Desk(library)
        stories = [story.id for story in library.stories()]
        assert len(stories) > 1
        first = desk.opened(stories[0])
        desk.opened(stories[1])
        assert desk.opened(stories[0]) is not first
        desk.close()
