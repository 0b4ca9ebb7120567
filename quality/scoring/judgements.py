"""What a person said, after reading, of findings that a gold lacks. Offsets and reasons only: no words of the articles.

A judgement is bound to its text by a digest, so that it speaks of no other text and no other version of it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final, Literal

import msgspec
from msgspec import Struct

__all__ = ["JUDGEMENTS", "Judgement", "load_judgements", "own_judgements"]

JUDGEMENTS: Final = Path(__file__).parents[1] / "judgements"


class Judgement(Struct, frozen=True, forbid_unknown_fields=True):
    """A person's word on one finding.

    `article` is the gold's key and `digest` the SHA-256 of the article's text in UTF-8, as hexadecimal digits. `start`
    and `end` are those of one span of the finding: of an alteration the altered or the sound one, of a conflict any
    span of a side. `kind` is the finding's kind as headwater writes it.
    """

    article: str
    digest: str
    start: int
    end: int
    finding: Literal["alteration", "conflict"]
    kind: str
    verdict: Literal["right", "wrong"]
    reason: str


def load_judgements(path: Path) -> tuple[Judgement, ...]:
    """Read a judgement file: a JSON list, maybe empty. Raises `msgspec.ValidationError` naming what breaks the form."""
    return msgspec.json.decode(path.read_bytes(), type=tuple[Judgement, ...])


def own_judgements() -> tuple[Judgement, ...]:
    """Every judgement of the project, of all stories: each finds its text by the digest."""
    return tuple(each for path in sorted(JUDGEMENTS.glob("*.json")) for each in load_judgements(path))
