"""What the scribe is measured beside: spaCy reading its texts, nlpaug exchanging words in them."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import spacy
from msgspec import Struct
from msgspec.json import decode

from benchmarks.clock import Run, timed, words_in
from headwater.settings import Settings
from headwater.text.thesaurus import neighbours

__all__ = ["NLPAUG", "nlpaug_exchanging", "spacy_reading"]

NLPAUG: Final = "nlpaug==1.1.11"
_SCRIPT: Final = Path(__file__).with_name("nlpaug_peer.py")
_PARTS: Final = ("NOUN", "VERB", "ADJ", "ADV")
_LEAST: Final = 0.3  # likeness of words of one group: looser than the scribe, since a group is all that is given


class _Answer(Struct, frozen=True):
    """What the script in nlpaug's environment measured."""

    cpu: float
    wall: float
    changed: int


def spacy_reading(texts: Sequence[str]) -> Run:
    """Plain `pipe` of headwater's default model over the texts: what reading them costs. Loading is not timed."""
    pipeline = spacy.load(Settings().model)

    def read() -> Sequence[str]:
        return [doc.text for doc in pipeline.pipe(texts)]

    return timed("spaCy, reading them", read)[0]


def nlpaug_exchanging(texts: Sequence[str]) -> Run:
    """Synonym replacement by nlpaug over the texts, in an environment of its own. Importing is not timed.

    Its `SynonymAug` needs corpora that are downloaded at run time; `ReservedAug` does the same work within groups of
    words that it is given, here those of headwater's thesaurus. Raises `CalledProcessError` if pip cannot install it.
    """
    with tempfile.TemporaryDirectory(prefix="headwater-peer-") as folder:
        python = _environment(Path(folder))
        task = json.dumps({"groups": list(_groups(texts)), "texts": list(texts)})
        command = [str(python), "-W", "ignore", str(_SCRIPT)]
        ran = subprocess.run(command, input=task.encode(), stdout=subprocess.PIPE, check=True)  # noqa: S603  # our own
    answer = decode(ran.stdout, type=_Answer)
    return Run(f"nlpaug, {answer.changed} texts changed", len(texts), words_in(texts), answer.cpu, answer.wall)


def _environment(folder: Path) -> Path:
    """The interpreter of a new environment with nlpaug, from the package index that pip is set to."""
    python = folder / "bin" / "python"
    install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", NLPAUG]
    for command in ([sys.executable, "-m", "venv", str(folder)], install):
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)  # noqa: S603  # our own
    return python


def _groups(texts: Sequence[str]) -> Iterator[list[str]]:
    """Each word of the texts that has synonyms, with them."""
    for word in sorted({word for text in texts for word in text.split() if word.isalpha() and word.islower()}):
        near = {each.lemma for part in _PARTS for each in neighbours(word, part, _LEAST)}
        single = sorted(lemma for lemma in near if lemma.isalpha())
        if single:
            yield [word, *single]
