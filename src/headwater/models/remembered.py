"""A bounded memory of answers that depend on their question alone: what was worked out once is not worked out again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

__all__ = ["Remembered"]

Question = TypeVar("Question")
Answer = TypeVar("Answer")


class Remembered(Generic[Question, Answer]):
    """Answers by question, the `limit` last used; `work_out` gives the answers of a batch of questions, in order.

    `work_out` must be pure and must not let one question of a batch change the answer to another: then what is
    remembered never shows in what is answered.
    """

    def __init__(self, work_out: Callable[[Sequence[Question]], Iterable[Answer]], limit: int) -> None:
        self._work_out = work_out
        self._limit = limit
        self._held: OrderedDict[Question, Answer] = OrderedDict()

    def answers(self, questions: Iterable[Question]) -> Mapping[Question, Answer]:
        """The answer to each of the questions, however many there are; the new ones are worked out together."""
        asked = tuple(dict.fromkeys(questions))
        new = [question for question in asked if question not in self._held]
        worked = dict(zip(new, self._work_out(new), strict=True)) if new else {}
        told = {question: worked[question] if question in worked else self._held[question] for question in asked}
        self._hold(told)
        return told

    def _hold(self, told: Mapping[Question, Answer]) -> None:
        for question, answer in told.items():
            self._held[question] = answer
            self._held.move_to_end(question)
        while len(self._held) > self._limit:
            self._held.popitem(last=False)
