"""Stage 4. Document -> Quote: who is said to have said what, by which words; and its readings over the articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from headwater.models.base import AttributionTagger
from headwater.quotes.attribution import find_reports
from headwater.quotes.chains import attribution_at
from headwater.quotes.found import Found, agreed
from headwater.quotes.marks import find_marked
from headwater.quotes.plain import find_plain
from headwater.quotes.readings import collate
from headwater.quotes.sources import channel_of, source_span
from headwater.quotes.speakers import Sieve, sieve
from headwater.quotes.stance import cue_class_of
from headwater.quotes.tagged import Sources, reports_by, tagged_sources
from headwater.quotes.tree import Tree, grow
from headwater.types import CueClass, Document, Entity, Quote, Span

__all__ = ["attribution_at", "collate", "find_quotes"]

_GOING_ON = frozenset({"add", "continue"})  # a pronoun before them means the speaker of the words before


def find_quotes(
    document: Document, entities: Sequence[Entity], tagger: AttributionTagger | None = None
) -> tuple[Quote, ...]:
    """The quotes of an article, in the order of the text, each with source, cue, channel and speaker if it has them.

    `entities` are those of the story; only their mentions in this article count. Ids are "<article id>.q<n>".
    Spans are code points into the article's text, without quotation marks. `tagger` goes over what the rules find; None
    is the one that ships with headwater. Raises `ModelMissing` if its weights are not there.
    """
    tree = grow(document)
    if not tree.tokens:
        return ()
    reports = reports_by(tagger or _own_tagger(), tree, find_reports(tree))
    marked = find_marked(tree, reports)
    found = sorted(dict.fromkeys(agreed([*marked, *find_plain(tree, reports)])), key=_place)
    return tuple(_quotes(tree, sieve(tree, entities), found, tagged_sources(tree, reports)))


def _own_tagger() -> AttributionTagger:
    from headwater.models.attribution import load_tagger

    return load_tagger()


def _place(quote: Found) -> tuple[int, int, str, tuple[int, int]]:
    return quote.start, -quote.end, quote.form.value, quote.cue or (-1, -1)


def _quotes(tree: Tree, resolve: Sieve, found: Iterable[Found], sources: Sources) -> Iterator[Quote]:
    """Number the quotes and resolve their sources; "I" and "we" inside a quote mean its speaker."""
    article = tree.document.article.id
    spoken: list[tuple[int, str]] = []
    for number, item in enumerate(found, start=1):
        speaker = _speaker(tree, resolve, item, spoken)
        spoken.append((item.end, speaker))
        yield Quote(
            id=f"{article}.q{number}",
            content=Span(article, item.start, item.end),
            form=item.form,
            source=None if item.head is None else sources.get((item.cue, item.head)) or source_span(tree, item.head),
            cue=None if item.cue is None else tree.span(*item.cue),
            speaker=speaker,
            channel=None if item.cue is None else channel_of(tree, item.cue[0]),
            cue_class=CueClass.NEUTRAL if item.cue is None else cue_class_of(tree, item.cue),
        )


def _speaker(tree: Tree, resolve: Sieve, quote: Found, spoken: Sequence[tuple[int, str]]) -> str:
    """Resolve a quote's source. `spoken` are the ends and speakers of the quotes that start before it."""
    if quote.head is None:
        return ""
    place = tree.tokens[quote.head].start
    around = next((speaker for end, speaker in reversed(spoken) if place < end), "")
    going_on = quote.cue is not None and tree.tokens[quote.cue[0]].lemma in _GOING_ON
    before = next((speaker for end, speaker in reversed(spoken) if end <= quote.start), "") if going_on else ""
    return resolve.speaker(quote.head, around, before)
