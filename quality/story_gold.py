"""Scores the brief of a story against its gold.

`score` is pure; every figure carries the hits and misses behind it. What each measure counts stands in the
docstring of its function in `quality/scoring/`.
"""

from __future__ import annotations

from headwater.types import Brief
from quality.scoring.alterations import measure_alterations
from quality.scoring.citations import measure_boilerplate, measure_citations
from quality.scoring.conflicts import measure_conflicts
from quality.scoring.gold import Gold, load_gold
from quality.scoring.judgements import Judgement, load_judgements
from quality.scoring.lines import measure_lines, measure_partials
from quality.scoring.measure import Measure, by_name
from quality.scoring.names import measure_names
from quality.scoring.quotes import measure_quotes
from quality.scoring.reading import Reading
from quality.scoring.statements import measure_statements, measure_statuses
from quality.scoring.timeline import measure_dates

__all__ = ["Gold", "Judgement", "Measure", "by_name", "load_gold", "load_judgements", "score"]


def score(brief: Brief, gold: Gold, judgements: tuple[Judgement, ...] = ()) -> tuple[Measure, ...]:
    """Measure a brief against the gold of its story, in the order of the pipeline.

    Articles are matched by the stem of their file name. An article that the brief lacks costs all its mentions.
    """
    reading = Reading(brief, gold)
    return (
        *measure_lines(reading),
        *measure_partials(reading),
        *measure_statements(reading),
        measure_statuses(reading),
        *measure_conflicts(reading, judgements),
        *measure_alterations(reading, judgements),
        *measure_quotes(reading),
        measure_dates(reading),
        *measure_names(reading),
        measure_boilerplate(reading),
        measure_citations(reading),
    )
