"""Furniture: what is found, what it tells, and above all what is left alone. All people and places are invented."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.text.agencies import agency_named, agency_within
from headwater.text.credits import byline_names, names_own_staff
from headwater.text.datelines import find_dateline
from headwater.text.days import read_day
from headwater.text.furniture import find_furniture
from headwater.text.printable import printable
from headwater.types import Article, Furniture, FurnitureKind


def furniture(text: str) -> list[tuple[FurnitureKind, str, str]]:
    """Kind, words and value of each piece of furniture of a text."""
    found = find_furniture(Article(id="a", text=text, name="a.txt"))
    return [(piece.kind, text[piece.span.start : piece.span.end], piece.value) for piece in found]


def only(text: str) -> tuple[FurnitureKind, str, str]:
    (piece,) = furniture(text)
    return piece


NEWS = "The harbour council met for two hours and sent the plan back."


@pytest.mark.parametrize(
    ("dateline", "agency"),
    [
        ("VARNOK (AP) —", "AP"),
        ("VARNOK (AP) --", "AP"),
        ("VARNOK, July 3 (Reuters) -", "Reuters"),
        ("PORT TALIM, Ostrava (AFP) –", "AFP"),
        ("Varnok (dpa) -", "dpa"),
        ("Port Talim, March 3, 2021 (AFP) -", "AFP"),
        ("VARNOK, July 3 (Xinhua) --", "Xinhua"),
        ("VARNOK, July 3. /TASS/.", "TASS"),
        ("New Talim [Ostrava], July 3 (ANI):", "ANI"),
        ("(ANSA) - VARNOK, JUL 3 -", "ANSA"),
        ("July 3 (UPI) --", "UPI"),
        ("VARNOK/PORT TALIM (Reuters) -", "Reuters"),
        ("VARNOK (AP)", "AP"),
        ("ST. ELMO, Calif. –", ""),
        ("VARNOK COUNTY, MN -", ""),
        ("N.E. TALIM (KXQZ5) —", ""),
        ("McVARNOK —", ""),
        ("VARNOK, 3 JAN 90 (ACAN-EFE) --", "EFE"),
        ("(KXQ) -", ""),
    ],
)
def test_a_dateline_is_found_in_the_forms_that_agencies_use(dateline: str, agency: str) -> None:
    assert only(f"{dateline} {NEWS}") == (FurnitureKind.DATELINE, dateline, agency)


@pytest.mark.parametrize(
    "text",
    [
        "NATO — the alliance — met.",
        "UPDATE — The council met.",
        "BREAKING NEWS - The council met.",
        "Harbour workers (many of them young) - the first to strike - went home.",
        "The Varnok Harbour League (VHL) said it would meet.",
        "Police Chief Ada Brone (left) said it would meet.",
        "HARBOUR PLAN SENT BACK - COUNCIL SPLIT",
        "He told the AP - the only reporter there - that he was tired.",
        "Varnok — the older of the towns — is quiet.",
    ],
)
def test_words_before_a_dash_are_not_taken_for_a_dateline(text: str) -> None:
    assert furniture(text) == []


def test_a_dateline_with_a_year_tells_its_day_and_its_place() -> None:
    dateline = find_dateline(f"VARNOK, Ostrava, 3 March 2021 (AFP) — {NEWS}")
    assert dateline is not None
    assert (dateline.place, dateline.day, dateline.agency) == ("VARNOK", "2021-03-03", "AFP")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("2021-05-03", "2021-05-03"),
        ("date 2021-05-03", "2021-05-03"),
        ("Published: 3 May 2021", "2021-05-03"),
        ("May 3, 2021", "2021-05-03"),
        ("Monday, May 3rd, 2021 at 4:09 PM EDT", "2021-05-03"),
        ("Posted 3:57 AM, May 3, 2021", "2021-05-03"),
        ("Updated: May 3, 2021 - 4:09 PM", ""),
    ],
)
def test_a_date_at_the_head_of_a_text_is_found(line: str, day: str) -> None:
    assert only(f"{line}\n\n{NEWS}") == (FurnitureKind.LEADING_DATE, line, day)


@pytest.mark.parametrize("text", ["May 3, 2021 was a cold day.", "On 2021-05-03 it rained.", "2021-05-03rd"])
def test_a_date_that_belongs_to_a_sentence_is_left_alone(text: str) -> None:
    assert furniture(text) == []


def test_a_leading_date_may_stand_before_a_dateline_on_one_line() -> None:
    kinds = [(kind, words) for kind, words, _ in furniture(f" date 2021-05-03 VARNOK (AP) – {NEWS}")]
    assert kinds == [(FurnitureKind.LEADING_DATE, "date 2021-05-03"), (FurnitureKind.DATELINE, "VARNOK (AP) –")]


@pytest.mark.parametrize(
    ("line", "agency", "names"),
    [
        ("By Ada Brone", "", "Ada Brone"),
        ("By ADA BRONE and TOM VESK", "", "ADA BRONE and TOM VESK"),
        ("By Ada Brone and Tom Vesk, Associated Press", "AP", "Ada Brone and Tom Vesk"),
        ("By Ada Brone, AP Staff Writer", "AP", "Ada Brone"),
        ("by: Ada Brone Updated: Oct 2, 2016 - 2:18 PM", "", "Ada Brone"),
        ("By Reuters", "Reuters", ""),
        ("By ADA BRONEAssociated Press", "AP", "ADA BRONE"),
        ("Ada Brone, Reuters", "Reuters", "Ada Brone"),
        ("Written by Omar al-Vesk", "", "Omar al-Vesk"),
        ("By Jan van der Brone abrone@example.org", "", "Jan van der Brone"),
    ],
)
def test_a_byline_is_found_with_its_names_and_agency(line: str, agency: str, names: str) -> None:
    assert only(f"Harbour plan sent back\n{line}\n{NEWS}") == (FurnitureKind.BYLINE, line, agency)
    assert byline_names(line) == names


@pytest.mark.parametrize(
    "text",
    [
        "By Monday the troops had left.",
        "By noon, their own allies in the council had buckled.",
        "By contrast, Ostrava is ranked fourth, behind Varnok.",
        "By Ada Brone's count, twelve people were there.",
        "By 10:20 p.m., the shooting had stopped.",
        "By all means.",
    ],
)
def test_a_sentence_that_starts_with_by_is_news(text: str) -> None:
    assert furniture(f"{NEWS}\n{text}\n{NEWS}") == []


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("Associated Press", "AP"),
        ("(Reuters)", "Reuters"),
        ("Source: AFP", "AFP"),
        ("— AP", "AP"),
        ("AFP/Reuters", "AFP"),
        ("This story originally appeared in the Varnok Courier.", ""),
    ],
)
def test_a_credit_line_is_found_at_the_end(line: str, agency: str) -> None:
    assert only(f"{NEWS}\n{NEWS}\n{line}") == (FurnitureKind.CREDIT, line, agency)


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("Associated Press writer Ada Brone in Varnok contributed to this report.", "AP"),
        ("The Associated Press contributed to this report.", "AP"),
        ("Ada Brone in Varnok and Tom Vesk in Port Talim contributed reporting.", ""),
        ("(Reporting by Ada Brone; Editing by Tom Vesk)", ""),
        ("Reporting was contributed by Ada Brone, Tom Vesk | and surah Ali.", ""),
        ("Ada Brone, Tom Vesk, Ostrava and Omar Vesk, all Associated Press contributors.", "AP"),
        ("Reuters editors Ada Brone in Varnok, D.C., and Omar al-Vesk in Talim contributed.", "Reuters"),
        ("Brone reported from Varnok. AP writer Tom Vesk in St. Elmo, Ostrava, contributed from there.", "AP"),
        ("With files from The Canadian Press", "CP"),
    ],
)
def test_a_contributor_line_is_found_whole_and_at_the_end_of_a_paragraph(line: str, agency: str) -> None:
    assert only(f"{NEWS}\n\n{line}")[:2] == (FurnitureKind.CONTRIBUTORS, line)
    assert only(f"{NEWS} {line}") == (FurnitureKind.CONTRIBUTORS, line, agency)


@pytest.mark.parametrize(
    "text",
    [
        "Heavy rain contributed.",
        "Rising prices contributed to this report's gloom.",
        "Gunfire was reported from Varnok.",
        "Ada Brone, who contributed to the fund, was reported missing by her brother.",
        "Two officials told the AP that the plan failed.",
        "The minister told Reuters reporters that he would resign.",
        "Ada Brone said Associated Press reporters had been threatened.",
    ],
)
def test_news_that_uses_the_words_of_the_trade_is_left_alone(text: str) -> None:
    assert furniture(f"{NEWS}\n{text}") == []


def test_own_staff_is_told_from_another_newsroom_that_took_material() -> None:
    assert names_own_staff("Associated Press writers Ada Brone and Tom Vesk contributed to this report.")
    assert names_own_staff("Ada Brone and Tom Vesk, all Associated Press contributors.")
    assert not names_own_staff("The Associated Press contributed to this report.")


@pytest.mark.parametrize(
    "line",
    [
        "A trawler lies on its side in Varnok harbour. (AP Photo/Ada Brone)",
        "A trawler lies on its side (Photo: AFP)",
        "A trawler lies on its side (Tom Vesk/Getty Images)",
        "A trawler lies on its side. (Tom Vesk/Varnok Picture Agency)",
        "Media Office via Associated Press",
        "Tom Vesk/AP",
        "FILE - The mayor of Varnok walks along the harbour on Monday.",
        "In this photo released by the mayor's office, a trawler lies on its side.",
        "Image copyright Reuters Image caption A trawler lies on its side",
        "Buy Photo",
        "A trawler lies on its side. (Source: KXQZ News)",
        "AP Photo/Ada Brone",
        "Courtesy of Tom Vesk",
    ],
)
def test_a_caption_is_found_by_its_photo_signs_and_gives_no_agency(line: str) -> None:
    assert only(f"{NEWS}\n{line}\n{NEWS}") == (FurnitureKind.CAPTION, line, "")


def test_a_photo_credit_inside_a_paragraph_takes_no_news_with_it() -> None:
    long = " ".join([NEWS] * 8)
    text = f"{long} Credit … Ada Brone/Reuters {long}"
    assert only(text)[:2] == (FurnitureKind.CAPTION, "Credit … Ada Brone/Reuters")


@pytest.mark.parametrize(
    "text",
    [
        "In this photo a man seems to smile, the defence said, and the jury did not believe it.",
        "The image of the town suffered (as the mayor put it) badly.",
        "She gave him credit: he had tried.",
        "The motion was passed. The mayor was not there. (Harbour Party/Green List)",
        "The trawler lies on its side (Varnok/Nessby crossing).",
        "The photo: a blur.",
        "Courtesy of the mayor, the fishermen ate for nothing.",
        "The plan (credit: nobody) failed.",
    ],
)
def test_news_about_pictures_is_left_alone(text: str) -> None:
    assert furniture(f"{NEWS}\n{text}\n{NEWS}") == []


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Share Your Comment Below", FurnitureKind.COMMENT_FORM),
        ("Please enter your comment!", FurnitureKind.COMMENT_FORM),
        ("Please enter your name here", FurnitureKind.COMMENT_FORM),
        ("Leave a Reply", FurnitureKind.COMMENT_FORM),
        ("Your email address will not be published.", FurnitureKind.COMMENT_FORM),
        ("Share on Facebook", FurnitureKind.SHARE_BAR),
        ("Tweet", FurnitureKind.SHARE_BAR),
        ("12 Shares Facebook Twitter WhatsApp", FurnitureKind.SHARE_BAR),
        ("Read or Share this story: http://example.org/1", FurnitureKind.SHARE_BAR),
        ("Sign up for our newsletter", FurnitureKind.PROMOTION),
        ("Read more: Council sends plan back", FurnitureKind.PROMOTION),
        ("Related: Council sends plan back", FurnitureKind.PROMOTION),
        ("Advertisement", FurnitureKind.PROMOTION),
        ("Stay with KXQZ for updates on this story.", FurnitureKind.PROMOTION),
        ("Follow Ada Brone on Twitter.", FurnitureKind.PROMOTION),
        ("© 2021 Varnok Courier", FurnitureKind.COPYRIGHT),
        ("All rights reserved.", FurnitureKind.COPYRIGHT),
        ("This material may not be published, broadcast or rewritten.", FurnitureKind.COPYRIGHT),
    ],
)
def test_parts_of_the_page_are_found_and_typed(line: str, kind: FurnitureKind) -> None:
    assert only(f"{NEWS}\n{line}\n")[:2] == (kind, line)


def test_a_copyright_line_names_its_agency_and_is_one_piece() -> None:
    line = "Copyright 2021 The Associated Press. All rights reserved. This material may not be published or rewritten."
    assert only(f"{NEWS}\n{line}") == (FurnitureKind.COPYRIGHT, line, "AP")
    assert only(f"{NEWS} {line}")[1] == line


@pytest.mark.parametrize(
    "text",
    [
        "Related: he was the mayor's cousin, which nobody in the room had known before the vote was taken, and so on."
        * 2,
        "The copyright dispute was settled in 2021.",
        "Share prices fell on Monday.",
        "Share this burden, the mayor said.",
        "He signed up for the army.",
        "Follow the money, she said.",
        "Contact between the two towns ended.",
        "More people came.",
        "Twitter said it had closed the account.",
        "Facebook and Twitter declined to comment.",
        "Comment was refused.",
        "Subscribe to a theory, and you must test it.",
    ],
)
def test_news_about_networks_and_papers_is_left_alone(text: str) -> None:
    assert furniture(f"{NEWS}\n{text}\n{NEWS}") == []


def test_agencies_have_one_short_name_whatever_they_are_called() -> None:
    names = [
        "The Associated Press",
        "AP",
        "ap.",
        "Agence France-Presse",
        "PA news agency",
        "ITAR-TASS",
        "DPA",
        "nobody",
    ]
    assert [agency_named(name) for name in names] == ["AP", "AP", "", "AFP", "PA", "TASS", "dpa", ""]
    assert agency_named("AFP via NINA") == "AFP"
    assert agency_within("a map of the apron") == ""


def test_dates_that_could_be_read_in_two_ways_are_not_read() -> None:
    assert read_day("03/05/2021") is None
    assert read_day("25/12/2021") == "2021-12-25"
    assert read_day("soon") is None
    assert read_day("2021-02-30") is None


@pytest.mark.parametrize(
    ("stated", "iso"),
    [
        ("2021-05-03T10:15:00+02:00", "2021-05-03T10:15:00+02:00"),
        ("2021-05-03T10:15:00Z", "2021-05-03T10:15:00+00:00"),
        ("20210503T101500Z", "2021-05-03T10:15:00+00:00"),
        ("Mon, 03 May 2021 10:15:00 GMT", "2021-05-03T10:15:00+00:00"),
        ("2021-05-03T10:15:00", "2021-05-03"),
        ("3 May 2021", "2021-05-03"),
        ("May 3rd, 2021 at 10:15 am", "2021-05-03"),
    ],
)
def test_a_stated_date_becomes_a_day_or_an_instant_with_offset(stated: str, iso: str) -> None:
    assert read_day(stated) == iso


def test_characters_that_could_deceive_are_shown_as_escapes() -> None:
    assert printable("a\u202eb\x1b[31m\n") == "a\\u202eb\\x1b[31m\\x0a"
    assert printable("Zoë’s 报告.txt") == "Zoë’s 报告.txt"
    assert len(printable("x" * 10_000)) <= 200


PIECES = st.sampled_from(
    [
        "VARNOK (AP) — ",
        NEWS,
        "\n",
        " ",
        "By Ada Brone",
        "(AP Photo/Ada Brone)",
        "Tweet",
        "© 2021 X.",
        "2021-05-03",
        "“",
        "—",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.lists(PIECES, max_size=12).map("".join), st.text(max_size=200)))
def test_furniture_is_sorted_inside_the_text_and_does_not_overlap(text: str) -> None:
    found = find_furniture(Article(id="a", text=text, name="a"))
    assert all(0 <= piece.span.start < piece.span.end <= len(text) for piece in found)
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))
    assert all(isinstance(piece, Furniture) and piece.span.article == "a" for piece in found)


@pytest.mark.parametrize(
    "unit", ["A-", "A A ", "By A, ", "A/", "(A ", "2021-", "© ", "Share ", "A. ", "contributed ", "((("]
)
def test_a_hostile_line_takes_no_more_than_a_moment(unit: str) -> None:
    started = time.perf_counter()
    furniture(unit * 20_000)
    assert time.perf_counter() - started < 2.0
