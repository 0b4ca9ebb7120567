"""The text as steps of writing: paragraphs in which marked stretches nest and cross, every character in its place."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from headwater.render.body import Mark, marked
from headwater.render.characters import shown_parts
from headwater.render.layers.view import Layer, Paragraph, Sign, Standing, Stretch
from headwater.types import Article, Span

__all__ = ["anchor", "letter_of", "paragraphs", "signed", "stretches"]

_PARAGRAPH: Final = re.compile(r"[^\n]*\S[^\n]*")
_VISIBLE: Final = re.compile(r"\S")
_LETTERS: Final = {
    Layer.OWN: "o",
    Layer.ALTERATIONS: "a",
    Layer.CONFLICTS: "d",
    Layer.CLAIMS: "c",
    Layer.QUOTES: "q",
    Layer.NAMES: "n",
    Layer.PLACES: "p",
    Layer.DATES: "t",
    Layer.NUMBERS: "f",
    Layer.LEFT_OUT: "l",
}
_PLACES: Final = {layer: place for place, layer in enumerate(Layer)}


def anchor(span: Span) -> str:
    """The id of a span on the page of its article."""
    return f"w{span.start}-{span.end}"


def letter_of(layer: Layer) -> str:
    """The letter that its signs begin with; "" for passages, whose signs begin with the letter of a line."""
    return _LETTERS.get(layer, "")


def signed(standings: Iterable[Standing]) -> Iterator[tuple[Standing, Sign]]:
    """Each with its sign, in the order of the text; numbers count up within a layer (of passages within a line)."""
    given: dict[tuple[str, str], str] = {}
    numbers: Counter[str] = Counter()
    for each in sorted(standings, key=_order):
        yield each, Sign(each.layer, _label(each, numbers, given), each.said, each.letter)


def _order(standing: Standing) -> tuple[int, int, int, str]:
    return standing.span.start, -standing.span.end, _PLACES[standing.layer], standing.said


def _label(standing: Standing, numbers: Counter[str], given: dict[tuple[str, str], str]) -> str:
    """The next number of its kind; the one that was given before to what is the same."""
    beginning = letter_of(standing.layer) or standing.letter or "?"
    key = (beginning, standing.same)
    if standing.same and key in given:
        return given[key]
    numbers[beginning] += 1
    given[key] = f"{beginning}{numbers[beginning]}"
    return given[key]


def stretches(signs: Iterable[tuple[Standing, Sign]], at: Span | None) -> Mapping[str, Stretch]:
    """What is marked, by id: each span once with all its signs, and the words that were asked for, lit."""
    held: dict[Span, list[Sign]] = {at: []} if at is not None else {}
    for standing, sign in signs:
        held.setdefault(standing.span, []).append(sign)
    return {anchor(span): _stretch(span, made, lit=span == at) for span, made in held.items()}


def _stretch(span: Span, signs: Sequence[Sign], *, lit: bool) -> Stretch:
    return Stretch(anchor(span), f"{span.start}-{span.end}", tuple(signs), lit)


def paragraphs(article: Article, made: Mapping[str, Stretch]) -> Iterator[Paragraph]:
    """The paragraphs, each with the stretches in it. Together they are the text without the white space at their ends.

    A stretch begins at its first character that is not white space, so that every one begins inside a paragraph.
    """
    waiting = deque(sorted(_placed(article.text, made)))
    going: list[tuple[int, int, str]] = []
    for match in _PARAGRAPH.finditer(article.text):
        start, end = match.start(), match.start() + len(match.group().rstrip())
        going = [each for each in going if each[1] > start]
        while waiting and waiting[0][0] < end:
            going.append(waiting.popleft())
        steps = tuple(marked(article.text, start, end, going, _shown))
        begun = (made[name] for first, _, name in going if first >= start)
        yield Paragraph(start, steps, tuple(each for each in begun if each.letter))


def _placed(text: str, made: Mapping[str, Stretch]) -> Iterator[tuple[int, int, str]]:
    for name, stretch in made.items():
        start, end = map(int, stretch.place.split("-"))
        first = _VISIBLE.search(text, start, end)
        if first is not None:
            yield first.start(), end, name


def _shown(text: str) -> Iterator[Mark]:
    """Text as it is, and the characters that a page may not obey one by one, so that places stay countable."""
    return (Mark("odd" if odd else "text", part) for part, odd in shown_parts(text))
