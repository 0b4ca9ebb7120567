"""Addresses of pages: brought to one form, compared, and told from what only looks like one.

Two forms are kept apart. The *cleaned* address opens the same page as the one given, without what merely tracks who
came from where (which parameters do is courlan's knowledge, Barbaresi 2021), and a copy in an AMP cache gives way to
the publisher's own address. The *identity* says which page is meant: `https://m.example.org/a/?utm_source=x` and
`http://www.example.org/a` are one page. It is for comparing, not for opening.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final
from urllib.parse import SplitResult, unquote, urljoin, urlsplit, urlunsplit

__all__ = ["LONGEST_ADDRESS", "cleaned", "identity", "is_front", "is_web", "resolved", "same_site"]

LONGEST_ADDRESS: Final = 4000
"""Code points of an address; servers take fewer."""

_BLANK: Final = re.compile(r"[\x00-\x20\x7f\u00a0\u2028\u2029]+")
_PORTS: Final = {"http": ":80", "https": ":443"}
# What courlan lets stand: marks of campaigns that single publishers invented and others took over.
_TRACKING: Final = frozenset(
    ("cmp", "guccounter", "ito", "ncid", "ocid", "smid", "smtyp", "soc_src", "soc_trk", "taid")
)
# What courlan takes off for a number of trackers, and what many publishers number their pages by.
_NUMBERED: Final = frozenset(("aid", "cid", "eid", "id", "nid", "pid", "sid", "uid"))
_VARIANT: Final = frozenset(("amp", "outputtype", "output", "view", "platform"))
_VARIANTS: Final = frozenset(("", "1", "true", "amp", "amphtml", "mobile"))
_HOSTS: Final = re.compile(r"^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)")
_AMP_PATH: Final = re.compile(r"/amp(?=/|$)|(?<=.)\.amp(?=\.html?$|$)", re.IGNORECASE)
_FRONT: Final = re.compile(
    r"/?(?:[a-z]{2}(?:[-_][a-z]{2})?/?)?(?:(?:index|default|home)(?:\.\w{2,5})?/?)?", re.IGNORECASE
)
_CACHES: Final = (
    (re.compile(r".*\.cdn\.ampproject\.org"), re.compile(r"/[cv]/(?P<secure>s/)?(?P<own>[^/]+/.*)")),
    (re.compile(r"(?:www\.)?google\.[a-z.]{2,6}"), re.compile(r"/amp/(?P<secure>s/)?(?P<own>[^/]+/.*)")),
)


def is_web(url: str) -> bool:
    """Tell whether an address can be fetched: http or https with a host, and no password in it."""
    parts = _parts(url)
    return parts is not None and parts.scheme in _PORTS and bool(parts.hostname) and "@" not in parts.netloc


def resolved(link: str, base: str) -> str:
    """Return a link as a whole address, against the address of its page; '' if it is empty or none of the web."""
    bare = _BLANK.sub("", link)
    try:
        whole = urljoin(base, bare) if 0 < len(bare) <= LONGEST_ADDRESS else ""
    except ValueError:  # brackets that hold no IPv6 address
        return ""
    return whole if is_web(whole) else ""


def cleaned(url: str) -> str:
    """Return the address that opens the same page without tracking, fragment and cache; as it is where it is none."""
    parts = _parts(_uncached(url.strip()))
    if parts is None or parts.scheme not in _PORTS or not parts.hostname:
        return url
    kept = [pair for pair in parts.query.split("&") if pair and not _tracks(pair)]
    fragment = parts.fragment if parts.fragment.startswith("!") else ""  # "#!/story" is a page to its scripts
    return urlunsplit((parts.scheme, _host(parts), parts.path or "/", "&".join(kept), fragment))


def identity(url: str) -> str:
    """Return what is the same for every address of one page, '' for what is no address of the web.

    No scheme, no `www.`, `m.` or `amp.`, no marks of an AMP or mobile variant, the parameters in order, no slash at
    the end.
    """
    parts = _parts(cleaned(url))
    if parts is None or parts.scheme not in _PORTS or not parts.hostname:
        return ""
    pairs = sorted(pair for pair in parts.query.split("&") if pair and not _is_variant(pair))
    path = _AMP_PATH.sub("", unquote(parts.path)).rstrip("/")
    query = f"?{'&'.join(pairs)}" if pairs else ""
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    return f"{_HOSTS.sub('', _host(parts))}{path}{query}{fragment}"


def is_front(url: str) -> bool:
    """Tell whether an address is a site's front page, also that of a language: `/`, `/index.html`, `/en/`."""
    parts = _parts(url)
    return parts is not None and not parts.query and _FRONT.fullmatch(parts.path) is not None


def same_site(one: str, other: str) -> bool:
    """Tell whether two addresses belong to one publisher's domain: `news.bbc.co.uk` and `www.bbc.co.uk` do."""
    return bool(_site(one)) and _site(one) == _site(other)


def _site(url: str) -> str:
    parts = _parts(url)
    return _domain((parts.hostname or "").lower()) if parts else ""


@lru_cache(maxsize=4096)
def _domain(host: str) -> str:
    """The registered domain of a host; the host itself for numbers and names that no registry knows."""
    from courlan import extract_domain

    return str(extract_domain(f"https://{host}/") or host)


def _parts(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url) if len(url) <= LONGEST_ADDRESS else None
        if parts is not None:
            _ = parts.port  # raises for one that is no number
    except ValueError:
        return None
    return parts


def _host(parts: SplitResult) -> str:
    host = parts.netloc.rpartition("@")[2].lower()
    return host.removesuffix(_PORTS[parts.scheme]).removesuffix(".")


def _tracks(pair: str) -> bool:
    name, _, value = pair.partition("=")
    name = unquote(name).lower()
    return name in _TRACKING or (not (name in _NUMBERED and value.isdigit()) and _is_tracker(name))


@lru_cache(maxsize=4096)
def _courlan_drops(name: str) -> bool:
    from courlan.clean import clean_query

    return not clean_query(f"{name}=x")


def _is_tracker(name: str) -> bool:
    return len(name) <= 40 and name.replace("_", "").replace("-", "").isalnum() and _courlan_drops(name)


def _is_variant(pair: str) -> bool:
    name, _, value = pair.lower().partition("=")
    return name in _VARIANT and value in _VARIANTS


def _uncached(url: str) -> str:
    """The publisher's own address of a page in an AMP cache; any other as it is."""
    parts = _parts(url)
    for host, path in _CACHES if parts else ():
        found = path.fullmatch(parts.path) if parts and host.fullmatch(parts.hostname or "") else None
        if parts and found:
            query = f"?{parts.query}" if parts.query else ""
            return f"http{'s' if found['secure'] else ''}://{found['own']}{query}"
    return url
