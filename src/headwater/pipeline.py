"""The table of contents: the stages in order, from articles to briefs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from msgspec.structs import replace

from headwater.anchoring import inherit_anchors
from headwater.claims import accept_statements, find_claims, find_happenings, reject_claims, state
from headwater.decisions import (
    Outcome,
    Settled,
    barred_pairs,
    by_id,
    complaint,
    concerning,
    copied_pairs,
    events_decided,
    names_decided,
    reviews,
    standing,
    stories_decided,
    told,
)
from headwater.derivations import trace
from headwater.documents import read_documents
from headwater.engines.base import Engine
from headwater.engines.local import LocalEngine
from headwater.engines.processes import ProcessEngine
from headwater.entities import identify
from headwater.errors import NothingToRead, OptionError
from headwater.figures import accept, count_figures
from headwater.findings import (
    find_alterations,
    find_conflicts,
    find_edits,
    find_statuses,
    review_alterations,
    review_conflicts,
)
from headwater.models.base import Parser
from headwater.models.spacy_english import load_parser
from headwater.origins import Origins
from headwater.places import find_scene, locate
from headwater.quotes import attribution_at, collate, find_quotes
from headwater.record import Found, record_event
from headwater.relations import context_of
from headwater.settings import Settings
from headwater.sources import Gathered, gather
from headwater.stories import gather_stories
from headwater.summary import UNTOLD, count_line, furniture_left_out, summarise
from headwater.text.mentions import EntityIndex
from headwater.timeline import first_appearances, order_events
from headwater.types import Article, Brief, Claim, Decision, Document, Entity, LeftOut, Place, Quote, Stemma, Story
from headwater.version import VERSION

__all__ = ["brief", "brief_articles", "brief_of", "briefs", "read"]

_LARGE: Final = 64  # articles from which further processes are worth their start
_TOLD: Final = 20  # articles read between two words of progress

Input = str | Path | Article
Progress = Callable[[str], None]


def briefs(
    inputs: Sequence[Input],
    settings: Settings | None = None,
    on_progress: Progress | None = None,
    decisions: Sequence[Decision] = (),
) -> tuple[Brief, ...]:
    """One brief for each story in the inputs, the largest story first.

    `inputs` are paths of files or folders, URLs, or articles. What cannot be read is told in `left_out` of the first
    brief and does not stop the rest. `decisions` are what readers decided, undoings among them or not; each is told in
    `decided` of the briefs that it concerns, of the first if it concerns none. Raises `NothingToRead` if nothing is
    left, `OptionError` for a bad setting or decision, `ModelMissing` if the language model is not installed.
    """
    settings = settings or Settings()
    gathered = _gathered(inputs, settings, on_progress)
    return brief_articles(gathered.articles, settings, gathered.left_out, on_progress, decisions=decisions)


def brief(
    inputs: Sequence[Input],
    settings: Settings | None = None,
    on_progress: Progress | None = None,
    decisions: Sequence[Decision] = (),
) -> Brief:
    """The brief of the inputs' story; of several stories the largest, with the articles of the others in `left_out`.

    Arguments and errors as for `briefs`.
    """
    settings = settings or Settings()
    gathered = _gathered(inputs, settings, on_progress)
    run = _Run(settings, on_progress or _silence, _held(decisions, gathered.articles))
    documents, stories = _read(gathered.articles, run)
    return _brief(stories[0], documents, (*gathered.left_out, *_other_stories(stories[0], documents)), run)


def brief_of(
    articles: Sequence[Article],
    settings: Settings,
    decisions: Sequence[Decision] = (),
    story: Story | None = None,
    on_progress: Progress | None = None,
    parser: Parser | None = None,
    engine: Engine | None = None,
) -> Brief:
    """The brief of articles that are one story, whatever they have in common; `story` is that story if it has an id.

    Otherwise as `brief_articles`. Raises `NothingToRead` if there is no article.
    """
    if not articles:
        raise NothingToRead("a story without articles; there is nothing to read")
    run = _Run(settings, on_progress or _silence, _held(decisions, articles), engine or LocalEngine(), parser)
    documents = tuple(_documents(_ordered(articles), run))
    ids = tuple(document.article.id for document in documents)
    whole = replace(story, articles=ids) if story is not None else Story(f"story-{ids[0]}", ids)
    return _brief(whole, documents, (), run)


def read(
    inputs: Sequence[Input], settings: Settings | None = None, on_progress: Progress | None = None
) -> Iterator[Document]:
    """The inputs' articles, each read by itself, in the order of their ids.

    They are gathered at once and read as they are asked for. Arguments and errors as for `briefs`; `on_progress` is
    told what cannot be read, too.
    """
    run = _Run(settings or Settings(), on_progress or _silence)
    gathered = _gathered(inputs, run.settings, on_progress)
    load_parser(run.settings.model)  # raises what is to be raised before the first document is asked for
    for one in gathered.left_out:
        run.tell(f"left out {one.name}: {one.reason}")
    return _documents(gathered.articles, run)


def brief_articles(
    articles: Sequence[Article],
    settings: Settings,
    left_out: Sequence[LeftOut] = (),
    on_progress: Progress | None = None,
    parser: Parser | None = None,
    engine: Engine | None = None,
    decisions: Sequence[Decision] = (),
) -> tuple[Brief, ...]:
    """`briefs` for articles already in hand; `parser` and `engine` may be the user's own."""
    run = _Run(settings, on_progress or _silence, _held(decisions, articles), engine or LocalEngine(), parser)
    documents, stories = _read(articles, run)
    return tuple(
        _brief(story, documents, left_out if number == 0 else (), run._replace(decisions=mine))
        for number, (story, mine) in enumerate(zip(stories, _shared_out(run.decisions, stories), strict=True))
    )


