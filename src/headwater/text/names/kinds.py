"""What kind of thing a name names, where the words around it say more than the parser's label.

The small pipeline calls militias people and surnames towns. A title makes a person; "the X militia" and "a leader of X"
make a body; the last word of a long name ("Ministry", "River") tells its kind. Where nothing is said the label stands.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from headwater.text.datelines import find_dateline
from headwater.text.gazetteer import is_country, known_place
from headwater.text.names.lexicon import (
    BODY_NOUNS,
    COURTESY,
    DWELLERS,
    HUMAN_ACTS,
    OWNED_BY_PEOPLE,
    OWNED_BY_STATES,
    PLATFORMS,
    SPEECH,
    is_role,
    is_title,
    kind_by_words,
    plain,
)
from headwater.text.names.roles import titled
from headwater.text.names.runs import Run, word
from headwater.text.wordset import wordset
from headwater.types import Article, EntityKind, Token

__all__ = ["Judged", "body_follows", "judge", "signs"]

_POSSESSED: Final = re.compile(r"['’]s$")
_LOCATIVES: Final = wordset("in near outside around across throughout at into inside via")
_WAYS: Final = frozenset({"from", "to", "towards"})
_MOVING: Final = wordset("come drive flee fly go hurry march move return ride run sail travel walk wander")
_LIST: Final = 160  # code points in which a list of names may end
_CAP: Final = r"[A-ZÀ-ÖØ-Þ][\w'’.-]*(?: [A-ZÀ-ÖØ-Þ][\w'’.-]*)?"
_SIGNED: Final = re.compile(rf"(?:, {_CAP})?\s*(?:\([A-Z][\w ]{{1,15}}\)\s*)?(?:--|—|–)\s*[A-Z“\"]")
_LISTED: Final = re.compile(
    rf"(?:,? (?:and|or) {_CAP}|, {_CAP}(?:, {_CAP})*,? (?:and|or) {_CAP})? (?:counties|provinces|districts|townships)\b"
)
_TRUSTING: Final = wordset("believe trust confide invest interest delight place have put lose")
_NOUNS: Final = frozenset({"NOUN", "PROPN"})
_LED: Final = wordset("leader commander member head chief founder chairman chairwoman spokesman spokeswoman")


@dataclass(frozen=True, slots=True)
class Judged:
    """A run with the kind read from its surroundings; `sure` where words say so, not only the parser's label."""

    run: Run
    kind: EntityKind
    sure: bool


def judge(article: Article, tokens: Sequence[Token], run: Run) -> Judged:
    """The kind of the name in `run`, with whether the words around it decided."""
    own = kind_by_words([word(article, token) for token in tokens[run.first : run.last]])
    said = _by_title(article, tokens, run, own) or own
    said = said or _by_dateline(article, tokens, run) or _by_map(article, tokens, run)
    said = said or _by_dwellers(article, tokens, run) or _by_possession(article, tokens, run)
    said = said or _by_surroundings(article, tokens, run) or _by_preposition(article, tokens, run)
    said = said or _by_acts(article, tokens, run)
    return Judged(run, said or run.kind, said is not None)


def _by_title(article: Article, tokens: Sequence[Token], run: Run, own: EntityKind | None) -> EntityKind | None:
    """A person follows a title, unless the words are a body's: "President Hotel Group"."""
    if own is not None or not titled(article, tokens, run):
        return own
    before = word(article, tokens[run.first - 1])
    weak = run.kind is EntityKind.PLACE and not is_title(before)  # "spokesman Name" may be "the Name spokesman" garbled
    people = run.kind is EntityKind.GROUP and plain(before) not in COURTESY
    return None if weak or people else EntityKind.PERSON


def _by_dateline(article: Article, tokens: Sequence[Token], run: Run) -> EntityKind | None:
    """The town that an article is signed from is a place wherever it names it."""
    text = article.text[tokens[run.first].start : tokens[run.last - 1].end]
    signed = text.casefold() == _signed_from(article.text) or signs(article, tokens, run)
    return EntityKind.PLACE if signed else None


