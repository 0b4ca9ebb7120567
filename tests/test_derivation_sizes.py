"""Hard cases of derivation: the very short, the very many, the repeated and the mangled. All is fiction."""

from __future__ import annotations

import textwrap
import time
import unicodedata
from collections.abc import Callable

import pytest
from derivation_cases import WHOLE, arrow, broken, cast, cut_to, kind, lines, paragraphs, trace_all, with_text

from headwater.types import DerivationKind

FERRY = cast("ferry")
AP, REUTERS = FERRY["ap"], FERRY["reuters"]
BRIEFS = cast("briefs")
STORM = cast("storm")
ECHO = STORM["echo"]
MATERIAL = WHOLE | {DerivationKind.PARTIAL}

# --- briefs ---------------------------------------------------------------------------------------------------------


@broken("of a brief's one sentence one is discounted; an unseen report is made of an agency that handed in its own")
def test_a_brief_cut_from_an_agency_report_is_of_its_line() -> None:
    brief = cut_to(AP, 0, id="brief", outlet="Inland Radio")
    assert lines(trace_all([AP, REUTERS, brief])) == [{"ap", "brief"}, {"reuters"}]


FEW = broken("a brief is surely a new line where few words are left to judge by")


@pytest.mark.parametrize("name", ["reordered", pytest.param("own_words", marks=FEW)])
def test_a_brief_of_thirty_words_with_the_facts_of_a_report_is_never_surely_a_new_line(name: str) -> None:
    brief = BRIEFS[name]
    assert trace_all([AP, brief]).count.low == 1
    assert trace_all([AP, REUTERS, brief]).count.low == 2


def test_a_brief_on_something_else_is_a_line_of_its_own() -> None:
    stemma = trace_all([AP, BRIEFS["unrelated"]])
    assert lines(stemma) == [{"ap"}, {"unrelated"}]
    assert stemma.count.low == 2


def test_two_agencies_briefs_of_the_same_facts_are_two_lines() -> None:
    stemma = trace_all([BRIEFS["quake_ap"], BRIEFS["quake_reuters"]])
    assert stemma.count.best == stemma.count.high == 2
    assert kind(stemma, "quake_ap", "quake_reuters") not in MATERIAL


# --- next to nothing ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("body", ["", "\n\n", "\u00a0", "—", "More to follow.", "(END)"])
def test_bodies_with_next_to_nothing_in_them_join_nothing_else(body: str) -> None:
    stubs = [with_text(AP, body, id=name, title="Ferry and barge collide in fog") for name in ("one", "two")]
    found = lines(trace_all([*stubs, AP, REUTERS]))
    assert {"ap"} in found
    assert {"reuters"} in found


def test_two_empty_bodies_under_one_title_are_two_lines_of_which_nothing_is_known() -> None:
    stemma = trace_all(with_text(AP, "", id=name, title="Ferry sinks") for name in ("one", "two"))
    assert [line.standing for line in stemma.lines] == ["no link found", "no link found"]


# --- a text and itself, mangled -------------------------------------------------------------------------------------


MANGLED: dict[str, Callable[[str], str]] = {
    "capitals": str.upper,
    "no capitals": str.lower,
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "hard spaces": lambda text: text.replace(" ", "\u00a0"),
    "windows line ends": lambda text: text.replace("\n", "\r\n"),
    "curly quotes": lambda text: text.replace(' "', " “").replace('" ', "” ").replace("'", "’"),
    "wrong decoding": lambda text: text.replace("'", "’").encode().decode("cp1252"),
    "hard wraps": lambda text: "\n".join(textwrap.fill(line, 60) for line in text.split("\n")),
    "soft hyphens": lambda text: text.replace("tion", "\u00adtion"),
    "escaped": lambda text: text.replace("'", "&#39;").replace('"', "&quot;"),
}


@pytest.mark.parametrize("mangle", sorted(MANGLED))
def test_a_text_and_its_mangled_double_are_one_line(mangle: str) -> None:
    double = with_text(ECHO, MANGLED[mangle](ECHO.text), id="double", outlet="Quick News Now")
    stemma = trace_all([ECHO, double, STORM["star"]])
    assert lines(stemma) == [{"double", "echo"}, {"star"}]
    assert kind(stemma, "double", "echo") is DerivationKind.COPY


@pytest.mark.parametrize("mangle", sorted(MANGLED))
def test_a_text_and_its_mangled_half_are_one_line(mangle: str) -> None:
    half = with_text(ECHO, MANGLED[mangle](cut_to(ECHO, 0, 1).text), id="half", outlet="Quick News Now")
    stemma = trace_all([ECHO, half, STORM["star"]])
    assert lines(stemma) == [{"echo", "half"}, {"star"}]
    assert kind(stemma, "echo", "half") is DerivationKind.ABRIDGED


