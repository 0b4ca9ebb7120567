"""What all four renderings show of one story: the brief with its ids resolved to words, in the order of the page.

A view holds no markup. Its strings are safe for the eye (`characters.visible`) but not escaped: each rendering escapes
for its own form.
"""

from __future__ import annotations

from headwater.render.view.decided import AsideView, DecidedView
from headwater.render.view.differences import AlterationView, ConflictView, SideView
from headwater.render.view.lines import (
    ArticleView,
    DoubtView,
    EditsView,
    EditView,
    HeldView,
    LineView,
    RecoveredView,
    SourceView,
    TookView,
    UnseenView,
    VersionsView,
)
from headwater.render.view.records import FieldView, RecordView, ValueView
from headwater.render.view.sheets import (
    Bar,
    EntityView,
    FigureRow,
    FigureView,
    MomentView,
    NoteView,
    PartView,
    QuoteView,
    ReadingView,
    SpellingView,
)
from headwater.render.view.statements import ClaimView, DisputeView, StatementView, StatusView, Voice
from headwater.render.view.story import LeftOutView, StoryView
from headwater.render.view.words import Fact, Piece, Reason, Witness

__all__ = [
    "AlterationView",
    "ArticleView",
    "AsideView",
    "Bar",
    "ClaimView",
    "ConflictView",
    "DecidedView",
    "DisputeView",
    "DoubtView",
    "EditView",
    "EditsView",
    "EntityView",
    "Fact",
    "FieldView",
    "FigureRow",
    "FigureView",
    "HeldView",
    "LeftOutView",
    "LineView",
    "MomentView",
    "NoteView",
    "PartView",
    "Piece",
    "QuoteView",
    "ReadingView",
    "Reason",
    "RecordView",
    "RecoveredView",
    "SideView",
    "SourceView",
    "SpellingView",
    "StatementView",
    "StatusView",
    "StoryView",
    "TookView",
    "UnseenView",
    "ValueView",
    "VersionsView",
    "Voice",
    "Witness",
]
