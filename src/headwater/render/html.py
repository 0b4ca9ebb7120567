"""A brief as one self-contained HTML page: no script, no load from anywhere, readable in print and without colour.

All text goes through Jinja2 with escaping on; the page's policy (Content Security Policy 3) allows nothing but the one
style sheet, named by its hash, so that even a hole in the escaping could load and run nothing.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from msgspec import Struct

from headwater.render.body import Body, bodies, resumed
from headwater.render.compose import view_of
from headwater.render.folds import kind_of
from headwater.render.leads import ON_PAGE
from headwater.render.naming import hue_of
from headwater.render.pictures import Pictures, pictures_of
from headwater.render.view import StoryView
from headwater.render.words import counted, tallied
from headwater.text.cited_words import words_of
from headwater.text.days import day_alone
from headwater.types import Brief

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["environment", "hash_of", "sheet", "write_html"]


class _Story(Struct, frozen=True):
    """What the templates need of one story: the view, the pictures, the full texts."""

    view: StoryView
    pictures: Pictures
    bodies: tuple[Body, ...]


def write_html(briefs: Sequence[Brief]) -> str:
    """One page for one or several stories. Raises `UncitedLine` where a span does not lie in its article."""
    alone = len(briefs) == 1
    stories = [_story(brief, "" if alone else f"s{number}-") for number, brief in enumerate(briefs, 1)]
    style = _style([body for story in stories for body in story.bodies])
    return (
        environment()
        .get_template("page.html.j2")
        .render(
            stories=stories,
            title=stories[0].view.headline if alone else f"{counted(len(stories), 'story')}: nothing links them",
            alone=alone,
            style=style,
            style_hash=hash_of(style),
        )
    )


def _story(brief: Brief, prefix: str) -> _Story:
    view = view_of(brief, prefix)
    return _Story(view, pictures_of(brief, prefix), bodies(brief.articles, view))


def _style(made: Sequence[Body]) -> str:
    """The style sheet, with a rule for each span that is in parts, so that all of them light up. Ids are ours."""
    lit = (f".text:has(#{name}:target) .of-{name} {{ background: var(--target); }}\n" for name in resumed(made))
    return sheet("style.css") + sheet("pictures.css") + "".join(lit)


def sheet(name: str) -> str:
    """A style sheet of ours."""
    return files("headwater.render").joinpath(name).read_text("utf-8")


def hash_of(style: str) -> str:
    """The hash by which the page's policy names its style sheet."""
    return base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


@cache
def environment() -> Environment:
    """Where the templates are, with escaping on."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # dear to import, and only pages need it

    environment = Environment(
        loader=PackageLoader("headwater.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["hue"] = hue_of
    environment.filters["counted"] = counted
    environment.filters["day"] = day_alone
    environment.filters["tallied"] = tallied
    environment.filters["words"] = words_of
    environment.filters["kind"] = kind_of
    environment.globals |= {"leads": ON_PAGE, "review": None, "more_sections": [], "wanted": ""}  # the room has its own
    return environment
