"""Runs of tokens that the parser labelled as names, cut and joined to what a reader would call the name.

The small pipeline's labels are right about where names are and careless about where they end: it cuts at hyphens
("al-" is left outside), keeps possessives, titles and articles inside, and runs over line ends.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from headwater.text.gazetteer import known_place
from headwater.text.names.lexicon import NAME_PARTICLES, SPEECH, is_role, is_title, kind_by_words, plain
from headwater.text.spelling import fold
from headwater.text.wordset import wordset
from headwater.types import Article, EntityKind, Span, Token

__all__ = ["KINDS", "Run", "labelled_runs", "repaired", "run_span", "word"]

KINDS: Final = {
    "PERSON": EntityKind.PERSON,
    "ORG": EntityKind.ORGANISATION,
    "GPE": EntityKind.PLACE,
    "LOC": EntityKind.PLACE,
    "FAC": EntityKind.PLACE,
    "NORP": EntityKind.GROUP,
}
_POSSESSIVE: Final = re.compile(r"(?:['’‘`´]\s?[sS]|['’‘`´])$")
_INNER: Final = frozenset({"-", "–", "’", "'", "’s", "'s", "&", "."})  # marks that may stand inside a name
_ENGLISH: Final = frozenset({"an", "as", "at", "do", "le", "e", "y"})  # particles that are also words of English
# What stands before a name with a capital at the head of a sentence, and prefixes.
_DROPPED_AHEAD: Final = wordset(
    "the a an pro anti ex non then later earlier meanwhile also but and when after before while as still however "
    "although both former late acting yesterday today once now since though if because only even so yet"
)
# Ranks that also begin names of bodies: these are left out only of names labelled as people.
_AMBIGUOUS_TITLES: Final = wordset(
    "general major justice prime grand crown count chief private mother father sister brother vice deputy"
)
_OPENING, _CLOSING = frozenset("“\"‘'("), frozenset("”\"’')")
_NICKNAME: Final = 5  # tokens with its marks, at most
_DOTTED: Final = frozenset({"jr", "sr"})
_ABBREVIATED: Final = re.compile(r"(?:[A-Z][a-z]?\.)+[A-Z][a-z]?")  # "W.Va", whose last full stop the parser cut off
_ORDINAL: Final = re.compile(r"\d+(?:st|nd|rd|th)$")


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens `first` to `last`, exclusive, that may be a name, and the kind the parser gave."""

    first: int
    last: int
    kind: EntityKind


def word(article: Article, token: Token) -> str:
    """The token's letters as they stand in the article."""
    return article.text[token.start : token.end]


def labelled_runs(article: Article, tokens: Sequence[Token]) -> Iterator[Run]:
    """Every stretch of equal entity labels of the four kinds, cut at line ends and at marks no name contains."""
    first = 0
    while first < len(tokens):
        kind = KINDS.get(tokens[first].ent)
        last = first + 1
        if kind is not None:
            while last < len(tokens) and tokens[last].ent == tokens[first].ent and not tokens[last].ent_start:
                last += 1
            for piece in _pieces(article, tokens, Run(first, last, kind)):
                yield from _said_once(article, tokens, piece)
        first = last


def _pieces(article: Article, tokens: Sequence[Token], run: Run) -> Iterator[Run]:
    """The run's parts; of a run with a mark inside, a single word that is labelled as no person is left out."""
    cuts = [run.first - 1]
    person = run.kind is EntityKind.PERSON
    inside = _nickname(article, tokens, run) if person else range(0)
    cuts += [
        index for index in range(run.first, run.last) if index not in inside and _breaks(article, tokens[index], person)
    ]
    for start, end in itertools.pairwise([*cuts, run.last]):
        if end - start > 2 or (end - start == 2 and (len(cuts) == 1 or run.kind is EntityKind.PERSON)):
            yield Run(start + 1, end, run.kind)


def _nickname(article: Article, tokens: Sequence[Token], run: Run) -> range:
    """The tokens of a nickname in marks between two parts of a name, marks included: "Anna “The Hook” Roe"."""
    texts = [word(article, token) for token in tokens[run.first : run.last]]
    opens = next((at for at, text in enumerate(texts) if text in _OPENING), 0)
    shuts = next((at for at in range(opens + 2, len(texts)) if texts[at] in _CLOSING), 0)
    if not opens or not opens + 1 < shuts < min(opens + _NICKNAME, len(texts) - 1):
        return range(0)
    named = _capital(texts[opens - 1]) and _capital(texts[shuts - 1]) and _capital(texts[shuts + 1])
    return range(run.first + opens, run.first + shuts + 1) if named else range(0)