def _silence(_: str) -> None:
    """Tell nobody."""


class _Run(NamedTuple):
    """What holds for all that one call reads; no parser is our own."""

    settings: Settings
    tell: Progress
    decisions: tuple[Decision, ...] = ()
    engine: Engine = LocalEngine()
    parser: Parser | None = None


def _held(decisions: Sequence[Decision], articles: Sequence[Article]) -> tuple[Decision, ...]:
    """The decisions that stand, with the ids of articles. Raises `OptionError` for one that cannot be."""
    for decision in decisions:
        if wrong := complaint(decision):
            raise OptionError(f"decision {decision.number or decision.kind.value}: {wrong}")
    return by_id(standing(decisions), articles)


def _shared_out(decisions: Sequence[Decision], stories: Sequence[Story]) -> Iterator[tuple[Decision, ...]]:
    """The decisions of each story; those that concern none go with the first, which tells so."""
    mine = [concerning(decisions, story.articles) for story in stories]
    nobodys = set(decisions).difference(*mine)
    yield tuple(each for each in decisions if each in nobodys or each in mine[0])
    yield from mine[1:]


def _gathered(inputs: Sequence[Input], settings: Settings, on_progress: Progress | None) -> Gathered:
    gathered = gather(inputs, settings, on_progress)
    if not gathered.articles:
        raise NothingToRead(_nothing(gathered))
    return gathered


def _read(articles: Sequence[Article], run: _Run) -> tuple[tuple[Document, ...], tuple[Story, ...]]:
    """The articles as documents, by id, and the stories they tell."""
    documents = tuple(_documents(_ordered(articles), run))
    run.tell("gathering stories")
    return documents, gather_stories(documents, run.engine, stories_decided(run.decisions))


def _ordered(articles: Sequence[Article]) -> list[Article]:
    return sorted(articles, key=lambda article: article.id)


def _documents(articles: Sequence[Article], run: _Run) -> Iterator[Document]:
    """Stage 1, told of as it goes; in several processes if that is asked for, pays and needs no parser but our own."""
    run.tell(f"reading {len(articles):,} articles")
    jobs, parser = run.settings.jobs, run.parser or load_parser(run.settings.model)
    several = jobs > 1 and len(articles) >= _LARGE and run.parser is None
    reading: AbstractContextManager[Engine] = ProcessEngine(jobs) if several else nullcontext(LocalEngine())
    with reading as engine:
        for number, document in enumerate(read_documents(articles, parser, engine), 1):
            if number % _TOLD == 0:
                run.tell(f"read {number:,} of {len(articles):,} articles")
            yield document


def _nothing(gathered: Gathered) -> str:
    reasons = "; ".join(f"{one.name}: {one.reason}" for one in gathered.left_out[:3])
    return f"no article is left to read{': ' + reasons if reasons else ''}"


