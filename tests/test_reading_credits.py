"""Hard cases of what a page has and a report has not: found, typed, and kept out of what is told. All is fiction."""

from __future__ import annotations

import pytest
from reading_cases import document, reading, said, warm, words

from headwater.types import FurnitureKind

NEWS = "The harbour council met for two hours on Monday and sent the plan for a new pier back to its engineers."

DATELINE, LEADING_DATE, BYLINE, CREDIT, CONTRIBUTORS, CAPTION, COMMENT, SHARE, PROMOTION, COPYRIGHT = FurnitureKind

# Each row: a line at the head of a text, its kind.
AT_THE_HEAD = [
    said("By Ilka Morn", BYLINE),
    said("By ILKA MORN and OTTO BRASK", BYLINE),
    said("By Ilka Morn, Associated Press", BYLINE),
    said("By Ilka Morn | Tarrow Courier", BYLINE),
    said("By Ilka Morn, Staff Writer", BYLINE),
    said("By Ilka Morn and Otto Brask in Tarrow", BYLINE),
    said("Ilka Morn, Tarrow Correspondent", BYLINE),
    said("Words by Ilka Morn", BYLINE),
    said("Reuters", CREDIT),
    said("(AP)", CREDIT),
    said("Source: Reuters", CREDIT),
    said("Published: 8 November 2021", LEADING_DATE),
    said("Nov. 8, 2021 6:14 PM EST", LEADING_DATE),
    said("Last updated on November 8, 2021", LEADING_DATE),
    said("Updated 2 hours ago", LEADING_DATE),
    said("Monday, 8 November 2021", LEADING_DATE),
    said("A boat in Tarrow harbour on Monday. (AP Photo/Otto Brask)", CAPTION),
    said("A boat in Tarrow harbour. Photo: Otto Brask/Reuters", CAPTION),
    said("File photo of the pier in Tarrow. REUTERS/Otto Brask", CAPTION),
    said(
        "A boat in Tarrow harbour, Nov. 8, 2021. Otto Brask/Getty Images",
        CAPTION,
    ),
    said("3 min read", SHARE),
    said("Listen to this article", SHARE),
    said("Share this article", SHARE),
    said("Facebook Twitter WhatsApp Email Print", SHARE),
    said("Save for later", SHARE),
    said("Advertisement", PROMOTION),
]

# Each row: a line at the end of a text, its kind.
AT_THE_END = [
    said("Ilka Morn contributed to this report.", CONTRIBUTORS),
    said("Associated Press writer Ilka Morn in Tarrow contributed to this report.", CONTRIBUTORS),
    said("Additional reporting by Ilka Morn in Tarrow", CONTRIBUTORS),
    said("(Reporting by Ilka Morn in Tarrow; Editing by Otto Brask)", CONTRIBUTORS),
    said("Reporting by Ilka Morn; Writing by Otto Brask; Editing by Greta Sund", CONTRIBUTORS),
    said("With reporting by Ilka Morn and Otto Brask", CONTRIBUTORS),
    said("Ilka Morn is a reporter for the Tarrow Courier.", CONTRIBUTORS),
    said("This story was first published in the Tarrow Courier.", CREDIT),
    said(
        "This story was produced by the Tarrow Courier and is republished with permission.",
        CREDIT,
    ),
    said("This story was written by Reuters.", CREDIT),
    said(
        "This story has been corrected to show that the pier is 40 metres long.",
        CREDIT,
    ),
    said("(AP)", CREDIT),
    said("— Reuters", CREDIT),
    said("With agencies", CREDIT),
    said("© 2021 Tarrow Courier. All rights reserved.", COPYRIGHT),
    said("Copyright 2021 The Associated Press. All rights reserved.", COPYRIGHT),
    said("Leave a comment", COMMENT),
    said("Your email address will not be published. Required fields are marked *", COMMENT),
    said("Please log in to leave a comment", COMMENT),
    said("0 Comments", COMMENT),
    said("Join the conversation", COMMENT),
    said("Save my name, email, and website in this browser for the next time I comment.", COMMENT),
    said("Share on Facebook Share on Twitter", SHARE),
    said("Click to share on WhatsApp (Opens in new window)", SHARE),
    said("Sign up for our daily newsletter", PROMOTION),
    said("Get the day’s top stories in your inbox every morning.", PROMOTION),
    said(
        "Subscribe to the Tarrow Courier for as little as £1 a week.",
        PROMOTION,
    ),
    said("READ MORE: Council sends plan back", PROMOTION),
    said("Also read: Council sends plan back", PROMOTION),
    said("Follow us on Twitter and Facebook", SHARE),
    said("Download our app for the latest news.", PROMOTION),
    said("Support independent journalism with a donation.", PROMOTION),
    said("Click here for more stories from Tarrow.", PROMOTION),
    said("Have a tip? Contact us at tips@example.org.", PROMOTION),
]

