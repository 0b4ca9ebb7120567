"""One claim of a draft judged: supported, in conflict, altered, disputed among the reports, or not found; and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Final

from headwater.checking.bearing import Bearing, in_a_row, share_of, words_at
from headwater.checking.counting import Backing
from headwater.checking.differences import Otherwise, aspect_of, otherwise_of, quotation_changed
from headwater.checking.disputes import contradicted_by, denied_by, disputed_by
from headwater.checking.doubts import Doubt, doubts_of, evidence_of
from headwater.checking.looking import Looked, Reading
from headwater.checking.measures import Measure
from headwater.checking.taken import aspect_of_kind
from headwater.evidence import cite, total
from headwater.relations import Context
from headwater.text.rewording.sides import WordKind
from headwater.text.spans import holds, meets
from headwater.types import Against, Aspect, Checked, Claim, Count, Detail, DetailState, Evidence, Judgement, Span

__all__ = ["Held", "judge"]

_LEAST: Final = 0.34  # of a claim's weight that the reports must have for the claim to be about what they tell
_AS_GOOD: Final = 0.85  # of what the best sentence has of a claim, from which another report has it as well
_TAKEN: Final = 0.5  # share of a claim's words in the order of one sentence from which it was taken from there
_ASPECTS: Final[Mapping[str, Aspect]] = {
    "denial left out": Aspect.POLARITY,
    "hedge left out": Aspect.CERTAINTY,
    "bound left out": Aspect.CERTAINTY,
    "source left out": Aspect.ATTRIBUTION,
    "doer and sufferer exchanged": Aspect.ROLE,
    "anonymity left out": Aspect.ATTRIBUTION,
    "expectation left out": Aspect.CERTAINTY,
    "the opposite in its place": Aspect.POLARITY,
    "a name like it in its place": Aspect.WHO,
    "another place in the best sentence": Aspect.PLACE,
    "another time in the best sentence": Aspect.DATE,
    "another number in the best sentence": Aspect.NUMBER,
}
_DOUBTFUL: Final = 0.2  # chance from which a word of a claim that is not borne out is named
_MOST_NAMED: Final = 3
_MISQUOTED: Final = "quotation changed"
_NOBODY: Final = Count(0, 0, 0)


@dataclass(frozen=True, slots=True)
class Held:
    """What claims are held against: draft and reports as read, and who stands behind what.

    `quotations` and `claims` are those of the draft; `context` is what two claims are compared in.
    """

    reading: Reading
    quotations: tuple[Span, ...]
    backing: Backing
    claims: tuple[Claim, ...]
    context: Context


def judge(number: int, looked: Looked, held: Held) -> Checked:
    """One claim of the draft, judged. `number` counts the claims from 1."""
    bearing = looked.bearing
    doubts = doubts_of(bearing)
    misquoted = tuple(_misquotations(looked, held))
    measures = (*looked.measures, *(Measure(_MISQUOTED, 1.0, o.harm, o.draft, o.report) for o in misquoted[:1]))
    evidence = evidence_of(bearing, doubts, measures, looked.changes)
    score = round(total(evidence), 3)
    borne_out = score >= 0 and bool(bearing.base)
    named = () if borne_out else _named(doubts)
    found = _disputes(looked, held) if borne_out else (*misquoted, *_contrary(looked, named, held))
    against = _told(found, looked, held)
    judgement = _judgement(borne_out, looked, against)
    contrary = tuple(span for one in against for span in one.reports)
    support = _support(looked, contrary, borne_out=borne_out)
    behind = tuple(_as_good(bearing, contrary)) or support[:1] if borne_out else ()
    lines, line_ids, sources = held.backing.of(behind) if behind else (_NOBODY, (), 0)
    return Checked(
        id=f"k{number}",
        span=looked.span,
        judgement=judgement,
        reason=cite(_reason(judgement, bearing, named, against, lines), (looked.span, *support)),
        score=score,
        evidence=evidence,
        details=tuple(_details(bearing, doubts, named)),
        against=against,
        support=support,
        lines=lines,
        line_ids=line_ids,
        articles=tuple(sorted({span.article for span in behind})),
        sources=sources,
    )


def _support(looked: Looked, contrary: Sequence[Span], *, borne_out: bool) -> tuple[Span, ...]:
    """The sentences that bear the claim out, with those of other reports that have as much; or that come nearest.

    A sentence that has words `contrary` to a claim does not bear it out.
    """
    bearing = looked.bearing
    base = tuple(bearing.reports.sentences[number].span for number in bearing.base)
    if not borne_out:
        return base[:1] if looked.seen.covered >= _LEAST else ()
    every = tuple(dict.fromkeys((*base, *_as_good(bearing, ()))))
    return tuple(each for each in every if not _meets_any(each, contrary)) or _next_best(bearing, contrary) or base[:1]


def _next_best(bearing: Bearing, contrary: Sequence[Span]) -> tuple[Span, ...]:
    """The sentence that has most of the claim among those that say nothing against it, if it has enough."""
    shares = {bearing.reports.sentences[number].span: share_of(bearing, number) for number in sorted(bearing.near)}
    sound = [span for span, share in shares.items() if share >= _LEAST and not _meets_any(span, contrary)]
    return tuple(sorted(sound, key=lambda span: (-round(shares[span], 6), span))[:1])


def _meets_any(span: Span, others: Sequence[Span]) -> bool:
    return any(meets(span, other) for other in others)


def _as_good(bearing: Bearing, contrary: Sequence[Span]) -> Iterator[Span]:
    """The sentences, but for contrary ones, that have nearly as much of the claim as its best one."""
    best = share_of(bearing, bearing.base[0])
    for number in sorted(bearing.near):
        span = bearing.reports.sentences[number].span
        if share_of(bearing, number) >= _AS_GOOD * best and best >= _LEAST and not _meets_any(span, contrary):
            yield span


def _misquotations(looked: Looked, held: Held) -> Iterator[Otherwise]:
    near = [looked.bearing.reports.sentences[number].span for number in looked.bearing.near]
    for quotation in held.quotations:
        if holds(looked.span, quotation):
            found = quotation_changed(quotation, held.reading.draft, held.reading.documents, near)
            yield from [found] if found is not None else []


def _contrary(looked: Looked, named: Sequence[Doubt], held: Held) -> Iterator[Otherwise]:
    """What was altered, what the best sentence has otherwise, and what stands in the place of doubtful words."""
    told: list[Span] = []
    found = (
        *(Otherwise(aspect_of_kind(one.kind), one.altered, one.sound, one.harm) for one in looked.changes),
        *(each for each in map(_measured, looked.measures, repeat(looked.span)) if each is not None),
        *denied_by(looked.bearing),
        *_contradicted(looked, held),
        *otherwise_of(looked.bearing, named),
    )
    for each in found:
        if not any(meets(each.report, other) for other in told):
            told.append(each.report)
            yield each


def _measured(measure: Measure, claim: Span) -> Otherwise | None:
    """A measure that has words of a report, as something said otherwise."""
    if measure.report is None or measure.name not in _ASPECTS:
        return None
    return Otherwise(
        _ASPECTS[measure.name], measure.claim or claim, measure.report, f"{measure.name}: {measure.detail}"
    )


def _disputes(looked: Looked, held: Held) -> Iterator[Otherwise]:
    """What other lines than those that bear the claim out say against it."""
    bearing, denied = looked.bearing, tuple(denied_by(looked.bearing))
    base = [bearing.reports.sentences[number].span for number in bearing.base]
    sound = [span for span in base if not any(holds(span, each.report) for each in denied)]
    own = {held.backing.line(span) for span in sound}
    contrary = (each for each in (*denied, *_contradicted(looked, held)) if held.backing.line(each.report) not in own)
    found = (*disputed_by(bearing, held.backing), *contrary)
    yield from (one for at, one in enumerate(found) if not any(meets(one.report, o.report) for o in found[:at]))


def _contradicted(looked: Looked, held: Held) -> Iterator[Otherwise]:
    claims = [claim for claim in held.claims if holds(looked.span, claim.span)]
    return contradicted_by(claims, looked.bearing, held.backing, held.context)


def _named(doubts: Sequence[Doubt]) -> tuple[Doubt, ...]:
    """The words that speak against a claim: the most doubtful ones, at least one."""
    worst = sorted(doubts, key=lambda doubt: (-round(doubt.chance, 9), doubt.word))
    return tuple(each for rank, each in enumerate(worst[:_MOST_NAMED]) if not rank or each.chance >= _DOUBTFUL)


def _told(found: Iterable[Otherwise], looked: Looked, held: Held) -> tuple[Against, ...]:
    """What is said otherwise, with all the places that say the same."""
    alike: dict[tuple[Aspect, Span, str], list[Span]] = defaultdict(list)
    for each in found:
        alike[each.aspect, each.draft, each.harm].append(each.report)
    return tuple(_against(*key, tuple(sorted(set(spans))), looked, held) for key, spans in alike.items())


def _against(aspect: Aspect, draft: Span, harm: str, reports: tuple[Span, ...], looked: Looked, held: Held) -> Against:
    _, lines, _ = held.backing.of(reports)
    evidence = tuple(Evidence(aspect.value, -1.0, harm, draft, report) for report in reports)
    return Against(aspect, draft, reports, harm, in_a_row(looked.bearing) >= _TAKEN, lines, evidence)


def _judgement(borne_out: bool, looked: Looked, against: Sequence[Against]) -> Judgement:
    if borne_out:
        return Judgement.DISPUTED if against else Judgement.SUPPORTED
    if not against or looked.seen.covered < _LEAST:
        return Judgement.NOT_FOUND
    taken = any(each.copied or each.aspect is Aspect.QUOTE for each in against)
    return Judgement.ALTERED if taken else Judgement.CONFLICT


def _reason(
    judgement: Judgement, bearing: Bearing, named: Sequence[Doubt], against: Sequence[Against], lines: Count
) -> str:
    if judgement is Judgement.SUPPORTED:
        return f"{_lines(lines)} of reporting {'has' if lines.best == 1 else 'have'} it"
    if judgement is Judgement.NOT_FOUND:
        return _missing(bearing, named)
    told = "; ".join(dict.fromkeys(each.harm for each in against))
    if judgement is Judgement.DISPUTED:
        return f"{_lines(lines)} of reporting {'has' if lines.best == 1 else 'have'} it, but {told}"
    return told


def _missing(bearing: Bearing, named: Sequence[Doubt]) -> str:
    """Which words no report has, and which are told, but not of this."""
    in_order = sorted(named, key=lambda doubt: doubt.word)
    absent = [_word(bearing, doubt) for doubt in in_order if _is_absent(doubt)]
    strange = [_word(bearing, doubt) for doubt in in_order if not _is_absent(doubt)]
    told = [f"no report has {_listed(absent)}"] if absent else []
    told += [f"the reports do not tell this of {_listed(strange)}"] if strange else []
    return "; ".join(told) or "no report has it"


def _is_absent(doubt: Doubt) -> bool:
    return doubt.traits[0].name.rpartition(" ")[2] in ("absent", "alike")


def _listed(words: Sequence[str]) -> str:
    return ", ".join(f"“{word}”" for word in words)


def _lines(lines: Count) -> str:
    number = f"{lines.low}–{lines.high}" if lines.low != lines.high else str(lines.best)
    return f"{number} {'line' if lines.high == 1 else 'lines'}"


def _word(bearing: Bearing, doubt: Doubt) -> str:
    return words_at(bearing.claim, bearing.claim.span(doubt.word, doubt.word))


def _details(bearing: Bearing, doubts: Sequence[Doubt], named: Sequence[Doubt]) -> Iterator[Detail]:
    """Each name, number, time and doubtful word of the claim, and where the reports have it."""
    special = (WordKind.NAME, WordKind.NUMBER, WordKind.TIME)
    for doubt in doubts:
        if doubt not in named and bearing.claim.kinds[doubt.word] not in special:
            continue
        span = bearing.claim.span(doubt.word, doubt.word)
        there = next((trait.report for trait in doubt.traits if trait.report is not None), None)
        met = bearing.met.get(doubt.word)
        if doubt in named:
            state = DetailState.OTHERWISE if there is not None else DetailState.NOT_FOUND
            yield Detail(aspect_of(bearing, doubt), span, state, () if there is None else (there,))
        elif met is not None:
            found = bearing.side(met.sentence).span(met.word, met.word)
            yield Detail(aspect_of(bearing, doubt), span, DetailState.FOUND, (found,))
