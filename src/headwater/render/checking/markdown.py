"""A checked draft as Markdown (CommonMark with GFM): a section a claim. Data is escaped as in a brief."""

from __future__ import annotations

from collections.abc import Iterator

from headwater.render.characters import one_line, without_marks
from headwater.render.checking.compose import view_of
from headwater.render.checking.view import CheckView, ClaimView
from headwater.render.view import Piece, Witness
from headwater.types import Check

__all__ = ["write_markdown"]

_safe = without_marks


def write_markdown(check: Check) -> str:
    """The check as one Markdown document. Raises `UncitedLine` where a span does not lie in its article."""
    return "\n".join(_page(view_of(check))).rstrip() + "\n"


def _page(view: CheckView) -> Iterator[str]:
    yield from (f"# {_safe(view.summary)}", "", f"{_safe(view.draft)}, held against {_safe(view.count)}", "")
    for claim in view.claims:
        yield from _claim(claim)
    yield from ("## Reports", "")
    yield from (f"- **{report.line or '–'}** {_safe(report.label)}" for report in view.reports)
    if view.left_out:
        yield from ("", "## Left out", "", *(f"- {_safe(name)}: {_safe(why)}" for name, why in view.left_out))


def _claim(claim: ClaimView) -> Iterator[str]:
    standing = f" ({_safe(claim.standing)})" if claim.standing else ""
    yield from (f"## {claim.number}. {claim.judgement.capitalize()}{standing}", "")
    yield from (f"> {_words(claim.pieces, 'changed')}", "", f"{_safe(claim.reason)}", "")
    for one in claim.against:
        yield f"- **{one.aspect}**: {_safe(one.harm)}"
        yield from (f"  - {_witness(each)}" for each in one.report)
    yield from (f"- {_witness(each)}" for each in claim.nearest)
    yield ""


def _witness(witness: Witness) -> str:
    line = f"**{witness.line}** " if witness.line else ""
    return f"{line}{_safe(witness.label)}: “{_words(witness.pieces, 'cited')}”"


def _words(pieces: tuple[Piece, ...], mark: str) -> str:
    """The words on one line, those with the mark in bold; white space at the edges stays outside of it."""
    told = []
    for each in pieces:
        words, lead, trail = one_line(each.text), each.text[:1].isspace(), each.text[-1:].isspace()
        safe = _safe(words)
        bold = f"**{safe}**" if each.mark == mark and len(pieces) > 1 and words else safe
        told.append(f"{' ' * lead}{bold}{' ' * (trail and bool(words))}")
    return "".join(told).strip()
