"""The table of contents: the stages in order, from articles to briefs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from headwater.anchoring import inherit_anchors
from headwater.claims import find_claims, find_happenings, state
from headwater.derivations import trace
from headwater.documents import read_documents
from headwater.engines.base import Engine
from headwater.engines.local import LocalEngine
from headwater.engines.processes import ProcessEngine
from headwater.entities import identify
from headwater.errors import NothingToRead
from headwater.figures import count_figures
from headwater.findings import find_alterations, find_conflicts, find_edits, find_statuses
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
from headwater.types import Article, Brief, Claim, Document, Entity, LeftOut, Place, Quote, Stemma, Story
from headwater.version import VERSION

__all__ = ["brief", "brief_articles", "briefs", "read"]

_LARGE: Final = 64  # articles from which further processes are worth their start
_TOLD: Final = 20  # articles read between two words of progress

Input = str | Path | Article
Progress = Callable[[str], None]


def briefs(
    inputs: Sequence[Input], settings: Settings | None = None, on_progress: Progress | None = None
) -> tuple[Brief, ...]:
    """One brief for each story in the inputs, the largest story first.

    `inputs` are paths of files or folders, URLs, or articles. What cannot be read is told in `left_out` of the first
    brief and does not stop the rest. Raises `NothingToRead` if nothing is left, `OptionError` for a bad setting,
    `ModelMissing` if the language model is not installed.
    """
    settings = settings or Settings()
    gathered = _gathered(inputs, settings, on_progress)
    return brief_articles(gathered.articles, settings, gathered.left_out, on_progress)


def brief(inputs: Sequence[Input], settings: Settings | None = None, on_progress: Progress | None = None) -> Brief:
    """The brief of the inputs' story; of several stories the largest, with the articles of the others in `left_out`.

    Arguments and errors as for `briefs`.
    """
    settings = settings or Settings()
    gathered = _gathered(inputs, settings, on_progress)
    tell = on_progress or _silence
    documents, stories = _read(gathered.articles, settings, LocalEngine(), tell)
    left_out = (*gathered.left_out, *_other_stories(stories[0], documents))
    return _brief(stories[0], documents, settings, left_out, tell, LocalEngine())


def read(
    inputs: Sequence[Input], settings: Settings | None = None, on_progress: Progress | None = None
) -> Iterator[Document]:
    """The inputs' articles, each read by itself, in the order of their ids.

    They are gathered at once and read as they are asked for. Arguments and errors as for `briefs`; `on_progress` is
    told what cannot be read, too.
    """
    settings, tell = settings or Settings(), on_progress or _silence
    gathered = _gathered(inputs, settings, on_progress)
    load_parser(settings.model)  # raises what is to be raised before the first document is asked for
    for one in gathered.left_out:
        tell(f"left out {one.name}: {one.reason}")
    return _documents(gathered.articles, settings, tell)


def brief_articles(
    articles: Sequence[Article],
    settings: Settings,
    left_out: Sequence[LeftOut] = (),
    on_progress: Progress | None = None,
    parser: Parser | None = None,
    engine: Engine | None = None,
) -> tuple[Brief, ...]:
    """`briefs` for articles already in hand; `parser` and `engine` may be the user's own."""
    tell, engine = on_progress or _silence, engine or LocalEngine()
    documents, stories = _read(articles, settings, engine, tell, parser)
    return tuple(
        _brief(story, documents, settings, left_out if number == 0 else (), tell, engine)
        for number, story in enumerate(stories)
    )


def _silence(_: str) -> None:
    """Tell nobody."""


def _gathered(inputs: Sequence[Input], settings: Settings, on_progress: Progress | None) -> Gathered:
    gathered = gather(inputs, settings, on_progress)
    if not gathered.articles:
        raise NothingToRead(_nothing(gathered))
    return gathered


def _read(
    articles: Sequence[Article], settings: Settings, engine: Engine, tell: Progress, parser: Parser | None = None
) -> tuple[tuple[Document, ...], tuple[Story, ...]]:
    """The articles as documents, by id, and the stories they tell."""
    in_order = sorted(articles, key=lambda article: article.id)
    documents = tuple(_documents(in_order, settings, tell, parser))
    tell("gathering stories")
    return documents, gather_stories(documents, engine)


