"""What a form of the room decides: read strictly, and told in one line where it cannot be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from headwater.decisions import ONE_ORIGINAL
from headwater.errors import OptionError
from headwater.monitor import Library
from headwater.text.cited_words import read_words
from headwater.text.printable import printable
from headwater.types import Decision, DecisionKind
from headwater.web.forms import Form

__all__ = ["decided_by"]

_LONGEST: Final = {"note": 2_000, "by": 100, "value": 100}  # code points
_NAMED: Final = 300  # code points of a spelling, an id or words
_MOST: Final = 150  # spellings, articles or words of a side


class _Sent(NamedTuple):
    """What a form says beyond its kind."""

    story: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    value: str
    note: str
    by: str


def decided_by(library: Library, form: Form) -> Decision:
    """Make the decision of a form: the one that was logged, with its number.

    Raises `OptionError` for what cannot be decided, `NotInLibrary` for what is not kept.
    """
    kind = form.one("kind")
    if kind not in _KINDS:
        raise OptionError(f"there is no decision {printable(kind)!r}; there are {', '.join(_KINDS)}")
    return _KINDS[kind](library, _sent(form))


def _sent(form: Form) -> _Sent:
    texts = {name: form.one(name) for name in _LONGEST}
    for name, text in texts.items():
        if len(text) > _LONGEST[name]:
            raise OptionError(f"{name} is longer than {_LONGEST[name]:,} characters; write less")
    left, right = _parted(form) if form.all("part") else (_side(form, "left"), _side(form, "right"))
    return _Sent(form.one("story"), left, right, **texts)


def _side(form: Form, name: str) -> tuple[str, ...]:
    """The values of a field, each once, without empty ones."""
    found = tuple(dict.fromkeys(value for value in form.all(name) if value))
    if len(found) > _MOST or any(len(value) > _NAMED for value in found):
        raise OptionError(f"{name} has more than {_MOST} values, or one of more than {_NAMED} characters")
    return found


def _parted(form: Form) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of the parts that were ticked, and those of the others; `part-N` holds the words of part N."""
    ticked = set(form.all("ticked"))
    sides = [
        tuple(words for part in form.all("part") if (part in ticked) is wanted for words in _side(form, f"part-{part}"))
        for wanted in (True, False)
    ]
    if not all(sides):
        raise OptionError("tick what is of another event, and leave unticked what is not")
    return sides[0], sides[1]


def _on_words(kind: DecisionKind) -> Callable[[Library, _Sent], Decision]:
    def made(library: Library, sent: _Sent) -> Decision:
        for name in (*sent.left, *sent.right):
            library.article(read_words(name).article)  # raises what is to be told where there is none
        decision = Decision(kind, sent.left, sent.right, sent.value, note=sent.note, by=sent.by)
        return library.decide(decision, story=sent.story)

    return made


def _name(library: Library, sent: _Sent) -> Decision:
    return library.same_person(sent.story, _one(sent.left), _one(sent.right), note=sent.note, by=sent.by)


def _other_name(library: Library, sent: _Sent) -> Decision:
    return library.different_people(sent.story, _one(sent.left), _one(sent.right), note=sent.note, by=sent.by)


def _figure(library: Library, sent: _Sent) -> Decision:
    return library.accept_figure(sent.story, _one(sent.left), sent.value, note=sent.note, by=sent.by)


def _no_copy(library: Library, sent: _Sent) -> Decision:
    return library.not_a_copy(_one(sent.left), _one(sent.right), note=sent.note, by=sent.by)


def _copy(library: Library, sent: _Sent) -> Decision:
    one_original = sent.value == ONE_ORIGINAL
    left, right = _one(sent.left), _one(sent.right)
    return library.is_a_copy(left, right, one_original=one_original, note=sent.note, by=sent.by)


def _split(library: Library, sent: _Sent) -> Decision:
    return library.split(sent.story, *sent.left, note=sent.note, by=sent.by)


def _merge(library: Library, sent: _Sent) -> Decision:
    return library.merge(sent.story, _one(sent.right), note=sent.note, by=sent.by)[0]


def _one(side: tuple[str, ...]) -> str:
    if len(side) != 1:
        raise OptionError("choose one on each side")
    return side[0]


_KINDS: Final[Mapping[str, Callable[[Library, _Sent], Decision]]] = {
    DecisionKind.ACCEPTED.value: _on_words(DecisionKind.ACCEPTED),
    DecisionKind.REJECTED.value: _on_words(DecisionKind.REJECTED),
    DecisionKind.OTHER_EVENT.value: _on_words(DecisionKind.OTHER_EVENT),
    DecisionKind.SAME_PERSON.value: _name,
    DecisionKind.NOT_SAME_PERSON.value: _other_name,
    DecisionKind.FIGURE.value: _figure,
    DecisionKind.NOT_A_COPY.value: _no_copy,
    DecisionKind.COPY.value: _copy,
    DecisionKind.APART.value: _split,
    DecisionKind.TOGETHER.value: _merge,
}
