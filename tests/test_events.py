"""The table of event classes is consistent, and answers what the stages ask of it."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.text.events import (
    EFFECTS,
    FIGURE_NOUNS,
    SUBJECT_EFFECTS,
    classes_of,
    comparable,
    event_class,
    event_classes,
)
from headwater.text.resources import packaged_text

TABLE: dict[str, dict[str, str]] = tomllib.loads(packaged_text("events.toml"))
KINDS = {"verbs": "VERB", "nouns": "NOUN", "adjectives": "ADJ"}
DOCS = Path(__file__).parent.parent / "docs" / "events.md"


@pytest.mark.parametrize(
    ("lemma", "pos", "name"),
    [
        ("kill", "VERB", "kill"),
        ("Assassination", "NOUN", "kill"),
        ("wound", "VERB", "injure"),
        ("wounded", "ADJ", "injure"),
        ("fire", "VERB", "open-fire"),
        ("fire", "NOUN", "burn"),
        ("strike", "VERB", "hit"),
        ("strike", "NOUN", "attack"),
        ("charge", "VERB", "charge"),
        ("call off", "VERB", "cancel"),
        ("call_off", "VERB", "cancel"),
        ("walkout", "NOUN", "walkout"),
        ("clear", "VERB", ""),
        ("table", "NOUN", ""),
        ("kill", "DET", ""),
        ("", "VERB", ""),
    ],
)
def test_a_lemma_has_the_class_it_has_most_often_in_the_news(lemma: str, pos: str, name: str) -> None:
    assert event_class(lemma, pos) == name


def test_lemmas_of_several_classes_list_them_all() -> None:
    assert classes_of("strike", "VERB") >= {"hit", "attack", "walkout"}
    assert classes_of("fire", "VERB") >= {"open-fire", "shoot", "dismiss"}
    assert classes_of("charge", "VERB") >= {"charge", "attack"}
    assert classes_of("hit", "VERB") >= {"hit", "injure"}
    assert classes_of("table", "NOUN") == frozenset()


@given(st.sampled_from(sorted(TABLE)), st.sampled_from(sorted(TABLE)))
def test_comparable_is_symmetric_and_holds_for_a_class_with_itself(a: str, b: str) -> None:
    assert comparable(a, b) == comparable(b, a)
    assert comparable(a, a)


def test_what_reports_one_event_is_comparable_and_what_does_not_is_not() -> None:
    assert comparable("kill", "die")
    assert comparable("arrest", "detain")
    assert comparable("attack", "explode")
    assert not comparable("kill", "marry")
    assert not comparable("kill", "injure")
    assert not comparable("", "")
    assert not comparable("no such class", "no such class")


@pytest.mark.parametrize("name", sorted(TABLE))
def test_a_class_is_whole(name: str) -> None:
    row = TABLE[name]
    assert row.keys() <= {"about", "verbs", "nouns", "adjectives", "like"}
    assert row["about"]
    assert row.get("verbs") or row.get("nouns")
    assert all(other in TABLE and other != name for other in row.get("like", "").split())
    for kind in KINDS:
        lemmas = [lemma.rstrip("?") for lemma in row.get(kind, "").split()]
        assert all(lemma == lemma.lower() for lemma in lemmas)
        assert not [lemma for lemma, count in Counter(lemmas).items() if count > 1]


def test_every_lemma_has_one_first_class_at_most_and_the_table_is_what_is_answered() -> None:
    for kind, pos in KINDS.items():
        first = [
            (lemma, name) for name, row in TABLE.items() for lemma in row.get(kind, "").split() if lemma[-1] != "?"
        ]
        assert not [lemma for lemma, count in Counter(lemma for lemma, _ in first).items() if count > 1]
        for lemma, name in first:
            assert event_class(lemma, pos) == name
            assert name in classes_of(lemma, pos)


def test_effects_and_figure_nouns_name_classes_and_agree_on_roles() -> None:
    assert EFFECTS.keys() <= TABLE.keys()
    assert SUBJECT_EFFECTS.keys() <= TABLE.keys()
    roles = {*EFFECTS.values(), *SUBJECT_EFFECTS.values(), "casualties"}
    assert set(FIGURE_NOUNS.values()) <= roles
    assert EFFECTS["kill"] == FIGURE_NOUNS["death"] == SUBJECT_EFFECTS["die"] == "killed"


def test_every_class_is_documented_with_what_it_is_about_and_no_other_is() -> None:
    rows = [line.split("|") for line in DOCS.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    documented = {row[1].strip().strip("`"): row[2].strip() for row in rows}
    assert documented == dict(event_classes())


def test_the_tables_cannot_be_changed_by_a_caller() -> None:
    with pytest.raises(TypeError):
        EFFECTS["kill"] = "x"  # type: ignore[index]
    with pytest.raises(TypeError):
        event_classes()["kill"] = "x"  # type: ignore[index]


def test_importing_reads_nothing() -> None:
    script = (
        "import importlib.resources as r; f=r.files; seen=[]; r.files=lambda p: (seen.append(p), f(p))[1]\n"
        "from headwater.text import events; assert not seen; events.event_class('kill', 'VERB'); assert seen"
    )
    subprocess.run([sys.executable, "-c", script], check=True)  # noqa: S603 - the script stands above
