"""What the brief calls things: articles by outlet, lines by letter, speakers by name, attribution chains in words."""

from __future__ import annotations

import string
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final
from urllib.parse import urlsplit

from headwater.evidence import quoted_words
from headwater.render.characters import one_line
from headwater.render.view import Fact
from headwater.render.words import listed, percent
from headwater.text.day_words import said_day
from headwater.types import Article, Attribution, Basis, Brief, CueClass, Doubt, Known, SourceKind, Span

__all__ = ["HUES", "Naming", "facts", "hue_of", "letter_of"]

HUES: Final = 8  # lines of their own colour; the ninth begins again, told apart by its letter

_NAMED: Final = 4  # articles of a group that are named
_OWN_WORD: Final = "the newsroom’s own word"
_BASIS: Final = {Basis.TEXT: "inferred from the text", Basis.URL: "inferred from the address"}


class Naming:
    """Names for one brief: article id -> label, line id -> letter, span -> words, attribution -> a chain in words."""

    def __init__(self, brief: Brief) -> None:
        self._articles: Mapping[str, Article] = {article.id: article for article in brief.articles}
        self._labels = {article.id: _label(article) for article in brief.articles}
        self._shorts = _shorts(brief.articles)
        self._entities = {entity.id: entity.name for entity in brief.entities}
        self._unseen = {unseen.id: unseen.label for unseen in brief.stemma.unseen}
        self._letters = {line.id: letter_of(index) for index, line in enumerate(brief.stemma.lines)}
        self._line_of = {article: line.id for line in brief.stemma.lines for article in line.articles}

    def label(self, article: str) -> str:
        """The article's outlet and file, "The Morning Ledger (ledger.txt)"; the file alone where no outlet is known."""
        return self._labels[article]

    def short(self, article: str) -> str:
        """The article's outlet where it tells the article from the others, else its label."""
        return self._shorts[article]

    def node(self, node: str) -> str:
        """A node of the stemma: an article's short name or an unseen original's label."""
        return one_line(self._unseen[node]) if node in self._unseen else self.short(node)

    def letter(self, article: str) -> str:
        """The letter of the article's line, "" if it stands on none."""
        return self.line(self._line_of.get(article, ""))

    def line(self, line: str) -> str:
        """The letter of a line: A for the first of the stemma."""
        return self._letters.get(line, "")

    def lines(self, lines: Iterable[str]) -> tuple[str, ...]:
        """The letters of some lines, each once, in order."""
        wanted = {self.line(line) for line in lines}
        return tuple(letter for letter in self._letters.values() if letter in wanted)

    def doubt(self, doubt: Doubt) -> str:
        """A doubt about lines in words: "lines A and B may be one (23 % speaks for it)"."""
        chance = percent(doubt.chance)
        letters = [self.lines(self._line_of[article] for article in group) for group in (doubt.left, doubt.right)]
        if set(letters[0]) & set(letters[1]):
            groups = sorted((doubt.left, doubt.right), key=lambda group: (len(group), group))
            few, many = (listed(self._some(group)) for group in groups)
            return f"line {letters[0][0]} may be two: {few} apart from {many} ({chance} speaks for one line)"
        one, other = sorted(letters, key=lambda group: (len(group), group))
        if len(other) == 1:
            return f"lines {one[0]} and {other[0]} may be one ({chance} speaks for it)"
        return f"{_lines(one)} may be one with {_lines(other)} ({chance} speaks for it)"

    def _some(self, articles: Sequence[str]) -> Iterator[str]:
        """The short names of some articles; of many the first and how many more."""
        shown = len(articles) if len(articles) <= _NAMED else _NAMED - 1
        yield from (self.short(article) for article in articles[:shown])
        if shown < len(articles):
            yield f"{len(articles) - shown} more"

    def speaker(self, entity: str, words: str) -> str:
        """The name of a speaker; where no entity is known the words that stand for it."""
        return one_line(self._entities.get(entity, words))

    def words(self, span: Span | None) -> str:
        """The words of a span on one line, "" for none."""
        return one_line(quoted_words(span, self._articles)) if span else ""

    def chain(self, attribution: Iterable[Attribution]) -> str:
        """Who says it, outermost first: "the state agency, citing a clerk (not named)"; the newsroom if nobody."""
        return ", citing ".join(self._link(link) for link in attribution) or _OWN_WORD

    def stance(self, stance: CueClass, cue: Span | None) -> str:
        """The cue that says how the reporter stands to the words, "“claimed”"; "" where it is neutral."""
        return "" if stance is CueClass.NEUTRAL or cue is None else f"“{self.words(cue)}”"

    def _link(self, link: Attribution) -> str:
        if link.kind is SourceKind.OWN:
            return "the newsroom’s own observation"
        stance = self.stance(link.cue_class, link.cue)
        return f"{self._source(link)} ({stance})" if stance else self._source(link)

    def _source(self, link: Attribution) -> str:
        words = self.words(link.source) or self._entities.get(link.speaker, "") or "a source not given"
        name = one_line(self._entities.get(link.speaker, ""))
        if name and name.casefold() not in words.casefold():
            words = f"{words} [{name}]"
        if link.kind is SourceKind.ANONYMOUS:
            words = f"{words} (not named)"
        return f"{words}, {self.words(link.channel)}" if link.channel else words


def _lines(letters: Iterable[str]) -> str:
    return listed((f"line {letter}" for letter in letters), "or")


def facts(article: Article) -> tuple[Fact, ...]:
    """The metadata of an article, each fact with its basis in words where nobody stated it."""
    rows = (
        _fact("Title", article.title),
        _fact("Outlet", article.outlet),
        _fact("Agency", article.agency),
        _fact("Byline", article.byline),
        _fact("Published", article.published, said=said_day(article.published.value) if article.published else ""),
        _fact("Address", article.url, link=_web(article.url)),
        Fact("File", one_line(article.name)),
    )
    return tuple(row for row in rows if row)


def _fact(name: str, known: Known | None, said: str = "", link: str = "") -> Fact | None:
    return Fact(name, one_line(said or known.value), _BASIS.get(known.basis, ""), link) if known else None


def _web(known: Known | None) -> str:
    """The address if a browser may follow it: http or https to a host, and nothing else.

    Before an "@" stands what a reader takes for the host and is not ("https://paper.example@elsewhere.example").
    """
    if known is None:
        return ""
    try:
        parts = urlsplit(known.value)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return ""
    return known.value if sound and "@" not in parts.netloc else ""


def _label(article: Article) -> str:
    outlet, name = _outlet(article), one_line(article.name)
    return f"{outlet} ({name})" if outlet and outlet != name else name


def _shorts(articles: Sequence[Article]) -> dict[str, str]:
    """The outlet of each article that no other article has, and the label of each other article."""
    outlets = {article.id: _outlet(article) for article in articles}
    times = Counter(outlets.values())
    return {
        article.id: outlet if (outlet := outlets[article.id]) and times[outlet] == 1 else _label(article)
        for article in articles
    }


def _outlet(article: Article) -> str:
    return one_line(article.outlet.value) if article.outlet else ""


def letter_of(index: int) -> str:
    """The letter of a line by its place among the lines: 0 -> A, 25 -> Z, 26 -> AA, as spreadsheets count."""
    letters = ""
    while index >= 0:
        letters = string.ascii_uppercase[index % 26] + letters
        index = index // 26 - 1
    return letters


def hue_of(letter: str) -> int:
    """The number of the colour of a line, from its letter: A is 0, and after `HUES` lines the colours begin again."""
    place = 0
    for character in letter:
        place = place * 26 + ord(character) - ord("A") + 1
    return (place - 1) % HUES
