"""Who a single name means: the full name it is short for, read article by article.

A family name goes to the person of that name who was named last before it in the article; without one there, to the
person of the story who bears it, if one clearly dominates. The first word of a company's name goes to the company, and
"the Authority" to the only body of the article that is one.
"""

from __future__ import annotations

import copy
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from headwater.entities.forms import Form
from headwater.entities.joined import Clusters
from headwater.entities.mentions import Mention, stands_as_place
from headwater.text.gazetteer import known_place
from headwater.text.names import RELATIONS
from headwater.text.names.lexicon import BODY_WORDS
from headwater.text.spelling import FAMILY, family_first, fold, is_kunya, skeleton, word_likeness
from headwater.types import Document, EntityKind, Span

__all__ = ["ShortNames"]

_DOMINANT: Final = 2  # times as many mentions as the next bearer of the name
_RECENT: Final = 600  # characters, some four sentences: beyond, the text is likelier back at its main person
_BACK: Final = 24  # characters before a name in which a word for a man or a woman is looked for
_HIM: Final = re.compile(r"\b(?:Mr|Lord|King|Prince|Sir|Sheikh|Imam|husband|brother|son|father)[,.]?\s*$", re.I)
_HER: Final = re.compile(r"\b(?:Mrs|Ms|Miss|Lady|Queen|Princess|Madame|Dame|wife|widow|sister|daughter)[,.]?\s*$", re.I)
_THE: Final = re.compile(r"\b[Tt]he\s$")
_HIS_ROLE: Final = re.compile(r"(?:[a-z]man|king|prince|husband|brother|son|father)\b", re.IGNORECASE)
_HER_ROLE: Final = re.compile(r"(?:woman|queen|princess|wife|widow|sister|daughter|mother|actress)\b", re.IGNORECASE)


class _Part(NamedTuple):
    """A part of a full name, and the position of the form it belongs to."""

    unit: str
    form: int


class _Place(NamedTuple):
    """Where a cluster is named in full in an article."""

    start: int
    root: int
    relative: bool  # named as a relative of somebody


class ShortNames:
    """Leads mentions of single names to the clusters of full names they are short for."""

    def __init__(self, documents: Mapping[str, Document], clusters: Clusters) -> None:
        self._documents = documents
        self._clusters = clusters
        self._family = _index(clusters.forms, _family_units)
        self._given = _index(clusters.forms, _given_units)
        self._bodies = _index(clusters.forms, _body_units)
        self._kinds_of_body = _index(clusters.forms, _body_heads)
        self._places, self._weights = _places(documents, clusters)
        self._sexes = _sexes(documents, clusters)
        self._without: frozenset[int] = frozenset()

    def but(self, roots: Collection[int]) -> ShortNames:
        """The same, with no name short for the clusters with these roots: a reader decided that it is not.

        What is not short for the likeliest name is short for another only if it is that name's letter for letter.
        """
        if not roots:
            return self
        other = copy.copy(self)
        other._without = frozenset(roots)
        return other

    def is_exact(self, form: Form) -> bool:
        """Whether a full name has the single name as its family name, letter for letter."""
        return bool(form.units and self._exact(self._family, form.units[0]))

    def full(self, form: Form, mention: Mention) -> int | None:
        """The root of the cluster that a mention of a single name is short for; None if none or several may be."""
        if form.kind is EntityKind.PLACE:
            return self._person_after_all(form, mention)
        body = self._the_body(form, mention)
        if body is not None or not form.units:
            return body
        people = self._bearers(mention)
        bodies = set() if form.acronym else self._exact(self._bodies, form.units[0])
        if bodies and (not people or (form.kind is EntityKind.ORGANISATION and not self._nearby(people, mention))):
            return self._choose(bodies, mention)
        if people:
            return self._choose(people, mention)
        given = self._exact(self._given, form.units[0]) if form.person else set()
        near = self._nearby(given, mention) or given
        return near.pop() if len(near) == 1 else None

    def _person_after_all(self, form: Form, mention: Mention) -> int | None:
        """A name labelled as a place that is one of the article's people's, unless it is or stands as a place."""
        if known_place(form.name) or stands_as_place(self._documents[mention.span.article], mention.span):
            return None
        word = form.units[0]
        people = self._nearby(self._exact(self._family, word) or self._exact(self._given, word), mention)
        return self._choose(people, mention) if people else None

    def _the_body(self, form: Form, mention: Mention) -> int | None:
        """The only body of the article, named before, of which "the Authority" may be said."""
        word = fold(form.name)
        text = self._documents[mention.span.article].article.text
        if (
            form.kind is not EntityKind.ORGANISATION
            or word not in BODY_WORDS
            or not _THE.search(text, max(0, mention.span.start - _BACK), mention.span.start)
        ):
            return None
        near = self._nearby(self._exact(self._kinds_of_body, word), mention)
        there = self._places.get(mention.span.article, ())
        before = {place.root for place in there if place.root in near and place.start < mention.span.start}
        return before.pop() if len(near) == len(before) == 1 else None

    def _bearers(self, mention: Mention) -> set[int]:
        """Clusters with the family name, exactly if any has it so, else by sound; "Xs’s" may be "X’s"."""
        word = mention.units[-1]
        words = [word, word[:-1]] if mention.damaged else [word]
        exact = next((found for wanted in words if (found := self._exact(self._family, wanted))), None)
        if exact or self._without:
            return exact or set()
        return self._roots(
            part.form
            for wanted in words
            if len(wanted) > 3
            for part in self._sounding(wanted)
            if word_likeness(part.unit, wanted) >= FAMILY
        )

    def _exact(self, index: Mapping[str, Sequence[_Part]], word: str) -> set[int]:
        return self._roots(part.form for part in index.get(skeleton(word), ()) if part.unit == word)

    def _sounding(self, word: str) -> Iterable[_Part]:
        key = skeleton(word)
        for variant in sorted({key, key.replace("z", "d"), key.replace("d", "z")}):
            yield from self._family.get(variant, ())

    def _roots(self, positions: Iterable[int]) -> set[int]:
        return {self._clusters.root(position) for position in positions} - self._without

    def _nearby(self, roots: set[int], mention: Mention) -> set[int]:
        return {place.root for place in self._places.get(mention.span.article, ()) if place.root in roots}

    def _choose(self, roots: set[int], mention: Mention) -> int | None:
        """Of several, the one of the right sex named last before it in the article; else the story's dominant one.

        Who is only brought in as somebody's relative ("her father, X") is not meant where another may be.
        """
        sex = _sex_before(self._documents[mention.span.article], mention.span)
        fitting = {root for root in roots if not sex or self._sexes.get(root, sex) == sex} or roots
        places = [place for place in self._places.get(mention.span.article, ()) if place.root in fitting]
        own = [place for place in places if not place.relative]
        if own:
            return _read_in_order(own, mention.span.start)
        ranked = sorted(fitting, key=lambda root: (-self._weights[root], root))
        if len(ranked) == 1 or self._weights[ranked[0]] >= _DOMINANT * self._weights[ranked[1]]:
            return ranked[0]
        return places[-1].root if places else None


