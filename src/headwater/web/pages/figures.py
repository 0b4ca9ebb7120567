"""The sheet of a story's figures under any counting rule, as a page and as CSV. No article is read again for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from msgspec import Struct
from msgspec.structs import replace
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from headwater.figures import RULES, rule_called, under
from headwater.render.compose import view_of
from headwater.render.pictures import Chart, charts_of
from headwater.render.sheet import write_sheet
from headwater.render.view import FigureView, StoryView
from headwater.types import Brief
from headwater.web.answers import piece
from headwater.web.desk import Opened, desk_of
from headwater.web.leads import leads_of
from headwater.web.saving import saved_as

__all__ = ["ROUTES"]


class Sheet(Struct, frozen=True):
    """The figures of a story under one rule: the brief with them, its view, its charts."""

    brief: Brief
    view: StoryView
    charts: Mapping[str, tuple[Chart, ...]]


def _sheet(rule: str, brief: Brief) -> Sheet:
    ruled = replace(brief, figures=under(brief.figures, rule), rule=rule)
    return Sheet(ruled, view_of(ruled), charts_of(ruled))


_SHEETS: Final[dict[str, Callable[[Brief], Sheet]]] = {rule: partial(_sheet, rule) for rule in RULES}
"""A function for each rule, so that the desk finds what it made again."""


def figures(request: Request) -> Response:
    """The sheet: a piece of the page for a script, a page of its own without one."""
    opened = desk_of(request).opened(request.path_params["story"])
    sheet = _asked(request, opened)
    shown = opened.shown
    return piece(
        request,
        "figures",
        shown=shown,
        story_id=shown.story.id,
        view=sheet.view,
        pictures=sheet,
        kept=_kept(opened),
        top=1,
        wanted="",
        leads=leads_of(request, shown.story.id),
    )


def figures_csv(request: Request) -> Response:
    """The sheet as CSV (RFC 4180), to save."""
    opened = desk_of(request).opened(request.path_params["story"])
    sheet = _asked(request, opened)
    name = f"{opened.shown.story.id}-figures-{sheet.brief.rule}.csv"
    return Response(write_sheet((sheet.brief,)), headers=saved_as(name))


def _asked(request: Request, opened: Opened) -> Sheet:
    """The sheet under the rule that was asked for, or the brief's own. Raises `OptionError` for an unknown rule."""
    rule = request.query_params.get("rule", "") or opened.as_read().rule
    rule_called(rule)
    sheet = opened.once(_SHEETS[rule])
    assert sheet is not None  # noqa: S101  # there is a brief
    return sheet


def _kept(opened: Opened) -> dict[str, FigureView]:
    """The figures as the story's page has them, by whose content their folded words are asked for."""
    return {figure.anchor: figure for figure in opened.view.figures} if opened.view else {}


ROUTES: Final = (
    Route("/story/{story}/figures", figures, name="figures"),
    Route("/story/{story}/figures.csv", figures_csv, name="figures_csv"),
)
