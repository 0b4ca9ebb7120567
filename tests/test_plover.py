"""PLOVER types and modes of headwater's event classes."""

from __future__ import annotations

from pathlib import Path

import pytest

from headwater.text.events import event_class, event_classes
from headwater.text.plover import Plover, plover_of, plover_types
from headwater.text.wordset import wordset

DOCS = Path(__file__).parent.parent / "docs" / "events.md"
TYPES = wordset("""
    AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE
    ASSAULT
""")


def test_the_types_are_the_sixteen_of_the_manual() -> None:
    assert set(plover_types()) == TYPES


def test_the_types_fall_into_the_four_kinds_of_the_manual() -> None:
    kinds = [row.kind for row in plover_types().values()]
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "verbal cooperation": 4,
        "material cooperation": 3,
        "verbal conflict": 4,
        "material conflict": 5,
    }


def test_every_class_of_the_table_is_a_class_of_events_and_has_one_type() -> None:
    named = [name for row in plover_types().values() for name in (*row.classes, *row.if_armed)]
    assert set(named) <= set(event_classes())
    assert len(named) == len(set(named))


def test_the_classes_of_a_mode_are_classes_of_its_type_and_of_one_mode() -> None:
    for row in plover_types().values():
        given = [name for shown in row.modes.values() for name in shown["classes"]]
        assert set(given) <= row.classes | row.if_armed
        assert len(given) == len(set(given))


@pytest.mark.parametrize(
    ("given", "event", "mode"),
    [
        (("shoot",), "ASSAULT", "firearms"),
        (("attack", "attack", ["drone"]), "ASSAULT", "explosives"),
        (("attack", "attack", ["car bomb"]), "ASSAULT", "explosives"),
        (("attack", "attack", ["rocket"]), "ASSAULT", "heavy-weapons"),
        (("attack", "attack"), "ASSAULT", ""),
        (("kill", "assassinate"), "ASSAULT", "assassinate"),
        (("assault", "stab"), "ASSAULT", "primitive"),
        (("kidnap",), "ASSAULT", "abduct"),
        (("arrest",), "COERCE", "arrest"),
        (("protest", "demonstrate"), "PROTEST", "demo"),
        (("walkout", "hunger strike"), "PROTEST", "strike-hun"),
        (("visit",), "CONSULT", "visit"),
        (("release",), "RETREAT", "release"),
        (("convict",), "SANCTION", "convict"),
        (("deploy",), "MOBILIZE", "troops"),
        (("accuse",), "ACCUSE", ""),
        (("call-for",), "REQUEST", ""),
    ],
)
def test_a_class_with_its_word_and_means_has_the_type_and_mode_of_the_manual(
    given: tuple[str, ...], event: str, mode: str
) -> None:
    found = plover_of(*given)
    assert found is not None
    assert (found.event, found.mode) == (event, mode)


def test_means_show_the_mode_before_the_class_does() -> None:
    assert plover_of("bomb", "bomb", ["warplane"]) == Plover("ASSAULT", "heavy-weapons", "material conflict")


def test_an_explosion_is_an_assault_only_where_a_weapon_did_it() -> None:
    assert plover_of("explode", "explosion", ["gas"]) is None
    assert plover_of("explode", "explosion", ["bomb"]) == Plover("ASSAULT", "explosives", "material conflict")


def test_those_killed_by_a_storm_were_not_assaulted() -> None:
    assert plover_of("kill", "kill", ["storm"]) is None
    assert plover_of("kill", "kill", ["gunman"]) is not None


@pytest.mark.parametrize("name", ["die", "earthquake", "win", "buy", "say", "no such class", ""])
def test_what_nobody_did_and_plain_words_have_no_type(name: str) -> None:
    assert plover_of(name) is None


def test_words_of_the_news_come_to_a_type_through_their_class() -> None:
    found = plover_of(event_class("raid", "NOUN"), "raid")
    assert found is not None
    assert found.event in {"ASSAULT", "COERCE"}


def test_the_docs_list_every_type_with_its_modes_and_classes() -> None:
    text = DOCS.read_text(encoding="utf-8")
    for name, row in plover_types().items():
        modes = ", ".join(sorted(row.modes))
        classes = ", ".join(f"`{each}`" for each in sorted(row.classes))
        armed = ", ".join(f"`{each}`" for each in sorted(row.if_armed))
        shown = "; with a weapon ".join(part for part in (classes, armed) if part)
        assert f"| {name} | {row.kind} | {shown} | {modes} |" in text
