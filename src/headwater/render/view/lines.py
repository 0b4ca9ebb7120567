"""Lines of reporting as a page shows them: who stands on each, who took what from where, what is behind it unseen."""

from __future__ import annotations

from msgspec import Struct

from headwater.render.view.words import Fact, Reason, Witness

__all__ = [
    "ArticleView",
    "DoubtView",
    "EditView",
    "EditsView",
    "HeldView",
    "LineView",
    "RecoveredView",
    "SourceView",
    "TookView",
    "UnseenView",
    "VersionsView",
]


class ArticleView(Struct, frozen=True):
    """An article as the brief names it. `anchor` is the id of its full text on a page."""

    id: str
    number: int
    label: str
    line: str
    facts: tuple[Fact, ...]
    anchor: str

    @property
    def title(self) -> Fact | None:
        """Its headline, None where it has none."""
        return self._fact("Title")

    @property
    def published(self) -> Fact | None:
        """When it was published, None where nothing tells."""
        return self._fact("Published")

    def _fact(self, name: str) -> Fact | None:
        return next((fact for fact in self.facts if fact.name == name), None)


class RecoveredView(Struct, frozen=True):
    """A sentence of an unseen original, how many keep it and where, its reading first; doubtful if one alone has it."""

    words: str
    kept: str
    places: tuple[Witness, ...]
    doubtful: bool


class DoubtView(Struct, frozen=True):
    """Why a count is a range, and the words that make it so."""

    words: str
    witnesses: tuple[Witness, ...]


class UnseenView(Struct, frozen=True):
    """An original nobody handed in, who took from it, and what it must have said: heading, how much, sentences."""

    label: str
    witnesses: str
    reasons: tuple[Reason, ...]
    heading: str
    amount: str
    text: tuple[RecoveredView, ...]


class SourceView(Struct, frozen=True):
    """A text as a source: what to call it, the id of its full text ("" if unseen), how likely it is ("" if taken).

    `article` is the article's own id, "" if unseen.
    """

    label: str
    anchor: str
    chance: str = ""
    article: str = ""


class TookView(Struct, frozen=True):
    """How a text came about, and from what: the likeliest source first, and who says so ("" if only the texts do)."""

    how: str
    sources: tuple[SourceView, ...]
    stated: str = ""

    @property
    def text(self) -> str:
        """In words: "copied from the Northern Wire text, or from Globe Minute, 30 %"."""
        first, *others = self.sources
        said = f" ({self.stated})" if self.stated else ""
        return f"{self.how} {first.label}{said}" + "".join(f", or from {each.label}, {each.chance}" for each in others)


class VersionsView(Struct, frozen=True):
    """The versions of one newsroom's report: how many, on which day if on one, and the time of each."""

    said: str
    times: tuple[SourceView, ...]

    @property
    def text(self) -> str:
        """In words: "3 versions of one report, 10 March 2031: 09:10, 11:40, 14:05"."""
        return f"{self.said}: {', '.join(each.label for each in self.times)}"


class EditView(Struct, frozen=True, gc=False):
    """An edit that did no harm: its kind, the words before and after, "" on the side that has none."""

    kind: str
    before: str
    after: str


class EditsView(Struct, frozen=True):
    """What a copy changed without harm: the spin rate in words, how much of which kind, and each edit."""

    spun: str  # "" where hardly a word was exchanged
    tally: str
    edits: tuple[EditView, ...]

    @property
    def said(self) -> str:
        """All of it in one line."""
        return "; ".join(part for part in (self.spun, self.tally) if part)


class HeldView(Struct, frozen=True):
    """An article on a line, what it took from where, and the words of passages that it was lent, with the lender's."""

    article: ArticleView
    took: tuple[TookView, ...]
    lent: tuple[Witness, ...]
    edits: EditsView | None


class LineView(Struct, frozen=True):
    """A line of reporting: its letter, what shows it, whose articles it holds, why they belong together."""

    letter: str
    label: str
    standing: str
    caveat: str  # what the standing does not say
    articles: tuple[HeldView, ...]
    versions: VersionsView | None
    own: tuple[Reason, ...]
    reasons: tuple[Reason, ...]
    unseen: tuple[UnseenView, ...]