def test_a_text_that_repeats_a_paragraph_of_its_own_is_a_copy_of_the_one_that_does_not() -> None:
    held = paragraphs(ECHO)
    stutter = with_text(ECHO, [*held[:3], held[1], held[1], *held[3:]], id="stutter", outlet="Quick News Now")
    stemma = trace_all([ECHO, stutter])
    assert lines(stemma) == [{"echo", "stutter"}]
    assert kind(stemma, "echo", "stutter") is DerivationKind.COPY
    assert lines(trace_all([stutter])) == [{"stutter"}]


AMERICAN = {
    "Theatre": "Theater", "theatre": "theater", "colours": "colors", "colour": "color", "labour": "labor",
    "neighbour": "neighbor", "Neighbour": "Neighbor", "jewellery": "jewelry", "catalogue": "catalog",
    "programme": "program", "travelling": "traveling", "recognise": "recognize", "Organisers": "Organizers",
    "cancelled": "canceled", "licence": "license", "centre": "center", "grey": "gray", "ploughed": "plowed",
    "practised": "practiced", "apologised": "apologized", "draughts": "drafts", "mould": "mold",
    "honoured": "honored", "aluminium": "aluminum", "car park": "parking lot",
}  # fmt: skip


def test_a_text_in_american_spelling_is_a_copy_of_the_british_one() -> None:
    british = cast("colour")["british"]
    text = british.text
    for one, other in AMERICAN.items():
        text = text.replace(one, other)
    stemma = trace_all([british, with_text(british, text, id="american", outlet="Ostermark Courier")])
    assert lines(stemma) == [{"american", "british"}]
    assert kind(stemma, "american", "british") is DerivationKind.COPY


# --- one text in another --------------------------------------------------------------------------------------------


@broken("a text that is whole in another makes one line with it however much the other reports itself")
def test_a_report_that_holds_another_whole_and_twice_as_much_of_its_own_is_a_line_of_its_own() -> None:
    star, mercury = paragraphs(STORM["star"]), paragraphs(STORM["mercury"])
    told = ["The Lowmarsh Echo reported on Sunday:", *paragraphs(ECHO)]
    week = with_text(ECHO, [*mercury, *told, *star], id="week", outlet="Regional Week", title="The week of the storm")
    stemma = trace_all([ECHO, week])
    assert kind(stemma, "echo", "week") in (DerivationKind.PARTIAL, DerivationKind.EXPANDED)
    assert arrow(stemma, "echo", "week") == "echo > week"
    assert lines(stemma) == [{"echo"}, {"week"}]


# --- very many ------------------------------------------------------------------------------------------------------

EDITS = (
    ("early Thursday", "on Thursday"), ("thick fog", "dense fog"), ("46 passengers", "forty-six passengers"),
    ("the coast guard said", "the coast guard says"), ("within minutes", "in minutes"), ("The ferry", "Ferry"),
    ("about 600 meters", "600 meters"), ("until relatives", "till relatives"), ("came through", "went through"),
    ("Both of the dead", "Both dead"), ("fishing boats", "fishing vessels"), ("which carry radar,", ""),
    ("it now runs", "it runs"), ("Fog had closed", "Fog closed"), ("The barge, the Otto B.,", "The barge Otto B."),
    ("was tested", "had been tested"), ("at the wheel", "on the bridge"), ("900 tons", "some 900 tons"),
    ("built in 1979", "built in 1978"), ("to mend the fault", "to repair the fault"), ("In that water", "In such"),
    ("who led the rescue", "who led the operation"), ("a new runway", "a runway"), ("and was given", "and given"),
    ("its first crossing", "the first crossing"), ("off Port Sandrey", "near Port Sandrey"), ("two deck", "2 deck"),
    ("did not answer calls", "did not return calls"), ("began to list", "started to list"), ("six", "6"),
)  # fmt: skip


def test_three_hundred_copies_of_one_text_are_one_line_and_soon_told() -> None:
    copies = [with_text(AP, AP.text, id=f"copy{number:03}", outlet=f"Paper {number}") for number in range(300)]
    started = time.process_time()
    stemma = trace_all([*copies, AP, REUTERS])
    assert time.process_time() - started < 10.0
    assert sorted(len(line) for line in lines(stemma)) == [1, 301]


def test_three_hundred_copies_with_a_tiny_edit_each_are_one_line_and_soon_told() -> None:
    edited = [AP.text.replace(*EDITS[number % len(EDITS)], 1) for number in range(300)]
    copies = [
        with_text(AP, text, id=f"copy{number:03}", outlet=f"Paper {number}") for number, text in enumerate(edited)
    ]
    started = time.process_time()
    stemma = trace_all([*copies, AP, REUTERS])
    assert time.process_time() - started < 20.0
    assert sorted(len(line) for line in lines(stemma)) == [1, 301]
    assert {each.kind for each in stemma.derivations if "reuters" not in (each.left, each.right)} == {
        DerivationKind.COPY
    }
