"""Claims -> values of figures: which number plays which part in which event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from headwater.figures.periods import is_of_a_day, is_statistic, sums_over_time
from headwater.origins import Origins
from headwater.text.counted import NEAR, figure_role, is_part, is_toll, role_of
from headwater.text.events import FIGURE_NOUNS
from headwater.text.numbers import indefinite_one
from headwater.text.spans import tokens_in
from headwater.text.tallies import OWNED, owner_of
from headwater.types import Certainty, Claim, ClaimKind, Document, FigureValue, Quantity, Role, Span

__all__ = ["INDEFINITE", "Reading", "readings", "value_of"]

INDEFINITE: Final = "“a” or “an” may be meant as a kind, not a count"
"""Why a bare "a" or "an" is a weak count."""

_NO_COUNT = frozenset({"ordinal", "age", "score", "compound", "fraction"})
_MEASURES = frozenset(
    {"percent", "percentage point", "year", "month", "week", "day", "hour", "minute", "second", "time", "decade"}
)
_MEASURED = frozenset({"turnout", "share of the vote"})  # roles whose numbers are percentages
_ARTICLES = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_OVER_MANY = re.compile(r"^.{0,40}\bin \d[\d,]* (?:[\w-]+ ){0,2}(?:accidents|incidents|crashes|attacks|cases)\b")
_DEADLY = frozenset({"kill", "die", "shoot", "injure", "execute"})
_ATTEMPTED = re.compile(r"\b(?:attempted|attempt to|attempts to|plot to|plan to|conspiracy to)\s+$", re.IGNORECASE)
_BEFORE = 8  # words before a noun among which its article stands
_OPEN = frozenset({Certainty.POSSIBLE, Certainty.UNDERSPECIFIED})
_SAY_NO_MORE = _MEASURES | {"hurt", "homeless", "missing"}  # units that are no nouns for those counted


class Reading(Struct, frozen=True):
    """One value with what it counts: `role` in the event, `population` as the counted noun's lemma, or ''."""

    role: str
    population: str
    value: FigureValue
    claim: Claim
    toll: bool = False  # told as a total: "the death toll rose to five"
    owner: str = ""  # whose number it is: Entity.id, else the words for them; '' where numbers have no owner
    rank: str = ""  # "whole" if it counts all of its role in the article, "part" if some of them
    day: tuple[int, int] | None = None  # of a whole: the days, as ordinals, of the event that its article tells

    @property
    def weak(self) -> str:
        """Why the words may not be meant as a count."""
        return self.value.weak


def readings(claims: Sequence[Claim], documents: Mapping[str, Document], origins: Origins) -> tuple[Reading, ...]:
    """Every counted thing that plays a part in an event, each quantity once, by the innermost claim that holds it."""
    found: list[Reading] = []
    seen: set[Span] = set()
    for claim in sorted(claims, key=lambda claim: (claim.span.end - claim.span.start, claim.id)):
        document = documents[claim.span.article]
        for role, population, quantity, weak in _counted(claim, document):
            if quantity.span not in seen:
                seen.add(quantity.span)
                value = value_of(claim, quantity, document, origins, weak=weak, population=population)
                toll = is_toll(claim, quantity, document)
                found.append(Reading(role, population, value, claim, toll, _owner(role, claim, document)))
    return tuple(sorted(found, key=lambda reading: (reading.role, reading.value.quantity.span)))


def _owner(role: str, claim: Claim, document: Document) -> str:
    holder = owner_of(claim) if role in OWNED else None
    if holder is None:
        return ""
    return holder.entity or _ARTICLES.sub("", document.article.text[holder.span.start : holder.span.end]).lower()


def value_of(
    claim: Claim,
    quantity: Quantity,
    document: Document,
    origins: Origins,
    *,
    weak: str = "",
    members: Sequence[Span] = (),
    population: str = "",
) -> FigureValue:
    """The number as a value of a figure: who gives it, when, in which line; the rest as in the record."""
    article = document.article
    return FigureValue(
        claim=claim.id,
        quantity=quantity,
        line=origins.line(claim.span),
        article=article.id,
        attribution=claim.attribution,
        as_of=claim.as_of or (article.published.value if article.published is not None else ""),
        derived=origins.is_copy(article.id),
        weak=weak,
        members=tuple(members),
        population=population,
    )


def _counted(claim: Claim, document: Document) -> Iterator[tuple[str, str, Quantity, str]]:
    """(role, population, quantity, weakness) of each number in the claim that counts somebody or something."""
    text = document.article.text
    attempted = _ATTEMPTED.search(text[max(0, claim.trigger.start - NEAR) : claim.trigger.start])
    if claim.kind is ClaimKind.BACKGROUND or attempted:
        return
    unsure = "told as what may be, not as what happened" if claim.certainty in _OPEN else ""
    for quantity in claim.quantities:
        if quantity.per or quantity.modifier in _NO_COUNT:
            continue
        if is_part(quantity, document) or _is_record(claim, quantity, document):
            continue
        role = figure_role(claim, quantity, document)
        if quantity.unit in _MEASURES and role not in _MEASURED:
            continue
        if role and not (claim.negated and quantity.low > 0):
            yield (
                role,
                "" if quantity.unit in _SAY_NO_MORE or quantity.unit in FIGURE_NOUNS else quantity.unit,
                quantity,
                unsure,
            )
    for part in claim.roles:
        one = _indefinite(part, document)
        name = role_of(claim, part.span, part.lemma)
        if one is not None and name and not claim.negated:
            yield name, part.lemma, one, INDEFINITE


def _is_record(claim: Claim, quantity: Quantity, document: Document) -> bool:
    """“The first deaths since 1959”, “20 people hurt in 112 accidents”: what happened over years is another count."""
    deadly = claim.event_class in _DEADLY and not is_of_a_day(claim, document)
    if (deadly and sums_over_time(document, claim.sentence, quantity.span)) or is_statistic(claim, quantity):
        return True
    sentence = document.article.text[claim.sentence.start : claim.sentence.end]
    after = document.article.text[quantity.span.end : claim.sentence.end]
    return (quantity.high == 0 and " since " in sentence) or _OVER_MANY.search(after) is not None


def _indefinite(role: Role, document: Document) -> Quantity | None:
    """One, where a role is filled by "a" or "an" and a singular noun without another number."""
    tokens = document.tokens
    if any(role.span.start <= quantity.span.start < role.span.end for quantity in document.quantities):
        return None
    for index in tokens_in(tokens, role.span):
        noun = tokens[index]
        if noun.lemma == role.lemma and indefinite_one(tokens, index):
            first = next(i for i in range(max(0, index - _BEFORE), index) if tokens[i].head == index)
            return Quantity(Span(role.span.article, tokens[first].start, noun.end), 1, 1, 1, noun.lemma)
    return None
