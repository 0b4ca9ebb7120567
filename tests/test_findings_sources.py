"""Hard cases of who stands behind it: lines and sources, lent words, copies, background, headlines. All is fiction."""

from __future__ import annotations

import pytest
from findings_cases import Told, case, told

from headwater.testing.reading import copied_words, read_story, read_texts, stemma_of
from headwater.types import ClaimKind, ConflictKind, SourceKind, Status

RAID = "Raiders burned the mill in Varnholt on Monday{}."
QUAY = "The quay in Tarrow was closed on Tuesday."

# Each row: the articles, who copied whom, the lines and sources behind the raid.
COUNTS = [
    case("three newsrooms at one press conference", [RAID.format(", Mayor Ada Holm told reporters"), RAID.format(
         ", Ada Holm said at a news conference"), RAID.format(", Mayor Holm told a news conference")], (), (3, 1)),
    case("three newsrooms with three sources", [RAID.format(", Mayor Ada Holm said"), RAID.format(", said Bren "
         "Okoro, who heads the clinic"), RAID.format(", police chief Orla Venn said")], (), (3, 3)),
    case("one statement of one body", [RAID.format(", the River Board said in a statement"), RAID.format(", the "
         "River Board said")], (), (2, 1)),
    case("one document", [RAID.format(", according to a report by the River Board"), RAID.format(", a River Board "
         "report says")], (), (2, 1)),
    case("a body and its speaker", [RAID.format(", the River Board said"), RAID.format(", said a spokeswoman for "
         "the River Board")], (), (2, 1)),
    case("a source without a name in two agencies", [RAID.format(", an official said on condition of anonymity"),
         RAID.format(", said an official who asked not to be named")], (), (2, 2)),
    case("a source without a name in copies of one agency", [RAID.format(", an official said on condition of "
         "anonymity")] * 4, ("abcd",), (1, 1)),
    case("a source without a name that both agencies copy from one", [RAID.format(", an official told the Northern "
         "Wire"), RAID.format(", an official told the Northern Wire")], (), (2, 1)),
    case("the newsroom s own eyes", [RAID.format(", Mayor Ada Holm said"), "A Courier reporter saw raiders burn the "
         "mill in Varnholt on Monday."], (), (2, 2)),
    case("nobody named", [RAID.format(""), RAID.format("")], (), (2, 0)),
    case("copies of two lines", [RAID.format(", Mayor Ada Holm said")] * 3 + [RAID.format(", Bren Okoro said")] * 2, (
         "abc", "de"), (2, 2)),
    case("hearsay of one witness", [RAID.format(", Ilka Morn said"), RAID.format(", Bren Okoro said, quoting Ilka "
         "Morn")], (), (2, 1)),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "lines", "expected"), COUNTS)
def test_lines_are_counted_by_texts_and_sources_by_the_ends_of_chains(
    texts: list[str], lines: tuple[str, ...], expected: tuple[int, int]
) -> None:
    statement = told(*texts, lines=lines).statement("burned", "a")
    assert (statement.lines.best, statement.sources) == expected


def test_anonymous_sources_are_not_called_named() -> None:
    story = told(
        RAID.format(", an official said on condition of anonymity"),
        RAID.format(", said an official who asked not to be named"),
    )
    reason = story.statuses("burned", "a")[Status.CORROBORATED]
    assert reason.startswith("2 lines of reporting say so")
    assert "2 sources named" not in reason


def test_two_lines_and_one_source_are_said_to_rest_on_one() -> None:
    story = told(RAID.format(", Mayor Ada Holm told reporters"), RAID.format(", Ada Holm said"))
    assert "1 source" in story.statuses("burned", "a")[Status.CORROBORATED]


# --- copies ----------------------------------------------------------------------------------------------------------

TOLL = "The blast in Varnholt killed {} people on Monday."


def _mirrored(copies: int) -> Told:
    """15 in an article and its copies, 12 in two articles of their own."""
    texts = {f"copy{number:02}": TOLL.format(15) for number in range(copies)}
    originals = [document.article for document in read_texts(texts, "2031-03-11")]
    passages = [copied_words(originals[0], copy, copy.text) for copy in originals[1:]]
    own = {"radio": TOLL.format(12), "weekly": TOLL.format("twelve")}
    lines = {"wire": sorted(texts), "radio": ["radio"], "weekly": ["weekly"]}
    return Told(read_story({**texts, **own}, stemma_of(lines, passages), "2031-03-11"))


@pytest.mark.parametrize("copies", [1, 40])
def test_one_claim_in_forty_copies_is_one_line_against_two(copies: int) -> None:
    story = _mirrored(copies)
    (conflict,) = story.of(ConflictKind.QUANTITY)
    assert [(side.value, len(side.lines), len(side.articles)) for side in conflict.sides] == [
        ("12", 2, 2),
        ("15", 1, copies),
    ]
    figure = story.figure("killed")
    assert (figure.low, figure.best, figure.high) == (12, 12, 15)