def _said_once(article: Article, tokens: Sequence[Token], run: Run) -> Iterator[Run]:
    """The run, cut where it says its words again: a headline was pasted before the text ("ANNA ROE Anna Roe")."""
    texts = [fold(word(article, token)) for token in tokens[run.first : run.last]]
    for size in range(2, len(texts) // 2 + 1):
        if texts[:size] == texts[size : 2 * size]:
            yield Run(run.first, run.first + size, run.kind)
            yield from _said_once(article, tokens, Run(run.first + size, run.last, run.kind))
            return
    yield run


def _breaks(article: Article, token: Token, person: bool) -> bool:
    """Whether no name goes on over the token: white space, most marks, and for people a possessive."""
    text = word(article, token)
    return (
        (person and token.tag == "POS")
        or text.isspace()
        or (not any(char.isalnum() for char in text) and text not in _INNER)
    )


def repaired(article: Article, tokens: Sequence[Token], run: Run) -> Run | None:
    """The run as a name: cut particles and hyphenated parts taken in, titles, articles and lower case left out.

    None if no capital letter is left.
    """
    first = _extend_left(article, tokens, run)
    last = _extend_right(article, tokens, Run(first, run.last, run.kind))
    first = _trim_left(article, tokens, Run(first, last, run.kind))
    if first and run.kind is EntityKind.ORGANISATION and _ORDINAL.match(word(article, tokens[first - 1])):
        first -= 1  # "14th Mountain Brigade": the number tells units apart
    while last > first and not _ends(article, tokens, first, last):
        last -= 1
    if first >= last or not any(_capital(word(article, token)) for token in tokens[first:last]):
        return None
    return Run(first, last, run.kind)


def run_span(article: Article, tokens: Sequence[Token], run: Run) -> Span:
    """The run's span without a possessive at its end."""
    start, end = tokens[run.first].start, tokens[run.last - 1].end
    if _is_town(article.text[start:end]):
        return Span(article.id, start, end)
    if article.text[end : end + 1] == "." and _ABBREVIATED.fullmatch(article.text[start:end]):
        return Span(article.id, start, end + 1)
    possessive = _POSSESSIVE.search(article.text[start:end])
    return Span(article.id, start, start + possessive.start() if possessive and possessive.start() else end)


def _ends(article: Article, tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a name may end before token `last`."""
    own = _may_end(word(article, tokens[last - 1])) or _closes(article, tokens, last - 1)
    return own or _is_town(article.text[tokens[first].start : tokens[last - 1].end])


def _is_town(name: str) -> bool:
    """Whether a possessive belongs to a known name: "St. John’s"."""
    return bool(_POSSESSIVE.search(name)) and known_place(name)


def _closes(article: Article, tokens: Sequence[Token], index: int) -> bool:
    """Whether the token is the full stop of "Jr." or "Sr.", cut from it."""
    dotted = word(article, tokens[index]) == "." and index > 0 and _touching(tokens, index)
    return dotted and plain(word(article, tokens[index - 1])) in _DOTTED


def _capital(text: str) -> bool:
    return text[:1].isupper()


def _touching(tokens: Sequence[Token], index: int) -> bool:
    """Whether no white space stands between the tokens before and at `index`."""
    return 0 < index < len(tokens) and tokens[index - 1].end == tokens[index].start


def _spaced(article: Article, tokens: Sequence[Token], index: int) -> bool:
    """Whether exactly one blank stands between the tokens before and at `index`."""
    return 0 < index < len(tokens) and article.text[tokens[index - 1].end : tokens[index].start] == " "


def _extend_left(article: Article, tokens: Sequence[Token], run: Run) -> int:
    """Take in what a hyphen cut off, and for people the particles and capitalised words before."""
    first = run.first
    name = article.text[tokens[run.first].start : tokens[run.last - 1].end]
    lone = run.kind is EntityKind.PERSON and " " not in name  # a full name needs no word more
    while first > 0:
        before = word(article, tokens[first - 1])
        if before == "-" and _touching(tokens, first) and _touching(tokens, first - 1) and first > 1:
            part = word(article, tokens[first - 2])
            if not (_capital(part) or part in NAME_PARTICLES):
                break
            first -= 2
        elif lone and _spaced(article, tokens, first) and _leads(article, tokens, first - 1):
            first -= 1
        else:
            break
    return first


def _leads(article: Article, tokens: Sequence[Token], index: int) -> bool:
    """Whether the token is an unlabelled first part of the personal name that follows it."""
    text, token = word(article, tokens[index]), tokens[index]
    if text in NAME_PARTICLES - _ENGLISH:
        return index > 0 and _capital(word(article, tokens[index - 1])) and tokens[index - 1].pos == "PROPN"
    return (
        _capital(text) and not token.ent and token.pos == "PROPN" and not is_title(text) and not is_role(token.lemma)
        and text.rstrip(".").isalpha() and not (len(text) > 1 and text.isupper())
    )  # fmt: skip


def _extend_right(article: Article, tokens: Sequence[Token], run: Run) -> int:
    """Take in hyphenated parts after the run, and for people a particle with its name or a further capitalised word."""
    last = run.last
    while last < len(tokens):
        text = word(article, tokens[last])
        if (
            text == "-"
            and _touching(tokens, last)
            and _touching(tokens, last + 1)
            and _named(article, tokens, last + 1)
        ):
            last += 2
        elif _particle_name(article, tokens, last):
            last += 3
        elif run.kind is EntityKind.PERSON and _spaced(article, tokens, last) and _follows(article, tokens, last):
            last += 1
        else:
            break
    return last


def _named(article: Article, tokens: Sequence[Token], index: int) -> bool:
    """A capitalised part after a hyphen, or a particle between two hyphens ("Saif-al-Din")."""
    text = word(article, tokens[index])
    if _capital(text):
        return tokens[index].pos in ("PROPN", "NOUN", "ADJ", "X")
    return text in NAME_PARTICLES and index + 1 < len(tokens) and word(article, tokens[index + 1]) == "-"


def _particle_name(article: Article, tokens: Sequence[Token], index: int) -> bool:
    """Whether "el-Name" begins at the token, after one blank."""
    return (
        _spaced(article, tokens, index)
        and index + 2 < len(tokens)
        and word(article, tokens[index]).casefold() in NAME_PARTICLES
        and word(article, tokens[index + 1]) == "-"
        and _touching(tokens, index + 1)
        and _touching(tokens, index + 2)
        and _capital(word(article, tokens[index + 2]))
    )


def _follows(article: Article, tokens: Sequence[Token], index: int) -> bool:
    """Whether the token is an unlabelled last part of the personal name before it, or one the parser ties to it."""
    token, text = tokens[index], word(article, tokens[index])
    tied = not token.ent or (tokens[index - 1].dep == "compound" and tokens[index - 1].head == index)
    return (
        _capital(text) and tied and token.pos == "PROPN" and text.isalpha() and not text.isupper()
        and not is_title(text) and not is_role(token.lemma)
    )  # fmt: skip


def _trim_left(article: Article, tokens: Sequence[Token], run: Run) -> int:
    """Leave out articles, prefixes like "pro-", titles of people, and lower case that is no particle of the name."""
    first = run.first
    rest = [word(article, token) for token in tokens[run.first : run.last]]
    while first < run.last - 1:
        text = word(article, tokens[first])
        hyphen = word(article, tokens[first + 1]) == "-" and _touching(tokens, first + 1)
        plainly = run.kind is EntityKind.PERSON or plain(text) not in _AMBIGUOUS_TITLES
        title = is_title(text) and not hyphen and plainly and kind_by_words(rest) is None
        title = title or _opens_on_another(tokens, Run(first, run.last, run.kind), rest)
        if _capital(text) and not title and text.casefold() not in _DROPPED_AHEAD:
            break
        if text in NAME_PARTICLES - _ENGLISH and (hyphen or _capital(word(article, tokens[first + 1]))):
            break
        first += 1
    return first


def _opens_on_another(tokens: Sequence[Token], run: Run, words: Sequence[str]) -> bool:
    """Whether a name begins with a word that only stands before it: "Said Anna Roe:", "Spokeswoman Anna Roe"."""
    token, left = tokens[run.first], run.last - run.first - 1
    if token.pos == "VERB" and token.lemma in SPEECH:
        return run.kind is EntityKind.PERSON
    return left == 2 and is_role(token.lemma) and token.pos in ("PROPN", "NOUN") and kind_by_words(words) is None


def _may_end(text: str) -> bool:
    """Whether a name may end with the token: a word with a capital or digit, or an initial; not a mark or "'s"."""
    return any(char.isupper() or char.isdigit() for char in text) and text not in ("'S", "’S")
