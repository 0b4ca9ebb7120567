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
_PARTED: Final = (DecisionKind.OTHER_EVENT.value, DecisionKind.NOT_SAME_PERSON.value)  # of parts that may be ticked


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

    Where the form has several to choose from, `choice` is the number of the one that was chosen, which the names of its
    own fields end in: `kind-2`, `right-2`. Raises `OptionError` for what cannot be decided, `NotInLibrary` for what is
    not kept.
    """
    kind = next(reversed(_all(form, "kind")), "")
    if not kind:
        raise OptionError("choose what is to be decided")
    if kind not in _KINDS:
        raise OptionError(f"there is no decision {printable(kind)!r}; there are {', '.join(_KINDS)}")
    return _KINDS[kind](library, _sent(form, kind))


def _all(form: Form, name: str) -> list[str]:
    """The values of a field, those of the choice that was made among them."""
    choice = form.one("choice")
    return [*form.all(name), *(form.all(f"{name}-{choice}") if choice else ())]


def _sent(form: Form, kind: str) -> _Sent:
    texts = {name: next(reversed(_all(form, name)), "") for name in _LONGEST}
    for name, text in texts.items():
        if len(text) > _LONGEST[name]:
            raise OptionError(f"{name} is longer than {_LONGEST[name]:,} characters; write less")
    parted = kind in _PARTED and form.all("part")
    left, right = _parts(form) if parted else (_side(form, "left"), _side(form, "right"))
    return _Sent(form.one("story"), left, right, **texts)


def _side(form: Form, name: str) -> tuple[str, ...]:
    """The values of a field, each once, without empty ones."""
    found = tuple(dict.fromkeys(value for value in _all(form, name) if value))
    if len(found) > _MOST or any(len(value) > _NAMED for value in found):
        raise OptionError(f"{name} has more than {_MOST} values, or one of more than {_NAMED} characters")
    return found


def _parts(form: Form) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the parts that were ticked hold, and what the others do; `part-N` holds what is of part N."""
    ticked = set(form.all("ticked"))
    sides = [
        tuple(one for part in form.all("part") if (part in ticked) is wanted for one in _side(form, f"part-{part}"))
        for wanted in (True, False)
    ]
    if not all(sides):
        raise OptionError("tick what is to be told from the rest, and leave something unticked")
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
    decision = Decision(DecisionKind.NOT_SAME_PERSON, *_two(sent), note=sent.note, by=sent.by)
    return library.decide(decision, story=sent.story)


def _figure(library: Library, sent: _Sent) -> Decision:
    return library.accept_figure(sent.story, _one(sent.left), sent.value, note=sent.note, by=sent.by)


def _no_copy(library: Library, sent: _Sent) -> Decision:
    left, right = (tuple(library.article(name).kept.article.id for name in side) for side in _two(sent))
    return library.decide(Decision(DecisionKind.NOT_A_COPY, left, right, note=sent.note, by=sent.by))


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
        raise OptionError("choose one from the list")
    return side[0]


def _two(sent: _Sent) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if not (sent.left and sent.right):
        raise OptionError("tick at least one")
    return sent.left, sent.right


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
