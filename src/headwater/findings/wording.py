"""Alterations of words and names: a name or place exchanged, a set phrase broken, quotation marks or a source lost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from headwater.findings.aligned import Aligned, Change
from headwater.text.gazetteer import known_place, near_misses
from headwater.text.mentions import EntityIndex
from headwater.text.roles import ANONYMITY
from headwater.text.thesaurus import known, synonyms
from headwater.types import AlterationKind, Document, Entity, EntityKind, Evidence, Span, Token

__all__ = ["Phrases", "anonymity_changes", "mark_changes", "name_changes", "place_changes", "wording_changes"]

_QUOTE_WORDS: Final = 5  # shorter quotes may be taken up without marks as one's own words
_QUOTE_KEPT: Final = 0.7  # share of a quote's words that must stand on the other side, without marks
_SAME_SENSE: Final = 0.3  # thesaurus value from which a substitute is a synonym
_STEM: Final = 5  # letters by which "relative" and "relatively" are taken for one word
_NAMES_KEPT: Final = 0.5  # share of kept words from which an exchanged name is a change and not another sentence


def mark_changes(aligned: Aligned) -> Iterator[Change]:
    """A speaker's words that stand without quotation marks on one side only."""
    yield from _unmarked(aligned, "right")
    for change in _unmarked(aligned.swapped(), "left"):
        yield Change(change.kind, change.right, change.left, change.harm, change.altered, change.evidence)


def _unmarked(aligned: Aligned, altered: str) -> Iterator[Change]:
    tokens, others = aligned.left.tokens, aligned.right.tokens
    for quoted in aligned.left.quoted:
        words = [i for i in aligned.left_words if quoted.start <= tokens[i].start and tokens[i].end <= quoted.end]
        kept = [aligned.kept[i] for i in words if i in aligned.kept]
        if len(words) < _QUOTE_WORDS or len(kept) < _QUOTE_KEPT * len(words):
            continue
        there = Span(aligned.right.article.id, others[min(kept)].start, others[max(kept)].end)
        if not any(mark.start < there.end and there.start < mark.end for mark in aligned.right.quoted):
            here = Span(aligned.left.article.id, tokens[words[0]].start, tokens[words[-1]].end)
            evidence = (Evidence("marks lost", 3.0, f"{len(kept)} of {len(words)} quoted words kept", here, there),)
            harm = "a speaker's words read as the newsroom's own"
            yield Change(AlterationKind.MARKS_LOST, here, there, harm, altered, evidence)


def anonymity_changes(aligned: Aligned) -> Iterator[Change]:
    """A source who asked not to be named speaks on other terms in the other reading."""
    yield from _named_terms(aligned, "right")
    for change in _named_terms(aligned.swapped(), "left"):
        yield Change(change.kind, change.right, change.left, change.harm, change.altered, change.evidence)


def _named_terms(aligned: Aligned, altered: str) -> Iterator[Change]:
    right = aligned.passage.right
    terms, terms_there = _terms(aligned.left, aligned.passage.left), _terms(aligned.right, right)
    if len(terms) <= len(terms_there) or not aligned.kept:
        return
    asked = terms[0]
    there = _speech_at(aligned.right, aligned.right_words) or right
    evidence = (Evidence("anonymity lost", 2.5, "the terms on which the source spoke were changed", asked, there),)
    yield Change(
        AlterationKind.ATTRIBUTION, asked, there, "on what terms the source spoke is lost or changed", altered, evidence
    )


def _terms(document: Document, span: Span) -> list[Span]:
    """Where the text says on what terms a source it does not name has spoken."""
    found = ANONYMITY.finditer(document.article.text, span.start, span.end)
    return [Span(document.article.id, match.start(), match.end()) for match in found]


