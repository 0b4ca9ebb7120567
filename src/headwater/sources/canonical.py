"""Which address a page calls its own: `rel=canonical` (RFC 6596), Open Graph's `og:url`, JSON-LD, in this order.

Pages get it wrong in known ways: a template that names the front page for every article, an address of a test server,
a copy that names the original at another publisher (which is true of the text, not of this page). An address is
believed only where it is of the same publisher's domain as the page and does not turn an article into a front page. The
original at another publisher is what the page says it was taken from.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from headwater.text.addresses import cleaned, identity, is_front, resolved, same_site

__all__ = ["canonical_address", "stated_originals"]

_LINKS: Final = "//link[translate(@rel, 'CANOIL', 'canoil') = 'canonical']/@href"
_SYNDICATED: Final = "//meta[@name='syndication-source']/@content"
_OPEN_GRAPH: Final = "//meta[@property='og:url' or @name='og:url']/@content"


def canonical_address(tree: Any, in_json: str, url: str) -> str:
    """Return the cleaned address of a page: the one it states, where that can be believed, else `url`.

    `tree` is the page, `in_json` what its JSON-LD states, `url` where it was fetched ('' for a saved page, whose own
    word is all there is). An address that says the same as `url` in another form (without AMP, say) goes first.
    """
    asked = cleaned(url) if url else ""
    stated = [cleaned(one) for one in _stated(tree, in_json, asked)]
    believed = [one for one in stated if _believable(one, asked)]
    same = [one for one in believed if asked and identity(one) == identity(asked)]
    return next(iter(same or believed), asked)


def stated_originals(tree: Any, url: str) -> tuple[str, ...]:
    """Return the cleaned addresses, at other publishers, of what a page fetched from `url` says it was taken from.

    By `rel=canonical`, where that is the only one, or the `syndication-source` of Google News. A saved page whose own
    address is not known says nothing of this.
    """
    asked = cleaned(url) if url else ""
    named = [*_canonical_link(tree, asked), *(resolved(str(one), asked) for one in tree.xpath(_SYNDICATED))]
    elsewhere = (cleaned(one) for one in named if one and asked and not same_site(one, asked) and not is_front(one))
    return tuple(dict.fromkeys(elsewhere))


def _canonical_link(tree: Any, base: str) -> tuple[str, ...]:
    """The canonical link, whole; several that differ cancel each other out."""
    links = dict.fromkeys(filter(None, (resolved(str(link), base) for link in tree.xpath(_LINKS))))
    return tuple(links) if len(links) == 1 else ()


def _stated(tree: Any, in_json: str, base: str) -> Iterator[str]:
    """The addresses that the page states, whole."""
    yield from _canonical_link(tree, base)
    for one in (*map(str, tree.xpath(_OPEN_GRAPH)), in_json):
        whole = resolved(one, base)
        if whole:
            yield whole


def _believable(stated: str, asked: str) -> bool:
    if is_front(stated) and not (asked and is_front(asked)):
        return False
    return not asked or same_site(stated, asked)
