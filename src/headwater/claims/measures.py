"""What is measured of two claims to tell whether they assert the same: a table of named numbers, each 0 to 1.

Every measure is symmetric and looks at the two claims alone. Numbers that differ are none of them: claims that differ
in a number may well be of one thing, and then the difference is what a reader wants to know.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Final

from headwater.claims.terms import Part, Term, Terms
from headwater.text.cues import is_cue_verb
from headwater.text.events import comparable
from headwater.text.thesaurus import opposed
from headwater.types import ClaimKind, Occasion

__all__ = ["MEASURES", "Matches", "Pair"]

Matches = Mapping[Term, Mapping[Term, float]]
"""For each term those it may stand for, with how well (`matching.matches`)."""

_ENOUGH: Final = 3  # names that are shared: more say no more


class Pair:
    """Two claims, how their terms match, and how near their clauses are in meaning (cosine of their vectors)."""

    def __init__(self, one: Terms, other: Terms, matches: Matches, cosine: float) -> None:
        self.one, self.other, self._matches, self.cosine = one, other, matches, cosine
        self._met_there = {term: self._best(term, other.keys) for term, _ in one.terms}
        self._met_back = {term: self._best(term, one.keys) for term, _ in other.terms}

    def _best(self, term: Term, among: frozenset[Term]) -> float:
        near = self._matches[term]
        return max([near[each] for each in near.keys() & among], default=0.0)

    def match(self, one: Term, other: Term) -> float:
        """How well two terms may stand for each other, 0 to 1."""
        return self._matches[one].get(other, 0.0)

    @property
    def met(self) -> int:
        """How many terms of one claim are met in the other; the fewer of the two directions."""
        return min(sum(value > 0 for value in way.values()) for way in (self._met_there, self._met_back))

    @property
    def covered(self) -> tuple[float, float]:
        """The share of each claim's weight that the other meets."""
        return _share(self.one, self._met_there), _share(self.other, self._met_back)

    @property
    def event(self) -> float:
        """How well the event words match."""
        return self.match(self.one.event, self.other.event)

    @property
    def event_met(self) -> float:
        """How well the event word of either is met by any word of the other."""
        return max(self._met_there.get(self.one.event, 0.0), self._met_back.get(self.other.event, 0.0))


def _share(terms: Terms, met: Mapping[Term, float]) -> float:
    return sum(value * met[term] for value, term in terms.weights) / terms.whole if terms.whole else 0.0


# --- the event ------------------------------------------------------------------------------------------------


def _same_word(pair: Pair) -> float:
    return float(pair.event == 1)


def _near_word(pair: Pair) -> float:
    return pair.event if pair.event < 1 else 0.0


def _word_met(pair: Pair) -> float:
    return pair.event_met if pair.event == 0 else 0.0


def _alike_class(pair: Pair) -> float:
    one, other = pair.one.claim.event_class, pair.other.claim.event_class
    return float(one != other and comparable(one, other))


def _other_class(pair: Pair) -> float:
    one, other = pair.one.claim.event_class, pair.other.claim.event_class
    return float(bool(one and other) and not comparable(one, other) and pair.event == 0)


def _unmet(pair: Pair) -> float:
    """Whether nothing of one claim answers to the event word of the other."""
    return float(pair.event == 0 and pair.event_met == 0 and not _alike_class(pair))


def _opposed(pair: Pair) -> float:
    return float(opposed(pair.one.event.key, pair.other.event.key))


# --- the words ------------------------------------------------------------------------------------------------


def _covered(pair: Pair) -> float:
    """The harmonic mean of what each meets of the other."""
    there, back = pair.covered
    return 2 * there * back / (there + back) if there + back else 0.0


def _covered_less(pair: Pair) -> float:
    return min(pair.covered)


def _short(pair: Pair) -> float:
    return 1 / max(1, min(len(pair.one.terms), len(pair.other.terms)))


def _cosine(pair: Pair) -> float:
    return max(0.0, pair.cosine)


# --- the parts ------------------------------------------------------------------------------------------------


def _same_part(role: str) -> Callable[[Pair], float]:
    def measure(pair: Pair) -> float:
        return _best_part(pair, _in(pair.one, role), _in(pair.other, role))

    return measure


def _other_name(role: str) -> Callable[[Pair], float]:
    def measure(pair: Pair) -> float:
        return _apart(pair, role, "entity")

    return measure


def _other_noun(role: str) -> Callable[[Pair], float]:
    def measure(pair: Pair) -> float:
        return _apart(pair, role, "word")

    return measure


def _apart(pair: Pair, role: str, kind: str) -> float:
    """1 if both fill the role by that kind of term and nothing of the one matches anything of the other."""
    one, other = _in(pair.one, role), _in(pair.other, role)
    if not (one and other):
        return 0.0
    filled = {part.who.kind for part in one} == {part.who.kind for part in other} == {kind}
    return float(filled and not _best_part(pair, one, other) and not _named_elsewhere(pair, role))


