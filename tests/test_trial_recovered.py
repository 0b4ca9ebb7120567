"""The trial of lost originals: who answers with the truth gets full marks."""

from __future__ import annotations

from msgspec.structs import replace
from quality.trials.recovered import TRIALS, range_figures, scored

from headwater.testing.reading import stemma_of
from headwater.testing.scribe import Told, write_story
from headwater.testing.scribe.truth import Line as TrueLine
from headwater.testing.scribe.truth import Strand
from headwater.types import Count, Document, Recovered, Sentence, Span, Stemma, Unseen

TEXTS = {"a": ((0, 10), (10, 30)), "b": ((0, 25),)}  # where the sentences stand; "lost" has four, 10 long each
KEPT = {"a": (0, 1), "b": (2,)}  # which of its sentences they keep


def story() -> tuple[Told, list[Document]]:
    """Two articles from one lost original of three sentences."""
    told = write_story(5)
    article = told.articles[0]
    articles = [replace(article, id=name, text="x" * 40) for name in TEXTS]
    strands = [Strand("lost", number, Span("lost", number * 10, number * 10 + 10)) for number in range(3)]
    for name, spans in TEXTS.items():
        pairs = zip(KEPT[name], spans, strict=True)
        strands += [Strand("lost", number, Span(name, *span)) for number, span in pairs]
    documents = [
        Document(each, (), tuple(Sentence(Span(each.id, *span), 0, 0, 0) for span in TEXTS[each.id]), ())
        for each in articles
    ]
    lost = replace(article, id="lost", text="x" * 40)
    truth = Told("told", tuple(articles), (lost,), (), (TrueLine("lost", ("a", "b")),), tuple(strands))
    return truth, documents


def with_unseen(*text: Recovered) -> Stemma:
    stemma = stemma_of({"wire": ["a", "b"]})
    line = replace(stemma.lines[0], root="unseen")
    return replace(stemma, lines=(line,), unseen=(Unseen("unseen", "unseen original", ("a", "b"), (), text),))


def recovered(article: str, start: int, end: int) -> Recovered:
    return Recovered(Span(article, start, end), (Span(article, start, end),), 0.0)


def test_the_whole_original_is_worth_one_and_the_longest_witness_less() -> None:
    told, documents = story()
    whole = with_unseen(recovered("a", 0, 10), recovered("a", 10, 30), recovered("b", 0, 25))
    (lost,) = scored(told, documents, whole)
    assert (lost.found, lost.longest) == (1.0, 0.5)


def test_a_sentence_too_many_and_one_too_few_cost() -> None:
    told, documents = story()
    (few,) = scored(told, documents, with_unseen(recovered("a", 0, 10)))
    (many,) = scored(told, documents, with_unseen(recovered("a", 0, 10), recovered("b", 26, 40)))
    assert few.found == 0.5
    assert many.found < few.found


def test_where_no_original_was_inferred_the_root_stands_for_it() -> None:
    told, documents = story()
    (lost,) = scored(told, documents, stemma_of({"wire": ["a", "b"]}))
    assert 0.0 < lost.found <= 0.8


def test_a_range_holds_what_lies_in_it() -> None:
    told, _ = story()
    stemma = stemma_of({"wire": ["a", "b"]})
    assert range_figures(told, replace(stemma, count=Count(1, 2, 3))) == (True, 2)
    assert range_figures(told, replace(stemma, count=Count(2, 2, 2))) == (False, 0)


def test_the_trial_names_what_it_answers() -> None:
    (trial,) = TRIALS
    assert next(metric.name for metric in trial.metrics) == "lines.recovered_f1"
