"""What a decision says, in one clause, with articles by what a reader calls them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from headwater.text.cited_words import read_words
from headwater.types import Article, Decision, DecisionKind

__all__ = ["OVERRULED", "called", "listed", "quoted", "says"]

OVERRULED: Final = "a later decision stands in its place"
"""Why a decision did not apply that another was made after on the same."""

_SHOWN: Final = 3  # cited words of a side that are told
_LONG: Final = 90  # code points of cited words that are told whole


def says(decision: Decision, articles: Mapping[str, Article]) -> str:
    """The decision in words: "“I. Solt” and “Imre Solt” are one name". Articles that are not known go by their ids."""
    return _SAID[decision.kind](decision, articles)


def _same(decision: Decision, _: Mapping[str, Article]) -> str:
    return f"{quoted((*decision.left, *decision.right))} are one name"


def _not_same(decision: Decision, _: Mapping[str, Article]) -> str:
    return f"{quoted(decision.left)} and {quoted(decision.right)} are not one name"


def _figure(decision: Decision, _: Mapping[str, Article]) -> str:
    return f"the figure “{decision.left[0]}” is {decision.value}"


def _finding(decision: Decision, articles: Mapping[str, Article]) -> str:
    done = "accepted" if decision.kind is DecisionKind.ACCEPTED else "set aside"
    return f"the {decision.value.partition(':')[0]} on {_cited(decision.left, articles)} is {done}"


def _other_event(decision: Decision, articles: Mapping[str, Article]) -> str:
    return f"{_cited(decision.left, articles)}: of another event than {_cited(decision.right, articles)}"


def _copy(decision: Decision, articles: Mapping[str, Article]) -> str:
    left, right = _sides(decision, articles)
    return (
        f"{left} and {right} took their text from {decision.value}"
        if decision.value
        else f"{left} took text from {right}"
    )


def _no_copy(decision: Decision, articles: Mapping[str, Article]) -> str:
    return "no text went between {} and {}".format(*_sides(decision, articles))


def _together(decision: Decision, articles: Mapping[str, Article]) -> str:
    return "{} and {} tell of one story".format(*_sides(decision, articles))


def _apart(decision: Decision, articles: Mapping[str, Article]) -> str:
    return "{} and {} tell of different stories".format(*_sides(decision, articles))


def _undone(decision: Decision, _: Mapping[str, Article]) -> str:
    return f"decision {decision.undoes} no longer holds"


_SAID: Final[Mapping[DecisionKind, Callable[[Decision, Mapping[str, Article]], str]]] = {
    DecisionKind.TOGETHER: _together,
    DecisionKind.APART: _apart,
    DecisionKind.SAME_PERSON: _same,
    DecisionKind.NOT_SAME_PERSON: _not_same,
    DecisionKind.NOT_A_COPY: _no_copy,
    DecisionKind.COPY: _copy,
    DecisionKind.FIGURE: _figure,
    DecisionKind.ACCEPTED: _finding,
    DecisionKind.REJECTED: _finding,
    DecisionKind.OTHER_EVENT: _other_event,
    DecisionKind.UNDO: _undone,
}


def _sides(decision: Decision, articles: Mapping[str, Article]) -> tuple[str, str]:
    left, right = (_side([called(each, articles) for each in side]) for side in (decision.left, decision.right))
    return left, right


def _side(articles: Sequence[str]) -> str:
    """One side; several articles by "or", so that they are not taken for two sides."""
    if len(articles) == 1:
        return articles[0]
    more = f"{len(articles) - _SHOWN} others" if len(articles) > _SHOWN + 1 else ""
    shown = [*articles[:_SHOWN], more] if more else articles
    return f"any of {', '.join(shown[:-1])} or {shown[-1]}"


def _cited(names: Sequence[str], articles: Mapping[str, Article]) -> str:
    """The first of some words, in quotation marks, and how many more there are."""
    told = quoted(dict.fromkeys(_words(name, articles) for name in names[:_SHOWN]))
    return f"{told} and {len(names) - _SHOWN} more" if len(names) > _SHOWN else told


def _words(name: str, articles: Mapping[str, Article]) -> str:
    """The words that a name is of, on one line and cut where they are long; the name where there are none."""
    span = read_words(name)
    known = articles.get(span.article)
    words = " ".join(known.text[span.start : span.end].split()) if known is not None else ""
    return (words if len(words) <= _LONG else f"{words[:_LONG].rstrip()}…") or name


def called(article: str, articles: Mapping[str, Article]) -> str:
    """What a reader calls an article: its outlet and the name of its file; the id where the article is not known."""
    known = articles.get(article)
    if known is None:
        return article
    return f"{known.outlet.value} ({known.name})" if known.outlet is not None else known.name


def quoted(spellings: Iterable[str]) -> str:
    """Spellings as a list, each in quotation marks."""
    return listed(f"“{each}”" for each in spellings)


def listed(parts: Iterable[str]) -> str:
    """A list as a sentence has it: "a", "a and b", "a, b and c"."""
    given = tuple(parts)
    return f"{', '.join(given[:-1])} and {given[-1]}" if len(given) > 1 else "".join(given)
