"""Whole stories from the scribe: what the truth says is what the texts show. All stories are fiction."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from statistics import mean
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from headwater.errors import NothingToRead, OptionError
from headwater.testing.articles import make_article
from headwater.testing.scribe import (
    MANNERS,
    Copy,
    Edit,
    Manner,
    Plan,
    Strand,
    Told,
    passages_between,
    write_stories,
    write_story,
)
from headwater.testing.scribe.clock import moment
from headwater.types import AlterationKind, Article, DerivationKind, Passage, Span

EVENTS: Final = 8  # few invented events, since each has to be tagged
USUAL: Final = Plan(articles=(5, 9), events=EVENTS)
BUSY: Final = Plan(
    lines=(2, 3), articles=(6, 8), borrowing=1, updating=1, lost=0.3, alterations=(2, 4), harmless=(1, 3), events=EVENTS
)
BARE: Final = Plan(
    articles=(6, 8), onward=0.5, borrowing=0, updating=0, alterations=(2, 3), harmless=(0, 0),
    manners={Manner.VERBATIM: 1, Manner.TRIMMED: 1, Manner.REORDERED: 1, Manner.ABRIDGED: 1},
    credited=1, styled=0, respelt=0, tired=0, events=EVENTS,
)  # fmt: skip
HALL: Final = "Fire broke out in the old dance hall of Pellworth on Friday, and nobody was hurt."

stories = settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])
seeds = st.integers(0, 5000)
PLANS: Final = {"usual": USUAL, "busy": BUSY, "bare": BARE}
plans = st.sampled_from(sorted(PLANS))


@cache
def told_of(seed: int, plan: str) -> Told:
    return write_story(seed, PLANS[plan])


def one_manner(manner: Manner, **changes: object) -> Plan:
    """A plan whose copies are all made in one manner, with nothing planted."""
    fields = {"manners": {manner: 1.0}, "articles": (6, 8), "events": EVENTS, "alterations": (0, 0), "harmless": (0, 0)}
    return Plan(**{**fields, **changes})  # type: ignore[arg-type]  # fields by name


def by_id(told: Told) -> Mapping[str, Article]:
    return {article.id: article for article in (*told.articles, *told.unseen)}


def reads(told: Told, span: Span) -> str:
    return by_id(told)[span.article].text[span.start : span.end]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def strands_of(told: Told, article: str) -> list[Strand]:
    return [strand for strand in told.strands if strand.span.article == article]


def edits_of(told: Told) -> Iterator[tuple[Copy, Edit]]:
    return ((copy, edit) for copy in told.copies for edit in copy.edits)


def without(text: str, side: Span, cut: Iterable[Span]) -> list[str]:
    """The words of one side of a passage that no edit covers."""
    kept = list(text[side.start : side.end])
    for span in cut:
        for place in range(max(span.start, side.start), min(span.end, side.end)):
            kept[place - side.start] = " "
    return words("".join(kept))


# --- spans ------------------------------------------------------------------------------------------------------------


@given(seeds, plans)
@stories
def test_the_same_seed_and_plan_write_the_same_story(seed: int, plan: str) -> None:
    assert write_story(seed, PLANS[plan]) == write_story(seed, PLANS[plan])


def test_another_seed_writes_another_story_of_the_same_event() -> None:
    assert told_of(3, "usual").articles != told_of(3 + EVENTS, "usual").articles


@given(seeds, plans)
@stories
def test_every_span_lies_in_the_article_it_names_and_covers_whole_words(seed: int, plan: str) -> None:
    told = told_of(seed, plan)
    spans = [strand.span for strand in told.strands] + list(told.shared)
    for copy in told.copies:
        spans += [side for passage in copy.passages for side in (passage.left, passage.right)]
        spans += [span for edit in copy.edits for span in (edit.before, edit.after, *edit.sound, *edit.altered)]
    for span in spans:
        text = by_id(told)[span.article].text
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == text[span.start : span.end].strip()


@given(seeds, plans)
@stories
def test_passages_and_edits_have_the_parent_on_one_side_and_the_child_on_the_other(seed: int, plan: str) -> None:
    for copy in told_of(seed, plan).copies:
        sides = {(passage.left.article, passage.right.article) for passage in copy.passages}
        sides |= {(edit.before.article, edit.after.article) for edit in copy.edits}
        assert sides == {(copy.parent, copy.child)}


@given(seeds, plans)
@stories
def test_a_passage_reads_the_same_on_both_sides_but_for_its_edits(seed: int, plan: str) -> None:
    told = told_of(seed, plan)
    texts = {article.id: article.text for article in by_id(told).values()}
    for copy in told.copies:
        for passage in copy.passages:
            left = without(texts[copy.parent], passage.left, [edit.before for edit in copy.edits])
            right = without(texts[copy.child], passage.right, [edit.after for edit in copy.edits])
            assert left == right


def test_a_verbatim_copy_without_edits_reads_the_same_word_for_word() -> None:
    told = write_story(5, one_manner(Manner.VERBATIM, styled=0, respelt=0, tired=0, updating=0, borrowing=0))
    assert told.copies
    for copy in told.copies:
        assert not copy.edits
        assert all(reads(told, passage.left) == reads(told, passage.right) for passage in copy.passages)
        assert copy.share > 0.9


# --- edits ------------------------------------------------------------------------------------------------------------


@given(seeds, plans)
@stories
def test_an_edit_reads_otherwise_after_than_before(seed: int, plan: str) -> None:
    told = told_of(seed, plan)
    for _, edit in edits_of(told):
        assert reads(told, edit.before) != reads(told, edit.after), edit.how


@given(seeds, plans)
@stories
def test_edits_of_a_story_have_numbers_of_their_own(seed: int, plan: str) -> None:
    numbers = [edit.id for _, edit in edits_of(told_of(seed, plan))]
    assert len(numbers) == len(set(numbers))


@given(seeds)
@stories
def test_sound_readings_are_the_parents_words_and_altered_ones_the_childs(seed: int) -> None:
    told = told_of(seed, "bare")
    for copy, edit in edits_of(told):
        if edit.kind is AlterationKind.MARKS_LOST:
            continue  # words between the marks may be altered by somebody else
        assert {reads(told, span) for span in edit.sound} <= {reads(told, edit.before)}
        assert {words(reads(told, span))[-1:] == words(reads(told, edit.after))[-1:] for span in edit.altered} == {True}
        assert copy.child in {span.article for span in edit.altered}
        assert not {span.article for span in edit.sound} & {span.article for span in edit.altered}


@given(seeds)
@stories
def test_a_parent_handed_over_has_the_sound_reading(seed: int) -> None:
    told = told_of(seed, "bare")
    handed = {article.id for article in told.articles}
    for copy, edit in edits_of(told):
        if edit.kind is not None and copy.parent in handed:
            assert copy.parent in {span.article for span in edit.sound}


@given(seeds)
@stories
def test_a_copy_of_a_copy_inherits_what_was_altered_where_it_took_the_words(seed: int) -> None:
    told = told_of(seed, "bare")
    copies = defaultdict(list)
    for copy in told.copies:
        copies[copy.parent].append(copy)
    for copy, edit in edits_of(told):
        for later in copies[copy.child]:
            took = any(p.left.start <= edit.after.start and edit.after.end <= p.left.end for p in later.passages)
            assert not took or later.child in {span.article for span in edit.altered}


def test_marks_that_were_lost_are_there_before_and_gone_after() -> None:
    found = 0
    for told in write_stories(0, 80, BUSY):
        for _, edit in edits_of(told):
            if edit.kind is AlterationKind.MARKS_LOST:
                before, after = (sum(map(reads(told, span).count, "“”\"'‘’«»")) for span in (edit.before, edit.after))
                assert before > after
                found += 1
    assert found


def test_every_kind_of_alteration_comes_up_along_the_copies() -> None:
    kinds = {edit.kind for told in write_stories(0, 160, BUSY) for _, edit in edits_of(told)}
    assert set(AlterationKind) <= kinds


# --- the stemma -------------------------------------------------------------------------------------------------------


@given(seeds, plans)
@stories
def test_every_article_is_in_one_line_and_lost_originals_are_unseen(seed: int, plan: str) -> None:
    told = told_of(seed, plan)
    members = Counter(article for line in told.lines for article in line.articles)
    assert members == Counter(article.id for article in told.articles)
    roots = {line.root for line in told.lines}
    assert roots <= set(by_id(told))
    assert not {article.id for article in told.articles} & {article.id for article in told.unseen}
    children = {copy.child for copy in told.copies if copy.manner is not Manner.BORROWED}
    assert {article.id for article in told.unseen} - children <= roots  # nothing unseen that nobody took from
    assert told.line_of().keys() == {article.id for article in told.articles}


@given(seeds, plans)
@stories
def test_words_of_articles_come_from_roots_of_lines_only(seed: int, plan: str) -> None:
    told = told_of(seed, plan)
    handed = {article.id for article in told.articles}
    taken = {strand.root for strand in told.strands if strand.span.article in handed}
    versions = {copy.child for copy in told.copies if copy.manner is Manner.UPDATED}
    assert taken <= {line.root for line in told.lines} | versions  # what a version added is at home in the version


@given(seeds, plans)
@stories
def test_nobody_descends_from_himself_and_shares_do_not_exceed_the_text(seed: int, plan: str) -> None:
    told = told_of(seed, plan)
    parents = defaultdict(set)
    shares: Counter[str] = Counter()
    for copy in told.copies:
        parents[copy.child].add(copy.parent)
        shares[copy.child] += copy.share  # type: ignore[assignment]  # a sum of floats
        assert 0 < copy.share <= 1
    assert all(share <= 1 + 1e-9 for share in shares.values())
    for child in parents:
        assert child not in ancestors(child, parents)


def ancestors(child: str, parents: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [child]
    while waiting:
        for parent in parents.get(waiting.pop(), set()) - found:
            found.add(parent)
            waiting.append(parent)
    return found


def test_a_conflated_text_has_two_parents_of_two_lines() -> None:
    seen = 0
    for seed in range(6):
        told = write_story(seed, one_manner(Manner.CONFLATED, lines=(2, 3), onward=0))
        line_of = {article: line.root for line in told.lines for article in line.articles}
        for child in {copy.child for copy in told.copies if copy.manner is Manner.CONFLATED}:
            edges = [copy for copy in told.copies if copy.child == child]
            assert len(edges) == 2
            assert len({line_of.get(copy.parent, copy.parent) for copy in edges}) == 2
            assert all(copy.kind is DerivationKind.PARTIAL for copy in edges)
            seen += 1
    assert seen


def test_an_own_report_that_borrows_keeps_most_of_its_own_words() -> None:
    edges = [copy for told in write_stories(0, 80, BUSY) for copy in told.copies if copy.manner is Manner.BORROWED]
    assert edges
    assert all(copy.share < 0.5 for copy in edges)
    assert not any(copy.edits for copy in edges)


def test_a_version_is_dated_after_the_one_before_and_keeps_sentences_of_it() -> None:
    told = [told for told in write_stories(0, 80, BUSY) if any(c.manner is Manner.UPDATED for c in told.copies)]
    assert told
    for story in told:
        for copy in (copy for copy in story.copies if copy.manner is Manner.UPDATED):
            before, after = (moment(by_id(story)[name]) for name in (copy.parent, copy.child))
            assert before is not None and after is not None and before.date() < after.date()  # noqa: PT018  # for types
            assert not copy.backdated and not copy.edits  # noqa: PT018  # one law: a version corrupts nothing
            assert all(reads(story, passage.left) == reads(story, passage.right) for passage in copy.passages)


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_back_dated_copies_are_those_dated_before_their_parent(share: float) -> None:
    told = write_story(2, one_manner(Manner.VERBATIM, backdated=share, borrowing=0, updating=0))
    for copy in told.copies:
        parent, child = (moment(by_id(told)[name]) for name in (copy.parent, copy.child))
        assert parent is not None and child is not None  # noqa: PT018  # for types
        assert copy.backdated == (child < parent) == bool(share)


def test_without_times_no_article_has_one_and_nothing_is_back_dated() -> None:
    told = write_story(2, Plan(timed=False, events=EVENTS))
    assert all(article.published is None for article in by_id(told).values())
    assert not any(copy.backdated for copy in told.copies)


def test_reports_go_out_after_the_hour_of_which_they_tell() -> None:
    for told in write_stories(0, 40, USUAL):
        own = set(by_id(told)) - {copy.child for copy in told.copies}
        hours = {when.hour for name in own if (when := moment(by_id(told)[name])) is not None}
        assert hours <= {22, 23}


def test_ids_and_their_order_tell_nothing_of_who_copied_whom() -> None:
    first: list[float] = []
    later: list[float] = []
    plan = Plan(lines=(2, 2), articles=(5, 6), lost=0, alterations=(0, 0), harmless=(0, 0), styled=0, events=4)
    for told in (write_story(seed, plan) for seed in range(200)):
        children = {copy.child for copy in told.copies}
        for rank, article in enumerate(told.articles):
            (later if article.id in children else first).append(rank / (len(told.articles) - 1))
    assert abs(mean(first) - mean(later)) < 0.06


# --- passages between any two -----------------------------------------------------------------------------------------


def turned(passages: Iterable[Passage]) -> set[tuple[Span, Span]]:
    return {(passage.right, passage.left) for passage in passages}


@given(seeds, plans)
@stories
def test_passages_between_two_articles_are_the_same_from_either_side(seed: int, plan: str) -> None:
    told = told_of(seed, plan)
    names = [article.id for article in told.articles][:4]
    for left in names:
        for right in names:
            one = passages_between(strands_of(told, left), strands_of(told, right))
            other = passages_between(strands_of(told, right), strands_of(told, left))
            assert turned(one) == {(passage.left, passage.right) for passage in other}


def test_siblings_of_a_lost_original_share_its_passages() -> None:
    told = write_story(1, one_manner(Manner.VERBATIM, lines=(1, 1), lost=1, updating=0, styled=0, onward=0))
    one, other = (strands_of(told, article.id) for article in told.articles[:2])
    assert len(told.unseen) == 1
    passages = passages_between(one, other)
    assert passages
    assert sum(passage.left.end - passage.left.start for passage in passages) > 300


def test_articles_of_two_lines_share_no_passage_unless_somebody_mixed_them() -> None:
    told = write_story(4, one_manner(Manner.SPUN, lines=(3, 3), borrowing=0))
    line_of = told.line_of()
    for left in line_of:
        for right in line_of:
            if line_of[left] != line_of[right]:
                assert not passages_between(strands_of(told, left), strands_of(told, right))


@given(seeds)
@stories
def test_shared_words_are_quotations_of_two_lines(seed: int) -> None:
    told = write_story(seed, one_manner(Manner.VERBATIM, lines=(3, 5), styled=0, respelt=0, tired=0, borrowing=0))
    roots = [by_id(told)[line.root].text for line in told.lines]
    for span in told.shared:
        said = words(reads(told, span))
        grams = {" ".join(said[start : start + 5]) for start in range(len(said) - 4)}
        holding = [root for root in roots if any(gram in " ".join(words(root)) for gram in grams)]
        assert len(holding) > 1


# --- how many, from what ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("wanted", [0, 1, 23])
def test_stories_are_written_until_the_number_asked_for_is_reached(wanted: int) -> None:
    told = list(write_stories(3, wanted, USUAL))
    assert sum(len(story.articles) for story in told) >= wanted
    assert sum(len(story.articles) for story in told[:-1]) < max(1, wanted)


@pytest.mark.parametrize("manner", sorted(MANNERS))
def test_each_manner_makes_copies_of_its_kind(manner: Manner) -> None:
    told = write_story(6, one_manner(manner, lines=(2, 2), updating=0))
    made = {copy.manner for copy in told.copies}
    assert manner in made
    assert made <= {manner, Manner.VERBATIM, Manner.BORROWED}


@pytest.mark.parametrize(
    "texts",
    [
        (HALL,),
        ("",),
        ("", HALL),
        (" ".join(["Rain fell on Ostermoor for the whole of the day."] * 3),),
        ("One.\n\n\n\nTwo.\n", "(((\n\n“"),
        ("He said so. It was true. They left. But nobody came. He stayed.",),
    ],
)
def test_any_texts_can_be_copied_from(texts: tuple[str, ...]) -> None:
    originals = [make_article(text, id=f"own-{number}") for number, text in enumerate(texts)]
    for manner in MANNERS:
        told = write_story(1, one_manner(manner, articles=(5, 5), alterations=(1, 2), harmless=(1, 2)), originals)
        assert len(told.articles) == 5
        for copy in told.copies:
            assert all(reads(told, passage.left) and reads(told, passage.right) for passage in copy.passages)


@given(st.lists(st.text(st.sampled_from("ab A.,“”\"'\n-?(1é "), max_size=60), min_size=1, max_size=3), seeds)
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
def test_odd_texts_keep_the_laws_of_spans(texts: list[str], seed: int) -> None:
    originals = [make_article(text, id=f"own-{number}") for number, text in enumerate(texts)]
    told = write_story(seed, Plan(articles=(4, 5), alterations=(1, 2)), originals)
    assert sum(len(line.articles) for line in told.lines) == len(told.articles)
    for strand in told.strands:
        assert reads(told, strand.span).strip() == reads(told, strand.span) != ""


@pytest.mark.parametrize("published", ["2031-04-02", "2031-04-02T10:00Z", "2031-04-02T10:00+02:00", "spring", ""])
def test_times_of_given_originals_may_be_days_instants_or_unknown(published: str) -> None:
    originals = [make_article(HALL, id="one", published=published), make_article(HALL + " It was old.", id="two")]
    told = write_story(1, one_manner(Manner.CONFLATED, lost=0, backdated=0), originals)
    assert not any(copy.backdated for copy in told.copies)


def test_given_originals_are_padded_with_the_background_given_beside_them() -> None:
    padding = ("The mill of Orsby had stood empty for a decade.", "Orsby lies two hours from the coast.")
    plan = one_manner(Manner.EXPANDED, lost=0, styled=0, alterations=(0, 0), harmless=(0, 0))
    told = write_story(1, plan, [make_article(HALL, id="one")], padding)
    copies = {copy.child for copy in told.copies if copy.manner is Manner.EXPANDED}
    texts = [article.text for article in told.articles if article.id in copies]
    assert texts
    assert all(any(sentence in text for sentence in padding) for text in texts)


def test_without_originals_there_is_nothing_to_copy() -> None:
    with pytest.raises(NothingToRead, match="at least one original"):
        write_story(1, originals=[])


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("lines", (0, 2)),
        ("lines", (2, 9)),
        ("lines", (3, 2)),
        ("articles", (9, 5)),
        ("articles", (-1, 5)),
        ("alterations", (2, 1)),
        ("lost", 1.5),
        ("backdated", -0.1),
        ("synonym_rates", (0.2, 2.0)),
        ("synonym_rates", ()),
        ("manners", {}),
        ("manners", {Manner.UPDATED: 1.0}),
        ("manners", {Manner.SPUN: -1.0, Manner.VERBATIM: 2.0}),
        ("events", 0),
    ],
)
def test_a_plan_that_cannot_be_is_refused_by_the_name_of_its_field(field: str, value: object) -> None:
    with pytest.raises(OptionError, match=f"plan: {field}"):
        Plan(**{field: value})  # type: ignore[arg-type]  # wrong on purpose


def test_the_example_of_the_page_runs(capsys: pytest.CaptureFixture[str]) -> None:
    page = (Path(__file__).parent.parent / "docs" / "scribe.md").read_text(encoding="utf-8")
    example = re.search(r"```python\n(.*?)```", page, re.DOTALL)
    assert example is not None
    exec(compile(example[1], "scribe.md", "exec"), {})  # noqa: S102  # our own page
    assert "originals nobody handed in" in capsys.readouterr().out


def test_a_conflated_text_belongs_to_the_line_that_gave_it_most() -> None:
    plan = Plan(
        lines=(2, 2), articles=(5, 5), lost=0, updating=0, borrowing=0, onward=0, manners={Manner.CONFLATED: 1.0}
    )
    for seed in range(4):
        told = write_story(seed, plan)
        edges: dict[str, list[Copy]] = {}
        for copy in told.copies:
            edges.setdefault(copy.child, []).append(copy)
        for child, both in edges.items():
            assert told.line_of()[child] == max(both, key=lambda copy: copy.share).parent


def test_a_manner_that_came_to_nothing_made_a_copy() -> None:
    original = make_article("Rain fell on Tolmby. It stopped at noon.", id="original", outlet="The Tolmby Post")
    plan = Plan(
        lines=(1, 1), articles=(2, 2), lost=0, manners={Manner.TRIMMED: 1.0}, styled=0, tired=0, respelt=0,
        alterations=(0, 0), harmless=(0, 0), onward=0,
    )  # fmt: skip
    (copy,) = write_story(3, plan, [original]).copies
    assert (copy.manner, copy.kind) == (Manner.TRIMMED, DerivationKind.COPY)
