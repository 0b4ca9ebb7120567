"""Copies in an archive: what is found, what is not, and that nothing about the search itself changes the answer."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.copies import Copies, CopyPair, find_copies
from headwater.copies.alignment import align_pairs
from headwater.copies.archive import read_archive
from headwater.copies.candidates import find_candidates
from headwater.errors import InputError, OptionError
from headwater.testing.articles import make_article
from headwater.types import DerivationKind, Passage

Entry = tuple[str, str, str | None]

# Invented words, so that any number of texts can be written that share nothing.
_SYLLABLES = [first + vowel for first in "bdfgklmnprstvz" for vowel in "aeiou"]
_STOPWORDS = ["the", "of", "and", "a", "in", "to", "was", "it", "for", "with", "on", "that", "by", "at"]


def _word(random: Random) -> str:
    return "".join(random.choices(_SYLLABLES, k=3))


def _sentence(random: Random) -> str:
    words = [
        random.choice(_STOPWORDS) if random.random() < 0.4 else _word(random) for _ in range(random.randint(9, 22))
    ]
    words[random.randrange(1, 9)] = _word(random).capitalize()
    words[random.randrange(1, 9)] = str(random.randint(2, 9000))
    return f"{words[0].capitalize()} {' '.join(words[1:])}."


def _text(seed: int, sentences: int = 12) -> str:
    random = Random(seed)  # noqa: S311  # invents, keeps no secret
    return "\n\n".join(_sentence(random) for _ in range(sentences))


def _strangers(count: int) -> list[Entry]:
    """Articles that have nothing to do with anything."""
    return [(f"stranger-{number:03}", _text(10_000 + number), None) for number in range(count)]


def _found(*texts: str, outlet: str | None = None) -> dict[tuple[str, str], CopyPair]:
    """The pairs among some texts, called a, b ..., and forty strangers."""
    named = [(chr(ord("a") + number), text, outlet) for number, text in enumerate(texts)]
    return {(pair.left, pair.right): pair for pair in find_copies([*named, *_strangers(40)])}


def _spun(text: str, rate: float, seed: int = 1) -> str:
    """Words exchanged that are neither names, numbers nor among the commonest."""
    random = Random(seed)  # noqa: S311  # invents, keeps no secret

    def spun(word: str) -> str:
        plain = word.islower() and word.isalpha() and word not in _STOPWORDS
        return _word(random) if plain and random.random() < rate else word

    return "\n\n".join(" ".join(spun(word) for word in line.split()) for line in text.split("\n\n"))


def _pair(*texts: str) -> CopyPair:
    found = _found(*texts)
    assert list(found) == [("a", "b")]
    return found["a", "b"]


def test_a_verbatim_copy_is_found_from_end_to_end() -> None:
    text = _text(1)
    pair = _pair(text, text)
    assert pair.kind is DerivationKind.COPY
    assert (pair.left_share, pair.right_share) == (1.0, 1.0)
    assert [(one.left.start, one.left.end, one.right.start, one.right.end) for one in pair.passages] == [
        (0, len(text) - 1, 0, len(text) - 1)
    ]
    assert pair.copied
    assert pair.whole


def test_a_score_is_the_sum_of_its_evidence() -> None:
    pair = _pair(_text(1), _text(1))
    assert pair.score == pytest.approx(sum(part.score for part in pair.evidence), abs=0.001)
    assert pair.score > 0


@pytest.mark.parametrize("rate", [0.2, 0.4, 0.6])
def test_spun_copies_are_found(rate: float) -> None:
    pair = _pair(_text(2, 20), _spun(_text(2, 20), rate))
    assert pair.kind is DerivationKind.SPUN
    assert pair.left_share > 0.9


def test_an_abridged_copy_is_found_and_so_is_one_with_its_paragraphs_turned_round() -> None:
    paragraphs = _text(3, 20).split("\n\n")
    assert _pair(_text(3, 20), "\n\n".join(paragraphs[:8])).kind is DerivationKind.ABRIDGED
    turned = _pair(_text(3, 20), "\n\n".join([*paragraphs[12:], *paragraphs[:12]]))
    assert turned.kind is DerivationKind.COPY
    assert len(turned.passages) == 2


def test_a_borrowed_paragraph_is_a_partial_copy_with_its_place_in_both() -> None:
    borrowed = _text(4, 4).replace("\n\n", " ")
    left, right = f"{_text(5)}\n\n{borrowed}", f"{_text(6, 5)}\n\n{borrowed}\n\n{_text(7)}"
    pair = _pair(left, right)
    assert pair.kind is DerivationKind.PARTIAL
    assert not pair.whole
    (passage,) = pair.passages
    assert (
        left[passage.left.start : passage.left.end] == right[passage.right.start : passage.right.end] == borrowed[:-1]
    )


def test_a_brief_of_thirty_words_is_found() -> None:
    assert _pair(_text(8, 2), _text(8, 2)).kind is DerivationKind.COPY


def test_a_quotation_alone_is_a_shared_statement_and_no_copy() -> None:
    quote = f"“{' '.join(_text(9, 4).split())}” said a spokesman."
    pair = _pair(f"{_text(11)}\n\n{quote}", f"{_text(12)}\n\n{quote}")
    assert pair.kind is DerivationKind.SHARED_STATEMENT
    assert not pair.copied
    assert [passage.mask for passage in pair.passages] == ["quote"]
    assert find_copies([("a", quote, None), ("b", quote, None)]).groups() == ()


def test_a_quotation_that_lost_its_marks_in_one_article_is_a_quotation_in_both() -> None:
    said = " ".join(_text(9, 4).split())
    pair = _pair(f"{_text(11)}\n\n“{said}” said a spokesman.", f"{_text(12)}\n\n{said}")
    assert pair.kind is DerivationKind.SHARED_STATEMENT
    assert [passage.mask for passage in pair.passages] == ["quote"]


def test_a_statement_that_both_pass_on_without_marks_is_no_copy() -> None:
    said = " ".join(_text(9, 4).split())
    texts = [
        f"{_text(number)}\n\nThe office put out these words:\n{said}\n\n{_text(number + 9)}" for number in (11, 12)
    ]
    pair = _pair(*texts)
    assert pair.kind is DerivationKind.SHARED_STATEMENT
    assert not pair.copied


def _market(random: Random) -> str:
    """A template: the same sentences about other shares."""
    name, rise, price = _word(random).capitalize(), random.randint(1, 99), random.randint(10, 999)
    return (
        f"Shares of {name} rose {rise} percent to {price} crowns in early trading on Monday. The gain came after "
        f"the company said profit for the quarter was {random.randint(2, 800)} million crowns. Analysts had looked for "
        f"{random.randint(2, 800)} million on average, according to a survey by {_word(random).capitalize()} Research. "
        f"Some {random.randint(100, 999)} thousand shares changed hands, compared with {random.randint(100, 999)} "
        "thousand on a usual day."
    )


def test_templates_filled_with_other_names_and_numbers_are_no_copies() -> None:
    random = Random(4)  # noqa: S311  # as above
    texts = [(f"market-{number}", _market(random), None) for number in range(30)]
    assert [pair for pair in find_copies([*texts, *_strangers(20)]) if pair.copied] == []


def test_the_same_template_text_twice_is_a_copy() -> None:
    random = Random(4)  # noqa: S311  # as above
    texts = [(f"market-{number:03}", _market(random), None) for number in range(150)]
    found = find_copies([*texts, ("twin", texts[40][1], None)])
    assert [(pair.left, pair.right) for pair in found if pair.copied] == [("market-040", "twin")]


def test_what_an_outlet_prints_under_all_its_articles_is_furniture() -> None:
    foot = "Write to the newsroom of the Ostvale Courier at 14 Canal Street, Ostvale, or ring 555 0199 before noon."
    own = [(f"own-{number}", f"{_text(300 + number)}\n\n{foot}", "The Ostvale Courier") for number in range(12)]
    assert list(find_copies([*own, *_strangers(20)])) == []


def test_three_hundred_copies_of_one_text_are_one_group() -> None:
    random = Random(5)  # noqa: S311  # as above
    copies = [(f"copy-{number:03}", f"{_text(13)} {_word(random)}", None) for number in range(300)]
    found = find_copies([*copies, *_strangers(20)])
    assert found.groups() == (tuple(sorted(name for name, _, _ in copies)),)
    assert all(pair.kind is DerivationKind.COPY for pair in found)


def test_groups_are_joined_by_whole_copies_alone() -> None:
    lent = _text(17, 4).replace("\n\n", " ")
    texts = [_text(14), _text(14), f"{_text(15, 20)}\n\n{lent}", _text(15, 20), f"{_text(16, 20)}\n\n{lent}"]
    found = find_copies([(name, text, None) for name, text in zip("abcde", texts, strict=True)])
    assert {(pair.left, pair.right): pair.kind for pair in found}["c", "e"] is DerivationKind.PARTIAL
    assert found.groups() == (("a", "b"), ("c", "d"))


def test_very_long_texts_align_from_end_to_end() -> None:
    text = _text(18, 1300)
    assert len(text.split()) > 19_000
    pair = _pair(text, f"{text}\n\n{_text(19)}")
    assert pair.left_share > 0.999


@pytest.mark.parametrize("texts", [[], [""], ["", ""], ["word"], ["one", "one"], ["\ud800 \ud800"], ["…", "🙂"]])
def test_texts_with_next_to_no_words_are_no_copies(texts: list[str]) -> None:
    found = find_copies([(str(number), text, None) for number, text in enumerate(texts)])
    assert (list(found), len(found), found.groups(), found.articles) == ([], 0, (), len(texts))


def test_offsets_count_code_points_beyond_the_first_plane_and_combining_marks_too() -> None:
    text = _text(20)
    left, right = f"🙂🙂 𐐀𐐀\n\n{text}", f"e\u0301 🙂\n\n{text}"
    (passage,) = _pair(left, right).passages
    assert left[passage.left.start : passage.left.end] == right[passage.right.start : passage.right.end]
    assert text[:-1] in left[passage.left.start : passage.left.end]


def test_case_accents_and_glyphs_of_quotation_marks_do_not_hide_a_copy() -> None:
    text = _text(21).replace("a", "é")
    assert _pair(text, text.upper().replace("É", "E\u0301")).kind is DerivationKind.COPY


def test_articles_are_taken_as_well_as_rows() -> None:
    articles = [make_article(_text(1), id=name) for name in ("one", "two")]
    assert [(pair.left, pair.right) for pair in find_copies(iter(articles))] == [("one", "two")]


def test_an_id_given_twice_is_refused_by_name() -> None:
    with pytest.raises(InputError, match=r"^same: two articles have this id"):
        find_copies([("same", "a", None), ("same", "b", None)])


@pytest.mark.parametrize(("workers", "memory"), [(0, 2**30), (2, 1000)])
def test_options_that_cannot_be_are_refused(workers: int, memory: int) -> None:
    with pytest.raises(OptionError):
        find_copies([], workers=workers, memory=memory)


def _archive() -> list[Entry]:
    """A little of everything."""
    articles = [*_strangers(20)]
    for number in range(6):
        text = _text(400 + number)
        articles += [
            (f"{number}-a", text, "One"),
            (f"{number}-b", _spun(text, 0.4), "Two"),
            (f"{number}-c", text, None),
        ]
    return articles


def _told(copies: Copies) -> list[CopyPair]:
    return list(copies)


@settings(max_examples=5)
@given(st.randoms(use_true_random=False), st.integers(1, 4))
def test_neither_the_order_of_the_articles_nor_the_workers_change_the_answer(random: Random, workers: int) -> None:
    articles = _archive()
    expected = _told(find_copies(articles, workers=1))
    random.shuffle(articles)
    assert _told(find_copies(articles, workers=workers)) == expected
    assert len(expected) == 18


def test_less_memory_means_more_shards_and_the_same_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = _told(find_copies(_archive()))
    monkeypatch.setattr("headwater.copies.candidates._SMALLEST_SHARD", 100)
    monkeypatch.setattr("headwater.copies.candidates._PER_POSTING", 1 << 14)
    assert _told(find_copies(_archive(), memory=1 << 20)) == expected


def test_blocks_of_pairs_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = _told(find_copies(_archive()))
    monkeypatch.setattr("headwater.copies.alignment.BLOCK", 3)
    assert _told(find_copies(_archive())) == expected


def test_progress_is_told_step_by_step() -> None:
    heard: list[tuple[str, int, int]] = []
    found = find_copies(_archive(), on_progress=lambda what, done, of: heard.append((what, done, of)))
    steps = ["kernels made ready", "articles read", "shards indexed", "blocks of pairs aligned"]
    assert list(dict.fromkeys(what for what, _, _ in heard)) == steps
    assert all(done <= of or not of for _, done, of in heard)
    assert found.peak_bytes > 0
    assert found.candidates >= len(found)


def test_the_steps_one_by_one_give_passages_of_each_pair() -> None:
    archive = read_archive(_archive())
    candidates = find_candidates(archive)
    named = [(archive.ids[left], archive.ids[right]) for left, right in candidates.pairs.tolist()]
    assert named == sorted(named)
    assert ("0-a", "0-c") in named
    assert sum(len(block.spans) for block in align_pairs(archive, candidates.pairs)) >= len(named)


def _overlap(passages: Sequence[Passage]) -> bool:
    ends = [(one.left.start, one.left.end) for one in passages]
    return any(first[1] > second[0] for first, second in pairwise(ends))


@given(st.permutations(range(8)))
@settings(max_examples=10)
def test_paragraphs_in_any_order_are_all_found(order: list[int]) -> None:
    paragraphs = _text(22, 8).split("\n\n")
    pair = _pair("\n\n".join(paragraphs), "\n\n".join(paragraphs[number] for number in order))
    assert pair.left_share > 0.99
    assert not _overlap(pair.passages)


def test_without_numba_the_error_says_what_to_install() -> None:
    code = "import sys; sys.modules['numba'] = None\nimport headwater.copies"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603  # our own interpreter
    assert ran.stderr.splitlines()[-1] == (
        "headwater.errors.PartMissing: searching archives needs numba, which is not installed: "
        "pip install 'headwater[archive]'"
    )
