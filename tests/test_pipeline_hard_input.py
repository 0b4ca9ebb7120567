"""Bad and hard input through the whole pipeline: always a brief, always with its words. All names are invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.models.spacy_english import load_parser
from headwater.pipeline import brief_articles
from headwater.settings import Settings
from headwater.testing.articles import make_article
from headwater.testing.spans import misplaced_spans
from headwater.types import Article, Brief

DAY = "2031-03-11"
REPORT = """\
VARNHOLT (AP) — Gunmen in two boats raided the old mill of Varnholt on Monday, killing 12 millers, Mayor Ada Holm said.

“They came out of the fog and fired at everyone,” Holm told reporters. Four guards were wounded.
"""
FURNITURE = """\
Share this:

Facebook Twitter

Leave a Reply

Your email address will not be published. Required fields are marked *

© 2031 Varnholt Courier. All rights reserved.
"""
HARD = {
    "one sentence": "Gunmen raided the mill.",
    "one word": "Varnholt",
    "a headline": "MILL BURNS",
    "furniture alone": FURNITURE,
    "punctuation alone": "… — “” ?! ... ;;; ''",
    "digits alone": "12 13 14 15.\n\n2031",
    "blanks alone": " \n\t \n",
    "emoji": "🔥🔥 Gunmen raided the mill 😱 in Varnholt, 👩🏽‍🚒 Ada Holm said. 🚒",
    "right-to-left names": "Gunmen raided the mill, said עדה הולם. آدا هولم, the mayor, closed the bridge on Monday.",
    "combining marks and odd blanks": "Ádá\u00a0Ho\u0301lm\u2009raided\u3000the mill\u200b.\u2028Guards\ufefffled.",
    "unclosed quotes": "“Gunmen raided the mill, Ada Holm said. “We saw «smoke. ‘Nobody ran, she said.",
    "no full stops": "gunmen raided the mill and burned it and then the guards fled and nobody came " * 12,
    "all capitals": "GUNMEN RAIDED THE MILL IN VARNHOLT ON MONDAY, KILLING 12 MILLERS, ADA HOLM SAID.",
    "carriage returns": "Gunmen raided the mill.\r\n\r\nGuards fled.\rNobody came.",
    "a list": "- 12 killed\n- 30 wounded\n- 3 boats\n* the mill\n1. Varnholt",
    "absurd numbers": f"Gunmen killed {'9' * 400} millers and {10**30} guards on the 99th of Smarch 99999.",
    "absurd days": "A million days after gunmen raided the mill on Monday, 0 days before it burned, guards fled.",
    "a negated nothing": "Nobody never did not fail to avoid refusing to deny nothing.",
    "one long word": "a" * 5000,
    "many commas": "The mill," + " the barn, the quay," * 150 + " burned.",
}  # fmt: skip


def _articles(*texts: str, published: str = DAY) -> list[Article]:
    return [make_article(text, id=f"a{number:02}", published=published) for number, text in enumerate(texts)]


def _brief(*articles: Article) -> Brief:
    """The first brief, with every span of it in its place."""
    chosen = Settings()
    brief = brief_articles(articles, chosen, parser=load_parser(chosen.model))[0]
    assert misplaced_spans(brief) == []
    assert brief.headline.spans
    return brief


@pytest.mark.parametrize("text", [text for name, text in HARD.items() if name != "blanks alone"],
                         ids=[name for name in HARD if name != "blanks alone"])  # fmt: skip
def test_a_hard_text_alone_gives_a_brief_of_one_line(text: str) -> None:
    assert _brief(*_articles(text)).count_line == "1 article, 1 line of reporting"


@pytest.mark.parametrize("text", HARD.values(), ids=HARD)
def test_a_hard_text_does_not_disturb_the_report_beside_it(text: str) -> None:
    brief = _brief(*_articles(REPORT, text))
    assert any(
        figure.role == "killed" and 12 in {value.quantity.low for value in figure.values} for figure in brief.figures
    )


def test_a_text_without_words_has_a_brief_that_says_nothing() -> None:
    brief = _brief(*_articles(HARD["punctuation alone"]))
    assert (brief.claims, brief.statements, brief.figures, brief.timeline) == ((), (), (), ())


def test_an_article_of_furniture_alone_asserts_nothing() -> None:
    brief = _brief(*_articles(FURNITURE))
    assert brief.statements == ()
    assert {one.name for one in brief.left_out} == {"a00.txt"}


def test_a_report_without_any_date_has_its_claims_and_no_days() -> None:
    brief = _brief(*_articles(REPORT, published=""))
    assert brief.statements
    assert brief.timeline == ()


def test_identical_articles_are_one_line() -> None:
    assert _brief(*_articles(*[REPORT] * 3)).count_line == "3 articles, 1 line of reporting"


def test_thirty_copies_tell_what_one_tells() -> None:
    one, thirty = _brief(*_articles(REPORT)), _brief(*_articles(*[REPORT] * 30))
    assert thirty.count_line == "30 articles, 1 line of reporting"
    assert [len(statement.articles) for statement in thirty.statements] == [30] * len(one.statements)
    assert (thirty.conflicts, thirty.alterations) == ((), ())


def test_a_name_in_another_script_keeps_its_words() -> None:
    brief = _brief(*_articles(HARD["right-to-left names"]))
    text = brief.articles[0].text
    assert any("mill" in text[claim.span.start : claim.span.end] for claim in brief.claims)


WORDS = (
    "killed", "12", "Varnholt", "Ada Holm", "said", "on Monday", "“", "”", ".", ",", "the", "mill", "not", "\n\n", "🔥",
    "at least", "a day after", "denied", "to", "died",
)  # fmt: skip


@settings(max_examples=12, deadline=None)
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join), min_size=1, max_size=3))
def test_any_mixture_of_the_words_of_news_gives_briefs(texts: list[str]) -> None:
    written = [text for text in texts if text.strip()] or ["."]
    assert _brief(*_articles(*written)).count_line