def signs(article: Article, tokens: Sequence[Token], run: Run) -> bool:
    """Read "MARLOW --" and "MARLOW, Ohio (AP) —" where a sentence has ended: a dateline behind a pasted headline."""
    start, end = tokens[run.first].start, tokens[run.last - 1].end
    opens = not start or article.text[max(0, start - 3) : start].rstrip()[-1:] in '.?!”"\n'
    return opens and article.text[start:end].isupper() and _SIGNED.match(article.text, end, end + _LIST) is not None


def _by_map(article: Article, tokens: Sequence[Token], run: Run) -> EntityKind | None:
    """A country of two words is no person, of one no body; and "Anna Roe of Marlow" is from a town that is known."""
    text = article.text[tokens[run.first].start : tokens[run.last - 1].end]
    if is_country(text):
        return EntityKind.PLACE if " " in text or run.kind is EntityKind.ORGANISATION else None
    of = run.first > 1 and word(article, tokens[run.first - 1]) == "of" and tokens[run.first - 2].ent == "PERSON"
    return EntityKind.PLACE if of and known_place(text) else None


@functools.lru_cache(maxsize=64)
def _signed_from(text: str) -> str:
    """The place of the dateline in small letters, '' without one; the mark is never the name of a person."""
    dateline = find_dateline(text)
    return "" if dateline is None else dateline.place.casefold()


def _by_surroundings(article: Article, tokens: Sequence[Token], run: Run) -> EntityKind | None:
    text = article.text[tokens[run.first].start : tokens[run.last - 1].end]
    acronym = text.isalpha() and text.isupper() and 2 <= len(text) <= 6
    person = run.kind is EntityKind.PERSON
    if run.kind is EntityKind.PLACE and " " in text and not known_place(text) and body_follows(article, tokens, run):
        return EntityKind.ORGANISATION
    body = person and (acronym or any(read(article, tokens, run) for read in (body_follows, _led, _closed_article)))
    return EntityKind.ORGANISATION if body or text.casefold() in PLATFORMS else None


def _by_preposition(article: Article, tokens: Sequence[Token], run: Run) -> EntityKind | None:
    """A name labelled as a place after "in" or "near" is one, even where people bear the same name."""
    before = run.first - 1 - (run.first > 1 and word(article, tokens[run.first - 1]).casefold() == "the")
    preposition = word(article, tokens[before]).casefold() if before >= 0 else ""
    if preposition not in _LOCATIVES | _WAYS:
        return None
    town = run.last - run.first == 1 and known_place(word(article, tokens[run.first])) and _happens(tokens, before)
    labelled = run.kind is EntityKind.PLACE or (preposition == "in" and _is_where(article, tokens, run))
    located = labelled and preposition in _LOCATIVES
    return EntityKind.PLACE if located or town else None


def _is_where(article: Article, tokens: Sequence[Token], run: Run) -> bool:
    """Whether something is done "in X" where X is labelled as a person: nobody is, but for those one believes in."""
    person = run.kind is EntityKind.PERSON and _happens(tokens, run.first - 1)
    return person and not _POSSESSED.search(word(article, tokens[min(run.last, len(tokens) - 1)]))


def _happens(tokens: Sequence[Token], preposition: int) -> bool:
    """Whether what stands before "in X" is something done there; who "believes in X" may mean a person."""
    above = tokens[tokens[preposition].head]
    if tokens[preposition].lemma in _WAYS:
        return above.lemma in _MOVING
    return above.pos in ("VERB", "AUX") and above.lemma not in _TRUSTING


def _by_acts(article: Article, tokens: Sequence[Token], run: Run) -> EntityKind | None:
    """Who does what only people do is no place: "Marlow Roe lives …", and "Roe said" where the map has no Roe."""
    text = article.text[tokens[run.first].start : tokens[run.last - 1].end]
    words, head = text.split(), tokens[run.last - 1]
    if run.kind is EntityKind.PERSON or head.dep != "nsubj" or known_place(text):
        return None
    acts = tokens[head.head].lemma
    if len(words) == 2 and acts in HUMAN_ACTS and known_place(words[0]) and not known_place(words[1]):
        return EntityKind.PERSON
    said = len(words) == 1 and run.kind is EntityKind.PLACE and acts in SPEECH and not text.isupper()
    return EntityKind.PERSON if said else None


