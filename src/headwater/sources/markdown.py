"""Markdown with front matter: metadata in the head, and a body whose markup is taken off.

The front matter is read by a safe YAML loader that makes no objects; its size is capped and aliases are refused, so
that a "billion laughs" document costs nothing. Only the marks that news texts use are taken off (headings, emphasis,
links, pictures, quotes, rules); what else stands in the body is text.
"""

from __future__ import annotations

import datetime
import re
from typing import Final

from headwater.errors import MalformedRecord
from headwater.sources.draft import draft
from headwater.types import Article

__all__ = ["read_markdown"]

_HEAD: Final = re.compile(r"---[ \t]*\n(?P<head>.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_LONGEST_HEAD: Final = 20_000
_ALIAS: Final = re.compile(r"(?:^|[\s\[{,])\*[A-Za-z0-9_-]+\s*(?=[\],}\n]|$)", re.MULTILINE)

# Which keys of the front matter give which field, the first one present counts.
_KEYS: Final = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "publisher", "site", "sitename", "source"),
    "agency": ("agency", "wire"),
    "byline": ("byline", "author", "authors"),
    "published": ("published", "date", "publishdate", "pubdate", "datepublished"),
    "url": ("url", "canonical", "link", "permalink"),
}
_MARKUP: Final = (
    (re.compile(r"!\[[^\]\n]{0,300}\]\([^)\n]{0,500}\)"), ""),  # a picture
    (re.compile(r"\[([^\]\n]{1,300})\]\([^)\n]{0,500}\)"), r"\1"),  # a link keeps its words
    (re.compile(r"^#{1,6}[ \t]{1,9}(.{0,300}?)[ \t#]{0,9}$", re.MULTILINE), r"\1"),  # a heading
    (re.compile(r"^[ \t]*>[ \t]?", re.MULTILINE), ""),  # a quoted block
    (re.compile(r"^[ \t]*(?:[-*_][ \t]?){3,99}$", re.MULTILINE), ""),  # a rule
    (re.compile(r"(\*\*|__)(?=\S)([^\n]{1,500}?)(?<=\S)\1"), r"\2"),  # strong
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]{1,500}?)(?<=\S)\*(?![\w*])"), r"\1"),  # emphasis
    (re.compile(r"(?<!\w)_(?=\S)([^_\n]{1,500}?)(?<=\S)_(?!\w)"), r"\1"),
)
_FIRST_HEADING: Final = re.compile(r"\s*#[ \t]+(?P<title>[^\n]{1,300}?)[ \t#]{0,9}(?:\n|$)")


def read_markdown(name: str, text: str, key: str = "") -> Article:
    """Return the article of a Markdown file. Raises `MalformedRecord` if its front matter cannot be read."""
    head = _HEAD.match(text)
    fields = _front_matter(name, head["head"] or "") if head else {}
    body = text[head.end() :] if head else text
    heading = _FIRST_HEADING.match(body)
    title = fields.get("title") or (heading["title"] if heading else None)
    if heading:
        body = body[heading.end() :]
    return draft(name, _without_markup(body).strip("\n"), key=key, **{**fields, "title": title})


def _front_matter(name: str, head: str) -> dict[str, str | None]:
    if len(head) > _LONGEST_HEAD:
        raise MalformedRecord(name, f"its front matter is longer than {_LONGEST_HEAD} characters; shorten it")
    if _ALIAS.search(head):
        raise MalformedRecord(name, "its front matter uses YAML aliases, which are not read; write the values out")
    loaded = _loaded(name, head)
    lowered = {key.lower().replace("_", "").replace("-", ""): value for key, value in loaded.items()}
    return {field: _first(lowered, keys) for field, keys in _KEYS.items()}


def _loaded(name: str, head: str) -> dict[str, object]:
    """Return the keys and values of the YAML. The libraries are imported here: only Markdown needs them."""
    import frontmatter
    import yaml

    try:
        return {str(key): value for key, value in frontmatter.loads(f"---\n{head}---\n").metadata.items()}
    except (yaml.YAMLError, ValueError, TypeError, RecursionError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", None)
        where = f" (line {line + 1})" if line is not None else ""
        raise MalformedRecord(name, f"its front matter is not YAML{where}; write it as `key: value` lines") from None


def _first(fields: dict[str, object], keys: tuple[str, ...]) -> str | None:
    return next((_written(fields[key]) for key in keys if fields.get(key)), None)


def _written(value: object) -> str:
    """Return a YAML value as text: dates in ISO form, lists of people with commas."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    return ", ".join(str(part) for part in value) if isinstance(value, list) else str(value)


def _without_markup(body: str) -> str:
    for pattern, words in _MARKUP:
        body = pattern.sub(words, body)
    return body