def _speech_at(document: Document, words: Sequence[int]) -> Span | None:
    """The clause of the first verb of speaking, as far as the passage shows it."""
    tokens = document.tokens
    verbs = [i for i in words if tokens[i].lemma in {"speak", "talk", "say", "tell"}]
    if not verbs:
        return None
    near = [i for i in words if tokens[i].head == verbs[0] or tokens[tokens[i].head].head == verbs[0] or i == verbs[0]]
    return Span(document.article.id, tokens[min(near)].start, tokens[max(near)].end)


# --- names and places -----------------------------------------------------------------------------------------


def name_changes(aligned: Aligned, entities: EntityIndex) -> Iterator[Change]:
    """A name stands where another name stood, and neither stands anywhere else in the other reading."""
    if aligned.likeness < _NAMES_KEPT:
        return
    here, there = (
        _named(aligned.left, aligned.passage.left, entities),
        _named(aligned.right, aligned.passage.right, entities),
    )
    for edit in aligned.edits:
        if edit.op != "replace":
            continue
        left = _only(here, aligned.left, aligned.left_words[edit.left_start : edit.left_end])
        right = _only(there, aligned.right, aligned.right_words[edit.right_start : edit.right_end])
        if left and right and _exchanged(left, right, here, there):
            yield _name_change(left, right)


Named = tuple[Span, Entity]


def _named(document: Document, span: Span, entities: EntityIndex) -> list[Named]:
    mentions = (name.span for name in document.names if span.start <= name.span.start and name.span.end <= span.end)
    return [(mention, entity) for mention in mentions if (entity := entities.at(mention)) is not None]


def _only(named: Sequence[Named], document: Document, words: Sequence[int]) -> Named | None:
    start, end = document.tokens[words[0]].start, document.tokens[words[-1]].end
    inside = [item for item in named if item[0].start < end and start < item[0].end]
    return inside[0] if len(inside) == 1 else None


def _exchanged(left: Named, right: Named, here: Sequence[Named], there: Sequence[Named]) -> bool:
    one, other = left[1], right[1]
    return (
        one.id != other.id
        and one.kind == other.kind
        and one.id not in {entity.id for _, entity in there}
        and other.id not in {entity.id for _, entity in here}
    )


def _name_change(left: Named, right: Named) -> Change:
    kind = AlterationKind.PLACE if left[1].kind is EntityKind.PLACE else AlterationKind.NAME
    detail = f"{left[1].name} against {right[1].name}"
    evidence = (Evidence("name exchanged", 3.0, detail, left[0], right[0]),)
    return Change(kind, left[0], right[0], f"another {left[1].kind.value}: {detail}", "", evidence)


def place_changes(aligned: Aligned) -> Iterator[Change]:
    """A country or nationality misspelt into a word that names nothing, where the other side has it right."""
    yield from _misspelt(aligned, "right")
    for change in _misspelt(aligned.swapped(), "left"):
        yield Change(change.kind, change.right, change.left, change.harm, change.altered, change.evidence)


def _misspelt(aligned: Aligned, altered: str) -> Iterator[Change]:
    there = {
        aligned.left.article.text[token.start : token.end]: token for token in _tokens(aligned.left, aligned.left_words)
    }
    for token in _tokens(aligned.right, aligned.right_words):
        word = aligned.right.article.text[token.start : token.end]
        if token.pos not in {"PROPN", "ADJ"} or not word[:1].isupper() or known_place(word):
            continue
        meant = sorted(set(near_misses(word)) & there.keys())
        if meant and not known(word.lower()):
            left = Span(aligned.left.article.id, there[meant[0]].start, there[meant[0]].end)
            right = Span(aligned.right.article.id, token.start, token.end)
            evidence = (
                Evidence("no such place", 3.0, f"“{word}” names nothing; “{meant[0]}” stands there", left, right),
            )
            yield Change(AlterationKind.PLACE, left, right, f"“{word}” for “{meant[0]}”", altered, evidence)


def _tokens(document: Document, words: Sequence[int]) -> Iterator[Token]:
    return (document.tokens[index] for index in words)


