"""Values and units in the sentences of the Recognizers-Text sets: ages, currencies, dimensions, temperatures.

The gold has no offsets, so a sentence's quantities are compared as sets of values, or of values with units. Ordinals
and scores are left out of ours: the gold has none, and the product keeps them apart because they count nothing. A
range is a pair. What the sets and the product say in different ways is turned into one by general rules:

- a unit's words are read by the product's own tables of measures and currencies and the few names below, a rate on
  both sides of its "per"; a counted noun is its last word, as the product counts heads; "times" count nothing;
- the sets have one number for a size, 12 for "dozens" and 1000 for "thousands", where the product has an interval
  that begins at two of them: half its lower end is compared;
- the sets round shares ("one-third" is 0.33): below one, two digits are compared;
- the sets suppose a state where none is named ("francs" are Swiss); the product's bare "franc" fits any.

The rules for numbers were written with the sentences at hand whose id has an even CRC-32. Those with an odd one were
not read meanwhile, but their figures (`unread_...`, which stand beside) were looked at; an earlier state of the rules
was written with all figures in sight. Some sentences are made to try a recogniser, and no news.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple, TypeAlias

import msgspec

from headwater.text.numbers.currencies import coin_at
from headwater.text.numbers.units import measure, squared
from headwater.types import Document, Quantity
from quality.articles import as_article, read_all
from quality.board.metric import Metric, Published
from quality.board.trial import Sample, Task, Trial, parted
from quality.scoring.spans import tally_exact
from quality.scoring.tally import Tally, total

__all__ = ["TRIALS", "Amount", "Unit", "gold_amount", "told", "weigh"]

_CQE: Final = (  # its published value F1, and value and unit F1
    ("age", 0.933, 0.933),
    ("currency", 0.842, 0.796),
    ("dimension", 0.865, 0.792),
    ("temperature", 0.957, 0.928),
)
_SETS: Final = tuple(name for name, *_ in _CQE)
_FILES: Final = tuple(f"quantities/{name}.jsonl" for name in _SETS)
_FULL: Final = 1000  # sentences of a set: all there are
_QUICK: Final = 50
_APART: Final = frozenset({"ordinal", "score"})
_OF_AGE: Final = " of age"

# The sets' words for measures and currencies that the product's tables do not know by that name.
_NAMES: Final[Mapping[str, str]] = {
    "percentage": "percent",
    "pound-mass": "lb",
    "metric ton": "tonne",
    "netherlands guilde": "NLG",
    "lao kip": "LAK",
    "kilometre per hour": "km/h",
    "mile per hour": "mph",
    "metre per second": "m/s",
    "megabyte": "MB",
    "celsius": "°C",
    "fahrenheit": "°F",
    "time": "",
    "-": "",
    "count": "",
}
# Names of currencies that the product leaves as they are, since several states use them.
_STATELESS_WORDS: Final = "franc dinar dirham peso krona krone rial riyal mark shilling rupee"
_STATELESS: Final = frozenset(_STATELESS_WORDS.split())


class Gold(msgspec.Struct, frozen=True):
    """One annotated quantity."""

    value: str
    unit: str


class Row(msgspec.Struct, frozen=True):
    """One sentence with its quantities."""

    id: str
    text: str
    quantities: tuple[Gold, ...]


class Amount(NamedTuple):
    """A value, as the two ends of its range, and its unit in the product's words."""

    low: float
    high: float
    unit: str


class Unit(NamedTuple):
    """What a sentence counts for."""

    value: Tally
    both: Tally


Units: TypeAlias = Sequence[Unit]


def run(task: Task) -> Mapping[str, Sample]:
    """Read the sentences of all sets, and compare their quantities."""
    rows = {name: task.sample(task.read(file, Row), _FULL, _QUICK) for name, file in zip(_SETS, _FILES, strict=True)}
    every = [row for name in _SETS for row in rows[name]]
    documents = read_all(task, [as_article(row.id, row.text) for row in every])
    weighed = [
        weigh(map(gold_amount, row.quantities), told(document)) for row, document in zip(every, documents, strict=True)
    ]
    units = parted(weighed, {name: len(rows[name]) for name in _SETS})
    samples = _figures("", weighed, tuple(_note(row, unit) for row, unit in zip(every, weighed, strict=True)))
    samples |= _figures("unread_", [unit for row, unit in zip(every, weighed, strict=True) if _unread(row)], ())
    for name in _SETS:
        samples |= _figures(f"{name}_", units[name], ())
    return samples


def _unread(row: Row) -> bool:
    """Whether the sentence is of the half that nobody read while the rules were written."""
    return zlib.crc32(row.id.encode()) % 2 == 1