def _documents(
    articles: Sequence[Article], settings: Settings, tell: Progress, parser: Parser | None = None
) -> Iterator[Document]:
    """Stage 1, told of as it goes; in several processes if that is asked for, pays and needs no parser but our own."""
    tell(f"reading {len(articles):,} articles")
    several = settings.jobs > 1 and len(articles) >= _LARGE and parser is None
    reading: AbstractContextManager[Engine] = ProcessEngine(settings.jobs) if several else nullcontext(LocalEngine())
    with reading as engine:
        for number, document in enumerate(read_documents(articles, parser or load_parser(settings.model), engine), 1):
            if number % _TOLD == 0:
                tell(f"read {number:,} of {len(articles):,} articles")
            yield document


def _nothing(gathered: Gathered) -> str:
    reasons = "; ".join(f"{one.name}: {one.reason}" for one in gathered.left_out[:3])
    return f"no article is left to read{': ' + reasons if reasons else ''}"


def _brief(
    story: Story,
    all_documents: Sequence[Document],
    settings: Settings,
    left_out: Sequence[LeftOut],
    tell: Progress,
    engine: Engine,
) -> Brief:
    """The stages from derivation to summary, for one story."""
    documents = tuple(document for document in all_documents if document.article.id in story.articles)
    tell(f"tracing who copied whom in {len(documents)} articles")
    stemma = trace(story, documents, engine)
    documents = inherit_anchors(documents, stemma)
    origins = Origins(stemma)
    tell("finding names, quotes and claims")
    line_of = {article: line.id for line in stemma.lines for article in line.articles}
    places, entities, index, quotes, claims = _found(documents, line_of, stemma)
    by_claim = {claim.id: claim for claim in claims}
    tell("comparing what the lines say")
    happenings = find_happenings(claims, documents, index)
    context = context_of(documents, index, places, happenings)
    statements = state(claims, stemma, context)
    figures = count_figures(claims, statements, documents, origins, index, settings.rule)
    conflicts = find_conflicts(statements, by_claim, figures, origins, context)
    alterations = find_alterations(stemma, documents, index, quotes)
    timeline = order_events(documents, statements, by_claim, origins, conflicts)
    scene = find_scene(documents, places, line_of)
    event = record_event(documents, claims, statements, happenings, origins, Found(timeline, scene, figures, conflicts))
    made = Brief(
        headline=UNTOLD,
        count_line=count_line(stemma, len(documents)),
        story=story,
        articles=tuple(document.article for document in documents),
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
        rule=settings.rule,
        version=VERSION,
        places=places,
        scene=scene,
        happenings=happenings,
        event=event,
        first_told=first_appearances(documents, statements, by_claim, origins),
    )
    return summarise(made, {document.article.id: document for document in documents})


class _Found(NamedTuple):
    """What is found in the articles of a story before they are compared."""

    places: tuple[Place, ...]
    entities: tuple[Entity, ...]
    names: EntityIndex
    quotes: tuple[Quote, ...]
    claims: tuple[Claim, ...]


def _found(documents: Sequence[Document], line_of: Mapping[str, str], stemma: Stemma) -> _Found:
    """Names are told apart over all articles; quotes and claims are found in each. `line_of` is by article id."""
    entities = identify(documents, line_of, stemma.derivations)
    index = EntityIndex(entities)
    quotes: list[Quote] = []
    claims: list[Claim] = []
    for document in documents:
        quoted = find_quotes(document, entities)
        quotes += quoted
        claims += find_claims(document, index, partial(attribution_at, document, quoted))
    return _Found(locate(documents), entities, index, tuple(quotes), tuple(claims))


def _other_stories(story: Story, documents: Sequence[Document]) -> Iterator[LeftOut]:
    """Articles of the batch that tell of something else: named, so that no reader takes them for part of this."""
    for document in documents:
        if document.article.id not in story.articles:
            yield LeftOut(document.article.name, "tells of another story; nothing links it to this one")