# --- set phrases ----------------------------------------------------------------------------------------------


class Phrases:
    """Which articles hold which pair of neighbouring content words: what several newsrooms write is a set phrase."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._holders: Mapping[tuple[str, str], set[str]] = defaultdict(set)
        for document in documents:
            for first, second in zip(document.tokens, document.tokens[1:], strict=False):
                self._holders[first.lemma, second.lemma].add(document.article.id)

    def holders(self, first: str, second: str) -> frozenset[str]:
        """Articles in which the two lemmas stand side by side."""
        return frozenset(self._holders.get((first, second), ()))


def wording_changes(aligned: Aligned, phrases: Phrases) -> Iterator[Change]:
    """A noun that both sides keep, with another word before it that breaks a phrase the other witnesses share."""
    for left, right in aligned.kept.items():
        if aligned.left.tokens[left].pos != "NOUN" or aligned.right.tokens[right].pos != "NOUN":
            continue
        if not left or not right or left - 1 in aligned.kept or right - 1 in aligned.kept.values():
            continue
        yield from _broken(aligned, left - 1, right - 1, phrases)


def _broken(aligned: Aligned, left: int, right: int, phrases: Phrases) -> Iterator[Change]:
    """A change if one side's phrase is the others' too and the other side's stands nowhere else."""
    one, other = aligned.left.tokens[left], aligned.right.tokens[right]
    noun = aligned.left.tokens[left + 1].lemma
    here = phrases.holders(one.lemma, noun) - {aligned.right.article.id}
    there = phrases.holders(other.lemma, noun) - {aligned.left.article.id}
    if len(here) >= 2 and len(there) == 1 and _breaks(aligned, left, right):
        yield _wording_change(aligned, left, right, "right", f"“{one.lemma} {noun}” stands in {len(here)} articles")
    elif len(there) >= 2 and len(here) == 1 and _breaks(aligned.swapped(), right, left):
        yield _wording_change(aligned, left, right, "left", f"“{other.lemma} {noun}” stands in {len(there)} articles")


def _breaks(aligned: Aligned, sound: int, other: int) -> bool:
    """Whether the right side's word breaks the left side's phrase.

    A compound noun is a name for a thing: no synonym may replace its parts. Before an adjective's noun a synonym may
    stand, and a word that the other side has elsewhere was only moved.
    """
    one, new = aligned.left.tokens[sound], aligned.right.tokens[other]
    if one.head != sound + 1 or one.dep not in {"amod", "compound", "nmod"} or not _content(one) or not _content(new):
        return False
    if one.dep == "compound" and one.pos == "NOUN":
        return one.lemma[:_STEM] != new.lemma[:_STEM]
    return not _moved(one.lemma, aligned.right, aligned.right_words) and not _moved(
        new.lemma, aligned.left, aligned.left_words
    )


def _moved(lemma: str, document: Document, words: Sequence[int]) -> bool:
    """Whether the word, or one much like it, stands somewhere among the others."""
    others = (document.tokens[index].lemma for index in words)
    return any(lemma[:_STEM] == other[:_STEM] or synonyms(lemma, other) >= _SAME_SENSE for other in others)


def _content(token: Token) -> bool:
    return token.pos in {"NOUN", "ADJ", "VERB"} and token.ent == "" and token.lemma.isalpha()


def _wording_change(aligned: Aligned, left: int, right: int, altered: str, detail: str) -> Change:
    here = Span(aligned.left.article.id, aligned.left.tokens[left].start, aligned.left.tokens[left + 1].end)
    there = Span(aligned.right.article.id, aligned.right.tokens[right].start, aligned.right.tokens[right + 1].end)
    evidence = (Evidence("set phrase broken", 3.0, detail, here, there),)
    return Change(AlterationKind.WORDING, here, there, "the words no longer name the thing", altered, evidence)