def gold_amount(gold: Gold) -> Amount:
    """A quantity of the gold in the product's words. Raises `ValueError` for a value that is no number or range."""
    low, _, high = gold.value[1:].partition("-")  # the first character may be a minus
    first = gold.value[:1] + low
    try:
        return _amount(float(first), float(high or first), _unit(gold.unit))
    except ValueError:
        raise ValueError(f"quantities: {gold.value!r} is no number or range") from None


def told(document: Document) -> tuple[Amount, ...]:
    """The quantities of a document, each as what was stated; a range, or what is only vague, as its two ends."""
    return tuple(_said(quantity) for quantity in document.quantities if quantity.modifier not in _APART)


def weigh(gold: Iterable[Amount], predicted: Iterable[Amount]) -> Unit:
    """Compare a sentence's quantities as sets."""
    golds = frozenset(gold)
    found = frozenset(_in_its_state(amount, golds) for amount in predicted)
    return Unit(tally_exact(_values(golds), _values(found)), tally_exact(golds, found))


def _values(amounts: frozenset[Amount]) -> frozenset[tuple[float, float]]:
    return frozenset((amount.low, amount.high) for amount in amounts)


def _in_its_state(amount: Amount, golds: frozenset[Amount]) -> Amount:
    """A bare "franc" as the state's that the gold supposes: nothing in the sentence tells which it is."""
    name, _, per = amount.unit.partition(" per ")
    if name not in _STATELESS:
        return amount
    same = (gold.unit for gold in golds if gold[:2] == amount[:2] and gold.unit.partition(" per ")[2] == per)
    return amount._replace(unit=next((unit for unit in same if unit[:3].isupper()), amount.unit))


def _said(quantity: Quantity) -> Amount:
    unit = quantity.unit + _OF_AGE if quantity.modifier == "age" else _rate(quantity.unit, quantity.per)
    if quantity.stated is not None:
        return _amount(quantity.stated, quantity.stated, unit)
    if quantity.modifier == "vague":
        size = quantity.low / 2
        return _amount(size, size, unit)
    return _amount(quantity.low, quantity.high, unit)


def _rate(name: str, per: str) -> str:
    named = _NAMES.get(name, name)
    return f"{named} per {per}" if per else named


def _amount(low: float, high: float, unit: str) -> Amount:
    """Six digits tell two values of the sets apart, and are the same however a product was rounded; below one, two."""
    digits = 2 if 0 < abs(low) < 1 and low == high else 6
    return Amount(float(f"{low:.{digits}g}"), float(f"{high:.{digits}g}"), unit)


def _unit(words: str) -> str:
    """A unit of the sets by the product's name, a counted noun by its last word."""
    if words in _NAMES or words.endswith(_OF_AGE):
        return _NAMES.get(words, words)
    name, _, per = words.partition(" per ")
    return _rate(_plain_unit(name), _plain_unit(per))


def _plain_unit(words: str) -> str:
    pieces = words.split()
    if not pieces or words in _NAMES:
        return _NAMES.get(words, "")
    coin = coin_at(pieces, 0)
    if coin is not None and coin.end == len(pieces):
        return coin.code
    return squared(*pieces[-2:]) or pieces[-1] if len(pieces) > 1 else measure(words) or words


def _figures(of: str, units: Units, notes: tuple[str, ...]) -> dict[str, Sample]:
    rows = len(units)
    return {
        f"quantities.{of}value_f1": Sample(units, _value, rows, notes),
        f"quantities.{of}value_unit_f1": Sample(units, _both, rows),
    }


def _value(units: Units) -> float:
    return total(unit.value for unit in units).score.f1


def _both(units: Units) -> float:
    return total(unit.both for unit in units).score.f1


def _note(row: Row, unit: Unit) -> str:
    return (
        f"{row.id}: {unit.value.gold:.0f} in gold, {unit.value.predicted:.0f} ours, "
        f"{unit.value.right:.0f} of the same value, {unit.both.right:.0f} of the same value and unit"
    )


def _metrics() -> Iterator[Metric]:
    cqe = "CQE on NewsQuant, another set"
    yield Metric("quantities.value_f1", "values in a sentence, four sets together, F1", Published(0.92, cqe))
    yield Metric("quantities.value_unit_f1", "values with their units, four sets together, F1", Published(0.856, cqe))
    unread = "of the half of the sentences that was never read, F1"
    yield Metric("quantities.unread_value_f1", f"values in a sentence {unread}")
    yield Metric("quantities.unread_value_unit_f1", f"values with their units {unread}")
    for name, value, both in _CQE:
        figure, says, source = f"quantities.{name}", f"of the {name} set, F1", f"CQE on the {name} set"
        yield Metric(f"{figure}_value_f1", f"values in a sentence {says}", Published(value, source))
        yield Metric(f"{figure}_value_unit_f1", f"values with their units {says}", Published(both, source))


TRIALS: Final = (Trial(tuple(_metrics()), _FILES, run),)
