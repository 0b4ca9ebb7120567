"""Which claims, or given event words, tell of one event. All people and places are invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.claims import find_claims, find_happenings, same_events
from headwater.claims.happenings.kinship import Kin, kinship, stem
from headwater.claims.happenings.linking import average_linkage
from headwater.claims.happenings.signs import signs_of
from headwater.claims.happenings.space import Space
from headwater.claims.happenings.views import EventView, Lemma, view_of
from headwater.claims.happenings.weights import BASE_RATE, WEIGHTS
from headwater.entities import identify
from headwater.testing.reading import read_texts
from headwater.text.mentions import EntityIndex
from headwater.types import Claim, Document, Span

# Fiction. One raid and one arrest told by three newsrooms; another raid of another year.
RAID = {
    "a": "Gunmen raided the mill in Varnholt on Monday and killed two guards. Police arrested Marek Solt on Tuesday.",
    "b": "Two guards died in a raid on the Varnholt mill on Monday. The arrest of Marek Solt followed on Tuesday.",
    "c": "Marek Solt was arrested after the raid on the mill in Varnholt. In 2019 raiders had raided docks at Skarrow.",
}


def _read(texts: dict[str, str]) -> tuple[tuple[Document, ...], EntityIndex]:
    documents = read_texts(texts, "2031-03-12")
    return documents, EntityIndex(identify(documents))


def _span(article: str, word: str, texts: dict[str, str] = RAID, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = texts[article].index(word, start + 1)
    return Span(article, start, start + len(word))


def _view(text: str, word: str) -> EventView:
    documents, entities = _read({"a": text})
    view = view_of(_span("a", word, {"a": text}), documents[0], entities)
    assert view is not None
    return view


@pytest.fixture(scope="module")
def story() -> tuple[tuple[Document, ...], EntityIndex]:
    return _read(RAID)


def _claims(story: tuple[tuple[Document, ...], EntityIndex]) -> list[Claim]:
    return [claim for document in story[0] for claim in find_claims(document, story[1], lambda _: ())]


# --- what is one event ----------------------------------------------------------------------------------------------


def test_one_event_told_as_a_verb_and_as_a_noun_is_one(story: tuple[tuple[Document, ...], EntityIndex]) -> None:
    arrests = [_span("a", "arrested"), _span("b", "arrest"), _span("c", "arrested")]
    raids = [_span("a", "raided"), _span("b", "raid"), _span("c", "raid")]
    groups = same_events([*arrests, *raids], *story)
    assert tuple(arrests) in groups
    assert tuple(raids) in groups


def test_arrests_and_raids_are_never_one(story: tuple[tuple[Document, ...], EntityIndex]) -> None:
    groups = same_events([_span("a", "raided"), _span("a", "arrested"), _span("b", "arrest")], *story)
    assert all(len({RAID[s.article][s.start] for s in group}) == 1 for group in groups)


def test_the_order_of_the_arguments_changes_nothing(story: tuple[tuple[Document, ...], EntityIndex]) -> None:
    spans = [_span("a", "raided"), _span("b", "raid"), _span("c", "raid"), _span("a", "killed"), _span("b", "died")]
    mixed = [*spans[2:], *reversed(spans[:2])]
    assert same_events(spans, *story) == same_events(mixed, tuple(reversed(story[0])), story[1])


def test_a_span_where_no_word_begins_is_left_out_and_one_given_twice_counts_once(
    story: tuple[tuple[Document, ...], EntityIndex],
) -> None:
    assert same_events([Span("a", 1, 2)], *story) == ()
    assert same_events([_span("a", "killed")] * 2, *story) == ((_span("a", "killed"),),)
    assert same_events([], *story) == ()


def test_a_copy_of_an_article_joins_the_events_of_its_original_and_moves_no_other() -> None:
    alone, copied = {name: RAID[name] for name in "ab"}, {name: RAID[name] for name in "ab"} | {"z": RAID["a"]}
    words = {"a": ["raided", "killed", "arrested"], "b": ["died", "raid", "arrest"]}
    given = [_span(article, word) for article, several in words.items() for word in several]
    more = [*given, *(Span("z", span.start, span.end) for span in given if span.article == "a")]
    before, after = same_events(given, *_read(alone)), same_events(more, *_read(copied))
    assert before == tuple(sorted(tuple(span for span in group if span.article != "z") for group in after))
    assert all(
        any(span.article == "z" for span in group) == any(span.article == "a" for span in group) for group in after
    )


# --- the happenings of claims ---------------------------------------------------------------------------------------


def test_claims_of_one_event_are_one_happening_whatever_they_assert(
    story: tuple[tuple[Document, ...], EntityIndex],
) -> None:
    claims = _claims(story)
    found = find_happenings(claims, *story)
    arrest = next(one for one in found if one.event_class == "arrest")
    assert {claim.split(".")[0] for claim in arrest.claims} >= {"a", "c"}


def test_each_claim_is_in_one_happening_at_most_and_those_told_most_often_come_first(
    story: tuple[tuple[Document, ...], EntityIndex],
) -> None:
    found = find_happenings(_claims(story), *story)
    named = [claim for one in found for claim in one.claims]
    assert len(named) == len(set(named))
    assert [one.id for one in found] == [f"h{rank}" for rank in range(1, len(found) + 1)]
    assert [len(one.claims) for one in found] == sorted((len(one.claims) for one in found), reverse=True)


def test_a_claim_of_a_state_is_in_no_happening() -> None:
    story = _read({"a": "Ada Holm is the mayor of Varnholt. The harbour was empty."})
    assert find_happenings(_claims(story), *story) == ()


# --- what a mention shows -------------------------------------------------------------------------------------------


def test_a_phrase_with_a_light_verb_shows_its_noun_and_a_verb_its_particle() -> None:
    assert _view("The Reed Front carried out an attack on the mill.", "carried out an attack").lemma.word == "attack"
    assert _view("Gunmen gunned down two guards.", "gunned").lemma.phrase == "gun down"


def test_participants_stand_in_their_roles_and_a_name_is_its_entity() -> None:
    view = _view("Two guards were killed in Varnholt by gunmen.", "killed")
    assert view.parts["patient"] == {("word", "guard")}
    assert view.parts["agent"] == {("word", "gunman")}
    assert ("entity", "varnholt") in view.everybody


def test_a_coordinated_verb_has_the_subject_of_the_first() -> None:
    assert _view("Gunmen raided the mill and burned two barns.", "burned").parts["agent"] == {("word", "gunman")}


def test_days_that_differ_speak_against_one_event() -> None:
    texts = {"a": "Gunmen raided the mill on Monday.", "b": "Gunmen raided the mill on Thursday."}
    documents, entities = _read(texts)
    views = [view for d in documents if (view := view_of(_span(d.article.id, "raided", texts), d, entities))]
    signs = signs_of(views[0], views[1], Space(views, documents))
    assert (signs["days apart"], signs["days meet"]) == (1.0, 0.0)


# --- kinship --------------------------------------------------------------------------------------------------------


def _lemma(word: str, event_class: str = "", pos: str = "VERB") -> Lemma:
    return Lemma(word, word, pos, event_class, frozenset({event_class} - {""}))


@pytest.mark.parametrize(
    ("one", "other", "kin"),
    [
        (_lemma("kill", "kill"), _lemma("kill", "kill"), Kin.SAME),
        (_lemma("explode", "explode"), _lemma("explosion", "explode", "NOUN"), Kin.DERIVED),
        (_lemma("kill", "kill"), _lemma("slay", "kill"), Kin.SYNONYM),
        (_lemma("kill", "kill"), _lemma("die", "die"), Kin.CLASS),
        (_lemma("kill", "kill"), _lemma("elect", "elect"), Kin.NONE),
    ],
)
def test_event_words_are_akin_as_dictionaries_and_classes_say(one: Lemma, other: Lemma, kin: Kin) -> None:
    assert kinship(one, other).kin is kin
    assert kinship(one, other) == kinship(other, one)


def test_a_stem_keeps_four_letters() -> None:
    assert (stem("bombing"), stem("bomb"), stem("used"), stem("")) == ("bomb", "bomb", "used", "")


# --- joining --------------------------------------------------------------------------------------------------------


def test_groups_join_while_their_mean_chance_stands() -> None:
    chances = {(0, 1): 0.9, (1, 2): 0.9, (0, 2): 0.1, (3, 4): 0.3}
    assert average_linkage(5, chances, 0.5) == [[0, 1, 2], [3], [4]]
    assert average_linkage(5, chances, 0.6) == [[0, 1], [2], [3], [4]]
    assert average_linkage(0, {}, 0.5) == []


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.tuples(st.integers(0, 8), st.integers(0, 8)).filter(lambda p: p[0] < p[1]), st.floats(0, 1)))
def test_groups_are_a_partition_and_every_pair_alone_joins_from_its_chance(
    chances: dict[tuple[int, int], float],
) -> None:
    groups = average_linkage(9, chances, 0.5)
    assert sorted(member for group in groups for member in group) == list(range(9))
    assert all(len(group) == 1 for group in average_linkage(9, {}, 0.5))


def test_every_sign_that_can_show_has_a_weight() -> None:
    views = [
        _view("Gunmen raided the mill on Monday.", "raided"),
        _view("The arrest of Marek Solt in 2019 was lawful.", "arrest"),
        _view("Raiders did not raid the docks.", "raid"),
    ]
    documents = read_texts({"a": "Gunmen raided the mill."}, "")
    shown = {name for a in views for b in views for name, value in signs_of(a, b, Space(views, documents)).items()}
    assert shown <= set(WEIGHTS)
    assert BASE_RATE in WEIGHTS