def _named_elsewhere(pair: Pair, role: str) -> bool:
    """Whether who fills the role on one side stands anywhere on the other: the roles may be misread."""
    there, back = pair.other.keys, pair.one.keys
    return any(part.who in there for part in _in(pair.one, role)) or any(
        part.who in back for part in _in(pair.other, role)
    )


def _crossed(pair: Pair) -> float:
    """Whether somebody named did it in one claim and had it done to them in the other."""
    sides = ((pair.one, pair.other), (pair.other, pair.one))
    agents = [(_in(one, "agent"), _in(other, "patient")) for one, other in sides]
    return float(pair.event > 0 and any(_shared_name(one, other) for one, other in agents))


def _shared_name(one: Iterable[Part], other: Iterable[Part]) -> bool:
    return bool({part.who for part in one if part.who.kind == "entity"} & {part.who for part in other})


def _somebody_else_says(pair: Pair) -> float:
    """Whether two different agents take the same view: each condemns for himself."""
    says = is_cue_verb(pair.one.claim.event) and is_cue_verb(pair.other.claim.event)
    agents = _in(pair.one, "agent"), _in(pair.other, "agent")
    return float(says and all(agents) and not _best_part(pair, *agents))


def _in(terms: Terms, role: str) -> tuple[Part, ...]:
    return terms.in_role.get(role, ())


def _best_part(pair: Pair, one: Iterable[Part], other: Iterable[Part]) -> float:
    return max((pair.match(a.who, b.who) for a in one for b in other), default=0.0)


# --- names, numbers, days -------------------------------------------------------------------------------------


def _shared_names(pair: Pair) -> float:
    return min(_ENOUGH, len(pair.one.names & pair.other.names)) / _ENOUGH


def _no_shared_name(pair: Pair) -> float:
    one, other = pair.one.names, pair.other.names
    return float(bool(one and other) and not one & other)


def _shared_number(pair: Pair) -> float:
    one, other = ({(q.low, q.high) for q in terms.claim.quantities} for terms in (pair.one, pair.other))
    return float(bool(one & other))


def _shared_unit(pair: Pair) -> float:
    one, other = ({q.unit for q in terms.claim.quantities} - {""} for terms in (pair.one, pair.other))
    return float(bool(one & other))


def _same_days(pair: Pair) -> float:
    one, other = pair.one.claim.occasion, pair.other.claim.occasion
    return float(one is not None and other is not None and not _days_apart(one, other))


def _other_days(pair: Pair) -> float:
    """By the days that their own clauses name."""
    one, other = pair.one.claim.occasion, pair.other.claim.occasion
    return float(one is not None and other is not None and one.own and other.own and _days_apart(one, other))


def _days_apart(one: Occasion, other: Occasion) -> bool:
    return one.last < other.first or other.last < one.first


# --- how it is told -------------------------------------------------------------------------------------------


def _one_opinion(pair: Pair) -> float:
    return float((pair.one.claim.kind is ClaimKind.OPINION) != (pair.other.claim.kind is ClaimKind.OPINION))


def _one_noun(pair: Pair) -> float:
    return float(pair.one.claim.nominal != pair.other.claim.nominal)


def _speaker(terms: Terms) -> str:
    return terms.claim.attribution[-1].speaker if terms.claim.attribution else ""


def _same_speaker(pair: Pair) -> float:
    return float(_speaker(pair.one) == _speaker(pair.other) != "")


def _other_speaker(pair: Pair) -> float:
    one, other = _speaker(pair.one), _speaker(pair.other)
    return float(bool(one and other) and one != other)


MEASURES: Final[Mapping[str, Callable[[Pair], float]]] = MappingProxyType(
    {
        "same event word": _same_word,
        "event word alike": _near_word,
        "event word met elsewhere": _word_met,
        "event classes alike": _alike_class,
        "other class of event": _other_class,
        "event word met nowhere": _unmet,
        "event words opposed": _opposed,
        "words shared": _covered,
        "words shared, the longer claim": _covered_less,
        "few words": _short,
        "meaning of the clauses": _cosine,
        "same agent": _same_part("agent"),
        "same patient": _same_part("patient"),
        "same place": _same_part("place"),
        "other agent by name": _other_name("agent"),
        "other patient by name": _other_name("patient"),
        "other place by name": _other_name("place"),
        "other agent by noun": _other_noun("agent"),
        "other patient by noun": _other_noun("patient"),
        "other place by noun": _other_noun("place"),
        "roles exchanged": _crossed,
        "somebody else says so": _somebody_else_says,
        "names shared": _shared_names,
        "no name shared": _no_shared_name,
        "number shared": _shared_number,
        "the same thing counted": _shared_unit,
        "same days": _same_days,
        "other days": _other_days,
        "one is an opinion": _one_opinion,
        "one is told by a noun": _one_noun,
        "same speaker": _same_speaker,
        "other speaker": _other_speaker,
    }
)
