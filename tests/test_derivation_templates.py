"""Hard cases of derivation: words that texts share though nobody copied: forms, furniture, titles. All is fiction."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from derivation_cases import WHOLE, cast, kind, lines, paragraphs, shared, trace_all, with_text

from headwater.types import Article, DerivationKind, Stemma

FORMS = cast("templates")
STORM = cast("storm")
TALKS = cast("bridge_talks")
CHROME = cast("chrome")
COPIED = WHOLE | {DerivationKind.PARTIAL}

MARKETS = (
    "city=Kelmont way=higher day=Tuesday index=Kelmont_40 pct=0.6 side=up level=4,112 winner=Ostrava_Gas gain=3.8"
    " reason=its_dividend_was_raised loser=Pell_Shipping loss=2.2 turnover=236 average=212 rose=22 fell=14 same=4"
    " rate=1.37 bond=4.05 next=Wednesday",
    "city=Kelmont way=lower day=Friday index=Kelmont_40 pct=1.9 side=down level=3,987 winner=Harrow_Mills gain=1.1"
    " reason=a_rival_closed_a_plant loser=Bank_of_Vane loss=6.4 turnover=301 average=219 rose=7 fell=31 same=2"
    " rate=1.41 bond=4.22 next=Monday",
    "city=Ostermark way=little_changed day=Thursday index=OX_25 pct=0.1 side=up level=880 winner=Dorn_Optical gain=9.7"
    " reason=it_won_an_order_from_the_navy loser=Gall_Brewing loss=0.8 turnover=58 average=61 rose=11 fell=10 same=5"
    " rate=0.93 bond=3.48 next=Friday",
)
FORECASTS = (
    "day=Monday morning=foggy where=eastern_lowlands low=4 later=brighter high=13 town=Marrow wind=south-west slow=10"
    " fast=25 rain=20 night=clear least=1 rise=06.41 set=18.02 pollen=low",
    "day=Saturday morning=dry where=hills low=11 later=thundery high=27 town=Marrow wind=east slow=5 fast=15 rain=70"
    " night=humid least=14 rise=04.58 set=21.17 pollen=very_high",
    "day=Wednesday morning=icy where=northern_islands low=-9 later=overcast high=-2 town=Stroma wind=north slow=40"
    " fast=75 rain=35 night=bitter least=-13 rise=09.12 set=14.49 pollen=nil",
)
MATCHES = (
    "home=Ellerby away=Hexley score=3-1 ground=Cannery_Lane day=Saturday scorer=Tam_Rudd first=12th metres=18"
    " second=Jan_Ost captain=Col_Peake red=71st place=fourth points=37 games=21 bottom=fifteenth won=two crowd=2,310"
    " trip=Tarn weekday=Sunday",
    "home=Overby away=Tarn score=2-0 ground=the_Sheepfold day=Saturday scorer=Ned_Brisk first=40th metres=25"
    " second=Abel_Mott captain=Rory_Vance red=55th place=second points=44 games=21 bottom=ninth won=three crowd=1,874"
    " trip=Marrow weekday=Friday",
    "home=Quayside away=Lowmarsh score=4-2 ground=Fish_Dock_Road day=Wednesday scorer=Lev_Arkin first=3rd metres=11"
    " second=Pip_Daly captain=Sim_Cole red=88th place=seventh points=30 games=22 bottom=last won=one crowd=3,055"
    " trip=Ellerby weekday=Saturday",
)


def filled(form: str, values: str, **fields: str) -> Article:
    """A form with these words in it."""
    pairs = (each.split("=") for each in values.split())
    words = {name: value.replace("_", " ") for name, value in pairs}
    return with_text(FORMS[form], FORMS[form].text.format(**words), **fields)


def three(form: str, fillings: Sequence[str], outlets: Sequence[str]) -> list[Article]:
    return [
        filled(form, values, id=f"{form}-{number}", outlet=outlet)
        for number, (values, outlet) in enumerate(zip(fillings, outlets, strict=True))
    ]


def kinds_in(stemma: Stemma) -> set[DerivationKind]:
    return {each.kind for each in stemma.derivations}


each_form = pytest.mark.parametrize(
    ("form", "fillings"),
    [("market", MARKETS), ("weather", FORECASTS), ("match", MATCHES)],
    ids=["market", "weather", "match"],
)

# --- forms ----------------------------------------------------------------------------------------------------------


@each_form
def test_one_outlets_form_filled_in_on_three_days_is_not_copied(form: str, fillings: Sequence[str]) -> None:
    stemma = trace_all(three(form, fillings, ["Marrow Herald"] * 3))
    assert not kinds_in(stemma) & COPIED
    assert len(lines(stemma)) == 3


@each_form
def test_a_form_that_three_outlets_fill_in_is_not_copied(form: str, fillings: Sequence[str]) -> None:
    stemma = trace_all(three(form, fillings, ["Marrow Herald", "Tarn Mercury", "Hexley Bugle"]))
    assert not kinds_in(stemma) & COPIED
    assert len(lines(stemma)) == 3


@each_form
def test_a_form_filled_in_with_the_same_words_is_a_copy(form: str, fillings: Sequence[str]) -> None:
    first, other, _ = three(form, fillings, ["Marrow Herald", "Tarn Mercury", "Hexley Bugle"])
    copy = with_text(first, paragraphs(first)[:-1], id="copy", outlet="Tarn Mercury")
    stemma = trace_all([first, other, copy])
    assert {first.id, "copy"} in lines(stemma)
    assert kind(stemma, first.id, "copy") in (DerivationKind.COPY, DerivationKind.ABRIDGED)


# --- furniture ------------------------------------------------------------------------------------------------------

BLOCKS = cast("blocks")


def with_block(article: Article, block: str, place: int) -> Article:
    """The article with a block of this name, or these words, between its paragraphs."""
    words = BLOCKS[block].text.strip() if block in BLOCKS else block
    parts = paragraphs(article)
    outlet = article.outlet.value if article.outlet else ""
    return with_text(article, [*parts[:place], words, *parts[place:]], id=article.id, outlet=outlet)


def test_one_photograph_in_all_reports_joins_none() -> None:
    reports = {each.id: with_block(each, "caption", 1) for each in TALKS.values()}
    stemma = trace_all(reports.values())
    assert len(lines(stemma)) == stemma.count.low == 3
    assert not kinds_in(stemma) & COPIED
    masks = {mask for words, mask in shared(stemma, reports, "herald", "radio") if "toll booth" in words}
    assert masks == {"furniture"}


@pytest.mark.parametrize("place", [0, 1, 3])
@pytest.mark.parametrize("block", ["appeal", "policy"])
def test_what_an_outlet_prints_in_all_its_reports_joins_none(block: str, place: int) -> None:
    reports = {name: with_block(each, block, place) for name, each in CHROME.items()}
    stemma = trace_all(reports.values())
    assert len(lines(stemma)) == stemma.count.low == 4
    assert kinds_in(stemma) <= {DerivationKind.INDEPENDENT}
    found = shared(stemma, reports, "bees", "choir")
    assert {mask for words, mask in found if words in BLOCKS[block].text} <= {"chrome"}


def test_a_copy_that_left_in_what_the_outlet_always_prints_is_still_a_copy() -> None:
    source = {name: with_block(each, "policy", 1) for name, each in CHROME.items()}
    copy = with_text(source["well"], paragraphs(source["well"]), id="copy", outlet="Upland Mail")
    assert {"copy", "well"} in lines(trace_all([*source.values(), copy]))


# --- titles ---------------------------------------------------------------------------------------------------------


def test_texts_under_one_title_have_nothing_in_common_but_the_title() -> None:
    towns = [each for each in STORM.values() if each.id != "roundup"]
    assert len({each.title.value for each in towns if each.title}) == 1
    stemma = trace_all(towns)
    assert len(lines(stemma)) == stemma.count.low == 5
    assert kinds_in(stemma) <= {DerivationKind.INDEPENDENT}


def test_one_text_under_two_titles_is_one_line() -> None:
    echo = STORM["echo"]
    other = with_text(
        echo, paragraphs(echo), id="other", outlet="Ostermark Courier", title="Sheep drown in their hundreds"
    )
    assert lines(trace_all([echo, other])) == [{"echo", "other"}]


def test_a_title_that_opens_the_body_of_both_texts_joins_them_to_nothing() -> None:
    title = "Storm Ilse batters the coast: what we know so far about the damage and the missing"
    towns = [with_block(STORM[name], title, 0) for name in ("echo", "mercury", "star")]
    stemma = trace_all(towns)
    assert len(lines(stemma)) == stemma.count.low == 3
    assert not kinds_in(stemma) & COPIED
