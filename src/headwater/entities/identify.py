"""From documents to entities: the steps in order, and the records that come out."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from headwater.decisions import UNSETTLED, Settled
from headwater.entities.decided import kin_of, ties_of
from headwater.entities.forms import Form, forms_of
from headwater.entities.hosts import Hosts
from headwater.entities.joined import Clusters, join_forms
from headwater.entities.mentions import Mention, all_mentions
from headwater.entities.surnames import ShortNames
from headwater.text.names import kind_by_words
from headwater.text.spelling import fold, skeleton, word_likeness
from headwater.types import Derivation, Document, Entity, EntityKind, Span, Spelling

__all__ = ["identify"]

_NEAR: Final = 0.9  # single names without a full one: alike enough to be one
_LONG: Final = 5  # letters: shorter words are alike by chance
_TOLD: Final = 3  # votes more of a mention whose kind is told by words
_NOT_SLUG: Final = re.compile(r"[^a-z0-9]+")
_KINDS: Final = {kind: place for place, kind in enumerate(EntityKind)}


def identify(
    documents: Sequence[Document],
    lines: Mapping[str, str] | None = None,
    derivations: Sequence[Derivation] = (),
    decided: Settled = UNSETTLED,
) -> tuple[Entity, ...]:
    """The people, bodies, places and groups of one story, sorted by id, with every spelling and where it stands.

    `lines` leads an article's id to its line of reporting: a spelling that more lines have comes first, because copies
    of one text are one witness for it; without it every article is a line of its own. An entity's name is the fullest
    of its spellings that at least half as many lines have as the commonest full one. Ids are slugs of the names; equal
    slugs are told apart by a number. No mention is in two entities. `derivations`, where known, tell which sentences
    were copied from which: there a name that was respelt stands at the place of its origin. `decided` is what readers
    decided of spellings: those of one name are in one entity, those of two in two, whatever speaks against it.
    """
    by_id = {document.article.id: document for document in documents}
    ordered = [by_id[article] for article in sorted(by_id)]
    mentions = all_mentions(ordered)
    forms = forms_of(mentions, kin_of(mentions, decided))
    groups = _groups(by_id, join_forms(ordered, forms, derivations, ties_of(forms, decided)))
    witness = dict(lines or {})
    drafts = [_entity(members, witness) for members in groups if members]
    return tuple(sorted(_named_apart(drafts), key=lambda entity: entity.id))


def _groups(documents: Mapping[str, Document], clusters: Clusters) -> list[list[Mention]]:
    """The mentions of each entity: clusters of full names with the single names short for them, then the rest."""
    hosts = Hosts(ShortNames(documents, clusters), clusters)
    groups: dict[int, list[Mention]] = {}
    rest: dict[int, list[Mention]] = {}
    for position, form in enumerate(clusters.forms):
        for mention in form.mentions:
            root = hosts.of(position, mention)
            target = rest.setdefault(clusters.root(position), []) if root is None else groups.setdefault(root, [])
            target.append(mention)
    return [*(groups[root] for root in sorted(groups)), *_rest(clusters, rest)]


def _rest(found: Clusters, rest: Mapping[int, list[Mention]]) -> list[list[Mention]]:
    """Single names that no full name was found for, joined where they sound alike and never share an article."""
    forms = found.forms
    clusters: list[list[int]] = []
    by_sound: dict[str, list[list[int]]] = {}
    for position in sorted(rest, key=lambda at: (-len(rest[at]), at)):
        there = by_sound.setdefault(skeleton(forms[position].name), [])
        strangers = {found.root(each) for each in found.strangers(position)}
        free = (cluster for cluster in there if strangers.isdisjoint(cluster))
        home = next((cluster for cluster in free if _alike(forms, rest, cluster[0], position)), None)
        if home is None:
            home = []
            there.append(home)
            clusters.append(home)
        home.append(position)
    return [list(itertools.chain.from_iterable(rest[position] for position in cluster)) for cluster in clusters]


def _alike(forms: Sequence[Form], rest: Mapping[int, list[Mention]], left: int, right: int) -> bool:
    one, other = forms[left], forms[right]
    named = bool(one.units and other.units)
    if not named or one.kind is not other.kind or one.acronym or other.acronym:
        return False
    long = min(len(one.units[0]), len(other.units[0])) >= _LONG
    likeness = word_likeness(one.units[0], other.units[0]) if long else float(one.units == other.units)
    shared = {m.span.article for m in rest[left]} & {m.span.article for m in rest[right]}
    damaged = all(m.damaged for m in rest[right]) and other.units[0] == one.units[0] + "s"
    return damaged or (likeness >= _NEAR and not shared)


def _entity(mentions: Sequence[Mention], lines: Mapping[str, str]) -> Entity:
    """An entity without its id."""
    spans: dict[str, list[Span]] = {}
    for mention in mentions:
        spans.setdefault(mention.text, []).append(mention.span)
    support = {text: len({lines.get(span.article, span.article) for span in there}) for text, there in spans.items()}
    ranked = sorted(spans, key=lambda text: (-support[text], -len(spans[text]), text))
    return Entity(
        id="",
        kind=_kind(mentions),
        name=_canonical(ranked, support, spans),
        spellings=tuple(Spelling(text, tuple(sorted(spans[text]))) for text in ranked),
        roles=tuple(sorted({mention.role for mention in mentions if mention.role is not None})),
    )


def _kind(mentions: Sequence[Mention]) -> EntityKind:
    """The vote of the mentions in full, of all if none is; a role, or the name's own words, count more than a label."""
    votes: Counter[EntityKind] = Counter()
    long = [mention for mention in mentions if " " in mention.text]
    for mention in long or mentions:
        told = mention.role is not None or kind_by_words(mention.text.split()) is mention.kind
        votes[mention.kind] += 1 + _TOLD * told
    return min(votes, key=lambda kind: (-votes[kind], _KINDS[kind]))


def _canonical(ranked: Sequence[str], support: Mapping[str, int], spans: Mapping[str, Sequence[Span]]) -> str:
    """Of the full spellings, the one in most lines, then the fullest, the most frequent, the first by alphabet."""
    words = {text: fold(text).split() for text in ranked}
    full = [text for text in ranked if len(words[text]) > 1 and text[:1].isupper()] or list(ranked)
    whole = {text: sum(len(word) > 1 for word in words[text]) for text in full}  # an initial is half a name
    return min(full, key=lambda text: (-support[text], -whole[text], -len(words[text]), -len(spans[text]), text))


def _named_apart(drafts: Sequence[Entity]) -> list[Entity]:
    """The entities with their ids; of equal slugs the entity with most mentions has it bare."""
    used: Counter[str] = Counter()
    named = []
    for draft in sorted(drafts, key=lambda entity: (-_size(entity), entity.name, entity.kind, _first(entity))):
        slug = _NOT_SLUG.sub("-", fold(draft.name)).strip("-") or draft.kind.value
        used[slug] += 1
        number = used[slug]
        entity_id = slug if number == 1 else f"{slug}-{number}"
        named.append(Entity(entity_id, draft.kind, draft.name, draft.spellings, draft.roles))
    return named


def _size(entity: Entity) -> int:
    return sum(len(spelling.spans) for spelling in entity.spellings)


def _first(entity: Entity) -> Span:
    return min(span for spelling in entity.spellings for span in spelling.spans)
