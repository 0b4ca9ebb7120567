"""Two articles side by side: what faces what, what differs, what the verdict says. All texts are invented."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest
from comparison_texts import COPY, ELSEWHERE, SOURCE, UNMARKED, report
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

import headwater
from headwater.comparison import compare_articles
from headwater.derivations import comparing, trace
from headwater.derivations.pairs import turned
from headwater.documents import read_documents
from headwater.engines.local import LocalEngine
from headwater.errors import NothingToRead, OptionError, UncitedLine
from headwater.evidence import quoted_words, total
from headwater.models.spacy_english import load_parser
from headwater.settings import Settings
from headwater.sources.pair import gather_pair
from headwater.testing.articles import make_article
from headwater.types import (
    Article,
    Comparison,
    DerivationKind,
    Difference,
    Direction,
    Evidence,
    Facing,
    Span,
    Story,
)
from headwater.verdict import chance, log_odds, sentence_of, way_of


@functools.cache
def compared(left: str, right: str, *others: str) -> Comparison:
    articles = [report(text, name) for text, name in zip((left, right, *others), "pqrstuv", strict=False)]
    return compare_articles((articles[0], articles[1]), Settings(), articles[2:])


def words(comparison: Comparison, span: Span | None) -> str:
    return quoted_words(span, {article.id: article for article in comparison.articles}) if span else ""


def rows(comparison: Comparison) -> list[tuple[str, str]]:
    """What faces what, by the first three words of each sentence."""
    return [
        (
            " / ".join(" ".join(words(comparison, span).split()[:3]) for span in row.left),
            " / ".join(" ".join(words(comparison, span).split()[:3]) for span in row.right),
        )
        for row in comparison.facing
    ]


def assert_whole(comparison: Comparison) -> None:
    """Every sentence of both texts stands once, and what keeps one order is in order on both sides."""
    for article, side in zip(comparison.articles, ("left", "right"), strict=True):
        spans = [span for row in comparison.facing for span in getattr(row, side)]
        assert len(set(spans)) == len(spans)
        shown = "".join(words(comparison, span) for span in sorted(spans))
        assert "".join(shown.split()) == "".join(article.text.split())
        kept = [getattr(row, side)[0] for row in comparison.facing if row.left and row.right and not row.moved]
        assert kept == sorted(kept)


# --- what faces what ------------------------------------------------------------------------------------------


def test_sentences_that_say_the_same_face_each_other_and_the_rest_stands_alone() -> None:
    comparison = compared(SOURCE, COPY)
    assert_whole(comparison)
    assert ("“We sang to", "“We sang to") in rows(comparison)
    assert ("Inspectors will look", "") in rows(comparison)
    assert ("", "Nobody answered the") in rows(comparison)


def test_a_paragraph_in_another_place_is_moved_and_still_paired() -> None:
    moved = [row for row in compared(SOURCE, COPY).facing if row.moved]
    assert len(moved) == 1
    assert moved[0].left
    assert moved[0].right


def test_what_differs_is_told_word_by_word() -> None:
    comparison = compared(SOURCE, COPY)
    told = [
        (words(comparison, each.left), words(comparison, each.right))
        for row in comparison.facing
        for each in row.differences
    ]
    assert sorted(told) == [("14", "41"), ("in the spring", ""), ("motor", "engine"), ("replaced", "swapped")]


def test_case_accents_and_curled_marks_are_no_difference_but_lost_marks_are() -> None:
    curled = "“The café shuts,” Ada Brone said on Monday in the old port of Varnok, where nine grain ships wait.\n"
    same = '"The cafe shuts", Ada Brone said on Monday in the Old Port of Varnok, where nine grain ships wait.\n'
    assert not compared(curled, same).facing[0].differences
    lost = compared(curled, same.replace('"', ""))
    assert [words(lost, each.left) for each in lost.facing[0].differences] == ["“", "”"]


def test_a_rewording_around_a_function_word_is_one_difference() -> None:
    old = "Divers searched the murky water of the northern canal on Tuesday until the current drove them back.\n"
    new = "Divers searched the deep dark stream of the upper moat on Tuesday until the current drove them back.\n"
    comparison = compared(old, new)
    told = [(words(comparison, d.left), words(comparison, d.right)) for d in comparison.facing[0].differences]
    assert told == [("murky water of the northern canal", "deep dark stream of the upper moat")]


def test_another_currency_is_a_difference() -> None:
    old = "The harbour of Varnok paid $500 for each of the nine grain barges that were lost in the spring flood.\n"
    comparison = compared(old, old.replace("$", "€"))
    assert [(words(comparison, d.left), words(comparison, d.right)) for d in comparison.facing[0].differences] == [
        ("$", "€")
    ]


PARAGRAPHS = [part for part in (SOURCE + ELSEWHERE).split("\n") if part]


@settings(max_examples=25)
@given(st.permutations(range(len(PARAGRAPHS))), st.integers(1, len(PARAGRAPHS)))
def test_no_sentence_is_lost_or_told_twice_however_the_paragraphs_stand(order: list[int], kept: int) -> None:
    comparison = compared(SOURCE + ELSEWHERE, "\n\n".join(PARAGRAPHS[place] for place in order[:kept]))
    assert_whole(comparison)
    assert all(row.left == () or row.right == () or not row.differences for row in comparison.facing)


def test_turned_about_it_is_the_same_comparison_from_the_other_side() -> None:
    there, back = compared(SOURCE, COPY).derivation, compared(COPY, SOURCE).derivation
    turn = {Direction.LEFT_TO_RIGHT: Direction.RIGHT_TO_LEFT, Direction.RIGHT_TO_LEFT: Direction.LEFT_TO_RIGHT}
    assert there.kind is back.kind
    assert turn.get(there.direction, there.direction) is back.direction
    assert there.score == pytest.approx(back.score)
    assert total(there.direction_evidence) == pytest.approx(-total(back.direction_evidence))
    mirrored = {(right, left) for left, right in rows(compared(SOURCE, COPY))}
    assert mirrored == set(rows(compared(COPY, SOURCE)))


def test_a_is_left_whatever_the_ids() -> None:
    first, second = report(SOURCE, "z"), report(COPY, "a")
    comparison = compare_articles((first, second), Settings())
    assert (comparison.derivation.left, comparison.derivation.right) == ("z", "a")
    assert all(passage.left.article == "z" for passage in comparison.derivation.sentences)
    pointed = [part for part in comparison.derivation.evidence if part.left is not None and part.right is not None]
    assert pointed
    assert {(part.left.article, part.right.article) for part in pointed if part.left and part.right} == {("z", "a")}


# --- masks and alterations ------------------------------------------------------------------------------------


def test_a_quote_is_masked_in_both_texts() -> None:
    comparison = compared(SOURCE, COPY)
    quoted = [words(comparison, one.span) for one in comparison.masked if one.mask == "quote"]
    assert quoted == ["We sang to keep the children calm"] * 2


def test_what_is_a_quote_in_another_article_of_the_story_is_one_here() -> None:
    bare = "We sang to keep the children calm"
    alone, among = compared(UNMARKED, ELSEWHERE), compared(UNMARKED, ELSEWHERE, SOURCE)
    assert bare not in [words(alone, one.span) for one in alone.masked if one.mask == "quote"]
    assert bare in [words(among, one.span) for one in among.masked if one.mask == "quote"]
    assert among.among == ("r.txt",)


def test_a_number_that_was_changed_is_named_as_an_alteration() -> None:
    comparison = compared(SOURCE, COPY)
    numbers = [one for one in comparison.alterations if one.kind == "number"]
    assert {words(comparison, one.sound) for one in numbers} | {words(comparison, one.altered) for one in numbers} == {
        "14",
        "41",
    }


# --- the verdict ----------------------------------------------------------------------------------------------


def test_the_verdict_names_the_kind_and_its_score_and_opens_what_is_shared() -> None:
    comparison = compared(SOURCE, COPY)
    assert f"log-odds {log_odds(comparison.derivation.score)} that text was taken" in comparison.verdict.text
    assert comparison.derivation.kind not in (DerivationKind.INDEPENDENT, DerivationKind.UNDECIDED)
    assert all(words(comparison, span) for span in (*comparison.verdict.spans, *comparison.direction.spans))


def test_every_sum_is_the_sum_of_its_evidence() -> None:
    pair = compared(SOURCE, COPY).derivation
    assert total(pair.evidence) == pytest.approx(pair.score, abs=0.002)
    assert pair.line_evidence


def test_two_different_stories_are_compared_all_the_same_and_no_link_is_not_independence() -> None:
    comparison = compared(SOURCE, ELSEWHERE)
    assert comparison.derivation.kind is DerivationKind.INDEPENDENT
    assert comparison.verdict.text.startswith("No link found between A and B; each is in its own words (independent as")
    assert comparison.direction.text == "Nothing shows that text was taken, so no way is looked for"
    assert all(not (row.left and row.right) for row in comparison.facing)
    assert_whole(comparison)


def test_one_text_under_two_names_is_a_copy() -> None:
    comparison = compared(SOURCE, SOURCE)
    assert comparison.derivation.kind is DerivationKind.COPY
    assert not any(row.differences for row in comparison.facing)
    assert comparison.alterations == ()


def test_the_others_say_whether_both_stand_on_one_line() -> None:
    comparison = compared(SOURCE, COPY, ELSEWHERE)
    assert comparison.context.startswith("Both stand on one line of reporting")
    assert compared(SOURCE, ELSEWHERE, COPY).context.startswith("They stand on two lines of reporting: A on that of")
    assert compared(SOURCE, COPY).context == ""


def test_an_article_among_the_others_with_the_words_of_one_of_the_two_changes_nothing() -> None:
    alone, beside = compared(SOURCE, COPY), compared(SOURCE, COPY, SOURCE)
    assert beside.among == ()
    assert beside == alone


def test_a_pair_is_judged_even_where_nothing_hints_at_common_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "_FEW", 1)
    documents = tuple(read_documents([report(SOURCE, "p"), report(ELSEWHERE, "q")], load_parser(Settings().model)))
    story = Story("s", ("p", "q"))
    assert not trace(story, documents, LocalEngine()).derivations
    assert len(trace(story, documents, LocalEngine(), [("p", "q")]).derivations) == 1


@pytest.mark.parametrize("kind", DerivationKind)
@pytest.mark.parametrize("way", Direction)
def test_every_kind_and_way_has_its_sentence(kind: DerivationKind, way: Direction) -> None:
    comparison = compared(SOURCE, COPY)
    pair = replace(comparison.derivation, kind=kind, direction=way)
    verdict, direction = sentence_of(pair, comparison.articles), way_of(pair, comparison.articles)
    assert "log-odds" in verdict.text
    assert verdict.spans
    assert direction.text
    assert direction.spans
    if way is Direction.LEFT_TO_RIGHT and kind is DerivationKind.SPUN:
        assert verdict.text.startswith("B is a spun copy of A: log-odds ")
    if way is Direction.RIGHT_TO_LEFT and kind is DerivationKind.PARTIAL:
        assert verdict.text.startswith("A took passages from B, not the whole: ")


def test_shared_statements_are_counted_in_words() -> None:
    comparison = compared(SOURCE, COPY)
    quoted = replace(comparison.derivation.sentences[0], mask="quote")
    for count, words_for in ((1, "share one statement:"), (2, "share two statements:"), (30, "share 30 statements:")):
        pair = replace(comparison.derivation, kind=DerivationKind.SHARED_STATEMENT, sentences=(quoted,) * count)
        assert words_for in sentence_of(pair, comparison.articles).text


@pytest.mark.parametrize(
    ("score", "shown", "probability"),
    [(0.0, "+0.0", "50 %"), (-0.01, "+0.0", "50 %"), (2.2, "+2.2", "90.0 %"), (-9.3, "−9.3", "under 0.1 %")],
)
def test_scores_are_said_with_their_sign_and_probability(score: float, shown: str, probability: str) -> None:
    assert (log_odds(score), chance(score)) == (shown, probability)


def test_a_certain_score_does_not_overflow() -> None:
    assert (chance(1e6), chance(-1e6)) == ("over 99.9 %", "under 0.1 %")


# --- what cannot be built or read -----------------------------------------------------------------------------


def test_a_row_or_a_difference_without_a_span_cannot_be_built() -> None:
    with pytest.raises(UncitedLine):
        Facing((), ())
    with pytest.raises(UncitedLine):
        Difference(None, None)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "source.txt"
    path.write_text(SOURCE, encoding="utf-8")
    return path


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    path = tmp_path / "copy.txt"
    path.write_text(COPY, encoding="utf-8")
    return path


def test_files_are_compared_as_articles_are(source: Path, copy: Path) -> None:
    comparison = headwater.compare(source, str(copy), among=[source.parent])
    assert [article.name for article in comparison.articles] == ["source.txt", "copy.txt"]
    assert comparison.derivation.score == pytest.approx(compared(SOURCE, COPY).derivation.score)
    assert comparison.among == ()


def test_two_files_of_one_name_are_told_apart(source: Path, copy: Path) -> None:
    other = source.parent / "deep" / "source.txt"
    other.parent.mkdir()
    copy.rename(other)
    pair = gather_pair(source, other)
    assert (pair.left.text, pair.right.text) == (SOURCE, COPY)
    assert pair.left.id != pair.right.id


def test_one_article_twice_is_refused(source: Path) -> None:
    for twice in (source, source.parent / "." / "source.txt", str(source)):
        with pytest.raises(OptionError, match="compare takes two articles"):
            headwater.compare(source, twice)
    article = make_article(SOURCE)
    with pytest.raises(OptionError, match="is handed in twice"):
        headwater.compare(article, article)


def test_a_folder_is_no_article_and_the_message_says_what_to_do(source: Path, copy: Path) -> None:
    with pytest.raises(OptionError, match=r"holds 2 articles; compare takes one on each side .*--among"):
        headwater.compare(copy, source.parent)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is empty"),
        (
            "Le conseil municipal s'est réuni lundi pendant deux heures et a renvoyé le projet de nouvelle jetée à ses "
            "auteurs, parce que la ville ne peut pas la payer, selon le maire.",
            "as French",
        ),
    ],
)
def test_what_cannot_be_read_leaves_nothing_to_compare(source: Path, text: str, words: str) -> None:
    bad = source.parent / "bad.txt"
    bad.write_text(text, encoding="utf-8")
    with pytest.raises(NothingToRead, match=f"bad.txt.*{words}.*; there is nothing to compare"):
        headwater.compare(source, bad)


def test_what_is_wrong_with_the_others_is_told_and_stops_nothing(source: Path, copy: Path) -> None:
    comparison = headwater.compare(source, copy, among=[source.parent / "nowhere.txt"])
    assert [one.reason for one in comparison.left_out] == ["does not exist; check the path"]


def test_a_row_of_the_sidecar_is_unused_only_if_none_of_the_inputs_took_it(source: Path, copy: Path) -> None:
    sidecar = source.parent / "about.csv"
    sidecar.write_text("file,outlet\nsource.txt,Oster Post\ncopy.txt,Ridge Daily\nnone.txt,No One\n", encoding="utf-8")
    comparison = headwater.compare(source, copy, sidecar=str(sidecar))
    assert [known.value for known in (a.outlet for a in comparison.articles) if known] == ["Oster Post", "Ridge Daily"]
    assert [one.name for one in comparison.left_out] == ["none.txt"]


def test_texts_without_a_word_are_compared_too() -> None:
    marks = Article("a", "— — —\n", "a.txt"), Article("b", "* * *\n", "b.txt")
    comparison = compare_articles(marks, Settings())
    assert_whole(comparison)
    assert comparison.verdict.spans


def test_it_comes_out_the_same_twice() -> None:
    articles = report(SOURCE, "p"), report(COPY, "q")
    assert compare_articles(articles, Settings()) == compared(SOURCE, COPY)


def test_evidence_is_turned_with_its_sign() -> None:
    pair = compared(SOURCE, COPY).derivation
    assert turned(turned(pair)) == pair
    signs = (Evidence("sign", 1.5, "shows", Span("p", 0, 3), None),)
    back = turned(replace(pair, direction_evidence=signs)).direction_evidence
    assert back == (Evidence("sign", -1.5, "shows", None, Span("p", 0, 3)),)
