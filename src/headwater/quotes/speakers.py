"""From the words that name a source to the entity they mean: a sieve, surest rule first (after Muzny et al. 2017)."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from headwater.quotes.sources import source_span
from headwater.quotes.tree import Tree
from headwater.text.wordset import wordset
from headwater.types import Entity, EntityKind, Span

__all__ = ["Mention", "Sieve", "sieve"]

_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_MALE: Final = wordset("""
    mr sir lord king prince duke emperor sheikh father brother son husband uncle man spokesman chairman congressman
    councilman businessman policeman fireman salesman alderman assemblyman anchorman nobleman statesman monk
""")
_FEMALE: Final = wordset("""
    mrs ms miss madam dame lady queen princess duchess empress mother sister daughter wife aunt woman spokeswoman
    chairwoman congresswoman councilwoman businesswoman policewoman saleswoman actress assemblywoman stateswoman nun
""")
_SPEAKING_FOR: Final = wordset("spokesman spokeswoman spokesperson spokespeople spokesmen spokeswomen")
_HE: Final = frozenset({"he", "him"})
_SHE: Final = frozenset({"she", "her"})
_IT: Final = frozenset({"it", "they", "them"})
_FIRST: Final = frozenset({"i", "we"})
_FAR: Final = 8  # sentences, its own among them, that a pronoun may reach
_BEFORE: Final = 3  # words before a name among which its title stands
_BODIES: Final = frozenset({EntityKind.ORGANISATION, EntityKind.GROUP, EntityKind.PLACE})
_NEAR: Final = 2  # sentences, their own among them, that "it" and "they" may reach: further off they mean anything


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where an entity is named, with the words that tell its role and the gender they show ("m", "f", "")."""

    start: int
    end: int
    entity: str
    kind: EntityKind
    role: frozenset[str]
    gender: str
    subject: bool


@dataclass(frozen=True, slots=True)
class Sieve:
    """What resolving needs: the mentions of an article in order, and each surname's entity."""

    tree: Tree
    mentions: tuple[Mention, ...]
    starts: tuple[int, ...]
    surnames: dict[str, str]  # folded last word -> entity, '' where two people share it
    genders: dict[str, str]

    def speaker(self, head: int | None, around: str = "", before: str = "") -> str:
        """The entity that the noun phrase around the token `head` means, '' if none is named.

        `around` is the speaker of the quote around this one, whom "I" and "we" mean; `before` the speaker of the
        quote before where the cue goes on with it ("she added").
        """
        if head is None:
            return ""
        word = self.tree.words[head]
        if word in _FIRST:
            return around
        if before and word in _HE | _SHE and self.genders.get(before, "") != ("f" if word in _HE else "m"):
            return before
        if self.tree.tokens[head].pos == "PRON" or word in _HE | _SHE | _IT:
            return self._pronoun(head, word)
        return self._named(head) or self._role(head) or self._body(head)

    def _named(self, head: int) -> str:
        """The entity named at the head, in apposition to it, or directly after it as a title's bearer."""
        span = source_span(self.tree, head, whole=False)
        inside = self.tree.within(span.start, span.end)
        heads = [head, *(item for item in inside if self.tree.tokens[item].dep == "appos")]
        for item in heads:
            mention = self._at(item)
            if mention is not None and (mention.kind is EntityKind.PERSON or item == head):
                return mention.entity
        joined = [item for item in self.mentions if item.end == span.end and item.kind is EntityKind.PERSON]
        if joined:
            return joined[-1].entity
        return self.surnames.get(_fold(self.tree.words[head]), "")

    def _at(self, item: int) -> Mention | None:
        start = self.tree.tokens[item].start
        return next((mention for mention in self.mentions if mention.start <= start < mention.end), None)

    def _role(self, head: int) -> str:
        """The nearest person before whose role has the words of a definite description: "the prime minister"."""
        described = self.tree.subtree(head, self._clauses(head))
        words = {self.tree.tokens[item].lemma for item in described if self.tree.is_word(item)}
        if not words & {"the", "this", "that", "his", "her", "its", "their"} or self.tree.tokens[head].tag in {
            "NNS",
            "NNPS",
        }:
            return ""
        wanted = _fold(self.tree.tokens[head].lemma)
        here = self.tree.tokens[head].start
        near = [item for item in self.mentions if wanted in item.role and item.kind is EntityKind.PERSON]
        earlier = [item for item in near if item.start < here]
        chosen = earlier[-1:] or near[:1]
        return chosen[0].entity if chosen else ""

    def _body(self, head: int) -> str:
        """The body that a nameless spokesperson speaks for: "a spokesman for the Board", "a Board spokeswoman"."""
        if self.tree.tokens[head].lemma not in _SPEAKING_FOR:
            return ""
        span = source_span(self.tree, head, whole=False)
        inside = [item for item in self.mentions if span.start <= item.start and item.end <= span.end]
        bodies = [item for item in inside if item.kind in _BODIES]
        return bodies[0].entity if bodies and len(bodies) == len(inside) else ""

    def _clauses(self, head: int) -> list[int]:
        return [item for item in self.tree.children[head] if self.tree.tokens[item].dep in {"relcl", "acl", "appos"}]

    def _pronoun(self, head: int, word: str) -> str:
        """The most salient entity that agrees: subjects of the sentences before first, nearest first."""
        tokens, sentences = self.tree.tokens, self.tree.document.sentences
        number = self.tree.sentence[head]
        limit = tokens[head].start
        for back in range(number, max(-1, number - (_NEAR if word in _IT else _FAR)), -1):
            first, last = sentences[back].first, sentences[back].last
            candidates = self._candidates(sentences[back].span.start, min(limit, sentences[back].span.end), word)
            subjects = [item for item in candidates if item.subject]
            if subjects:
                return subjects[0].entity
            chained = back < number and self._has_subject(first, last, word)
            if candidates and not chained and word not in _IT:
                return candidates[0].entity
        return ""

    def _has_subject(self, first: int, last: int, word: str) -> bool:
        """Tell whether the same pronoun is already the subject there, so that the person came before."""
        return any(
            self.tree.words[item] == word
            and self.tree.tokens[item].dep in _SUBJECTS
            and not self.tree.mark_around(item)
            for item in range(first, last)
        )

    def _candidates(self, start: int, end: int, word: str) -> list[Mention]:
        low, high = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return [item for item in self.mentions[low:high] if self._agrees(item, word) and not self._is_marked(item)]

    def _is_marked(self, mention: Mention) -> bool:
        return self.tree.mark_around(self.tree.token_at(mention.start)) is not None

    def _agrees(self, mention: Mention, word: str) -> bool:
        if word in _HE | _SHE:
            gender = self.genders.get(mention.entity, "")
            return mention.kind is EntityKind.PERSON and gender != ("f" if word in _HE else "m")
        return word in _IT and mention.kind in _BODIES