DATELINES = [
    said("TARROW (AP) — The boat sank on Monday.", "TARROW (AP) —"),
    said("TARROW, Nov. 8 (Reuters) - The boat sank on Monday.", "TARROW, Nov. 8 (Reuters) -"),
    said("TARROW, Norway, Nov 8 (AFP) – The boat sank on Monday.", "TARROW, Norway, Nov 8 (AFP) –"),
    said(
        "Lagos: The boat sank on Monday.",
        "Lagos:",
        still="a known town and a colon at the head make no dateline (datelines.py)",
    ),
    said(
        "Tarrow, 8 November 2021 – The boat sank on Monday.",
        "Tarrow, 8 November 2021 –",
        still="a town in small letters with a full date and a dash makes no dateline (datelines.py)",
    ),
    said("TARROW — The boat sank on Monday.", "TARROW —"),
    said("(Reuters) - The boat sank on Monday.", "(Reuters) -"),
]

NEWS_AFTER_ALL = [
    said("By Monday the boat was gone."),
    said("By the pier, Ilka Morn waited."),
    said("Ilka Morn contributed 40 crowns to the fund."),
    said("The crew shared the fish."),
    said("Share prices fell on Monday."),
    said("Subscribers to the ferry fund met on Monday."),
    said("The mayor follows the boat on Twitter."),
    said("Nobody left a comment at the council’s door, the mayor said."),
    said("The photo shows a boat, the mayor said."),
    said("All rights to the pier were sold on Monday."),
    said("The newsletter of the ferry company said the boat was sound."),
    said("This story was told by the crew for many years."),
    said("Readers of the Tarrow Courier raised 40 crowns."),
    said("“Join us,” the mayor said."),
    said("Comments by the mayor were booed."),
    said("More than 40 boats came."),
    said("Associated Press reporters saw the boat sink."),
    said("The council will read more reports on Monday."),
]

# Each row: a credit in the middle or at the end of a paragraph of news, its words.
WITHIN = [
    said(f"{NEWS} {NEWS} {NEWS} {NEWS} {NEWS} (AP Photo/Otto Brask)", "(AP Photo/Otto Brask)"),
    said(f"{NEWS} {NEWS} {NEWS} {NEWS} {NEWS} Credit: Otto Brask/Reuters", "Credit: Otto Brask/Reuters"),
    said(
        f"{NEWS} Associated Press writer Ilka Morn contributed to this report.",
        "Associated Press writer Ilka Morn contributed to this report.",
    ),
    said(f"{NEWS} (Reporting by Ilka Morn; Editing by Otto Brask)", "(Reporting by Ilka Morn; Editing by Otto Brask)"),
    said(f"{NEWS} © 2021 Tarrow Courier. All rights reserved.", "© 2021 Tarrow Courier. All rights reserved."),
]


@pytest.fixture(scope="module", autouse=True)
def _parsed() -> None:
    warm([AT_THE_HEAD, AT_THE_END, DATELINES, NEWS_AFTER_ALL, WITHIN])


def found(text: str) -> list[tuple[str, FurnitureKind]]:
    return [(words(text, part.span), part.kind) for part in document(text).furniture]


@pytest.mark.parametrize(("line", "kind"), AT_THE_HEAD)
def test_a_line_of_the_page_at_the_head_is_found_and_typed(line: str, kind: FurnitureKind) -> None:
    assert found(f"Council sends plan back\n{line}\n{NEWS}\n{NEWS}") == [(line, kind)]


@pytest.mark.parametrize(("line", "kind"), AT_THE_END)
def test_a_line_of_the_page_at_the_end_is_found_and_typed(line: str, kind: FurnitureKind) -> None:
    assert found(f"{NEWS}\n\n{NEWS}\n\n{line}") == [(line, kind)]


@pytest.mark.parametrize(("text", "dateline"), DATELINES)
def test_a_dateline_is_found_to_its_dash(text: str, dateline: str) -> None:
    assert found(f"{text}\n\n{NEWS}") == [(dateline, DATELINE)]


@pytest.mark.parametrize("line", NEWS_AFTER_ALL)
def test_news_in_words_of_the_page_stays_news(line: str) -> None:
    assert found(f"{NEWS}\n\n{line}\n\n{NEWS}") == []


@pytest.mark.parametrize(("text", "words_of_it"), WITHIN)
def test_a_credit_in_a_paragraph_takes_no_news_with_it(text: str, words_of_it: str) -> None:
    assert [said_so for said_so, _ in found(f"{NEWS}\n\n{text}\n\n{NEWS}")][-1:] == [words_of_it]


@pytest.mark.parametrize(("line", "kind"), AT_THE_END)
def test_no_claim_name_or_quote_stands_in_a_line_of_the_page(line: str, kind: FurnitureKind) -> None:
    assert kind in FurnitureKind
    read = reading(f"{NEWS}\n\n{line}")
    start = len(NEWS) + 2
    spans = [
        *(claim.trigger for claim in read.claims),
        *(name.span for name in read.document.names),
        *(quote.content for quote in read.quotes),
    ]
    assert [read.words(span) for span in spans if span.start >= start] == []
