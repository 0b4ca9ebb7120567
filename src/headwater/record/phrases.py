"""The words for a part of an event, head noun and modifiers, and what kind of thing they name.

Clauses, phrases of place and the like behind a head say more than who it is, so they are cut off; what "of" leads in is
kept ("members of the guild"), and what counts some of others ("nine of the clerks") is told by those.
"""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from headwater.text.events import classes_of
from headwater.text.spans import tokens_in
from headwater.text.thesaurus import is_a
from headwater.text.wordset import wordset
from headwater.types import Document, Role, Span, Token

__all__ = ["Phrase", "can_act", "is_means", "is_thing", "phrase_of", "word_before"]

_BODIES: Final = wordset("force unit side service guard troop party militia crowd mob gang")
"""Bodies of people, whatever the thesaurus calls them."""
_PEOPLE: Final = ("person", "organization", "social group")
_MEANS: Final = ("weapon", "vehicle", "explosive", "ammunition", "missile")
_THINGS: Final = ("artifact", "structure", "location", *_PEOPLE)
_NAMED: Final = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_PLACED: Final = frozenset({"FAC", "LOC"})
_EMPTY: Final = wordset(
    "he she it they who which that this these those him her them one i we you himself herself themselves itself other "
    "another none nobody some many most all several each both people"
)


class Phrase(Struct, frozen=True):
    """The words for somebody or something: their span, the word that says what it is, and that word's lemma."""

    span: Span
    head: Token
    counts: bool  # it is told by a number: "nine clerks"

    @property
    def lemma(self) -> str:
        """The head noun's lemma, lower case; of a plural that the parser left as it is, its singular."""
        lemma = self.head.lemma.lower()
        return (
            lemma[:-1]
            if self.head.tag in {"NNS", "NNP", "NNPS"} and lemma.endswith("s") and is_a(lemma[:-1], "entity")
            else lemma
        )


def phrase_of(role: Role, document: Document) -> Phrase | None:
    """The filler of a role as a phrase; None for pronouns, "no party", "17" and other words that name nobody."""
    tokens = document.tokens
    held = tokens_in(tokens, role.span)
    root = next((at for at in held if tokens[at].head not in held or tokens[at].head == at), None)
    if root is None or _denies(tokens[held.start]):
        return None
    last = _object(tokens, held, root)
    head = last if last is not None and _is_share(tokens[root]) else root
    if tokens[head].pos not in {"NOUN", "PROPN"} and not role.entity:
        return None
    if tokens[head].lemma.lower() in _EMPTY - {"people"} or _is_people_alone(tokens, held, head):
        return None
    end = tokens[root if last is None else last].end
    counts = any(tokens[at].pos == "NUM" for at in held if tokens[at].start < end)
    return Phrase(Span(role.span.article, role.span.start, end), tokens[head], counts)


def _object(tokens: tuple[Token, ...], held: range, root: int) -> int | None:
    """The word that "of" leads in behind the root, if its phrase lies in the words held."""
    behind = range(root + 1, min(root + 2, held.stop))
    preposition = next((at for at in behind if tokens[at].head == root and tokens[at].lemma == "of"), None)
    if preposition is None:
        return None
    return next((at for at in held if tokens[at].head == preposition and tokens[at].dep == "pobj"), None)


def _is_share(token: Token) -> bool:
    """“Seven of”, “dozens of”, “some of”."""
    return token.pos in {"NUM", "DET", "PRON", "ADJ"} or token.lemma in {
        "dozen",
        "score",
        "hundred",
        "thousand",
        "number",
    }


def _denies(token: Token) -> bool:
    return token.lemma.lower() in {"no", "neither", "none", "nobody"}


def _is_people_alone(tokens: tuple[Token, ...], held: range, head: int) -> bool:
    return tokens[head].lemma.lower() == "people" and len(held) == 1


def can_act(phrase: Phrase) -> bool:
    """Whether it is a person, an organisation or a group of people."""
    head, lemma = phrase.head, phrase.lemma
    if head.ent in _NAMED and head.pos == "PROPN":
        return True
    if lemma in _BODIES:
        return True
    thing = is_a(lemma, "artifact") and not is_a(lemma, "person")
    return not thing and any(is_a(lemma, kind) for kind in _PEOPLE) and not classes_of(lemma, "NOUN")


def is_means(phrase: Phrase) -> bool:
    """Whether it is a thing that harm is done with."""
    return (
        phrase.head.pos == "NOUN"
        and not is_a(phrase.lemma, "person")
        and any(is_a(phrase.lemma, kind) for kind in _MEANS)
    )


def is_thing(phrase: Phrase) -> bool:
    """Whether it is somebody or something that can be harmed, no event and no thought."""
    if phrase.head.ent in _NAMED | _PLACED or can_act(phrase):
        return True
    return any(is_a(phrase.lemma, kind) for kind in _THINGS)


def word_before(span: Span, document: Document) -> str:
    """The lemma of the word before the span, lower case; '' at the beginning."""
    at = tokens_in(document.tokens, span).start - 1
    return document.tokens[at].lemma.lower() if at >= 0 else ""
