"""Whether two outlets give the same answer to a question (NAnCo: answers in paragraphs of real news).

The paragraphs that answer one question are one story, traced and stated as the pipeline does; each answer is an
article of its own. The paragraph is read, not the bare answer, which is seldom a clause; if the answer is not in its
paragraph, the answer is read alone. Two answers are called the same where one statement holds a claim of each that
stands, at least in part, in the answer's words. Groups are what these pairs join, step by step.

Nothing was fitted on these rows. There are four questions only, and they are what is drawn for the interval.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from statistics import fmean
from typing import Final, NamedTuple

import msgspec
import networkx as nx

from headwater.derivations import trace
from headwater.engines.local import LocalEngine
from headwater.testing.reading import StoryRead, read_story, read_texts
from headwater.text.spans import meets
from headwater.types import Span, Story
from quality.board.metric import Metric, Published
from quality.board.trial import Sample, Task, Trial
from quality.scoring.clusters import adjusted_rand
from quality.scoring.labels import balanced_accuracy

__all__ = ["TRIALS", "Answer", "Question", "called_same", "groups_right", "pairs_right"]

_QUICK: Final = 14  # answers of a question


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
    """Read each question's answers as one story."""
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
    """The pairs of answers, smaller id first, that one statement holds claims of."""
    story = _story(_texts(answers))
    spans = {answer.id: _span(answer) for answer in answers}
    claims = {claim.id: claim.span for claim in story.claims}
    together = [
        {claims[each].article for each in statement.claims if meets(spans[claims[each].article], claims[each])}
        for statement in story.statements
    ]
    return frozenset((a, b) for group in together for a in group for b in group if a < b)


def _texts(answers: Sequence[Answer]) -> dict[str, str]:
    return {one.id: one.paragraph if one.answer in one.paragraph else one.answer for one in answers}


def _span(answer: Answer) -> Span:
    start = max(0, answer.paragraph.find(answer.answer))
    return Span(answer.id, start, start + len(answer.answer))


def _story(texts: Mapping[str, str]) -> StoryRead:
    story = Story("question", tuple(sorted(texts)))
    return read_story(texts, trace(story, read_texts(texts), LocalEngine()))


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
                "answers of two outlets called the same where a statement holds both; balanced accuracy a question",
                Published(0.733, "sentence embedding, official test; trained .813"),
            ),
            Metric("alignment.nanco_ari", "answers grouped by what they say, adjusted Rand index a question"),
        ),
        ("pairs/nanco_answers.jsonl", "pairs/nanco_pairs.jsonl"),
        run,
    ),
)
