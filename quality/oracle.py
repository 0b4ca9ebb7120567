"""The brief that says exactly what the gold says: it shows the ceiling of each measure, and the slips of a gold.

Words that stand several times in an article are taken at their first place. What the scorer does not look at is empty.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from headwater.evidence import cite
from headwater.types import (
    Alteration,
    AlterationKind,
    Article,
    Brief,
    Claim,
    Conflict,
    ConflictKind,
    Count,
    Derivation,
    DerivationKind,
    Direction,
    Entity,
    EntityKind,
    Finding,
    Granularity,
    LeftOut,
    Line,
    Moment,
    Passage,
    Quote,
    QuoteFamily,
    QuoteForm,
    QuoteReading,
    ReadingKind,
    Side,
    Span,
    Spelling,
    Statement,
    Status,
    Stemma,
    Story,
)
from quality.scoring.alterations import NEIGHBOURS
from quality.scoring.gold import Gold, GoldClaim, GoldConflict, GoldEntity, GoldPair

__all__ = ["brief_of_gold"]

Texts = Mapping[str, Article]  # by gold key


def brief_of_gold(gold: Gold, articles: Texts) -> Brief:
    """Build the brief of a gold. `articles` are the story's articles under the gold's keys."""
    first = next(iter(articles.values()))
    claims = tuple(claim for entry in gold.claims for claim in _claims(entry, articles))
    return Brief(
        headline=cite("gold", [Span(first.id, 0, len(first.text))]),
        count_line="",
        story=Story("gold", tuple(sorted(article.id for article in articles.values()))),
        articles=tuple(articles.values()),
        stemma=_stemma(gold, articles),
        claims=claims,
        statements=tuple(_statement(entry, claims) for entry in gold.claims),
        findings=tuple(_finding(entry, claims) for entry in gold.claims),
        conflicts=tuple(_conflict(entry, gold, articles) for entry in gold.conflicts),
        alterations=_alterations(gold, articles),
        quotes=_quotes(gold, articles),
        quote_families=_families(gold, articles),
        figures=(),
        timeline=_timeline(gold, articles),
        entities=tuple(_entity(entry, articles) for entry in gold.entities),
        left_out=_left_out(gold, articles),
        rule="majority",
        version="gold",
    )


def _at(articles: Texts, key: str, words: str) -> Span:
    article = articles[key]
    start = article.text.index(words)
    return Span(article.id, start, start + len(words))


def _stemma(gold: Gold, articles: Texts) -> Stemma:
    members: dict[str, list[str]] = defaultdict(list)
    for key, article in gold.articles.items():
        members[article.line].append(articles[key].id)
    lines = tuple(Line(line, line, ids[0], tuple(sorted(ids)), "no link found") for line, ids in members.items())
    partial = tuple(_partial(pair, articles) for pair in gold.derivations if pair.passages)
    return Stemma("gold", partial, (), (), lines, Count(gold.lines, gold.lines, gold.lines))


def _partial(pair: GoldPair, articles: Texts) -> Derivation:
    passages = tuple(Passage(_at(articles, pair.a, a), _at(articles, pair.b, b), 1.0) for a, b in pair.passages)
    a, b = articles[pair.a].id, articles[pair.b].id
    return Derivation(a, b, DerivationKind.PARTIAL, Direction.UNDECIDED, 1.0, passages, (), sentences=passages)


def _claims(entry: GoldClaim, articles: Texts) -> Iterator[Claim]:
    for key, words in entry.mentions.items():
        span = _at(articles, key, words)
        yield Claim(f"{entry.id}/{key}", span, span, "", "", span)


def _statement(entry: GoldClaim, claims: tuple[Claim, ...]) -> Statement:
    own = tuple(claim.id for claim in claims if claim.id.startswith(f"{entry.id}/"))
    return Statement(entry.id, own[0], own, (), Count(1, 1, 1), (), 0, 1.0)


def _finding(entry: GoldClaim, claims: tuple[Claim, ...]) -> Finding:
    spans = [claim.span for claim in claims if claim.id.startswith(f"{entry.id}/")]
    return Finding(entry.id, Status(entry.status.replace("_", " ")), cite(entry.text, spans))


def _conflict(entry: GoldConflict, gold: Gold, articles: Texts) -> Conflict:
    """Sides by value; their words are the mentions of the claim of the same id, where the gold has one."""
    mentions = next((claim.mentions for claim in gold.claims if claim.id == entry.id), {})
    sides = []
    for value in entry.values:
        spans = tuple(_at(articles, key, mentions[key]) for key in value.articles if key in mentions)
        sides.append(Side(value.value, spans, tuple(articles[key].id for key in value.articles), ()))
    whole = [Span(articles[key].id, 0, len(articles[key].text)) for key in entry.values[0].articles]
    return Conflict(entry.id, ConflictKind(entry.kind), cite(entry.question, whole), tuple(sides))


def _alterations(gold: Gold, articles: Texts) -> tuple[Alteration, ...]:
    return tuple(
        Alteration(
            entry.id,
            _kind(entry.kind),
            _at(articles, *entry.sound),
            _at(articles, *entry.corrupt),
            decided=True,
            harm="",
            support=(),
            evidence=(),
        )
        for entry in gold.alterations
    )


def _kind(name: str) -> AlterationKind:
    """Find the kind of that name, or the first that passes for it."""
    return next((kind for kind in AlterationKind if kind.value == name), min(NEIGHBOURS[name]))


def _quotes(gold: Gold, articles: Texts) -> tuple[Quote, ...]:
    """Build the quotes; where the speaker is no entity, the source is the description, if it stands in the article."""
    known = {entity.name for entity in gold.entities}
    found = []
    for entry in gold.quotes:
        for key, words in entry.mentions.items():
            text = articles[key].text
            source = _at(articles, key, entry.speaker) if entry.speaker in text else None
            speaker = entry.speaker if entry.speaker in known else ""
            span = _at(articles, key, words)
            found.append(Quote(f"{entry.id}/{key}", span, QuoteForm.DIRECT, source, None, speaker))
    return tuple(found)


def _families(gold: Gold, articles: Texts) -> tuple[QuoteFamily, ...]:
    """One family for each quote; how its readings differ is not looked at."""
    return tuple(
        QuoteFamily(
            entry.id,
            "",
            cite(entry.speaker, [_at(articles, key, words) for key, words in entry.mentions.items()]),
            tuple(QuoteReading(f"{entry.id}/{key}", ReadingKind.SAME) for key in entry.mentions),
        )
        for entry in gold.quotes
    )


def _timeline(gold: Gold, articles: Texts) -> tuple[Moment, ...]:
    moments = []
    for entry in gold.timeline:
        spans = tuple(_at(articles, key, words) for key, words in entry.mentions.items())
        what = cite(entry.event, spans)
        moments.append(Moment(entry.date, entry.date, entry.date, Granularity.DAY, what, spans, (), 1))
    return tuple(moments)


def _entity(entry: GoldEntity, articles: Texts) -> Entity:
    spellings = tuple(Spelling(alias, tuple(_everywhere(articles, alias))) for alias in entry.aliases)
    return Entity(entry.name, EntityKind(entry.type), entry.name, spellings)


def _everywhere(articles: Texts, words: str) -> Iterator[Span]:
    """Every place of a name as whole words: "Tuledov" is no part of "Tuledova"."""
    whole = re.compile(rf"\b{re.escape(words)}\b")
    for article in articles.values():
        yield from (Span(article.id, match.start(), match.end()) for match in whole.finditer(article.text))


def _left_out(gold: Gold, articles: Texts) -> tuple[LeftOut, ...]:
    return tuple(
        LeftOut(key, "furniture", (_at(articles, key, line),))
        for key, lines in gold.boilerplate.items()
        for line in lines
    )
