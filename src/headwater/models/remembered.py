"""Bounded memories of answers that depend on their question alone: what was worked out once is not worked out again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from threading import Lock
from typing import Generic, TypeVar

__all__ = ["Recent", "Remembered"]

Question = TypeVar("Question")
Answer = TypeVar("Answer")


class Recent(Generic[Question, Answer]):
    """The answers last used, at most `limit` of them. Threads may share one."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._held: OrderedDict[Question, Answer] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._held)

    def get(self, question: Question) -> Answer | None:
        """The answer, which counts as used now; None if it is not held."""
        with self._lock:
            if question not in self._held:
                return None
            self._held.move_to_end(question)
            return self._held[question]

    def put(self, question: Question, answer: Answer) -> None:
        """Hold an answer, in place of those that have been out of use the longest."""
        with self._lock:
            self._held[question] = answer
            self._held.move_to_end(question)
            while len(self._held) > self._limit:
                self._held.popitem(last=False)


class Remembered(Generic[Question, Answer]):
    """Answers by question, the `limit` last used; `work_out` gives the answers of a batch of questions, in order.

    `work_out` must be pure and must not let one question of a batch change the answer to another: then what is
    remembered never shows in what is answered.
    """

    def __init__(self, work_out: Callable[[Sequence[Question]], Iterable[Answer]], limit: int) -> None:
        self._work_out = work_out
        self._recent: Recent[Question, Answer] = Recent(limit)

    def answers(self, questions: Iterable[Question]) -> Mapping[Question, Answer]:
        """The answer to each of the questions, however many there are; the new ones are worked out together."""
        asked = {question: self._recent.get(question) for question in questions}
        new = [question for question, answer in asked.items() if answer is None]
        told = {question: answer for question, answer in asked.items() if answer is not None}
        if new:
            told |= zip(new, self._work_out(new), strict=True)
        for question in asked:
            self._recent.put(question, told[question])
        return told
