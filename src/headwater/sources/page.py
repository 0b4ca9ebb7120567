"""Saved or fetched HTML: main text by trafilatura (Barbaresi 2021), mended, and what the page states of itself.

trafilatura has the best F1 of the extractors we measured. It is told what to leave out (`asides`), and the standfirst
is put back; on the development pages this is .02 above trafilatura alone. The text is brought to Unicode's NFC here,
where it is made, as the W3C asks of text on the web: pages write one accented letter in two ways. Scripts are never
run, nothing is loaded from the net.
"""

from __future__ import annotations

import logging
import unicodedata
import warnings
from typing import Any, Final

import msgspec

from headwater.errors import UnreadableInput
from headwater.sources.asides import ASIDE, mark_asides
from headwater.sources.canonical import canonical_address, stated_originals
from headwater.sources.draft import draft
from headwater.sources.headline import page_headline
from headwater.sources.jsonld import find_news
from headwater.sources.pagedates import page_date
from headwater.sources.standfirst import find_standfirst
from headwater.text.agencies import agency_named
from headwater.types import Article

__all__ = ["read_page"]

_NO_ARTICLE: Final = "has no article in it; save the page of one article, or its text"
_FEWEST_WORDS: Final = 5
_MOST_ELEMENTS: Final = 40_000  # long news pages have 5,000; the extractor's time grows with the square on hostile ones


def read_page(name: str, html: str, url: str = "", key: str = "", taken: str = "") -> Article:
    """Return the article of a page: main text and stated metadata. Raises `UnreadableInput` if there is none.

    `url` is where it was fetched, `taken` when (ISO 8601), which a date of publication cannot be later than.
    """
    tree = _tree(name, html)
    news = find_news(tree.xpath("//script[@type='application/ld+json']/text()"))
    mark_asides(tree)
    found = _extract(tree, url)
    text = _text(tree, found.text or "") if found is not None else ""
    if len(text.split()) < _FEWEST_WORDS:
        raise UnreadableInput(name, _NO_ARTICLE)
    author = news.author or found.author or ""
    address = canonical_address(tree, news.url, url)
    article = draft(
        name,
        text,
        key=key,
        title=page_headline(tree, [news.headline, found.title or ""], found.sitename or ""),
        outlet=news.publisher or _site(found.sitename, address),
        agency=agency_named(author) or agency_named(news.source),
        byline="" if agency_named(author) else author.replace("; ", ", "),
        url=address,
        derived_from=stated_originals(tree, url),
    )
    return msgspec.structs.replace(article, published=page_date(tree, news.published, found.date or "", address, taken))


def _text(tree: Any, extracted: str) -> str:
    """The text as extracted, its standfirst before it where that was left out."""
    text = unicodedata.normalize("NFC", extracted)
    opening = unicodedata.normalize("NFC", find_standfirst(tree, text)) if text else ""
    return f"{opening}\n{text}" if opening else text


def _site(sitename: str | None, url: str | None) -> str:
    """Return the name of the site unless the extractor made it from the address: that would be inferred, not stated."""
    return "" if not sitename or sitename.lower() in (url or "").lower() else sitename


def _tree(name: str, html: str) -> Any:
    tree = _extractor().load_html(html) if html.strip() else None
    if tree is None:
        raise UnreadableInput(name, _NO_ARTICLE)
    if sum(1 for _ in tree.iter()) > _MOST_ELEMENTS:
        raise UnreadableInput(name, f"has more than {_MOST_ELEMENTS:,} elements; save the text of its article")
    return tree


def _extract(tree: Any, url: str) -> Any:
    """Run the extractor without comments and asides, and without its log lines on odd pages."""
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    return _extractor().bare_extraction(
        tree,
        url=url or None,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        prune_xpath=f".//*[@{ASIDE}]",
        date_extraction_params={"extensive_search": False, "original_date": True, "max_date": "2199-12-31"},
    )


def _extractor() -> Any:
    """Return trafilatura; its import warns of parts for the network that are not there and not needed."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import trafilatura
    return trafilatura
