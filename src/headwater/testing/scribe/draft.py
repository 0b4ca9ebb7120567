"""A text in a copyist's hands: sentences of words, each of which knows where it comes from.

A word keeps its place in the original it was first written in, through any number of copies, and its place in the text
that is being copied now. That is what makes the truth of a written story exact: passages and edits are read off the
words, whatever was done to them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Final, NamedTuple

from headwater.models.spacy_english import load_tagger
from headwater.settings import Settings
from headwater.text.furniture import find_furniture
from headwater.text.quotemarks import quoted_spans
from headwater.text.spans import meets
from headwater.types import Article, Parse, Span, Token

__all__ = ["Draft", "Place", "Sentence", "Word", "added", "read_ahead", "read_draft", "untagged", "words_of"]


_MOST: Final = 4096  # texts kept: those of some hundred and fifty events with their background
_KNOWN: Final[dict[str, tuple[Sentence, ...]]] = {}  # what was tagged, the oldest first; tagging is most of the work


class Place(NamedTuple):
    """Where a word was first written: the original, the number of the sentence in it, offsets into its text."""

    root: str
    sentence: int
    start: int
    end: int


class Word(NamedTuple):
    """A word or mark. `gap` is the white space before it (nothing counts at the start of a sentence).

    `tag` is its Penn Treebank tag. `at` is where it stands in the text being copied, `place` where in its original;
    both are None for a word that the copyist added. `quoted`: it stands between quotation marks. `edits` are the
    numbers of the edits that made it what it is, in this copy and in those before.
    """

    text: str
    gap: str
    lemma: str
    tag: str
    place: Place | None = None
    at: tuple[int, int] | None = None
    quoted: bool = False
    edits: tuple[int, ...] = ()


class Sentence(NamedTuple):
    """A sentence. `opens`: a new paragraph begins with it. `furniture`: a dateline, byline or credit line."""

    words: tuple[Word, ...]
    opens: bool = False
    furniture: bool = False


class Draft(NamedTuple):
    """A text as a copyist handles it."""

    title: str
    sentences: tuple[Sentence, ...]

    def with_sentences(self, sentences: Sequence[Sentence]) -> Draft:
        """The same with other sentences; the first opens a paragraph."""
        kept = tuple(sentence for sentence in sentences if sentence.words)
        return Draft(self.title, (kept[0]._replace(opens=True), *kept[1:]) if kept else ())


def words_of(draft: Draft) -> Iterator[Word]:
    """All words, in order."""
    return chain.from_iterable(sentence.words for sentence in draft.sentences)


def read_draft(article: Article) -> Draft:
    """An original as a draft: its words are at home in it. The same text is tagged once a process, under any id."""
    title = article.title.value if article.title else ""
    return Draft(title, tuple(_at_home(article.id, *numbered) for numbered in enumerate(_read(article.text))))


def read_ahead(texts: Iterable[str]) -> None:
    """Tag texts that `read_draft` and `added` will be asked for: a batch takes half as long as one by one."""
    fresh = [text for text in dict.fromkeys(texts) if text not in _KNOWN]
    while _KNOWN and len(_KNOWN) + len(fresh) > _MOST:
        del _KNOWN[next(iter(_KNOWN))]
    for text, parse in zip(fresh, load_tagger(Settings().model).parse(fresh), strict=True):
        _KNOWN[text] = tuple(_sentences(text, parse))


def added(text: str) -> tuple[Sentence, ...]:
    """Sentences that a copyist adds of his own: they come from nowhere."""
    return tuple(
        sentence._replace(words=tuple(word._replace(at=None) for word in sentence.words)) for sentence in _read(text)
    )


def untagged(text: str) -> Sentence:
    """A line that no later step looks into, such as a credit; its words come from nowhere."""
    return Sentence(tuple(Word(each, " " if number else "", each, "") for number, each in enumerate(text.split())))


def _at_home(root: str, number: int, sentence: Sentence) -> Sentence:
    """A sentence of a text that was read, under the id the text goes by. Built anew, since `_replace` is slow."""
    words, opens, furniture = sentence
    home = [
        Word(text, gap, lemma, tag, at and Place(root, number, *at), at, quoted)
        for text, gap, lemma, tag, _, at, quoted, _ in words
    ]
    return Sentence(tuple(home), opens, furniture)


def _read(text: str) -> tuple[Sentence, ...]:
    if text not in _KNOWN:
        read_ahead([text])
    return _KNOWN[text]


def _sentences(text: str, parse: Parse) -> Iterator[Sentence]:
    """The sentences of a text that goes by no id yet."""
    article = Article(id="", text=text, name="")
    apart = [part.span for part in find_furniture(article)]
    quoted = quoted_spans(article)
    end = 0
    for tokens in _cut(text, parse, apart):
        whole = Span(article.id, tokens[0].start, tokens[-1].end)
        words = tuple(_words(text, tokens, [span for span in quoted if meets(span, whole)]))
        opens = "\n" in text[end : tokens[0].start] or not end
        furniture = any(meets(part, whole) for part in apart)
        yield Sentence(words, opens, furniture)
        end = tokens[-1].end


def _cut(text: str, parse: Parse, apart: Sequence[Span]) -> Iterator[list[Token]]:
    """The tagger's sentences, cut at line breaks and where furniture ends as well."""
    edges = {part.end for part in apart}
    for first, last in parse.sentences:
        tokens: list[Token] = []
        for token in parse.tokens[first:last]:
            broken = bool(tokens) and ("\n" in text[tokens[-1].end : token.start] or _between(tokens[-1], token, edges))
            if broken or "\n" in text[token.start : token.end]:
                yield from [tokens] if tokens else []
                tokens = []
            if text[token.start : token.end].strip():
                tokens.append(token)
        yield from [tokens] if tokens else []


def _between(before: Token, after: Token, edges: set[int]) -> bool:
    return any(before.end <= edge <= after.start for edge in edges)


def _words(text: str, tokens: Sequence[Token], quoted: Sequence[Span]) -> Iterator[Word]:
    end = tokens[0].start
    for token in tokens:
        yield Word(
            text=text[token.start : token.end],
            gap=text[end : token.start],
            lemma=token.lemma,
            tag=token.tag,
            at=(token.start, token.end),
            quoted=any(span.start <= token.start < span.end for span in quoted),
        )
        end = token.end
