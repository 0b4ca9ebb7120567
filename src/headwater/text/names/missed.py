"""Capitalised names that the parser did not label.

Two kinds are taken: further occurrences of a name that the article has elsewhere, and runs of proper nouns whose
surroundings say what they are (a title before them, a verb of speech after them, the last word of a body or place, an
acronym in parentheses after the words it stands for). Anything else stays out: a wrong name does more harm than a
missed one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Final

from headwater.text.gazetteer import is_country, known_place
from headwater.text.names.again import KnownNames
from headwater.text.names.kinds import Judged, body_follows, signs
from headwater.text.names.lexicon import COURTESY, DAYS, HUMAN_ACTS, SPEECH, is_role, is_title, kind_by_words, plain
from headwater.text.names.roles import titled
from headwater.text.names.runs import Run, repaired, word
from headwater.text.spelling import fold
from headwater.text.wordset import wordset
from headwater.types import Article, EntityKind, Token

__all__ = ["missed", "named_again"]

_IN: Final = frozenset({"in", "near", "outside", "across", "around"})
_INHABITED: Final = wordset(
    "resident people citizen inhabitant town city village capital mayor governor outskirt suburb street north south "
    "east west district province region"
)
_WHEN: Final = wordset(
    "in on since until till by last next this early late mid of during before after from to and through"
)
_TOWNS_AFTER: Final = frozenset({"in", "near", "outside", "of", "from", "at", "to"})
_LANDS: Final = wordset("airport county district harbor harbour port province region village")
_GLUE: Final = frozenset({"-", "@", "#", "/", "."})
_TAKEN_ELSEWHERE: Final = frozenset({"TIME", "MONEY", "PERCENT", "LANGUAGE"})


def missed(
    article: Article, tokens: Sequence[Token], taken: Set[int], families: Set[str] = frozenset()
) -> Iterator[Judged]:
    """Runs of unlabelled proper nouns that their surroundings show to be names.

    `taken` are token indices in use, `families` the folded family names of the article's people.
    """
    for run in _proper_runs(article, tokens, taken):
        kind = _shown(article, tokens, run) or _related(article, tokens, run, families)
        whole = repaired(article, tokens, Run(run.first, run.last, kind)) if kind else None
        if kind and whole and not any(index in taken for index in range(whole.first, whole.last)):
            yield Judged(whole, kind, sure=True)


def _proper_runs(article: Article, tokens: Sequence[Token], taken: Set[int]) -> Iterator[Run]:
    first = 0
    while first < len(tokens):
        last = first
        while (
            last < len(tokens)
            and last not in taken
            and _proper(article, tokens, last)
            and _joined(article, tokens, first, last)
        ):
            last += 1
        if last > first:
            yield Run(first, last, EntityKind.PERSON)
        first = max(last, first + 1)


def _proper(article: Article, tokens: Sequence[Token], index: int) -> bool:
    """A proper noun with a capital that is no title or office; a word like "May" only after "Mr." or "Ms."."""
    token, text = tokens[index], word(article, tokens[index])
    addressed = index > 0 and plain(word(article, tokens[index - 1])) in COURTESY
    return (
        token.pos == "PROPN"
        and text[:1].isupper()
        and token.ent not in _TAKEN_ELSEWHERE
        and (addressed or plain(text) not in DAYS)
        and not is_title(text)
        and not is_role(token.lemma)
    )


def _joined(article: Article, tokens: Sequence[Token], first: int, last: int) -> bool:
    return last == first or article.text[tokens[last - 1].end : tokens[last].start] == " "


def _shown(article: Article, tokens: Sequence[Token], run: Run) -> EntityKind | None:
    """What the surroundings show the run to be, if anything."""
    words = [word(article, token) for token in tokens[run.first : run.last]]
    own = kind_by_words(words)
    if own is not None:
        return own
    single = len(words) == 1
    if (single and _on_the_map(article, tokens, run)) or signs(article, tokens, run):
        return EntityKind.PLACE
    if (titled(article, tokens, run) and words[0][1:].islower()) or (2 <= len(words) <= 4 and _speaks(tokens, run)):
        return EntityKind.PERSON
    several = not single and run.last < len(tokens)
    if (single and _acronym(article, tokens, run)) or (several and body_follows(article, tokens, run)):
        return EntityKind.ORGANISATION
    located = single and (_named_after(article, tokens, run) or _located(article, tokens, run))
    return EntityKind.PLACE if located else None


def _related(article: Article, tokens: Sequence[Token], run: Run, families: Set[str]) -> EntityKind | None:
    """Two or three words that end in the family name of somebody in the article."""
    several = 2 <= run.last - run.first <= 3
    return EntityKind.PERSON if several and fold(word(article, tokens[run.last - 1])) in families else None


def _located(article: Article, tokens: Sequence[Token], run: Run) -> bool:
    """Read "in X", "near X", "residents of X" where X ends its phrase: what is unlabelled there is a place."""
    ends = run.last == len(tokens) or tokens[run.last].pos not in ("NOUN", "PROPN", "PART", "NUM")
    if run.first < 2 or not ends or not word(article, tokens[run.first])[1:].islower():
        return False
    before = word(article, tokens[run.first - 1]).casefold()
    return before in _IN or (before == "of" and tokens[run.first - 2].lemma in _INHABITED)


def _named_after(article: Article, tokens: Sequence[Token], run: Run) -> bool:
    """Read "to X airport", "in X province": the town or land is called X."""
    if not 0 < run.first < run.last < len(tokens) or not word(article, tokens[run.first])[1:].islower():
        return False
    return tokens[run.first - 1].pos == "ADP" and word(article, tokens[run.last]) in _LANDS


def _on_the_map(article: Article, tokens: Sequence[Token], run: Run) -> bool:
    """A country by its whole name, "US" too; a town that is known after a word that places are named by."""
    text = word(article, tokens[run.first])
    if is_country(text) and not titled(article, tokens, run):
        return True
    before = word(article, tokens[run.first - 1]).casefold() if run.first else ""
    return before in _TOWNS_AFTER and known_place(text)


def _acronym(article: Article, tokens: Sequence[Token], run: Run) -> bool:
    """Capitals in parentheses that are the initials of capitalised words just before."""
    text = word(article, tokens[run.first])
    if not (text.isupper() and 2 <= len(text) <= 8 and run.first > 2) or word(article, tokens[run.first - 1]) != "(":
        return False
    before = [word(article, token) for token in tokens[max(0, run.first - 2 - 2 * len(text)) : run.first - 1]]
    return text in "".join(part[0] for part in before if part[:1].isupper())


def _speaks(tokens: Sequence[Token], run: Run) -> bool:
    """Whether the name is the subject of a verb of speech, or of something that only people do."""
    for token in tokens[run.first : run.last]:
        if token.dep == "nsubj" and not run.first <= token.head < run.last:
            return tokens[token.head].lemma in SPEECH | HUMAN_ACTS
    return False


def named_again(
    article: Article, tokens: Sequence[Token], known: Mapping[str, EntityKind], taken: Set[int]
) -> Iterator[Judged]:
    """Unlabelled occurrences, with capitals, of names found elsewhere in the article: `known` holds them, folded."""
    starts = {token.start: index for index, token in enumerate(tokens)}
    for found in KnownNames(known).places(article.text):
        first = starts.get(found.start)
        if first is None or not _may_begin(article, tokens, first):
            continue
        last = first + 1
        while last < len(tokens) and tokens[last].start < found.end:
            last += 1
        if last == first + 1 and not (_nominal(article, tokens, first) and not _is_when(article, tokens, first)):
            continue
        if not any(index in taken for index in range(first, last)):
            yield Judged(Run(first, last, known[found.key]), known[found.key], sure=False)


def _is_when(article: Article, tokens: Sequence[Token], index: int) -> bool:
    """Whether a word like "May" stands for the time though a person of the article bears it: "in May"."""
    before = word(article, tokens[index - 1]).casefold() if index else ""
    return plain(word(article, tokens[index])) in DAYS and (before in _WHEN or tokens[index].ent == "DATE")


def _nominal(article: Article, tokens: Sequence[Token], index: int) -> bool:
    """Whether a single word is used as a name: proper noun, capitals, or a phrase alone; not "Stone walls"."""
    token, text = tokens[index], word(article, tokens[index])
    return token.pos == "PROPN" or text.isupper() or token.dep in ("nsubj", "nsubjpass", "pobj", "dobj", "poss")


def _may_begin(article: Article, tokens: Sequence[Token], first: int) -> bool:
    """Whether a name can begin here: a capital, or a particle with a hyphen; not inside a longer word or address."""
    text = word(article, tokens[first])
    touching = first > 0 and tokens[first - 1].end == tokens[first].start
    if touching and word(article, tokens[first - 1]) in _GLUE:
        return False
    hyphen = first + 1 < len(tokens) and word(article, tokens[first + 1]) == "-"
    return text[:1].isupper() or (hyphen and text in ("al", "el"))
