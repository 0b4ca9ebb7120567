"""A comparison as one self-contained HTML page under the same policy as a brief: no script, nothing loaded."""

from __future__ import annotations

from headwater.render.comparison.compose import view_of
from headwater.render.html import environment, hash_of, sheet
from headwater.types import Comparison

__all__ = ["write_html"]


def write_html(comparison: Comparison) -> str:
    """The page. Raises `UncitedLine` where a span does not lie in its article."""
    style = sheet("style.css") + sheet("comparison.css")
    template = environment().get_template("comparison.html.j2")
    return template.render(view=view_of(comparison), style=style, style_hash=hash_of(style))
