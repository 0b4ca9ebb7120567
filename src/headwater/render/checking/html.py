"""A checked draft as one self-contained HTML page under the same policy as a brief: no script, nothing loaded."""

from __future__ import annotations

from collections import defaultdict

from msgspec import Struct

from headwater.render.body import Mark, paragraphs_of
from headwater.render.checking.compose import spans_shown, view_of
from headwater.render.checking.view import CheckView, ReportView
from headwater.render.html import environment, hash_of, sheet
from headwater.types import Check, Span

__all__ = ["write_html"]


class _Body(Struct, frozen=True):
    """A report with its paragraphs as steps."""

    report: ReportView
    paragraphs: tuple[tuple[Mark, ...], ...]


def write_html(check: Check) -> str:
    """The page. Raises `UncitedLine` where a span does not lie in its article."""
    view = view_of(check)
    bodies = _bodies(check, view)
    style = sheet("style.css") + sheet("checking.css") + "".join(_lit(bodies))
    template = environment().get_template("checking.html.j2")
    return template.render(view=view, bodies=bodies, style=style, style_hash=hash_of(style))


def _bodies(check: Check, view: CheckView) -> tuple[_Body, ...]:
    """The full text of each report, with the spans that the view opens."""
    spans: dict[str, set[Span]] = defaultdict(set)
    for span in spans_shown(view):
        spans[span.article].add(span)
    return tuple(
        _Body(report, tuple(paragraphs_of(article, report.number, "", spans[article.id])))
        for article, report in zip(check.articles, view.reports, strict=True)
    )


def _lit(bodies: tuple[_Body, ...]) -> list[str]:
    """A rule for each span that is in parts, so that all of them light up. Ids are ours."""
    steps = (step for body in bodies for paragraph in body.paragraphs for step in paragraph)
    names = sorted({step.text for step in steps if step.step == "resume"})
    return [f".text:has(#{name}:target) .of-{name} {{ background: var(--target); }}\n" for name in names]