def _by_dwellers(article: Article, tokens: Sequence[Token], run: Run) -> EntityKind | None:
    """Read "a Marlow man", and "Marlow, Roe and Tarn counties"."""
    if run.kind is EntityKind.GROUP:
        return None
    follows = tokens[run.last].lemma if run.last < len(tokens) and tokens[run.last].pos == "NOUN" else ""
    end = tokens[run.last - 1].end
    listed = _LISTED.match(article.text, end, end + _LIST)
    return EntityKind.PLACE if follows in DWELLERS or listed else None


def _by_possession(article: Article, tokens: Sequence[Token], run: Run) -> EntityKind | None:
    """Who has a brother or a lawyer is a person; what has a trade ministry or a border is a country."""
    if run.kind is EntityKind.GROUP or not _POSSESSED.search(word(article, tokens[run.last - 1 : run.last + 1][-1])):
        return None
    thing = run.last + (not _POSSESSED.search(word(article, tokens[run.last - 1])))
    while thing + 1 < len(tokens) and tokens[thing].pos in ("ADJ", "NOUN") and tokens[thing + 1].pos in _NOUNS:
        thing += 1
    lemma = tokens[thing].lemma.casefold() if thing < len(tokens) else ""
    words = [word(article, token) for token in tokens[run.first : run.last]]
    if lemma in OWNED_BY_PEOPLE and (run.kind is EntityKind.ORGANISATION) is (len(words) > 1):
        return None if known_place(" ".join(words)) else EntityKind.PERSON
    single = len(words) == 1 and not words[0].isupper()
    return EntityKind.PLACE if lemma in OWNED_BY_STATES and single else None


def body_follows(article: Article, tokens: Sequence[Token], run: Run) -> bool:
    """Read "the X militia", and after a comma "X, one of the strongest militias", "X, a charity,"."""
    before = tokens[max(0, run.first - 2) : run.first]
    if len(before) == 2 and word(article, before[1]) == "," and _is_body(before[0]):
        return True  # "one of the militias, X, said"
    if any(_is_body(token) for token in _attributed(tokens, run.last)):
        return not _POSSESSED.search(word(article, tokens[run.last - 1]))
    ahead = tokens[run.last : run.last + 10]
    if len(ahead) < 3 or word(article, ahead[0]) != "," or word(article, ahead[1]) not in ("a", "an", "the", "one"):
        return False
    for token in ahead[2:]:
        if is_role(token.lemma) or token.pos == "VERB" or not word(article, token)[:1].isalnum():
            return False
        if _is_body(token) and token.dep != "compound":
            return True
    return False


def _closed_article(article: Article, tokens: Sequence[Token], run: Run) -> bool:
    """Read "the X said": a name that ends a phrase begun by "the" is no person's; "the X house" may be a person's."""
    if run.first == 0 or word(article, tokens[run.first - 1]).casefold() != "the":
        return False
    return run.last == len(tokens) or tokens[run.last].pos in ("VERB", "AUX", "PUNCT", "ADP", "CCONJ")


def _attributed(tokens: Sequence[Token], index: int) -> Sequence[Token]:
    """The noun after a name, past one word that modifies it: "militia", "paramilitary network"."""
    if index + 1 < len(tokens) and tokens[index].pos in ("ADJ", "NOUN") and not _is_body(tokens[index]):
        return tokens[index + 1 : index + 2]
    return tokens[index : index + 1]


def _is_body(token: Token) -> bool:
    return token.pos == "NOUN" and token.lemma in BODY_NOUNS


def _led(article: Article, tokens: Sequence[Token], run: Run) -> bool:
    """Read "a leader of X", "the commander of the X": what is led is no person."""
    index = run.first - 1
    if index >= 0 and word(article, tokens[index]).casefold() == "the":
        index -= 1
    return index >= 1 and word(article, tokens[index]) == "of" and tokens[index - 1].lemma in _LED
