"""What readers accepted and set aside, in one brief and in a later one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from headwater.types import Brief, Change, ChangeKind, Cited, FindingKind, Span

__all__ = ["reviews_changed"]


def reviews_changed(before: Brief, after: Brief) -> Iterator[Change]:
    """Findings that were set aside or taken up again, and those that were accepted or no longer are."""
    asides = tuple((_asides(brief), "set aside by a reader", "no longer set aside") for brief in (before, after))
    accepted = tuple((_accepted(brief), "accepted by a reader", "no longer accepted") for brief in (before, after))
    there = {article.id for article in after.articles}
    for (was, _, gone), (now, come, _) in (asides, accepted):
        for said, keys, kept in ((gone, was.keys() - now.keys(), was), (come, now.keys() - was.keys(), now)):
            for kind, spans in sorted(keys):
                known = tuple(span for span in spans if span.article in there)
                yield Change(ChangeKind.REVIEW, f"{kind} {said}: {kept[kind, spans].text}", known)


def _asides(brief: Brief) -> Mapping[tuple[str, tuple[Span, ...]], Cited]:
    return {(each.kind.value, each.says.spans): each.says for each in brief.set_aside}


def _accepted(brief: Brief) -> Mapping[tuple[str, tuple[Span, ...]], Cited]:
    return {(kind.value, cited.spans): cited for kind, cited in _marked(brief)}


def _marked(brief: Brief) -> Iterator[tuple[FindingKind, Cited]]:
    """What readers accepted, in its words."""
    spans = {claim.id: claim.span for claim in brief.claims}
    words = {telling.statement: telling.words.text for telling in brief.tellings}
    yield from ((FindingKind.CONFLICT, each.question) for each in brief.conflicts if each.accepted)
    for change in brief.alterations:
        if change.accepted:
            yield FindingKind.ALTERATION, Cited(change.harm, (change.sound, change.altered))
    for each in brief.statements:
        if each.accepted:
            yield FindingKind.STATEMENT, Cited(words.get(each.id, ""), (spans[each.shown],))
