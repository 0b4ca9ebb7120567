"""A draft held against reports: which of its claims they bear out, and on how many lines; the steps in order.

The reports are traced as one story, so that copies of one text are one line. The draft is read like an article, but
it is no witness: it is never among the lines that are counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from headwater.anchoring import inherit_anchors
from headwater.checking.claims import claims_of
from headwater.checking.counting import Backing
from headwater.checking.judging import Held, judge
from headwater.checking.looking import Reading, look, read_together
from headwater.claims import find_claims
from headwater.derivations import trace
from headwater.documents import read_documents
from headwater.engines.base import Engine
from headwater.engines.local import LocalEngine
from headwater.errors import NothingToRead
from headwater.evidence import cite
from headwater.models.base import Parser
from headwater.models.spacy_english import load_parser
from headwater.origins import Origins
from headwater.quotes import attribution_at
from headwater.relations import context_of
from headwater.settings import Settings
from headwater.sources.held import gather_held
from headwater.text.quotemarks import quoted_spans
from headwater.types import (
    Article,
    Check,
    Checked,
    Cited,
    Claim,
    Document,
    Judgement,
    LeftOut,
    Stemma,
    Story,
)
from headwater.version import VERSION

__all__ = ["check", "check_articles"]

Input = str | Path | Article
Progress = Callable[[str], None]


def check(
    draft: Input,
    against: Sequence[Input],
    settings: Settings | None = None,
    on_progress: Progress | None = None,
) -> Check:
    """A draft held against reports. `draft` is a path, address or article that holds one text; `against` are reports.

    Raises `OptionError` if the draft holds several articles or is one of the reports, `NothingToRead` if the draft or
    all reports cannot be used or the draft claims nothing, `ModelMissing` if the language model is not installed. What
    is wrong with single reports is told in `left_out`.
    """
    settings = settings or Settings()
    held = gather_held(draft, against, settings, on_progress)
    return check_articles(held.draft, held.reports, settings, held.left_out, on_progress)


def check_articles(
    draft: Article,
    reports: Sequence[Article],
    settings: Settings | None = None,
    left_out: Sequence[LeftOut] = (),
    on_progress: Progress | None = None,
    parser: Parser | None = None,
    engine: Engine | None = None,
) -> Check:
    """`check` for articles in hand, whose ids must differ; `parser` and `engine` may be the user's own."""
    tell, engine = on_progress or (lambda _: None), engine or LocalEngine()
    tell(f"reading the draft and {len(reports)} reports")
    in_order = sorted(reports, key=lambda article: article.id)
    read, *documents = read_documents((draft, *in_order), parser or load_parser((settings or Settings()).model))
    spans = claims_of(read)
    if not spans:
        raise NothingToRead(f"{draft.name} claims nothing: it has no sentence with a verb or a number")
    tell("tracing the reports")
    stemma = trace(Story("reports", tuple(article.id for article in in_order)), documents, engine)
    held = _held(read, inherit_anchors(documents, stemma), stemma)
    tell(f"checking {len(spans)} claims")
    claims = tuple(judge(number, looked, held) for number, looked in enumerate(look(held.reading), 1))
    return Check(
        draft=draft,
        summary=_summary(claims),
        claims=claims,
        articles=tuple(in_order),
        lines=stemma.lines,
        left_out=tuple(left_out),
        version=VERSION,
    )


def _held(draft: Document, documents: Sequence[Document], stemma: Stemma) -> Held:
    line_of = {article: line.id for line in stemma.lines for article in line.articles}
    reading = read_together(draft, documents, line_of, stemma.derivations)
    claims = tuple(claim for document in reading.documents for claim in _claims(document, reading))
    by_article = {document.article.id: document for document in (draft, *documents)}  # names are told in the draft, too
    backing = Backing(Origins(stemma), claims, by_article, reading.index)
    context = context_of((draft, *reading.documents), reading.index)
    return Held(reading, quoted_spans(draft.article), backing, _claims(draft, reading), context)


def _claims(document: Document, reading: Reading) -> tuple[Claim, ...]:
    quotes = [quote for quote in reading.quotes if quote.content.article == document.article.id]
    return find_claims(document, reading.index, lambda span: attribution_at(document, quotes, span))


def _summary(claims: Sequence[Checked]) -> Cited:
    """How many claims were judged how, in the order of the judgements."""
    counts = Counter(each.judgement for each in claims)
    told = ", ".join(f"{counts[judgement]} {judgement.value}" for judgement in Judgement if counts[judgement])
    number = f"{len(claims)} claim{'s' if len(claims) != 1 else ''}"
    return cite(f"{number}: {told}", (each.span for each in claims))
