"""Hard cases of derivation: opinion, interviews, transcripts, quotes that lost their marks. All is fiction."""

from __future__ import annotations

import itertools
import time

from derivation_cases import WHOLE, arrow, cast, cut_to, kind, lines, paragraphs, shared, trace_all, with_text

from headwater.types import Article, DerivationKind

OPINION = cast("opinion")
OPED, ANSWER = OPINION["oped"], OPINION["answer"]
INTERVIEW = cast("interview")
TRANSCRIPT, REPORT = INTERVIEW["transcript"], INTERVIEW["report"]
HEARING = cast("hearing")
QUOTED = {"quote", "statement"}

# --- opinion --------------------------------------------------------------------------------------------------------


def rerun() -> Article:
    """The op-ed as another paper ran it: a note on the writer, and one paragraph left out."""
    kept = paragraphs(OPED)
    note = "Thea Lindqvist is a novelist. This article first appeared in The Marrow Herald."
    return with_text(
        OPED, [*kept[:3], *kept[4:], note], id="rerun", outlet="Ostermark Courier", title="A river's right"
    )


def test_an_op_ed_that_two_papers_ran_is_one_line() -> None:
    stemma = trace_all([OPED, rerun()])
    assert lines(stemma) == [{"oped", "rerun"}]
    assert stemma.count.high == 1
    assert kind(stemma, "oped", "rerun") in (DerivationKind.COPY, DerivationKind.ABRIDGED)


def test_a_reprint_that_says_where_the_article_first_appeared_came_from_there() -> None:
    assert arrow(trace_all([OPED, rerun()]), "oped", "rerun") == "oped > rerun"


def test_an_op_ed_that_answers_another_and_quotes_it_is_a_line_of_its_own() -> None:
    stemma = trace_all([OPED, rerun(), ANSWER])
    assert lines(stemma) == [{"answer"}, {"oped", "rerun"}]
    assert stemma.count.low == 2
    assert kind(stemma, "oped", "answer") not in WHOLE


def test_what_an_answer_quotes_of_an_op_ed_is_masked_though_the_op_ed_has_no_marks_there() -> None:
    stemma = trace_all([OPED, ANSWER])
    found = shared(stemma, OPINION, "oped", "answer")
    quoted = ("not a drain", "earned in a generation", "sit down and rest")
    assert all(any(each in words for words, _ in found) for each in quoted)
    assert {mask for words, mask in found if any(each in words for each in quoted)} <= QUOTED


# --- an interview ---------------------------------------------------------------------------------------------------


def test_a_report_that_quotes_another_papers_interview_is_a_line_of_its_own() -> None:
    stemma = trace_all([TRANSCRIPT, REPORT])
    assert lines(stemma) == [{"report"}, {"transcript"}]
    assert kind(stemma, "report", "transcript") in (DerivationKind.SHARED_STATEMENT, DerivationKind.PARTIAL)
    found = shared(stemma, INTERVIEW, "report", "transcript")
    assert any("counted the waves" in words for words, _ in found)
    assert {mask for _, mask in found} <= QUOTED


def test_an_interview_printed_twice_is_one_line_though_it_is_all_speech() -> None:
    """The questions, their order and the whole of the answers are the first paper's work."""
    again = cut_to(TRANSCRIPT, *range(7), *range(9, 13), id="again", outlet="Overby Star")
    stemma = trace_all([TRANSCRIPT, again, REPORT])
    assert lines(stemma) == [{"again", "transcript"}, {"report"}]
    assert kind(stemma, "again", "transcript") in (DerivationKind.COPY, DerivationKind.ABRIDGED)


# --- a transcript of 20,000 words -----------------------------------------------------------------------------------

SPEAKERS = ("THE CHAIRWOMAN", "MR. OBERLIN", "MS. TARRANT", "DR. QUAYLE", "MR. STOKES", "MS. VANE")
WHO = (
    "The harbour board", "My honourable friend", "Our engineer at Tarn", "Nobody on this committee",
    "The contractor's second letter", "Every witness from the islands", "The treasury", "A surveyor whom I trust",
    "The old pilot book", "Half of my constituents", "The minutes of last June", "The diver who went down in March",
)  # fmt: skip
DID = (
    "has told us more than once that the sluice was never meant to carry a road",
    "would sooner see the money spent on dredging than on another set of drawings",
    "gave a figure of eleven million, which I have been unable to find in any account",
    "says that the bolts were tightened by hand, because the proper wrench had been lent to the railway",
    "cannot explain why the lamp on the west mole was out for nineteen nights",
    "made no objection at the time, and I think that this ought to be written down",
    "warned of ice in the culvert long before the first barge went aground there",
    "was promised an answer by Easter, and we have now had two Easters",
    "never saw the drawing that is marked number four in the bundle before you",
    "asked for a boat, was given a bicycle, and did what could be done with a bicycle",
    "thinks that the toll should be paid by those who cross and not by those who watch",
    "expects the wall to stand for thirty years, provided that no one leans on it",
)


def hearing() -> Article:
    """Two days of a committee, about 20,000 words in turns of four sentences, with the testimony in between."""
    said = [f"{who} {did}." for who, did in itertools.product(WHO, DID)]
    order = [said[(number * 53) % len(said)] for number in range(7 * len(said))]
    speakers = itertools.cycle(SPEAKERS)
    turns = [
        line for at in range(0, len(order), 4) for line in (f"{next(speakers)}: {order[at]}", *order[at + 1 : at + 4])
    ]
    for number, words in enumerate(paragraphs(HEARING["testimony"])):
        turns.insert(200 * (number + 1), words)
    return with_text(
        OPED, turns, id="hearing", outlet="Parliament of Vane", title="Select Committee on the Tarn Sluice"
    )


def test_a_short_report_of_a_transcript_of_20_000_words_is_a_line_of_its_own_and_soon_told() -> None:
    long, report = hearing(), HEARING["report"]
    assert 19_000 < len(long.text.split()) < 22_000
    started = time.process_time()
    stemma = trace_all([long, report])
    assert time.process_time() - started < 15.0
    assert lines(stemma) == [{"hearing"}, {"report"}]
    assert stemma.count.low == 2
    assert kind(stemma, "hearing", "report") in (DerivationKind.SHARED_STATEMENT, DerivationKind.PARTIAL)
    found = shared(stemma, {"hearing": long, "report": report}, "report", "hearing")
    assert sum("ministry nine times" in words or "finger into the crack" in words for words, _ in found) == 2
    assert {mask for _, mask in found} <= QUOTED


# --- marks ----------------------------------------------------------------------------------------------------------


def test_a_copy_without_quotation_marks_is_a_copy_and_came_from_the_text_that_has_them() -> None:
    bare = with_text(REPORT, REPORT.text.replace('"', ""), id="bare", outlet="Quick News Now")
    stemma = trace_all([bare, REPORT])
    assert lines(stemma) == [{"bare", "report"}]
    assert kind(stemma, "bare", "report") is DerivationKind.COPY
    assert arrow(stemma, "bare", "report") == "report > bare"
