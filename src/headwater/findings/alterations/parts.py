"""Who somebody is: an office, a relation or a part in the event taken for another; a rank lost or given.

A victim is no attacker, a governor no mayor, a cousin no brother, a deputy commander not the commander. Of a source
that is not named the word is all that is known: there the exchange is one of attribution.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from headwater.findings.alterations.aligned import Aligned, Change, both_ways
from headwater.findings.alterations.substitutes import is_spelling
from headwater.findings.alterations.texts import Text
from headwater.text.kinds import is_person_word, part_of
from headwater.text.names.lexicon import is_title
from headwater.text.news_synonyms import news_synonyms
from headwater.text.roles import neutral_role
from headwater.text.spans import holds
from headwater.text.thesaurus import is_a, synonyms
from headwater.text.wordset import wordset
from headwater.types import AlterationKind, Token

__all__ = ["is_portfolio", "part_changes", "part_exchanged"]

_RANKS: Final = wordset(
    "former deputy acting vice assistant interim outgoing retired ex junior senior honorary associate"
)
_ANYBODY: Final = wordset("person people man woman source individual member figure")
_OFFICIAL: Final = wordset("official authority leader chief head")
_IN_OFFICE: Final = ("official", "leader", "politician", "policeman", "lawman")
_SAME: Final = 0.2  # thesaurus value from which two words may name one person
_PORTFOLIO: Final = wordset("minister ministry secretary department")
_TITLED: Final = frozenset({"NOUN", "PROPN"})
_LIKE_ENOUGH: Final = 0.6  # share of answered words from which a word was exchanged and not the sentence
_ABBREVIATED: Final = {
    "gen": "general", "col": "colonel", "capt": "captain", "maj": "major", "lt": "lieutenant", "sgt": "sergeant",
    "gov": "governor", "sen": "senator", "rep": "representative", "dr": "doctor", "prof": "professor", "adm": "admiral",
    "cpl": "corporal", "cmdr": "commander", "rev": "reverend", "brig": "brigadier", "supt": "superintendent",
}  # fmt: skip


def part_exchanged(aligned: Aligned, left: int, right: int) -> Change | None:
    """One word for a person in the place of another that cannot name the same person."""
    one, other = aligned.left.tokens[left], aligned.right.tokens[right]
    if one.pos not in _TITLED or other.pos not in _TITLED or _may_be_one(one.lemma, other.lemma):
        return None
    if not (is_person_word(one.lemma) and is_person_word(other.lemma)):
        return None
    faced = aligned.answered.get(one.head, aligned.put.get(one.head))
    if one.dep != other.dep or (faced != other.head and one.dep != "ROOT"):
        return None  # somebody else, told of in another clause
    listed = part_of(one.lemma) is not None and part_of(other.lemma) is not None
    if _is_unnamed_source(aligned.left, left) and _is_unnamed_source(aligned.right, right):
        return _change(aligned, left, right, AlterationKind.ATTRIBUTION, "source word exchanged", "another source")
    clue = "part exchanged" if listed else "person word exchanged"
    return _change(aligned, left, right, AlterationKind.ROLE, clue, "another part in it")


def part_changes(aligned: Aligned) -> Iterator[Change]:
    """Titles and portfolios exchanged before names; ranks lost or given."""
    if aligned.agreement < _LIKE_ENOUGH:
        return
    for left, right in sorted(aligned.put.items()):
        if is_portfolio(aligned, left, right):
            yield _change(aligned, left, right, AlterationKind.ROLE, "office exchanged", "another office")
        elif _is_title(aligned, left, right):
            yield _change(aligned, left, right, AlterationKind.ROLE, "title exchanged", "another office")
    yield from both_ways(_ranks_lost, aligned)


def _may_be_one(one: str, other: str) -> bool:
    """Whether two words may be said of one person."""
    one, other = neutral_role(one), neutral_role(other)
    part = part_of(one)
    if one == other or is_spelling(one, other) or (part is not None and part == part_of(other)):
        return True
    if _says_more(one, other) or _says_more(other, one):
        return True
    return news_synonyms(one, other) or synonyms(one, other, "NOUN") >= _SAME


def _says_more(vague: str, other: str) -> bool:
    """Whether the one word says less of the same person: an official may be a governor, no doctor."""
    return (
        vague in _ANYBODY
        or (vague in _OFFICIAL and any(is_a(other, each) for each in _IN_OFFICE))
        or is_a(other, vague)
    )


def _is_unnamed_source(text: Text, word: int) -> bool:
    """Whether the word is what is said of a quote's source, and no name stands in it."""
    place = text.span((word,))
    return any(
        quote.source is not None
        and holds(quote.source, place)
        and all(text.tokens[other].pos != "PROPN" for other in text.words(quote.source))
        for quote in text.quotes
    )


def is_portfolio(aligned: Aligned, left: int, right: int) -> bool:
    """Whether a word before "minister" was exchanged: "Health Minister", "the interior ministry"."""
    after, there = left + 1, right + 1
    if aligned.kept.get(after) != there or aligned.left.tokens[after].lemma.lower() not in _PORTFOLIO:
        return False
    one, other = aligned.left.tokens[left].lemma.lower(), aligned.right.tokens[right].lemma.lower()
    return not is_spelling(one, other) and synonyms(one, other) < _SAME and {one, other}.isdisjoint(_RANKS)


def _is_title(aligned: Aligned, left: int, right: int) -> bool:
    """Whether a title before a name that was kept was exchanged for another: "Mayor", "Governor"."""
    one, other = _plain(aligned.left.tokens[left]), _plain(aligned.right.tokens[right])
    written = aligned.left.written(left), aligned.right.written(right)
    if not (is_title(one) and is_title(other) and all(word[:1].isupper() for word in written)):
        return False
    return aligned.kept.get(left + 1) == right + 1 and not _may_be_one(one, other)


def _plain(token: Token) -> str:
    lemma = token.lemma.lower().rstrip(".")
    return _ABBREVIATED.get(lemma, lemma)


def _ranks_lost(aligned: Aligned) -> Iterator[Change]:
    """A word of rank before a word for a person gone, the person kept."""
    for word in aligned.left_words:
        held = aligned.kept.get(word + 1)
        if word in aligned.held or aligned.left.tokens[word].lemma.lower() not in _RANKS or held is None:
            continue
        if not is_person_word(aligned.left.tokens[word + 1].lemma.lower()) or word in aligned.put:
            continue
        here, there = aligned.left.span((word, word + 1)), aligned.right.span((held,))
        detail = f"“{aligned.left.written(word)}” stands on one side only"
        yield Change(AlterationKind.ROLE, here, there, f"another rank: {detail}", "", "rank lost", detail)


def _change(aligned: Aligned, left: int, right: int, kind: AlterationKind, clue: str, harm: str) -> Change:
    here, there = aligned.left.span((left,)), aligned.right.span((right,))
    detail = f"“{aligned.left.written(left)}” against “{aligned.right.written(right)}”"
    return Change(kind, here, there, f"{harm}: {detail}", "", clue, detail)
