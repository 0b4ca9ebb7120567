"""Spellings compared: what is one name written twice, and what is another name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.text.spelling import (
    FAMILY,
    family_name,
    fold,
    personal_units,
    same_name,
    same_title,
    skeleton,
    word_likeness,
)

SAME_WORDS = (
    ("Qadhari", "Kadhari"),
    ("Qadhari", "Gadhari"),
    ("Khalidi", "Halidi"),
    ("Youssef", "Yusuf"),
    ("Mohammed", "Muhammad"),
    ("Zakhariya", "Zakaria"),
    ("Sisari", "Sissari"),
    ("Rouhafi", "Rohafi"),
    ("Djamel", "Jamel"),
    ("Kareem", "Karim"),
    ("Sergei", "Sergey"),
    ("Yıldıray", "Yildiray"),
    ("Łukasik", "Lukasik"),
    ("Müller", "Muller"),
    ("Omar", "Umar"),
    ("Zelinskyy", "Zelinsky"),
    ("Tokarev", "Tokareff"),
    ("Wolkow", "Volkov"),
    ("Hussein", "Husain"),
    ("Catarina", "Katarina"),
)
OTHER_WORDS = (
    ("Khamenei", "Khomeini"),
    ("Petrov", "Petrova"),
    ("Dvorsky", "Dvorskaya"),
    ("Novak", "Novakova"),
    ("Jie", "Ji"),
    ("Un", "Il"),
    ("Mazrani", "Marzuni"),
    ("Khatari", "Kadhani"),
    ("Robert", "Roberts"),
    ("Mario", "Maria"),
    ("Lukashek", "Lukashov"),
    ("Harris", "Harrison"),
    ("Berg", "Bergman"),
    ("14th", "41st"),
    ("Samir", "Samira"),
)
SAME_PEOPLE = (
    ("Qasim al-Harazi", "Kassem el-Harazi"),
    ("John Smith", "J. Smith"),
    ("John Smith", "Smith, John"),
    ("Louise T. Garrick", "Louise Garrick"),
    ("Dr. Lena Holm", "Lena Holm"),
    ("Abdel Hamid Zarouni", "Abdul Hamid Zaruni"),
    ("Oleg Stepanovich Drunin", "Oleg Drunin"),
    ("Elena Murilla Ortuno", "Elena Murilla"),
    ("Bill Hastrow", "William Hastrow"),
    ("Klaas van der Merlen", "Klaas Merlen"),
    ("Kim Dal-yun", "Kim Dal Yun"),
    ("Gordan Havelitz", "Gordan Havelits"),
    ("Anna Holt-Brauer", "Anna Holt Brauer"),
    ("Carl Rand Jr.", "Carl Rand"),
    ("Saif al-Din Rawani", "Saif Al Din Rawani"),
)
OTHER_PEOPLE = (
    ("Ali Khamenei", "Ali Khomeini"),
    ("Kim Jong Un", "Kim Jong Il"),
    ("Li Jie", "Li Ji"),
    ("Igor Petrov", "Irina Petrova"),
    ("Igor Petrov", "Igor Petrova"),
    ("Anton Belarev", "Viktor Belarev"),
    ("Abu Sami Tarwani", "Sami Tarwani"),
    ("A. Brandeker", "S. Brandeker"),
    ("Abu Karim al-Sahlani", "Abu Karam al-Wasili"),
    ("Mario Rossetti", "Maria Rossetti"),
    ("Habib ben Omar Loubani", "Habib ben Farid Loubani"),
    ("Roger Fedrick", "Roger Fedderman"),
    ("Samir Nasser", "Samira Nasser"),
)


@pytest.mark.parametrize(("left", "right"), SAME_WORDS)
def test_spellings_of_one_word_are_alike(left: str, right: str) -> None:
    assert word_likeness(left, right) >= FAMILY


@pytest.mark.parametrize(("left", "right"), OTHER_WORDS)
def test_like_words_that_are_other_names_stay_apart(left: str, right: str) -> None:
    assert word_likeness(left, right) < FAMILY


@pytest.mark.parametrize(("left", "right"), SAME_PEOPLE)
def test_spellings_of_one_person_agree(left: str, right: str) -> None:
    assert same_name(left, right) >= FAMILY


@pytest.mark.parametrize(("left", "right"), OTHER_PEOPLE)
def test_like_names_of_other_people_do_not_agree(left: str, right: str) -> None:
    assert same_name(left, right) < FAMILY


def test_a_family_name_alone_is_compatible_and_no_more() -> None:
    assert 0.8 < same_name("Belarev", "Anton Belarev") <= 0.9
    assert same_name("Xi", "Xi Wenbei") == 0.9
    assert same_name("Wenbei", "Anton Belarev") < 0.5


def test_spellings_share_a_skeleton() -> None:
    assert {skeleton(name) for name in ("al-Qadhari", "Khadari", "el-Kadari", "Kaddhary")} == {"kdr"}
    assert skeleton("al-Khatari") != skeleton("al-Kadhari")


def test_folding_takes_accents_marks_and_dots() -> None:
    assert fold("al-Tarîq O’Hara U.S.") == "al tariq ohara us"
    assert fold("Łódź Ørsted Straße") == "lodz orsted strasse"


def test_units_know_how_names_are_built() -> None:
    assert personal_units("Mr. Abdel Hamid bin Yusuf al-Tamari") == ("abd hamid", "bin yusuf", "tamari")
    assert personal_units("Abu Sami al-Tarwani") == ("abu sami", "tarwani")
    assert personal_units("Klaas van der Merlen") == ("klaas", "merlen")
    assert personal_units("Halvard II") == ("halvard",)
    assert family_name(personal_units("Zhao Wenbei")) == "zhao"


def test_bodies_agree_word_by_word() -> None:
    assert same_title("Trenwick Holdings Inc.", "Trenwick Holdings") == 1.0
    assert same_title("Harakat Naswar", "Harakat Niswar") >= FAMILY
    assert same_title("Ministry of Interior", "Ministry of Information") < FAMILY
    assert same_title("12th Brigade", "21st Brigade") < FAMILY
    assert same_title("North Port Authority", "Port Authority") < FAMILY


NAMES = st.text(alphabet="abcdefghijklmnopqrstuvwxyzABKMéßł-'’. ", max_size=24)


@given(NAMES, NAMES)
def test_scores_are_symmetric_and_between_nought_and_one(left: str, right: str) -> None:
    for score in (word_likeness, same_name, same_title):
        assert 0.0 <= score(left, right) <= 1.0
        assert score(left, right) == score(right, left)


@given(NAMES)
def test_a_name_agrees_with_itself(name: str) -> None:
    assert word_likeness(name, name) == 1.0
    assert fold(fold(name)) == fold(name)


def test_attested_spellings_are_told_from_other_names() -> None:
    path = Path(__file__).parents[2] / "shared" / "data" / "names" / "latin_variants.jsonl"
    if not path.exists():
        pytest.skip("the evaluation data is not beside this repository")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    others = sorted(word_likeness(row["a"], row["b"]) for row in rows if not row["same"])
    bound = others[int(len(others) * 0.95)]
    found = [word_likeness(row["a"], row["b"]) > bound for row in rows if row["same"]]
    assert sum(found) / len(found) >= 0.9
