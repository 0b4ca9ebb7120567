"""The standfirst: the sentences that many newsrooms set between headline and body.

It often stands outside the element that holds the body, where no extractor looks. It is taken to be the paragraph that
says what the page's own description says; else the one between headline and body whose class, or that of what is around
it, calls it so and occurs nowhere else on the page: what occurs often is a list of other articles.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, Final, NamedTuple

from headwater.sources.asides import ASIDE, class_words, said_in

__all__ = ["find_standfirst"]

_NAMES: Final = frozenset(
    ("abstract", "deck", "dek", "excerpt", "intro", "lead", "lede", "standfirst", "subtitle", "summary", "teaser")
)
_HEADINGS: Final = ("h1", "h2", "h3", "h4")
_BLOCKS: Final = (*_HEADINGS, "p", "div", "section", "header", "blockquote", "ul", "ol", "table", "article")
_APART: Final = ("figure", "figcaption", "aside", "nav", "footer", "form", "li", "td")
_DESCRIPTIONS: Final = "//meta[@name='description' or @property='og:description']/@content"
_SHORTEST: Final = 30  # code points of a standfirst
_LONGEST: Final = 1000
_FEWEST_WORDS: Final = 5
_ALIKE: Final = 60  # letters and digits that two texts begin with alike, to be taken for one
_MOST_LINKED: Final = 0.3  # share of a text that may stand in links; what has more leads to other articles


class _Paragraph(NamedTuple):
    """A heading or paragraph and how it begins."""

    element: Any
    begin: str


def find_standfirst(tree: Any, text: str) -> str:
    """Return the standfirst of a page, on one line, where the extracted `text` lacks it; '' if there is none."""
    held, paragraphs = _squeezed(text), _paragraphs(tree)
    headlines = {one.begin for one in paragraphs if one.element.tag == "h1"}
    for one in (*_described(tree, paragraphs), *_called(tree, paragraphs, held)):
        if one.begin not in held and one.begin not in headlines and _is_prose(one.element):
            return said_in(one.element, _LONGEST)
    return ""


def _paragraphs(tree: Any) -> list[_Paragraph]:
    """What holds no block and stands in nothing that is set apart from the text, in the order of the page."""
    return [
        _Paragraph(one, _squeezed(said_in(one, 2 * _ALIKE))[:_ALIKE]) for one in tree.iter(*_BLOCKS) if _is_own(one)
    ]


def _is_own(element: Any) -> bool:
    return (
        next(element.iterdescendants(*_BLOCKS), None) is None
        and next(element.iterancestors(*_APART), None) is None
        and all(ASIDE not in one.attrib for one in (element, *element.iterancestors()))
    )


def _described(tree: Any, paragraphs: Sequence[_Paragraph]) -> Iterator[_Paragraph]:
    """The paragraphs that begin as a description of the page does."""
    said = {_squeezed(str(one))[:_ALIKE] for one in tree.xpath(_DESCRIPTIONS)}
    return (one for one in paragraphs if len(one.begin) >= _SHORTEST and one.begin in said)


def _called(tree: Any, paragraphs: Sequence[_Paragraph], held: str) -> Iterator[_Paragraph]:
    """The paragraphs between headline and body that are called a standfirst by a class that occurs once."""
    headline = next((at for at, one in enumerate(paragraphs) if one.element.tag == "h1"), len(paragraphs))
    body = next((at for at in range(headline, len(paragraphs)) if _opens(paragraphs[at], held)), 0)
    uses = Counter(one.get("class") for one in tree.iter("*"))
    for one in paragraphs[headline + 1 : body]:
        near = (one.element, *islice(one.element.iterancestors(), 2))
        if any(class_words(around) & _NAMES and uses[around.get("class")] == 1 for around in near):
            yield one


def _opens(paragraph: _Paragraph, held: str) -> bool:
    return len(paragraph.begin) >= _SHORTEST and held.startswith(paragraph.begin)


def _is_prose(element: Any) -> bool:
    said = said_in(element, 2 * _LONGEST)
    linked = sum(len(said_in(link, _LONGEST)) for link in element.iter("a"))
    fits = _SHORTEST <= len(said) <= _LONGEST and len(said.split()) >= _FEWEST_WORDS
    return fits and linked <= _MOST_LINKED * len(said)


def _squeezed(text: str) -> str:
    """The letters and digits of a text alone, in small letters, to compare what is spaced and marked differently."""
    return "".join(character for character in text.lower() if character.isalnum())
