"""What all four renderings show of one story: the brief with its ids resolved to words, in the order of the page.

A view holds no markup. Its strings are safe for the eye (`characters.visible`) but not escaped: each rendering escapes
for its own form.
"""

from __future__ import annotations

from msgspec import Struct

from headwater.types import Span

__all__ = [
    "AlterationView",
    "ArticleView",
    "Bar",
    "ClaimView",
    "ConflictView",
    "DoubtView",
    "EntityView",
    "Fact",
    "FigureRow",
    "FigureView",
    "HeldView",
    "LeftOutView",
    "LineView",
    "MomentView",
    "Piece",
    "QuoteView",
    "ReadingView",
    "Reason",
    "RecoveredView",
    "SideView",
    "SourceView",
    "SpellingView",
    "StatementView",
    "StatusView",
    "StoryView",
    "TookView",
    "UnseenView",
    "VersionsView",
    "Voice",
    "Witness",
]


class Piece(Struct, frozen=True):
    """Some words, and how they are marked: "" not, "cited" as what a line rests on, "changed" as what differs."""

    text: str
    mark: str = ""


class Witness(Struct, frozen=True):
    """Words of one article in their sentence. `line` is the letter of its line; `anchors` are the ids of `spans`."""

    number: int
    label: str
    short: str  # the outlet alone, where that tells the article from the others
    line: str
    pieces: tuple[Piece, ...]
    spans: tuple[Span, ...]
    anchors: tuple[str, ...]

    @property
    def text(self) -> str:
        """The sentence without its marks."""
        return "".join(piece.text for piece in self.pieces)


class Fact(Struct, frozen=True):
    """A piece of metadata: its name, its value, and where it was inferred from ("" if it was stated)."""

    name: str
    value: str
    inferred: str = ""
    link: str = ""  # an http(s) address, '' for everything else


class ArticleView(Struct, frozen=True):
    """An article as the brief names it. `anchor` is the id of its full text on a page."""

    id: str
    number: int
    label: str
    line: str
    facts: tuple[Fact, ...]
    anchor: str


class Reason(Struct, frozen=True):
    """One named part of a score, with the words it rests on."""

    name: str
    detail: str
    score: float
    witnesses: tuple[Witness, ...]


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
    """A text as a source: what to call it, the id of its full text ("" if unseen), how likely it is ("" if taken)."""

    label: str
    anchor: str
    chance: str = ""


class TookView(Struct, frozen=True):
    """How a text came about, and from what: the likeliest source first."""

    how: str
    sources: tuple[SourceView, ...]

    @property
    def text(self) -> str:
        """In words: "copied from the Northern Wire text, or from Globe Minute, 30 %"."""
        first, *others = self.sources
        return f"{self.how} {first.label}" + "".join(f", or from {each.label}, {each.chance}" for each in others)


class VersionsView(Struct, frozen=True):
    """The versions of one newsroom's report: how many, on which day if on one, and the time of each."""

    said: str
    times: tuple[SourceView, ...]

    @property
    def text(self) -> str:
        """In words: "3 versions of one report, 10 March 2031: 09:10, 11:40, 14:05"."""
        return f"{self.said}: {', '.join(each.label for each in self.times)}"


class HeldView(Struct, frozen=True):
    """An article on a line, what it took from where, and the words of passages that it was lent, with the lender's."""

    article: ArticleView
    took: tuple[TookView, ...]
    lent: tuple[Witness, ...]


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


class Voice(Struct, frozen=True):
    """Who is said to have said it, and where: the attribution chain in words, the lines and articles that give it."""

    chain: str
    lines: tuple[str, ...]
    articles: tuple[str, ...]


class ClaimView(Struct, frozen=True):
    """One claim of a statement: its words, its chain, and how sure the text is ("" if it is certain)."""

    witness: Witness
    chain: str
    certainty: str


class StatusView(Struct, frozen=True):
    """A finding: the status and its reason, with the words of the reason that the claims do not open already."""

    status: str
    reason: str
    witnesses: tuple[Witness, ...]


