"""Invented originals: each phrasing fills, reads as English, and no two voices share wordings. All is fiction."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from importlib.resources import files
from itertools import combinations

import pytest

from headwater.testing.scribe import newsrooms
from headwater.testing.scribe.newsrooms import Event, Report, invent_event, kind_names, update_report
from headwater.testing.scribe.newsrooms.numerals import numeral
from headwater.testing.scribe.newsrooms.phrasings import AGENCY_VOICES, VOICES, load_kind, world
from headwater.testing.scribe.newsrooms.sheets import Person, Sheet
from headwater.testing.scribe.newsrooms.slots import Style, UnknownSlot, fill
from headwater.text.gazetteer import known_place

SEEDS = range(50)
WRONG = {
    "a slot or a choice left open": r"[{}\[\]|]",
    "a before a vowel": r"\b[Aa] (?!one\b|uni|eu|us[ei])[aeiouAEIOU]\w",
    "an before a consonant": r"\b[Aa]n (?!hour|honest)[bcdfgjklmnpqrstvwxyz]",
    "two marks in a row": r",[.,;:]|(?<!\.)\.\.(?!\.)| [,.;:]",
    "two spaces": r"  ",
    "one of many": r"(?<!-)\b(?:[Oo]ne|1) (?:people|were|soldiers|workers)\b",
    "a number in figures that opens a sentence": r"(?:^|\n\n|[a-z][.?!] )\d",
    "a word twice": r"\b(the|a|an|of|in|on|at|and|people|said|by|for|to) \1\b",
    "a lower-case opening": r"(?:^|\n\n|[a-z](?<![ap]\.m)[.?!] )[a-z]",
}
ENDS = re.compile(r"[.?!][”\")]?$|\)$")
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")


@pytest.fixture(scope="module")
def events() -> list[Event]:
    return [invent_event(seed, len(VOICES), kind) for kind in kind_names() for seed in SEEDS]


def _reports(events: list[Event]) -> Iterator[Report]:
    for event in events:
        yield from event.reports
        for later in event.updates:
            yield from later


def test_there_are_seven_kinds_and_each_voice_tells_each_of_them() -> None:
    assert len(kind_names()) >= 7
    for name in kind_names():
        kind = load_kind(name)
        assert set(kind.voices) == set(VOICES)
        assert {voice: len(steps) for voice, steps in kind.updates.items()} == dict.fromkeys(AGENCY_VOICES, 2)
        for voice, phrasings in kind.voices.items():
            assert list(phrasings)[:2] == ["title", "lead"], (name, voice)
            assert len(phrasings) >= 12, (name, voice)


def test_a_seed_gives_the_same_event_and_another_seed_another() -> None:
    assert invent_event(7) == invent_event(7)
    assert invent_event(7).reports != invent_event(8).reports


@pytest.mark.parametrize("fault", WRONG)
def test_no_report_reads_wrong(events: list[Event], fault: str) -> None:
    pattern = re.compile(WRONG[fault])
    for report in _reports(events):
        found = pattern.search(report.text)
        assert found is None, f"{report.text[max(0, found.start() - 60) : found.end() + 40]!r}"


def test_every_paragraph_ends_a_sentence_and_quotes_are_closed(events: list[Event]) -> None:
    for report in _reports(events):
        for paragraph in report.text.split("\n\n"):
            assert paragraph.startswith("By ") or ENDS.search(paragraph), paragraph
            assert paragraph.count("“") == paragraph.count("”"), paragraph
            assert paragraph.count('"') % 2 == 0, paragraph


def test_titles_and_background_are_filled(events: list[Event]) -> None:
    for event in events:
        assert len(event.background) >= 6
        for line in (*event.background, *(report.title for report in event.reports)):
            assert not re.search(r"[{}\[\]|]|  |^\W*$", line), line
        for line in event.background:
            assert ENDS.search(line), line


def test_reports_are_as_long_as_reports_are(events: list[Event]) -> None:
    lengths = sorted(len(report.text.split()) for event in events for report in event.reports)
    assert lengths[0] >= 75
    assert lengths[-1] <= 450
    assert 240 <= lengths[len(lengths) // 2] <= 400
    assert 0.1 < sum(length < 160 for length in lengths) / len(lengths) < 0.35


def test_agencies_open_with_a_dateline_and_only_they_update(events: list[Event]) -> None:
    codes = {agency.name: agency.code for agency in world().outlets.agencies}
    for event in events:
        assert len({report.newsroom for report in event.reports}) == len(VOICES)
        for report, later in zip(event.reports, event.updates, strict=True):
            assert report.agency == (report.newsroom in codes)
            assert len(later) == (2 if report.agency else 0)
            assert not report.agency or f"({codes[report.newsroom]})" in report.text[:60]


def test_an_update_is_later_has_news_on_top_and_keeps_paragraphs_verbatim(events: list[Event]) -> None:
    for event in events[::7]:
        for report in filter(lambda one: one.agency, event.reports):
            for step in (1, 2):
                later = update_report(event, report, step)
                assert later.day == report.day + timedelta(days=step)
                assert set(report.facts) & set(later.facts)
                kept = set(report.text.split("\n\n")) & set(later.text.split("\n\n"))
                assert later.text.split("\n\n")[0] not in kept


def test_a_paper_has_no_updates_and_an_agency_no_third(events: list[Event]) -> None:
    event = events[0]
    paper = next(report for report in event.reports if not report.agency)
    agency = next(report for report in event.reports if report.agency)
    for report, step in ((paper, 1), (agency, 3), (agency, 0)):
        with pytest.raises(ValueError, match="no update"):
            update_report(event, report, step)


def test_the_voices_of_one_event_share_no_wording_but_quotes(events: list[Event]) -> None:
    shares = [_containment(a.text, b.text) for event in events for a, b in combinations(event.reports, 2)]
    assert sum(shares) / len(shares) < 0.03
    assert max(shares) < 0.2


def test_two_events_of_a_kind_do_not_look_like_copies(events: list[Event]) -> None:
    first, *others = (event for event in events if event.kind == "blast")
    nearest = [max(_containment(r.text, o.text) for r in first.reports for o in other.reports) for other in others]
    assert sum(nearest) / len(nearest) < 0.35


def test_officials_quotes_are_shared_by_competing_reports(events: list[Event]) -> None:
    shared = [set(_quotes(a.text)) & set(_quotes(b.text)) for e in events for a, b in combinations(e.reports, 2)]
    assert sum(bool(quotes) for quotes in shared) / len(shared) > 0.4


def test_a_dispute_is_declared_and_shows_in_the_text(events: list[Event]) -> None:
    disputed = [event for event in events if event.disputed]
    assert 0.05 < len(disputed) / len(events) < 0.3
    for event in disputed:
        (dispute,) = event.disputed
        assert dispute.says != dispute.others
        report = next(report for report in event.reports if report.newsroom == dispute.newsroom)
        assert {f"{dispute.says:,}", numeral(dispute.says, 99)} & set(
            re.findall(r"[\w,-]+\w|\w", f"{report.title} {report.text}".lower())
        )


def test_no_invented_town_is_a_place_on_earth() -> None:
    towns = [a + b for culture in world().cultures for a in culture.town_stems for b in culture.town_endings]
    assert [town for town in towns if known_place(town)] == []


def test_lines_beyond_the_voices_are_refused() -> None:
    assert [len(invent_event(1, lines).reports) for lines in range(1, 6)] == [1, 2, 3, 4, 5]
    for lines in (0, 6):
        with pytest.raises(ValueError, match="voices"):
            invent_event(1, lines)


def test_an_unknown_slot_or_form_fails_loudly() -> None:
    style = Style("title", "6:40 p.m.", 9)
    sheet: Sheet = {"mayor": Person("Ada", "Marrwick", "mayor", True, 50), "killed": 4}
    assert fill("{killed} died, {mayor} said. {mayor.he} wept.", sheet, style, set()) == (
        "Four died, Mayor Ada Marrwick said. She wept."
    )
    for phrasing in ("{minister} said", "{mayor.shoe}", "{killed.spelt}"):
        with pytest.raises(UnknownSlot):
            fill(phrasing, sheet, style, set())


def test_the_data_says_that_it_is_fiction() -> None:
    folder = files(newsrooms)
    for entry in (folder.joinpath("world.toml"), *folder.joinpath("kinds").iterdir()):
        assert entry.read_text(encoding="utf-8").startswith("# Fiction")


def _quotes(text: str) -> list[str]:
    return [found.strip("“”\"').,") for found in QUOTED.findall(text.replace("’", "'"))]


def _containment(left: str, right: str) -> float:
    a, b = _grams(left), _grams(right)
    return len(a & b) / max(1, min(len(a), len(b)))


def _grams(text: str) -> set[tuple[str, ...]]:
    parts = (re.findall(r"[\w’'-]+", part.lower()) for part in QUOTED.split(text))
    return {tuple(words[at : at + 5]) for words in parts for at in range(len(words) - 4)}
