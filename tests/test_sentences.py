"""Where a line's sentences start. All names are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.models.remembered import Remembered
from headwater.models.sentences import lines_of, mended


def words(line: str, *starts: int) -> list[str]:
    return [piece for _, piece in mended(line, starts)]


def test_a_line_is_cut_where_the_model_says() -> None:
    line = "The dam held. Nobody was hurt."
    assert words(line, 0, 14) == ["The dam held.", "Nobody was hurt."]


def test_no_sentence_starts_at_words_put_into_brackets() -> None:
    line = "“They gave [us] food,” Ada Holm said."
    assert words(line, 0, line.index("us]")) == [line]


def test_no_sentence_starts_inside_an_ellipsis_of_spaced_stops() -> None:
    line = "We waited . . . and nobody came."
    assert words(line, 0, line.index(". .") + 2) == [line]


def test_a_closing_mark_stays_with_the_words_it_closes() -> None:
    line = 'She said: "I hope to." Then she left.'
    assert words(line, 0, line.index('" Then'), line.index("Then")) == ['She said: "I hope to."', "Then she left."]


def test_a_speaker_before_a_colon_stays_with_what_she_says() -> None:
    line = "THE MAYOR: Nobody tested the valves."
    assert words(line, 0, line.index("Nobody")) == [line]


def test_a_title_in_short_stays_with_its_name() -> None:
    line = "The list names Sens. Orla Venn and Ada Holm."
    assert words(line, 0, line.index("Orla")) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "The boat was built in the U.S. It was sold in May.",
        "They met at 5 p.m. Greta Sund spoke first.",
        "The talks ended at 11 p.m. In the morning they went on.",
    ],
)
def test_what_is_short_for_words_ends_a_sentence_before_a_word_that_begins_one(line: str) -> None:
    assert len(words(line, 0)) == 2


@pytest.mark.parametrize(
    "line",
    [
        "The boat was sold to the U.S. Navy at 5 p.m. on Monday.",
        "They met at 5 p.m. Monday in Tarrow.",
        "The vote begins at 9 a.m. Eastern and ends at 5 p.m. New York time.",
        "At 5 p.m. May 3 the boat sank.",
        "The U.S. government met at 5 p.m. EST today.",
    ],
)
def test_it_ends_none_before_a_name_a_day_or_a_zone(line: str) -> None:
    assert words(line, 0) == [line]


def test_who_asked_a_question_in_marks_stays_with_it() -> None:
    line = "“Is the boat sound?” Ilka Morn asked."
    assert words(line, 0, line.index("Ilka")) == [line]
    line = "“Is the boat sound?” Ilka Morn left the room."
    assert len(words(line, 0, line.index("Ilka"))) == 2


def test_lines_without_words_are_left_out_and_the_others_keep_their_places() -> None:
    assert lines_of("  One. \n\n\t\nTwo.") == ((2, "One."), (11, "Two."))


@given(st.text(max_size=80), st.lists(st.integers(-5, 90), max_size=6))
def test_sentences_lie_in_their_line_in_order_and_leave_out_only_blanks(line: str, starts: list[int]) -> None:
    pieces = mended(line, starts)
    assert all(line[at : at + len(piece)] == piece for at, piece in pieces)
    assert "".join("".join(piece.split()) for _, piece in pieces) == "".join(line.split())


def test_a_sentence_of_a_long_line_starts_where_it_would_in_a_short_one() -> None:
    line = "The dam held. Mr. Venn asked [us] to go. “Why?” Orla Venn asked. "
    starts = [place for place, letter in enumerate(line) if letter == " "]
    alone = [piece for _, piece in mended(line, starts)]
    together = mended(line * 40, [at * len(line) + start for at in range(40) for start in starts])
    assert [piece for _, piece in together] == alone * 40


@given(st.lists(st.lists(st.integers(0, 20), max_size=8), max_size=12), st.integers(1, 5))
def test_what_is_remembered_never_shows_in_the_answers(batches: list[list[int]], limit: int) -> None:
    memory = Remembered[int, int](lambda numbers: [number * number for number in numbers], limit)
    for batch in batches:
        assert memory.answers(batch) == {number: number * number for number in batch}


def test_a_question_is_worked_out_once_while_it_is_remembered() -> None:
    asked: list[str] = []

    def work_out(names: list[str]) -> list[str]:
        asked.extend(names)
        return [name.upper() for name in names]

    memory = Remembered[str, str](lambda names: work_out(list(names)), limit=2)
    memory.answers(["a", "b", "a"])
    memory.answers(["b", "c"])  # "a" was used least lately and goes
    memory.answers(["b", "a"])
    assert asked == ["a", "b", "c", "a"]


@pytest.mark.parametrize("letters", ["“", "(", "a", "A.", "x "])
def test_what_has_no_end_is_cut_so_that_a_model_can_read_it_and_nothing_is_lost(letters: str) -> None:
    text = letters * 60_000
    lines = lines_of(text)
    assert all(text[start : start + len(line)] == line for start, line in lines)
    assert sum(len(line.replace(" ", "")) for _, line in lines) == len(text.replace(" ", ""))
    assert max(len(line) for _, line in lines) <= 50_000
    assert max(len(word) for _, line in lines for word in line.split()) <= 500


def test_a_long_paragraph_of_words_stays_one_line() -> None:
    line = " ".join(["The dockers of Tessen went home."] * 1_000)
    assert lines_of(f"{line}\n{line}") == ((0, line), (len(line) + 1, line))


def test_a_sentence_that_never_ends_is_cut_at_a_blank_and_a_long_one_is_not() -> None:
    long, endless = "the dockers of Tessen " * 130, "the dockers of Tessen " * 2_000
    assert mended(long, ()) == ((0, long.strip()),)
    cut = mended(endless, ())
    assert max(len(words) for _, words in cut) <= 3_000
    assert " ".join(words for _, words in cut) == endless.strip()