def test_the_count_of_copies_is_told_beside_the_one_line() -> None:
    story = told(*[RAID.format("")] * 5, lines=("abcde",))
    assert story.statuses("burned", "a")[Status.SINGLE_LINE] == "one line of reporting says so, in 5 articles"


def test_a_difference_in_a_copy_is_no_conflict() -> None:
    assert told(TOLL.format(12), TOLL.format(21), TOLL.format(12), lines=("ab", "c")).conflicts == ()


def test_a_copy_changes_no_count() -> None:
    once = told(RAID.format(", Mayor Ada Holm said"), RAID.format(", Bren Okoro said")).statement("burned", "a")
    more = told(
        RAID.format(", Mayor Ada Holm said"), RAID.format(", Bren Okoro said"), RAID.format(", Mayor Ada Holm said"),
        lines=("ac", "b"),
    )  # fmt: skip
    assert (more.statement("burned", "a").lines, more.statement("burned", "a").sources) == (once.lines, once.sources)


def test_a_claim_only_in_a_lent_paragraph_is_of_the_lender_s_line() -> None:
    texts = {"a": f"{QUAY}\n\n{RAID.format('')}", "b": f"The council met in Skarrow.\n\n{RAID.format('')}"}
    giver, taker = (document.article for document in read_texts(texts, "2031-03-11"))
    stemma = stemma_of({"a": ["a"], "b": ["b"]}, [copied_words(giver, taker, RAID.format(""))])
    story = Told(read_story(texts, stemma, "2031-03-11"))
    assert story.statement("burned", "b").line_ids == ("line:a",)
    assert story.statuses("burned", "b")[Status.SINGLE_LINE] == "one line of reporting says so, in 2 articles"
    assert story.statement("met", "b").line_ids == ("line:b",)


def test_a_lent_paragraph_is_no_side_of_its_own_in_a_conflict() -> None:
    texts = {"a": TOLL.format(12), "b": f"{QUAY}\n\n{TOLL.format(12)}", "c": TOLL.format(15)}
    giver, taker, _ = (document.article for document in read_texts(texts, "2031-03-11"))
    lines = {"a": ["a"], "b": ["b"], "c": ["c"]}
    stemma = stemma_of(lines, [copied_words(giver, taker, TOLL.format(12))])
    (conflict,) = Told(read_story(texts, stemma, "2031-03-11")).of(ConflictKind.QUANTITY)
    assert {side.value: side.lines for side in conflict.sides} == {"12": ("line:a",), "15": ("line:c",)}


# --- what is no news -------------------------------------------------------------------------------------------------

OLD = "The mill in Varnholt, built in 1911, had been shut since the strike of 2019."


def test_background_that_all_repeat_stands_behind_the_event() -> None:
    story = told(*(f"{RAID.format('')}\n\n{OLD}" for _ in range(3)))
    assert story.claim("built", "a").kind is ClaimKind.BACKGROUND
    first = story.read.statements[0]
    assert story.claim("burned", "a").id in first.claims


def test_a_headline_that_the_body_does_not_bear_out_is_no_side_between_lines() -> None:
    sold = f"Forty killed in Varnholt blast\n\n{TOLL.format(14)} Mayor Ada Holm gave the number."
    story = told(sold, TOLL.format(14))
    assert story.conflicts == ()
    assert story.figure("killed").best == 14


def test_what_an_article_saw_itself_is_its_own_observation() -> None:
    claim = told("A Courier reporter saw raiders burn the mill in Varnholt on Monday.").claim("burn")
    assert claim.attribution[-1].kind is SourceKind.OWN


# Each row: an article, the event word, the kind of its last source.
SOURCES = [
    case("a person", RAID.format(", Mayor Ada Holm said"), "burned", SourceKind.NAMED),
    case("a body", RAID.format(", the River Board said"), "burned", SourceKind.ORGANISATION),
    case("somebody without a name", RAID.format(", an official said on condition of anonymity"), "burned",
         SourceKind.ANONYMOUS),
    case("a document", RAID.format(", according to court documents"), "burned", SourceKind.DOCUMENT),
    case("hearsay ends at the witness", "Bren Okoro said Petra Lund had told him that raiders burned the mill.",
         "burned", SourceKind.NAMED),
    case("the source behind a paper", "The mill burned, the Courier reported, citing two officials.", "burned",
         SourceKind.ANONYMOUS),
    case("whom somebody quotes", "Raiders burned the mill, Bren Okoro said, quoting Petra Lund.", "burned",
         SourceKind.NAMED),
    case("a reporter of the outlet", "This paper was told nothing. A Weekly photographer watched raiders burn the "
         "mill.", "burn", SourceKind.OWN),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "kind"), SOURCES)
def test_the_end_of_the_chain_is_of_its_kind(text: str, word: str, kind: SourceKind) -> None:
    assert told(text).claim(word).attribution[-1].kind is kind