def _read_in_order(places: Sequence[_Place], start: int) -> int:
    """Who is meant at `start`: the one named last, if that was not long ago; else the one named most, then last."""
    before = [place for place in places if place.start < start]
    if before and start - before[-1].start <= _RECENT:
        return before[-1].root
    counts = Counter(place.root for place in places)
    last = {place.root: place.start for place in before}
    return min(counts, key=lambda root: (-counts[root], -last.get(root, -1), root))


def _index(forms: Sequence[Form], parts: Callable[[Form], Iterable[str]]) -> Mapping[str, Sequence[_Part]]:
    """The chosen parts of the full names, by sound key."""
    index: dict[str, list[_Part]] = {}
    for position, form in enumerate(forms):
        for unit in parts(form):
            index.setdefault(skeleton(unit), []).append(_Part(unit, position))
    return index


def _family_units(form: Form) -> Iterable[str]:
    """What a person is called by later: the family name, the first of two, or what comes first in East Asian names."""
    if not (form.full and form.person):
        return ()
    if family_first(form.units):
        return (form.units[0], form.units[-1])
    double = len(form.units) > 2 and not form.units[-2].startswith(("bin ", "abd ")) and len(form.units[-2]) > 3
    return (form.units[-1], form.units[-2]) if double else (form.units[-1],)


def _given_units(form: Form) -> Iterable[str]:
    return (form.units[0],) if form.full and form.person and not is_kunya(form.units[0]) else ()


def _body_units(form: Form) -> Iterable[str]:
    return (form.units[0],) if form.full and form.kind is EntityKind.ORGANISATION else ()


def _body_heads(form: Form) -> Iterable[str]:
    """The word that says what kind of body it is: the last, or the one before "of"."""
    if not form.full or form.kind is not EntityKind.ORGANISATION:
        return ()
    words = fold(form.name).split()
    head = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
    return (head,) if head in BODY_WORDS else ()


def _places(
    documents: Mapping[str, Document], clusters: Clusters
) -> tuple[Mapping[str, Sequence[_Place]], Mapping[int, int]]:
    """By article, where clusters are named in full, in order; and how often each is in the story."""
    places: dict[str, list[_Place]] = {}
    weights: Counter[int] = Counter()
    for position, form in enumerate(clusters.forms):
        root = clusters.root(position)
        weights[root] += len(form.mentions)
        for mention in form.mentions if form.full else ():
            place = _Place(mention.span.start, root, _as_relative(documents[mention.span.article], mention))
            places.setdefault(mention.span.article, []).append(place)
    for there in places.values():
        there.sort()
    return places, weights


def _as_relative(document: Document, mention: Mention) -> bool:
    """Whether the words that say who the person is tie the person to somebody else: "her father", "wife of"."""
    if mention.role is None:
        return False
    words = document.article.text[mention.role.start : mention.role.end].casefold().split()
    return not RELATIONS.isdisjoint(words)


def _sex_before(document: Document, span: Span) -> str:
    """Say "m" or "f" where a word before the name says so ("Mrs.", "his wife"), '' otherwise."""
    before = document.article.text[max(0, span.start - _BACK) : span.start]
    return "m" if _HIM.search(before) else "f" if _HER.search(before) else ""


def _sexes(documents: Mapping[str, Document], clusters: Clusters) -> Mapping[int, str]:
    """The sex of a cluster's person where titles and roles say it, and agree."""
    votes: dict[int, set[str]] = {}
    for position, form in enumerate(clusters.forms):
        for mention in form.mentions if form.full and form.person else ():
            document = documents[mention.span.article]
            votes.setdefault(clusters.root(position), set()).add(_sex_of(document, mention))
    return {root: (said - {""}).pop() for root, said in votes.items() if len(said - {""}) == 1}


def _sex_of(document: Document, mention: Mention) -> str:
    said = _sex_before(document, mention.span)
    if said or mention.role is None:
        return said
    role = document.article.text[mention.role.start : mention.role.end]
    return "f" if _HER_ROLE.search(role) else "m" if _HIS_ROLE.search(role) else ""