def sieve(tree: Tree, entities: Sequence[Entity]) -> Sieve:
    """Index the mentions of an article's entities for resolving its sources."""
    mentions = tuple(sorted(_mentions(tree, entities), key=lambda item: (item.start, -item.end, item.entity)))
    genders: dict[str, str] = {}
    for mention in mentions:
        if mention.gender:
            genders.setdefault(mention.entity, mention.gender)
    starts = tuple(mention.start for mention in mentions)
    return Sieve(tree, mentions, starts, dict(_surnames(entities)), genders)


def _mentions(tree: Tree, entities: Sequence[Entity]) -> Iterator[Mention]:
    article = tree.document.article.id
    roles = {name.span: name.role for name in tree.document.names}
    for entity in entities:
        own = [span for span in entity.roles if span.article == article]
        here = (span for spelling in entity.spellings for span in spelling.spans if span.article == article)
        yield from (_mention(tree, entity, span, roles.get(span), own) for span in here)


def _mention(tree: Tree, entity: Entity, span: Span, role: Span | None, roles: Sequence[Span]) -> Mention:
    inside = tree.within(span.start, span.end)
    first = inside[0] if inside else tree.token_at(span.start)
    told = [*roles, *([role] if role is not None else [])]
    words = frozenset(_fold(tree.tokens[item].lemma) for place in told for item in tree.within(place.start, place.end))
    beside = [item for item in range(max(0, first - _BEFORE), first) if tree.sentence[item] == tree.sentence[first]]
    apposed = [child for item in inside for child in tree.children[item] if tree.tokens[child].dep == "appos"]
    nearby = {_fold(tree.words[item].rstrip(".")) for item in (*beside, *apposed)}
    heads = {tree.tokens[item].lemma for item in (*apposed, *_titles(tree, beside))}
    gender = _gender(words | nearby) if entity.kind is EntityKind.PERSON else ""
    subject = any(tree.tokens[item].dep in _SUBJECTS for item in inside)
    role_words = words | {_fold(word) for word in heads}
    return Mention(span.start, span.end, entity.id, entity.kind, role_words, gender, subject)


def _titles(tree: Tree, beside: Iterable[int]) -> list[int]:
    """Words directly before a name that belong to it: "Prime Minister", "spokesman"."""
    return [item for item in beside if tree.tokens[item].dep in {"compound", "amod", "nmod"}]


def _gender(words: Iterable[str]) -> str:
    shown = set(words)
    male, female = bool(shown & _MALE), bool(shown & _FEMALE)
    return "" if male == female else ("m" if male else "f")


def _surnames(entities: Sequence[Entity]) -> Iterator[tuple[str, str]]:
    """Each folded last word of a person's spellings with its entity, '' where it is shared.

    What was taken for a body by its name ("Ilka Morn") may be a person: its last word counts where no person has it.
    """
    people = _owners(entity for entity in entities if entity.kind is EntityKind.PERSON)
    bodies = _owners(entity for entity in entities if entity.kind is EntityKind.ORGANISATION)
    for word, ids in sorted({**bodies, **people}.items()):
        yield word, next(iter(ids)) if len(ids) == 1 else ""


def _owners(entities: Iterable[Entity]) -> dict[str, set[str]]:
    owners: dict[str, set[str]] = {}
    for entity in entities:
        for spelling in entity.spellings:
            words = spelling.text.replace("-", " ").split()
            if words:
                owners.setdefault(_fold(words[-1]), set()).add(entity.id)
    return owners


def _fold(word: str) -> str:
    """Lower case without accents."""
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))
