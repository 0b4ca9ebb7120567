"""Saved or fetched HTML: main text and metadata by trafilatura (Barbaresi 2021), JSON-LD read first.

trafilatura has the best F1 of the extractors we measured; its date falls back on guesses from the page, which are
switched off here: a date that no metadata states is not stated. Scripts are never run, nothing is loaded from the net.
"""

from __future__ import annotations

import logging
import re
from typing import Any, Final

from headwater.errors import UnreadableInput
from headwater.sources.draft import draft
from headwater.sources.jsonld import find_news
from headwater.text.agencies import agency_named
from headwater.text.days import day_in_path, read_day
from headwater.types import Article

__all__ = ["read_page", "text_of_html"]

_NO_ARTICLE: Final = "has no article in it; save the page of one article, or its text"
_FEWEST_WORDS: Final = 5
_MOST_ELEMENTS: Final = 40_000  # long news pages have 5,000; the extractor's time grows with the square on hostile ones
_INSTANT_META: Final = (
    "//meta[@property='article:published_time' or @name='article:published_time' or @itemprop='datePublished' "
    "or @name='date' or @name='DC.date.issued' or "
    "@name='parsely-pub-date']/@content | //time[@itemprop='datePublished']/@datetime"
)


def read_page(name: str, html: str, url: str = "", key: str = "") -> Article:
    """Return the article of a page: main text and stated metadata. Raises `UnreadableInput` if there is none."""
    tree = _tree(name, html)
    news = find_news(tree.xpath("//script[@type='application/ld+json']/text()"))
    instant = next((stated for stated in map(str, tree.xpath(_INSTANT_META)) if read_day(stated)), "")
    found = _extract(tree, url, html)
    if found is None or len((found.text or "").split()) < _FEWEST_WORDS:
        raise UnreadableInput(name, _NO_ARTICLE)
    author = news.author or found.author or ""
    return draft(
        name,
        found.text,
        key=key,
        title=news.headline or _headline(found.title or "", found.sitename or ""),
        outlet=news.publisher or _site(found.sitename, url or found.url),
        agency=agency_named(author) or agency_named(news.source),
        byline="" if agency_named(author) else author.replace("; ", ", "),
        published=news.published or instant or _date(found.date, url or found.url),
        url=url or found.url,
    )


def text_of_html(html: str) -> str:
    """Return the text of an HTML fragment that is known to be an article body, paragraph by paragraph."""
    root = _tree("", f"<html><body>{html}</body></html>")
    blocks = root.xpath(".//p | .//h1 | .//h2 | .//h3 | .//li | .//blockquote[not(.//p)]") or [root]
    paragraphs = (" ".join(block.text_content().split()) for block in blocks)
    return "\n".join(paragraph for paragraph in paragraphs if paragraph)


def _headline(title: str, site: str) -> str:
    """Return a page's title without the name of the site that many put behind it."""
    return re.sub(rf"\s+[-|–—»:]\s+{re.escape(site)}$", "", title) if site else title


def _site(sitename: str | None, url: str | None) -> str:
    """Return the name of the site unless the extractor made it from the address: that would be inferred, not stated."""
    return "" if not sitename or sitename.lower() in (url or "").lower() else sitename


def _date(date: str | None, url: str | None) -> str:
    """Return the date unless it stands in the address, for the same reason."""
    return "" if not date or date == day_in_path(url or "") else date


def _tree(name: str, html: str) -> Any:
    import trafilatura

    tree = trafilatura.load_html(html) if html.strip() else None
    if tree is None:
        raise UnreadableInput(name, _NO_ARTICLE)
    if sum(1 for _ in tree.iter()) > _MOST_ELEMENTS:
        raise UnreadableInput(name, f"has more than {_MOST_ELEMENTS:,} elements; save the text of its article")
    return tree


def _extract(tree: Any, url: str, html: str) -> Any:
    """Run the extractor without its comments and guesses, and without its log lines on odd pages."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    return trafilatura.bare_extraction(
        tree,
        url=url or None,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True, "max_date": "2199-12-31"},
    )