def _brief(story: Story, all_documents: Sequence[Document], left_out: Sequence[LeftOut], run: _Run) -> Brief:
    """The stages from derivation to summary, for one story."""
    documents = tuple(document for document in all_documents if document.article.id in story.articles)
    articles = tuple(document.article for document in documents)
    decisions = concerning(run.decisions, story.articles)
    stemma = _traced(story, documents, decisions, run)
    documents = inherit_anchors(documents, stemma)
    origins = Origins(stemma)
    line_of = {article: line.id for line in stemma.lines for article in line.articles}
    names = names_decided(decisions)
    places, undecided, entities, index, quotes, every = _found(documents, line_of, stemma, names, run)
    asserted = reject_claims(every, decisions, articles)
    claims, parted = asserted.kept, events_decided(decisions, asserted.kept)
    by_claim = {claim.id: claim for claim in claims}
    run.tell("comparing what the lines say")
    happenings = find_happenings(claims, documents, index, parted.pairs)
    context = context_of(documents, index, places, happenings, parted.pairs)
    stated = accept_statements(state(claims, stemma, context), by_claim, decisions)
    statements = stated.kept
    counted = count_figures(claims, statements, documents, origins, index, run.settings.rule, parted.pairs)
    figures, figure_of = accept(counted, decisions)
    differing = review_conflicts(find_conflicts(statements, by_claim, figures, origins, context), decisions)
    altered = review_alterations(find_alterations(stemma, documents, index, quotes), decisions)
    conflicts, alterations, reviewed = differing.kept, altered.kept, reviews(asserted, stated, differing, altered)
    timeline = order_events(documents, statements, by_claim, origins, conflicts, alterations)
    scene = find_scene(documents, places, line_of)
    event = record_event(documents, claims, statements, happenings, origins, Found(timeline, scene, figures, conflicts))
    made = Brief(
        headline=UNTOLD,
        count_line=count_line(stemma, len(documents)),
        story=story,
        articles=articles,
        stemma=stemma,
        claims=claims,
        statements=statements,
        findings=find_statuses(statements, by_claim, conflicts, alterations, figures, origins, context),
        conflicts=conflicts,
        alterations=alterations,
        edits=find_edits(stemma, documents, alterations),
        quotes=quotes,
        quote_families=collate(quotes, documents, entities, stemma),
        figures=figures,
        timeline=timeline,
        entities=entities,
        left_out=(*left_out, *furniture_left_out(documents)),
        rule=run.settings.rule,
        version=VERSION,
        places=places,
        scene=scene,
        happenings=happenings,
        event=event,
        first_told=first_appearances(documents, statements, by_claim, origins),
        set_aside=reviewed.aside,
    )
    return _summed_up(Outcome(made, names, undecided, figure_of, parted, reviewed.met), documents, run)


def _traced(story: Story, documents: Sequence[Document], decisions: Sequence[Decision], run: _Run) -> Stemma:
    """Who copied whom, as far as readers did not decide it."""
    run.tell(f"tracing who copied whom in {len(documents)} articles")
    return trace(story, documents, run.engine, barred=barred_pairs(decisions), copied=copied_pairs(decisions))


def _summed_up(outcome: Outcome, documents: Sequence[Document], run: _Run) -> Brief:
    """The brief with what each decision came to, and with the words that sum it up."""
    made = replace(outcome.brief, decided=told(run.decisions, outcome))
    return summarise(made, {document.article.id: document for document in documents})


class _Found(NamedTuple):
    """What is found in the articles of a story before they are compared."""

    places: tuple[Place, ...]
    undecided: tuple[Entity, ...]  # as they are where no reader decided on names
    entities: tuple[Entity, ...]
    names: EntityIndex
    quotes: tuple[Quote, ...]
    claims: tuple[Claim, ...]


def _found(
    documents: Sequence[Document], line_of: Mapping[str, str], stemma: Stemma, names: Settled, run: _Run
) -> _Found:
    """Names are told apart over all articles; quotes and claims are found in each. `line_of` is by article id."""
    run.tell("finding names, quotes and claims")
    undecided = identify(documents, line_of, stemma.derivations)
    entities = identify(documents, line_of, stemma.derivations, names) if names.members else undecided
    index = EntityIndex(entities)
    quotes: list[Quote] = []
    claims: list[Claim] = []
    for document in documents:
        quoted = find_quotes(document, entities)
        quotes += quoted
        claims += find_claims(document, index, partial(attribution_at, document, quoted))
    return _Found(locate(documents), undecided, entities, index, tuple(quotes), tuple(claims))


def _other_stories(story: Story, documents: Sequence[Document]) -> Iterator[LeftOut]:
    """Articles of the batch that tell of something else: named, so that no reader takes them for part of this."""
    for document in documents:
        if document.article.id not in story.articles:
            yield LeftOut(document.article.name, "tells of another story; nothing links it to this one")