class StatementView(Struct, frozen=True):
    """A statement: the words shown for all, the counts, who says it, and what can be said of it by counting."""

    anchor: str
    shown: str
    tally: str
    lines: tuple[str, ...]
    reasons: tuple[str, ...]  # why the count of lines is a range
    voices: tuple[Voice, ...]
    certainty: str
    kind: str
    statuses: tuple[StatusView, ...]
    claims: tuple[ClaimView, ...]


class SideView(Struct, frozen=True):
    """One side of a conflict."""

    value: str
    chain: str
    lines: tuple[str, ...]
    articles: tuple[str, ...]
    weak: str
    witnesses: tuple[Witness, ...]


class ConflictView(Struct, frozen=True):
    """A difference between lines, side by side. `witnesses` open what the question rests on beyond its sides."""

    anchor: str
    kind: str
    question: str
    witnesses: tuple[Witness, ...]
    sides: tuple[SideView, ...]
    note: str


class AlterationView(Struct, frozen=True):
    """Two readings and what to call each. Where it is decided, `first` is the sound one."""

    kind: str
    harm: str
    decided: bool
    first_called: str
    first: Witness
    second_called: str
    second: Witness
    support: tuple[Witness, ...]
    reasons: tuple[Reason, ...]


class ReadingView(Struct, frozen=True):
    """One article's reading of a quote, and what there is to remark: how it differs, its form, by whom, where."""

    witness: Witness
    remarks: tuple[str, ...]


class QuoteView(Struct, frozen=True):
    """An utterance: its speaker and the readings, the longest complete one first."""

    speaker: str
    witnesses: tuple[Witness, ...]
    readings: tuple[ReadingView, ...]


class Bar(Struct, frozen=True):
    """Where an interval lies on its figure's scale: left and right end in 0 to 1, and whether it goes on for ever."""

    left: float
    right: float
    endless: bool


class FigureRow(Struct, frozen=True):
    """One value of a figure: the interval in words, who gives it, and whether it came by copying."""

    value: str
    chain: str
    as_of: str
    copied: bool
    bar: Bar
    witness: Witness


class FigureView(Struct, frozen=True):
    """A figure with its distribution: low, best and high in words, and the rule that made them."""

    label: str
    role: str
    population: str
    low: str
    best: str
    high: str
    rule: str
    witnesses: tuple[Witness, ...]
    rows: tuple[FigureRow, ...]


class MomentView(Struct, frozen=True):
    """A point of the timeline. `iso` is its first day, `lines` how many lines give it."""

    iso: str
    when: str
    what: str
    lines: str
    witnesses: tuple[Witness, ...]
    mentions: tuple[Witness, ...]


class SpellingView(Struct, frozen=True):
    """One way a name is written, how often, and where."""

    text: str
    times: int
    witnesses: tuple[Witness, ...]


class EntityView(Struct, frozen=True):
    """A name of the story: its kind, its commonest spelling, its spellings and the words that say who it is."""

    kind: str
    name: str
    spellings: tuple[SpellingView, ...]
    roles: tuple[Witness, ...]
    role: str


class LeftOutView(Struct, frozen=True):
    """What was not used, and why."""

    name: str
    reason: str
    witnesses: tuple[Witness, ...]


class StoryView(Struct, frozen=True):
    """One story as every rendering shows it. `prefix` begins every id of the story on a page."""

    prefix: str
    headline: str
    headline_witnesses: tuple[Witness, ...]
    count_line: str
    count_reasons: tuple[DoubtView, ...]
    where: str  # where the event happened and how finely that is known, '' if the articles do not say
    where_witnesses: tuple[Witness, ...]
    together: tuple[Reason, ...]  # why the articles are one story
    lines: tuple[LineView, ...]
    statements: tuple[StatementView, ...]
    conflicts: tuple[ConflictView, ...]
    alterations: tuple[AlterationView, ...]
    quotes: tuple[QuoteView, ...]
    figures: tuple[FigureView, ...]
    timeline: tuple[MomentView, ...]
    entities: tuple[EntityView, ...]
    left_out: tuple[LeftOutView, ...]
    articles: tuple[ArticleView, ...]
    version: str
